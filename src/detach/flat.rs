//! The whole site as one folder without folders in it, for systems that hold a list of files and no folders.
//!
//! Every file gets a name of its own: its path, with hyphens for slashes. What refers to it refers to that name: links and pictures of
//! pages, what stylesheets load, and the addresses that search finds.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use cssparser::Token;
use lol_html::errors::RewritingError;
use lol_html::html_content::ContentType;
use lol_html::{element, text};
use twox_hash::XxHash3_128;

use super::edits::{CssEdits, Walk, applied, walk};
use super::html::rewritten;
use super::inside::SeenFrom;
use crate::pipeline::UnwrittenSite;
use crate::render::{Rendered, RenderedFile};

/// The attributes that lead to a file of the site.
const ADDRESSES: [&str; 4] = ["href", "src", "poster", "data-exit"];

/// Returns the files of a site under names without folders, in the order of their paths. Says of which page it isn't known how it is to
/// be read.
pub fn flat(site: &UnwrittenSite) -> Result<Rendered, (String, RewritingError)> {
    let names = FlatNames::of(site);
    let file = |(path, name): (&Arc<str>, &String)| {
        let bytes = names.bytes(SeenFrom { site, path }).map_err(|error| (path.to_string(), error))?;
        Ok(RenderedFile { path: name.as_str().into(), key: XxHash3_128::oneshot(&bytes), bytes })
    };
    names.0.iter().map(file).collect()
}

/// The name of each file, by its path.
struct FlatNames(BTreeMap<Arc<str>, String>);

impl FlatNames {
    fn of(site: &UnwrittenSite) -> Self {
        let mut taken = BTreeSet::new();
        let paths = site.files.keys().filter(|path| !is_of_the_web(path));
        FlatNames(paths.map(|path| (path.clone(), free(&name(path), &mut taken))).collect())
    }

    /// Returns an address as it is among files without folders; nothing for one that leads elsewhere.
    fn address(&self, written: &str, from: SeenFrom<'_>) -> Option<String> {
        let (path, part) = from.file(written)?;
        Some(self.0.get(path)?.clone() + &part)
    }

    fn bytes(&self, file: SeenFrom<'_>) -> Result<Arc<[u8]>, RewritingError> {
        let bytes = &file.site.files[file.path];
        let text = || String::from_utf8_lossy(bytes);
        let changed = match file.path.rsplit_once('.') {
            Some((_, "html")) => self.page(&text(), file)?,
            Some((_, "css")) => self.stylesheet(&text(), file),
            Some((path, "js")) if is_search_index(path) => self.search_index(&text(), file),
            _ => return Ok(bytes.clone()),
        };
        Ok(changed.into_bytes().into())
    }

    fn page(&self, html: &str, page: SeenFrom<'_>) -> Result<String, RewritingError> {
        // What is there for browsers without scripts is read as a text first.
        let mut without_scripts = String::new();
        let change = element!("*", |element| {
            for name in ADDRESSES {
                if let Some(address) = element.get_attribute(name).and_then(|written| self.address(&written, page)) {
                    element.set_attribute(name, &address)?;
                }
            }
            if let Some(several) = element.get_attribute("srcset") {
                element.set_attribute("srcset", &self.several(&several, page))?;
            }
            // A page that has moved leads on by itself.
            if let Some((wait, address)) =
                element.get_attribute("content").as_deref().and_then(|how| how.split_once("url="))
            {
                let address = self.address(address, page).unwrap_or_else(|| address.to_owned());
                element.set_attribute("content", &format!("{wait}url={address}"))?;
            }
            // What search finds is beside the page now.
            if element.has_attribute("data-root") {
                element.set_attribute("data-root", "")?;
            }
            Ok(())
        });
        let noscript = text!("noscript", |text| {
            without_scripts.push_str(text.as_str());
            if text.last_in_text_node() {
                let changed = self.page(&std::mem::take(&mut without_scripts), page)?;
                text.replace(&changed, ContentType::Html);
            } else {
                text.remove();
            }
            Ok(())
        });
        rewritten(html, vec![change, noscript])
    }

    /// Returns the addresses of one picture in several widths.
    fn several(&self, srcset: &str, page: SeenFrom<'_>) -> String {
        let one = |candidate: &str| {
            let (address, width) = candidate.trim().split_once(' ').unwrap_or((candidate.trim(), ""));
            format!("{} {width}", self.address(address, page).as_deref().unwrap_or(address)).trim_end().to_owned()
        };
        srcset.split(", ").map(one).collect::<Vec<_>>().join(", ")
    }

    fn stylesheet(&self, css: &str, file: SeenFrom<'_>) -> String {
        let mut edits = CssEdits::new();
        let mut is_import = false;
        walk(css, &mut |found| {
            let written = match found.token {
                Token::AtKeyword(name) => {
                    is_import = name.eq_ignore_ascii_case("import");
                    return Walk::Into;
                }
                Token::Semicolon => {
                    is_import = false;
                    return Walk::Into;
                }
                Token::UnquotedUrl(address) => address.to_string(),
                Token::QuotedString(address) if is_import => address.to_string(),
                Token::Function(name) if name.eq_ignore_ascii_case("url") => {
                    found.inside.trim().trim_matches(['"', '\'']).to_owned()
                }
                _ => return Walk::Into,
            };
            edits.extend(
                self.address(&written, file).map(|address| (found.place.clone(), format!("url(\"{address}\")"))),
            );
            Walk::Past
        });
        applied(css, edits)
    }

    /// Returns what a search page finds. Its addresses stand in quotes and begin at the first page of the site.
    fn search_index(&self, script: &str, file: SeenFrom<'_>) -> String {
        let from_home = SeenFrom { path: "index.html", ..file };
        let is_address = |piece: &&str| piece.contains("index.html");
        let piece = |piece: &str| {
            let address = Some(piece).filter(is_address).and_then(|written| self.address(written, from_home));
            address.unwrap_or_else(|| piece.to_owned())
        };
        script.split('"').map(piece).collect::<Vec<_>>().join("\"")
    }
}

/// Tells whether only a web server or a search engine asks for a file, at an address that a flat site doesn't have.
fn is_of_the_web(path: &str) -> bool {
    matches!(path, "404.html" | "robots.txt") || path.starts_with("sitemap") && path.ends_with(".xml")
}

/// Tells whether a script, whose path is given without its ending, holds what a search page finds.
fn is_search_index(path: &str) -> bool {
    path.rsplit_once('/')
        .is_some_and(|(folder, name)| name.starts_with("index") && (folder == "search" || folder.ends_with("/search")))
}

/// Returns the name of a file, by its path: `wards-beach-charter.html` for `wards/beach/charter/index.html`.
fn name(path: &str) -> String {
    let page = path.strip_suffix("/index.html").map(|folder| format!("{folder}.html"));
    page.unwrap_or_else(|| path.to_owned()).replace('/', "-")
}

/// Returns a name that no file has yet, on disks too that don't tell small letters from capital ones.
fn free(name: &str, taken: &mut BTreeSet<String>) -> String {
    let (stem, ending) =
        name.rsplit_once('.').map_or((name, String::new()), |(stem, ending)| (stem, format!(".{ending}")));
    let others = (2..).map(|number| format!("{stem}-{number}{ending}"));
    let mut names = std::iter::once(name.to_owned()).chain(others);
    names.find(|name| taken.insert(name.to_lowercase())).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_paths_never_get_one_name() {
        let mut taken = BTreeSet::new();
        let paths =
            ["a-b/index.html", "a/b/index.html", "A/B.html", "index.html", "images/a.svg", "images-a.svg", "LICENSE"];
        let names: Vec<String> = paths.iter().map(|path| free(&name(path), &mut taken)).collect();
        assert_eq!(
            names,
            ["a-b.html", "a-b-2.html", "A-B-3.html", "index.html", "images-a.svg", "images-a-2.svg", "LICENSE"]
        );
    }
}
