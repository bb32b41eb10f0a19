//! What we tell the author. One type for every stage; a problem is a value, and only the end of the line prints it.
//!
//! Problems are made by the named makers of [`catalogue`], so that wording, code and advice stand in one place.
//!
//! - `fault.rs`: What stops a run that no change to the content would put right, by name
//! - `json.rs`: Problems for other programs: the same facts as the text, one object each
//! - `mend.rs`: What an author can write instead, so exactly that a program could do it
//! - `quoted.rs`: Words as they stand in a file of settings
//! - `reported.rs`: What of all problems is told: each once, in the order of working through them, and of very many no more than anybody reads
//! - `suggest.rs`: "Did you mean": the nearest of the names that exist
//! - `synonyms.rs`: Names that people use for a setting or a placeholder, in place of the one that there is
//! - `text.rs`: Problems for the terminal: the file, the line itself with the place underlined, and what to write instead

pub mod catalogue;
pub mod fault;
pub mod json;
pub mod mend;
pub mod quoted;
pub mod suggest;
pub mod synonyms;
pub mod text;
pub mod reported;

pub use mend::Mend;

use crate::span::{Files, Span};

/// How much a problem matters: an error refuses the build, a warning doesn't (unless `--deny-warnings`), and a note never does: it is
/// told in the closing lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    Error,
    Warning,
    Note,
}

/// A kind of problem: its stable id and what `wardpack explain` says of it.
#[derive(Debug)]
pub struct Code {
    pub id: &'static str,
    pub title: &'static str,
    /// What it means and why it matters, in plain English.
    pub meaning: &'static str,
    /// What to write instead.
    pub instead: &'static str,
}

/// Where a problem is: at a span of a file, or at a path (a file or folder as a whole).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    At(Span),
    Path(String),
}

/// Something the author is told: where, what, and what to write instead.
#[derive(Clone, Debug)]
pub struct Problem {
    pub code: &'static Code,
    pub severity: Severity,
    pub place: Place,
    /// What is wrong, as one sentence.
    pub message: String,
    /// A few words for under the underlined text.
    pub label: String,
    /// What to do about it.
    pub help: Option<String>,
    /// The help in a form that can be followed to the letter, where there is one.
    pub mend: Option<Mend>,
    /// Other places that matter, such as the first of two items with one id.
    pub related: Vec<(Span, String)>,
}

impl Problem {
    /// Returns an error at `place`; the other parts are added by the methods below.
    pub fn error(code: &'static Code, place: Place, message: impl Into<String>) -> Self {
        Problem {
            code,
            severity: Severity::Error,
            place,
            message: message.into(),
            label: String::new(),
            help: None,
            mend: None,
            related: Vec::new(),
        }
    }

    /// Returns a warning at `place`.
    pub fn warning(code: &'static Code, place: Place, message: impl Into<String>) -> Self {
        Problem { severity: Severity::Warning, ..Problem::error(code, place, message) }
    }

    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// Says what to do. An exact form of an earlier help goes with it.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self.mend = None;
        self
    }

    #[must_use]
    pub fn related(mut self, span: Span, words: impl Into<String>) -> Self {
        self.related.push((span, words.into()));
        self
    }

    /// Returns the path of the file the problem is in, as the author knows it.
    pub fn path<'a>(&'a self, files: &'a dyn Files) -> &'a str {
        match &self.place {
            Place::At(span) => files.shown(span.file),
            Place::Path(path) => path,
        }
    }
}

impl From<Span> for Place {
    fn from(span: Span) -> Self {
        Place::At(span)
    }
}

/// What refuses a build besides errors.
#[derive(Clone, Copy, Debug, Default)]
pub struct Deny {
    pub warnings: bool,
    /// What is still to do.
    pub unfinished: bool,
}

/// Tells whether these problems refuse the build.
pub fn refuse(problems: &[Problem], deny: Deny) -> bool {
    problems.iter().any(|problem| match problem.severity {
        Severity::Error => true,
        Severity::Warning => deny.warnings,
        Severity::Note => deny.unfinished,
    })
}
