//! What items are called in the index of search.

use crate::model::kind::Kind;

/// Returns the name of an item in the index.
pub(super) fn name((kind, id): (Kind, &str)) -> String {
    format!("{}/{id}", kind.name())
}

/// Returns the name of an item in Easy Read.
pub(super) fn easy(name: &str) -> String {
    format!("{name}/easy-read")
}
