//! Where a charter has easier words, a line that a trust or a ward says in words of its own has them too, in each of its languages.
//!
//! Source: somebody who reads the easier words needs every line of the charter, and a line without them isn't there (Department of
//! Health, Making written information easier to understand, 2010). Example: a ward rewords a line in English and Welsh, and writes
//! `easy_read` in English only.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::model::charter_changes::{Changes, InLanguages};
use crate::model::charter_template::Template;
use crate::problem::Problem;
use crate::problem::catalogue::easy_read::{without_easy_words, without_easy_words_in};
use crate::resolve::Site;
use crate::resolve::charter::{Charter, languages};
use crate::span::Spanned;
use crate::text::line::Line;

pub fn check(site: &Site, _as_of: Date) -> Vec<Problem> {
    let pack = &site.pack;
    let first = pack.settings.first_language();
    let of_trust = pack.trust.iter().flat_map(|trust| {
        let templates = pack.templates.iter().filter(|template| template.is_main());
        let below: Vec<Below<'_>> = templates.map(|template| Below::of_template(template, first)).collect();
        without(&trust.changes, first, &below)
    });
    let of_wards = pack.wards.iter().flat_map(|ward| {
        let languages = languages(ward, &pack.settings);
        let base = languages.iter().filter_map(|language| site.charters.base_of(&ward.kind, language));
        let below: Vec<Below<'_>> = base.map(Below::of_charter).collect();
        without(&ward.charter.changes, first, &below)
    });
    of_trust.chain(of_wards).collect()
}

/// What a layer is laid over, in one language.
struct Below<'a> {
    language: &'a str,
    /// The ids of its lines that have easier words.
    easy: BTreeSet<&'a str>,
}

impl<'a> Below<'a> {
    fn of_template(template: &'a Template, first: &'a str) -> Self {
        let easy = template.behaviours.iter().filter(|behaviour| behaviour.easy_read.is_some());
        Below {
            language: template.language.tag().unwrap_or(first),
            easy: easy.map(|behaviour| behaviour.id.0.value.as_str()).collect(),
        }
    }

    fn of_charter(charter: &'a Charter) -> Self {
        let easy = charter.behaviours.iter().filter(|behaviour| behaviour.easy_read.is_some());
        Below { language: &charter.language, easy: easy.map(|behaviour| behaviour.id.as_str()).collect() }
    }
}

/// Returns the problems of the lines that a layer rewords or adds without easier words. A language in which the line itself isn't said
/// is another problem.
fn without(changes: &Changes, first: &str, below: &[Below<'_>]) -> Vec<Problem> {
    let has = |words: Option<&InLanguages<Line>>, language: &str| {
        words.is_some_and(|words| words.in_language(language, first).is_some())
    };
    let problem = |id: &Spanned<String>, missing: Vec<&str>| {
        let is_named = below.len() > 1 || missing != [first];
        match () {
            () if missing.is_empty() => None,
            () if is_named => Some(without_easy_words_in(id.span, id, &missing)),
            () => Some(without_easy_words(id.span, id)),
        }
    };
    let reworded = changes.reword.iter().filter_map(|(id, line)| {
        let said = below.iter().filter(|one| line.text.in_language(one.language, first).is_some());
        let easy = said.filter(|one| one.easy.contains(id.value.as_str())).map(|one| one.language);
        problem(id, easy.filter(|language| !has(line.easy_read.as_ref(), language)).collect())
    });
    let added = changes.add.iter().filter_map(|line| {
        let said = below.iter().filter(|one| line.text.in_language(one.language, first).is_some());
        let easy = said.filter(|one| !one.easy.is_empty()).map(|one| one.language);
        problem(&line.id.0, easy.filter(|language| !has(line.easy_read.as_ref(), language)).collect())
    });
    reworded.chain(added).collect()
}
