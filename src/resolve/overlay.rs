//! One complete charter per ward and language: the template with the ward's own words laid over it.
//!
//! This is the only place where wards differ from the template; everything after it sees finished charters.

use std::sync::Arc;

use crate::model::charter::{Behaviour, Template};
use crate::model::pack::Pack;
use crate::model::settings::Settings;
use crate::model::ward::{Added, Ward};
use crate::parse::line::Line;
use crate::parse::prose::Prose;
use crate::problem::Problem;
use crate::problem::catalogue::{fields, wards};
use crate::span::Span;

/// The layer that words came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Layer {
    Template,
    Ward,
}

/// A ward's charter in one language, complete.
#[derive(Clone, Debug)]
pub struct Charter {
    /// The number of the ward in [`Pack::wards`].
    pub ward: usize,
    pub language: String,
    pub title: Line,
    pub explanation: Option<Arc<Prose>>,
    pub intent: Option<Arc<Prose>>,
    pub behaviours: Vec<CharterBehaviour>,
    pub support: Option<Arc<Prose>>,
}

/// One behaviour as the ward says it.
#[derive(Clone, Debug)]
pub struct CharterBehaviour {
    pub id: String,
    pub text: Arc<Prose>,
    /// The language the words are in: another one than the charter's where the ward hasn't translated its own words.
    pub language: String,
    pub easy_read: Option<Line>,
    pub layer: Layer,
}

/// Returns the charters of all wards. Reports behaviours that the template doesn't have, required ones removed, ids taken
/// twice, and languages and words that are missing.
pub fn charters(pack: &Pack, problems: &mut Vec<Problem>) -> Vec<Charter> {
    let Some(template) = pack.template(None) else { return Vec::new() };
    check_template(pack, template, problems);
    let mut charters = Vec::new();
    for (number, ward) in pack.wards.iter().enumerate() {
        check_ward(ward, template, problems);
        for language in languages(ward, &pack.settings) {
            let first = pack.settings.first_language();
            let translated = pack.template((language != first).then_some(language.as_str()));
            let Some(translated) = translated else {
                let span =
                    ward.languages.iter().find(|tag| tag.value == language).map_or(ward.name.span, |tag| tag.span);
                problems.push(wards::no_charter_in_language(span, &name(ward), &language));
                continue;
            };
            charters.push(overlay(number, ward, translated, &language, first, problems));
        }
    }
    charters
}

/// Returns the languages that a ward has its pages in: its own list, or the pack's first.
pub fn languages(ward: &Ward, settings: &Settings) -> Vec<String> {
    let known = |tag: &str| settings.languages.iter().any(|language| language.value == tag);
    let own: Vec<String> = ward.languages.iter().map(|tag| tag.value.clone()).filter(|tag| known(tag)).collect();
    if own.is_empty() { vec![settings.first_language().to_owned()] } else { own }
}

fn overlay(
    number: usize,
    ward: &Ward,
    template: &Template,
    language: &str,
    first: &str,
    problems: &mut Vec<Problem>,
) -> Charter {
    let changes = &ward.charter;
    let mut behaviours = Vec::with_capacity(template.behaviours.len() + changes.add.len());
    for behaviour in &template.behaviours {
        let id = &behaviour.id.0.value;
        if changes.remove.iter().any(|(removed, _)| removed.value == *id) {
            continue;
        }
        let reworded = changes.reword.iter().find(|(known, _)| known.value == *id);
        behaviours.push(match reworded {
            None => from_template(behaviour, language),
            Some((id, words)) => {
                let (language, text) = in_language(ward, id, words, language, first, problems);
                own_words(id, text, language, None)
            }
        });
    }
    for added in &changes.add {
        let (own_language, text) = in_language(ward, &added.id.0, &added.text, language, first, problems);
        let easy_read = added.easy_read.clone().filter(|_| language == first);
        let place = place_of(added, &behaviours);
        behaviours.insert(place, own_words(&added.id.0, text, own_language, easy_read));
    }
    Charter {
        ward: number,
        language: language.to_owned(),
        title: template.title.clone(),
        explanation: template.explanation.clone(),
        intent: template.intent.clone(),
        behaviours,
        support: template.support.clone(),
    }
}

fn from_template(behaviour: &Behaviour, language: &str) -> CharterBehaviour {
    CharterBehaviour {
        id: behaviour.id.0.value.clone(),
        text: behaviour.text.clone(),
        language: language.to_owned(),
        easy_read: behaviour.easy_read.clone(),
        layer: Layer::Template,
    }
}

fn own_words(id: &str, text: Arc<Prose>, language: String, easy_read: Option<Line>) -> CharterBehaviour {
    CharterBehaviour { id: id.to_owned(), text, language, easy_read, layer: Layer::Ward }
}

/// Returns the ward's words in a language, or else in the first language they exist in, which is reported.
fn in_language(
    ward: &Ward,
    id: &crate::span::Spanned<String>,
    words: &crate::model::ward::Words,
    language: &str,
    first: &str,
    problems: &mut Vec<Problem>,
) -> (String, Arc<Prose>) {
    if let Some(prose) = words.in_language(language, first) {
        return (language.to_owned(), prose.clone());
    }
    problems.push(wards::words_missing(id.span, &name(ward), id, language));
    let fallback = words.in_language(first, first).map(|prose| (first, prose));
    let fallback = fallback.or_else(|| words.all(first).into_iter().next());
    fallback.map_or_else(
        || (language.to_owned(), Arc::new(empty(id.span))),
        |(language, prose)| (language.to_owned(), prose.clone()),
    )
}

fn empty(span: Span) -> Prose {
    crate::parse::markdown::prose("", span, "", &mut Vec::new())
}

/// Returns where an added behaviour goes: after or before the one it names, otherwise at the end.
fn place_of(added: &Added, behaviours: &[CharterBehaviour]) -> usize {
    let find = |id: &crate::span::Spanned<String>| behaviours.iter().position(|behaviour| behaviour.id == id.value);
    let after = added.after.as_ref().and_then(find).map(|place| place + 1);
    after.or_else(|| added.before.as_ref().and_then(find)).unwrap_or(behaviours.len())
}

fn name(ward: &Ward) -> String {
    super::values::plain(&ward.name)
}

fn check_template(pack: &Pack, template: &Template, problems: &mut Vec<Problem>) {
    for (number, behaviour) in template.behaviours.iter().enumerate() {
        let id = &behaviour.id.0;
        if template.behaviours[..number].iter().any(|earlier| earlier.id.0.value == id.value) {
            problems.push(wards::behaviour_twice(id, id.span));
        }
    }
    let ids: Vec<&str> = template.behaviours.iter().map(|behaviour| behaviour.id.0.value.as_str()).collect();
    for translated in pack.templates.iter().filter(|other| other.language.is_some()) {
        for behaviour in translated.behaviours.iter().filter(|behaviour| !ids.contains(&behaviour.id.0.value.as_str()))
        {
            problems.push(wards::unknown_behaviour(&behaviour.id.0, behaviour.id.0.span, ids.iter().copied()));
        }
        for missing in ids.iter().filter(|id| !translated.behaviours.iter().any(|known| known.id.0.value == **id)) {
            problems.push(fields::missing(
                missing,
                translated.span,
                "the translated charter",
                "a behaviour with this id",
            ));
        }
    }
}

fn check_ward(ward: &Ward, template: &Template, problems: &mut Vec<Problem>) {
    let changes = &ward.charter;
    let mut ids: Vec<&str> = template.behaviours.iter().map(|behaviour| behaviour.id.0.value.as_str()).collect();
    let named = changes.reword.iter().map(|(id, _)| id).chain(changes.remove.iter().map(|(id, _)| id));
    for id in named.filter(|id| !ids.contains(&id.value.as_str())) {
        problems.push(wards::unknown_behaviour(id, id.span, ids.iter().copied()));
    }
    for (id, _) in &changes.remove {
        let behaviour = template.behaviours.iter().find(|behaviour| behaviour.id.0.value == id.value);
        if let Some(behaviour) = behaviour.filter(|behaviour| behaviour.required) {
            problems.push(wards::required_behaviour(id, id.span, behaviour.id.0.span));
        }
    }
    for added in &changes.add {
        if ids.contains(&added.id.0.value.as_str()) {
            problems.push(wards::behaviour_twice(&added.id.0, added.id.0.span));
        }
        ids.push(&added.id.0.value);
        for place in added.after.iter().chain(&added.before).filter(|place| !ids.contains(&place.value.as_str())) {
            problems.push(wards::unknown_behaviour(place, place.span, ids.iter().copied()));
        }
    }
}
