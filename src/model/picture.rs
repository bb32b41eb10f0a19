//! A picture of the pack, and its size: a page that knows it keeps the place free, and nothing moves when the picture comes.

use serde::Serialize;

use crate::span::FileId;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Picture {
    pub file: FileId,
    /// Nothing where the file doesn't say.
    pub size: Option<Size>,
}

/// Width and height in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Size {
    pub width: u32,
    pub height: u32,
}

impl Size {
    /// Returns the size that a picture's file gives; `path` says by its ending what kind it is.
    pub fn of(path: &str, bytes: &[u8]) -> Option<Size> {
        if path.ends_with(".svg") {
            return of_drawing(std::str::from_utf8(bytes).ok()?);
        }
        let size = imagesize::blob_size(bytes).ok()?;
        Some(Size { width: u32::try_from(size.width).ok()?, height: u32::try_from(size.height).ok()? })
    }
}

/// Returns the size of an SVG: its width and height, or else those of its `viewBox`.
fn of_drawing(text: &str) -> Option<Size> {
    let drawing = roxmltree::Document::parse(text).ok()?;
    let root = drawing.root_element();
    let number = |words: &str| words.trim().trim_end_matches("px").parse().ok();
    let written = |name: &str| root.attribute(name).and_then(number);
    let view_box: Vec<f32> =
        root.attribute("viewBox").into_iter().flat_map(str::split_whitespace).filter_map(number).collect();
    let width = written("width").or(view_box.get(2).copied())?;
    let height = written("height").or(view_box.get(3).copied())?;
    let is_size = |length: f32| (1.0..=100_000.0).contains(&length);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 1 and 100,000")]
    (is_size(width) && is_size(height)).then(|| Size { width: width.round() as u32, height: height.round() as u32 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawing_says_its_size_or_its_view_box() {
        let size = |text: &str| Size::of("x.svg", text.as_bytes()).map(|size| (size.width, size.height));
        assert_eq!(size("<svg width='30px' height=\"20\"/>"), Some((30, 20)));
        assert_eq!(size("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 160 90.4'/>"), Some((160, 90)));
        assert_eq!(size("<svg width='100%' height='100%'/>"), None);
        assert_eq!(size("no drawing"), None);
    }

    #[test]
    fn a_photograph_says_its_size() {
        let gif = b"GIF89a\x03\x00\x02\x00\x80\x00\x00";
        assert_eq!(Size::of("x.gif", gif), Some(Size { width: 3, height: 2 }));
        assert_eq!(Size::of("x.png", b"nothing"), None);
    }
}
