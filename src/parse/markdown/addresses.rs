//! What links of Markdown text mean as addresses.

use crate::parse::slips::web;
use crate::text::prose::LinkTarget;

/// Returns the reference that `[[kind/id]]` names.
pub fn reference(address: &str) -> LinkTarget {
    // In a table the bar before the words is written `\|`, and the backslash comes along.
    let address = address.trim_end_matches('\\');
    let (kind, id) = address.split_once('/').unwrap_or(("", address));
    LinkTarget::Reference { kind: kind.trim().to_owned(), id: id.trim().to_owned() }
}

/// Returns the language that `[[lang/cy|words]]` names, if it looks like a tag of one.
pub fn language(address: &str) -> Option<String> {
    let tag = address.trim_end_matches('\\').strip_prefix("lang/")?;
    let is_part =
        |part: &str| (2..=8).contains(&part.len()) && part.chars().all(|letter| letter.is_ascii_alphanumeric());
    tag.split('-').all(is_part).then(|| tag.to_owned())
}

/// Returns where an ordinary link leads, or the scheme that makes it unsafe.
pub fn link_target(address: &str) -> Result<LinkTarget, String> {
    let address: String = address.chars().filter(|letter| !letter.is_control()).collect();
    // Word's quotes round an address are no part of it.
    let address = address.trim().trim_matches(['“', '”', '‘', '’']);
    if let Some(id) = address.strip_prefix('#') {
        return Ok(LinkTarget::Heading(id.to_owned()));
    }
    // A slip in it is told where the text is looked at.
    if let Some(meant) = web::mended(address).filter(|_| !address.contains("://")) {
        return Ok(LinkTarget::Outside(meant));
    }
    let scheme = address.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
    match scheme.as_deref() {
        Some("https" | "http" | "mailto" | "tel") => Ok(LinkTarget::Outside(address.replace(' ', "%20"))),
        Some(scheme) if !scheme.contains(['/', '?', '#']) => Err(format!("{scheme}:")),
        _ if address.starts_with("//") => Err("//".to_owned()),
        _ => {
            let (path, fragment) = match address.split_once('#') {
                Some((path, fragment)) => (path, Some(fragment.to_owned())),
                None => (address, None),
            };
            Ok(LinkTarget::File { path: path.to_owned(), fragment })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scheme_that_could_run_something_is_refused_however_it_is_written() {
        for address in
            ["javascript:alert(1)", "JaVaScRiPt:x", "java\tscript:x", "data:text/html,x", "//elsewhere.example/x"]
        {
            assert!(link_target(address).is_err(), "{address}");
        }
        assert_eq!(link_target("#part"), Ok(LinkTarget::Heading("part".into())));
        assert!(matches!(link_target("../a/b.md#c"), Ok(LinkTarget::File { .. })));
    }
}
