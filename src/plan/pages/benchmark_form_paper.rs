//! The form of a benchmark on paper, to fill in by pen: its questions like those of any form.

use crate::model::audience::Audience;
use crate::model::form::AnswerKind;
use crate::plan::Draft;
use crate::plan::view::benchmark_form::{Choice, Form, FormDomain, FormStandard};
use crate::plan::view::form::{FillIn, Part, Question, Row};
use crate::plan::view::pages::View;
use crate::plan::view::paper::PaperKind;
use crate::plan::voice::Voice;

impl Voice<'_> {
    /// Returns the form of a benchmark with its paper, which the page lists.
    pub(in crate::plan) fn with_benchmark_paper(&self, page: Draft) -> Vec<Draft> {
        self.with_papers(page, |frame, view| match view {
            View::BenchmarkForm(form) => {
                let form = BenchmarkOnPaper { voice: self, form }.fill_in();
                vec![self.form_paper(frame, &form, (PaperKind::Form, "form-of-a-benchmark"), &[Audience::Staff])]
            }
            _ => Vec::new(),
        })
    }
}

/// The form of a benchmark as questions like those of any form.
struct BenchmarkOnPaper<'a> {
    voice: &'a Voice<'a>,
    form: &'a Form,
}

impl BenchmarkOnPaper<'_> {
    fn fill_in(&self) -> FillIn {
        let domains = self.form.domains.iter().flat_map(|domain| self.domain(domain));
        let parts = std::iter::once(self.about()).chain(domains).collect();
        FillIn { parts, ..FillIn::default() }
    }

    fn words(&self, group: &str, name: &str) -> String {
        self.voice.words(&[group, name])
    }

    fn about(&self) -> Part {
        let words = |name| self.words("benchmark_form", name);
        let pick = |ask: &str, answer, choices: &[Choice]| Question {
            choices: choices.iter().map(|choice| choice.words.clone()).collect(),
            ..question(self.words("benchmark", ask), answer, 0)
        };
        let level = pick("level", AnswerKind::PickOne, &self.form.levels);
        let took_part = pick("took_part", AnswerKind::PickSeveral, &self.form.groups);
        let short = |ask| question(ask, AnswerKind::ShortText, 0);
        let questions = vec![
            short(words("name")),
            level,
            short(words("ward")),
            short(words("of")),
            question(self.words("benchmark", "on"), AnswerKind::Date, 0),
            took_part,
            question(words("decided_by"), AnswerKind::LongText, 2),
        ];
        Part { title: Some(words("about")), questions, ..Part::default() }
    }

    /// Returns the part of a domain, and before it one for each of its standards.
    fn domain(&self, domain: &FormDomain) -> Vec<Part> {
        let title = format!("{}. {}", domain.number, domain.link.words);
        let whole =
            Part { title: Some(title), lang: domain.link.lang.clone(), questions: self.rated(), ..Part::default() };
        let standard = |standard: &FormStandard| Part {
            title: Some(standard.link.words.clone()),
            lang: standard.link.lang.clone(),
            questions: self.rated(),
            ..Part::default()
        };
        domain.standards.iter().map(standard).chain([whole]).collect()
    }

    fn rated(&self) -> Vec<Question> {
        let confidences = self.form.confidences.iter().map(|level| level.words.clone()).collect();
        let confidence = Question {
            choices: confidences,
            ..question(self.words("benchmark", "confidence"), AnswerKind::PickOne, 0)
        };
        let team = question(self.words("benchmark_form", "team"), AnswerKind::ShortText, 0);
        let columns = ["what", "who", "by"].map(|name| self.words("benchmark", name)).to_vec();
        let rows = (1..=2).map(|number| Row { number, title: None }).collect();
        let actions = Question { columns, rows, ..question(self.words("benchmark", "actions"), AnswerKind::Table, 0) };
        let long = ["why", "evidence", "good_practice", "comment"];
        let long = long.map(|name| question(self.words("benchmark", name), AnswerKind::LongText, 2));
        [confidence, team].into_iter().chain(long).chain([actions]).collect()
    }
}

fn question(ask: String, answer: AnswerKind, lines: i64) -> Question {
    Question { ask, answer: answer.name(), lines, ..Question::default() }
}
