//! What is to be read on a page: what stands between its menu and its foot, with the help.

use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;

use lol_html::errors::RewritingError;
use lol_html::{element, end_tag};

use super::html::rewritten;

/// The help that stands on every page.
const HELP: &str = "#page-help";

/// Returns what is to be read on a page.
pub(super) fn content(html: &str) -> Result<String, RewritingError> {
    let main = inside_of(html, "main")?;
    let help = around(html, HELP)?.filter(|help| main.as_ref().is_none_or(|main| !main.contains(&help.start)));
    Ok(main.into_iter().chain(help).map(|place| &html[place]).collect())
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
