//! A page's stylesheets as one text that loads nothing: what they load is inside, and what is for scripts stays out.

use cssparser::Token;

use super::edits::{ALWAYS, CssEdits, NEVER, Walk, applied, squeezed, walk};
use super::inside::SeenFrom;

/// So many stylesheets that load each other are followed; one that loads itself ends there.
const DEEPEST: usize = 4;

/// Returns the text of the stylesheets of a page, by their addresses, in this order.
pub(super) fn of_page(addresses: &[String], page: SeenFrom<'_>) -> String {
    let files = addresses.iter().filter_map(|address| page.file(address));
    let texts = files.map(|(path, _)| text(SeenFrom { path, ..page }, DEEPEST));
    // HTML has no returns, and what ends a stylesheet in it may not stand inside one.
    texts.collect::<Vec<_>>().join("\n").replace('\r', "").replace("</", "<\\/")
}

/// Returns the text of the stylesheet that files are seen from.
fn text(from: SeenFrom<'_>, deeper: usize) -> String {
    let css = from.site.files.get(from.path).map(|bytes| String::from_utf8_lossy(bytes)).unwrap_or_default();
    let mut edits = imports(&css, from, deeper);
    let mut is_import = false;
    walk(&css, &mut |found| {
        match found.token {
            Token::AtKeyword(name) => is_import = name.eq_ignore_ascii_case("import"),
            Token::Semicolon => is_import = false,
            Token::UnquotedUrl(address) if !is_import => edits.push((found.place.clone(), url(address, from))),
            Token::Function(name) if !is_import && name.eq_ignore_ascii_case("url") => {
                edits.push((found.place.clone(), url(found.inside.trim().trim_matches(['"', '\'']), from)));
                return Walk::Past;
            }
            Token::ParenthesisBlock => edits.extend(without_scripts(found.inside).map(|so| (found.place.clone(), so))),
            _ => {}
        }
        Walk::Into
    });
    applied(&css, edits)
}

/// Returns a `url()` that holds what it leads to; an empty one where that is no file of the site. A part of the same page stays.
fn url(address: &str, from: SeenFrom<'_>) -> String {
    let inside = if address.starts_with('#') { Some(address.to_owned()) } else { from.data(address) };
    format!("url(\"{}\")", inside.unwrap_or_else(|| "data:,".to_owned()))
}

/// Returns what takes the place of a media feature that asks for scripts, since none are run.
fn without_scripts(feature: &str) -> Option<String> {
    match &*squeezed(feature) {
        "scripting" | "scripting:enabled" | "scripting:initial-only" => Some(NEVER.to_owned()),
        "scripting:none" => Some(ALWAYS.to_owned()),
        _ => None,
    }
}

/// Returns the texts of stylesheets that this one loads (`@import`), each in the place of the rule that does.
fn imports(css: &str, from: SeenFrom<'_>, deeper: usize) -> CssEdits {
    let mut edits = CssEdits::new();
    let (mut begun, mut address) = (None, None);
    walk(css, &mut |found| {
        match found.token {
            Token::AtKeyword(name) if name.eq_ignore_ascii_case("import") => begun = Some(found.place.start),
            Token::QuotedString(written) | Token::UnquotedUrl(written) if begun.is_some() && address.is_none() => {
                address = Some((written.to_string(), found.place.end));
            }
            Token::Function(name) if begun.is_some() && address.is_none() && name.eq_ignore_ascii_case("url") => {
                let written = found.inside.trim().trim_matches(['"', '\'']);
                address = Some((written.to_owned(), found.place.end));
            }
            Token::Semicolon => {
                if let (Some(start), Some((written, end))) = (begun.take(), address.take()) {
                    let condition = css[end..found.place.start].trim();
                    edits.push((start..found.place.end, imported(&written, condition, from, deeper)));
                }
            }
            _ => {}
        }
        Walk::Past
    });
    edits
}

/// Returns the text of a stylesheet that another one loads under a condition.
fn imported(written: &str, condition: &str, from: SeenFrom<'_>, deeper: usize) -> String {
    let file = from.file(written).filter(|_| deeper > 0);
    let inside = file.map(|(path, _)| text(SeenFrom { path, ..from }, deeper - 1)).unwrap_or_default();
    if condition.is_empty() || inside.is_empty() { inside } else { format!("@media {condition} {{\n{inside}\n}}") }
}
