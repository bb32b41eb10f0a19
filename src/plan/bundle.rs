//! A ward's own pack: the site inside a folder, and outside it the ward's home as the page to open, and a note for whoever finds it.

use std::sync::Arc;

use jiff::civil::Date;

use super::strings::Strings;
use super::view::pages::View;
use super::view::parts::BundleNote;
use super::view::photo::ShownPhoto;
use super::view::piece::Piece;
use super::{Content, Page, Plan, PlannedFile, key, templates_key, url};
use crate::direction::{self, Direction};
use crate::model::audience::Audience;
use crate::model::kind::Kind;
use crate::model::settings::Settings;
use crate::read::Sources;

/// The folder that the site is in.
pub const SITE: &str = "site/";

/// What a bundle is made for.
#[derive(Clone, Debug)]
pub struct Bundle {
    /// The ward's id.
    pub ward: String,
    /// Who it is for, where it isn't for everyone.
    pub audience: Option<Audience>,
    pub made_on: Date,
    /// The day after which somebody should look for a newer copy.
    pub stale_after: Date,
}

/// What a bundle says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    pub ward: String,
    pub audience: Option<Audience>,
    /// Who it is for, in words.
    pub readers: Option<String>,
    /// Short code of all that the bundle's pages show.
    pub version: String,
    pub made_on: String,
    /// The same day, for the files of a zip file.
    pub day: Date,
    pub stale_after: String,
    /// The note of an update, and its part on files to delete; what they are filled with isn't known here.
    pub update: String,
    pub update_delete: String,
}

/// Moves the site into its folder, and adds the page to open and the note. Returns what the bundle says of itself; nothing where
/// the ward has no page.
pub fn enclose(plan: &mut Plan, bundle: &Bundle, settings: &Settings, sources: &Sources) -> Option<Label> {
    let version = version(plan, sources);
    let languages = settings.languages.iter().enumerate();
    let homes = languages.map(|(number, tag)| {
        let language = (number > 0).then_some(tag.value.as_str());
        url::in_language(&url::item(Kind::Ward, &bundle.ward), language)
    });
    let homes: Vec<String> = homes.collect();
    let is_home = |path: &String| plan.files.iter().find(|file| *file.path == **path);
    let home = homes.iter().find_map(is_home)?;
    let Content::Page(home) = &home.content else { return None };
    let words = plan.strings.get(&home.frame.lang)?;
    let label = Label {
        ward: home.frame.title.clone(),
        audience: bundle.audience,
        readers: bundle.audience.map(|audience| words.words(&["audience", audience.name()])),
        version,
        made_on: words.date(bundle.made_on),
        day: bundle.made_on,
        stale_after: words.date(bundle.stale_after),
        update: words.words(&["bundle", "update"]),
        update_delete: words.words(&["bundle", "update_delete"]),
    };
    let index = index(home, words, &label);
    let readme = readme(words, &label);
    for file in &mut plan.files {
        file.path = format!("{SITE}{}", file.path).into();
    }
    let key = key::of(&readme);
    plan.files.push(PlannedFile { path: "index.html".into(), content: Content::Page(Box::new(index)), origin: None });
    plan.files.push(PlannedFile {
        path: "README.txt".into(),
        content: Content::Bytes(readme.into(), key),
        origin: None,
    });
    Some(label)
}

/// Returns the short code of all that the site shows: equal sites, equal codes.
fn version(plan: &Plan, sources: &Sources) -> String {
    let file = |file: &PlannedFile| {
        let key = match &file.content {
            Content::Page(page) => page.key(),
            Content::Search(index) => key::of(index),
            Content::Bytes(_, key) | Content::Photo(ShownPhoto { key, .. }) => *key,
            // What can be printed is on its page too.
            Content::Paper(_) => return None,
        };
        Some((file.path.clone(), key))
    };
    let mut files: Vec<_> = plan.files.iter().filter_map(file).collect();
    files.sort();
    let words: Vec<u128> = plan.strings.values().map(|words| words.fingerprint).collect();
    crate::resolve::charter::standing::short(key::of(&(files, words, templates_key(sources))))
}

/// Returns the ward's home as the page to open: its links lead into the folder of the site.
fn index(home: &Page, words: &Strings, label: &Label) -> Page {
    let mut frame = home.frame.clone();
    let old_root = std::mem::replace(&mut frame.root, SITE.to_owned());
    // Another title than the same page has inside.
    let ward = direction::value(&label.ward, Direction::of_language(&words.language));
    frame.head_title = format!("{ward} – {}", words.words(&["sections", "home"]));
    let mut view = home.view.clone();
    if let View::Ward(ward) = &mut view {
        ward.about = ward.about.as_ref().map(|about| seen_from(about, &old_root));
        ward.bundle = Some(BundleNote {
            readers: label.readers.clone(),
            version: label.version.clone(),
            made_on: label.made_on.clone(),
            stale_after: label.stale_after.clone(),
        });
    }
    Page { frame, view }
}

/// Returns a piece whose links and pictures lead from the folder above the site.
fn seen_from(piece: &Piece, old_root: &str) -> Arc<Piece> {
    let mut filling = piece.filling.clone();
    let hrefs = filling.links.iter_mut().filter(|link| !link.outside).map(|link| &mut link.href);
    for href in hrefs.chain(filling.images.iter_mut().map(|picture| &mut picture.href)) {
        if let Some(path) = href.strip_prefix(old_root) {
            *href = format!("{SITE}{path}");
        }
    }
    let key = key::of(&(piece.prose.fingerprint, &filling));
    Arc::new(Piece { prose: piece.prose.clone(), filling, key, html: std::sync::OnceLock::new() })
}

/// Returns the note for whoever finds the folder, with the line ends that every editor of every system shows.
fn readme(words: &Strings, label: &Label) -> Vec<u8> {
    let around = Direction::of_language(&words.language);
    let mut text = words.words(&["bundle", "readme"]);
    if let Some(readers) = &label.readers {
        let readers = direction::value(readers, around);
        text.push_str(&format!("\n{}\n", words.words(&["callout", "for"]).replace("{readers}", &readers)));
    }
    let text = [
        ("{ward}", &label.ward),
        ("{version}", &label.version),
        ("{made_on}", &label.made_on),
        ("{stale_after}", &label.stale_after),
    ]
    .into_iter()
    .fold(text, |text, (name, value)| text.replace(name, &direction::value(value, around)));
    text.replace('\n', "\r\n").into_bytes()
}
