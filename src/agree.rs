//! Writes down what the people of a ward agreed, and tells which charter a short code is of.

use std::path::PathBuf;
use std::sync::Arc;

use jiff::civil::Date;

use crate::model::agreement::{HEAD, Written};
use crate::model::article::Article;
use crate::model::audience::Audience;
use crate::model::kind::Kind;
use crate::model::ward::Ward;
use crate::parse::line::Line;
use crate::pipeline::{Fault, Report, Request, no_ward, site};
use crate::problem::Severity;
use crate::resolve::agreement::{code, is_easy_read_line, lines, of_ward};
use crate::resolve::overlay::{Charter, WardCharter};
use crate::resolve::readers::Readers;
use crate::resolve::{Site, leaflet_code, values};
use crate::write::disk::{RealDisk, replace};

/// Who agreed a charter, and when.
#[derive(Clone, Copy, Debug)]
pub struct Who {
    pub on: Date,
    pub patients: i64,
    pub staff: i64,
    pub carers: i64,
}

/// What was written down: the file, and each language with the number of its lines (not counted again in Easy Read) and its code.
#[derive(Debug)]
pub struct Agreed {
    pub name: String,
    pub file: PathBuf,
    pub charters: Vec<(String, usize, String)>,
}

/// Writes the words of a ward's charter as they are now beside the ward's file. Returns nothing, with the report, where the pack has
/// mistakes: then nobody can be sure what its words are.
pub fn agree(request: &Request, ward: &str, who: Who) -> Result<(Option<Agreed>, Report), Fault> {
    let (site, report) = site(request)?;
    let has_errors = report.problems.iter().any(|problem| problem.severity == Severity::Error);
    let Some(site) = site.filter(|_| !has_errors) else { return Ok((None, report)) };
    let (number, ward) = find(&site, ward)?;
    let charters = site.charters.wards.iter().filter(|one| one.ward == number);
    let charters: Vec<&Charter> = charters.map(|one| &one.charter).collect();
    let mut written = serde_yaml::Mapping::new();
    for charter in &charters {
        let lines: serde_yaml::Mapping =
            lines(charter).into_iter().map(|(name, words)| (name.into(), words.into())).collect();
        written.insert(charter.language.clone().into(), lines.into());
    }
    let Who { on, patients, staff, carers } = who;
    let written = Written { on: on.to_string(), patients, staff, carers, charters: written };
    let text = serde_yaml::to_string(&written).map_err(|error| Fault {
        message: format!("the agreement can't be put into words: {error}"),
        help: String::new(),
    })?;
    let file = request.folders.content.join(format!("wards/{}.agreed.yaml", ward.id));
    replace(&file, format!("{HEAD}{text}").as_bytes(), &RealDisk).map_err(|error| Fault {
        message: format!("{} can't be written: {error}", crate::read::shown(&file)),
        help: "check that the disk has room and that you may write there; the file is as it was".into(),
    })?;
    let of = |charter: &&Charter| {
        let lines = lines(charter);
        let count = lines.iter().filter(|(name, _)| !is_easy_read_line(name)).count();
        (charter.language.clone(), count, code(&ward.id, &charter.language, &lines))
    };
    let charters = charters.iter().map(of).collect();
    Ok((Some(Agreed { name: values::plain(&ward.name), file, charters }), report))
}

fn find<'a>(site: &'a Site, id: &str) -> Result<(usize, &'a Ward), Fault> {
    let found = site.pack.wards.iter().enumerate().find(|(_, ward)| ward.id == id);
    let found = found.map(|(number, ward)| (number, &**ward));
    found.ok_or_else(|| no_ward(id, site.pack.wards.iter().map(|ward| ward.id.as_str())))
}

/// What a short code is of.
#[derive(Debug, PartialEq, Eq)]
pub struct Found {
    /// The ward's name; nothing for a leaflet outside wards.
    pub ward: Option<String>,
    /// The title of the leaflet; nothing for a charter.
    pub leaflet: Option<String>,
    pub is_easy_read: bool,
    pub language: String,
    /// These are the words now.
    pub is_current: bool,
    /// These are the words that were agreed, and when.
    pub agreed_on: Option<Date>,
}

/// Returns the charter or leaflet that a code on paper is of: as it is now, or as it was agreed. Letters may be small, and O and I may
/// stand for 0 and 1.
pub fn look_up(request: &Request, written: &str) -> Result<(Option<Found>, Report), Fault> {
    let (site, report) = site(request)?;
    let Some(site) = site else { return Ok((None, report)) };
    let letters = written.to_uppercase();
    let letters = letters.chars().filter(|letter| letter.is_alphanumeric()).map(|letter| match letter {
        'O' => '0',
        'I' | 'L' => '1',
        letter => letter,
    });
    let wanted: String = letters.collect();
    Ok((charter(&site, &wanted).or_else(|| leaflet(&site, &wanted)), report))
}

fn charter(site: &Site, wanted: &str) -> Option<Found> {
    site.charters.wards.iter().find_map(|WardCharter { ward, charter }| {
        let ward = &site.pack.wards[*ward];
        let agreement = of_ward(site, ward);
        let agreed = agreement.and_then(|agreement| Some((agreement, agreement.lines(&charter.language)?)));
        let is_of = |lines: &_| code(&ward.id, &charter.language, lines) == wanted;
        let is_current = is_of(&lines(charter));
        let is_agreed = agreed.filter(|(_, lines)| is_of(lines)).map(|(agreement, _)| agreement.on.value);
        (is_current || is_agreed.is_some()).then(|| Found {
            ward: Some(values::plain(&ward.name)),
            leaflet: None,
            is_easy_read: false,
            language: charter.language.clone(),
            is_current,
            agreed_on: is_agreed,
        })
    })
}

/// Returns the leaflet that has a code now. Of older ones nothing is kept.
fn leaflet(site: &Site, wanted: &str) -> Option<Found> {
    let settings = &site.pack.settings;
    let wards = || std::iter::once(None).chain(site.pack.wards.iter().map(|ward| Some(&**ward)));
    let found = |ward: Option<&Ward>, title: &Line, language: &str| Found {
        ward: ward.map(|ward| values::plain(&ward.name)),
        leaflet: Some(values::plain(title)),
        is_easy_read: false,
        language: language.to_owned(),
        is_current: true,
        agreed_on: None,
    };
    let language = |tag: &Option<String>| tag.clone().unwrap_or_else(|| settings.first_language().to_owned());
    let leaflets = site.pack.articles.iter().filter(|article| article.kind == Kind::Leaflet).flat_map(as_printed);
    let mut of_wards = leaflets.flat_map(|leaflet| wards().map(move |ward| (leaflet.clone(), ward)));
    let leaflet = of_wards.find_map(|(leaflet, ward)| {
        let tag = language(&leaflet.language);
        let is_it = leaflet_code::of_leaflet(&leaflet, ward, &tag, settings) == wanted;
        is_it.then(|| found(ward, &leaflet.title, &tag))
    });
    let easy_reads = || site.pack.easy_reads.iter().flat_map(|item| wards().map(move |ward| (item, ward)));
    leaflet.or_else(|| {
        easy_reads().find_map(|(item, ward)| {
            let tag = language(&item.language);
            let is_it = leaflet_code::of_easy_read(item, ward, &tag, settings) == wanted;
            is_it.then(|| Found { is_easy_read: true, ..found(ward, &item.title, &tag) })
        })
    })
}

/// Returns a leaflet as each site prints it: whole, and where it has passages for some readers, as the sites for one audience do.
fn as_printed(leaflet: &Arc<Article>) -> Vec<Arc<Article>> {
    let audiences = Audience::names().into_iter().filter_map(Audience::named);
    let part = |audience: Audience| {
        let readers = Readers { audience: Some(audience), ward_kinds: None };
        let body = Arc::new(readers.part_of(&leaflet.body)?);
        Some(Arc::new(Article { body, ..(**leaflet).clone() }))
    };
    std::iter::once(leaflet.clone()).chain(audiences.filter_map(part)).collect()
}
