//! A search index as a script: one call that hands its data to the search script. Scripts are the one kind of data that a
//! page opened from a file may load.
//!
//! The words are in order, each as the number of letters it shares with the word before (base 36) and the rest; beside each
//! word stand the pages it is on, as steps from one page to the next (base 36), each with a capital letter from A to Z for how
//! much the word says about the page. The index of a large site is in several scripts; the search script makes one of them.

use std::collections::BTreeMap;

use rayon::prelude::*;
use rustc_hash::FxHashMap;
use serde_json::json;

use crate::plan::view::search::{SearchIndex, SearchMeant, SearchPage};
use crate::text::terms::words;

/// How much a word counts, by where it stands. The words of a title share this, but for a part that each has.
const IN_TITLE: f32 = 14.0;
const IN_LONG_TITLE: f32 = 5.0;
const IN_HEADING: f32 = 4.0;
const IN_SUMMARY: f32 = 3.0;
const IN_KIND: f32 = 3.0;
/// Numbers, hours and the like are there to be found, and say little of what a page is about.
const IN_LINE: f32 = 0.5;
/// A word in the text counts this much the first time, and less each time after.
const IN_TEXT: f32 = 1.5;
/// A word that fills a text says less about the page than one in its title.
const MOST_IN_TEXT: f32 = 6.0;
/// No word shares more letters than fit one digit.
const MOST_SHARED: usize = 35;

/// The pages of each word, by their number, with what the word counts there.
type FoundPages<'a> = FxHashMap<&'a str, Vec<(usize, f32)>>;

/// Returns the script of an index, as UTF-8.
pub fn script(index: &SearchIndex) -> String {
    let lines: Vec<Vec<(String, f32)>> = index.pages.par_iter().map(words_of_lines).collect();
    let scores: Vec<FxHashMap<&str, f32>> = index.pages.par_iter().zip(&lines).map(scores).collect();
    let mut found = FoundPages::default();
    for (number, scores) in scores.iter().enumerate() {
        for (word, score) in scores {
            found.entry(word).or_default().push((number, *score));
        }
    }
    let found: BTreeMap<&str, Vec<(usize, f32)>> = found.into_iter().collect();
    let mut kinds: Vec<&str> = index.pages.iter().map(|page| page.kind.as_str()).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let page = |page: &SearchPage| {
        let kind = kinds.binary_search(&page.kind.as_str()).unwrap_or_default();
        let mut shown = json!([page.name, page.href, page.title, kind, page.summary.as_deref().unwrap_or_default()]);
        if let (Some(shown), true) = (shown.as_array_mut(), page.for_staff || page.foreign.is_some()) {
            shown.push(json!(u8::from(page.for_staff)));
            shown.extend(page.foreign.iter().flat_map(|(lang, dir)| [json!(lang), json!(dir)]));
        }
        shown
    };
    let meant = |meant: &SearchMeant| json!([meant.words.join("\n"), meant.pages.join(" "), u8::from(meant.harm)]);
    let mut data = json!({
        "pages": index.pages.iter().map(page).collect::<Vec<_>>(),
        "kinds": kinds,
        "leftOut": index.left_out,
        "meant": index.meant.iter().map(meant).collect::<Vec<_>>(),
        "words": front_coded(found.keys()),
        "found": found.values().map(|pages| postings(pages)).collect::<Vec<_>>().join("\n"),
    });
    if index.goes_on {
        data["goesOn"] = json!(1);
    }
    format!("(window.wardpackSearch=window.wardpackSearch||[]).push({data});\n")
}

/// Returns the words of a page's title, summary and kind with what each counts.
fn words_of_lines(page: &SearchPage) -> Vec<(String, f32)> {
    if page.foreign.is_some() {
        return Vec::new();
    }
    let title = words(&page.title);
    #[expect(clippy::cast_precision_loss, reason = "a title has few words")]
    let in_title = IN_LONG_TITLE + IN_TITLE / title.len().max(1) as f32;
    let lines = [
        (title, in_title),
        (words(page.summary.as_deref().unwrap_or_default()), IN_SUMMARY),
        (words(&page.kind), IN_KIND),
    ];
    let others = page.lines.iter().map(|line| (words(line), IN_LINE));
    lines.into_iter().chain(others).flat_map(|(line, score)| line.into_iter().map(move |word| (word, score))).collect()
}

/// Returns all words of a page with what each counts.
fn scores<'a>((page, lines): (&'a SearchPage, &'a Vec<(String, f32)>)) -> FxHashMap<&'a str, f32> {
    let mut scores: FxHashMap<&str, f32> = FxHashMap::default();
    for (word, score) in lines {
        *scores.entry(word).or_default() += score;
    }
    let mut in_text: FxHashMap<&str, f32> = FxHashMap::default();
    for (word, count) in page.texts.iter().flat_map(|text| text.0.terms()) {
        #[expect(clippy::cast_precision_loss, reason = "counts of words are small")]
        let score = IN_HEADING * count.in_headings as f32 + IN_TEXT * (count.in_text as f32).ln_1p();
        *in_text.entry(word).or_default() += score;
    }
    for (word, score) in in_text {
        *scores.entry(word).or_default() += score.min(MOST_IN_TEXT);
    }
    scores
}

fn front_coded<'a>(words: impl Iterator<Item = &'a &'a str>) -> String {
    let mut last = "";
    let mut coded = Vec::new();
    for word in words {
        let same = word.char_indices().zip(last.chars()).take_while(|((_, a), b)| a == b).count().min(MOST_SHARED);
        let rest: String = word.chars().skip(same).collect();
        coded.push(format!("{}{rest}", base_36(same)));
        last = word;
    }
    coded.join("\n")
}

fn postings(pages: &[(usize, f32)]) -> String {
    let mut last = 0;
    let mut text = String::new();
    for (page, score) in pages {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 25")]
        let letter = char::from(b'A' + score.round().clamp(0.0, 25.0) as u8);
        push_base_36(page - last, &mut text);
        text.push(letter);
        last = *page;
    }
    text
}

fn base_36(number: usize) -> String {
    let mut digits = String::new();
    push_base_36(number, &mut digits);
    digits
}

fn push_base_36(number: usize, text: &mut String) {
    if number >= 36 {
        push_base_36(number / 36, text);
    }
    text.push(char::from(b"0123456789abcdefghijklmnopqrstuvwxyz"[number % 36]));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(title: &str) -> SearchPage {
        SearchPage {
            name: format!("page/{title}"),
            href: "index.html".into(),
            title: title.into(),
            kind: "Page".into(),
            summary: None,
            for_staff: false,
            foreign: None,
            lines: Vec::new(),
            texts: Vec::new(),
        }
    }

    #[test]
    fn words_share_letters_and_pages_are_steps() {
        let index =
            SearchIndex { pages: vec![page("Consent"), page("Contact"), page("Consent")], ..SearchIndex::default() };
        let script = script(&index);
        assert!(script.contains(r#""words":"0consent\n3tact\n0page""#), "{script}");
        assert!(script.contains(r#""found":"0T2T\n1T\n0D1D1D""#), "{script}");
        assert_eq!(base_36(36 * 36 + 35), "10z");
    }
}
