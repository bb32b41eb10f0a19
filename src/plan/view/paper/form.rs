//! A form on paper, to fill in by pen; and the cards of a form, to be cut out.

use std::sync::Arc;

use serde::Serialize;

use super::PaperText;
use crate::model::audience::Audience;
use crate::plan::view::form::{FillIn, Next, Part, Question, Row, SentenceRun};
use crate::plan::view::parts::{Contact, Service};
use crate::plan::view::piece::{Piece, ShownPicture};

#[derive(Clone, Debug, Default, Hash, Serialize)]
pub struct FormPaper {
    /// For whom it is, in words.
    pub audience: Vec<String>,
    pub introduction: Option<PaperText>,
    pub parts: Vec<PartOnPaper>,
    pub sentence: Vec<SentenceRun>,
    pub next: Vec<NextOnPaper>,
    /// How often its parts stand on a sheet, to be cut out.
    pub cards: Option<i64>,
    pub separate_sheets: bool,
    pub closing: Option<PaperText>,
    /// Who can help on the ward, where it is a ward's.
    pub contacts: Vec<Contact>,
    pub always: Vec<Service>,
}

#[derive(Clone, Debug, Hash, Serialize)]
pub struct PartOnPaper {
    pub title: Option<String>,
    /// The language of the title and of questions that are taken from elsewhere, where it isn't the page's.
    pub lang: Option<String>,
    pub text: Option<PaperText>,
    pub text_lang: Option<String>,
    pub questions: Vec<QuestionOnPaper>,
}

#[derive(Clone, Debug, Hash, Serialize)]
pub struct QuestionOnPaper {
    pub above: Option<String>,
    pub ask: String,
    pub taken: Option<PaperText>,
    pub lang: Option<String>,
    pub help: Option<PaperText>,
    pub now: Option<String>,
    pub picture: Option<ShownPicture>,
    pub answer: &'static str,
    pub choices: Vec<String>,
    pub columns: Vec<String>,
    pub rows: Vec<Row>,
    pub is_named: bool,
    pub lines: i64,
}

/// What comes next after some answers to a question.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct NextOnPaper {
    pub ask: String,
    /// The domain that it is asked of, where it is asked of each.
    pub of: Option<String>,
    pub when: Vec<String>,
    pub text: PaperText,
}

impl FormPaper {
    /// Returns a form as it is filled in by pen. A passage has to name one of the `readers` to be on it.
    pub fn of(form: &FillIn, readers: &[Audience]) -> Self {
        let text = |piece: &Arc<Piece>| PaperText { piece: piece.clone(), readers: readers.to_vec() };
        let some = |piece: &Option<Arc<Piece>>| piece.as_ref().map(text).filter(|text| !text.is_empty());
        let question = |question: &Question| QuestionOnPaper {
            above: question.above.clone(),
            ask: question.ask.clone(),
            taken: some(&question.taken),
            lang: question.lang.clone(),
            help: some(&question.help),
            now: question.now.clone(),
            picture: question.picture.as_ref().map(PaperText::picture_from_root),
            answer: question.answer,
            choices: question.choices.clone(),
            columns: question.columns.clone(),
            rows: question.rows.clone(),
            is_named: question.is_named,
            lines: question.lines,
        };
        let part = |part: &Part| PartOnPaper {
            title: part.title.clone(),
            lang: part.lang.clone(),
            text: some(&part.text),
            text_lang: part.text_lang.clone(),
            questions: part.questions.iter().map(question).collect(),
        };
        let next = |next: &Next| NextOnPaper {
            ask: next.ask.clone(),
            of: next.of.as_ref().map(|link| link.words.clone()),
            when: next.when.clone(),
            text: text(&next.text),
        };
        FormPaper {
            audience: form.foot.audience.clone(),
            introduction: some(&form.introduction),
            parts: form.parts.iter().map(part).collect(),
            sentence: form.sentence.clone(),
            next: form.next.iter().map(next).collect(),
            cards: form.cards,
            separate_sheets: form.separate_sheets,
            closing: some(&form.closing),
            contacts: Vec::new(),
            always: Vec::new(),
        }
    }

    pub(super) fn texts(&self) -> impl Iterator<Item = &PaperText> {
        let questions = self.parts.iter().flat_map(|part| &part.questions);
        let of_questions = questions.flat_map(|question| [&question.taken, &question.help]).flatten();
        let of_parts = self.parts.iter().filter_map(|part| part.text.as_ref());
        let around = [&self.introduction, &self.closing].into_iter().flatten();
        around.chain(of_parts).chain(of_questions).chain(self.next.iter().map(|next| &next.text))
    }

    pub(super) fn pictures(&self) -> impl Iterator<Item = &ShownPicture> {
        self.parts.iter().flat_map(|part| &part.questions).filter_map(|question| question.picture.as_ref())
    }
}
