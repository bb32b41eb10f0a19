//! Odd input by the thousand: places are right, fixes mend, and nothing takes long.

use proptest::prelude::*;

use crate::parse::events::Addresses;
use crate::parse::locate::Locator;
use crate::parse::markdown;
use crate::problem::{Mend, Place, Problem};
use crate::span::{FileId, Span};

fn problems(text: &str) -> Vec<Problem> {
    let mut problems = Vec::new();
    markdown::prose(text, Span::new(FileId(0), 0, text.len()), text, &mut problems);
    problems
}

/// What slips are made of.
fn piece() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "word",
        "Words",
        " ",
        " ",
        " ",
        "\n",
        "\n",
        "\n\n",
        "\n\n",
        "-",
        "- ",
        "–",
        "–\u{A0}",
        "•",
        "•\t",
        "\u{F0B7} ",
        "o\t",
        "1.",
        "1. ",
        "2)",
        "(1) ",
        "(2) ",
        "a) ",
        "b) ",
        "#",
        "##",
        "## ",
        "> ",
        ">",
        "*",
        "**",
        "__",
        "_",
        "~~",
        "`",
        "```\n",
        "[",
        "]",
        "(",
        ")",
        "](",
        "![",
        "[!",
        "[!NOTE]",
        "[!INFO] ",
        "<",
        ">",
        "https://www.nhs.uk",
        "https://www.nhs,uk/a b",
        "www.example.org",
        "tel:01632 960 001",
        "|",
        " | ",
        "| --- |",
        "\t",
        "    ",
        "---",
        "===",
        "TODO",
        "[TBC]",
        "<insert x>",
        "==",
        ":smile:",
        "$x$",
        "{.a}",
        "{ward.name}",
        "[[leaflet/visiting]]",
        "’",
        "é",
        "\u{AD}",
        "\u{200B}",
        "ﬁ",
        "\\",
        ".",
        ",",
        "Leeds ZZ99 9ZZ",
        "con-",
    ])
}

fn prefix() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["", "", "", "> ", "- ", "1. "])
}

/// Lines with a slip, and lines without.
fn line() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "Some words of a sentence.",
        "Words",
        "## A heading",
        "- an item",
        "-Ask",
        "–\u{A0}Ask",
        "1.Ask",
        "(1) Ask",
        "(2) Tell",
        "a) Ask",
        "b) Tell",
        "##Next",
        "#Heading of one",
        "####### Seven",
        "•",
        "*Star",
        "| Who | Number |",
        "| --- |",
        "Who\tNumber",
        "One | two | three",
        "[The form](../a b.md) here",
        "[Call](tel:01632 960 001)",
        "[Read] (https://www.example.org)",
        "(Read)[https://www.example.org]",
        "[x](https://www.nhs,uk/a)",
        "[z][https://www.example.org]",
        "<www.example.org>",
        "**Bold with space **here",
        "**Call:**01632 960 001",
        "in__side__words",
        "*slanted *here",
        "[!INFO]",
        "[!NOTE] A title",
        "![A bench](my x.jpg)",
        "==marked==",
        "[b]bold[/b]",
        "---",
        "===",
        "    Four spaces in",
        "con-",
        "sensual",
        "Beach ward",
        "Leeds ZZ99 9ZZ",
        "•\tBullet",
        "o\tCircle",
        "2. Second",
        "3. Third",
    ])
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_place_is_one(pieces in prop::collection::vec(piece(), 0..30)) {
        let text = pieces.concat();
        for problem in problems(&text) {
            let Place::At(span) = problem.place else { continue };
            prop_assert!(text.get(span.range()).is_some(), "{text:?}: {}", problem.message);
            let Some(Mend::Write { span, .. }) = &problem.mend else { continue };
            prop_assert!(text.get(span.range()).is_some(), "{text:?}: {}", problem.message);
        }
    }

    #[test]
    fn every_fix_mends(lines in prop::collection::vec((prefix(), line(), prop::sample::select(vec!["\n", "\n\n"])), 0..6)) {
        let text: String = lines.iter().flat_map(|(prefix, line, end)| [*prefix, *line, *end]).collect();
        let found = problems(&text);
        for problem in &found {
            let Some(Mend::Write { span, was: None, text: words }) = &problem.mend else { continue };
            let mut mended = text.clone();
            mended.replace_range(span.range(), words);
            let is_same = |other: &&Problem| other.code.id == problem.code.id && other.message == problem.message;
            let (before, after) = (found.iter().filter(is_same).count(), problems(&mended).iter().filter(is_same).count());
            prop_assert!(after < before, "{text:?} became {mended:?}, and still: {}", problem.message);
        }
    }
}

#[test]
fn a_hundred_thousand_of_any_sign_are_looked_at_once() {
    for piece in [
        "*",
        "_",
        "~",
        "[",
        "](",
        "] (",
        ")[",
        "<",
        "![",
        "{.",
        "{",
        "|",
        "| ",
        "\t",
        "==",
        "==a ",
        "[b]",
        "$",
        "$a",
        ":",
        ":a",
        "-a\n",
        "•\n",
        "•",
        "#",
        "##a\n",
        "(1) a\n",
        "a-\n",
        "> ",
        "**a ",
        "a**",
        "[a](b c) ",
        "TODO ",
        "[insert ",
        "<insert x>",
        "@",
        "www.",
        "://",
        "\u{AD}",
        "Ã©",
        "1.a\n",
        " | a\n",
        "a\n---\n",
    ] {
        let text = piece.repeat(100_000 / piece.len());
        let (tidied, edits) = super::tidy::markdown(&text);
        let locator = Locator::new(Span::new(FileId(0), 0, text.len()), &text, &text).tidied(edits);
        let mut found = Vec::new();
        super::look(&tidied, 0, &Addresses::default(), &locator, &mut found);
        assert!(found.len() <= text.len());
    }
}
