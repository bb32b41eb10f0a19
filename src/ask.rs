//! Asks the sites that a pack links to whether their pages are still there: one request after another to each host, with a pause between
//! them, and a few hosts at once.

#![allow(clippy::disallowed_methods, reason = "what other sites answer is outside, as the clock is")]

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::PoisonError;
use std::thread;
use std::time::Duration;

use ureq::Agent;
use ureq::tls::{RootCerts, TlsConfig};

use crate::links::LinkAnswer;
use crate::links::following::{Asks, Method, NoReply, Reply, answer};

/// So many hosts are asked at once.
const HOSTS_AT_ONCE: usize = 4;
/// What sites are told of who asks.
const WHO_ASKS: &str = concat!("wardpack/", env!("CARGO_PKG_VERSION"), " (looks whether links still work)");

/// How sites are asked.
#[derive(Clone, Copy, Debug)]
pub struct Manners {
    /// Between two requests to one host.
    pub pause: Duration,
    /// For an answer to come.
    pub patience: Duration,
}

impl Default for Manners {
    fn default() -> Self {
        Manners { pause: Duration::from_secs(1), patience: Duration::from_secs(20) }
    }
}

/// Returns the answer of each address. `tell` is called when one has come.
pub fn all(addresses: &[&str], manners: Manners, tell: &(dyn Fn() + Sync)) -> BTreeMap<String, LinkAnswer> {
    let mut hosts: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for address in addresses {
        hosts.entry(host(address)).or_default().push(address);
    }
    let (agent, answers) = (agent(manners), Mutex::new(BTreeMap::new()));
    let waiting = Mutex::new(hosts.into_values());
    let next = || waiting.lock().unwrap_or_else(PoisonError::into_inner).next();
    let work = || {
        while let Some(addresses) = next() {
            let asker = Asker { agent: &agent, manners, has_asked: Mutex::new(false) };
            for (address, answer) in of_host(&asker, &addresses, tell) {
                answers.lock().unwrap_or_else(PoisonError::into_inner).insert(address, answer);
            }
        }
    };
    thread::scope(|scope| {
        for _ in 0..HOSTS_AT_ONCE {
            scope.spawn(work);
        }
    });
    answers.into_inner().unwrap_or_else(PoisonError::into_inner)
}

/// Returns the answers of one host. One that asks not to be asked so much is left alone from then on.
fn of_host(asker: &Asker<'_>, addresses: &[&str], tell: &(dyn Fn() + Sync)) -> Vec<(String, LinkAnswer)> {
    let mut is_enough = false;
    let ask = |address: &&str| {
        let found = if is_enough { LinkAnswer::TooManyAsked } else { answer(asker, address) };
        is_enough = found == LinkAnswer::TooManyAsked;
        tell();
        ((*address).to_owned(), found)
    };
    addresses.iter().map(ask).collect()
}

/// Returns the scheme and the host of an address, by which requests stand in one line.
fn host(address: &str) -> &str {
    let start = address.find("://").map_or(0, |at| at + 3);
    let end = address[start..].find(['/', '?']).map_or(address.len(), |at| start + at);
    &address[..end]
}

/// Returns who speaks HTTP. The certificates that count are those of the computer: on many networks of the NHS a proxy has one of its own.
fn agent(manners: Manners) -> Agent {
    let tls = TlsConfig::builder().root_certs(RootCerts::PlatformVerifier).build();
    Agent::config_builder()
        .http_status_as_error(false)
        .max_redirects(0)
        .timeout_global(Some(manners.patience))
        .user_agent(WHO_ASKS)
        .tls_config(tls)
        .build()
        .into()
}

struct Asker<'a> {
    agent: &'a Agent,
    manners: Manners,
    has_asked: Mutex<bool>,
}

impl Asks for Asker<'_> {
    /// What a page holds is never read: the connection is closed before it comes.
    fn ask(&self, method: Method, address: &str) -> Result<Reply, NoReply> {
        if std::mem::replace(&mut *self.has_asked.lock().unwrap_or_else(PoisonError::into_inner), true) {
            thread::sleep(self.manners.pause);
        }
        let request = match method {
            Method::Head => self.agent.head(address),
            Method::Get => self.agent.get(address),
        };
        let response = request.call().map_err(|error| no_reply(&error))?;
        let location = response.headers().get("location").and_then(|location| location.to_str().ok());
        Ok(Reply { status: response.status().as_u16(), location: location.map(str::to_owned) })
    }
}

fn no_reply(error: &ureq::Error) -> NoReply {
    let (why, may_answer) = match error {
        ureq::Error::Timeout(_) => ("it did not answer in time".to_owned(), false),
        ureq::Error::HostNotFound => ("no site has this name, or this computer has no network".to_owned(), false),
        ureq::Error::ConnectionFailed => ("nobody answers there".to_owned(), false),
        ureq::Error::Io(error) if error.kind() == std::io::ErrorKind::ConnectionRefused => {
            ("nobody answers there".to_owned(), false)
        }
        ureq::Error::Tls(_) | ureq::Error::Rustls(_) => (
            "there is no safe connection to it: its certificate isn't right, or a proxy is in between".to_owned(),
            false,
        ),
        ureq::Error::BadUri(_) => ("it isn't an address that can be asked".to_owned(), false),
        error => (format!("its answer can't be understood ({error})"), true),
    };
    NoReply { why, may_answer }
}
