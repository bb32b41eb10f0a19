//! A ward's charter in Easy Read: a sheet of its own, with a picture beside each line.

use crate::model::kind::Kind;
use crate::plan::pages::charters;
use crate::plan::pages::easy_reads::{title, with_menu};
use crate::plan::pages::ward_page::WardPage;
use crate::plan::pages::wards::WardPages;
use crate::plan::view::easy_read::{EasyRead, EasyReadPart, EasyReadRow, Subject};
use crate::plan::view::pages::View;
use crate::plan::view::{Foot, Link};
use crate::plan::{Draft, Page, Planner, url};
use crate::resolve::charter::standing::{Status, easy_read_line};
use crate::resolve::charter::{Charter, CharterBehaviour};

impl WardPages<'_> {
    /// Returns the link to the ward's charter in Easy Read; nothing where the charter that wards start from has no Easy Read.
    pub(in crate::plan) fn easy_charter_link(&self) -> Option<Link> {
        let voice = &self.voice;
        voice.shared.has_easy_charter(self.ward, &voice.strings.language).then(|| Link {
            href: url::in_language(&url::easy_read(&url::charter(&self.ward.id)), voice.language()),
            words: voice.words(&["charter_title"]),
            ..Link::default()
        })
    }
}

impl Planner<'_> {
    /// Returns the page of a ward's charter in Easy Read.
    pub(in crate::plan) fn easy_charter(&self, pages: &WardPages<'_>, charter: &Charter) -> Option<Draft> {
        let WardPages { voice, ward, agreed, .. } = pages;
        let link = pages.easy_charter_link()?;
        let root = url::root(&link.href);
        let is_changed =
            |line: &str| agreed.standing.changed.iter().any(|one| one.language == charter.language && one.line == line);
        let row = |behaviour: &CharterBehaviour| {
            Some(EasyReadRow {
                picture: behaviour.picture.as_ref().and_then(|picture| voice.shared.picture_of_row(picture, &root)),
                words: Some(voice.line(behaviour.easy_read.as_ref()?)),
                is_changed: is_changed(&easy_read_line(&behaviour.id)),
                ..EasyReadRow::default()
            })
        };
        let rows = charter.behaviours.iter().filter_map(row).collect();
        let view = View::EasyRead(EasyRead {
            parts: vec![EasyReadPart { title: voice.words(&["charter", "behaviours"]), rows }],
            content_note: None,
            standard: Link { words: voice.words(&["formats", "standard"]), ..voice.link(Kind::Section, "charter") },
            subject: subject(pages),
            foot: Foot { version: charters::version(pages, charter), ..Foot::default() },
        });
        let (title, description) = (title(voice, &voice.line(&charter.title)), voice.words(&["charter_title"]));
        let mut frame = self.ward_frame(pages, WardPage::EasyCharter, title, description);
        frame.breadcrumb.push(voice.section_link("charter"));
        Some(Draft::page(Page { frame: with_menu(voice, frame), view }, Some(ward.name.span)))
    }
}

fn subject(pages: &WardPages<'_>) -> Subject {
    if pages.agreed.standing.status == Status::Suspect {
        Subject::ChangedCharter
    } else if charters::coproduced(pages).is_none() {
        Subject::DraftCharter
    } else {
        Subject::Charter
    }
}
