//! The pictures that pages show, with their sizes.

use super::shared::Shared;
use super::view::ShownPicture;
use crate::model::download;
use crate::model::picture::{self, widths};
use crate::read::name::PICTURE_BANK;
use crate::read::name::is_in_files;
use crate::resolve::target;
use crate::span::{FileId, Spanned};

impl Shared<'_> {
    /// Returns a picture as a page shows it, whose way to the root is `root`; nothing where there is no such picture. `written` is
    /// its path as the file `file` has it.
    pub fn picture(&self, written: &str, file: FileId, root: &str) -> Option<ShownPicture> {
        self.shown_picture(&target::picture(self.path(file), written)?, root)
    }

    /// Returns a picture of Easy Read: by its id in the picture bank, or by a path like other pictures.
    pub fn picture_of_row(&self, written: &Spanned<String>, root: &str) -> Option<ShownPicture> {
        self.shown_picture(&target::picture_of_row(self.path(written.span.file), written)?, root)
    }

    /// Returns a picture of the picture bank, if it is there.
    pub fn picture_in_bank(&self, id: &str, root: &str) -> Option<ShownPicture> {
        self.shown_picture(&format!("{PICTURE_BANK}{id}.svg"), root)
    }

    fn shown_picture(&self, path: &str, root: &str) -> Option<ShownPicture> {
        let (path, picture) = picture::meant(path, self.images)?;
        let several = picture.widths.iter().map(|size| {
            let path = widths::path_of(path, *size, &picture.widths);
            format!("{root}{path} {}w", size.width)
        });
        let srcset = several.collect::<Vec<_>>().join(", ");
        Some(ShownPicture {
            href: format!("{root}{path}"),
            size: picture.widths.first().copied().or(picture.size),
            srcset: (picture.widths.len() > 1).then_some(srcset),
        })
    }

    /// Returns what people call the kind of a file to download, and its size; nothing for a picture.
    pub fn download(&self, path: &str) -> Option<(&'static str, String)> {
        let file = self.images.get(path).filter(|_| is_in_files(path))?;
        Some((download::kind(path)?, download::size(file.bytes)))
    }
}
