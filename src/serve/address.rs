//! Paths of requests → files of the site.

use std::collections::BTreeSet;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// What stays as it is in the path of an address (RFC 3986, section 2.3, and the slash).
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

/// Where a request leads.
#[derive(Debug, PartialEq, Eq)]
pub enum RequestTarget {
    /// A file of the site.
    File(String),
    /// One of wardpack's own addresses, without the folder they are in.
    Own(String),
    /// The right address of what was meant.
    Elsewhere(String),
    /// No such file. The path is where the file would be.
    Nothing(String),
    /// No path at all.
    Senseless,
}

/// The folder of wardpack's own addresses. No page can have it: names of content begin with a letter or a digit.
pub const OWN: &str = "__wardpack/";

/// Returns the path that a site is served under, with a slash at both ends, or why it can't be one.
pub fn base(written: &str) -> Result<String, String> {
    let inner = written.trim_matches('/');
    if inner.is_empty() {
        return Ok("/".to_owned());
    }
    let is_plain = |part: &str| {
        !part.is_empty()
            && part != "."
            && part != ".."
            && part.chars().all(|letter| letter.is_ascii_alphanumeric() || "-._~".contains(letter))
    };
    if inner.split('/').all(is_plain) {
        Ok(format!("/{inner}/"))
    } else {
        Err("write the path that the pack will have on the intranet, such as /sexual-safety/: letters, digits, dots and hyphens between slashes".to_owned())
    }
}

/// Returns where the path of a request leads. What isn't in `files` isn't there.
pub fn resolve(path: &str, base: &str, files: &BTreeSet<String>) -> RequestTarget {
    let Ok(decoded) = percent_decode_str(path).decode_utf8() else { return RequestTarget::Senseless };
    if !decoded.starts_with('/') || decoded.chars().any(|letter| letter.is_control() || letter == '\\') {
        return RequestTarget::Senseless;
    }
    let Some(inside) = decoded.strip_prefix(base) else {
        let is_short = *decoded == *"/" || *decoded == base[..base.len() - 1];
        return if is_short {
            RequestTarget::Elsewhere(base.to_owned())
        } else {
            RequestTarget::Nothing(String::new())
        };
    };
    if let Some(own) = inside.strip_prefix(OWN) {
        return RequestTarget::Own(own.to_owned());
    }
    let is_folder = inside.is_empty() || inside.ends_with('/');
    let file = if is_folder { format!("{inside}index.html") } else { inside.to_owned() };
    if files.contains(&file) {
        return RequestTarget::File(file);
    }
    if !is_folder && files.contains(&format!("{inside}/index.html")) {
        return RequestTarget::Elsewhere(format!("{base}{}/", utf8_percent_encode(inside, PLAIN)));
    }
    RequestTarget::Nothing(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_base_has_a_slash_at_both_ends() {
        for written in ["a/b", "/a/b", "a/b/", "/a/b/"] {
            assert_eq!(base(written).unwrap(), "/a/b/");
        }
        assert_eq!(base("/").unwrap(), "/");
        for wrong in ["/a/../b/", "/a b/", "http://intranet/a/", "/a//b/", "/a?b/"] {
            assert!(base(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn only_paths_of_the_site_lead_anywhere() {
        let files = ["index.html", "wards/beach/index.html", "images/a plan.png", "404.html"];
        let files: BTreeSet<String> = files.map(str::to_owned).into();
        let leads = |path: &str| resolve(path, "/a/", &files);
        assert_eq!(leads("/a/"), RequestTarget::File("index.html".into()));
        assert_eq!(leads("/a/wards/beach/"), RequestTarget::File("wards/beach/index.html".into()));
        assert_eq!(leads("/a/images/a%20plan.png"), RequestTarget::File("images/a plan.png".into()));
        assert_eq!(leads("/a/wards/beach"), RequestTarget::Elsewhere("/a/wards/beach/".into()));
        assert_eq!(leads("/a"), RequestTarget::Elsewhere("/a/".into()));
        assert_eq!(leads("/"), RequestTarget::Elsewhere("/a/".into()));
        assert_eq!(leads("/a/__wardpack/reload.js"), RequestTarget::Own("reload.js".into()));
        for hostile in
            ["/a/../index.html", "/a/%2e%2e/index.html", "/a//index.html", "/a/./index.html", "/index.html", "/a/wards"]
        {
            assert!(matches!(leads(hostile), RequestTarget::Nothing(_)), "{hostile}");
        }
        for senseless in ["/a/%00", "/a/%ff", "/a/..%5cindex.html", "*", "/a/%0d%0aX: y"] {
            assert_eq!(leads(senseless), RequestTarget::Senseless, "{senseless}");
        }
    }
}
