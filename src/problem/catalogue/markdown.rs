//! Problems with Markdown text.

use super::super::{Code, Problem};
use super::shortened;
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
    &TABLE,
    &ROW,
    &HEADING_ID,
    &LIST_NUMBER,
    &CODE_WORDS,
];

static RAW_HTML: Code = Code {
    id: "M001",
    title: "HTML in the text",
    meaning: "HTML tags are left out of the page: they would escape every check for accessibility and safety. The words between \
              the tags stay, and the words for a picture, but not the addresses of links and pictures in the tags, nor what stands between <script> or <style> and \
              its end. Comments, <!-- like this -->, are for you alone and never on the page.",
    instead: "Write it in Markdown: **bold**, [words](address), lists with hyphens, tables with | between the columns.",
};

/// The first tag of a text that has some; `raised` is the first one that raises or lowers what is in it.
pub fn raw_html(span: Span, html: &str, count: usize, raised: Option<&str>) -> Problem {
    let tag = shortened(html);
    let message = match count {
        1 => format!("the HTML tag “{tag}” is left out"),
        count => format!("{count} HTML tags are left out, “{tag}” first"),
    };
    let help = match raised {
        None => "write it in Markdown, or take the tags out; write &lt; for a “<” of the text itself".to_owned(),
        Some(tag) => format!(
            "nothing is raised or lowered here: in place of {tag} write characters such as ² or ₂, or ^ or a space before the words, so \
             that they don't run into those before"
        ),
    };
    Problem::warning(&RAW_HTML, span.into(), message)
        .label("HTML isn't used in a pack; the words between the tags stay")
        .help(help)
}

/// A script or a style, which has no words to be read.
pub fn program(span: Span, html: &str) -> Problem {
    Problem::warning(&RAW_HTML, span.into(), format!("“{}” is left out, with all that stands in it", shortened(html)))
        .label("no words to be read")
        .help("take it out")
}

pub fn comment_without_end(span: Span) -> Problem {
    Problem::error(&RAW_HTML, span.into(), "this comment has no end, so all that follows would be left out")
        .label("begins here")
        .help("write --> where the comment ends")
}

/// Words in angle brackets.
pub fn unknown_tag(span: Span, words: &str) -> Problem {
    let shown = shortened(words);
    let inner = words.trim_start_matches('<');
    Problem::warning(
        &RAW_HTML,
        span.into(),
        format!("“{shown}” looks like an HTML tag, but there is no such tag: it is shown as it is"),
    )
    .label("words in angle brackets")
    .help(format!("if it is to be filled in, write the words; if it is to be read so, write &lt;{}", shortened(inner)))
}

static UNSAFE_LINK: Code = Code {
    id: "M002",
    title: "A link that could run something",
    meaning: "Links may lead to https, http, mailto and tel addresses, and to pages of the pack. Others, such as javascript:, \
              can run a program on the reader's computer.",
    instead: "Link to a web page, or take the link out.",
};

pub fn unsafe_link(span: Span, scheme: &str) -> Problem {
    let is_drive = scheme.len() == 2 || scheme == "file:";
    let is_slip = scheme.starts_with(['h', 't']) && scheme.contains('t') && scheme.contains('p');
    let help = match () {
        () if is_drive => {
            "this is a place on one computer, which readers don't have: link to an https address or to a page of the pack"
        }
        () if is_slip => "did you mean https:?",
        () => "link to an https address or to a page of the pack",
    };
    Problem::error(&UNSAFE_LINK, span.into(), format!("links that start with “{scheme}” are not allowed"))
        .label("this link is refused")
        .help(help)
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

static TABLE: Code = Code {
    id: "M022",
    title: "A cell without a column",
    meaning: "A row of a table has more cells than the head of the table has columns. There is no place on the page for the rest.",
    instead: "Write a heading for each column, even an empty one, or write \\| for a | that belongs to the words.",
};

pub fn cell_without_column(span: Span, words: &str, columns: usize) -> Problem {
    let columns = if columns == 1 { "one column".to_owned() } else { format!("{columns} columns") };
    Problem::error(&TABLE, span.into(), format!("the table has {columns}, so “{}” would be left out", shortened(words)))
        .label("no column for this")
        .help("add a heading and a --- for each column that is missing, or write \\| for a | that belongs to the words")
}

static ROW: Code = Code {
    id: "M029",
    title: "A line that becomes a row of a table",
    meaning: "A table goes on up to the next empty line. A sentence right below it becomes the first cell of a row, and a row without the bars \
              between its cells has all its words in the first.",
    instead: "Leave a line empty below the table, or write a | between the cells.",
};

/// A line below a table that has no bar in it.
pub fn row_without_bars(span: Span, words: &str) -> Problem {
    Problem::warning(&ROW, span.into(), format!("“{}” becomes a row of the table above it", shortened(words)))
        .label("right below the table")
        .help("leave a line empty above it; or write a | between its cells if it belongs to the table")
}

/// A row with one cell, in which `sign` stands where a bar was to be.
pub fn row_with_another_sign(span: Span, sign: &str) -> Problem {
    Problem::warning(&ROW, span.into(), format!("this row of the table has one cell: “{sign}” doesn't part cells"))
        .label("all in the first column")
        .help(format!("write | in place of “{sign}” between the cells"))
}

static HEADING_ID: Code = Code {
    id: "M024",
    title: "A heading's id that can't be one",
    meaning: "What stands in braces after a heading is the id that links to it use: ## Who can help {#help} is found by (#help). An id has \
              letters, digits and hyphens, stands once in a text, and doesn't begin with page- or note-.",
    instead: "Write one word after the #, such as {#help}, or leave the braces out: each heading has an id made of its words.",
};

pub fn heading_id(span: Span, id: &str, made: &str) -> Problem {
    Problem::error(&HEADING_ID, span.into(), format!("“{id}” can't be the id of a heading"))
        .label("its id")
        .help(format!("write {{#{made}}}, or leave the braces out"))
}

pub fn heading_id_twice(span: Span, id: &str) -> Problem {
    Problem::error(&HEADING_ID, span.into(), format!("another heading has the id “{id}” already"))
        .label("the second one")
        .help("give each heading an id of its own, or leave the braces out")
}

static LIST_NUMBER: Code = Code {
    id: "M025",
    title: "A number in a list that is shown as another",
    meaning: "Only the first number of a list counts; the others are counted from there, whatever is written.",
    instead: "Number the list without gaps, or write 1. before each item.",
};

pub fn miscounted(span: Span, number: u64, counted: u64) -> Problem {
    Problem::warning(&LIST_NUMBER, span.into(), format!("this item is written {number} and shown as {counted}"))
        .label(format!("shown as {counted}"))
        .help(format!("write {counted} and count on from there, or end the list before it with a line of words"))
}

static CODE_WORDS: Code = Code {
    id: "M026",
    title: "Words after the backticks",
    meaning: "Three backticks begin a block of text that is shown as it is typed. What follows them on the same line isn't shown.",
    instead: "Write the words on the next line.",
};

pub fn code_with_words(span: Span, words: &str) -> Problem {
    Problem::warning(&CODE_WORDS, span.into(), format!("“{}” isn't shown", shortened(words)))
        .label("not shown")
        .help("write the words on the next line, or take them out")
}
