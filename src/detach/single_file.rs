//! A page with everything inside, for mail.

use data_encoding::BASE64;
use lol_html::element;
use lol_html::errors::RewritingError;
use lol_html::html_content::ContentType;
use sha2::{Digest, Sha256};

use super::alone::{AlonePage, alone};
use super::html::rewritten;
use super::inside::SeenFrom;
use super::stylesheet;

/// Returns a page with its styles and pictures inside. Its policy lets browsers use these styles, and load nothing at all.
pub(super) fn single_file(html: &str, page: SeenFrom<'_>) -> Result<AlonePage, RewritingError> {
    let AlonePage { html, unlinked } = alone(html, page)?;
    let mut sheets = Vec::new();
    let html = rewritten(
        &html,
        vec![
            element!("link", |link| {
                let address = link.get_attribute("href").unwrap_or_default();
                match link.get_attribute("rel").as_deref() {
                    Some("stylesheet") => {
                        sheets.push(address);
                        link.remove();
                    }
                    Some("icon") if page.data(&address).is_some() => {
                        link.set_attribute("href", &page.data(&address).unwrap_or_default())?;
                    }
                    Some("canonical") => {}
                    _ => link.remove(),
                }
                Ok(())
            }),
            element!("meta[http-equiv]", |meta| {
                meta.remove();
                Ok(())
            }),
        ],
    )?;
    let styles = stylesheet::of_page(&sheets, page);
    let head = format!("{}<style>{styles}</style>", policy(&styles));
    let mut is_in = false;
    let html = rewritten(
        &html,
        vec![
            element!("head", |element| {
                // Nothing may stand before the letters that a page is written in are named, and nothing is loaded before the policy.
                if !is_in {
                    element.prepend(&format!("<meta charset=utf-8>{head}"), ContentType::Html);
                    is_in = true;
                }
                Ok(())
            }),
            element!("meta[charset]", |meta| {
                meta.remove();
                Ok(())
            }),
        ],
    )?;
    Ok(AlonePage { html, unlinked })
}

/// Returns the policy of a page with such styles: a script of a mail program or a proxy doesn't run on it, and nothing is asked of
/// another computer (Content Security Policy Level 3, hashes of styles).
fn policy(styles: &str) -> String {
    let hash = BASE64.encode(&Sha256::digest(styles.as_bytes()));
    format!(
        "<meta http-equiv=Content-Security-Policy content=\"default-src 'none'; style-src 'sha256-{hash}'; img-src data:; font-src data:; \
         base-uri 'none'; form-action 'none'\">"
    )
}
