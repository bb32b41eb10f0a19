//! How one address is asked for: with HEAD, which brings no page along, then with GET, since some sites answer only that; and where it
//! leads on.
//!
//! Source: RFC 9110, HTTP semantics, 15.4 (redirects) and 15.5 (client errors).

use super::LinkAnswer;

/// So often may an address lead on to another one.
const MOST_STEPS: usize = 10;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    Head,
    Get,
}

/// What a site says to a request.
#[derive(Clone, Debug)]
pub struct Reply {
    pub status: u16,
    /// Where it leads on, as written.
    pub location: Option<String>,
}

/// Why there is no answer.
#[derive(Clone, Debug)]
pub struct NoReply {
    /// In words, for after “could not check”.
    pub why: String,
    /// Whether another try may bring one.
    pub may_answer: bool,
}

/// Asks sites.
pub trait Asks {
    /// Asks once, and follows nothing.
    fn ask(&self, method: Method, address: &str) -> Result<Reply, NoReply>;
}

/// Returns what becomes of an address that somebody opens.
pub fn answer(asks: &dyn Asks, address: &str) -> LinkAnswer {
    let (mut at, mut is_for_good, mut moved) = (address.to_owned(), true, None);
    for _ in 0..=MOST_STEPS {
        let reply = match ask_both_ways(asks, &at) {
            Ok(reply) => reply,
            Err(NoReply { why, .. }) => return LinkAnswer::Unknown(why),
        };
        match (reply.status, reply.location) {
            (200..=299, _) => return moved.filter(|to| to != address).map_or(LinkAnswer::Opens, LinkAnswer::Moved),
            (status @ (301 | 302 | 303 | 307 | 308), Some(location)) => {
                at = joined(&at, &location);
                is_for_good &= matches!(status, 301 | 308);
                if is_for_good {
                    moved = Some(at.clone());
                }
            }
            (status @ (404 | 410), _) => return LinkAnswer::Gone(status),
            (429, _) => return LinkAnswer::TooManyAsked,
            (status, _) => return LinkAnswer::Unknown(format!("the site answered {status}{}", words(status))),
        }
    }
    LinkAnswer::Unknown("one address leads on to another without end".to_owned())
}

fn ask_both_ways(asks: &dyn Asks, address: &str) -> Result<Reply, NoReply> {
    match asks.ask(Method::Head, address) {
        // A site that has too much to do isn't asked twice.
        Ok(reply) if reply.status < 400 || matches!(reply.status, 429 | 503) => Ok(reply),
        Err(no_reply) if !no_reply.may_answer => Err(no_reply),
        Ok(_) | Err(_) => asks.ask(Method::Get, address),
    }
}

fn words(status: u16) -> &'static str {
    match status {
        401 | 403 => ", which is that it lets nobody in who asks like this; open it in a browser",
        500..=599 => ", which is a mistake of its own",
        _ => "",
    }
}

/// Returns the address that a page at another one leads to, as it writes it (RFC 3986, 5.2, as far as sites use it).
fn joined(from: &str, location: &str) -> String {
    let location = location.split('#').next().unwrap_or(location);
    let (scheme, rest) = from.split_once("://").unwrap_or(("https", from));
    let host = rest.split(['/', '?']).next().unwrap_or(rest);
    let path = rest[host.len()..].split('?').next().unwrap_or("/");
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    if location.contains("://") {
        location.to_owned()
    } else if let Some(rest) = location.strip_prefix("//") {
        format!("{scheme}://{rest}")
    } else if location.starts_with('/') {
        format!("{scheme}://{host}{location}")
    } else if location.starts_with('?') {
        format!("{scheme}://{host}{path}{location}")
    } else {
        format!("{scheme}://{host}{folder}/{location}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_leads_on_as_it_is_written() {
        for (location, expected) in [
            ("https://b.example/x#y", "https://b.example/x"),
            ("//b.example/x", "http://b.example/x"),
            ("/x?y=1", "http://a.example/x?y=1"),
            ("x", "http://a.example/one/x"),
            ("?y=1", "http://a.example/one/two?y=1"),
        ] {
            assert_eq!(joined("http://a.example/one/two?z", location), expected);
        }
        assert_eq!(joined("http://a.example", "x"), "http://a.example/x");
    }
}
