//! A ward's home and its charter, and the charter that all wards start from.

use std::sync::Arc;

use serde::Serialize;

use super::form::FillIn;
use super::parts::{BundleNote, Card, CharterWords, Choices, Contact, ContentsEntry, Foot, Link, Service};
use super::piece::Piece;
use super::said::Said;

#[derive(Clone, Debug, Hash, Serialize)]
pub struct Ward {
    pub kind: Said,
    pub site: Said,
    pub about: Option<Arc<Piece>>,
    /// The language of what is said about it, where it isn't the page's.
    pub about_lang: Option<String>,
    pub quiet_place: Option<Said>,
    pub choices: Choices,
    pub charter: Link,
    pub status: String,
    pub leaflets: Vec<Card>,
    /// Those of them that are in Easy Read.
    pub easy_reads: Vec<Card>,
    pub more: Vec<Link>,
    /// In the ward's own pack: its version and its age.
    pub bundle: Option<BundleNote>,
    pub foot: Foot,
}

#[derive(Clone, Debug, Hash, Serialize)]
pub struct Charter {
    #[serde(flatten)]
    pub words: CharterWords,
    pub contacts: Vec<Contact>,
    /// Who answers in danger and at night, whatever the ward's own contacts are; those that are among them already aren't said twice.
    pub always: Vec<Service>,
    pub status: String,
    pub coproduced: Option<Coproduced>,
    /// Who agreed what sexual safety means on the ward, in a sentence.
    pub means_here_agreed: Option<String>,
    /// Where these words stand and their short code, on screen and on paper.
    pub version: Option<String>,
    /// Words have changed since they were agreed.
    pub suspect: bool,
    /// How the charter differs from the template, for staff.
    pub differences: Option<Link>,
    /// Its lines on a sheet, to go over them together; for staff.
    pub sheet: Option<Link>,
    /// The same in Easy Read.
    pub easy_read: Option<Link>,
    /// How many lines there are on paper for people to sign.
    pub signatures: i64,
    pub foot: Foot,
}

#[derive(Clone, Debug, Hash, Serialize)]
pub struct Coproduced {
    /// Who agreed the charter and when, in a sentence.
    pub sentence: String,
}

#[derive(Clone, Debug, Hash, Serialize)]
pub struct CharterSection {
    pub body: Option<Arc<Piece>>,
    pub contents: Vec<ContentsEntry>,
    #[serde(flatten)]
    pub words: CharterWords,
    /// In a ward's own pack the ward's charter, which is there in place of the words that wards start from.
    pub own: Option<Link>,
    /// How it differs from the template, for staff, where the trust says something differently.
    pub differences: Option<Link>,
    /// The list of wards, each of which has a sheet with the lines of its charter; for staff.
    pub wards: Option<Link>,
    pub foot: Foot,
}

/// The lines of a charter, to keep, change or take away together.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct CharterSheet {
    #[serde(flatten)]
    pub form: FillIn,
    pub charter: Link,
    /// Other sheets for the session.
    pub forms: Vec<Link>,
}
