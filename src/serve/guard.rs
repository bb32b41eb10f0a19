//! Who may ask. A foreign web page can make a browser send requests to this computer; the names it uses give it away.

use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr};

use hyper::header::{HOST, HeaderMap, HeaderName, ORIGIN};
use hyper::{StatusCode, Uri};

/// The names that the server answers to.
pub struct Guard {
    /// Host names and addresses, as they stand in an address: `localhost`, `127.0.0.1`, `[::1]`.
    names: Vec<String>,
    /// The server listens on every address that the computer has.
    any_address: bool,
    port: u16,
}

impl Guard {
    pub fn new(host: Option<&str>, bound: SocketAddr) -> Self {
        let loopback = ["localhost", "127.0.0.1", "[::1]"].map(str::to_owned);
        let asked = host.map(bracketed);
        let any_address = bound.ip().is_unspecified();
        let named = asked.into_iter().filter(|_| !any_address);
        Guard { names: named.chain(loopback).collect(), any_address, port: bound.port() }
    }

    /// Returns the host and port that the server calls itself by.
    pub fn own_host(&self) -> String {
        format!("{}:{}", self.names[0], self.port)
    }

    /// Returns the status to refuse a request with, or nothing where it comes from a page of this site or from a person.
    pub fn refuses(&self, uri: &Uri, headers: &HeaderMap) -> Option<StatusCode> {
        let is_host = |host: &str| self.is_own(host);
        let hosts = all(headers, &HOST);
        if hosts.len() != 1 || !is_host(hosts[0]) || !uri.authority().is_none_or(|host| is_host(host.as_str())) {
            return Some(StatusCode::MISDIRECTED_REQUEST);
        }
        let is_own_origin = |origin: &&str| origin.strip_prefix("http://").is_some_and(is_host);
        if !all(headers, &ORIGIN).iter().all(is_own_origin) {
            return Some(StatusCode::FORBIDDEN);
        }
        // Fetch Metadata (W3C): what browsers say of a request's origin. A link that a person follows is fine.
        let fetch = |part: &str| HeaderName::try_from(format!("sec-fetch-{part}")).map(|name| all(headers, &name));
        let is = |part: &str, values: &[&str]| {
            let is_one = |found: &&str| values.iter().any(|value| value.eq_ignore_ascii_case(found.trim()));
            fetch(part).is_ok_and(|found| found.iter().all(is_one))
        };
        let says = |part: &str| fetch(part).is_ok_and(|found| !found.is_empty());
        let is_followed = says("mode") && is("mode", &["navigate"]) && says("dest") && is("dest", &["document"]);
        (!is("site", &["same-origin", "none"]) && !is_followed).then_some(StatusCode::FORBIDDEN)
    }

    /// Tells whether a host with its port is this server.
    fn is_own(&self, host: &str) -> bool {
        let (name, port) = match host.rsplit_once(':') {
            Some((name, port)) if !port.ends_with(']') => (name, port),
            _ => (host, "80"),
        };
        let is_address = || match name.strip_prefix('[').and_then(|name| name.strip_suffix(']')) {
            Some(inner) => inner.parse::<Ipv6Addr>().is_ok(),
            None => name.parse::<Ipv4Addr>().is_ok(),
        };
        let is_named = self.names.iter().any(|known| known.eq_ignore_ascii_case(name));
        // As browsers write it: no sign and no zero before it.
        port == self.port.to_string() && (is_named || self.any_address && is_address())
    }
}

/// Returns all values of a header. One that is no text is nobody's.
fn all<'h>(headers: &'h HeaderMap, name: &HeaderName) -> Vec<&'h str> {
    headers.get_all(name).iter().map(|value| value.to_str().unwrap_or("?")).collect()
}

/// Returns an address of version 6 as it stands in an address of the web.
fn bracketed(host: &str) -> String {
    if host.contains(':') && !host.starts_with('[') { format!("[{host}]") } else { host.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(guard: &Guard, headers: &[(&'static str, &str)]) -> Option<u16> {
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.append(HeaderName::from_static(name), value.parse().unwrap());
        }
        guard.refuses(&Uri::from_static("/"), &map).map(|status| status.as_u16())
    }

    #[test]
    fn only_our_own_names_and_pages_are_answered() {
        let guard = Guard::new(None, "127.0.0.1:1111".parse().unwrap());
        for host in ["localhost:1111", "127.0.0.1:1111", "[::1]:1111", "LOCALHOST:1111"] {
            assert_eq!(refused(&guard, &[("host", host)]), None, "{host}");
        }
        for host in [
            "evil.example:1111",
            "localhost",
            "localhost:80",
            "localhost:1111.evil.example",
            "192.168.0.1:1111",
            "",
            "localhost:+1111",
            "localhost:01111",
            "localhost:",
            "localhost: 1111",
            "[localhost]:1111",
        ] {
            assert_eq!(refused(&guard, &[("host", host)]), Some(421), "{host}");
        }
        assert_eq!(refused(&guard, &[]), Some(421));
        let own = ("host", "localhost:1111");
        assert_eq!(refused(&guard, &[own, ("origin", "http://localhost:1111")]), None);
        for origin in ["http://evil.example", "null", "https://localhost:1111", "http://localhost:2222"] {
            assert_eq!(refused(&guard, &[own, ("origin", origin)]), Some(403), "{origin}");
        }
        assert_eq!(refused(&guard, &[own, ("sec-fetch-site", "cross-site"), ("sec-fetch-mode", "no-cors")]), Some(403));
        for site in ["Cross-Site", "SAME-SITE", "cross-site ", "elsewhere", ""] {
            assert_eq!(refused(&guard, &[own, ("sec-fetch-site", site)]), Some(403), "{site}");
        }
        for site in ["same-origin", "None", "Same-Origin"] {
            assert_eq!(refused(&guard, &[own, ("sec-fetch-site", site)]), None, "{site}");
        }
        let two = [own, ("origin", "http://localhost:1111"), ("origin", "http://evil.example")];
        assert_eq!(refused(&guard, &two), Some(403), "the second origin counts too");
        let two = [own, ("sec-fetch-site", "same-origin"), ("sec-fetch-site", "cross-site")];
        assert_eq!(refused(&guard, &two), Some(403));
        let followed =
            [own, ("sec-fetch-site", "cross-site"), ("sec-fetch-mode", "navigate"), ("sec-fetch-dest", "document")];
        assert_eq!(refused(&guard, &followed), None);
        let followed =
            [own, ("sec-fetch-site", "Cross-Site"), ("sec-fetch-mode", "Navigate"), ("sec-fetch-dest", "Document")];
        assert_eq!(refused(&guard, &followed), None);
    }

    #[test]
    fn a_host_that_was_asked_for_is_answered() {
        let guard = Guard::new(Some("ward-pc"), "10.0.0.7:1111".parse().unwrap());
        assert_eq!(guard.own_host(), "ward-pc:1111");
        assert_eq!(refused(&guard, &[("host", "ward-pc:1111")]), None);
        let everywhere = Guard::new(Some("0.0.0.0"), "0.0.0.0:80".parse().unwrap());
        assert_eq!(everywhere.own_host(), "localhost:80");
        assert_eq!(refused(&everywhere, &[("host", "10.0.0.7")]), None);
        assert_eq!(refused(&everywhere, &[("host", "evil.example")]), Some(421));
    }
}
