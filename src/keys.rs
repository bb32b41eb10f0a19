//! The keys that each kind of file can have, as JSON Schemas for editors and as words.
//!
//! The schemas stand in `docs/reference/schemas` and are made from what the readers of the model ask for
//! (`tests/suite/reference/schemas.rs`), so that no key is missing and none is left over.

use std::path::Path;

use include_dir::{Dir, include_dir};
use serde_json::{Map, Value};

use crate::problem::fault::{Fault, running};
use crate::write::disk::RealDisk;
use crate::write::whole;

static SCHEMAS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/docs/reference/schemas");

/// The folder beside the content folder in which a new pack has the schemas for editors.
pub const FOLDER: &str = ".schemas";

/// A kind of file, and what it can say.
#[derive(Debug)]
pub struct FileKeys {
    /// The name of its schema, such as `wards`.
    pub name: String,
    /// The paths of such files inside the content folder, with `<id>` for what differs.
    pub paths: Vec<String>,
    /// What it is, in a few words.
    pub what: String,
    schema: Value,
}

/// A key, how deep it stands in the file, whether it must be there, and what it means.
#[derive(Debug)]
pub struct WrittenKey {
    pub name: String,
    /// 0 for a key of the file itself.
    pub depth: usize,
    pub is_needed: bool,
    pub meaning: String,
}

impl FileKeys {
    /// Returns every kind of file, by the names of their schemas.
    pub fn all() -> Vec<FileKeys> {
        let mut all: Vec<FileKeys> = SCHEMAS.files().filter_map(FileKeys::read).collect();
        all.sort_by(|one, other| one.name.cmp(&other.name));
        all
    }

    fn read(file: &include_dir::File<'_>) -> Option<Self> {
        let schema: Value = serde_json::from_slice(file.contents()).ok()?;
        let paths = schema.get("x-files")?.as_array()?.iter().filter_map(|path| path.as_str().map(str::to_owned));
        let name = file.path().file_stem()?.to_string_lossy().into_owned();
        let what = schema.get("description")?.as_str()?.to_owned();
        Some(FileKeys { name, paths: paths.collect(), what, schema })
    }

    /// Returns the kind of a file, from its path or from the name of the kind, or nothing where no file is called so.
    pub fn of(asked: &str) -> Option<FileKeys> {
        let asked = asked.replace('\\', "/");
        let path = asked.rsplit_once("content/").map_or(&*asked, |(_, path)| path);
        let mut all = FileKeys::all();
        let by_name = all.iter().position(|kind| kind.name == path);
        let by_path = || all.iter().position(|kind| kind.paths.iter().any(|pattern| fits(pattern, path)));
        // Each section has an introduction, and each page and section can have Easy Read.
        let file = path.rsplit_once('/').map_or(path, |(_, file)| file);
        let alike =
            [("_index.md", "index"), ("_index.easy.yaml", "leaflets.easy"), ("<id>.easy.yaml", "leaflets.easy")];
        let by_file = || {
            let (_, name) = alike.iter().find(|(pattern, _)| fits(pattern, file))?;
            all.iter().position(|kind| kind.name == *name)
        };
        let place = by_name.or_else(by_path).or_else(by_file)?;
        Some(all.swap_remove(place))
    }

    /// Returns the keys in the order in which a file has them, those of a group below it.
    pub fn keys(&self) -> Vec<WrittenKey> {
        let mut keys = Vec::new();
        add(&self.schema, 0, &mut keys);
        keys
    }

    /// Returns the JSON Schema (draft 7) as text.
    pub fn schema(&self) -> String {
        format!("{:#}\n", self.schema)
    }

    /// Returns the patterns by which an editor knows such files in the folder above `content`: those to take, and after an
    /// exclamation mark those of other kinds.
    pub fn globs(&self) -> Vec<String> {
        let yaml = self.paths.iter().filter(|path| path.ends_with(".yaml"));
        let globs = yaml.map(|path| format!("content/{}", path.replace("<n>-<domain>", "*").replace("<id>", "*")));
        let mut globs: Vec<String> = globs.collect();
        if let Some(folder) = globs.iter().find_map(|glob| glob.strip_suffix("/*.yaml")) {
            let other = if folder == "content/wards" { "agreed" } else { "easy" };
            globs.push(format!("!{folder}/*.{other}.yaml"));
        }
        globs
    }
}

fn add(schema: &Value, depth: usize, keys: &mut Vec<WrittenKey>) {
    let needed = ["required", "x-needed"].iter().filter_map(|name| schema.get(name)?.as_array());
    let needed: Vec<&str> = needed.flatten().filter_map(Value::as_str).collect();
    let properties = schema.get("properties").and_then(Value::as_object).into_iter().flat_map(Map::iter);
    for (name, inside) in properties {
        let meaning = inside.get("description").and_then(Value::as_str).unwrap_or_default().to_owned();
        keys.push(WrittenKey { name: name.clone(), depth, is_needed: needed.contains(&&**name), meaning });
        add(inside, depth + 1, keys);
        for of_each in ["items", "additionalProperties"].iter().filter_map(|part| inside.get(part)) {
            add(of_each, depth + 1, keys);
        }
    }
}

/// Tells whether a path is one of a pattern's: `<id>` stands for a name, and a language may stand before the ending.
fn fits(pattern: &str, path: &str) -> bool {
    // The names of standards are numbers, such as 3.1.
    let id = if pattern.starts_with("standards/") { "[^/_][^/]*" } else { "[^./_][^./]*" };
    let pattern = regex_lite::escape(pattern).replace("\\-", "-");
    let (stem, ending) = pattern.rsplit_once("\\.").unwrap_or((&pattern, ""));
    let pattern = format!("^{stem}(\\.[a-z]{{2,3}}(-[A-Za-z]+)?)?\\.{ending}$");
    let pattern = pattern.replace("<n>-<domain>", "[^/]+").replace("<id>", id);
    regex_lite::Regex::new(&pattern).is_ok_and(|pattern| pattern.is_match(path))
}

/// Returns the line by which an editor knows what a YAML file of the content folder can have, from [`FOLDER`]; nothing for another
/// file. It is that of yaml-language-server, which most editors have.
pub fn editor_line(path: &str) -> Option<String> {
    let kind = FileKeys::of(path).filter(|_| path.ends_with(".yaml"))?;
    let up = "../".repeat(path.matches('/').count() + 1);
    Some(format!("# yaml-language-server: $schema={up}{FOLDER}/{}.json\n", kind.name))
}

/// Returns every schema with the name of its file.
pub fn files() -> Vec<(String, String)> {
    FileKeys::all().iter().map(|kind| (format!("{}.json", kind.name), kind.schema())).collect()
}

/// Writes every schema into a folder, over those of an earlier version.
pub fn write(folder: &Path) -> Result<usize, Fault> {
    let all = files();
    let files: Vec<(&str, &[u8])> = all.iter().map(|(name, text)| (&**name, text.as_bytes())).collect();
    whole::put(folder, &files, &RealDisk).map_err(|error| error.of_files(folder))?;
    Ok(files.len())
}

/// Says that no file of a pack is called so.
pub fn unknown(asked: &str) -> Fault {
    let all = FileKeys::all();
    running::no_kind_of_file(asked, all.iter().map(|kind| &*kind.name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_kind_of_a_file_is_known_by_its_path() {
        let name = |path: &str| FileKeys::of(path).map(|kind| kind.name);
        assert_eq!(name("content/wards/beach.yaml").as_deref(), Some("wards"));
        assert_eq!(name("wards/beach.agreed.yaml").as_deref(), Some("wards.agreed"));
        assert_eq!(name("C:\\trust\\content\\leaflets\\visiting.easy.cy.yaml").as_deref(), Some("leaflets.easy"));
        assert_eq!(name("stories/openness.cy.md").as_deref(), Some("leaflets"));
        assert_eq!(name("standards/3-staff/3.1.md").as_deref(), Some("standards"));
        assert_eq!(name("pack").as_deref(), Some("pack"));
        assert_eq!(name("wards/beach.txt"), None);
    }
}
