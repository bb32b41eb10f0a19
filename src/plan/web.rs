//! What the web is told of a site that has a public address: the one address of each page, the list of them, and who may read it.
//!
//! Sources: RFC 6596 (the canonical link), the Sitemaps protocol (sitemaps.org), RFC 9309 (robots.txt, which counts at the root of a
//! host alone).

use std::sync::Arc;

use super::shared::Shared;
use super::view::pages::View;
use super::{Collector, Content, Draft, Page, key, url};
use crate::model::settings::Settings;

/// The most addresses that one list may have.
const MOST: usize = 50_000;
/// What a list of addresses, and a list of such lists, are in.
const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// Returns where a file of the site is on the web; nothing where the site has no public address.
pub fn address(settings: &Settings, path: &str) -> Option<String> {
    Some(below(&settings.web_address.as_ref()?.0, path))
}

/// Returns the address of a file of the site that has this one. The first page of a folder has the folder's address.
pub fn below(site: &str, path: &str) -> String {
    let folder = path.strip_suffix("index.html").unwrap_or(path);
    format!("{}/{folder}", site.trim_end_matches('/'))
}

/// Returns the address under which search engines are to know a page; nothing for one that nobody is to find there: it isn't finished,
/// leads on, is of something withdrawn, has nothing to read, or is in a ward's own pack, which isn't on the web.
pub(super) fn canonical(shared: &Shared<'_>, page: &Page) -> Option<String> {
    let is_found = match &page.view {
        View::Moved(_) | View::Withdrawn(_) | View::Blank(_) | View::NotFound(_) | View::Search(_) => false,
        _ => !page.frame.is_draft && shared.own_ward.is_none(),
    };
    address(shared.settings, &page.frame.path).filter(|_| is_found)
}

/// Returns the addresses of those of these pages that are to be found.
pub(super) fn found(drafts: &[Draft]) -> Vec<String> {
    let address = |draft: &Draft| match &draft.content {
        Content::Page(page) => page.frame.canonical.clone(),
        Content::Search(_) | Content::Paper(_) | Content::Bytes(..) | Content::Photo(_) => None,
    };
    drafts.iter().filter_map(address).collect()
}

/// Adds the list of all pages that are to be found, and at the root of a host the file that robots ask for first.
pub(super) fn add(shared: &Shared<'_>, mut addresses: Vec<String>, files: &mut Collector<'_>) {
    let at = |path: &str| address(shared.settings, path).filter(|_| shared.own_ward.is_none());
    let Some(list) = at("sitemap.xml") else { return };
    addresses.sort();
    if addresses.len() <= MOST {
        add_text("sitemap.xml", &xml("urlset", "url", &addresses), files);
    } else {
        let parts: Vec<String> =
            (1..=addresses.len().div_ceil(MOST)).map(|part| format!("sitemap-{part}.xml")).collect();
        for (name, part) in parts.iter().zip(addresses.chunks(MOST)) {
            add_text(name, &xml("urlset", "url", part), files);
        }
        let parts: Vec<String> = parts.iter().filter_map(|name| at(name)).collect();
        add_text("sitemap.xml", &xml("sitemapindex", "sitemap", &parts), files);
    }
    let is_whole_host = at("").is_some_and(|site| url::path_of(&site) == "/");
    if is_whole_host {
        add_text("robots.txt", &format!("User-agent: *\nAllow: /\nSitemap: {}\n", encoded(&list)), files);
    }
}

fn add_text(path: &str, text: &str, files: &mut Collector<'_>) {
    let bytes: Arc<[u8]> = text.as_bytes().into();
    let key = key::of(&&*bytes);
    files.add(path.into(), Content::Bytes(bytes, key), None);
}

fn xml(whole: &str, each: &str, addresses: &[String]) -> String {
    let lines = addresses.iter().map(|address| {
        let address = encoded(address).replace('&', "&amp;").replace('\'', "&apos;");
        format!("<{each}><loc>{address}</loc></{each}>\n")
    });
    let lines: String = lines.collect();
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<{whole} xmlns=\"{NAMESPACE}\">\n{lines}</{whole}>\n")
}

/// Returns an address with the letters of its path that aren't of the Latin alphabet encoded (RFC 3986); those of a host stay.
fn encoded(address: &str) -> String {
    let (host, path) = address.split_at(address.len() - url::path_of(address).len());
    let mut encoded = host.to_owned();
    for letter in path.chars() {
        if letter.is_ascii() {
            encoded.push(letter);
        } else {
            letter.encode_utf8(&mut [0; 4]).bytes().for_each(|byte| encoded.push_str(&format!("%{byte:02X}")));
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_holds_addresses_as_xml_and_the_web_need_them() {
        let text = xml("urlset", "url", &["https://example.org/né/r&d's/".to_owned()]);
        assert!(text.contains("<url><loc>https://example.org/n%C3%A9/r&amp;d&apos;s/</loc></url>"), "{text}");
        assert_eq!(encoded("https://bücher.example/"), "https://bücher.example/");
    }
}
