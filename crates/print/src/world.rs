//! What Typst may ask for: the files of a [`Press`](crate::Press), the values of one sheet, and the typefaces. No disk, no network, no clock.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, PoisonError};

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use crate::{Order, address, typefaces};

/// What all sheets share.
pub struct Shelf {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    files: BTreeMap<String, Arc<[u8]>>,
    /// The templates that were asked for, as Typst reads them.
    sources: Mutex<HashMap<FileId, Source>>,
}

impl Shelf {
    pub fn new(files: BTreeMap<String, Arc<[u8]>>) -> Self {
        Shelf {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(FontBook::from_fonts(typefaces::ALL.iter())),
            files,
            sources: Mutex::default(),
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let path = id.vpath().get_without_slash();
        let bytes = self.files.get(path).ok_or_else(|| FileError::NotFound(path.into()))?;
        Ok(Bytes::new(bytes.clone()))
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let mut sources = self.sources.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(source) = sources.get(&id) {
            return Ok(source.clone());
        }
        let text = self.file(id)?.into_string().map_err(|_| FileError::InvalidUtf8)?;
        let source = Source::new(id, text);
        sources.insert(id, source.clone());
        Ok(source)
    }
}

/// What one sheet is made of, in one size of text.
pub struct SheetWorld<'a> {
    shelf: &'a Shelf,
    main: FileId,
    /// The values of the sheet, by their path.
    values: Vec<(FileId, Bytes)>,
}

impl<'a> SheetWorld<'a> {
    pub fn new(shelf: &'a Shelf, order: &Order<'_>, size: f64) -> Self {
        let value = |path: &str, text: String| (file_id(path), Bytes::from_string(text));
        let mut values = vec![value("sheet.json", order.sheet.clone()), value("size.json", size.to_string())];
        let code = order.address.and_then(address::code);
        values.extend(code.map(|svg| value("address.svg", svg)));
        SheetWorld { shelf, main: file_id(order.template), values }
    }
}

/// Returns the id of a file by its path. A path that no file can have is that of none.
fn file_id(path: &str) -> FileId {
    let path = VirtualPath::new(path).or_else(|_| VirtualPath::new("none"));
    let path = path.unwrap_or_else(|_| unreachable!("“none” is a path"));
    RootedPath::new(VirtualRoot::Project, path).intern()
}

impl World for SheetWorld<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.shelf.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.shelf.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.shelf.source(id)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let own = self.values.iter().find(|(known, _)| *known == id);
        own.map_or_else(|| self.shelf.file(id), |(_, bytes)| Ok(bytes.clone()))
    }

    fn font(&self, index: usize) -> Option<Font> {
        typefaces::ALL.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
