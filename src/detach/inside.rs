//! What a page or a stylesheet loads, as `data:` addresses inside it.

use data_encoding::BASE64;

use crate::pipeline::UnwrittenSite;
use crate::resolve::target::from_folder;

/// The width that a picture needs where a column of text is all there is, in pixels.
const WIDE_ENOUGH: u32 = 960;

/// The files of a site, as seen from one of them.
#[derive(Clone, Copy)]
pub(super) struct SeenFrom<'a> {
    pub site: &'a UnwrittenSite,
    /// The path of the file that refers to others.
    pub path: &'a str,
}

impl<'a> SeenFrom<'a> {
    /// Returns the path of the site's file that an address leads to, and the part of it with `#`; nothing where it leads elsewhere.
    pub fn file(&self, address: &str) -> Option<(&'a str, String)> {
        // What stands in a page is still written as in HTML.
        let address = address.replace("&amp;", "&");
        let (before, part) = address.split_once('#').unwrap_or((&address, ""));
        let part = if part.is_empty() { String::new() } else { format!("#{part}") };
        if before.is_empty() || before.starts_with('/') || before.contains(':') {
            return None;
        }
        let path = from_folder(self.path, before.split('?').next().unwrap_or_default())?;
        let (known, _) = self.site.files.get_key_value(&*path)?;
        Some((known, part))
    }

    /// Returns a file that an address leads to, as an address that holds it; nothing where it leads elsewhere.
    pub fn data(&self, address: &str) -> Option<String> {
        if address.starts_with("data:") {
            return Some(address.to_owned());
        }
        let (path, part) = self.file(address)?;
        let bytes = self.site.files.get(path)?;
        Some(format!("data:{};base64,{}{part}", media_type(path), BASE64.encode(bytes)))
    }

    /// Returns the one picture of several (`srcset`) that is wide enough and no wider than it has to be, as an address that holds it.
    pub fn data_of_several(&self, srcset: &str) -> Option<String> {
        let candidates = srcset.split(", ").filter_map(|candidate| {
            let (address, width) = candidate.trim().rsplit_once(' ')?;
            Some((width.strip_suffix('w')?.parse::<u32>().ok()?, address))
        });
        let mut candidates: Vec<(u32, &str)> = candidates.collect();
        candidates.sort_unstable();
        let enough = candidates.iter().find(|(width, _)| *width >= WIDE_ENOUGH).or(candidates.last());
        self.data(enough?.1)
    }
}

/// Returns the type of a file that a page loads, by its ending.
fn media_type(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "woff" => "font/woff",
        "ttf" => "font/ttf",
        "otf" => "font/otf",
        _ => "application/octet-stream",
    }
}
