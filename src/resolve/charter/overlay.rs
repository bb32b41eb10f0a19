//! One complete charter per ward and language: the template, with the trust's words and then the ward's own laid over it.
//!
//! This is the only place where charters differ from the template; everything after it sees finished charters, whose every
//! field knows the layer it came from.

use std::sync::Arc;

use super::{Charter, CharterBehaviour, Charters, Layer, Part, WardCharter, languages};
use crate::model::changes::{Added, Changes, InLanguages, Rewording};
use crate::model::pack::Pack;
use crate::problem::Problem;
use crate::problem::catalogue::wards;
use crate::resolve::readers::Readers;
use crate::text::line::Line;
use crate::text::prose::Prose;

/// Returns the charters of all wards, and those that wards start from. Reports behaviours that a layer doesn't find in the ones
/// below, required ones removed, ids taken twice, and languages and words that are missing.
pub fn charters(pack: &Pack, problems: &mut Vec<Problem>) -> Charters {
    let Some(template) = pack.template(None) else { return Charters::default() };
    super::fit::check_template(pack, template, problems);
    let mut charters = Charters { base: base(pack, problems), wards: Vec::new() };
    let first = pack.settings.first_language();
    let Some(start) = charters.base.iter().find(|charter| charter.language == first) else { return charters };
    for (number, ward) in pack.wards.iter().enumerate() {
        super::fit::check(&ward.charter.changes, start, Some(pack), problems);
        for language in languages(ward, &pack.settings) {
            let Some(base) = charters.base.iter().find(|charter| charter.language == language) else {
                let span =
                    ward.languages.iter().find(|tag| tag.value == language).map_or(ward.name.span, |tag| tag.span);
                problems.push(wards::no_charter_in_language(
                    span,
                    &crate::resolve::values::plain(&ward.name),
                    &language,
                ));
                continue;
            };
            let whose = crate::resolve::values::plain(&ward.name);
            let mut laying = Laying { charter: base.clone(), layer: Layer::Ward, whose: &whose, first, problems };
            laying.lay(&ward.charter.changes);
            let mut charter = laying.charter;
            let readers = Readers::of_ward(ward);
            charter.keep_for(&readers);
            charters.wards.push(WardCharter { ward: number, charter });
        }
    }
    charters
}

/// Returns the charter of each language that wards start from: the template with the trust's words.
fn base(pack: &Pack, problems: &mut Vec<Problem>) -> Vec<Charter> {
    let first = pack.settings.first_language();
    let mut base = Vec::new();
    for template in &pack.templates {
        let language = template.language.as_deref().unwrap_or(first);
        let mut charter = Charter::of_template(template, language);
        if let Some(trust) = &pack.trust {
            if language == first {
                super::fit::check(&trust.changes, &charter, None, problems);
            }
            let mut laying = Laying { charter, layer: Layer::Trust, whose: "The trust", first, problems };
            laying.lay(&trust.changes);
            charter = laying.charter;
            for behaviour in &mut charter.behaviours {
                let required = trust.require.iter().find(|id| id.value == behaviour.id).map(|id| id.span);
                behaviour.required = behaviour.required.or(required);
            }
            if language == first {
                super::fit::check_known(&trust.require, &charter, &trust.changes, problems);
            }
        }
        base.push(charter);
    }
    base
}

/// A layer being laid over a charter.
struct Laying<'a> {
    charter: Charter,
    layer: Layer,
    /// Whose words they are, for messages.
    whose: &'a str,
    /// The pack's first language.
    first: &'a str,
    problems: &'a mut Vec<Problem>,
}

impl Laying<'_> {
    fn lay(&mut self, changes: &Changes) {
        for (name, words) in
            [("explanation", &changes.explanation), ("intent", &changes.intent), ("support", &changes.support)]
        {
            let Some(words) = words else { continue };
            let part = self.part(name, words);
            match name {
                "explanation" => self.charter.explanation = Some(part),
                "intent" => self.charter.intent = Some(part),
                _ => self.charter.support = Some(part),
            }
        }
        let is_removed = |id: &str| changes.remove.iter().any(|(removed, _)| removed.value == id);
        self.charter.behaviours.retain(|behaviour| !is_removed(&behaviour.id));
        for (id, rewording) in &changes.reword {
            self.reword(id, rewording);
        }
        for added in &changes.add {
            self.add(added);
        }
        self.order(changes);
    }

    fn reword(&mut self, id: &str, rewording: &Rewording) {
        let Some(place) = self.charter.behaviours.iter().position(|behaviour| behaviour.id == id) else { return };
        let part = self.part(id, &rewording.text);
        let easy_read = self.easy_read(rewording.easy_read.as_ref());
        let behaviour = &mut self.charter.behaviours[place];
        // The Easy Read of other words says something else than these.
        (behaviour.part, behaviour.easy_read) = (part, easy_read);
    }

    fn add(&mut self, added: &Added) {
        let id = added.id.0.value.clone();
        let part = self.part(&id, &added.text);
        let easy_read = self.easy_read(added.easy_read.as_ref());
        let place = self.place_of(added);
        self.charter.behaviours.insert(place, CharterBehaviour { id, part, easy_read, required: None });
    }

    /// Returns where an added behaviour goes: after or before the one it names, otherwise at the end.
    fn place_of(&self, added: &Added) -> usize {
        let behaviours = &self.charter.behaviours;
        let find = |id: &crate::span::Spanned<String>| behaviours.iter().position(|behaviour| behaviour.id == id.value);
        let after = added.after.as_ref().and_then(find).map(|place| place + 1);
        after.or_else(|| added.before.as_ref().and_then(find)).unwrap_or(behaviours.len())
    }

    /// Puts the behaviours that are named first, in that order; the others follow as they were.
    fn order(&mut self, changes: &Changes) {
        if changes.order.is_empty() {
            return;
        }
        let place = |id: &str| changes.order.iter().position(|named| named.value == id).unwrap_or(usize::MAX);
        self.charter.behaviours.sort_by_key(|behaviour| place(&behaviour.id));
        self.charter.ordered_by = self.layer;
    }

    /// Returns the words in the charter's language, or else in the first language they exist in, which is reported.
    fn part(&mut self, name: &str, words: &InLanguages<Arc<Prose>>) -> Part {
        let language = self.charter.language.clone();
        if let Some(text) = words.in_language(&language, self.first) {
            return Part { text: text.clone(), language, layer: self.layer };
        }
        self.problems.push(wards::words_missing(words.span, self.whose, name, &language));
        let (language, text) = words.in_some_language(self.first).map_or_else(
            || (language.as_str(), Arc::new(crate::parse::markdown::prose("", words.span, "", &mut Vec::new()))),
            |(language, text)| (language, text.clone()),
        );
        Part { text, language: language.to_owned(), layer: self.layer }
    }

    /// Returns the Easy Read in the charter's language. In another one it would be no help.
    fn easy_read(&self, words: Option<&InLanguages<Line>>) -> Option<Line> {
        words.and_then(|words| words.in_language(&self.charter.language, self.first)).cloned()
    }
}
