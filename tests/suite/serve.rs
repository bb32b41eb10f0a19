//! The server: what it gives, to whom, and what it tells the open pages.

use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use wardpack::serve::{ConnectionLimits, ServeOptions, Server, ShownProblem, ShownSite};

use crate::support::{self, write};

const SECRET: &str = "nobody outside may read this";
const PAGE: &str = "<!doctype html><head><meta http-equiv=Content-Security-Policy content=\"default-src 'none'\"><title>x</title></head><body><p>one</body>";

struct Site {
    folder: tempfile::TempDir,
    server: Option<Server>,
    port: u16,
}

impl Site {
    fn new(base: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        for path in ["index.html", "wards/beach/index.html", "404.html"] {
            write(folder.path(), &format!("output/{path}"), PAGE.as_bytes());
        }
        write(folder.path(), "output/css/ward.css", b"body{}");
        write(folder.path(), "output/images/a plan.svg", b"<svg/>");
        write(folder.path(), "output/not-ours.txt", SECRET.as_bytes());
        write(folder.path(), "secret.txt", SECRET.as_bytes());
        #[cfg(unix)]
        std::os::unix::fs::symlink(folder.path(), folder.path().join("output/link")).unwrap();
        let mut site = Site { folder, server: None, port: 0 };
        site.start(base);
        site
    }

    fn output(&self) -> PathBuf {
        self.folder.path().join("output")
    }

    fn start(&mut self, base: &str) {
        self.start_within(base, ConnectionLimits::default());
    }

    fn start_within(&mut self, base: &str, limits: ConnectionLimits) {
        let options = ServeOptions { output: self.output(), host: None, port: Some(self.port), base: base.to_owned() };
        let server = Server::start_within(options, limits).unwrap();
        let address = server.address().to_owned();
        self.port = address.split(':').nth(2).unwrap().split('/').next().unwrap().parse().unwrap();
        self.server = Some(server);
        self.show(&[], Vec::new());
    }

    fn show(&self, changed: &[&str], problems: Vec<ShownProblem>) {
        let files = [
            "index.html",
            "wards/beach/index.html",
            "404.html",
            "css/ward.css",
            "images/a plan.svg",
            "link/secret.txt",
        ];
        let files: BTreeSet<String> = files.map(str::to_owned).into();
        let changed = changed.iter().map(|path| Arc::from(*path)).collect();
        self.server.as_ref().unwrap().show(ShownSite {
            files: Arc::new(files),
            changed: Arc::new(changed),
            problems: Arc::new(problems),
        });
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        stream
    }

    fn ask(&self, request: &str) -> String {
        let mut stream = self.connect();
        let request = request.replace("HOST", "localhost:PORT").replace("PORT", &self.port.to_string());
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = Vec::new();
        // The server may close the connection with an error where it refuses to read on.
        let _ = stream.read_to_end(&mut answer);
        String::from_utf8_lossy(&answer).into_owned()
    }

    fn get(&self, path: &str) -> String {
        self.ask(&format!("GET {path} HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n"))
    }

    /// Opens the stream of news for a page.
    fn listen(&self, query: &str) -> BufReader<TcpStream> {
        let mut stream = self.connect();
        let request = format!("GET /__wardpack/events?{query} HTTP/1.1\r\nHost: localhost:{}\r\n\r\n", self.port);
        stream.write_all(request.as_bytes()).unwrap();
        BufReader::new(stream)
    }
}

/// Reads on until a line holds the words, and returns it.
fn wait_for(stream: &mut BufReader<TcpStream>, words: &str) -> String {
    loop {
        let mut line = String::new();
        assert!(stream.read_line(&mut line).unwrap() > 0, "the stream ended before “{words}”");
        if line.contains(words) {
            return line.trim_end().to_owned();
        }
    }
}

fn status(answer: &str) -> &str {
    answer.split(' ').nth(1).unwrap_or_default()
}

/// Returns the part of a page's marks with this name: `data-key="…"`.
fn mark(page: &str, name: &str) -> String {
    page.split(&format!("data-{name}=\"")).nth(1).unwrap().split('"').next().unwrap().to_owned()
}

#[test]
fn files_come_with_their_types_and_pages_with_the_script() {
    let site = Site::new("/a/b/");
    let page = site.get("/a/b/wards/beach/");
    assert!(page.starts_with("HTTP/1.1 200") && page.contains("text/html; charset=utf-8"), "{page}");
    assert!(page.contains("src=\"/a/b/__wardpack/reload.js\" data-page=\"wards/beach/index.html\""), "{page}");
    assert!(page.contains("script-src 'self'; connect-src 'self'"), "{page}");
    assert!(site.get("/a/b/css/ward.css").contains("text/css; charset=utf-8"));
    assert!(site.get("/a/b/images/a%20plan.svg").contains("image/svg+xml"));
    assert!(site.get("/a/b/__wardpack/reload.js").contains("text/javascript"));
    assert_eq!(fs::read_to_string(site.output().join("index.html")).unwrap(), PAGE, "nothing is added on disk");
    let missing = site.get("/a/b/nobody/knows");
    assert!(status(&missing) == "404" && missing.contains("<base href=\"/a/b/\">"), "{missing}");
    for (path, location) in [("/", "/a/b/"), ("/a/b", "/a/b/"), ("/a/b/wards/beach?x=1", "/a/b/wards/beach/?x=1")] {
        assert!(site.get(path).contains(&format!("location: {location}\r\n")), "{path}");
    }
}

#[test]
fn only_get_and_head_are_answered() {
    let site = Site::new("/");
    let head = site.ask("HEAD / HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n");
    assert!(status(&head) == "200" && head.ends_with("\r\n\r\n"), "{head}");
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "MAKE"] {
        let answer =
            site.ask(&format!("{method} / HTTP/1.1\r\nHost: HOST\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
        assert_eq!(status(&answer), "405", "{method}");
    }
}

#[test]
fn foreign_pages_get_nothing() {
    let site = Site::new("/");
    let foreign = [
        "Host: evil.example",
        "Host: evil.example:1111",
        "Host: localhost",
        "Host: HOST.evil.example",
        "Host: HOST\r\nHost: evil.example",
        "Host: HOST\r\nOrigin: http://evil.example",
        "Host: HOST\r\nOrigin: null",
        "Host: HOST\r\nOrigin: http://HOST\r\nOrigin: http://evil.example",
        "Host: localhost:+PORT",
        "Host: localhost:0PORT",
        "Host: HOST\r\nOrigin: http://localhost:+PORT",
        "Host: HOST\r\nSec-Fetch-Site: Cross-Site\r\nSec-Fetch-Mode: no-cors",
        "Host: HOST\r\nSec-Fetch-Site: same-origin\r\nSec-Fetch-Site: cross-site",
        "Host: HOST\r\nOrigin: http://localhost:1",
        "Host: HOST\r\nSec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: no-cors",
        "Host: HOST\r\nSec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: iframe",
        "X: no host at all",
    ];
    for path in ["/", "/__wardpack/events?page=index.html", "/__wardpack/reload.js", "/nobody"] {
        for headers in foreign {
            let answer = site.ask(&format!("GET {path} HTTP/1.1\r\n{headers}\r\nConnection: close\r\n\r\n"));
            assert!(["421", "403", "400"].contains(&status(&answer)), "{headers}: {answer}");
            assert!(answer.ends_with("\r\n\r\n"), "{headers}: {answer}");
        }
    }
    let absolute = site.ask("GET http://evil.example/ HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n");
    assert_eq!(status(&absolute), "421");
    let own = site.ask("GET / HTTP/1.1\r\nHost: HOST\r\nOrigin: http://HOST\r\nSec-Fetch-Site: same-origin\r\nConnection: close\r\n\r\n");
    assert_eq!(status(&own), "200");
}

/// Returns paths that try to lead out of the site, in all the ways that have worked somewhere.
fn hostile_paths() -> Vec<String> {
    let dots =
        ["..", "%2e%2e", "%2E.", ".%2e", "%252e%252e", "..%00", "%c0%ae%c0%ae", "..;", "....", "%u002e%u002e", "..%ff"];
    let slashes = ["/", "%2f", "\\", "%5c", "//", "%252f", "/./", "%c0%af"];
    let starts = ["", "wards/", "/", "C:", "file:///", "__wardpack/", "link/", "css/ward.css/"];
    let ends = ["secret.txt", "etc/passwd", "output/not-ours.txt", "secret.txt%00.html", "secret.txt?index.html"];
    let mut paths = Vec::new();
    for start in starts {
        for (dots, slash) in dots.iter().flat_map(|dots| slashes.iter().map(move |slash| (dots, slash))) {
            for (depth, end) in (1..=4).flat_map(|depth| ends.iter().map(move |end| (depth, end))) {
                paths.push(format!("/{start}{}{end}", format!("{dots}{slash}").repeat(depth)));
            }
        }
    }
    let more = [
        "/not-ours.txt",
        "/link/secret.txt",
        "/link",
        "/wardpack-manifest.json",
        "//localhost/secret.txt",
        "/%",
        "/%2",
        "/index.html%00",
        "/index.html/",
        "/\u{2025}/secret.txt",
        "/index.html::$DATA",
        "/CON",
        "/wards/beach/index.html%20",
        "/%2findex.html",
    ];
    paths.extend(more.map(str::to_owned));
    paths.push(format!("/{}", "a/".repeat(4000)));
    paths.push(format!("/{}secret.txt", "../".repeat(10_000)));
    paths
}

#[test]
fn ten_thousand_hostile_paths_lead_nowhere() {
    let site = Site::new("/");
    let paths = hostile_paths();
    assert!(paths.len() > 10_000, "{}", paths.len());
    let mut stream = BufReader::new(site.connect());
    for path in &paths {
        let request = format!("GET {path} HTTP/1.1\r\nHost: localhost:{}\r\n\r\n", site.port);
        if stream.get_mut().write_all(request.as_bytes()).is_err() {
            stream = BufReader::new(site.connect());
            stream.get_mut().write_all(request.as_bytes()).unwrap();
        }
        let (head, body) = answer(&mut stream);
        let code = status(&head);
        assert!(["400", "404", "414", "431"].contains(&code), "{path}: {head}");
        assert!(!body.contains(SECRET) && !body.contains("root:"), "{path}");
        if head.contains("connection: close") || code != "404" {
            stream = BufReader::new(site.connect());
        }
    }
    println!("{} paths", paths.len());
}

/// Reads one answer of a connection that stays open.
fn answer(stream: &mut BufReader<TcpStream>) -> (String, String) {
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") && stream.read_line(&mut head).is_ok_and(|read| read > 0) {}
    let length =
        head.lines().find_map(|line| line.strip_prefix("content-length: ")).map_or(0, |value| value.parse().unwrap());
    let mut body = vec![0; length];
    stream.read_exact(&mut body).unwrap();
    (head, String::from_utf8_lossy(&body).into_owned())
}

#[test]
fn only_the_page_that_changed_is_told_to_load_anew() {
    let site = Site::new("/");
    let page = site.get("/");
    let query = |path: &str| format!("page={path}&key={}&styles={}", mark(&page, "key"), mark(&page, "styles"));
    // All pages of this site are the same, so their keys are too.
    let (mut first, mut beach) = (site.listen(&query("index.html")), site.listen(&query("wards%2Fbeach%2Findex.html")));
    wait_for(&mut first, "event: problems");
    wait_for(&mut beach, "event: problems");
    write(&site.output(), "index.html", PAGE.replace("one", "two").as_bytes());
    write(&site.output(), "css/ward.css", b"body{color:red}");
    site.show(&["index.html", "css/ward.css"], Vec::new());
    assert_eq!(wait_for(&mut first, "event: "), "event: reload");
    assert_eq!(wait_for(&mut beach, "event: "), "event: styles");
    site.show(&["images/a plan.svg"], Vec::new());
    assert_eq!(wait_for(&mut beach, "event: "), "event: assets");
    assert_eq!(wait_for(&mut beach, "data: "), "data: [\"images/a plan.svg\"]");
}

#[test]
fn problems_are_told_until_they_are_gone() {
    let site = Site::new("/");
    let mut page = site.listen("page=index.html");
    assert_eq!(wait_for(&mut page, "data: ["), "data: []");
    let problem = ShownProblem {
        error: true,
        code: "Y001".into(),
        message: "two\nlines & <b>marks</b>".into(),
        place: "content/wards/beach.yaml:4:9".into(),
        line: None,
        label: None,
        help: None,
        open: None,
    };
    site.show(&[], vec![problem]);
    let told = wait_for(&mut page, "data: [{");
    assert!(told.contains("two\\nlines") && told.contains("beach.yaml:4:9"), "{told}");
    site.show(&[], Vec::new());
    assert_eq!(wait_for(&mut page, "data: ["), "data: []");
}

#[test]
fn a_page_that_was_open_while_the_server_was_down_is_told_what_it_missed() {
    let mut site = Site::new("/");
    let page = site.get("/");
    let query = format!("page=index.html&key={}&styles={}", mark(&page, "key"), mark(&page, "styles"));
    let mut open = site.listen(&query);
    wait_for(&mut open, "event: problems");
    site.server = None;
    write(&site.output(), "index.html", PAGE.replace("one", "two").as_bytes());
    site.start("/");
    let mut again = site.listen(&query);
    assert_eq!(wait_for(&mut again, "event: reload"), "event: reload");
    let current = site.listen(&format!("page=index.html&key={}", mark(&site.get("/"), "key")));
    drop(current);
}

#[test]
fn while_there_is_no_site_a_page_says_so_and_waits() {
    let site = Site::new("/");
    site.server.as_ref().unwrap().show(ShownSite::default());
    let page = site.get("/");
    assert!(status(&page) == "404" && page.contains("There is no site yet") && page.contains("reload.js"), "{page}");
    let mut open = site.listen("page=index.html&key=");
    wait_for(&mut open, "event: problems");
    site.show(&["index.html"], Vec::new());
    wait_for(&mut open, "event: reload");
}

#[test]
fn a_port_that_is_taken_is_said_or_another_is_found() {
    let taken = std::net::TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let port = taken.local_addr().unwrap().port();
    let options = |port| ServeOptions { output: Path::new("output").into(), host: None, port, base: "/".into() };
    let Err(why) = Server::start(options(Some(port))) else { panic!("the port is taken") };
    assert!(why.message().contains(&port.to_string()), "{}", why.message());
    let (first, second) = (Server::start(options(None)).unwrap(), Server::start(options(None)).unwrap());
    assert_ne!(first.address(), second.address());
}

/// A site with few places, that gives them back soon.
fn hurried() -> Site {
    let mut site = Site::new("/");
    write(&site.output(), "images/a plan.svg", &vec![b' '; 16 << 20]);
    site.server = None;
    let limits = ConnectionLimits {
        places: 4,
        head: Duration::from_millis(300),
        turn: Duration::from_millis(600),
        parting: Duration::from_millis(300),
    };
    site.start_within("/", limits);
    site
}

/// Asks until there is an answer.
fn is_answered(site: &Site) -> bool {
    (0..100).any(|_| {
        std::thread::sleep(Duration::from_millis(100));
        status(&site.get("/")) == "200"
    })
}

#[test]
fn clients_that_never_read_or_never_finish_asking_give_their_places_back() {
    let site = hurried();
    let host = format!("Host: localhost:{}\r\n", site.port);
    let clients = [
        // Far more than fits into what the system holds for them.
        format!("GET /images/a%20plan.svg HTTP/1.1\r\n{host}\r\n"),
        format!("GET /__wardpack/events?page=index.html HTTP/1.1\r\n{host}\r\n"),
        format!("GET / HTTP/1.1\r\n{host}X-Slow: "),
        String::new(),
        format!("GET / HTTP/1.1\r\n{host}Content-Length: 1000000\r\n\r\n"),
    ];
    for client in clients {
        let open: Vec<TcpStream> = (0..4)
            .map(|_| {
                let mut stream = site.connect();
                stream.write_all(client.as_bytes()).unwrap();
                stream
            })
            .collect();
        assert!(is_answered(&site), "{client}");
        drop(open);
    }
}

#[test]
fn a_head_that_comes_letter_by_letter_is_not_waited_for() {
    let site = hurried();
    let mut slow = site.connect();
    let mut reader = slow.try_clone().unwrap();
    let ends = std::thread::spawn(move || reader.read_to_end(&mut Vec::new()).is_ok());
    let request = format!("GET / HTTP/1.1\r\nHost: localhost:{}\r\n{}", site.port, "X: y\r\n".repeat(1000));
    let sent = request.bytes().take_while(|letter| {
        std::thread::sleep(Duration::from_millis(20));
        !ends.is_finished() && slow.write_all(&[*letter]).is_ok()
    });
    assert!(sent.count() < 1000, "the connection is closed long before the head is whole");
    let _ = ends.join();
}

#[test]
fn an_open_page_whose_time_is_over_is_told_to_ask_again_and_has_missed_nothing() {
    let site = hurried();
    let page = site.get("/");
    let query = format!("page=index.html&key={}&styles={}", mark(&page, "key"), mark(&page, "styles"));
    let mut open = site.listen(&query);
    assert_eq!(wait_for(&mut open, "data: ["), "data: []");
    wait_for(&mut open, "event: again");
    let mut rest = String::new();
    open.read_to_string(&mut rest).unwrap();
    assert!(rest.ends_with("0\r\n\r\n"), "the stream ends as it should: {rest:?}");
    write(&site.output(), "index.html", PAGE.replace("one", "two").as_bytes());
    site.show(&["index.html"], Vec::new());
    wait_for(&mut site.listen(&query), "event: reload");
}

/// Wherever a site is put, one of the ways that the page for what isn't there knows leads to its styles.
#[test]
fn the_page_for_what_is_not_there_finds_its_styles_on_any_host() {
    let pack = support::small_pack();
    let folder = pack.path();
    let known = "title: T\nextends: built-in\nweb_address: https://intranet.example/wards/safety/\n";
    write(folder, "content/pack.yaml", known.as_bytes());
    support::build(folder).unwrap();
    for base in ["/", "/wards/safety/", "/elsewhere/"] {
        let site = Site::new(base);
        let html = fs::read_to_string(folder.join("output/404.html")).unwrap();
        write(&site.output(), "404.html", html.as_bytes());
        assert!(html.contains("style-src 'self' file:;"));
        let sheets: Vec<&str> = html
            .split("<link ")
            .filter(|link| link.contains("stylesheet"))
            .map(|link| link.split("href=").nth(1).unwrap().trim_start_matches('"'))
            .map(|href| href.split(['"', ' ', '>']).next().unwrap())
            .collect();
        for missing in ["nobody", "wards/nobody/", "cy/wards/beach/leaflets/nobody/easy-read/index.html"] {
            let asked = format!("{base}{missing}");
            assert_eq!(status(&site.get(&asked)), "404");
            let is_there = |href: &&str| status(&site.get(&seen_from(&asked, href))) == "200";
            assert!(sheets.iter().any(is_there), "{asked}: {sheets:?}");
            // What `serve` adds makes the way from the site's root right.
            assert!(site.get(&asked).contains(&format!("<base href=\"{base}\">")) && sheets.contains(&"css/ward.css"));
        }
        assert!(!sheets.iter().any(|href| href.contains("://")), "a host that can't be reached would hold the page up");
    }
}

/// Returns the path that a link means at an address, as browsers make it: nothing leads above the host's root.
fn seen_from(address: &str, href: &str) -> String {
    if href.starts_with('/') {
        return href.to_owned();
    }
    let mut parts: Vec<&str> = address.split('/').collect();
    parts.pop();
    for part in href.split('/') {
        if part != ".." {
            parts.push(part);
        } else if parts.len() > 1 {
            parts.pop();
        }
    }
    parts.join("/")
}
