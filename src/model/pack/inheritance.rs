//! What one file leaves to another: a translation to its original, a ward to its hospital and its trust.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use crate::model::article::Article;
use crate::model::charter_template::Template;
use crate::model::contact::Origin;
use crate::model::easy_read::EasyRead;
use crate::model::form::Form;
use crate::model::kind::Kind;
use crate::model::measure::Measure;
use crate::model::pack::Pack;
use crate::model::settings::Settings;
use crate::model::theory_of_change::TheoryOfChange;
use crate::problem::Problem;
use crate::problem::catalogue::references;
use crate::span::Span;
use crate::text::plain;

impl Pack {
    /// Keeps the first of two wards with one id, and reports the other: all its pages would have addresses that are taken.
    pub(super) fn keep_first_wards(&mut self, problems: &mut Vec<Problem>) {
        let mut first: HashMap<String, Span> = HashMap::new();
        self.wards.retain(|ward| match first.get(&ward.id) {
            None => first.insert(ward.id.clone(), ward.named).is_none(),
            Some(other) => {
                problems.push(references::same_id("ward", &ward.id, ward.named, *other));
                false
            }
        });
    }

    /// Puts what is no longer there where nothing lists it.
    pub(super) fn set_withdrawn_aside(&mut self) {
        self.withdrawn_wards = self.wards.extract_if(.., |ward| ward.withdrawn.is_some()).collect();
        self.withdrawn_articles = self.articles.extract_if(.., |article| article.withdrawn.is_some()).collect();
        if self.withdrawn_articles.is_empty() {
            return;
        }
        self.index_articles();
        let withdrawn = &self.withdrawn_articles;
        let is_withdrawn = |item: &mut Arc<EasyRead>| {
            withdrawn.iter().any(|article| (article.kind, &article.id) == (item.kind, &item.id))
        };
        self.withdrawn_easy_reads = self.easy_reads.extract_if(.., is_withdrawn).collect();
    }

    /// Puts the pack's first language first wherever something is said in several.
    pub(super) fn order_languages(&mut self) {
        let Settings { title, publisher, ward_kinds, hospitals, contacts, brand, languages, .. } = &mut self.settings;
        let first = languages[0].value.clone();
        let logo = brand.logo.iter_mut().map(|logo| &mut logo.words);
        let names = ward_kinds.iter_mut().map(|kind| &mut kind.name);
        let lines = [title].into_iter().chain(&mut publisher.name).chain(logo).chain(names);
        lines.for_each(|line| line.put_first(&first));
        for hospital in hospitals {
            hospital.name.put_first(&first);
            hospital.contacts.0.put_first(&first);
        }
        if let Some(contacts) = contacts {
            contacts.0.put_first(&first);
        }
        for ward in &mut self.wards {
            if ward.is_in_several_languages() {
                Arc::make_mut(ward).put_first(&first);
            }
        }
    }

    /// Gives each measure its numbers, and each translation what isn't words.
    pub(super) fn complete_measures(&mut self) {
        let originals: Vec<Arc<Measure>> =
            self.measures.iter().filter(|measure| measure.language.is_first()).cloned().collect();
        for measure in &mut self.measures {
            let numbers = self.numbers.get(&measure.id).cloned();
            let measure = Arc::make_mut(measure);
            if let Some(original) = originals.iter().find(|original| original.id == measure.id)
                && measure.language.tag().is_some()
            {
                measure.complete_from(original);
            }
            measure.numbers = numbers;
        }
    }

    /// Gives each translated form what isn't words.
    pub(super) fn complete_forms(&mut self) {
        let originals: Vec<Arc<Form>> = self.forms.iter().filter(|form| form.language.is_first()).cloned().collect();
        for form in self.forms.iter_mut().filter(|form| form.language.tag().is_some()) {
            if let Some(original) = originals.iter().find(|original| original.id == form.id) {
                Arc::make_mut(form).complete_from(original);
            }
        }
    }

    /// Gives each translated theory of change what only its original says.
    pub(super) fn complete_theories(&mut self) {
        let originals: Vec<Arc<TheoryOfChange>> =
            self.theories_of_change.iter().filter(|theory| theory.language.is_first()).cloned().collect();
        for theory in self.theories_of_change.iter_mut().filter(|theory| theory.language.tag().is_some()) {
            if let Some(original) = originals.iter().find(|original| original.id == theory.id) {
                Arc::make_mut(theory).complete_from(original);
            }
        }
    }

    /// Gives each change idea the tests of its log. A translation has them from its original.
    pub(super) fn complete_ideas(&mut self) {
        for log in self.test_logs.values() {
            let is_it = |article: &&mut Arc<Article>| article.kind == Kind::ChangeIdea && article.id == log.idea;
            let originals = self.articles.iter_mut().filter(|article| article.language.is_first());
            if let Some(idea) = originals.into_iter().find(is_it) {
                Arc::make_mut(idea).tests.clone_from(&log.tests);
            }
        }
    }

    /// Gives each service of a translated list what isn't words from its original.
    pub(super) fn complete_services(&mut self) {
        let Some(original) = self.support.iter().find(|list| list.language.is_first()).cloned() else { return };
        for list in self.support.iter_mut().filter(|list| list.language.tag().is_some()) {
            for service in &mut Arc::make_mut(list).items {
                if let Some(original) = original.items.iter().find(|one| one.id.0.value == service.id.0.value) {
                    service.complete_from(original);
                }
            }
        }
    }

    /// Gives each ward the contacts of its hospital and its trust that it doesn't give itself, and its hospital's name. A site that is
    /// no hospital of pack.yaml is told where other choices are.
    pub(super) fn complete_wards(&mut self) {
        let settings = &self.settings;
        for ward in &mut self.wards {
            let hospital = settings.hospital(&plain::line(&ward.site));
            if hospital.is_none() && settings.contacts.is_none() {
                continue;
            }
            let ward = Arc::make_mut(ward);
            if let Some(hospital) = hospital {
                ward.site = hospital.name.at(ward.site.span);
                ward.contacts.complete_from(&hospital.contacts, Origin::Hospital);
            }
            if let Some(contacts) = &settings.contacts {
                ward.contacts.complete_from(contacts, Origin::Trust);
            }
        }
    }

    /// Gives each translated charter template what only its original says: whom it suits.
    pub(super) fn complete_templates(&mut self) {
        let originals: Vec<Arc<Template>> =
            self.templates.iter().filter(|template| template.language.is_first()).cloned().collect();
        for template in self.templates.iter_mut().filter(|template| template.language.tag().is_some()) {
            let Some(original) = originals.iter().find(|original| original.id == template.id) else { continue };
            let template = Arc::make_mut(template);
            template.ages = template.ages.take().or_else(|| original.ages.clone());
            if template.ward_kinds.is_empty() {
                template.ward_kinds.clone_from(&original.ward_kinds);
            }
        }
    }

    /// Gives each translated page what only its original says: who it is for, its place, its sources and who looks after it.
    pub(super) fn complete_translations(&mut self, problems: &mut Vec<Problem>) {
        let originals = self.articles.iter().filter(|article| article.language.is_first());
        let originals: BTreeMap<(Kind, String), Arc<Article>> =
            originals.map(|article| ((article.kind, article.id.clone()), article.clone())).collect();
        for article in self.articles.iter_mut().filter(|article| article.language.tag().is_some()) {
            if let Some(original) = originals.get(&(article.kind, article.id.clone())) {
                if let (Some(withdrawn), None) = (&article.withdrawn, &original.withdrawn) {
                    problems.push(references::withdrawn_translation(withdrawn.on.span, original.title.span));
                    Arc::make_mut(article).withdrawn = None;
                }
                Arc::make_mut(article).complete_from(original);
            }
        }
    }
}
