use super::*;
use crate::span::FileId;

struct NoFiles;

impl Files for NoFiles {
    fn shown(&self, _: FileId) -> &'static str {
        ""
    }
    fn layer(&self, _: FileId) -> Option<&str> {
        None
    }
    fn is_there(&self, _: &str) -> bool {
        false
    }
    fn is_sheet(&self, _: FileId) -> bool {
        false
    }
    fn text(&self, _: FileId) -> &'static str {
        ""
    }
}

fn site(bytes: u64, paths: &[&str]) -> SeenSite {
    SeenSite { bytes, paths: paths.iter().map(|path| (*path).to_owned()).collect() }
}

fn output() -> SeenOutput {
    SeenOutput {
        shown: "output".to_owned(),
        length: 20,
        is_on_windows: true,
        refusal: None,
        locked: Vec::new(),
        is_interrupted: false,
        site: Some(site(1_000, &["index.html"])),
    }
}

/// Returns what is said of a pack that has no trouble, but for what a test changes.
fn said(about: &str, change: impl FnOnce(&mut SeenMachine<'_>)) -> Vec<Diagnosis> {
    let mut seen = SeenMachine {
        content: "content".to_owned(),
        files: Some(3),
        is_one_itself: false,
        problems: &[],
        sources: &NoFiles,
        ignores_case: Some(true),
        output: output(),
        content_on: DiskKind::OfThisComputer,
        output_on: DiskKind::OfThisComputer,
        typefaces: Vec::new(),
        room: Some(1 << 40),
    };
    change(&mut seen);
    diagnoses(&seen).into_iter().filter(|finding| finding.about == about).collect()
}

fn states(about: &str, change: impl FnOnce(&mut SeenMachine<'_>)) -> Vec<State> {
    said(about, change).iter().map(|finding| finding.state).collect()
}

#[test]
fn a_machine_without_trouble_is_fine_in_everything() {
    let abouts = ["Files", "Typefaces", "Capital letters", "Writing", "Long paths", "Disk", "Watching", "Room"];
    for about in abouts {
        assert_eq!(states(about, |_| ()), [State::Fine], "{about}");
    }
}

#[test]
fn a_path_is_too_long_from_the_letter_that_windows_has_no_more() {
    let longest = "a".repeat(259 - 21);
    let fits =
        |paths: Vec<String>| move |seen: &mut SeenMachine<'_>| seen.output.site = Some(SeenSite { bytes: 1, paths });
    assert_eq!(states("Long paths", fits(vec![longest.clone()])), [State::Fine]);
    let too_long = said("Long paths", fits(vec![longest.clone() + "a", longest.clone()]));
    assert_eq!(too_long[0].state, State::Trouble);
    assert!(too_long[0].says.contains(&(longest.clone() + "a")), "{too_long:?}");
    assert!(too_long[0].help.as_ref().is_some_and(|help| help.contains("19 letters")), "{too_long:?}");
    // Windows counts what other systems write as one letter as two.
    assert_eq!(states("Long paths", fits(vec!["😀".repeat(120)])), [State::Trouble]);
    let elsewhere = |seen: &mut SeenMachine<'_>| {
        seen.output.is_on_windows = false;
        seen.output.length = 250;
    };
    assert_eq!(states("Long paths", elsewhere), [State::Advice]);
    assert_eq!(states("Long paths", |seen| seen.output.site = None), [State::NotLookedAt]);
}

#[test]
fn room_is_held_against_the_site_that_is_there() {
    let with = |room, bytes| {
        move |seen: &mut SeenMachine<'_>| {
            seen.room = room;
            seen.output.site = Some(site(bytes, &["index.html"]));
        }
    };
    for (room, bytes, state) in [
        (Some(999), 1_000, State::Trouble),
        (Some(1_000), 1_000, State::Advice),
        (Some(2_000), 1_000, State::Fine),
        (None, 1_000, State::NotLookedAt),
        (Some(u64::MAX), u64::MAX, State::Advice),
    ] {
        assert_eq!(states("Room", with(room, bytes)), [state], "{room:?} {bytes}");
    }
    let first = |room| {
        move |seen: &mut SeenMachine<'_>| {
            seen.room = Some(room);
            seen.output.site = None;
        }
    };
    assert_eq!(states("Room", first(50 << 20)), [State::Advice]);
    assert_eq!(states("Room", first(150 << 20)), [State::Fine]);
    let says = &said("Room", with(Some(12_345_678), 1_500))[0].says;
    assert!(says.contains("12 MB free") && says.contains("1.5 kB"), "{says}");
}

#[test]
fn a_share_is_named_and_what_nobody_can_tell_is_said() {
    let share = |seen: &mut SeenMachine<'_>| {
        seen.content_on = DiskKind::Shared("a network drive");
        seen.output_on = DiskKind::Shared("a network drive");
    };
    assert_eq!(states("Disk", share), [State::Advice]);
    assert_eq!(states("Watching", share), [State::Advice]);
    assert_eq!(said("Disk", share)[0].says, "the pack is on a network drive");
    let unknown = |seen: &mut SeenMachine<'_>| {
        seen.content_on = DiskKind::NotLookedAt;
        seen.output_on = DiskKind::NotLookedAt;
    };
    assert_eq!(states("Disk", unknown), [State::NotLookedAt]);
    assert_eq!(states("Watching", unknown), [State::NotLookedAt]);
}

#[test]
fn what_keeps_a_site_from_being_written_is_told_with_its_reason() {
    let refused = |refusal| move |seen: &mut SeenMachine<'_>| seen.output.refusal = Some(refusal);
    let disk = Refusal::OfTheDisk { folder: "S:/".to_owned(), why: "permission denied".to_owned() };
    let said_of = said("Writing", refused(disk));
    assert!(
        said_of[0].state == State::Trouble && said_of[0].says.contains("S:/ takes no new file (permission denied)")
    );
    let names: Vec<String> = (1..=5).map(|number| format!("{number}.html")).collect();
    let locked = said("Writing", |seen| seen.output.locked = names);
    assert!(locked[0].says.ends_with("1.html, 2.html, 3.html and 2 others"), "{locked:?}");
    assert_eq!(states("Writing", |seen| seen.output.is_interrupted = true), [State::Fine, State::Advice]);
}

#[test]
fn a_typeface_is_known_by_its_bytes() {
    let seen =
        |files: &[(&str, &[u8])]| files.iter().filter_map(|(shown, bytes)| SeenTypeface::of(shown, bytes)).collect();
    let fine: [(&str, &[u8]); 4] = [
        ("fonts/a.woff2", b"wOF2..."),
        ("fonts/b.TTF", b"\0\x01\0\0..."),
        ("fonts/c.otf", b"OTTO..."),
        ("fonts/LICENCE.txt", b"Words"),
    ];
    let said_fine = said("Typefaces", |machine| machine.typefaces = seen(&fine));
    assert!(
        said_fine[0].state == State::Fine && said_fine[0].says.starts_with("3 files are typefaces"),
        "{said_fine:?}"
    );
    let broken: [(&str, &[u8]); 3] =
        [("fonts/a.woff2", b"<!doctype html>"), ("fonts/b.ttf", b""), ("fonts/c.otf", b"OTTO...")];
    let said_broken = said("Typefaces", |machine| machine.typefaces = seen(&broken));
    assert_eq!(said_broken.iter().map(|finding| finding.state).collect::<Vec<_>>(), [State::Trouble; 2]);
    assert!(said_broken[0].says.contains("fonts/a.woff2"));
}
