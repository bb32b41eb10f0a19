//! [`Pack`] → [`Site`]: every reference leads to an item that exists, and every ward has its charter, complete.
//!
//! - `audience.rs`: Who is shown what: which wards give out which leaflets, and which pages a site for some readers has
//! - `benchmarks.rs`: How the benchmarks of a pack stand to each other: which of them look at the same, which came before, and until when one counts
//! - `calls.rs`: Links that call or write to somebody: their number can be dialled, their address is one
//! - `forms.rs`: How what a form says of its own questions is found in it: the choices that something comes next for, and the answers in its sentence
//! - `lacks.rs`: Placeholders without a value for a ward, told in as few problems as there are things to mend
//! - `leaflet_code.rs`: The short code of a leaflet: the same for the same words and the same values in them, on screen and on paper
//! - `left_out.rs`: What a site for some readers leaves out, and the words that would give it away
//! - `links.rs`: Links and pictures that lead nowhere
//! - `listed_words.rs`: Words that must be ones pack.yaml lists: languages and kinds of ward
//! - `meant.rs`: What a link that leads to no file of the pack was meant to be
//! - `measures.rs`: The numbers of a measure as they may be shown: with stars for small ones, and the totals beside them
//! - `names.rs`: The names of all items: what a reference can lead to, and what each is called in each language
//! - `pictures.rs`: Which pictures the readers of a site have no use for: those that nothing on it shows or links to
//! - `placeholders.rs`: Whether the placeholders of every text exist, and have a value for each ward that shows the text
//! - `promises.rs`: What the leaflets of a ward promise, and whether somebody has confirmed that the ward keeps it
//! - `readers.rs`: Who something is for: readers of one audience, wards of some kinds, or everyone
//! - `replaced.rs`: What an author's own file took the place of, where pages of the layers below still refer to what was in it
//! - `surveys.rs`: What people answered to a survey: its form, in every language that it is asked in, beside the table of answers
//! - `target.rs`: Where links lead
//! - `texts.rs`: Every piece of text of a pack, with the item it belongs to and the wards it is shown for
//! - `values.rs`: What placeholders stand for: on a ward's pages the ward's own values, elsewhere words such as "your ward"
//! - `ward_sheets.rs`: The sheets that a ward can hang up as they are now, each with its code, and whether one that hangs is still one of them

pub mod audience;
pub mod benchmarks;
mod calls;
pub mod charter;
mod listed_words;
pub mod forms;
mod lacks;
pub mod leaflet_code;
pub mod left_out;
pub mod links;
mod meant;
pub mod measures;
pub mod names;
pub mod pictures;
mod placeholders;
pub mod promises;
pub mod readers;
mod replaced;
pub mod surveys;
pub mod target;
pub mod texts;
pub mod values;
pub mod ward_sheets;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use rayon::prelude::*;

use crate::model::audience::Audience;
use crate::model::kind::Kind;
use crate::model::pack::Pack;
use crate::problem::Problem;
use crate::problem::catalogue::{easy_read as easy_read_problems, references};
use crate::problem::suggest;
use crate::read::Sources;
use crate::span::{FileId, Files};
use crate::text::prose::LinkUse;
use charter::Charters;
use charter::standing::{self, CharterStanding};
use left_out::LeftOut;
use links::Nowhere;
use names::{Name, Names};
use replaced::Lacked;
use target::Target;
use texts::{IdReference, PlacedText, Text};

/// What the paths of files inside the program begin with.
const BUILT_IN: &str = "built-in/";

/// A pack whose references have been followed.
#[derive(Debug)]
pub struct Site {
    pub pack: Pack,
    pub names: Names,
    /// One charter for each ward and language, and those that wards start from.
    pub charters: Charters,
    /// Where the charter of each ward stands, in the order of the wards.
    pub standings: Vec<CharterStanding>,
    /// Who the site is for, where it isn't for everyone.
    pub audience: Option<Audience>,
    /// What isn't for them.
    pub left_out: LeftOut,
    /// The files that go because they aren't finished, as their author knows them.
    pub drafts: Vec<String>,
    /// The items that refer to each item.
    pub used_by: UsedBy,
    /// The path inside the content folder of each file that holds text with links.
    pub paths: BTreeMap<FileId, String>,
    /// Files of a layer below, which the author can't change.
    pub inherited: BTreeSet<FileId>,
}

impl Site {
    /// Returns who publishes the pack of a layer below that a file is of; nothing for the one inside the program.
    pub fn publisher_below(&self, file: FileId, sources: &Sources) -> Option<String> {
        let layer = sources.layer(file).filter(|layer| !layer.starts_with(BUILT_IN))?;
        let below = self.pack.settings.below.iter();
        below.filter(|(pack, _)| sources.layer(*pack) == Some(layer)).find_map(|(_, publisher)| publisher.clone())
    }
}

/// Follows every reference of the pack, lays the wards' words over the template, and looks where each charter stands on the day
/// `as_of`. Reports references that lead nowhere
/// with the nearest name, placeholders that don't exist or have no value for a ward, and whatever doesn't fit the template.
pub fn resolve(pack: Pack, sources: &Sources, as_of: Date, problems: &mut Vec<Problem>) -> Site {
    let mut of_charters = Vec::new();
    let (names, charters) =
        rayon::join(|| names::gather(&pack, problems), || charter::overlay::charters(&pack, &mut of_charters));
    problems.append(&mut of_charters);
    let (found, ids) = texts::all(&pack);
    listed_words::check(&pack, &found, sources, problems);
    let paths = paths_of(sources);
    let path_of = |file: FileId| paths.get(&file).map_or("", String::as_str);
    let shown = placeholders::ShownValues::new(&pack, &charters);
    let look = |text| {
        let (mut problems, mut nowhere) = (Vec::new(), Nowhere::default());
        let lacks = placeholders::check(text, &pack, &shown, &mut problems);
        if let Text::Prose(prose) = text.text {
            nowhere = links::check(prose, path_of(prose.span.file), &names, &pack, sources, &mut problems);
        }
        (problems, lacks, nowhere)
    };
    let (mut lacks, mut lost, mut lacked) = (Vec::new(), Vec::new(), Vec::new());
    let looked: Vec<_> = found.par_iter().map(look).collect();
    for (of_text, lacks_of_text, nowhere) in looked {
        problems.extend(of_text);
        lacks.extend(lacks_of_text);
        lost.extend(nowhere.links);
        lacked.extend(nowhere.lacked);
    }
    let leads_nowhere =
        |(number, link): (usize, &LinkUse)| links::leads_nowhere(link, number, path_of(link.span.file), &names);
    problems.par_extend(lost.into_par_iter().enumerate().map(leads_nowhere));
    problems.extend(lacks::problems(&lacks, &pack, sources));
    let dangling = ids.iter().filter(|reference| !names.has(reference.kind, reference.id));
    for IdReference { kind, id, .. } in dangling {
        match replaced::list_of(*kind, id.span.file, &pack, sources) {
            Some(own) => lacked.push(Lacked { own, id: id.value.clone(), below: id.span }),
            None => problems.push(references::dangling_id(kind.name(), id, id.span, names.ids(*kind))),
        }
    }
    problems.extend(replaced::problems(lacked));
    check_checks(&pack, &names, problems);
    let used_by = used_by(&found, &ids, &names, &pack, &paths);
    if let Some(logo) = &pack.settings.brand.logo {
        links::check_picture(&logo.picture, logo.picture.span, "pack.yaml", &pack, problems);
    }
    check_easy_reads(&pack, &names, &paths, problems);
    check_pictures_of_charters(&pack, &paths, problems);
    check_domains_of_standards(&pack, &names, problems);
    drop((found, ids));
    let inherited = paths.keys().copied().filter(|file| sources.file(*file).inherited).collect();
    let standings = standing::of_wards(&pack, &charters, as_of);
    // Made for everyone, a site leaves nothing out.
    let (audience, left_out) = (None, LeftOut::default());
    Site { pack, names, charters, standings, audience, left_out, drafts: Vec::new(), used_by, paths, inherited }
}

/// Returns the path inside the content folder of each file that content is read from.
fn paths_of(sources: &Sources) -> BTreeMap<FileId, String> {
    let packs = sources.packs.iter().map(|id| (&sources.file(*id).path, id));
    sources.content.iter().chain(packs).map(|(path, id)| (*id, path.clone())).collect()
}

/// Reports checks of services and resources that don't exist.
fn check_checks(pack: &Pack, names: &Names, problems: &mut Vec<Problem>) {
    let checks = pack.checks.iter().flat_map(|checks| checks.names());
    for (kind, id) in checks.filter(|(kind, id)| !names.has(*kind, id)) {
        problems.push(references::check_of_nothing(
            if kind == Kind::Support { "service" } else { kind.name() },
            id,
            id.span,
            names.ids(kind),
        ));
    }
}

/// Reports standards of domains that don't exist.
fn check_domains_of_standards(pack: &Pack, names: &Names, problems: &mut Vec<Problem>) {
    for standard in pack.standards.iter().filter(|standard| !names.has(Kind::Domain, &standard.domain)) {
        let ids = names.ids(Kind::Domain);
        problems.push(references::dangling_id("domain", &standard.domain, standard.title.span, ids));
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
            links::check_picture_of_row(picture, path, pack, problems);
        }
    }
}

/// Reports pictures of charters that aren't there.
fn check_pictures_of_charters(pack: &Pack, paths: &BTreeMap<FileId, String>, problems: &mut Vec<Problem>) {
    let of_templates = pack.templates.iter().flat_map(|template| &template.behaviours).map(|one| &one.picture);
    let changes =
        pack.trust.iter().map(|trust| &trust.changes).chain(pack.wards.iter().map(|ward| &ward.charter.changes));
    let of_layers = changes.flat_map(|changes| {
        let reworded = changes.reword.iter().map(|(_, one)| &one.picture);
        reworded.chain(changes.add.iter().map(|one| &one.picture))
    });
    for picture in of_templates.chain(of_layers).flatten() {
        let path = paths.get(&picture.span.file).map_or("", String::as_str);
        links::check_picture_of_row(picture, path, pack, problems);
    }
}

/// The items that refer to each item.
type UsedBy = BTreeMap<Name, BTreeSet<Name>>;

/// Returns what refers to what, in texts and by id.
fn used_by(
    found: &[PlacedText<'_>],
    ids: &[IdReference<'_>],
    names: &Names,
    pack: &Pack,
    paths: &BTreeMap<FileId, String>,
) -> UsedBy {
    let mut used_by = UsedBy::new();
    let mut add = |(kind, id): (Kind, &str), used: Name| {
        let user = (kind, id.to_owned());
        if user != used {
            used_by.entry(used).or_default().insert(user);
        }
    };
    for text in found {
        let (Some(item), Text::Prose(prose)) = (text.item, text.text) else { continue };
        let path = paths.get(&prose.span.file).map_or("", String::as_str);
        for link in &prose.links {
            if let Some(Target::Item { kind, id, .. }) = target::target(&link.target, path, names, &pack.images) {
                add(item, (kind, id));
            }
        }
    }
    for IdReference { item, kind, id } in ids.iter().filter(|reference| names.has(reference.kind, reference.id)) {
        if let Some(item) = item {
            add(*item, (*kind, id.value.clone()));
        }
    }
    used_by
}
