//! Problems with the names of files: unknown, nearly right, a copy's, or such that not every disk can hold them.

use super::super::{Code, Place, Problem};

pub static CODES: &[&Code] = &[&UNKNOWN_PLACE, &UNSAFE_NAME, &DIFFER_BY_CASE, &MISNAMED, &COPY, &SAME];

static UNKNOWN_PLACE: Code = Code {
    id: "F008",
    title: "A file that wardpack doesn't use",
    meaning: "The file's folder or ending isn't one that a pack has, so it won't be on the site.",
    instead: "Move it to the folder it belongs in; docs/reference/keys.md lists the folders. If it isn't part of the pack, keep it elsewhere.",
};

/// `name` is what a page or a ward with its words would be called, if it can be one.
pub fn unknown_place(shown: &str, name: Option<&str>) -> Problem {
    let problem =
        Problem::warning(&UNKNOWN_PLACE, Place::Path(shown.into()), format!("{shown} is not a file that a pack uses"));
    match name {
        Some(name) => {
            let form = if name.ends_with(".md") { ", below the settings between two lines “---”" } else { "" };
            problem.help(format!(
                "if it belongs to the pack, put its words into a file called {name}{form}; otherwise keep it elsewhere"
            ))
        }
        None => problem.help("move it to the folder it belongs in, or out of the content folder"),
    }
}

static UNSAFE_NAME: Code = Code {
    id: "F009",
    title: "A name that Windows, SharePoint or a USB stick can't hold",
    meaning: "Wards open their pack from Windows shares and USB sticks. Those refuse some names (con, aux, nul, a name that \
              ends in a dot) and some characters, so the page would be missing there.",
    instead: "Use lower-case letters, digits and hyphens.",
};

/// Reports a name that can't be on Windows or `SharePoint` (learn.microsoft.com, naming files; `facts.md` 9.2).
pub fn unsafe_name(shown: &str, name: &str) -> Option<Problem> {
    let stem = name.split('.').next().unwrap_or(name).trim_end().to_lowercase();
    let reserved = is_reserved(&stem);
    let character = name.chars().find(|letter| "\"*:<>?|\\#%".contains(*letter) || letter.is_control());
    let reason = match character {
        Some(letter) => format!("Windows and SharePoint can't hold the character “{}”", letter.escape_debug()),
        None if reserved => format!("Windows keeps the name “{stem}” for itself"),
        None if name.ends_with(['.', ' ']) => "Windows drops a dot or space at the end of a name".to_owned(),
        None if name.starts_with(' ') => "SharePoint refuses a space at the start of a name".to_owned(),
        None if name.to_ascii_lowercase().contains("_vti_") => {
            "SharePoint keeps names with “_vti_” for itself".to_owned()
        }
        None => return None,
    };
    let problem = Problem::error(
        &UNSAFE_NAME,
        Place::Path(shown.into()),
        format!("{shown} can't be copied to every computer: {reason}"),
    );
    Some(problem.help("rename it, with few lower-case letters, digits and hyphens"))
}

/// Tells whether Windows keeps a name for its devices (learn.microsoft.com, naming files).
fn is_reserved(stem: &str) -> bool {
    let is_port = |rest: &str| rest.chars().count() == 1 && rest.starts_with(|end: char| end.is_numeric());
    matches!(stem, "con" | "prn" | "aux" | "nul" | "conin$" | "conout$")
        || ["com", "lpt"].iter().any(|port| stem.strip_prefix(port).is_some_and(is_port))
}

/// A path on Windows may have 260 letters, with the folder where the site lies.
const LONGEST_PATH: usize = 160;

/// Reports a path inside the content folder that is too long for Windows once the site lies in a folder of its own.
pub fn too_long(shown: &str, path: &str) -> Option<Problem> {
    let length = path.chars().count();
    let message = format!("{shown} can't be copied to every computer: with its folders the name has {length} letters");
    let problem = Problem::error(&UNSAFE_NAME, Place::Path(shown.into()), message);
    (length > LONGEST_PATH)
        .then(|| problem.help(format!("give it a shorter name; {LONGEST_PATH} letters at most, its folders included")))
}

pub fn not_text(shown: &str, name: &str) -> Problem {
    let message = format!("a file in {shown} has a name that is not text: {name}");
    Problem::error(&UNSAFE_NAME, Place::Path(shown.into()), message)
        .help("rename it, with lower-case letters, digits and hyphens")
}

static DIFFER_BY_CASE: Code = Code {
    id: "F010",
    title: "Two names that are one on some disks",
    meaning: "The names differ only by capital letters, by how an accent is written, or, for pictures, by spaces. On Windows, a Mac \
              or a USB stick the two are the same file, and one would overwrite the other.",
    instead: "Rename one of them. Names are best in lower case throughout.",
};

pub fn differ_by_case(first: &str, second: &str) -> Problem {
    let is_case = first.to_lowercase() == second.to_lowercase() && first != second;
    let by = if is_case { "capital letters" } else { "capital letters, spaces or how an accent is written" };
    let message = format!("{first} and {second} differ only by {by}");
    Problem::error(&DIFFER_BY_CASE, Place::Path(second.into()), message).help("rename or delete one of them")
}

static MISNAMED: Code = Code {
    id: "F015",
    title: "A name that is nearly right",
    meaning: "The folder and the name of a file say what it is: pack.yaml, wards/beach.yaml, leaflets/visiting.md, with \
              leaflets/visiting.cy.md for the same in Welsh and leaflets/visiting.easy.yaml for the same in Easy Read. This file \
              has another ending, another folder or another sign in its name, so its words would be missing or stand in the \
              wrong place.",
    instead: "Rename or move the file as the message says. Windows hides endings: in Explorer choose View, Show, File name extensions.",
};

/// What a name that is nearly right lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameSlip {
    /// The ending, or a letter of it.
    Ending,
    /// The language stands in it, but not as it is read.
    Language,
    /// Easy Read stands in it, but not as it is read.
    EasyRead,
}

/// `name` is the one that would be read, in the same folder.
pub fn misnamed(shown: &str, slip: NameSlip, name: &str) -> Problem {
    let message = match slip {
        NameSlip::Ending => format!("{shown} isn't read under this name"),
        NameSlip::Language => format!("{shown} isn't read as a translation under this name"),
        NameSlip::EasyRead => format!("{shown} isn't read as Easy Read under this name"),
    };
    let problem = Problem::error(&MISNAMED, Place::Path(shown.into()), message).help(format!("rename it to {name}"));
    // Easy Read and pages are written in different ways, so that a name alone doesn't make one of the other.
    let is_page =
        |name: &str| name.rsplit('.').next().is_some_and(|ending| ending.to_ascii_lowercase().starts_with('m'));
    if is_page(shown) == is_page(name) { problem.rename(name) } else { problem }
}

/// Easy Read that isn't called after a page. `example` is a page of its folder, and what its Easy Read is called.
pub fn easy_read_alone(shown: &str, (page, easy_read): (&str, &str)) -> Problem {
    let message = format!("{shown} looks like Easy Read, and there is no page that it is called after");
    Problem::error(&MISNAMED, Place::Path(shown.into()), message)
        .help(format!("give it the name of the page whose words it says: {easy_read} is the Easy Read of {page}"))
}

pub fn picture_outside(shown: &str, name: &str) -> Problem {
    let message = format!("{shown} is a picture, and pictures are read in the folder images");
    Problem::error(&MISNAMED, Place::Path(shown.into()), message).help(format!(
        "move it to the folder images, and write images/{name} where pack.yaml shows it, ../images/{name} elsewhere"
    ))
}

/// A file that should have a name which another one has, or should have too.
pub fn misnamed_beside(shown: &str, right: &str) -> Problem {
    let message = format!("{shown} isn't read under this name, and the right one, {right}, is another file's");
    Problem::error(&MISNAMED, Place::Path(shown.into()), message)
        .help(format!("look which of the two is right, keep that one under the name {right}, and delete the other"))
}

/// Whether the pack has the folder that another one is nearly called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FolderName {
    Taken,
    Free,
}

/// A folder that is nearly one of a pack's. `files` is how many files it holds.
pub fn misnamed_folder(shown: &str, better: &str, files: usize, name: FolderName) -> Problem {
    let what =
        if files == 1 { "the file in it isn't read".to_owned() } else { format!("its {files} files aren't read") };
    let message = format!("{shown} is not a folder of a pack, so {what}");
    let problem = Problem::error(&MISNAMED, Place::Path(shown.into()), message);
    match name {
        FolderName::Taken => problem.help(format!("move what is in it to the folder {better}")),
        FolderName::Free => problem.help(format!("rename the folder to {better}")),
    }
}

pub fn folder_of_pictures(shown: &str, files: usize, name: FolderName) -> Problem {
    let problem = misnamed_folder(shown, "images", files, name);
    let help = problem.help.clone().unwrap_or_default();
    problem.help(format!("{help}, also in the texts that show the pictures"))
}

/// A folder for a language or for Easy Read. `example` is the name that one of its files should have.
pub fn folder_in_names(shown: &str, folder: &str, example: &str, files: usize) -> Problem {
    let what =
        if files == 1 { "the file in it isn't read".to_owned() } else { format!("its {files} files aren't read") };
    let message = format!("{shown} is not a folder of a pack, so {what}");
    let folder =
        if folder.is_empty() { "the content folder itself".to_owned() } else { format!("the folder {folder}") };
    Problem::error(&MISNAMED, Place::Path(shown.into()), message)
        .help(format!("move what is in it to {folder}, under names such as {example}"))
}

static COPY: Code = Code {
    id: "F016",
    title: "A copy of another file",
    meaning: "The name is one that Windows, a Mac or a shared drive gives to a copy, or to the second version when two people \
              saved at once. Read as it is, it would be the same page twice, or an old one beside the new.",
    instead: "Look which of the two is right. Keep that one under the plain name, and delete the other.",
};

/// A copy of a file of the author's. `own` is the name it can have if it is no copy.
pub fn copy(shown: &str, original: &str, own: Option<&str>) -> Problem {
    one_of_two(shown, original, own, &format!("delete {original} and give this one its name"))
}

/// A copy of a file of a layer below, which the author can't delete.
pub fn copy_of_inherited(shown: &str, original: &str, own: Option<&str>) -> Problem {
    let name = original.rsplit('/').next().unwrap_or(original);
    one_of_two(shown, original, own, &format!("rename it to {name}"))
}

/// `right` is what to do if the copy is the one that counts.
fn one_of_two(shown: &str, original: &str, own: Option<&str>, right: &str) -> Problem {
    let own = own.map(|own| format!("; if it is something of its own, rename it to {own}")).unwrap_or_default();
    Problem::error(&COPY, Place::Path(shown.into()), format!("{shown} looks like a copy of {original}"))
        .help(format!("delete it; or, if this is the right one, {right}{own}"))
}

/// A copy whose original isn't there any more.
pub fn copy_alone(shown: &str, original: &str) -> Problem {
    let name = original.rsplit('/').next().unwrap_or(original);
    Problem::error(
        &COPY,
        Place::Path(shown.into()),
        format!("{shown} has the name of a copy, but {original} isn't there"),
    )
    .help(format!("rename it to {name}"))
    .rename(name)
}

/// A copy of a picture: a page may show it, so it is no error.
pub fn copy_of_picture(shown: &str, original: &str) -> Problem {
    let message = format!("{shown} is the same picture as {original}");
    Problem::warning(&COPY, Place::Path(shown.into()), message).help(format!("delete it, and show {original} instead"))
}

/// A folder called what a copy of a pack's folder is called.
pub fn copy_of_folder(shown: &str, original: &str) -> Problem {
    let message = format!("{shown} looks like a copy of the folder {original}, so nothing in it is read");
    Problem::error(&COPY, Place::Path(shown.into()), message)
        .help(format!("delete it, or keep it outside the content folder; what is right in it belongs in {original}"))
}

static SAME: Code = Code {
    id: "F017",
    title: "Two files that say the same",
    meaning: "Everything in the file is as in another file of its kind, the name or title too. It is probably a copy that nobody \
              has changed yet. Readers would find the same thing twice and not know which to choose. A \
              translation that has the words of its original isn't one.",
    instead: "Change the name and what else is different, or delete the file.",
};

pub fn says_the_same(shown: &str, original: &str) -> Problem {
    Problem::error(&SAME, Place::Path(shown.into()), format!("{shown} says the same as {original}"))
        .help("change its name or title, and what else is different; or delete it")
}

/// A translation that has the words of its original. `language` is called as its speakers do.
pub fn not_translated(shown: &str, original: &str, language: &str) -> Problem {
    let message = format!("{shown} has the same words as {original}, so it isn't translated into {language} yet");
    Problem::error(&SAME, Place::Path(shown.into()), message)
        .help("translate it; or delete it until somebody has, and readers are shown the original, marked as such")
}
