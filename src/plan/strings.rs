//! The words around the content, one file a language: `strings/en.yaml` of the theme.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::model::benchmark::Group;
use crate::model::kind::{HOME, Kind, PAGES, SECTIONS};
use crate::model::placeholder::Placeholder;
use crate::model::resource::KINDS;
use crate::parse::{PerFile, yaml};
use crate::problem::catalogue::theme;
use crate::problem::{Place, Problem};
use crate::read::{SourceFile, Sources};
use crate::span::{FileId, Span};

/// The words of one language.
#[derive(Clone, Debug)]
pub struct Strings {
    pub language: String,
    /// The words as they are handed to templates.
    pub tree: Arc<serde_yaml::Value>,
    /// Changes whenever a word does.
    pub fingerprint: u128,
}

/// What a file of words holds, or why it can't be read.
pub type ThemeWords = Result<Strings, Box<Problem>>;

impl Strings {
    /// Returns the words at a path of keys, such as `["sections", "leaflets"]`; empty where the file doesn't have them,
    /// which [`load`] has reported.
    pub fn words(&self, path: &[&str]) -> String {
        let mut found = &*self.tree;
        for key in path {
            match found.get(*key) {
                Some(next) => found = next,
                None => return String::new(),
            }
        }
        found.as_str().unwrap_or_default().to_owned()
    }

    /// Returns a date as people write it: 23 November 2026.
    pub fn date(&self, date: jiff::civil::Date) -> String {
        self.dated("date", date)
    }

    /// Returns the month of a date: November 2026.
    pub fn month(&self, date: jiff::civil::Date) -> String {
        self.dated("month", date)
    }

    fn dated(&self, pattern: &str, date: jiff::civil::Date) -> String {
        let months = self.tree.get("months").and_then(serde_yaml::Value::as_sequence);
        let month = months.and_then(|months| months.get(usize::try_from(date.month() - 1).unwrap_or(0)));
        let month = month.and_then(serde_yaml::Value::as_str).unwrap_or_default();
        let pattern = self.words(&[pattern]);
        pattern
            .replace("{day}", &date.day().to_string())
            .replace("{month}", month)
            .replace("{year}", &date.year().to_string())
    }
}

/// Returns the words of each language by its tag. Reports a language the theme has no file for, a file that can't be read,
/// and every key that `strings/en.yaml` has and another file lacks.
/// A file that `kept` has unchanged isn't read again.
pub fn load(
    languages: &[&str],
    sources: &Sources,
    kept: &mut PerFile<ThemeWords>,
    problems: &mut Vec<Problem>,
) -> BTreeMap<String, Strings> {
    let mut all = BTreeMap::new();
    let words = kept_words(languages, sources, kept);
    let read = |language: &str, problems: &mut Vec<Problem>| match words.get(language)?.as_ref() {
        Ok(strings) => Some(strings.clone()),
        Err(problem) => {
            problems.push(Problem::clone(problem));
            None
        }
    };
    // Where English is one of the languages, its own turn reports what is wrong with its file.
    let mut untold = Vec::new();
    let english = read("en", &mut untold);
    if !languages.contains(&"en") {
        problems.append(&mut untold);
    }
    for language in languages {
        let path = path(language);
        let Some(strings) = read(language, problems) else {
            if !sources.theme.contains_key(&path) {
                problems.push(theme::language_missing(&path, language));
            }
            continue;
        };
        let shown = sources.theme.get(&path).map_or(path.as_str(), |id| &sources.file(*id).shown);
        if let Some(english) = &english {
            missing(&english.tree, &strings.tree, "", &mut |key| problems.push(theme::string_missing(shown, key)));
        }
        for key in needed().iter().filter(|key| !has(&strings.tree, key)) {
            problems.push(theme::string_missing(shown, &key.join(".")));
        }
        let generic = Placeholder::names().into_iter().map(|name| name.replace('.', "_"));
        for name in generic.filter(|name| name != "pack_title" && !has(&strings.tree, &["generic", name.as_str()])) {
            problems.push(theme::string_missing(shown, &format!("generic.{name}")));
        }
        all.insert((*language).to_owned(), strings);
    }
    all
}

/// Returns the keys that wardpack itself asks for, whatever the templates use.
fn needed() -> Vec<Vec<&'static str>> {
    let group = |group: &'static str, keys: Vec<&'static str>| keys.into_iter().map(move |key| vec![group, key]);
    let sections = SECTIONS
        .into_iter()
        .chain([HOME, PAGES, "a-to-z", "sitemap", "search", "blank", "not-found", "language"])
        .collect();
    let mut keys = vec![vec!["months"], vec!["date"], vec!["month"], vec!["charter_title"], vec!["untranslated"]];
    keys.extend(group("sections", sections));
    keys.extend(group("descriptions", vec!["a-to-z", "sitemap", "search", "blank", "not-found", "language"]));
    keys.extend(group("menu", vec!["patients", "staff"]));
    keys.extend(group("kinds", Kind::ALL.map(Kind::name).to_vec()));
    keys.extend(group("audience", vec!["patients", "carers", "staff", "visitors"]));
    keys.extend(group("ages", vec!["over", "under", "between"]));
    keys.extend(group("callout", vec!["note", "important", "do", "do_not", "table", "for", "struck"]));
    keys.extend(group("notes", vec!["title", "number", "back"]));
    keys.extend(group("tasks", vec!["ticked", "not_ticked"]));
    keys.extend(group("differences", vec!["title", "description", "trust_description"]));
    keys.extend(group("charter", vec!["explanation", "means_here", "intent", "behaviours", "support"]));
    let sheet =
        ["title", "description", "keep", "change", "remove", "line", "stays", "new_words", "easier_words", "now"];
    keys.extend(group("charter_sheet", sheet.to_vec()));
    keys.extend(group("charter_sheet", vec!["means_here", "add", "add_ask", "new_line", "easier_line", "after"]));
    keys.extend(group("papers", vec!["poster", "large_poster", "handout", "large_print", "easy_read"]));
    keys.extend(group("papers", vec!["address", "code_of", "picture"]));
    keys.extend(group("version", vec!["dated", "undated"]));
    keys.extend(group("foot", vec!["translation_unchecked", "translation_checked"]));
    keys.extend(group("phone", vec!["comma", "extension", "option", "bleep", "relay", "text", "inside"]));
    keys.extend(group("withdrawn", vec!["title"]));
    keys.extend(group("moved", vec!["title", "head"]));
    keys.extend(group("bundle", vec!["readme", "update", "update_delete"]));
    keys.extend(group("formats", vec!["standard", "easy_read", "easy_read_list", "easy_read_title"]));
    let people = ["patients", "staff", "carers", "one_patients", "one_staff", "one_carers"];
    keys.extend(group("agreed_by", people.into_iter().chain(["comma", "and", "sentence", "nobody"]).collect()));
    keys.extend(group("charter_status", vec!["draft", "agreed", "suspect", "overdue"]));
    keys.extend(group("confidence", vec!["full", "partial", "none", "other-team", "not-rated"]));
    keys.extend(group("contact_roles", vec!["ward", "support", "safeguarding", "pals"]));
    keys.extend(group("contact_origins", vec!["hospital", "trust", "publisher"]));
    keys.extend(group("kinds_of", vec!["theory-of-change", "measurement-plan"]));
    keys.extend(["aim", "primary", "secondary", "idea"].map(|name| vec!["theory", "columns", name]));
    keys.extend(group("idea", vec!["untested", "tested_once", "tested"]));
    keys.extend(["tested", "untested"].map(|name| vec!["idea", "groups", name]));
    keys.extend(group("levels", vec!["trust", "directorate", "service", "ward"]));
    keys.extend(group("groups", Group::ALL.map(|(name, _)| name).to_vec()));
    keys.extend(group("benchmark_form", vec!["title", "description"]));
    keys.extend(["on_shift", "side_by_side"].into_iter().flat_map(|of| group(of, vec!["title", "description"])));
    keys.extend(group("survey", vec!["title", "description", "link", "people", "waiting", "too_few_people"]));
    keys.extend(group("survey", vec!["none", "rule", "rounded"]));
    let matrix = ["title", "description", "charter", "leaflets", "models", "ideas", "measures", "reading"];
    keys.extend(matrix.map(|name| vec!["standards", "matrix", name]));
    keys.extend(group("privacy", vec!["responsible", "officer"]));
    keys.extend(group("access", vec!["free", "subscription", "ask"]));
    keys.extend(group("resource_kinds", KINDS.map(|(kind, _)| kind).to_vec()));
    keys
}

fn has(tree: &serde_yaml::Value, path: &[&str]) -> bool {
    path.iter().try_fold(tree, |found, key| found.get(*key)).is_some()
}

fn path(language: &str) -> String {
    format!("strings/{language}.yaml")
}

/// Returns the words of these languages and of English, where the theme has a file for them.
fn kept_words(
    languages: &[&str],
    sources: &Sources,
    kept: &mut PerFile<ThemeWords>,
) -> BTreeMap<String, Arc<ThemeWords>> {
    let all: BTreeSet<&str> = languages.iter().copied().chain(["en"]).collect();
    let (languages, ids): (Vec<&str>, Vec<FileId>) =
        all.into_iter().filter_map(|language| Some((language, *sources.theme.get(&path(language))?))).unzip();
    let words = kept.each(&ids, sources, words);
    languages.into_iter().map(str::to_owned).zip(words).collect()
}

fn words(id: FileId, file: &SourceFile) -> ThemeWords {
    let language = file.path.trim_start_matches("strings/").trim_end_matches(".yaml").to_owned();
    let text = file.text.shown();
    let unreadable = |place, detail: &str| Err(Box::new(theme::strings_unreadable(place, &file.shown, detail)));
    if yaml::is_too_deep(text) {
        return unreadable(Place::Path(file.shown.clone()), "it is nested too deeply");
    }
    match serde_yaml::from_str(text) {
        Ok(tree) => Ok(Strings { language, tree: Arc::new(tree), fingerprint: file.fingerprint }),
        Err(error) => {
            let at = place_of(&error, text);
            unreadable(Span::new(id, at, at).into(), &error.to_string())
        }
    }
}

/// Returns the offset of a mistake in bytes. A letter that YAML forbids is found here, since the reader counts it without its line.
fn place_of(error: &serde_yaml::Error, text: &str) -> usize {
    let counted = error.location().map_or(0, |location| location.index());
    let forbidden =
        || text.find(|letter: char| letter.is_control() && !matches!(letter, '\t' | '\n' | '\r' | '\u{85}'));
    match counted {
        0 => forbidden().unwrap_or(0),
        letters => text.char_indices().nth(letters).map_or(text.len(), |(offset, _)| offset),
    }
}

fn missing(wanted: &serde_yaml::Value, found: &serde_yaml::Value, path: &str, report: &mut impl FnMut(&str)) {
    let Some(wanted) = wanted.as_mapping() else { return };
    for (key, value) in wanted {
        let name = key.as_str().unwrap_or_default();
        let path = if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
        match found.get(name) {
            None => report(&path),
            // A language that isn't named here is named in its own words.
            Some(_) if path == "in_language" => {}
            Some(found) => missing(value, found, &path, report),
        }
    }
}
