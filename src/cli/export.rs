//! `wardpack export`

use std::fs;
use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::agree::request;
use super::export_flat::FlatSite;
use super::export_page::ExportedPages;
use super::run::{print_fault, print_problems, today};
use super::{FINE, Format, PROBLEMS, help};
use crate::exchange;
use crate::model::read::id::{as_id, is_id};
use crate::problem::fault::exchanging;
use crate::read;

#[derive(Debug, Subcommand)]
pub enum Export {
    /// Write a benchmark as a workbook to fill in, for those who use Excel or other spreadsheets
    #[command(after_help = help::EXPORT_BENCHMARK)]
    Benchmark(Benchmark),
    /// Write pages of the site as files that stand alone: for mail, as a part of another system's page, or as Word files
    #[command(after_help = help::EXPORT_PAGE)]
    Page(ExportedPages),
    /// Write the whole site as files in one folder, without folders in it, for systems that hold a list of files
    #[command(after_help = help::EXPORT_FLAT)]
    Flat(FlatSite),
}

#[derive(Debug, Args)]
pub struct Benchmark {
    /// The name of the benchmark's file, without its ending; a new name begins a new one
    id: String,
    /// The workbook (.xlsx); the benchmark's name with .xlsx if left out
    file: Option<PathBuf>,
    /// Write over a workbook that is there
    #[arg(long)]
    replace: bool,
    /// The folder that holds pack.yaml
    #[arg(long, value_name = "DIR", default_value = "content")]
    content: PathBuf,
}

/// Writes the workbook of a benchmark. Returns the exit code.
pub fn benchmark(asked: &Benchmark) -> u8 {
    if !is_id(&asked.id) {
        return print_fault(&exchanging::bad_name(&asked.id, &as_id(&asked.id)), Format::Text);
    }
    let file = asked.file.clone().unwrap_or_else(|| PathBuf::from(format!("{}.xlsx", asked.id)));
    let shown = read::shown(&file);
    if !asked.replace && exchange::is_there(&file) {
        return print_fault(&exchanging::there_already(&shown), Format::Text);
    }
    let book = match exchange::workbook(&request(&asked.content, today()), &asked.id) {
        Err(fault) => return print_fault(&fault, Format::Text),
        Ok((None, report)) => {
            print_problems(&report);
            outln!("Nothing was written: put pack.yaml right first.");
            return PROBLEMS;
        }
        Ok((Some(book), _)) => book,
    };
    if let Err(error) = fs::write(&file, book.bytes) {
        return print_fault(&exchanging::unwritable(&shown, &error), Format::Text);
    }
    if book.is_new {
        outln!("There is no benchmark {} yet, so the workbook is empty.", asked.id);
    }
    outln!("{shown} is written. Once it is filled in:\n  wardpack import benchmark {shown}");
    FINE
}
