//! The pack and the theme that are inside the program.

use std::sync::{Arc, LazyLock};

use include_dir::{Dir, include_dir};

use super::{FoundFiles, LoadedFile, SourceFile};

static CONTENT_FOLDER: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/content");
static THEME_FOLDER: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/ward");
/// The files of the pack.
pub(super) static CONTENT: LazyLock<FoundFiles> = LazyLock::new(|| embedded(&CONTENT_FOLDER, CONTENT_NAME));
/// The files of the theme.
pub(super) static THEME: LazyLock<FoundFiles> = LazyLock::new(|| embedded(&THEME_FOLDER, "built-in/themes/ward"));
/// The name of the theme.
pub(super) const THEME_NAME: &str = "ward";
/// What messages call the folder of the pack.
pub(super) const CONTENT_NAME: &str = "built-in/content";
/// What `extends:` says to stand on the pack.
pub(super) const NAME: &str = "built-in";

/// Tells whether a file is one of the pack or the theme, byte for byte, wherever it lies.
pub(super) fn has(file: &SourceFile) -> bool {
    let same = |found: &FoundFiles| {
        found.get(&file.path).is_some_and(|(_, built_in)| built_in.fingerprint == file.fingerprint)
    };
    same(&THEME) || same(&CONTENT)
}

fn embedded(folder: &Dir<'_>, shown: &str) -> FoundFiles {
    let mut found = FoundFiles::new();
    let mut folders = vec![folder];
    while let Some(folder) = folders.pop() {
        folders.extend(folder.dirs());
        for file in folder.files() {
            let path = file.path().to_string_lossy().replace('\\', "/");
            let loaded = LoadedFile::new(&path, Arc::from(file.contents()));
            found.insert(path.clone(), (format!("{shown}/{path}"), loaded));
        }
    }
    found
}
