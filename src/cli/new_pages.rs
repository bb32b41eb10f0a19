//! `wardpack new leaflet` and the like: a file to start from.

use std::path::{Path, PathBuf};

use clap::Args;

use super::run::{print_fault, today};
use super::{FINE, Format};
use crate::new::pages::{self, PageToStart, StartedKind};
use crate::read;

#[derive(Debug, Args)]
pub struct NewPlace {
    /// The folder that holds pack.yaml
    #[arg(long, value_name = "DIR", default_value = "content")]
    pub content: PathBuf,
}

#[derive(Debug, Args)]
pub struct NewPage {
    /// Its id, which becomes the name of its file and part of its address, such as for-visitors
    id: String,
    /// What it is called; made of the id if left out
    #[arg(long, value_name = "WORDS")]
    title: Option<String>,
    #[command(flatten)]
    place: NewPlace,
}

#[derive(Debug, Args)]
pub struct NewEasyRead {
    /// The page that it says in another way, by its kind and id, such as leaflet/for-visitors
    #[arg(value_name = "KIND/ID")]
    of: String,
    #[command(flatten)]
    place: NewPlace,
}

#[derive(Debug, Args)]
pub struct NewStandard {
    #[command(flatten)]
    page: NewPage,
    /// The domain that it stands in, by its id, such as staff
    #[arg(long, value_name = "DOMAIN")]
    domain: String,
}

#[derive(Debug, Args)]
pub struct NewResource {
    #[command(flatten)]
    page: NewPage,
    /// Its address on the web
    #[arg(long, value_name = "ADDRESS")]
    url: String,
    /// What it is: report, guidance, standards, template, tool, leaflet, video, article, web-page, book or law
    #[arg(long, value_name = "KIND", default_value = "web-page")]
    kind: String,
}

impl NewPage {
    /// Writes the file of the page. Prints where it is and what to do next, and returns the exit code.
    pub fn start(&self, kind: StartedKind) -> u8 {
        let asked = PageToStart { kind, id: self.id.clone(), title: self.title.clone() };
        start(&asked, &self.place.content)
    }
}

impl NewEasyRead {
    pub fn start(&self) -> u8 {
        start(&PageToStart { kind: StartedKind::EasyRead, id: self.of.clone(), title: None }, &self.place.content)
    }
}

impl NewStandard {
    pub fn start(&self) -> u8 {
        self.page.start(StartedKind::Standard { domain: self.domain.clone() })
    }
}

impl NewResource {
    pub fn start(&self) -> u8 {
        self.page.start(StartedKind::Resource { url: self.url.clone(), kind: self.kind.clone() })
    }
}

fn start(asked: &PageToStart, content: &Path) -> u8 {
    match pages::page(&super::agree::request(content, today()), asked) {
        Err(fault) => print_fault(&fault, Format::Text),
        Ok(path) => {
            let shown = read::shown(content);
            let flag = if shown == "content" { String::new() } else { format!(" --content \"{shown}\"") };
            outln!("{} is written", read::shown(&path));
            outln!(
                "Next:\n  write your own words into it; each line says what goes there\n  wardpack check{flag}\n      says whether anything \
                 is missing\n  wardpack serve --open{flag}\n      shows the page in your browser as you write"
            );
            FINE
        }
    }
}
