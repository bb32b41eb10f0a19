//! What is added to a page on its way out: the reload script, leave for it in the page's policy, and on the page for what isn't
//! there the address that its links start from. The files on disk never have any of it.

use lol_html::html_content::ContentType;
use lol_html::{RewriteStrSettings, element, end, rewrite_str};

use super::address::OWN;

/// What the script has to know of a page.
pub struct Marks<'a> {
    /// The path of the page's file.
    pub path: &'a str,
    /// The hash of the file; empty where there is none.
    pub key: &'a str,
    /// The hash of all stylesheets.
    pub styles: &'a str,
    /// The path that the site is served under.
    pub base: &'a str,
}

/// Where a page is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum At {
    ItsAddress,
    /// Its links have to start from the site's first page then.
    AnotherAddress,
}

/// Returns a page with the script, which hears of changes.
pub fn with_script(html: &str, marks: &Marks<'_>, at: At) -> String {
    let Marks { path, key, styles, base } = marks;
    let path = path.replace('&', "&amp;").replace('"', "&quot;");
    let script = format!(
        "<script src=\"{base}{OWN}reload.js\" data-page=\"{path}\" data-key=\"{key}\" data-styles=\"{styles}\" data-base=\"{base}\"></script>"
    );
    let policy = element!("meta[http-equiv]", |meta| {
        let is_policy = |name: String| name.eq_ignore_ascii_case("content-security-policy");
        if meta.get_attribute("http-equiv").is_some_and(is_policy) {
            let written = meta.get_attribute("content").unwrap_or_default();
            meta.set_attribute("content", &extended(&written, at))?;
        }
        Ok(())
    });
    let head = element!("head", |head| {
        if at == At::AnotherAddress {
            head.prepend(&format!("<base href=\"{base}\">"), ContentType::Html);
        }
        Ok(())
    });
    // A script after the end of the body is put into the body by every browser (HTML Standard, "after after body").
    let last = end!(|end| {
        end.append(&script, ContentType::Html);
        Ok(())
    });
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(policy)
        .append_element_content_handler(head)
        .append_document_content_handler(last);
    // A page that can't be read as HTML is shown as it is.
    rewrite_str(html, settings).unwrap_or_else(|_| html.to_owned())
}

/// Returns a content security policy that also lets the script load and listen.
fn extended(policy: &str, at: At) -> String {
    let mut wanted = vec!["script-src", "connect-src"];
    wanted.extend((at == At::AnotherAddress).then_some("base-uri"));
    let mut directives: Vec<String> = Vec::new();
    for directive in policy.split(';').map(str::trim).filter(|directive| !directive.is_empty()) {
        let name = directive.split_whitespace().next().unwrap_or_default().to_ascii_lowercase();
        let Some(place) = wanted.iter().position(|wanted| *wanted == name) else {
            directives.push(directive.to_owned());
            continue;
        };
        wanted.remove(place);
        let others = directive.split_whitespace().skip(1).filter(|source| *source != "'none'" && *source != "'self'");
        directives.push(std::iter::once(name.as_str()).chain(others).chain(["'self'"]).collect::<Vec<_>>().join(" "));
    }
    directives.extend(wanted.iter().map(|name| format!("{name} 'self'")));
    directives.join("; ")
}

/// Returns a page for the time before the first site, or for what isn't there where the site has no page for that.
pub fn plain(title: &str, text: &str) -> String {
    format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta name=\"color-scheme\" content=\"light dark\"><title>{title}</title></head>\
         <body><main><h1>{title}</h1><p>{text}</p></main></body></html>"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const MARKS: Marks<'_> = Marks { path: "a\"b.html", key: "12", styles: "34", base: "/x/" };

    #[test]
    fn the_script_is_added_whatever_the_page_looks_like() {
        for html in ["<p>no body", "<html><body><p>one</body></html>", "<body>&lt;/body></body>", ""] {
            let page = with_script(html, &MARKS, At::ItsAddress);
            assert!(page.starts_with(html) && page.ends_with("</script>"), "{page}");
            assert!(
                page.contains("src=\"/x/__wardpack/reload.js\" data-page=\"a&quot;b.html\" data-key=\"12\""),
                "{page}"
            );
        }
    }

    #[test]
    fn a_policy_is_widened_by_what_the_script_needs_only() {
        assert_eq!(
            extended("default-src 'none'", At::ItsAddress),
            "default-src 'none'; script-src 'self'; connect-src 'self'"
        );
        assert_eq!(
            extended("Script-Src 'none'; img-src file:; base-uri 'none'", At::AnotherAddress),
            "script-src 'self'; img-src file:; base-uri 'self'; connect-src 'self'"
        );
        let page = "<meta content=\"default-src 'none'\" HTTP-EQUIV=content-security-policy><p>";
        assert!(with_script(page, &MARKS, At::ItsAddress).contains("script-src 'self'"));
    }

    #[test]
    fn a_page_shown_elsewhere_starts_its_links_from_the_first_page() {
        let page = with_script("<head><title>x</title></head>", &MARKS, At::AnotherAddress);
        assert!(page.starts_with("<head><base href=\"/x/\"><title>"), "{page}");
    }
}
