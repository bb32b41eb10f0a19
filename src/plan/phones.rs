//! Phone numbers in the words of a language.

use super::view::Phone;
use super::voice::Voice;
use crate::model::phone::{self, Then, Way};

impl Voice<'_> {
    /// Returns a number as contacts show it.
    pub fn phone(&self, phone: Option<&phone::Phone>) -> Option<Phone> {
        phone.map(|phone| Phone {
            written: phone.number().to_owned(),
            dialled: phone.dialled(),
            is_text: phone.way() == Way::Text,
            notes: self.after_comma(self.phone_notes(phone)),
        })
    }

    /// Returns a phone number as part of a sentence.
    pub fn phone_words(&self, phone: &phone::Phone) -> String {
        let mut notes = self.phone_notes(phone);
        notes.extend((phone.way() == Way::Text).then(|| self.words(&["phone", "text"])));
        format!("{}{}", phone.number(), self.after_comma(notes))
    }

    /// Returns what is to be known of a number besides its digits: what to dial or ask for next, and who can call it.
    fn phone_notes(&self, phone: &phone::Phone) -> Vec<String> {
        let then = phone.then().iter().map(|then| {
            let (words, value) = match then {
                Then::Extension(extension) => ("extension", extension),
                Then::Option(key) => ("option", key),
                Then::Bleep(bleep) => ("bleep", bleep),
            };
            self.words_with(&["phone", words], "{value}", value)
        });
        let way = match phone.way() {
            Way::Call | Way::Text => None,
            Way::Relay => Some("relay"),
            Way::Inside => Some("inside"),
        };
        then.chain(way.map(|way| self.words(&["phone", way]))).collect()
    }

    fn after_comma(&self, notes: Vec<String>) -> String {
        let comma = self.words(&["phone", "comma"]);
        notes.into_iter().map(|note| comma.clone() + &note).collect()
    }
}
