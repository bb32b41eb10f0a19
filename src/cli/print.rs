//! `wardpack print`

use std::path::{Path, PathBuf};

use clap::Args;
use jiff::civil::Date;

use super::agree::request;
use super::flag_values;
use super::progress::ProgressLine;
use super::run::{print_fault, print_problems, today};
use super::words::plural;
use super::{FINE, Format, PROBLEMS};
use crate::ledger::PrintedFiles;
use crate::pipeline::{self, Request};
use crate::plan::view::paper::{PaperChoice, PaperKind};
use crate::print;
use crate::problem::catalogue::papers;
use crate::problem::fault::{Fault, printing};
use crate::read;
use crate::render::RenderedFile;
use crate::write::disk::RealDisk;
use crate::write::{self, whole};

#[derive(Debug, Args)]
pub struct Print {
    /// The ward's id, such as beach
    #[arg(required_unless_present = "general")]
    ward: Option<String>,
    /// What to print, such as poster-a3, leaflet or form. All that there is, if left out
    #[arg(value_parser = flag_values::paper)]
    kind: Option<PaperKind>,
    /// What is for every ward, such as forms, in place of the papers of one: all, or the KIND in place of the ward
    #[arg(long, conflicts_with = "kind")]
    general: bool,
    /// The month of a safety cross, such as 2026-12
    #[arg(long, value_name = "MONTH", value_parser = flag_values::month)]
    month: Option<Date>,
    /// The folder that the files are put in
    #[arg(long, value_name = "DIR", default_value = "print")]
    output: PathBuf,
    /// The folder that holds pack.yaml
    #[arg(long, value_name = "DIR", default_value = "content")]
    content: PathBuf,
    /// The day that counts as today, such as 2026-11-23
    #[arg(long, value_name = "DATE", value_parser = flag_values::date)]
    as_of: Option<Date>,
}

/// Makes the papers of a ward, in each of its languages, or those that are for every ward. Prints where they are, and returns the exit code.
pub fn print(asked: &Print) -> u8 {
    let Some(press) = print::press() else { return print_fault(&printing::no_press(), Format::Text) };
    let as_of = asked.as_of.unwrap_or_else(today);
    if let Err(fault) = read::look(&request(&asked.content, as_of).folders, Some(&asked.output)) {
        return print_fault(&fault, Format::Text);
    }
    let choice = match choice(asked) {
        Ok(choice) => choice,
        Err(fault) => return print_fault(&fault, Format::Text),
    };
    let (ward, kind) = (choice.ward.clone(), choice.kind.map(PaperKind::name));
    let wards = ward.iter().cloned().collect();
    let request = Request { wards, press: Some(press), papers: Some(choice), ..request(&asked.content, as_of) };
    let line = ProgressLine::beside(Format::Text);
    let papers = pipeline::unwritten(&request, &line);
    line.clear();
    let papers = match papers {
        Err(fault) => return print_fault(&fault, Format::Text),
        Ok((None, report)) => {
            print_problems(&report);
            outln!("Nothing was printed: put right what stands above first.");
            return PROBLEMS;
        }
        Ok((Some(papers), mut report)) => {
            report.problems.extend(std::mem::take(&mut report.notes));
            report.problems.retain(papers::is_of_left_out);
            print_problems(&report);
            papers
        }
    };
    let name = |file: &RenderedFile| file.path.rsplit('/').next().unwrap_or(&file.path).to_owned();
    let is_paper = |file: &&RenderedFile| file.path.ends_with(".pdf");
    let named: Vec<(String, &RenderedFile)> = papers.iter().filter(is_paper).map(|file| (name(file), file)).collect();
    let files: Vec<(&str, &[u8])> = named.iter().map(|(name, file)| (name.as_str(), &*file.bytes)).collect();
    if files.is_empty() {
        return print_fault(&printing::none_of_the_kind(ward.as_deref(), kind), Format::Text);
    }
    if let Err(fault) = put(&asked.output, &files) {
        return print_fault(&fault, Format::Text);
    }
    for (name, _) in &files {
        outln!("{}/{name}", read::shown(&asked.output));
    }
    outln!("{} to print.", plural(files.len(), "file"));
    FINE
}

/// Returns which papers are asked for. Refuses a word that is no kind of paper, and a month of what has none.
fn choice(asked: &Print) -> Result<PaperChoice, Fault> {
    let (ward, kind) = match &asked.ward {
        Some(word) if asked.general => {
            (None, Some(flag_values::paper(word).map_err(|kinds| printing::no_kind(word, &kinds))?))
        }
        ward => (ward.clone(), asked.kind),
    };
    if asked.month.is_some() && kind != Some(PaperKind::SafetyCross) {
        return Err(printing::no_month(PaperKind::SafetyCross.name()));
    }
    Ok(PaperChoice { ward, kind, month: asked.month })
}

/// Puts files to print into a folder, with the list of what was put there. Refuses where one would take the place of a file that isn't on
/// that list, or that somebody has changed.
fn put(folder: &Path, files: &[(&str, &[u8])]) -> Result<(), Fault> {
    let mut list = write::printed_files(folder);
    let foreign = files.iter().flat_map(|(name, new)| {
        whole::those_there(folder, &[(*name, *new)], |there| there != *new && !list.has(name, there))
    });
    let foreign: Vec<String> = foreign.map(|path| read::shown(&path)).collect();
    if !foreign.is_empty() {
        return Err(printing::not_ours(&foreign));
    }
    for (name, new) in files {
        list.note(name, new);
    }
    let list = list.bytes();
    let all = [files, &[(PrintedFiles::NAME, &list)]].concat();
    whole::put(folder, &all, &RealDisk).map_err(|error| error.of_files(folder))
}
