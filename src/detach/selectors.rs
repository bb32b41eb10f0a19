//! Selectors that mean a fragment alone: its names have its prefix, and what they find is inside its root.

use cssparser::Token;

use super::edits::{CssEdits, Walk, applied, walk};
use super::names::FragmentNames;

/// Returns selectors with the prefix of the fragment; the first part of each is held to what is in `scope`, if there is one.
pub(super) fn selector(written: &str, names: &FragmentNames, scope: Option<&str>) -> String {
    let mut edits = named(written, names);
    if let Some(scope) = scope {
        edits.extend(ends_of_first_parts(written).into_iter().map(|at| (at..at, scope.to_owned())));
    }
    applied(written, edits)
}

/// Returns what makes the names in selectors those of the fragment. Its root is document, body and main part at once.
fn named(written: &str, names: &FragmentNames) -> CssEdits {
    let mut edits = CssEdits::new();
    let (mut before, mut colon) = (' ', 0);
    walk(written, &mut |found| {
        let mut walk = Walk::Into;
        let place = found.place.clone();
        let was = std::mem::replace(&mut before, ' ');
        match found.token {
            Token::Delim('.') => before = '.',
            Token::Colon => (before, colon) = (':', place.start),
            Token::Ident(name) if was == '.' => {
                edits.push((place, names.prefixed(&written[found.place.clone()], name)));
            }
            Token::Ident(name) if was == ':' && name.eq_ignore_ascii_case("root") => {
                edits.push((colon..place.end, format!(".{}", names.root())));
            }
            Token::Ident(name)
                if was != ':' && ["html", "body", "main"].iter().any(|of| name.eq_ignore_ascii_case(of)) =>
            {
                edits.push((place, format!(".{}", names.root())));
            }
            Token::IDHash(name) => {
                let own = &written[place.start + 1..place.end];
                edits.push((place.start + 1..place.end, names.prefixed(own, name)));
            }
            Token::SquareBracketBlock => walk = Walk::Past,
            Token::Function(name) => {
                let holds_selectors =
                    ["is", "not", "where", "has"].iter().any(|known| name.eq_ignore_ascii_case(known));
                walk = if holds_selectors { Walk::Into } else { Walk::Past };
            }
            _ => {}
        }
        walk
    });
    edits
}

/// Returns where the first part of each selector ends: before a space or another combinator, or before a pseudo-element.
fn ends_of_first_parts(written: &str) -> Vec<usize> {
    const PSEUDO_ELEMENTS: [&str; 4] = ["before", "after", "first-line", "first-letter"];
    let mut ends = Vec::new();
    let (mut is_over, mut end, mut colon) = (false, None, None);
    walk(written, &mut |found| {
        let place = found.place.clone();
        let was = colon.take();
        match found.token {
            Token::Comma => {
                ends.extend(end.take());
                is_over = false;
                return Walk::Past;
            }
            _ if is_over => return Walk::Past,
            Token::WhiteSpace(_) | Token::Delim('>' | '+' | '~') => is_over = end.is_some(),
            Token::Comment(_) => {}
            Token::Colon if was.is_some() => is_over = true,
            // What is behind a colon decides whether the part goes on.
            Token::Colon => {
                end = end.or(Some(place.start));
                colon = Some(place.start);
            }
            Token::Ident(name)
                if was.is_some() && PSEUDO_ELEMENTS.iter().any(|known| name.eq_ignore_ascii_case(known)) =>
            {
                is_over = true;
            }
            _ => end = Some(place.end),
        }
        Walk::Past
    });
    ends.extend(end);
    ends
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(selectors: &str) -> String {
        let names = FragmentNames::of("w-");
        selector(selectors, &names, Some("@")).replace('@', "|")
    }

    #[test]
    fn each_selector_is_named_and_held_inside() {
        for (written, scoped) in [
            (".a", ".w-a|"),
            ("a:hover, ul > li.b", "a:hover|, ul| > li.w-b"),
            ("*, ::before, .c:before", "*|, |::before, .w-c|:before"),
            (":root", ".w-page|"),
            ("main > h1", ".w-page| > h1"),
            ("main:has(.charter) .x", ".w-page:has(.w-charter)| .w-x"),
            ("[dir=\"rtl\"] .b li + li::before", "[dir=\"rtl\"]| .w-b li + li::before"),
            (":is(.top, .menu) :is(ul, ol)", ":is(.w-top, .w-menu)| :is(ul, ol)"),
            (":lang(main) #f", ":lang(main)| #w-f"),
            ("/* a */ .a:not(.b, #c):nth-child(2n of main)", "/* a */ .w-a:not(.w-b, #w-c):nth-child(2n of main)|"),
        ] {
            assert_eq!(of(written), scoped, "{written}");
        }
    }
}
