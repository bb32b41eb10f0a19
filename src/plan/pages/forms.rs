//! The page of a form: its questions, those of the domains among them, the sentence that is made of the answers, and what comes next.

use crate::model;
use crate::model::article::Article;
use crate::model::form::{AnswerKind, Form, FormPart, QuestionsOf};
use crate::model::kind::Kind;
use crate::plan::pages::articles::ItemPage;
use crate::plan::view::form::{Definition, Example, FillIn, Next, Part, Question, Row, SentenceRun};
use crate::plan::view::pages::View;
use crate::plan::view::{Foot, Link};
use crate::plan::{Draft, Gatherer};
use crate::resolve::forms::{self, Run};
use crate::text::select;

/// How many lines there are to write on, where the form doesn't say.
const LINES: i64 = 4;

impl Gatherer<'_> {
    /// Returns the page of a form, and for a survey that of its answers.
    pub(in crate::plan) fn form_and_answers(&self, form: &Form) -> Vec<Draft> {
        self.voice.with_form_paper(form, self.form(form)).into_iter().chain(self.survey(form)).collect()
    }

    fn form(&self, form: &Form) -> Draft {
        let (kind, voice) = (Kind::Form, &self.voice);
        let item = ItemPage { kind, id: &form.id, title: &form.title, summary: Some(&form.summary) };
        let root = self.root(&item);
        let parts = form.parts.iter().flat_map(|part| self.parts_of(part, &root));
        let parts: Vec<Part> = parts.enumerate().map(|(number, part)| numbered(number, part)).collect();
        let is_on_screen = |question: &Question| question.answer != AnswerKind::Lines.name();
        let view = View::Form(Box::new(FillIn {
            id: form.id.clone(),
            introduction: voice.optional_piece(form.introduction.as_ref(), &root),
            sentence: self.sentence(form),
            next: form.parts.iter().flat_map(|part| self.next_of(part, &root)).collect(),
            is_only_paper: !parts.iter().flat_map(|part| &part.questions).any(is_on_screen),
            survey: form.survey,
            answers: self.survey_link(form),
            cards: form.cards.as_ref().map(|cards| cards.value),
            separate_sheets: form.separate_sheets,
            sample: form.questions().filter_map(|question| self.example(question)).collect(),
            closing: voice.optional_piece(form.closing.as_ref(), &root),
            foot: Foot { audience: voice.audience(&form.audience), ..self.foot(kind, &form.id, &form.review) },
            parts,
        }));
        self.draft(&item, view, form.title.span)
    }

    /// Returns the parts of the page that a part of the form becomes: of one that takes the questions of the domains, one for each domain.
    fn parts_of(&self, part: &FormPart, root: &str) -> Vec<Part> {
        let voice = &self.voice;
        let own = |of: Option<&str>| {
            part.questions.iter().map(|question| self.question(question, of, root)).collect::<Vec<_>>()
        };
        match part.questions_of {
            None => vec![Part {
                id: String::new(),
                title: voice.optional_line(part.title.as_ref()),
                text: voice.optional_piece(part.text.as_ref(), root),
                questions: own(None),
                ..Part::default()
            }],
            Some(QuestionsOf::Domains) => {
                let of_domain = |(domain, link): (&Article, Link)| Part {
                    id: String::new(),
                    title: Some(link.words.clone()),
                    text: voice.optional_piece(part.text.as_ref(), root),
                    text_lang: None,
                    lang: link.lang.clone(),
                    questions: self.taken(domain, root).into_iter().chain(own(Some(&domain.id))).collect(),
                    of: Some(link),
                };
                self.domains_asked().into_iter().map(of_domain).collect()
            }
        }
    }

    /// Returns the domains that have questions, with the link to each.
    fn domains_asked(&self) -> Vec<(&Article, Link)> {
        self.ids(Kind::Domain).into_iter().filter_map(|id| self.domain_asked(id)).collect()
    }

    /// Returns a domain that has questions, in this language or else the pack's first, and the link to it.
    fn domain_asked(&self, id: &str) -> Option<(&Article, Link)> {
        let find = |language: Option<&str>| {
            let is_it =
                |page: &&&Article| page.kind == Kind::Domain && page.id == id && page.language.tag() == language;
            self.listed.indexes.iter().find(is_it).copied()
        };
        let domain = find(self.voice.language()).or_else(|| find(None))?;
        domain.questions_under.is_some().then(|| (domain, self.voice.link(Kind::Domain, id)))
    }

    /// Returns the questions that stand on the page of a domain.
    fn taken(&self, domain: &Article, root: &str) -> Vec<Question> {
        let voice = &self.voice;
        let heading = domain.questions_under.as_ref().map_or("", |id| &id.value);
        let language = voice.shared.language_of(domain.file);
        let question = |(number, item)| Question {
            id: format!("{}-{}", domain.id, number + 1),
            taken: Some(voice.piece_in(language, &item, root)),
            answer: AnswerKind::LongText.name(),
            ..Question::default()
        };
        select::items_below(&voice.seen(&domain.body), heading).into_iter().enumerate().map(question).collect()
    }

    /// Returns a question of the form itself; `of` is the domain that it is asked of, where it is asked of each.
    fn question(&self, question: &model::form::Question, of: Option<&str>, root: &str) -> Question {
        let voice = &self.voice;
        let own = &question.id.0.value;
        let named = question.rows.iter().map(|title| Some(voice.line(title)));
        let blank = question.blank_rows.as_ref().map(|rows| rows.value);
        let unnamed = usize::try_from(blank.unwrap_or_default()).unwrap_or_default();
        let rows = named.chain(std::iter::repeat_n(None, unnamed));
        let is_table = question.answer == AnswerKind::Table;
        Question {
            id: id_of(own, of),
            ask: voice.line(&question.ask),
            help: voice.optional_piece(question.help.as_ref(), root),
            definition: self.definition(question, root),
            answer: question.answer.name(),
            choices: question.choices.iter().map(|choice| voice.line(choice)).collect(),
            columns: question.columns.iter().map(|column| voice.line(column)).collect(),
            rows: rows.enumerate().map(|(number, title)| Row { number: number + 1, title }).collect(),
            is_named: !question.rows.is_empty(),
            grows: is_table && unnamed > 0,
            lines: blank.unwrap_or(LINES),
            ..Question::default()
        }
    }

    /// Returns what is counted from the answers, from the file of the measure; nothing where these readers don't see the measure.
    pub(super) fn definition(&self, question: &model::form::Question, root: &str) -> Option<Definition> {
        let (voice, measure) = (&self.voice, self.measure_here(question.measure.as_ref()?)?);
        let language = voice.shared.language_of(measure.definition.span.file);
        Some(Definition {
            text: voice.piece_in(language, &measure.definition, root),
            lang: voice.if_foreign(language),
            measure: voice.link(Kind::Measure, &measure.id),
        })
    }

    fn sentence(&self, form: &Form) -> Vec<SentenceRun> {
        let Some(sentence) = &form.sentence else { return Vec::new() };
        let asked = |id: &str| form.questions().find(|question| question.id.0.value == id);
        let run = |run: Run<'_>| match run {
            Run::Words(words) => SentenceRun { words: words.to_owned(), question: None },
            Run::Answer(id) => SentenceRun {
                words: asked(id).map_or_else(|| id.to_owned(), |question| self.voice.line(&question.ask)),
                question: Some(id.to_owned()),
            },
        };
        forms::runs(&self.voice.line(sentence)).into_iter().map(run).collect()
    }

    /// Returns what comes next after the answers to the questions of a part, for each domain where it asks of each.
    fn next_of(&self, part: &FormPart, root: &str) -> Vec<Next> {
        let each = |of: Option<(&str, &Link)>| {
            part.questions.iter().flat_map(|question| self.next(question, of, root)).collect::<Vec<_>>()
        };
        match part.questions_of {
            None => each(None),
            Some(QuestionsOf::Domains) => {
                self.domains_asked().iter().flat_map(|(domain, link)| each(Some((&domain.id, link)))).collect()
            }
        }
    }

    fn next(&self, question: &model::form::Question, of: Option<(&str, &Link)>, root: &str) -> Vec<Next> {
        let voice = &self.voice;
        let one = |next: &model::form::Next| Next {
            question: id_of(&question.id.0.value, of.map(|(domain, _)| domain)),
            of: of.map(|(_, link)| link.clone()),
            ask: voice.line(&question.ask),
            numbers: next.when.iter().filter_map(|word| forms::number_of(question, word)).collect(),
            when: next.when.iter().map(|word| word.value.clone()).collect(),
            text: voice.piece(&next.text, root),
        };
        question.next.iter().map(one).collect()
    }

    fn example(&self, question: &model::form::Question) -> Option<Example> {
        let answers: Vec<String> = question.example.iter().map(|line| self.voice.line(line)).collect();
        (!answers.is_empty()).then(|| Example { ask: self.voice.line(&question.ask), answers })
    }
}

/// Returns the id of a question on the page; `of` is the domain that it is asked of.
fn id_of(own: &str, of: Option<&str>) -> String {
    of.map_or_else(|| own.to_owned(), |domain| format!("{domain}-{own}"))
}

fn numbered(number: usize, part: Part) -> Part {
    Part { id: format!("page-part-{}", number + 1), ..part }
}
