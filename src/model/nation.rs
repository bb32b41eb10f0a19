//! The nation whose services a pack's readers can use: some services are there for one nation of the United Kingdom only.

use crate::model::read::fields::Fields;
use crate::model::read::id::as_id;
use crate::model::read::single_values::choice;
use crate::span::Spanned;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Nation {
    England,
    Wales,
    Scotland,
    NorthernIreland,
}

impl Nation {
    const CHOICES: [(&'static str, Nation); 4] = [
        ("england", Nation::England),
        ("wales", Nation::Wales),
        ("scotland", Nation::Scotland),
        ("northern-ireland", Nation::NorthernIreland),
    ];

    /// Returns what `nation:` can say: words and names.
    pub fn choices() -> impl Iterator<Item = (&'static str, &'static str)> {
        Nation::CHOICES.iter().map(|(word, nation)| (*word, nation.name()))
    }

    /// Returns its name in messages.
    pub fn name(self) -> &'static str {
        match self {
            Nation::England => "England",
            Nation::Wales => "Wales",
            Nation::Scotland => "Scotland",
            Nation::NorthernIreland => "Northern Ireland",
        }
    }

    /// Returns the nation that `nation:` names.
    pub fn read(fields: &mut Fields<'_, '_>) -> Option<Self> {
        let word: Spanned<String> = fields.optional("nation")?;
        let is_it = |(name, _): &&(&str, Nation)| *name == as_id(&word);
        let found = Nation::CHOICES.iter().find(is_it).map(|(_, nation)| *nation);
        found.or_else(|| choice(&word, "a nation", &Nation::CHOICES, fields.reader))
    }

    /// Returns the nations that `nations:` names; none means all.
    pub fn read_all(fields: &mut Fields<'_, '_>) -> Vec<Self> {
        let words: Vec<Spanned<String>> = fields.words("nations", as_id);
        words.iter().filter_map(|word| choice(word, "a nation", &Nation::CHOICES, fields.reader)).collect()
    }
}
