//! One request → one answer.

use std::sync::Arc;

use http_body_util::{BodyExt, Full};
use hyper::body::Incoming;
use hyper::header::{
    ALLOW, CACHE_CONTROL, CONTENT_TYPE, HeaderValue, LOCATION, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
};
use hyper::{Method, Request, Response, StatusCode, Uri};

use tokio::time::Instant;

use super::address::{self, RequestTarget};
use super::page::{self, At, Marks};
use super::shown_site::{self, ShownSite};
use super::{Body, ServedSite, events};

/// The script in the browser that hears of changes.
const SCRIPT: &str = include_str!("reload.js");
/// The site's own page for what isn't there.
const NOT_FOUND: &str = "404.html";

/// Returns the answer to a request. A request from a foreign page gets a status and not a byte more. `until` is when the connection is
/// to be over.
pub async fn answer(site: Arc<ServedSite>, request: Request<Incoming>, until: Instant) -> Response<Body> {
    let mut response = match site.guard.refuses(request.uri(), request.headers()) {
        Some(status) => empty(status),
        None => match *request.method() {
            // hyper sends the head of an answer to HEAD, and leaves its body out.
            Method::GET | Method::HEAD => respond(site, request.uri(), until).await,
            _ => with_header(empty(StatusCode::METHOD_NOT_ALLOWED), ALLOW, "GET, HEAD"),
        },
    };
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.insert("cross-origin-resource-policy", HeaderValue::from_static("same-origin"));
    response
}

async fn respond(site: Arc<ServedSite>, uri: &Uri, until: Instant) -> Response<Body> {
    let shown = site.shown.borrow().clone();
    match address::resolve(uri.path(), &site.base, &shown.files) {
        RequestTarget::File(path) => file(site, shown, path).await,
        RequestTarget::Own(name) if name == "reload.js" => {
            text(StatusCode::OK, "text/javascript; charset=utf-8", SCRIPT)
        }
        RequestTarget::Own(name) if name == "events" => events::stream(site, uri.query().unwrap_or_default(), until),
        RequestTarget::Own(_) => text(StatusCode::NOT_FOUND, PLAIN, "There is no such page.\n"),
        RequestTarget::Elsewhere(address) => {
            let query = uri.query().map_or(String::new(), |query| format!("?{query}"));
            with_header(empty(StatusCode::TEMPORARY_REDIRECT), LOCATION, &format!("{address}{query}"))
        }
        RequestTarget::Nothing(path) => nothing(site, shown, path).await,
        RequestTarget::Senseless => text(StatusCode::BAD_REQUEST, PLAIN, "That is no address of a page.\n"),
    }
}

const PLAIN: &str = "text/plain; charset=utf-8";
const HTML: &str = "text/html; charset=utf-8";

/// Answers with a file. One that the disk hasn't got after all isn't there.
async fn file(site: Arc<ServedSite>, shown: ShownSite, path: String) -> Response<Body> {
    let reads = site.clone();
    let read = move || {
        let bytes = shown_site::read(&shown, &path, &reads.output);
        let styles = if is_page(&path) { shown.styles(&reads.output) } else { String::new() };
        (bytes, styles, path, shown)
    };
    let Ok((bytes, styles, path, shown)) = tokio::task::spawn_blocking(read).await else {
        return empty(StatusCode::INTERNAL_SERVER_ERROR);
    };
    let Some(bytes) = bytes else { return nothing(site, shown, path).await };
    if !is_page(&path) {
        return respond_with(StatusCode::OK, &content_type(&path), bytes);
    }
    let key = shown_site::key(&bytes);
    let marks = Marks { path: &path, key: &key, styles: &styles, base: &site.base };
    let html = String::from_utf8_lossy(&bytes);
    respond_with(StatusCode::OK, HTML, page::with_script(&html, &marks, At::ItsAddress).into_bytes())
}

/// Answers that there is nothing: with the site's own page, or while there is no site with a page that says so. Either is
/// loaded anew by itself as soon as what was asked for is there.
async fn nothing(site: Arc<ServedSite>, shown: ShownSite, path: String) -> Response<Body> {
    let (reads, read_from) = (site.clone(), shown.clone());
    let read = move || (shown_site::read(&read_from, NOT_FOUND, &reads.output), read_from.styles(&reads.output));
    let (own, styles) = tokio::task::spawn_blocking(read).await.unwrap_or_default();
    let marks = Marks { path: &path, key: "", styles: &styles, base: &site.base };
    let html = match own {
        Some(bytes) => page::with_script(&String::from_utf8_lossy(&bytes), &marks, At::AnotherAddress),
        None if shown.files.is_empty() => {
            let words = "Mend the problems that are listed here, and this page will show the site by itself.";
            page::with_script(&page::plain("There is no site yet", words), &marks, At::ItsAddress)
        }
        None => page::with_script(&page::plain("There is no such page", "Check the address."), &marks, At::ItsAddress),
    };
    respond_with(StatusCode::NOT_FOUND, HTML, html.into_bytes())
}

fn is_page(path: &str) -> bool {
    path.ends_with(".html")
}

/// Returns the type of a file by its ending. All text that wardpack writes is UTF-8.
fn content_type(path: &str) -> String {
    let guess = mime_guess::from_path(path).first_or_octet_stream();
    let is_text = guess.type_() == "text" || matches!(guess.subtype().as_str(), "javascript" | "json");
    if is_text { format!("{guess}; charset=utf-8") } else { guess.to_string() }
}

fn empty(status: StatusCode) -> Response<Body> {
    let mut response = Response::new(Full::default().boxed());
    *response.status_mut() = status;
    response
}

fn text(status: StatusCode, kind: &str, text: &str) -> Response<Body> {
    respond_with(status, kind, text.as_bytes().to_owned())
}

fn respond_with(status: StatusCode, kind: &str, bytes: Vec<u8>) -> Response<Body> {
    let mut response = Response::new(Full::from(bytes).boxed());
    *response.status_mut() = status;
    with_header(response, CONTENT_TYPE, kind)
}

fn with_header(mut response: Response<Body>, name: hyper::header::HeaderName, value: &str) -> Response<Body> {
    if let Ok(value) = HeaderValue::from_str(value) {
        response.headers_mut().insert(name, value);
    }
    response
}
