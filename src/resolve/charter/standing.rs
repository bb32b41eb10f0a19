//! Where each ward's charter stands: whether it was agreed, and whether its words are still those that were.

use std::collections::BTreeMap;

use jiff::civil::Date;
use twox_hash::XxHash3_128;

use super::{Charter, CharterBehaviour, Charters, LaidPart, WardCharter};
use crate::model::agreement::{Agreement, Lines};
use crate::model::pack::Pack;
use crate::model::ward::Ward;
use crate::text::plain;

/// Where a charter stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Status {
    /// Nobody has agreed it yet.
    #[default]
    Draft,
    Agreed,
    /// It was agreed, and words of it have changed since.
    Suspect,
    /// It was agreed, and is to be looked at again.
    Overdue,
}

impl Status {
    /// Returns the word for it in the theme's strings.
    pub fn name(self) -> &'static str {
        match self {
            Status::Draft => "draft",
            Status::Agreed => "agreed",
            Status::Suspect => "suspect",
            Status::Overdue => "overdue",
        }
    }
}

/// Where a ward's charter stands, and the lines that aren't as they were agreed.
#[derive(Clone, Debug, Default, Hash)]
pub struct CharterStanding {
    pub status: Status,
    /// The short code of the charter in each language. It is of all its words, whoever a site shows how many of them.
    pub codes: BTreeMap<String, String>,
    pub changed: Vec<Changed>,
}

/// A line of a charter that has changed since it was agreed.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Changed {
    pub language: String,
    /// The line's name, such as `behaviours/respect-others`.
    pub line: String,
    /// The words that were agreed; nothing for a line that is new.
    pub agreed: Option<String>,
    /// The words now; nothing for a line that is gone.
    pub now: Option<String>,
}

/// Returns the lines of a charter, as plain words.
pub fn lines(charter: &Charter) -> Lines {
    let part = |name: &str, part: Option<&LaidPart>| Some((name.to_owned(), plain::words(&part?.text)));
    let behaviour = |line: &CharterBehaviour| {
        let easy_read = line.easy_read.as_ref().map(|words| (easy_read_line(&line.id), plain::line(words)));
        [Some((behaviour_line(&line.id), plain::words(&line.part.text))), easy_read]
    };
    let explanation =
        [part("explanation", charter.explanation.as_ref()), part("means_here", charter.means_here.as_ref())];
    let intent = [part("intent", charter.intent.as_ref())];
    let last = part("support", charter.support.as_ref());
    let behaviours = charter.behaviours.iter().flat_map(behaviour);
    explanation.into_iter().chain(intent).chain(behaviours).chain([last]).flatten().collect()
}

/// Returns the name of a behaviour's line.
pub fn behaviour_line(id: &str) -> String {
    format!("behaviours/{id}")
}

/// Returns the name of the line of a behaviour's Easy Read.
pub fn easy_read_line(id: &str) -> String {
    format!("behaviours/{id}/easy_read")
}

/// Tells whether a line of this name says another one in Easy Read.
pub fn is_easy_read_line(name: &str) -> bool {
    name.ends_with("/easy_read")
}

/// Letters and digits that can't be taken for each other (Crockford's base 32).
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Returns the short code of a ward's charter: the same for the same ward, language and words, on screen and on paper. In another
/// order they are still the words that were agreed.
pub fn code(ward: &str, language: &str, lines: &Lines) -> String {
    let mut text = format!("{ward}\n{language}\n");
    let sorted: BTreeMap<_, _> = lines.iter().map(|(name, words)| (name, words)).collect();
    for (name, words) in sorted {
        text.push_str(&format!("{name}: {words}\n"));
    }
    short(XxHash3_128::oneshot(text.as_bytes()))
}

/// Returns a code as it is printed, given one as people write it: letters may be small, and O, I and L stand for 0 and 1.
pub fn in_letters(written: &str) -> String {
    let letters = written.to_uppercase();
    let letters = letters.chars().filter(|letter| letter.is_alphanumeric()).map(|letter| match letter {
        'O' => '0',
        'I' | 'L' => '1',
        letter => letter,
    });
    letters.collect()
}

/// Tells whether this can be a short code, with spaces or hyphens as people put them in.
pub fn is_code(written: &str) -> bool {
    let mut letters = written.chars().filter(|letter| !" -".contains(*letter));
    letters.clone().count() == CODE_LENGTH && letters.all(|letter| letter.is_ascii_alphanumeric())
}

/// How many letters and digits a short code has.
pub const CODE_LENGTH: usize = 7;

/// Returns a hash as 7 letters and digits.
pub fn short(mut hash: u128) -> String {
    let mut code = String::new();
    for _ in 0..CODE_LENGTH {
        code.push(char::from(LETTERS[usize::try_from(hash % 32).unwrap_or(0)]));
        hash /= 32;
    }
    code
}

/// Returns what the people of a ward agreed, if it is written down.
pub fn of_ward<'a>(pack: &'a Pack, ward: &Ward) -> Option<&'a Agreement> {
    pack.agreements.get(&ward.id).map(|agreement| &**agreement)
}

/// Returns where the charter of each ward stands on a day, in the order of the wards.
pub fn of_wards(pack: &Pack, charters: &Charters, as_of: Date) -> Vec<CharterStanding> {
    let mut of_wards: BTreeMap<usize, Vec<&Charter>> = BTreeMap::new();
    for WardCharter { ward, charter } in &charters.wards {
        of_wards.entry(*ward).or_default().push(charter);
    }
    let none = Vec::new();
    let standing = |(number, ward): (usize, &std::sync::Arc<Ward>)| {
        let charters = of_wards.get(&number).unwrap_or(&none);
        standing(ward, of_ward(pack, ward), charters, as_of)
    };
    pack.wards.iter().enumerate().map(standing).collect()
}

fn standing(ward: &Ward, agreement: Option<&Agreement>, charters: &[&Charter], as_of: Date) -> CharterStanding {
    let changed: Vec<Changed> = charters
        .iter()
        .filter_map(|charter| Some((charter, agreement?.lines(&charter.language)?)))
        .flat_map(|(charter, agreed)| changes(&charter.language, agreed, &lines(charter)))
        .collect();
    let is_overdue = ward.charter.review_by.as_ref().is_some_and(|date| date.value < as_of);
    let status = match () {
        () if agreement.is_none() && ward.charter.coproduced.is_none() => Status::Draft,
        () if !changed.is_empty() => Status::Suspect,
        () if is_overdue => Status::Overdue,
        () => Status::Agreed,
    };
    let code_of = |charter: &&Charter| (charter.language.clone(), code(&ward.id, &charter.language, &lines(charter)));
    CharterStanding { status, codes: charters.iter().map(code_of).collect(), changed }
}

/// Returns the lines that differ, in the order of those now, and then those that are gone.
fn changes(language: &str, agreed: &Lines, now: &Lines) -> Vec<Changed> {
    let find =
        |lines: &Lines, name: &str| lines.iter().find(|(known, _)| known == name).map(|(_, words)| words.clone());
    let changed = |line: &String| Changed {
        language: language.to_owned(),
        line: line.clone(),
        agreed: find(agreed, line),
        now: find(now, line),
    };
    let gone = agreed.iter().filter(|(name, _)| find(now, name).is_none());
    let all = now.iter().chain(gone).map(|(name, _)| changed(name));
    all.filter(|changed| changed.agreed != changed.now).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(all: &[(&str, &str)]) -> Lines {
        all.iter().map(|(name, words)| ((*name).to_owned(), (*words).to_owned())).collect()
    }

    #[test]
    fn changed_new_and_gone_lines_are_told() {
        let agreed = lines(&[("intent", "One."), ("behaviours/a", "A."), ("behaviours/b", "B.")]);
        let now = lines(&[("intent", "One."), ("behaviours/c", "C."), ("behaviours/a", "A, now.")]);
        let changes = changes("en", &agreed, &now);
        let shown: Vec<_> =
            changes.iter().map(|one| (one.line.as_str(), one.agreed.as_deref(), one.now.as_deref())).collect();
        assert_eq!(
            shown,
            [
                ("behaviours/c", None, Some("C.")),
                ("behaviours/a", Some("A."), Some("A, now.")),
                ("behaviours/b", Some("B."), None)
            ]
        );
    }

    #[test]
    fn a_code_is_of_one_ward_one_language_and_these_words() {
        let words = lines(&[("intent", "One.")]);
        let code_of = code("beach", "en", &words);
        assert_eq!(code_of.len(), 7);
        assert_eq!(code_of, code("beach", "en", &words));
        assert_ne!(code_of, code("cliff", "en", &words));
        assert_ne!(code_of, code("beach", "cy", &words));
        assert_ne!(code_of, code("beach", "en", &lines(&[("intent", "Two.")])));
    }
}
