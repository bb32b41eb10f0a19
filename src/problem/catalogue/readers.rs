//! Problems with who a page is for.

use super::super::suggest::list;
use super::super::{Code, Problem};
use crate::span::Span;

pub static CODES: &[&Code] = &[&FOR_EVERYONE, &SECTION];

static FOR_EVERYONE: Code = Code {
    id: "Y112",
    title: "A page that every site has, for some readers only",
    meaning: "The home page, the list of wards, the page on charters, the services, the resources and the glossary are part of every site, \
              whoever that is for: readers find everything else from there, and every page leads to them.",
    instead: "Take the line out. What is for some readers only stands between ::: {audience: staff} and ::: in the text.",
};

/// `key` is `audience` or `ward_kinds`; `page` says which page it is.
pub fn for_everyone(key: &str, page: &str, span: Span) -> Problem {
    Problem::error(&FOR_EVERYONE, span.into(), format!("{page} is on every site, so “{key}” can't be said of it"))
        .label("for everyone")
        .help(format!("take “{key}” out, and put what is for some readers only between {} and :::", passage(key)))
}

/// A list of small items; `of` is its file, and `items` its list.
pub fn list_for_everyone(key: &str, of: &str, items: &str, span: Span) -> Problem {
    let each = if (items, key) == ("resources", "audience") {
        ", or write “audience” into each of the resources"
    } else {
        ""
    };
    Problem::error(&FOR_EVERYONE, span.into(), format!("{of} is on every site, so “{key}” can't be said of it"))
        .label("for everyone")
        .help(format!("take “{key}” out, and put what is for some readers only between {} and :::{each}", passage(key)))
}

/// Returns how a passage begins that is for some readers only.
fn passage(key: &str) -> &'static str {
    if key == "audience" { "::: {audience: staff}" } else { "::: {ward_kinds: [acute]}" }
}

static SECTION: Code = Code {
    id: "R009",
    title: "A page for readers whom its section leaves out",
    meaning: "A section that is for some readers only is so with all its pages: there would be no way to one that is for others. A page in it \
              that is for fewer readers is fine.",
    instead: "Give the section's _index.md these readers too, take them out of the page, or move the page to another section.",
};

/// A page of the author's own; `readers` are those that the section leaves out.
pub fn left_out_by_section(span: Span, page: &str, section: &str, key: &str, readers: &[&str]) -> Problem {
    let readers = list(readers);
    Problem::error(&SECTION, span.into(), format!("{page} is for {readers} too, but the section it stands in isn't"))
        .label("one of the two can't be right")
        .help(format!("add {readers} to “{key}” of {section}, or take {readers} out of “{key}” of {page}"))
}

/// Pages of a layer below, which only the section's own words can put right.
pub fn leaves_out_pages(span: Span, pages: &[&str], section: &str, key: &str, readers: &[&str]) -> Problem {
    let (readers, shown) = (list(readers), list(&pages[..pages.len().min(3)]));
    let others = pages.len().saturating_sub(3);
    let others = if others == 0 { String::new() } else { format!(", and {others} more") };
    let is = if pages.len() == 1 { "it is" } else { "they are" };
    Problem::error(
        &SECTION,
        span.into(),
        format!("this section leaves out pages that are for {readers}: {shown}{others}"),
    )
    .label(format!("{is} in this section"))
    .help(format!("add {readers} to “{key}” of {section}"))
}
