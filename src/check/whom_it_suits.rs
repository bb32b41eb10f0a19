//! What a ward gets suits the people on it: no text for adults reaches a ward for children and young people unless somebody has said that
//! it suits them.
//!
//! Source: age of consent and child sexual exploitation are subjects of their own in trusts' policies (South West Yorkshire's on
//! relationships, 2016), so a sentence that is right for an adult can be wrong at thirteen. Example: a leaflet of the trust's own that says nothing of ages, in a pack with a ward for young people.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;

use crate::model::ages::ADULT;
use crate::model::article::Article;
use crate::model::kind::Kind;
use crate::model::pack::suits::Fit;
use crate::model::placeholder::Placeholder;
use crate::model::ward::Ward;
use crate::problem::catalogue::suits as problems_of;
use crate::problem::{Place, Problem};
use crate::resolve::audience::gives_out;
use crate::resolve::{Site, values};
use crate::span::{Span, Spanned};

pub fn check(site: &Site, _as_of: Date) -> Vec<Problem> {
    let mut problems = kinds_without_ages(site);
    problems.extend(leaflets(site));
    problems.extend(templates(site));
    problems.extend(charters(site));
    problems.extend(slots(site));
    problems
}

/// Words that say of a kind of ward that children or young people are on it.
const YOUNG: [&str; 12] = [
    "young",
    "child",
    "children",
    "camhs",
    "cyp",
    "adolescent",
    "adolescents",
    "teen",
    "teenage",
    "teenagers",
    "paediatric",
    "youth",
];

/// Returns the problems of kinds of ward that sound as if children were on them, and don't say how old people there are.
fn kinds_without_ages(site: &Site) -> Vec<Problem> {
    let settings = &site.pack.settings;
    let sounds_young = |words: &str| {
        words.to_lowercase().split(|letter: char| !letter.is_alphanumeric()).any(|word| YOUNG.contains(&word))
    };
    let unsaid = settings
        .ward_kinds
        .iter()
        .filter(|kind| kind.ages.is_none() && (sounds_young(&kind.id.0) || sounds_young(&values::plain(&kind.name))));
    unsaid.map(|kind| problems_of::kind_without_ages(kind.id.0.span, &kind.id.0)).collect()
}

/// The names of wards, by where something stands that doesn't suit them.
type UnsuitedWards = BTreeMap<Span, Vec<String>>;

fn leaflets(site: &Site) -> Vec<Problem> {
    let (mut unsaid, mut contradicting, mut problems) = (UnsuitedWards::new(), UnsuitedWards::new(), Vec::new());
    let originals = site.pack.articles.iter().filter(|one| one.kind == Kind::Leaflet && one.language.is_first());
    let leaflets: Vec<_> = originals.collect();
    for leaflet in &leaflets {
        for ward in site.pack.wards.iter().filter(|ward| leaflet.is_for(&ward.kind) && !leaves_out(ward, &leaflet.id)) {
            match site.pack.settings.fit(leaflet.said(), &ward.kind) {
                Fit::Unsaid => unsaid.entry(leaflet.title.span).or_default().push(values::plain(&ward.name)),
                Fit::Suits | Fit::ForOthers | Fit::Contradicts => {}
            }
        }
        let contradicts = |kind: &&Spanned<String>| site.pack.settings.fit(leaflet.said(), kind) == Fit::Contradicts;
        for kind in leaflet.ward_kinds.iter().filter(contradicts) {
            contradicting.entry(kind.span).or_default().push(kind.value.clone());
        }
        let Some(instead_of) = &leaflet.instead_of else { continue };
        if leaflet.ward_kinds.is_empty() {
            problems.push(problems_of::instead_for_no_kind(instead_of.span, instead_of));
        }
        for kind in &leaflet.ward_kinds {
            let is_other = |other: &&&Arc<Article>| {
                other.id != leaflet.id
                    && other.instead_of.as_ref().is_some_and(|named| named.value == instead_of.value)
                    && other.ward_kinds.iter().any(|named| named.value == kind.value)
            };
            if let Some(first) = leaflets.iter().find(is_other).filter(|first| first.id < leaflet.id) {
                problems.push(problems_of::two_instead(kind.span, kind, instead_of, first.title.span));
            }
        }
    }
    let path = |span: Span| site.paths.get(&span.file).cloned().unwrap_or_default();
    problems.extend(unsaid.iter().map(|(span, wards)| problems_of::leaflet_unsaid(*span, &path(*span), wards)));
    problems.extend(contradicting.iter().map(|(span, kinds)| problems_of::contradicts(*span, &kinds[0])));
    problems
}

fn leaves_out(ward: &Ward, leaflet: &str) -> bool {
    ward.leave_out.iter().any(|id| id.value == leaflet)
}

/// Returns the problems of templates for some kinds of ward: of none, or of one that another template is for too.
fn templates(site: &Site) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut of_kind: BTreeMap<&str, Span> = BTreeMap::new();
    for template in site.pack.templates.iter().filter(|template| template.language.is_first()) {
        let path = site.paths.get(&template.file).map_or("", String::as_str);
        match (template.is_main(), template.ward_kinds.first()) {
            (true, Some(kind)) => problems.push(problems_of::main_template_of_kind(kind.span)),
            (false, None) => problems.push(problems_of::template_for_no_kind(template.span, path)),
            _ => {}
        }
        for kind in template.ward_kinds.iter().filter(|_| !template.is_main()) {
            if let Some(first) = of_kind.insert(kind, kind.span) {
                problems.push(problems_of::two_templates(kind.span, kind, first));
            }
            if site.pack.settings.fit(template.said(), kind) == Fit::Contradicts {
                problems.push(problems_of::contradicts(kind.span, kind));
            }
        }
    }
    problems
}

/// Returns the problems of wards whose charter starts from words that don't suit their people.
fn charters(site: &Site) -> Vec<Problem> {
    let (mut problems, mut unsaid) = (Vec::new(), UnsuitedWards::new());
    let trust = site.pack.trust.as_deref();
    for ward in site.pack.wards.iter().filter(|ward| site.pack.settings.ages_of(&ward.kind).0 < ADULT) {
        let Some(template) = site.pack.template_of(&ward.kind, None) else { continue };
        let name = values::plain(&ward.name);
        match site.pack.settings.fit(template.said(), &ward.kind) {
            Fit::Suits | Fit::Contradicts => {}
            Fit::ForOthers => {
                let others = kinds_with_templates(site, &ward.kind);
                problems.push(problems_of::no_template_for(ward.kind.span, &name, &ward.kind, &others));
            }
            Fit::Unsaid => unsaid.entry(template.title.span).or_default().push(name.clone()),
        }
        if let Some(trust) = trust.filter(|trust| site.pack.settings.fit(trust.said(), &ward.kind) == Fit::Unsaid) {
            unsaid.entry(trust.span).or_default().push(name);
        }
    }
    let path = |span: Span| site.paths.get(&span.file).cloned().unwrap_or_default();
    problems.extend(unsaid.iter().map(|(span, wards)| problems_of::charter_unsaid(*span, &path(*span), wards)));
    problems
}

/// Returns the kinds of ward with a template that would suit the people of another kind too.
fn kinds_with_templates<'a>(site: &'a Site, kind: &str) -> Vec<&'a str> {
    let (from, to) = site.pack.settings.ages_of(kind);
    let originals = site.pack.templates.iter().filter(|template| template.language.is_first());
    let suits = originals.filter(|template| template.ages.as_ref().is_some_and(|ages| ages.cover(from, to)));
    suits.flat_map(|template| &template.ward_kinds).map(|kind| kind.value.as_str()).collect()
}

/// Returns a note of what the texts of young people's wards wait for, and pack.yaml doesn't say. The young people see nothing of it: a
/// line goes that waits for words which aren't there.
fn slots(site: &Site) -> Option<Problem> {
    let settings = &site.pack.settings;
    let young = || site.pack.wards.iter().filter(|ward| settings.ages_of(&ward.kind).0 < ADULT);
    let given = |one: &&Arc<Article>| one.kind == Kind::Leaflet && young().any(|ward| gives_out(ward, one));
    let leaflets = site.pack.articles.iter().filter(given).map(|leaflet| &leaflet.body);
    let charters = site.charters.wards.iter().filter(|one| settings.ages_of(&site.pack.wards[one.ward].kind).0 < ADULT);
    let texts = leaflets.chain(charters.flat_map(|one| one.charter.texts()));
    let placeholders = texts.flat_map(|text| &text.placeholders).filter_map(|used| Placeholder::named(&used.name));
    let is_waited_for = |one: &Placeholder| {
        one.setting().starts_with(YOUNG_PEOPLE) && values::of_pack(*one, settings, settings.first_language()).is_none()
    };
    let lacking: BTreeSet<Placeholder> = placeholders.filter(is_waited_for).collect();
    let names: Vec<&str> = lacking.iter().map(|one| one.setting().trim_start_matches(YOUNG_PEOPLE).trim()).collect();
    (!names.is_empty()).then(|| problems_of::young_people_not_told(Place::Path("pack.yaml".to_owned()), &names))
}

/// What the settings begin with that hold a trust's own words for young people.
const YOUNG_PEOPLE: &str = "young_people:";
