//! What is printed on sheets of paper: the charter of a ward.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;

use super::easy_read::EasyReadRow;
use super::frame::Logo;
use super::parts::{CharterPart, CharterWords, Contact, PaperLink, Service};
use super::piece::Piece;
use super::said::Said;
use crate::model::audience::Audience;
use crate::text::prose::Block;

/// A file to print. Its template sees all of it.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct Paper {
    /// Its path from the site's root.
    #[serde(skip)]
    pub path: String,
    pub kind: PaperKind,
    pub lang: String,
    pub dir: &'static str,
    pub title: String,
    /// The name of the file's window: the heading, the ward and the kind of paper.
    pub head_title: String,
    /// What it is, in a few words.
    pub name: String,
    pub ward: Said,
    pub hospital: Said,
    pub publisher: Option<Said>,
    pub logo: Option<Logo>,
    /// The publisher's colour, and what can be read on it.
    pub band: Band,
    #[serde(flatten)]
    pub content: CharterPaper,
    /// The day of the words as year, month and day, where they have one: archives ask for it.
    pub day: Option<[i16; 3]>,
    pub code: Option<String>,
    pub version: Option<String>,
    pub review_by: Option<String>,
    /// Whether the translation was checked, in words.
    pub translation: Option<String>,
    pub owner: Option<Said>,
    /// Where the same is on the web, whole and as people say it.
    pub address: Option<(String, String)>,
    /// The paths of the pictures on it.
    #[serde(skip)]
    pub pictures: Vec<String>,
    /// What is said beside words that have changed since they were agreed.
    pub changed_words: String,
    /// Groups of the theme's words.
    #[serde(rename = "t")]
    pub words: BTreeMap<&'static str, serde_yaml::Value>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Band {
    pub colour: String,
    pub on_colour: String,
}

/// A charter on paper.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct CharterPaper {
    pub explanation: Option<PaperPart>,
    pub means_here: Option<PaperPart>,
    pub intent: Option<PaperPart>,
    pub behaviours: Vec<PaperPart>,
    pub support: Option<PaperPart>,
    /// The lines in Easy Read, on paper in Easy Read.
    pub rows: Vec<EasyReadRow>,
    pub contacts: Vec<Contact>,
    pub always: Vec<Service>,
    /// Where the charter stands, in words.
    pub status: String,
    /// Who agreed it and when, in a sentence.
    pub agreed: Option<String>,
    pub means_here_agreed: Option<String>,
    pub suspect: bool,
    pub signatures: i64,
}

/// A part of a charter on paper.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct PaperPart {
    pub text: PaperText,
    pub lang: Option<String>,
    pub changed: bool,
}

/// A piece of prose, which templates of paper see as a tree.
#[derive(Clone, Debug, Hash)]
pub struct PaperText(pub Arc<Piece>);

impl PaperText {
    /// Returns the path of a picture from the site's root, by its path from a page.
    pub fn from_root(href: &str) -> &str {
        href.trim_start_matches("../")
    }
}

impl PaperText {
    /// Tells whether a passage isn't for everybody who stands before the paper: it doesn't name patients among its readers.
    pub fn leaves_out(&self, passage: usize) -> bool {
        let readers = self.0.prose.passages.get(passage).map_or(&[][..], |passage| &passage.audience);
        !readers.is_empty() && readers.iter().all(|reader| reader.value != Audience::Patients.name())
    }

    fn is_empty(&self) -> bool {
        let is_left_out = |block: &Block| matches!(block, Block::Passage { passage, .. } if self.leaves_out(*passage));
        self.0.prose.blocks.iter().all(is_left_out)
    }
}

impl PaperPart {
    /// Returns a part of a charter; nothing where all of it is for staff.
    pub fn of(part: CharterPart) -> Option<Self> {
        let text = PaperText(part.text);
        (!text.is_empty()).then_some(PaperPart { text, lang: part.lang, changed: part.changed })
    }
}

impl CharterPaper {
    /// Returns the words of a charter, before anything else is said of it.
    pub fn of(words: CharterWords) -> Self {
        CharterPaper {
            explanation: words.explanation.and_then(PaperPart::of),
            means_here: words.means_here.and_then(PaperPart::of),
            intent: words.intent.and_then(PaperPart::of),
            behaviours: words.behaviours.into_iter().filter_map(|line| PaperPart::of(line.part)).collect(),
            support: words.support.and_then(PaperPart::of),
            rows: Vec::new(),
            contacts: Vec::new(),
            always: Vec::new(),
            status: String::new(),
            agreed: None,
            means_here_agreed: None,
            suspect: false,
            signatures: 0,
        }
    }
}

/// What a charter can be printed as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PaperKind {
    Poster,
    LargePoster,
    Handout,
    LargePrint,
    EasyRead,
}

/// How large a paper and its words are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PaperSize {
    /// The sizes of the body's text in points that it can have, the largest first (UKAAF: 12 at least in clear print, and 16 in large).
    pub points: &'static [f64],
    /// How many pages it has, if its words are few enough; and how many it may have in the smallest size.
    pub pages: usize,
    pub most_pages: usize,
}

impl PaperKind {
    pub const ALL: [PaperKind; 5] =
        [PaperKind::Poster, PaperKind::LargePoster, PaperKind::Handout, PaperKind::LargePrint, PaperKind::EasyRead];

    /// Returns its name, as in `wardpack print` and at the end of the file's name.
    pub fn name(self) -> &'static str {
        match self {
            PaperKind::Poster => "poster-a4",
            PaperKind::LargePoster => "poster-a3",
            PaperKind::Handout => "handout",
            PaperKind::LargePrint => "large-print",
            PaperKind::EasyRead => "easy-read",
        }
    }

    /// Returns the name of its words in the theme.
    pub fn key(self) -> &'static str {
        match self {
            PaperKind::Poster => "poster",
            PaperKind::LargePoster => "large_poster",
            PaperKind::Handout => "handout",
            PaperKind::LargePrint => "large_print",
            PaperKind::EasyRead => "easy_read",
        }
    }

    /// Returns the size of its sheets.
    pub fn sheet(self) -> &'static str {
        if self == PaperKind::LargePoster { "A3" } else { "A4" }
    }

    /// Returns the template that lays it out.
    pub fn template(self) -> &'static str {
        match self {
            PaperKind::Poster | PaperKind::LargePoster => "print/charter_poster.typ",
            PaperKind::Handout | PaperKind::LargePrint => "print/charter_handout.typ",
            PaperKind::EasyRead => "print/charter_easy_read.typ",
        }
    }

    pub fn size(self) -> PaperSize {
        match self {
            PaperKind::Poster => PaperSize {
                points: &[22.0, 20.0, 18.0, 17.0, 16.0, 15.0, 14.0, 13.5, 13.0, 12.5, 12.0],
                pages: 1,
                most_pages: 2,
            },
            PaperKind::LargePoster => {
                PaperSize { points: &[34.0, 32.0, 30.0, 29.0, 28.0, 27.0, 26.0, 25.0, 24.0], pages: 1, most_pages: 3 }
            }
            PaperKind::Handout => PaperSize { points: &[14.0, 13.5, 13.0, 12.5, 12.0], pages: 1, most_pages: 4 },
            PaperKind::LargePrint => PaperSize { points: &[18.0], pages: 2, most_pages: 12 },
            PaperKind::EasyRead => PaperSize { points: &[20.0, 19.0, 18.0, 17.0, 16.0], pages: 2, most_pages: 8 },
        }
    }
}

impl Paper {
    /// Returns the link to it, as long as nothing is known of its size.
    pub fn link(&self) -> PaperLink {
        PaperLink {
            href: self.path.clone(),
            name: self.name.clone(),
            sheet: self.kind.sheet(),
            pages: 0,
            bytes: 0,
            kilobytes: 0,
        }
    }
}
