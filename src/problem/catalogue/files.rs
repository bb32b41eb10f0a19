//! Problems with files and folders themselves.

use super::super::{Code, Place, Problem};
use crate::span::Span;

pub static CODES: &[&Code] = &[
    &NOT_UTF8,
    &WINDOWS_1252,
    &EMPTY,
    &TOO_LARGE,
    &LINK_LEAVES,
    &LINK_CIRCLE,
    &CANNOT_READ,
    &CONTROL,
    &BASE_MISSING,
    &PACK_MISSING,
];

static NOT_UTF8: Code = Code {
    id: "F001",
    title: "A file is not UTF-8 text",
    meaning: "wardpack reads text in UTF-8, the encoding that every current editor writes. This file holds bytes that are \
              not UTF-8, so some of its characters would come out wrong.",
    instead: "Open the file in your editor and save it again as UTF-8. In Windows Notepad: File, Save as, Encoding, UTF-8.",
};

/// `letter` is what the byte stands for in Windows-1252.
pub fn not_utf8(span: Span, byte: u8, letter: char) -> Problem {
    let is_windows = matches!(byte, 0x80..=0x9F | 0xA0 | 0xA3 | 0xE9);
    let save = "save the file again as UTF-8 (in Windows Notepad: File, Save as, Encoding, UTF-8)";
    if is_windows {
        return Problem::error(
            &WINDOWS_1252,
            span.into(),
            format!("this file was saved in an old Windows encoding: the character {letter} can't be read"),
        )
        .label(format!("{letter} as old Windows programs write it"))
        .help(format!("{save}, or type the character again"));
    }
    Problem::error(&NOT_UTF8, span.into(), "this file is not UTF-8 text").label("this byte is no character").help(save)
}

static WINDOWS_1252: Code = Code {
    id: "F002",
    title: "A file is in an old Windows encoding",
    meaning: "The file holds a curly quote, a dash or a pound sign as old Windows programs write them (Windows-1252), often \
              because it was pasted from Word. In UTF-8 those bytes mean nothing.",
    instead: "Save the file as UTF-8, or delete the character and type it again.",
};

static EMPTY: Code = Code {
    id: "F003",
    title: "A file is empty",
    meaning: "The file has no text. Perhaps it was saved before it was written, or a copy went wrong.",
    instead: "Write the file, or delete it.",
};

pub fn empty(shown: &str) -> Problem {
    Problem::error(&EMPTY, Place::Path(shown.into()), format!("{shown} is empty")).help("write the file, or delete it")
}

static TOO_LARGE: Code = Code {
    id: "F004",
    title: "A file is too large",
    meaning: "A text file may be 1 MB, which is several hundred pages; a picture may be 30 MB. A larger file is nearly always \
              something else with the wrong name.",
    instead: "Split the text into several files, or save the picture smaller.",
};

pub fn too_large(shown: &str, size: u64, limit: u64) -> Problem {
    too_large_at_all(shown, size, limit).help("split it into several files, or check that it is the right file")
}

/// Returns the problem without advice, which depends on what the file is.
pub(super) fn too_large_at_all(shown: &str, size: u64, limit: u64) -> Problem {
    let megabytes = |bytes: u64| format!("{}.{} MB", bytes / (1 << 20), bytes % (1 << 20) * 10 / (1 << 20));
    let message = format!("{shown} is too large: {}; at most {} is read", megabytes(size), megabytes(limit));
    Problem::error(&TOO_LARGE, Place::Path(shown.into()), message)
}

static LINK_LEAVES: Code = Code {
    id: "F005",
    title: "A link leads out of the folder",
    meaning: "A symbolic link in the content folder points to a place outside it. wardpack doesn't follow it: what is outside \
              the folder could be anything, and would be published.",
    instead: "Copy the file into the content folder, or use `extends:` in pack.yaml to stand on another pack.",
};

pub fn link_leaves(shown: &str) -> Problem {
    Problem::error(
        &LINK_LEAVES,
        Place::Path(shown.into()),
        format!("{shown} is a link that leads out of the folder or to nothing"),
    )
    .help("copy the file into the folder, or delete the link")
}

static LINK_CIRCLE: Code = Code {
    id: "F006",
    title: "A link goes in circles",
    meaning: "A symbolic link points to a folder that it lies in itself, so that there would be no end to reading it.",
    instead: "Delete the link.",
};

pub fn link_circle(shown: &str) -> Problem {
    Problem::error(&LINK_CIRCLE, Place::Path(shown.into()), format!("{shown} is a link that goes in circles"))
        .help("delete the link")
}

static CANNOT_READ: Code = Code {
    id: "F007",
    title: "A file can't be read",
    meaning: "The system wouldn't let wardpack read the file. Perhaps it is open in another program, or it belongs to somebody else.",
    instead: "Close other programs that use the file, and check that you may open it.",
};

pub fn cannot_read(shown: &str, error: &std::io::Error) -> Problem {
    let why = error.to_string();
    let why = why.split(" (os error").next().unwrap_or(&why).to_lowercase();
    Problem::error(&CANNOT_READ, Place::Path(shown.into()), format!("{shown} can't be read: {why}"))
        .help("check that you may open the file, and that no other program holds it")
}

static CONTROL: Code = Code {
    id: "F013",
    title: "A character that can't be seen",
    meaning: "The file holds a control character, or one that turns the direction of the text after it. Nobody can see it, but \
              it can break a page or make a sentence look like another one. It often comes with copied text.",
    instead: "Delete the text around the place and type it again. Right-to-left languages need no such characters here.",
};

pub fn control_character(span: Span, letter: char) -> Problem {
    Problem::error(
        &CONTROL,
        span.into(),
        format!("there is a character here that can't be seen ({})", letter.escape_unicode()),
    )
    .label("an unseen character")
    .help("delete the text around this place and type it again")
}

/// A folder that is called what only a file can be called.
pub fn folder_named_as_file(shown: &str) -> Problem {
    let message = format!("{shown} is a folder, but it has the name of a file, so nothing in it is read");
    Problem::error(&CANNOT_READ, Place::Path(shown.into()), message)
        .help("move the file out of it, if it holds one, and delete the folder; or give the folder another name")
}

/// What is neither a file nor a folder: a pipe, a socket, a device.
pub fn no_file(shown: &str) -> Problem {
    let message = format!("{shown} is no file that can be read, but a way for programs to talk to each other");
    Problem::error(&CANNOT_READ, Place::Path(shown.into()), message)
        .help("delete it, or copy what it should hold into a file of its own")
}

static BASE_MISSING: Code = Code {
    id: "F011",
    title: "The pack or theme below can't be found",
    meaning: "`extends:` in pack.yaml names the pack that this one stands on, and `theme:` the theme. The folder isn't there, \
              or the packs stand on each other in a circle.",
    instead: "Write `extends: built-in` for the pack inside wardpack, or the path of a content folder, such as `extends: ../../base/content`.",
};

pub fn base_missing(pack: &str, base: &str, nearest: Option<&str>) -> Problem {
    let message = format!("“extends: {base}” names no folder with a pack.yaml in it");
    let problem = Problem::error(&BASE_MISSING, Place::Path(pack.into()), message);
    match nearest {
        Some(nearest) => problem.help(format!("did you mean {nearest}?")),
        None => problem
            .help("write “built-in”, or the path of a content folder seen from this one, such as ../../base/content"),
    }
}

/// A base whose pack.yaml is called something else.
pub fn base_misnamed(pack: &str, base: &str, name: &str) -> Problem {
    let message = format!("“extends: {base}” names a folder without a pack.yaml in it");
    Problem::error(&BASE_MISSING, Place::Path(pack.into()), message).help(format!("there, rename {name} to pack.yaml"))
}

/// Tells whether a problem is that a layer below the content folder can't be read.
pub fn is_of_missing_layer(problem: &Problem) -> bool {
    problem.code.id == BASE_MISSING.id && problem.message.starts_with("“extends")
}

pub fn base_circle(pack: &str, base: &str) -> Problem {
    Problem::error(
        &BASE_MISSING,
        Place::Path(pack.into()),
        format!("“extends: {base}” leads back to a pack that already stands on this one"),
    )
    .help("take out one of the “extends” lines")
}

pub fn theme_missing(folder: &str, name: &str) -> Problem {
    Problem::error(&BASE_MISSING, Place::Path(folder.into()), format!("there is no theme called “{name}”"))
        .help(format!("make the folder {folder}, or use the theme inside wardpack, called “{}”", "ward"))
}

static PACK_MISSING: Code = Code {
    id: "F012",
    title: "There is no pack.yaml",
    meaning: "Every pack has a file pack.yaml at the top of the content folder. It holds the title and who publishes the pack.",
    instead: "Run wardpack init, which writes one and shows what belongs in it. Or write a pack.yaml with two lines:\n  title: Sexual \
              safety on our wards\n  extends: built-in",
};

/// `near` is a file that probably is the pack.yaml under another name, or lies in another folder.
pub fn pack_missing(shown: &str, near: Option<&str>) -> Problem {
    let problem = Problem::error(&PACK_MISSING, Place::Path(shown.into()), "the content folder has no pack.yaml");
    match near {
        Some(near) if near.ends_with("/pack.yaml") => {
            let folder = near.trim_end_matches("/pack.yaml");
            problem.help(format!("there is one in the folder {folder}: say --content {shown}/{folder}"))
        }
        Some(near) => problem.help(format!("rename {near} to pack.yaml")),
        None => problem.help("write a pack.yaml with two lines: “title: …” and “extends: built-in”; or run wardpack init, which writes one"),
    }
}
