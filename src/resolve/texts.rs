//! Every piece of text of a pack, with the item it belongs to and the wards it is shown for.

use std::ptr;

use crate::model::kind::Kind;
use crate::model::pack::Pack;
use crate::model::pack::item::{Item, Of};
use crate::model::piece::{Holds, NounPiece};
use crate::model::ward::Ward;
use crate::span::{FileId, Spanned};
use crate::text::line::Line;
use crate::text::prose::{Passage, PlaceholderUse, Prose};

/// Who sees a text, besides the pages that belong to no ward.
#[derive(Clone, Copy, Debug)]
pub enum ShownFor<'a> {
    /// Pages outside a ward only.
    Nobody,
    /// The wards that give out the leaflet.
    Leaflet(&'a crate::model::article::Article),
    /// The wards whose finished charters and contacts have it: what stands in the template and in pack.yaml.
    FinishedWards,
    /// One ward: its own words.
    Ward(usize),
}

/// A piece of text: a line or prose.
#[derive(Clone, Copy)]
pub enum Text<'a> {
    Line(&'a Line),
    Prose(&'a Prose),
}

impl<'a> Text<'a> {
    pub fn placeholders(self) -> &'a [PlaceholderUse] {
        match self {
            Text::Line(line) => &line.placeholders,
            Text::Prose(prose) => &prose.placeholders,
        }
    }

    pub fn passages(self) -> &'a [Passage] {
        match self {
            Text::Line(_) => &[],
            Text::Prose(prose) => &prose.passages,
        }
    }

    /// Returns the file that the text stands in.
    pub fn file(self) -> FileId {
        match self {
            Text::Line(line) => line.span.file,
            Text::Prose(prose) => prose.span.file,
        }
    }
}

/// A text and where it belongs.
pub struct PlacedText<'a> {
    /// The item that "used by" names; nothing for a ward's own words, since no page lists every ward.
    pub item: Option<(Kind, &'a str)>,
    pub shown_for: ShownFor<'a>,
    pub text: Text<'a>,
}

/// A reference by id alone, such as an entry of `source:`.
pub struct IdReference<'a> {
    pub item: Option<(Kind, &'a str)>,
    pub kind: Kind,
    pub id: &'a Spanned<String>,
}

/// Returns every text and every reference by id of the pack.
pub fn all(pack: &Pack) -> (Vec<PlacedText<'_>>, Vec<IdReference<'_>>) {
    let mut texts = Texts { found: Vec::new(), ids: Vec::new(), item: None, shown_for: ShownFor::FinishedWards };
    pack.settings.each_piece(&mut |piece| texts.add(piece));
    let mut ward = 0;
    for item in pack.items() {
        let is_ward = matches!(item.of, Of::Ward(_));
        texts.item = (!is_ward).then_some((item.kind, item.id));
        if item.is_gone {
            texts.shown_for = ShownFor::Nobody;
            texts.gone(item);
            continue;
        }
        texts.shown_for = if is_ward { ShownFor::Ward(ward) } else { shown_for(item, pack) };
        ward += usize::from(is_ward);
        item.noun.each_piece(&mut |piece| {
            if !is_told_with_hospital(piece, item, pack) {
                texts.add(piece);
            }
        });
    }
    (texts.found, texts.ids)
}

/// Returns who sees the texts of an item that is no ward.
fn shown_for<'a>(item: Item<'a>, pack: &'a Pack) -> ShownFor<'a> {
    let article = match item.of {
        Of::Template | Of::Trust => return ShownFor::FinishedWards,
        Of::Article(article) => Some(article),
        Of::EasyRead(_) => pack.article(item.kind, item.id, None),
        Of::Ward(_) | Of::Page | Of::List | Of::Entry(_) => None,
    };
    let leaflet = article.filter(|article| article.kind == Kind::Leaflet);
    leaflet.map_or(ShownFor::Nobody, ShownFor::Leaflet)
}

/// Tells whether a piece is the name of a ward's hospital, which is told with pack.yaml where that lists hospitals.
fn is_told_with_hospital(piece: NounPiece<'_>, item: Item<'_>, pack: &Pack) -> bool {
    match (piece, item.of) {
        (NounPiece::Line(line), Of::Ward(Ward { site, .. })) => {
            site.each().any(|(_, own)| ptr::eq(line, own)) && !pack.settings.hospitals.is_empty()
        }
        _ => false,
    }
}

struct Texts<'a> {
    found: Vec<PlacedText<'a>>,
    ids: Vec<IdReference<'a>>,
    item: Option<(Kind, &'a str)>,
    shown_for: ShownFor<'a>,
}

impl<'a> Texts<'a> {
    fn add(&mut self, piece: NounPiece<'a>) {
        let Texts { item, shown_for, .. } = *self;
        match piece {
            NounPiece::Line(line) => self.found.push(PlacedText { item, shown_for, text: Text::Line(line) }),
            NounPiece::Prose(prose) => self.found.push(PlacedText { item, shown_for, text: Text::Prose(prose) }),
            NounPiece::Reference(kind, id) => self.ids.push(IdReference { item, kind, id }),
            NounPiece::Address(_) | NounPiece::Language(_) => {}
        }
    }

    /// What the page of something that was withdrawn says; its own texts are shown to nobody.
    fn gone(&mut self, item: Item<'a>) {
        // Its page in Easy Read goes without a word of its own.
        if matches!(item.of, Of::EasyRead(_)) {
            return;
        }
        let lines = item.title.into_iter().chain(item.summary);
        lines.for_each(|line| self.add(NounPiece::Line(line)));
        item.withdrawn.into_iter().for_each(|withdrawn| withdrawn.each_piece(&mut |piece| self.add(piece)));
    }
}
