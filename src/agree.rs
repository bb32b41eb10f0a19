//! Writes down what the people of a ward agreed, and tells which charter a short code is of.

use std::path::PathBuf;
use std::sync::Arc;

use jiff::civil::Date;

use crate::direction;
use crate::ledger::Ledger;
use crate::model::agreement::{Agreement, AgreementFile, HEAD};
use crate::model::kind::Kind;
use crate::model::language::Language;
use crate::model::ward::Ward;
use crate::parse::PerFile;
use crate::pipeline::{Report, Request, no_ward, site};
use crate::plan::{self, PlannedFor};
use crate::print::codes;
use crate::problem::fault::{Fault, agreeing};
use crate::problem::{Problem, Severity};
use crate::resolve::charter::standing::{code, in_letters, is_easy_read_line, lines, of_ward};
use crate::resolve::charter::{Charter, WardCharter};
use crate::resolve::{Site, leaflet_code, values};
use crate::text::line::Line;
use crate::text::prose::Prose;
use crate::write::disk::RealDisk;
use crate::write::whole;

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
pub struct WrittenAgreement {
    pub name: String,
    pub file: PathBuf,
    pub charters: Vec<(String, usize, String)>,
    /// The day of the agreement that this one takes the place of.
    pub replaced: Option<Date>,
}

/// Writes the words of a ward's charter as they are now beside the ward's file. Returns nothing, with the report, where the pack has
/// mistakes: then nobody can be sure what its words are.
pub fn agree(request: &Request, ward: &str, who: Who) -> Result<(Option<WrittenAgreement>, Report), Fault> {
    whole::sweep(&request.folders.content, &RealDisk);
    let (site, report) = site(request)?;
    // Mistakes in what was agreed before go with it.
    let own = format!("wards/{ward}.agreed.yaml");
    let is_in_the_way =
        |problem: &Problem| problem.severity == Severity::Error && !problem.path(&report.sources).ends_with(&own);
    let has_errors = report.problems.iter().any(is_in_the_way);
    let Some(site) = site.filter(|_| !has_errors) else { return Ok((None, report)) };
    let (number, ward) = find(&site, ward)?;
    let before = of_ward(&site.pack, ward);
    let charters = site.charters.wards.iter().filter(|one| one.ward == number);
    let charters: Vec<&Charter> = charters.map(|one| &one.charter).collect();
    let mut written = serde_yaml::Mapping::new();
    for charter in &charters {
        let lines: serde_yaml::Mapping =
            lines(charter).into_iter().map(|(name, words)| (name.into(), words.into())).collect();
        written.insert(charter.language.clone().into(), lines.into());
    }
    let Who { on, patients, staff, carers } = who;
    let earlier = before.map(|before| earlier(before, &charters, &ward.id)).unwrap_or_default();
    let written = AgreementFile { on: on.to_string(), patients, staff, carers, charters: written, earlier };
    let text = serde_yaml::to_string(&written).map_err(|error| agreeing::not_in_words(&error))?;
    let (content, path) = (&request.folders.content, format!("wards/{}.agreed.yaml", ward.id));
    whole::put(content, &[(&path, format!("{HEAD}{text}").as_bytes())], &RealDisk)
        .map_err(|error| error.of_files(content))?;
    let file = content.join(path);
    let of = |charter: &&Charter| {
        let lines = lines(charter);
        let count = lines.iter().filter(|(name, _)| !is_easy_read_line(name)).count();
        (charter.language.clone(), count, code(&ward.id, &charter.language, &lines))
    };
    let charters = charters.iter().map(of).collect();
    let replaced = before.map(|before| before.on.value);
    Ok((Some(WrittenAgreement { name: values::plain(&ward.name), file, charters, replaced }), report))
}

/// Returns the codes of what was agreed before, so that sheets with them are still known. A charter whose words are agreed once more
/// keeps its code.
fn earlier(before: &Agreement, now: &[&Charter], ward: &str) -> serde_yaml::Mapping {
    let of_before = before.charters.iter().map(|(tag, lines)| (code(ward, tag, lines), before.on.value));
    let still: Vec<String> = now.iter().map(|charter| code(ward, &charter.language, &lines(charter))).collect();
    let all = before.earlier.iter().map(|(code, on)| (code.value.clone(), on.value)).chain(of_before);
    let gone = all.filter(|(code, _)| !still.contains(code));
    gone.map(|(code, on)| (code.into(), on.to_string().into())).collect()
}

fn find<'a>(site: &'a Site, id: &str) -> Result<(usize, &'a Ward), Fault> {
    let found = site.pack.wards.iter().enumerate().find(|(_, ward)| ward.id == id);
    let found = found.map(|(number, ward)| (number, &**ward));
    found.ok_or_else(|| no_ward(&site.pack, id))
}

/// What can be said of a code.
#[derive(Debug, PartialEq, Eq)]
pub enum CodeAnswer {
    Found(CodeOwner),
    /// Nothing has it.
    Unknown,
    /// The pack has mistakes.
    Unsure,
}

/// What a short code is of.
#[derive(Debug, PartialEq, Eq)]
pub struct CodeOwner {
    /// The ward's name; nothing for a leaflet outside wards.
    pub ward: Option<String>,
    /// The title of the leaflet, or of another paper; nothing for a charter.
    pub leaflet: Option<String>,
    /// What it is printed as, for cards and forms.
    pub printed_as: Option<&'static str>,
    pub is_easy_read: bool,
    pub language: String,
    /// These are the words now.
    pub is_current: bool,
    /// These are the words that were agreed, and when.
    pub agreed_on: Option<Date>,
    /// Since when the ward is no longer there.
    pub withdrawn_on: Option<Date>,
}

/// Returns the charter, leaflet, card or form that a code on paper is of: as it is now, or a charter as it was agreed. Letters may be small, and O and I may
/// stand for 0 and 1.
pub fn look_up(request: &Request, written: &str) -> Result<(CodeAnswer, Report), Fault> {
    let (site, report) = site(request)?;
    // Where the pack has mistakes nobody can be sure what it says now.
    let has_errors = report.problems.iter().any(|problem| problem.severity == Severity::Error);
    let Some(site) = site.filter(|_| !has_errors) else { return Ok((CodeAnswer::Unsure, report)) };
    let wanted = in_letters(written);
    let found = charter(&site, &wanted).or_else(|| leaflet(&site, &wanted)).or_else(|| earlier_agreed(&site, &wanted));
    let found = found.or_else(|| card_or_form(&site, &report, &wanted));
    Ok((found.map_or(CodeAnswer::Unknown, CodeAnswer::Found), report))
}

/// Returns the ward that agreed a code's words before it agreed others, or before it was withdrawn.
fn earlier_agreed(site: &Site, wanted: &str) -> Option<CodeOwner> {
    let wards = site.pack.wards.iter().chain(&site.pack.withdrawn_wards);
    wards.filter_map(|ward| Some((ward, of_ward(&site.pack, ward)?))).find_map(|(ward, agreement)| {
        let last = agreement.charters.iter().map(|(tag, lines)| (code(&ward.id, tag, lines), agreement.on.value));
        let mut all = agreement.earlier.iter().map(|(code, on)| (code.value.clone(), on.value)).chain(last);
        let (_, on) = all.find(|(code, _)| code == wanted)?;
        Some(CodeOwner {
            ward: Some(values::plain(&ward.name)),
            leaflet: None,
            printed_as: None,
            is_easy_read: false,
            language: site.pack.settings.first_language().to_owned(),
            is_current: false,
            agreed_on: Some(on),
            withdrawn_on: ward.withdrawn.as_ref().map(|withdrawn| withdrawn.on.value),
        })
    })
}

fn charter(site: &Site, wanted: &str) -> Option<CodeOwner> {
    site.charters.wards.iter().find_map(|WardCharter { ward, charter }| {
        let ward = &site.pack.wards[*ward];
        let agreement = of_ward(&site.pack, ward);
        let agreed = agreement.and_then(|agreement| Some((agreement, agreement.lines(&charter.language)?)));
        let is_of = |lines: &_| code(&ward.id, &charter.language, lines) == wanted;
        let is_current = is_of(&lines(charter));
        let is_agreed = agreed.filter(|(_, lines)| is_of(lines)).map(|(agreement, _)| agreement.on.value);
        (is_current || is_agreed.is_some()).then(|| CodeOwner {
            ward: Some(values::plain(&ward.name)),
            leaflet: None,
            printed_as: None,
            is_easy_read: false,
            language: charter.language.clone(),
            is_current,
            agreed_on: is_agreed,
            withdrawn_on: None,
        })
    })
}

/// Returns the leaflet that has a code now. Of older ones nothing is kept.
fn leaflet(site: &Site, wanted: &str) -> Option<CodeOwner> {
    let settings = &site.pack.settings;
    let wards = || std::iter::once(None).chain(site.pack.wards.iter().map(|ward| Some(&**ward)));
    let found = |ward: Option<&Ward>, title: &Line, language: &str| CodeOwner {
        ward: ward.map(|ward| values::plain(&ward.name)),
        leaflet: Some(values::plain(title)),
        printed_as: None,
        is_easy_read: false,
        language: language.to_owned(),
        is_current: true,
        agreed_on: None,
        withdrawn_on: None,
    };
    let language = |language: &Language| language.tag().unwrap_or(settings.first_language()).to_owned();
    let leaflets = site.pack.articles.iter().filter(|article| article.kind == Kind::Leaflet);
    let mut of_wards = leaflets.flat_map(|leaflet| wards().map(move |ward| (leaflet, ward)));
    let leaflet = of_wards.find_map(|(leaflet, ward)| {
        let tag = language(&leaflet.language);
        let is_it = |body: &Arc<Prose>| leaflet_code::of_leaflet(leaflet, body, ward, &tag, settings) == wanted;
        leaflet_code::as_printed(leaflet, ward, settings).iter().any(is_it).then(|| found(ward, &leaflet.title, &tag))
    });
    let easy_reads = || site.pack.easy_reads.iter().flat_map(|item| wards().map(move |ward| (item, ward)));
    leaflet.or_else(|| {
        easy_reads().find_map(|(item, ward)| {
            let tag = language(&item.language);
            let is_it = leaflet_code::of_easy_read(item, ward, &tag, settings) == wanted;
            is_it.then(|| CodeOwner { is_easy_read: true, ..found(ward, &item.title, &tag) })
        })
    })
}

/// Returns the card or form that has a code now. Of older ones nothing is kept.
fn card_or_form(site: &Site, report: &Report, wanted: &str) -> Option<CodeOwner> {
    let made_for = PlannedFor { prints: true, ..PlannedFor::default() };
    let (ledger, mut words, mut problems) = (Ledger::default(), PerFile::default(), Vec::new());
    let plan = plan::plan(site, made_for, &report.sources, &ledger, &mut words, &mut problems);
    let paper = codes::find(&plan, wanted)?;
    Some(CodeOwner {
        ward: paper.ward.as_ref().map(|ward| direction::without_isolates(&ward.words).into_owned()),
        leaflet: Some(direction::without_isolates(&paper.title).into_owned()),
        printed_as: Some(paper.kind.name()),
        is_easy_read: false,
        language: paper.lang.clone(),
        is_current: true,
        agreed_on: None,
        withdrawn_on: None,
    })
}
