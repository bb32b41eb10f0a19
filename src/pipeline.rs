//! The whole line, from disk to disk: the page to read first.

use std::path::PathBuf;

use jiff::civil::Date;

use crate::check;
use crate::model::pack::{self, Pack};
use crate::parse;
use crate::plan::{self, Content};
use crate::problem::catalogue::{files, wards};
use crate::problem::{self, Problem, suggest};
use crate::read::{self, Folders, Sources, Unusable};
use crate::render;
use crate::resolve;
use crate::write::disk::RealDisk;
use crate::write::{self, WriteError, Written};

/// What to do.
#[derive(Clone, Debug)]
pub struct Request {
    pub folders: Folders,
    /// Where the site goes; nothing to check only.
    pub output: Option<PathBuf>,
    /// Only these wards; none means all.
    pub wards: Vec<String>,
    /// The day that counts as today.
    pub as_of: Date,
    pub deny_warnings: bool,
}

/// What happened. The problems are sorted; `site` is there if the build wasn't refused.
#[derive(Debug)]
pub struct Report {
    pub sources: Sources,
    pub problems: Vec<Problem>,
    pub refused: bool,
    pub site: Option<SiteReport>,
}

/// How much there is, and what was written (nothing, for a check).
#[derive(Clone, Copy, Debug)]
pub struct SiteReport {
    pub pages: usize,
    pub wards: usize,
    pub written: Written,
}

/// Wrong use, or the machine's fault: nothing that editing the content would put right.
#[derive(Debug)]
pub struct Fault {
    pub message: String,
    pub help: String,
}

/// Hears how far the work is. Called from several threads.
pub trait Progress: Sync {
    fn stage(&self, name: &'static str);
    fn pages(&self, total: usize);
    fn drawn(&self);
}

/// Runs the line. Every stage returns what it could make and all problems; only here is decided what they mean.
pub fn run(request: &Request, progress: &dyn Progress) -> Result<Report, Fault> {
    read::look(&request.folders, request.output.as_deref()).map_err(unusable)?;
    progress.stage("Reading");
    let sources = read::read(&request.folders);
    let mut problems = sources.problems.clone();
    if sources.packs.is_empty() {
        problems.push(files::pack_missing(&read::shown(&request.folders.content)));
    }
    progress.stage("Checking");
    let parsed = parse::parse(&sources);
    let pack = pack::collect(parsed, &sources, &mut problems);
    let Some(mut pack) = pack else { return Ok(report(sources, problems, request, None)) };
    only_wards(&mut pack, request)?;
    if pack.template(None).is_none() && !sources.content.contains_key("charter/template.yaml") {
        problems.push(wards::no_template(&read::shown(&request.folders.content)));
    }
    let site = resolve::resolve(pack, &sources, &mut problems);
    problems.extend(check::check(&site, request.as_of));
    let plan = plan::plan(&site, &sources, &mut problems);
    if problem::refuse(&problems, request.deny_warnings) {
        return Ok(report(sources, problems, request, None));
    }
    let pages = plan.files.iter().filter(|file| matches!(file.content, Content::Page(_))).count();
    progress.pages(pages);
    let rendered = render::render(&plan, &sources, &mut problems, &|| progress.drawn());
    if problem::refuse(&problems, request.deny_warnings) {
        return Ok(report(sources, problems, request, None));
    }
    let mut written = Written::default();
    if let Some(output) = &request.output {
        progress.stage("Writing");
        written = write::write(&rendered, output, &RealDisk).map_err(|error| fault(error, output))?;
    }
    let site = SiteReport { pages, wards: plan.wards, written };
    Ok(report(sources, problems, request, Some(site)))
}

fn report(sources: Sources, mut problems: Vec<Problem>, request: &Request, site: Option<SiteReport>) -> Report {
    problem::sort(&mut problems, &sources);
    Report { refused: problem::refuse(&problems, request.deny_warnings), sources, problems, site }
}

fn unusable(reason: Unusable) -> Fault {
    match reason {
        Unusable::NoContent(content) => Fault {
            message: format!("there is no content folder {content}"),
            help: "go to the folder that holds it, or name it with --content".into(),
        },
        Unusable::OutputNoFolder(output) => Fault {
            message: format!("{output} is a file or a broken link, not a folder"),
            help: "name another folder with --output".into(),
        },
        Unusable::OutputInside { output, content } => Fault {
            message: format!("the output folder {output} lies inside the content folder {content}"),
            help: "name another folder with --output".into(),
        },
    }
}

/// Leaves out the wards that `--ward` doesn't name. Those still exist for references.
fn only_wards(pack: &mut Pack, request: &Request) -> Result<(), Fault> {
    for id in &request.wards {
        if !pack.wards.iter().any(|ward| ward.id == *id) {
            let near = suggest::nearest(id, pack.wards.iter().map(|ward| ward.id.as_str()));
            return Err(Fault {
                message: format!("there is no ward “{id}”"),
                help: near.map_or_else(
                    || "a ward's id is its file's name without .yaml".into(),
                    |near| format!("did you mean {near}?"),
                ),
            });
        }
    }
    if !request.wards.is_empty() {
        let (kept, left_out): (Vec<_>, Vec<_>) =
            std::mem::take(&mut pack.wards).into_iter().partition(|ward| request.wards.contains(&ward.id));
        pack.broken.extend(left_out.into_iter().map(|ward| (crate::model::kind::Kind::Ward, ward.id)));
        pack.wards = kept;
    }
    Ok(())
}

fn fault(error: WriteError, output: &std::path::Path) -> Fault {
    let shown = read::shown(output);
    match error {
        WriteError::Busy => Fault {
            message: format!("another wardpack is writing to {shown}"),
            help: "wait until it has finished, then try again".into(),
        },
        WriteError::InTheWay(paths) => {
            let paths: Vec<String> = paths.iter().map(|path| format!("  {}", read::shown(path))).collect();
            Fault {
                message: format!("files that wardpack did not make are in the way in {shown}:\n{}", paths.join("\n")),
                help: "move them away, or name another folder with --output; nothing was changed".into(),
            }
        }
        WriteError::Disk { path, error } => Fault {
            message: format!("{} can't be written: {error}", read::shown(&path)),
            help: "check that the disk has room and that you may write there; the site in the output folder has whole files only, and the next build completes it".into(),
        },
    }
}
