//! Problems of what is printed on paper.

use super::super::{Code, Place, Problem};

pub static CODES: &[&Code] = &[&TOO_LONG];

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

fn counted(pages: usize) -> String {
    if pages == 1 { "1 page".to_owned() } else { format!("{pages} pages") }
}
