//! A page for every item that lists others or stands in a file with others.

use rayon::prelude::*;

use crate::model;
use crate::model::kind::Kind;
use crate::model::language::Language;
use crate::model::review::Review;
use crate::plan::pages::articles::ItemPage;
use crate::plan::view::Foot;
use crate::plan::view::pages::{Domain, Resource, Standard, View};
use crate::plan::{Draft, Gatherer, url};

/// The resource that says where the standards are published.
const PUBLISHED_STANDARDS: &str = "sexual-safety-standards";

impl Gatherer<'_> {
    /// Returns the pages of these items that exist in this language.
    pub(in crate::plan) fn items(&self) -> Vec<Draft> {
        let pack = self.listed;
        let here = |language: &Language| language.tag() == self.voice.language();
        let domains = pack.indexes.iter().filter(|item| item.kind == Kind::Domain && here(&item.language));
        let mut drafts: Vec<Draft> = domains.map(|domain| self.domain(domain)).collect();
        drafts.extend(pack.standards.iter().filter(|item| here(&item.language)).map(|item| self.standard(item)));
        let models = pack.conversation_models.iter().filter(|item| here(&item.language));
        drafts.extend(models.flat_map(|item| self.conversation_model(item)));
        drafts.extend(pack.benchmarks.iter().filter(|item| here(&item.language)).map(|item| self.benchmark(item)));
        let theories = pack.theories_of_change.iter().filter(|item| here(&item.language));
        drafts.extend(theories.flat_map(|item| self.theory_of_change(item)));
        let plans = pack.measurement_plans.iter().filter(|item| here(&item.language));
        drafts.extend(plans.map(|item| self.measurement_plan(item)));
        drafts.extend(pack.measures.iter().filter(|item| here(&item.language)).flat_map(|item| self.measure(item)));
        drafts
            .extend(pack.forms.iter().filter(|item| here(&item.language)).flat_map(|item| self.form_and_answers(item)));
        for resources in pack.resources.iter().filter(|item| here(&item.language)) {
            drafts.par_extend(resources.items.par_iter().map(|item| self.resource(item)));
        }
        drafts
    }

    fn domain(&self, domain: &model::article::Article) -> Draft {
        let item = ItemPage::of(domain);
        let view = View::Domain(Domain {
            number: domain.order.unwrap_or(0),
            body: self.voice.piece(&domain.body, &self.root(&item)),
            contents: self.voice.contents(&domain.body),
            standards: self.standards_of(&domain.id),
            published_href: self.published(),
            foot: self.foot(Kind::Domain, &domain.id, &domain.review),
        });
        self.draft(&item, view, domain.title.span)
    }

    pub(in crate::plan) fn published(&self) -> Option<String> {
        let names = self.voice.shared.names;
        names.get(Kind::Resource, PUBLISHED_STANDARDS).map(|_| self.voice.href(Kind::Resource, PUBLISHED_STANDARDS))
    }

    fn standards_of(&self, domain: &str) -> Vec<crate::plan::view::Card> {
        let standards = self.listed.standards.iter();
        let own = standards.filter(|standard| standard.domain == domain && standard.language.is_first());
        own.map(|standard| self.voice.card(Kind::Standard, &standard.id, Vec::new())).collect()
    }

    fn standard(&self, standard: &model::standard::Standard) -> Draft {
        let item = ItemPage { kind: Kind::Standard, id: &standard.id, title: &standard.title, summary: None };
        let root = self.root(&item);
        let has_domain = self.voice.shared.names.has(Kind::Domain, &standard.domain);
        let view = View::Standard(Standard {
            text: self.voice.piece(&standard.text, &root),
            outcomes: standard.outcomes.iter().map(|outcome| self.voice.piece(outcome, &root)).collect(),
            body: self.voice.piece(&standard.body, &root),
            contents: self.voice.contents(&standard.body),
            domain: has_domain.then(|| self.voice.link(Kind::Domain, &standard.domain)),
            foot: self.foot(Kind::Standard, &standard.id, &standard.review),
        });
        self.draft(&item, view, standard.title.span)
    }

    fn resource(&self, resource: &model::resource::Resource) -> Draft {
        let id = &resource.id.0.value;
        let item = ItemPage { kind: Kind::Resource, id, title: &resource.title, summary: None };
        let root = self.root(&item);
        let voice = &self.voice;
        let view = View::Resource(Resource {
            author: voice.optional_line(resource.author.as_ref()),
            year: resource.year,
            kind: voice.words(&["resource_kinds", resource.kind]),
            url: resource.url.0.value.clone(),
            url_words: url::host(&resource.url.0).to_owned(),
            file_type: url::file_type(&resource.url.0),
            size: voice.optional_line(resource.size.as_ref()),
            licence: voice.optional_line(resource.licence.as_ref()),
            access: resource.access.map(|access| voice.words(&["access", access])),
            checked: voice.checked("resource", &resource.checked),
            seen_in: voice.seen_in(resource.seen_in.as_ref()),
            summary: voice.optional_piece(resource.summary.as_ref(), &root),
            audience: voice.audience(&resource.audience),
            foot: Foot { previous: None, next: None, ..self.foot(Kind::Resource, id, &Review::default()) },
        });
        self.draft(&item, view, resource.title.span)
    }

    /// Returns the foot of an item's page, with the pages that use the item.
    pub(in crate::plan) fn foot(&self, kind: Kind, id: &str, review: &Review) -> Foot {
        self.foot_with(kind, id, review, self.listed.used_by.get(&(kind, id.to_owned())))
    }
}
