//! The pages of conversation models: each to read, each as steps for use on shift, and all of them side by side.

use std::sync::Arc;

use crate::model::conversation_model as model;
use crate::model::kind::Kind;
use crate::model::language::Language;
use crate::plan::frames::{FramePlace, home};
use crate::plan::pages::articles::ItemPage;
use crate::plan::view::conversation_model::{
    ConversationModel, ModelBeside, OnShift, SideBySide, Step, StepBeside, StepCell, StepRow,
};
use crate::plan::view::pages::View;
use crate::plan::view::{Foot, Link};
use crate::plan::{Draft, Gatherer, Page, url};
use crate::text::line::Line;

const KIND: Kind = Kind::ConversationModel;

impl Gatherer<'_> {
    /// Returns the page of a model, and where it has steps the page for use on shift.
    pub(in crate::plan) fn conversation_model(&self, model: &model::ConversationModel) -> Vec<Draft> {
        let item = ItemPage { kind: KIND, id: &model.id, title: &model.title, summary: Some(&model.summary) };
        let (voice, root) = (&self.voice, self.root(&item));
        let view = View::ConversationModel(ConversationModel {
            on_shift: self.on_shift_link(model),
            introduction: voice.optional_piece(model.introduction.as_ref(), &root),
            steps: self.steps(model, &root),
            steps_missing: voice.optional_piece(model.steps_missing.as_ref().filter(|_| model.steps.is_empty()), &root),
            stop: self.lines(&model.stop),
            record: self.lines(&model.record),
            closing: voice.optional_piece(model.closing.as_ref(), &root),
            foot: self.model_foot(model),
        });
        let page = voice.with_pocket_card(&model.id, self.draft(&item, view, model.title.span));
        page.into_iter().chain(self.on_shift(model)).collect()
    }

    fn on_shift(&self, model: &model::ConversationModel) -> Option<Draft> {
        let (voice, link) = (&self.voice, self.on_shift_link(model)?);
        let foot = Foot { previous: None, next: None, used_by: Vec::new(), ..self.model_foot(model) };
        let view = View::OnShift(OnShift {
            model: voice.link(KIND, &model.id),
            steps: self.steps(model, &url::root(&link.href)),
            stop: self.lines(&model.stop),
            record: self.lines(&model.record),
            foot,
        });
        let above = [home(voice), voice.section_link(KIND.section()), voice.link(KIND, &model.id)];
        let place = FramePlace {
            path: &link.href,
            title: link.words.clone(),
            description: voice.words_with(&["on_shift", "description"], "{title}", &voice.line(&model.title)),
            section: KIND.section(),
            breadcrumb: above.to_vec(),
            languages: self.languages_on_shift(&model.id),
            base_path: &url::on_shift(&model.id),
        };
        Some(Draft::page(Page { frame: self.frames.frame(voice, place, None), view }, Some(model.title.span)))
    }

    /// Returns the languages in which a model has steps.
    fn languages_on_shift(&self, id: &str) -> Vec<Language> {
        let has_steps = |language: &Language| {
            let mut all = self.listed.conversation_models.iter();
            all.any(|model| model.id == id && model.language == *language && !model.steps.is_empty())
        };
        self.languages_of(KIND, id).into_iter().filter(has_steps).collect()
    }

    fn on_shift_link(&self, model: &model::ConversationModel) -> Option<Link> {
        let voice = &self.voice;
        (!model.steps.is_empty()).then(|| Link {
            href: url::in_language(&url::on_shift(&model.id), voice.language()),
            words: voice.words_with(&["on_shift", "title"], "{title}", &voice.line(&model.title)),
            ..Link::default()
        })
    }

    fn steps(&self, model: &model::ConversationModel, root: &str) -> Vec<Step> {
        let voice = &self.voice;
        let step = |(number, step): (usize, &model::Step)| Step {
            id: format!("step-{}", number + 1),
            letter: voice.line(&step.letter),
            name: voice.line(&step.name),
            purpose: voice.optional_line(step.purpose.as_ref()),
            text: voice.piece(&step.text, root),
            say: self.lines(&step.say),
            avoid: self.lines(&step.avoid),
        };
        model.steps.iter().enumerate().map(step).collect()
    }

    fn lines(&self, lines: &[Line]) -> Vec<String> {
        lines.iter().map(|line| self.voice.line(line)).collect()
    }

    fn model_foot(&self, model: &model::ConversationModel) -> Foot {
        Foot { audience: self.voice.audience(&model.audience), ..self.foot(KIND, &model.id, &model.review) }
    }

    /// Returns the page with all models beside each other, in the pack's first language, where there are several.
    pub(in crate::plan) fn side_by_side(&self) -> Option<Draft> {
        let (voice, link) = (&self.voice, self.side_by_side_link()?);
        let root = url::root(&link.href);
        let models = self.models();
        let beside = |model: &&Arc<model::ConversationModel>| ModelBeside {
            link: voice.link(KIND, &model.id),
            summary: voice.line(&model.summary),
            on_shift: self.on_shift_link(model),
            stop: self.lines(&model.stop),
            record: self.lines(&model.record),
        };
        let most = models.iter().map(|model| model.steps.len()).max().unwrap_or_default().max(1);
        let row = |at: usize| StepRow {
            number: at + 1,
            cells: models.iter().filter_map(|model| self.step_cell(model, at, &root)).collect(),
        };
        let view = View::SideBySide(SideBySide {
            rows: (0..most).map(row).collect(),
            has_stop: models.iter().any(|model| !model.stop.is_empty()),
            has_record: models.iter().any(|model| !model.record.is_empty()),
            models: models.iter().map(beside).collect(),
        });
        let place = FramePlace {
            path: &link.href,
            title: link.words.clone(),
            description: voice.words(&["side_by_side", "description"]),
            section: KIND.section(),
            breadcrumb: vec![home(voice), voice.section_link(KIND.section())],
            languages: vec![Language::default()],
            base_path: &link.href,
        };
        Some(Draft::page(Page { frame: self.frames.frame(voice, place, None), view }, None))
    }

    /// Returns the link to that page, where it is there.
    pub(in crate::plan) fn side_by_side_link(&self) -> Option<Link> {
        let words = self.voice.words(&["side_by_side", "title"]);
        (self.ids(KIND).len() > 1).then(|| self.voice.in_first(url::side_by_side(), words))
    }

    /// Returns the models in the pack's first language, in the order of their list.
    fn models(&self) -> Vec<&Arc<model::ConversationModel>> {
        let all = &self.listed.conversation_models;
        let find = |id: &str| all.iter().find(|model| model.language.is_first() && model.id == id);
        self.ids(KIND).into_iter().filter_map(find).collect()
    }

    /// Returns what stands in the row of a step in the column of a model.
    fn step_cell(&self, model: &model::ConversationModel, at: usize, root: &str) -> Option<StepCell> {
        let voice = &self.voice;
        if model.steps.is_empty() {
            let why = voice.optional_piece(model.steps_missing.as_ref(), root);
            return (at == 0).then_some(StepCell { step: None, is_missing: true, why });
        }
        let step = model.steps.get(at).map(|step| StepBeside {
            letter: voice.line(&step.letter),
            name: voice.line(&step.name),
            purpose: voice.optional_line(step.purpose.as_ref()),
        });
        Some(StepCell { step, is_missing: false, why: None })
    }

    /// Returns what the section leads to besides its items: each model for use on shift, and all of them side by side.
    pub(in crate::plan) fn conversation_tools(&self) -> Vec<Link> {
        let here = |model: &&Arc<model::ConversationModel>| model.language.tag() == self.voice.language();
        let own = self.listed.conversation_models.iter().filter(here);
        own.filter_map(|model| self.on_shift_link(model)).chain(self.side_by_side_link()).collect()
    }
}
