//! Problems with references between items, and with ids that clash.

use super::super::suggest::{as_list, list, nearest, some};
use super::super::{Code, Problem, Severity};
use crate::span::{Span, Spanned};

pub static CODES: &[&Code] =
    &[&DANGLING, &UNKNOWN_KIND, &FILE_LINK, &HEADING, &IMAGE, &SAME_ID, &SAME_TARGET, &WITHDRAWN];

static DANGLING: Code = Code {
    id: "R001",
    title: "A reference to something that isn't there",
    meaning: "The id after the slash isn't the id of any item of that kind, so the link would lead nowhere.",
    instead: "Check the spelling; the id is the file's name without its ending, or the `id:` in resources.yaml, support.yaml or glossary.yaml.",
};

/// `kind` is the kind as written; `ids` are the ids that exist.
pub fn dangling<'a>(kind: &str, id: &str, span: Span, ids: impl IntoIterator<Item = &'a str>) -> Problem {
    let problem =
        Problem::error(&DANGLING, span.into(), format!("there is no {} called “{id}”", kind.replace('-', " ")))
            .label("leads nowhere");
    match nearest(id, ids) {
        Some(nearest) => problem
            .help(format!("did you mean {kind}/{nearest}?"))
            .write_in_place_of(&format!("{kind}/{id}"), format!("{kind}/{nearest}")),
        None => problem.help(format!("check the id, or add the {}", kind.replace('-', " "))),
    }
}

/// A reference by an id that the item had before.
pub fn renamed(kind: &str, id: &str, now: &str, span: Span) -> Problem {
    let what = kind.replace('-', " ");
    Problem::error(&DANGLING, span.into(), format!("the {what} “{id}” is called “{now}” now"))
        .label("its earlier id")
        .help(format!("write {kind}/{now}"))
        .write_in_place_of(&format!("{kind}/{id}"), format!("{kind}/{now}"))
}

/// Items that the author's own list (at `own`) doesn't have, though the list it takes the place of had them. `below` is where the
/// pack below refers to the first of them.
pub fn lacks(ids: &[&str], own: Span, below: Span) -> Problem {
    let quoted: Vec<String> = ids.iter().map(|id| format!("“{id}”")).collect();
    let message = format!("the pack below refers to what this list doesn't have: {}", some(&quoted));
    Problem::error(&DANGLING, own.into(), message)
        .label("this takes the place of the list below")
        .related(below, format!("“{}” is referred to here", ids[0]))
        .help(format!(
            "add entries with these ids: {}; or take up the files that refer to them (wardpack adopt) and change those",
            ids.join(", ")
        ))
}

/// A reference by id alone, such as an entry of `leave_out:`. `ids` are the ids that exist.
pub fn dangling_id<'a>(kind: &str, id: &str, span: Span, ids: impl IntoIterator<Item = &'a str>) -> Problem {
    let kind = kind.replace('-', " ");
    let problem = Problem::error(&DANGLING, span.into(), format!("there is no {kind} called “{id}”"));
    let bare = id.rsplit('/').next().unwrap_or(id);
    let problem = problem.label("leads nowhere");
    match (as_list(id), nearest(bare, ids)) {
        (Some(list), _) => problem.help(format!("write a list: {list}")).write(list),
        (None, Some(nearest)) => problem.help(format!("did you mean {nearest}?")).write_in_place_of(id, nearest),
        (None, None) => problem.help(format!("check the id, or add the {kind}")),
    }
}

/// A check of something that is no longer there, as after an update of the pack below: no reason to refuse a build.
pub fn check_of_nothing<'a>(kind: &str, id: &str, span: Span, ids: impl IntoIterator<Item = &'a str>) -> Problem {
    Problem { severity: Severity::Warning, ..dangling_id(kind, id, span, ids) }
}

static WITHDRAWN: Code = Code {
    id: "R008",
    title: "A link to something that was withdrawn",
    meaning: "The page or the ward says that it was withdrawn. Readers who follow the link are told so, and have to look further.",
    instead: "Link to what there is instead, or take the link out.",
};

pub fn withdrawn(kind: &str, id: &str, span: Span) -> Problem {
    Problem::warning(&WITHDRAWN, span.into(), format!("the {} “{id}” was withdrawn", kind.replace('-', " ")))
        .label("leads to a page that says so")
        .help("link to what there is instead, or take the link out")
}

/// A translation that says it was withdrawn, while its original doesn't.
pub fn withdrawn_translation(span: Span, original: Span) -> Problem {
    Problem::error(&WITHDRAWN, span.into(), "only the original of a page can be withdrawn".to_owned())
        .label("this is a translation")
        .related(original, "the original")
        .help("write “withdrawn” into the original, and its translations follow; or delete this translation")
}

/// A reference that isn't written as kind and id.
pub fn not_a_reference(written: &str, span: Span) -> Problem {
    Problem::error(&UNKNOWN_KIND, span.into(), format!("“{written}” doesn't say what kind of item it is, and which"))
        .label("kind/id is needed")
        .help("write the kind, a slash and the id, such as leaflet/keeping-safe or ward/beach")
}

static UNKNOWN_KIND: Code = Code {
    id: "R002",
    title: "A reference to a kind that doesn't exist",
    meaning: "A reference names the kind and the id of an item: [[leaflet/keeping-safe]].",
    instead: "Use one of the kinds in the message.",
};

pub fn unknown_kind(kind: &str, id: &str, span: Span, kinds: &[&str]) -> Problem {
    if kind.is_empty() {
        return Problem::error(
            &UNKNOWN_KIND,
            span.into(),
            format!("the reference “{id}” doesn't say what kind of item it is"),
        )
        .label("kind/id is needed")
        .help(format!("write the kind and a slash first, such as [[leaflet/{id}]]"));
    }
    let problem = Problem::error(&UNKNOWN_KIND, span.into(), format!("there is no kind of item called “{kind}”"))
        .label("kind not known");
    match nearest(kind, kinds.iter().copied()) {
        Some(nearest) => problem
            .help(format!("did you mean [[{nearest}/{id}]]?"))
            .write_in_place_of(&format!("{kind}/{id}"), format!("{nearest}/{id}")),
        None => problem.help(format!("the kinds are {}", list(kinds))),
    }
}

/// The same, where a reference stands without brackets.
pub fn unknown_kind_of_page(kind: &str, id: &str, span: Span, kinds: &[&str]) -> Problem {
    let problem = unknown_kind(kind, id, span, kinds);
    match nearest(kind, kinds.iter().copied()) {
        Some(nearest) => problem
            .help(format!("did you mean {nearest}/{id}?"))
            .write_in_place_of(&format!("{kind}/{id}"), format!("{nearest}/{id}")),
        None => problem,
    }
}

static FILE_LINK: Code = Code {
    id: "R003",
    title: "A link to a file that isn't there",
    meaning: "The link names a file of the content folder, seen from the file it stands in. That file isn't there or has no page.",
    instead: "Check the path, or use a reference such as [[leaflet/keeping-safe]], which doesn't depend on folders.",
};

pub fn file_link(path: &str, span: Span, nearest_path: Option<&str>) -> Problem {
    let problem = Problem::error(&FILE_LINK, span.into(), format!("the link “{path}” leads to no file of the pack"))
        .label("leads nowhere");
    match nearest_path {
        Some(nearest) => problem.help(format!("did you mean {nearest}?")).write_in_place_of(path, nearest),
        None => {
            problem.help("check the path, seen from this file, or use a reference such as [[leaflet/keeping-safe]]")
        }
    }
}

static HEADING: Code = Code {
    id: "R004",
    title: "A link to a heading that isn't there",
    meaning: "The part after # names a heading of the page: its words in lower case with hyphens between them.",
    instead: "Check the heading's words.",
};

pub fn heading(id: &str, span: Span, near: Option<&str>) -> Problem {
    let problem =
        Problem::error(&HEADING, span.into(), format!("the page has no heading “#{id}”")).label("no such heading");
    match near {
        Some(nearest) => problem
            .help(format!("did you mean #{nearest}?"))
            .write_in_place_of(&format!("#{id}"), format!("#{nearest}")),
        None => problem.help("write the heading's words in lower case with hyphens between them"),
    }
}

/// An id after `if_something_happened:` that no heading of the leaflet has. `ids` are those of its headings.
pub fn happened_heading<'a>(id: &str, span: Span, ids: impl Iterator<Item = &'a str> + Clone) -> Problem {
    let message = format!("this leaflet has no heading with the id “{id}”, and start pages are to lead there");
    let problem = Problem::error(&HEADING, span.into(), message).label("no such heading");
    // Its words may stand here, or the id as links have it.
    let bare = id.trim_start_matches('#').trim().to_lowercase().replace(' ', "-");
    let quoted: Vec<String> = ids.clone().map(|id| format!("“{id}”")).collect();
    match nearest(&bare, ids) {
        Some(nearest) => problem.help(format!("did you mean {nearest}?")).write(nearest),
        None if quoted.is_empty() => problem.help("write the heading too, such as: ## If something happens"),
        None => problem.help(format!("write the id of one of its headings: {}", some(&quoted))),
    }
}

/// A heading that the author's own page (its title is at `own`) doesn't have, though `below` leads to it.
pub fn lacks_heading(id: &str, own: Span, below: Span) -> Problem {
    Problem::error(&HEADING, own.into(), format!("this page has no heading “#{id}”, to which the pack below leads"))
        .label("this takes the place of the page below, which has the heading")
        .related(below, "for example here")
        .help("add the heading; or take up the files that lead to it (wardpack adopt) and change them")
}

static IMAGE: Code = Code {
    id: "R005",
    title: "A picture that isn't there",
    meaning: "The picture's file isn't in the content folder's images/ folder under that name.",
    instead: "Put the file into content/images/ and write its path seen from the text: ../images/garden.jpg. In Easy Read, the \
              name alone means a picture of the picture bank: safe is images/easy-read/safe.svg, or another kind of picture of \
              that name.",
};

pub fn image(path: &str, span: Span, nearest_path: Option<&str>) -> Problem {
    let problem = Problem::error(&IMAGE, span.into(), format!("there is no picture “{path}”")).label("not found");
    match nearest_path {
        Some(nearest) => problem.help(format!("did you mean {nearest}?")).write_in_place_of(path, nearest),
        None => problem.help("put the file into images/ and write its path seen from this file"),
    }
}

pub fn picture_of_bank(id: &Spanned<String>, nearest: Option<&str>) -> Problem {
    let problem = Problem::error(&IMAGE, id.span.into(), format!("the picture bank has no picture “{}”", id.value))
        .label("not found");
    match nearest {
        Some(nearest) => problem.help(format!("did you mean {nearest}?")).write_in_place_of(id, nearest),
        None => {
            problem.help(format!("put the picture into images/easy-read/ as {0}.svg, {0}.png or {0}.jpg", id.value))
        }
    }
}

static SAME_ID: Code = Code {
    id: "R006",
    title: "Two items with one id",
    meaning: "An id names one item. With two, links and pages would be mixed up.",
    instead: "Give one of them another id.",
};

pub fn same_id(kind: &str, id: &str, second: Span, first: Span) -> Problem {
    Problem::error(
        &SAME_ID,
        second.into(),
        format!("there are two {} items with the id “{id}”", kind.replace('-', " ")),
    )
    .label("the second one")
    .related(first, "the first one")
    .help("give one of them another id")
}

static SAME_TARGET: Code = Code {
    id: "R024",
    title: "Two profiles that publish to one folder",
    meaning: "Publishing makes a folder hold one copy of the site and nothing else of it. With two profiles, the copy for some readers would \
              take the place of the copy for others.",
    instead: "Give each profile under “publish_profiles” in pack.yaml a target of its own.",
};

pub fn same_target(target: &str, second: Span, first: Span) -> Problem {
    Problem::error(&SAME_TARGET, second.into(), format!("two profiles publish to “{target}”"))
        .label("the second one")
        .related(first, "the first one")
        .help("name another folder for one of them")
}
