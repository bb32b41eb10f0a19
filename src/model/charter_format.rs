//! What charters are printed as, beside the handout in clear print.

use crate::model::read::fields::Fields;
use crate::model::read::id::as_id;
use crate::model::read::single_values::choice;
use crate::span::Spanned;

const KEY: &str = "charter_formats";

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CharterFormat {
    PosterA4,
    PosterA3,
    LargePrint,
    EasyRead,
    /// For a television on the ward.
    Slides,
}

impl CharterFormat {
    const CHOICES: [(&'static str, CharterFormat); 5] = [
        ("poster-a4", CharterFormat::PosterA4),
        ("poster-a3", CharterFormat::PosterA3),
        ("large-print", CharterFormat::LargePrint),
        ("easy-read", CharterFormat::EasyRead),
        ("slides", CharterFormat::Slides),
    ];

    /// Returns the formats that `charter_formats:` names, or all of them where it isn't there. Reports words that are no format.
    pub fn read(fields: &mut Fields<'_, '_>) -> Vec<CharterFormat> {
        let is_there = fields.key_span(KEY).is_some();
        let words: Vec<Spanned<String>> = fields.words(KEY, as_id);
        let choices = &CharterFormat::CHOICES;
        if !is_there {
            return choices.map(|(_, format)| format).to_vec();
        }
        words.iter().filter_map(|word| choice(word, "a format of charters", choices, fields.reader)).collect()
    }
}
