//! Problems of what is printed on paper.

use super::super::{Code, Place, Problem, Severity};

pub static CODES: &[&Code] = &[&TOO_LONG, &NO_LETTERS, &NOT_FOLDED];

static TOO_LONG: Code = Code {
    id: "A014",
    title: "Words that don't fit their paper",
    meaning: "A poster has one side or two, and its words are no smaller than people can read. Here they would need more pages than \
              that even in the smallest size, and wardpack cuts nothing off.",
    instead: "Shorten the words: of a charter, its lines, or what it says over and under them. Or build with --no-print, which leaves \
              out everything to print.",
};

/// Says that the words of a page don't fit on paper: by how much, and where they would.
pub fn too_long(place: Place, (title, paper): (&str, &str), pages: usize, most: usize, points: f64) -> Problem {
    let title = crate::direction::without_isolates(title);
    let over = pages - most.min(pages);
    let fills = counted(pages);
    let message =
        format!("“{title}” doesn't fit as “{paper}”: in {points} point it fills {fills}, and {most} is the most");
    let help = format!(
        "shorten the words by what fills {}, or build with --no-print, which leaves out what is printed",
        counted(over)
    );
    Problem::error(&TOO_LONG, place, message).help(help)
}

static NO_LETTERS: Code = Code {
    id: "A015",
    title: "A letter or sign that can't be printed",
    meaning: "What is printed on paper has typefaces of its own, so that it looks the same everywhere: for Latin letters with all their \
              accents, and for Arabic ones. They have no emoji, no arrows and no letters of other scripts, and a paper would show an \
              empty box there.",
    instead: "Say it in words. Or build with --no-print, which leaves out everything to print.",
};

/// Says that words on the papers of a ward, or on one for every ward, have letters which no typeface of them has.
pub fn no_letters(place: Place, whose: &str, letters: &[char]) -> Problem {
    let whose = crate::direction::without_isolates(whose);
    let letters: Vec<String> = letters.iter().map(|letter| format!("“{letter}”")).collect();
    let message = format!("what is printed for {whose} can't show {}", letters.join(", "));
    let help = "look for it here, in the ward's names and contacts, the lines of its charter and the words of the trust, and say it in words; \
                or build with --no-print, which leaves out what is printed";
    Problem::error(&NO_LETTERS, place, message).help(help)
}

/// Tells whether a problem says that a paper isn't made and the others are.
pub fn is_of_left_out(problem: &Problem) -> bool {
    problem.code.id == NOT_FOLDED.id
}

static NOT_FOLDED: Code = Code {
    id: "A016",
    title: "A leaflet that is too long to be folded",
    meaning: "A booklet is folded once, and more sheets than twelve can be neither folded together nor stapled. A tri-fold is one sheet, folded twice: \
              it has six panels, and that a leaflet has too many words for them is no mistake. The leaflet itself is printed on A4, with the same words.",
    instead: "Give out the leaflet on A4; its page lists it, and not what can't be folded. Or part the leaflet in two, each with its own subject.",
};

/// Says that a booklet isn't made, since it would have too many pages.
pub fn no_booklet(place: Place, title: &str, pages: usize, most: usize) -> Problem {
    not_folded(place, title, &format!("a booklet: it would have {pages} pages of A5, and {most} is the most"))
}

/// Notes that a leaflet isn't made as a tri-fold. One sheet has room for few words, so that is nothing to be warned of.
pub fn no_tri_fold(place: Place, title: &str, panels: usize, most: usize) -> Problem {
    let why = format!("a tri-fold: it would have {panels} panels, and {most} is the most");
    Problem { severity: Severity::Note, ..not_folded(place, title, &why) }
}

fn not_folded(place: Place, title: &str, why: &str) -> Problem {
    let title = crate::direction::without_isolates(title);
    Problem::warning(&NOT_FOLDED, place, format!("“{title}” isn't made as {why}"))
        .help("give out the leaflet on A4, which has the same words, or part it in two")
}

fn counted(pages: usize) -> String {
    if pages == 1 { "1 page".to_owned() } else { format!("{pages} pages") }
}
