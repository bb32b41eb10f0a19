//! Problems with phone numbers.

use super::super::suggest::{CURLY_QUOTES, has_curly_quotes};
use super::super::{Code, Problem};
use crate::span::Span;

pub static CODES: &[&Code] = &[&PHONE, &IN_NO_LIST];

static PHONE: Code = Code {
    id: "C007",
    title: "A phone number that can't be dialled",
    meaning: "Somebody may call this number when they need help. It has words in it that nobody dials, or too few or too many digits: with \
              the code of the area it begins with 0 and has 11 digits, sometimes 10 (a few have 8), and with the code of a country it begins \
              with +.",
    instead: "Write one number, its digits in groups: '0808 808 1111'. Short numbers such as '999' and '116 123' are fine. A second \
              number goes into the hours (“At night: 01632 960 003”). What comes with it is written as people write it: '01632 960 002 ext 123', '111, option 2', '01632 960 001 bleep 1234', \
              '18001 01632 960 002' for Relay UK, 'text 07700 900 123', 'ext 4321' for a phone inside the hospital.",
};

static IN_NO_LIST: Code = Code {
    id: "R015",
    title: "A phone number that is in no list",
    meaning: "A text gives a number that neither a service nor a contact has. Nobody checks it with the others, and when it changes, it stays \
              wrong where it stands in a sentence. Somebody may call it when they need help.",
    instead: "Add the service to support.yaml with its number, where that was seen, and who checked it. The number of a ward, a hospital or the \
              trust goes under its `contacts:`, and a second one of the same service or contact into its `hours:`. If the list has the right number, correct the text.",
};

/// `text` is where the text begins that gives the number.
pub fn in_no_list(text: Span, number: &str) -> Problem {
    let message = format!("the text gives the phone number {number}, which no service and no contact of the pack has");
    Problem::warning(&IN_NO_LIST, text.into(), message)
        .label("in this text")
        .help(
            "correct the number, or add whose it is to support.yaml, or to the contacts of the ward, the hospital or the trust (a second \
             number of one of them goes into its hours)",
        )
}

/// What an author is told of whom nobody knows what was meant.
pub const DIGITS: &str = "write the digits in groups, in quotes, such as '0808 808 1111'";

fn phone(span: Span, written: &str, why: &str) -> Problem {
    let comma = if why.is_empty() { "" } else { ": " };
    Problem::error(&PHONE, span.into(), format!("“{written}” can't be dialled{comma}{why}")).label("not a phone number")
}

pub fn no_number(span: Span, written: &str) -> Problem {
    phone(span, written, "").help(if has_curly_quotes(written) { CURLY_QUOTES } else { DIGITS })
}

pub fn other_words(span: Span, written: &str, number: &str) -> Problem {
    phone(span, written, "there are words or signs in it that nobody dials")
        .help(format!("write {number} here, and the other words into the hours"))
}

pub fn two_numbers(span: Span, written: &str, first: &str) -> Problem {
    phone(span, written, "it is more than one number")
        .help(format!("write one number here, such as {first}, and the other into the hours, with what it is for"))
}

/// `right` says how many digits there are in numbers that begin with `start`.
pub fn count_of_digits(span: Span, written: &str, found: usize, right: &str, start: &str) -> Problem {
    let digits = if found == 1 { "digit" } else { "digits" };
    phone(span, written, &format!("it has {found} {digits}, and a number that begins with {start} has {right}"))
        .help("compare it with where you have it from, and write the whole number, such as 01632 960 002")
}

/// A number in a text that is plainly cut off.
pub fn too_short_in_text(span: Span, written: &str) -> Problem {
    let count = written.chars().filter(char::is_ascii_digit).count();
    Problem::warning(
        &PHONE,
        span.into(),
        format!("“{written}” can't be dialled: it has {count} digits, and such a number has 11"),
    )
    .label("too short")
    .help("compare it with where you have it from, and write the whole number, such as 01632 960 002")
}

pub fn no_area(span: Span, written: &str) -> Problem {
    phone(span, written, "no number begins like this")
        .help("write the number with the code of its area, such as 01632 960 002, or of its country, such as +44 1632 960 002")
}

pub fn zero_missing(span: Span, written: &str, whole: &str) -> Problem {
    phone(span, written, "the zero that it begins with is missing").help(format!("write {whole}")).write(whole)
}

pub fn zero_abroad(span: Span, written: &str, better: &str) -> Problem {
    phone(span, written, "after the code of the country no number begins with 0")
        .help(format!("write {better}"))
        .write(better)
}

pub fn texts_only(span: Span, written: &str, digits: &str) -> Problem {
    phone(span, written, "it takes text messages only")
        .help(format!("write text {digits}"))
        .write(format!("text {digits}"))
}

pub fn inside(span: Span, written: &str, digits: &str) -> Problem {
    phone(span, written, "nobody outside the hospital reaches anyone by it")
        .help(format!("if it is for phones inside the hospital only, write ext {digits}; otherwise write the whole number, such as 01632 960 002"))
}

/// Letters in place of digits, as in O1632.
pub fn look_alike(span: Span, written: &str, number: &str) -> Problem {
    phone(span, written, "letters stand in it in place of digits").help(format!("write {number}")).write(number)
}

pub fn bleep_alone(span: Span, written: &str) -> Problem {
    phone(span, written, "there is no number to ask for the bleep")
        .help(format!("write the number of the switchboard before it, such as 01632 960 001 {}", written.trim()))
}

/// A number with parts of which one rules out another.
pub fn unclear(span: Span) -> Problem {
    Problem::error(&PHONE, span.into(), "a number for text messages, or inside the hospital, has nothing after it")
        .label("these don't go together")
        .help("write two contacts, or take out the extension, option, bleep or relay")
}
