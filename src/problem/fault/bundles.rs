//! Bundles and updates that can't be made, read or compared.

use std::fmt::Display;

use super::Fault;

const NAME_THE_COPY: &str = "name the folder that holds bundle.json";

/// Says that copies can't be stale from the start.
pub fn stale_at_once() -> Fault {
    Fault::new(
        "--stale-after is a day that has come already, so every copy would be stale at once",
        "write the day after which people should look for a newer copy, such as a year from now",
    )
}

/// Says that wards are named without a flag here.
pub fn ward_flag(wards: &[String]) -> Fault {
    Fault::new(
        "--ward says nothing here: a bundle is of one ward by itself",
        format!("name the wards without it: wardpack bundle {}", wards.join(" ")),
    )
}

/// Says that one earlier bundle can't be the start of several wards' updates.
pub fn update_of_several() -> Fault {
    Fault::new(
        "an update is of one ward, since it is made from an earlier bundle of that ward",
        "name one ward at a time with --update",
    )
}

/// Says that a path is too long for some computers.
pub fn path_too_long(path: &str, longest: usize) -> Fault {
    Fault::new(
        format!("the path {path} is longer than {longest} letters, which Windows may not be able to hold"),
        "give the page or the ward a shorter id",
    )
}

/// Says that a zip file can't be made.
pub fn no_zip(error: &dyn Display) -> Fault {
    Fault::new(format!("the zip file can't be made: {error}"), "leave out --zip to get a folder")
}

/// Says that the disk doesn't give an earlier bundle.
pub fn earlier_unreadable(shown: &str, error: &dyn Display) -> Fault {
    Fault::new(
        format!("{shown} can't be read: {error}"),
        "name the folder or the zip file of an earlier bundle with --update",
    )
}

/// Says that a folder or zip file isn't an earlier bundle.
pub fn earlier_is_none(shown: &str) -> Fault {
    Fault::new(no_list(shown), "name the folder or the zip file of an earlier bundle, as `wardpack bundle` made it")
}

/// Says that an earlier bundle is one of another ward.
pub fn of_another_ward(shown: &str, theirs: &str, ward: &str) -> Fault {
    Fault::new(format!("{shown} is a bundle of {theirs}, not of {ward}"), format!("name an earlier bundle of {ward}"))
}

/// Says that an earlier bundle is for other readers: an audience, or everyone where there is none.
pub fn for_other_readers(shown: &str, theirs: Option<&str>, ours: Option<&str>) -> Fault {
    let flag =
        theirs.map_or_else(|| "leave out --audience".to_owned(), |audience| format!("add --audience {audience}"));
    let (theirs, ours) = (theirs.unwrap_or("everyone"), ours.unwrap_or("everyone"));
    Fault::new(
        format!("{shown} is a bundle for {theirs}, and this one would be for {ours}"),
        format!("{flag}, or name another earlier bundle"),
    )
}

/// Says that an earlier bundle is but an update.
pub fn is_an_update(shown: &str) -> Fault {
    Fault::new(
        format!("{shown} is an update itself, and holds only a part of the bundle"),
        "name the folder that it was copied over, or a whole bundle",
    )
}

/// Says that a new file can't be copied where an old one is.
pub fn in_the_way(new: &str, shown: &str, old: &str) -> Fault {
    Fault::new(
        format!("{new} can't be copied over {shown}: {old} is in its way on some computers"),
        "give out the whole bundle this time: leave out --update",
    )
}

/// Says that the disk doesn't give a copy.
pub fn copy_unreadable(shown: &str, error: &dyn Display) -> Fault {
    Fault::new(format!("{shown} can't be read: {error}"), NAME_THE_COPY)
}

/// Says that a folder is no copy of a bundle.
pub fn copy_is_none(shown: &str) -> Fault {
    Fault::new(no_list(shown), NAME_THE_COPY)
}

/// Says that there is no bundle of now to compare a copy with.
pub fn nothing_to_compare() -> Fault {
    Fault::new("the pack has mistakes, so nothing can be compared with it", "put them right first")
}

fn no_list(shown: &str) -> String {
    format!("{shown} is no bundle: it has no bundle.json that can be read")
}
