//! What was made of each file last time, to be used again while the file is the same.

use std::collections::HashMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::read::{SourceFile, Sources};
use crate::span::FileId;

/// One value a file. It holds the files themselves, so that "the same" means the same in every byte, path and layer.
pub struct Kept<T>(HashMap<FileId, (Arc<SourceFile>, Arc<T>)>);

impl<T> Default for Kept<T> {
    fn default() -> Self {
        Kept(HashMap::new())
    }
}

impl<T: Send + Sync> Kept<T> {
    /// Returns the values of `ids` in their order, making in parallel those of files that are new or different. Values of all
    /// other files are forgotten.
    pub fn each(
        &mut self,
        ids: &[FileId],
        sources: &Sources,
        make: impl Fn(FileId, &SourceFile) -> T + Sync,
    ) -> Vec<Arc<T>> {
        let old = std::mem::take(&mut self.0);
        let value = |id: &FileId| {
            let file = sources.shared_file(*id);
            let same = old.get(id).filter(|(known, _)| Arc::ptr_eq(known, file) || **known == **file);
            same.map_or_else(|| Arc::new(make(*id, file)), |(_, value)| value.clone())
        };
        let values: Vec<Arc<T>> = ids.par_iter().map(value).collect();
        let entries =
            ids.iter().zip(&values).map(|(id, value)| (*id, (sources.shared_file(*id).clone(), value.clone())));
        self.0 = entries.collect();
        values
    }
}
