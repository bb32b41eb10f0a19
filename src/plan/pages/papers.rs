//! What all papers have in common: what the page of the same has round its content, and what the pack says of itself.

use std::collections::BTreeMap;

use crate::model::audience::Audience;
use crate::model::colour::Colour;
use crate::model::settings::Settings;
use crate::plan::strings::Strings;
use crate::plan::view::pages::View;
use crate::plan::view::paper::{Band, Paper, PaperContent, PaperKind};
use crate::plan::view::{Contact, Foot, Frame, Said, Service};
use crate::plan::voice::Voice;
use crate::plan::{Content, Draft, url, web};
use crate::span::Span;

/// The groups of the theme's words that papers use.
const WORDS: [&str; 8] = ["article", "charter", "draft", "foot", "papers", "phone", "version", "ward"];
/// The colours of the theme's band, where the publisher has none of its own.
const BAND: (&str, &str) = ("#005eb8", "#ffffff");

impl Voice<'_> {
    /// Returns a paper with what stands round the page of the same; `file` is the name of the file, which tells it from all others of the
    /// pack: who saves several of them can tell them apart.
    pub(in crate::plan) fn paper(&self, frame: &Frame, kind: PaperKind, file: &str, content: PaperContent) -> Paper {
        let settings = self.shared.settings;
        let name = self.words(&["papers", kind.key()]);
        let badge = frame.ward.as_deref();
        Paper {
            path: url::paper(&frame.path, file, self.language()),
            kind,
            lang: frame.lang.clone(),
            dir: frame.dir,
            title: frame.title.clone(),
            head_title: format!("{} – {name}", frame.head_title),
            name,
            of_ward: self.ward.map(|ward| ward.id.clone()),
            ward: badge.map(|badge| Said { words: badge.full_name.clone(), lang: badge.name.lang.clone() }),
            hospital: badge.map(|badge| badge.site.clone()),
            publisher: frame.site.publisher.clone(),
            logo: frame.site.logo.clone(),
            band: band(settings),
            content,
            day: None,
            code: None,
            version: None,
            review_by: None,
            written: None,
            reviewed: None,
            unreviewed: None,
            translation: None,
            owner: None,
            address: address(settings, &frame.path),
            is_draft: false,
            qr_code: settings.qr_codes,
            changed_words: self.words(&["changed_words"]),
            words: words(self.strings, kind),
        }
    }
}

impl Voice<'_> {
    /// Returns a page and its papers, which it lists; the page alone where nothing prints papers. `make` makes them of what stands round the
    /// page and what it shows.
    pub(in crate::plan) fn with_papers(
        &self,
        mut page: Draft,
        make: impl FnOnce(&Frame, &View) -> Vec<Paper>,
    ) -> Vec<Draft> {
        let papers = match &page.content {
            Content::Page(page) if self.shared.prints => make(&page.frame, &page.view),
            _ => return vec![page],
        };
        let origin = page.origin;
        let papers = list(papers, std::slice::from_mut(&mut page), origin);
        std::iter::once(page).chain(papers).collect()
    }
}

/// Returns who can help on the ward of a page, where it is a ward's.
pub(in crate::plan) fn contacts(frame: &Frame) -> Vec<Contact> {
    frame.help.ward.iter().flat_map(|ward| ward.contacts.clone()).collect()
}

/// Returns the numbers for danger and for any hour that stand on a page.
pub(in crate::plan) fn always(frame: &Frame) -> Vec<Service> {
    frame.help.services.iter().filter(|service| service.phone.is_some()).cloned().collect()
}

/// Returns those of whom a passage has to name one to be on a paper for these readers. What is for staff alone isn't on one that others hold
/// in their hands too.
pub(in crate::plan) fn readers(audience: &[Audience]) -> Vec<Audience> {
    let everyone = [Audience::Patients, Audience::Carers, Audience::Visitors];
    let others: Vec<Audience> = audience.iter().copied().filter(|reader| *reader != Audience::Staff).collect();
    match (audience, others.is_empty()) {
        ([], _) => everyone.to_vec(),
        (staff, true) => staff.to_vec(),
        _ => others,
    }
}

impl Paper {
    /// Returns the paper with what the foot of its page says.
    pub(in crate::plan) fn with_foot(self, foot: &Foot) -> Paper {
        Paper {
            version: foot.version.clone(),
            review_by: foot.review_by.clone(),
            written: foot.written.clone(),
            reviewed: foot.reviewed.clone(),
            unreviewed: foot.unreviewed.clone(),
            translation: foot.translation.clone(),
            owner: foot.owner.clone(),
            ..self
        }
    }
}

/// Lists papers on the pages that show the same, and returns them as files of the site.
pub(in crate::plan) fn list(papers: Vec<Paper>, pages: &mut [Draft], origin: Option<Span>) -> Vec<Draft> {
    for draft in pages {
        if let Content::Page(page) = &mut draft.content {
            page.frame.papers = papers.iter().map(Paper::link).collect();
        }
    }
    let draft = |paper: Paper| Draft { path: paper.path.clone(), content: Content::Paper(Box::new(paper)), origin };
    papers.into_iter().map(draft).collect()
}

fn band(settings: &Settings) -> Band {
    let own = settings.brand.colour.as_ref().map(Colour::light);
    let (colour, on_colour) = own.map_or((BAND.0.to_owned(), BAND.1), |shade| (shade.colour, shade.on_colour));
    Band { colour, on_colour: on_colour.to_owned() }
}

/// Returns where a page is on the web, whole and as people say it.
pub(in crate::plan) fn address(settings: &Settings, page: &str) -> Option<(String, String)> {
    let address = web::address(settings, page)?;
    let shown = url::shown(&address);
    Some((address, shown))
}

fn words(strings: &Strings, kind: PaperKind) -> BTreeMap<&'static str, serde_yaml::Value> {
    let more: &[&str] = match kind {
        PaperKind::Form => &["form"],
        PaperKind::SafetyCross => &["safety_cross"],
        PaperKind::Chart => &["levels", "measure"],
        PaperKind::DriverDiagram => &["levels", "theory"],
        _ => &[],
    };
    let groups = WORDS.iter().chain(more);
    groups.filter_map(|group| Some((*group, strings.tree.get(*group)?.clone()))).collect()
}
