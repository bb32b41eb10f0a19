//! The short code of a leaflet: the same for the same words and the same values in them, on screen and on paper. Another phone number
//! gives another code, since a sheet with the old one isn't current.

use twox_hash::XxHash3_128;

use super::charter::standing::short;
use super::values;
use crate::model::article::Article;
use crate::model::easy_read::EasyRead;
use crate::model::settings::Settings;
use crate::model::ward::Ward;
use crate::text::plain;
use crate::text::prose::{PlaceholderUse, Prose};

/// Returns the code of a leaflet in its language; of a ward's copy, if there is a ward. `body` is what is seen of it there.
pub fn of_leaflet(leaflet: &Article, body: &Prose, ward: Option<&Ward>, language: &str, settings: &Settings) -> String {
    let mut text = CodeText::new(&leaflet.id, ward, language, settings);
    text.words.push_str(&plain::line(&leaflet.title));
    text.add(body);
    text.code()
}

/// Returns the code of a leaflet in Easy Read.
pub fn of_easy_read(easy_read: &EasyRead, ward: Option<&Ward>, language: &str, settings: &Settings) -> String {
    let mut text = CodeText::new(&format!("{}/easy-read", easy_read.id), ward, language, settings);
    text.words.push_str(&plain::line(&easy_read.title));
    for part in &easy_read.parts {
        text.words.push_str(&plain::line(&part.title));
        part.rows.iter().for_each(|row| text.add(&row.text));
    }
    text.code()
}

/// What a code is made of.
struct CodeText<'a> {
    ward: Option<&'a Ward>,
    settings: &'a Settings,
    language: &'a str,
    words: String,
}

impl<'a> CodeText<'a> {
    fn new(id: &str, ward: Option<&'a Ward>, language: &'a str, settings: &'a Settings) -> Self {
        let of = ward.map_or("", |ward| ward.id.as_str());
        CodeText { ward, settings, language, words: format!("leaflet/{id}\n{of}\n{language}\n") }
    }

    fn add(&mut self, prose: &Prose) {
        self.words.push_str(&format!("{:x}", prose.said()));
        for used in &prose.placeholders {
            let value = self.value(used);
            self.words.push_str(&format!("\n{}: {value}", used.name));
        }
        self.words.push('\n');
    }

    /// Returns what a placeholder shows; outside wards its name stands for the theme's words.
    fn value(&self, used: &PlaceholderUse) -> String {
        self.ward
            .map_or_else(|| used.name.clone(), |ward| values::shown_for_ward(used, ward, self.settings, self.language))
    }

    fn code(&self) -> String {
        short(XxHash3_128::oneshot(self.words.as_bytes()))
    }
}
