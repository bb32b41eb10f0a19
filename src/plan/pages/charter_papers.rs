//! A ward's charter on paper: a poster in two sizes, a handout, large print and Easy Read; and as slides. Each is a file beside the page of the charter.

use crate::model::charter_format::CharterFormat;
use crate::plan::pages::charters::coproduced;
use crate::plan::pages::papers;
use crate::plan::pages::wards::WardPages;
use crate::plan::view::Frame;
use crate::plan::view::easy_read::{EasyRead, EasyReadRow};
use crate::plan::view::pages::View;
use crate::plan::view::paper::{CharterPaper, Paper, PaperContent, PaperKind, PaperText};
use crate::plan::view::wards::Charter;
use crate::plan::{Content, Draft, url};
use crate::resolve::charter;

impl WardPages<'_> {
    /// Returns the papers of a charter, and lists them on its pages, the `drafts`; none where nothing prints them.
    pub(in crate::plan) fn charter_papers(&self, charter: &charter::Charter, drafts: &mut [Draft]) -> Vec<Draft> {
        if self.voice.shared.prints { all(self, charter, drafts) } else { Vec::new() }
    }
}

/// The papers of the page of a charter, each with the format that it can be left out as. The handout is always there.
const KINDS: [(Option<CharterFormat>, PaperKind); 5] = [
    (Some(CharterFormat::PosterA4), PaperKind::Poster),
    (Some(CharterFormat::PosterA3), PaperKind::LargePoster),
    (None, PaperKind::Handout),
    (Some(CharterFormat::LargePrint), PaperKind::LargePrint),
    (Some(CharterFormat::Slides), PaperKind::Slides),
];

fn all(pages: &WardPages<'_>, charter: &charter::Charter, drafts: &mut [Draft]) -> Vec<Draft> {
    let is_wanted = |format| pages.voice.shared.settings.charter_formats.contains(&format);
    let mut all: Vec<Paper> = Vec::new();
    for draft in drafts.iter() {
        let Content::Page(page) = &draft.content else { continue };
        match &page.view {
            View::Charter(view) => {
                let wanted = KINDS.into_iter().filter(|(format, _)| format.is_none_or(is_wanted));
                all.extend(wanted.map(|(_, kind)| paper(pages, charter, (&page.frame, view), kind)));
            }
            View::EasyRead(view) if is_wanted(CharterFormat::EasyRead) => {
                all.extend(all.first().and_then(|first| easy_paper(pages, first, &page.frame, view)));
            }
            _ => {}
        }
    }
    papers::list(all, drafts, Some(pages.ward.name.span))
}

fn paper(
    pages: &WardPages<'_>,
    charter: &charter::Charter,
    (frame, view): (&Frame, &Charter),
    kind: PaperKind,
) -> Paper {
    let WardPages { voice, ward, agreed, .. } = pages;
    let on = coproduced(pages).map(|by| by.on.value);
    let content = CharterPaper {
        contacts: view.contacts.clone(),
        always: view.always.clone(),
        status: view.status.clone(),
        agreed: view.coproduced.as_ref().map(|by| by.sentence.clone()),
        means_here_agreed: view.means_here_agreed.clone(),
        suspect: view.suspect,
        signatures: ward.charter.signatures,
        ..CharterPaper::of(view.words.clone())
    };
    let content = PaperContent::Charter(Box::new(content));
    Paper {
        day: on.map(|on| [on.year(), on.month().into(), on.day().into()]),
        code: agreed.standing.codes.get(&charter.language).cloned(),
        version: view.version.clone(),
        ..voice.paper(frame, kind, &file(pages, kind), content).with_foot(&view.foot)
    }
}

/// Returns the paper in Easy Read, given one of the other papers: its numbers are the same.
fn easy_paper(pages: &WardPages<'_>, other: &Paper, frame: &Frame, view: &EasyRead) -> Option<Paper> {
    let PaperContent::Charter(content) = &other.content else { return None };
    let row = |row: &EasyReadRow| EasyReadRow {
        picture: row.picture.as_ref().map(PaperText::picture_from_root),
        ..row.clone()
    };
    let rows = view.parts.iter().flat_map(|part| &part.rows).map(row).collect();
    let content = PaperContent::Charter(Box::new(CharterPaper { rows, ..(**content).clone() }));
    let kind = PaperKind::EasyRead;
    let Paper { kind, title, head_title, name, address, content, .. } =
        pages.voice.paper(frame, kind, &file(pages, kind), content);
    // It lies beside the others, though the page lies deeper.
    let language = pages.voice.language();
    let charter = url::in_language(&url::charter(&pages.ward.id), language);
    let path = url::paper(&charter, &file(pages, kind), language);
    Some(Paper { path, kind, title, head_title, name, content, address, ..other.clone() })
}

fn file(pages: &WardPages<'_>, kind: PaperKind) -> String {
    format!("{}-charter-{}", pages.ward.id, kind.name())
}
