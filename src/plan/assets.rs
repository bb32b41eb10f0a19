//! The files that pages load: the theme's stylesheet, script and pictures, and the pack's pictures.

use std::sync::Arc;

use super::{Collector, Content, key};
use crate::model::colour::Shade;
use crate::read::Sources;
use crate::resolve::Site;

/// The stylesheet that takes the publisher's colour: pages load one file, and the policy in them allows no other way.
const STYLESHEET: &str = "css/ward.css";

/// Returns the theme's stylesheet with the publisher's colour, in a shade for each mode. In forced colours and on paper it stays out.
/// Returns nothing where the theme has no stylesheet.
pub(super) fn stylesheet(site: &Site, sources: &Sources) -> Option<Arc<[u8]>> {
    let written = &sources.file(*sources.theme.get(STYLESHEET)?).bytes;
    let Some(brand) = site.pack.settings.brand.colour.as_ref() else { return Some(written.clone()) };
    let values = |shade: Shade| format!("--bar: {}; --on-bar: {};", shade.colour, shade.on_colour);
    let (light, dark) = (values(brand.light()), values(brand.dark()));
    let rules = format!(
        "\n@media screen {{ :root {{ {light} }} }}\n@media screen and (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}\n"
    );
    Some([written, rules.as_bytes()].concat().into())
}

/// Adds the theme's files that pages load, and the pack's pictures.
pub(super) fn add(site: &Site, sources: &Sources, files: &mut Collector<'_>) {
    let loaded = |path: &str| ["css/", "js/", "fonts/", "images/"].iter().any(|folder| path.starts_with(folder));
    let theme = sources.theme.iter().filter(|(path, _)| loaded(path));
    for (path, id) in theme.chain(site.pack.images.iter().map(|(path, picture)| (path, &picture.file))) {
        let file = sources.file(*id);
        let branded = if path == STYLESHEET { stylesheet(site, sources) } else { None };
        let content = match branded {
            Some(bytes) => Content::Bytes(bytes.clone(), key::of(&&*bytes)),
            None => Content::Bytes(file.bytes.clone(), file.fingerprint),
        };
        files.add(path.as_str().into(), content, None);
    }
}
