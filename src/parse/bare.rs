//! Addresses that are written as they are: `https://…`, `www.…`, `pals@example.org`; and the numbers of notes that stand elsewhere in
//! the file.
//!
//! Source: GitHub Flavored Markdown, 6.9 Autolinks (extension), with https for what begins with www.

use std::ops::Range;

/// An address or number in some words.
pub(in crate::parse) struct BareSpot<'a> {
    pub range: Range<usize>,
    pub address: BareAddress<'a>,
}

pub(in crate::parse) enum BareAddress<'a> {
    /// Where a link leads.
    Outside(String),
    /// `[^label]`
    Note(&'a str),
}

/// Returns the addresses in some words, in order.
pub(in crate::parse) fn all(text: &str) -> Vec<BareSpot<'_>> {
    let mut found = Vec::new();
    let (mut done, mut from) = (0, 0);
    while let Some(at) = text[from..].find(['@', ':', '.', '[']).map(|at| from + at) {
        let next = match text.as_bytes()[at] {
            b'@' => email(text, done, at),
            b':' => web(text, done, at),
            b'.' => www(text, done, at),
            _ => note(text, at),
        };
        from = at + 1;
        if let Some(next) = next {
            (done, from) = (next.range.end, next.range.end);
            found.push(next);
        }
    }
    found
}

/// Returns the address whose `://` is at `colon`.
fn web(text: &str, from: usize, colon: usize) -> Option<BareSpot<'_>> {
    let before = &text[from..colon];
    let scheme = ["https", "http"].into_iter().find(|scheme| ends_with(before, scheme))?;
    let host = text[colon..].strip_prefix("://")?;
    let start = colon - scheme.len();
    let is_one = host.starts_with(|letter: char| letter.is_alphanumeric()) && is_free(text, start);
    is_one.then(|| outside(text, start..colon + 3 + length(host), ""))
}

/// Returns the address that begins with the `www` before `dot`.
fn www(text: &str, from: usize, dot: usize) -> Option<BareSpot<'_>> {
    if !ends_with(&text[from..dot], "www") || !is_free(text, dot - 3) {
        return None;
    }
    let rest = &text[dot + 1..];
    let host =
        rest.split(|letter: char| !letter.is_alphanumeric() && !"-_.".contains(letter)).next().unwrap_or_default();
    is_domain(host.trim_end_matches(['.', '_'])).then(|| outside(text, dot - 3..dot + 1 + length(rest), "https://"))
}

/// Returns the address of post whose `@` is at `at`.
fn email(text: &str, from: usize, at: usize) -> Option<BareSpot<'_>> {
    let is_local = |letter: char| letter.is_ascii_alphanumeric() || "._%+-'".contains(letter);
    let before = &text[from..at];
    let start = at - before.chars().rev().take_while(|letter| is_local(*letter)).map(char::len_utf8).sum::<usize>();
    let start = at - text[start..at].trim_start_matches(['.', '\'', '-']).len();
    let rest = &text[at + 1..];
    let end =
        rest.find(|letter: char| !(letter.is_ascii_alphanumeric() || ".-_".contains(letter))).unwrap_or(rest.len());
    let domain = rest[..end].trim_end_matches(['.', '-', '_']);
    let is_one = start < at
        && !text[..start].ends_with(char::is_alphanumeric)
        && !text[start..at].ends_with('.')
        // What goes on in letters that no address has is a word.
        && !rest[domain.len()..].starts_with(char::is_alphanumeric)
        && is_domain(domain)
        && !domain.contains('_');
    is_one.then(|| outside(text, start..at + 1 + domain.len(), "mailto:"))
}

/// Returns the number of a note whose bracket is at `open`.
fn note(text: &str, open: usize) -> Option<BareSpot<'_>> {
    let rest = text[open..].strip_prefix("[^")?;
    let end = rest.find(|letter: char| letter == ']' || letter == '[' || letter.is_whitespace())?;
    let is_label = end > 0 && rest[end..].starts_with(']');
    is_label.then(|| BareSpot { range: open..open + 2 + end + 1, address: BareAddress::Note(&rest[..end]) })
}

fn outside<'a>(text: &str, range: Range<usize>, before: &str) -> BareSpot<'a> {
    let address = format!("{before}{}", &text[range.clone()]);
    BareSpot { range, address: BareAddress::Outside(address) }
}

fn ends_with(text: &str, end: &str) -> bool {
    text.len().checked_sub(end.len()).and_then(|at| text.get(at..)).is_some_and(|last| last.eq_ignore_ascii_case(end))
}

/// Tells whether an address can begin here: not in the middle of a word.
fn is_free(text: &str, start: usize) -> bool {
    !text[..start].ends_with(|letter: char| letter.is_alphanumeric() || "/@._-".contains(letter))
}

/// Tells whether these are the parts of a name such as nhs.uk.
fn is_domain(host: &str) -> bool {
    let is_part = |part: &str| {
        !part.is_empty()
            && part.chars().all(|letter| letter.is_alphanumeric() || letter == '-' || letter == '_')
            && !part.starts_with('-')
            && !part.ends_with('-')
    };
    let last = host.rsplit('.').next().unwrap_or_default();
    host.contains('.')
        && host.split('.').all(is_part)
        && last.chars().filter(|letter| letter.is_alphabetic()).count() >= 2
}

/// Returns how long the address is that a text begins with. What ends a sentence or a bracket around the address isn't part of it.
fn length(text: &str) -> usize {
    let is_part = |letter: char| letter.is_alphanumeric() || "-._~:/?#@!$&'()*+,;=%".contains(letter);
    let mut end = text.find(|letter: char| !is_part(letter)).unwrap_or(text.len());
    let count = |sign: char| text[..end].matches(sign).count();
    let mut unopened = count(')').saturating_sub(count('('));
    while let Some(last) = text[..end].chars().next_back() {
        match last {
            ')' if unopened > 0 => unopened -= 1,
            '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '*' | '_' | '~' => {}
            _ => break,
        }
        end -= last.len_utf8();
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(&str, String)> {
        let address = |found: &BareSpot<'_>| match &found.address {
            BareAddress::Outside(address) => address.clone(),
            BareAddress::Note(label) => format!("^{label}"),
        };
        all(text).iter().map(|one| (&text[one.range.clone()], address(one))).collect()
    }

    #[test]
    fn addresses_end_before_what_belongs_to_the_sentence() {
        for (text, address) in [
            ("See https://www.nhs.uk/a_(b)?c=d#e.", "https://www.nhs.uk/a_(b)?c=d#e"),
            ("(https://www.nhs.uk/a)", "https://www.nhs.uk/a"),
            ("(see (https://www.nhs.uk/).)", "https://www.nhs.uk/"),
            ("HTTP://x.example, and", "HTTP://x.example"),
            ("“https://x.example/۔”", "https://x.example/"),
            ("https://x.example/tŷ!?", "https://x.example/tŷ"),
            ("https://localhost:8080/a", "https://localhost:8080/a"),
        ] {
            assert_eq!(found(text), [(address, address.to_owned())], "{text}");
        }
        assert_eq!(found("www.nhs.uk/a, or"), [("www.nhs.uk/a", "https://www.nhs.uk/a".to_owned())]);
        assert_eq!(found("a.b-c@x.example.org."), [("a.b-c@x.example.org", "mailto:a.b-c@x.example.org".to_owned())]);
        assert_eq!(found("(pals@x.uk)"), [("pals@x.uk", "mailto:pals@x.uk".to_owned())]);
        assert_eq!(found("A[^1] b"), [("[^1]", "^1".to_owned())]);
        assert_eq!(found("a@x.uk,b@x.uk").len(), 2);
    }

    #[test]
    fn other_words_are_no_addresses() {
        for text in [
            "nhs.uk",
            "www.",
            "www.x",
            "www..uk",
            "a@b",
            "a@b.c",
            "@x.uk",
            "a@",
            "https://",
            "xhttps://x.uk",
            "ftp://x.uk",
            "wwwx.uk",
            "9:30",
            "e.g. this",
            "[^]",
            "[^a b]",
            "[^1",
            "awww.x.uk",
            "https:// x.uk",
            "a@-x.uk",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }
}
