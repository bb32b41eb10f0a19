//! What is to be read on a page, as a part of another system's page: its main part, with names of its own, and a stylesheet for it.

use lol_html::errors::RewritingError;
use lol_html::html_content::Element;
use lol_html::{HandlerResult, element};

use super::alone::{AlonePage, alone};
use super::html::rewritten;
use super::inside::SeenFrom;
use super::names::FragmentNames;
use super::{content, scope, stylesheet};

/// What can name ids: of what labels an element, describes it, is changed by it, or stands at its head.
const NAMES_IDS: [&str; 12] = [
    "id",
    "for",
    "headers",
    "list",
    "form",
    "aria-labelledby",
    "aria-describedby",
    "aria-controls",
    "aria-owns",
    "aria-details",
    "aria-errormessage",
    "aria-flowto",
];
/// A page as a part of another one.
pub(super) struct Fragment {
    pub html: String,
    pub css: String,
    pub unlinked: usize,
}

/// Returns what is to be read on a page as a part of another one.
pub(super) fn fragment(html: &str, page: SeenFrom<'_>, names: &FragmentNames) -> Result<Fragment, RewritingError> {
    let AlonePage { html, unlinked } = alone(html, page)?;
    let mut sheets = Vec::new();
    let mut root = String::new();
    rewritten(
        &html,
        vec![
            element!("link[rel=stylesheet]", |link| {
                sheets.extend(link.get_attribute("href"));
                Ok(())
            }),
            element!("html", |whole| {
                let attribute = |name: &str| whole.get_attribute(name).map(|value| format!(" {name}=\"{value}\""));
                root = ["lang", "dir"].into_iter().filter_map(attribute).collect();
                Ok(())
            }),
        ],
    )?;
    let inside = with_names(&content::content(&html)?, names)?;
    let html = format!("<div class=\"{}\"{root}>{inside}</div>\n", names.root());
    Ok(Fragment { html, css: scope::scoped(&stylesheet::of_page(&sheets, page), names), unlinked })
}

/// Returns HTML with the fragment's names.
fn with_names(html: &str, names: &FragmentNames) -> Result<String, RewritingError> {
    rewritten(html, vec![element!("*", |element| name(element, names))])
}

fn name(element: &mut Element<'_, '_>, names: &FragmentNames) -> HandlerResult {
    let attributes: Vec<(String, String)> =
        element.attributes().iter().map(|attribute| (attribute.name(), attribute.value())).collect();
    for (attribute, value) in attributes {
        let is_name = attribute == "class" || NAMES_IDS.contains(&&*attribute);
        match value.strip_prefix('#') {
            _ if is_name => element.set_attribute(&attribute, &names.all(&value))?,
            Some(id) if !id.is_empty() && ["href", "xlink:href", "usemap"].contains(&&*attribute) => {
                element.set_attribute(&attribute, &format!("#{}", names.prefixed(id, id)))?;
            }
            _ if value.contains("url(#") => {
                element.set_attribute(&attribute, &value.replace("url(#", &format!("url(#{}", names.prefix())))?;
            }
            _ => {}
        }
    }
    Ok(())
}
