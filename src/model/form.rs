//! A form: questions to answer on screen or by pen, and what comes next for some of the answers. Worksheets, checklists, plans, cards and
//! surveys are forms.

use crate::model::language::Language;
use std::sync::Arc;

use super::audience::Audience;
use super::place::FilePlace;
use super::review::Review;
use super::withdrawn::Withdrawn;
use crate::model::read::fields::{FromNode, Reader};
use crate::model::read::single_values::{Id, choice};
use crate::parse::yaml::Node;
use crate::span::{FileId, Span, Spanned};
use crate::text::line::Line;
use crate::text::prose::Prose;

#[derive(Clone, Debug)]
pub struct Form {
    pub id: String,
    pub language: Language,
    pub file: FileId,
    pub title: Line,
    pub summary: Line,
    /// Staff, where nobody else is named.
    pub audience: Vec<Audience>,
    pub order: Option<i64>,
    /// Many people fill it in, and what they say is counted.
    pub survey: bool,
    /// How often its parts stand on a sheet, to be cut out as cards.
    pub cards: Option<Spanned<i64>>,
    /// On paper, each part begins a sheet.
    pub separate_sheets: bool,
    pub introduction: Option<Arc<Prose>>,
    pub parts: Vec<FormPart>,
    /// One sentence that is made of the answers: the ids of questions stand in round brackets.
    pub sentence: Option<Line>,
    pub closing: Option<Arc<Prose>>,
    pub review: Review,
    /// That it is no longer there.
    pub withdrawn: Option<Withdrawn>,
    /// The ids that it had before: their addresses lead to it.
    pub formerly: Vec<Id>,
    /// It isn't finished: only a site with drafts has it.
    pub is_draft: bool,
}

/// The id of the form on which a ward asks what sexual safety means there.
pub const MEANING_FORM: &str = "what-it-means-here";

#[derive(Clone, Debug)]
pub struct FormPart {
    pub span: Span,
    pub title: Option<Line>,
    pub text: Option<Arc<Prose>>,
    /// Where its questions come from, before its own.
    pub questions_of: Option<QuestionsOf>,
    pub questions: Vec<Question>,
}

/// Questions that stand elsewhere in the pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum QuestionsOf {
    /// Those of each domain of the standards, a part for each.
    Domains,
}

#[derive(Clone, Debug)]
pub struct Question {
    pub id: Id,
    pub ask: Line,
    pub help: Option<Arc<Prose>>,
    /// The measure that is counted from the answers; its definition stands beside the question.
    pub measure: Option<Spanned<String>>,
    pub answer: AnswerKind,
    pub choices: Vec<Line>,
    /// Of a table: what its rows and its columns are called.
    pub rows: Vec<Line>,
    pub columns: Vec<Line>,
    /// How many rows without a name a table has, or how many lines there are to write on.
    pub blank_rows: Option<Spanned<i64>>,
    pub next: Vec<Next>,
    /// A made-up answer, for a sample.
    pub example: Vec<Line>,
}

/// How a question is answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum AnswerKind {
    PickOne,
    PickSeveral,
    ShortText,
    #[default]
    LongText,
    Date,
    Number,
    Table,
    /// Lines on paper, and nothing on screen.
    Lines,
}

/// What to do next, where one of these answers is picked.
#[derive(Clone, Debug)]
pub struct Next {
    pub when: Vec<Spanned<String>>,
    pub text: Arc<Prose>,
}

impl AnswerKind {
    pub const ALL: [(&'static str, AnswerKind); 8] = [
        ("pick-one", AnswerKind::PickOne),
        ("pick-several", AnswerKind::PickSeveral),
        ("short-text", AnswerKind::ShortText),
        ("long-text", AnswerKind::LongText),
        ("date", AnswerKind::Date),
        ("number", AnswerKind::Number),
        ("table", AnswerKind::Table),
        ("lines", AnswerKind::Lines),
    ];

    pub fn name(self) -> &'static str {
        AnswerKind::ALL.iter().find(|(_, kind)| *kind == self).map_or("", |(name, _)| name)
    }

    /// Tells whether one of the choices, or some of them, are the answer.
    pub fn is_picked(self) -> bool {
        matches!(self, AnswerKind::PickOne | AnswerKind::PickSeveral)
    }
}

const QUESTIONS_OF: [(&str, QuestionsOf); 1] = [("domains", QuestionsOf::Domains)];

impl Form {
    pub fn read(place: &FilePlace, node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let file = reader.file;
        let mut fields = reader.fields(node, "a form")?;
        let (title, summary) = (fields.required("title"), fields.required("summary"));
        let audience = Audience::read_for_staff(&mut fields);
        let (order, survey, cards) = (fields.optional("order"), fields.optional("survey"), fields.optional("cards"));
        let separate_sheets = fields.optional("separate_sheets");
        let introduction = fields.optional("introduction");
        let parts = fields.list("parts");
        let (sentence, closing) = (fields.optional("sentence"), fields.optional("closing"));
        let review = Review::read(&mut fields);
        let withdrawn = fields.optional("withdrawn");
        let (formerly, is_draft) = (fields.list("formerly"), fields.optional("draft").unwrap_or(false));
        fields.finish();
        Some(Form {
            id: place.id.clone(),
            language: place.language.clone(),
            file,
            title: title?,
            summary: summary?,
            audience,
            order,
            survey: survey.unwrap_or(false),
            cards,
            separate_sheets: separate_sheets.unwrap_or(false),
            introduction,
            parts,
            sentence,
            closing,
            review,
            withdrawn,
            formerly,
            is_draft,
        })
    }

    /// Takes over from the original what isn't words.
    pub fn complete_from(&mut self, original: &Form) {
        self.audience.clone_from(&original.audience);
        (self.order, self.survey, self.separate_sheets) = (original.order, original.survey, original.separate_sheets);
        self.cards.clone_from(&original.cards);
        for question in self.parts.iter_mut().flat_map(|part| &mut part.questions) {
            let same = original.questions().find(|one| one.id.0.value == question.id.0.value);
            question.measure = same.and_then(|one| one.measure.clone()).or(question.measure.take());
        }
    }

    /// Returns its own questions, in order.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.parts.iter().flat_map(|part| &part.questions)
    }
}

impl FromNode for FormPart {
    const EXAMPLE: &'static str = "{title: Who decides, questions: [{id: who, ask: Who was there?}]}";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut fields = reader.group(node, "a part of a form", Self::EXAMPLE)?;
        let span = fields.span;
        let (title, text) = (fields.optional("title"), fields.optional("text"));
        let of: Option<Spanned<String>> = fields.optional("questions_of");
        let questions_of = of.and_then(|word| choice(&word, "a source of questions", &QUESTIONS_OF, fields.reader));
        let questions = fields.list("questions");
        fields.finish();
        Some(FormPart { span, title, text, questions_of, questions })
    }
}

impl FromNode for Question {
    const EXAMPLE: &'static str = "{id: who, ask: Who was there?}";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut fields = reader.group(node, "a question", Self::EXAMPLE)?;
        let (id, ask, help) = (fields.required("id"), fields.required("ask"), fields.optional("help"));
        let word: Option<Spanned<String>> = fields.optional("answer");
        let answer = word.map(|word| choice(&word, "a kind of answer", &AnswerKind::ALL, fields.reader));
        let choices = fields.list("choices");
        let (rows, columns, blank_rows) = (fields.list("rows"), fields.list("columns"), fields.optional("blank_rows"));
        let (next, example) = (fields.list("next"), fields.list("example"));
        let measure = fields.optional("measure");
        fields.finish();
        // Of what kind an answer is that has another name, nobody can tell.
        let answer = answer.map_or(Some(AnswerKind::default()), |answer| answer)?;
        Some(Question { id: id?, ask: ask?, help, measure, answer, choices, rows, columns, blank_rows, next, example })
    }
}

impl FromNode for Next {
    const EXAMPLE: &'static str = "{when: [Not yet], text: …}";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut fields = reader.group(node, "what comes next", Self::EXAMPLE)?;
        let when: Vec<Spanned<String>> = fields.list("when");
        if fields.node("when").is_none() {
            let _ = fields.required::<Spanned<String>>("when");
        }
        let text = fields.required("text");
        fields.finish();
        Some(Next { when, text: text? })
    }
}

impl FromNode for Spanned<i64> {
    const EXAMPLE: &'static str = "8";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        Some(Spanned::new(i64::from_node(node, reader)?, node.span))
    }
}
