//! What nearly is Markdown, what comes along with text from Word and PDFs, and what isn't finished.
//!
//! Where it is certain what is meant, [`tidy`] makes it so before the text is read. Everything else would be printed as it is written;
//! the rules of [`RULES`] find it there, each rule one kind of slip, and say what to write instead.
//!
//! - `boxes.rs`: Boxes whose first line isn't right
//! - `broken_words.rs`: A word that a PDF or Word has broken at the end of a line: its hyphen and a space would be in the middle of it
//! - `emails.rs`: Email addresses in the text that can't be one, and so are no links
//! - `foreign.rs`: Signs of other programs' Markdown, of wikis and of forums, which are printed here
//! - `forum.rs`: Words of a forum in square brackets, and raised and lowered words between signs
//! - `gaps.rs`: Text that isn't finished: “TODO”, “TBC”, “[insert the ward's number]”, “xx/xx/xxxx”, “Lorem ipsum”
//! - `hidden.rs`: Addresses in what is printed of a text: their signs are theirs, and no slips
//! - `in_code.rs`: Four spaces or a tab before a paragraph, as Word indents the first line: Markdown takes it for code
//! - `lines_run_together.rs`: Lines below each other that Markdown makes one line of: those of a postal address, and those of a list of days, steps or names
//! - `links.rs`: Links and pictures that Markdown doesn't see as such, and addresses that can't be right
//! - `lists.rs`: Lines that nearly begin an item of a list
//! - `literal.rs`: Signs that are meant as they stand, and that Markdown would take for its own
//! - `markers.rs`: How lines of a list and headings begin: as Markdown knows it, and as Word, PDFs and people in a hurry write it
//! - `merge_marks.rs`: The marks that a version control program puts into a file where two people changed the same lines: `<<<<<<<`, `=======`, `>>>>>>>`
//! - `numbers.rs`: Phone numbers in the text with too few digits
//! - `ordered.rs`: Lists whose numbers or letters Markdown doesn't know
//! - `pictures.rs`: Pictures whose words are only their file's name, or the word “image”
//! - `plain.rs`: Lines of plain text, such as titles and names: what isn't finished in them, and Markdown, which would be printed
//! - `printed.rs`: What of a text is printed as it is written, once Markdown has taken its signs out
//! - `raised.rs`: Raised and lowered figures, which Markdown has no signs for, but Unicode has characters
//! - `rows.rs`: What a line is that is meant to stand by itself: a day and its hours, a step, a name and what it says, a number to call
//! - `signs.rs`: Stars, underscores and tildes that are printed: a space is in the wrong place, or the other half is missing
//! - `strange.rs`: Characters that tell of an accident
//! - `tables.rs`: Tables that aren't one for Markdown
//! - `tests.rs`: Odd input by the thousand: places are right, fixes mend, and nothing takes long
//! - `tidy.rs`: Text → the same text as its author means it, where that is certain
//! - `underlines.rs`: A line of hyphens or equals signs right below a sentence: it makes the whole paragraph a heading
//! - `unfinished.rs`: Text that isn't finished
//! - `web.rs`: Addresses as people write them, and as they have to be written in a link

mod boxes;
mod broken_words;
mod emails;
mod foreign;
mod forum;
pub(super) mod gaps;
mod hidden;
mod in_code;
mod lines_run_together;
mod links;
mod lists;
mod literal;
mod markers;
pub(super) mod merge_marks;
mod numbers;
mod ordered;
mod pictures;
pub(super) mod plain;
mod raised;
mod rows;
mod printed;
mod signs;
pub(super) mod strange;
mod tables;
#[cfg(test)]
mod tests;
pub(super) mod tidy;
mod underlines;
mod unfinished;
pub(super) mod web;

use std::collections::BTreeMap;
use std::ops::Range;

use super::events::Addresses;
use super::locate::Locator;
use crate::problem::Problem;
use crate::span::{Span, floor_char_boundary};
use printed::Printed;

/// What stands beside a line or a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Placement {
    /// It is the only one of its paragraph or its line.
    Alone,
    AmongOthers,
}

/// Looks for one kind of slip.
type SlipRule = fn(&Printed<'_>, &mut Slips<'_, '_>);

/// The rules, in the order of what is told first of one place.
const RULES: &[SlipRule] = &[
    unfinished::look,         // “Call [insert number]”
    tables::look,             // a table without the line of hyphens, or with tabs
    boxes::look,              // > [!DANGER]
    lists::look,              // -Ask
    ordered::look,            // (1) Ask, (2) Tell
    in_code::look,            // four spaces before a paragraph
    underlines::look,         // a line of hyphens right below a sentence
    links::look,              // [the form](a form.pdf)
    emails::look,             // pals@trust,nhs.uk
    numbers::look,            // 01632 960 9
    pictures::look,           // ![IMG_2026](…)
    signs::look,              // **Call:**01632
    foreign::look,            // ==marked==
    broken_words::look,       // consen-⏎sual
    lines_run_together::look, // the lines of an address, days and their hours
];

/// Reports the slips in a stretch of Markdown, which starts `start` bytes into the text of `locator`; `addresses` are those of its links
/// that other stretches give.
pub(super) fn look(
    text: &str,
    start: usize,
    addresses: &Addresses,
    locator: &Locator<'_>,
    problems: &mut Vec<Problem>,
) {
    let shown = Printed::with(text, addresses.clone());
    let mut slips = Slips { shown: text, start, locator, problems, told: BTreeMap::new(), tables: Vec::new() };
    for rule in RULES {
        rule(&shown, &mut slips);
    }
}

/// What is to stand in a place instead.
#[derive(Clone, Debug)]
struct Fix {
    at: Range<usize>,
    words: String,
}

impl Fix {
    fn new(at: Range<usize>, words: impl Into<String>) -> Self {
        Fix { at, words: words.into() }
    }
}

/// Gathers what the rules find.
struct Slips<'a, 'p> {
    shown: &'a str,
    start: usize,
    locator: &'a Locator<'a>,
    problems: &'p mut Vec<Problem>,
    /// What has been told of already: a place is one slip, whatever else it looks like.
    told: BTreeMap<usize, usize>,
    /// The lines that are to be tables.
    tables: Vec<Range<usize>>,
}

impl Slips<'_, '_> {
    /// Adds the problem of a place.
    fn tell(&mut self, at: Range<usize>, problem: impl FnOnce(Span) -> Problem) {
        if self.is_told(&at) {
            return;
        }
        self.problems.push(problem(self.locator.span(self.start + at.start..self.start + at.end)));
        self.told.insert(at.start, at.end);
    }

    /// Adds the problem of a place that is put right by a fix; the problem is made with the lines as they are to be.
    fn tell_fix(&mut self, at: Range<usize>, fix: &Fix, problem: impl FnOnce(Span, &str) -> Problem) {
        if self.is_told(&at) {
            return;
        }
        let place = self.start + fix.at.start..self.start + fix.at.end;
        let mend = self.locator.mend(place, &fix.words);
        // Where the whole value has to be put in quotes, that is what is to be written.
        let line = match &mend {
            Some((place, whole)) if place.range().len() > fix.at.len() => whole.clone(),
            _ => self.written(fix),
        };
        self.tell(at, |span| {
            let problem = problem(span, &line);
            match mend {
                Some((place, words)) => problem.write_at(place, words),
                None => problem,
            }
        });
    }

    fn is_told(&self, at: &Range<usize>) -> bool {
        self.told.range(..at.end).next_back().is_some_and(|(_, end)| *end > at.start)
    }

    /// Returns the lines of a fix as they are to be written.
    fn written(&self, fix: &Fix) -> String {
        let text = self.shown;
        let start = floor_char_boundary(text, fix.at.start.saturating_sub(NEAR));
        let before = &text[start..fix.at.start];
        let before = beginning(&before[before.rfind('\n').map_or(0, |newline| newline + 1)..]);
        let after = ending(near(&text[fix.at.end..]).split('\n').next().unwrap_or_default().trim_end());
        format!("{before}{}{after}", fix.words)
    }
}

/// How far from a sign its other half is looked for, in bytes: far enough for any sentence, and an end to bad input.
const NEAR: usize = 300;

/// Returns the beginning of a text, as far as anything is looked for.
fn near(text: &str) -> &str {
    &text[..floor_char_boundary(text, NEAR)]
}

/// How much of a line is shown on each side of what is to be changed in it.
const SHOWN: usize = 60;

/// Returns the last words of a text, with a sign where there are more.
fn beginning(text: &str) -> String {
    match text.char_indices().rev().nth(SHOWN) {
        None => text.to_owned(),
        Some((at, _)) => format!("…{}", text[at..].find(' ').map_or(&text[at..], |space| &text[at + space..])),
    }
}

/// Returns the first words of a text, with a sign where there are more.
fn ending(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        None => text.to_owned(),
        Some((at, _)) => format!("{}…", text[..at].rfind(' ').map_or(&text[..at], |space| &text[..=space])),
    }
}
