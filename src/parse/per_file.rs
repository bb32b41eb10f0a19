//! What was made of each file last time, to be used again while the file is the same.

use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::read::{SourceFile, Sources};
use crate::span::FileId;

/// One value a file. It holds the files themselves, so that "the same" means the same in every byte, path and layer.
pub struct PerFile<T> {
    values: FxHashMap<FileId, (Arc<SourceFile>, Arc<T>)>,
    /// How many values the last call made.
    made: usize,
}

impl<T> Default for PerFile<T> {
    fn default() -> Self {
        PerFile { values: FxHashMap::default(), made: 0 }
    }
}

impl<T: Send + Sync> PerFile<T> {
    /// Returns the values of `ids` in their order, making in parallel those of files that are new or different. Values of all
    /// other files are forgotten.
    pub fn each(
        &mut self,
        ids: &[FileId],
        sources: &Sources,
        make: impl Fn(FileId, &SourceFile) -> T + Sync,
    ) -> Vec<Arc<T>> {
        let old = std::mem::take(&mut self.values);
        let value = |id: &FileId| {
            let file = sources.shared_file(*id);
            let same = old.get(id).filter(|(known, _)| Arc::ptr_eq(known, file) || **known == **file);
            same.map_or_else(|| (Arc::new(make(*id, file)), 1), |(_, value)| (value.clone(), 0))
        };
        let (values, made): (Vec<Arc<T>>, Vec<usize>) = ids.par_iter().map(value).unzip();
        self.made = made.into_iter().sum();
        let entries =
            ids.iter().zip(&values).map(|(id, value)| (*id, (sources.shared_file(*id).clone(), value.clone())));
        self.values = entries.collect();
        values
    }

    /// Returns how many values the last call made, and didn't take from the one before.
    pub fn made(&self) -> usize {
        self.made
    }
}
