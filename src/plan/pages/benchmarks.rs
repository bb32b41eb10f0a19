//! The page of a benchmark, domain by domain and standard by standard, with the plan, what works well and what has changed; and the table
//! of the last benchmarks side by side.

use std::collections::HashMap;

use crate::model;
use crate::model::benchmark::{Confidence, Group};
use crate::model::kind::Kind;
use crate::plan::pages::articles::ItemPage;
use crate::plan::view::Link;
use crate::plan::view::benchmark::{
    Action, Answer, Benchmark, GroupLevel, Level, LevelChange, Planned, Practice, RatedStandard, Rating, Scope,
};
use crate::plan::view::pages::{Benchmarks, Index, View};
use crate::plan::{Draft, Gatherer};
use crate::resolve::benchmarks::{earlier, is_hopeful, last_day, latest};

/// What a domain or standard was rated, by its kind and id.
type RatedLevels<'a> = HashMap<(Kind, &'a str), Confidence>;

impl Gatherer<'_> {
    pub(in crate::plan) fn benchmark(&self, benchmark: &model::benchmark::Benchmark) -> Draft {
        let kind = Kind::Benchmark;
        let item = ItemPage { kind, id: &benchmark.id, title: &benchmark.title, summary: Some(&benchmark.summary) };
        let root = self.root(&item);
        let voice = &self.voice;
        let ratings: Vec<Rating> = benchmark.ratings.iter().map(|rating| self.rating(rating, &root)).collect();
        let before = Some(benchmark).filter(|own| own.is_rated());
        let before = before.and_then(|own| earlier(own, self.listed.benchmarks));
        let is_there = |group: &Group| benchmark.took_part.contains(group);
        let is_told = |group: &Group| benchmark.took_part_span.is_some() && !is_there(group);
        let not_there = [Group::Patients, Group::Carers].into_iter().filter(is_told);
        let view = View::Benchmark(Box::new(Benchmark {
            level: voice.words(&["levels", benchmark.level.name()]),
            ward: benchmark.ward.as_ref().map(|ward| voice.link(Kind::Ward, ward)),
            of: benchmark.of.as_ref().map(|of| voice.borrowed(of)),
            on: voice.date(benchmark.on.as_ref()),
            last_day: benchmark.on.as_ref().and_then(|_| Some(voice.strings.date(last_day(benchmark)?))),
            took_part: benchmark.took_part.iter().map(|group| voice.words(&["groups", group.name()])).collect(),
            not_there: not_there.map(|group| voice.words(&["benchmark", "not_there", group.name()])).collect(),
            audience: voice.audience(&benchmark.audience),
            introduction: voice.optional_piece(benchmark.introduction.as_ref(), &root),
            decided_by: voice.optional_piece(benchmark.decided_by.as_ref(), &root),
            plan: self.plan(benchmark),
            good_practice: good_practice(&ratings),
            earlier: before.map(|before| voice.link(kind, &before.id)),
            changes: before.map(|before| self.changes(before, benchmark)).unwrap_or_default(),
            ratings,
            foot: self.foot(kind, &benchmark.id, &benchmark.review),
        }));
        self.draft(&item, view, benchmark.title.span)
    }

    fn level(&self, confidence: Option<Confidence>) -> Level {
        let name = confidence.map_or("not-rated", Confidence::name);
        Level { name, words: self.voice.words(&["confidence", name]) }
    }

    /// Returns what a domain is rated. Standards of it that the pack holds and the benchmark doesn't rate stand there as not rated.
    fn rating(&self, rating: &model::benchmark::Rating, root: &str) -> Rating {
        let standard = |id: &str, answer: &model::benchmark::Answer| RatedStandard {
            standard: self.voice.link(Kind::Standard, id),
            answer: self.answer(answer, root),
        };
        let mut standards: Vec<RatedStandard> =
            rating.standards.iter().map(|rated| standard(&rated.standard, &rated.answer)).collect();
        let is_rated = |id: &str| rating.standards.iter().any(|rated| rated.standard.value == id);
        let own = self.listed.standards.iter();
        let own = own.filter(|one| one.language.is_first() && one.domain == rating.domain.value && !is_rated(&one.id));
        standards.extend(own.map(|one| standard(&one.id, &model::benchmark::Answer::default())));
        Rating {
            id: format!("page-rated-{}", rating.domain.value),
            domain: self.voice.link(Kind::Domain, &rating.domain),
            answer: self.answer(&rating.answer, root),
            is_hopeful: is_hopeful(rating),
            standards,
        }
    }

    fn answer(&self, answer: &model::benchmark::Answer, root: &str) -> Answer {
        let voice = &self.voice;
        let group = |(group, confidence): &(Group, Confidence)| GroupLevel {
            group: voice.words(&["groups", group.name()]),
            level: self.level(Some(*confidence)),
        };
        Answer {
            level: self.level(answer.confidence),
            team: voice.optional_line(answer.team.as_ref()),
            groups: answer.by_group.iter().map(group).collect(),
            why: voice.optional_piece(answer.why.as_ref(), root),
            evidence: voice.optional_piece(answer.evidence.as_ref(), root),
            good_practice: voice.optional_piece(answer.good_practice.as_ref(), root),
            comment: voice.optional_piece(answer.comment.as_ref(), root),
            actions: answer.actions.iter().map(|action| self.action(action)).collect(),
        }
    }

    fn action(&self, action: &model::benchmark::Action) -> Action {
        Action {
            what: self.voice.line(&action.what),
            who: self.voice.optional_line(action.who.as_ref()),
            by: self.voice.date(action.by.as_ref()),
        }
    }

    /// Returns all actions by due day; those without one come last.
    fn plan(&self, benchmark: &model::benchmark::Benchmark) -> Vec<Planned> {
        let mut all: Vec<(Kind, &str, &model::benchmark::Action)> = each(benchmark)
            .flat_map(|(kind, id, answer)| answer.actions.iter().map(move |action| (kind, id, action)))
            .collect();
        all.sort_by_key(|(.., action)| (action.by.is_none(), action.by.as_ref().map(|by| by.value)));
        let planned = |(kind, id, action)| Planned { action: self.action(action), of: self.voice.link(kind, id) };
        all.into_iter().map(planned).collect()
    }

    /// Returns what is rated otherwise than the last time.
    fn changes(&self, before: &model::benchmark::Benchmark, now: &model::benchmark::Benchmark) -> Vec<LevelChange> {
        let levels: RatedLevels<'_> =
            each(before).filter_map(|(kind, id, answer)| Some(((kind, id), answer.confidence?))).collect();
        let change = |(kind, id, answer): (Kind, &str, &model::benchmark::Answer)| {
            let before = levels.get(&(kind, id)).copied();
            let is_other = answer.confidence.is_some() && before != answer.confidence;
            is_other.then(|| LevelChange {
                of: self.voice.link(kind, id),
                before: self.level(before),
                now: self.level(answer.confidence),
            })
        };
        each(now).filter_map(change).collect()
    }

    /// Returns the section's page: its list, and the last benchmark of each part of the organisation beside the others.
    pub(in crate::plan) fn benchmarks(&self, index: Index) -> View {
        let domains = self.ids(Kind::Domain);
        let scope = |benchmark: &model::benchmark::Benchmark| {
            let level = |domain: &&str| {
                let rating = benchmark.ratings.iter().find(|rating| rating.domain.value == **domain);
                self.level(rating.and_then(|rating| rating.answer.confidence))
            };
            let link = self.voice.link(Kind::Benchmark, &benchmark.id);
            Scope {
                benchmark: Link { words: self.scope(benchmark), lang: None, ..link },
                on: self.voice.date(benchmark.on.as_ref()),
                levels: domains.iter().map(level).collect(),
            }
        };
        View::Benchmarks(Benchmarks {
            index,
            scopes: latest(self.listed.benchmarks).into_iter().map(scope).collect(),
            form: self.benchmark_form_link(),
            domains: domains.iter().map(|domain| self.voice.link(Kind::Domain, domain)).collect(),
        })
    }

    /// Returns what a benchmark looked at, in words.
    fn scope(&self, benchmark: &model::benchmark::Benchmark) -> String {
        let level = self.voice.words(&["levels", benchmark.level.name()]);
        let ward = benchmark.ward.as_ref().map(|ward| self.voice.title(Kind::Ward, ward));
        match ward.or_else(|| self.voice.optional_line(benchmark.of.as_ref())) {
            Some(name) => format!("{level}: {name}"),
            None => level,
        }
    }
}

/// Returns each answer with the domain or standard that it is about.
fn each(benchmark: &model::benchmark::Benchmark) -> impl Iterator<Item = (Kind, &str, &model::benchmark::Answer)> {
    benchmark.ratings.iter().flat_map(|rating| {
        let standards = rating.standards.iter();
        let standards = standards.map(|rated| (Kind::Standard, rated.standard.value.as_str(), &rated.answer));
        std::iter::once((Kind::Domain, rating.domain.value.as_str(), &rating.answer)).chain(standards)
    })
}

fn good_practice(ratings: &[Rating]) -> Vec<Practice> {
    let practice = |of: &Link, answer: &Answer| Some(Practice { of: of.clone(), text: answer.good_practice.clone()? });
    let of_rating = |rating: &Rating| {
        let standards = rating.standards.iter().filter_map(|rated| practice(&rated.standard, &rated.answer));
        practice(&rating.domain, &rating.answer).into_iter().chain(standards).collect::<Vec<_>>()
    };
    ratings.iter().flat_map(of_rating).collect()
}
