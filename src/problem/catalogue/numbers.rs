//! Problems of the numbers of measures.

use super::super::{Code, Place, Problem};
use super::lists::{Flaw, Unreadable};
use super::tables;
use crate::span::Span;

pub static CODES: &[&Code] = &[&TABLE, &COLUMN, &PERIOD, &COUNT, &TWICE, &GAP, &TO_COME, &GIVEN_AWAY, &DAYS];

static TABLE: Code = Code {
    id: "L017",
    title: "A table of numbers that isn't right as a whole",
    meaning: "The numbers of a measure stand in measures/<id>.csv, and what is counted in measures/<id>.yaml beside it. Without the one, \
              nobody knows what the other is about.",
    instead: "Save the table as “CSV UTF-8”, under the name of the measure that it belongs to.",
};

pub fn unreadable(path: &str, why: &Unreadable) -> Problem {
    let if_empty = "write the headings month and count into the first row; or delete the file until there are numbers";
    tables::unreadable(&TABLE, path, why, if_empty)
}

/// Returns the problem of a flaw. `span` is its cell; one without is told of the table at `path`.
pub fn flaw(flaw: &Flaw, span: Option<Span>, path: &str) -> Problem {
    tables::flaw(&TABLE, flaw, span, path)
}

/// A workbook or the like among the measures. `name` is what its numbers should be called.
pub fn named_otherwise(shown: &str, name: &str) -> Problem {
    let place = Place::Path(shown.into());
    Problem::error(&TABLE, place, format!("{shown} isn't read: the numbers of a measure are a CSV file"))
        .help(format!("open it, and save the sheet with the numbers as “CSV UTF-8” under the name {name}"))
}

/// A name whose ending is in capitals.
pub fn in_capitals(shown: &str, name: &str) -> Problem {
    tables::in_capitals(&TABLE, shown, name)
}

/// Numbers that no measure describes.
pub fn without_measure(span: Span, id: &str) -> Problem {
    Problem::error(&TABLE, span.into(), format!("nothing says what these numbers count: there is no measures/{id}.yaml"))
        .label("numbers of what?")
        .help(format!("write measures/{id}.yaml with a title, a summary, a definition and a unit; or give the table the name of its measure"))
}

/// `heading` is what the table has, and `measure` what measures/<id>.yaml says.
pub fn other_frequency(span: Span, heading: &str, measure: &str) -> Problem {
    Problem::error(
        &TABLE,
        span.into(),
        format!("the table has a {heading} in each row, and the measure says {measure}"),
    )
    .label("another frequency")
    .help(format!("count by {measure}; or write “frequency: {heading}” into the measure"))
}

static COLUMN: Code = Code {
    id: "L018",
    title: "A column of numbers that isn't right",
    meaning: "The first row of a table of numbers names its columns: month, week or day, count, and note if there are notes. A column whose \
              heading begins with # is your own, and isn't read.",
    instead: "Give the column one of these names, begin its heading with #, or delete it.",
};

pub fn unknown_column(name: &str, span: Span, known: &[&str]) -> Problem {
    tables::unknown_column(&COLUMN, name, span, known)
}

pub fn missing_column(name: &str, span: Span) -> Problem {
    tables::missing_column(&COLUMN, "table", name, span)
}

pub fn no_headings(span: Span) -> Problem {
    Problem::error(&COLUMN, span.into(), "no row of the table names its columns".to_owned())
        .label("the headings should stand here")
        .help("write the headings into the first row: month and count; week and count; or day and count")
}

pub fn above_headings(span: Span) -> Problem {
    Problem::error(&COLUMN, span.into(), "this row stands above the row with the headings".to_owned())
        .label("isn't read")
        .help("delete the row; the title of the measure stands in its YAML file")
}

pub fn column_again(name: &str, span: Span, first: Span) -> Problem {
    Problem::error(&COLUMN, span.into(), format!("“{name}” is a column that is there already"))
        .label("only one of them can be read")
        .related(first, "the first")
        .help("delete one of them, or begin its heading with #")
}

pub fn unnamed(words: &str, span: Span) -> Problem {
    Problem::error(&COLUMN, span.into(), format!("“{words}” stands in a column without a name"))
        .label("this would be lost")
        .help(
            "name the column in the first row, or delete the value; put a note with a comma in it in \"double quotes\"",
        )
}

static PERIOD: Code = Code {
    id: "L019",
    title: "A month, a week or a day that isn't one",
    meaning: "Each row of a table of numbers is a month, such as 2026-03, a week, by its first day, such as 2026-03-02, or a day. Totals are worked out \
              for you, so a row with a total is one number too many.",
    instead: "Write the month as 2026-03, or the first day of the week as 2026-03-02. Delete rows with totals.",
};

/// `period` is “month”, “week” or “day”.
pub fn not_a_period(period: &str, words: &str, span: Span) -> Problem {
    let example = match period {
        "month" => "2026-03",
        "day" => "2026-03-02",
        _ => "2026-03-02, its first day",
    };
    if words.is_empty() {
        return Problem::error(&PERIOD, span.into(), format!("this row has no {period}"))
            .label("empty")
            .help(format!("write the {period}, such as {example}; or delete the row"));
    }
    let is_total = words.to_lowercase().contains("total") || words.to_lowercase() == "sum";
    let problem =
        Problem::error(&PERIOD, span.into(), format!("“{words}” is not a {period}")).label(format!("no {period}"));
    problem.help(if is_total {
        "delete the row: wardpack adds the numbers up, and stars the total too where it has to".to_owned()
    } else {
        format!("write the {period} with its year, such as {example}")
    })
}

static COUNT: Code = Code {
    id: "L020",
    title: "A count that isn't one",
    meaning: "A count is a whole number from 0 up. Small ones are starred on every page by the rule of the pack, so write them as they are.",
    instead: "Write how many there were. Leave the cell empty where nobody counted, and say why under “note”.",
};

fn bad_count(words: &str, span: Span, why: &str) -> Problem {
    Problem::error(&COUNT, span.into(), format!("“{words}” is not a count: {why}")).label("no whole number from 0 up")
}

pub fn not_a_count(words: &str, span: Span) -> Problem {
    bad_count(words, span, "it is no number").help(
        "write how many there were in digits; where nobody counted, leave the cell empty and say why under “note”",
    )
}

pub fn negative(words: &str, span: Span) -> Problem {
    bad_count(words, span, "nothing can be counted less than 0 times").help("write how many there were")
}

pub fn not_whole(words: &str, span: Span) -> Problem {
    bad_count(words, span, "it is no whole number").help("write how many there were; a rate or a mean is no count")
}

/// A number with a comma or a space in it, and the number without.
pub fn parted(words: &str, joined: &str, span: Span) -> Problem {
    bad_count(words, span, "there is a sign between its digits").help(format!("write {joined}"))
}

/// A small number that was starred by hand.
pub fn starred(words: &str, span: Span) -> Problem {
    bad_count(words, span, "it has been made unclear already")
        .help("write the number itself: wardpack stars small ones on every page, and whatever would give them away")
}

pub fn too_large(words: &str, most: u32, span: Span) -> Problem {
    bad_count(words, span, &format!("it is more than {most}")).help("write how many there were")
}

static TWICE: Code = Code {
    id: "L021",
    title: "A month or a week that is there twice",
    meaning: "Of two numbers for one month nobody knows which is right.",
    instead: "Delete one of the two rows. If both were counted, write their sum.",
};

pub fn twice(period: &str, written: &str, span: Span, first: Span) -> Problem {
    Problem::error(&TWICE, span.into(), format!("the {period} {written} is there twice"))
        .label("the second")
        .related(first, "the first")
        .help("delete one of the two rows")
}

static GAP: Code = Code {
    id: "L022",
    title: "A month or a week without a number",
    meaning: "A gap is easily taken for a 0, and the line of the chart has a break there. Where nobody counted, readers should know why.",
    instead: "Write the number. Where there is none, give the month a row with an empty count, and say why under “note”.",
};

pub fn no_count(period: &str, written: &str, span: Span) -> Problem {
    Problem::warning(&GAP, span.into(), format!("the {period} {written} has no number"))
        .label("empty")
        .help("write how many there were, 0 too; where nobody counted, say why under “note”")
}

/// `first` and `last` are the first and the last one that are missing; `span` is the row after them.
pub fn missing(period: &str, first: &str, last: &str, span: Span) -> Problem {
    let message = if first == last {
        format!("the {period} {first} is missing")
    } else {
        format!("the {period}s from {first} to {last} are missing")
    };
    Problem::warning(&GAP, span.into(), message)
        .label(format!("the {period} after the gap"))
        .help("add a row for each; where nobody counted, leave the count empty, and say why under “note”")
}

static TO_COME: Code = Code {
    id: "L023",
    title: "Numbers of days to come",
    meaning: "Nobody can have counted what hasn't happened yet, so the month or its year is probably a slip of the hand.",
    instead: "Put the month or the year right, or delete the row.",
};

pub fn to_come(period: &str, written: &str, today: jiff::civil::Date, span: Span) -> Problem {
    Problem::error(&TO_COME, span.into(), format!("the {period} {written} is still to come: today is {today}"))
        .label("not yet")
        .help("put the year or the month right, or delete the row")
}

static GIVEN_AWAY: Code = Code {
    id: "L024",
    title: "A small number that is given away",
    meaning: "A star hides a small number only if nothing else tells it: a note beside it, or what was published before.",
    instead: "Take the number out of the note. What was published before can't be taken back: ask your information governance team.",
};

/// A note that has the starred number in it.
pub fn told_in_note(span: Span) -> Problem {
    Problem::error(&GIVEN_AWAY, span.into(), "the count beside this note is starred, and the note tells it".to_owned())
        .label("the number stands here")
        .help("take the number out of the note")
}

/// A starred number that earlier releases give away.
pub fn out_already(span: Span, written: &str) -> Problem {
    Problem::warning(
        &GIVEN_AWAY,
        span.into(),
        format!("the number for {written} is starred, and can be worked out of what was published before"),
    )
    .label("no star hides this any more")
    .help("ask your information governance team what to do; if that release was withdrawn, take its day out of “published_up_to”")
}

static DAYS: Code = Code {
    id: "L026",
    title: "Counts by day for others than staff",
    meaning: "A safety cross says on which day something happened. On a ward that can be enough to know to whom, so its days are never in a site \
              for anybody but staff.",
    instead: "Leave `audience:` out, or write `audience: [staff]`. What others are to see can be counted by month, with the rule for small numbers.",
};

pub fn days_for_others(span: Span) -> Problem {
    Problem::error(&DAYS, span.into(), "this measure is counted by day, and is for others than staff")
        .label("days can point to people")
        .help("take audience: out of it; for others count by month, in a measure of its own")
}
