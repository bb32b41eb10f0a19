//! Problems with placeholders such as `{ward.name}`.

use super::super::suggest::{list, some};
use super::super::synonyms::{self, MeantPlaceholder};
use super::super::{Code, Problem, Severity};
use crate::span::Span;

pub static CODES: &[&Code] = &[&UNKNOWN, &NO_VALUE, &UNFINISHED, &LEFT_OVER, &NO_LINE_HERE];

static UNKNOWN: Code = Code {
    id: "P001",
    title: "A placeholder that wardpack doesn't know",
    meaning: "Placeholders are filled in from pack.yaml and the ward's file. There is a fixed list of them.",
    instead: "Use one of the list: {ward.name}, {ward.support.phone} and so on.",
};

pub fn unknown(name: &str, span: Span, known: &[&str]) -> Problem {
    let problem =
        Problem::error(&UNKNOWN, span.into(), format!("there is no placeholder {{{name}}}")).label("not known");
    match synonyms::placeholder(name, known) {
        MeantPlaceholder::Name(meant) => {
            problem.help(format!("did you mean {{{meant}}}?")).write_in_place_of(name, meant)
        }
        MeantPlaceholder::None(why) => problem.help(why),
        MeantPlaceholder::Unknown => problem.help(format!("the placeholders are {}", list(known))),
    }
}

static NO_VALUE: Code = Code {
    id: "P002",
    title: "A placeholder without a value for one ward",
    meaning: "The text is shown for a ward whose file doesn't have the value, so there would be a gap in a sentence.",
    instead: "Add the value to the ward's file. Or write {ward.phone?}, and the line goes where there is no number; or give words for \
              wards without one: {ward.quiet_place|a quiet room}.",
};

/// Tells who else could have the setting, besides a ward.
fn shared(setting: &str) -> &'static str {
    let is_shared = setting.starts_with("contacts:") && !setting.starts_with("contacts: ward");
    if is_shared { ", or for many wards to the hospital or the trust in pack.yaml" } else { "" }
}

/// A text (at `span`) that is shown for wards without the value; `setting` is the way to it in a ward's file, and `first` is where
/// it could stand in that of the first.
pub fn no_value(name: &str, span: Span, wards: &[String], setting: &str, first: Span) -> Problem {
    let (who, which) = match wards {
        [ward] => (format!("{ward} has"), format!("{ward}, which has")),
        wards => (format!("{} wards ({}) have", wards.len(), some(wards)), "wards that have".to_owned()),
    };
    Problem::error(&NO_VALUE, span.into(), format!("{who} no value for {{{name}}}"))
        .label(format!("shown for {which} no “{setting}”"))
        .related(first, format!("add “{setting}” to this ward"))
        .help(format!(
            "add “{setting}” to the ward's file{}, or write {{{name}?}}, and its line is not shown for wards without one",
            shared(setting)
        ))
}

/// A ward (its name is at `span`) without a value that several texts show, or one of a pack below; `text` is the first of them.
pub fn ward_lacks(name: &str, span: Span, ward: &str, setting: &str, text: Span, texts: usize) -> Problem {
    let show = if texts == 1 { "which a text shows".to_owned() } else { format!("which {texts} texts show") };
    Problem::error(&NO_VALUE, span.into(), format!("{ward} has no value for {{{name}}}, {show}"))
        .label(format!("add “{setting}” to this ward"))
        .related(text, "shown here")
        .help(format!("add “{setting}” to the ward's file{}", shared(setting)))
}

static UNFINISHED: Code = Code {
    id: "P003",
    title: "A gap left in the text",
    meaning: "Words like “[insert ward name]”, “TBC” or “xx/xx/xxxx” stand for words still to come. They would be published as they are.",
    instead: "Write the real words, or a placeholder such as {ward.name}.",
};

/// A gap of any look; a warning where its words can be meant.
pub fn unfinished(span: Span, written: &str, severity: Severity) -> Problem {
    let written = written.lines().next().unwrap_or_default();
    let placeholder = if written.to_lowercase().contains("ward") { " such as {ward.name}" } else { "" };
    let is_word = written.len() > 2 && written.chars().all(char::is_uppercase);
    let quoted = if is_word {
        format!("; where the word itself is meant, write it in quotes: “{written}”")
    } else {
        String::new()
    };
    let problem = Problem::error(&UNFINISHED, span.into(), format!("“{written}” was left in the text"))
        .label("meant to be replaced")
        .help(format!("write the real words, or a placeholder{placeholder}{quoted}"));
    Problem { severity, ..problem }
}

/// A gap in Markdown, where a bracket can be meant as one.
pub fn unfinished_in_text(span: Span, written: &str, severity: Severity) -> Problem {
    let problem = unfinished(span, written, severity);
    let help = problem.help.clone().unwrap_or_default();
    if !written.starts_with('[') {
        return problem;
    }
    problem.help(format!("{help}; in a form that readers fill in, write \\[ for the bracket"))
}

static LEFT_OVER: Code = Code {
    id: "P004",
    title: "A placeholder or reference that isn't whole",
    meaning: "The text has the start of a placeholder or a reference, but something is missing or in the way: a bracket isn't \
              closed, there is bold text or a link inside, or it stands where there can be none, such as in a link's address or a \
              reference in a title. It would be printed as it is.",
    instead: "Write {ward.phone} or {ward.phone|plain words}, and [[term/consent]] or [[term/consent|plain words]]. Inside a table \
              write \\| instead of |.",
};

pub fn left_over(span: Span, written: &str) -> Problem {
    let written: String = written.chars().take(40).collect();
    Problem::error(&LEFT_OVER, span.into(), format!("“{written}” looks like a placeholder or reference, but isn't whole"))
        .label("would be printed as it is")
        .help("close the brackets, and use plain words only after “|”; inside a table write \\| instead of |; titles and addresses take no references")
}

/// A reference or placeholder in a table whose bar has parted the cell; it stands at `exact`, and the words it has driven out of their
/// column are in `span` with it.
pub fn cut_by_table(span: Span, exact: Span, written: &str) -> Problem {
    let whole = written.replace('|', "\\|");
    Problem::error(&LEFT_OVER, span.into(), format!("“{written}” isn't whole: its | parts two cells of the table"))
        .label("cut in two")
        .help(format!("write {whole}"))
        .write_at(exact, whole)
}

static NO_LINE_HERE: Code = Code {
    id: "P005",
    title: "A line that can't go",
    meaning: "A placeholder with a question mark takes its line with it where there is no value. A title, a name or a summary has to be \
              there all the same.",
    instead: "Give words for wards without a value: {ward.quiet_place|a quiet room}. Or take the placeholder out.",
};

pub fn no_line_here(name: &str, span: Span) -> Problem {
    Problem::error(&NO_LINE_HERE, span.into(), format!("{{{name}?}} can't take this line away: it has to be there"))
        .label("this line always has to be there")
        .help(format!("write {{{name}|words for wards without one}}, or take it out"))
}
