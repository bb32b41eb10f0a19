//! What every page has round its content. The parts that many pages share are made once.

use std::sync::Arc;

use serde::Serialize;

use super::super::key::Keyed;
use super::parts::{Contact, Link, PaperLink, Service};
use super::piece::ShownPicture;
use super::said::Said;

#[derive(Clone, Debug, Hash, Serialize)]
pub struct Frame {
    pub lang: String,
    pub dir: &'static str,
    /// The page's main heading.
    pub title: String,
    /// The language of the main heading, where it isn't the page's.
    pub title_lang: Option<String>,
    /// The words of the browser's tab: the heading and the pack's title.
    pub head_title: String,
    pub description: String,
    /// The way to the site's root: `../../`.
    pub root: String,
    /// The page's own path from the site's root.
    pub path: String,
    /// Its public address; nothing for a page that nobody is to find on the web, and for a site that isn't there.
    pub canonical: Option<String>,
    pub site: Arc<Keyed<SiteWords>>,
    /// The home page: in another language, that language's start page.
    pub home: String,
    pub menu: Arc<Keyed<Menu>>,
    /// The menu of a page in Easy Read, in place of the other; empty on other pages.
    pub easy_menu: Vec<Link>,
    /// From the home page down to the page above this one.
    pub breadcrumb: Vec<Link>,
    /// The same page in the languages it exists in; empty where there is only one.
    pub languages: Vec<LanguageLink>,
    /// The languages that it isn't translated into, each with a way to what there is in it.
    pub untranslated: Vec<LanguageLink>,
    pub help: Arc<Keyed<Help>>,
    pub ward: Option<Arc<Keyed<WardBadge>>>,
    /// The search page: in a ward, the ward's own.
    pub search: String,
    pub footer: Arc<Keyed<Vec<Link>>>,
    /// The same to print; none where nothing prints it.
    pub papers: Vec<PaperLink>,
    /// The page isn't finished.
    pub is_draft: bool,
}

/// What most people come for, and every section by its readers.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct Menu {
    /// Shown beside the menu where there is room.
    pub direct: Vec<Link>,
    pub groups: Vec<MenuGroup>,
}

#[derive(Clone, Debug, Hash, Serialize)]
pub struct MenuGroup {
    pub id: &'static str,
    pub title: String,
    pub links: Vec<Link>,
}

/// The pack as a whole.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct SiteWords {
    pub title: String,
    /// The language of the title.
    pub lang: String,
    pub logo: Option<Logo>,
    pub publisher: Option<Said>,
    /// Where the exit link leads.
    pub exit_url: String,
    /// Where it leads when there is no network: a page of the site that shows nothing.
    pub exit_page: String,
}

/// The publisher's logo, its path seen from the site's root, and the words for those who don't see it.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct Logo {
    pub picture: ShownPicture,
    pub words: Said,
}

/// This page in a language, in that language's own words.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct LanguageLink {
    pub lang: String,
    pub dir: &'static str,
    pub name: String,
    pub href: String,
    pub current: bool,
    /// Where the page isn't in this language, the words that say so in it; the link then leads to what there is.
    pub missing: Option<String>,
}

/// The help panel, in the same place on every page (WCAG 2.2, 3.2.6 consistent help).
#[derive(Clone, Debug, Hash, Serialize)]
pub struct Help {
    pub ward: Option<WardHelp>,
    pub services: Vec<Service>,
    pub more: Link,
}

#[derive(Clone, Debug, Hash, Serialize)]
pub struct WardHelp {
    pub name: Said,
    pub contacts: Vec<Contact>,
}

/// The ward whose pages these are.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct WardBadge {
    pub name: Said,
    /// The name where other wards are near: with the hospital, if another one has a ward of this name.
    pub full_name: String,
    pub site: Said,
    pub href: String,
    pub kind: Said,
    /// The ward's search page.
    pub search: String,
}
