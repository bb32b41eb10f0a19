//! Pages in Easy Read: beside the item they belong to, and in each ward beside its copy of a leaflet.

use super::frames::{Place, home};
use super::view::easy_read::{EasyRead, EasyReadPart, EasyReadRow};
use super::view::pages::View;
use super::view::{Foot, Link};
use super::voice::Voice;
use super::wards::WardPages;
use super::{Draft, Page, Planner, url};
use crate::model;
use crate::model::kind::Kind;

impl Planner<'_> {
    /// Returns the page of an item in Easy Read.
    pub(super) fn easy_read(&self, easy_read: &model::easy_read::EasyRead) -> Draft {
        let voice = &self.voice;
        let (kind, id) = (easy_read.kind, easy_read.id.as_str());
        let path = voice.easy_read_path(kind, id);
        let base_path = url::easy_read(&url::item(kind, id));
        let place = Place {
            path: &path,
            title: title(voice, easy_read),
            description: voice.line(&easy_read.summary),
            section: kind.section(),
            breadcrumb: vec![home(voice), voice.section_link(kind.section()), voice.link(kind, id)],
            languages: self.languages_of_easy_read(kind, id),
            base_path: &base_path,
        };
        let frame = self.helping(self.frames.frame(voice, place, None), kind, id);
        Draft::page(Page { frame, view: view(voice, easy_read, &url::root(&path)) }, Some(easy_read.title.span))
    }

    /// Returns the pages in Easy Read of the leaflets that a ward gives out.
    pub(super) fn ward_easy_reads(&self, pages: &WardPages<'_>) -> Vec<Draft> {
        let WardPages { voice, ward, .. } = pages;
        let is_here = |item: &&std::sync::Arc<model::easy_read::EasyRead>| {
            item.kind == Kind::Leaflet
                && item.language.as_deref() == voice.language()
                && voice.shared.gives_out(ward, &item.id)
        };
        let page = |easy_read: &std::sync::Arc<model::easy_read::EasyRead>| {
            let path = voice.easy_read_path(Kind::Leaflet, &easy_read.id);
            let base_path = url::easy_read(&url::ward_leaflet(&ward.id, &easy_read.id));
            let (title, summary) = (title(voice, easy_read), voice.line(&easy_read.summary));
            let mut frame = self.ward_frame(pages, &path, &base_path, title, summary, false);
            frame.breadcrumb.push(voice.link(Kind::Leaflet, &easy_read.id));
            Draft::page(Page { frame, view: view(voice, easy_read, &url::root(&path)) }, Some(easy_read.title.span))
        };
        voice.shared.easy_reads.iter().filter(is_here).map(page).collect()
    }

    /// Returns the languages that an item is in Easy Read in, the pack's first as `None`.
    pub(super) fn languages_of_easy_read(&self, kind: Kind, id: &str) -> Vec<Option<String>> {
        let shared = self.voice.shared;
        let own = shared.settings.languages.iter().skip(1).map(|tag| Some(tag.value.clone()));
        std::iter::once(None).chain(own).filter(|tag| shared.had_easy_read(kind, id, tag.as_deref())).collect()
    }
}

/// Returns the title of the page, which says that it is Easy Read: so it isn't taken for the other page.
fn title(voice: &Voice<'_>, easy_read: &model::easy_read::EasyRead) -> String {
    voice.words_with(&["formats", "easy_read_title"], "{title}", &voice.line(&easy_read.title))
}

fn view(voice: &Voice<'_>, easy_read: &model::easy_read::EasyRead, root: &str) -> View {
    let row = |row: &model::easy_read::Row| EasyReadRow {
        picture: row.picture.as_ref().and_then(|picture| voice.shared.picture(picture, easy_read.file, root)),
        text: voice.piece(&row.text, root),
    };
    let part = |part: &model::easy_read::Part| EasyReadPart {
        title: voice.line(&part.title),
        rows: part.rows.iter().map(row).filter(|row| !row.text.prose.blocks.is_empty()).collect(),
    };
    let (kind, id) = (easy_read.kind, easy_read.id.as_str());
    View::EasyRead(EasyRead {
        parts: easy_read.parts.iter().map(part).collect(),
        content_note: voice.optional_line(easy_read.content_note.as_ref()),
        standard: Link { words: voice.words(&["formats", "standard"]), ..voice.link(kind, id) },
        foot: Foot { version: voice.easy_read_version(easy_read), ..voice.foot(kind, &easy_read.review, [None, None]) },
    })
}
