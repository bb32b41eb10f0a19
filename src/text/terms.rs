//! The words of a text as search knows them: in small letters and without accents. The search script folds what people type
//! in the same way.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::prose::{Block, Count, Inline, Prose, Terms, plain_words};

/// From this many digits on, groups of them are one number: 116 123 is also found as 116123.
const LONG_NUMBER: usize = 6;

impl Prose {
    /// Returns the words that search finds this text by, counted when they are first asked for.
    pub fn terms(&self) -> &Terms {
        self.known.terms.get_or_init(|| of(&self.blocks))
    }
}

/// Returns the words of some text: letters and digits that stand together, in small letters and without accents. A letter on
/// its own says nothing and is left out. What people also write as one stands beside its parts: 116123 for 116 123, selfharm for
/// self-harm, ohara for O'Hara.
pub fn words(text: &str) -> Vec<String> {
    let folded = fold(text);
    let mut words = Vec::new();
    let mut run: Vec<&str> = Vec::new();
    let mut last_gap = BetweenWords::Wide;
    let mut rest = folded.as_str();
    while let Some(start) = rest.find(char::is_alphanumeric) {
        let gap = BetweenWords::of(&rest[..start]);
        let end = rest[start..].find(|letter: char| !letter.is_alphanumeric()).map_or(rest.len(), |end| start + end);
        let word = &rest[start..end];
        if !run.last().is_some_and(|before| gap.joins(before, word, last_gap, run.len())) {
            words.extend(joined(&run));
            run.clear();
        }
        if word.chars().nth(1).is_some() || word.starts_with(char::is_numeric) {
            words.push(word.to_owned());
        }
        run.push(word);
        last_gap = gap;
        rest = &rest[end..];
    }
    words.extend(joined(&run));
    words
}

/// Returns a text in small letters and without accents; letters of Urdu and Arabic that look alike are one, and so are their digits and
/// ours. A number with the code of the country is the one that people in it dial.
fn fold(text: &str) -> String {
    if text.is_ascii() && !text.contains("+44") {
        return text.to_ascii_lowercase();
    }
    let plain = text.nfkd().filter(|letter| !is_combining_mark(*letter)).map(alike).collect::<String>().to_lowercase();
    if !plain.contains("+44") {
        return plain;
    }
    ["+44 (0)", "+44(0)", "+44 ", "+44"].iter().fold(plain, |text, code| text.replace(code, "0"))
}

fn alike(letter: char) -> char {
    match letter {
        'ي' | 'ى' => 'ی',
        'ك' => 'ک',
        'ه' | 'ة' | 'ھ' => 'ہ',
        '٠'..='٩' => ascii_digit(letter, '٠'),
        '۰'..='۹' => ascii_digit(letter, '۰'),
        _ => letter,
    }
}

fn ascii_digit(digit: char, zero: char) -> char {
    char::from_digit(u32::from(digit) - u32::from(zero), 10).unwrap_or(digit)
}

/// What stands between two words.
#[derive(Clone, Copy, PartialEq, Eq)]
enum BetweenWords {
    Space,
    Hyphen,
    Apostrophe,
    Wide,
}

impl BetweenWords {
    fn of(between: &str) -> Self {
        match between {
            " " => BetweenWords::Space,
            "-" | "\u{2010}" => BetweenWords::Hyphen,
            "'" | "’" => BetweenWords::Apostrophe,
            _ => BetweenWords::Wide,
        }
    }

    /// Tells whether two words with this gap may be written as one. A run of words has one kind of gap, but for numbers.
    fn joins(self, before: &str, word: &str, last: BetweenWords, in_run: usize) -> bool {
        let is_number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
        match self {
            BetweenWords::Space => is_number(before) && is_number(word),
            BetweenWords::Hyphen => in_run == 1 || last == BetweenWords::Hyphen || is_number(before) && is_number(word),
            BetweenWords::Apostrophe => in_run == 1 && before.chars().nth(1).is_none(),
            BetweenWords::Wide => false,
        }
    }
}

/// Returns words as one, if they are several; short numbers beside each other stay apart.
fn joined(run: &[&str]) -> Option<String> {
    if run.len() < 2 {
        return None;
    }
    let one = run.concat();
    let is_short_number = one.len() < LONG_NUMBER && one.bytes().all(|byte| byte.is_ascii_digit());
    (!is_short_number).then_some(one)
}

/// Returns the words of blocks. What stands in place of a placeholder isn't among them.
pub fn of(blocks: &[Block]) -> Terms {
    let mut terms = Terms::default();
    count(blocks, &mut terms);
    terms
}

fn count(blocks: &[Block], terms: &mut Terms) {
    for block in blocks {
        match block {
            Block::Heading { words, .. } => add(words, terms, |count| count.in_headings += 1),
            Block::Paragraph(words) | Block::Plain(words) => add(words, terms, |count| count.in_text += 1),
            Block::List { items, .. } => items.iter().for_each(|item| count(item, terms)),
            Block::Quote(inner) | Block::Callout { blocks: inner, .. } | Block::Passage { blocks: inner, .. } => {
                count(inner, terms);
            }
            Block::Table { head, rows } => {
                let cells = head.iter().chain(rows.iter().flatten());
                cells.for_each(|cell| add(cell, terms, |count| count.in_text += 1));
            }
            Block::Definitions(all) => {
                for definition in all {
                    add(&definition.term, terms, |count| count.in_text += 1);
                    definition.meanings.iter().for_each(|meaning| count(meaning, terms));
                }
            }
            Block::Footnotes(notes) => notes.iter().for_each(|note| count(note, terms)),
            Block::Code(_) | Block::Rule => {}
        }
    }
}

fn add(inlines: &[Inline], terms: &mut Terms, mut one_more: impl FnMut(&mut Count)) {
    for word in words(&plain_words(inlines)) {
        one_more(terms.entry(word.into_boxed_str()).or_default());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_folded() {
        assert_eq!(
            words("Câf é: SARCs, 24/7 – a “Rhyw-beth”"),
            ["caf", "sarcs", "24", "7", "rhyw", "beth", "rhywbeth"]
        );
        assert_eq!(words("عليك ۱۲۳"), words("علیک 123"));
        assert_eq!(words("رَضامندی"), ["رضامندی"]);
    }

    #[test]
    fn numbers_and_words_are_found_however_they_are_written() {
        for (text, word) in [
            ("call 116 123.", "116123"),
            ("01632 960-777", "01632960777"),
            ("+44 1632 960777", "01632960777"),
            ("+44 (0)1632 960 777", "01632960777"),
            ("self-harm", "selfharm"),
            ("COVID-19", "covid19"),
            ("Mr O’Hara", "ohara"),
            ("a mother-and-baby ward", "motherandbaby"),
        ] {
            assert!(words(text).iter().any(|found| found == word), "{text}: {:?}", words(text));
        }
        assert_eq!(words("wards 10 11"), ["wards", "10", "11"]);
        assert_eq!(words("i'r ward"), ["ir", "ward"]);
    }
}
