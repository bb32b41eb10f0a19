//! Problems with the answers to surveys.

use super::super::suggest::{list, nearest};
use super::super::{Code, Place, Problem};
use super::lists::{Flaw, Unreadable};
use super::tables;
use crate::span::Span;

pub static CODES: &[&Code] = &[&TABLE, &COLUMN, &ANSWER, &PUBLISHED];

static TABLE: Code = Code {
    id: "L025",
    title: "A table of answers that isn't right as a whole",
    meaning: "What people answered to a survey stands in forms/<id>.csv, a person in each row, and the survey in forms/<id>.yaml beside it. \
              Without the one, nobody knows what the other is about.",
    instead: "Save the table as “CSV UTF-8” under the name of the survey that it belongs to, and write `survey: true` into the survey.",
};

pub fn unreadable(path: &str, why: &Unreadable) -> Problem {
    tables::unreadable(&TABLE, path, why, "delete the file until there are answers")
}

/// Returns the problem of a flaw. `span` is its cell; one without is told of the table at `path`.
pub fn flaw(flaw: &Flaw, span: Option<Span>, path: &str) -> Problem {
    tables::flaw(&TABLE, flaw, span, path)
}

/// A workbook or the like among the forms. `name` is what the answers should be called.
pub fn named_otherwise(shown: &str, name: &str) -> Problem {
    let place = Place::Path(shown.into());
    Problem::error(&TABLE, place, format!("{shown} isn't read: the answers to a survey are a CSV file"))
        .help(format!("open it, and save the sheet with the answers as “CSV UTF-8” under the name {name}"))
}

/// A name whose ending is in capitals.
pub fn in_capitals(shown: &str, name: &str) -> Problem {
    tables::in_capitals(&TABLE, shown, name)
}

/// Answers that no form asks for.
pub fn without_form(span: Span, id: &str) -> Problem {
    Problem::error(&TABLE, span.into(), format!("nothing says what was asked: there is no forms/{id}.yaml"))
        .label("answers to what?")
        .help("give the table the name of the survey that it belongs to")
}

pub fn not_a_survey(span: Span, id: &str, title: Span) -> Problem {
    Problem::error(&TABLE, span.into(), format!("answers are counted for surveys, and forms/{id}.yaml is none"))
        .label("not counted")
        .related(title, "no survey")
        .help("write survey: true into the form, or delete the table")
}

static COLUMN: Code = Code {
    id: "L028",
    title: "A column of answers that isn't right",
    meaning: "The first row of a table of answers has the questions of the survey, in their own words or by their ids. A column whose heading \
              begins with # is your own, and isn't read.",
    instead: "Give the column the words of a question, begin its heading with #, or delete it.",
};

/// `near` is the question that may be meant.
pub fn unknown_column(name: &str, span: Span, near: Option<&str>) -> Problem {
    let own = "for a column of your own begin its heading with #";
    let help = match near {
        Some(near) => format!("did you mean “{near}”? Otherwise, {own}"),
        None => format!("write the question as the survey has it; {own}"),
    };
    Problem::error(&COLUMN, span.into(), format!("the survey doesn't ask “{name}”"))
        .label("no such question")
        .help(help)
}

pub fn column_again(name: &str, span: Span, first: Span) -> Problem {
    Problem::error(&COLUMN, span.into(), format!("“{name}” has a column already"))
        .label("only one of them can be counted")
        .related(first, "the first")
        .help("delete one of them, or begin its heading with #")
}

pub fn missing_column(question: &str, span: Span) -> Problem {
    Problem::warning(&COLUMN, span.into(), format!("the table has no column for “{question}”"))
        .label("the row with the questions")
        .help("add the column; where nobody was asked, leave its cells empty")
}

static ANSWER: Code = Code {
    id: "L029",
    title: "An answer that isn't one of the choices",
    meaning: "Answers are counted by the choices of the question. One in other words is none of them, and would be lost.",
    instead: "Write the choice as the survey has it, in any of its languages; several are parted by a semicolon. Leave the cell empty where \
              somebody didn't answer.",
};

pub fn unknown_choice(written: &str, span: Span, choices: &[String]) -> Problem {
    let names: Vec<&str> = choices.iter().map(String::as_str).collect();
    let problem = Problem::error(&ANSWER, span.into(), format!("“{written}” is not one of the choices"))
        .label("not one of the choices");
    match nearest(written, names.iter().copied()) {
        Some(near) => problem.help(format!("did you mean “{near}”? The choices are {}", list(&names))),
        None => {
            problem.help(format!("the choices are {}; leave the cell empty where there is no answer", list(&names)))
        }
    }
}

static PUBLISHED: Code = Code {
    id: "L032",
    title: "A day of publishing that isn't one",
    meaning: "The column “published” of a table of answers has the day on which each answer was first shown to others, so that the new numbers \
              can be held against those that are out already. Without the day, a few new answers could be worked out from the two.",
    instead: "Write the day, such as 2026-05-01, in the row of each answer that has been shown, and leave the cells of new answers empty.",
};

pub fn not_a_day(written: &str, span: Span) -> Problem {
    Problem::error(&PUBLISHED, span.into(), format!("“{written}” is not a day")).label("no day").help(
        "write the day on which this answer was first shown to others, such as 2026-05-01; or nothing, if it is new",
    )
}
