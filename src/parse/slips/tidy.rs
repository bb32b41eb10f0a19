//! Text → the same text as its author means it, where that is certain: characters that nobody sees go, and the bullets of Word and
//! PDFs become the lists that they are. What isn't certain stays, and the rules look at it.

use std::borrow::Cow;
use std::ops::Range;

use super::markers::{Begins, Marker, Sure, is_bullet, marker, quote_length};
use super::{gaps, literal, raised};
use crate::parse::edits::{EditedText, Edits};
use crate::parse::unseen;
use crate::parse::verbatim::Verbatim;

/// Returns Markdown as it is to be read, and what was changed in it.
pub(in crate::parse) fn markdown(text: &str) -> (Cow<'_, str>, Edits) {
    let mut edits = Edits::default();
    let seen = plain_text(text, &mut edits);
    let tidied = match lines(&seen, &mut edits) {
        Cow::Borrowed(_) => None,
        Cow::Owned(tidied) => Some(tidied),
    };
    (tidied.map_or(seen, Cow::Owned), edits)
}

/// Returns a text without characters that nobody sees, and adds what was changed to `edits`.
pub(in crate::parse) fn plain_text<'a>(text: &'a str, edits: &mut Edits) -> Cow<'a, str> {
    let mut draft = EditedText::of(text);
    if !text.is_ascii() {
        let mut before = ' ';
        for (at, letter) in text.char_indices() {
            if let Some(plain) = unseen::plain(letter, before) {
                draft.replace(at..at + letter.len_utf8(), plain);
            }
            before = letter;
        }
    }
    draft.finish(edits)
}

/// A line outside code, and what it begins with.
struct MarkedLine<'a> {
    start: usize,
    text: &'a str,
    /// The number of its paragraph: lines without an empty one between them.
    paragraph: usize,
    marker: Option<Marker>,
}

/// Mends the beginnings of lines, and gaps that would be read as HTML.
fn lines<'a>(text: &'a str, edits: &mut Edits) -> Cow<'a, str> {
    let lines = outside_code(text);
    let paragraphs = Paragraphs::of(&lines);
    let mut levels = OpenLists::default();
    let mut draft = EditedText::of(text);
    for (number, line) in lines.iter().enumerate() {
        let begins = line.marker.as_ref().filter(|marker| paragraphs.is_certain(marker, line));
        let above = number.checked_sub(1).map(|above| &lines[above]);
        let indent = levels.indent(line, begins, above);
        let quote = quote_length(line.text);
        match begins {
            Some(marker) if marker.sure != Sure::Known => {
                let at = line.start + marker.at;
                let from = indent.as_ref().map_or(at, |_| line.start + quote);
                let instead = format!("{}{}", indent.unwrap_or_default(), marker.instead);
                draft.replace(from..at + marker.length, &instead);
            }
            Some(marker) if !line.text[marker.at..marker.at + marker.length].is_ascii() => {
                let at = line.start + marker.at;
                draft.replace(at..at + marker.length, &marker.instead);
            }
            // Both a hyphen and a bullet of Word's.
            Some(marker) => {
                let rest = &line.text[marker.at + marker.length..];
                let bullet = rest.chars().next().filter(|letter| is_bullet(*letter)).map_or(0, char::len_utf8);
                let words = rest[bullet..].trim_start();
                let is_spaced = !rest[..rest.len() - words.len()].is_ascii();
                if is_spaced && !words.is_empty() && matches!(marker.begins, Begins::Item(_)) {
                    let at = line.start + marker.at + marker.length;
                    draft.replace(at..at + rest.len() - words.len(), "");
                }
            }
            None => {
                let words = line.text[quote..].trim_start();
                let spaces = &line.text[quote..line.text.len() - words.len()];
                if !words.is_empty() && !spaces.is_ascii() {
                    draft.replace(line.start + quote..line.start + quote + spaces.len(), "");
                }
            }
        }
        for (range, words) in inside(line.text) {
            if line.start + range.start >= draft.done() {
                draft.replace(line.start + range.start..line.start + range.end, &words);
            }
        }
    }
    draft.finish(edits)
}

/// Returns what is mended in the middle of a line, in order: what would be read as HTML or as emphasis and is meant otherwise.
fn inside(line: &str) -> Vec<(Range<usize>, String)> {
    let mut found: Vec<_> = gaps::like_tags(line).into_iter().map(|at| (at..at, "\\".to_owned())).collect();
    if line.contains('<') {
        found.extend(raised::tags(line));
    }
    found.extend(literal::edits(line));
    if line.contains('`') {
        let code = code(line);
        found.retain(|(range, _)| !code.iter().any(|code| code.contains(&range.start)));
    }
    found.sort_by_key(|(range, _)| (range.start, range.end));
    found
}

/// Returns the stretches of a line in backticks, which are shown as they are; one that doesn't end in the line goes up to its end.
fn code(line: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut done = 0;
    while let Some(start) = line[done..].find('`').map(|at| done + at) {
        let length = line[start..].len() - line[start..].trim_start_matches('`').len();
        let sign = &line[start..start + length];
        let end = line[start + length..].find(sign).map_or(line.len(), |at| start + 2 * length + at);
        found.push(start..end);
        done = end;
    }
    found
}

fn outside_code(text: &str) -> Vec<MarkedLine<'_>> {
    let (mut lines, mut verbatim) = (Vec::new(), Verbatim::default());
    let (mut start, mut paragraph, mut is_paragraph) = (0, 0, false);
    for whole in text.split_inclusive('\n') {
        let line = whole.trim_end_matches(['\n', '\r']);
        let words = line[quote_length(line)..].trim();
        let is_code = verbatim.holds(words);
        if is_code || words.is_empty() {
            paragraph += usize::from(is_paragraph);
            is_paragraph = false;
        } else {
            is_paragraph = true;
            lines.push(MarkedLine { start, text: line, paragraph, marker: marker(line) });
        }
        start += whole.len();
    }
    lines
}

/// What is needed of each paragraph to tell whether a sign stands beside others.
#[derive(Default)]
struct Paragraphs {
    all: Vec<Paragraph>,
}

#[derive(Default)]
struct Paragraph {
    begins: Vec<Begins>,
    lines: usize,
    first: Option<Begins>,
}

impl Paragraphs {
    fn of(lines: &[MarkedLine<'_>]) -> Self {
        let mut all: Vec<Paragraph> = Vec::new();
        for line in lines {
            all.resize_with(all.len().max(line.paragraph + 1), Paragraph::default);
            let paragraph = &mut all[line.paragraph];
            let begins = line.marker.as_ref().map(|marker| marker.begins);
            if paragraph.lines == 0 {
                paragraph.first = begins;
            }
            paragraph.lines += 1;
            paragraph.begins.extend(begins);
        }
        Paragraphs { all }
    }

    /// Tells whether the sign is meant as one.
    fn is_certain(&self, marker: &Marker, line: &MarkedLine<'_>) -> bool {
        let own = &self.all[line.paragraph];
        let others = own.begins.iter().filter(|begins| **begins == marker.begins).take(2).count();
        // Items can also be paragraphs of their own, one after the other.
        let begins = |number: usize| self.all.get(number).and_then(|paragraph| paragraph.first) == Some(marker.begins);
        let number = line.paragraph;
        let is_beside = others > 1 || begins(number) && (number > 0 && begins(number - 1) || begins(number + 1));
        match marker.sure {
            Sure::Known | Sure::Certain => true,
            Sure::BesideOthers => is_beside,
            Sure::AmongOthers => others > 1 && own.begins.len() == own.lines,
        }
    }
}

/// The lists that are open, by how far in they stand and by their signs: Word has one sign for each level.
#[derive(Default)]
struct OpenLists {
    open: Vec<(usize, char)>,
    /// Whether Markdown's own lists are among them: then what stands deeper does so by its spaces.
    has_known: bool,
}

impl OpenLists {
    /// Takes the next line, and returns the white space that an item of Word's is to have before it; nothing where it stays.
    fn indent(
        &mut self,
        line: &MarkedLine<'_>,
        marker: Option<&Marker>,
        above: Option<&MarkedLine<'_>>,
    ) -> Option<String> {
        let quote = quote_length(line.text);
        let Some(marker) = marker else {
            let is_after_empty = above.is_none_or(|above| above.paragraph != line.paragraph);
            if is_after_empty && !line.text[quote..].starts_with(char::is_whitespace) {
                *self = OpenLists::default();
            }
            return None;
        };
        let indent = line.text[quote..marker.at].chars().map(|letter| if letter == '\t' { 4 } else { 1 }).sum();
        let sign = match marker.begins {
            Begins::Heading => {
                *self = OpenLists::default();
                return None;
            }
            Begins::Item(sign) => sign,
            Begins::Numbered => '1',
        };
        if marker.sure == Sure::Known || sign == '1' || sign == '-' {
            self.has_known = true;
        }
        while self.open.last().is_some_and(|(depth, _)| *depth > indent) {
            self.open.pop();
        }
        match self.open.iter().position(|(depth, known)| *depth == indent && *known == sign) {
            Some(level) => self.open.truncate(level + 1),
            None => self.open.push((indent, sign)),
        }
        (!self.has_known).then(|| "  ".repeat(self.open.len() - 1))
    }
}
