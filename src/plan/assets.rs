//! The files that pages load: the theme's stylesheet, script and pictures, and the pack's pictures.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::unfinished::LIST;
use super::view::photo::ShownPhoto;
use super::{Collector, Content, key};
use crate::model::colour::{Colour, Shade};
use crate::model::picture::{Picture, widths};
use crate::read::{SourceFile, Sources};
use crate::resolve::Site;
use crate::resolve::pictures::unlinked_downloads;
use crate::span::Files;

/// The stylesheet that takes the publisher's colour: pages load one file, and the policy in them allows no other way.
const STYLESHEET: &str = "css/ward.css";

/// Returns the stylesheet with the publisher's colour, in a shade for each mode. In forced colours and on paper it stays out.
fn branded(stylesheet: &[u8], brand: &Colour) -> Content {
    let values = |shade: Shade| format!("--bar: {}; --on-bar: {};", shade.colour, shade.on_colour);
    let (light, dark) = (values(brand.light()), values(brand.dark()));
    let rules = format!(
        "\n@media screen {{ :root {{ {light} }} }}\n@media screen and (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}\n"
    );
    let bytes: Arc<[u8]> = [stylesheet, rules.as_bytes()].concat().into();
    let key = key::of(&&*bytes);
    Content::Bytes(bytes, key)
}

/// Adds the theme's files that pages load, the pack's pictures, and its files to download that a page leads to.
pub(super) fn add(site: &Site, sources: &Sources, files: &mut Collector<'_>) {
    let loaded = |path: &str| ["css/", "js/", "fonts/", "images/"].iter().any(|folder| path.starts_with(folder));
    let theme = sources.theme.iter().filter(|(path, _)| loaded(path));
    let unlinked: BTreeSet<&String> = unlinked_downloads(site).into_iter().collect();
    for (path, id) in theme {
        let file = sources.file(*id);
        let brand = site.pack.settings.brand.colour.as_ref().filter(|_| path == STYLESHEET);
        let content = match brand {
            Some(brand) => branded(&file.bytes, brand),
            None => Content::Bytes(file.bytes.clone(), file.fingerprint),
        };
        files.add(path.as_str().into(), content, None);
    }
    for (path, picture) in site.pack.images.iter().filter(|(path, _)| !unlinked.contains(path)) {
        add_picture(path, picture, sources.file(picture.file), files);
    }
}

/// Adds a picture of the pack without what a camera wrote beside it; a photo that is larger than screens need, in several sizes.
fn add_picture(path: &str, picture: &Picture, file: &SourceFile, files: &mut Collector<'_>) {
    let bytes = picture.cleaned.as_ref().unwrap_or(&file.bytes);
    for size in &picture.widths {
        let key = key::of(&("photo", file.fingerprint, size));
        let orientation = picture.orientation.unwrap_or(1);
        let photo = ShownPhoto { bytes: bytes.clone(), orientation, size: *size, largest: widths::LARGEST, key };
        files.add(widths::path_of(path, *size, &picture.widths).into(), Content::Photo(photo), None);
    }
    if picture.widths.is_empty() {
        let key = if picture.cleaned.is_some() { key::of(&("cleaned", file.fingerprint)) } else { file.fingerprint };
        files.add(path.into(), Content::Bytes(bytes.clone(), key), None);
    }
}

/// Adds the list of what isn't finished, by its files: it keeps the site from being published.
pub(super) fn add_list_of_drafts(site: &Site, sources: &Sources, files: &mut Collector<'_>) {
    let lines = site.pack.drafts(|item| sources.shown(item.file).to_owned());
    let text = lines.iter().fold(String::new(), |text, line| text + line + "\n");
    let bytes: Arc<[u8]> = text.into_bytes().into();
    let key = key::of(&&*bytes);
    files.add(LIST.into(), Content::Bytes(bytes, key), None);
}
