//! Problems with the addresses of the site's own pages.

use super::super::{Code, Place, Problem};
use crate::span::Span;

pub static CODES: &[&Code] = &[&SAME_ADDRESS, &VANISHED];

static SAME_ADDRESS: Code = Code {
    id: "R007",
    title: "Two pages with one address",
    meaning: "Two items would be written to the same file of the site (on Windows and USB sticks capital letters make no difference), \
              so one would be lost.",
    instead: "Rename one of the two files. If one of them only had the address before, by its line “formerly”, take that id out of the line.",
};

pub fn same_address(address: &str, second: impl Into<Place>, first: Option<Span>, other: &str) -> Problem {
    let message = format!(
        "this page would have the address {address}, which another page of the pack or of wardpack itself ({other}) already has"
    );
    let problem =
        Problem::error(&SAME_ADDRESS, second.into(), message).label("this page").help("rename one of the two");
    with_first(problem, first, HAS)
}

/// A page that had an address before, by its line `formerly`, which another page has now.
pub fn earlier_address(address: &str, second: impl Into<Place>, first: Option<Span>) -> Problem {
    had_before(address, second, (first, HAS), "another page has now")
}

/// A page that had an address before, by its line `formerly`, which another page had before too.
pub fn same_earlier_address(address: &str, second: impl Into<Place>, first: Option<Span>) -> Problem {
    had_before(address, second, (first, HAD), "another page had too, by its “formerly”")
}

/// `other` says what another page has to do with the address.
fn had_before(
    address: &str,
    second: impl Into<Place>,
    (first, label): (Option<Span>, &'static str),
    other: &str,
) -> Problem {
    let message = format!("this page had the address {address} before, by its line “formerly”, and {other}");
    let problem = Problem::error(&SAME_ADDRESS, second.into(), message).label("this page says so").help(
        "take that id out of “formerly” here: the address can lead to one page only; or give the other page another id",
    );
    with_first(problem, first, label)
}

/// A page that was published, and says now that it isn't finished.
pub fn draft_again(address: &str, span: Span) -> Problem {
    Problem::error(&VANISHED, span.into(), format!("{address} was published, and its page is a draft now"))
        .label("leads nowhere now")
        .help(
            "take “draft: true” out, and keep the published words until the new ones are finished; or if nobody can have the address, \
             delete this line",
        )
}

/// A page whose address another page had before, by its line `formerly`.
pub fn address_of_earlier(address: &str, second: impl Into<Place>, first: Option<Span>) -> Problem {
    let message = format!(
        "this page would have the address {address}, which is the earlier address of another page, by its line “formerly”"
    );
    let problem = Problem::error(&SAME_ADDRESS, second.into(), message)
        .label("this page")
        .help("take that id out of “formerly” of the other page, or give this one another id");
    with_first(problem, first, HAD)
}

/// What the other page has to do with the address.
const HAS: &str = "the page that has it already";
const HAD: &str = "the page that had it before";

fn with_first(problem: Problem, first: Option<Span>, label: &'static str) -> Problem {
    match first {
        Some(first) => problem.related(first, label),
        None => problem,
    }
}

static VANISHED: Code = Code {
    id: "R020",
    title: "A published address that leads nowhere",
    meaning: "published.yaml lists the addresses that were published. People may have this one on paper, in a letter or in their \
              bookmarks, and would find nothing there.",
    instead: "If the page has another id now, write its earlier id into it: formerly: [old-id]. If it is no longer in use, bring its file \
              back with “withdrawn”. If nobody can have the address, delete its line in published.yaml.",
};

/// `old` is the kind and the id that the address was of, where that can be told.
pub fn vanished(address: &str, span: Span, old: Option<(&str, &str)>) -> Problem {
    let problem =
        Problem::error(&VANISHED, span.into(), format!("{address} was published, and nothing is there any more"))
            .label("leads nowhere now");
    match old {
        Some((kind, id)) => {
            let what = kind.replace('-', " ");
            problem.help(format!(
                "if this {what} has another id now, write “formerly: [{id}]” into its file; if it is no longer in use, bring its file back \
                 with “withdrawn: {{on: 2026-11-01, why: …}}”; if nobody can have the address, delete this line"
            ))
        }
        None => problem.help("bring the page back; or delete this line, if nobody can have the address"),
    }
}
