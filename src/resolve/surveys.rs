//! What people answered to a survey: its form, in every language that it is asked in, beside the table of answers.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use jiff::civil::Date;

use super::values;
use crate::measure::survey::AnswerBatch;
use crate::model::answers::Answers;
use crate::model::day::day;
use crate::model::form::{AnswerKind, Form, Question};
use crate::problem::Problem;
use crate::problem::catalogue::answers as problems_of;
use crate::problem::suggest::nearest;
use crate::read::sheet::plain_heading;
use crate::span::Spanned;

/// The tables of answers, by the ids of their surveys.
type AllAnswers = BTreeMap<String, Arc<Answers>>;

/// The answers to a survey, counted in batches: those that were first shown on the same day, in the order of the days, and at the end those that
/// have not been shown yet.
#[derive(Debug)]
pub struct Survey {
    /// How many people each batch has.
    pub people: Vec<u32>,
    /// The days, each where it is written first.
    pub published: Vec<Spanned<Date>>,
    /// Those whose answers are picked, by their ids and in their order.
    pub questions: Vec<Counted>,
    /// What is wrong with the table.
    pub problems: Vec<Problem>,
}

/// How often each choice of a question was picked.
#[derive(Debug)]
pub struct Counted {
    pub id: String,
    pub batches: Vec<AnswerBatch>,
}

/// The heading of the days on which answers were first shown.
const PUBLISHED: &str = "published";

/// What a column holds.
enum Column<'a> {
    Question(&'a Question),
    /// The day on which an answer was first shown to others.
    Published,
    /// A cell of a table that was asked, or a column of the author's own.
    NotCounted,
    /// A column of which something was said.
    Unknown,
}

/// Returns the answers to a survey; nothing where nobody has put any beside it.
pub fn of_form(form: &Form, all: &[Arc<Form>], answers: &AllAnswers) -> Option<Survey> {
    let answers = answers.get(&form.id).filter(|_| form.survey)?;
    let forms: Vec<&Form> = all.iter().map(|form| &**form).filter(|other| other.id == form.id).collect();
    let original = forms.iter().find(|form| form.language.is_first()).copied()?;
    Some(read(original, &forms, answers))
}

fn read(original: &Form, forms: &[&Form], answers: &Answers) -> Survey {
    let mut problems = Vec::new();
    let columns = columns(original, forms, answers, &mut problems);
    let people: Vec<&Vec<Spanned<String>>> =
        answers.people.iter().filter(|row| says_something(row, &columns)).collect();
    let days: Vec<Option<Spanned<Date>>> =
        people.iter().map(|row| published_on(row, &columns, &mut problems)).collect();
    let mut published: Vec<Spanned<Date>> = days.iter().flatten().cloned().collect();
    published.sort_by_key(|day| (day.value, day.span.start));
    published.dedup_by_key(|day| day.value);
    let batch = |day: &Option<Spanned<Date>>| match day {
        Some(day) => published.partition_point(|other| other.value < day.value),
        None => published.len(),
    };
    let batches: Vec<usize> = days.iter().map(batch).collect();
    let is_picked = |question: &&Question| question.answer.is_picked();
    let mut questions: Vec<Counted> =
        original.questions().filter(is_picked).map(|question| Counted::new(question, published.len() + 1)).collect();
    for (row, batch) in people.iter().zip(&batches) {
        for (column, cell) in columns.iter().zip(row.iter()) {
            let Column::Question(question) = column else { continue };
            let chosen = chosen(question, forms, cell, &mut problems);
            let counted = questions.iter_mut().find(|counted| counted.id == question.id.0.value);
            if let Some(counted) = counted {
                counted.batches[*batch].add(&chosen);
            }
        }
    }
    let mut sizes = vec![0; published.len() + 1];
    for batch in &batches {
        sizes[*batch] += 1;
    }
    for counted in &mut questions {
        counted.complete(&sizes);
    }
    Survey { people: sizes, published, questions, problems }
}

impl Survey {
    /// Returns the answers to a question that each release shows for the first time, given the batches of the releases.
    pub fn in_releases(&self, question: &str, releases: &[Range<usize>]) -> Option<Vec<AnswerBatch>> {
        let counted = self.questions.iter().find(|counted| counted.id == question)?;
        let together = |batches: &Range<usize>| {
            let mut batches = counted.batches[batches.clone()].iter();
            let first = batches.next().cloned().unwrap_or_default();
            batches.fold(first, |one, other| one.with(other))
        };
        Some(releases.iter().map(together).collect())
    }
}

impl Counted {
    fn new(question: &Question, batches: usize) -> Self {
        let none = AnswerBatch { picked: vec![0; question.choices.len()], ..AnswerBatch::default() };
        Counted { id: question.id.0.value.clone(), batches: vec![none; batches] }
    }

    /// Adds the people of each batch who aren't in it, since the question has no column: they picked none.
    fn complete(&mut self, people: &[u32]) {
        for (batch, people) in self.batches.iter_mut().zip(people) {
            batch.none += people.saturating_sub(batch.people);
            batch.people = *people;
        }
    }
}

/// Returns the day on which a person's answers were first shown. Reports what isn't one.
fn published_on(row: &[Spanned<String>], columns: &[Column<'_>], problems: &mut Vec<Problem>) -> Option<Spanned<Date>> {
    let mut cells = columns.iter().zip(row);
    let (_, cell) = cells.find(|(column, cell)| matches!(column, Column::Published) && !cell.value.is_empty())?;
    match day(&cell.value).or_else(|why| why.meant().ok_or(why)) {
        Ok(day) => Some(Spanned::new(day, cell.span)),
        Err(_) => {
            problems.push(problems_of::not_a_day(&cell.value, cell.span));
            None
        }
    }
}

/// Tells whether a person answered anything.
fn says_something(row: &[Spanned<String>], columns: &[Column<'_>]) -> bool {
    let mut cells = columns.iter().zip(row);
    let says = |column: &Column<'_>| !matches!(column, Column::Unknown | Column::Published);
    cells.any(|(column, cell)| says(column) && !cell.value.is_empty())
}

/// Returns what each column holds. Reports those that are unknown or there twice, and questions without one.
fn columns<'a>(original: &'a Form, forms: &[&Form], answers: &Answers, problems: &mut Vec<Problem>) -> Vec<Column<'a>> {
    let mut first: Vec<(&str, &Spanned<String>)> = Vec::new();
    let asked: Vec<String> = original.questions().map(|question| values::plain(&question.ask)).collect();
    let mut meant: Vec<&str> = Vec::new();
    let mut columns = Vec::new();
    for heading in &answers.head {
        let column = column(original, forms, heading);
        let name = match &column {
            Column::Question(question) => Some(question.id.0.value.as_str()),
            // No id has a space.
            Column::Published => Some("the day of publishing"),
            Column::NotCounted | Column::Unknown => None,
        };
        if let Some(name) = name {
            if let Some((_, other)) = first.iter().find(|(known, _)| *known == name) {
                problems.push(problems_of::column_again(heading, heading.span, other.span));
                columns.push(Column::Unknown);
                continue;
            }
            first.push((name, heading));
        }
        if let Column::Unknown = column {
            let near = nearest(heading, asked.iter().map(String::as_str));
            problems.push(problems_of::unknown_column(heading, heading.span, near));
            meant.extend(near);
        }
        columns.push(column);
    }
    let is_there = |question: &&Question| first.iter().any(|(id, _)| *id == question.id.0.value);
    let missing = original.questions().filter(|question| question.answer.is_picked()).filter(|one| !is_there(one));
    let missing = missing.map(|one| values::plain(&one.ask)).filter(|ask| !meant.contains(&ask.as_str()));
    if let Some(place) = answers.head.first() {
        problems.extend(missing.map(|ask| problems_of::missing_column(&ask, place.span)));
    }
    columns
}

fn column<'a>(original: &'a Form, forms: &[&Form], heading: &Spanned<String>) -> Column<'a> {
    let plain = plain_heading(heading);
    // A heading is a question's words in one of the languages, or its id. Of a table, what each cell is called follows its words.
    let is_meant = |question: &Question| {
        let words = plain_heading(&values::plain(&question.ask));
        let is_cell = question.answer == AnswerKind::Table && plain.starts_with(&words);
        plain == words || is_cell || plain == plain_heading(&question.id.0)
    };
    let asked = forms.iter().flat_map(|form| form.questions()).find(|question| is_meant(question));
    let own = asked.and_then(|asked| original.questions().find(|own| own.id.0.value == asked.id.0.value));
    match own {
        Some(question) if question.answer == AnswerKind::Table => Column::NotCounted,
        Some(question) => Column::Question(question),
        None if plain_heading(heading) == PUBLISHED => Column::Published,
        None if heading.value.is_empty() || heading.value.starts_with('#') => Column::NotCounted,
        None => Column::Unknown,
    }
}

/// Returns the numbers of the choices that a cell holds. Reports words that are none of them.
fn chosen(question: &Question, forms: &[&Form], cell: &Spanned<String>, problems: &mut Vec<Problem>) -> Vec<usize> {
    if !question.answer.is_picked() || cell.value.is_empty() {
        return Vec::new();
    }
    let asked = |form: &&Form| form.questions().find(|one| one.id.0.value == question.id.0.value).cloned();
    let languages: Vec<Question> = forms.iter().filter_map(asked).collect();
    let number = |words: &str| {
        let is_it = |choice: &crate::text::line::Line| plain_heading(&values::plain(choice)) == plain_heading(words);
        languages.iter().find_map(|one| one.choices.iter().position(is_it))
    };
    let whole = number(&cell.value).map(|choice| vec![choice]);
    let parts = || cell.value.split(';').map(str::trim).filter(|part| !part.is_empty());
    let found: Option<Vec<usize>> = whole.or_else(|| match question.answer {
        AnswerKind::PickSeveral => parts().map(number).collect(),
        _ => None,
    });
    let Some(mut found) = found.filter(|found| found.iter().all(|choice| *choice < question.choices.len())) else {
        let choices: Vec<String> = question.choices.iter().map(values::plain).collect();
        let written = parts().find(|part| number(part).is_none()).unwrap_or(&cell.value);
        problems.push(problems_of::unknown_choice(written, cell.span, &choices));
        return Vec::new();
    };
    found.sort_unstable();
    found.dedup();
    found
}
