//! A YAML parser's error → a problem that says what to write instead, at the line that is wrong where that can be told.

use granit_parser::{ErrorKind, ScanError};

use super::notes_in_brackets;
use crate::problem::Problem;
use crate::problem::catalogue::yaml::{self as problems_of, SettingsSlip};
use crate::span::{FileId, Span, floor_char_boundary};

/// Returns the problem for a syntax error in `text`, which starts `offset` bytes into the file. Of notes that take closing brackets with
/// them each is one.
pub fn explain(error: &ScanError, file: FileId, text: &str, offset: usize) -> Vec<Problem> {
    let at = error.marker().byte_offset().unwrap_or(text.len()).min(text.len());
    let at = floor_char_boundary(text, at);
    let at = if text[at..].trim().is_empty() { text.trim_end().len() } else { at };
    let spot = Spot { text, at, file, offset };
    if let Some(tab) = spot.tab(error.kind()) {
        let letter = text[tab..].chars().next().map_or(0, char::len_utf8);
        return vec![problems_of::tab(spot.span(tab, tab + letter))];
    }
    let notes = notes_in_brackets::find(text, spot.open_bracket());
    if !notes.is_empty() {
        return notes.iter().map(|note| note.problem(file, text, offset)).collect();
    }
    vec![explain_at(&spot, error)]
}

fn explain_at(spot: &Spot<'_>, error: &ScanError) -> Problem {
    match error.kind() {
        ErrorKind::RecursionLimitExceeded => problems_of::too_deep(spot.here()),
        ErrorKind::UnknownAnchor => problems_of::alias(spot.here()),
        ErrorKind::MissingAnchorOrAliasName if spot.rest().starts_with('*') => problems_of::alias(spot.here()),
        ErrorKind::MissingAnchorOrAliasName | ErrorKind::InvalidTagTerminator | ErrorKind::UndeclaredTagHandle => {
            problems_of::anchor_or_tag(spot.here())
        }
        ErrorKind::UnclosedQuotedScalar | ErrorKind::InvalidQuotedScalarIndent => {
            problems_of::quote_not_closed(spot.here())
        }
        ErrorKind::InvalidTrailingSingleQuotedScalar => spot.after_quote('\''),
        ErrorKind::InvalidTrailingDoubleQuotedScalar => spot.after_quote('"'),
        ErrorKind::SimpleKeyExpected => spot.no_colon(),
        ErrorKind::MappingValueNotAllowed => spot.colon(),
        ErrorKind::ExpectedFlowMappingSeparator
        | ErrorKind::ExpectedFlowSequenceSeparator
        | ErrorKind::InvalidFlowScalarIndent
        | ErrorKind::InvalidColonPlacement => spot.in_brackets(),
        ErrorKind::ExpectedBlockMappingKey if spot.is_after_bracket() => {
            problems_of::syntax(spot.here(), SettingsSlip::BracketInText)
        }
        ErrorKind::InvalidIndentation | ErrorKind::ExpectedBlockMappingKey | ErrorKind::ExpectedBlockSequenceEntry => {
            problems_of::indentation(spot.here())
        }
        kind => problems_of::syntax(spot.here(), slip(kind)),
    }
}

fn slip(kind: &ErrorKind) -> SettingsSlip {
    match kind {
        ErrorKind::UnclosedFlowCollection { .. } => SettingsSlip::BracketNotClosed,
        ErrorKind::MismatchedFlowCollectionEnd { .. } => SettingsSlip::BracketsDiffer,
        ErrorKind::MisplacedFlowCollectionEnd => SettingsSlip::BracketClosesNothing,
        ErrorKind::BlockSequenceEntryNotAllowed => SettingsSlip::ListBesideName,
        ErrorKind::InvalidBlockScalarHeader => SettingsSlip::TextBesideBar,
        ErrorKind::UnexpectedCharacter { .. }
        | ErrorKind::MissingDirectiveName
        | ErrorKind::MissingDocumentEndBeforeDirective => SettingsSlip::SpecialStart,
        ErrorKind::UnknownQuotedScalarEscape => SettingsSlip::Backslash,
        _ => SettingsSlip::Other,
    }
}

/// The place in a text where the parser stopped.
struct Spot<'a> {
    text: &'a str,
    at: usize,
    file: FileId,
    /// Where the text starts in its file.
    offset: usize,
}

impl Spot<'_> {
    fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.file, start + self.offset, end + self.offset)
    }

    /// Returns the span of the character where the parser stopped.
    fn here(&self) -> Span {
        self.span(self.at, self.at + self.text[self.at..].chars().next().map_or(0, char::len_utf8))
    }

    /// Returns where the line of a place starts.
    fn line_start(&self, at: usize) -> usize {
        self.text[..at].rfind('\n').map_or(0, |newline| newline + 1)
    }

    /// Returns the rest of the line from the place where the parser stopped.
    fn rest(&self) -> &str {
        self.text[self.at..].lines().next().unwrap_or_default().trim_end()
    }

    /// Finds the tab that the parser stopped at: before the text of this line, or of a later one, since a text over several lines is
    /// told at its start.
    fn tab(&self, kind: &ErrorKind) -> Option<usize> {
        let is_told = matches!(
            kind,
            ErrorKind::TabNotAllowed
                | ErrorKind::TabInBlockIndentation
                | ErrorKind::TabInIndentation
                | ErrorKind::TabAtBlockScalarStart
                | ErrorKind::TabInPlainScalar
        );
        let first = self.line_start(self.at);
        let mut start = first;
        for line in self.text[start..].split_inclusive('\n') {
            if let Some(column) = line[..line.len() - line.trim_start().len()].find('\t') {
                return Some(start + column);
            }
            if !is_told {
                return None;
            }
            start += line.len();
        }
        // Where the lines end as they did on old Macs, it may stand in the midst of what is one line here.
        Some(self.text[first..].find('\t').map_or(self.at, |tab| first + tab))
    }

    /// Returns the problem of what stands after a text in quotes.
    fn after_quote(&self, quote: char) -> Problem {
        let before = &self.text[..self.at];
        let end = floor_char_boundary(before, before.trim_end().len().saturating_sub(1));
        let start = self.text[..end].rfind(quote).unwrap_or(end);
        let is_on_one_line = !self.text[start..end].contains('\n');
        match () {
            () if !is_on_one_line => problems_of::quote_not_closed(self.span(start, start + 1)),
            () if end + 1 == self.at => problems_of::quote_inside(self.span(end, end + 1), quote),
            () => problems_of::text_after_quote(self.span(self.at, self.at + self.rest().len()), quote),
        }
    }

    /// Returns the problem of a line that should be a setting.
    fn no_colon(&self) -> Problem {
        let line = self.rest();
        let first = line.split(' ').next().unwrap_or_default();
        let slip = match () {
            () if line.starts_with('-') => SettingsSlip::NoSpaceAfterDash,
            () if first.contains(':') => SettingsSlip::NoSpaceAfterColon,
            () => SettingsSlip::NoColon,
        };
        problems_of::syntax(self.span(self.at, self.at + line.len()), slip)
    }

    /// Returns the problem of a colon where none can be: a second one in its line, or the first of a line that stands too far in.
    fn colon(&self) -> Problem {
        let start = self.line_start(self.at);
        let before = &self.text[start..self.at];
        let indent = before.len() - before.trim_start().len();
        match before.split_once(": ") {
            Some((_, value)) if value.starts_with(['"', '\'']) => {
                let quote = if value.starts_with('"') { '"' } else { '\'' };
                problems_of::text_after_quote(self.here(), quote)
            }
            Some((name, _)) => self.in_quotes(start + name.len() + 2, problems_of::colon_in_text(self.here())),
            None => problems_of::indentation(self.span(start + indent, self.at)),
        }
    }

    /// Adds to a problem of a sentence, which starts at `start`, how it is written in quotes; not where it goes on in the next line.
    fn in_quotes(&self, start: usize, problem: Problem) -> Problem {
        let rest = &self.text[start..];
        let sentence = rest.lines().next().unwrap_or_default().trim_end();
        let indent = |line: &str| line.len() - line.trim_start_matches(' ').len();
        let own = indent(&self.text[self.line_start(start)..]);
        let goes_on = rest.lines().nth(1).is_some_and(|line| !line.trim().is_empty() && indent(line) > own);
        if goes_on || sentence.contains(['"', '\\', '#']) {
            return problem;
        }
        problem.write_at(self.span(start, start + sentence.len()), format!("\"{sentence}\""))
    }

    /// Tells whether words follow a bracket that is closed, as in `about: {ward.name} is a ward`.
    fn is_after_bracket(&self) -> bool {
        self.text[self.line_start(self.at)..self.at].trim_end().ends_with(['}', ']'])
    }

    /// Returns the bracket that was open where the parser stopped, or at which it did.
    fn open_bracket(&self) -> Option<usize> {
        if self.rest().starts_with(['{', '[']) && open_bracket(&self.text[..self.at]).is_none() {
            return Some(self.at);
        }
        open_bracket(&self.text[..self.at])
    }

    /// Returns the problem of what can't stand inside brackets: a colon in a sentence, or whatever follows a bracket that isn't closed.
    fn in_brackets(&self) -> Problem {
        let open = open_bracket(&self.text[..self.at]);
        let is_of_this_line = open.is_some_and(|open| open >= self.line_start(self.at));
        match open {
            _ if is_of_this_line && self.rest().starts_with(':') => problems_of::colon_in_text(self.here()),
            _ if is_of_this_line && self.rest().starts_with(['{', '[']) => {
                problems_of::syntax(self.here(), SettingsSlip::BracketInText)
            }
            Some(open) => problems_of::syntax(self.span(open, open + 1), SettingsSlip::BracketNotClosed),
            None => problems_of::syntax(self.here(), SettingsSlip::Other),
        }
    }
}

/// Finds the last bracket that begins a list or a group and isn't closed. Brackets and quotes inside words are words, but for
/// brackets inside brackets.
fn open_bracket(text: &str) -> Option<usize> {
    let (mut open, mut quote, mut before, mut is_comment) = (Vec::new(), None, '\n', false);
    for (place, letter) in text.char_indices() {
        let is_start = "\n:,-[{".contains(before);
        match (quote, letter) {
            _ if is_comment => {}
            (Some(end), _) if letter == end => quote = None,
            (None, '"' | '\'') if is_start => quote = Some(letter),
            (None, '[' | '{') if is_start || !open.is_empty() => open.push(place),
            (None, ']' | '}') => drop(open.pop()),
            (None, '#') if text[..place].ends_with([' ', '\n']) => is_comment = true,
            _ => {}
        }
        is_comment = is_comment && letter != '\n';
        before = if letter == ' ' { before } else { letter };
    }
    open.pop()
}
