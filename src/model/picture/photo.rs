//! What a camera writes into a photo beside the picture (Exif): which way up it is, and where it was taken.

use std::io::Cursor;

use exif::{Exif, In, Reader, Tag};

/// What a photo says of itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PhotoFacts {
    /// Browsers turn it by a quarter, so that its width is its height.
    pub lies_on_its_side: bool,
    pub tells_place: bool,
}

/// Returns what a photo of this kind says of itself.
pub fn says(kind: &str, bytes: &[u8]) -> PhotoFacts {
    // A mistake in one value must not hide the others.
    let read = Reader::new().continue_on_error(true).read_from_container(&mut Cursor::new(bytes));
    let exif = read.or_else(|error| error.distill_partial_result(|_| ())).ok();
    PhotoFacts {
        lies_on_its_side: exif.as_ref().is_some_and(|exif| is_turned(kind, exif)),
        tells_place: tells_place(exif.as_ref(), bytes),
    }
}

/// Exif 2.32, 4.6.4: 5 to 8 are the four ways in which rows are columns. Browsers go by it for JPEG and PNG; not for WebP, and not
/// for AVIF, which says by itself which way up it is.
fn is_turned(kind: &str, exif: &Exif) -> bool {
    let orientation = exif.get_field(Tag::Orientation, In::PRIMARY).and_then(|field| field.value.get_uint(0));
    matches!(kind, "jpg" | "png") && orientation.is_some_and(|orientation| (5..=8).contains(&orientation))
}

/// Tells whether a photo has a latitude, as a camera or as a program (XMP) writes it.
fn tells_place(exif: Option<&Exif>, bytes: &[u8]) -> bool {
    let by_camera = exif.is_some_and(|exif| {
        exif.fields().any(|field| field.tag == Tag::GPSLatitude && !field.display_value().to_string().is_empty())
    });
    by_camera || aho_corasick::AhoCorasick::new(["exif:GPSLatitude"]).is_ok_and(|finder| finder.is_match(bytes))
}
