//! Bytes as what comes from outside: paths of requests, and what an earlier run left beside a site.

use std::collections::BTreeSet;

use wardpack::ledger::{Manifest, PrintedFiles};
use wardpack::serve::address::{self, RequestTarget};

/// The files of a small site.
const FILES: [&str; 6] =
    ["index.html", "wards/beach/index.html", "images/a plan.png", "images/é.svg", "a/b/index.html", "a/b"];

/// Looks at bytes as each of the two.
pub fn site(bytes: &[u8]) {
    request(bytes);
    manifest(bytes);
}

/// Looks bytes up as the path of a request: what is answered is a file of the site or none, and whoever is sent on is sent on once.
fn request(bytes: &[u8]) {
    let Ok(path) = std::str::from_utf8(bytes) else { return };
    let files: BTreeSet<String> = FILES.map(str::to_owned).into();
    let written = path.split('\n').next_back().unwrap_or_default();
    let own = address::base(written).ok();
    for base in ["/", "/trust/pack/"].into_iter().chain(own.as_deref()) {
        assert!(base.starts_with('/') && base.ends_with('/') && !base.contains("//"), "{base}");
        assert_eq!(address::base(base).as_deref(), Ok(base));
        looked_up(path, base, &files);
        for file in &files {
            // Each file can be asked for by its own path.
            let asked = format!("{base}{}", file.replace(' ', "%20"));
            assert_eq!(address::resolve(&asked, base, &files), RequestTarget::File(file.clone()));
        }
    }
}

fn looked_up(path: &str, base: &str, files: &BTreeSet<String>) {
    match address::resolve(path, base, files) {
        RequestTarget::File(file) => assert!(files.contains(&file), "{file}"),
        RequestTarget::Elsewhere(to) => {
            assert!(to.starts_with(base) && to.is_ascii() && !to.contains(char::is_control), "{to}");
            assert!(matches!(address::resolve(&to, base, files), RequestTarget::File(_)), "{to}");
        }
        RequestTarget::Nothing(file) => assert!(!files.contains(&file), "{file}"),
        RequestTarget::Own(_) | RequestTarget::Senseless => {}
    }
}

/// Reads bytes as what an earlier run left beside a site. What is written of it and read again is the same, and no path leads out of the
/// folder.
fn manifest(bytes: &[u8]) {
    let manifest = Manifest::read(bytes);
    assert_eq!(Manifest::read(&manifest.bytes()), manifest);
    for path in &manifest.paths {
        let is_sign = |letter: char| letter == '\\' || letter == ':' || letter.is_control();
        assert!(!path.contains(is_sign) && path.split('/').all(|part| !["", ".", ".."].contains(&part)), "{path}");
    }
    let papers = PrintedFiles::read(bytes);
    assert_eq!(PrintedFiles::read(&papers.bytes()), papers);
}
