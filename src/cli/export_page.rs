//! `wardpack export page`

use std::path::PathBuf;

use clap::Args;

use super::flag_values::class_prefix;
use super::progress::ProgressLine;
use super::run::{pool, print_fault, print_problems, request};
use super::words::{number, plural};
use super::{FINE, PROBLEMS, SharedFlags};
use crate::detach::{self, DetachedPage, FragmentNames, PageForm};
use crate::pipeline::{self, Report, Request};
use crate::problem::fault::Fault;
use crate::read;

#[derive(Debug, Args)]
pub struct ExportedPages {
    /// The addresses of the pages on the site, such as leaflets/keeping-safe/
    #[arg(value_name = "ADDRESS", required = true)]
    addresses: Vec<String>,
    /// Each page as one file with its styles and pictures inside, for mail
    #[arg(long, required_unless_present = "fragment", conflicts_with = "fragment")]
    single_file: bool,
    /// What is to be read on each page, to be put into a page of another system, and a stylesheet for it
    #[arg(long)]
    fragment: bool,
    /// What the classes and ids of a fragment begin with, so that they are no others' on that page; wardpack- if left out
    #[arg(long, value_name = "PREFIX", value_parser = class_prefix, requires = "fragment", conflicts_with = "single_file")]
    class_prefix: Option<String>,
    /// The folder that the pages are put into
    #[arg(long, value_name = "DIR", default_value = "exported")]
    output: PathBuf,
    /// Write over files that are there and say something else
    #[arg(long)]
    replace: bool,
    #[command(flatten)]
    shared: SharedFlags,
}

/// Writes pages of the site as files that stand alone. Prints each with its size, and returns the exit code.
pub fn pages(asked: &ExportedPages) -> u8 {
    let line = ProgressLine::beside(asked.shared.format);
    let made = pool(&asked.shared).and_then(|pool| pool.install(|| make(asked, &line)));
    line.clear();
    let pages = match made {
        Err(fault) => return print_fault(&fault, asked.shared.format),
        Ok((None, report)) => {
            print_problems(&report);
            outln!("Nothing was written: put right what stands above first.");
            return PROBLEMS;
        }
        Ok((Some(pages), report)) => {
            print_problems(&report);
            pages
        }
    };
    if let Err(fault) = detach::write(&pages, &asked.output, asked.replace) {
        return print_fault(&fault, asked.shared.format);
    }
    say(&pages, asked);
    FINE
}

fn make(asked: &ExportedPages, line: &ProgressLine) -> Result<(Option<Vec<DetachedPage>>, Report), Fault> {
    read::look(&request(&asked.shared, None).folders, Some(&asked.output))?;
    // A page that stands alone has no papers beside it.
    let request = Request { press: None, ..request(&asked.shared, None) };
    let (site, report) = pipeline::unwritten_site(&request, line)?;
    let prefix = asked.class_prefix.as_deref().unwrap_or("wardpack-");
    let form = if asked.fragment { PageForm::Fragment(FragmentNames::of(prefix)) } else { PageForm::SingleFile };
    let pages = site.map(|site| detach::detach(&site, &asked.addresses, &form)).transpose()?;
    Ok((pages, report))
}

fn say(pages: &[DetachedPage], asked: &ExportedPages) {
    for (name, text) in pages.iter().flat_map(|page| &page.files) {
        outln!("{}: {} bytes", read::shown(&asked.output.join(name)), number(text.len()));
    }
    let unlinked: usize = pages.iter().map(|page| page.unlinked).sum();
    let words = match unlinked {
        0 => String::new(),
        1 => "; 1 link to another page is words now, since pack.yaml has no web_address".to_owned(),
        _ => format!("; {} links to other pages are words now, since pack.yaml has no web_address", number(unlinked)),
    };
    let bytes: usize = pages.iter().map(DetachedPage::bytes).sum();
    outln!("{} written, {} bytes{words}", plural(pages.len(), "page"), number(bytes));
}
