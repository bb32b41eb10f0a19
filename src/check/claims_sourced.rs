//! A number or a study that a text relies on has a source that readers can follow.
//!
//! Source: NHS service manual, standard for creating health content (keep records of sources). Example: “Incidents fell by 30%” on a page
//! without `source:` and without a link to a resource.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;
use jiff::civil::Date;
use rayon::prelude::*;

use crate::model::kind::Kind;
use crate::model::pack::item::{Item, Of};
use crate::model::piece::NounPiece;
use crate::problem::Problem;
use crate::problem::catalogue::claims as problems_of;
use crate::resolve::Site;
use crate::text::plain;
use crate::text::prose::{Block, Inline, LinkTarget, Prose};

pub fn check(site: &Site, _as_of: Date) -> Vec<Problem> {
    // All words of the pack are looked at, which is worth every core.
    let items = site.pack.items();
    items.par_iter().filter(|item| !item.is_gone).flat_map_iter(unsupported).collect()
}

fn unsupported(item: &Item<'_>) -> Vec<Problem> {
    let mut problems = Vec::new();
    let is_page = matches!(item.of, Of::Article(_)) || item.kind == Kind::ConversationModel;
    let has_source = item.review.is_some_and(|review| !review.source.is_empty());
    if !is_page || has_source {
        return problems;
    }
    item.noun.each_piece(&mut |piece| {
        if let NounPiece::Prose(prose) = piece {
            let first = || claims(&prose.blocks, prose).into_iter().next();
            let claim = prose.known.unsupported_claim.get_or_init(first);
            problems.extend(claim.iter().map(|claim| problems_of::without_source(item.span, claim)));
        }
    });
    problems
}

/// Returns the paragraphs, items and cells that claim something and link to nothing that could support it.
fn claims(blocks: &[Block], prose: &Prose) -> Vec<String> {
    let mut found = Vec::new();
    for block in blocks {
        match block {
            Block::Paragraph(words) | Block::Plain(words) => found.extend(claim(words, prose)),
            Block::List { items, .. } => found.extend(items.iter().flat_map(|item| claims(item, prose))),
            Block::Quote(inner) | Block::Callout { blocks: inner, .. } | Block::Passage { blocks: inner, .. } => {
                found.extend(claims(inner, prose));
            }
            Block::Table { rows, .. } => {
                found.extend(rows.iter().filter_map(|row| claim(&row.concat(), prose)));
            }
            Block::Definitions(all) => {
                let meanings = all.iter().flat_map(|one| &one.meanings);
                found.extend(meanings.flat_map(|meaning| claims(meaning, prose)));
            }
            Block::Footnotes(notes) => found.extend(notes.iter().flat_map(|note| claims(note, prose))),
            Block::Heading { .. } | Block::Code(_) | Block::Rule => {}
        }
    }
    found
}

/// Returns the words of a paragraph that claims something and has no link to a resource or a page outside.
fn claim(inlines: &[Inline], prose: &Prose) -> Option<String> {
    let words = plain::of_inlines(inlines, prose);
    (is_claim(&words) && !is_supported(inlines, prose)).then_some(words)
}

fn is_supported(inlines: &[Inline], prose: &Prose) -> bool {
    inlines.iter().any(|inline| match inline {
        Inline::Link { link, words } => {
            let leads = match &prose.links[*link].target {
                LinkTarget::Reference { kind, .. } => kind == Kind::Resource.name(),
                LinkTarget::Outside(address) => address.starts_with("http"),
                LinkTarget::File { .. } | LinkTarget::Heading(_) => false,
            };
            leads || is_supported(words, prose)
        }
        Inline::Strong(inner)
        | Inline::Emphasis(inner)
        | Inline::Struck(inner)
        | Inline::Foreign { words: inner, .. } => is_supported(inner, prose),
        // A note at the end of the text is looked at by itself.
        Inline::FootnoteReference { .. } => true,
        Inline::Words(_)
        | Inline::Code(_)
        | Inline::LineBreak
        | Inline::TickBox(_)
        | Inline::Image { .. }
        | Inline::Placeholder(_) => false,
    })
}

/// What research is called, and what it does.
const STUDIES: [&str; 10] =
    ["study", "studies", "survey", "surveys", "review", "reviews", "trial", "research", "researchers", "report"];
const FOUND: [&str; 9] =
    ["found", "finds", "showed", "shows", "shown", "suggests", "suggested", "concluded", "reported"];

/// Tells whether words claim something that readers would want to follow: a share of people, or what a study found.
fn is_claim(words: &str) -> bool {
    if !may_claim(words) {
        return false;
    }
    let lower = words.to_lowercase();
    let all: Vec<&str> = lower.split(|letter: char| !letter.is_alphanumeric() && letter != '%').collect();
    let has_digit = |word: &str| word.starts_with(|letter: char| letter.is_ascii_digit());
    let is_number = |word: &str| !word.is_empty() && word.chars().all(|letter| letter.is_ascii_digit());
    let is_share = all
        .windows(2)
        .any(|pair| has_digit(pair[0]) && (pair[0].ends_with('%') || pair[1] == "%" || pair[1] == "percent"))
        || all.last().is_some_and(|word| has_digit(word) && word.ends_with('%'))
        || all.windows(3).any(|three| has_digit(three[0]) && three[1] == "per" && three[2] == "cent")
        || all.windows(4).any(|four| is_number(four[0]) && four[1] == "out" && four[2] == "of" && is_number(four[3]))
        || all.windows(2).any(|pair| pair[0] == "n" && is_number(pair[1]) && lower.contains("n ="))
        || lower.contains("n=");
    let is_study = all.iter().any(|word| STUDIES.contains(word)) && all.iter().any(|word| FOUND.contains(word));
    // The whole of something is an aim, and nothing that anybody counted.
    (is_share && !lower.contains("100%")) || is_study
}

/// Tells whether words have a figure, a sign or a beginning of a word without which nothing is claimed, in far less time than it takes
/// to find out: few paragraphs have.
fn may_claim(words: &str) -> bool {
    words.bytes().any(|byte| byte.is_ascii_digit() || byte == b'=') || STUDIES_IN_TEXT.is_match(words)
}

/// Finds these words in any letters, inside others too.
static STUDIES_IN_TEXT: LazyLock<AhoCorasick> =
    LazyLock::new(|| AhoCorasick::builder().ascii_case_insensitive(true).build(STUDIES).expect("fixed words"));

#[cfg(test)]
mod tests {
    use super::is_claim;

    #[test]
    fn shares_and_findings_are_claims() {
        for words in [
            "Incidents fell by 30%.",
            "About 30 % of staff said so.",
            "It was 30 per cent.",
            "12 out of 20 patients felt safe.",
            "In a survey (n=303), few did.",
            "A study found that people talk more.",
            "Research shows that it helps.",
        ] {
            assert!(is_claim(words), "{words}");
        }
        for words in [
            "Call 116 123, day and night, 24/7.",
            "100% of people are to feel safe.",
            "The survey asks about 3 things.",
            "We review it in 2027.",
            "6 patients and 4 staff took part.",
            "",
        ] {
            assert!(!is_claim(words), "{words}");
        }
    }
}
