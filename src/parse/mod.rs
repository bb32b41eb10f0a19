//! [`Sources`](crate::read::Sources) → [`Parsed`]: each file as a YAML tree or a Markdown document, with spans.
//!
//! No file knows another here, so files parse in parallel and an unchanged file need never be parsed twice.
//!
//! - `bare.rs`: Addresses that are written as they are, and the numbers of notes that stand elsewhere in the file
//! - `edits.rs`: What was changed in a text before it was read, so that places in the changed text lead back to the author's
//! - `events.rs`: What pulldown-cmark says of a stretch of Markdown
//! - `front_matter.rs`: The settings at the top of a Markdown file, between two lines of three hyphens
//! - `headings.rs`: The headings of a text tell how it is made: each has words, and none skips a level (WCAG 2.2, 1.3.1 and 2.4.6)
//! - `line.rs`: A text value → a line with placeholders
//! - `link_words.rs`: The words of a link: there are some, and they say where it leads (WCAG 2.2, 2.4.4)
//! - `list.rs`: A list of wards, or the numbers of a measure: its cells, with their places in the text of the sheet
//! - `locate.rs`: From a place in a value to the place in the file: YAML folds lines and drops indentation, so the two differ
//! - `notes_in_brackets.rs`: Notes inside brackets that take the closing bracket with them: `{text: Room #2}`, `brand: {colour: #005eb8}`
//! - `per_file.rs`: What was made of each file last time, to be used again while the file is the same
//! - `scan.rs`: Finds placeholders such as `{ward.name}` in text
//! - `unseen.rs`: Characters that come along with text from Word, a PDF or a web page and say nothing
//! - `verbatim.rs`: Which lines of a text are code or comments: nothing in them is markup
//! - `word_signs.rs`: Signs that Word, a phone or a web page puts in place of those that YAML knows: quotes, colons, dashes and spaces
//! - `yaml.rs`: Text → a tree of YAML values that know where they were written
//! - `yaml_error.rs`: A YAML parser's error → a problem that says what to write instead, at the line that is wrong where that can be told
//! - `yaml_notes.rs`: Words that are a note for YAML because a # with no space after it stands before them: `title: Ward #2 phones`

mod bare;
mod edits;
mod events;
mod front_matter;
mod headings;
pub mod line;
pub mod link_words;
pub mod list;
pub mod locate;
pub mod markdown;
mod notes_in_brackets;
mod per_file;
mod scan;
pub mod slips;
pub mod unseen;
mod verbatim;
mod word_signs;
pub mod yaml;
mod yaml_error;
pub mod yaml_notes;

use std::ops::Range;
use std::sync::Arc;

use crate::problem::Problem;
use crate::problem::catalogue::{downloads, files, strange as problems_of_strange};
use crate::read::name::is_in_files;
use crate::read::{FileText, SourceFile, Sources, extension, foreign, sheet};
use crate::span::{FileId, Span};
pub use per_file::PerFile;
use slips::strange::Strange;
use yaml::Node;

/// What one file holds.
#[derive(Debug)]
pub enum Document {
    /// A YAML file, or the front matter of a Markdown file with the offset where the body starts.
    Yaml { tree: Node, body: Option<usize> },
    /// A list with a ward in each row.
    List(list::List),
    /// A picture or the like, carried over as it is.
    Bytes,
    /// The file couldn't be read as what its name says; the problems tell why.
    Broken,
}

/// One parsed file and its own problems.
#[derive(Debug)]
pub struct Parsed {
    pub file: FileId,
    pub document: Document,
    pub problems: Vec<Problem>,
}

/// Parses every content file, in parallel; the result is in the order of the paths. What `kept` has of a file that is still
/// the same isn't parsed again.
pub fn parse(sources: &Sources, kept: &mut PerFile<Parsed>) -> Vec<Arc<Parsed>> {
    let ids: Vec<FileId> = sources.packs.iter().chain(sources.content.values()).copied().collect();
    kept.each(&ids, sources, parse_file)
}

/// Parses one file. It never fails: what can't be read comes back as [`Document::Broken`] with its problems.
pub fn parse_file(id: FileId, file: &SourceFile) -> Parsed {
    let mut problems = Vec::new();
    let document = match extension(&file.path).as_str() {
        "md" => text(id, file, &mut problems)
            .and_then(|text| front_matter::split(id, text, &mut problems))
            .map(|(tree, body)| Document::Yaml { tree, body: Some(body) }),
        "yaml" => text(id, file, &mut problems)
            .and_then(|text| yaml::tree(id, text, 0, &mut problems))
            .map(|tree| Document::Yaml { tree, body: None }),
        // Whatever it holds, it is for those who download it.
        _ if is_in_files(&file.path) => Some(Document::Bytes),
        _ if sheet::is_sheet(&file.path) => list::list(id, file, &mut problems),
        _ => Some(Document::Bytes),
    };
    Parsed { file: id, document: document.unwrap_or(Document::Broken), problems }
}

/// Returns the text of a file, or reports that it is something else, empty or not UTF-8.
fn text<'a>(id: FileId, file: &'a SourceFile, problems: &mut Vec<Problem>) -> Option<&'a str> {
    if let Some(what) = foreign::kind_of(&file.bytes) {
        problems.push(downloads::document_inside(&file.shown, what));
        return None;
    }
    match file.text.as_ref() {
        FileText::Invalid { at, byte, shown } => {
            let letter = shown[*at..].chars().next().unwrap_or_default();
            problems.push(files::not_utf8(Span::new(id, *at, at + letter.len_utf8()), *byte, letter));
            None
        }
        FileText::Sheet(_) | FileText::Unreadable(_) => None,
        FileText::Valid(text) if text.trim().is_empty() => {
            problems.push(files::empty(&file.shown));
            None
        }
        FileText::Valid(text) => {
            if let Some(letter) = control_character(text) {
                let at = text.find(letter).unwrap_or(0);
                problems.push(files::control_character(Span::new(id, at, at + letter.len_utf8()), letter));
                return None;
            }
            (!slips_of_file(id, text, problems)).then_some(text.as_str())
        }
    }
}

/// Reports what other programs left in a file, and tells whether it makes nonsense of it.
pub fn slips_of_file(id: FileId, text: &str, problems: &mut Vec<Problem>) -> bool {
    let span = |range: Range<usize>| Span::new(id, range.start, range.end);
    for (range, strange) in slips::strange::find(text) {
        let span = span(range);
        problems.push(match strange {
            Strange::Misread(pairs) => problems_of_strange::misread(span, &pairs),
            Strange::Lost => problems_of_strange::lost(span),
            Strange::Symbol(letter) => problems_of_strange::symbol(span, letter),
            Strange::LineEnd => problems_of_strange::line_end(span),
        });
    }
    let marks = slips::merge_marks::find(text);
    problems.extend(marks.iter().cloned().map(|range| problems_of_strange::merge_marks(span(range))));
    !marks.is_empty()
}

/// Finds a character that no text needs: control characters, and those that turn the direction of what follows, which can
/// make a sentence look like another one. Returns the first.
pub fn control_character(text: &str) -> Option<char> {
    text.chars().find(|letter| match letter {
        '\n' | '\r' | '\t' => false,
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => true,
        letter => letter.is_control(),
    })
}
