//! HTML with some of its elements changed.

use std::borrow::Cow;

use lol_html::errors::RewritingError;
use lol_html::{ElementContentHandlers, LocalHandlerTypes, RewriteStrSettings, Selector, rewrite_str};

/// What is done with the elements that a selector finds, as `lol_html` takes it.
pub(super) type ElementChange<'h> = (Cow<'h, Selector>, ElementContentHandlers<'h, LocalHandlerTypes>);

/// Returns HTML with some of its elements changed.
pub(super) fn rewritten(html: &str, changes: Vec<ElementChange<'_>>) -> Result<String, RewritingError> {
    let settings =
        changes.into_iter().fold(RewriteStrSettings::new(), RewriteStrSettings::append_element_content_handler);
    rewrite_str(html, settings)
}
