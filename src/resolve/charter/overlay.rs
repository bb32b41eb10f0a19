//! One complete charter per ward and language: the template, with the trust's words and then the ward's own laid over it.
//!
//! This is the only place where charters differ from the template; everything after it sees finished charters, whose every
//! field knows the layer it came from.

use super::laying::Laying;
use super::{Charter, CharterLayer, Charters, WardCharter, base_of, languages};
use crate::model::charter_template::Template;
use crate::model::pack::Pack;
use crate::model::pack::suits::Fit;
use crate::model::trust::Trust;
use crate::problem::Problem;
use crate::problem::catalogue::wards;
use crate::resolve::readers::Readers;

/// Returns the charters of all wards, and those that wards start from. Reports behaviours that a layer doesn't find in the ones
/// below, required ones removed, ids taken twice, and languages and words that are missing.
pub fn charters(pack: &Pack, problems: &mut Vec<Problem>) -> Charters {
    let originals = pack.templates.iter().filter(|template| template.language.is_first());
    originals.for_each(|template| super::fit::check_template(pack, template, problems));
    if pack.template(None).is_none() {
        return Charters::default();
    }
    let mut charters = Charters { base: base(pack, problems), wards: Vec::new() };
    let first = pack.settings.first_language();
    for (number, ward) in pack.wards.iter().enumerate() {
        let Some(start) = charters.base_of(&ward.kind, first) else { continue };
        super::fit::check(&ward.charter.changes, start, Some(pack), problems);
        for language in languages(ward, &pack.settings) {
            let Some(base) = charters.base_of(&ward.kind, &language) else {
                let span =
                    ward.languages.iter().find(|tag| tag.value == language).map_or(ward.name.span, |tag| tag.span);
                let template = pack.template_of(&ward.kind, None).map_or("template", |template| &template.id);
                problems.push(wards::no_charter_in_language(
                    span,
                    &crate::resolve::values::plain(&ward.name),
                    &language,
                    template,
                ));
                continue;
            };
            let whose = crate::resolve::values::plain(&ward.name);
            let mut laying =
                Laying { charter: base.clone(), layer: CharterLayer::Ward, whose: &whose, first, problems };
            laying.lay(&ward.charter.changes);
            if let Some(means_here) = &ward.charter.means_here {
                laying.say_what_it_means_here(&means_here.text);
            }
            let mut charter = laying.charter;
            let readers = Readers::of_ward(ward);
            charter.keep_for(&readers);
            charters.wards.push(WardCharter { ward: number, charter });
        }
    }
    charters
}

/// Returns the charter of each language that wards start from: the template with the trust's words. Those of kinds of ward with another
/// template, or whom the trust's words don't suit, follow.
fn base(pack: &Pack, problems: &mut Vec<Problem>) -> Vec<Charter> {
    let first = pack.settings.first_language();
    let main = pack.templates.iter().filter(|template| template.is_main());
    let mut base: Vec<Charter> =
        main.map(|template| started(pack, template, pack.trust.as_deref(), problems)).collect();
    for kind in &pack.settings.ward_kinds {
        let kind = kind.id.0.value.as_str();
        let trust = pack.trust.as_deref().filter(|trust| pack.settings.fit(trust.said(), kind) == Fit::Suits);
        let has_own = pack.template_of(kind, None).is_some_and(|template| !template.is_main());
        if !has_own && trust.is_some() == pack.trust.is_some() {
            continue;
        }
        for template in pack.templates.iter().filter_map(|one| pack.template_of(kind, one.language.tag())) {
            let language = template.language.tag().unwrap_or(first);
            if base_of(&base, kind, language).is_none_or(|found| found.kind.is_none()) {
                // What is wrong with the trust's words has been told.
                let charter = started(pack, template, trust, &mut Vec::new());
                base.push(Charter { kind: Some(kind.to_owned()), ..charter });
            }
        }
    }
    base
}

/// Returns the charter that wards start from whose template is this one.
fn started(pack: &Pack, template: &Template, trust: Option<&Trust>, problems: &mut Vec<Problem>) -> Charter {
    let first = pack.settings.first_language();
    let language = template.language.tag().unwrap_or(first);
    let mut charter = Charter::of_template(template, language);
    if let Some(original) = pack.templates.iter().find(|one| one.id == template.id && one.language.is_first()) {
        charter.show_pictures_of(original);
    }
    if let Some(trust) = trust {
        if language == first {
            super::fit::check(&trust.changes, &charter, None, problems);
        }
        let mut laying = Laying { charter, layer: CharterLayer::Trust, whose: "The trust", first, problems };
        laying.lay(&trust.changes);
        charter = laying.charter;
        for behaviour in &mut charter.behaviours {
            let required = trust.require.iter().find(|id| id.value == behaviour.id).map(|id| id.span);
            behaviour.required = behaviour.required.or(required);
        }
        if language == first {
            super::fit::check_known(&trust.require, &charter, &trust.changes, problems);
        }
    }
    charter
}
