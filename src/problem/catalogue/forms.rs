//! Problems with forms: what can't be answered, and what is said of answers that aren't there.

use super::super::suggest::{list, nearest};
use super::super::{Code, Problem, Severity};
use crate::span::Span;

pub static CODES: &[&Code] = &[&EMPTY, &QUESTION, &OF_ITS_OWN, &TRANSLATION];

static EMPTY: Code = Code {
    id: "Y016",
    title: "A form with nothing to fill in",
    meaning: "A form is made of questions, or is a card to cut out. Without either there is nothing on its page to fill in, and nothing on \
              the sheet.",
    instead: "Write the questions in a part: `parts: [{title: Who decides, questions: [{id: who, ask: Who was there?}]}]`. The questions of \
              the domains are taken over by `parts: [{questions_of: domains}]`.",
};

pub fn asks_nothing(span: Span) -> Problem {
    Problem::error(&EMPTY, span.into(), "this form asks nothing")
        .label("no questions")
        .help("write a question, such as parts: [{questions: [{id: who, ask: Who was there?}]}]")
}

pub fn empty_card(span: Span) -> Problem {
    Problem::error(&EMPTY, span.into(), "there is nothing on these cards")
        .label("cards without words")
        .help("write what stands on a card as the text of a part, such as parts: [{text: I would like to talk.}]")
}

/// A note for the closing lines: no form can ask a domain that doesn't say where its questions are.
pub fn domain_without_questions(span: Span) -> Problem {
    let message = "a form asks the questions of every domain, and this domain doesn't say where its are";
    Problem { severity: Severity::Note, ..Problem::warning(&EMPTY, span.into(), message) }
        .help("write the id of the heading with the list of questions, such as questions_under: questions-to-ask-on-your-ward")
}

static QUESTION: Code = Code {
    id: "Y115",
    title: "A question that can't be answered as it stands",
    meaning: "What a question needs depends on how it is answered: something to pick from needs choices, a table needs columns and rows. \
              What its kind of answer has no use for would be on no page.",
    instead: "Say how it is answered, and give what that needs: `{id: ready, ask: Are we ready?, answer: pick-one, choices: [Yes, In part, \
              Not yet]}` or `{id: plan, ask: Our plan, answer: table, columns: [What, Who, By when], blank_rows: 6}`.",
};

/// `there` is how many choices there are.
pub fn nothing_to_pick(span: Span, there: usize) -> Problem {
    let message =
        if there == 0 { "there is nothing to pick from" } else { "there is one choice only, so nothing to pick from" };
    Problem::error(&QUESTION, span.into(), message)
        .label("no choices")
        .help("list the choices, such as choices: [Yes, In part, Not yet]")
}

pub fn choices_unused(span: Span, kind: &str) -> Problem {
    Problem::error(&QUESTION, span.into(), format!("nobody could pick these choices, since the answer is {kind}"))
        .label("choices without a way to pick them")
        .help("write answer: pick-one, or answer: pick-several")
}

pub fn no_columns(span: Span) -> Problem {
    Problem::error(&QUESTION, span.into(), "this table has no columns")
        .label("a table without columns")
        .help("name them, such as columns: [What, Who, By when]")
}

pub fn no_rows(span: Span) -> Problem {
    Problem::error(&QUESTION, span.into(), "this table has no rows")
        .label("a table without rows")
        .help("say how many empty ones there are, such as blank_rows: 6, or name them: rows: [Day staff, Night staff]")
}

pub fn table_unused(span: Span, kind: &str) -> Problem {
    Problem::error(&QUESTION, span.into(), format!("this belongs to a table, and the answer is {kind}"))
        .label("no table here")
        .help("write answer: table, or take it out")
}

pub fn too_many(span: Span, number: i64, most: i64, of: &str) -> Problem {
    Problem::error(&QUESTION, span.into(), format!("{number} {of} don't go on a sheet"))
        .label("not a number of them that a sheet holds")
        .help(format!("write a number from 1 to {most}"))
}

pub fn same_choice(words: &str, span: Span, first: Span) -> Problem {
    Problem::error(&QUESTION, span.into(), format!("the choice “{words}” is there twice"))
        .label("again")
        .related(first, "here first")
        .help("take one out, or word it differently")
}

pub fn question_on_card(span: Span) -> Problem {
    Problem::error(&QUESTION, span.into(), "a card to cut out has no room for a question")
        .label("can't be answered on a card")
        .help("take out cards: and this is a form, or take the question out")
}

static OF_ITS_OWN: Code = Code {
    id: "R016",
    title: "Something said of an answer that isn't there",
    meaning: "`next:` says what comes after some of the choices, `sentence:` puts answers into one sentence, and `questions_under:` names \
              the heading with a list of questions. Each has to fit what is there.",
    instead: "Write the choice as it stands under choices:, the id of a question in round brackets, or the id of a heading that has a list \
              below it.",
};

pub fn next_without_choices(span: Span, words: &str) -> Problem {
    let message = format!("“{words}” can't be the answer here, since nothing is picked");
    Problem::error(&OF_ITS_OWN, span.into(), message)
        .label("no such answer")
        .help("write answer: pick-one and the choices, or take next: out")
}

pub fn sentence_of_nothing(id: &str, span: Span, ids: &[&str]) -> Problem {
    let message = format!("the sentence takes the answer to “{id}”, and no question of the form has that id");
    let problem = Problem::error(&OF_ITS_OWN, span.into(), message).label("no such question");
    match nearest(id, ids.iter().copied()) {
        Some(near) => {
            problem.help(format!("did you mean ({near})?")).write_in_place_of(&format!("({id})"), format!("({near})"))
        }
        None if ids.is_empty() => problem.help("write the questions first"),
        None => problem.help(format!("the questions are {}", list(ids))),
    }
}

/// The heading is there, and no list stands below it.
pub fn no_list(id: &str, span: Span) -> Problem {
    Problem::error(&OF_ITS_OWN, span.into(), format!("there is no list of questions below the heading “{id}”"))
        .label("no list there")
        .help("write the questions below that heading as a list, each behind a hyphen: - Who was there?")
}

/// No heading of the domain has the id. `ids` are those that are there.
pub fn no_heading<'a>(id: &str, span: Span, ids: impl Iterator<Item = &'a str> + Clone) -> Problem {
    let message = format!("this domain has no heading with the id “{id}”, and its questions are to stand there");
    let problem = Problem::error(&OF_ITS_OWN, span.into(), message).label("no such heading");
    let bare = id.trim_start_matches('#').trim().to_lowercase().replace(' ', "-");
    let all: Vec<&str> = ids.clone().collect();
    match nearest(&bare, ids) {
        Some(near) => problem.help(format!("did you mean {near}?")).write(near),
        None if all.is_empty() => problem.help("write the heading too, such as: ## Questions to ask on your ward"),
        None => problem.help(format!("write the id of one of its headings: {}", list(&all))),
    }
}

static TRANSLATION: Code = Code {
    id: "R018",
    title: "A translated form that asks something else",
    meaning: "People answer the same form in their own language, and the answers are put together. So a translation has the questions of the \
              original, with the same ids, kinds of answer and numbers of choices.",
    instead: "Copy the original file, and change its words alone: `ask`, `help`, `choices`, titles and texts.",
};

pub fn translation_lacks(span: Span, id: &str, original: Span) -> Problem {
    Problem::error(&TRANSLATION, span.into(), format!("the translation lacks the question “{id}”"))
        .label("a question is missing")
        .related(original, "asked here")
        .help("copy the question from the original, and translate its words")
}

pub fn translation_adds(span: Span, id: &str, title: Span) -> Problem {
    Problem::error(&TRANSLATION, span.into(), format!("the translation asks “{id}”, which the original doesn't"))
        .label("not in the original")
        .related(title, "a translation")
        .help("take it out, or ask it in the original too")
}

pub fn translation_differs(span: Span, id: &str, original: Span) -> Problem {
    let message = format!("“{id}” is answered in another way than in the original");
    Problem::error(&TRANSLATION, span.into(), message)
        .label("another answer, or another number of choices, rows or columns")
        .related(original, "asked here")
        .help("give it the same answer:, and as many choices, rows and columns in the same order")
}
