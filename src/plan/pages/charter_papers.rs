//! A ward's charter on paper: a poster in two sizes, a handout, large print and Easy Read. Each is a file beside the page of the charter.

use std::collections::BTreeMap;

use crate::model::colour::Colour;
use crate::model::settings::Settings;
use crate::plan::pages::charters::coproduced;
use crate::plan::pages::wards::WardPages;
use crate::plan::strings::Strings;
use crate::plan::view::easy_read::{EasyRead, EasyReadRow};
use crate::plan::view::pages::View;
use crate::plan::view::paper::{Band, CharterPaper, Paper, PaperKind, PaperText};
use crate::plan::view::wards::Charter;
use crate::plan::view::{Frame, Said, ShownPicture};
use crate::plan::{Content, Draft, url};
use crate::resolve::charter;

/// The groups of the theme's words that papers use.
const WORDS: [&str; 5] = ["charter", "foot", "papers", "phone", "ward"];
/// The colours of the theme's band, where the publisher has none of its own.
const BAND: (&str, &str) = ("#005eb8", "#ffffff");

impl WardPages<'_> {
    /// Returns the papers of a charter, and lists them on its pages, the `drafts`; none where nothing prints them.
    pub(in crate::plan) fn charter_papers(&self, charter: &charter::Charter, drafts: &mut [Draft]) -> Vec<Draft> {
        if self.voice.shared.prints { papers(self, charter, drafts) } else { Vec::new() }
    }
}

fn papers(pages: &WardPages<'_>, charter: &charter::Charter, drafts: &mut [Draft]) -> Vec<Draft> {
    let mut papers: Vec<Paper> = Vec::new();
    for draft in drafts.iter() {
        let Content::Page(page) = &draft.content else { continue };
        match &page.view {
            View::Charter(view) => papers.extend(
                [PaperKind::Poster, PaperKind::LargePoster, PaperKind::Handout, PaperKind::LargePrint]
                    .map(|kind| paper(pages, charter, (&page.frame, view), kind)),
            ),
            View::EasyRead(view) => {
                papers.extend(papers.first().map(|first| easy_paper(pages, first, &page.frame, view)));
            }
            _ => {}
        }
    }
    for draft in drafts {
        if let Content::Page(page) = &mut draft.content {
            page.frame.papers = papers.iter().map(Paper::link).collect();
        }
    }
    let origin = Some(pages.ward.name.span);
    let draft = |paper: Paper| Draft { path: paper.path.clone(), content: Content::Paper(Box::new(paper)), origin };
    papers.into_iter().map(draft).collect()
}

fn paper(
    pages: &WardPages<'_>,
    charter: &charter::Charter,
    (frame, view): (&Frame, &Charter),
    kind: PaperKind,
) -> Paper {
    let WardPages { voice, ward, badge, agreed, .. } = pages;
    let settings = voice.shared.settings;
    let on = coproduced(pages).map(|by| by.on.value);
    let name = voice.words(&["papers", kind.key()]);
    let mut paper = Paper {
        path: path(pages, kind),
        kind,
        lang: frame.lang.clone(),
        dir: frame.dir,
        title: frame.title.clone(),
        head_title: format!("{} – {name}", frame.head_title),
        name,
        ward: Said { words: badge.full_name.clone(), lang: badge.name.lang.clone() },
        hospital: badge.site.clone(),
        publisher: frame.site.publisher.clone(),
        logo: frame.site.logo.clone(),
        band: band(settings),
        content: CharterPaper {
            contacts: view.contacts.clone(),
            always: view.always.clone(),
            status: view.status.clone(),
            agreed: view.coproduced.as_ref().map(|by| by.sentence.clone()),
            means_here_agreed: view.means_here_agreed.clone(),
            suspect: view.suspect,
            signatures: ward.charter.signatures,
            ..CharterPaper::of(view.words.clone())
        },
        day: on.map(|on| [on.year(), on.month().into(), on.day().into()]),
        code: agreed.standing.codes.get(&charter.language).cloned(),
        version: view.version.clone(),
        review_by: view.foot.review_by.clone(),
        translation: view.foot.translation.clone(),
        owner: view.foot.owner.clone(),
        address: address(settings, &frame.path),
        pictures: Vec::new(),
        changed_words: voice.words(&["changed_words"]),
        words: words(voice.strings),
    };
    paper.pictures = pictures(&paper);
    paper
}

/// Returns the paper in Easy Read, given one of the other papers: its numbers are the same.
fn easy_paper(pages: &WardPages<'_>, other: &Paper, frame: &Frame, view: &EasyRead) -> Paper {
    let kind = PaperKind::EasyRead;
    let name = pages.voice.words(&["papers", kind.key()]);
    let row = |row: &EasyReadRow| EasyReadRow { picture: row.picture.as_ref().map(from_root), ..row.clone() };
    let rows = view.parts.iter().flat_map(|part| &part.rows).map(row).collect();
    let mut paper = Paper {
        path: path(pages, kind),
        kind,
        title: frame.title.clone(),
        head_title: format!("{} – {name}", frame.head_title),
        name,
        content: CharterPaper { rows, ..other.content.clone() },
        address: address(pages.voice.shared.settings, &frame.path),
        ..other.clone()
    };
    paper.pictures = pictures(&paper);
    paper
}

/// Returns the path of a paper. Who saves several of them can tell them apart.
fn path(pages: &WardPages<'_>, kind: PaperKind) -> String {
    let language = pages.voice.language();
    url::in_language(&url::charter_paper(&pages.ward.id, kind.name(), language), language)
}

fn band(settings: &Settings) -> Band {
    let own = settings.brand.colour.as_ref().map(Colour::light);
    let (colour, on_colour) = own.map_or((BAND.0.to_owned(), BAND.1), |shade| (shade.colour, shade.on_colour));
    Band { colour, on_colour: on_colour.to_owned() }
}

/// Returns where a page is on the web, whole and as people say it.
fn address(settings: &Settings, page: &str) -> Option<(String, String)> {
    let site = settings.web_address.as_ref()?.0.trim_end_matches('/').to_owned();
    let address = format!("{site}/{}", page.trim_end_matches("index.html"));
    let shown = url::shown(&address);
    Some((address, shown))
}

fn words(strings: &Strings) -> BTreeMap<&'static str, serde_yaml::Value> {
    WORDS.into_iter().filter_map(|group| Some((group, strings.tree.get(group)?.clone()))).collect()
}

/// Returns a picture by its path from the site's root.
fn from_root(picture: &ShownPicture) -> ShownPicture {
    ShownPicture { href: PaperText::from_root(&picture.href).to_owned(), ..picture.clone() }
}

/// Returns the paths of the pictures on a paper.
fn pictures(paper: &Paper) -> Vec<String> {
    let content = &paper.content;
    let parts = [&content.explanation, &content.means_here, &content.intent, &content.support];
    let parts = parts.into_iter().flatten().chain(&content.behaviours);
    let in_text = parts.flat_map(|part| &part.text.0.filling.images).map(|picture| PaperText::from_root(&picture.href));
    let rows = content.rows.iter().filter_map(|row| row.picture.as_ref()).map(|picture| picture.href.as_str());
    let logo = paper.logo.iter().map(|logo| logo.picture.href.as_str());
    let mut all: Vec<String> = in_text.chain(rows).chain(logo).map(str::to_owned).collect();
    all.sort();
    all.dedup();
    all
}
