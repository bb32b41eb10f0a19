//! A picture of the pack, and its size: a page that knows it keeps the place free, and nothing moves when the picture comes.
//!
//! What a picture is comes from its bytes; the name only says what its author took it for.
//!
//! - `cleaned.rs`: A picture without what cameras and programs write beside it
//! - `drawing.rs`: Drawings (SVG): their size, and whether they hold more than a drawing
//! - `photo.rs`: What a camera writes into a photo beside the picture (Exif)
//! - `style.rs`: What a style in a drawing asks for, read as browsers read CSS
//! - `whole.rs`: Whether a picture's file is whole
//! - `widths.rs`: In which sizes a photo is published

mod cleaned;
mod drawing;
pub mod photo;
mod style;
pub mod widths;
mod whole;

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;

use crate::problem::Problem;
use crate::problem::catalogue::pictures;
use crate::read::name::{PICTURE_BANK, id_in_bank};
use crate::read::{PICTURES_TO_SAVE_ANEW, extension};
use crate::span::FileId;

/// The pictures of a pack and its files to download, by path: what texts show or link to, and sites carry over as it is.
pub type Pictures = BTreeMap<String, Picture>;

/// Returns the picture that a path means: the one with this path, or one of the picture bank with this id.
pub fn meant<'p>(path: &str, pictures: &'p Pictures) -> Option<(&'p String, &'p Picture)> {
    pictures.get_key_value(path).or_else(|| {
        let id = id_in_bank(path)?;
        let mut near = pictures.range(format!("{PICTURE_BANK}{id}.")..);
        near.next().filter(|(path, _)| id_in_bank(path) == Some(id))
    })
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    pub file: FileId,
    /// Nothing where the file doesn't say.
    pub size: Option<Size>,
    /// How many bytes it has.
    pub bytes: usize,
    /// What is published in place of the file: the same picture, without what a camera wrote beside it. Nothing where that is the file.
    pub cleaned: Option<Arc<[u8]>>,
    /// Which way up it is, as Exif counts; nothing where it is upright.
    pub orientation: Option<u8>,
    /// The sizes in which a photo is published that is larger than screens need, from the largest to the smallest; none for other pictures.
    pub widths: Vec<Size>,
}

impl Picture {
    /// Returns a file to download, which is published as it is.
    pub fn of_download(file: FileId, bytes: usize) -> Self {
        Picture { file, size: None, bytes, cleaned: None, orientation: None, widths: Vec::new() }
    }
}

/// Width and height in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Size {
    pub width: u32,
    pub height: u32,
}

/// A picture that can be shown, and what its author should know of it.
#[derive(Debug)]
pub struct Looked {
    pub size: Option<Size>,
    pub cleaned: Option<Arc<[u8]>>,
    pub orientation: Option<u8>,
    pub widths: Vec<Size>,
    pub warning: Option<Problem>,
}

/// Looks into a picture. Returns the problem if it can't be shown: it is empty, another kind of file, cut short, or holds more than
/// a drawing. Warns of a photo that says where it was taken, if that can't be taken out of it.
pub fn look(path: &str, shown: &str, bytes: &[u8]) -> Result<Looked, Box<Problem>> {
    if bytes.is_empty() {
        return Err(Box::new(pictures::empty(shown)));
    }
    let (ending, is_drawing) = (extension(path), drawing::is_drawing(bytes));
    let stem = path.rsplit('/').next().and_then(|name| name.rsplit_once('.')).map_or(path, |(stem, _)| stem);
    if is_drawing && ending != "svg" {
        return Err(Box::new(pictures::other_ending(shown, "svg", &format!("{stem}.svg"))));
    }
    if is_drawing || ending == "svg" && kind_of(bytes).is_none() && called(bytes).is_none() {
        let size = drawing::look(shown, bytes)?;
        return Ok(Looked { size, cleaned: None, orientation: None, widths: Vec::new(), warning: None });
    }
    let Some(kind) = kind_of(bytes) else { return Err(Box::new(not_shown(stem, shown, bytes))) };
    if ending == "svg" {
        return Err(Box::new(pictures::other_ending(shown, kind, &format!("{stem}.{kind}"))));
    }
    if !whole::is_whole(kind, bytes) {
        return Err(Box::new(pictures::cut_short(shown)));
    }
    let Some(size) = size_of(bytes) else { return Err(Box::new(pictures::unreadable(shown))) };
    let said = photo::says(kind, bytes);
    let size = if said.lies_on_its_side() { Size { width: size.height, height: size.width } } else { size };
    let cleaned = cleaned::cleaned(kind, bytes, said.orientation);
    let still_tells = said.tells_place && photo::says(kind, cleaned.as_deref().unwrap_or(bytes)).tells_place;
    Ok(Looked {
        size: Some(size),
        widths: widths::of(kind, size, cleaned.as_deref().unwrap_or(bytes).len()),
        cleaned: cleaned.map(Arc::from),
        orientation: said.orientation,
        warning: still_tells.then(|| pictures::tells_place(shown)),
    })
}

fn size_of(bytes: &[u8]) -> Option<Size> {
    let size = imagesize::blob_size(bytes).ok()?;
    let size = Size { width: u32::try_from(size.width).ok()?, height: u32::try_from(size.height).ok()? };
    (size.width > 0 && size.height > 0).then_some(size)
}

/// Returns the ending of the kind of picture that the bytes are, among those that browsers show; drawings apart.
pub fn kind_of(bytes: &[u8]) -> Option<&'static str> {
    let found = infer::get(bytes)?.mime_type();
    let kinds = [
        ("image/png", "png"),
        ("image/jpeg", "jpg"),
        ("image/gif", "gif"),
        ("image/webp", "webp"),
        ("image/avif", "avif"),
    ];
    kinds.iter().find(|(mime, _)| *mime == found).map(|(_, kind)| *kind)
}

/// Returns the name under which a picture of another kind is to be saved: photos as jpg, drawings as png.
pub fn to_save_as(stem: &str, kind: &str) -> String {
    let is_photo = !matches!(kind, "bmp" | "dib" | "psd" | "ai" | "eps" | "ico");
    format!("{stem}.{}", if is_photo { "jpg" } else { "png" })
}

/// Says what is in a file whose name is a picture's, but which browsers don't show as one.
fn not_shown(stem: &str, shown: &str, bytes: &[u8]) -> Problem {
    let found = infer::get(bytes).map(|found| found.extension());
    match found.filter(|kind| PICTURES_TO_SAVE_ANEW.contains(kind)) {
        Some("heif") => pictures::other_format(shown, "heic", &to_save_as(stem, "heic")),
        Some("tif") => pictures::other_format(shown, "tiff", &to_save_as(stem, "tiff")),
        Some(kind) => pictures::other_format(shown, kind, &to_save_as(stem, kind)),
        None => pictures::no_picture(shown, called(bytes)),
    }
}

/// Returns what an author calls a file with these bytes, if it is one that is taken for a picture now and then.
fn called(bytes: &[u8]) -> Option<&'static str> {
    if bytes.starts_with(b"version https://git-lfs") {
        return Some("a note of Git on where the picture is");
    }
    if let Some(office) = of_office(bytes) {
        return Some(office);
    }
    let found = infer::get(bytes)?;
    Some(match (found.extension(), found.matcher_type()) {
        ("docx" | "doc" | "odt" | "rtf", _) => "a document of Word or the like",
        ("xlsx" | "xls" | "ods", _) => "a spreadsheet",
        ("pptx" | "ppt" | "odp", _) => "a presentation",
        ("pdf", _) => "a PDF",
        ("html", _) => "a web page",
        ("zip" | "rar" | "7z" | "gz", _) => "a packed folder",
        (_, infer::MatcherType::Video) => "a video",
        (_, infer::MatcherType::Audio) => "a sound recording",
        (_, infer::MatcherType::Image) => "a picture of a kind that browsers don't show",
        _ => return None,
    })
}

/// The documents of Office are packed folders; which one they are, the names in them say.
fn of_office(bytes: &[u8]) -> Option<&'static str> {
    let parts = ["word/document", "xl/workbook", "ppt/presentation"];
    let finder = aho_corasick::AhoCorasick::new(parts).ok()?;
    let found = bytes.starts_with(b"PK").then(|| finder.find(bytes)).flatten()?;
    Some(["a document of Word or the like", "a spreadsheet", "a presentation"][found.pattern().as_usize()])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(path: &str, bytes: &[u8]) -> String {
        look(path, path, bytes).map_or_else(|problem| problem.message, |looked| format!("{:?}", looked.size))
    }

    #[test]
    fn a_picture_is_what_its_bytes_are() {
        let gif = b"GIF89a\x03\x00\x02\x00\x80\x00\x00;";
        let size = Some(Size { width: 3, height: 2 });
        for path in ["images/x.gif", "images/x.PNG"] {
            assert_eq!(look(path, path, gif).unwrap().size, size);
        }
        assert_eq!(told("x.svg", gif), "x.svg is a picture of the kind GIF, and browsers go by the ending here");
        assert_eq!(told("x.gif", b"GIF89a\x03\x00\x02\x00\x80\x00\x00"), "x.gif is cut short: its end is missing");
        assert_eq!(told("x.png", b""), "x.png is empty, so it shows nothing");
        assert_eq!(told("x.png", b"nothing"), "x.png is no picture that browsers show, whatever its name says");
        assert_eq!(told("x.jpg", b"%PDF-1.7"), "x.jpg is a PDF, and no picture, whatever its name says");
        assert_eq!(
            told("x.jpg", b"<!doctype html><p>404"),
            "x.jpg is a web page, and no picture, whatever its name says"
        );
        let heic = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic";
        assert_eq!(told("x.jpg", heic), "x.jpg is a picture of the kind HEIC, which browsers don't show");
    }
}
