//! What one file of a pack holds, typed.

use std::sync::Arc;

use crate::model::agreement::Agreement;
use crate::model::answers::Answers;
use crate::model::article::Article;
use crate::model::benchmark::Benchmark;
use crate::model::charter_template::Template;
use crate::model::checked::Checks;
use crate::model::collection::Collection;
use crate::model::conversation_model::ConversationModel;
use crate::model::download;
use crate::model::easy_read::EasyRead;
use crate::model::form::Form;
use crate::model::kind::Kind;
use crate::model::measure::Measure;
use crate::model::measurement_plan::MeasurementPlan;
use crate::model::numbers::Numbers;
use crate::model::pack::copies::Says;
use crate::model::picture::{self, Looked, Picture};
use crate::model::place::{FilePlace, FileRole, place};
use crate::model::published::PublishedAddresses;
use crate::model::read::fields::Reader;
use crate::model::read::id::{as_id, is_id};
use crate::model::resource::Resource;
use crate::model::search_words::SearchWords;
use crate::model::sheet_record::SheetRecord;
use crate::model::standard::{Standard, number_of};
use crate::model::support::Support;
use crate::model::term::Term;
use crate::model::test_log::TestLog;
use crate::model::theory_of_change::TheoryOfChange;
use crate::model::trust::Trust;
use crate::model::ward::Ward;
use crate::model::ward_list;
use crate::parse::list::List;
use crate::parse::{Document, Parsed};
use crate::problem::catalogue::fields;
use crate::problem::{Place, Problem};
use crate::read::SourceFile;
use crate::read::name::of_picture;

/// What one file holds, typed.
#[derive(Clone, Debug)]
pub(super) enum FileContent {
    Template(Arc<Template>),
    Trust(Arc<Trust>),
    Ward(Arc<Ward>),
    Wards(Vec<Arc<Ward>>, Vec<String>),
    Agreement(Arc<Agreement>),
    Sheets(Arc<SheetRecord>),
    Article(Arc<Article>),
    EasyRead(Arc<EasyRead>),
    Standard(Arc<Standard>),
    ConversationModel(Arc<ConversationModel>),
    Benchmark(Arc<Benchmark>),
    TheoryOfChange(Arc<TheoryOfChange>),
    MeasurementPlan(Arc<MeasurementPlan>),
    Tests(Arc<TestLog>),
    Measure(Arc<Measure>),
    Form(Arc<Form>),
    Answers(Arc<Answers>),
    Numbers(Arc<Numbers>),
    Resources(Arc<Collection<Resource>>),
    Support(Arc<Collection<Support>>),
    Glossary(Arc<Collection<Term>>),
    Checked(Arc<Checks>),
    SearchWords(Arc<SearchWords>),
    Published(Arc<PublishedAddresses>),
    Image(String, Picture),
    BrokenImage(String),
    Broken(Option<(Kind, String)>),
}

/// What one file holds, and its problems.
#[derive(Debug)]
pub struct TypedFile {
    pub(super) entry: Option<FileContent>,
    pub(super) problems: Vec<Problem>,
    pub(super) says: Option<Says>,
}

/// Returns what one file holds, and its problems.
pub(super) fn typed(parsed: &Parsed, source: &SourceFile) -> TypedFile {
    // What has no place was told when the names were looked at.
    let Some(place) = place(&source.path) else { return TypedFile { entry: None, problems: Vec::new(), says: None } };
    let mut problems = parsed.problems.clone();
    if !is_id(&place.id) && !matches!(place.role, FileRole::Image | FileRole::Download) {
        problems.push(fields::bad_id(Place::Path(source.shown.clone()), &place.id, &as_id(&place.id)));
    }
    let says = Says::of(&place, &parsed.document, source);
    let mut reader = Reader { file: parsed.file, text: source.text.shown(), problems };
    let entry = entry(&place, &parsed.document, source, &mut reader);
    let broken = || FileContent::Broken(place.clone().item());
    TypedFile { entry: Some(entry.unwrap_or_else(broken)), problems: reader.problems, says }
}

/// Returns what a file of settings or text holds, or nothing where it can't be read as what it is.
fn entry(place: &FilePlace, document: &Document, source: &SourceFile, reader: &mut Reader<'_>) -> Option<FileContent> {
    let language = place.language.clone();
    let (node, body) = match document {
        Document::Broken => return None,
        Document::List(list) => return of_list(place, list, reader),
        Document::Bytes if place.role == FileRole::Download => return Some(of_download(source, reader)),
        Document::Bytes => return Some(of_bytes(source, reader)),
        Document::Yaml { tree, body } => (tree, *body),
    };
    let body = body.unwrap_or(reader.text.len());
    Some(match place.role {
        FileRole::Pack
        | FileRole::Image
        | FileRole::Download
        | FileRole::Wards
        | FileRole::Numbers
        | FileRole::Answers => return None,
        FileRole::Template => FileContent::Template(Template::read(place, node, reader)?.into()),
        FileRole::Trust => FileContent::Trust(Trust::read(node, reader)?.into()),
        FileRole::Agreement => FileContent::Agreement(Agreement::read(place.id.clone(), node, reader)?.into()),
        FileRole::Sheets => FileContent::Sheets(SheetRecord::read(place.id.clone(), node, reader)?.into()),
        FileRole::Ward => FileContent::Ward(Ward::read(place.id.clone(), node, reader)?.into()),
        FileRole::Article(kind) => {
            let mut article = Article::read(kind, place, node, body, reader)?;
            if kind == Kind::Domain {
                article.order = number_of(&source.path);
            }
            FileContent::Article(article.into())
        }
        FileRole::EasyRead(kind) => FileContent::EasyRead(EasyRead::read(kind, place, node, reader)?.into()),
        FileRole::Standard => FileContent::Standard(Standard::read(place, &source.path, node, body, reader)?.into()),
        FileRole::ConversationModel => {
            FileContent::ConversationModel(ConversationModel::read(place, node, reader)?.into())
        }
        FileRole::Benchmark => FileContent::Benchmark(Benchmark::read(place, node, reader)?.into()),
        FileRole::TheoryOfChange => FileContent::TheoryOfChange(TheoryOfChange::read(place, node, reader)?.into()),
        FileRole::MeasurementPlan => FileContent::MeasurementPlan(MeasurementPlan::read(place, node, reader)?.into()),
        FileRole::Tests => FileContent::Tests(TestLog::read(place, node, reader)?.into()),
        FileRole::Measure => FileContent::Measure(Measure::read(place, node, reader)?.into()),
        FileRole::Form => FileContent::Form(Form::read(place, node, reader)?.into()),
        FileRole::Resources => {
            FileContent::Resources(Collection::read(language, node, "resources", "resources.yaml", reader)?.into())
        }
        FileRole::Support => {
            FileContent::Support(Collection::read(language, node, "services", "support.yaml", reader)?.into())
        }
        FileRole::Checked => FileContent::Checked(Checks::read(node, reader)?.into()),
        FileRole::Search => FileContent::SearchWords(SearchWords::read(language, node, reader)?.into()),
        FileRole::Published => FileContent::Published(PublishedAddresses::read(node, reader)?.into()),
        FileRole::Glossary => {
            FileContent::Glossary(Collection::read(language, node, "terms", "glossary.yaml", reader)?.into())
        }
    })
}

/// Returns what a file of rows holds: the numbers of a measure, the answers to a survey, or a list of wards.
fn of_list(place: &FilePlace, list: &List, reader: &mut Reader<'_>) -> Option<FileContent> {
    Some(match place.role {
        FileRole::Numbers => FileContent::Numbers(Numbers::read(place.id.clone(), list, reader)?.into()),
        FileRole::Answers => FileContent::Answers(Answers::read(place.id.clone(), list, reader)?.into()),
        _ => {
            let (wards, broken) = ward_list::read(list, reader);
            FileContent::Wards(wards, broken)
        }
    })
}

/// Returns the file to download, or reports that it isn't what its name says.
fn of_download(source: &SourceFile, reader: &mut Reader<'_>) -> FileContent {
    let name = of_picture(&source.path);
    match download::mistake(&source.path, &source.shown, &source.bytes) {
        None => FileContent::Image(name, Picture::of_download(reader.file, source.bytes.len())),
        Some(problem) => {
            reader.problems.push(problem);
            FileContent::BrokenImage(name)
        }
    }
}

/// Returns the picture that a file holds, or that it holds none that browsers show.
fn of_bytes(source: &SourceFile, reader: &mut Reader<'_>) -> FileContent {
    let name = of_picture(&source.path);
    match picture::look(&source.path, &source.shown, &source.bytes) {
        Ok(Looked { size, cleaned, orientation, widths, warning }) => {
            reader.problems.extend(warning);
            let (file, bytes) = (reader.file, source.bytes.len());
            FileContent::Image(name, Picture { file, size, bytes, cleaned, orientation, widths })
        }
        Err(problem) => {
            reader.problems.push(*problem);
            FileContent::BrokenImage(name)
        }
    }
}
