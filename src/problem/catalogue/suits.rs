//! Problems with whom something suits: people of other ages, other kinds of ward, another nation.

use super::super::suggest::list;
use super::super::{Code, Place, Problem, Severity};
use crate::span::Span;

pub static CODES: &[&Code] = &[&UNSUITED, &KIND_WITHOUT_AGES, &IN_PLACE, &NOT_TOLD, &ANOTHER_NATION];

static UNSUITED: Code = Code {
    id: "C013",
    title: "A text for adults on a ward for young people",
    meaning: "What is right to tell an adult can be wrong for somebody of thirteen: what the law says, whom staff must tell, who can help. So \
              a leaflet, a charter template and the trust's own words say for which ages they are, and nothing that was written for adults \
              reaches a ward whose people are younger.",
    instead: "Give the young people's ward a text of its own: a leaflet with `instead_of:` and `ward_kinds:`, or a template such as \
              charter/template-young-people.yaml. If the text suits everybody, write `ages: all`; if it is for adults only, \
              `ages: 18 and over`.",
};

/// A leaflet that says nothing of ages; `wards` are those of young people that would give it out.
pub fn leaflet_unsaid(span: Span, path: &str, wards: &[String]) -> Problem {
    let id = path.rsplit('/').next().unwrap_or(path).trim_end_matches(".md");
    unsaid(span, path, wards).help(format!(
        "write “ages: 18 and over” into it if it is for adults, and “ages: all” if it suits everybody; young people can have a leaflet of \
         their own, with “instead_of: {id}” and their “ward_kinds”"
    ))
}

/// A template, or the trust's words, that say nothing of ages.
pub fn charter_unsaid(span: Span, path: &str, wards: &[String]) -> Problem {
    unsaid(span, path, wards).help(
        "write “ages: 18 and over” into it if it is for adults, and “ages: all” if it suits everybody; young people can have a template of \
         their own: charter/template-young-people.yaml, with their “ward_kinds”",
    )
}

fn unsaid(span: Span, path: &str, wards: &[String]) -> Problem {
    let names: Vec<&str> = wards.iter().map(String::as_str).collect();
    let message =
        format!("{path} doesn't say for which ages it is, and would be given to young people: {}", list(&names));
    Problem::error(&UNSUITED, span.into(), message).label("for which ages?")
}

/// A ward of young people whose charter would start from a template for adults.
/// `others` are kinds of ward with a template that would suit its people.
pub fn no_template_for(span: Span, ward: &str, kind: &str, others: &[&str]) -> Problem {
    let other = others.first().map(|other| {
        format!("there are texts for the kind “{other}”: give yours that id in pack.yaml, and write “kind: {other}” here. Or ")
    });
    Problem::error(
        &UNSUITED,
        span.into(),
        format!("{ward} is for young people, and the only charter template is for other ages"),
    )
    .label("no template for this kind of ward")
    .help(format!(
        "{}write charter/template-{kind}.yaml with “ward_kinds: [{kind}]” and “ages: under 18” in it, in words for young people",
        other.unwrap_or_default()
    ))
}

/// A text that is said to be for a kind of ward, and for other ages than those of its people.
pub fn contradicts(span: Span, kind: &str) -> Problem {
    Problem::error(
        &UNSUITED,
        span.into(),
        format!("this is for the ward kind “{kind}”, and its “ages” are others than theirs"),
    )
    .label("one of the two can't be right")
    .help(format!("take “{kind}” out of “ward_kinds”, or give “ages” those of “{kind}” in pack.yaml too"))
}

static KIND_WITHOUT_AGES: Code = Code {
    id: "C014",
    title: "A kind of ward for young people that doesn't say their ages",
    meaning: "By its name, children or young people are on such a ward. As long as nothing says so, they would get the texts for adults.",
    instead: "Write their ages into pack.yaml: `- {id: young-people, name: Young people's ward, ages: under 18}`. If all are adults, write \
              `ages: 18 and over`.",
};

pub fn kind_without_ages(span: Span, kind: &str) -> Problem {
    Problem::error(
        &KIND_WITHOUT_AGES,
        span.into(),
        format!("nothing says how old people are on wards of the kind “{kind}”"),
    )
    .label("for young people, by its name")
    .help("write “ages: under 18” beside it; or “ages: 18 and over”, if all of them are adults")
}

static IN_PLACE: Code = Code {
    id: "C015",
    title: "A text in place of another, for no ward or for one that has two",
    meaning: "A leaflet with `instead_of:`, and a charter template beside charter/template.yaml, take the place of the others on wards of the \
              kinds that they name. Without a kind nobody would see them, and with two for one kind nobody could tell which is meant.",
    instead: "Write `ward_kinds:` with the kinds of pack.yaml that it is for, each of them in one text only.",
};

pub fn instead_for_no_kind(span: Span, instead_of: &str) -> Problem {
    Problem::error(
        &IN_PLACE,
        span.into(),
        format!("this takes the place of “{instead_of}”, but doesn't say on which wards"),
    )
    .label("on which wards?")
    .help("add “ward_kinds”, such as ward_kinds: [young-people]")
}

pub fn two_instead(span: Span, kind: &str, instead_of: &str, first: Span) -> Problem {
    Problem::error(
        &IN_PLACE,
        span.into(),
        format!("two leaflets take the place of “{instead_of}” on wards of the kind “{kind}”"),
    )
    .label("and this one")
    .related(first, "this one does")
    .help(format!("take “{kind}” out of one of them"))
}

pub fn template_for_no_kind(span: Span, path: &str) -> Problem {
    Problem::error(&IN_PLACE, span.into(), format!("{path} doesn't say which wards start from it"))
        .label("which wards?")
        .help("add “ward_kinds”, such as ward_kinds: [young-people]")
}

pub fn main_template_of_kind(span: Span) -> Problem {
    Problem::error(
        &IN_PLACE,
        span.into(),
        "charter/template.yaml is for all wards whose kind has no template of its own",
    )
    .label("can't be for some kinds only")
    .help("take “ward_kinds” out; for a kind of its own write another file, such as charter/template-young-people.yaml")
}

pub fn two_templates(span: Span, kind: &str, first: Span) -> Problem {
    Problem::error(&IN_PLACE, span.into(), format!("wards of the kind “{kind}” have two charter templates"))
        .label("and here")
        .related(first, "here")
        .help(format!("take “{kind}” out of one of them"))
}

static ANOTHER_NATION: Code = Code {
    id: "R012",
    title: "A service of another nation",
    meaning: "A service that says in which `nations:` it is there isn't shown in a pack for another one (`nation:` in pack.yaml), nor is any \
              line or item of a list that leads to it: nobody could use it.",
    instead: "Write of the service that does the same in your nation, and add it to support.yaml; or give the service this nation too, if it \
              is there.",
};

/// A line of the author's own; `of` are the nations in which the service is there.
pub fn of_another_nation(span: Span, service: &str, of: &str, nation: &str) -> Problem {
    Problem::warning(
        &ANOTHER_NATION,
        span.into(),
        format!("{service} is there for {of}, and this pack is for {nation}: the line isn't shown"),
    )
    .label("not shown")
    .help(format!(
        "write of the service that does the same for {nation}; or add it to the service's “nations”, if it is there"
    ))
}

static NOT_TOLD: Code = Code {
    id: "C016",
    title: "What young people should be told, and the trust hasn't said",
    meaning: "The texts for young people have places for what differs from trust to trust, or has to be looked up by somebody who answers for \
              it: whom staff must tell, what parents are told, what the law says at their age, who helps after sexual violence. Until it is \
              said in pack.yaml, the line that waits for it isn't there, and nothing on the page tells the young people that it is missing.",
    instead: "Ask your safeguarding team, and write it into pack.yaml in words for a child of nine:\n  young_people:\n    who_is_told: …\n    \
              parents: …\n    consent_law: …\n    picture_law: …\n    adviser: …",
};

/// A note for the closing lines; `names` are the settings that are missing.
pub fn young_people_not_told(place: Place, names: &[&str]) -> Problem {
    let message = format!("young people are not told yet: {}", list(names));
    Problem { severity: Severity::Note, ..Problem::warning(&NOT_TOLD, place, message) }
        .help("ask your safeguarding team, and write it under “young_people” in pack.yaml; until then these lines aren't on the page")
}
