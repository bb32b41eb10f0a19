//! The pages of what is no longer there: they say so, and where to go. Each address that the thing had leaves one.

use crate::model;
use crate::model::article::Article;
use crate::model::kind::Kind;
use crate::model::language::Language;
use crate::model::ward::Ward;
use crate::plan::frames::{FramePlace, home};
use crate::plan::pages::ward_page::WardPage;
use crate::plan::pages::wards::WardPages;
use crate::plan::view::Frame;
use crate::plan::view::pages::{View, Withdrawn};
use crate::plan::voice::Voice;
use crate::plan::{Draft, Gatherer, Page, Planner, url};
use crate::resolve::charter::languages;
use crate::resolve::{audience, values};
use crate::span::Span;

/// An address in the pack's first language, what was there besides a ward's home, and the languages it was there in.
type OldAddress = (String, Option<String>, Vec<Language>);

impl Gatherer<'_> {
    /// Returns the pages of withdrawn wards and of withdrawn pages outside wards.
    pub(in crate::plan) fn withdrawn(&self) -> Vec<Draft> {
        let shared = self.voice.shared;
        let here = |article: &&std::sync::Arc<Article>| article.language.tag() == self.voice.language();
        let articles =
            shared.withdrawn_articles.iter().filter(here).flat_map(|article| self.withdrawn_article(article));
        articles.chain(shared.withdrawn_wards.iter().flat_map(|ward| self.withdrawn_ward(ward))).collect()
    }

    fn withdrawn_article(&self, article: &Article) -> Vec<Draft> {
        let voice = &self.voice;
        let (kind, title) = (article.kind, voice.line(&article.title));
        let of = |base_path: String, title: String, languages: Vec<Language>| {
            let frame = self.withdrawn_frame(&base_path, title, kind, languages);
            draft(voice, frame, kind, article.withdrawn.as_ref(), article.title.span)
        };
        let page = url::item(kind, &article.id);
        let easy_read = has_easy_read(voice, article).then(|| {
            let languages = self.languages_of_easy_read(kind, &article.id);
            of(url::easy_read(&page), easy_read_title(voice, &title), languages)
        });
        of(page, title, self.languages_of(kind, &article.id)).into_iter().chain(easy_read.flatten()).collect()
    }

    /// Returns a page for each address that a ward had in this language. Its contacts aren't shown: nobody answers there.
    fn withdrawn_ward(&self, ward: &Ward) -> Vec<Draft> {
        let voice = &self.voice;
        let own = languages(ward, voice.shared.settings);
        if !own.contains(&voice.strings.language) {
            return Vec::new();
        }
        let first = voice.shared.settings.first_language();
        let own: Vec<Language> = own.iter().map(|tag| Language::in_pack(tag, first)).collect();
        let name = values::plain(&ward.name);
        let page = |(base_path, of, languages): OldAddress| {
            let title = of.map_or_else(|| name.clone(), |of| format!("{name}: {of}"));
            let frame = self.withdrawn_frame(&base_path, title, Kind::Ward, languages);
            draft(voice, frame, Kind::Ward, ward.withdrawn.as_ref(), ward.name.span)
        };
        let pages = self.addresses(ward, &own).into_iter();
        pages.chain(self.leaflet_addresses(ward, &own)).filter_map(page).collect()
    }

    /// Returns the addresses that every ward has.
    fn addresses(&self, ward: &Ward, own: &[Language]) -> Vec<OldAddress> {
        let voice = &self.voice;
        let words = |path: &[&str]| Some(voice.words(path));
        let mut all = vec![
            (url::item(Kind::Ward, &ward.id), None, own.to_vec()),
            (url::charter(&ward.id), words(&["charter_title"]), own.to_vec()),
            (url::ward_search(&ward.id), words(&["sections", "search"]), own.to_vec()),
        ];
        if voice.is_for_staff() {
            all.push((url::differences(&ward.id), words(&["differences", "title"]), own.to_vec()));
        }
        all
    }

    /// Returns the addresses of a ward's copies of leaflets in this language, in Easy Read too, whether or not they are still in use.
    fn leaflet_addresses(&self, ward: &Ward, own: &[Language]) -> Vec<OldAddress> {
        let voice = &self.voice;
        let shared = voice.shared;
        let all: Vec<&Article> = shared.all_leaflets().filter(|leaflet| audience::gives_out(ward, leaflet)).collect();
        let in_language =
            |id: &str, language: &Language| all.iter().any(|one| one.id == id && one.language == *language);
        let here = all.iter().filter(|leaflet| leaflet.language.tag() == voice.language());
        let of = |leaflet: &&Article| {
            let (id, title) = (&leaflet.id, voice.line(&leaflet.title));
            let path = url::ward_leaflet(&ward.id, id);
            let languages: Vec<_> = own.iter().filter(|tag| in_language(id, tag)).cloned().collect();
            let easy_languages =
                languages.iter().filter(|tag| shared.had_easy_read(Kind::Leaflet, id, tag.tag())).cloned().collect();
            let easy_read = shared
                .had_easy_read(Kind::Leaflet, id, voice.language())
                .then(|| (url::easy_read(&path), Some(easy_read_title(voice, &title)), easy_languages));
            std::iter::once((path, Some(title), languages)).chain(easy_read).collect::<Vec<OldAddress>>()
        };
        here.flat_map(of).collect()
    }

    fn withdrawn_frame(&self, base_path: &str, title: String, kind: Kind, languages: Vec<Language>) -> Frame {
        let voice = &self.voice;
        let section = voice.has_content(kind.section()).then(|| voice.section_link(kind.section()));
        let place = FramePlace {
            path: &url::in_language(base_path, voice.language()),
            title,
            description: voice.words(&["withdrawn", "title"]),
            section: kind.section(),
            breadcrumb: std::iter::once(home(voice)).chain(section).collect(),
            languages,
            base_path,
        };
        self.frames.frame(voice, place, None)
    }
}

impl Planner<'_> {
    /// Returns the pages that a ward's copies of withdrawn leaflets leave, with the ward's own contacts beside them.
    pub(in crate::plan) fn ward_withdrawn(&self, pages: &WardPages<'_>) -> Vec<Draft> {
        let WardPages { voice, ward, .. } = pages;
        let is_own = |article: &&std::sync::Arc<Article>| {
            let is_here = article.kind == Kind::Leaflet && article.language.tag() == voice.language();
            is_here && audience::gives_out(ward, article)
        };
        let page = |article: &std::sync::Arc<Article>| {
            let of = |page: WardPage<'_>, title: String| {
                let frame = self.ward_frame(pages, page, title, voice.words(&["withdrawn", "title"]));
                draft(voice, frame, Kind::Leaflet, article.withdrawn.as_ref(), article.title.span)
            };
            let (id, title) = (&article.id, voice.line(&article.title));
            let easy_read =
                has_easy_read(voice, article).then(|| of(WardPage::EasyLeaflet(id), easy_read_title(voice, &title)));
            of(WardPage::Leaflet(id), title).into_iter().chain(easy_read.flatten()).collect::<Vec<_>>()
        };
        voice.shared.withdrawn_articles.iter().filter(is_own).flat_map(page).collect()
    }
}

fn has_easy_read(voice: &Voice<'_>, article: &Article) -> bool {
    voice.shared.had_easy_read(article.kind, &article.id, article.language.tag())
}

fn easy_read_title(voice: &Voice<'_>, title: &str) -> String {
    voice.words_with(&["formats", "easy_read_title"], "{title}", title)
}

/// Returns the page at the place of a frame.
fn draft(
    voice: &Voice<'_>,
    frame: Frame,
    kind: Kind,
    withdrawn: Option<&model::withdrawn::Withdrawn>,
    span: Span,
) -> Option<Draft> {
    let withdrawn = withdrawn?;
    let first = voice.shared.settings.first_language();
    let language = voice.strings.language.as_str();
    let own = withdrawn.why.as_ref().and_then(|why| Some((language, why.in_language(language, first)?)));
    let why = own.or_else(|| withdrawn.why.as_ref().and_then(|why| why.in_some_language(first)));
    let instead = withdrawn.instead().filter(|(kind, id)| !voice.is_left_out(*kind, id));
    let section = Some(kind.section()).filter(|section| voice.has_content(section));
    let more = section.into_iter().chain(["support"]).map(|section| voice.section_link(section));
    let view = View::Withdrawn(Withdrawn {
        on: voice.strings.date(withdrawn.on.value),
        why: why.map(|(_, why)| voice.line(why)),
        lang: why.map(|(tag, _)| tag.to_owned()).filter(|tag| tag != language),
        instead: instead.map(|(kind, id)| voice.link(kind, id)),
        more: more.chain([home(voice)]).collect(),
    });
    Some(Draft::page(Page { frame, view }, Some(span)))
}
