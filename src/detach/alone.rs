//! A page that needs no other file: what it loads is inside, nothing is left for scripts, and its links lead somewhere or are words.

use lol_html::errors::RewritingError;
use lol_html::html_content::Element;
use lol_html::{HandlerResult, element};

use super::html::rewritten;
use super::inside::SeenFrom;
use super::links::{self, LinkWay};

/// What stands on a page for its scripts, what is true only where they run, and what would load a page of another site.
const SCRIPTS: &str = "script, .with-script, iframe, object, embed, base, meta[http-equiv=refresh]";
/// What a link has that words don't.
const OF_LINKS: [&str; 8] = ["href", "hreflang", "rel", "target", "download", "type", "aria-current", "referrerpolicy"];

/// A page that stands alone, but for its stylesheets.
pub(super) struct AlonePage {
    pub html: String,
    /// How many links are words now.
    pub unlinked: usize,
}

/// Makes a page that stands alone.
pub(super) fn alone(html: &str, page: SeenFrom<'_>) -> Result<AlonePage, RewritingError> {
    // What stands in noscript are words to the rewriter, so that it takes a turn of its own.
    let html = rewritten(
        html,
        vec![
            element!(SCRIPTS, |script| {
                script.remove();
                Ok(())
            }),
            element!("noscript", |words| {
                words.remove_and_keep_content();
                Ok(())
            }),
        ],
    )?;
    let html = links::without_idle_menus(&html, page)?;
    let mut unlinked = 0;
    let html = rewritten(
        &html,
        vec![
            element!("a[href], area[href]", |link| lead(link, page, &mut unlinked)),
            element!("*", |element| hold(element, page)),
        ],
    )?;
    Ok(AlonePage { html, unlinked })
}

/// Lets a link lead where it can be followed from a page that stands alone; one that can't is words.
fn lead(link: &mut Element<'_, '_>, page: SeenFrom<'_>, unlinked: &mut usize) -> HandlerResult {
    match links::way(&link.get_attribute("href").unwrap_or_default(), page) {
        LinkWay::Stays => {}
        LinkWay::To(address) => link.set_attribute("href", &address)?,
        LinkWay::Nowhere => {
            *unlinked += 1;
            for name in OF_LINKS {
                link.remove_attribute(name);
            }
            link.set_tag_name("span")?;
        }
    }
    Ok(())
}

/// Puts what an element loads inside it. What isn't of the site is left out, and so are addresses that only scripts read.
fn hold(element: &mut Element<'_, '_>, page: SeenFrom<'_>) -> HandlerResult {
    let name = element.tag_name();
    let several = element.get_attribute("srcset").and_then(|srcset| page.data_of_several(&srcset));
    let attributes: Vec<(String, String)> =
        element.attributes().iter().map(|attribute| (attribute.name(), attribute.value())).collect();
    for (attribute, value) in attributes {
        let is_used = matches!((&*name, &*attribute), ("use" | "image", "href" | "xlink:href"));
        match &*attribute {
            "srcset" if name == "source" => set(element, "srcset", several.as_deref())?,
            "srcset" | "sizes" | "integrity" | "crossorigin" | "loading" | "fetchpriority" => {
                element.remove_attribute(&attribute);
            }
            "src" if several.is_some() => set(element, "src", several.as_deref())?,
            "src" | "poster" | "background" => set(element, &attribute, page.data(&value).as_deref())?,
            _ if is_used && !value.starts_with('#') => set(element, &attribute, page.data(&value).as_deref())?,
            _ if attribute.starts_with("data-") && page.file(&value).is_some() => element.remove_attribute(&attribute),
            _ => {}
        }
    }
    Ok(())
}

fn set(element: &mut Element<'_, '_>, attribute: &str, value: Option<&str>) -> HandlerResult {
    match value {
        Some(value) => element.set_attribute(attribute, value)?,
        None => element.remove_attribute(attribute),
    }
    Ok(())
}
