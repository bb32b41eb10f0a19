//! What the page of a change idea shows besides its text: the drivers that it helps, and what came of its tests; and the list of the ideas.

use crate::model::article::Article;
use crate::model::kind::Kind;
use crate::model::test_log::IdeaTest;
use crate::model::theory_of_change::TheoryOfChange;
use crate::plan::pages::lists::one_group;
use crate::plan::view::theory_of_change::{ChangeIdea, ShownTest};
use crate::plan::view::{Card, CardGroup, Link};
use crate::plan::voice::Voice;
use crate::plan::{Gatherer, key, url};
use crate::read::Sources;
use crate::resolve::Site;
use crate::span::FileId;
use crate::text::line::Line;

/// A driver that an idea helps: its theory of change, its part of the page, and its name.
#[derive(Clone, Copy, Debug)]
pub struct HelpedDriver<'a> {
    theory: &'a TheoryOfChange,
    place: (usize, usize),
    words: &'a Line,
}

/// What stands elsewhere about a change idea.
#[derive(Clone, Debug)]
pub struct AroundIdea<'a> {
    drivers: Vec<HelpedDriver<'a>>,
    tests: &'a [IdeaTest],
    files: Vec<FileId>,
}

impl<'a> AroundIdea<'a> {
    /// Returns what stands about an idea; nothing for pages of other kinds.
    pub fn of(article: &Article, language: Option<&str>, site: &'a Site) -> Option<Self> {
        if article.kind != Kind::ChangeIdea {
            return None;
        }
        let pack = &site.pack;
        let all = &pack.theories_of_change;
        let originals = all.iter().filter(|theory| theory.language.is_first());
        // A theory that is translated is named in the translation's words.
        let here = originals.map(|original| {
            let own = all.iter().find(|other| other.id == original.id && other.language.tag() == language);
            own.unwrap_or(original)
        });
        let drivers: Vec<HelpedDriver<'a>> = here.flat_map(|theory| helped(theory, &article.id)).collect();
        let tests = pack.article(Kind::ChangeIdea, &article.id, None).map_or(&[][..], |idea| &idea.tests);
        let log = pack.test_logs.get(&article.id).map(|log| log.file);
        let files = drivers.iter().map(|driver| driver.theory.file).chain(log).collect();
        Some(AroundIdea { drivers, tests, files })
    }

    /// Returns the hash of the files that it stands in.
    pub fn key(&self, sources: &Sources) -> u128 {
        let files: Vec<_> = self.files.iter().map(|file| sources.file(*file).identity()).collect();
        key::of(&files)
    }

    pub(super) fn view(&self, voice: &Voice<'_>) -> ChangeIdea {
        let here = self.drivers.iter().filter(|driver| !voice.is_left_out(Kind::TheoryOfChange, &driver.theory.id));
        ChangeIdea {
            drivers: here.map(|driver| link(driver, voice)).collect(),
            tests: self.tests.iter().map(|test| seen(test, voice)).collect(),
        }
    }
}

impl Gatherer<'_> {
    /// Returns the change ideas: once one has been tested, apart from those that have not.
    pub(super) fn ideas(&self) -> Vec<CardGroup> {
        let kind = Kind::ChangeIdea;
        let is_tested = |id: &&str| self.listed.tests_of(id) > 0;
        let (tested, untested): (Vec<&str>, Vec<&str>) = self.ids(kind).into_iter().partition(is_tested);
        if tested.is_empty() {
            return one_group(self.cards(kind));
        }
        let group = |name: &str, ids: Vec<&str>| {
            let tags = |id: &str| {
                let mut tags = self.voice.audience(self.listed.audience(kind, id));
                tags.push(self.voice.tested(self.listed.tests_of(id)));
                tags
            };
            let cards: Vec<Card> = ids.into_iter().map(|id| self.voice.card(kind, id, tags(id))).collect();
            let (id, title) = (format!("page-{name}"), Some(self.voice.words(&["idea", "groups", name])));
            (!cards.is_empty()).then_some(CardGroup { id, title, cards })
        };
        [group("tested", tested), group("untested", untested)].into_iter().flatten().collect()
    }
}

fn helped<'a>(theory: &'a TheoryOfChange, idea: &str) -> Vec<HelpedDriver<'a>> {
    let all = theory.secondary_drivers().filter(|(.., driver)| driver.ideas.iter().any(|named| named.value == *idea));
    all.map(|(primary, secondary, one)| HelpedDriver { theory, place: (primary, secondary), words: &one.driver.words })
        .collect()
}

fn link(driver: &HelpedDriver<'_>, voice: &Voice<'_>) -> Link {
    let page = voice.link(Kind::TheoryOfChange, &driver.theory.id);
    let said = voice.borrowed(driver.words);
    let (primary, secondary) = driver.place;
    let href = url::part(&page.href, &url::driver(primary, Some(secondary)));
    Link { href, words: said.words, lang: said.lang, ..page }
}

fn seen(test: &IdeaTest, voice: &Voice<'_>) -> ShownTest {
    let said = |line: &Option<Line>| line.as_ref().map(|line| voice.borrowed(line));
    let ward = test.ward.as_ref().filter(|ward| !voice.is_left_out(Kind::Ward, ward));
    ShownTest {
        on: voice.date(Some(&test.on)).unwrap_or_default(),
        ward: ward.map(|ward| voice.link(Kind::Ward, ward)),
        plan: voice.borrowed(&test.plan),
        done: said(&test.done),
        study: said(&test.study),
        act: said(&test.act),
    }
}
