//! Whom a text suits: the kinds of ward that it is for, by what it says itself, by the ages of their people, and by what takes its place.

use std::sync::Arc;

use crate::model::ages::{ADULT, Ages};
use crate::model::article::Article;
use crate::model::charter_template::Template;
use crate::model::kind::Kind;
use crate::model::pack::Pack;
use crate::model::settings::Settings;
use crate::model::trust::Trust;
use crate::span::Spanned;

/// What something says of whom it is for.
#[derive(Clone, Copy, Debug)]
pub struct SaidSuits<'a> {
    pub ages: Option<&'a Ages>,
    /// Ids of ward kinds; none means every kind.
    pub ward_kinds: &'a [Spanned<String>],
}

/// Whether something suits the people of a kind of ward.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    Suits,
    /// It says that it is for others.
    ForOthers,
    /// It says nothing of ages, so it was written for adults, and these aren't.
    Unsaid,
    /// It says that it is for this kind, and for other ages than those of its people.
    Contradicts,
}

impl Settings {
    /// Returns the ages of the people of a kind of ward: adults, where nothing is said of them.
    pub fn ages_of(&self, kind: &str) -> (u8, Option<u8>) {
        let said = self.ward_kinds.iter().find(|known| known.id.0.value == kind).and_then(|known| known.ages.as_ref());
        said.map_or((ADULT, None), |ages| (ages.from, ages.to))
    }

    /// Tells whether something suits the people of a kind of ward.
    pub fn fit(&self, said: SaidSuits<'_>, kind: &str) -> Fit {
        let (from, to) = self.ages_of(kind);
        let is_known = self.ward_kinds.iter().any(|known| known.id.0.value == kind);
        let is_named = said.ward_kinds.iter().any(|named| named.value == kind);
        let is_for_others = !said.ward_kinds.is_empty() && !is_named;
        match said.ages.map(|ages| ages.cover(from, to)) {
            _ if is_for_others => Fit::ForOthers,
            // Of a kind that this pack doesn't have nobody knows the ages.
            Some(false) if is_named && !is_known => Fit::Suits,
            Some(false) if is_named => Fit::Contradicts,
            Some(false) => Fit::ForOthers,
            None if from < ADULT && !is_named => Fit::Unsaid,
            Some(true) | None => Fit::Suits,
        }
    }
}

impl Article {
    pub fn said(&self) -> SaidSuits<'_> {
        SaidSuits { ages: self.ages.as_ref(), ward_kinds: &self.ward_kinds }
    }

    /// Tells whether it is for the wards of a kind.
    pub fn is_for(&self, kind: &str) -> bool {
        let is_named = self.ward_kinds.is_empty() || self.ward_kinds.iter().any(|named| named.value == kind);
        is_named && !self.not_for.iter().any(|other| other == kind)
    }
}

impl Template {
    pub fn said(&self) -> SaidSuits<'_> {
        SaidSuits { ages: self.ages.as_ref(), ward_kinds: &self.ward_kinds }
    }
}

impl Trust {
    pub fn said(&self) -> SaidSuits<'_> {
        SaidSuits { ages: self.ages.as_ref(), ward_kinds: &[] }
    }
}

impl Pack {
    /// Returns the charter template of all wards whose kind has none of its own, in a language; `None` is the pack's first.
    pub fn template(&self, language: Option<&str>) -> Option<&Template> {
        let is_it = |template: &&Arc<Template>| template.is_main() && template.language.tag() == language;
        self.templates.iter().find(is_it).map(|template| &**template)
    }

    /// Returns the charter template of a kind of ward in a language, `None` being the pack's first: one of its own, or else that of all
    /// others. A kind with one of its own never has the others', be it translated or not.
    pub fn template_of(&self, kind: &str, language: Option<&str>) -> Option<&Template> {
        let names = |template: &&Arc<Template>| template.ward_kinds.iter().any(|named| named.value == kind);
        let own: Vec<&Arc<Template>> = self.templates.iter().filter(names).collect();
        if own.is_empty() {
            return self.template(language);
        }
        own.into_iter().find(|template| template.language.tag() == language).map(|template| &**template)
    }

    /// Finds out for which kinds of ward each page isn't, though nobody says so on it: their people are of other ages, or another leaflet
    /// takes its place there.
    pub(super) fn find_whom_pages_suit(&mut self) {
        let replaced: Vec<(String, Vec<String>)> = self
            .articles
            .iter()
            .filter(|article| article.kind == Kind::Leaflet && article.language.is_first())
            .filter_map(|article| Some((article.instead_of.as_ref()?.value.clone(), kinds_of(article))))
            .collect();
        let settings = &self.settings;
        for article in &mut self.articles {
            let (said, kinds) = (article.said(), settings.ward_kinds.iter().map(|kind| kind.id.0.value.as_str()));
            let of_others = |kind: &&str| said.ages.is_some() && settings.fit(said, kind) == Fit::ForOthers;
            let mut not_for: Vec<String> = kinds.filter(of_others).map(str::to_owned).collect();
            let is_it = |(id, _): &&(String, Vec<String>)| article.kind == Kind::Leaflet && *id == article.id;
            not_for.extend(replaced.iter().filter(is_it).flat_map(|(_, kinds)| kinds.clone()));
            if !not_for.is_empty() {
                Arc::make_mut(article).not_for = not_for;
            }
        }
    }
}

fn kinds_of(article: &Article) -> Vec<String> {
    article.ward_kinds.iter().map(|kind| kind.value.clone()).collect()
}
