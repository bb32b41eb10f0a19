//! Drawings (SVG): their size, and whether they hold more than a drawing.

use roxmltree::{Document, Node, ParsingOptions};

use super::Size;
use super::style::{StyleWish, asked};
use crate::problem::Problem;
use crate::problem::catalogue::pictures;

/// Tells whether bytes are a drawing: XML whose first element is `svg`.
pub fn is_drawing(bytes: &[u8]) -> bool {
    let start = &bytes[..bytes.len().min(4096)];
    let text = String::from_utf8_lossy(start.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(start));
    let is_markup = text.trim_start().starts_with('<');
    let is_page = text.to_ascii_lowercase().contains("<html");
    is_markup && !is_page && (text.contains("<svg") || text.contains(":svg"))
}

/// Returns the size of a drawing. Reports one that can't be read, has a script, or asks for something from elsewhere.
pub fn look(shown: &str, bytes: &[u8]) -> Result<Option<Size>, Box<Problem>> {
    let unreadable = |why: String| Box::new(pictures::unreadable_drawing(shown, &why));
    let text = std::str::from_utf8(bytes).map_err(|_| unreadable("it isn't UTF-8 text".to_owned()))?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    // Drawing programs write their names for namespaces into a document type.
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    let drawing = Document::parse_with_options(text, options).map_err(|error| unreadable(error.to_string()))?;
    let root = drawing.root_element();
    if root.tag_name().name() != "svg" {
        return Err(unreadable("its first element is not svg".to_owned()));
    }
    // Without the namespace browsers see letters and no drawing (SVG 2, 5.2).
    if root.tag_name().namespace() != Some("http://www.w3.org/2000/svg") {
        return Err(unreadable("its svg element lacks xmlns=\"http://www.w3.org/2000/svg\"".to_owned()));
    }
    match drawing.descendants().find_map(|node| more(&node)) {
        Some(what) => Err(Box::new(pictures::more_than_a_drawing(shown, &what))),
        None => Ok(size(&root)),
    }
}

/// Returns the size: the width and height, or else those of the `viewBox`.
fn size(root: &Node<'_, '_>) -> Option<Size> {
    let number = |words: &str| words.trim().trim_end_matches("px").parse().ok();
    let written = |name: &str| root.attribute(name).and_then(number);
    let view_box = root.attribute("viewBox").unwrap_or_default();
    let view_box: Vec<f32> =
        view_box.split([' ', ',', '\t', '\n']).filter(|part| !part.is_empty()).filter_map(number).collect();
    let width = written("width").or(view_box.get(2).copied())?;
    let height = written("height").or(view_box.get(3).copied())?;
    let is_size = |length: f32| (1.0..=100_000.0).contains(&length);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 1 and 100,000")]
    (is_size(width) && is_size(height)).then(|| Size { width: width.round() as u32, height: height.round() as u32 })
}

/// The namespace of pages: what stands in a drawing by that is a page's.
const OF_PAGES: &str = "http://www.w3.org/1999/xhtml";

/// Returns what a part of a drawing has that is more than a drawing.
fn more(node: &Node<'_, '_>) -> Option<String> {
    if let Some(note) = node.pi() {
        return (note.target == "xml-stylesheet").then(|| "a style that is kept elsewhere (xml-stylesheet)".to_owned());
    }
    let name = node.tag_name().name();
    match name {
        "script" => return Some("a script".to_owned()),
        "foreignObject" | "iframe" | "object" | "embed" => return Some(no_drawing(name)),
        _ if node.tag_name().namespace() == Some(OF_PAGES) => return Some(no_drawing(name)),
        "style" => {
            // A comment can stand in the middle of it.
            let text = node.descendants().filter(Node::is_text).filter_map(|text| text.text());
            return style(&text.collect::<String>());
        }
        _ => {}
    }
    let changed = node.attribute("attributeName").map(|changed| changed.rsplit(':').next().unwrap_or_default());
    node.attributes().find_map(|attribute| {
        let (key, value) = (attribute.name().to_ascii_lowercase(), attribute.value().trim());
        match key.as_str() {
            _ if is_handler(&key) => Some(format!("a script ({key})")),
            "href" | "src" => outside(name, value),
            "attributename" => changed.filter(|key| is_handler(key)).map(|key| format!("a script ({key})")),
            // What an animation makes of a link.
            "from" | "to" | "by" | "values" if changed == Some("href") => {
                value.split(';').find_map(|value| outside(name, value))
            }
            _ => style(value).filter(|_| key == "style" || value.contains('(')),
        }
    })
}

fn no_drawing(part: &str) -> String {
    format!("a part that is no drawing ({part})")
}

fn is_handler(key: &str) -> bool {
    key.starts_with("on") && key.len() > 3
}

/// A link in a drawing that leads to a page does no harm, since nobody can follow it in a picture; a script does.
fn outside(element: &str, address: &str) -> Option<String> {
    let is_letter = |letter: &char| !letter.is_whitespace() && !letter.is_control();
    let compact: String = address.chars().filter(is_letter).collect::<String>().to_ascii_lowercase();
    if ["javascript:", "vbscript:"].iter().any(|scheme| compact.starts_with(scheme)) {
        return Some("a script (a link)".to_owned());
    }
    if let Some(data) = compact.strip_prefix("data:") {
        let kind = data.split([';', ',']).next().unwrap_or_default();
        // A picture may be a drawing, in which nothing runs. What is used or followed would be a part of this one, or a page.
        let is_picture = kind.starts_with("image/") && !["a", "use"].contains(&element);
        let runs = ["html", "xml", "script"].iter().any(|word| kind.contains(word));
        return (runs && !is_picture).then(|| no_drawing(kind));
    }
    let is_inside = compact.is_empty() || compact.starts_with('#') || element == "a";
    (!is_inside).then(|| format!("a part that is kept elsewhere ({})", shortened(address)))
}

/// Returns what a style asks for from elsewhere.
fn style(text: &str) -> Option<String> {
    asked(text).into_iter().find_map(|asked| match asked {
        StyleWish::Import => Some("a style that is kept elsewhere (@import)".to_owned()),
        StyleWish::Address(address) => outside("style", &address),
        StyleWish::TooDeep => Some(no_drawing("a style with blocks in blocks")),
    })
}

fn shortened(address: &str) -> String {
    let short: String = address.chars().take(60).collect();
    if short.len() < address.len() { format!("{short}…") } else { short }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(inner: &str) -> Result<Option<(u32, u32)>, String> {
        let text = format!(
            "<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' {inner}</svg>"
        );
        let looked = look("x.svg", text.as_bytes());
        looked.map(|size| size.map(|size| (size.width, size.height))).map_err(|problem| problem.message)
    }

    #[test]
    fn a_drawing_says_its_size_or_its_view_box() {
        assert_eq!(told("width='30px' height='20'>"), Ok(Some((30, 20))));
        assert_eq!(told("viewBox='0 0 160 90.4'>"), Ok(Some((160, 90))));
        assert_eq!(told("viewBox='0,0,160,90'>"), Ok(Some((160, 90))));
        assert_eq!(told("width='100%' height='100%'>"), Ok(None));
        assert_eq!(look("x.svg", b"no drawing").map_err(|problem| problem.code.id), Err("F021"));
    }

    #[test]
    fn a_drawing_holds_a_drawing_and_no_more() {
        for (inner, what) in [
            ("><script>alert(1)</script>", "a script"),
            ("onload='alert(1)'>", "a script (onload)"),
            ("><a xlink:href=' java\nscript:alert(1)'/>", "a script (a link)"),
            ("><foreignObject/>", "a part that is no drawing (foreignObject)"),
            ("><image href='photo.png'/>", "a part that is kept elsewhere (photo.png)"),
            (
                "><use xlink:href='https://example.org/a.svg#b'/>",
                "a part that is kept elsewhere (https://example.org/a.svg#b)",
            ),
            ("><style>@import 'https://example.org/a.css';</style>", "a style that is kept elsewhere (@import)"),
            (
                "><rect style='fill: url(\"https://example.org/a\")'/>",
                "a part that is kept elsewhere (https://example.org/a)",
            ),
            ("><style>a {} <!-- x --> @import 'b';</style>", "a style that is kept elsewhere (@import)"),
            ("><style>a { fill: URL(b.png) }</style>", "a part that is kept elsewhere (b.png)"),
            ("><rect fill='u\\72l(b.png)'/>", "a part that is kept elsewhere (b.png)"),
            ("><?xml-stylesheet href='a.css'?>", "a style that is kept elsewhere (xml-stylesheet)"),
            ("><a><set attributeName='xlink:href' to='javascript:alert(1)'/></a>", "a script (a link)"),
            ("><animate attributeName='href' values='#a;b.svg'/>", "a part that is kept elsewhere (b.svg)"),
            ("><set attributeName='onclick' to='alert(1)'/>", "a script (onclick)"),
            ("><p xmlns='http://www.w3.org/1999/xhtml'/>", "a part that is no drawing (p)"),
            ("><use href='data:image/svg+xml,x#a'/>", "a part that is no drawing (image/svg+xml)"),
            ("><a href='data:text/html,x'/>", "a part that is no drawing (text/html)"),
        ] {
            assert_eq!(told(inner), Err(format!("x.svg has {what} in it")));
        }
        for inner in [
            "><a href='https://example.org'/><use href='#a'/><image href='data:image/png;base64,AA=='/>",
            "><style>rect { fill: url(#a) }</style><rect clip-path='url(#b)' onx='1'/>",
            "><image href='data:image/svg+xml,x'/><animate attributeName='x' from='1' to='2'/>",
        ] {
            assert_eq!(told(inner), Ok(None));
        }
    }
}
