//! The folders of a pack, and what lies in each.

use super::{ARTICLES, FILES, IMAGES, INDEXES, MEASUREMENT_PLANS, THEORIES_OF_CHANGE, WARDS};
use crate::model::kind::Kind;
use crate::read::name::{is_in_files, is_in_images};

/// Tells whether a folder is one that a pack has.
pub fn is_folder(folder: &str) -> bool {
    let domain = folder.strip_prefix("standards/").is_some_and(|domain| !domain.contains('/'));
    let is_of_bytes = [IMAGES, FILES].contains(&folder) || is_in_images(folder) || is_in_files(folder);
    domain || is_of_bytes || folders().any(|known| known == folder)
}

/// Returns the folders that a pack has.
pub fn folders() -> impl Iterator<Item = &'static str> {
    INDEXES.iter().map(|(folder, _)| *folder).chain([THEORIES_OF_CHANGE, MEASUREMENT_PLANS, IMAGES])
}

/// Tells whether the pages of a folder are Markdown.
pub fn takes_markdown(folder: &str) -> bool {
    folder.starts_with("standards/") || ARTICLES.iter().any(|(name, _)| *name == folder)
}

/// Returns the kinds of item that have their files in a folder.
pub fn kinds_in(folder: &str) -> Vec<Kind> {
    let article = ARTICLES.iter().filter(|(name, _)| *name == folder).map(|(_, kind)| *kind);
    let others: &[Kind] = match folder {
        WARDS => &[Kind::Ward],
        "standards" => &[Kind::Domain, Kind::Standard],
        "conversation-models" => &[Kind::ConversationModel],
        "benchmarks" => &[Kind::Benchmark],
        THEORIES_OF_CHANGE => &[Kind::TheoryOfChange],
        MEASUREMENT_PLANS => &[Kind::MeasurementPlan],
        "measures" => &[Kind::Measure],
        "forms" => &[Kind::Form],
        "improvement" => &[Kind::ChangeIdea, Kind::TheoryOfChange, Kind::MeasurementPlan],
        _ if folder.starts_with("standards/") => &[Kind::Domain, Kind::Standard],
        _ => &[],
    };
    article.chain(others.iter().copied()).collect()
}
