//! Conversation models, standards and benchmarks that are no longer there. What is left of one is what the page that says so shows.

use std::collections::HashMap;
use std::sync::Arc;

use super::article::Article;
use super::audience::Audience;
use super::kind::Kind;
use super::pack::Pack;
use super::withdrawn::Withdrawn;
use crate::parse::line::Line;
use crate::parse::markdown;
use crate::problem::Problem;
use crate::problem::catalogue::references;
use crate::span::{FileId, Span};

/// What the page of a withdrawn item shows of it.
struct Item<'a> {
    kind: Kind,
    id: &'a str,
    language: &'a Option<String>,
    file: FileId,
    title: &'a Line,
    summary: &'a Line,
    audience: &'a [Audience],
    withdrawn: &'a Option<Withdrawn>,
}

impl Pack {
    /// Puts what is no longer there where nothing lists it. Translations go with their originals.
    pub(super) fn set_items_aside(&mut self, problems: &mut Vec<Problem>) {
        let mut gone = Vec::new();
        set_aside(&mut self.conversation_models, &mut gone, problems, |model| Item {
            kind: Kind::ConversationModel,
            id: &model.id,
            language: &model.language,
            file: model.file,
            title: &model.title,
            summary: &model.summary,
            audience: &model.audience,
            withdrawn: &model.withdrawn,
        });
        set_aside(&mut self.standards, &mut gone, problems, |standard| Item {
            kind: Kind::Standard,
            id: &standard.id,
            language: &standard.language,
            file: standard.file,
            title: &standard.title,
            summary: &standard.title,
            audience: &[],
            withdrawn: &standard.withdrawn,
        });
        set_aside(&mut self.benchmarks, &mut gone, problems, |benchmark| Item {
            kind: Kind::Benchmark,
            id: &benchmark.id,
            language: &benchmark.language,
            file: benchmark.file,
            title: &benchmark.title,
            summary: &benchmark.summary,
            audience: &[],
            withdrawn: &benchmark.withdrawn,
        });
        self.withdrawn_articles.extend(gone);
    }
}

fn set_aside<T>(
    items: &mut Vec<Arc<T>>,
    gone: &mut Vec<Arc<Article>>,
    problems: &mut Vec<Problem>,
    of: impl Fn(&T) -> Item<'_>,
) {
    if items.iter().all(|item| of(item).withdrawn.is_none()) {
        return;
    }
    let originals = items.iter().map(|item| of(item)).filter(|item| item.language.is_none());
    let originals: HashMap<String, (Option<Withdrawn>, Span)> =
        originals.map(|item| (item.id.to_owned(), (item.withdrawn.clone(), item.title.span))).collect();
    items.retain(|item| {
        let item = of(item);
        let original = originals.get(item.id);
        let withdrawn = match (original, item.withdrawn) {
            (Some((Some(withdrawn), _)), _) => withdrawn,
            (Some((None, original)), Some(own)) => {
                problems.push(references::withdrawn_translation(own.on.span, *original));
                return true;
            }
            _ => return true,
        };
        gone.push(Arc::new(page(&item, withdrawn)));
        false
    });
}

/// Returns an item as the page that it leaves.
fn page(item: &Item<'_>, withdrawn: &Withdrawn) -> Article {
    Article {
        kind: item.kind,
        id: item.id.to_owned(),
        language: item.language.clone(),
        file: item.file,
        title: item.title.clone(),
        summary: item.summary.clone(),
        audience: item.audience.to_vec(),
        audience_span: None,
        ward_kinds: Vec::new(),
        order: None,
        content_note: None,
        review: super::review::Review::default(),
        withdrawn: Some(withdrawn.clone()),
        starts: Vec::new(),
        body: Arc::new(markdown::prose("", item.title.span, "", &mut Vec::new())),
    }
}
