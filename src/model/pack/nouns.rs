//! What is asked of items of every kind, answered by each noun.

use crate::model::article::Article;
use crate::model::benchmark::Benchmark;
use crate::model::charter_template::Template;
use crate::model::collection::Collection;
use crate::model::conversation_model::ConversationModel;
use crate::model::easy_read::EasyRead;
use crate::model::form::Form;
use crate::model::kind::Kind;
use crate::model::measure::Measure;
use crate::model::measurement_plan::MeasurementPlan;
use crate::model::pack::item::{Item, ListEntry, Noun, Of};
use crate::model::standard::Standard;
use crate::model::theory_of_change::TheoryOfChange;
use crate::model::trust::Trust;
use crate::model::ward::Ward;

impl Noun for Template {
    fn item(&self) -> Item<'_> {
        Item {
            of: Of::Template,
            kind: Kind::Section,
            id: "charter",
            language: self.language.tag(),
            file: self.file,
            span: self.title.span,
            title: Some(&self.title),
            summary: None,
            order: None,
            audience: &[],
            ward_kinds: &[],
            not_for: &[],
            review: Some(&self.review),
            withdrawn: None,
            formerly: &[],
            is_draft: false,
            is_gone: false,
            noun: self,
        }
    }
}

impl Noun for Trust {
    fn item(&self) -> Item<'_> {
        Item {
            of: Of::Trust,
            kind: Kind::Section,
            id: "charter",
            language: None,
            file: self.file,
            span: self.span,
            title: None,
            summary: None,
            order: None,
            audience: &[],
            ward_kinds: &[],
            not_for: &[],
            review: Some(&self.review),
            withdrawn: None,
            formerly: &[],
            is_draft: false,
            is_gone: false,
            noun: self,
        }
    }
}

impl Noun for Ward {
    fn item(&self) -> Item<'_> {
        Item {
            of: Of::Ward(self),
            kind: Kind::Ward,
            id: &self.id,
            language: None,
            file: self.file,
            span: self.name.span,
            title: Some(&self.name),
            summary: None,
            order: None,
            audience: &[],
            ward_kinds: &[],
            not_for: &[],
            review: None,
            withdrawn: self.withdrawn.as_ref(),
            formerly: &self.formerly,
            is_draft: false,
            is_gone: false,
            noun: self,
        }
    }
}

impl Noun for Article {
    fn item(&self) -> Item<'_> {
        Item {
            of: Of::Article(self),
            kind: self.kind,
            id: &self.id,
            language: self.language.tag(),
            file: self.file,
            span: self.title.span,
            title: Some(&self.title),
            summary: Some(&self.summary),
            order: self.order,
            audience: &self.audience,
            ward_kinds: &self.ward_kinds,
            not_for: &self.not_for,
            review: Some(&self.review),
            withdrawn: self.withdrawn.as_ref(),
            formerly: &self.formerly,
            is_draft: self.is_draft,
            is_gone: false,
            noun: self,
        }
    }
}

impl Noun for EasyRead {
    fn item(&self) -> Item<'_> {
        Item {
            of: Of::EasyRead(self),
            kind: self.kind,
            id: &self.id,
            language: self.language.tag(),
            file: self.file,
            span: self.title.span,
            title: Some(&self.title),
            summary: Some(&self.summary),
            order: None,
            audience: &[],
            ward_kinds: &[],
            not_for: &[],
            review: Some(&self.review),
            withdrawn: None,
            formerly: &[],
            is_draft: self.is_draft,
            is_gone: false,
            noun: self,
        }
    }
}

impl Noun for Standard {
    fn item(&self) -> Item<'_> {
        Item {
            of: Of::Page,
            kind: Kind::Standard,
            id: &self.id,
            language: self.language.tag(),
            file: self.file,
            span: self.title.span,
            title: Some(&self.title),
            summary: None,
            order: None,
            audience: &[],
            ward_kinds: &[],
            not_for: &[],
            review: Some(&self.review),
            withdrawn: self.withdrawn.as_ref(),
            formerly: &self.formerly,
            is_draft: self.is_draft,
            is_gone: false,
            noun: self,
        }
    }
}

impl Noun for Benchmark {
    fn item(&self) -> Item<'_> {
        Item {
            of: Of::Page,
            kind: Kind::Benchmark,
            id: &self.id,
            language: self.language.tag(),
            file: self.file,
            span: self.title.span,
            title: Some(&self.title),
            summary: Some(&self.summary),
            order: None,
            audience: &self.audience,
            ward_kinds: &[],
            not_for: &[],
            review: Some(&self.review),
            withdrawn: self.withdrawn.as_ref(),
            formerly: &self.formerly,
            is_draft: self.is_draft,
            is_gone: false,
            noun: self,
        }
    }
}

/// Nouns with a page of their own that say nothing here but what every item says, and are called as their kind is.
macro_rules! pages {
    ($($noun:ident)*) => {$(
        impl Noun for $noun {
            fn item(&self) -> Item<'_> {
                Item {
                    of: Of::Page,
                    kind: Kind::$noun,
                    id: &self.id,
                    language: self.language.tag(),
                    file: self.file,
                    span: self.title.span,
                    title: Some(&self.title),
                    summary: Some(&self.summary),
                    order: self.order,
                    audience: &self.audience,
                    ward_kinds: &[],
                    not_for: &[],
                    review: Some(&self.review),
                    withdrawn: self.withdrawn.as_ref(),
                    formerly: &self.formerly,
                    is_draft: self.is_draft,                    is_gone: false,
                    noun: self,
                }
            }
        }
    )*};
}

pages! { ConversationModel TheoryOfChange MeasurementPlan Measure Form }

impl<T: ListEntry> Noun for Collection<T> {
    fn item(&self) -> Item<'_> {
        Item {
            of: Of::List,
            kind: Kind::Section,
            id: T::SECTION,
            language: self.language.tag(),
            file: self.file,
            span: self.title.span,
            title: Some(&self.title),
            summary: Some(&self.summary),
            order: None,
            audience: &[],
            ward_kinds: &[],
            not_for: &[],
            review: Some(&self.review),
            withdrawn: None,
            formerly: &[],
            is_draft: false,
            is_gone: false,
            noun: self,
        }
    }
}
