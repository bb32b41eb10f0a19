//! The index of a large site in parts, each a script of its own: an edit then writes a small file, and parts are drawn side by side.

use crate::plan::view::search::{SearchIndex, SearchMeant, SearchPage};
use crate::plan::voice::Voice;
use crate::plan::{key, url};

/// So many pages are in one part of an index.
const PAGES_OF_A_PART: usize = 256;

/// Returns in how many parts the index for everyone is. It depends on how many items there are, so that it seldom changes.
fn parts(voice: &Voice<'_>) -> usize {
    let items = voice.shared.names.iter().count() + voice.shared.easy_reads.len();
    items.div_ceil(PAGES_OF_A_PART).next_power_of_two()
}

/// Returns the paths of the index for everyone.
pub(super) fn indexes_for_everyone(voice: &Voice<'_>) -> Vec<String> {
    let path = url::in_language(&url::search(), voice.language());
    (0..parts(voice)).map(|part| url::search_index(&path, part)).collect()
}

/// Returns the parts of an index. A page stays in its part whatever pages come and go beside it.
pub(super) fn in_parts(voice: &Voice<'_>, pages: Vec<SearchPage>, meant: Vec<SearchMeant>) -> Vec<SearchIndex> {
    let count = parts(voice);
    let part = |number| SearchIndex { goes_on: number > 0, ..SearchIndex::default() };
    let mut parts: Vec<SearchIndex> = (0..count).map(part).collect();
    for page in pages {
        let number = usize::try_from(key::of(&page.name) % count as u128).unwrap_or(0);
        parts[number].pages.push(page);
    }
    parts[0].meant = meant;
    parts
}
