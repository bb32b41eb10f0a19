//! News for one open page, as server-sent events (HTML Standard, section 9.2): `reload` when its file is another one, `styles`
//! when a stylesheet is, `assets` with the names of other files, `problems` with the list of them, and `again` where the page is to ask
//! anew.

use std::sync::Arc;
use std::time::Duration;

use http_body_util::BodyExt;
use http_body_util::channel::{Channel, Sender};
use hyper::Response;
use hyper::body::Bytes;
use hyper::header::{CONTENT_TYPE, HeaderValue};
use percent_encoding::percent_decode_str;
use tokio::time::{Instant, timeout_at};

use super::shown_site::ShownProblem;
use super::{Body, ServedSite};

/// How often a line is sent that says nothing: a page that is gone is found out by it.
const SIGN_OF_LIFE: Duration = Duration::from_secs(15);
/// How long the browser waits before it asks again when the server is gone, in milliseconds.
const RETRY: &str = "retry: 500\n\n";

/// What an open page shows.
struct OpenPage {
    path: String,
    key: String,
    styles: String,
    /// Nothing until it is first told.
    problems: Option<Arc<Vec<ShownProblem>>>,
}

/// What a page is told whose time is over. One that is still there asks again at once; of one that has gone without a word the place
/// is free.
const AGAIN: &str = "event: again\ndata: again\n\n";

/// Answers with a stream that goes on until the page is closed, or its time is over.
pub fn stream(site: Arc<ServedSite>, query: &str, until: Instant) -> Response<Body> {
    let (sender, body) = Channel::new(8);
    let value = |name: &str| {
        let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
        let written = pairs.filter(|(key, _)| *key == name).map(|(_, value)| value).next_back().unwrap_or_default();
        percent_decode_str(written).decode_utf8_lossy().into_owned()
    };
    let page = OpenPage { path: value("page"), key: value("key"), styles: value("styles"), problems: None };
    tokio::spawn(tell(site, page, sender, until));
    let mut response = Response::new(body.boxed());
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("text/event-stream"));
    response
}

/// Tells what is new at once, then after each build.
async fn tell(
    site: Arc<ServedSite>,
    mut page: OpenPage,
    mut sender: Sender<Bytes, std::convert::Infallible>,
    until: Instant,
) {
    let mut builds = site.shown.clone();
    if sender.send_data(Bytes::from_static(RETRY.as_bytes())).await.is_err() {
        return;
    }
    loop {
        let shown = builds.borrow_and_update().clone();
        let looks = site.clone();
        let look = move || {
            let news = page.news(&shown, &looks.output);
            (page, news)
        };
        let Ok((known, news)) = tokio::task::spawn_blocking(look).await else { return };
        page = known;
        if !news.is_empty() && sender.send_data(news.into()).await.is_err() {
            return;
        }
        loop {
            let pause = until.min(Instant::now() + SIGN_OF_LIFE);
            match timeout_at(pause, builds.changed()).await {
                Ok(Ok(())) => break,
                // The server is stopping.
                Ok(Err(_)) => return,
                Err(_) if pause == until => {
                    let _ = sender.send_data(Bytes::from_static(AGAIN.as_bytes())).await;
                    return;
                }
                Err(_) if sender.send_data(Bytes::from_static(b":\n\n")).await.is_err() => return,
                Err(_) => {}
            }
        }
    }
}

impl OpenPage {
    /// Returns the events for this page, and notes that it has had them.
    fn news(&mut self, shown: &super::ShownSite, output: &std::path::Path) -> String {
        let is_first = self.problems.is_none();
        let mut news = String::new();
        if self.problems.as_ref() != Some(&shown.problems) {
            news += &event("problems", &serde_json::to_string(&*shown.problems).unwrap_or_default());
            self.problems = Some(shown.problems.clone());
        }
        let key = shown.key(&self.path, output);
        if key != self.key {
            news += &event("reload", &key);
            self.key = key;
            return news;
        }
        let styles = shown.styles(output);
        if styles != self.styles {
            news += &event("styles", &styles);
            self.styles = styles;
        }
        let assets = shown.assets();
        if !is_first && !assets.is_empty() {
            news += &event("assets", &serde_json::to_string(&assets).unwrap_or_default());
        }
        news
    }
}

/// Returns one event. The data has no line breaks: JSON and hashes never do.
fn event(name: &str, data: &str) -> String {
    format!("event: {name}\ndata: {data}\n\n")
}
