//! Pictures in the words of a Word file, each with the words for those who don't see it.
//!
//! A drawing (SVG) is in it as it is. Beside it stands a grey frame, which programs show that know no drawings: to paint each drawing would
//! take a painter and the typefaces in it, of which a build without files to print has neither.

use data_encoding::BASE64;
use wardpack_html::PageElement;

use super::relations::{Relations, WordPicture};
use super::xml::XmlText;

/// What programs show that know no drawings.
const FRAME: &[u8] = include_bytes!("picture.png");
/// English metric units, in which pictures are measured, in a pixel and in a twentieth of a point.
const OF_PIXEL: u64 = 9525;
const OF_TWENTIETH: u64 = 635;
/// The room that a page has from top to bottom, in twentieths of a point.
const HEIGHT: u64 = 12_500;
/// The size of a picture that doesn't say its own, in pixels.
const UNSAID: u64 = 160;

/// Returns a picture as XML, no wider than the room it has, in twentieths of a point; nothing for one of a kind that Word doesn't show.
/// `number` is no other picture's.
pub(super) fn picture(image: &PageElement, width: u32, number: usize, relations: &mut Relations) -> Option<String> {
    let (kind, data) = image.attribute("src")?.strip_prefix("data:")?.split_once(";base64,")?;
    let data = data.split('#').next().unwrap_or_default();
    let bytes = BASE64.decode(data.as_bytes()).ok()?;
    let (shown, drawing) = match kind {
        "image/svg+xml" => {
            let frame = relations.picture(WordPicture { bytes: FRAME.to_vec(), ending: "png" });
            (frame, Some(relations.picture(WordPicture { bytes, ending: "svg" })))
        }
        "image/png" => (relations.picture(WordPicture { bytes, ending: "png" }), None),
        "image/jpeg" => (relations.picture(WordPicture { bytes, ending: "jpeg" }), None),
        "image/gif" => (relations.picture(WordPicture { bytes, ending: "gif" }), None),
        _ => return None,
    };
    let words = image.attribute("alt").unwrap_or_default().trim();
    let mut xml = XmlText::default();
    xml.begin("w:drawing", &[]);
    xml.begin("wp:inline", &[("distT", "0"), ("distB", "0"), ("distL", "0"), ("distR", "0")]);
    let (width, height) = size(image, width);
    let size = [("cx", &*width), ("cy", &*height)];
    xml.empty("wp:extent", &size);
    names(&mut xml, number, words);
    xml.begin("wp:cNvGraphicFramePr", &[]);
    xml.empty("a:graphicFrameLocks", &[("noChangeAspect", "1")]);
    xml.end();
    xml.begin("a:graphic", &[]);
    xml.begin("a:graphicData", &[("uri", "http://schemas.openxmlformats.org/drawingml/2006/picture")]);
    xml.begin("pic:pic", &[]);
    xml.begin("pic:nvPicPr", &[]);
    xml.empty("pic:cNvPr", &[("id", &number.to_string()), ("name", &format!("Picture {number}")), ("descr", words)]);
    xml.empty("pic:cNvPicPr", &[]);
    xml.end();
    fill(&mut xml, &shown, drawing.as_deref());
    xml.begin("pic:spPr", &[]);
    xml.begin("a:xfrm", &[]);
    xml.empty("a:off", &[("x", "0"), ("y", "0")]);
    xml.empty("a:ext", &size);
    xml.end();
    xml.begin("a:prstGeom", &[("prst", "rect")]);
    xml.empty("a:avLst", &[]);
    Some(xml.finish())
}

/// Writes the words for those who don't see a picture, or that it needs none.
fn names(xml: &mut XmlText, number: usize, words: &str) {
    xml.begin("wp:docPr", &[("id", &number.to_string()), ("name", &format!("Picture {number}")), ("descr", words)]);
    if words.is_empty() {
        xml.begin("a:extLst", &[]);
        xml.begin("a:ext", &[("uri", "{C183D7F6-B498-43B3-948B-1728B52AA6E4}")]);
        let namespace = "http://schemas.microsoft.com/office/drawing/2017/decorative";
        xml.empty("adec:decorative", &[("xmlns:adec", namespace), ("val", "1")]);
        xml.end();
        xml.end();
    }
    xml.end();
}

/// Writes which picture it is, and the drawing that it stands for.
fn fill(xml: &mut XmlText, shown: &str, drawing: Option<&str>) {
    xml.begin("pic:blipFill", &[]);
    xml.begin("a:blip", &[("r:embed", shown)]);
    if let Some(drawing) = drawing {
        xml.begin("a:extLst", &[]);
        xml.begin("a:ext", &[("uri", "{96DAC541-7B7A-43D3-8B79-37D633B846F1}")]);
        let namespace = "http://schemas.microsoft.com/office/drawing/2016/SVG/main";
        xml.empty("asvg:svgBlip", &[("xmlns:asvg", namespace), ("r:embed", drawing)]);
        xml.end();
        xml.end();
    }
    xml.end();
    xml.begin("a:stretch", &[]);
    xml.empty("a:fillRect", &[]);
    xml.end();
    xml.end();
}

/// Returns the width and the height of a picture in the room that it has.
fn size(image: &PageElement, room: u32) -> (String, String) {
    let said = |name: &str| image.attribute(name).and_then(|value| value.parse().ok()).filter(|said| *said > 0);
    let side = |name: &str| said(name).unwrap_or(UNSAID).min(100_000) * OF_PIXEL;
    let (mut width, mut height) = (side("width"), side("height"));
    let (widest, highest) = (u64::from(room) * OF_TWENTIETH, HEIGHT * OF_TWENTIETH);
    if width > widest {
        (width, height) = (widest, height * widest / width);
    }
    if height > highest {
        (width, height) = (width * highest / height, highest);
    }
    (width.max(1).to_string(), height.max(1).to_string())
}
