//! Walks over all nouns that can't leave one out: they take the pack apart wholly, or have an arm for each kind and none for the rest.
//! In these the compiler names what a new noun still lacks.

use syn::visit::{self, Visit};
use syn::{ExprMatch, Pat, PatStruct};

/// The walks of a file.
#[derive(Default, Debug, PartialEq, Eq)]
pub struct Walks {
    /// How many name every noun.
    pub whole: usize,
    /// The lines of those that would pass a new noun over.
    pub holes: Vec<usize>,
}

impl Walks {
    /// Returns the walks in a text that have something for a noun, such as `Benchmark`.
    pub fn of(text: &str, noun: &str) -> Self {
        let mut found = Found { noun: noun.to_owned(), walks: Walks::default() };
        found.visit_file(&syn::parse_file(text).unwrap());
        found.walks
    }

    fn add(&mut self, is_whole: bool, line: usize) {
        if is_whole {
            self.whole += 1;
        } else {
            self.holes.push(line);
        }
    }
}

struct Found {
    noun: String,
    walks: Walks,
}

impl<'ast> Visit<'ast> for Found {
    fn visit_pat_struct(&mut self, pattern: &'ast PatStruct) {
        if let Some(name) = pattern.path.segments.last().filter(|name| name.ident == "Pack") {
            self.walks.add(pattern.rest.is_none(), name.ident.span().start().line);
        }
        visit::visit_pat_struct(self, pattern);
    }

    fn visit_expr_match(&mut self, walk: &'ast ExprMatch) {
        if walk.arms.iter().any(|arm| is_of(&arm.pat, &self.noun)) {
            let has_rest = walk.arms.iter().any(|arm| takes_all(&arm.pat));
            self.walks.add(!has_rest, walk.match_token.span.start().line);
        }
        visit::visit_expr_match(self, walk);
    }
}

/// Tells whether a pattern is one of a noun: `Kind::Benchmark`, `View::Benchmark(_)`.
fn is_of(pattern: &Pat, noun: &str) -> bool {
    match pattern {
        Pat::Path(path) => path.path.segments.last().is_some_and(|name| name.ident == noun),
        Pat::TupleStruct(variant) => variant.path.segments.last().is_some_and(|name| name.ident == noun),
        Pat::Guard(guarded) => is_of(&guarded.pat, noun),
        Pat::Or(either) => either.cases.iter().any(|pattern| is_of(pattern, noun)),
        _ => false,
    }
}

/// Tells whether a pattern takes whatever comes.
fn takes_all(pattern: &Pat) -> bool {
    matches!(pattern, Pat::Wild(_)) || matches!(pattern, Pat::Ident(name) if name.subpat.is_none())
}
