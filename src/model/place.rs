//! What a file is, by where it lies: the folder gives the kind, the name gives the id and the language.

mod folders;

use super::download;
use super::kind::{HOME, Kind};
use crate::model::language::Language;
use crate::read::name::{is_in_files, is_in_images};
use crate::read::{PICTURES, extension};
pub use folders::{folders, is_folder, kinds_in, takes_markdown};

/// What a content file is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilePlace {
    pub role: FileRole,
    pub id: String,
    /// The language in the file's name, as in `keeping-safe.cy.md`; nothing for the pack's first language.
    pub language: Language,
}

impl FilePlace {
    /// Returns the item that the file is, without its language. An empty id stands for every item of the kind: the file lists them.
    pub fn item(self) -> Option<(Kind, String)> {
        let (kind, id) = match self.role {
            FileRole::Ward => (Kind::Ward, self.id),
            FileRole::Article(kind) => (kind, self.id),
            FileRole::Standard => (Kind::Standard, self.id),
            FileRole::ConversationModel => (Kind::ConversationModel, self.id),
            FileRole::Benchmark => (Kind::Benchmark, self.id),
            FileRole::TheoryOfChange => (Kind::TheoryOfChange, self.id),
            FileRole::MeasurementPlan => (Kind::MeasurementPlan, self.id),
            FileRole::Measure => (Kind::Measure, self.id),
            FileRole::Form => (Kind::Form, self.id),
            FileRole::Wards => (Kind::Ward, String::new()),
            FileRole::Resources => (Kind::Resource, String::new()),
            FileRole::Support => (Kind::Support, String::new()),
            FileRole::Glossary => (Kind::Term, String::new()),
            FileRole::Pack
            | FileRole::Template
            | FileRole::Trust
            | FileRole::Agreement
            | FileRole::Sheets
            | FileRole::EasyRead(_)
            | FileRole::Numbers
            | FileRole::Tests
            | FileRole::Answers
            | FileRole::Checked
            | FileRole::Search
            | FileRole::Published
            | FileRole::Image
            | FileRole::Download => return None,
        };
        Some((kind, id))
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileRole {
    Pack,
    Template,
    /// What the trust's charters say differently from the template.
    Trust,
    Ward,
    /// A list with a ward in each row.
    Wards,
    /// What the people of a ward agreed.
    Agreement,
    /// Which sheet hangs where on a ward.
    Sheets,
    /// A Markdown page of this kind.
    Article(Kind),
    /// A page of this kind in Easy Read.
    EasyRead(Kind),
    Standard,
    ConversationModel,
    Benchmark,
    TheoryOfChange,
    MeasurementPlan,
    /// The tests of a change idea.
    Tests,
    Measure,
    Form,
    /// What people answered to a survey.
    Answers,
    /// The numbers of a measure, by month or week.
    Numbers,
    Resources,
    Support,
    Glossary,
    /// Who checked which services and resources.
    Checked,
    /// What people type into the search, and the pages that help them.
    Search,
    /// The addresses that were published.
    Published,
    Image,
    /// A file to download.
    Download,
}

pub const WARDS: &str = "wards";
const CHANGE_IDEAS: &str = "improvement/change-ideas";
const THEORIES_OF_CHANGE: &str = "improvement/theories-of-change";
const MEASUREMENT_PLANS: &str = "improvement/measurement-plans";
pub const IMAGES: &str = "images";
/// The folder of files to download.
const FILES: &str = "files";

/// The folders of Markdown pages and their kinds.
const ARTICLES: [(&str, Kind); 6] = [
    ("leaflets", Kind::Leaflet),
    ("trauma-informed-care", Kind::TraumaInformedCare),
    (CHANGE_IDEAS, Kind::ChangeIdea),
    ("improvement", Kind::Improvement),
    ("stories", Kind::Story),
    ("pages", Kind::Page),
];

/// What the charter template is called, and what the names begin with of those for some kinds of ward only.
pub const TEMPLATE: &str = "template";
pub const TEMPLATE_OF_KIND: &str = "template-";

/// What the name of a file ends with that holds what a ward agreed: `beach.agreed.yaml`.
pub const AGREED: &str = ".agreed";

/// What the name of a file ends with that holds which sheet hangs where on a ward: `beach.sheets.yaml`.
pub const SHEETS: &str = ".sheets";

/// What the name of a file ends with that holds the tests of a change idea: `request-cards.tests.yaml`.
pub const TESTS: &str = ".tests";

/// What the name of a file in Easy Read ends with, before its language: `keeping-safe.easy.cy.yaml`.
pub const EASY: &str = ".easy";

/// The folders that have an index page of their own, and the section it is.
const INDEXES: [(&str, &str); 14] = [
    ("", HOME),
    ("standards", "standards"),
    ("charter", "charter"),
    ("wards", "wards"),
    ("leaflets", "leaflets"),
    ("conversation-models", "conversation-models"),
    ("trauma-informed-care", "trauma-informed-care"),
    ("benchmarks", "benchmarks"),
    ("improvement", "improvement"),
    (CHANGE_IDEAS, "change-ideas"),
    ("measures", "measures"),
    ("forms", "forms"),
    ("stories", "stories"),
    ("pages", "pages"),
];

/// Returns what the file at `path` (inside the content folder) is, or nothing if a pack has no such file.
pub fn place(path: &str) -> Option<FilePlace> {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let (stem, ending) = name.rsplit_once('.')?;
    let (id, language) = split_language(stem);
    let role = match (folder, ending) {
        (_, "yaml") if id.ends_with(EASY) => {
            let (kind, id) = in_easy_read(folder, id.trim_end_matches(EASY))?;
            return Some(FilePlace { role: FileRole::EasyRead(kind), id: id.to_owned(), language });
        }
        ("", "yaml") => match id {
            "pack" => FileRole::Pack,
            "resources" => FileRole::Resources,
            "support" => FileRole::Support,
            "glossary" => FileRole::Glossary,
            "checked" if language.is_first() => FileRole::Checked,
            "search" => FileRole::Search,
            "published" if language.is_first() => FileRole::Published,
            _ => return None,
        },
        ("", "csv" | "xlsx") if id == "wards" => FileRole::Wards,
        ("charter", "yaml") if id == TEMPLATE || id.starts_with(TEMPLATE_OF_KIND) => FileRole::Template,
        ("charter", "yaml") if stem == "trust" => FileRole::Trust,
        (WARDS, "yaml") if stem.ends_with(AGREED) => {
            let id = stem.trim_end_matches(AGREED).to_owned();
            return Some(FilePlace { role: FileRole::Agreement, id, language: Language::default() });
        }
        (WARDS, "yaml") if stem.ends_with(SHEETS) => {
            let id = stem.trim_end_matches(SHEETS).to_owned();
            return Some(FilePlace { role: FileRole::Sheets, id, language: Language::default() });
        }
        (CHANGE_IDEAS, "yaml") if stem.ends_with(TESTS) => {
            let id = stem.trim_end_matches(TESTS).to_owned();
            return Some(FilePlace { role: FileRole::Tests, id, language: Language::default() });
        }
        (WARDS, "yaml") => FileRole::Ward,
        ("conversation-models", "yaml") => FileRole::ConversationModel,
        ("benchmarks", "yaml") => FileRole::Benchmark,
        (THEORIES_OF_CHANGE, "yaml") => FileRole::TheoryOfChange,
        (MEASUREMENT_PLANS, "yaml") => FileRole::MeasurementPlan,
        ("measures", "yaml") => FileRole::Measure,
        ("measures", "csv") => FileRole::Numbers,
        ("forms", "yaml") => FileRole::Form,
        ("forms", "csv") => FileRole::Answers,
        _ if is_in_images(path) && PICTURES.contains(&extension(path).as_str()) => {
            return Some(FilePlace { role: FileRole::Image, id: path.to_owned(), language: Language::default() });
        }
        _ if is_in_files(path) && download::is_taken(path) => {
            return Some(FilePlace { role: FileRole::Download, id: path.to_owned(), language: Language::default() });
        }
        (_, "md") => return markdown(folder, id, language),
        _ => return None,
    };
    Some(FilePlace { role, id: id.to_owned(), language })
}

/// Returns what a file in Easy Read says once more: a Markdown page, the index of a folder, or a list that is a section.
fn in_easy_read<'a>(folder: &str, id: &'a str) -> Option<(Kind, &'a str)> {
    if id == "_index" {
        let (_, section) = INDEXES.iter().find(|(name, _)| *name == folder)?;
        return Some((Kind::Section, section));
    }
    if folder.is_empty() {
        return ["support", "glossary", "resources"].contains(&id).then_some((Kind::Section, id));
    }
    let (_, kind) = ARTICLES.iter().find(|(name, _)| *name == folder)?;
    Some((*kind, id))
}

fn markdown(folder: &str, id: &str, language: Language) -> Option<FilePlace> {
    if id == "_index" {
        let (_, section) = INDEXES.iter().find(|(name, _)| *name == folder)?;
        return Some(FilePlace { role: FileRole::Article(Kind::Section), id: (*section).to_owned(), language });
    }
    if let Some(domain) = folder.strip_prefix("standards/") {
        let (number, name) = domain.split_once('-')?;
        let is_domain = number.chars().all(|letter| letter.is_ascii_digit()) && !name.contains('/');
        return match id {
            _ if !is_domain => None,
            "_domain" => Some(FilePlace { role: FileRole::Article(Kind::Domain), id: name.to_owned(), language }),
            _ => Some(FilePlace { role: FileRole::Standard, id: id.to_owned(), language }),
        };
    }
    let (_, kind) = ARTICLES.iter().find(|(name, _)| *name == folder)?;
    Some(FilePlace { role: FileRole::Article(*kind), id: id.to_owned(), language })
}

/// Splits a language off a name: `keeping-safe.cy` is `keeping-safe` in Welsh, but `3.1` is just an id.
fn split_language(stem: &str) -> (&str, Language) {
    match stem.rsplit_once('.') {
        Some((id, language)) if super::language::is_tag(language) => (id, Language::of(language)),
        _ => (stem, Language::default()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_give_kinds_and_names_give_languages() {
        let found = place("leaflets/keeping-safe.cy.md").unwrap();
        assert_eq!(
            (found.role, found.id.as_str(), found.language.tag()),
            (FileRole::Article(Kind::Leaflet), "keeping-safe", Some("cy"))
        );
        let found = place("leaflets/keeping-safe.easy.cy.yaml").unwrap();
        assert_eq!(
            (found.role, found.id.as_str(), found.language.tag()),
            (FileRole::EasyRead(Kind::Leaflet), "keeping-safe", Some("cy"))
        );
        for (path, section) in [("support.easy.yaml", "support"), ("_index.easy.ur.yaml", HOME)] {
            let found = place(path).unwrap();
            assert_eq!((found.role, found.id.as_str()), (FileRole::EasyRead(Kind::Section), section));
        }
        assert_eq!(place("pack.easy.yaml"), None);
        let found = place("standards/3-staff/3.1.md").unwrap();
        assert_eq!((found.role, found.id.as_str(), found.language), (FileRole::Standard, "3.1", Language::default()));
        assert_eq!(place("standards/3-staff/_domain.md").unwrap().id, "staff");
        assert_eq!(place("leaflet/x.md"), None);
        assert!(is_folder("wards") && is_folder("images/a/b") && is_folder("standards/3-staff") && is_folder(""));
        assert!(!is_folder("ward") && !is_folder("wards/north") && !is_folder("standards/3-staff/x"));
    }
}
