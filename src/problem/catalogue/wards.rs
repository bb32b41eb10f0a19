//! Problems with charters and wards.

use super::super::suggest::{as_list, list, nearest};
use super::super::{Code, Place, Problem};
use crate::span::Span;

pub static CODES: &[&Code] = &[
    &PART_EMPTY,
    &NO_INDEPENDENT_CONTACT,
    &NO_TEMPLATE,
    &UNKNOWN_BEHAVIOUR,
    &REQUIRED,
    &NO_TRANSLATION,
    &WORDS_MISSING,
    &NO_ORIGINAL,
];

static PART_EMPTY: Code = Code {
    id: "C001",
    title: "A charter with a part missing",
    meaning: "Every ward charter has four parts: what sexual safety is, a statement of intent, the expected behaviour, and how to \
              get independent support (Sexual Safety Collaborative, co-producing a ward charter).",
    instead: "Write the part, or take the ward's changes to it back.",
};

pub fn part_empty(place: impl Into<Place>, whose: &str, part: &str) -> Problem {
    Problem::error(&PART_EMPTY, place.into(), format!("{whose} has nothing in its part “{part}”"))
        .label("this part is empty")
        .help(format!("write “{part}”: a charter needs all four of its parts"))
}

static NO_INDEPENDENT_CONTACT: Code = Code {
    id: "C002",
    title: "A ward without an independent contact",
    meaning: "Somebody who is too frightened to talk to staff must find an independent person to call: the organisation and its \
              phone number. It is one of the four things a charter must have.",
    instead: "Add to the ward's file:\n  contacts:\n    support: {organisation: …, phone: '…', checked_on: 2026-10-01}\nOr to pack.yaml, for \
              all wards of a hospital or of the trust.",
};

pub fn no_independent_contact(span: Span, ward: &str, field: &str) -> Problem {
    Problem::error(
        &NO_INDEPENDENT_CONTACT,
        span.into(),
        format!("{ward} has no independent contact: “{field}” is missing"),
    )
    .label(format!("“{field}” is missing here"))
    .help(format!(
        "add “{field}”: people need someone outside the ward to call; it can stand in pack.yaml too, with the hospital or the trust"
    ))
}

static NO_TEMPLATE: Code = Code {
    id: "C003",
    title: "There is no charter template",
    meaning: "Every ward's charter starts from charter/template.yaml.",
    instead: "Write charter/template.yaml, or `extends: built-in` in pack.yaml to use the one inside wardpack.",
};

pub fn no_template(content: &str) -> Problem {
    Problem::error(
        &NO_TEMPLATE,
        Place::Path(format!("{content}/charter/template.yaml")),
        "the pack has no charter template",
    )
    .help("write charter/template.yaml, or “extends: built-in” in pack.yaml")
}

static UNKNOWN_BEHAVIOUR: Code = Code {
    id: "C004",
    title: "A behaviour that the charter below doesn't have",
    meaning: "A ward can reword, remove, order and add to the behaviours of charter/template.yaml, by their ids, and so can the trust \
              for all its wards, in charter/trust.yaml. This id isn't one of them, or it is named twice.",
    instead: "Use one of the ids in the message. A new behaviour goes under `add:`.",
};

pub fn unknown_behaviour<'a>(id: &str, span: Span, ids: impl IntoIterator<Item = &'a str>) -> Problem {
    let problem =
        Problem::error(&UNKNOWN_BEHAVIOUR, span.into(), format!("the charter template has no behaviour “{id}”"))
            .label("not in the template");
    let ids: Vec<&str> = ids.into_iter().collect();
    match (as_list(id), nearest(id, ids.iter().copied())) {
        (Some(list), _) => problem.help(format!("write a list: {list}")).write(list),
        (None, Some(nearest)) => problem
            .help(format!("did you mean “{nearest}”? The behaviours are {}", list(&ids)))
            .write_in_place_of(id, nearest),
        (None, None) => problem.help(format!("the behaviours are {}; a new one goes under “add”", list(&ids))),
    }
}

pub fn behaviour_twice(id: &str, span: Span) -> Problem {
    Problem::error(&UNKNOWN_BEHAVIOUR, span.into(), format!("the charter already has a behaviour “{id}”"))
        .label("this id is taken")
        .help("give the new behaviour another id, or use “reword” to change the one that is there")
}

pub fn removed_by_trust(id: &str, span: Span, trust: Span) -> Problem {
    Problem::error(&UNKNOWN_BEHAVIOUR, span.into(), format!("the trust has taken “{id}” out of the charter"))
        .label("not in the trust's charter")
        .related(trust, "removed here")
        .help("take the line out; or let the ward say it as a behaviour of its own under “add”, with another id")
}

/// A behaviour that the same layer removes, named as if it were there.
pub fn removed_here(id: &str, span: Span, removed: Span) -> Problem {
    Problem::error(&UNKNOWN_BEHAVIOUR, span.into(), format!("“{id}” is named here, and “remove” takes it out"))
        .label("no longer in the charter")
        .related(removed, "removed here")
        .help("name another behaviour here, or take it out of “remove”")
}

/// A new behaviour that stands beside one which comes in only after it.
pub fn added_later(id: &str, span: Span, later: Span) -> Problem {
    Problem::error(&UNKNOWN_BEHAVIOUR, span.into(), format!("“{id}” is added only after this one"))
        .label("not in the charter yet")
        .related(later, "added here")
        .help(format!("move “{id}” above this one in the list"))
}

pub fn reworded_and_removed(id: &str, span: Span) -> Problem {
    Problem::error(&UNKNOWN_BEHAVIOUR, span.into(), format!("“{id}” is both reworded and removed"))
        .label("and removed")
        .help("take it out of “reword” or out of “remove”")
}

pub fn two_places(id: &str, span: Span, after: Span) -> Problem {
    Problem::error(
        &UNKNOWN_BEHAVIOUR,
        span.into(),
        format!("this line is to stand before “{id}” and after another one"),
    )
    .label("before this one")
    .related(after, "and after this one")
    .help("keep “after” or “before”, not both")
}

pub fn ordered_twice(id: &str, span: Span) -> Problem {
    Problem::error(&UNKNOWN_BEHAVIOUR, span.into(), format!("“order” names “{id}” twice"))
        .label("named before")
        .help("name each behaviour once")
}

static REQUIRED: Code = Code {
    id: "C005",
    title: "A behaviour that every ward must have",
    meaning: "The template marks some behaviours as required, and the trust can require more. A ward can say them in its own words, \
              but can't leave them out.",
    instead: "Use `reword:` instead of `remove:`.",
};

pub fn required_behaviour(id: &str, span: Span, required: Span) -> Problem {
    Problem::error(&REQUIRED, span.into(), format!("the behaviour “{id}” can't be removed: every ward must have it"))
        .label("required")
        .related(required, "required here")
        .help("use “reword” to say it in other words")
}

static NO_TRANSLATION: Code = Code {
    id: "C006",
    title: "A ward's language without a charter",
    meaning: "The ward lists a language, but the charter template hasn't been translated into it.",
    instead: "Write the translation beside the template (charter/template.cy.yaml for Welsh), or take the language out of the ward's list.",
};

/// `template` is the name of the template that the ward's charter starts from.
pub fn no_charter_in_language(span: Span, ward: &str, language: &str, template: &str) -> Problem {
    Problem::error(
        &NO_TRANSLATION,
        span.into(),
        format!("{ward} asks for the language “{language}”, but there is no charter in it"),
    )
    .label("no charter in this language")
    .help(format!("write charter/{template}.{language}.yaml, or take “{language}” out"))
}

static WORDS_MISSING: Code = Code {
    id: "C008",
    title: "A ward's own words are not translated",
    meaning: "The ward reworded or added a behaviour in one language only. In the other languages the reader would see words they \
              may not understand; they are shown in the first language and marked as such.",
    instead: "Write the words for each language: {en: …, cy: …}.",
};

pub fn words_missing(span: Span, ward: &str, id: &str, language: &str) -> Problem {
    Problem::warning(
        &WORDS_MISSING,
        span.into(),
        format!("{ward}'s words for “{id}” are missing in the language “{language}”"),
    )
    .label("only in the first language")
    .help(format!("write the words for each language: {{en: …, {language}: …}}"))
}

static NO_ORIGINAL: Code = Code {
    id: "C009",
    title: "A translation without its original",
    meaning: "A file such as keeping-safe.cy.md is the Welsh text of keeping-safe.md. The original isn't there.",
    instead: "Add the original, or give the file a name without the language.",
};

pub fn no_original(span: Span, path: &str) -> Problem {
    Problem::error(&NO_ORIGINAL, span.into(), format!("this is a translation, but {path} isn't there"))
        .label("a translation of nothing")
        .help(format!("add {path}, or take the language out of this file's name"))
}
