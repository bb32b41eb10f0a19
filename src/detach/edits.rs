//! A stylesheet with some of its letters replaced: what isn't replaced stays as it was written.

use std::ops::Range;

use cssparser::{ParseError, Parser, ParserInput, Token};

/// What is always so in a media query, and what never is.
pub(super) const ALWAYS: &str = "(min-width:0)";
pub(super) const NEVER: &str = "(not (min-width:0))";

/// Returns a media feature as it is compared: in small letters and without spaces.
pub(super) fn squeezed(feature: &str) -> String {
    feature.to_ascii_lowercase().split_whitespace().collect()
}

/// Letters of a text, and what takes their place.
pub(super) type CssEdits = Vec<(Range<usize>, String)>;

/// A token of a stylesheet: where it stands and, of one that opens a block, what is inside.
pub(super) struct CssToken<'t, 'i> {
    pub token: &'t Token<'i>,
    pub place: Range<usize>,
    pub inside: &'t str,
}

/// Returns a text with its letters replaced. Where two changes meet, the first counts.
pub(super) fn applied(text: &str, mut edits: CssEdits) -> String {
    edits.sort_by_key(|(place, _)| place.start);
    let mut changed = String::with_capacity(text.len());
    let mut at = 0;
    for (place, new) in edits {
        if place.start >= at {
            changed.push_str(&text[at..place.start]);
            changed.push_str(&new);
            at = place.end;
        }
    }
    changed.push_str(&text[at..]);
    changed
}

/// Calls `each` with every token of a stylesheet, those in blocks too. A block that it takes as a whole isn't gone into.
pub(super) fn walk(css: &str, each: &mut dyn FnMut(&CssToken<'_, '_>) -> Walk) {
    let mut input = ParserInput::new(css);
    walk_on(&mut Parser::new(&mut input), css, DEEPEST, each);
}

/// So many blocks inside each other are gone into. No stylesheet has as many, and each takes a part of the stack.
const DEEPEST: usize = 64;

/// Whether what is inside a block is gone through too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Walk {
    Into,
    Past,
}

fn walk_on(parser: &mut Parser<'_, '_>, css: &str, deeper: usize, each: &mut dyn FnMut(&CssToken<'_, '_>) -> Walk) {
    loop {
        let start = parser.position().byte_index();
        let Ok(token) = parser.next_including_whitespace_and_comments().cloned() else { return };
        let opened = parser.position().byte_index();
        let opens = matches!(
            token,
            Token::Function(_) | Token::ParenthesisBlock | Token::SquareBracketBlock | Token::CurlyBracketBlock
        );
        if !opens {
            each(&CssToken { token: &token, place: start..opened, inside: "" });
            continue;
        }
        let state = parser.state();
        let end = end_of_block(parser);
        let inside = &css[opened..end];
        let walk = each(&CssToken { token: &token, place: start..css.len().min(end + 1), inside });
        if walk == Walk::Into && deeper > 0 {
            parser.reset(&state);
            let _: Result<(), ParseError<'_, ()>> = parser.parse_nested_block(|block| {
                walk_on(block, css, deeper - 1, each);
                Ok(())
            });
        }
    }
}

/// Goes past a block, and returns where what is inside it ends.
fn end_of_block(parser: &mut Parser<'_, '_>) -> usize {
    let end: Result<usize, ParseError<'_, ()>> = parser.parse_nested_block(|block| {
        while block.next_including_whitespace_and_comments().is_ok() {}
        Ok(block.position().byte_index())
    });
    end.unwrap_or_else(|_| parser.position().byte_index())
}
