//! What is said of the folder that the site is written to: whether it can be, how long its paths are, and how much room there is.

use super::{Diagnosis, Refusal, SeenOutput, SeenSite, State};
use crate::problem::suggest::some;

/// The longest path that programs on Windows open unless they ask for more: 260 letters with the one that ends it
/// (learn.microsoft.com, maximum path length limitation).
const LONGEST_ON_WINDOWS: usize = 259;
/// The room that a first site wants, of which nobody knows how large it becomes.
const ROOM_FOR_A_FIRST_SITE: u64 = 100 << 20;

pub(super) fn writing(output: &SeenOutput) -> Diagnosis {
    const ABOUT: &str = "Writing";
    let shown = &output.shown;
    match &output.refusal {
        Some(Refusal::NoFolder(path)) => {
            let says =
                format!("the site can't be written into {shown}: {path} is a file or a broken link, not a folder");
            return Diagnosis::new(ABOUT, State::Trouble, says)
                .help("rename or delete it, or name another folder with --output");
        }
        Some(Refusal::OfTheDisk { folder, why }) => {
            let says = format!("the site can't be written into {shown}: {folder} takes no new file ({why})");
            return Diagnosis::new(ABOUT, State::Trouble, says)
                .help("ask whoever looks after the disk or share whether you may write there; or name another folder with --output");
        }
        None => {}
    }
    if output.locked.is_empty() {
        return Diagnosis::new(ABOUT, State::Fine, format!("the site can be written into {shown}"));
    }
    let says = format!("files of the site in {shown} can't be changed: {}", some(&output.locked));
    Diagnosis::new(ABOUT, State::Trouble, says)
        .help("close what has them open: a browser, Word, a preview in Explorer; and see that they are not marked “Read-only”")
}

pub(super) fn interrupted(output: &SeenOutput) -> Option<Diagnosis> {
    let says = format!("the last run that wrote into {} did not come to its end", output.shown);
    let finding = Diagnosis::new("Writing", State::Advice, says);
    output.is_interrupted.then(|| finding.help("run wardpack build: it completes what was begun"))
}

/// Returns whether Windows can open each file of the site where it lies, and how much is left for the folder that people read it from.
pub(super) fn lengths(output: &SeenOutput) -> Diagnosis {
    const ABOUT: &str = "Long paths";
    let Some(site) = &output.site else {
        let says = format!("there is no site in {} yet", output.shown);
        return Diagnosis::new(ABOUT, State::NotLookedAt, says).help("run wardpack build, then look again");
    };
    let longest = site.paths.iter().max_by_key(|path| letters_on_windows(path)).map_or("", String::as_str);
    let left = LONGEST_ON_WINDOWS.saturating_sub(letters_on_windows(longest) + 1);
    let is_too_long = |path: &&String| output.length + 1 + letters_on_windows(path) > LONGEST_ON_WINDOWS;
    let too_long: Vec<String> = site.paths.iter().filter(is_too_long).cloned().collect();
    if too_long.is_empty() {
        let says = format!(
            "Windows can open every file of the site. The folder that people read it from may have a path of {left} letters; {} has {}",
            output.shown, output.length
        );
        return Diagnosis::new(ABOUT, State::Fine, says);
    }
    let says = format!(
        "many programs on Windows can't open a path of more than {LONGEST_ON_WINDOWS} letters. With its folder in front, these of {} are longer: {}",
        output.shown,
        some(&too_long)
    );
    let state = if output.is_on_windows { State::Trouble } else { State::Advice };
    Diagnosis::new(ABOUT, state, says).help(format!(
        "put the pack into a folder with a path of {left} letters at most, such as D:/pack; or give those pages shorter names with wardpack rename"
    ))
}

/// Returns how long a path is as Windows counts it.
pub fn letters_on_windows(path: &str) -> usize {
    path.encode_utf16().count()
}

/// Returns whether there is room for a site: a new one is written beside the last before it takes its place.
pub(super) fn room(room: Option<u64>, site: Option<&SeenSite>) -> Diagnosis {
    const ABOUT: &str = "Room";
    let Some(room) = room else {
        return Diagnosis::new(ABOUT, State::NotLookedAt, "the disk doesn't say how much room it has");
    };
    let needed = site.map_or(ROOM_FOR_A_FIRST_SITE, |site| site.bytes);
    let wanted = match site {
        Some(site) => {
            format!("the site that is there has {}, and a new one is written beside it first", size(site.bytes))
        }
        None => "nobody knows yet how large the site will be".to_owned(),
    };
    let says = format!("{} free: {wanted}", size(room));
    let help = "delete what nobody needs, or name a folder on another disk with --output";
    if site.is_some() && room < needed {
        Diagnosis::new(ABOUT, State::Trouble, says).help(help)
    } else if room / 2 < needed && (site.is_some() || room < needed) {
        Diagnosis::new(ABOUT, State::Advice, says).help(help)
    } else {
        Diagnosis::new(ABOUT, State::Fine, says)
    }
}

/// Returns a number of bytes as people say it.
fn size(bytes: u64) -> String {
    const UNITS: [(u64, &str); 3] = [(1_000_000_000, "GB"), (1_000_000, "MB"), (1_000, "kB")];
    match UNITS.iter().find(|(unit, _)| bytes >= *unit) {
        Some((unit, name)) if bytes / unit < 10 => format!("{}.{} {name}", bytes / unit, bytes % unit * 10 / unit),
        Some((unit, name)) => format!("{} {name}", bytes / unit),
        None => format!("{bytes} bytes"),
    }
}
