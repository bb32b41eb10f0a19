//! What prints: a press, what it is given and what it says.

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::ops::Range;
use std::sync::Arc;

use crate::ledger::TooLong;
use crate::plan::view::paper::PaperSize;
use crate::plan::view::parts::Fold;

/// The files that templates may ask for, by their paths: templates of the theme, and pictures.
pub type PressFiles = BTreeMap<String, Arc<[u8]>>;

/// A press with its files, which prints one paper after the other, on any thread.
pub type LoadedPress<'p> = Box<dyn Fn(&PrintOrder<'_>) -> Result<PrintedPaper, Misprint> + Send + Sync + 'p>;

/// Makes PDFs. The same order gives the same bytes, on any day and however many threads there are.
pub trait Press: Debug + Send + Sync {
    /// Names the press: another version may print the same paper otherwise.
    fn version(&self) -> &'static str;

    /// Returns a press that prints with these files.
    fn load(&self, files: PressFiles) -> LoadedPress<'_>;
}

/// A paper to print: all that its press knows of it but the files.
#[derive(Clone, Debug, Hash)]
pub struct PrintOrder<'a> {
    /// The path of its template.
    pub template: &'a str,
    /// What it shows, as JSON.
    pub paper: String,
    /// The words of it that are the pack's.
    pub words: &'a str,
    pub size: PaperSize,
    /// What it shows as a QR code too.
    pub address: Option<&'a str>,
    /// Whether its words have a day, so that it can be a file for archives.
    pub is_dated: bool,
    /// How it is folded, where it is: several of its pages then stand on each side of its sheets.
    pub folding: Option<Folding>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Folding {
    pub fold: Fold,
    /// The side on which it is bound.
    pub spine: Spine,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Spine {
    Left,
    Right,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintedPaper {
    pub pdf: Vec<u8>,
    pub pages: usize,
}

/// Why a paper wasn't printed.
#[derive(Clone, Debug, PartialEq)]
pub enum Misprint {
    /// Its template has mistakes, or lacks what people who listen to it need.
    Template(Vec<TemplateMistake>),
    /// These letters of its words are in no typeface of the press.
    Letters(Vec<char>),
    /// Its words fill so many pages even in the smallest size.
    TooLong(TooLong),
}

/// A mistake in a template of a paper, and its place where that is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateMistake {
    pub file: Option<String>,
    pub range: Option<Range<usize>>,
    pub message: String,
}
