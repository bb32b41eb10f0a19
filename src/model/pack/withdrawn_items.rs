//! Conversation models, standards, benchmarks, theories of change, plans, measures and forms that are no longer there. What is left of one is what
//! the page that says so shows.

use std::collections::HashMap;
use std::sync::Arc;

use crate::model::article::Article;
use crate::model::language::Language;
use crate::model::pack::Pack;
use crate::model::pack::item::{Item, Noun};
use crate::model::withdrawn::Withdrawn;
use crate::parse::markdown;
use crate::problem::Problem;
use crate::problem::catalogue::references;
use crate::span::Span;
use crate::text::line::Line;

impl Pack {
    /// Puts what is no longer there where nothing lists it. Translations go with their originals.
    pub(super) fn set_items_aside(&mut self, problems: &mut Vec<Problem>) {
        // Pages and wards are set aside whole. The rest can't be withdrawn.
        let Pack {
            conversation_models,
            standards,
            benchmarks,
            theories_of_change,
            measurement_plans,
            measures,
            forms,
            withdrawn_articles,
            settings: _,
            templates: _,
            trust: _,
            wards: _,
            withdrawn_wards: _,
            agreements: _,
            sheet_records: _,
            articles: _,
            easy_reads: _,
            withdrawn_easy_reads: _,
            test_logs: _,
            numbers: _,
            answers: _,
            resources: _,
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
        set_aside(conversation_models, withdrawn_articles, problems);
        set_aside(standards, withdrawn_articles, problems);
        set_aside(benchmarks, withdrawn_articles, problems);
        set_aside(theories_of_change, withdrawn_articles, problems);
        set_aside(measurement_plans, withdrawn_articles, problems);
        set_aside(measures, withdrawn_articles, problems);
        set_aside(forms, withdrawn_articles, problems);
    }
}

fn set_aside<T: Noun>(nouns: &mut Vec<Arc<T>>, gone: &mut Vec<Arc<Article>>, problems: &mut Vec<Problem>) {
    if nouns.iter().all(|noun| noun.item().withdrawn.is_none()) {
        return;
    }
    let originals = nouns.iter().map(|noun| noun.item()).filter(|item| item.language.is_none());
    let originals: HashMap<String, (Option<Withdrawn>, Span)> =
        originals.map(|item| (item.id.to_owned(), (item.withdrawn.cloned(), item.span))).collect();
    nouns.retain(|noun| {
        let item = noun.item();
        let withdrawn = match (originals.get(item.id), item.withdrawn) {
            (Some((Some(withdrawn), _)), _) => withdrawn,
            (Some((None, original)), Some(own)) => {
                problems.push(references::withdrawn_translation(own.on.span, *original));
                return true;
            }
            _ => return true,
        };
        let Some(title) = item.title else { return true };
        gone.push(Arc::new(page(item, title, withdrawn)));
        false
    });
}

/// Returns an item as the page that it leaves.
fn page(item: Item<'_>, title: &Line, withdrawn: &Withdrawn) -> Article {
    Article {
        kind: item.kind,
        id: item.id.to_owned(),
        language: Language::from(item.language),
        file: item.file,
        title: title.clone(),
        summary: item.summary.unwrap_or(title).clone(),
        audience: item.audience.to_vec(),
        audience_span: None,
        ages: None,
        ward_kinds: Vec::new(),
        instead_of: None,
        not_for: Vec::new(),
        order: None,
        content_note: None,
        if_something_happened: None,
        questions_under: None,
        statement: None,
        review: crate::model::review::Review::default(),
        withdrawn: Some(withdrawn.clone()),
        formerly: item.formerly.to_vec(),
        is_draft: false,
        starts: Vec::new(),
        tests: Vec::new(),
        body: Arc::new(markdown::prose("", title.span, "", &mut Vec::new())),
    }
}
