//! Photos as phones take them, on the site.

use std::fs;
use std::path::Path;

use wardpack::model::picture::photo;

use crate::support::{build_from_nothing, copy, small_pack, write};

/// Returns the pictures of the site with these names.
fn published(names: &[&str]) -> Vec<Vec<u8>> {
    let pack = small_pack();
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/photos/content"), &pack.path().join("content"));
    let site = build_from_nothing(pack.path());
    names.iter().map(|name| site[&format!("images/{name}")].clone()).collect()
}

fn holds(bytes: &[u8], words: &[u8]) -> bool {
    bytes.windows(words.len()).any(|window| window == words)
}

#[test]
fn no_photo_says_where_or_with_what_it_was_taken() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/photos/content/images");
    for file in fs::read_dir(folder).unwrap() {
        assert!(holds(&fs::read(file.unwrap().path()).unwrap(), b"Some phone"));
    }
    let names = ["our-garden.jpg", "our-garden.960w.jpg", "our-garden.480w.jpg", "door.jpg", "plan.png", "map.webp"];
    for (name, bytes) in names.iter().zip(published(&names)) {
        assert!(!holds(&bytes, b"Some phone"), "{name}");
        assert!(!photo::says("jpg", &bytes).tells_place, "{name}");
    }
}

#[test]
fn a_large_photo_is_upright_and_as_large_as_screens_need() {
    let sizes = published(&["our-garden.jpg", "our-garden.960w.jpg", "our-garden.480w.jpg"]);
    let sizes: Vec<_> = sizes.iter().map(|bytes| imagesize::blob_size(bytes).unwrap()).collect();
    let sizes: Vec<_> = sizes.iter().map(|size| (size.width, size.height)).collect();
    assert_eq!(sizes, [(1600, 21), (960, 13), (480, 6)]);
}

#[test]
fn a_photo_of_24_megabytes_with_a_film_behind_it_is_published_without_that() {
    let pack = small_pack();
    let photo = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/photos/content/images/Our Garden.JPG");
    let mut bytes = fs::read(photo).unwrap();
    bytes.resize(24 << 20, b'f');
    write(pack.path(), "content/images/garden.jpg", &bytes);
    let site = build_from_nothing(pack.path());
    assert!(site["images/garden.jpg"].len() < 300_000 && !holds(&site["images/garden.jpg"], b"ffff"));
}
