//! [`Pack`] → [`Site`]: every reference leads to an item that exists, and every ward has its charter, complete.

pub mod agreement;
pub mod audience;
mod choices;
mod layers;
pub mod links;
pub mod names;
pub mod overlay;
pub mod texts;
pub mod values;

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::model::audience::Audience;
use crate::model::kind::Kind;
use crate::model::pack::Pack;
use crate::model::placeholder::Placeholder;
use crate::model::ward::Ward;
use crate::problem::Problem;
use crate::problem::catalogue::{easy_read as easy_read_problems, placeholders, references};
use crate::problem::suggest;
use crate::read::Sources;
use crate::span::FileId;
use agreement::Standing;
use audience::LeftOut;
use links::Target;
use names::{Name, Names};
use overlay::Charters;
use texts::{Found, IdReference, ShownFor, Text};

/// A pack whose references have been followed.
#[derive(Debug)]
pub struct Site {
    pub pack: Pack,
    pub names: Names,
    /// One charter for each ward and language, and those that wards start from.
    pub charters: Charters,
    /// Where the charter of each ward stands, in the order of the wards, once [`agreement::stand`] has looked.
    pub standings: Vec<Standing>,
    /// Who the site is for, where it isn't for everyone.
    pub audience: Option<Audience>,
    /// What isn't for them.
    pub left_out: LeftOut,
    /// The items that refer to each item.
    pub used_by: BTreeMap<Name, BTreeSet<Name>>,
    /// The path inside the content folder of each file that holds text with links.
    pub paths: BTreeMap<FileId, String>,
}

/// Follows every reference of the pack and lays the wards' words over the template. Reports references that lead nowhere
/// with the nearest name, placeholders that don't exist or have no value for a ward, and whatever doesn't fit the template.
pub fn resolve(pack: Pack, sources: &Sources, problems: &mut Vec<Problem>) -> Site {
    let mut of_charters = Vec::new();
    let (names, charters) =
        rayon::join(|| names::gather(&pack, problems), || overlay::charters(&pack, &mut of_charters));
    problems.append(&mut of_charters);
    choices::check(&pack, sources, problems);
    let (found, ids) = texts::all(&pack);
    let paths: BTreeMap<FileId, String> = sources
        .content
        .iter()
        .chain(sources.packs.iter().map(|id| (&sources.file(*id).path, id)))
        .map(|(path, id)| (*id, path.clone()))
        .collect();
    let mut used_by = UsedBy::default();
    let look = |text: &Found<'_>| {
        let mut problems = Vec::new();
        check_placeholders(text, &pack, &mut problems);
        let Text::Prose(prose) = text.text else { return (problems, Vec::new()) };
        let path = paths.get(&prose.span.file).map_or("", String::as_str);
        links::check(prose, path, &names, &pack, &mut problems);
        let targets = prose.links.iter().filter_map(|link| links::target(&link.target, path, &names, &pack.images));
        (problems, targets.collect::<Vec<_>>())
    };
    let looked: Vec<_> = found.par_iter().map(look).collect();
    for (text, (found, targets)) in found.iter().zip(looked) {
        problems.extend(found);
        for target in targets {
            used_by.add(text.item, target);
        }
    }
    check_ids(&ids, &names, &mut used_by, problems);
    if let Some(logo) = &pack.settings.brand.logo {
        links::check_picture(&logo.picture, logo.picture.span, "pack.yaml", &pack, problems);
    }
    check_easy_reads(&pack, &names, &paths, problems);
    for standard in pack.standards.iter().filter(|standard| !names.has(Kind::Domain, &standard.domain)) {
        let ids = names.ids(Kind::Domain);
        problems.push(references::dangling("domain", &standard.domain, standard.title.span, ids));
    }
    drop((found, ids));
    Site {
        pack,
        names,
        charters,
        standings: Vec::new(),
        audience: None,
        left_out: LeftOut::default(),
        used_by: used_by.0,
        paths,
    }
}

/// Reports Easy Read of items that don't exist, and pictures that aren't there.
fn check_easy_reads(pack: &Pack, names: &Names, paths: &BTreeMap<FileId, String>, problems: &mut Vec<Problem>) {
    for easy_read in &pack.easy_reads {
        if !names.has(easy_read.kind, &easy_read.id) {
            let near = suggest::nearest(&easy_read.id, names.ids(easy_read.kind));
            problems.push(easy_read_problems::of_nothing(
                easy_read.title.span,
                easy_read.kind.name(),
                &easy_read.id,
                near,
            ));
        }
        let path = paths.get(&easy_read.file).map_or("", String::as_str);
        let rows = easy_read.parts.iter().flat_map(|part| &part.rows);
        for picture in rows.filter_map(|row| row.picture.as_ref()) {
            links::check_picture(picture, picture.span, path, pack, problems);
        }
    }
}

#[derive(Default)]
struct UsedBy(BTreeMap<Name, BTreeSet<Name>>);

impl UsedBy {
    fn add(&mut self, item: Option<(Kind, &str)>, target: Target) {
        if let (Some((kind, id)), Target::Item { kind: target, id: target_id, .. }) = (item, target) {
            let (user, used) = ((kind, id.to_owned()), (target, target_id));
            if user != used {
                self.0.entry(used).or_default().insert(user);
            }
        }
    }
}

fn check_ids(ids: &[IdReference<'_>], names: &Names, used_by: &mut UsedBy, problems: &mut Vec<Problem>) {
    for reference in ids {
        let IdReference { item, kind, id } = reference;
        if names.has(*kind, id) {
            used_by.add(*item, Target::Item { kind: *kind, id: id.value.clone(), fragment: None });
        } else {
            problems.push(references::dangling(kind.name(), id, id.span, names.ids(*kind)));
        }
    }
}

/// Reports placeholders that don't exist, and those without a value for a ward whose pages show the text.
fn check_placeholders(found: &Found<'_>, pack: &Pack, problems: &mut Vec<Problem>) {
    for used in found.text.placeholders() {
        let Some(placeholder) = Placeholder::named(&used.name) else {
            problems.push(placeholders::unknown(&used.name, used.span, &Placeholder::names()));
            continue;
        };
        if used.fallback.is_some() || placeholder.is_required() {
            continue;
        }
        for ward in wards_shown(found.shown_for, pack) {
            if values::of_ward(placeholder, ward, &pack.settings).is_none() {
                let (name, setting) = (values::plain(&ward.name), placeholder.setting());
                problems.push(placeholders::no_value(placeholder.name(), used.span, &name, setting, ward.name.span));
            }
        }
    }
}

fn wards_shown<'a>(shown_for: ShownFor<'a>, pack: &'a Pack) -> Vec<&'a Ward> {
    match shown_for {
        ShownFor::Nobody => Vec::new(),
        ShownFor::AllWards => pack.wards.iter().map(|ward| &**ward).collect(),
        ShownFor::Ward(number) => vec![&pack.wards[number]],
        ShownFor::Leaflet(leaflet) => {
            pack.wards.iter().map(|ward| &**ward).filter(|ward| audience::gives_out(ward, leaflet)).collect()
        }
    }
}
