//! Problems of pages in Easy Read.

use super::super::suggest::list;
use super::super::{Code, Problem};
use crate::span::{Span, Spanned};

pub static CODES: &[&Code] = &[&OF_NOTHING, &TOO_LONG, &NO_PICTURE, &PICTURE_TWICE, &WITHOUT_EASY_WORDS];

static OF_NOTHING: Code = Code {
    id: "E001",
    title: "Easy Read of a page that isn't there",
    meaning: "A file such as leaflets/keeping-safe.easy.yaml says leaflets/keeping-safe.md once more, in Easy Read. That page isn't \
              there, so readers couldn't come from one to the other.",
    instead: "Give the file the name of the page, with .easy before .yaml, or write the page.",
};

pub fn of_nothing(span: Span, kind: &str, id: &str, near: Option<&str>) -> Problem {
    let help = near.map_or_else(
        || format!("name the file after a {kind} of this pack"),
        |near| format!("did you mean {near}.easy.yaml?"),
    );
    Problem::error(&OF_NOTHING, span.into(), format!("this is the Easy Read of “{id}”, but there is no such {kind}"))
        .label("Easy Read of nothing")
        .help(help)
}

static TOO_LONG: Code = Code {
    id: "E002",
    title: "A row of Easy Read that is too long",
    meaning: "Easy Read says one idea at a time, in a sentence of 15 words or fewer (Department of Health 2010; GOV.UK says 10 \
              to 15).",
    instead: "Say one idea, or make two rows of it, each with a picture of its own.",
};

pub fn too_long(span: Span, words: usize, most: usize) -> Problem {
    Problem::warning(&TOO_LONG, span.into(), format!("this row of Easy Read has {words} words, more than {most}"))
        .label("too long")
        .help("make two rows of it, with one idea in each")
}

static NO_PICTURE: Code = Code {
    id: "E003",
    title: "A row of Easy Read without a picture",
    meaning: "Many people who read Easy Read look at the pictures first. A row without one may say nothing to them.",
    instead: "Give the row a picture of the picture bank: {picture: safe, text: …}; a line of a charter has it below its easier words: \
              picture: safe. The guide to pictures shows them all.",
};

pub fn no_picture(span: Span) -> Problem {
    Problem::warning(&NO_PICTURE, span.into(), "this row of Easy Read has no picture")
        .label("no picture")
        .help("choose one of images/easy-read/, and write its name beside the words: picture: safe")
}

static PICTURE_TWICE: Code = Code {
    id: "E004",
    title: "One picture for two ideas",
    meaning: "A picture in Easy Read stands for the words beside it. Where it stands beside other words on the same page, people who \
              look at the pictures take the two for one.",
    instead: "Give each idea its own picture. A picture may come again where the words are the same.",
};

pub fn picture_twice(picture: &Spanned<String>, words: &str, first: Span) -> Problem {
    let message = format!("the picture “{}” stands for another idea on this page: “{words}”", picture.value);
    Problem::warning(&PICTURE_TWICE, picture.span.into(), message)
        .label("used again, for other words")
        .related(first, "used here first")
        .help("choose another picture for one of the two")
}

static WITHOUT_EASY_WORDS: Code = Code {
    id: "E005",
    title: "A line of a charter without its easier words",
    meaning: "The charter says every line once more in easier words. A ward or a trust said one of them in words of its own, or added \
              one, and wrote no easier words for it. Somebody who reads the easier words wouldn't know of it.",
    instead: "Write the line once more in a short sentence, for each language of the ward: \
              reword: {own-privacy: {text: {en: …, cy: …}, easy_read: {en: …, cy: …}}}.",
};

/// The line `id` has no easier words, and it is plain in which language.
pub fn without_easy_words(span: Span, id: &str) -> Problem {
    no_easy_words(span, id, "", "…")
}

/// The line `id` has no easier words in the languages `missing`.
pub fn without_easy_words_in(span: Span, id: &str, missing: &[&str]) -> Problem {
    let each: Vec<String> = missing.iter().map(|tag| format!("{tag}: …")).collect();
    no_easy_words(span, id, &format!(" in {}", list(missing)), &format!("{{{}}}", each.join(", ")))
}

fn no_easy_words(span: Span, id: &str, in_languages: &str, example: &str) -> Problem {
    Problem::warning(&WITHOUT_EASY_WORDS, span.into(), format!("“{id}” has no easier words{in_languages}"))
        .label("no easier words")
        .help(format!("say the same in one short sentence, beside its “text”: easy_read: {example}"))
}
