//! A photo, upright and no larger than screens need.

use std::sync::Arc;

use wardpack_photo::{Smaller, smaller};

use crate::plan::view::photo::ShownPhoto;

/// Returns the photo in its size. One that can't be taken apart is returned as it is: browsers show more kinds than we read.
pub fn drawn(photo: &ShownPhoto) -> Arc<[u8]> {
    made(photo).map_or_else(|| photo.bytes.clone(), Arc::from)
}

fn made(photo: &ShownPhoto) -> Option<Vec<u8>> {
    let (width, height) = (u16::try_from(photo.size.width).ok()?, u16::try_from(photo.size.height).ok()?);
    smaller(&photo.bytes, Smaller { width, height, orientation: photo.orientation, bytes: photo.largest })
}
