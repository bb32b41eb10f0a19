//! Takes standards in from a sheet: the wording that a trust has copied, each standard as a file of its own in the folder of its domain.
//!
//! - `columns.rs`: The columns of such a sheet, by their headings, in any order
//! - `file.rs`: The file of one standard
//! - `rows.rs`: The rows of the sheet → standards, and what of it is none

mod columns;
mod file;
mod rows;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use crate::model::kind::Kind;
use crate::model::standard::number_of;
use crate::pipeline::{Report, Request, site};
use crate::problem::catalogue::lists;
use crate::problem::fault::{Fault, importing};
use crate::read::sheet;
use crate::resolve::{Site, values};
use crate::write::disk::RealDisk;
use crate::write::whole;

/// A domain of the pack that standards can be of.
#[derive(Clone, Debug)]
pub struct KnownDomain {
    pub number: i64,
    pub id: String,
    pub title: String,
}

/// A standard of the sheet.
#[derive(Clone, Debug, Default)]
pub struct SheetStandard {
    /// Its number, which is its file's name, such as `3.1`.
    pub id: String,
    /// Its domain: a place in [`FoundStandards::domains`].
    pub domain: usize,
    pub title: String,
    /// The words as the sheet has them, line by line.
    pub text: String,
    pub outcomes: Vec<String>,
    pub guidance: Vec<String>,
}

/// What taking a standard in would do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StandardState {
    New,
    /// A file says the same already.
    Same,
    /// A file with other words is there.
    Differs,
}

/// What a sheet holds.
#[derive(Debug)]
pub struct FoundStandards {
    /// The name of the sheet in its workbook.
    pub sheet: Option<String>,
    pub domains: Vec<KnownDomain>,
    /// Each column that was understood, with what it is taken for.
    pub columns: Vec<(String, &'static str)>,
    pub standards: Vec<(SheetStandard, StandardState)>,
    /// What of the sheet is taken in nowhere, or not as it stands, each in a sentence that begins with its place.
    pub notes: Vec<String>,
    content: PathBuf,
    files: Vec<(String, String)>,
}

/// Whose role looks after the standards, and the day that counts as today.
#[derive(Clone, Debug)]
pub struct StandardsOwner {
    pub owner: String,
    pub today: Date,
}

/// Looks at the sheet `bytes` of the file `shown`, and at what the pack has. Returns nothing, with the report, where pack.yaml can't be
/// read; a fault where the sheet can't be, or has no column with the words of standards.
pub fn standards(
    request: &Request,
    shown: &str,
    bytes: &[u8],
    keeper: &StandardsOwner,
) -> Result<(Option<FoundStandards>, Report), Fault> {
    let (site, report) = site(request)?;
    let Some(site) = site else { return Ok((None, report)) };
    let domains = domains(&site);
    if domains.is_empty() {
        return Err(importing::no_domains());
    }
    let table =
        sheet::find(shown, bytes, &columns::WANTED).map_err(|why| Fault::from(&lists::unreadable(shown, &why)))?;
    let found = rows::read(&table, &domains, shown)?;
    let content = request.folders.content.clone();
    let files: Vec<(String, String)> =
        found.standards.iter().map(|one| (file::path(one, &domains), file::text(one, keeper))).collect();
    let states = files.iter().map(|(path, text)| state(&content, path, text));
    let standards = found.standards.into_iter().zip(states.collect::<Vec<_>>()).collect();
    let (columns, notes) = (found.columns, found.notes);
    Ok((Some(FoundStandards { sheet: table.name, domains, columns, standards, notes, content, files }), report))
}

fn domains(site: &Site) -> Vec<KnownDomain> {
    let articles = site.pack.articles.iter().filter(|page| page.kind == Kind::Domain && page.language.is_first());
    let mut domains: Vec<KnownDomain> = articles
        .filter_map(|page| {
            let number = number_of(site.paths.get(&page.file)?)?;
            Some(KnownDomain { number, id: page.id.clone(), title: values::plain(&page.title) })
        })
        .collect();
    domains.sort_by_key(|domain| domain.number);
    domains
}

/// Returns how a file on disk compares. Who looks after it and its dates are the trust's: they count for nothing.
fn state(content: &Path, path: &str, text: &str) -> StandardState {
    match crate::read::bytes(&content.join(path)) {
        None => StandardState::New,
        Some(bytes) if file::says(&String::from_utf8_lossy(&bytes)) == file::says(text) => StandardState::Same,
        Some(_) => StandardState::Differs,
    }
}

impl FoundStandards {
    pub fn count(&self, state: StandardState) -> usize {
        self.standards.iter().filter(|(_, found)| *found == state).count()
    }

    /// Returns the numbers of the standards of each domain that has some.
    pub fn by_domain(&self) -> BTreeMap<usize, Vec<&str>> {
        let mut domains: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
        for (standard, _) in &self.standards {
            domains.entry(standard.domain).or_default().push(&standard.id);
        }
        domains
    }

    /// Writes the files of the standards in some states, all or none, and returns how many.
    pub fn write(&self, states: &[StandardState]) -> Result<usize, Fault> {
        let asked = self.files.iter().zip(&self.standards).filter(|(_, (_, state))| states.contains(state));
        let files: Vec<(&str, &[u8])> = asked.map(|((path, text), _)| (path.as_str(), text.as_bytes())).collect();
        if !files.is_empty() {
            whole::put(&self.content, &files, &RealDisk).map_err(|error| error.of_files(&self.content))?;
        }
        Ok(files.len())
    }
}
