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
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own, as clap has them")]
pub struct ExportedPages {
    /// The addresses of the pages on the site, such as leaflets/keeping-safe/
    #[arg(value_name = "ADDRESS", required = true)]
    addresses: Vec<String>,
    /// Each page as one file with its styles and pictures inside, for mail
    #[arg(long, required_unless_present_any = ["fragment", "word"], conflicts_with_all = ["fragment", "word"])]
    single_file: bool,
    /// What is to be read on each page, to be put into a page of another system, and a stylesheet for it
    #[arg(long, conflicts_with = "word")]
    fragment: bool,
    /// What is to be read on each page, as a Word file (.docx), for those who have to keep one
    #[arg(long)]
    word: bool,
    /// What the classes and ids of a fragment begin with, so that they are no others' on that page; wardpack- if left out
    #[arg(long, value_name = "PREFIX", value_parser = class_prefix, requires = "fragment", conflicts_with_all = ["single_file", "word"])]
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
    let form = form(asked);
    let pages = site.map(|site| detach::detach(&site, &asked.addresses, &form)).transpose()?;
    Ok((pages, report))
}

fn form(asked: &ExportedPages) -> PageForm {
    if asked.word {
        PageForm::Word
    } else if asked.fragment {
        PageForm::Fragment(FragmentNames::of(asked.class_prefix.as_deref().unwrap_or("wardpack-")))
    } else {
        PageForm::SingleFile
    }
}

fn say(pages: &[DetachedPage], asked: &ExportedPages) {
    for (name, bytes) in pages.iter().flat_map(|page| &page.files) {
        outln!("{}: {} bytes", read::shown(&asked.output.join(name)), number(bytes.len()));
    }
    let unlinked: usize = pages.iter().map(|page| page.unlinked).sum();
    let links = match unlinked {
        0 => String::new(),
        1 => "; 1 link to another page is words now, since pack.yaml has no web_address".to_owned(),
        _ => format!("; {} links to other pages are words now, since pack.yaml has no web_address", number(unlinked)),
    };
    let without: usize = pages.iter().map(|page| page.without_pictures).sum();
    let pictures = match without {
        0 => String::new(),
        1 => "; 1 picture is left out, since Word can't show it, and what the page says of it stays".to_owned(),
        _ => format!(
            "; {} pictures are left out, since Word can't show them, and what the page says of them stays",
            number(without)
        ),
    };
    let bytes: usize = pages.iter().map(DetachedPage::bytes).sum();
    outln!("{} written, {} bytes{links}{pictures}", plural(pages.len(), "page"), number(bytes));
}
