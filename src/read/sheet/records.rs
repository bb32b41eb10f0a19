//! CSV → records, as RFC 4180 writes them and Excel reads them: quotes around a value with a comma, a quote or a line break in it.
//!
//! The libraries that read CSV take a quote that is never closed as they find it: the rest of the file is one value, and the wards in it
//! are gone. Here such a quote is told and counts as a letter, so that all rows are read.

/// A value, and what is wrong with its quotes.
pub struct RecordField {
    pub words: String,
    pub mistake: Option<QuoteMistake>,
}

/// What is wrong with the quotes of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuoteMistake {
    /// The quote at its start is never closed.
    Unclosed,
    /// Something follows the quote that closes it, or a quote closes it that it doesn't begin with.
    AfterQuote,
}

/// So many separators with nothing after them aren't in a sentence: they are the columns of rows that a quote has swallowed.
const SEPARATORS_OF_A_ROW: usize = 3;

/// Returns the records of a text one by one; a blank line is one too.
pub struct Records<'t> {
    rest: &'t str,
    delimiter: char,
}

/// What ends a value.
enum End {
    Value,
    Record,
}

impl<'t> Records<'t> {
    pub fn new(text: &'t str, delimiter: char) -> Self {
        Records { rest: text, delimiter }
    }

    fn field(&mut self) -> (RecordField, End) {
        let start = self.rest.trim_start_matches(' ');
        if let Some(quoted) = start.strip_prefix('"') {
            return self.quoted(quoted);
        }
        let (words, end) = self.up_to_end(self.rest);
        let is_odd = words.ends_with('"') && words.matches('"').count() == 1;
        // Spreadsheets write a value as a formula to keep the zero of a number: ="01632 960 001".
        let words = words.strip_prefix("=\"").and_then(|words| words.strip_suffix('"')).unwrap_or(words);
        (RecordField { words: words.to_owned(), mistake: is_odd.then_some(QuoteMistake::AfterQuote) }, end)
    }

    /// Returns the value that begins after a quote.
    fn quoted(&mut self, quoted: &'t str) -> (RecordField, End) {
        let Some((words, after)) = up_to_quote(quoted) else { return self.literal(quoted, QuoteMistake::Unclosed) };
        let after = if self.delimiter == '\t' { after } else { after.trim_start_matches([' ', '\t']) };
        let is_closed = after.is_empty() || after.starts_with([self.delimiter, '\n', '\r']);
        let has_line_break = words.contains(['\n', '\r']);
        if has_line_break && (!is_closed || self.separators(&words) >= SEPARATORS_OF_A_ROW) {
            return self.literal(quoted, QuoteMistake::Unclosed);
        }
        if !is_closed {
            return self.literal(quoted, QuoteMistake::AfterQuote);
        }
        let (_, end) = self.up_to_end(after);
        (RecordField { words, mistake: None }, end)
    }

    /// Returns the value as if the quote before it were none.
    fn literal(&mut self, quoted: &'t str, mistake: QuoteMistake) -> (RecordField, End) {
        let (words, end) = self.up_to_end(quoted);
        (RecordField { words: words.replace('"', ""), mistake: Some(mistake) }, end)
    }

    /// Counts the separators that no space follows, as one does in a sentence.
    fn separators(&self, words: &str) -> usize {
        let is_tight = |(at, found): (usize, &str)| !words[at + found.len()..].starts_with(' ');
        words.match_indices(self.delimiter).filter(|found| is_tight(*found)).count()
    }

    /// Returns what is left of a value that has no more quotes that matter, and goes on after what ends it.
    fn up_to_end(&mut self, from: &'t str) -> (&'t str, End) {
        let at = from.find([self.delimiter, '\n', '\r']).unwrap_or(from.len());
        let (words, rest) = from.split_at(at);
        if let Some(rest) = rest.strip_prefix(self.delimiter) {
            self.rest = rest;
            return (words, End::Value);
        }
        let line = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\n', '\r']));
        self.rest = line.unwrap_or_default();
        (words, End::Record)
    }
}

impl Iterator for Records<'_> {
    type Item = Vec<RecordField>;

    fn next(&mut self) -> Option<Vec<RecordField>> {
        if self.rest.is_empty() {
            return None;
        }
        let mut fields = Vec::new();
        loop {
            let (field, end) = self.field();
            fields.push(field);
            if matches!(end, End::Record) {
                return Some(fields);
            }
        }
    }
}

/// Returns a value up to the quote that closes it, with two quotes for one inside it, and what follows.
fn up_to_quote(quoted: &str) -> Option<(String, &str)> {
    let mut words = String::new();
    let mut rest = quoted;
    loop {
        let (before, after) = rest.split_once('"')?;
        words.push_str(before);
        match after.strip_prefix('"') {
            Some(after) => {
                words.push('"');
                rest = after;
            }
            None => return Some((words, after)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<Vec<(String, Option<QuoteMistake>)>> {
        let field = |field: RecordField| (field.words, field.mistake);
        Records::new(text, ',').map(|record| record.into_iter().map(field).collect()).collect()
    }

    #[test]
    fn quotes_hold_commas_quotes_and_line_breaks() {
        let good = |words: &str| (words.to_owned(), None);
        assert_eq!(
            read("a,\"b, c\"\r\n\r\n\"d \"\"e\"\"\nf\",g"),
            [vec![good("a"), good("b, c")], vec![good("")], vec![good("d \"e\"\nf"), good("g")],]
        );
        assert_eq!(read("a, \"b, c\" ,=\"01\"\r"), [vec![good("a"), good("b, c"), good("01")]]);
    }

    #[test]
    fn a_quote_that_is_never_closed_swallows_nothing() {
        let one = |words: &str| (words.to_owned(), Some(QuoteMistake::Unclosed));
        let good = |words: &str| (words.to_owned(), None);
        assert_eq!(read("a,\"b\nc,d"), [vec![good("a"), one("b")], vec![good("c"), good("d")]]);
        assert_eq!(read("a,\"b\nc,\"d\n"), [vec![good("a"), one("b")], vec![good("c"), one("d")]]);
        let rows = read("1,2,3,\"four\n5,6,7,eight\"\n9,10,11,\"twelve, and\nmore\"");
        assert_eq!(rows[0][3], one("four"));
        assert_eq!(rows[1][3], ("eight\"".to_owned(), Some(QuoteMistake::AfterQuote)));
        assert_eq!(rows[2][3], good("twelve, and\nmore"));
        assert_eq!(read("\"Beach\" ward,x")[0][0], ("Beach ward".to_owned(), Some(QuoteMistake::AfterQuote)));
    }
}
