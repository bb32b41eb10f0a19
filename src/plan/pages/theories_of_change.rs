//! The page of a theory of change: a driver diagram, and the same as a list.

mod diagram;

use crate::model;
use crate::model::kind::Kind;
use crate::plan::pages::articles::ItemPage;
use crate::plan::view::pages::View;
use crate::plan::view::theory_of_change::{Driver, PrimaryDriver, SecondaryDriver, TheoryOfChange, TriedIdea};
use crate::plan::view::{Foot, Link};
use crate::plan::{Draft, Gatherer, url};
use crate::span::Spanned;

impl Gatherer<'_> {
    /// Returns the page, and its drawing to print.
    pub(in crate::plan) fn theory_of_change(&self, theory: &model::theory_of_change::TheoryOfChange) -> Vec<Draft> {
        let kind = Kind::TheoryOfChange;
        let item = ItemPage { kind, id: &theory.id, title: &theory.title, summary: Some(&theory.summary) };
        let root = self.root(&item);
        let voice = &self.voice;
        let primary_drivers: Vec<PrimaryDriver> = theory
            .primary_drivers
            .iter()
            .enumerate()
            .map(|(number, primary)| self.primary_driver(number + 1, primary, &root))
            .collect();
        let columns = diagram::COLUMNS.map(|column| voice.words(&["theory", "columns", column]));
        let aim = voice.line(&theory.aim);
        let ideas = || primary_drivers.iter().flat_map(|primary| &primary.secondary_drivers).flat_map(|one| &one.ideas);
        let view = View::TheoryOfChange(Box::new(TheoryOfChange {
            ward: theory.ward.as_ref().map(|ward| voice.link(Kind::Ward, ward)),
            introduction: voice.optional_piece(theory.introduction.as_ref(), &root),
            diagrams: diagram::diagrams(&aim, &primary_drivers, &columns, voice.direction()),
            is_untested: ideas().next().is_some() && !ideas().any(|idea| idea.is_tested),
            aim,
            primary_drivers,
            foot: Foot { audience: voice.audience(&theory.audience), ..self.foot(kind, &theory.id, &theory.review) },
        }));
        self.with_diagram_paper(&theory.id, self.draft(&item, view, theory.title.span))
    }

    fn primary_driver(
        &self,
        number: usize,
        primary: &model::theory_of_change::PrimaryDriver,
        root: &str,
    ) -> PrimaryDriver {
        let below = primary.secondary_drivers.iter().enumerate();
        let secondary = |(place, secondary): (usize, &model::theory_of_change::SecondaryDriver)| SecondaryDriver {
            driver: self.driver(url::driver(number, Some(place + 1)), &secondary.driver, root),
            ideas: self.links(Kind::ChangeIdea, &secondary.ideas).map(|(id, link)| self.tried(id, link)).collect(),
        };
        PrimaryDriver {
            driver: self.driver(url::driver(number, None), &primary.driver, root),
            secondary_drivers: below.map(secondary).collect(),
        }
    }

    fn driver(&self, id: String, driver: &model::theory_of_change::Driver, root: &str) -> Driver {
        let domains = self.links(Kind::Domain, &driver.domains);
        let standards = domains.chain(self.links(Kind::Standard, &driver.standards));
        Driver {
            id,
            words: self.voice.line(&driver.words),
            is_to_fill: driver.is_to_fill,
            text: self.voice.optional_piece(driver.text.as_ref(), root),
            standards: standards.map(|(_, link)| link).collect(),
            measures: self.links(Kind::Measure, &driver.measures).map(|(_, link)| link).collect(),
        }
    }

    /// Returns links to the items that this site has.
    fn links<'i>(&self, kind: Kind, ids: &'i [Spanned<String>]) -> impl Iterator<Item = (&'i str, Link)> {
        let voice = self.voice;
        let here = ids.iter().filter(move |id| !voice.is_left_out(kind, id));
        here.map(move |id| (id.value.as_str(), voice.link(kind, id)))
    }

    fn tried(&self, id: &str, idea: Link) -> TriedIdea {
        let tests = self.listed.tests_of(id);
        TriedIdea { idea, tested: self.voice.tested(tests), is_tested: tests > 0 }
    }
}
