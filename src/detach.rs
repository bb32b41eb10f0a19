//! Takes pages out of the site, for where a site can't go: each as one file with everything inside, for mail, as a part of another
//! system's page, or as a Word file.
//!
//! - `address.rs`: The address of a page as people copy it → its file
//! - `alone.rs`: A page that needs no other file: what it loads is inside, nothing is left for scripts, and its links lead somewhere or are words
//! - `content.rs`: What is to be read on a page: what stands between its menu and its foot, with the help
//! - `edits.rs`: A stylesheet with some of its letters replaced: what isn't replaced stays as it was written
//! - `flat.rs`: The whole site as one folder without folders in it, for systems that hold a list of files and no folders
//! - `fragment.rs`: What is to be read on a page, as a part of another system's page: its main part, with names of its own, and a stylesheet for it
//! - `html.rs`: HTML with some of its elements changed
//! - `inside.rs`: What a page or a stylesheet loads, as `data:` addresses inside it
//! - `links.rs`: Where the links of a page lead that stands outside its site
//! - `names.rs`: The names of a fragment: classes and ids with a prefix, so that they are no others' on the page that it is put into
//! - `scope.rs`: A stylesheet that reaches a fragment and nothing else of the page that it is put into
//! - `selectors.rs`: Selectors that mean a fragment alone: its names have its prefix, and what they find is inside its root
//! - `single_file.rs`: A page with everything inside, for mail
//! - `stylesheet.rs`: A page's stylesheets as one text that loads nothing: what they load is inside, and what is for scripts stays out
//! - `word.rs`: What is to be read on a page, as a Word file

mod address;
mod alone;
mod content;
mod edits;
mod flat;
mod fragment;
mod html;
mod inside;
mod links;
mod names;
mod scope;
mod selectors;
mod single_file;
mod stylesheet;
mod word;

use std::collections::BTreeSet;
use std::error::Error;
use std::path::Path;

use crate::pipeline::UnwrittenSite;
use crate::problem::fault::{Fault, detaching};
use crate::read;
use crate::render::Rendered;
use crate::write::disk::RealDisk;
use crate::write::{self, Output, Written, whole};
use inside::SeenFrom;
pub use names::FragmentNames;

/// What becomes of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PageForm {
    /// One file with everything inside.
    SingleFile,
    /// A part of another page, and its stylesheet.
    Fragment(FragmentNames),
    /// A Word file.
    Word,
}

impl PageForm {
    /// Returns how the name of a page's file ends.
    fn ending(&self) -> &'static str {
        if *self == PageForm::Word { "docx" } else { "html" }
    }
}

/// A page that was taken out of the site.
#[derive(Debug, PartialEq, Eq)]
pub struct DetachedPage {
    /// Its files, by their names.
    pub files: Vec<(String, Vec<u8>)>,
    /// How many of its links are words now, since the site has no address that they could lead to.
    pub unlinked: usize,
    /// How many of its pictures are left out, since the form can't hold them.
    pub without_pictures: usize,
}

impl DetachedPage {
    /// Returns how many bytes its files have.
    pub fn bytes(&self) -> usize {
        self.files.iter().map(|(_, bytes)| bytes.len()).sum()
    }
}

/// Takes the pages out of a site that have these addresses; one that is named twice comes once. Says of every address that is no
/// page's which was meant.
pub fn detach(site: &UnwrittenSite, addresses: &[String], form: &PageForm) -> Result<Vec<DetachedPage>, Fault> {
    let (mut pages, mut unknown) = (Vec::new(), Vec::new());
    for written in addresses {
        match address::page(written, site) {
            Ok(page) if pages.contains(&page) => {}
            Ok(page) => pages.push(page),
            Err(address) => unknown.push(address),
        }
    }
    if !unknown.is_empty() {
        return Err(detaching::no_pages(&unknown));
    }
    let mut names = BTreeSet::new();
    for name in pages.iter().map(|path| name(path)) {
        if !names.insert(name.clone()) {
            return Err(detaching::one_name(&format!("{name}.{}", form.ending())));
        }
    }
    pages.iter().map(|path| page(SeenFrom { site, path }, form)).collect()
}

fn page(page: SeenFrom<'_>, form: &PageForm) -> Result<DetachedPage, Fault> {
    let html = String::from_utf8_lossy(&page.site.files[page.path]);
    let name = name(page.path);
    let failed = |error: Box<dyn Error>| detaching::unreadable(page.path, &error);
    let file = format!("{name}.{}", form.ending());
    Ok(match form {
        PageForm::SingleFile => {
            let alone = single_file::single_file(&html, page).map_err(|error| failed(error.into()))?;
            let files = vec![(file, alone.html.into_bytes())];
            DetachedPage { files, unlinked: alone.unlinked, without_pictures: 0 }
        }
        PageForm::Fragment(names) => {
            let made = fragment::fragment(&html, page, names).map_err(|error| failed(error.into()))?;
            let files = vec![(file, made.html.into_bytes()), (format!("{name}.css"), made.css.into_bytes())];
            DetachedPage { files, unlinked: made.unlinked, without_pictures: 0 }
        }
        PageForm::Word => {
            let made = word::word(&html, page).map_err(failed)?;
            let files = vec![(file, made.bytes)];
            DetachedPage { files, unlinked: made.unlinked, without_pictures: made.without_pictures }
        }
    })
}

/// Returns the name of a page's files, without an ending: its address, with hyphens for slashes.
fn name(path: &str) -> String {
    let folder = path.strip_suffix("/index.html").unwrap_or("home");
    folder.replace('/', "-")
}

/// Returns the whole site as files without folders.
pub fn flat_site(site: &UnwrittenSite) -> Result<Rendered, Fault> {
    flat::flat(site).map_err(|(path, error)| detaching::unreadable(&path, &error))
}

/// Writes a whole site into a folder, as a build does: files of others are left alone, and ours that it has no more go.
pub fn write_site(files: &Rendered, folder: &Path) -> Result<Written, Fault> {
    let paths = files.iter().map(|file| file.path.to_string()).collect();
    write::write(Output { files, paths: Some(&paths), papers: None }, folder, &RealDisk)
        .map_err(|error| error.of_site(folder))
}

/// Writes pages into a folder, all of them or none. What is there already and says something else is only replaced where that is asked
/// for.
pub fn write(pages: &[DetachedPage], folder: &Path, replace: bool) -> Result<(), Fault> {
    let files = pages.iter().flat_map(|page| &page.files);
    let files: Vec<(&str, &[u8])> = files.map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    if !replace {
        let others = files.iter().flat_map(|file| whole::those_there(folder, &[*file], |bytes| bytes != file.1));
        let shown: Vec<String> = others.map(|path| read::shown(&path)).collect();
        if !shown.is_empty() {
            return Err(detaching::there_already(&shown));
        }
    }
    whole::put(folder, &files, &RealDisk).map_err(|error| error.of_files(folder))
}
