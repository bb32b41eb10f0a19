//! Every problem by name: its wording, its code and its advice, and what `wardpack explain CODE` says of it.
//!
//! A maker takes what is known of the place and returns the [`Problem`](super::Problem). It says what is wrong (`message`), a few words
//! for under the line (`label`), and what to do (`help`). Where the help is an exact piece of text, it also gives that as a
//! [`Mend`](super::Mend):
//!
//! - `.write("2026-11-23")`: this, in place of the whole underlined text;
//! - `.write_in_place_of("knid", "kind")`: this, in place of a piece of the underlined text that stands there once;
//! - `.write_at(span, "  ")`: this, at another place; an empty span puts it in;
//! - `.rename("beach.yaml")`: the file with the problem gets this name.
//!
//! Text and JSON show it, and `tests/cases.rs` follows it in every case: the problem must be gone, and no new one come. So give
//! one only where that is sure. The span is of the file as it stands, so a value in quotes keeps them if only a piece is replaced.
//!
//! Where a file of a layer below shows what an author's own file has caused, give the place in their file with `related`: the
//! problem is then told there. Problems of the layer below alone are summed up by [`summed`].
//!
//! Letters: A accessibility of finished pages, F files, Y YAML, M Markdown, P placeholders, R references, C charters and wards, D dates, E Easy Read, L lists of wards, T themes.

pub mod addresses;
pub mod agreement;
pub mod audit;
pub mod days;
pub mod easy_read;
pub mod fields;
pub mod files;
pub mod footnotes;
pub mod lists;
pub mod markdown;
pub mod names;
pub mod nearly;
pub mod nearly_links;
pub mod notes;
pub mod passages;
pub mod phones;
pub mod pictures;
pub mod placeholders;
pub mod readers;
pub mod references;
pub mod review;
pub mod sheets;
pub mod strange;
pub mod summed;
pub mod theme;
pub mod vanished;
pub mod wards;
pub mod word_signs;
pub mod yaml;

use super::Code;

/// Returns every code there is, in the order of their ids.
pub fn all() -> Vec<&'static Code> {
    let mut codes: Vec<&'static Code> = [
        addresses::CODES,
        agreement::CODES,
        audit::CODES,
        files::CODES,
        footnotes::CODES,
        names::CODES,
        pictures::CODES,
        word_signs::CODES,
        yaml::CODES,
        days::CODES,
        easy_read::CODES,
        fields::CODES,
        lists::CODES,
        markdown::CODES,
        nearly::CODES,
        nearly_links::CODES,
        notes::CODES,
        passages::CODES,
        phones::CODES,
        placeholders::CODES,
        readers::CODES,
        references::CODES,
        wards::CODES,
        review::CODES,
        sheets::CODES,
        strange::CODES,
        summed::CODES,
        theme::CODES,
        vanished::CODES,
    ]
    .concat();
    codes.sort_by_key(|code| code.id);
    codes
}

/// Returns the first line of some words, cut where it is long.
fn shortened(words: &str) -> String {
    let line = words.lines().next().unwrap_or_default().trim();
    let cut: String = line.chars().take(60).collect();
    if cut.len() < words.trim().len() { format!("{}…", cut.trim_end()) } else { cut }
}

#[cfg(test)]
mod tests {
    #[test]
    fn no_two_codes_share_an_id() {
        let ids: Vec<&str> = super::all().iter().map(|code| code.id).collect();
        let mut unique = ids.clone();
        unique.dedup();
        assert_eq!(ids, unique);
    }
}
