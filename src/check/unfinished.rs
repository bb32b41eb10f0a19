//! What is still to do before a pack is finished, as notes for its editors.
//!
//! Example: a conversation model without steps, since no trust has had permission to show them. Readers aren't told of it.

use jiff::civil::Date;

use crate::model::benchmark::{Confidence, Rating};
use crate::model::review::Review;
use crate::model::sheet_record::HangingSheet;
use crate::model::standard::PUBLISHED;
use crate::model::ward::Ward;
use crate::problem::Problem;
use crate::problem::catalogue::unfinished;
use crate::resolve::charter::standing::Status;
use crate::resolve::ward_sheets::{self, SheetStanding};
use crate::resolve::{Site, values};
use crate::span::FileId;

pub fn check(site: &Site, _as_of: Date) -> Vec<Problem> {
    let pack = &site.pack;
    let held = pack.standards.iter().filter(|standard| standard.language.is_first()).count();
    let has_domains = pack.articles.iter().any(|article| article.kind == crate::model::kind::Kind::Domain);
    let missing = PUBLISHED.saturating_sub(held);
    let mut notes: Vec<Problem> =
        (has_domains && missing > 0).then(|| unfinished::standards(missing, PUBLISHED)).into_iter().collect();
    let path = |file: FileId| site.paths.get(&file).map_or("", String::as_str);
    let models = pack.conversation_models.iter().filter(|model| model.steps.is_empty() && model.language.is_first());
    notes.extend(models.map(|model| unfinished::steps(path(model.file), &values::plain(&model.title))));
    let stepped = pack.conversation_models.iter().filter(|model| !model.steps.is_empty() && model.language.is_first());
    let silent = stepped.filter(|model| model.stop.is_empty());
    notes.extend(silent.map(|model| unfinished::no_stop(path(model.file), &values::plain(&model.title))));
    for benchmark in pack.benchmarks.iter().filter(|benchmark| benchmark.language.is_first()) {
        let reasons = benchmark.ratings.iter().filter(|rating| has_no_reason(rating)).count();
        let actions = benchmark.ratings.iter().filter(|rating| has_no_action(rating)).count();
        let title = values::plain(&benchmark.title);
        let is_done = reasons + actions == 0;
        notes.extend((!is_done).then(|| unfinished::benchmark(path(benchmark.file), &title, reasons, actions)));
    }
    for theory in pack.theories_of_change.iter().filter(|theory| theory.language.is_first()) {
        let to_fill = theory.drivers().filter(|driver| driver.is_to_fill).count();
        let title = values::plain(&theory.title);
        notes.extend((to_fill > 0).then(|| unfinished::drivers(path(theory.file), &title, to_fill)));
    }
    let drafts: Vec<String> = (pack.wards.iter().zip(&site.standings))
        .filter(|(_, standing)| standing.status == Status::Draft)
        .map(|(ward, _)| values::plain(&ward.name))
        .collect();
    notes.extend((!drafts.is_empty()).then(|| unfinished::drafts(&drafts)));
    notes.extend(hanging(site));
    notes.extend(unreviewed(site));
    notes
}

/// Tells whether a domain has no reason, where its group did rate it or is still to do so.
fn has_no_reason(rating: &Rating) -> bool {
    let answer = &rating.answer;
    answer.why.is_none() && answer.evidence.is_none() && answer.confidence != Some(Confidence::OtherTeam)
}

/// Tells whether nothing follows from a rating, of the domain or of one of its standards.
fn has_no_action(rating: &Rating) -> bool {
    let of_standards = || rating.standards.iter().all(|standard| standard.answer.actions.is_empty());
    rating.answer.actions.is_empty() && of_standards() && rating.answer.confidence != Some(Confidence::OtherTeam)
}

/// Returns a note for each ward on which a sheet hangs that isn't current any more.
fn hanging(site: &Site) -> Vec<Problem> {
    let note = |ward: &std::sync::Arc<Ward>| {
        let record = site.pack.sheet_records.get(&ward.id)?;
        let sheets = ward_sheets::of_ward(site, ward);
        let is_old =
            |hanging: &&HangingSheet| !matches!(ward_sheets::standing(hanging, &sheets), SheetStanding::Current(_));
        let count = record.sheets.iter().filter(is_old).count();
        let path = site.paths.get(&record.file).map_or("", String::as_str);
        (count > 0).then(|| unfinished::sheets(path, &values::plain(&ward.name), &ward.id, count))
    };
    site.pack.wards.iter().chain(&site.pack.withdrawn_wards).filter_map(note).collect()
}

/// Returns one note of all texts that nobody of the publisher has read.
fn unreviewed(site: &Site) -> Option<Problem> {
    let settings = &site.pack.settings;
    let is_unread = |review: &Review| {
        let is_below = review.file.is_some_and(|file| site.inherited.contains(&file));
        if is_below { settings.reviewed_base.is_none() } else { review.written.is_some() && review.reviewed.is_none() }
    };
    let items = site.pack.items();
    let originals = items.iter().filter(|item| !item.is_gone && item.language.is_none());
    let count = originals.filter_map(|item| item.review).filter(|review| is_unread(review)).count();
    let publisher = settings.publisher.name.as_ref().map(|name| values::plain(name));
    (count > 0).then(|| unfinished::unreviewed(count, publisher.as_deref()))
}
