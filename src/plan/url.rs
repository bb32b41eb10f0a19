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
        Kind::TheoryOfChange => format!("improvement/theories-of-change/{id}/index.html"),
        Kind::MeasurementPlan => format!("improvement/measurement-plans/{id}/index.html"),
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

/// Returns the path of the page that says what the pack has beside each standard.
pub fn matrix() -> String {
    "standards/in-this-pack/index.html".to_owned()
}

/// Returns the path of the form on which a benchmark is filled in.
pub fn benchmark_form() -> String {
    "benchmarks/fill-in/index.html".to_owned()
}

/// Returns the path of the page on which a conversation model is used on shift.
pub fn on_shift(model: &str) -> String {
    format!("conversation-models/{model}/on-shift/index.html")
}

/// Returns the path of the page that sets the conversation models side by side.
pub fn side_by_side() -> String {
    "conversation-models/side-by-side/index.html".to_owned()
}

/// Returns the path of the numbers of a measure, as a file.
pub fn numbers(measure: &str) -> String {
    format!("measures/{measure}/{measure}.csv")
}

/// Returns the path of the page with what people answered to a survey.
pub fn survey(form: &str) -> String {
    format!("forms/{form}/answers/index.html")
}

/// Returns the path of a ward's charter.
pub fn charter(ward: &str) -> String {
    format!("wards/{ward}/charter/index.html")
}

/// Returns the path of a file to print beside the page that shows the same, by the name of the file, in the pack's first language or in
/// another one.
pub fn paper(page: &str, name: &str, language: Option<&str>) -> String {
    let language = language.map(|tag| format!("-{tag}")).unwrap_or_default();
    page.replace("index.html", &format!("{name}{language}.pdf"))
}

/// Returns the path of the page that says how a ward's charter differs from the template.
pub fn differences(ward: &str) -> String {
    format!("wards/{ward}/charter/differences/index.html")
}

/// Returns the path of the sheet on which the lines of a ward's charter are kept, changed or taken away.
pub fn charter_sheet(ward: &str) -> String {
    format!("wards/{ward}/charter/sheet/index.html")
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

/// Returns the path of the script that holds what a search page finds, or a part of it, counted from 0.
pub fn search_index(search: &str, part: usize) -> String {
    let name = if part == 0 { "index.js".to_owned() } else { format!("index-{}.js", part + 1) };
    search.replace("index.html", &name)
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

/// Returns the path of a part of a page.
pub fn part(page: &str, id: &str) -> String {
    format!("{page}#{id}")
}

/// Returns the id of the part of a page that is about a driver, by its number and that of its primary driver, from 1.
pub fn driver(primary: usize, secondary: Option<usize>) -> String {
    match secondary {
        Some(secondary) => format!("page-driver-{primary}-{secondary}"),
        None => format!("page-driver-{primary}"),
    }
}

/// Returns the host of an outside address, for showing where a link leads.
pub fn host(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    host.strip_prefix("www.").unwrap_or(host)
}

/// Returns an outside address as people say it: `nhs.uk/sarcs` for `https://www.nhs.uk/sarcs/?x=1`.
pub fn shown(address: &str) -> String {
    format!("{}{}", host(address), path_of(address).trim_end_matches('/'))
}

/// The files that open in a program of their own, by the end of their names, and what people call them.
const FILE_TYPES: [(&str, &str); 13] = [
    ("pdf", "PDF"),
    ("doc", "Word"),
    ("docx", "Word"),
    ("odt", "OpenDocument text"),
    ("xls", "Excel"),
    ("xlsx", "Excel"),
    ("ods", "OpenDocument spreadsheet"),
    ("csv", "CSV"),
    ("ppt", "PowerPoint"),
    ("pptx", "PowerPoint"),
    ("zip", "zip"),
    ("mp3", "MP3"),
    ("mp4", "MP4"),
];

/// Returns what people call the type of the file that an address leads to; nothing for a web page.
pub fn file_type(address: &str) -> Option<&'static str> {
    let (_, end) = path_of(address).rsplit_once('.')?;
    FILE_TYPES.into_iter().find(|(known, _)| known.eq_ignore_ascii_case(end)).map(|(_, name)| name)
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
    fn pages_at_the_root_have_ids_that_no_page_of_an_author_gets() {
        let made = [section(BLANK), search(), section("a-to-z"), section("sitemap"), easy_read("index.html")];
        for path in made {
            let id = path.split('/').next().unwrap_or_default();
            assert!(crate::model::kind::OF_THE_SITE.contains(&id), "{id}");
        }
    }

    #[test]
    fn pages_are_files_below_the_root() {
        assert_eq!(item(Kind::Leaflet, "visiting"), "leaflets/visiting/index.html");
        assert_eq!(item(Kind::Term, "consent"), "glossary/index.html#consent");
        assert_eq!(root("wards/a/charter/index.html"), "../../../");
        assert_eq!(host("https://www.nhs.uk/sarcs?x=1"), "nhs.uk");
        assert_eq!(shown("https://www.nhs.uk/sarcs/?x=1"), "nhs.uk/sarcs");
        assert_eq!(shown("https://www.samaritans.org/"), "samaritans.org");
        assert_eq!(file_type("https://example.org/a.b/plan.PDF?sfvrsn=2"), Some("PDF"));
        assert_eq!(file_type("https://example.org"), None);
    }
}
