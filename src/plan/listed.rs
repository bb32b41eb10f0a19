//! What the pages that gather may show beyond [`Shared`](super::shared::Shared): lists, and items that list others or stand in
//! one file with others. They are one group a language, planned again when any of this changes.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use super::key;
use super::moved::FormerFolders;
use super::shared::Shared;
use super::unfinished::UnfinishedPages;
use crate::model::answers::Answers;
use crate::model::article::Article;
use crate::model::audience::Audience;
use crate::model::benchmark::Benchmark;
use crate::model::collection::Collection;
use crate::model::conversation_model::ConversationModel;
use crate::model::form::Form;
use crate::model::kind::Kind;
use crate::model::measure::Measure;
use crate::model::measurement_plan::MeasurementPlan;
use crate::model::resource::Resource;
use crate::model::standard::Standard;
use crate::model::support::Support;
use crate::model::term::Term;
use crate::model::theory_of_change::TheoryOfChange;
use crate::model::ward::Ward;
use crate::read::Sources;
use crate::resolve::Site;
use crate::resolve::names::Name;
use crate::span::FileId;

/// The part of a site that lists show.
pub struct Listed<'a> {
    pub wards: &'a [Arc<Ward>],
    pub standards: &'a [Arc<Standard>],
    pub conversation_models: &'a [Arc<ConversationModel>],
    pub benchmarks: &'a [Arc<Benchmark>],
    pub theories_of_change: &'a [Arc<TheoryOfChange>],
    pub measurement_plans: &'a [Arc<MeasurementPlan>],
    pub measures: &'a [Arc<Measure>],
    pub forms: &'a [Arc<Form>],
    /// What people answered to surveys, by id.
    pub answers: &'a BTreeMap<String, Arc<Answers>>,
    pub resources: &'a [Arc<Collection<Resource>>],
    pub support: &'a [Arc<Collection<Support>>],
    pub glossary: &'a [Arc<Collection<Term>>],
    /// Where pages were before.
    pub former: FormerFolders,
    /// Which pages aren't finished.
    pub unfinished: UnfinishedPages,
    pub used_by: &'a BTreeMap<Name, BTreeSet<Name>>,
    /// Whether there are pictures, and typefaces, that aren't the program's.
    pub has_own_pictures: bool,
    pub has_own_typefaces: bool,
    /// The introductions of sections, and the domains.
    pub indexes: Vec<&'a Article>,
    /// How often each change idea was tested.
    tests: HashMap<&'a str, usize>,
    audiences: HashMap<(Kind, &'a str), &'a [Audience]>,
    /// Hash of all the above and of [`Shared`].
    pub key: u128,
}

/// Tells whether an article lists others, so that its page gathers from the whole site.
pub fn lists_others(article: &Article) -> bool {
    matches!(article.kind, Kind::Section | Kind::Domain)
}

impl<'a> Listed<'a> {
    pub fn new(site: &'a Site, shared: &Shared<'_>, sources: &Sources) -> Self {
        let pack = &site.pack;
        let originals = pack.articles.iter().filter(|article| article.language.is_first());
        let mut listed = Listed {
            wards: &pack.wards,
            standards: &pack.standards,
            conversation_models: &pack.conversation_models,
            benchmarks: &pack.benchmarks,
            theories_of_change: &pack.theories_of_change,
            measurement_plans: &pack.measurement_plans,
            measures: &pack.measures,
            forms: &pack.forms,
            answers: &pack.answers,
            resources: &pack.resources,
            support: &pack.support,
            glossary: &pack.glossary,
            former: FormerFolders::of(shared),
            unfinished: UnfinishedPages::of(shared, site),
            used_by: &site.used_by,
            has_own_pictures: sources.has_own("images/", &[""]),
            has_own_typefaces: sources.has_own("fonts/", &[""]),
            indexes: pack.articles.iter().map(|article| &**article).filter(|article| lists_others(article)).collect(),
            tests: originals
                .clone()
                .filter(|article| !article.tests.is_empty())
                .map(|article| (&*article.id, article.tests.len()))
                .collect(),
            audiences: originals.rev().map(|article| ((article.kind, &*article.id), &*article.audience)).collect(),
            key: 0,
        };
        listed.key = listed.hash(site, shared, sources);
        listed
    }

    /// Hashes whole files, but of the articles that have a page of their own only what lists show: names are in [`Shared`], and
    /// here is who they are for.
    fn hash(&self, site: &Site, shared: &Shared<'_>, sources: &Sources) -> u128 {
        let own_pages = site.pack.articles.iter().filter(|article| !lists_others(article));
        let own_files: HashSet<FileId> = own_pages.clone().map(|article| article.file).collect();
        let others = sources.content.iter().filter(|(_, id)| !own_files.contains(id));
        let files: Vec<_> = others.map(|(_, id)| sources.file(*id).identity()).collect();
        let audiences: Vec<_> = own_pages.map(|article| (article.kind, &article.id, &article.audience)).collect();
        key::of(&(shared.key, files, audiences, self.used_by, self.has_own_pictures, self.has_own_typefaces))
    }

    /// Returns the introduction of a section, or nothing where nobody wrote one in this language.
    pub fn index(&self, section: &str, language: Option<&str>) -> Option<&'a Article> {
        let is_it =
            |index: &&&Article| index.kind == Kind::Section && index.id == section && index.language.tag() == language;
        self.indexes.iter().find(is_it).copied()
    }

    /// Returns how often a change idea was tested.
    pub fn tests_of(&self, idea: &str) -> usize {
        self.tests.get(idea).copied().unwrap_or_default()
    }

    /// Returns who an article is for; nobody in particular where it doesn't say.
    pub fn audience(&self, kind: Kind, id: &str) -> &'a [Audience] {
        self.audiences.get(&(kind, id)).copied().unwrap_or_default()
    }
}
