//! What people answered to a survey, for staff: each question with how often each choice was picked, as far as the pack's rule for small
//! numbers lets it be shown.

use crate::measure::small_numbers::ShownNumber;
use crate::measure::survey::{self as shown_of, AnswerBatch, Picks};
use crate::model::audience::Audience;
use crate::model::form::{AnswerKind, Form, Question};
use crate::model::kind::Kind;
use crate::plan::frames::{FramePlace, home};
use crate::plan::view::Link;
use crate::plan::view::pages::View;
use crate::plan::view::survey::{Asked, Bar, Survey};
use crate::plan::{Draft, Gatherer, Page, url};
use crate::resolve::surveys;

impl Gatherer<'_> {
    /// Returns the page of the answers to a survey, where there are any and the site is for staff too.
    pub(in crate::plan) fn survey(&self, form: &Form) -> Option<Draft> {
        let voice = &self.voice;
        let link = self.survey_link(form)?;
        let survey = surveys::of_form(form, self.listed.forms, self.listed.answers)?;
        let (rule, root) = (voice.shared.settings.small_numbers, url::root(&link.href));
        let releases = shown_of::releases(rule, &survey.people);
        let is_too_few = releases.is_empty();
        let asked = |question: &Question| {
            let batches = survey.in_releases(&question.id.0.value, &releases);
            Asked {
                definition: self.definition(question, &root),
                ..self.asked(question, batches.as_deref().filter(|_| !is_too_few))
            }
        };
        let (shown, waiting) = survey.people.split_at(releases.last().map_or(0, |batches| batches.end));
        let people = shown_of::people(rule, shown.iter().sum()).number().filter(|_| !is_too_few);
        let is_waiting = !is_too_few && waiting.iter().any(|people| *people > 0);
        let least = rule.smallest_group().to_string();
        let words = |name: &str| voice.words_with(&["survey", name], "{least}", &least);
        let view = View::Survey(Box::new(Survey {
            form: voice.link(Kind::Form, &form.id),
            people: people.map(|number| voice.words_with(&["survey", "people"], "{people}", &number.to_string())),
            waiting: is_waiting.then(|| words("waiting")),
            too_few: is_too_few.then(|| words("too_few_people")),
            questions: if is_too_few { Vec::new() } else { form.questions().map(asked).collect() },
            rule: words(if rule.rounds() { "rounded" } else { "rule" }),
        }));
        let base_path = url::survey(&form.id);
        let title = voice.line(&form.title);
        let place = FramePlace {
            path: &link.href,
            title: voice.words_with(&["survey", "title"], "{title}", &title),
            description: voice.words(&["survey", "description"]),
            section: Kind::Form.section(),
            breadcrumb: vec![home(voice), voice.section_link(Kind::Form.section()), voice.link(Kind::Form, &form.id)],
            languages: self.languages_of(Kind::Form, &form.id),
            base_path: &base_path,
        };
        Some(Draft::page(Page { frame: self.frames.frame(voice, place, None), view }, Some(form.title.span)))
    }

    /// Returns the link to the answers, where there is a page of them.
    pub(super) fn survey_link(&self, form: &Form) -> Option<Link> {
        let voice = &self.voice;
        let is_for_staff = voice.shared.audience.is_none_or(|audience| audience == Audience::Staff);
        let has_answers = form.survey && self.listed.answers.contains_key(&form.id);
        let href = url::in_language(&url::survey(&form.id), voice.language());
        (is_for_staff && has_answers).then(|| Link { href, words: voice.words(&["survey", "link"]), ..Link::default() })
    }

    fn asked(&self, question: &Question, batches: Option<&[AnswerBatch]>) -> Asked {
        let voice = &self.voice;
        let rule = voice.shared.settings.small_numbers;
        let picks = if question.answer == AnswerKind::PickSeveral { Picks::Several } else { Picks::One };
        let counts = batches.and_then(|batches| shown_of::counts(rule, picks, batches));
        let everybody = batches.into_iter().flatten().map(|batch| batch.people).sum();
        let most = shown_of::people(rule, everybody).number().unwrap_or(1).max(1);
        let bar = |words: String, shown: ShownNumber| Bar {
            words,
            number: shown.number(),
            length: shown.number().map_or(0, |number| (number * 100 / most).min(100)),
        };
        let choices = question.choices.iter().map(|choice| voice.line(choice));
        let is_too_few = batches.is_some() && counts.is_none();
        let bars = counts.map(|counts| {
            let none = bar(voice.words(&["survey", "none"]), counts.none);
            choices.zip(counts.choices).map(|(words, shown)| bar(words, shown)).chain([none]).collect()
        });
        let id = format!("page-asked-{}", question.id.0.value);
        Asked { id, ask: voice.line(&question.ask), definition: None, bars, is_too_few }
    }
}
