//! A form to fill in: its parts, its questions, and what comes next.

use std::sync::Arc;

use serde::Serialize;

use super::parts::{Foot, Link};
use super::piece::{Piece, ShownPicture};

/// A form, as a page to fill in on screen or by pen.
#[derive(Clone, Debug, Default, Hash, Serialize)]
pub struct FillIn {
    /// Names the form where a browser keeps what was written, and in the file that is saved.
    pub id: String,
    pub introduction: Option<Arc<Piece>>,
    pub parts: Vec<Part>,
    pub sentence: Vec<SentenceRun>,
    pub next: Vec<Next>,
    /// Nothing can be written on it on screen.
    pub is_only_paper: bool,
    /// Many people fill it in.
    pub survey: bool,
    /// What people answered.
    pub answers: Option<Link>,
    /// How often its parts stand on a sheet, to be cut out.
    pub cards: Option<i64>,
    pub separate_sheets: bool,
    pub sample: Vec<Example>,
    pub closing: Option<Arc<Piece>>,
    pub foot: Foot,
}

#[derive(Clone, Debug, Default, Hash, Serialize)]
pub struct Part {
    pub id: String,
    pub title: Option<String>,
    pub text: Option<Arc<Piece>>,
    /// The language of the text, where it isn't the page's.
    pub text_lang: Option<String>,
    /// The page that its questions come from.
    pub of: Option<Link>,
    /// The language of those questions, where it isn't the page's.
    pub lang: Option<String>,
    pub questions: Vec<Question>,
}

#[derive(Clone, Debug, Default, Hash, Serialize)]
pub struct Question {
    pub id: String,
    /// What stands above it in small letters.
    pub above: Option<String>,
    /// What is asked.
    pub ask: String,
    /// What is asked where that comes from another page, with its links.
    pub taken: Option<Arc<Piece>>,
    /// The language of what is taken, where it isn't that of its part.
    pub lang: Option<String>,
    pub help: Option<Arc<Piece>>,
    /// What exactly is counted from the answers.
    pub definition: Option<Definition>,
    /// What it says now, where that is to be changed.
    pub now: Option<String>,
    /// The picture beside what it says now.
    pub picture: Option<ShownPicture>,
    pub answer: &'static str,
    pub choices: Vec<String>,
    pub columns: Vec<String>,
    pub rows: Vec<Row>,
    /// Its rows have names.
    pub is_named: bool,
    /// Rows can be added to the table.
    pub grows: bool,
    /// How many lines there are to write on.
    pub lines: i64,
}

/// What a measure counts, as the file of the measure says it.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct Definition {
    pub text: Arc<Piece>,
    /// The language of the text, where it isn't the page's.
    pub lang: Option<String>,
    pub measure: Link,
}

/// A row of a table.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct Row {
    pub number: usize,
    pub title: Option<String>,
}

/// A run of words in the sentence that is made of the answers, or the answer to a question.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct SentenceRun {
    pub words: String,
    /// The id of the question whose answer stands here; the words then say what it is.
    pub question: Option<String>,
}

/// What comes next after some answers to a question.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct Next {
    pub question: String,
    /// The domain that it is asked of, where it is asked of each.
    pub of: Option<Link>,
    pub ask: String,
    /// The numbers of the choices, counted from 1.
    pub numbers: Vec<usize>,
    /// The same choices in words.
    pub when: Vec<String>,
    pub text: Arc<Piece>,
}

/// A made-up answer.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct Example {
    pub ask: String,
    pub answers: Vec<String>,
}
