//! The whole line, from disk to disk: the page to read first.
//!
//! - `memory.rs`: What a run leaves in memory for the next one
//! - `report.rs`: What a run tells, while it goes on and when it is over
//! - `request.rs`: What is asked of a run
//! - `selection.rs`: What a request leaves out: wards that it doesn't name, and what isn't for its readers
//! - `store.rs`: The last step of the line: what was drawn → disk, and what is known of it from then on
//! - `unwritten.rs`: A finished site that isn't written, for what takes pages out of it

mod memory;
mod report;
mod request;
mod selection;
mod store;
mod unwritten;

use std::path::PathBuf;
use std::sync::Arc;

use crate::audit::{self, NextLooks};
use crate::check;
use crate::ledger::Ledger;
use crate::model::pack;
use crate::model::pack::file_name;
use crate::parse;
use crate::plan::bundle::{self, Label};
use crate::plan::vanished::Extent;
use crate::plan::{self, Content, Plan, PlannedFor};
use crate::print::{self, KnownPapers, PapersBefore};
use crate::problem::catalogue::{files, wards};
use crate::problem::fault::Fault;
use crate::problem::reported::{ReportedProblems, reported};
use crate::problem::{self, Problem, Severity};
use crate::read::{self, Sources, sheet};
use crate::render::{self, Drawing, Rendered};
use crate::resolve::{self, Site};
use crate::span::Files;
use crate::why::Why;
use crate::write::{self, Written};
pub use memory::Memory;
pub use report::{Progress, Report, Silent, SiteReport};
pub use request::{Drafts, Request};
pub use selection::no_ward;
pub use unwritten::{PageFacts, UnwrittenSite};

/// Reads the sources; what the memory has unchanged isn't read again.
pub fn read(request: &Request, memory: &mut Memory) -> Result<Sources, Fault> {
    read::look(&request.folders, request.output.as_deref())?;
    Ok(read::read(&request.folders, &mut memory.file_cache))
}

/// Reads single files again that are said to have changed, given the sources of the last run. Returns nothing where only a
/// look at everything can tell what has changed.
pub fn reread(request: &Request, earlier: &Sources, paths: &[PathBuf], memory: &mut Memory) -> Option<Sources> {
    read::look(&request.folders, request.output.as_deref()).ok()?;
    read::reread(earlier, paths, &mut memory.file_cache)
}

/// Runs the line from sources to disk.
pub fn run(request: &Request, sources: Sources, memory: &mut Memory, progress: &dyn Progress) -> Result<Report, Fault> {
    memory.why.iter_mut().for_each(Why::forget_answer);
    // Without the site it knows of, the ledger is worth nothing.
    if !request.output.as_deref().is_some_and(write::is_whole) {
        memory.ledger = Ledger::default();
    }
    let mut problems = sources.problems.clone();
    if memory.papers.is_empty() && request.press.is_some() {
        memory.papers = KnownPapers::of(request.output.as_deref().map(write::manifest).unwrap_or_default().papers);
    }
    let drawn = draw(request, &sources, memory, &mut problems, progress)?;
    let Some(DrawnSite { mut plan, rendered, drafts, take_back, .. }) = drawn else {
        return Ok(report(sources, problems, request, None));
    };
    if problem::refuse(&problems, request.deny) {
        memory.looks.change(take_back);
        return Ok(report(sources, problems, request, None));
    }
    let is_page = |path: &&Arc<str>| path.ends_with(".html");
    let kept = memory.ledger.pages_of(&plan.kept);
    let mut site = SiteReport {
        pages: kept + plan.pages(),
        files: kept + plan.files.len(),
        wards: plan.wards,
        drafts,
        drawn: rendered.iter().map(|file| &file.path).filter(is_page).cloned().collect(),
        written: Written::default(),
    };
    if let Some(output) = &request.output {
        progress.stage("Writing");
        site.written = store::store(&mut plan, &rendered, output, memory)?;
        progress.count(site.written.written.len(), "files");
        progress.count(site.written.bytes, "bytes");
    }
    rayon::spawn(move || drop((plan, rendered)));
    Ok(report(sources, problems, request, Some(site)))
}

/// Returns the paths where the site on disk isn't the one that a run with an empty memory gives; none for a refused build.
pub fn verify(request: &Request, progress: &dyn Progress) -> Result<Vec<String>, Fault> {
    let Some(output) = &request.output else { return Ok(Vec::new()) };
    let (accepted, ..) = draw_anew(request, progress)?;
    Ok(accepted.map(|drawn| write::differences(&drawn.rendered, output)).unwrap_or_default())
}

/// Runs the line up to the site: every reference followed, every rule applied. Returns nothing where pack.yaml can't be read.
fn resolve_site(
    request: &Request,
    sources: &Sources,
    memory: &mut Memory,
    problems: &mut Vec<Problem>,
    progress: &dyn Progress,
) -> Result<Option<Site>, Fault> {
    progress.stage("Parsing");
    if sources.packs.is_empty() {
        problems.push(file_name::no_pack(sources, &read::shown(&request.folders.content)));
    }
    let parsed = parse::parse(sources, &mut memory.parsed);
    progress.count(memory.parsed.made(), "files");
    progress.stage("Collecting");
    let pack = pack::collect(&parsed, sources, &mut memory.kept_files, problems);
    progress.count(memory.kept_files.made(), "files");
    // Without a layer below, everything that stands in it would be told as missing.
    let has_layers = !sources.problems.iter().any(files::is_of_missing_layer);
    let Some(mut pack) = pack.filter(|_| has_layers) else { return Ok(None) };
    if let Some(address) = &request.web_address {
        pack.settings.web_address = Some(address.clone());
    }
    selection::only_wards(&mut pack, request)?;
    let mut drafts = Vec::new();
    if request.drafts == Drafts::LeftOut {
        drafts = pack.drafts(|item| sources.shown(item.file).to_owned());
        pack.take_draft_forms();
    }
    if pack.template(None).is_none() && !sources.content.contains_key("charter/template.yaml") {
        problems.push(wards::no_template(&read::shown(&request.folders.content)));
    }
    progress.stage("Resolving");
    let site = resolve::resolve(pack, sources, request.as_of, problems);
    progress.stage("Checking");
    problems.extend(check::check(&site, request.as_of));
    Ok(Some(Site { drafts, ..site }))
}

/// Returns the site of a request, and all problems of its sources; for what needs to know the pack but makes no pages.
pub fn site(request: &Request) -> Result<(Option<Site>, Report), Fault> {
    let mut memory = Memory::default();
    let sources = read(request, &mut memory)?;
    let mut problems = sources.problems.clone();
    let site = resolve_site(request, &sources, &mut memory, &mut problems, &Silent)?;
    Ok((site, report(sources, problems, request, None)))
}

/// Returns the files of a ward's own pack, what it says of itself, and the report; no files where the build is refused.
pub fn bundle(request: &Request, progress: &dyn Progress) -> Result<(Option<(Rendered, Label)>, Report), Fault> {
    let (accepted, sources, problems) = draw_anew(request, progress)?;
    let files = accepted.and_then(|drawn| Some((drawn.rendered, drawn.label?)));
    Ok((files, report(sources, problems, request, None)))
}

/// Returns the files of a site that isn't written, and the report; no files where the build is refused.
pub fn unwritten(request: &Request, progress: &dyn Progress) -> Result<(Option<Rendered>, Report), Fault> {
    let (accepted, sources, problems) = draw_anew(request, progress)?;
    Ok((accepted.map(|drawn| drawn.rendered), report(sources, problems, request, None)))
}

/// Returns a site that isn't written, with what is known of its pages, and the report; nothing where the build is refused.
pub fn unwritten_site(request: &Request, progress: &dyn Progress) -> Result<(Option<UnwrittenSite>, Report), Fault> {
    let (accepted, sources, problems) = draw_anew(request, progress)?;
    let site = accepted.map(|drawn| UnwrittenSite::of(&drawn.plan, drawn.rendered, drawn.web_address));
    Ok((site, report(sources, problems, request, None)))
}

/// Runs the line up to the finished pages with an empty memory. Returns the site unless it is refused, its sources, and all problems.
fn draw_anew(request: &Request, progress: &dyn Progress) -> Result<(Option<DrawnSite>, Sources, Vec<Problem>), Fault> {
    let mut memory = Memory::default();
    let sources = read(request, &mut memory)?;
    let mut problems = sources.problems.clone();
    let drawn = draw(request, &sources, &mut memory, &mut problems, progress)?;
    Ok((drawn.filter(|_| !problem::refuse(&problems, request.deny)), sources, problems))
}

/// A site before it is written: what it has, and those of its files that may differ from the ones on disk.
struct DrawnSite {
    plan: Plan,
    rendered: Rendered,
    /// The files that it leaves out because they aren't finished.
    drafts: Vec<String>,
    /// What a ward's own pack says of itself.
    label: Option<Label>,
    /// Where it is on the web.
    web_address: Option<String>,
    /// Makes the looks those at the pages on disk again, where these pages don't come there.
    take_back: NextLooks,
}

/// Runs the line up to the finished pages. Every stage returns what it could make and all problems; only at the end is decided
/// what they mean. Returns nothing where there is nothing to write.
fn draw(
    request: &Request,
    sources: &Sources,
    memory: &mut Memory,
    problems: &mut Vec<Problem>,
    progress: &dyn Progress,
) -> Result<Option<DrawnSite>, Fault> {
    let Some(mut site) = resolve_site(request, sources, memory, problems, progress)? else { return Ok(None) };
    let readers = selection::readers(&site, request);
    if !readers.are_everyone() {
        resolve::audience::keep_only(&mut site, &readers, sources);
    }
    progress.stage("Planning");
    let bundle = request.bundle.as_ref();
    let (own_ward, papers) = (bundle.map(|bundle| &*bundle.ward), request.papers.as_ref());
    let made_for = PlannedFor { own_ward, papers, prints: request.press.is_some() };
    let mut plan = plan::plan(&site, made_for, sources, &memory.ledger, &mut memory.words, problems);
    if request.bundle.is_none() {
        let is_whole = request.wards.is_empty() && request.audience.is_none();
        let extent = if is_whole { Extent::Whole } else { Extent::Part };
        problems.extend(plan::vanished::check(&site, &plan, &memory.ledger, extent));
    }
    let label = bundle.and_then(|bundle| bundle::enclose(&mut plan, bundle, &site.pack.settings, sources));
    progress.count(plan.files.len(), "files");
    progress.count(plan.pages(), "pages");
    if problem::refuse(problems, request.deny) {
        return Ok(None);
    }
    let mut on_paper = on_paper(request, sources, &mut plan, memory, problems, progress);
    progress.stage("Drawing");
    let tell = |drawing| match drawing {
        Drawing::Begins(pages) => progress.pages(pages),
        Drawing::PageIsDrawn => progress.drawn(),
    };
    let before = problems.len();
    let mut rendered = render::render(&plan, sources, &mut memory.templates, &memory.ledger, problems, &tell);
    progress.count(rendered.len(), "files");
    progress.stage("Auditing");
    // Where a template can't be drawn there are no finished pages to look at.
    let are_finished = problems.len() == before;
    let take_back =
        if are_finished { look(&site, (&plan, &rendered), sources, memory, problems) } else { NextLooks::new() };
    problems.extend(audit::contrast(sources));
    let drawn = rendered.len(); // What is on paper is searched too, and isn't written as it is here.
    rendered.append(&mut on_paper);
    problems.extend(audit::leaks(&site.left_out, &plan, &rendered, sources));
    rendered.truncate(drawn);
    if let Some(why) = &mut memory.why {
        why.look(&plan, &memory.ledger, &memory.templates);
    }
    let drafts = std::mem::take(&mut site.drafts);
    let web_address = site.pack.settings.web_address.as_ref().map(|address| address.0.to_string());
    // A large site takes a while to be forgotten; nobody has to wait for that.
    rayon::spawn(move || drop(site));
    Ok(Some(DrawnSite { plan, rendered, drafts, label, web_address, take_back }))
}

/// Returns the papers of the plan that a request is for, where there is a press.
fn on_paper(
    request: &Request,
    sources: &Sources,
    plan: &mut Plan,
    memory: &mut Memory,
    problems: &mut Vec<Problem>,
    progress: &dyn Progress,
) -> Rendered {
    if let Some(choice) = &request.papers {
        plan.files.retain(|file| !matches!(&file.content, Content::Paper(paper) if !choice.has(paper)));
    }
    let Some(press) = request.press.as_deref() else { return Rendered::new() };
    progress.stage("Printing");
    let read = |path: &str| write::bytes(request.output.as_deref()?, path);
    let before = PapersBefore { ledger: &memory.ledger, read: &read };
    print::print(plan, sources, press, before, &mut memory.papers, problems)
}

/// Looks at finished pages, and reports what isn't right with them. Returns what makes the looks those at the pages on disk again.
fn look(
    site: &Site,
    pages: (&Plan, &Rendered),
    sources: &Sources,
    memory: &mut Memory,
    problems: &mut Vec<Problem>,
) -> NextLooks {
    let languages = audit::Languages::of(site, pages.0);
    let looks = audit::look(pages, &languages, sources, &memory.ledger, &memory.looks);
    let take_back = memory.looks.change(looks);
    let found = memory.looks.problems(sources, problems);
    problems.extend(found);
    take_back
}

fn report(sources: Sources, problems: Vec<Problem>, request: &Request, site: Option<SiteReport>) -> Report {
    let refused = problem::refuse(&problems, request.deny);
    let (notes, problems) = problems.into_iter().partition(|problem| problem.severity == Severity::Note);
    let ReportedProblems { mut problems, counts } = reported(problems, &sources.below(), &sources);
    for problem in &mut problems {
        sheet::name_cell(problem, &sources);
    }
    Report { sources, problems, notes, counts, refused, site }
}
