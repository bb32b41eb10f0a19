//! The address of a page as people copy it → its file.

use std::sync::Arc;

use crate::pipeline::UnwrittenSite;
use crate::problem::fault::detaching::UnknownAddress;
use crate::problem::suggest::nearest;

/// Where `wardpack serve` shows the site.
const SERVED: [&str; 3] = ["localhost", "127.0.0.1", "[::1]"];

/// Returns the path of the page that has an address, or the address that was meant.
pub(super) fn page(written: &str, site: &UnwrittenSite) -> Result<Arc<str>, UnknownAddress> {
    let folder = folder(written, site.web_address.as_deref());
    let path = path_of(&folder);
    if let Some((page, _)) = site.pages.get_key_value(&*path) {
        return Ok(page.clone());
    }
    let earlier = site.moved.get(&*path).map(|to| shown(to.split('#').next().unwrap_or(to)));
    let is_earlier = earlier.is_some();
    let meant = earlier.or_else(|| meant(&folder, site));
    Err(UnknownAddress { written: written.to_owned(), is_earlier, meant })
}

/// Returns the folder of an address, as seen from the site's first page and without slashes at its ends.
fn folder(written: &str, web_address: Option<&str>) -> String {
    let written = written.trim().replace('\\', "/");
    let whole = written.split(['#', '?']).next().unwrap_or_default();
    let on_the_web = web_address.and_then(|site| whole.strip_prefix(site.trim_end_matches('/')));
    let on_the_web = on_the_web.filter(|rest| rest.is_empty() || rest.starts_with('/'));
    let served = || {
        let (_, after) = whole.split_once("://")?;
        let (host, path) = after.split_once('/').unwrap_or((after, ""));
        let name = host.rsplit_once(':').filter(|(_, port)| port.bytes().all(|digit| digit.is_ascii_digit()));
        SERVED.contains(&name.map_or(host, |(name, _)| name)).then_some(path)
    };
    let inside = on_the_web.or_else(served).unwrap_or(whole);
    let inside = inside.strip_suffix("index.html").unwrap_or(inside);
    inside.trim_start_matches("./").trim_matches('/').to_owned()
}

fn path_of(folder: &str) -> String {
    if folder.is_empty() { "index.html".to_owned() } else { format!("{folder}/index.html") }
}

/// Returns the address of a page's file, as people write it.
fn shown(path: &str) -> String {
    path.strip_suffix("index.html").unwrap_or(path).to_owned()
}

/// Returns the nearest address. Of a whole one, such as that of a file on a drive, the end counts.
fn meant(folder: &str, site: &UnwrittenSite) -> Option<String> {
    let ends = folder.match_indices('/').map(|(at, _)| &folder[at + 1..]);
    let is_end = |path: &String| folder.contains(':') && site.pages.contains_key(path.as_str());
    let end = ends.map(path_of).find(is_end);
    let pages = site.pages.keys().filter_map(|path| path.strip_suffix("/index.html"));
    end.or_else(|| nearest(folder, pages).map(path_of)).map(|path| shown(&path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_known_however_it_is_copied() {
        let web = Some("https://www.example.org/wards/");
        for written in [
            "leaflets/visiting",
            "/leaflets/visiting/",
            "./leaflets/visiting/index.html#who",
            " leaflets\\visiting\\index.html ",
            "https://www.example.org/wards/leaflets/visiting/?a=b",
            "http://localhost:1111/leaflets/visiting/index.html",
        ] {
            assert_eq!(folder(written, web), "leaflets/visiting", "{written}");
        }
        for written in ["", "/", "index.html", "https://www.example.org/wards", "http://127.0.0.1:1111"] {
            assert_eq!(folder(written, web), "", "{written}");
        }
        assert_eq!(folder("https://www.example.org/wards2/a/", web), "https://www.example.org/wards2/a");
    }
}
