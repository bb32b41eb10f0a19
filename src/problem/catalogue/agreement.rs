//! Problems with what the people of a ward agreed.

use jiff::civil::Date;

use super::super::suggest::{nearest, some};
use super::super::{Code, Problem};
use crate::span::Span;

pub static CODES: &[&Code] = &[&NOT_RECORDED, &SUSPECT, &NO_WARD];

static NOT_RECORDED: Code = Code {
    id: "C010",
    title: "Words that were agreed, but aren't written down",
    meaning: "The ward's file says when its charter was agreed, but not which words. When the template or the ward's words change \
              later, nobody could tell.",
    instead: "Run wardpack agree with the ward's id, the day and who took part. It writes down the words of today, so first make \
              sure that they are the ones that were agreed.",
};

pub fn not_recorded(span: Span, ward: &str) -> Problem {
    Problem::warning(&NOT_RECORDED, span.into(), "the words that were agreed aren't written down".to_owned())
        .label("agreed, but which words?")
        .help(format!("run: wardpack agree {ward} --on DATE --patients N --staff N --carers N"))
}

static SUSPECT: Code = Code {
    id: "C011",
    title: "Words of a charter that have changed since they were agreed",
    meaning: "The people of a ward agreed other words than these. Until they have agreed the new ones, the charter's page says \
              that it is being reviewed, and marks the lines.",
    instead: "Talk the new words over with patients, carers and staff, and then run wardpack agree again. Or take the change back.",
};

/// Words that are other than agreed; `wards` are the names of those that agreed the earlier ones.
pub fn changed(span: Span, agreed: Option<&str>, wards: &[&str], on: Date) -> Problem {
    let message = format!("these words have changed since they were agreed ({}; first on {on})", some(wards));
    let was = agreed.map_or_else(|| "this line is new".to_owned(), |words| format!("agreed was: {words}"));
    Problem::warning(&SUSPECT, span.into(), message).label("not agreed yet").help(was)
}

/// A line that was agreed by some wards and isn't in their charters any more.
pub fn gone(span: Span, line: &str, words: &str, wards: &[&str]) -> Problem {
    let names = some(wards);
    let message = format!("the line “{line}” was agreed and isn't in the charter any more ({names})");
    Problem::warning(&SUSPECT, span.into(), message).label("agreed here").help(format!("agreed was: {words}"))
}

static NO_WARD: Code = Code {
    id: "C012",
    title: "An agreement of a ward that isn't there",
    meaning: "A file such as wards/beach.agreed.yaml belongs to wards/beach.yaml.",
    instead: "If the ward has another name now, give both files that name. If it has closed, keep its file and write withdrawn: into it.",
};

pub fn no_ward<'a>(span: Span, ward: &str, wards: impl IntoIterator<Item = &'a str>) -> Problem {
    let problem =
        Problem::error(&NO_WARD, span.into(), format!("this is what “{ward}” agreed, but there is no such ward"))
            .label("an agreement of nobody");
    match nearest(ward, wards).map(|near| format!("{near}.agreed.yaml")) {
        Some(near) => problem.help(format!("did you mean {near}?")).rename(near),
        None => problem.help("give it the name of its ward's file, or delete it"),
    }
}
