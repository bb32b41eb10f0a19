//! How long it takes from a saved change to the site on disk. `cargo bench` runs them.

#![allow(clippy::disallowed_methods, reason = "a benchmark touches the disk")]

#[path = "../tests/suite/support/mod.rs"]
mod support;

use divan::Bencher;
use support::large::{self, Size, TEN_THOUSAND};
use support::{Memory, Silent, build, build_with, request, write};
use wardpack::pipeline;

fn main() {
    divan::main();
}

/// Builds the pack once, then times one rebuild after each edit.
fn rebuild(bencher: Bencher<'_, '_>, size: Size, edit: impl Fn(usize) -> (String, String) + Sync, drawn: usize) {
    let folder = tempfile::tempdir().unwrap();
    large::large_pack(folder.path(), size);
    let mut memory = Memory::default();
    let request = request(folder.path());
    let first = build_with(folder.path(), &mut memory).unwrap();
    assert!(!first.refused);
    let mut sources = first.sources;
    let mut number = 0;
    let save = || {
        number += 1;
        let (path, text) = edit(number);
        write(folder.path(), &path, text.as_bytes())
    };
    bencher.with_inputs(save).bench_local_values(|path| {
        // As the watch mode does where it is told of a single file.
        let again = pipeline::reread(&request, &sources, &[path], &mut memory).unwrap();
        let report = pipeline::run(&request, again, &mut memory, &Silent).unwrap();
        assert_eq!(report.site.unwrap().drawn.len(), drawn);
        sources = report.sources;
    });
}

/// A sentence of a page that belongs to no ward.
#[divan::bench]
fn rebuild_one_of_10k(bencher: Bencher<'_, '_>) {
    let edit = |number| {
        ("content/trauma-informed-care/guidance-0007.md".to_owned(), large::guidance(7, &format!("{number}th")))
    };
    rebuild(bencher, TEN_THOUSAND, edit, 1);
}

/// A ward's phone number, which is on all its pages: those of the pack, its search page, the differences of its charter, and a leaflet
/// in Easy Read.
#[divan::bench]
fn rebuild_a_ward_of_10k(bencher: Bencher<'_, '_>) {
    let edit = |number| ("content/wards/ward-0007.yaml".to_owned(), large::ward(7, number));
    rebuild(bencher, TEN_THOUSAND, edit, TEN_THOUSAND.pages_of_a_ward + 3);
}

/// A sentence of a leaflet that every ward gives out.
#[divan::bench(sample_count = 10)]
fn rebuild_a_leaflet_of_10k(bencher: Bencher<'_, '_>) {
    let edit = |number| ("content/leaflets/leaflet-007.md".to_owned(), large::leaflet(7, &format!("{number}th")));
    rebuild(bencher, TEN_THOUSAND, edit, TEN_THOUSAND.wards + 1);
}

/// The whole site into an empty folder.
#[divan::bench(sample_count = 3)]
fn build_10k(bencher: Bencher<'_, '_>) {
    let folder = tempfile::tempdir().unwrap();
    large::large_pack(folder.path(), TEN_THOUSAND);
    let empty = || drop(std::fs::remove_dir_all(folder.path().join("output")));
    bencher.with_inputs(empty).bench_local_values(|()| build(folder.path()).unwrap().site.unwrap().pages);
}
