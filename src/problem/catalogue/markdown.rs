//! Problems with Markdown text.

use super::super::{Code, Problem};
use crate::span::Span;

pub static CODES: &[&Code] = &[
    &RAW_HTML,
    &UNSAFE_LINK,
    &HEADING_ONE,
    &HEADING_SKIPS,
    &IMAGE_WORDS,
    &TOO_DEEP,
    &LINK_WORDS,
    &SAYS_NOTHING,
    &EMPTY_HEADING,
];

static RAW_HTML: Code = Code {
    id: "M001",
    title: "HTML in the text",
    meaning: "HTML tags are left out of the page: they would escape every check for accessibility and safety. The words between \
              the tags stay.",
    instead: "Write it in Markdown: **bold**, lists with hyphens, tables with | between the columns.",
};

pub fn raw_html(span: Span, html: &str) -> Problem {
    let tag: String = html.lines().next().unwrap_or_default().chars().take(40).collect();
    Problem::warning(&RAW_HTML, span.into(), format!("the HTML “{tag}” is left out"))
        .label("HTML isn't used in a pack")
        .help("write it in Markdown, or take it out; write &lt; for a “<” of the text itself")
}

static UNSAFE_LINK: Code = Code {
    id: "M002",
    title: "A link that could run something",
    meaning: "Links may lead to https, http, mailto and tel addresses, and to pages of the pack. Others, such as javascript:, \
              can run a program on the reader's computer.",
    instead: "Link to a web page, or take the link out.",
};

pub fn unsafe_link(span: Span, scheme: &str) -> Problem {
    Problem::error(&UNSAFE_LINK, span.into(), format!("links that start with “{scheme}” are not allowed"))
        .label("this link is refused")
        .help("link to an https address or to a page of the pack")
}

static HEADING_ONE: Code = Code {
    id: "M003",
    title: "A main heading in the text",
    meaning: "The title is the page's one main heading (WCAG 2.2, 1.3.1 and 2.4.6). Headings in the text start one level below.",
    instead: "Write ## instead of #.",
};

pub fn heading_one(span: Span, title: &str) -> Problem {
    Problem::error(&HEADING_ONE, span.into(), "the title is the page's main heading; this would be a second one")
        .label("a main heading")
        .help(format!("write ## {title}"))
        .write_in_place_of("#", "##")
}

static HEADING_SKIPS: Code = Code {
    id: "M004",
    title: "A heading that skips a level",
    meaning: "People who use a screen reader move by headings. A level that is skipped looks to them as if something is missing \
              (WCAG 2.2, 1.3.1).",
    instead: "Use one # more than the heading above, at most.",
};

pub fn heading_skips(span: Span, above: u8, level: u8) -> Problem {
    let (found, most) = ("#".repeat(level.into()), "#".repeat(usize::from(above) + 1));
    Problem::error(&HEADING_SKIPS, span.into(), format!("this heading skips a level: {found} where {most} is next"))
        .label("a level is skipped")
        .help(format!("write {most} instead"))
        .write_in_place_of(&found, most)
}

static IMAGE_WORDS: Code = Code {
    id: "M005",
    title: "A picture without words",
    meaning: "Somebody who can't see the picture hears its description instead (WCAG 2.2, 1.1.1).",
    instead: "Write what the picture tells: ![A nurse and a patient talk in the garden](../images/talk.jpg).",
};

pub fn image_without_words(span: Span) -> Problem {
    Problem::error(&IMAGE_WORDS, span.into(), "this picture has no description for people who can't see it")
        .label("nothing between [ and ]")
        .help("write what the picture tells between [ and ]")
}

static TOO_DEEP: Code = Code {
    id: "M006",
    title: "Text nested too deeply",
    meaning: "Lists in lists have a limit: deeper than that, nobody can follow them, and browsers give up.",
    instead: "Use headings or separate pages instead of more levels.",
};

pub fn too_deep(span: Span, limit: usize) -> Problem {
    Problem::error(&TOO_DEEP, span.into(), format!("lists and quotes are nested more than {limit} levels deep here"))
        .label("too many levels")
        .help("check the start of this line; use headings or separate pages instead of more levels")
}

static LINK_WORDS: Code = Code {
    id: "M007",
    title: "A link without words",
    meaning: "A link with nothing to read can't be seen, heard or clicked (WCAG 2.2, 2.4.4).",
    instead: "Write between [ and ] where the link leads.",
};

pub fn link_without_words(span: Span) -> Problem {
    Problem::error(&LINK_WORDS, span.into(), "this link has no words")
        .label("nothing to read")
        .help("write between [ and ] where it leads")
}

static SAYS_NOTHING: Code = Code {
    id: "M027",
    title: "A link whose words say nothing",
    meaning: "Screen readers can list the links of a page. There, “here” or “read more” doesn't tell where a link leads (WCAG 2.2, \
              2.4.4).",
    instead: "Make the link of words that name the page it leads to: [how to visit](visiting.md).",
};

pub fn link_says_nothing(span: Span, words: &str) -> Problem {
    Problem::warning(&SAYS_NOTHING, span.into(), format!("the link's words “{words}” say nothing on their own"))
        .label("where does it lead?")
        .help("make the link of words that name what it leads to, such as [how to visit](visiting.md)")
}

/// Tells whether a problem is that a link's words say nothing, which the audit would find on every page with the link.
pub fn is_link_that_says_nothing(problem: &Problem) -> bool {
    problem.code.id == SAYS_NOTHING.id
}

static EMPTY_HEADING: Code = Code {
    id: "M028",
    title: "A heading without words",
    meaning: "Many people move from heading to heading with a screen reader, and a list of what is on the page is made from the \
              headings. One without words is a place with no name (WCAG 2.2, 1.3.1 and 2.4.6).",
    instead: "Write the heading's words after the ##, or take the line out.",
};

pub fn heading_without_words(span: Span) -> Problem {
    Problem::error(&EMPTY_HEADING, span.into(), "this heading has no words")
        .label("nothing follows")
        .help("write its words after the #, or take the line out")
        .write("")
}
