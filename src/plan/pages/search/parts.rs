//! The index of a large site in parts, each a script of its own: an edit then plans, draws and writes a small file, and parts are
//! drawn side by side.

use super::index_names::{easy, name};
use crate::model::easy_read::EasyRead;
use crate::model::kind::Kind;
use crate::model::pack::Pack;
use crate::model::pack::item::Item;
use crate::plan::shared::Shared;
use crate::plan::voice::Voice;
use crate::plan::{key, url};

/// So many pages are in one part of an index.
const PAGES_OF_A_PART: usize = 256;

/// What one part of the index for everyone finds.
#[derive(Default)]
pub struct SearchPart<'a> {
    pub number: usize,
    pub names: Vec<(Kind, &'a str)>,
    /// What the pack says of these, in all languages.
    pub items: Vec<Item<'a>>,
    pub easy_reads: Vec<&'a EasyRead>,
}

/// Returns in how many parts the index for everyone is. It depends on how many items there are, so that it seldom changes.
fn count(shared: &Shared<'_>) -> usize {
    let items = shared.names.iter().count() + shared.easy_reads.len();
    items.div_ceil(PAGES_OF_A_PART).next_power_of_two()
}

/// Returns the paths of the index for everyone.
pub fn indexes_for_everyone(voice: &Voice<'_>) -> Vec<String> {
    let path = url::in_language(&url::search(), voice.language());
    (0..count(voice.shared)).map(|part| url::search_index(&path, part)).collect()
}

/// Returns the number of the part of `count` that has a page, by its name in the index: it is in that part whatever pages come
/// and go beside it.
fn part_of(name: &str, count: usize) -> usize {
    usize::try_from(key::of(&name) % count as u128).unwrap_or(0)
}

/// Returns the parts of the index for everyone.
pub fn parts<'a>(shared: &Shared<'a>, pack: &'a Pack) -> Vec<SearchPart<'a>> {
    let count = count(shared);
    let part = |number| SearchPart { number, ..SearchPart::default() };
    let mut parts: Vec<SearchPart<'a>> = (0..count).map(part).collect();
    for ((kind, id), _) in shared.names.iter() {
        parts[part_of(&name((*kind, id)), count)].names.push((*kind, id));
    }
    for item in pack.items() {
        parts[part_of(&name((item.kind, item.id)), count)].items.push(item);
    }
    for easy_read in shared.easy_reads {
        let name = easy(&name((easy_read.kind, &easy_read.id)));
        parts[part_of(&name, count)].easy_reads.push(easy_read);
    }
    parts
}
