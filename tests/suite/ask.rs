//! Sites are asked whether their pages are there: every kind of answer, by a server of the test's own. No other computer is asked.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use wardpack::ask::{self, Manners};
use wardpack::links::LinkAnswer;

use crate::support::{files, wardpack, write};

/// Asks a server of this computer: at once, and soon tired of waiting.
const HASTE: Manners = Manners { pause: Duration::ZERO, patience: Duration::from_secs(2) };

/// A server that answers by the path it is asked for.
struct Site {
    address: String,
    /// What was asked: method and path.
    asked: Arc<Mutex<Vec<String>>>,
    most_at_once: Arc<AtomicUsize>,
}

impl Site {
    fn new() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let (asked, most_at_once) = (Arc::default(), Arc::default());
        let site = Site { address, asked: Arc::clone(&asked), most_at_once: Arc::clone(&most_at_once) };
        let now = Arc::new(AtomicUsize::new(0));
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (asked, most, now) = (Arc::clone(&asked), Arc::clone(&most_at_once), Arc::clone(&now));
                thread::spawn(move || {
                    let begins = || {
                        most.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                        // Long enough for another request to come in the meantime, if one would.
                        thread::sleep(Duration::from_millis(10));
                        // Before the answer, since the next request may come as soon as it is there.
                        now.fetch_sub(1, Ordering::SeqCst);
                    };
                    // Whoever asks may be gone before the answer is.
                    let _ = serve(stream, &asked, &begins);
                });
            }
        });
        site
    }

    fn at(&self, path: &str) -> String {
        format!("{}{path}", self.address)
    }

    fn times_asked(&self) -> usize {
        self.asked.lock().unwrap().len()
    }
}

fn serve(mut stream: TcpStream, asked: &Mutex<Vec<String>>, begins: &dyn Fn()) -> std::io::Result<()> {
    let mut lines = BufReader::new(stream.try_clone()?).lines();
    let first = lines.next().unwrap_or_else(|| Ok(String::new()))?;
    let headers: Vec<String> = lines.map_while(Result::ok).take_while(|line| !line.is_empty()).collect();
    let (method, path) = first.split_once(' ').unwrap_or_default();
    let path = path.split(' ').next().unwrap_or_default();
    asked.lock().unwrap().push(format!("{method} {path}"));
    begins();
    let says_who = headers.iter().any(|line| line.to_lowercase().starts_with("user-agent: wardpack/"));
    let mut say = |status: &str, more: &str| write!(stream, "HTTP/1.1 {status}\r\nConnection: close\r\n{more}\r\n");
    match (method, path) {
        _ if !says_who => say("400 Bad Request", "Content-Length: 0\r\n"),
        ("HEAD", "/get-only" | "/large") => say("405 Method Not Allowed", "Content-Length: 0\r\n"),
        ("HEAD", "/drops-head") => Ok(()),
        (_, "/moved") => say("301 Moved Permanently", "Location: /moved-on\r\nContent-Length: 0\r\n"),
        (_, "/moved-on") => say("308 Permanent Redirect", "Location: new\r\nContent-Length: 0\r\n"),
        (_, "/for-now") => say("302 Found", "Location: /ok\r\nContent-Length: 0\r\n"),
        (_, "/moved-to-nothing") => say("301 Moved Permanently", "Location: /gone\r\nContent-Length: 0\r\n"),
        (_, "/round") => say("301 Moved Permanently", "Location: /round-again\r\nContent-Length: 0\r\n"),
        (_, "/round-again") => say("302 Found", "Location: /round\r\nContent-Length: 0\r\n"),
        (_, "/nowhere") => say("301 Moved Permanently", "Content-Length: 0\r\n"),
        ("HEAD", "/head-not-found") | (_, "/gone") => say("404 Not Found", "Content-Length: 0\r\n"),
        (_, "/gone-for-good") => say("410 Gone", "Content-Length: 0\r\n"),
        (_, "/broken") => say("500 Internal Server Error", "Content-Length: 0\r\n"),
        (_, "/forbidden") => say("403 Forbidden", "Content-Length: 0\r\n"),
        (_, "/enough") => say("429 Too Many Requests", "Retry-After: 60\r\nContent-Length: 0\r\n"),
        (_, "/slow") => {
            thread::sleep(HASTE.patience * 3);
            Ok(())
        }
        (_, "/nonsense") => stream.write_all(b"\x00\xFFnot HTTP\r\n\r\n"),
        (_, "/large") => {
            say("200 OK", "Content-Length: 1000000000000\r\n")?;
            // As much as anybody takes; a reader that closes the connection ends it.
            loop {
                stream.write_all(&[b'x'; 1 << 12])?;
            }
        }
        _ => say("200 OK", "Content-Length: 0\r\n"),
    }
}

fn ask(addresses: &[String]) -> BTreeMap<String, LinkAnswer> {
    let addresses: Vec<&str> = addresses.iter().map(String::as_str).collect();
    ask::all(&addresses, HASTE, &|| ())
}

#[test]
fn every_kind_of_answer_is_told_for_what_it_is() {
    let (site, busy) = (Site::new(), Site::new());
    // A port that was free a moment ago: nobody answers there.
    let nobody = format!("http://{}/", TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap());
    let unknown = |why: &str| LinkAnswer::Unknown(why.to_owned());
    let expected = [
        (site.at("/ok"), LinkAnswer::Opens),
        (site.at("/get-only"), LinkAnswer::Opens),
        (site.at("/head-not-found"), LinkAnswer::Opens),
        (site.at("/drops-head"), LinkAnswer::Opens),
        (site.at("/large"), LinkAnswer::Opens),
        (site.at("/for-now"), LinkAnswer::Opens),
        (site.at("/moved"), LinkAnswer::Moved(site.at("/new"))),
        (site.at("/gone"), LinkAnswer::Gone(404)),
        (site.at("/gone-for-good"), LinkAnswer::Gone(410)),
        (site.at("/moved-to-nothing"), LinkAnswer::Gone(404)),
        (site.at("/round"), unknown("one address leads on to another without end")),
        (site.at("/nowhere"), unknown("the site answered 301")),
        (site.at("/broken"), unknown("the site answered 500, which is a mistake of its own")),
        (
            site.at("/forbidden"),
            unknown("the site answered 403, which is that it lets nobody in who asks like this; open it in a browser"),
        ),
        (site.at("/slow"), unknown("it did not answer in time")),
        (nobody, unknown("nobody answers there")),
        (busy.at("/enough"), LinkAnswer::TooManyAsked),
        (busy.at("/ok-but-later"), LinkAnswer::TooManyAsked),
    ];
    let mut addresses: Vec<String> = expected.iter().map(|(address, _)| address.clone()).collect();
    addresses.push(site.at("/nonsense"));
    let answers = ask(&addresses);
    for (address, answer) in &expected {
        assert_eq!(answers.get(address), Some(answer), "{address}");
    }
    assert!(
        matches!(&answers[&site.at("/nonsense")], LinkAnswer::Unknown(why) if why.starts_with("its answer can't be understood")),
        "{answers:?}"
    );
    assert_eq!(*busy.asked.lock().unwrap(), ["HEAD /enough"], "a site that has enough is left alone");
    let asked = site.asked.lock().unwrap().clone();
    assert!(asked.contains(&"GET /get-only".to_owned()) && !asked.contains(&"GET /ok".to_owned()), "{asked:?}");
    assert_eq!(site.most_at_once.load(Ordering::SeqCst), 1, "one request to a host at a time");
}

/// A pack by itself, so that no link of the pack inside the program is asked.
fn pack(folder: &Path, site: &Site) {
    let put = |path: &str, text: &str| drop(write(folder, path, text.as_bytes()));
    put("content/pack.yaml", &format!("title: Test pack\nweb_address: {}\n", site.at("/own")));
    let page = format!(
        "---\ntitle: Links\nsummary: S.\n---\nSee [one]({0}/ok#part), [two]({0}/moved) and [three]({0}/gone). Again, [one]({0}/ok).\n",
        site.address
    );
    put("content/pages/links.md", &page);
    let resources = format!(
        "title: R\nsummary: S.\nresources:\n  - {{id: a-report, title: T, kind: report, url: '{0}/ok'}}\n  - {{id: old-report, title: T, kind: report, url: '{0}/gone'}}\n  - {{id: read-report, title: T, kind: report, url: '{0}/ok'}}\n",
        site.address
    );
    put("content/resources.yaml", &resources);
    put("content/checked.yaml", "resources:\n  read-report: {on: 2026-11-01, by: Librarian, how: opened}\n");
}

#[test]
fn links_are_told_at_their_places_kept_for_some_days_and_written_down_only_when_asked() {
    let (folder, site) = (tempfile::tempdir().unwrap(), Site::new());
    let folder = folder.path();
    pack(folder, &site);
    let before = files(&folder.join("content"));
    let check = |more: &[&str]| wardpack(folder, &[&["check", "--links"], more].concat()).0;
    let today = ["--as-of", "2026-11-26"];
    let said = check(&today);
    for words in [
        "warning[R022]: the site says that there is no page",
        "warning[R023]: the site says that",
        "--> content/pages/links.md:5:",
        "::: content/resources.yaml:5:",
        &format!("and write {}", site.at("/new")),
        "3 addresses outside the pack: 1 open, 1 moved, 1 gone, 0 could not be checked",
    ] {
        assert!(said.contains(words), "“{words}” is not in\n{said}");
    }
    assert!(!site.asked.lock().unwrap().iter().any(|asked| asked.contains("own")), "its own site isn't asked");
    assert_eq!(files(&folder.join("content")), before, "nothing was written down");

    let asked = site.times_asked();
    assert!(check(&today).contains("1 open, 1 moved, 1 gone"));
    assert_eq!(site.times_asked() - asked, 2, "only what is gone is asked again, by HEAD and by GET");
    let asked = site.times_asked();
    assert!(check(&["--as-of", "2026-12-26"]).contains("1 open"));
    assert!(site.times_asked() - asked > 2, "what was asked a month ago is asked again");

    let said = check(&[&today[..], &["--write-checked"]].concat());
    assert!(said.contains("content/checked.yaml: 1 resource with the day on which the link opened"), "{said}");
    let written = std::fs::read_to_string(folder.join("content/checked.yaml")).unwrap();
    assert!(written.contains("  a-report:\n    on: 2026-11-26\n") && !written.contains("old-report"), "{written}");
    assert!(written.contains("by: Librarian"), "what a person wrote down stays: {written}");
}
