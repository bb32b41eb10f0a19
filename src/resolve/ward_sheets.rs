//! The sheets that a ward can hang up as they are now, each with its code, and whether one that hangs is still one of them.

use super::audience::gives_out;
use super::charter::standing::{code, lines};
use super::charter::{WardCharter, languages};
use super::{Site, leaflet_code, values};
use crate::model::kind::Kind;
use crate::model::settings::Settings;
use crate::model::sheet_record::{EASY_READ, HangingSheet};
use crate::model::ward::Ward;
use crate::text::line::Line;

/// The name of a charter's sheet.
pub const CHARTER: &str = "charter";

/// A sheet of a ward in one language.
#[derive(Clone, Debug)]
pub struct WardSheet {
    /// `charter`, `charter/easy-read`, `leaflet/<id>` or `leaflet/<id>/easy-read`.
    pub name: String,
    pub title: String,
    pub language: String,
    /// The code of the sheet of everyone's site, and then those of sites for some readers only.
    pub codes: Vec<String>,
}

impl WardSheet {
    /// Returns the code of the sheet that everyone's site prints.
    pub fn code(&self) -> &str {
        self.codes.first().map_or("", String::as_str)
    }
}

/// Whether a sheet that hangs is one of the sheets that there are now.
#[derive(Clone, Copy, Debug)]
pub enum SheetStanding<'a> {
    Current(&'a WardSheet),
    /// There is a newer one.
    Changed(&'a WardSheet),
    /// The ward has no such sheet in this language any more.
    Gone,
}

/// Returns the sheets of a ward. A ward that was withdrawn has none.
pub fn of_ward(site: &Site, ward: &Ward) -> Vec<WardSheet> {
    if ward.withdrawn.is_some() {
        return Vec::new();
    }
    charters(site, ward).chain(leaflets(site, ward)).chain(easy_reads(site, ward)).collect()
}

fn charters<'a>(site: &'a Site, ward: &'a Ward) -> impl Iterator<Item = WardSheet> + 'a {
    let own = site.charters.wards.iter().filter(|one| site.pack.wards[one.ward].id == ward.id);
    own.flat_map(|WardCharter { charter, .. }| {
        let language = charter.language.clone();
        let base = site.charters.base_of(&ward.kind.value, &language);
        let has_easy_read = base.is_some_and(|base| base.easy_rows().next().is_some());
        let standard = WardSheet {
            name: CHARTER.to_owned(),
            title: titled(&charter.title, ward, &site.pack.settings, &language),
            codes: vec![code(&ward.id, &language, &lines(charter))],
            language,
        };
        let easy_read = has_easy_read.then(|| WardSheet { name: format!("{CHARTER}{EASY_READ}"), ..standard.clone() });
        [Some(standard), easy_read].into_iter().flatten()
    })
}

/// Returns the title of a sheet as it stands on the ward's own.
fn titled(title: &Line, ward: &Ward, settings: &Settings, language: &str) -> String {
    title.fill(|used| values::shown_for_ward(used, ward, settings, language))
}

fn leaflets<'a>(site: &'a Site, ward: &'a Ward) -> impl Iterator<Item = WardSheet> + 'a {
    let settings = &site.pack.settings;
    let all = site.pack.articles.iter().filter(|article| article.kind == Kind::Leaflet && gives_out(ward, article));
    let known = languages(ward, settings);
    all.filter_map(move |leaflet| {
        let language = leaflet.language.tag().unwrap_or(settings.first_language()).to_owned();
        let bodies = leaflet_code::as_printed(leaflet, Some(ward), settings);
        let code = |body| leaflet_code::of_leaflet(leaflet, body, Some(ward), &language, settings);
        // The last one is what everyone is shown.
        let mut codes: Vec<String> = bodies.iter().rev().map(|body| code(body)).collect();
        codes.dedup();
        let (name, title) = (format!("leaflet/{}", leaflet.id), titled(&leaflet.title, ward, settings, &language));
        known.contains(&language).then_some(WardSheet { name, title, language, codes })
    })
}

fn easy_reads<'a>(site: &'a Site, ward: &'a Ward) -> impl Iterator<Item = WardSheet> + 'a {
    let settings = &site.pack.settings;
    let known = languages(ward, settings);
    let is_given_out = |id: &str| {
        let mut leaflets = site.pack.articles.iter().filter(|article| article.kind == Kind::Leaflet);
        leaflets.any(|leaflet| leaflet.id == id && gives_out(ward, leaflet))
    };
    let all = site.pack.easy_reads.iter().filter(move |one| one.kind == Kind::Leaflet && is_given_out(&one.id));
    all.filter_map(move |easy_read| {
        let language = easy_read.language.tag().unwrap_or(settings.first_language()).to_owned();
        let codes = vec![leaflet_code::of_easy_read(easy_read, Some(ward), &language, settings)];
        let name = format!("leaflet/{}{EASY_READ}", easy_read.id);
        let title = titled(&easy_read.title, ward, settings, &language);
        known.contains(&language).then_some(WardSheet { name, title, language, codes })
    })
}

/// Returns whether a sheet that hangs is one of those that there are now.
pub fn standing<'a>(hanging: &HangingSheet, sheets: &'a [WardSheet]) -> SheetStanding<'a> {
    let is_it = |sheet: &&WardSheet| sheet.name == hanging.sheet.value && sheet.language == hanging.language.value;
    match sheets.iter().find(is_it) {
        Some(sheet) if sheet.codes.contains(&hanging.code.value) => SheetStanding::Current(sheet),
        Some(sheet) => SheetStanding::Changed(sheet),
        None => SheetStanding::Gone,
    }
}
