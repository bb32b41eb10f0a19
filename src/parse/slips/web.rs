//! Addresses as people write them, and as they have to be written in a link.

/// What begins an address that leads out of the pack.
const SCHEMES: [&str; 4] = ["https:", "http:", "mailto:", "tel:"];

/// How the names of files end that people link to and show.
const ENDINGS: [&str; 18] = [
    ".md", ".yaml", ".html", ".htm", ".pdf", ".doc", ".docx", ".xlsx", ".pptx", ".png", ".jpg", ".jpeg", ".svg",
    ".webp", ".gif", ".avif", ".heic", ".tiff",
];

/// Tells whether words are meant as an address.
pub(super) fn is_address(words: &str) -> bool {
    let lower = words.to_lowercase();
    SCHEMES.iter().any(|scheme| lower.starts_with(scheme))
        || lower.starts_with("www.")
        || ["../", "./", "/", "#"].iter().any(|start| lower.starts_with(start))
        || ENDINGS.iter().any(|end| lower.ends_with(end))
        || is_email(&lower)
}

fn is_email(words: &str) -> bool {
    !words.contains(' ') && words.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
}

/// Returns an address as it is to be written between the round brackets of a link.
pub(super) fn written(address: &str) -> String {
    let address = address.trim().trim_matches(['<', '>', '“', '”', '‘', '’', '"', '\'']).trim();
    let lower = address.to_lowercase();
    let is_number =
        address.len() > 2 && address.chars().all(|letter| letter.is_ascii_digit() || " +()-".contains(letter));
    if is_number || lower.starts_with("tel:") {
        let number = address.get(4..).filter(|_| !is_number).unwrap_or(address);
        return format!(
            "tel:{}",
            number.chars().filter(|letter| letter.is_ascii_digit() || *letter == '+').collect::<String>()
        );
    }
    if lower.starts_with("mailto:") {
        return address.replacen(": ", ":", 1).replace(' ', "%20");
    }
    if is_email(&lower) {
        return format!("mailto:{address}");
    }
    if let Some(better) = with_host(address) {
        return better.replace(' ', "%20");
    }
    if address.contains([' ', '(', ')']) { format!("<{address}>") } else { address.to_owned() }
}

/// Returns the address of a website as it is meant, if it is one.
fn with_host(address: &str) -> Option<String> {
    let (scheme, rest) = split_scheme(address)?;
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (host, path) = rest.split_at(end);
    let host = host.replace([',', ';'], ".").replace(' ', "");
    let host = host.split('.').filter(|part| !part.is_empty()).collect::<Vec<_>>().join(".");
    let path = path.replace('\\', "/");
    let path = path.strip_prefix("//").map_or(path.clone(), |rest| format!("/{rest}"));
    Some(format!("{scheme}://{host}{path}"))
}

/// Splits https:// off, however it is written; what begins with `www.` is meant so too.
fn split_scheme(address: &str) -> Option<(&'static str, &str)> {
    let lower = address.to_ascii_lowercase();
    let found = [
        ("https", "https"),
        ("http", "http"),
        ("htps", "https"),
        ("htpps", "https"),
        ("hhtps", "https"),
        ("htttps", "https"),
        ("ttps", "https"),
    ]
    .iter()
    .find(|(written, _)| {
        lower.strip_prefix(written).is_some_and(|rest| rest.starts_with([':', ';', '/']) && rest[1..].contains('.'))
    });
    match found {
        Some((written, scheme)) => {
            Some((scheme, address[written.len()..].trim_start_matches([':', ';', '/', '\\', ' '])))
        }
        None if lower.starts_with("www.") || lower.starts_with("www,") => Some(("https", address)),
        None => None,
    }
}

/// Tells whether an address says how it is opened, and no more: `https://`.
pub(super) fn is_empty(address: &str) -> bool {
    let address = address.trim();
    let lower = address.to_ascii_lowercase();
    let rest = ["https:", "http:"].iter().find_map(|scheme| lower.strip_prefix(scheme));
    address.is_empty() || rest.is_some_and(|rest| !rest.contains(char::is_alphanumeric))
}

/// Returns the address that an outside link was meant to have, if it can't be right as it is.
pub(in crate::parse) fn mended(address: &str) -> Option<String> {
    let lower = address.to_ascii_lowercase();
    if let Some(number) = lower.strip_prefix("tel:") {
        let is_right = number.chars().all(|letter| {
            letter.is_ascii_digit()
                || "+-.();=,*#".contains(letter)
                || letter.is_ascii_alphabetic() && number.contains(';')
        });
        let better = written(address);
        return (!is_right && better.len() > "tel:".len() + 2).then_some(better);
    }
    if let Some(to) = lower.strip_prefix("mailto:") {
        let to = to.split('?').next().unwrap_or(to);
        let is_right = |one: &str| {
            let host = one.rsplit_once('@').map(|(_, host)| host);
            host.is_some_and(|host| host.contains('.') && host.split('.').all(|part| !part.is_empty()))
                && !one.contains(['/', ';'])
        };
        let mended = address.replacen("mailto://", "mailto:", 1);
        let mended = mended.split_once('@').map(|(name, host)| {
            format!("{name}@{}", host.replacen(',', ".", host.matches(',').count() * usize::from(!host.contains('@'))))
        })?;
        return (!to.split(',').all(is_right) && mended != address).then_some(mended);
    }
    let is_web = ["http:", "https:", "http/", "https/"].iter().any(|scheme| lower.starts_with(scheme));
    let (_, rest) = split_scheme(address).filter(|_| is_web)?;
    let host = &rest[..rest.find(['/', '?', '#']).unwrap_or(rest.len())];
    let is_right = lower.starts_with("http://") || lower.starts_with("https://");
    let is_host = !host.contains([',', ';', '\\'])
        && host.split(':').next().is_some_and(|name| name.split('.').all(|part| !part.is_empty()));
    let twice = ["https://http", "http://http"].iter().any(|start| lower.starts_with(start)) && host.len() < 7;
    if twice {
        let inner = address.find("//").map_or(address, |at| &address[at + 2..]);
        return with_host(inner);
    }
    if is_right && is_host { None } else { with_host(address).filter(|better| better != address) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_written_so_that_a_link_can_have_them() {
        for (meant, better) in [
            ("tel:01632 960 001", "tel:01632960001"),
            ("01632 960 001", "tel:01632960001"),
            ("mailto:a@example.org?subject=Hi there", "mailto:a@example.org?subject=Hi%20there"),
            ("pals@example.org", "mailto:pals@example.org"),
            ("https://example.org/our policy.pdf", "https://example.org/our%20policy.pdf"),
            ("https://www.nhs,uk/a b", "https://www.nhs.uk/a%20b"),
            ("www.example.org", "https://www.example.org"),
            ("https//example.org", "https://example.org"),
            ("../a b.md", "<../a b.md>"),
        ] {
            assert_eq!(written(meant), better);
        }
    }

    #[test]
    fn an_address_that_is_right_stays() {
        for right in [
            "https://www.nhs.uk",
            "http://intranet/x",
            "tel:+441632960001",
            "tel:01632960001;ext=12",
            "mailto:a@example.org,b@example.org",
        ] {
            assert_eq!(mended(right), None, "{right}");
        }
        for (wrong, better) in [
            ("https://www.nhs,uk/a", "https://www.nhs.uk/a"),
            ("https:/www.nhs.uk", "https://www.nhs.uk"),
            ("https://https://www.nhs.uk/x", "https://www.nhs.uk/x"),
            ("http://www..nhs.uk", "http://www.nhs.uk"),
            ("mailto:a@nhs,uk", "mailto:a@nhs.uk"),
            ("mailto://a@nhs.uk", "mailto:a@nhs.uk"),
        ] {
            assert_eq!(mended(wrong).as_deref(), Some(better), "{wrong}");
        }
    }
}
