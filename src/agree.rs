//! Writes down what the people of a ward agreed, and tells which charter a short code is of.

use std::path::PathBuf;

use jiff::civil::Date;

use crate::model::agreement::{HEAD, Written};
use crate::model::ward::Ward;
use crate::pipeline::{Fault, Report, Request, no_ward, site};
use crate::problem::Severity;
use crate::resolve::agreement::{code, lines, of_ward};
use crate::resolve::overlay::{Charter, WardCharter};
use crate::resolve::{Site, values};
use crate::write::disk::{RealDisk, replace};

/// Who agreed a charter, and when.
#[derive(Clone, Copy, Debug)]
pub struct Who {
    pub on: Date,
    pub patients: i64,
    pub staff: i64,
    pub carers: i64,
}

/// What was written down: the file, and each language with the number of its lines and its code.
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
        (charter.language.clone(), lines.len(), code(&ward.id, &charter.language, &lines))
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
    pub ward: String,
    pub language: String,
    /// The charter says these words now.
    pub is_current: bool,
    /// These are the words that were agreed, and when.
    pub agreed_on: Option<Date>,
}

/// Returns the charter that a code on paper is of: the one now, or the one that was agreed. Letters may be small, and O and I may
/// stand for 0 and 1.
pub fn look_up(request: &Request, written: &str) -> Result<(Option<Found>, Report), Fault> {
    let (site, report) = site(request)?;
    let Some(site) = site else { return Ok((None, report)) };
    let wanted: String = written
        .to_uppercase()
        .chars()
        .filter(|letter| letter.is_alphanumeric())
        .map(|letter| match letter {
            'O' => '0',
            'I' | 'L' => '1',
            letter => letter,
        })
        .collect();
    let found = site.charters.wards.iter().find_map(|WardCharter { ward, charter }| {
        let ward = &site.pack.wards[*ward];
        let agreement = of_ward(&site, ward);
        let agreed = agreement.and_then(|agreement| Some((agreement, agreement.lines(&charter.language)?)));
        let is_of = |lines: &_| code(&ward.id, &charter.language, lines) == wanted;
        let is_current = is_of(&lines(charter));
        let is_agreed = agreed.filter(|(_, lines)| is_of(lines)).map(|(agreement, _)| agreement.on.value);
        (is_current || is_agreed.is_some()).then(|| Found {
            ward: values::plain(&ward.name),
            language: charter.language.clone(),
            is_current,
            agreed_on: is_agreed,
        })
    });
    Ok((found, report))
}
