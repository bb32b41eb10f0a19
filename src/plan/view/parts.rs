//! Parts that several kinds of page show.

use std::sync::Arc;

use serde::Serialize;

use super::piece::Piece;
use super::said::Said;

/// A link to a page of the site; `href` is a path from the site's root.
#[derive(Clone, Debug, Default, Hash, Serialize)]
pub struct Link {
    pub href: String,
    pub words: String,
    /// The language of the words, where it isn't the page's.
    pub lang: Option<String>,
    pub current: bool,
    /// The language of the page it leads to, where it isn't this page's.
    pub page_lang: Option<String>,
    /// That the page is in another language, in words of this one.
    pub page_note: Option<String>,
}

/// An item in a list: its title leads to its page.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct Card {
    pub href: String,
    pub title: String,
    pub summary: Option<String>,
    pub tags: Vec<String>,
    /// The language of the title and the summary, where it isn't the page's.
    pub lang: Option<String>,
    /// As for a [`Link`].
    pub page_lang: Option<String>,
    pub page_note: Option<String>,
}

/// The three ways from a start page: to the numbers on the page itself, to what to do if something happened, and to the leaflets.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct Choices {
    pub happened: Link,
    /// Nothing where there are no leaflets.
    pub read: Option<Link>,
    pub easy_read: Option<Link>,
}

/// Cards under a heading of their own.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct CardGroup {
    pub id: String,
    pub title: Option<String>,
    pub cards: Vec<Card>,
}

#[derive(Clone, Debug, Hash, Serialize)]
pub struct Phone {
    pub written: String,
    /// What follows `tel:` or `sms:`; nothing for a number inside a hospital.
    pub dialled: Option<String>,
    /// It takes text messages, and no calls.
    pub is_text: bool,
    /// What follows it with a comma: an extension, a bleep, where it can be called from. Empty for most numbers.
    pub notes: String,
}

/// Somebody to call, by what they do for the ward.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct Contact {
    pub role: String,
    /// For whom it is, where the ward has it from its hospital or its trust.
    pub from: Option<String>,
    pub organisation: Option<Said>,
    pub phone: Option<Phone>,
    pub email: Option<String>,
    pub hours: Option<Said>,
    pub website: Option<String>,
    pub website_words: Option<String>,
    /// When the details were checked, in words.
    pub checked: Option<String>,
    /// That nobody has yet, in words.
    pub unchecked: Option<String>,
}

/// A service of support.yaml.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct Service {
    pub id: String,
    pub name: Said,
    pub audience: Option<Said>,
    pub phone: Option<Phone>,
    pub text: Option<Phone>,
    pub email: Option<String>,
    pub website: Option<String>,
    pub website_words: Option<String>,
    pub hours: Option<Said>,
    pub cost: Option<Said>,
    pub note: Option<Arc<Piece>>,
    /// The language of the note, where it isn't the page's.
    pub note_lang: Option<String>,
    pub checked: Option<String>,
    pub unchecked: Option<String>,
    pub seen_in: Option<SeenIn>,
    pub urgent: bool,
}

/// Where words come from: a page or something else, and how old the copy was.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct SeenIn {
    pub href: Option<String>,
    pub words: Option<Said>,
    pub dated: String,
}

/// What stands at the end of an item's page.
#[derive(Clone, Debug, Default, Hash, Serialize)]
pub struct Foot {
    /// Who the page is for, in words; nobody in particular where it is for everyone.
    pub audience: Vec<String>,
    pub previous: Option<Link>,
    pub next: Option<Link>,
    pub used_by: Vec<Link>,
    pub sources: Vec<Source>,
    /// Whose text it is, where it is that of a layer below.
    pub text_of: Option<String>,
    pub written: Option<String>,
    pub reviewed: Option<String>,
    /// That nobody of the publisher has read it yet, in words.
    pub unreviewed: Option<String>,
    /// Whether the translation was checked, in words.
    pub translation: Option<String>,
    /// The version of what can be printed: a date or where it stands, and its short code.
    pub version: Option<String>,
    pub review_by: Option<String>,
    pub owner: Option<Said>,
}

#[derive(Clone, Debug, Hash, Serialize)]
pub struct Source {
    pub href: String,
    pub title: String,
    pub author: Option<String>,
    pub year: Option<i64>,
    /// As for a [`Link`].
    pub lang: Option<String>,
    pub page_lang: Option<String>,
    pub page_note: Option<String>,
}

/// A heading of the page, for the list of contents.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct ContentsEntry {
    pub id: String,
    pub words: String,
}

/// What a ward's own pack says of itself.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct BundleNote {
    /// Who it is for, where it isn't for everyone.
    pub readers: Option<String>,
    pub version: String,
    pub made_on: String,
    pub stale_after: String,
}

/// The words of a charter.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct CharterWords {
    pub explanation: Option<CharterPart>,
    /// What it means on the ward whose charter it is.
    pub means_here: Option<CharterPart>,
    pub intent: Option<CharterPart>,
    pub behaviours: Vec<Behaviour>,
    pub support: Option<CharterPart>,
}

/// A part of a charter.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct CharterPart {
    pub text: Arc<Piece>,
    /// The language of the words, where it isn't the page's.
    pub lang: Option<String>,
    /// Whose own words they are, where they aren't those of the layer below.
    pub own: Option<String>,
    /// Words that have changed since they were agreed.
    pub changed: bool,
}

/// A line of a charter.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct Behaviour {
    pub id: String,
    #[serde(flatten)]
    pub part: CharterPart,
    pub easy_read: Option<String>,
    /// The Easy Read has changed since it was agreed.
    pub easy_read_changed: bool,
}

/// A file to print, as the page that has the same lists it. How long and how large it is is known once it is made.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct PaperLink {
    pub href: String,
    pub name: String,
    /// The size of its sheets: A4 or A3, or the shape of slides.
    pub sheet: &'static str,
    pub pages: usize,
    pub bytes: usize,
    /// The same in kilobytes, rounded up.
    pub kilobytes: usize,
    /// How it is folded: its pages stand on the sheets for that, and not as they are read.
    pub fold: Option<Fold>,
}

/// How a paper is folded, whose pages stand beside each other on its sheets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Fold {
    /// All sheets together, once: two pages stand on each side.
    Booklet,
    /// One sheet, twice: three pages stand on each side.
    TriFold,
}

/// The terms of the glossary that begin with a letter.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct GlossaryLetter {
    pub letter: String,
    pub id: String,
    pub terms: Vec<Term>,
}

#[derive(Clone, Debug, Hash, Serialize)]
pub struct Term {
    pub id: String,
    pub term: String,
    pub meaning: Arc<Piece>,
    pub see_also: Vec<ContentsEntry>,
}
