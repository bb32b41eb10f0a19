//! One view a kind of page. The names of the fields are what templates use.

use std::sync::Arc;

use serde::Serialize;

use super::accessibility::Accessibility;
use super::benchmark::{Benchmark, Scope};
use super::benchmark_form::Form;
use super::conversation_model::{ConversationModel, OnShift, SideBySide};
use super::differences::Differences;
use super::easy_read::EasyRead;
use super::form::FillIn;
use super::measure::Measure;
use super::measurement_plan::MeasurementPlan;
use super::navigation::{AToZ, Blank, Matrix, Moved, NotFound, Search, Sitemap, StartOfLanguage};
use super::parts::{CardGroup, Choices, ContentsEntry, Foot, GlossaryLetter, Link, SeenIn, Service};
use super::piece::Piece;
use super::privacy::Privacy;
use super::safety_cross::SafetyCross;
use super::sources::Sources;
pub use super::standards::{Domain, Standard, Standards};
use super::survey::Survey;
use super::theory_of_change::{ChangeIdea, TheoryOfChange};
use super::wards::{Charter, CharterSection, CharterSheet, Ward};

/// What a page shows, by its kind. Serialises as the fields alone; [`View::template`] names the template.
#[derive(Clone, Debug, Hash, Serialize)]
#[serde(untagged)]
pub enum View {
    Home(Home),
    Section(Index),
    Standards(Standards),
    Article(Article),
    EasyRead(EasyRead),
    Domain(Domain),
    Standard(Standard),
    ConversationModel(ConversationModel),
    OnShift(OnShift),
    SideBySide(SideBySide),
    Benchmark(Box<Benchmark>),
    Benchmarks(Benchmarks),
    BenchmarkForm(Form),
    TheoryOfChange(Box<TheoryOfChange>),
    MeasurementPlan(MeasurementPlan),
    Measure(Box<Measure>),
    SafetyCross(SafetyCross),
    Form(Box<FillIn>),
    Survey(Box<Survey>),
    Resources(Collection),
    Resource(Resource),
    Support(Support),
    Glossary(Glossary),
    Wards(Index),
    Ward(Box<Ward>),
    Charter(Box<Charter>),
    CharterSheet(Box<CharterSheet>),
    Differences(Differences),
    CharterSection(Box<CharterSection>),
    Matrix(Matrix),
    AToZ(AToZ),
    Sitemap(Sitemap),
    Search(Search),
    Blank(Blank),
    Withdrawn(Withdrawn),
    Moved(Moved),
    NotFound(NotFound),
    Language(StartOfLanguage),
}

impl View {
    /// Returns the name of the template that draws the page.
    pub fn template(&self) -> &'static str {
        match self {
            View::Home(_) => "home.html",
            View::Section(_) => "section.html",
            View::Standards(_) => "standards.html",
            View::Article(_) => "article.html",
            View::EasyRead(_) => "easy_read.html",
            View::Domain(_) => "domain.html",
            View::Standard(_) => "standard.html",
            View::ConversationModel(_) => "conversation_model.html",
            View::OnShift(_) => "on_shift.html",
            View::SideBySide(_) => "side_by_side.html",
            View::Benchmark(_) => "benchmark.html",
            View::BenchmarkForm(_) => "benchmark_form.html",
            View::Benchmarks(_) => "benchmarks.html",
            View::TheoryOfChange(_) => "theory_of_change.html",
            View::MeasurementPlan(_) => "measurement_plan.html",
            View::Measure(_) => "measure.html",
            View::SafetyCross(_) => "safety_cross.html",
            View::Form(_) => "form.html",
            View::Survey(_) => "survey.html",
            View::Resources(_) => "resources.html",
            View::Resource(_) => "resource.html",
            View::Support(_) => "support.html",
            View::Glossary(_) => "glossary.html",
            View::Wards(_) => "wards.html",
            View::Ward(_) => "ward.html",
            View::Charter(_) => "charter.html",
            View::CharterSheet(_) => "charter_sheet.html",
            View::Differences(_) => "differences.html",
            View::CharterSection(_) => "charter_section.html",
            View::Matrix(_) => "standards_matrix.html",
            View::AToZ(_) => "a_to_z.html",
            View::Sitemap(_) => "sitemap.html",
            View::Search(_) => "search.html",
            View::Blank(_) => "blank.html",
            View::Withdrawn(_) => "withdrawn.html",
            View::Moved(_) => "moved.html",
            View::NotFound(_) => "not_found.html",
            View::Language(_) => "language.html",
        }
    }

    /// Returns the version that the page says, where what is on it can be printed.
    pub fn version(&self) -> Option<&str> {
        match self {
            View::Charter(charter) => charter.version.as_deref(),
            View::Article(article) => article.foot.version.as_deref(),
            View::EasyRead(easy_read) => easy_read.foot.version.as_deref(),
            View::CharterSheet(sheet) => sheet.form.foot.version.as_deref(),
            _ => None,
        }
    }
}

#[derive(Clone, Debug, Hash, Serialize)]
pub struct Home {
    pub choices: Choices,
    pub body: Option<Arc<Piece>>,
    pub starts: Vec<Start>,
    pub groups: Vec<CardGroup>,
    pub foot: Foot,
}

/// Where one kind of reader starts.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct Start {
    pub title: String,
    pub text: Arc<Piece>,
}

#[derive(Clone, Debug, Hash, Serialize)]
pub struct Index {
    /// What stands before the list: the text up to its first heading.
    pub body: Option<Arc<Piece>>,
    /// The rest of it.
    pub rest: Option<Arc<Piece>>,
    pub groups: Vec<CardGroup>,
    /// What it leads to besides its items: sheets and tables that are made of them.
    pub tools: Vec<Link>,
    pub foot: Foot,
}

#[derive(Clone, Debug, Hash, Serialize)]
pub struct Article {
    pub body: Arc<Piece>,
    pub contents: Vec<ContentsEntry>,
    pub content_note: Option<String>,
    /// The same in Easy Read.
    pub easy_read: Option<Link>,
    /// What stands elsewhere about a change idea.
    pub idea: Option<ChangeIdea>,
    /// What the trust says of how accessible its copy is. Only the accessibility statement has it.
    pub accessibility: Option<Accessibility>,
    /// What the trust says of the privacy of those who read its copy. Only the privacy statement has it.
    pub privacy: Option<Box<Privacy>>,
    /// What the pack stands on. Only the page on sources and licences has it.
    pub sources: Option<Box<Sources>>,
    pub foot: Foot,
}

/// The section of benchmarks: its list, and the last benchmark of each part of the organisation side by side.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct Benchmarks {
    #[serde(flatten)]
    pub index: Index,
    pub domains: Vec<Link>,
    pub scopes: Vec<Scope>,
    pub form: Option<Link>,
}

#[derive(Clone, Debug, Hash, Serialize)]
pub struct Collection {
    pub introduction: Option<Arc<Piece>>,
    pub groups: Vec<CardGroup>,
    pub foot: Foot,
}

#[derive(Clone, Debug, Hash, Serialize)]
pub struct Resource {
    pub author: Option<String>,
    pub year: Option<i64>,
    pub kind: String,
    pub url: String,
    pub url_words: String,
    /// What people call the type of the file it leads to; nothing for a web page.
    pub file_type: Option<&'static str>,
    pub size: Option<String>,
    /// What its author lets others do with it.
    pub licence: Option<String>,
    pub access: Option<String>,
    pub checked: Option<String>,
    pub seen_in: Option<SeenIn>,
    pub summary: Option<Arc<Piece>>,
    pub audience: Vec<String>,
    pub foot: Foot,
}

#[derive(Clone, Debug, Hash, Serialize)]
pub struct Support {
    pub introduction: Option<Arc<Piece>>,
    pub services: Vec<Service>,
    pub foot: Foot,
}

#[derive(Clone, Debug, Hash, Serialize)]
pub struct Glossary {
    pub introduction: Option<Arc<Piece>>,
    pub letters: Vec<GlossaryLetter>,
    pub foot: Foot,
}

/// What is no longer there.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct Withdrawn {
    pub on: String,
    pub why: Option<String>,
    /// The language of the reason, where it isn't the page's.
    pub lang: Option<String>,
    pub instead: Option<Link>,
    /// Where to look further.
    pub more: Vec<Link>,
}
