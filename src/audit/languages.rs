//! Which language words are in: by their letters, and by the text of the pack that says them.

use rustc_hash::FxHashMap;
use wardpack_html::single_spaced;

use crate::model::pack::item::{Item, Of};
use crate::model::piece::NounPiece;
use crate::plan::Plan;
use crate::resolve::Site;
use crate::resolve::values;
use crate::text::prose::{Block, Inline};

/// Fewer words may be a name, which is the same in many languages.
const FEWEST_WORDS: usize = 3;
/// A shorter word may be an abbreviation or a unit.
const SHORTEST_WORD: usize = 4;
/// Returns the letters of a language that isn't written in Latin ones; nothing for the others.
fn own_letters(language: &str) -> Option<&'static [(char, char)]> {
    let letters: &[(char, char)] = match language {
        "ar" | "ckb" | "fa" | "ps" | "ur" => {
            &[('\u{600}', '\u{6FF}'), ('\u{750}', '\u{77F}'), ('\u{FB50}', '\u{FEFC}')]
        }
        "he" => &[('\u{590}', '\u{5FF}')],
        "hi" => &[('\u{900}', '\u{97F}')],
        "bn" => &[('\u{980}', '\u{9FF}')],
        "pa" => &[('\u{A00}', '\u{A7F}')],
        "gu" => &[('\u{A80}', '\u{AFF}')],
        "ta" => &[('\u{B80}', '\u{BFF}')],
        "uk" => &[('\u{400}', '\u{4FF}')],
        "zh" => &[('\u{3400}', '\u{9FFF}')],
        _ => return None,
    };
    Some(letters)
}

const LATIN: &[(char, char)] = &[('A', 'Z'), ('a', 'z'), ('\u{C0}', '\u{24F}'), ('\u{1E00}', '\u{1EFF}')];

/// The languages in which a pack and its theme say something, by their words.
#[derive(Debug, Default)]
pub struct Languages(FxHashMap<String, Vec<String>>);

impl Languages {
    /// Returns the languages of everything that is said in one file for one language; nothing for a pack in one language only.
    pub fn of(site: &Site, plan: &Plan) -> Self {
        let settings = &site.pack.settings;
        let mut languages = Languages::default();
        if settings.languages.len() < 2 {
            return languages;
        }
        for item in site.pack.items().into_iter().filter(|item| !matches!(item.of, Of::Trust | Of::Ward(_))) {
            languages.add_item(&item, item.language.unwrap_or(settings.first_language()));
        }
        for (language, strings) in &plan.strings {
            languages.add_strings(&strings.tree, language);
        }
        languages
    }

    fn add_item(&mut self, item: &Item<'_>, language: &str) {
        // What is said in several languages says so itself.
        let mut is_in_several = false;
        item.noun.each_piece(&mut |piece| match piece {
            NounPiece::Language(_) => is_in_several = true,
            _ if is_in_several => {}
            NounPiece::Line(line) if line.placeholders.is_empty() => self.add(&values::plain(line), language),
            NounPiece::Prose(prose) => self.add_blocks(&prose.blocks, language),
            _ => {}
        });
    }

    fn add_blocks(&mut self, blocks: &[Block], language: &str) {
        for block in blocks {
            match block {
                Block::Heading { words, .. } | Block::Paragraph(words) | Block::Plain(words) => {
                    if let [Inline::Words(words)] = &words[..] {
                        self.add(words, language);
                    }
                }
                Block::List { items, .. } => items.iter().for_each(|item| self.add_blocks(item, language)),
                Block::Quote(inner) | Block::Callout { blocks: inner, .. } => self.add_blocks(inner, language),
                _ => {}
            }
        }
    }

    fn add_strings(&mut self, tree: &serde_yaml::Value, language: &str) {
        match tree {
            serde_yaml::Value::String(words) => self.add(words, language),
            serde_yaml::Value::Mapping(entries) => entries.values().for_each(|inner| self.add_strings(inner, language)),
            _ => {}
        }
    }

    fn add(&mut self, words: &str, language: &str) {
        let (words, count) = single_spaced(words);
        if count >= FEWEST_WORDS {
            let languages = self.0.entry(words.into_owned()).or_default();
            if !languages.iter().any(|known| known == language) {
                languages.push(language.to_owned());
            }
        }
    }

    /// Tells whether words that are said to be in a language are in another one: they have none of its letters, or the pack says them in
    /// others only.
    pub fn are_foreign(&self, words: &str, language: &str) -> bool {
        let is_in_others = |said: &Vec<String>| !said.iter().any(|one| one == language);
        let is_said = || {
            let (words, count) = single_spaced(words);
            count >= FEWEST_WORDS && self.0.get(&*words).is_some_and(is_in_others)
        };
        !language.is_empty() && (has_other_letters(words, language) || is_said())
    }
}

/// Tells whether words have no letter of a language, and aren't an address, an abbreviation or a code.
fn has_other_letters(words: &str, language: &str) -> bool {
    let base = language.split_once('-').map_or(language, |(base, _)| base);
    let ranges = own_letters(base).unwrap_or(LATIN);
    let is_own = |letter: char| ranges.iter().any(|(first, last)| (*first..=*last).contains(&letter));
    !words.chars().any(is_own) && words.split_whitespace().any(is_word)
}

fn is_word(word: &str) -> bool {
    let word = word.trim_matches(|letter: char| !letter.is_alphanumeric());
    let letters = word.chars().filter(|letter| letter.is_alphabetic()).count();
    let is_plain = word.chars().all(|letter| letter.is_alphabetic() || "-'’".contains(letter));
    // Letters of most other scripts are neither small nor capital ones.
    let is_short_form = word.chars().all(|letter| letter.is_uppercase() || !letter.is_alphabetic());
    is_plain && !is_short_form && letters >= if word.is_ascii() { SHORTEST_WORD } else { 2 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_known_words_tell() {
        let mut languages = Languages::default();
        languages.add("You can call now", "en");
        for (words, language, foreign) in [
            ("Sample hospital", "ur", true),
            ("نمونہ ہسپتال", "ur", false),
            ("سماریٹنز (Samaritans)", "ur", false),
            ("samaritans.org", "ur", false),
            ("help@galop.org.uk", "ur", false),
            ("NHS 111", "ur", false),
            ("69V9V9X", "ur", false),
            ("اردو", "en", true),
            ("اردو", "ur", false),
            ("You can  call now", "cy", true),
            ("You can call now", "en", false),
            ("You can call me", "cy", false),
        ] {
            assert_eq!(languages.are_foreign(words, language), foreign, "{words} in {language}");
        }
    }
}
