//! [`Parsed`] files → [`Pack`]: every noun in one place. References are still names.

mod checks;
mod retain;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use super::agreement::Agreement;
use super::article::Article;
use super::benchmark::Benchmark;
use super::charter::Template;
use super::checked::Checks;
use super::collection::Collection;
use super::conversation_model::ConversationModel;
use super::easy_read::EasyRead;
use super::fields::Reader;
use super::file_name;
use super::id::{as_id, is_id};
use super::kind::Kind;
use super::layered_settings::settings;
use super::picture::{self, Picture};
use super::place::{FilePlace, Role, place};
use super::resource::Resource;
use super::same::{self, Says};
use super::search_words::SearchWords;
use super::settings::Settings;
use super::standard::{Standard, number_of};
use super::support::Support;
use super::term::Term;
use super::trust::Trust;
use super::ward::Ward;
use super::ward_list;
use crate::parse::{Document, Kept, Parsed};
use crate::problem::catalogue::fields;
use crate::problem::{Place, Problem};
use crate::read::name::{is_in_images, of_picture};
use crate::read::{SourceFile, Sources};
use crate::span::FileId;

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
    /// Markdown pages of every kind and language, the indexes of sections and the domains among them.
    pub articles: Vec<Arc<Article>>,
    pub easy_reads: Vec<Arc<EasyRead>>,
    /// Pages that are no longer there, in every language, and in Easy Read.
    pub withdrawn_articles: Vec<Arc<Article>>,
    pub withdrawn_easy_reads: Vec<Arc<EasyRead>>,
    pub standards: Vec<Arc<Standard>>,
    pub conversation_models: Vec<Arc<ConversationModel>>,
    pub benchmarks: Vec<Arc<Benchmark>>,
    pub resources: Vec<Arc<Collection<Resource>>>,
    pub support: Vec<Arc<Collection<Support>>>,
    pub glossary: Vec<Arc<Collection<Term>>>,
    /// Who checked which services and resources.
    pub checks: Option<Arc<Checks>>,
    /// What people may type into the search, in each language.
    pub search_words: Vec<Arc<SearchWords>>,
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

/// What one file holds, typed.
#[derive(Clone, Debug)]
enum Entry {
    Template(Arc<Template>),
    Trust(Arc<Trust>),
    Ward(Arc<Ward>),
    Wards(Vec<Arc<Ward>>, Vec<String>),
    Agreement(Arc<Agreement>),
    Article(Arc<Article>),
    EasyRead(Arc<EasyRead>),
    Standard(Arc<Standard>),
    ConversationModel(Arc<ConversationModel>),
    Benchmark(Arc<Benchmark>),
    Resources(Arc<Collection<Resource>>),
    Support(Arc<Collection<Support>>),
    Glossary(Arc<Collection<Term>>),
    Checked(Arc<Checks>),
    SearchWords(Arc<SearchWords>),
    Image(String, Picture),
    BrokenImage(String),
    Broken(Option<(Kind, String)>),
}

/// What one file holds, and its problems.
#[derive(Debug)]
pub struct Typed {
    entry: Option<Entry>,
    problems: Vec<Problem>,
    says: Option<Says>,
}

/// Gathers the parsed files into a pack and adds their problems to `problems`. Returns nothing only where pack.yaml itself
/// can't be read: without its languages and kinds of ward every later message would be a guess. What `kept` has of a file
/// that is still the same is used again.
pub fn collect(
    parsed: &[Arc<Parsed>],
    sources: &Sources,
    kept: &mut Kept<Typed>,
    problems: &mut Vec<Problem>,
) -> Option<Pack> {
    let (packs, files) = parsed.split_at(sources.packs.len());
    let settings = settings(packs, sources, problems)?;
    let by_file: HashMap<FileId, &Parsed> = files.iter().map(|parsed| (parsed.file, &**parsed)).collect();
    let languages: Vec<&str> = settings.languages.iter().map(|tag| tag.value.as_str()).collect();
    let aside = file_name::look(sources, &languages);
    problems.extend(aside.problems);
    let is_read = |id: &FileId| !aside.files.contains(id) && !is_unlisted(sources.file(*id), &settings);
    let ids: Vec<FileId> = files.iter().map(|parsed| parsed.file).filter(is_read).collect();
    let typed = kept.each(&ids, sources, |id, source| typed(by_file[&id], source));
    let says = ids.iter().zip(&typed).filter_map(|(id, typed)| Some((*id, typed.says?)));
    same::untranslated(says.clone(), sources, &languages, problems);
    let mut pack = Pack {
        settings,
        templates: Vec::new(),
        trust: None,
        wards: Vec::new(),
        withdrawn_wards: Vec::new(),
        agreements: BTreeMap::new(),
        articles: Vec::new(),
        easy_reads: Vec::new(),
        withdrawn_articles: Vec::new(),
        withdrawn_easy_reads: Vec::new(),
        standards: Vec::new(),
        conversation_models: Vec::new(),
        benchmarks: Vec::new(),
        resources: Vec::new(),
        support: Vec::new(),
        glossary: Vec::new(),
        checks: None,
        search_words: Vec::new(),
        articles_by_id: HashMap::new(),
        images: BTreeMap::new(),
        broken: aside.broken,
        told: aside.told,
    };
    let copies = same::copies(says, sources, problems);
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
    pack.keep_first_wards(problems);
    pack.complete_translations(problems);
    pack.complete_templates();
    pack.set_withdrawn_aside();
    pack.set_items_aside(problems);
    pack.order_languages();
    pack.find_whom_pages_suit();
    pack.keep_to_nation(sources, problems);
    pack.complete_wards();
    pack.lay_over_checks(sources);
    pack.complete_services();
    Some(pack)
}

impl Pack {
    fn add(&mut self, entry: Entry) {
        match entry {
            Entry::Template(template) => self.templates.push(template),
            Entry::Trust(trust) => self.trust = Some(trust),
            Entry::Ward(ward) => self.wards.push(ward),
            Entry::Wards(wards, broken) => {
                self.wards.extend(wards);
                self.broken.extend(broken.into_iter().map(|id| (Kind::Ward, id)));
            }
            Entry::Agreement(agreement) => drop(self.agreements.insert(agreement.ward.clone(), agreement)),
            Entry::Article(article) => {
                self.articles_by_id.entry(article.id.clone()).or_default().push(self.articles.len());
                self.articles.push(article);
            }
            Entry::EasyRead(easy_read) => self.easy_reads.push(easy_read),
            Entry::Standard(standard) => self.standards.push(standard),
            Entry::ConversationModel(model) => self.conversation_models.push(model),
            Entry::Benchmark(benchmark) => self.benchmarks.push(benchmark),
            Entry::Resources(resources) => self.resources.push(resources),
            Entry::Support(support) => self.support.push(support),
            Entry::Glossary(glossary) => self.glossary.push(glossary),
            Entry::Checked(checks) => self.checks = Some(checks),
            Entry::SearchWords(words) => self.search_words.push(words),
            Entry::Image(path, picture) => drop(self.images.insert(path, picture)),
            Entry::BrokenImage(path) => drop(self.told.insert(path)),
            Entry::Broken(item) => self.broken.extend(item),
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
        let is_it = |article: &&Article| article.kind == kind && article.language.as_deref() == language;
        self.articles_by_id.get(id)?.iter().map(|number| &*self.articles[*number]).find(is_it)
    }
}

/// Tells whether a file is a translation from a layer below into a language that this pack doesn't have.
fn is_unlisted(source: &SourceFile, settings: &Settings) -> bool {
    let language = place(&source.path).and_then(|place| place.language);
    let is_listed = |tag: &String| settings.languages.iter().any(|listed| listed.value == *tag);
    source.inherited && language.is_some_and(|tag| !is_listed(&tag))
}

/// Returns what one file holds, and its problems.
fn typed(parsed: &Parsed, source: &SourceFile) -> Typed {
    // What has no place was told when the names were looked at.
    let Some(place) = place(&source.path) else { return Typed { entry: None, problems: Vec::new(), says: None } };
    let mut problems = parsed.problems.clone();
    if !is_id(&place.id) && place.role != Role::Image {
        problems.push(fields::bad_id(Place::Path(source.shown.clone()), &place.id, &as_id(&place.id)));
    }
    let says = Says::of(&place, &parsed.document, source);
    let mut reader = Reader { file: parsed.file, text: source.text.shown(), problems };
    let entry = entry(&place, &parsed.document, source, &mut reader);
    let broken = || Entry::Broken(place.clone().item());
    Typed { entry: Some(entry.unwrap_or_else(broken)), problems: reader.problems, says }
}

fn entry(place: &FilePlace, document: &Document, source: &SourceFile, reader: &mut Reader<'_>) -> Option<Entry> {
    let language = place.language.clone();
    let (node, body) = match document {
        Document::Broken => return None,
        Document::List(list) => {
            let (wards, broken) = ward_list::read(list, reader);
            return Some(Entry::Wards(wards, broken));
        }
        Document::Bytes => {
            let name = of_picture(&source.path);
            return Some(match picture::look(&source.path, &source.shown, &source.bytes) {
                Ok(looked) => {
                    reader.problems.extend(looked.warning);
                    Entry::Image(name, Picture { file: reader.file, size: looked.size })
                }
                Err(problem) => {
                    reader.problems.push(*problem);
                    Entry::BrokenImage(name)
                }
            });
        }
        Document::Yaml { tree, body } => (tree, *body),
    };
    let body = body.unwrap_or(reader.text.len());
    Some(match place.role {
        Role::Pack | Role::Image | Role::Wards => return None,
        Role::Template => Entry::Template(Template::read(place, node, reader)?.into()),
        Role::Trust => Entry::Trust(Trust::read(node, reader)?.into()),
        Role::Agreement => Entry::Agreement(Agreement::read(place.id.clone(), node, reader)?.into()),
        Role::Ward => Entry::Ward(Ward::read(place.id.clone(), node, reader)?.into()),
        Role::Article(kind) => {
            let mut article = Article::read(kind, place, node, body, reader)?;
            if kind == Kind::Domain {
                article.order = number_of(&source.path);
            }
            Entry::Article(article.into())
        }
        Role::EasyRead(kind) => Entry::EasyRead(EasyRead::read(kind, place, node, reader)?.into()),
        Role::Standard => Entry::Standard(Standard::read(place, &source.path, node, body, reader)?.into()),
        Role::ConversationModel => Entry::ConversationModel(ConversationModel::read(place, node, reader)?.into()),
        Role::Benchmark => Entry::Benchmark(Benchmark::read(place, node, reader)?.into()),
        Role::Resources => {
            Entry::Resources(Collection::read(language, node, "resources", "resources.yaml", reader)?.into())
        }
        Role::Support => Entry::Support(Collection::read(language, node, "services", "support.yaml", reader)?.into()),
        Role::Checked => Entry::Checked(Checks::read(node, reader)?.into()),
        Role::Search => Entry::SearchWords(SearchWords::read(language, node, reader)?.into()),
        Role::Glossary => Entry::Glossary(Collection::read(language, node, "terms", "glossary.yaml", reader)?.into()),
    })
}
