//! The charters of wards: what each says, in which layer each of its words was written, and whether it was agreed.
//!
//! - `fit.rs`: Whether a layer of the charter fits the one below it
//! - `laying.rs`: One layer of the charter laid over the one below it: words that are said differently, lines that go or come in, another order
//! - `overlay.rs`: One complete charter per ward and language: the template, with the trust's words and then the ward's own laid over it
//! - `standing.rs`: Where each ward's charter stands: whether it was agreed, and whether its words are still those that were

mod fit;
mod laying;
pub mod overlay;
pub mod standing;

use std::sync::Arc;

use super::readers::Readers;
use crate::model::charter_template::{Behaviour, Template};
use crate::model::settings::Settings;
use crate::model::ward::Ward;
use crate::span::{Span, Spanned};
use crate::text::line::Line;
use crate::text::prose::Prose;

/// The layer that words came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CharterLayer {
    Template,
    Trust,
    Ward,
}

/// A charter in one language, complete as far as its layers go.
#[derive(Clone, Debug)]
pub struct Charter {
    pub language: String,
    /// The kind of ward that starts from it; nothing for the one of all kinds that have none of their own.
    pub kind: Option<String>,
    pub title: Line,
    pub explanation: Option<LaidPart>,
    /// What sexual safety means on one ward. No layer but the ward's says it.
    pub means_here: Option<LaidPart>,
    pub intent: Option<LaidPart>,
    pub behaviours: Vec<CharterBehaviour>,
    pub support: Option<LaidPart>,
    /// The layer that put the behaviours into an order of its own.
    pub ordered_by: CharterLayer,
}

/// The charter of one ward.
#[derive(Clone, Debug)]
pub struct WardCharter {
    /// The number of the ward in [`Pack::wards`](crate::model::pack::Pack::wards).
    pub ward: usize,
    pub charter: Charter,
}

/// The charters in all languages.
#[derive(Debug, Default)]
pub struct Charters {
    /// What wards start from: the template with the trust's words. One for each language, and then those of each kind of ward that starts
    /// from another one.
    pub base: Vec<Charter>,
    /// One for each ward and language.
    pub wards: Vec<WardCharter>,
}

impl Charters {
    /// Returns what wards of a kind start from in a language. A kind with one of its own never starts from the others'.
    pub fn base_of(&self, kind: &str, language: &str) -> Option<&Charter> {
        base_of(&self.base, kind, language)
    }

    /// Returns every charter: those that wards start from, and the wards' own.
    pub fn all(&self) -> impl Iterator<Item = &Charter> {
        self.base.iter().chain(self.wards.iter().map(|ward| &ward.charter))
    }
}

/// Returns the charter that wards of a kind start from in a language, of all that wards start from.
pub fn base_of<'a>(base: &'a [Charter], kind: &str, language: &str) -> Option<&'a Charter> {
    let is_own = |charter: &Charter| charter.kind.as_deref() == Some(kind);
    let has_own = base.iter().any(is_own);
    let is_it = |charter: &&Charter| if has_own { is_own(charter) } else { charter.kind.is_none() };
    base.iter().filter(is_it).find(|charter| charter.language == language)
}

/// A part of a charter as one layer says it.
#[derive(Clone, Debug)]
pub struct LaidPart {
    pub text: Arc<Prose>,
    /// The language the words are in: another one than the charter's where they aren't translated.
    pub language: String,
    pub layer: CharterLayer,
}

/// One behaviour as one layer says it.
#[derive(Clone, Debug)]
pub struct CharterBehaviour {
    pub id: String,
    pub part: LaidPart,
    pub easy_read: Option<Line>,
    /// The picture beside its Easy Read.
    pub picture: Option<Spanned<String>>,
    /// Where it says that wards may not remove it.
    pub required: Option<Span>,
}

impl Charter {
    /// Returns the template as a charter.
    pub fn of_template(template: &Template, language: &str) -> Self {
        let part = |text: &Arc<Prose>| LaidPart {
            text: text.clone(),
            language: language.to_owned(),
            layer: CharterLayer::Template,
        };
        let behaviour = |behaviour: &Behaviour| CharterBehaviour {
            id: behaviour.id.0.value.clone(),
            part: part(&behaviour.text),
            easy_read: behaviour.easy_read.clone(),
            picture: behaviour.picture.clone(),
            required: behaviour.required.then_some(behaviour.id.0.span),
        };
        Charter {
            language: language.to_owned(),
            kind: None,
            title: template.title.clone(),
            explanation: template.explanation.as_ref().map(part),
            means_here: None,
            intent: template.intent.as_ref().map(part),
            behaviours: template.behaviours.iter().map(behaviour).collect(),
            support: template.support.as_ref().map(part),
            ordered_by: CharterLayer::Template,
        }
    }

    /// Gives lines without a picture that of the same line in the original: a picture says the same in each language.
    pub(super) fn show_pictures_of(&mut self, original: &Template) {
        for behaviour in self.behaviours.iter_mut().filter(|behaviour| behaviour.picture.is_none()) {
            let same = original.behaviours.iter().find(|one| one.id.0.value == behaviour.id);
            behaviour.picture = same.and_then(|one| one.picture.clone());
        }
    }

    /// Returns the lines that have easier words, each with these and its picture.
    pub fn easy_rows(&self) -> impl Iterator<Item = (&Line, Option<&Spanned<String>>)> {
        self.behaviours.iter().filter_map(|one| Some((one.easy_read.as_ref()?, one.picture.as_ref())))
    }

    pub fn behaviour(&self, id: &str) -> Option<&CharterBehaviour> {
        self.behaviours.iter().find(|behaviour| behaviour.id == id)
    }

    /// Returns the parts that aren't behaviours, with their names.
    pub fn parts(&self) -> [(&'static str, Option<&LaidPart>); 4] {
        [
            ("explanation", self.explanation.as_ref()),
            ("means_here", self.means_here.as_ref()),
            ("intent", self.intent.as_ref()),
            ("support", self.support.as_ref()),
        ]
    }

    /// Keeps what is for some readers. A line of which nothing is left goes, and its Easy Read with it.
    pub fn keep_for(&mut self, readers: &Readers) {
        let is_kept = |part: &mut LaidPart| {
            let was_empty = part.text.blocks.is_empty();
            part.text = readers.view(&part.text);
            was_empty || !part.text.blocks.is_empty()
        };
        for part in [&mut self.explanation, &mut self.means_here, &mut self.intent, &mut self.support] {
            *part = part.take().and_then(|mut part| is_kept(&mut part).then_some(part));
        }
        self.behaviours.retain_mut(|behaviour| is_kept(&mut behaviour.part));
    }

    /// Returns every text of the charter.
    pub fn texts(&self) -> impl Iterator<Item = &Arc<Prose>> {
        let parts = self.parts().into_iter().filter_map(|(_, part)| part);
        parts.chain(self.behaviours.iter().map(|behaviour| &behaviour.part)).map(|part| &part.text)
    }
}

/// Returns the languages that a ward has its pages in: its own list, or the pack's first.
pub fn languages(ward: &Ward, settings: &Settings) -> Vec<String> {
    let known = |tag: &str| settings.languages.iter().any(|language| language.value == tag);
    let own: Vec<String> = ward.languages.iter().map(|tag| tag.value.clone()).filter(|tag| known(tag)).collect();
    if own.is_empty() { vec![settings.first_language().to_owned()] } else { own }
}
