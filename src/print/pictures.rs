//! The pictures that papers may show.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::PapersBefore;
use crate::plan::bundle::SITE;
use crate::plan::{Content, Plan, PlannedFile};
use crate::render::photo;

/// Pictures by their paths from the site's root, each with its hash.
pub(super) type SitePictures = BTreeMap<String, (Arc<[u8]>, u128)>;

/// Returns the pictures of a site. A photo that is made smaller for screens is as large on paper, which is 200 points to the inch across a
/// sheet of A4; one that no paper shows isn't among them.
pub(super) fn of_site(plan: &Plan, before: PapersBefore<'_>) -> SitePictures {
    let shown = shown(plan);
    let picture = |file: &PlannedFile| {
        let path = file.path.strip_prefix(SITE).unwrap_or(&file.path);
        let (bytes, key) = match &file.content {
            Content::Bytes(bytes, key) if path.starts_with("images/") => (bytes.clone(), *key),
            Content::Photo(photo) if shown.contains(path) => {
                let on_disk = before.ledger.has(&file.path, photo.key).then(|| (before.read)(&file.path)).flatten();
                (on_disk.unwrap_or_else(|| photo::drawn(photo)), photo.key)
            }
            _ => return None,
        };
        Some((path.to_owned(), (bytes, key)))
    };
    plan.files.iter().filter_map(picture).collect()
}

fn shown(plan: &Plan) -> BTreeSet<String> {
    let papers = plan.files.iter().filter_map(|file| match &file.content {
        Content::Paper(paper) => Some(paper.pictures()),
        _ => None,
    });
    papers.flatten().collect()
}
