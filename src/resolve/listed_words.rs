//! Words that must be ones pack.yaml lists: languages and kinds of ward.

use super::texts::PlacedText;
use crate::model::audience::Audience;
use crate::model::contact::Hospital;
use crate::model::pack::Pack;
use crate::model::pack::item::{Item, Of};
use crate::model::piece::{Holds, NounPiece};
use crate::problem::Problem;
use crate::problem::catalogue::{fields, references};
use crate::read::Sources;
use crate::span::Spanned;
use crate::text::plain;

/// What a kind of ward is called in messages.
const KIND: &str = "a ward kind of pack.yaml";
/// What a language is called in messages.
const LANGUAGE: &str = "a language of pack.yaml";

/// Reports languages and ward kinds that pack.yaml doesn't list.
pub fn check(pack: &Pack, texts: &[PlacedText<'_>], sources: &Sources, problems: &mut Vec<Problem>) {
    let languages: Vec<&str> = pack.settings.languages.iter().map(|tag| tag.value.as_str()).collect();
    let kinds: Vec<&str> = pack.settings.ward_kinds.iter().map(|kind| kind.id.0.value.as_str()).collect();
    same_hospitals(pack, problems);
    same_profiles(pack, problems);
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
        ward.languages.iter().for_each(|tag| one_of(tag, LANGUAGE, &languages));
    }
    for item in pack.items() {
        if let Some(language) = item.language.filter(|_| !matches!(item.of, Of::Entry(_))) {
            let named = Spanned::new(language.to_owned(), item.span);
            one_of(&named, "a language of pack.yaml (the file's name says it is)", &languages);
        }
        // What the pack below has may be in languages, or for kinds of ward, that this pack doesn't have.
        if sources.file(item.file).inherited {
            continue;
        }
        if !item.is_gone {
            item.ward_kinds.iter().for_each(|kind| one_of(kind, KIND, &kinds));
        }
        for tag in languages_named_in(item) {
            one_of(tag, LANGUAGE, &languages);
        }
    }
    let audiences = Audience::names();
    for passage in texts.iter().flat_map(|found| found.text.passages()) {
        passage.audience.iter().for_each(|word| one_of(word, "an audience", &audiences));
        // A passage of the pack below may be for kinds of ward that this pack doesn't have.
        if !sources.file(passage.span.file).inherited {
            passage.ward_kinds.iter().for_each(|kind| one_of(kind, KIND, &kinds));
        }
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

/// Reports profiles with the id or the target of another one: publishing the one would take away what the other has put there.
fn same_profiles(pack: &Pack, problems: &mut Vec<Problem>) {
    let profiles = &pack.settings.publish_profiles;
    for (number, profile) in profiles.iter().enumerate() {
        if let Some(first) = profiles[..number].iter().find(|other| other.id.0.value == profile.id.0.value) {
            problems.push(references::same_id("profile", &profile.id.0, profile.id.0.span, first.id.0.span));
        } else if let Some(first) = profiles[..number].iter().find(|other| other.target.value == profile.target.value) {
            problems.push(references::same_target(&profile.target, profile.target.span, first.target.span));
        }
    }
}

/// Returns the languages that an item names beside its words. Of what is no longer there only the reason is shown, which
/// translations have from their original.
fn languages_named_in(item: Item<'_>) -> Vec<&Spanned<String>> {
    let mut named = Vec::new();
    let mut see = |piece| {
        if let NounPiece::Language(tag) = piece {
            named.push(tag);
        }
    };
    match item.withdrawn.filter(|_| item.is_gone) {
        Some(withdrawn) if item.language.is_none() => withdrawn.each_piece(&mut see),
        Some(_) => {}
        None => item.noun.each_piece(&mut see),
    }
    named
}
