//! What is to be read on a page, as a part of another system's page: its main part, with names of its own, and a stylesheet for it.

use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;

use lol_html::errors::RewritingError;
use lol_html::html_content::Element;
use lol_html::{HandlerResult, element, end_tag};

use super::alone::{AlonePage, alone};
use super::html::rewritten;
use super::inside::SeenFrom;
use super::names::FragmentNames;
use super::{scope, stylesheet};

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
/// The help that stands on every page.
const HELP: &str = "#page-help";

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
    let main = inside_of(&html, "main")?;
    let help = around(&html, HELP)?.filter(|help| main.as_ref().is_none_or(|main| !main.contains(&help.start)));
    let parts = main.into_iter().chain(help).map(|place| &html[place]);
    let inside = with_names(&parts.collect::<String>(), names)?;
    let html = format!("<div class=\"{}\"{root}>{inside}</div>\n", names.root());
    Ok(Fragment { html, css: scope::scoped(&stylesheet::of_page(&sheets, page), names), unlinked })
}

/// Returns where the first element stands that a selector finds, with its tags.
fn around(html: &str, selector: &str) -> Result<Option<Range<usize>>, RewritingError> {
    Ok(places(html, selector)?.map(|(begins, ends)| begins.start..ends.end))
}

/// Returns where what is inside the first element stands that a selector finds.
fn inside_of(html: &str, selector: &str) -> Result<Option<Range<usize>>, RewritingError> {
    Ok(places(html, selector)?.map(|(begins, ends)| begins.end..ends.start))
}

/// Where the two tags of an element stand.
type Tags = (Range<usize>, Range<usize>);

/// Returns where the two tags of the first element stand that a selector finds.
fn places(html: &str, selector: &str) -> Result<Option<Tags>, RewritingError> {
    let found: Rc<RefCell<Option<Tags>>> = Rc::default();
    let mut is_found = false;
    let find = element!(selector, |element| {
        let begins = element.source_location().bytes();
        if let Some(ends) = element.end_tag_handlers()
            && !is_found
        {
            is_found = true;
            let found = found.clone();
            ends.push(end_tag!(move |end| {
                *found.borrow_mut() = Some((begins.clone(), end.source_location().bytes()));
                Ok(())
            }));
        }
        Ok(())
    });
    rewritten(html, vec![find])?;
    Ok(found.take())
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
