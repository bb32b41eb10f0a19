//! The views of pages that nobody writes.

use serde::Serialize;

use super::parts::{CardGroup, Choices, Link};

#[derive(Clone, Debug, Hash, Serialize)]
pub struct AToZ {
    pub letters: Vec<Letter>,
}

#[derive(Clone, Debug, Hash, Serialize)]
pub struct Letter {
    pub letter: String,
    pub id: String,
    pub links: Vec<KindLink>,
}

#[derive(Clone, Debug, Hash, Serialize)]
pub struct KindLink {
    pub href: String,
    pub words: String,
    pub kind: String,
}

#[derive(Clone, Debug, Hash, Serialize)]
pub struct Sitemap {
    pub sections: Vec<SitemapSection>,
}

#[derive(Clone, Debug, Hash, Serialize)]
pub struct SitemapSection {
    pub link: Link,
    pub links: Vec<Link>,
}

#[derive(Clone, Debug, Hash, Serialize)]
pub struct Search {
    /// The scripts that hold what can be found, from the site's root.
    pub indexes: Vec<String>,
    /// Where to look without a script.
    pub links: Vec<Link>,
}

/// A page that shows nothing: where the exit leads when there is no network.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct Blank {}

#[derive(Clone, Debug, Hash, Serialize)]
pub struct NotFound {
    pub links: Vec<Link>,
    /// The ways to the site's root that may be right at the address where the page is shown.
    pub roots: Vec<String>,
}

#[derive(Clone, Debug, Hash, Serialize)]
pub struct StartOfLanguage {
    pub choices: Choices,
    pub groups: Vec<CardGroup>,
}

/// What the pack holds beside each domain and each standard.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct Matrix {
    pub columns: Vec<String>,
    pub rows: Vec<MatrixRow>,
    pub gaps: Vec<ColumnGap>,
    /// How many standards this pack holds.
    pub held: usize,
    /// Where the wording of the standards is published.
    pub published_href: Option<String>,
}

#[derive(Clone, Debug, Hash, Serialize)]
pub struct MatrixRow {
    pub of: Link,
    pub is_domain: bool,
    pub cells: Vec<Vec<Link>>,
}

/// The columns in which a row has nothing.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct ColumnGap {
    pub of: Link,
    pub lacks: Vec<String>,
}

/// An address that a page had before.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct Moved {
    /// The page, by its address now.
    pub to: Link,
}
