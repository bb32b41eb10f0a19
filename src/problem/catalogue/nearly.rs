//! Problems with text that nearly is Markdown: it would be printed as it is written.

use super::super::{Code, Problem, Severity};
use super::shortened;
use crate::span::Span;

pub static CODES: &[&Code] =
    &[&LIST, &TABLE, &SIGN, &BOX, &FOREIGN, &UNDERLINED, &INDENTED, &ADDRESS_LINES, &BROKEN_WORD, &PLAIN_TEXT];

fn at(code: &'static Code, severity: Severity, span: Span, message: impl Into<String>) -> Problem {
    Problem { severity, ..Problem::error(code, span.into(), message) }
}

static LIST: Code = Code {
    id: "M009",
    title: "A line that nearly begins a list or a heading",
    meaning: "The sign at the beginning of the line isn't one that Markdown knows, or the space after it is missing. The line would run \
              together with the one above it, signs and all.",
    instead: "Write a hyphen and a space before each item of a list, 1. and a space where they are numbered, and ## and a space before a \
              heading.",
};

pub fn item(span: Span, severity: Severity, sign: &str, line: &str) -> Problem {
    let other = if sign == "*" { ", or “\\*” for a star that is meant, as before a footnote" } else { "" };
    at(&LIST, severity, span, format!("“{sign}” doesn't begin an item of a list here"))
        .label("printed as it is")
        .help(format!("write “{line}”{other}"))
}

pub fn heading(span: Span, count: usize, line: &str) -> Problem {
    let (severity, other) =
        if count == 1 { (Severity::Warning, ", or \\# if the sign is meant") } else { (Severity::Error, "") };
    at(&LIST, severity, span, format!("“{}” doesn't begin a heading here", "#".repeat(count)))
        .label("printed as it is")
        .help(format!("write “{line}”{other}"))
}

/// `next` is the line below.
pub fn bullet_alone(span: Span, next: &str) -> Problem {
    Problem::error(&LIST, span.into(), "this bullet stands on a line without its words")
        .label("nothing after it")
        .help(format!("write “- {next}” on one line"))
}

pub fn list_needs_a_line(span: Span, severity: Severity) -> Problem {
    at(&LIST, severity, span, "this list would run together with the line above")
        .label("not seen as the beginning of a list")
        .help("leave a line empty above it")
}

/// An item that is no longer one because of the paragraph above it, whose `words` don't stand in as far as those of the item before.
pub fn list_interrupted(span: Span, sign: &str, words: &str, width: usize) -> Problem {
    let words = shortened(words);
    Problem::error(
        &LIST,
        span.into(),
        format!("“{sign}” would run together with the line above: the list has ended there"),
    )
    .label("no longer an item of the list")
    .help(format!("begin “{words}” with {width} spaces, so that it belongs to the item before it"))
}

pub fn numbered(span: Span, severity: Severity, sign: &str, better: &str) -> Problem {
    at(&LIST, severity, span, format!("“{sign}” doesn't begin an item of a list here"))
        .label("printed as it is")
        .help(format!("write “{better}” and a space instead, and so on for the lines that follow"))
}

static TABLE: Code = Code {
    id: "M010",
    title: "A table that isn't one",
    meaning: "A table has bars between its columns, and below its first row a line of hyphens with as many columns. Otherwise its rows run \
              together in one paragraph. The first row says what each column holds; screen readers say it with each cell.",
    instead: "Write\n  | Who | Number |\n  | --- | --- |\n  | The ward | {ward.phone} |",
};

pub fn table(span: Span, severity: Severity, table: &str) -> Problem {
    at(&TABLE, severity, span, "this table would run together in one paragraph")
        .label("not a table for Markdown")
        .help(format!("write it like this, with the headings of the columns in the first row:\n{table}"))
}

static SIGN: Code = Code {
    id: "M012",
    title: "Stars, underscores or backticks that are printed",
    meaning: "Two stars before and after some words make them bold. They have to touch the words, with no space between, and on the outside \
              they need a space or a full stop. Otherwise the stars themselves are printed.",
    instead: "Write **Call:** 01632 960 001. Write \\* for a star that is meant.",
};

pub fn signs(span: Span, sign: char, line: &str) -> Problem {
    signs_or(span, sign, line, "")
}

/// Underscores that can be meant as blanks, too.
pub fn signs_or_blanks(span: Span, sign: char, line: &str) -> Problem {
    signs_or(span, sign, line, "; for blanks to write on, write three underscores or more")
}

fn signs_or(span: Span, sign: char, line: &str, other: &str) -> Problem {
    Problem::error(&SIGN, span.into(), format!("the signs “{sign}” would be printed: a space is in the wrong place"))
        .label("printed as it is")
        .help(format!("write “{line}”{other}"))
}

pub fn backtick_as_apostrophe(span: Span, line: &str) -> Problem {
    Problem::warning(&SIGN, span.into(), "this “`” is a backtick and no apostrophe")
        .label("printed as it is")
        .help(format!("write “{line}”"))
}

pub fn sign_alone(span: Span, severity: Severity, signs: &str, escaped: &str) -> Problem {
    at(&SIGN, severity, span, format!("“{signs}” would be printed: its other half is missing"))
        .label("printed as it is")
        .help(format!(
            "write {signs} at both ends of the words, or take it out; write {escaped} if it is to be printed"
        ))
}

static BOX: Code = Code {
    id: "M013",
    title: "A box that isn't one",
    meaning: "A box begins with a line that holds its kind and nothing else. There are four kinds: NOTE for information, IMPORTANT for a \
              warning, TIP for what to do, and CAUTION for what not to do.",
    instead: "Write\n  > [!NOTE]\n  > The words of the box.",
};

/// A line that nearly begins a box of a kind that there is.
pub fn box_not_begun(span: Span, kind: &str, lines: &str) -> Problem {
    no_box(span, format!("“{kind}” doesn't begin a box here"), lines, "")
}

/// A box of a kind that there isn't.
pub fn unknown_box(span: Span, kind: &str, lines: &str) -> Problem {
    let kinds = "; the boxes are NOTE, IMPORTANT (a warning), TIP (what to do) and CAUTION (what not to do)";
    no_box(span, format!("there is no box called “{kind}”"), lines, kinds)
}

fn no_box(span: Span, message: String, lines: &str, kinds: &str) -> Problem {
    Problem::error(&BOX, span.into(), message)
        .label("printed as it is")
        .help(format!("write “{}”{kinds}", lines.replace('\n', "” and below it “")))
}

static FOREIGN: Code = Code {
    id: "M014",
    title: "Signs that other programs know",
    meaning: "Other programs, wikis and forums have signs of their own in their text. Here they would be printed as they are.",
    instead: "Write **bold** or *slanted* words, or the words alone.",
};

pub fn foreign(span: Span, what: &str, written: &str, instead: &str) -> Problem {
    Problem::error(
        &FOREIGN,
        span.into(),
        format!("“{written}” is {what} in other programs, and would be printed here as it is"),
    )
    .label("printed as it is")
    .help(format!("write “{instead}”"))
}

pub fn contents(span: Span, written: &str) -> Problem {
    Problem::error(
        &FOREIGN,
        span.into(),
        format!("“{written}” would be printed: there are no lists of a page's headings here"),
    )
    .label("printed as it is")
    .help("take it out")
}

pub fn shortcode(span: Span, written: &str) -> Problem {
    Problem::error(
        &FOREIGN,
        span.into(),
        format!("“{written}” would be printed: names of pictograms aren't known here"),
    )
    .label("printed as it is")
    .help("paste the pictogram itself, or take it out")
}

pub fn attribute(span: Span, written: &str) -> Problem {
    Problem::error(
        &FOREIGN,
        span.into(),
        format!("“{written}” is an instruction to other programs, and would be printed here"),
    )
    .label("printed as it is")
    .help("take it out")
}

static UNDERLINED: Code = Code {
    id: "M015",
    title: "A line below a paragraph that makes it a heading",
    meaning: "A line of hyphens or equals signs right below a paragraph makes the whole paragraph a heading.",
    instead: "Leave a line empty above ---, or write ## before a heading.",
};

pub fn underlined_sentence(span: Span) -> Problem {
    Problem::error(&UNDERLINED, span.into(), "this line makes a heading of the whole paragraph above it")
        .label("right below a paragraph")
        .help("leave a line empty above it for a line across the page, or take it out")
}

pub fn underlined_title(span: Span, severity: Severity, line: &str) -> Problem {
    at(&UNDERLINED, severity, span, "this line makes a heading of the words above it")
        .label("right below words")
        .help(format!("write “{line}” instead of both lines for a heading, or leave a line empty above it for a line across the page"))
}

static INDENTED: Code = Code {
    id: "M016",
    title: "A paragraph that stands too far in",
    meaning: "Four spaces or a tab before a paragraph make it code: small letters of one width, in a box that doesn't fold its lines. Word \
              puts them before the first line of a paragraph.",
    instead: "Begin the line at the margin. For code, write a line of three backticks above and below.",
};

pub fn indented(span: Span, severity: Severity, line: &str) -> Problem {
    at(&INDENTED, severity, span, "the spaces before this line make it code").label("stands too far in").help(format!(
        "begin the line at the margin: “{line}”; for code, write a line of three backticks above and below"
    ))
}

static ADDRESS_LINES: Code = Code {
    id: "M018",
    title: "Lines that run together",
    meaning: "Lines of text right below each other become one paragraph, in which the browser decides where a line ends. The lines of a postal \
              address, of opening hours or of steps would stand in one row.",
    instead: "End each line but the last with a backslash:\n  Beach ward\\\n  Northgate Hospital\nOr write a hyphen and a space before each.",
};

/// Lines of a kind, of which `both` are the first two.
pub fn rows_run_together(span: Span, both: &str, lines: &str) -> Problem {
    Problem::warning(&ADDRESS_LINES, span.into(), format!("these lines would run together: “{}”", shortened(both)))
        .label("and the lines below it")
        .help(format!(
            "write a hyphen and a space before each line, or end each but the last with a backslash:\n{lines}"
        ))
}

pub fn lines_run_together(span: Span, lines: &str) -> Problem {
    Problem::warning(&ADDRESS_LINES, span.into(), "the lines of this address would run together in one")
        .label("and the lines below it")
        .help(format!("end each line but the last with a backslash:\n{lines}"))
}

static BROKEN_WORD: Code = Code {
    id: "M019",
    title: "A word broken at the end of a line",
    meaning: "A hyphen at the end of a line stays on the page, with a space after it, in the middle of the word. Text that is copied from a PDF \
              has such words.",
    instead: "Write the word on one line.",
};

pub fn broken_word(span: Span, first: &str, second: &str) -> Problem {
    Problem::warning(&BROKEN_WORD, span.into(), format!("this would be “{first}- {second}” on the page"))
        .label("a word broken at the end of the line")
        .help(format!("write “{first}{second}” or “{first}-{second}” on one line"))
}

static PLAIN_TEXT: Code = Code {
    id: "M020",
    title: "Markdown where plain text stands",
    meaning: "Titles, names and summaries are shown in lists, in the browser's tab and in search, where nothing can be bold or a link. The signs \
              would be printed.",
    instead: "Write the words alone.",
};

pub fn plain_text(span: Span, written: &str, plain: &str) -> Problem {
    let help = if plain.is_empty() { "take it out".to_owned() } else { format!("write “{plain}”") };
    Problem::error(
        &PLAIN_TEXT,
        span.into(),
        format!("“{}” would be printed as it is: this is plain text", written.trim()),
    )
    .label("not used here")
    .help(help)
}
