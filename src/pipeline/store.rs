//! The last step of the line: what was drawn → disk, and what is known of it from then on.

use std::collections::BTreeSet;
use std::path::Path;

use super::Memory;
use crate::ledger::Ledger;
use crate::plan::Plan;
use crate::problem::fault::Fault;
use crate::render::Rendered;
use crate::write::disk::RealDisk;
use crate::write::{self, Output, Written};

/// Writes what was drawn and notes it in the ledger. After a failure nobody knows what is on disk, so the ledger is emptied.
pub(super) fn store(
    plan: &mut Plan,
    rendered: &Rendered,
    output: &Path,
    memory: &mut Memory,
) -> Result<Written, Fault> {
    let Memory { ledger, papers, .. } = memory;
    let planned = plan.files.iter().map(|file| &*file.path);
    let is_same = ledger.has_exactly(planned.clone(), ledger.pages_of(&plan.kept)) && !papers.has_changed();
    let all = || planned.chain(ledger.paths_of(&plan.kept)).map(str::to_owned).collect::<BTreeSet<String>>();
    let paths = (!is_same).then(all);
    let papers = paths.as_ref().map(|paths| papers.keep(paths));
    let site = Output { files: rendered, paths: paths.as_ref(), papers };
    match write::write(site, output, &RealDisk) {
        Ok(written) => {
            let files = rendered.iter().map(|file| (file.path.clone(), file.key));
            ledger.note(files, std::mem::take(&mut plan.groups), &plan.kept, paths.as_ref());
            Ok(written)
        }
        Err(error) => {
            *ledger = Ledger::default();
            Err(error.of_site(output))
        }
    }
}
