//! The short code of a leaflet: the same for the same words and the same values in them, on screen and on paper. Another phone number
//! gives another code, since a sheet with the old one isn't current.

use std::collections::BTreeSet;
use std::sync::Arc;

use twox_hash::XxHash3_128;

use super::charter::standing::short;
use super::readers::Readers;
use super::values;
use crate::model::article::Article;
use crate::model::audience::Audience;
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

/// Returns the text of a leaflet as each site prints it: whole, and where it has passages, as the sites for one audience do, and a
/// ward's own pack. A ward's copy is the one for its kind in all of them.
pub fn as_printed(leaflet: &Article, ward: Option<&Ward>, settings: &Settings) -> Vec<Arc<Prose>> {
    if leaflet.body.passages.is_empty() {
        return vec![leaflet.body.clone()];
    }
    let kinds: Vec<Option<String>> = match ward {
        Some(ward) => vec![Some(ward.kind.value.clone())],
        None => settings.ward_kinds.iter().map(|kind| Some(kind.id.0.value.clone())).chain([None]).collect(),
    };
    let audiences = || Audience::names().into_iter().filter_map(Audience::named).map(Some).chain([None]);
    let readers = kinds.into_iter().flat_map(|kind| audiences().map(move |audience| (audience, kind.clone())));
    let seen = readers.map(|(audience, kind)| {
        let ward_kinds = kind.map(|kind| BTreeSet::from([kind]));
        let readers = Readers { audience, ward_kinds, ..Readers::default() };
        readers.view(&leaflet.body)
    });
    seen.collect()
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
