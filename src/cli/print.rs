//! `wardpack print`

use std::path::PathBuf;

use clap::Args;
use jiff::civil::Date;

use super::agree::request;
use super::flag_values;
use super::progress::ProgressLine;
use super::run::{print_fault, print_problems, today};
use super::words::plural;
use super::{FINE, Format, PROBLEMS};
use crate::pipeline::{self, Request};
use crate::plan::view::paper::PaperKind;
use crate::print;
use crate::problem::fault::printing;
use crate::read;
use crate::render::RenderedFile;
use crate::write::disk::RealDisk;
use crate::write::whole;

#[derive(Debug, Args)]
pub struct Print {
    /// The ward's id, such as beach
    ward: String,
    /// What to print: poster-a4, poster-a3, handout, large-print or easy-read. All of them, if left out
    #[arg(value_parser = flag_values::paper)]
    kind: Option<PaperKind>,
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

/// Makes the papers of a ward, in each of its languages. Prints where they are, and returns the exit code.
pub fn print(asked: &Print) -> u8 {
    let Some(press) = print::press() else { return print_fault(&printing::no_press(), Format::Text) };
    let as_of = asked.as_of.unwrap_or_else(today);
    if let Err(fault) = read::look(&request(&asked.content, as_of).folders, Some(&asked.output)) {
        return print_fault(&fault, Format::Text);
    }
    let request = Request { wards: vec![asked.ward.clone()], press: Some(press), ..request(&asked.content, as_of) };
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
        Ok((Some(papers), _)) => papers,
    };
    let name = |file: &RenderedFile| file.path.rsplit('/').next().unwrap_or(&file.path).to_owned();
    let begins = |kind: PaperKind| format!("{}-charter-{}", asked.ward, kind.name());
    let is_paper = |file: &&RenderedFile| file.path.ends_with(".pdf");
    let is_asked = |file: &&RenderedFile| asked.kind.is_none_or(|kind| name(file).starts_with(&begins(kind)));
    let named: Vec<(String, &RenderedFile)> =
        papers.iter().filter(is_paper).filter(is_asked).map(|file| (name(file), file)).collect();
    let files: Vec<(&str, &[u8])> = named.iter().map(|(name, file)| (name.as_str(), &*file.bytes)).collect();
    if files.is_empty() {
        return print_fault(&printing::none_of_the_kind(&asked.ward, asked.kind.map(PaperKind::name)), Format::Text);
    }
    let is_ours = |bytes: &[u8]| bytes.starts_with(b"%PDF") && bytes.windows(8).any(|letters| letters == b"wardpack");
    let foreign: Vec<String> = whole::those_there(&asked.output, &files, |bytes| !is_ours(bytes))
        .iter()
        .map(|path| read::shown(path))
        .collect();
    if !foreign.is_empty() {
        return print_fault(&printing::not_ours(&foreign), Format::Text);
    }
    if let Err(error) = whole::put(&asked.output, &files, &RealDisk) {
        return print_fault(&error.of_files(&asked.output), Format::Text);
    }
    for (name, _) in &files {
        outln!("{}/{name}", read::shown(&asked.output));
    }
    outln!("{} to print.", plural(files.len(), "file"));
    FINE
}
