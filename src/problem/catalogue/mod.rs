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
//! Text and JSON show it, and `tests/suite/cases.rs` follows it in every case: the problem must be gone, and no new one come. So give
//! one only where that is sure. The span is of the file as it stands, so a value in quotes keeps them if only a piece is replaced.
//!
//! Where a file of a layer below shows what an author's own file has caused, give the place in their file with `related`: the
//! problem is then told there. Problems of the layer below alone are summed up by [`summed`].
//!
//! Letters: A accessibility of finished pages, F files, Y YAML, M Markdown, P placeholders, R references, C charters and wards, D dates, E Easy Read, L lists of wards and tables of numbers, T themes.
//!
//! - `accessibility.rs`: Problems with what a trust says of how accessible its copy is
//! - `addresses.rs`: Problems with addresses of pages and for email
//! - `agreement.rs`: Problems with what the people of a ward agreed
//! - `answers.rs`: Problems with the answers to surveys
//! - `audit.rs`: Problems of finished pages: what people who can't see them, or don't use a mouse, would meet
//! - `benchmarks.rs`: Problems with benchmarks: who decided, how old they are, and what is rated where
//! - `claims.rs`: Problems with what texts claim
//! - `contacts.rs`: Problems with whom a page says to call: nobody answers there, or somebody else does
//! - `conversations.rs`: Problems with conversation models: what nobody could follow on shift
//! - `days.rs`: Problems with days that aren't written as days
//! - `downloads.rs`: Problems with documents: no page is made of one, and what can be wrong with one that readers download
//! - `drafts.rs`: Problems with what isn't finished
//! - `easy_read.rs`: Problems of pages in Easy Read
//! - `fields.rs`: Problems with settings: unknown, missing, or of the wrong kind
//! - `files.rs`: Problems with files and folders themselves
//! - `footnotes.rs`: Problems with the notes of a text
//! - `forms.rs`: Problems with forms: what can't be answered, and what is said of answers that aren't there
//! - `front_matter.rs`: Problems with the lines around the settings of a Markdown file
//! - `improvement.rs`: Problems with theories of change, measurement plans and the tests of change ideas
//! - `links.rs`: Problems with addresses outside the pack, as their sites say when they are asked
//! - `lists.rs`: Problems of lists of wards as files: what can't be read, or not all of it
//! - `markdown.rs`: Problems with Markdown text
//! - `names.rs`: Problems with the names of files: unknown, nearly right, a copy's, or such that not every disk can hold them
//! - `nearly.rs`: Problems with text that nearly is Markdown: it would be printed as it is written
//! - `nearly_links.rs`: Problems with links and pictures that nearly are Markdown, and with the words for pictures
//! - `notes.rs`: Problems with words that are a note for YAML, so that they would be on no page
//! - `numbers.rs`: Problems of the numbers of measures
//! - `papers.rs`: Problems of what is printed on paper
//! - `passages.rs`: Problems with passages that are for some readers only
//! - `phones.rs`: Problems with phone numbers
//! - `pictures.rs`: Problems with pictures: not one, not whole, too large, or saying more than they show
//! - `placeholders.rs`: Problems with placeholders such as `{ward.name}`
//! - `privacy.rs`: Problems with what a trust says of the privacy of those who read its copy
//! - `promises.rs`: Problems with what leaflets promise of a ward
//! - `readers.rs`: Problems with who a page is for
//! - `references.rs`: Problems with references between items, and with ids that clash
//! - `review.rs`: Problems with dates: what should have been looked at again
//! - `search_words.rs`: Problems with what search.yaml says of the words that people type
//! - `sheet_records.rs`: Problems with the record of which sheet hangs where
//! - `sheets.rs`: Problems of the cells of lists of wards, in Excel or as CSV
//! - `site_addresses.rs`: Problems with the addresses of the site's own pages
//! - `strange.rs`: Problems with characters and marks that other programs leave in a file
//! - `suits.rs`: Problems with whom something suits: people of other ages, other kinds of ward, another nation
//! - `tables.rs`: Problems that every table of a form or a measure can have, each told under the code of its kind
//! - `summed.rs`: Problems that are told as one, because each of them would be nobody's to mend or too many to read
//! - `theme.rs`: Problems with themes: templates and the words of the site
//! - `unfinished.rs`: What a pack still lacks before it is finished: for its editors, since nothing of it is for readers
//! - `vanished.rs`: Problems with words that Markdown takes for something else
//! - `wards.rs`: Problems with charters and wards
//! - `word_signs.rs`: Problems with signs that Word puts in place of those that settings are written with
//! - `yaml.rs`: Problems with YAML as such, before anybody asks what it means

pub mod accessibility;
pub mod addresses;
pub mod agreement;
pub mod answers;
pub mod audit;
pub mod benchmarks;
pub mod claims;
pub mod contacts;
pub mod conversations;
pub mod days;
pub mod downloads;
pub mod drafts;
pub mod easy_read;
pub mod fields;
pub mod files;
pub mod footnotes;
pub mod forms;
pub mod front_matter;
pub mod improvement;
pub mod links;
pub mod lists;
pub mod markdown;
pub mod names;
pub mod nearly;
pub mod nearly_links;
pub mod notes;
pub mod numbers;
pub mod papers;
pub mod passages;
pub mod phones;
pub mod pictures;
pub mod placeholders;
pub mod privacy;
pub mod promises;
pub mod readers;
pub mod references;
pub mod review;
pub mod search_words;
pub mod sheet_records;
pub mod sheets;
pub mod site_addresses;
pub mod strange;
pub mod suits;
mod tables;
pub mod summed;
pub mod theme;
pub mod unfinished;
pub mod vanished;
pub mod wards;
pub mod word_signs;
pub mod yaml;

use super::Code;

/// Returns every code there is, in the order of their ids.
pub fn all() -> Vec<&'static Code> {
    let mut codes: Vec<&'static Code> = [
        accessibility::CODES,
        addresses::CODES,
        agreement::CODES,
        answers::CODES,
        audit::CODES,
        papers::CODES,
        benchmarks::CODES,
        claims::CODES,
        contacts::CODES,
        conversations::CODES,
        files::CODES,
        footnotes::CODES,
        forms::CODES,
        front_matter::CODES,
        names::CODES,
        pictures::CODES,
        word_signs::CODES,
        yaml::CODES,
        days::CODES,
        downloads::CODES,
        drafts::CODES,
        easy_read::CODES,
        fields::CODES,
        improvement::CODES,
        links::CODES,
        lists::CODES,
        markdown::CODES,
        nearly::CODES,
        nearly_links::CODES,
        notes::CODES,
        numbers::CODES,
        passages::CODES,
        phones::CODES,
        placeholders::CODES,
        privacy::CODES,
        promises::CODES,
        readers::CODES,
        references::CODES,
        wards::CODES,
        review::CODES,
        search_words::CODES,
        sheet_records::CODES,
        sheets::CODES,
        site_addresses::CODES,
        strange::CODES,
        suits::CODES,
        summed::CODES,
        theme::CODES,
        unfinished::CODES,
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
