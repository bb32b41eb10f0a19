//! A form asks something, each question of it can be answered, and what it says of its own answers fits them.
//!
//! Example: a question with `answer: pick-one` and no `choices:`, so that there is nothing to pick.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use crate::model::article::Article;
use crate::model::form::{AnswerKind, Form, Question};
use crate::model::kind::Kind;
use crate::problem::Problem;
use crate::problem::catalogue::{fields, forms as problems_of, references};
use crate::resolve::forms::{Run, number_of, runs};
use crate::resolve::{Site, links, values};
use crate::span::Span;

/// More rows or cards than a sheet of paper holds are a slip of the hand.
const MOST_ROWS: i64 = 40;
const MOST_CARDS: i64 = 12;

pub fn check(site: &Site, _as_of: Date) -> Vec<Problem> {
    let forms = &site.pack.forms;
    let mut problems: Vec<Problem> = forms.iter().flat_map(|form| of_form(form)).collect();
    for translation in forms.iter().filter(|form| form.language.tag().is_some()) {
        let original = forms.iter().find(|form| form.language.is_first() && form.id == translation.id);
        problems.extend(original.and_then(|original| asks_otherwise(translation, original)));
    }
    problems.extend(site.pack.articles.iter().filter_map(|domain| {
        let id = domain.questions_under.as_ref()?;
        links::no_list_below(&domain.body, id)
    }));
    let takes = forms.iter().flat_map(|form| &form.parts).any(|part| part.questions_of.is_some());
    let is_asked = |domain: &&Arc<Article>| domain.kind == Kind::Domain;
    let own = site.pack.articles.iter().filter(is_asked).filter(|domain| domain.questions_under.is_none());
    let own = own.filter(|domain| takes && domain.language.is_first() && !site.inherited.contains(&domain.file));
    problems.extend(own.map(|domain| problems_of::domain_without_questions(domain.title.span)));
    problems
}

fn of_form(form: &Form) -> Vec<Problem> {
    let takes = form.parts.iter().any(|part| part.questions_of.is_some());
    let has_text = form.parts.iter().any(|part| part.text.is_some());
    let asks = form.questions().next();
    let mut problems = Vec::new();
    match &form.cards {
        Some(cards) => {
            problems.extend(asks.map(|question| problems_of::question_on_card(question.ask.span)));
            problems.extend((!has_text).then(|| problems_of::empty_card(cards.span)));
            problems.extend(out_of(cards.value, cards.span, MOST_CARDS, "cards"));
        }
        None if asks.is_none() && !takes => problems.push(problems_of::asks_nothing(form.title.span)),
        None => {}
    }
    problems.extend(form.questions().flat_map(of_question));
    problems.extend(twice(form));
    problems.extend(form.sentence.iter().flat_map(|sentence| {
        let words = values::plain(sentence);
        let names = runs(&words).into_iter().filter_map(|run| if let Run::Answer(id) = run { Some(id) } else { None });
        let own = form.parts.iter().filter(|part| part.questions_of.is_none());
        let ids: Vec<&str> =
            own.flat_map(|part| &part.questions).map(|question| question.id.0.value.as_str()).collect();
        let unknown = names.filter(|id| !ids.contains(id));
        unknown.map(|id| problems_of::sentence_of_nothing(id, sentence.span, &ids)).collect::<Vec<_>>()
    }));
    problems
}

fn out_of(number: i64, span: Span, most: i64, of: &'static str) -> Option<Problem> {
    (!(1..=most).contains(&number)).then(|| problems_of::too_many(span, number, most, of))
}

/// Reports a question that can't be answered as it stands, or has what no answer of its kind needs.
fn of_question(question: &Question) -> Vec<Problem> {
    let (place, kind) = (question.ask.span, question.answer);
    let is_table = kind == AnswerKind::Table;
    let mut problems = Vec::new();
    if kind.is_picked() && question.choices.len() < 2 {
        problems.push(problems_of::nothing_to_pick(place, question.choices.len()));
    }
    if !kind.is_picked() && !is_table && !question.choices.is_empty() {
        problems.push(problems_of::choices_unused(question.choices[0].span, kind.name()));
    }
    if is_table && question.columns.is_empty() {
        problems.push(problems_of::no_columns(place));
    }
    if is_table && question.rows.is_empty() && question.blank_rows.is_none() {
        problems.push(problems_of::no_rows(place));
    }
    let rows = question.blank_rows.as_ref();
    let of_table = question.columns.first().or(question.rows.first()).map(|line| line.span);
    let of_table = of_table.or(rows.filter(|_| kind != AnswerKind::Lines).map(|rows| rows.span));
    problems.extend(of_table.filter(|_| !is_table).map(|span| problems_of::table_unused(span, kind.name())));
    problems.extend(rows.and_then(|rows| out_of(rows.value, rows.span, MOST_ROWS, "rows")));
    problems.extend(same_choice(question));
    let choices: Vec<String> = question.choices.iter().map(values::plain).collect();
    let choices: Vec<&str> = choices.iter().map(String::as_str).collect();
    for word in question.next.iter().flat_map(|next| &next.when) {
        if !kind.is_picked() {
            problems.push(problems_of::next_without_choices(word.span, word));
        } else if number_of(question, word).is_none() {
            problems.push(fields::not_one_of(word.span, word, "one of the choices of this question", &choices));
        }
    }
    problems
}

fn same_choice(question: &Question) -> Vec<Problem> {
    let mut seen: BTreeMap<String, Span> = BTreeMap::new();
    let mut problems = Vec::new();
    for choice in &question.choices {
        let words = values::plain(choice);
        match seen.get(&words.to_lowercase()) {
            Some(first) => problems.push(problems_of::same_choice(&words, choice.span, *first)),
            None => drop(seen.insert(words.to_lowercase(), choice.span)),
        }
    }
    problems
}

fn twice(form: &Form) -> Vec<Problem> {
    let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
    let mut problems = Vec::new();
    for question in form.questions() {
        let id = &question.id.0;
        match seen.get(id.value.as_str()) {
            Some(first) => problems.push(references::same_id("question", id, id.span, *first)),
            None => drop(seen.insert(&id.value, id.span)),
        }
    }
    problems
}

/// Reports a translation whose questions aren't those of the original: what people answer could then not be counted together.
fn asks_otherwise(translation: &Form, original: &Form) -> Option<Problem> {
    let place = translation.title.span;
    let (own, other): (Vec<&Question>, Vec<&Question>) =
        (translation.questions().collect(), original.questions().collect());
    let lacks = other.iter().find(|question| !own.iter().any(|one| one.id.0.value == question.id.0.value));
    if let Some(question) = lacks {
        return Some(problems_of::translation_lacks(place, &question.id.0, question.id.0.span));
    }
    own.iter().find_map(|question| {
        let meant = other.iter().find(|one| one.id.0.value == question.id.0.value);
        let Some(meant) = meant else {
            return Some(problems_of::translation_adds(question.id.0.span, &question.id.0, place));
        };
        let shape = |question: &Question| {
            let sizes = [question.choices.len(), question.rows.len(), question.columns.len()];
            (question.answer, sizes, question.blank_rows.as_ref().map(|rows| rows.value))
        };
        let is_same = shape(question) == shape(meant);
        (!is_same).then(|| problems_of::translation_differs(question.ask.span, &question.id.0, meant.ask.span))
    })
}
