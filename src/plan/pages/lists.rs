//! The pages that list: home and the index of each section, support and glossary among them.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::model;
use crate::model::article::Article;
use crate::model::kind::{HOME, Kind, PAGES};
use crate::model::resource::KINDS;
use crate::model::review::Review;
use crate::plan::frames::{FramePlace, home, sections};
use crate::plan::order::{TitleOrder, by_title};
use crate::plan::pages::first_choices::EASY_READ;
use crate::plan::services::service;
use crate::plan::view::pages::{Collection, Glossary, Home, Index, Standards, Start, Support, View};
use crate::plan::view::parts::{GlossaryLetter, Term};
use crate::plan::view::{Card, CardGroup, ContentsEntry, Foot};
use crate::plan::{Draft, Gatherer, Page, url};
use crate::resolve::values;
use crate::text::prose::Prose;
use crate::text::select;

impl<'a> Gatherer<'a> {
    /// Returns the listing pages of this language. A language other than the first has a start page and those lists that
    /// somebody translated.
    pub(in crate::plan) fn lists(&self) -> Vec<Draft> {
        let voice = &self.voice;
        let is_translated =
            |section: &&str| voice.language().is_none_or(|tag| voice.is_translated(Kind::Section, section, tag));
        let listed: Vec<&str> = self.listed().into_iter().filter(is_translated).collect();
        let mut drafts: Vec<Draft> = listed.into_par_iter().map(|section| self.section(section)).collect();
        if voice.shared.own_ward.is_none() {
            drafts.extend(self.trust_differences());
        }
        drafts.push(self.blank());
        match voice.language() {
            None => {
                let (a_to_z, sitemap) = rayon::join(|| self.a_to_z(), || self.sitemap());
                let benchmark = self.benchmark_form().map(|form| voice.with_benchmark_paper(form)).unwrap_or_default();
                drafts.extend(self.matrix().into_iter().chain(benchmark).chain(self.side_by_side()));
                drafts.extend([self.home(), a_to_z, sitemap, self.not_found()]);
            }
            Some(language) if voice.is_translated(Kind::Section, HOME, language) => drafts.push(self.home()),
            Some(_) => drafts.push(self.language_start()),
        }
        drafts
    }

    /// Returns the sections that have something to show, in the order of the page of contents.
    pub(in crate::plan) fn listed(&self) -> Vec<&'a str> {
        sections(&self.voice).into_iter().chain([PAGES].into_iter().filter(|id| self.voice.has_content(id))).collect()
    }

    pub(in crate::plan) fn ids(&self, kind: Kind) -> Vec<&'a str> {
        self.orders.ids(kind).to_vec()
    }

    pub(super) fn cards(&self, kind: Kind) -> Vec<Card> {
        let audience = |id: &str| self.voice.audience(self.listed.audience(kind, id));
        self.ids(kind).into_iter().map(|id| self.voice.card(kind, id, audience(id))).collect()
    }

    fn index_page(&self, section: &str) -> Option<&'a Article> {
        self.listed.index(section, self.voice.language())
    }

    fn section(&self, section: &'a str) -> Draft {
        let path = self.section_path(section);
        let root = url::root(&path);
        let page = self.index_page(section);
        let review = page.map(|page| page.review.clone()).unwrap_or_default();
        let body = page.map(|page| self.voice.piece(&page.body, &root));
        let view = match section {
            "standards" => View::Standards(Standards {
                body,
                groups: one_group(self.cards(Kind::Domain)),
                held: self.listed.standards.iter().filter(|standard| standard.language.is_first()).count(),
                matrix: self.matrix_link(),
                published_href: self.published(),
                foot: self.section_foot(section, &review),
            }),
            "charter" => self.charter_section(page, &root),
            "wards" => View::Wards(self.index(page, &root, self.wards_by_site(), self.section_foot(section, &review))),
            "resources" => self.resources(&root),
            "support" => self.support(&root),
            "glossary" => self.glossary(&root),
            "benchmarks" => {
                let groups = one_group(self.cards(Kind::Benchmark));
                self.benchmarks(self.index(page, &root, groups, self.section_foot(section, &review)))
            }
            _ => {
                let kind = Kind::ALL.into_iter().find(|kind| *kind != Kind::Section && kind.section() == section);
                let groups = kind.map(|kind| self.groups_of(kind)).unwrap_or_default();
                let tools = if kind == Some(Kind::ConversationModel) { self.conversation_tools() } else { Vec::new() };
                let index = self.index(page, &root, groups, self.section_foot(section, &review));
                View::Section(Index { tools, ..index })
            }
        };
        Draft::page(self.list_page(section, &path, view), page.map(|page| page.title.span))
    }

    /// Returns a list with its introduction: what stands in the text before the first heading comes before the list, so that nobody
    /// has to read notes for others first.
    fn index(&self, page: Option<&Article>, root: &str, groups: Vec<CardGroup>, foot: Foot) -> Index {
        let (before, after) = page.map(|page| select::at_heading(&self.voice.seen(&page.body))).unzip();
        let piece = |prose: Option<Arc<Prose>>| self.voice.optional_piece(prose.as_ref(), root);
        Index { body: piece(before), rest: piece(after), groups, tools: Vec::new(), foot }
    }

    /// Returns the items of a section's first kind, those of its other kinds, and those in Easy Read.
    fn groups_of(&self, kind: Kind) -> Vec<CardGroup> {
        let own = if kind == Kind::ChangeIdea { self.ideas() } else { one_group(self.cards(kind)) };
        let others = Kind::ALL.into_iter().filter(|other| *other != kind && other.section() == kind.section());
        let group = |other: Kind| {
            let (id, title) = (format!("page-kind-{}", other.name()), self.voice.words(&["kinds_of", other.name()]));
            let cards = self.cards(other);
            (!cards.is_empty()).then_some(CardGroup { id, title: Some(title), cards })
        };
        own.into_iter().chain(others.filter_map(group)).chain(self.easy_reads(kind)).collect()
    }

    /// Returns the items of a kind that are in Easy Read, as a group of their own.
    fn easy_reads(&self, kind: Kind) -> Option<CardGroup> {
        let cards: Vec<Card> =
            self.ids(kind).into_iter().filter_map(|id| self.voice.easy_read_card(kind, id)).collect();
        let title = Some(self.voice.words(&["formats", "easy_read"]));
        (!cards.is_empty()).then(|| CardGroup { id: EASY_READ.into(), title, cards })
    }

    pub(in crate::plan) fn section_path(&self, section: &str) -> String {
        url::in_language(&url::section(section), self.voice.language())
    }

    pub(in crate::plan) fn section_foot(&self, section: &str, review: &Review) -> Foot {
        Foot { previous: None, next: None, ..self.foot(Kind::Section, section, review) }
    }

    fn list_page(&self, section: &str, path: &str, view: View) -> Page {
        let voice = &self.voice;
        let card = voice.card(Kind::Section, section, Vec::new());
        let known = voice.shared.names.get(Kind::Section, section).is_some();
        let base_path = url::section(section);
        let mut breadcrumb = if section == HOME { Vec::new() } else { vec![home(voice)] };
        if section == "change-ideas" {
            breadcrumb.push(voice.section_link("improvement"));
        }
        let place = FramePlace {
            path,
            title: if known { card.title } else { voice.words(&["sections", section]) },
            description: card.summary.unwrap_or_default(),
            section,
            breadcrumb,
            languages: if section == HOME { self.all_languages() } else { self.languages_of(Kind::Section, section) },
            base_path: &base_path,
        };
        Page { frame: self.frames.frame(voice, place, None), view }
    }

    fn wards_by_site(&self) -> Vec<CardGroup> {
        type ByTitle = (TitleOrder, String);
        let voice = &self.voice;
        let settings = voice.shared.settings;
        let mut sites: BTreeMap<ByTitle, Vec<Card>> = BTreeMap::new();
        for ward in self.listed.wards {
            let language = &voice.strings.language;
            let kind = values::kind_words(ward, settings, language);
            let card = Card { summary: Some(kind), ..voice.card(Kind::Ward, &ward.id, Vec::new()) };
            let site = voice.said_of_ward(&ward.site, ward).words;
            sites.entry((by_title(&site), site)).or_default().push(card);
        }
        let group = |(number, ((_, title), mut cards)): (usize, (ByTitle, Vec<Card>))| {
            cards.sort_by_cached_key(|card| (by_title(&card.title), card.href.clone()));
            CardGroup { id: format!("page-site-{}", number + 1), title: Some(title), cards }
        };
        sites.into_iter().enumerate().map(group).collect()
    }

    fn resources(&self, root: &str) -> View {
        let voice = &self.voice;
        let resources = self.listed.resources.iter().find(|found| found.language.tag() == voice.language());
        let items = resources.map(|resources| resources.items.as_slice()).unwrap_or_default();
        let groups = KINDS.iter().filter_map(|(kind, _)| {
            let mut of_kind: Vec<_> = items.iter().filter(|item| item.kind == *kind).collect();
            of_kind.sort_by_cached_key(|item| by_title(&voice.line(&item.title)));
            let card = |item: &&crate::model::resource::Resource| {
                let author = voice.optional_line(item.author.as_ref());
                let year = item.year.map(|year| year.to_string());
                let by: Vec<String> = author.into_iter().chain(year).collect();
                let summary = (!by.is_empty()).then(|| by.join(", "));
                Card { summary, ..voice.card(Kind::Resource, &item.id.0, voice.audience(&item.audience)) }
            };
            let cards: Vec<Card> = of_kind.iter().map(card).collect();
            let title = Some(voice.words(&["resource_kinds", kind]));
            (!cards.is_empty()).then(|| CardGroup { id: format!("page-kind-{kind}"), title, cards })
        });
        View::Resources(Collection {
            introduction: resources.and_then(|found| voice.optional_piece(found.introduction.as_ref(), root)),
            groups: groups.collect(),
            foot: self.section_foot("resources", &resources.map(|found| found.review.clone()).unwrap_or_default()),
        })
    }

    fn support(&self, root: &str) -> View {
        let voice = &self.voice;
        let support = self.listed.support.iter().find(|found| found.language.tag() == voice.language());
        let items = voice.shared.services(voice.language());
        View::Support(Support {
            introduction: support.and_then(|found| voice.optional_piece(found.introduction.as_ref(), root)),
            services: items.into_iter().map(|item| service(voice, item, Some(root))).collect(),
            foot: self.section_foot("support", &support.map(|found| found.review.clone()).unwrap_or_default()),
        })
    }

    fn glossary(&self, root: &str) -> View {
        let voice = &self.voice;
        let glossary = self.listed.glossary.iter().find(|found| found.language.tag() == voice.language());
        let mut letters: BTreeMap<String, Vec<Term>> = BTreeMap::new();
        for item in glossary.map(|glossary| glossary.items.as_slice()).unwrap_or_default() {
            let term = voice.line(&item.term);
            let see = |id: &crate::span::Spanned<String>| ContentsEntry {
                id: id.value.clone(),
                words: voice.title(Kind::Term, id),
            };
            letters.entry(first_letter(&term)).or_default().push(Term {
                id: item.id.0.value.clone(),
                term,
                meaning: voice.piece(&item.meaning, root),
                see_also: item.see_also.iter().map(see).collect(),
            });
        }
        let letter = |(letter, mut terms): (String, Vec<Term>)| {
            terms.sort_by_cached_key(|term| (by_title(&term.term), term.id.clone()));
            GlossaryLetter { id: letter_id(&letter), letter, terms }
        };
        View::Glossary(Glossary {
            introduction: glossary.and_then(|found| voice.optional_piece(found.introduction.as_ref(), root)),
            letters: letters.into_iter().map(letter).collect(),
            foot: self.section_foot("glossary", &glossary.map(|found| found.review.clone()).unwrap_or_default()),
        })
    }

    fn home(&self) -> Draft {
        let path = self.section_path(HOME);
        let root = url::root(&path);
        let page = self.index_page(HOME);
        let review = page.map(|page| page.review.clone()).unwrap_or_default();
        let cards = sections(&self.voice).into_iter().map(|section| self.card_of_section(section));
        let groups = self.own_ward().into_iter().chain(one_group(cards.collect()));
        let starts = page.map(|page| page.starts.as_slice()).unwrap_or_default();
        let start = |start: &model::article::Start| Start {
            title: self.voice.line(&start.title),
            text: self.voice.piece(&start.text, &root),
        };
        let view = View::Home(Home {
            choices: self.choices(),
            starts: starts.iter().map(start).collect(),
            body: page.map(|page| self.voice.piece(&page.body, &root)),
            groups: groups.collect(),
            foot: self.section_foot(HOME, &review),
        });
        let mut list = self.list_page(HOME, &path, view);
        if page.is_none() {
            list.frame.title.clone_from(&list.frame.site.title);
            list.frame.head_title.clone_from(&list.frame.site.title);
        }
        Draft::page(list, page.map(|page| page.title.span))
    }
}

pub(super) fn one_group(cards: Vec<Card>) -> Vec<CardGroup> {
    if cards.is_empty() { Vec::new() } else { vec![CardGroup { id: "page-list".into(), title: None, cards }] }
}

/// Returns the letter that words stand under in an alphabetical list.
pub(in crate::plan) fn first_letter(words: &str) -> String {
    let first = words.chars().find(|letter| letter.is_alphanumeric());
    first.map_or("#".to_owned(), |letter| letter.to_uppercase().collect())
}

/// Returns the id of a letter's heading.
pub(in crate::plan) fn letter_id(letter: &str) -> String {
    letter.to_lowercase()
}
