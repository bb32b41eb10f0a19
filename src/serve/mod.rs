//! The site in a browser while it is being written: files of the output folder over HTTP, for this computer only unless asked
//! otherwise, and news to the open pages.
//!
//! What is served is what is on disk. Only the reload script is added on the way out. A page is known by the hash of its file,
//! so a browser that comes back after the server was down is told by that alone whether what it shows is still current.
//!
//! - `address.rs`: Paths of requests → files of the site
//! - `answer.rs`: One request → one answer
//! - `connections.rs`: Listening, and one task for each connection
//! - `events.rs`: News for one open page, as server-sent events (HTML Standard, section 9.2)
//! - `guard.rs`: Who may ask
//! - `page.rs`: What is added to a page on its way out
//! - `shown_site.rs`: What there is to see at one moment

#![allow(clippy::disallowed_methods, reason = "this is where the site is read to be served")]

pub mod address;
mod answer;
mod connections;
mod events;
mod guard;
mod page;
mod shown_site;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::thread::JoinHandle;

use tokio::sync::{oneshot, watch};

pub use address::base;
pub use connections::ConnectionLimits;
pub use shown_site::{ShownProblem, ShownSite};

use crate::problem::fault::{Fault, serving};
use guard::Guard;

/// Where and how to serve.
#[derive(Clone, Debug)]
pub struct ServeOptions {
    /// The folder that the site's files are in.
    pub output: PathBuf,
    /// The name or address to listen on; this computer only if left out.
    pub host: Option<String>,
    /// The port; 1111 or the next free one if left out.
    pub port: Option<u16>,
    /// The path that the site is served under, as [`base`] returns it.
    pub base: String,
}

/// A server at work. It stops when it is dropped.
pub struct Server {
    address: String,
    shown: watch::Sender<ShownSite>,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

/// What an answer sends: bytes that are there, or pieces that come.
type Body = http_body_util::combinators::BoxBody<hyper::body::Bytes, std::convert::Infallible>;

/// What every answer is made from.
struct ServedSite {
    output: PathBuf,
    base: String,
    guard: Guard,
    shown: watch::Receiver<ShownSite>,
    limits: ConnectionLimits,
}

impl Server {
    /// Starts to serve, on a thread of its own. Returns why it can't: no such host, or the port is taken.
    pub fn start(options: ServeOptions) -> Result<Server, Fault> {
        Self::start_within(options, ConnectionLimits::default())
    }

    /// Starts to serve as above; clients hold a place within these limits.
    pub fn start_within(options: ServeOptions, limits: ConnectionLimits) -> Result<Server, Fault> {
        let listeners = connections::listen(&options)?;
        let bound: SocketAddr = listeners[0].local_addr().map_err(|error| serving::not_served(&error))?;
        let guard = Guard::new(options.host.as_deref(), bound);
        let address = format!("http://{}{}", guard.own_host(), options.base);
        let (shown, receiver) = watch::channel(ShownSite::default());
        let (stop, stopped) = oneshot::channel();
        let site = ServedSite { output: options.output, base: options.base, guard, shown: receiver, limits };
        let thread = std::thread::Builder::new().name("serve".into());
        let thread = thread
            .spawn(move || connections::serve(listeners, site, stopped))
            .map_err(|error| serving::not_served(&error))?;
        Ok(Server { address, shown, stop: Some(stop), thread: Some(thread) })
    }

    /// Returns the address of the site's first page: `http://localhost:1111/`.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Shows another state of the site, and tells the open pages.
    pub fn show(&self, shown: ShownSite) {
        self.shown.send_replace(shown);
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            // A thread that has failed has nothing left to tell.
            let _ = thread.join();
        }
    }
}
