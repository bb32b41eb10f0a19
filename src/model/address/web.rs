//! Addresses of pages, and the slips people make in them.
//!
//! Source: WHATWG, the URL standard, valid URL strings of http and https. No name and password can stand in one: they hide where it leads.

use std::sync::LazyLock;

use regex_lite::Regex;

/// What stands where `https://` was meant, with a slash or a backslash or without any.
static SLIP: LazyLock<Regex> =
    LazyLock::new(|| regex(r"(?i)^(?:[htps]{3,7}\s*[:;.]?\s*[/\\]+\s*|[htps]{3,7}\s*[:;]+\s*|[:;]?//+\s*)"));
/// A host with a dot, as it stands without `https://`, and perhaps a path.
static BARE: LazyLock<Regex> = LazyLock::new(|| regex(r"^(?:[\w-]+\.)+[A-Za-z]{2,}(?::\d+)?(?:[/?#].*)?$"));
/// The file that a folder's address shows.
static FILE: LazyLock<Regex> = LazyLock::new(|| regex(r"(?i)/[^/]*\.(?:html?|php|aspx?)$"));

fn regex(pattern: &str) -> Regex {
    Regex::new(pattern).expect("a test compiles every pattern")
}

/// Tells whether an address can be opened in a browser.
pub fn is_address(written: &str) -> bool {
    let Some(rest) = written.strip_prefix("https://").or_else(|| written.strip_prefix("http://")) else { return false };
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (host, path) = rest.split_at(end);
    let (host, port) = host.split_once(':').unwrap_or((host, "80"));
    is_host(host)
        && port.parse::<u16>().is_ok()
        && !path.chars().any(|letter| letter.is_whitespace() || letter.is_control() || "\"<>\\^`{|}".contains(letter))
}

/// Tells whether a name can be a host's: parts of letters, digits and hyphens. An intranet's may be one part alone.
fn is_host(host: &str) -> bool {
    let is_part = |part: &str| {
        (1..=63).contains(&part.len())
            && !part.starts_with('-')
            && !part.ends_with('-')
            && part.chars().all(|letter| letter.is_alphanumeric() || letter == '-' || letter == '_')
    };
    host.len() <= 253 && host.split('.').all(is_part) && !host.eq_ignore_ascii_case("www")
}

/// Returns the address that was probably meant.
pub fn meant(written: &str) -> Option<String> {
    let is_round = |letter: char| letter.is_whitespace() || "“”„‘’\"'<>()[],;\u{200B}\u{FEFF}".contains(letter);
    let bare = written.trim_matches(is_round).trim_end_matches(['.', ':']);
    // Of two addresses the first.
    let second = ["http", "www."].iter().filter_map(|start| bare.get(1..)?.find(start)).min().map(|at| at + 1);
    let is_two = |at: &usize| bare[..*at].ends_with([' ', ',', ';', '\n']);
    let mut bare = second.filter(is_two).map_or(bare, |at| &bare[..at]);
    bare = [" or ", " and "]
        .iter()
        .filter_map(|between| bare.split_once(between))
        .map(|(first, _)| first)
        .next()
        .unwrap_or(bare);
    let bare = bare.trim_matches(is_round);
    let (scheme, rest) = match SLIP.find(bare) {
        Some(slip) => {
            let is_plain = !slip.as_str().to_lowercase().contains('s') && slip.as_str().starts_with(['h', 'H']);
            (if is_plain { "http://" } else { "https://" }, &bare[slip.end()..])
        }
        None => ("https://", bare),
    };
    let end = rest.find(['/', '?', '#', '\\']).unwrap_or(rest.len());
    let (host, path) = rest.split_at(end);
    let mut host: String = host.to_lowercase().chars().filter(|letter| !letter.is_whitespace()).collect();
    host = host.replace([',', ';'], ".");
    while host.contains("..") {
        host = host.replace("..", ".");
    }
    let path = path.trim_end().replace('\\', "/");
    let path: String = path.chars().map(encoded).collect();
    let better = format!("{scheme}{}{path}", host.trim_matches('.'));
    let is_certain = SLIP.is_match(bare) || BARE.is_match(&format!("{host}{path}"));
    (is_certain && is_address(&better)).then_some(better)
}

/// Returns a letter of a path as addresses hold it.
fn encoded(letter: char) -> String {
    match letter {
        ' ' | '\u{A0}' => "%20".to_owned(),
        '"' => "%22".to_owned(),
        '<' => "%3C".to_owned(),
        '>' => "%3E".to_owned(),
        '{' => "%7B".to_owned(),
        '|' => "%7C".to_owned(),
        '}' => "%7D".to_owned(),
        '^' => "%5E".to_owned(),
        '`' => "%60".to_owned(),
        letter => letter.to_string(),
    }
}

/// Returns the folder of an address that goes on behind it: to a file, a question or a place on the page. Nothing where it is a folder's.
pub fn folder_of(written: &str) -> Option<String> {
    let end = written.find(['?', '#']).unwrap_or(written.len());
    let page = &written[..end];
    let folder = FILE.find(page).map_or(page, |file| &page[..=file.start()]);
    let is_root = folder.ends_with("//");
    let folder = if is_root { page } else { folder };
    (folder != written).then(|| format!("{}/", folder.trim_end_matches('/')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_that_open_are_told_from_those_that_do_not() {
        for good in [
            "https://www.nhs.uk/sarcs",
            "http://intranet/wards/",
            "http://intranet.example:8080/x?y=1#z",
            "https://www.askthe.police.uk/Content/Q828.htm",
            "https://en.wikipedia.org/wiki/Consent_(law)",
            "https://example.org/a,b",
            "https://bücher.example/",
            "http://10.0.0.1/x",
        ] {
            assert!(is_address(good), "{good}");
            assert!(folder_of(good).is_none() || good.contains(['#', '?']) || good.ends_with(".htm"), "{good}");
        }
        for (bad, better) in [
            ("www.example.org", Some("https://www.example.org")),
            ("example.org/page", Some("https://example.org/page")),
            ("https//www.example.org", Some("https://www.example.org")),
            ("https:/www.example.org", Some("https://www.example.org")),
            ("https:www.example.org", Some("https://www.example.org")),
            ("https:\\\\www.example.org", Some("https://www.example.org")),
            ("https;//www.example.org", Some("https://www.example.org")),
            ("htps://www.example.org", Some("https://www.example.org")),
            ("htttps://www.example.org", Some("https://www.example.org")),
            ("http//example.org", Some("http://example.org")),
            ("//www.example.org/x", Some("https://www.example.org/x")),
            ("HTTPS://www.example.org", Some("https://www.example.org")),
            ("https://https://www.example.org", None),
            ("https://www.nhs,uk/a b", Some("https://www.nhs.uk/a%20b")),
            ("https://example.org/our policy.pdf", Some("https://example.org/our%20policy.pdf")),
            ("https://www. example.org", Some("https://www.example.org")),
            ("https://www..example.org", Some("https://www.example.org")),
            ("<https://www.example.org>", Some("https://www.example.org")),
            ("“https://www.example.org”", Some("https://www.example.org")),
            ("https://a.example.org, https://b.example.org", Some("https://a.example.org")),
            ("www.a.example or www.b.example", Some("https://www.a.example")),
            ("javascript:alert(1)", None),
            ("ask the ward", None),
            ("file:///C:/x", None),
            ("pals@example.org", None),
            ("https://user@example.org", None),
            ("https://", None),
            ("https://www", None),
        ] {
            assert!(!is_address(bad), "{bad}");
            assert_eq!(meant(bad).as_deref(), better, "{bad}");
        }
    }

    #[test]
    fn a_site_is_a_folder() {
        for (written, folder) in [
            ("http://intranet.example/wards/safety/", None),
            ("http://intranet.example", None),
            ("http://intranet.example/wards/v1.2", None),
            ("http://intranet.example/wards/index.html", Some("http://intranet.example/wards/")),
            ("http://intranet.example/wards/safety/?x", Some("http://intranet.example/wards/safety/")),
            ("http://intranet.example/a/Home.aspx?x=1#y", Some("http://intranet.example/a/")),
            ("http://intranet.example#x", Some("http://intranet.example/")),
        ] {
            assert_eq!(folder_of(written).as_deref(), folder, "{written}");
        }
    }
}
