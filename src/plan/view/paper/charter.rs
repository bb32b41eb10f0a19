//! A ward's charter on paper.

use serde::Serialize;

use super::{PaperPart, PaperText};
use crate::model::audience::Audience;
use crate::plan::view::easy_read::EasyReadRow;
use crate::plan::view::parts::{CharterPart, CharterWords, Contact, Service};

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

impl CharterPaper {
    /// Returns its texts.
    pub(super) fn texts(&self) -> impl Iterator<Item = &PaperText> {
        let parts = [&self.explanation, &self.means_here, &self.intent, &self.support];
        parts.into_iter().flatten().chain(&self.behaviours).map(|part| &part.text)
    }

    /// Returns the words of a charter, before anything else is said of it.
    pub fn of(words: CharterWords) -> Self {
        CharterPaper {
            explanation: words.explanation.and_then(part),
            means_here: words.means_here.and_then(part),
            intent: words.intent.and_then(part),
            behaviours: words.behaviours.into_iter().filter_map(|line| part(line.part)).collect(),
            support: words.support.and_then(part),
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

/// Returns a part of a charter; nothing where all of it is for staff. Everybody stands before a charter, patients first of all.
fn part(part: CharterPart) -> Option<PaperPart> {
    let text = PaperText { piece: part.text, readers: vec![Audience::Patients] };
    (!text.is_empty()).then_some(PaperPart { text, lang: part.lang, changed: part.changed })
}
