//! What holds of any bytes, wherever they stand. The fuzzers look with these, and `cargo test` looks with them at `fuzz/corpus`.
//!
//! - `pack.rs`: Bytes as a whole small pack
//! - `parsed.rs`: Bytes as one file of a pack: settings, a page, a list
//! - `site.rs`: Bytes as what comes from outside: paths of requests, and what an earlier run left beside a site
//! - `values.rs`: Bytes as single values: addresses, numbers, days, ids, lines with placeholders
//! - `words.rs`: Bytes as a text, whose words are on its page or told

#![allow(dead_code, clippy::disallowed_methods, reason = "each fuzzer looks with one, and a pack stands on disk")]

pub mod pack;
pub mod parsed;
pub mod site;
pub mod values;
pub mod words;

#[allow(clippy::duplicate_mod, reason = "the suite has it too, and the fuzzers are no part of the suite")]
#[path = "../../tests/suite/markdown/lost.rs"]
mod lost;

use wardpack::problem::{Mend, Place, Problem};
use wardpack::span::Span;

/// Looks at bytes, and panics where something doesn't hold of them.
pub type Look = fn(&[u8]);

/// Each look by the name of its fuzzer, which is that of its folder in the corpus.
pub const LOOKS: [(&str, Look); 7] = [
    ("list", parsed::list),
    ("pack", pack::pack),
    ("page", parsed::page),
    ("site", site::site),
    ("value", values::value),
    ("words", words::words),
    ("yaml", parsed::yaml),
];

/// The places of a problem are in the text, and cut no letter in two.
fn are_there(problem: &Problem, text: &str) {
    let is_there = |span: &Span| {
        assert!(text.get(span.range()).is_some(), "{}: {:?} of {} bytes", problem.message, span.range(), text.len());
    };
    if let Place::At(span) = &problem.place {
        is_there(span);
    }
    if let Some(Mend::Write { span, .. }) = &problem.mend {
        is_there(span);
    }
    problem.related.iter().for_each(|(span, _)| is_there(span));
}

/// What is made twice of the same says the same.
fn says_the_same<T: std::fmt::Debug>(one: &T, other: &T) {
    let (one, other) = (format!("{one:?}"), format!("{other:?}"));
    assert!(one == other, "{one}\nand then\n{other}");
}
