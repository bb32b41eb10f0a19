//! Names that are nearly right, and what they should be: the ending, the language, the mark of Easy Read.

use super::KnownPack;
use super::document::document;
use crate::model::language;
use crate::model::place::{AGREED, EASY as EASY_MARK, SHEETS, WARDS, place, takes_markdown};
use crate::model::read::id::{as_id, is_id};
use crate::problem::catalogue::names::NameSlip;

/// Endings that mean another one, and what they mean.
const ENDINGS: [(&[&str], &str); 2] = [
    (&["yaml", "yml", "yam", "ymal", "yalm", "yamll", "yaml_"], "yaml"),
    (&["md", "markdown", "mdown", "mkd", "mkdn", "mdwn", "mdtxt", "mdtext"], "md"),
];

/// Endings of plain text, whatever is in it.
const PLAIN: [&str; 8] = ["txt", "text", "rtf", "json", "yal", "conf", "cfg", "ini"];

/// How people write that a file is in Easy Read.
const EASY: [&str; 6] = ["easyread", "easy-read", "easy_read", "easy read", "easy.read", "easy"];

/// What people call the files beside a ward's own, and the marks of these.
const BESIDE_WARDS: [(&[&str], &str); 2] =
    [(&["agreed", "agreement", "agree"], AGREED), (&["sheets", "sheet", "hanging", "hangs"], SHEETS)];

/// What people call a language in English, for the languages that a ward is most likely to need.
const CALLED: [(&str, &str); 16] = [
    ("arabic", "ar"),
    ("bengali", "bn"),
    ("cymraeg", "cy"),
    ("english", "en"),
    ("farsi", "fa"),
    ("french", "fr"),
    ("gujarati", "gu"),
    ("hindi", "hi"),
    ("polish", "pl"),
    ("portuguese", "pt"),
    ("punjabi", "pa"),
    ("romanian", "ro"),
    ("somali", "so"),
    ("turkish", "tr"),
    ("urdu", "ur"),
    ("welsh", "cy"),
];

/// A name that would be read.
pub struct BetterName {
    pub name: String,
    pub slip: NameSlip,
}

/// Returns the name that a file in a folder of the pack should have, if it isn't the one it has. `text` is what it says: a file
/// of another ending is only taken for a page or a ward if it looks like one.
pub fn name(folder: &str, name: &str, text: &str, known: &KnownPack<'_>) -> Option<BetterName> {
    let (stem, ending) = split(folder, name, text)?;
    let parts = if folder == WARDS { NameParts::of_ward(&stem, known) } else { NameParts::of(&stem, known) };
    let is_read = |name: &str| place(&within(folder, name)).is_some();
    let is_fixed = parts.id.starts_with('_') || is_id(&parts.id);
    let id = if is_fixed { parts.id.clone() } else { as_id(&parts.id) };
    // The pack's first language isn't named.
    let others = parts.language.as_deref().filter(|tag| known.languages.first() != Some(tag));
    let language = others.map_or(String::new(), |language| format!(".{language}"));
    let right = |ending: &str| format!("{id}{}{language}.{ending}", parts.mark);
    let right = if parts.mark == EASY_MARK { right("yaml") } else { right(ending) };
    let other = || looks_like(folder, text).map(|ending| format!("{id}.{ending}"));
    let right = if is_read(&right) { right } else { other()? };
    if right == name || !is_read(&right) {
        return None;
    }
    let slip = match &parts.language {
        _ if parts.mark == EASY_MARK => NameSlip::EasyRead,
        Some(language) if !name.contains(&format!(".{language}.")) => NameSlip::Language,
        _ => NameSlip::Ending,
    };
    // A sign that other names have too says something only beside the page that it belongs to.
    let originals = [format!("{id}.{ending}"), format!("{id}.md"), format!("{id}.yaml")];
    let is_certain = parts.has_dots || originals.iter().any(|original| known.has(&within(folder, original)));
    let has_same_id = || place(&within(folder, name)).is_some_and(|place| as_id(&place.id) == id);
    let is_only_its_id = slip == NameSlip::Ending && parts.mark.is_empty() && has_same_id();
    (is_certain && !is_only_its_id).then_some(BetterName { name: right, slip })
}

/// Returns a path in a folder of the pack.
pub fn within(folder: &str, name: &str) -> String {
    if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") }
}

/// Parts a name into what is before its ending, and the ending that is meant.
fn split(folder: &str, name: &str, text: &str) -> Option<(String, &'static str)> {
    let meant = |ending: &str| ENDINGS.iter().find(|(all, _)| all.contains(&ending)).map(|(_, meant)| *meant);
    let (mut stem, mut ending) = (name, None);
    // Windows hides the ending that an editor adds, and people write it twice.
    while let Some((shorter, last)) = stem.rsplit_once('.') {
        let last = last.trim().to_ascii_lowercase();
        match meant(&last) {
            Some(found) => ending = ending.or(Some(found)),
            // A text that is called as a document of Word; what is in it decides.
            None if stem == name && (PLAIN.contains(&last.as_str()) || document(&last).is_some()) => {}
            None => break,
        }
        stem = shorter;
    }
    Some((stem.to_owned(), ending.or_else(|| looks_like(folder, text))?))
}

/// Returns the ending of what a text looks like, if the folder takes such files.
pub fn looks_like(folder: &str, text: &str) -> Option<&'static str> {
    let has = |setting: &str| text.lines().take(40).any(|line| line.starts_with(setting));
    if takes_markdown(folder) {
        (text.starts_with("---") && has("title:")).then_some("md")
    } else {
        (has("name:") || has("title:") || has("extends:")).then_some("yaml")
    }
}

/// What a name says beside its id.
struct NameParts {
    id: String,
    /// What stands between the id and the language: that it is in Easy Read, or what a ward agreed or hung up.
    mark: &'static str,
    language: Option<String>,
    /// Its parts stand behind dots, as nothing else does.
    has_dots: bool,
}

impl NameParts {
    /// A ward's file has no language, but there may be one of what the ward agreed, and of what hangs there.
    fn of_ward(stem: &str, known: &KnownPack<'_>) -> NameParts {
        let mut parts = NameParts { id: stem.trim().to_owned(), mark: "", language: None, has_dots: true };
        let lower = parts.id.to_ascii_lowercase();
        let words = BESIDE_WARDS.iter().flat_map(|(words, mark)| words.iter().map(move |word| (word, *mark)));
        let mut found = words.filter_map(|(word, mark)| before(&lower, word).map(|before| (before, mark)));
        let is_of_ward = |length: usize| known.has(&within(WARDS, &format!("{}.yaml", &lower[..length])));
        if let Some(((length, sign), mark)) = found.find(|((length, _), _)| is_of_ward(*length)) {
            parts.id.truncate(length);
            (parts.mark, parts.has_dots) = (mark, sign == '.');
        }
        parts
    }

    fn of(stem: &str, known: &KnownPack<'_>) -> NameParts {
        let mut parts = NameParts { id: stem.trim().to_owned(), mark: "", language: None, has_dots: true };
        loop {
            let easy = if parts.mark.is_empty() { before_easy(&parts.id) } else { None };
            let language = if parts.language.is_none() { before_language(&parts.id, known) } else { None };
            let (length, sign) = match (easy, language) {
                (Some(found), _) => {
                    parts.mark = EASY_MARK;
                    found
                }
                (None, Some((length, sign, tag))) => {
                    parts.language = Some(tag);
                    (length, sign)
                }
                (None, None) => return parts,
            };
            parts.has_dots &= sign == '.';
            parts.id.truncate(length);
        }
    }
}

/// Returns how much of a name comes before a last part, and the sign between them.
fn before<'a>(name: &'a str, last: &str) -> Option<(usize, char)> {
    let rest: &'a str = name.strip_suffix(last)?;
    let bare = rest.trim_end_matches([' ', '(', '[', '-', '_', '.', '–']);
    let sign = rest[bare.len()..].chars().next()?;
    (!bare.is_empty()).then_some((bare.len(), sign))
}

fn before_easy(name: &str) -> Option<(usize, char)> {
    let lower = name.to_ascii_lowercase();
    let open = lower.trim_end_matches([')', ']']);
    EASY.iter().find_map(|word| before(open, word))
}

/// Returns how much of a name comes before its language, the sign between them, and the language's tag.
fn before_language(name: &str, known: &KnownPack<'_>) -> Option<(usize, char, String)> {
    let lower = name.to_ascii_lowercase();
    let open = lower.trim_end_matches([')', ']']);
    let listed = known.languages.iter().map(|tag| (tag.to_ascii_lowercase(), (*tag).to_owned()));
    let called = CALLED.iter().map(|(word, tag)| ((*word).to_owned(), (*tag).to_owned()));
    let named = listed.chain(called).find_map(|(word, tag)| before(open, &word).map(|(at, sign)| (at, sign, tag)));
    named.or_else(|| {
        // Any other tag, where the sign before it is none that a name has inside.
        let (_, tag) = open.rsplit_once(['.', '_', ' ', '('])?;
        let is_language = language::is_tag(tag) && (tag.len() == 2 || tag.contains('-'));
        let (at, sign) = before(open, tag)?;
        is_language.then(|| (at, sign, tag.to_owned()))
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn names_that_are_nearly_right() {
        let paths = ["leaflets/visiting.md", "wards/dune.yaml", "resources.yaml", "charter/template.yaml"];
        let content = paths.map(|path| (path.to_owned(), crate::span::FileId(0))).into();
        let known = KnownPack { content: &content, languages: vec!["en", "cy"], below: BTreeSet::new() };
        let better = |folder: &str, written: &str| name(folder, written, "", &known).map(|better| better.name);
        for (folder, written, right) in [
            ("", "pack.yml", "pack.yaml"),
            ("", "Pack.YAML", "pack.yaml"),
            ("", "pack.yaml.txt", "pack.yaml"),
            ("wards", "beach.yml", "beach.yaml"),
            ("wards", "Beach Ward.YML", "beach-ward.yaml"),
            ("wards", "beach.yaml.yaml", "beach.yaml"),
            ("leaflets", "phones.MD", "phones.md"),
            ("leaflets", "phones.markdown", "phones.md"),
            ("leaflets", "phones.md.txt", "phones.md"),
            ("leaflets", "_index.MD", "_index.md"),
            ("leaflets", "visiting.CY.md", "visiting.cy.md"),
            ("leaflets", "visiting_cy.md", "visiting.cy.md"),
            ("leaflets", "visiting-cy.md", "visiting.cy.md"),
            ("leaflets", "visiting cy.md", "visiting.cy.md"),
            ("leaflets", "visiting (Welsh).md", "visiting.cy.md"),
            ("leaflets", "visiting_pl.md", "visiting.pl.md"),
            ("leaflets", "visiting.easy.md", "visiting.easy.yaml"),
            ("leaflets", "visiting-easy.md", "visiting.easy.yaml"),
            ("leaflets", "visiting.easyread.yaml", "visiting.easy.yaml"),
            ("leaflets", "visiting-easy-read.yaml", "visiting.easy.yaml"),
            ("leaflets", "visiting.EASY.yml", "visiting.easy.yaml"),
            ("leaflets", "visiting.cy.easy.yaml", "visiting.easy.cy.yaml"),
            ("leaflets", "visiting-cy-easy.md", "visiting.easy.cy.yaml"),
            ("", "resources-cy.yaml", "resources.cy.yaml"),
            ("charter", "template_cy.yml", "template.cy.yaml"),
            ("wards", "dune-agreed.yaml", "dune.agreed.yaml"),
            ("wards", "dune.Agreed.yaml", "dune.agreed.yaml"),
            ("wards", "dune-sheets.yaml", "dune.sheets.yaml"),
            ("wards", "dune hangs.yml", "dune.sheets.yaml"),
        ] {
            assert_eq!(better(folder, written).as_deref(), Some(right), "{folder}/{written}");
        }
        for (folder, written) in [
            ("leaflets", "visiting.md"),
            ("leaflets", "visiting.cy.md"),
            ("leaflets", "visiting.easy.yaml"),
            ("leaflets", "visiting.easy.cy.yaml"),
            ("leaflets", "phones-cy.md"),
            ("leaflets", "Phones.md"),
            ("leaflets", "visiting-it.md"),
            ("leaflets", "easy-read.md"),
            ("standards/3-staff", "3.1.md"),
            ("wards", "notes.txt"),
            ("wards", "beach.agreed.yaml"),
            ("wards", "beach.sheets.yaml"),
        ] {
            assert_eq!(better(folder, written), None, "{folder}/{written}");
        }
        let text = "---\ntitle: Phones\n---\n";
        assert_eq!(
            name("leaflets", "phones.txt", text, &known).map(|better| better.name).as_deref(),
            Some("phones.md")
        );
        assert_eq!(name("wards", "beach.md", "---\nname: Beach\n", &known).unwrap().name, "beach.yaml");
        assert_eq!(
            name("wards", "beach", "name: Beach\n", &known).map(|better| better.name).as_deref(),
            Some("beach.yaml")
        );
    }
}
