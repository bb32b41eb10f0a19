//! Email addresses, and what people write round them.
//!
//! Source: WHATWG, the HTML standard, “valid e-mail address”, which browsers hold an address against; with a dot in its host, since
//! readers write from outside, and no dot where none can be (RFC 5321, dot-string).

use std::sync::LazyLock;

use regex_lite::Regex;

/// One letter of the name before the @, and one part of the host after it.
const NAME: &str = r"[A-Za-z0-9!#$%&'*+/=?^_`|~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`|~-]+)*";
const HOST: &str = r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}";

static WHOLE: LazyLock<Regex> = LazyLock::new(|| regex(&format!("^{NAME}@{HOST}$")));
static INSIDE: LazyLock<Regex> = LazyLock::new(|| regex(&format!("{NAME}@{HOST}")));
static AT: LazyLock<Regex> = LazyLock::new(|| regex(r"(?i)\s*(?:\(at\)|\[at\]|\bat\b)\s*"));
static DOT: LazyLock<Regex> = LazyLock::new(|| regex(r"(?i)\s*(?:\(dot\)|\[dot\]|\bdot\b)\s*"));

fn regex(pattern: &str) -> Regex {
    Regex::new(pattern).expect("a test compiles every pattern")
}

/// Returns the address where it is certain: without `mailto:`, the owner's name, brackets, quotes and a full stop round it. In front of a
/// dot something may be missing: `.smith@…`.
pub fn understood(written: &str) -> Option<String> {
    let is_round = |letter: char| letter.is_whitespace() || "“”„‘’\"'<>().,;:\u{200B}\u{FEFF}".contains(letter);
    let is_before = |letter: char| is_round(letter) && letter != '.';
    let bare = written.trim_start_matches(is_before).trim_end_matches(is_round);
    let bare = bare.rsplit_once('<').map_or(bare, |(_, address)| address);
    let scheme = bare.get(..7).filter(|scheme| scheme.eq_ignore_ascii_case("mailto:"));
    let bare = scheme.map_or(bare, |_| bare[7..].split('?').next().unwrap_or_default());
    let bare = bare.trim_start_matches(is_before).trim_end_matches(is_round);
    (bare.len() <= 254 && WHOLE.is_match(bare)).then(|| bare.to_owned())
}

/// Returns the address that was probably meant.
pub fn meant(written: &str) -> Option<String> {
    if dot_at_name(written) {
        return None;
    }
    if let Some(first) = INSIDE.find(written).filter(|found| is_end(&written[found.end()..])) {
        return Some(first.as_str().to_owned());
    }
    let spelt = if written.contains('@') { written.to_owned() } else { AT.replace(written, "@").into_owned() };
    let spelt = DOT.replace_all(&spelt, ".");
    let mut bare: String = spelt.chars().filter(|letter| !letter.is_whitespace()).collect();
    bare = bare.replace("@@", "@");
    let (name, host) = bare.split_once('@')?;
    let mut host = host.replace([',', ';'], ".");
    while host.contains("..") {
        host = host.replace("..", ".");
    }
    // Everybody in the NHS writes to these two.
    host = match host.to_lowercase().as_str() {
        "nhsuk" | "nhs" => "nhs.uk".to_owned(),
        "nhsnet" => "nhs.net".to_owned(),
        _ => host,
    };
    understood(&format!("{name}@{host}"))
}

/// Tells whether the name before the @ begins or ends with a dot.
fn dot_at_name(written: &str) -> bool {
    let name = written.split_once('@').map_or("", |(name, _)| name);
    let name =
        name.rsplit(|letter: char| letter.is_whitespace() || "<(\"“:".contains(letter)).next().unwrap_or_default();
    name.len() > 1 && (name.starts_with('.') || name.ends_with('.'))
}

/// Tells whether an address can end before this.
fn is_end(after: &str) -> bool {
    let sign = after.strip_prefix(['.', ',']);
    sign.is_none_or(|rest| !rest.starts_with(|letter: char| letter.is_alphanumeric() || letter == '.'))
}

/// Says what is wrong with an address.
pub fn why(written: &str) -> &'static str {
    let written = written.trim();
    let host = written.split_once('@').map(|(_, host)| host);
    match (written.matches('@').count(), host) {
        (0, _) => "there is no @ in it",
        (2.., _) if INSIDE.find_iter(written).count() > 1 => "it is more than one",
        (2.., _) => "there is more than one @ in it",
        (_, Some(host)) if host.contains(',') => "there is a comma after the @",
        _ if dot_at_name(written) => "before the @ it begins or ends with a dot, so something may be missing there",
        _ if written.contains("..") => "two dots stand side by side in it",
        _ if written.contains(char::is_whitespace) => "there is a space in it",
        (_, Some(host)) if !host.contains('.') => "there is no dot after the @",
        _ => "there is a sign in it that can't be there",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_round_an_address_is_taken_off() {
        for (written, address) in [
            ("pals@example.nhs.uk", "pals@example.nhs.uk"),
            ("mailto:pals@nhs.uk", "pals@nhs.uk"),
            ("MAILTO:pals@nhs.uk?subject=Hello", "pals@nhs.uk"),
            ("<pals@nhs.uk>", "pals@nhs.uk"),
            ("PALS team <pals@nhs.uk>", "pals@nhs.uk"),
            ("“pals@nhs.uk”", "pals@nhs.uk"),
            ("pals@nhs.uk.", "pals@nhs.uk"),
            (" pals@nhs.uk, ", "pals@nhs.uk"),
            ("Pals.Team+1@NHS.UK", "Pals.Team+1@NHS.UK"),
            ("o'hara@example.org", "o'hara@example.org"),
        ] {
            assert_eq!(understood(written).as_deref(), Some(address), "{written}");
        }
    }

    #[test]
    fn what_is_no_address_has_a_better_one_where_it_can_be_told() {
        for (written, better) in [
            ("pals@trust,nhs.uk", Some("pals@trust.nhs.uk")),
            ("a@b..uk", Some("a@b.uk")),
            ("a@nhsuk", Some("a@nhs.uk")),
            ("a@intranet", None),
            ("pals @ nhs.uk", Some("pals@nhs.uk")),
            ("pals at nhs dot uk", Some("pals@nhs.uk")),
            ("pals(at)nhs.uk", Some("pals@nhs.uk")),
            ("a@example.org, b@example.org", Some("a@example.org")),
            ("a@example.org or ask", Some("a@example.org")),
            ("a@@example.org", Some("a@example.org")),
            (".pals@nhs.uk", None),
            ("mailto:.pals@nhs.uk", None),
            ("PALS <pals.@nhs.uk>", None),
            ("pals.example.org", None),
            ("jo@", None),
            ("@example.org", None),
            ("a@-example.org", None),
            ("a@example.1", None),
        ] {
            assert_eq!(understood(written), None, "{written}");
            assert_eq!(meant(written).as_deref(), better, "{written}");
        }
    }
}
