//! What leaflets are printed as, beside clear print on A4.

use crate::model::read::fields::Fields;
use crate::model::read::id::as_id;
use crate::model::read::single_values::choice;
use crate::span::Spanned;

const KEY: &str = "leaflet_formats";

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LeafletFormat {
    LargePrint,
    EasyRead,
    /// Folded once: A5 pages on sheets of A4.
    Booklet,
    /// Folded twice: six panels of one sheet of A4, which fits an envelope of the size DL.
    TriFold,
}

impl LeafletFormat {
    const CHOICES: [(&'static str, LeafletFormat); 4] = [
        ("large-print", LeafletFormat::LargePrint),
        ("easy-read", LeafletFormat::EasyRead),
        ("booklet", LeafletFormat::Booklet),
        ("tri-fold", LeafletFormat::TriFold),
    ];
    /// What people need who can't read clear print (NHS England, Accessible Information Standard, DAPB1605). What is folded is a matter of taste.
    const USUAL: [LeafletFormat; 2] = [LeafletFormat::LargePrint, LeafletFormat::EasyRead];

    /// Returns the formats that `leaflet_formats:` names, or the usual ones where it isn't there. Reports words that are no format.
    pub fn read(fields: &mut Fields<'_, '_>) -> Vec<LeafletFormat> {
        let is_there = fields.key_span(KEY).is_some();
        let words: Vec<Spanned<String>> = fields.words(KEY, as_id);
        if !is_there {
            return LeafletFormat::USUAL.to_vec();
        }
        let choices = &LeafletFormat::CHOICES;
        words.iter().filter_map(|word| choice(word, "a format of leaflets", choices, fields.reader)).collect()
    }
}
