//! A photo in one of the sizes in which it is published.

use std::sync::Arc;

use crate::model::picture::Size;

#[derive(Debug)]
pub struct ShownPhoto {
    /// The whole photo, as a JPEG.
    pub bytes: Arc<[u8]>,
    /// Which way up that is: 1 to 8, as Exif counts.
    pub orientation: u8,
    /// In pixels, of the photo when it is upright.
    pub size: Size,
    /// How many bytes it is to have, if that can be had without its looking bad.
    pub largest: usize,
    /// The hash of the photo and the size.
    pub key: u128,
}
