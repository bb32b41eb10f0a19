//! What was seen of the names of files, so that a name is looked at again only when something of it has changed.

use std::sync::Arc;

use rustc_hash::FxHashMap;
use twox_hash::xxhash3_128;

use super::{FoundName, KnownPack, text};
use crate::parse::PerFile;
use crate::read::Sources;
use crate::read::name::is_in_images;
use crate::span::FileId;

/// What was seen of the names of files, for the next look.
#[derive(Default)]
pub struct NameLooks {
    /// xxh3-128 of all names and of the pack's languages: what is seen of a file depends on these and on the file.
    beside: u128,
    found: PerFile<Option<FoundName>>,
}

impl NameLooks {
    /// Returns what is wrong with the names of files that may be a page, a ward or settings; see [`text`].
    pub(super) fn of_texts(
        &mut self,
        sources: &Sources,
        known: &KnownPack<'_>,
    ) -> FxHashMap<FileId, Arc<Option<FoundName>>> {
        let mut beside = xxhash3_128::Hasher::new();
        known.languages.iter().for_each(|language| beside.write(language.as_bytes()));
        for (path, id) in known.content {
            beside.write(path.as_bytes());
            beside.write(&[0, u8::from(known.below.contains(id))]);
        }
        let beside = beside.finish_128();
        if beside != self.beside {
            *self = NameLooks { beside, ..NameLooks::default() };
        }
        let ids: Vec<FileId> =
            known.content.iter().filter(|(path, _)| !is_in_images(path)).map(|(_, id)| *id).collect();
        let found = self.found.each(&ids, sources, |_, file| {
            let (folder, name) = file.path.rsplit_once('/').unwrap_or(("", &file.path));
            text(file, folder, name, known)
        });
        ids.into_iter().zip(found).filter(|(_, found)| found.is_some()).collect()
    }
}
