//! Links that call or write to somebody: their number can be dialled, their address is one. Example: `[Call](tel:01632 96)`.

use crate::model::{address, phone};
use crate::problem::Problem;
use crate::span::Span;

/// Returns what is wrong with the number or the email address that an outside link has, if it has one.
pub fn problem(link: &str, span: Span) -> Option<Problem> {
    // A placeholder in an address was told where the text was read.
    let (scheme, rest) = link.split_once(':').filter(|_| !link.contains('{'))?;
    let upto = |ends: &[char]| rest.split(ends).next().unwrap_or_default().replace("%20", " ");
    match scheme.to_ascii_lowercase().as_str() {
        "tel" => phone::mistake_of_link(&upto(&['?', ';', ',']), span),
        // A comma in it was told where the text was read.
        "mailto" if !rest.contains(',') => address::mistake_of_link(&upto(&['?']), span),
        _ => None,
    }
}
