//! Hands a benchmark over as a workbook to fill in, and takes it back: the file of the benchmark and the workbook hold the same.
//!
//! - `book.rs`: The workbook of a benchmark: choices to pick, headings that stay, a sheet a domain, the action plan
//! - `filled.rs`: A workbook that was filled in → what it says, and what of it can't be understood
//! - `layout.rs`: The sheets and columns of the workbook, and what stands in them for each setting
//! - `record.rs`: A benchmark as its file says it, setting by setting, and the file that says it

mod book;
mod filled;
mod layout;
mod record;

use std::path::PathBuf;

use crate::model::kind::Kind;
use crate::model::standard::number_of;
use crate::pipeline::{Report, Request, site};
use crate::problem::catalogue::lists;
use crate::problem::fault::{Fault, exchanging};
use crate::problem::{Problem, Severity};
use crate::read::{self, sheet};
use crate::resolve::{Site, values};
use crate::write::disk::RealDisk;
use crate::write::whole;
use record::Record;

/// A domain of the pack, and the standards that it holds of it.
#[derive(Clone, Debug)]
pub struct DomainStandards {
    pub number: i64,
    pub id: String,
    pub title: String,
    /// Each with its id and its title.
    pub standards: Vec<(String, String)>,
}

/// How what a workbook says compares with the file of the benchmark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BenchmarkState {
    New,
    Same,
    /// The settings that differ.
    Differs(Vec<String>),
}

/// What a workbook holds.
#[derive(Debug)]
pub struct FoundBenchmark {
    pub id: String,
    pub title: Option<String>,
    /// How many domains, standards and actions have something said.
    pub domains: usize,
    pub standards: usize,
    pub actions: usize,
    /// What of the workbook can't be taken in, each in a sentence that begins with its place.
    pub notes: Vec<String>,
    pub state: BenchmarkState,
    content: PathBuf,
    text: String,
}

/// A workbook to fill in.
#[derive(Debug)]
pub struct Book {
    pub bytes: Vec<u8>,
    /// Nobody has begun the benchmark yet, so it is empty.
    pub is_new: bool,
}

/// Returns the workbook of a benchmark; nothing, with the report, where pack.yaml can't be read. A name that isn't there yet gets an empty
/// workbook.
pub fn workbook(request: &Request, id: &str) -> Result<(Option<Book>, Report), Fault> {
    let (site, report) = site(request)?;
    let Some(site) = site else { return Ok((None, report)) };
    let domains = domains(&site)?;
    let written = written(&site, &report, id)?;
    let is_new = written.is_none();
    let record = written.map_or_else(|| Record::empty(&domains), |text| Record::read(&text));
    let bytes = book::workbook(&record, id, &domains, request.as_of).map_err(|error| exchanging::not_made(&error))?;
    Ok((Some(Book { bytes, is_new }), report))
}

/// Looks at the workbook `bytes` of the file `shown`, and at the benchmark that it is of. Returns nothing, with the report, where pack.yaml
/// can't be read.
pub fn take_back(request: &Request, shown: &str, bytes: &[u8]) -> Result<(Option<FoundBenchmark>, Report), Fault> {
    let (site, report) = site(request)?;
    let Some(site) = site else { return Ok((None, report)) };
    let domains = domains(&site)?;
    let sheets = sheet::all(bytes).map_err(|why| Fault::from(&lists::unreadable(shown, &why)))?;
    let filled = filled::read(&sheets, &domains).ok_or_else(|| exchanging::no_benchmark(shown))?;
    let id = filled.id.ok_or_else(|| exchanging::no_name(shown))?;
    let earlier = written(&site, &report, &id)?.map(|text| Record::read(&text));
    let mut record = filled.record;
    let state = match &earlier {
        None => BenchmarkState::New,
        Some(earlier) => {
            record.keep_from(earlier);
            let differing = record.differing(earlier);
            if differing.is_empty() { BenchmarkState::Same } else { BenchmarkState::Differs(differing) }
        }
    };
    let (domains, standards, actions) = record.counts();
    let content = request.folders.content.clone();
    let (title, text, notes) = (record.about("title").map(str::to_owned), record.text(), filled.notes);
    Ok((Some(FoundBenchmark { id, title, domains, standards, actions, notes, state, content, text }), report))
}

impl FoundBenchmark {
    /// Returns the path of the benchmark's file, below the content folder.
    pub fn path(&self) -> String {
        path(&self.id)
    }

    /// Writes the file of the benchmark.
    pub fn write(&self) -> Result<(), Fault> {
        let files = [(self.path(), self.text.as_bytes())];
        let files: Vec<(&str, &[u8])> = files.iter().map(|(path, text)| (path.as_str(), *text)).collect();
        whole::put(&self.content, &files, &RealDisk).map_err(|error| error.of_files(&self.content))
    }
}

fn path(id: &str) -> String {
    format!("benchmarks/{id}.yaml")
}

/// Returns the text of a benchmark's file, if it is there. One with mistakes would lose what can't be read.
fn written(site: &Site, report: &Report, id: &str) -> Result<Option<String>, Fault> {
    let Some(file) = report.sources.content.get(&path(id)) else { return Ok(None) };
    let source = report.sources.file(*file);
    let is_read = site.pack.benchmarks.iter().any(|benchmark| benchmark.id == id && benchmark.language.is_first());
    let is_mistake =
        |problem: &Problem| problem.severity == Severity::Error && problem.path(&report.sources) == source.shown;
    if !is_read || report.problems.iter().any(is_mistake) {
        return Err(exchanging::has_mistakes(&source.shown));
    }
    Ok(Some(source.text.shown().to_owned()))
}

fn domains(site: &Site) -> Result<Vec<DomainStandards>, Fault> {
    let articles = site.pack.articles.iter().filter(|page| page.kind == Kind::Domain && page.language.is_first());
    let mut domains: Vec<DomainStandards> = articles
        .filter_map(|page| {
            let number = number_of(site.paths.get(&page.file)?)?;
            let own = site.pack.standards.iter().filter(|one| one.language.is_first() && one.domain == page.id);
            let standards = own.map(|one| (one.id.clone(), values::plain(&one.title))).collect();
            Some(DomainStandards { number, id: page.id.clone(), title: values::plain(&page.title), standards })
        })
        .collect();
    domains.sort_by_key(|domain| domain.number);
    if domains.is_empty() { Err(exchanging::no_domains()) } else { Ok(domains) }
}

/// Tells whether a file is there already, for those who would write over it.
pub fn is_there(path: &std::path::Path) -> bool {
    read::is_there(path)
}
