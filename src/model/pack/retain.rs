//! A pack with some of its items only.

use std::sync::Arc;

use super::Pack;
use crate::model::article::Start;
use crate::model::benchmark::{Benchmark, RatedStandard, Rating};
use crate::model::kind::Kind;
use crate::model::measurement_plan::MeasurementPlan;
use crate::model::test_log::IdeaTest;
use crate::model::theory_of_change::{Driver, TheoryOfChange};
use crate::span::Spanned;

impl Pack {
    /// Keeps some items only, by their kind and id, and what refers to the others in a list of its own.
    pub fn retain(&mut self, is_kept: impl Fn(Kind, &str) -> bool) {
        let Pack {
            articles,
            withdrawn_articles,
            easy_reads,
            withdrawn_easy_reads,
            standards,
            conversation_models,
            benchmarks,
            theories_of_change,
            measurement_plans,
            measures,
            forms,
            resources,
            // Shown by their ideas, measures and surveys alone.
            test_logs: _,
            numbers: _,
            answers: _,
            // For everyone, or shown on no page.
            settings: _,
            templates: _,
            trust: _,
            wards: _,
            withdrawn_wards: _,
            agreements: _,
            sheet_records: _,
            support: _,
            glossary: _,
            checks: _,
            search_words: _,
            published: _,
            articles_by_id: _,
            images: _,
            broken: _,
            told: _,
        } = self;
        articles.retain(|article| is_kept(article.kind, &article.id));
        withdrawn_articles.retain(|article| is_kept(article.kind, &article.id));
        easy_reads.retain(|easy_read| is_kept(easy_read.kind, &easy_read.id));
        withdrawn_easy_reads.retain(|easy_read| is_kept(easy_read.kind, &easy_read.id));
        standards.retain(|standard| is_kept(Kind::Standard, &standard.id));
        conversation_models.retain(|model| is_kept(Kind::ConversationModel, &model.id));
        retain_theories(theories_of_change, &is_kept);
        retain_plans(measurement_plans, &is_kept);
        measures.retain(|measure| is_kept(Kind::Measure, &measure.id));
        forms.retain(|form| is_kept(Kind::Form, &form.id));
        retain_benchmarks(benchmarks, &is_kept);
        for resources in resources {
            Arc::make_mut(resources).items.retain(|resource| is_kept(Kind::Resource, &resource.id.0));
        }
        self.index_articles();
    }

    /// Notes anew where the pages of each id stand.
    pub(in crate::model) fn index_articles(&mut self) {
        self.articles_by_id.clear();
        for (number, article) in self.articles.iter().enumerate() {
            self.articles_by_id.entry(article.id.clone()).or_default().push(number);
        }
    }

    /// Keeps some tests of change ideas only.
    pub fn retain_tests(&mut self, is_kept: impl Fn(&IdeaTest) -> bool) {
        for article in self.articles.iter_mut().filter(|article| !article.tests.is_empty()) {
            Arc::make_mut(article).tests.retain(&is_kept);
        }
    }

    /// Keeps some starts of the home pages only.
    pub fn retain_starts(&mut self, is_kept: impl Fn(&Start) -> bool) {
        for article in self.articles.iter_mut().filter(|article| !article.starts.is_empty()) {
            Arc::make_mut(article).starts.retain(&is_kept);
        }
    }
}

/// Keeps some theories of change only, and in them the names of what is kept.
fn retain_theories(theories: &mut Vec<Arc<TheoryOfChange>>, is_kept: &impl Fn(Kind, &str) -> bool) {
    theories.retain(|theory| is_kept(Kind::TheoryOfChange, &theory.id));
    let keep = |ids: &mut Vec<Spanned<String>>, kind: Kind| ids.retain(|id| is_kept(kind, id));
    let keep_beside = |driver: &mut Driver| {
        keep(&mut driver.domains, Kind::Domain);
        keep(&mut driver.standards, Kind::Standard);
        keep(&mut driver.measures, Kind::Measure);
    };
    for primary in theories.iter_mut().flat_map(|theory| &mut Arc::make_mut(theory).primary_drivers) {
        keep_beside(&mut primary.driver);
        for secondary in &mut primary.secondary_drivers {
            keep_beside(&mut secondary.driver);
            keep(&mut secondary.ideas, Kind::ChangeIdea);
        }
    }
}

/// Keeps some measurement plans only, and in them the outcomes whose measure is kept.
fn retain_plans(plans: &mut Vec<Arc<MeasurementPlan>>, is_kept: &impl Fn(Kind, &str) -> bool) {
    plans.retain(|plan| is_kept(Kind::MeasurementPlan, &plan.id));
    for plan in plans {
        let is_whole = |measure: &Spanned<String>| is_kept(Kind::Measure, measure);
        Arc::make_mut(plan).outcomes.retain(|outcome| outcome.measure.as_ref().is_none_or(is_whole));
    }
}

/// Keeps some benchmarks only, and in them the ratings of what is kept.
fn retain_benchmarks(benchmarks: &mut Vec<Arc<Benchmark>>, is_kept: &impl Fn(Kind, &str) -> bool) {
    benchmarks.retain(|benchmark| is_kept(Kind::Benchmark, &benchmark.id));
    for benchmark in benchmarks {
        let is_standard = |rated: &RatedStandard| is_kept(Kind::Standard, &rated.standard);
        let is_whole =
            |rating: &Rating| is_kept(Kind::Domain, &rating.domain) && rating.standards.iter().all(is_standard);
        if !benchmark.ratings.iter().all(is_whole) {
            let ratings = &mut Arc::make_mut(benchmark).ratings;
            ratings.retain(|rating| is_kept(Kind::Domain, &rating.domain));
            for rating in ratings.iter_mut() {
                rating.standards.retain(is_standard);
            }
        }
    }
}
