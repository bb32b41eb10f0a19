//! Words that must be ones pack.yaml lists: languages and kinds of ward.

use super::texts::Found;
use crate::model::audience::Audience;
use crate::model::changes::{Changes, InLanguages};
use crate::model::contact::Hospital;
use crate::model::pack::Pack;
use crate::parse::line::Line;
use crate::parse::plain;
use crate::problem::Problem;
use crate::problem::catalogue::{fields, references};
use crate::read::Sources;
use crate::span::{Span, Spanned};

/// What a kind of ward is called in messages.
const KIND: &str = "a ward kind of pack.yaml";

/// Reports languages and ward kinds that pack.yaml doesn't list.
pub fn check(pack: &Pack, texts: &[Found<'_>], sources: &Sources, problems: &mut Vec<Problem>) {
    let languages: Vec<&str> = pack.settings.languages.iter().map(|tag| tag.value.as_str()).collect();
    let kinds: Vec<&str> = pack.settings.ward_kinds.iter().map(|kind| kind.id.0.value.as_str()).collect();
    same_hospitals(pack, problems);
    let mut one_of = |word: &Spanned<String>, what: &str, choices: &[&str]| {
        let is_unknown = what == KIND && pack.settings.has_broken_kinds;
        if !is_unknown && !choices.contains(&word.value.as_str()) {
            problems.push(fields::not_one_of(word.span, word, what, choices));
        }
    };
    let hospitals: Vec<String> = pack.settings.hospitals.iter().map(|one| plain::line(&one.name)).collect();
    let hospitals: Vec<&str> = hospitals.iter().map(String::as_str).collect();
    for ward in &pack.wards {
        if !hospitals.is_empty() {
            one_of(&Spanned::new(plain::line(&ward.site), ward.site.span), "a hospital of pack.yaml", &hospitals);
        }
        one_of(&ward.kind, KIND, &kinds);
        let named = ward.languages.iter().chain(named_in(&ward.charter.changes));
        named.for_each(|tag| one_of(tag, "a language of pack.yaml", &languages));
    }
    // A page of the pack below may be for kinds of ward that this pack doesn't have; no ward here has it then.
    for article in pack.articles.iter().filter(|article| !sources.file(article.file).inherited) {
        article.ward_kinds.iter().for_each(|kind| one_of(kind, KIND, &kinds));
    }
    // So may its trust's words be in languages that this pack doesn't have.
    for trust in pack.trust.iter().filter(|trust| !sources.file(trust.file).inherited) {
        named_in(&trust.changes).for_each(|tag| one_of(tag, "a language of pack.yaml", &languages));
    }
    let audiences = Audience::names();
    for passage in texts.iter().flat_map(|found| found.text.passages()) {
        passage.audience.iter().for_each(|word| one_of(word, "an audience", &audiences));
        // A passage of the pack below may be for kinds of ward that this pack doesn't have.
        if !sources.file(passage.span.file).inherited {
            passage.ward_kinds.iter().for_each(|kind| one_of(kind, KIND, &kinds));
        }
    }
    for why in reasons(pack) {
        why.languages().for_each(|tag| one_of(tag, "a language of pack.yaml", &languages));
    }
    for (language, span) in translations(pack) {
        one_of(
            &Spanned::new(language.to_owned(), span),
            "a language of pack.yaml (the file's name says it is)",
            &languages,
        );
    }
}

/// Reports hospitals with an id or a name that another one has: a ward couldn't say which it is in.
fn same_hospitals(pack: &Pack, problems: &mut Vec<Problem>) {
    for (number, hospital) in pack.settings.hospitals.iter().enumerate() {
        let is_same = |other: &&Hospital| {
            other.id.0.value == hospital.id.0.value || plain::line(&other.name) == plain::line(&hospital.name)
        };
        if let Some(first) = pack.settings.hospitals[..number].iter().find(is_same) {
            problems.push(references::same_id("hospital", &hospital.id.0, hospital.id.0.span, first.id.0.span));
        }
    }
}

/// Returns why wards and pages were withdrawn.
fn reasons(pack: &Pack) -> impl Iterator<Item = &InLanguages<Line>> {
    let wards = pack.withdrawn_wards.iter().filter_map(|ward| ward.withdrawn.as_ref());
    let originals = pack.withdrawn_articles.iter().filter(|article| article.language.is_none());
    let withdrawn = wards.chain(originals.filter_map(|article| article.withdrawn.as_ref()));
    withdrawn.filter_map(|withdrawn| withdrawn.why.as_ref())
}

/// Returns the languages that the words of a charter's layer are in.
fn named_in(changes: &Changes) -> impl Iterator<Item = &Spanned<String>> {
    let texts = changes.parts().chain(changes.behaviours()).flat_map(InLanguages::languages);
    texts.chain(changes.easy_reads().flat_map(InLanguages::languages))
}

/// Returns the language of every translated file, with a place in the file.
fn translations(pack: &Pack) -> Vec<(&str, Span)> {
    let articles = pack.articles.iter().chain(&pack.withdrawn_articles);
    let articles = articles.map(|item| (item.language.as_deref(), item.title.span));
    let easy_reads = pack.easy_reads.iter().chain(&pack.withdrawn_easy_reads);
    let easy_reads = easy_reads.map(|item| (item.language.as_deref(), item.title.span));
    let templates = pack.templates.iter().map(|item| (item.language.as_deref(), item.title.span));
    let models = pack.conversation_models.iter().map(|item| (item.language.as_deref(), item.title.span));
    let standards = pack.standards.iter().map(|item| (item.language.as_deref(), item.title.span));
    let benchmarks = pack.benchmarks.iter().map(|item| (item.language.as_deref(), item.title.span));
    let resources = pack.resources.iter().map(|item| (item.language.as_deref(), item.title.span));
    let support = pack.support.iter().map(|item| (item.language.as_deref(), item.title.span));
    let glossary = pack.glossary.iter().map(|item| (item.language.as_deref(), item.title.span));
    let pages = articles.chain(easy_reads).chain(templates).chain(models).chain(standards).chain(benchmarks);
    let lists = resources.chain(support).chain(glossary);
    pages.chain(lists).filter_map(|(tag, span)| Some((tag?, span))).collect()
}
