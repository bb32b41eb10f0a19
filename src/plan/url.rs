//! What an address looks like. Nowhere else is a path of the site put together.
//!
//! Every page is a folder with an `index.html`, and every link names the file: so the same bytes work at a domain's root,
//! under a sub-path, and from a USB stick.

use crate::model::kind::{HOME, Kind};

/// Returns the path of an item's page from the site's root. Terms and services share one page; theirs is a part of it.
pub fn item(kind: Kind, id: &str) -> String {
    match kind {
        Kind::Section => section(id),
        Kind::Domain | Kind::Standard => format!("standards/{id}/index.html"),
        Kind::ChangeIdea => format!("improvement/change-ideas/{id}/index.html"),
        Kind::Page => format!("{id}/index.html"),
        Kind::Support | Kind::Term => format!("{}/index.html#{id}", kind.section()),
        _ => format!("{}/{id}/index.html", kind.section()),
    }
}

/// Returns the path of a section's page.
pub fn section(id: &str) -> String {
    match id {
        HOME => "index.html".to_owned(),
        "change-ideas" => "improvement/change-ideas/index.html".to_owned(),
        _ => format!("{id}/index.html"),
    }
}

/// Returns the path of a ward's charter.
pub fn charter(ward: &str) -> String {
    format!("wards/{ward}/charter/index.html")
}

/// Returns the path of the page that says how a ward's charter differs from the template.
pub fn differences(ward: &str) -> String {
    format!("wards/{ward}/charter/differences/index.html")
}

/// Returns the path of the page that says how the trust's charter differs from the template.
pub fn trust_differences() -> String {
    "charter/differences/index.html".to_owned()
}

/// Returns the path of a ward's own copy of a leaflet.
pub fn ward_leaflet(ward: &str, leaflet: &str) -> String {
    format!("wards/{ward}/leaflets/{leaflet}/index.html")
}

/// Returns the path of the same page in Easy Read.
pub fn easy_read(path: &str) -> String {
    path.replace("index.html", "easy-read/index.html")
}

/// The page that shows nothing.
pub const BLANK: &str = "blank";

/// Returns the path of the search page.
pub fn search() -> String {
    section("search")
}

/// Returns the path of a ward's own search page.
pub fn ward_search(ward: &str) -> String {
    format!("wards/{ward}/search/index.html")
}

/// Returns the path of the script that holds what a search page finds.
pub fn search_index(search: &str) -> String {
    search.replace("index.html", "index.js")
}

/// Returns the path of the same page in another language; the pack's first language is at the root.
pub fn in_language(path: &str, language: Option<&str>) -> String {
    match language {
        Some(language) => format!("{language}/{path}"),
        None => path.to_owned(),
    }
}

/// Returns the way from a page up to the site's root: `../../` for `leaflets/visiting/index.html`.
pub fn root(path: &str) -> String {
    "../".repeat(path.matches('/').count())
}

/// Returns the host of an outside address, for showing where a link leads.
pub fn host(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    host.strip_prefix("www.").unwrap_or(host)
}

/// Returns the path of an outside address, from its first slash: `/wards` for `https://intranet.example/wards`.
pub fn path_of(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let path = rest.find('/').map_or("", |at| &rest[at..]);
    path.split(['?', '#']).next().unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_files_below_the_root() {
        assert_eq!(item(Kind::Leaflet, "visiting"), "leaflets/visiting/index.html");
        assert_eq!(item(Kind::Term, "consent"), "glossary/index.html#consent");
        assert_eq!(root("wards/a/charter/index.html"), "../../../");
        assert_eq!(host("https://www.nhs.uk/sarcs?x=1"), "nhs.uk");
    }
}
