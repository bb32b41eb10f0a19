//! Problems of finished pages: what people who can't see them, or don't use a mouse, would meet.

use super::super::{Code, Place, Problem};
use crate::span::Span;

pub static CODES: &[&Code] =
    &[&HEADINGS, &IDS, &PICTURES, &LINKS, &TABLES, &PARTS, &TITLES, &FIELDS, &CONTRAST, &LEAK, &LANGUAGE];

/// What can be wrong with a finished page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PageMistake {
    EmptyHeading,
    FieldWithoutLabel,
    ForeignWords,
    HeadWithoutScope,
    HeadingSkips,
    MainHeadings,
    NamelessNavigation,
    NoLanguage,
    NoMain,
    NoSuchId,
    NoTitle,
    NoWords,
    PictureWithoutWords,
    SameHeading,
    SameId,
    TableWithoutHead,
    WordsSayNothing,
}

static HEADINGS: Code = Code {
    id: "A001",
    title: "Headings that don't tell how the page is made",
    meaning: "Many people move from heading to heading with a screen reader. A page has one main heading, the others go down one \
              level at a time, and none is empty (WCAG 2.2, 1.3.1 and 2.4.6).",
    instead: "In a text, start at ## and go down one # at a time. In a template, keep the h1 of base.html and no other.",
};

static IDS: Code = Code {
    id: "A002",
    title: "An id that is there twice, or not at all",
    meaning: "Labels and links find their place by an id. Each has to be on the page, once (WCAG 2.2, 1.3.1 and 4.1.2).",
    instead: "Give each part of the template an id of its own, and use that in what refers to it.",
};

static PICTURES: Code = Code {
    id: "A003",
    title: "A picture without words",
    meaning: "Somebody who doesn't see the picture needs words in its place (WCAG 2.2, 1.1.1).",
    instead: "Add alt=\"…\" with what the picture tells, or alt=\"\" where it only decorates.",
};

static LINKS: Code = Code {
    id: "A004",
    title: "A link whose words say nothing",
    meaning: "Screen readers can list the links of a page. There, “here” or nothing at all doesn't tell where a link leads (WCAG \
              2.2, 2.4.4).",
    instead: "Make the link of words that name the page it leads to: [how to visit](visiting.md).",
};

static TABLES: Code = Code {
    id: "A005",
    title: "A table without a head",
    meaning: "In a table, a screen reader says the head of the column with each cell. It needs th, with scope=\"col\" or \"row\" \
              (WCAG 2.2, 1.3.1).",
    instead: "Use th with a scope for the cells of the head. For a layout, use no table.",
};

static PARTS: Code = Code {
    id: "A006",
    title: "A page whose parts have no names",
    meaning: "People jump to the main part, or from one navigation to the next, by name; and a screen reader needs to know the \
              language it speaks (WCAG 2.2, 1.3.1, 2.4.1 and 3.1.1).",
    instead: "Keep lang on html and one main element, as in base.html. Give each nav an aria-label.",
};

static TITLES: Code = Code {
    id: "A007",
    title: "A page without a title of its own",
    meaning: "The title is what the browser's tab and a list of bookmarks show, and the first thing a screen reader says (WCAG \
              2.2, 2.4.2). Two pages with one title can't be told from each other.",
    instead: "Give one of the pages another title.",
};

static FIELDS: Code = Code {
    id: "A008",
    title: "A field without a label",
    meaning: "Without a label nobody who hears the page knows what to write (WCAG 2.2, 3.3.2).",
    instead: "Add a label whose “for” is the id of the field.",
};

static CONTRAST: Code = Code {
    id: "A009",
    title: "Colours of the theme that are too much alike",
    meaning: "Words need a contrast of 4.5 to 1 with their ground, in light and in dark mode (WCAG 2.2, 1.4.3).",
    instead: "Make one of the two colours darker or lighter.",
};

/// Returns the problem of a mistake. `words` are what it is about; `pages` is the first page it is on and how many there are.
pub fn problem(mistake: PageMistake, words: &str, place: Place, pages: Option<(&str, usize)>) -> Problem {
    let (code, what): (&'static Code, String) = match mistake {
        PageMistake::EmptyHeading => (&HEADINGS, "a heading is empty".into()),
        PageMistake::HeadingSkips => (&HEADINGS, format!("the heading “{words}” skips a level")),
        PageMistake::MainHeadings => (&HEADINGS, format!("there are {words} main headings (h1), and one is right")),
        PageMistake::SameHeading => {
            (&IDS, format!("the heading “{words}” is on a page twice, and a link leads to one of them only"))
        }
        PageMistake::SameId => (&IDS, format!("the id “{words}” is there twice")),
        PageMistake::NoSuchId => (&IDS, format!("a label or a link refers to “{words}”, which isn't on the page")),
        PageMistake::PictureWithoutWords => (&PICTURES, format!("the picture “{words}” has no words (alt)")),
        PageMistake::NoWords => (&LINKS, format!("there is a link, button or other control without words ({words})")),
        PageMistake::WordsSayNothing => (&LINKS, format!("a link's words “{words}” say nothing on their own")),
        PageMistake::TableWithoutHead => (&TABLES, "a table has no head (th)".into()),
        PageMistake::HeadWithoutScope => (&TABLES, "a th has no scope".into()),
        PageMistake::NoMain => (&PARTS, "there isn't exactly one main part".into()),
        PageMistake::NamelessNavigation => {
            (&PARTS, "there are several navs, and not all have a name (aria-label)".into())
        }
        PageMistake::NoLanguage => (&PARTS, "the page doesn't say its language (lang)".into()),
        PageMistake::NoTitle => (&TITLES, "the page has no title".into()),
        PageMistake::ForeignWords => {
            let shown: String = words.chars().take(60).collect();
            (&LANGUAGE, format!("“{shown}” is in another language than the page says"))
        }
        PageMistake::FieldWithoutLabel => (&FIELDS, format!("the field “{words}” has no label")),
    };
    let on = match pages {
        None => String::new(),
        Some((page, 0 | 1)) => format!(" (on {page})"),
        Some((page, pages)) => format!(" (on {pages} pages, such as {page})"),
    };
    let help = if mistake == PageMistake::SameHeading { "give one of them other words" } else { code.instead };
    Problem::warning(code, place, format!("{what}{on}")).label("here").help(help)
}

/// Two pages of one title: `path`, which comes of `place`, and `other`, which comes of `there`.
pub fn same_title(title: &str, place: Place, path: &str, there: Option<Span>, other: &str) -> Problem {
    let message = format!("two pages have the title “{title}” in the browser's tab: {path} and {other}");
    let problem = Problem::warning(&TITLES, place, message).label("this page").help(TITLES.instead);
    match there {
        Some(there) => problem.related(there, "and this one"),
        None => problem,
    }
}

/// Returns the problem of two colours of a theme, by their names in the stylesheet.
pub fn faint(span: Span, (words, ground): (&str, &str), mode: &str, contrast: f32, least: f32) -> Problem {
    let message = format!(
        "--{words} on --{ground} has a contrast of {contrast:.2} to 1 in {mode} mode, and {least} is the least"
    );
    Problem::warning(&CONTRAST, span.into(), message).label("too much alike").help(CONTRAST.instead)
}

static LANGUAGE: Code = Code {
    id: "A011",
    title: "Words of another language that don't say so",
    meaning: "A screen reader says words in the language that the page gives for them, and a page in Urdu sets them from right to \
              left. Words in another language are only right with that language beside them (WCAG 2.2, 3.1.2).",
    instead: "In a text, mark them: [[lang/en|Samaritans]]. Where the pack can say it in each language, give both: {en: …, ur: …}. In a \
              template, add lang and dir.",
};

static LEAK: Code = Code {
    id: "A010",
    title: "Something on the site that isn't for its readers",
    meaning: "The site is made for one audience, and every byte of it is searched for the words of the pages that are for others. \
              These words were found.",
    instead: "If a template of your theme has the words, take them out. If a page for these readers needs them, say so with \
              `audience:` on the page they come from.",
};

pub fn leak(span: Span, words: &str, page: &str) -> Problem {
    let shown: String = words.chars().take(60).collect();
    Problem::error(&LEAK, span.into(), format!("“{shown}” isn't for the readers of this site, but {page} has it"))
        .label("for others")
        .help(LEAK.instead)
}

pub fn leaked_page(item: &str, page: &str) -> Problem {
    Problem::error(
        &LEAK,
        Place::Path(page.to_owned()),
        format!("{item} isn't for the readers of this site, but {page} is of it"),
    )
    .help(LEAK.instead)
}
