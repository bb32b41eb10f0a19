//! Releases that can't be published, brought back or compared.

use std::fmt::Display;

use super::Fault;
use crate::problem::suggest::nearest;

const ANOTHER: &str = "name another folder; nothing was changed";

/// Says that pack.yaml has no profile of that name; `names` are those that it has.
pub fn no_profile<'a>(name: &str, names: impl IntoIterator<Item = &'a str>) -> Fault {
    let names: Vec<&str> = names.into_iter().collect();
    let help = match nearest(name, names.iter().copied()) {
        Some(nearest) => format!("did you mean {nearest}?"),
        None if names.is_empty() => {
            "add one to pack.yaml: publish_profiles: [{id: website, target: ../website}]; nothing was changed"
                .to_owned()
        }
        None => format!("write one of its profiles: {}; nothing was changed", names.join(", ")),
    };
    Fault::new(format!("pack.yaml has no profile called “{name}” under publish_profiles"), help)
}

/// Says that there is no finished site to publish.
pub fn no_site(site: &str) -> Fault {
    Fault::new(
        format!("there is no finished site in {site}"),
        "run wardpack build first, or name the folder of the site with --site",
    )
}

/// Says that a file of the site isn't there or can't be read.
pub fn site_incomplete(site: &str, path: &str) -> Fault {
    Fault::new(
        format!("{path} of the site in {site} is not there or can't be read"),
        "run wardpack build again, which completes the site; nothing was changed",
    )
}

/// Says that the site has pages that aren't finished.
pub fn has_drafts(site: &str, files: &[&str]) -> Fault {
    let drafts: Vec<String> = files.iter().map(|file| format!("  {file}")).collect();
    Fault::new(
        format!(
            "the site in {site} has drafts, as wardpack serve and wardpack build --drafts make it:\n{}",
            drafts.join("\n")
        ),
        "run wardpack build, which leaves them out; nothing was published",
    )
}

/// Says that the target is a file, or a link to nothing.
pub fn no_folder(target: &str) -> Fault {
    Fault::new(format!("{target} is a file or a broken link, not a folder"), ANOTHER)
}

/// Says that the folder that the target is to lie in isn't there.
pub fn no_way_there(target: &str, parent: &str) -> Fault {
    Fault::new(
        format!("{target} can't be made: there is no folder {parent}"),
        "connect the share or the drive, or make that folder first; nothing was changed",
    )
}

/// Says that the target and a folder of the pack, which `what` names, lie in each other.
pub fn one_in_the_other(target: &str, what: &str, folder: &str) -> Fault {
    Fault::new(format!("{target} and {what} {folder} are the same folder, or one lies in the other"), ANOTHER)
}

/// Says what of others stands where the site's files go.
pub fn in_the_way(target: &str, paths: &[String]) -> Fault {
    let paths: Vec<String> = paths.iter().map(|path| format!("  {path}")).collect();
    Fault::new(
        format!("files or links that wardpack did not put there are in the way in {target}:\n{}", paths.join("\n")),
        "move them away, or name another folder; nothing was changed",
    )
}

/// Says that the disk or the share refused a file.
pub fn refused(path: &str, error: &dyn Display) -> Fault {
    Fault::new(
        format!("{path} can't be written: {error}"),
        "check that the share is connected, that it has room, and that you may write there, then run the same command again, \
         which completes it; until then there are whole files, old or new",
    )
}

/// Says that there is no release before, or that it isn't whole.
pub fn nothing_to_bring_back(target: &str, previous: &str) -> Fault {
    Fault::new(
        format!("there is no release to bring back to {target}: {previous} holds no whole one"),
        "the release before is kept there by wardpack publish; to go back further, build the older content and publish it",
    )
}

/// Says that a folder holds no site that could be compared.
pub fn no_built_site(folder: &str) -> Fault {
    Fault::new(
        format!("{folder} holds no site that wardpack built: it has no wardpack-manifest.json"),
        "name a folder that wardpack build or wardpack publish wrote",
    )
}

/// Says that the disk doesn't give a site.
pub fn site_unreadable(folder: &str, error: &dyn Display) -> Fault {
    Fault::new(
        format!("{folder} can't be read: {error}"),
        "name a folder that wardpack build or wardpack publish wrote",
    )
}

/// Says that the list for Excel can't be made.
pub fn list_not_written(error: &dyn Display) -> Fault {
    Fault::new(format!("the list can't be written: {error}"), "try --format text")
}
