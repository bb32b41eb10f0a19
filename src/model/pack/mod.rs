//! [`Parsed`] files → [`Pack`]: every noun in one place. References are still names.
//!
//! - `checks.rs`: Who checked services and resources, by checked.yaml: laid over what their own files say
//! - `copies.rs`: Files that say the same: mostly a copy that nobody has changed yet
//! - `drafts.rs`: What isn't finished (`draft: true`): pages, and translations and Easy Read of pages that are
//! - `entries.rs`: What is asked of the entries of lists, answered by each of them
//! - `file_name.rs`: What is wrong with the names of files: copies, names that are nearly right, and files that no page can be made of
//! - `holds.rs`: What every noun holds, field by field
//! - `inheritance.rs`: What one file leaves to another: a translation to its original, a ward to its hospital and its trust
//! - `item.rs`: Everything a pack holds that has a page, a charter or a place in a list, as one walk
//! - `kept_files.rs`: What the files of a pack were found to be, for the next time
//! - `layered_settings.rs`: The settings that the pack.yaml files of all layers make together: the user's own, and from below what isn't one trust's alone
//! - `nouns.rs`: What is asked of items of every kind, answered by each noun
//! - `other_nations.rs`: Services that are there for other nations only: they go, and with them the lines of every text that lead to one of them
//! - `retain.rs`: A pack with some of its items only
//! - `suits.rs`: Whom a text suits: the kinds of ward that it is for, by what it says itself, by the ages of their people, and by what takes its place
//! - `typed.rs`: What one file of a pack holds, typed
//! - `withdrawn_items.rs`: Conversation models, standards, benchmarks, theories of change, plans, measures and forms that are no longer there

mod checks;
mod copies;
mod drafts;
mod entries;
pub mod file_name;
mod holds;
mod inheritance;
pub mod item;
mod kept_files;
mod layered_settings;
mod nouns;
mod other_nations;
mod retain;
pub mod suits;
mod typed;
mod withdrawn_items;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use crate::model::agreement::Agreement;
use crate::model::answers::Answers;
use crate::model::article::Article;
use crate::model::benchmark::Benchmark;
use crate::model::charter_template::Template;
use crate::model::checked::Checks;
use crate::model::collection::Collection;
use crate::model::conversation_model::ConversationModel;
use crate::model::easy_read::EasyRead;
use crate::model::form::Form;
use crate::model::kind::Kind;
use crate::model::measure::Measure;
use crate::model::measurement_plan::MeasurementPlan;
use crate::model::numbers::Numbers;
use crate::model::picture::Picture;
use crate::model::place::{FilePlace, place};
use crate::model::published::PublishedAddresses;
use crate::model::resource::Resource;
use crate::model::search_words::SearchWords;
use crate::model::settings::Settings;
use crate::model::sheet_record::SheetRecord;
use crate::model::standard::Standard;
use crate::model::support::Support;
use crate::model::term::Term;
use crate::model::test_log::TestLog;
use crate::model::theory_of_change::TheoryOfChange;
use crate::model::trust::Trust;
use crate::model::ward::Ward;
use crate::parse::Parsed;
use crate::problem::Problem;
use crate::read::name::is_in_images;
use crate::read::{SourceFile, Sources};
use crate::span::FileId;
pub use kept_files::KeptFiles;
use layered_settings::settings;

use typed::{FileContent, typed};

/// Everything the content folder says.
#[derive(Clone, Debug)]
pub struct Pack {
    pub settings: Settings,
    pub templates: Vec<Arc<Template>>,
    /// What all wards' charters say differently from the template.
    pub trust: Option<Arc<Trust>>,
    pub wards: Vec<Arc<Ward>>,
    /// Wards that are no longer there. Nothing is asked of them.
    pub withdrawn_wards: Vec<Arc<Ward>>,
    /// What each ward agreed, by its id.
    pub agreements: BTreeMap<String, Arc<Agreement>>,
    /// Which sheet hangs where on each ward, by its id.
    pub sheet_records: BTreeMap<String, Arc<SheetRecord>>,
    /// Markdown pages of every kind and language, the indexes of sections and the domains among them.
    pub articles: Vec<Arc<Article>>,
    pub easy_reads: Vec<Arc<EasyRead>>,
    /// Pages that are no longer there, in every language, and in Easy Read.
    pub withdrawn_articles: Vec<Arc<Article>>,
    pub withdrawn_easy_reads: Vec<Arc<EasyRead>>,
    pub standards: Vec<Arc<Standard>>,
    pub conversation_models: Vec<Arc<ConversationModel>>,
    pub benchmarks: Vec<Arc<Benchmark>>,
    pub theories_of_change: Vec<Arc<TheoryOfChange>>,
    pub measurement_plans: Vec<Arc<MeasurementPlan>>,
    /// The tests of change ideas, by the id of the idea.
    pub test_logs: BTreeMap<String, Arc<TestLog>>,
    pub measures: Vec<Arc<Measure>>,
    pub forms: Vec<Arc<Form>>,
    /// What people answered to surveys, by id.
    pub answers: BTreeMap<String, Arc<Answers>>,
    /// The numbers of measures, by id.
    pub numbers: BTreeMap<String, Arc<Numbers>>,
    pub resources: Vec<Arc<Collection<Resource>>>,
    pub support: Vec<Arc<Collection<Support>>>,
    pub glossary: Vec<Arc<Collection<Term>>>,
    /// Who checked which services and resources.
    pub checks: Option<Arc<Checks>>,
    /// What people may type into the search, in each language.
    pub search_words: Vec<Arc<SearchWords>>,
    /// The addresses that were published, by the list of each layer.
    pub published: Vec<Arc<PublishedAddresses>>,
    /// The numbers of the articles with an id, whatever their kind and language.
    pub(super) articles_by_id: HashMap<String, Vec<usize>>,
    /// Pictures by path.
    pub images: BTreeMap<String, Picture>,
    /// Items whose file has mistakes of its own. They exist, so a reference to one isn't a second mistake. An empty id stands
    /// for every item of the kind: the file that lists them can't be read.
    pub broken: BTreeSet<(Kind, String)>,
    /// The names of pictures and other files of which something was said that keeps them from the site.
    pub told: BTreeSet<String>,
}

/// Gathers the parsed files into a pack and adds their problems to `problems`. Returns nothing only where pack.yaml itself
/// can't be read: without its languages and kinds of ward every later message would be a guess. What `kept` has of a file
/// that is still the same is used again.
pub fn collect(
    parsed: &[Arc<Parsed>],
    sources: &Sources,
    kept: &mut KeptFiles,
    problems: &mut Vec<Problem>,
) -> Option<Pack> {
    let (packs, files) = parsed.split_at(sources.packs.len());
    let settings = settings(packs, sources, problems)?;
    let by_file: HashMap<FileId, &Parsed> = files.iter().map(|parsed| (parsed.file, &**parsed)).collect();
    let languages: Vec<&str> = settings.languages.iter().map(|tag| tag.value.as_str()).collect();
    let aside = file_name::look(sources, &languages, &mut kept.names);
    problems.extend(aside.problems);
    let is_read = |id: &FileId| !aside.files.contains(id) && !is_unlisted(sources.file(*id), &settings);
    let ids: Vec<FileId> = files.iter().map(|parsed| parsed.file).filter(is_read).collect();
    let typed = kept.typed.each(&ids, sources, |id, source| typed(by_file[&id], source));
    let says = ids.iter().zip(&typed).filter_map(|(id, typed)| Some((*id, typed.says?)));
    copies::untranslated(says.clone(), sources, &languages, problems);
    let mut pack = Pack::empty(settings, aside.broken, aside.told);
    let copies = copies::copies(says, sources, problems);
    for (id, file) in ids.iter().zip(typed) {
        if copies.contains(id) {
            // It exists, and its mistakes are told of the file it is a copy of.
            pack.broken.extend(place(&sources.file(*id).path).and_then(FilePlace::item));
            continue;
        }
        problems.extend(file.problems.iter().cloned());
        if let Some(entry) = &file.entry {
            pack.add(entry.clone());
        }
    }
    pack.complete(sources, problems);
    Some(pack)
}

impl Pack {
    /// Returns a pack that holds nothing yet but its settings.
    fn empty(settings: Settings, broken: BTreeSet<(Kind, String)>, told: BTreeSet<String>) -> Self {
        Pack {
            settings,
            templates: Vec::new(),
            trust: None,
            wards: Vec::new(),
            withdrawn_wards: Vec::new(),
            agreements: BTreeMap::new(),
            sheet_records: BTreeMap::new(),
            articles: Vec::new(),
            easy_reads: Vec::new(),
            withdrawn_articles: Vec::new(),
            withdrawn_easy_reads: Vec::new(),
            standards: Vec::new(),
            conversation_models: Vec::new(),
            benchmarks: Vec::new(),
            theories_of_change: Vec::new(),
            measurement_plans: Vec::new(),
            test_logs: BTreeMap::new(),
            measures: Vec::new(),
            forms: Vec::new(),
            answers: BTreeMap::new(),
            numbers: BTreeMap::new(),
            resources: Vec::new(),
            support: Vec::new(),
            glossary: Vec::new(),
            checks: None,
            search_words: Vec::new(),
            published: Vec::new(),
            articles_by_id: HashMap::new(),
            images: BTreeMap::new(),
            broken,
            told,
        }
    }

    /// Completes what files say by what others say of the same: translations, the layers below, what is withdrawn.
    fn complete(&mut self, sources: &Sources, problems: &mut Vec<Problem>) {
        self.keep_first_wards(problems);
        self.complete_translations(problems);
        self.complete_templates();
        self.set_withdrawn_aside();
        self.set_items_aside(problems);
        self.order_languages();
        self.find_whom_pages_suit();
        self.keep_to_nation(sources, problems);
        self.complete_wards();
        self.lay_over_checks(sources);
        self.complete_services();
        self.complete_measures();
        self.complete_forms();
        self.complete_theories();
        self.complete_ideas();
    }

    fn add(&mut self, entry: FileContent) {
        match entry {
            FileContent::Template(template) => self.templates.push(template),
            FileContent::Trust(trust) => self.trust = Some(trust),
            FileContent::Ward(ward) => self.wards.push(ward),
            FileContent::Wards(wards, broken) => {
                self.wards.extend(wards);
                self.broken.extend(broken.into_iter().map(|id| (Kind::Ward, id)));
            }
            FileContent::Sheets(record) => drop(self.sheet_records.insert(record.ward.clone(), record)),
            FileContent::Agreement(agreement) => drop(self.agreements.insert(agreement.ward.clone(), agreement)),
            FileContent::Article(article) => {
                self.articles_by_id.entry(article.id.clone()).or_default().push(self.articles.len());
                self.articles.push(article);
            }
            FileContent::EasyRead(easy_read) => self.easy_reads.push(easy_read),
            FileContent::Standard(standard) => self.standards.push(standard),
            FileContent::ConversationModel(model) => self.conversation_models.push(model),
            FileContent::Benchmark(benchmark) => self.benchmarks.push(benchmark),
            FileContent::TheoryOfChange(theory) => self.theories_of_change.push(theory),
            FileContent::MeasurementPlan(plan) => self.measurement_plans.push(plan),
            FileContent::Tests(log) => drop(self.test_logs.insert(log.idea.clone(), log)),
            FileContent::Measure(measure) => self.measures.push(measure),
            FileContent::Form(form) => self.forms.push(form),
            FileContent::Answers(answers) => drop(self.answers.insert(answers.id.clone(), answers)),
            FileContent::Numbers(numbers) => drop(self.numbers.insert(numbers.id.clone(), numbers)),
            FileContent::Resources(resources) => {
                self.broken.extend(resources.lost.iter().map(|id| (Kind::Resource, id.clone())));
                self.resources.push(resources);
            }
            FileContent::Support(support) => {
                self.broken.extend(support.lost.iter().map(|id| (Kind::Support, id.clone())));
                self.support.push(support);
            }
            FileContent::Glossary(glossary) => {
                self.broken.extend(glossary.lost.iter().map(|id| (Kind::Term, id.clone())));
                self.glossary.push(glossary);
            }
            FileContent::Checked(checks) => self.checks = Some(checks),
            FileContent::SearchWords(words) => self.search_words.push(words),
            FileContent::Published(addresses) => self.published.push(addresses),
            FileContent::Image(path, picture) => drop(self.images.insert(path, picture)),
            FileContent::BrokenImage(path) => drop(self.told.insert(path)),
            FileContent::Broken(item) => self.broken.extend(item),
        }
    }

    /// Tells whether something was said of a file that a text names, or of one that is to be saved anew under that name.
    pub fn is_told(&self, name: &str) -> bool {
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        let of_stem = self.told.range(format!("{stem}.")..).take_while(|told| told.starts_with(stem));
        self.told.contains(name)
            || self.told.contains(stem)
            || is_in_images(name) && of_stem.into_iter().any(|told| told[stem.len()..].starts_with('.'))
    }

    /// Returns the page of a kind and id in a language; `None` is the pack's first.
    pub fn article(&self, kind: Kind, id: &str, language: Option<&str>) -> Option<&Article> {
        let is_it = |article: &&Article| article.kind == kind && article.language.tag() == language;
        self.articles_by_id.get(id)?.iter().map(|number| &*self.articles[*number]).find(is_it)
    }
}

/// Tells whether a file is a translation from a layer below into a language that this pack doesn't have.
fn is_unlisted(source: &SourceFile, settings: &Settings) -> bool {
    let place = place(&source.path);
    let language = place.as_ref().and_then(|place| place.language.tag());
    let is_listed = |tag: &str| settings.languages.iter().any(|listed| listed.value == tag);
    source.inherited && language.is_some_and(|tag| !is_listed(tag))
}
