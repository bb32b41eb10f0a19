//! Who a page is for.

use crate::model::read::fields::Fields;
use crate::model::read::id::as_id;
use crate::model::read::single_values::choice;
use crate::span::Spanned;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Audience {
    Patients,
    Carers,
    Staff,
    Visitors,
}

impl Audience {
    pub const CHOICES: [(&'static str, Audience); 4] = [
        ("patients", Audience::Patients),
        ("carers", Audience::Carers),
        ("staff", Audience::Staff),
        ("visitors", Audience::Visitors),
    ];

    pub fn name(self) -> &'static str {
        Audience::CHOICES.iter().find(|(_, audience)| *audience == self).map_or("", |(name, _)| name)
    }

    pub fn named(name: &str) -> Option<Audience> {
        Audience::CHOICES.iter().find(|(word, _)| *word == name).map(|(_, audience)| *audience)
    }

    pub fn names() -> Vec<&'static str> {
        Audience::CHOICES.iter().map(|(word, _)| *word).collect()
    }

    /// Returns the audiences that `audience:` names; none means everyone.
    pub fn read(fields: &mut Fields<'_, '_>) -> Vec<Audience> {
        let words: Vec<Spanned<String>> = fields.words("audience", as_id);
        let mut audiences: Vec<Audience> =
            words.iter().filter_map(|word| choice(word, "an audience", &Audience::CHOICES, fields.reader)).collect();
        audiences.sort();
        audiences.dedup();
        audiences
    }

    /// Returns the audiences of what is for staff unless it says otherwise.
    pub fn read_for_staff(fields: &mut Fields<'_, '_>) -> Vec<Audience> {
        let audiences = Audience::read(fields);
        if audiences.is_empty() { vec![Audience::Staff] } else { audiences }
    }
}
