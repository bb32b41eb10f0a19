//! One layer of the charter laid over the one below it: words that are said differently, lines that go or come in, another order.

use std::sync::Arc;

use super::{Charter, CharterBehaviour, CharterLayer, LaidPart};
use crate::model::charter_changes::{Added, Changes, InLanguages, Rewording};
use crate::problem::Problem;
use crate::problem::catalogue::wards;
use crate::text::line::Line;
use crate::text::prose::Prose;

/// A layer being laid over a charter.
pub struct Laying<'a> {
    pub charter: Charter,
    pub layer: CharterLayer,
    /// Whose words they are, for messages.
    pub whose: &'a str,
    /// The pack's first language.
    pub first: &'a str,
    pub problems: &'a mut Vec<Problem>,
}

impl Laying<'_> {
    pub fn lay(&mut self, changes: &Changes) {
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

    /// Puts in what sexual safety means on the ward.
    pub fn say_what_it_means_here(&mut self, words: &InLanguages<Arc<Prose>>) {
        self.charter.means_here = Some(self.part("means_here", words));
    }

    fn reword(&mut self, id: &str, rewording: &Rewording) {
        let Some(place) = self.charter.behaviours.iter().position(|behaviour| behaviour.id == id) else { return };
        let part = self.part(id, &rewording.text);
        let easy_read = self.easy_read(rewording.easy_read.as_ref());
        let behaviour = &mut self.charter.behaviours[place];
        // The Easy Read of other words says something else than these.
        (behaviour.part, behaviour.easy_read) = (part, easy_read);
        if rewording.picture.is_some() {
            behaviour.picture.clone_from(&rewording.picture);
        }
    }

    fn add(&mut self, added: &Added) {
        let id = added.id.0.value.clone();
        let part = self.part(&id, &added.text);
        let easy_read = self.easy_read(added.easy_read.as_ref());
        let (place, picture) = (self.place_of(added), added.picture.clone());
        self.charter.behaviours.insert(place, CharterBehaviour { id, part, easy_read, picture, required: None });
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
    fn part(&mut self, name: &str, words: &InLanguages<Arc<Prose>>) -> LaidPart {
        let language = self.charter.language.clone();
        if let Some(text) = words.in_language(&language, self.first) {
            return LaidPart { text: text.clone(), language, layer: self.layer };
        }
        self.problems.push(wards::words_missing(words.span, self.whose, name, &language));
        let (language, text) = words.in_some_language(self.first).map_or_else(
            || (language.as_str(), Arc::new(crate::parse::markdown::prose("", words.span, "", &mut Vec::new()))),
            |(language, text)| (language, text.clone()),
        );
        LaidPart { text, language: language.to_owned(), layer: self.layer }
    }

    /// Returns the Easy Read in the charter's language. In another one it would be no help.
    fn easy_read(&self, words: Option<&InLanguages<Line>>) -> Option<Line> {
        words.and_then(|words| words.in_language(&self.charter.language, self.first)).cloned()
    }
}
