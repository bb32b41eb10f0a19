//! What is printed on sheets of paper: charters, leaflets, cards and forms.
//!
//! - `cards.rs`: Cards for the pocket, eight to a sheet
//! - `charter.rs`: A ward's charter on paper
//! - `cross.rs`: A safety cross on paper: empty, or of a month
//! - `drawing.rs`: What is drawn, as landscape pages: charts and driver diagrams
//! - `form.rs`: A form on paper, to fill in by pen; and the cards of a form, to be cut out
//! - `kind.rs`: The kinds of paper: what each is called, which template lays it out, and how large its words are
//! - `leaflet.rs`: A leaflet on paper, in its own words or in Easy Read
//! - `pack.rs`: The charter and the leaflets of a ward as one document

mod cards;
mod charter;
mod cross;
mod drawing;
mod form;
mod kind;
mod leaflet;
mod pack;

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use serde::Serialize;

use super::frame::Logo;
use super::parts::PaperLink;
use super::piece::{Piece, ShownPicture};
use super::said::Said;
use crate::model::audience::Audience;
use crate::text::prose::Block;
pub use cards::{NumbersCard, PocketCard};
pub use charter::CharterPaper;
pub use cross::CrossPaper;
pub use drawing::{ChartPaper, DiagramPaper, DriverOnPaper, IdeaOnPaper};
pub use form::FormPaper;
pub use kind::{PaperKind, PaperSize};
pub use leaflet::{EasyReadPaper, EasyReadPartOnPaper, EasyReadRowOnPaper, LeafletPaper};
pub use pack::{LeafletInPack, PackPaper};

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
    /// The id of the ward that it is of.
    #[serde(skip)]
    pub of_ward: Option<String>,
    /// The ward, and the hospital that it is in; none on what is for every ward.
    pub ward: Option<Said>,
    pub hospital: Option<Said>,
    pub publisher: Option<Said>,
    pub logo: Option<Logo>,
    /// The publisher's colour, and what can be read on it.
    pub band: Band,
    #[serde(flatten)]
    pub content: PaperContent,
    /// The day of the words as year, month and day, where they have one: archives ask for it.
    pub day: Option<[i16; 3]>,
    pub code: Option<String>,
    pub version: Option<String>,
    pub review_by: Option<String>,
    /// When the words were written, and when somebody of the publisher read them last; or that nobody has.
    pub written: Option<String>,
    pub reviewed: Option<String>,
    pub unreviewed: Option<String>,
    /// Whether the translation was checked, in words.
    pub translation: Option<String>,
    pub owner: Option<Said>,
    /// Where the same is on the web, whole and as people say it.
    pub address: Option<(String, String)>,
    /// The page isn't finished, nor is this.
    pub is_draft: bool,
    /// Whether it has a QR code of the address.
    pub qr_code: bool,
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

/// A part of a charter on paper.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct PaperPart {
    pub text: PaperText,
    pub lang: Option<String>,
    pub changed: bool,
}

/// Some of the papers of a pack: those of a ward or those of none, of one kind or of all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PaperChoice {
    pub ward: Option<String>,
    pub kind: Option<PaperKind>,
    /// The first day of the month that safety crosses are of; none means any month.
    pub month: Option<Date>,
}

impl PaperChoice {
    pub fn has(&self, paper: &Paper) -> bool {
        self.ward == paper.of_ward && self.kind.is_none_or(|kind| kind == paper.kind)
    }
}

/// What a paper shows, by its kind. Serialises as the fields alone.
#[derive(Clone, Debug, Hash, Serialize)]
#[serde(untagged)]
pub enum PaperContent {
    Charter(Box<CharterPaper>),
    Leaflet(Box<LeafletPaper>),
    EasyRead(Box<EasyReadPaper>),
    Pack(Box<PackPaper>),
    Numbers(Box<NumbersCard>),
    Pocket(Box<PocketCard>),
    Form(Box<FormPaper>),
    Cross(Box<CrossPaper>),
    Chart(Box<ChartPaper>),
    Diagram(Box<DiagramPaper>),
}

/// A piece of prose, which templates of paper see as a tree.
#[derive(Clone, Debug, Hash)]
pub struct PaperText {
    pub piece: Arc<Piece>,
    /// Those of whom a passage has to name one to be on the paper.
    pub readers: Vec<Audience>,
}

impl PaperText {
    /// Returns the path of a picture from the site's root, by its path from a page.
    pub fn from_root(href: &str) -> &str {
        href.trim_start_matches("../")
    }

    /// Returns a picture by its path from the site's root.
    pub fn picture_from_root(picture: &ShownPicture) -> ShownPicture {
        ShownPicture { href: PaperText::from_root(&picture.href).to_owned(), size: picture.size, srcset: None }
    }

    /// Tells whether a passage isn't for those who read the paper.
    pub fn leaves_out(&self, passage: usize) -> bool {
        let named = self.piece.prose.passages.get(passage).map_or(&[][..], |passage| &passage.audience);
        !named.is_empty() && !named.iter().any(|name| self.readers.iter().any(|reader| name.value == reader.name()))
    }

    /// Tells whether nothing of it is for those who read the paper.
    pub fn is_empty(&self) -> bool {
        let is_left_out = |block: &Block| matches!(block, Block::Passage { passage, .. } if self.leaves_out(*passage));
        self.piece.prose.blocks.iter().all(is_left_out)
    }
}

impl Paper {
    /// Returns its texts.
    pub fn texts(&self) -> Vec<&Piece> {
        let texts: Vec<&PaperText> = match &self.content {
            PaperContent::Charter(charter) => charter.texts().collect(),
            PaperContent::Leaflet(leaflet) => vec![&leaflet.body],
            PaperContent::EasyRead(easy_read) => easy_read.texts().collect(),
            PaperContent::Pack(pack) => pack.texts().collect(),
            PaperContent::Form(form) => form.texts().collect(),
            PaperContent::Cross(cross) => vec![&cross.definition],
            PaperContent::Chart(chart) => vec![&chart.definition],
            PaperContent::Numbers(_) | PaperContent::Pocket(_) | PaperContent::Diagram(_) => Vec::new(),
        };
        texts.into_iter().map(|text| &*text.piece).collect()
    }

    /// Returns the paths of the pictures on it, from the site's root.
    pub fn pictures(&self) -> Vec<String> {
        let in_text = self.texts().into_iter().flat_map(|text| &text.filling.images);
        let in_text = in_text.map(|picture| PaperText::from_root(&picture.href));
        let beside: Vec<&ShownPicture> = match &self.content {
            PaperContent::Charter(charter) => charter.rows.iter().filter_map(|row| row.picture.as_ref()).collect(),
            PaperContent::EasyRead(easy_read) => easy_read.pictures().collect(),
            PaperContent::Form(form) => form.pictures().collect(),
            _ => Vec::new(),
        };
        let logo = self.logo.iter().map(|logo| &logo.picture);
        let beside = beside.into_iter().chain(logo).map(|picture| picture.href.as_str());
        let mut all: Vec<String> = in_text.chain(beside).map(str::to_owned).collect();
        all.sort();
        all.dedup();
        all
    }

    /// Returns the link to it, as long as nothing is known of its size.
    pub fn link(&self) -> PaperLink {
        PaperLink {
            href: self.path.clone(),
            name: self.name.clone(),
            sheet: self.kind.sheet(),
            pages: 0,
            bytes: 0,
            kilobytes: 0,
            fold: self.kind.fold(),
        }
    }
}
