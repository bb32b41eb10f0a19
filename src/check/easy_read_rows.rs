//! A row of Easy Read is one short sentence.
//!
//! Source: Department of Health, Making written information easier to understand (2010): sentences of 15 words or fewer.
//! Example: a row that says where to go, whom to ask and what happens then.

use jiff::civil::Date;

use crate::problem::Problem;
use crate::problem::catalogue::easy_read;
use crate::resolve::Site;
use crate::text::prose::{Block, Prose, plain_words};

/// The words that a row can have at most.
const MOST: usize = 15;

pub fn check(site: &Site, _as_of: Date) -> Vec<Problem> {
    let parts = site.pack.easy_reads.iter().flat_map(|easy_read| &easy_read.parts);
    let rows = parts.flat_map(|part| &part.rows);
    rows.filter_map(|row| {
        let words = words_of(&row.text);
        (words > MOST).then(|| easy_read::too_long(row.text.span, words, MOST))
    })
    .collect()
}

/// Returns how many words a text has. A placeholder is one.
fn words_of(prose: &Prose) -> usize {
    let of_block = |block: &Block| match block {
        Block::Paragraph(words) | Block::Plain(words) | Block::Heading { words, .. } => {
            plain_words(words).split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
        }
        _ => 0,
    };
    prose.blocks.iter().map(of_block).sum::<usize>() + prose.placeholders.len()
}
