//! Which page of a ward a page is: that decides its address, and the languages it is there in.

use crate::model::kind::{HOME, Kind};
use crate::model::language::Language;
use crate::model::ward::Ward;
use crate::plan::{Planner, url};
use crate::resolve::charter::languages;

/// A page of a ward. Leaflets are named by their ids.
#[derive(Clone, Copy, Debug)]
pub(in crate::plan) enum WardPage<'a> {
    Home,
    EasyHome,
    Charter,
    EasyCharter,
    Differences,
    CharterSheet,
    Search,
    Leaflet(&'a str),
    EasyLeaflet(&'a str),
}

impl WardPage<'_> {
    /// Returns its path in the pack's first language.
    pub(in crate::plan) fn path(self, ward: &str) -> String {
        match self {
            WardPage::Home => url::item(Kind::Ward, ward),
            WardPage::EasyHome => url::easy_read(&url::item(Kind::Ward, ward)),
            WardPage::Charter => url::charter(ward),
            WardPage::EasyCharter => url::easy_read(&url::charter(ward)),
            WardPage::Differences => url::differences(ward),
            WardPage::CharterSheet => url::charter_sheet(ward),
            WardPage::Search => url::ward_search(ward),
            WardPage::Leaflet(id) => url::ward_leaflet(ward, id),
            WardPage::EasyLeaflet(id) => url::easy_read(&url::ward_leaflet(ward, id)),
        }
    }
}

impl WardPage<'_> {
    /// Returns the section that the menu of a ward's own pack marks.
    pub(in crate::plan) fn section(self) -> &'static str {
        match self {
            WardPage::Charter | WardPage::EasyCharter | WardPage::Differences | WardPage::CharterSheet => "charter",
            WardPage::Leaflet(_) | WardPage::EasyLeaflet(_) => "leaflets",
            WardPage::Home | WardPage::EasyHome | WardPage::Search => "wards",
        }
    }
}

impl Planner<'_> {
    /// Returns the languages that a page of a ward exists in: a leaflet only where it is translated.
    pub(in crate::plan) fn languages_in_ward(&self, ward: &Ward, page: WardPage<'_>) -> Vec<Language> {
        let shared = self.voice.shared;
        let first = shared.settings.first_language();
        let exists = |tag: &String| {
            let language = Language::in_pack(tag, first);
            match page {
                WardPage::Home
                | WardPage::Charter
                | WardPage::Differences
                | WardPage::CharterSheet
                | WardPage::Search => true,
                WardPage::EasyHome => shared.had_easy_read(Kind::Section, HOME, language.tag()),
                WardPage::EasyCharter => shared.has_easy_charter(ward, tag),
                WardPage::Leaflet(id) => language.is_first() || self.voice.is_translated(Kind::Leaflet, id, tag),
                WardPage::EasyLeaflet(id) => shared.had_easy_read(Kind::Leaflet, id, language.tag()),
            }
        };
        let tags = languages(ward, shared.settings).into_iter().filter(exists);
        tags.map(|tag| Language::in_pack(&tag, first)).collect()
    }
}
