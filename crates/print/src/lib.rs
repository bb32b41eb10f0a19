//! Sheets of paper as tagged PDFs, with Typst as a library.
//!
//! A sheet is a template and the values that it shows. Everything comes from memory: the templates and pictures that a [`Press`] is
//! given, and the typefaces in `fonts/`. It opens no file and no connection, and knows no day, so the same sheet is the same bytes everywhere.
//!
//! - `address.rs`: An address as a QR code
//! - `fold.rs`: The pages of what is folded on its sheets, beside each other
//! - `typefaces.rs`: The typefaces that every sheet can use
//! - `world.rs`: What Typst may ask for

mod address;
mod fold;
mod typefaces;
mod world;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Arc, LazyLock};

use typst::diag::SourceDiagnostic;
use typst::foundations::Smart;
use typst::{World, WorldExt};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

pub use fold::{Fold, Folding, Spine};
pub use typefaces::missing_letters;
use world::{SheetWorld, Shelf};

/// Names this version with all that makes sheets what they are: another one may print the same sheet otherwise.
pub fn version() -> &'static str {
    static VERSION: LazyLock<String> = LazyLock::new(|| {
        let code =
            [include_str!("lib.rs"), include_str!("address.rs"), include_str!("fold.rs"), include_str!("world.rs")];
        let own = (code, typefaces::FACES);
        let name = concat!("wardpack-print ", env!("CARGO_PKG_VERSION"), ", Typst 0.15.1");
        format!("{name}, {:032x}", typst::utils::hash128(&own))
    });
    &VERSION
}

/// Prints sheets with the templates and pictures of one theme and pack. Sheets can be printed on several threads at once.
pub struct Press {
    shelf: Shelf,
}

/// What to print.
#[derive(Clone, Debug)]
pub struct Order<'a> {
    /// The path of the template, such as `print/charter_poster.typ`.
    pub template: &'a str,
    /// What it shows, as JSON: the template reads `/sheet.json`.
    pub sheet: String,
    /// The sizes of the body's text in points, the largest first: the template reads `/size.json`. The largest with which the sheet has
    /// no more pages than `pages` is taken; if there is none, it goes on, on as few pages as the smallest size needs.
    pub sizes: &'a [f64],
    pub pages: usize,
    /// How many pages it may have at the smallest size.
    pub most_pages: usize,
    /// The address that is shown as a QR code: the template reads `/address.svg`.
    pub address: Option<&'a str>,
    /// Whether the file is for an archive too (PDF/A-2a). It then has to have a date.
    pub is_dated: bool,
    /// How it is folded, where it is: its pages come to lie beside each other. Such a file can't be read in order, so it says of itself
    /// that it follows no standard, and has no tags.
    pub folding: Option<Folding>,
}

/// A sheet that was printed.
#[derive(Clone, Debug, PartialEq)]
pub struct Printed {
    pub pdf: Vec<u8>,
    pub pages: usize,
    /// The size of the body's text, in points.
    pub size: f64,
}

/// Why a sheet couldn't be printed.
#[derive(Clone, Debug, PartialEq)]
pub enum Misprint {
    /// A template has a mistake, or makes something that not everybody could read.
    Template(Vec<TemplateMistake>),
    /// The words don't fit: so many pages even at the smallest size.
    TooLong { pages: usize, size: f64 },
}

/// A mistake in a template, and its place where it is known.
#[derive(Clone, Debug, PartialEq)]
pub struct TemplateMistake {
    pub file: Option<String>,
    pub range: Option<Range<usize>>,
    pub message: String,
    pub hints: Vec<String>,
}

/// For how many more sheets Typst remembers what it worked out for one. What all of them use, such as the typefaces, stays for as
/// long as they do.
const REMEMBERED: usize = 2;

impl Press {
    /// Returns a press for these files, each by its path.
    pub fn new(files: BTreeMap<String, Arc<[u8]>>) -> Self {
        Press { shelf: Shelf::new(files) }
    }

    /// Prints a sheet as PDF/UA-1, in the largest size of text with which it fits. Reports a template that can't be drawn, one that
    /// lacks what people who listen to it need, and words that don't fit.
    pub fn print(&self, order: &Order<'_>) -> Result<Printed, Misprint> {
        let printed = self.print_in_size(order);
        comemo::evict(REMEMBERED);
        printed
    }

    fn print_in_size(&self, order: &Order<'_>) -> Result<Printed, Misprint> {
        let Some((&smallest, larger)) = order.sizes.split_last() else {
            return Err(Misprint::TooLong { pages: 0, size: 0.0 });
        };
        if let Some((document, size)) = self.largest(order, larger, order.pages)? {
            return self.export(order, &document, size);
        }
        let document = self.lay_out(order, smallest)?;
        let pages = document.pages().len();
        if pages > order.most_pages {
            return Err(Misprint::TooLong { pages, size: smallest });
        }
        // What has to go on another page has room for larger words there.
        let goes_on = if pages > order.pages { self.largest(order, larger, pages)? } else { None };
        let (document, size) = goes_on.unwrap_or((document, smallest));
        self.export(order, &document, size)
    }

    /// Returns the sheet in the largest of some sizes with which it has no more than so many pages. Most sheets fit in the first; for
    /// the others the size is looked for by halves.
    fn largest(
        &self,
        order: &Order<'_>,
        sizes: &[f64],
        pages: usize,
    ) -> Result<Option<(PagedDocument, f64)>, Misprint> {
        let (mut fits, mut low, mut high) = (None, 0, sizes.len());
        while low < high {
            let at = if (low, high) == (0, sizes.len()) { 0 } else { low.midpoint(high) };
            let document = self.lay_out(order, sizes[at])?;
            if document.pages().len() <= pages {
                (fits, high) = (Some((document, sizes[at])), at);
            } else {
                low = at + 1;
            }
        }
        Ok(fits)
    }

    fn lay_out(&self, order: &Order<'_>, size: f64) -> Result<PagedDocument, Misprint> {
        let world = SheetWorld::new(&self.shelf, order, size);
        let compiled = typst::compile::<PagedDocument>(&world);
        // A typeface that isn't there or a layout that comes to no end would be a sheet that nobody has looked at.
        let warned = (!compiled.warnings.is_empty()).then(|| mistakes(&compiled.warnings, &world));
        match (compiled.output, warned) {
            (Err(errors), _) => Err(mistakes(&errors, &world)),
            (Ok(_), Some(warned)) => Err(warned),
            (Ok(document), None) => Ok(document),
        }
    }

    fn export(&self, order: &Order<'_>, document: &PagedDocument, size: f64) -> Result<Printed, Misprint> {
        let sides = order.folding.map(|folding| fold::folded(document, folding));
        let document = sides.as_ref().unwrap_or(document);
        let tagged = sides.is_none();
        let accessible = tagged.then_some(PdfStandard::Ua_1);
        let archival = (tagged && order.is_dated).then_some(PdfStandard::A_2a);
        let standards: Vec<PdfStandard> = accessible.into_iter().chain(archival).collect();
        let world = SheetWorld::new(&self.shelf, order, size);
        let standards = PdfStandards::new(&standards).map_err(|error| {
            Misprint::Template(vec![TemplateMistake {
                file: None,
                range: None,
                message: error.message().to_string(),
                hints: Vec::new(),
            }])
        })?;
        let creator = Smart::Custom(Some("wardpack".into()));
        let options = PdfOptions { creator, standards, tagged, ..PdfOptions::default() };
        let pdf = typst_pdf::pdf(document, &options).map_err(|errors| mistakes(&errors, &world))?;
        Ok(Printed { pdf, pages: document.pages().len(), size })
    }
}

fn mistakes(found: &[SourceDiagnostic], world: &dyn World) -> Misprint {
    let mistake = |diagnostic: &SourceDiagnostic| TemplateMistake {
        file: diagnostic.span.id().map(|id| id.vpath().get_without_slash().to_owned()),
        range: world.range(diagnostic.span),
        message: diagnostic.message.to_string(),
        hints: diagnostic.hints.iter().map(|hint| hint.v.to_string()).collect(),
    };
    Misprint::Template(found.iter().map(mistake).collect())
}

#[cfg(test)]
mod proofs;
