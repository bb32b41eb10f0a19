//! What a camera writes into a photo beside the picture (Exif): which way up it is, and where it was taken.

use std::io::Cursor;

use exif::{Exif, In, Reader, Tag};

/// What a photo says of itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PhotoFacts {
    /// Which way up it is, as Exif counts; nothing where it is upright.
    pub orientation: Option<u8>,
    pub tells_place: bool,
}

impl PhotoFacts {
    /// Tells whether browsers turn it by a quarter, so that its width is its height: in four of the ways, rows are columns.
    pub fn lies_on_its_side(self) -> bool {
        self.orientation.is_some_and(|orientation| orientation >= 5)
    }
}

/// Returns what a photo of this kind says of itself.
pub fn says(kind: &str, bytes: &[u8]) -> PhotoFacts {
    // A mistake in one value must not hide the others.
    let read = Reader::new().continue_on_error(true).read_from_container(&mut Cursor::new(bytes));
    let exif = read.or_else(|error| error.distill_partial_result(|_| ())).ok();
    PhotoFacts {
        orientation: exif.as_ref().and_then(|exif| turned(kind, exif)),
        tells_place: tells_place(exif.as_ref(), bytes),
    }
}

/// Returns how a picture is turned: 2 to 8, as Exif counts (2.32, 4.6.4). Browsers go by it for JPEG and PNG; not for WebP, and not for
/// AVIF, which says by itself which way up it is.
fn turned(kind: &str, exif: &Exif) -> Option<u8> {
    let field = exif.get_field(Tag::Orientation, In::PRIMARY).filter(|_| matches!(kind, "jpg" | "png"))?;
    u8::try_from(field.value.get_uint(0)?).ok().filter(|orientation| (2..=8).contains(orientation))
}

/// Tells whether a photo has a latitude, as a camera or as a program (XMP) writes it.
fn tells_place(exif: Option<&Exif>, bytes: &[u8]) -> bool {
    let by_camera = exif.is_some_and(|exif| {
        exif.fields().any(|field| field.tag == Tag::GPSLatitude && !field.display_value().to_string().is_empty())
    });
    by_camera || aho_corasick::AhoCorasick::new(["exif:GPSLatitude"]).is_ok_and(|finder| finder.is_match(bytes))
}
