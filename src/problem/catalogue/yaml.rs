//! Problems with YAML as such, before anybody asks what it means.

use super::super::{Code, Problem};
use crate::span::Span;

pub static CODES: &[&Code] = &[
    &SYNTAX,
    &TAB,
    &INDENTATION,
    &COLON,
    &QUOTE,
    &TOO_DEEP,
    &ALIAS,
    &SECOND_DOCUMENT,
    &DUPLICATE_KEY,
    &KEY_NOT_A_WORD,
];

static SYNTAX: Code = Code {
    id: "Y001",
    title: "The settings can't be read",
    meaning: "Settings are written in YAML: a name, a colon, a space, and the value. Something here doesn't follow that form.",
    instead: "Compare the line with a similar one that works. Put text with special characters in quotes: title: \"Safe? Yes: always\".",
};

/// A slip that makes settings unreadable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SettingsSlip {
    Backslash,
    BracketClosesNothing,
    BracketInText,
    BracketNotClosed,
    BracketsDiffer,
    ListBesideName,
    NoColon,
    NoSpaceAfterColon,
    NoSpaceAfterDash,
    SpecialStart,
    TextBesideBar,
    Other,
}

pub fn syntax(span: Span, slip: SettingsSlip) -> Problem {
    let (message, label, help) = match slip {
        SettingsSlip::Backslash => (
            "a backslash has a special meaning in \"double quotes\"",
            "a backslash stands in this text",
            "put the text in 'single quotes', or take the backslash out",
        ),
        SettingsSlip::BracketClosesNothing => (
            "this bracket closes nothing",
            "no bracket is open here",
            "take it out; or put text that begins or ends with a bracket in quotes",
        ),
        SettingsSlip::BracketNotClosed => (
            "a bracket is not closed",
            "this bracket is open",
            "add the closing bracket, and a comma between any two things inside; put text that begins with a bracket in quotes",
        ),
        SettingsSlip::BracketInText => (
            "text with a bracket in it needs quotes here",
            "the bracket means something else than words",
            "put the whole text in quotes, such as \"We at {ward.name} agree\"; between two groups in brackets, write a comma",
        ),
        SettingsSlip::BracketsDiffer => (
            "a bracket is closed by one of another sort",
            "this bracket",
            "close [ with ] and { with }, and the inner one first",
        ),
        SettingsSlip::ListBesideName => (
            "a list starts on the line of its name",
            "this begins a list",
            "begin the list on the next line, with two spaces before the dash; or put text that begins with a dash in quotes",
        ),
        SettingsSlip::NoColon => (
            "this line has no colon",
            "a name and a colon should stand here",
            "write a name, a colon, a space and the value; if the line goes on with the text above, let it start further in",
        ),
        SettingsSlip::NoSpaceAfterColon => (
            "there is no space after the colon",
            "a space is missing in here",
            "write the colon, a space and the value",
        ),
        SettingsSlip::NoSpaceAfterDash => (
            "there is no space after the dash",
            "a space is missing after this",
            "write the dash, a space and the value",
        ),
        SettingsSlip::SpecialStart => (
            "text can't start with this character",
            "this character has a special meaning in YAML",
            "put the whole text in quotes",
        ),
        SettingsSlip::TextBesideBar => (
            "the text after “|” or “>” starts on the next line",
            "nothing may follow this sign on its line",
            "write the text on the next line, two spaces further in; or put text that begins with this sign in quotes",
        ),
        SettingsSlip::Other => (
            "these settings can't be read as YAML",
            "the reader stopped here",
            "compare the line with a similar one that works; put text with special characters in quotes",
        ),
    };
    let problem = Problem::error(&SYNTAX, span.into(), message).label(label).help(help);
    if slip == SettingsSlip::NoSpaceAfterDash { problem.put_in_after(1, " ") } else { problem }
}

static TAB: Code = Code {
    id: "Y002",
    title: "A tab where spaces are needed",
    meaning: "YAML uses the spaces before a line to see what belongs together. A tab can be any width, so it isn't allowed there.",
    instead: "Replace the tab with two spaces.",
};

pub fn tab(span: Span) -> Problem {
    Problem::error(&TAB, span.into(), "there is a tab before the text of this line")
        .label("a tab")
        .help("replace the tab with two spaces; most editors can do that for the whole file")
}

static INDENTATION: Code = Code {
    id: "Y003",
    title: "A line starts in the wrong column",
    meaning: "Lines that belong together start in the same column. This line starts somewhere between.",
    instead: "Move the line so that it starts under the line it belongs with.",
};

pub fn indentation(span: Span) -> Problem {
    Problem::error(&INDENTATION, span.into(), "this line doesn't fit with the lines above it")
        .label("not where it was expected")
        .help("let it start in the same column as the line it belongs with, and check for a missing colon or quote just above")
}

static COLON: Code = Code {
    id: "Y004",
    title: "A colon inside a sentence",
    meaning: "A colon and a space start a new setting. Inside a sentence that splits the sentence in two.",
    instead: "Put the whole sentence in quotes: title: \"Sexual safety: what to expect\".",
};

pub fn colon_in_text(span: Span) -> Problem {
    Problem::error(&COLON, span.into(), "there is a colon inside this sentence")
        .label("this colon starts a new setting")
        .help("put the whole sentence in quotes, such as title: \"Safety: what to expect\"")
}

static QUOTE: Code = Code {
    id: "Y005",
    title: "A quote that isn't closed",
    meaning: "Text that starts with a quote must end with the same quote.",
    instead: "Add the closing quote. Inside '…' write an apostrophe twice, or use \"…\" round the text.",
};

pub fn quote_not_closed(span: Span) -> Problem {
    Problem::error(&QUOTE, span.into(), "a quote is not closed")
        .label("the text in quotes runs on to here")
        .help("add the closing quote; if the text holds an apostrophe, put it in \"double quotes\"")
}

/// An apostrophe, or a quote, inside a text in quotes of the same sort.
pub fn quote_inside(span: Span, quote: char) -> Problem {
    let (what, help) = match quote {
        '\'' => ("an apostrophe", "put the text in \"double quotes\", or write the apostrophe twice"),
        _ => ("a quote", "put the whole text in 'single quotes', or write “curly quotes” inside"),
    };
    Problem::error(&QUOTE, span.into(), format!("{what} inside the text ends it too early"))
        .label("the text in quotes ends here")
        .help(help)
}

/// Words after a text in quotes.
pub fn text_after_quote(span: Span, quote: char) -> Problem {
    let other = if quote == '"' { "'single quotes'" } else { "\"double quotes\"" };
    Problem::error(&QUOTE, span.into(), "only the first words of this text are in quotes")
        .label("this stands after the quotes")
        .help(format!(
            "put the whole sentence in {other}, with its own quotes inside; between two values, write a comma"
        ))
}

static TOO_DEEP: Code = Code {
    id: "Y006",
    title: "Settings nested too deeply",
    meaning: "Lists in lists in lists have a limit, so that a broken file can't take the computer's whole memory.",
    instead: "Check the brackets in this file.",
};

pub fn too_deep(span: Span) -> Problem {
    Problem::error(&TOO_DEEP, span.into(), "these settings are nested too deeply")
        .label("too many levels")
        .help("check the brackets and the spaces before the lines")
}

static ALIAS: Code = Code {
    id: "Y007",
    title: "A word that starts with &, * or !",
    meaning: "In YAML, &name, *name and !name have a special meaning that packs don't use: a tiny file can grow to fill the \
              computer that way.",
    instead: "Put the text in quotes if it really starts so, or write the value out each time.",
};

pub fn alias(span: Span) -> Problem {
    Problem::error(&ALIAS, span.into(), "a value starts with “*”, which has a special meaning in YAML")
        .label("packs don't use this")
        .help("put the value in quotes, or write it out in full")
}

pub fn anchor_or_tag(span: Span) -> Problem {
    Problem::error(&ALIAS, span.into(), "a value starts with “&” or “!”, which has a special meaning in YAML")
        .label("packs don't use this")
        .help("put the value in quotes, or write it out in full")
}

static SECOND_DOCUMENT: Code = Code {
    id: "Y008",
    title: "A second document in one file",
    meaning: "A line with three hyphens starts a new document in YAML. A pack's file holds one.",
    instead: "Take the line out, or make two files.",
};

pub fn second_document(span: Span) -> Problem {
    Problem::error(&SECOND_DOCUMENT, span.into(), "a second document starts here")
        .label("everything from here on would be ignored")
        .help("take out the line “---”, or make two files")
}

static DUPLICATE_KEY: Code = Code {
    id: "Y009",
    title: "A setting written twice",
    meaning: "The same name stands twice in one group, so one of the two values would be lost.",
    instead: "Keep the one you mean and delete the other.",
};

pub fn duplicate_key(name: &str, span: Span, first: Span) -> Problem {
    Problem::error(&DUPLICATE_KEY, span.into(), format!("“{name}” is written twice"))
        .label("the second time")
        .related(first, "the first time")
        .help("keep the one you mean and delete the other")
}

static KEY_NOT_A_WORD: Code = Code {
    id: "Y010",
    title: "A setting whose name isn't a word",
    meaning: "The part before the colon must be a word. Braces or brackets make it something else, often because a value starts \
              with { and has no quotes.",
    instead: "Put a value that starts with { or [ in quotes: title: \"{ward.name}\".",
};

pub fn key_not_a_word(span: Span) -> Problem {
    Problem::error(&KEY_NOT_A_WORD, span.into(), "the name of a setting must be a word")
        .label("not a word")
        .help("put text that starts with { or [ in quotes")
}
