//! Headings, and the ids that links lead to.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::ProseBuilder;
use crate::parse::headings;
use crate::problem::catalogue::markdown as problems_of;
use crate::text::prose::{Block, Inline, plain_words};

/// The headings so far.
pub(super) struct Headings {
    last_level: u8,
    ids: TextIds,
}

impl Headings {
    /// Returns what is known before the first heading of a text: the ids that its author gives.
    pub fn of(value: &str) -> Self {
        let given = value.match_indices("{#").filter_map(|(at, _)| value[at + 2..].split(['}', '\n']).next());
        let given = given.map(|id| id.trim().to_owned()).collect();
        Headings { last_level: 1, ids: TextIds { given, ..TextIds::default() } }
    }
}

impl ProseBuilder<'_, '_> {
    /// Returns a heading with its id. Reports one that skips a level, that is a second main heading, or whose id can't be one.
    pub(super) fn heading(&mut self, level: u8, mut words: Vec<Inline>, range: &Range<usize>) -> Block {
        let span = self.span(range);
        let given = take_id(&mut words);
        // What a line below makes a main heading is told by its slip.
        if level > 1 || self.value[range.clone()].trim_start().starts_with('#') {
            self.problems.extend(headings::check(&words, level, self.headings.last_level, span));
        }
        let title = plain_words(&words);
        let level = level.clamp(2, 6);
        self.headings.last_level = level;
        let id = match given {
            Some(given) if !is_id(&given) => {
                self.problems.push(problems_of::heading_id(span, &given, &made_of(&title)));
                given
            }
            Some(given) => {
                if !self.headings.ids.taken.insert(given.clone()) {
                    self.problems.push(problems_of::heading_id_twice(span, &given));
                }
                given
            }
            None => self.headings.ids.free(&title),
        };
        Block::Heading { level, id, words }
    }
}

/// Takes what stands in braces at the end of a heading off it: `## Who can help {#help}`. Returns the id, or what stands there
/// instead of one.
fn take_id(words: &mut [Inline]) -> Option<String> {
    let Some(Inline::Words(last)) = words.last_mut() else { return None };
    let (before, inner) = last.trim_end().strip_suffix('}')?.rsplit_once('{')?;
    let inner = inner.trim();
    let is_meant = inner.starts_with(['#', '.', ':']);
    let id = is_meant.then(|| inner.strip_prefix('#').unwrap_or(inner).to_owned())?;
    *last = before.trim_end().to_owned();
    Some(id)
}

/// Tells whether this can be an id. Those that start with `page-` or `note-` are the page's own.
fn is_id(id: &str) -> bool {
    let is_part = |letter: char| letter.is_alphanumeric() || "-_".contains(letter);
    !id.is_empty() && id.chars().all(is_part) && !is_of_page(id)
}

fn is_of_page(id: &str) -> bool {
    ["page-", "note-"].iter().any(|start| id.starts_with(start))
}

/// The ids of a text.
#[derive(Default)]
struct TextIds {
    /// Those that the author gives, wherever they stand.
    given: HashSet<String>,
    taken: HashSet<String>,
    /// For each id that was made of a title, the number that comes next.
    next: HashMap<String, usize>,
}

impl TextIds {
    /// Returns an id for a heading that no other heading has.
    fn free(&mut self, title: &str) -> String {
        let made = made_of(title);
        let number = self.next.entry(made.clone()).or_insert(1);
        loop {
            let id = if *number == 1 { made.clone() } else { format!("{made}-{number}") };
            *number += 1;
            if !self.given.contains(&id) && self.taken.insert(id.clone()) {
                return id;
            }
        }
    }
}

/// Returns what a title is as an id.
fn made_of(title: &str) -> String {
    let mut id = String::new();
    for letter in title.to_lowercase().chars() {
        match letter {
            '\'' | '’' => {}
            _ if letter.is_alphanumeric() => id.push(letter),
            _ if id.ends_with('-') || id.is_empty() => {}
            _ => id.push('-'),
        }
    }
    let id = id.trim_end_matches('-').to_owned();
    let id = if id.is_empty() || is_of_page(&id) { format!("part-{id}") } else { id };
    id.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_get_ids_of_their_own() {
        let mut ids = TextIds { given: HashSet::from(["who-can-help-2".to_owned()]), ..TextIds::default() };
        assert_eq!(ids.free("Who can help?"), "who-can-help");
        assert_eq!(ids.free("Who can help?"), "who-can-help-3");
        assert_eq!(ids.free("Who can help 3"), "who-can-help-3-2");
        assert_eq!(ids.free("?!"), "part");
    }
}
