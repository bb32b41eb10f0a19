//! Problems with pictures: not one, not whole, too large, or saying more than they show.

use super::super::{Code, Place, Problem};
use super::files::too_large_at_all;

pub static CODES: &[&Code] = &[&OTHER_FORMAT, &NO_PICTURE, &CUT_SHORT, &TELLS_PLACE, &DRAWING];

const SMALLER: &str = "make it smaller: 1,600 pixels wide is enough for any screen. On Windows open it in Paint, choose Resize, and \
                       save it as JPEG; on a Mac open it in Preview and choose Tools, Adjust Size";

pub fn too_large(shown: &str, size: u64, limit: u64) -> Problem {
    too_large_at_all(shown, size, limit).help(SMALLER)
}

static OTHER_FORMAT: Code = Code {
    id: "F019",
    title: "A picture that browsers don't show",
    meaning: "Browsers show png, jpg, svg, webp, gif and avif. Phones, scanners and drawing programs also save other kinds, such as \
              heic (iPhones), tif and bmp; on most computers the page would have a hole where the picture should be.",
    instead: "Save the picture as jpg (photos) or png (drawings, screenshots), and delete the other. An iPhone takes jpg with \
              Settings, Camera, Formats, Most Compatible.",
};

/// `better` is what it would be called as a picture that browsers show.
pub fn other_format(shown: &str, kind: &str, better: &str) -> Problem {
    let kind = kind.to_uppercase();
    let message = format!("{shown} is a picture of the kind {kind}, which browsers don't show");
    let how = if better.ends_with("jpg") {
        "on Windows open it in Paint or Photos and choose Save as, JPEG; on a Mac open it in Preview and choose File, Export, JPEG"
    } else {
        "open it in the program it was made with, or in Paint, and choose Save as or Export, PNG"
    };
    Problem::error(&OTHER_FORMAT, Place::Path(shown.into()), message).help(format!("save it as {better}: {how}"))
}

static NO_PICTURE: Code = Code {
    id: "F020",
    title: "A file that isn't the picture its name says",
    meaning: "The ending of the name says that it is a picture, but what is in the file is something else. Renaming a document \
              doesn't make a picture of it, and what is saved from a website may be the page instead of the picture.",
    instead: "Open the document and save or copy the picture out of it, or get the picture again.",
};

/// `what` says what the file is, where that can be told.
pub fn no_picture(shown: &str, what: Option<&str>) -> Problem {
    let message = match what {
        Some(what) => format!("{shown} is {what}, and no picture, whatever its name says"),
        None => format!("{shown} is no picture that browsers show, whatever its name says"),
    };
    Problem::error(&NO_PICTURE, Place::Path(shown.into()), message)
        .help("open it in the program it comes from and save the picture itself as png or jpg, or delete it")
}

pub fn empty(shown: &str) -> Problem {
    Problem::error(&NO_PICTURE, Place::Path(shown.into()), format!("{shown} is empty, so it shows nothing"))
        .help("copy the picture here again, or delete the file")
}

/// A picture whose ending is another kind's, where that matters to browsers.
pub fn other_ending(shown: &str, kind: &str, better: &str) -> Problem {
    let message =
        format!("{shown} is a picture of the kind {}, and browsers go by the ending here", kind.to_uppercase());
    Problem::error(&NO_PICTURE, Place::Path(shown.into()), message)
        .help(format!("rename it to {better}, also where a page shows it"))
}

static CUT_SHORT: Code = Code {
    id: "F021",
    title: "A picture that isn't whole",
    meaning: "The file begins as a picture does and then stops, or can't be read. Perhaps it was copied while it was still being \
              saved, or a download was broken off. Browsers show the upper part, or nothing.",
    instead: "Copy or download the picture again, and look at it before you build the site.",
};

pub fn cut_short(shown: &str) -> Problem {
    Problem::error(&CUT_SHORT, Place::Path(shown.into()), format!("{shown} is cut short: its end is missing"))
        .help("copy or save the picture here again")
}

pub fn unreadable(shown: &str) -> Problem {
    Problem::error(&CUT_SHORT, Place::Path(shown.into()), format!("{shown} is a picture that can't be read"))
        .help("open it, see whether it is whole, and save it again as png or jpg")
}

pub fn unreadable_drawing(shown: &str, why: &str) -> Problem {
    Problem::error(&CUT_SHORT, Place::Path(shown.into()), format!("{shown} is a drawing that can't be read: {why}"))
        .help("save it again from the program it was drawn with, as SVG or PNG")
}

static TELLS_PLACE: Code = Code {
    id: "F022",
    title: "A photo that says where it was taken",
    meaning: "Phones write into each photo where it was taken, often to within a few metres. Out of jpg, png and webp it is taken when \
              the site is built; this picture is of another kind, or isn't built as its kind is, so everybody who saves it can read the \
              place. It may be somebody's home.",
    instead: "Save the photo as jpg, or take the place out. Windows: right-click it, Properties, Details, Remove Properties and Personal \
              Information. Mac: open it in Preview, Tools, Show Inspector, the tab GPS, Remove Location Info. iPhone: when you \
              share it, Options, Location off.",
};

pub fn tells_place(shown: &str) -> Problem {
    let message = format!("{shown} says where it was taken, and everybody who saves it can read that");
    Problem::warning(&TELLS_PLACE, Place::Path(shown.into()), message).help(
        "save it as jpg, or take the place out: on Windows right-click it, Properties, Details, Remove Properties and Personal Information; on a Mac \
         open it in Preview, Tools, Show Inspector, GPS, Remove Location Info",
    )
}

static DRAWING: Code = Code {
    id: "F023",
    title: "A drawing with more in it than a drawing",
    meaning: "An SVG file can hold a script, or ask for pictures, fonts and styles from elsewhere. A script has no place in a ward's \
              pack, and what is elsewhere isn't shown: browsers load nothing for a picture in a page.",
    instead: "Save the drawing anew as plain SVG with its pictures embedded (Inkscape: Save as, Plain SVG), or as PNG.",
};

/// `what` names what it holds, such as “a script (onclick)”.
pub fn more_than_a_drawing(shown: &str, what: &str) -> Problem {
    Problem::error(&DRAWING, Place::Path(shown.into()), format!("{shown} has {what} in it"))
        .help("save it as plain SVG with everything embedded, or as PNG")
}
