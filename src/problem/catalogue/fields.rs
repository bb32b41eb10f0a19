//! Problems with settings: unknown, missing, or of the wrong kind.

use super::super::suggest::{CURLY_QUOTES, has_curly_quotes, list, nearest};
use super::super::{Code, Place, Problem};
use crate::span::Span;

pub static CODES: &[&Code] = &[
    &UNKNOWN_KEY,
    &MISSING,
    &WRONG_KIND,
    &NUMBER_AS_ID,
    &BAD_ID,
    &NOT_ONE_OF,
    &NOTHING_WRITTEN,
    &FIRST_LANGUAGE,
    &NOT_AGES,
];

static UNKNOWN_KEY: Code = Code {
    id: "Y101",
    title: "A setting that wardpack doesn't know",
    meaning: "The name before the colon isn't one that this file can have. A slip of the hand would otherwise be lost in silence.",
    instead: "Check the spelling. docs/reference/keys.md lists the settings of each kind of file.",
};

/// `meant` is the setting that was probably meant, and `known` what the place can have.
pub fn unknown_key(name: &str, span: Span, of: &str, meant: Option<&str>, known: &[&str]) -> Problem {
    let problem = Problem::error(&UNKNOWN_KEY, span.into(), format!("{of} has no setting called “{name}”"))
        .label("not known here");
    // No setting has hyphens in its name, and most behaviours of a charter have.
    let is_line = of.ends_with("charter") && name.contains('-');
    match meant {
        _ if is_line => problem.help("this is a line of the charter: put it under “reword:”, two spaces further in"),
        Some(meant) => problem.help(format!("did you mean “{meant}”?")).write_in_place_of(name, meant),
        None => problem.help(format!("it can have: {}", list(known))),
    }
}

/// Another name for a setting that is there already.
pub fn another_name(name: &str, span: Span, of: &str, there: &str) -> Problem {
    Problem::error(&UNKNOWN_KEY, span.into(), format!("{of} has no setting called “{name}”"))
        .label("not known here")
        .help(format!("“{there}” is there already: take this out, or write into it what you mean"))
}

/// A setting beside the longer form of the same.
pub fn short_and_long(short: &str, long: &str, span: Span) -> Problem {
    Problem::error(&UNKNOWN_KEY, span.into(), format!("“{short}” is the short form of “{long}”, and both are here"))
        .label("twice")
        .help(format!("take “{short}” out, and keep “{long}”"))
}

/// What an author is told who wrote a sentence with a comma, without quotes, inside braces.
pub const COMMA: &str = "a comma inside braces begins a new setting: put the whole sentence in \"double quotes\"";

/// What an author is told who wrote a name and its value as one word.
pub const SPACE: &str = "write a space after the colon";

/// A name that should be a language's, since the words for each language stand here.
pub fn not_a_language(name: &str, span: Span, meant: Option<&str>) -> Problem {
    if ["text", "easy_read"].contains(&name) {
        let message = format!("“{name}” has no place here: only “reword” takes “text” and “easy_read”");
        return Problem::error(&UNKNOWN_KEY, span.into(), message)
            .label("not known here")
            .help("write the words alone, or the words for each language: {en: …, cy: …}");
    }
    let problem = Problem::error(&NOT_ONE_OF, span.into(), format!("“{name}” is not the tag of a language"))
        .label("the words for each language stand here");
    match meant {
        Some(tag) => problem.help(format!("write {tag}")),
        None => problem.help("write the words alone, or the words for each language by its tag: {en: …, cy: …}"),
    }
}

/// A word in a list of languages that isn't the tag of one.
pub fn not_a_tag(span: Span, written: &str, meant: Option<&str>) -> Problem {
    let problem = Problem::error(&NOT_ONE_OF, span.into(), format!("“{written}” is not the tag of a language"))
        .label("languages are listed by their tags");
    match meant {
        Some(tag) => problem.help(format!("write {tag}")),
        None => problem
            .help("write the language's tag of two or three small letters, such as en for English or cy for Welsh"),
    }
}

static MISSING: Code = Code {
    id: "Y102",
    title: "A setting is missing",
    meaning: "This kind of file can't do without the setting: pages and lists are made from it.",
    instead: "Add the line.",
};

pub fn missing(key: &str, span: Span, of: &str, example: &str) -> Problem {
    Problem::error(&MISSING, span.into(), format!("{of} has no “{key}”"))
        .label(format!("“{key}” is missing"))
        .help(format!("add a line such as: {key}: {example}"))
}

static NOTHING_WRITTEN: Code = Code {
    id: "Y108",
    title: "A setting without a value",
    meaning: "The name and the colon are there, but nothing follows.",
    instead: "Write the value, or take the line out if it isn't needed.",
};

pub fn nothing_written(key: &str, span: Span) -> Problem {
    Problem::error(&NOTHING_WRITTEN, span.into(), format!("nothing is written after “{key}:”"))
        .label("no value")
        .help("write the value, or take the line out")
}

/// A word that YAML takes for “nothing”.
pub fn means_nothing(key: &str, word: &str, span: Span) -> Problem {
    Problem::error(
        &NOTHING_WRITTEN,
        span.into(),
        format!("“{word}” means “nothing” in YAML, so nothing is written after “{key}:”"),
    )
    .label("no value")
    .help(format!("write the value, or take the line out; if the word itself is meant, write '{word}' in quotes"))
}

static WRONG_KIND: Code = Code {
    id: "Y103",
    title: "A setting of the wrong kind",
    meaning: "The value isn't what this setting takes: text where a list is needed, or a list where one word is.",
    instead: "Compare it with the example in the message.",
};

pub fn wrong_kind(span: Span, wanted: &str, found: &str, example: &str) -> Problem {
    Problem::error(&WRONG_KIND, span.into(), format!("this must be {wanted}, not {found}"))
        .label(format!("this is {found}"))
        .help(format!("write it like this: {example}"))
}

/// A list where a text is needed that can hold lists: what stands below `key: |`. `lines` are those of the list, if all are words.
pub fn list_in_text(key: &str, span: Span, lines: Option<&[String]>) -> Problem {
    let problem =
        Problem::error(&WRONG_KIND, span.into(), "this must be text, not a list".to_owned()).label("this is a list");
    let Some(lines) = lines.filter(|lines| !lines.is_empty()) else {
        return problem.help(format!("write {key}: | and the words below it, which can have lists in them"));
    };
    let below = lines.join("\n  ");
    problem.help(format!(
        "a text can hold a list: write a bar behind the colon, and the lines below it:\n{key}: |\n  {below}"
    ))
}

/// Several words as one text, where a list is needed; `list` is it.
pub fn list_as_text(span: Span, list: &str) -> Problem {
    Problem::error(&WRONG_KIND, span.into(), "this must be a list, not text")
        .label("this is text")
        .help(format!("write it with brackets: {list}"))
        .write(list)
}

static NUMBER_AS_ID: Code = Code {
    id: "Y104",
    title: "A number used as a name",
    meaning: "Without quotes, 3.10 is the number 3.1, so two different ids would become one.",
    instead: "Put it in quotes: '3.10'.",
};

pub fn number_as_id(span: Span, written: &str) -> Problem {
    Problem::error(&NUMBER_AS_ID, span.into(), format!("{written} is a number here, but it is meant as text"))
        .label("a number")
        .help(format!("write '{written}' in quotes"))
        .write(format!("'{written}'"))
}

static BAD_ID: Code = Code {
    id: "Y105",
    title: "An id with characters that addresses can't hold",
    meaning: "Ids become part of a page's address and of file names, and are permanent: lower-case letters, digits, hyphens and dots.",
    instead: "Write it in lower case with hyphens: keeping-safe.",
};

/// The most letters that an id may have.
const LONGEST_ID: usize = 80;

pub fn bad_id(place: impl Into<Place>, written: &str, better: &str) -> Problem {
    let letters = written.chars().count();
    let problem = if letters > LONGEST_ID {
        let message = format!("an id may have {LONGEST_ID} letters, and this one has {letters}: “{written}”");
        Problem::error(&BAD_ID, place.into(), message).label("shorter, please")
    } else {
        Problem::error(&BAD_ID, place.into(), format!("“{written}” can't be an id"))
            .label("use lower-case letters, digits and hyphens")
    };
    match &problem.place {
        Place::At(_) => problem.help(format!("write {better}")).write_in_place_of(written, better),
        Place::Path(path) => {
            let name = path.rsplit('/').next().unwrap_or(path).replacen(written, better, 1);
            problem.help(format!("rename the file to {name}")).rename(name)
        }
    }
}

static NOT_ONE_OF: Code = Code {
    id: "Y107",
    title: "A word that isn't one of the choices",
    meaning: "This setting takes one of a few words. Ward kinds and languages are the ones that pack.yaml lists.",
    instead: "Use one of the words in the message.",
};

pub fn not_one_of(span: Span, written: &str, what: &str, choices: &[&str]) -> Problem {
    let problem =
        Problem::error(&NOT_ONE_OF, span.into(), format!("“{written}” is not {what}")).label("not one of the choices");
    match nearest(written, choices.iter().copied()) {
        _ if has_curly_quotes(written) => problem.help(CURLY_QUOTES),
        _ if choices.is_empty() => problem.help("there are none yet: list them in pack.yaml first"),
        Some(nearest) => problem
            .help(format!("did you mean “{nearest}”? The choices are {}", list(choices)))
            .write_in_place_of(written, nearest),
        None => problem.help(format!("the choices are {}", list(choices))),
    }
}

static FIRST_LANGUAGE: Code = Code {
    id: "Y110",
    title: "Another first language than the pack below",
    meaning: "Files without a language in their name are in the pack's first language. The pack that this one stands on has \
              another first language, so its pages would be labelled with the wrong one and read out wrongly.",
    instead: "List the language of the pack below first, as in languages: [en, cy].",
};

/// Another first language than below. `languages` is the list as it should be.
pub fn other_first_language(span: Span, written: &str, below: &str, languages: &[&str]) -> Problem {
    not_the_language_below(span, written, below).help(format!("list “{below}” first: [{}]", languages.join(", ")))
}

/// The language below with a region, such as en-GB.
pub fn variant_of_first_language(span: Span, written: &str, below: &str) -> Problem {
    not_the_language_below(span, written, below).help(format!("write {below}")).write(below)
}

fn not_the_language_below(span: Span, written: &str, below: &str) -> Problem {
    let message = format!("the first language is “{written}”, but the pack below is in “{below}”");
    Problem::error(&FIRST_LANGUAGE, span.into(), message).label("must be the language of the pack below")
}

static NOT_AGES: Code = Code {
    id: "Y113",
    title: "Ages that can't be understood",
    meaning: "`ages:` says how old those are whom something suits.",
    instead: "Write one of these: `under 18`, `18 and over`, `13 to 17`, `all`.",
};

pub fn not_ages(span: Span, written: &str) -> Problem {
    Problem::error(&NOT_AGES, span.into(), format!("“{written}” doesn't say from which age to which"))
        .label("not ages")
        .help("write “under 18”, “18 and over”, “13 to 17” or “all”")
}
