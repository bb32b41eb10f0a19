//! The files of the source as modules, with what each uses.

use std::fs;
use std::path::Path;

use super::uses::{self, Use};

/// One file.
pub struct Module {
    /// Its path inside `src`.
    pub file: String,
    /// Its name, from the crate on; empty for lib.rs and main.rs.
    pub name: Vec<String>,
    pub lines: usize,
    pub uses: Vec<Use>,
    /// The macros and the methods that it calls, by their names, and in which line.
    pub macros: Vec<(String, usize)>,
    pub methods: Vec<(String, usize)>,
    /// The types that it makes values of field by field, and in which line.
    pub literals: Vec<(Vec<String>, usize)>,
    /// The types that it makes, by their names.
    pub types: Vec<String>,
    text: String,
}

impl Module {
    /// Returns the module of lib.rs that the file belongs to.
    pub fn room(&self) -> &str {
        self.name.first().map_or("", String::as_str)
    }

    /// Tells whether this is lib.rs or main.rs.
    pub fn is_top(&self) -> bool {
        self.name.is_empty()
    }
}

/// The modules of a crate.
pub struct Tree {
    pub modules: Vec<Module>,
}

impl Tree {
    /// Reads the source of the program itself.
    pub fn of_the_source() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let entries = walkdir::WalkDir::new(&root).sort_by_file_name().into_iter().flatten();
        let rust = entries.filter(|entry| entry.path().extension().is_some_and(|ending| ending == "rs"));
        let read = |entry: walkdir::DirEntry| {
            let path = entry.path().strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
            (path, fs::read_to_string(entry.path()).unwrap())
        };
        Self::of(rust.map(read).collect())
    }

    /// Returns the modules of files, which are given with their paths inside `src`.
    pub fn of(mut files: Vec<(String, String)>) -> Self {
        files.sort();
        let names: Vec<Vec<String>> = files.iter().map(|(path, _)| name(path)).collect();
        let mut test_files = Vec::new();
        let modules = files.into_iter().zip(&names).map(|((file, text), name)| {
            let found = uses::of(&text, name, &names).unwrap_or_else(|error| panic!("{file}: {error}"));
            let uses::Found { uses, macros, methods, literals, types, test_files: own, .. } = found;
            test_files.extend(own);
            Module {
                lines: text.lines().count(),
                file,
                name: name.clone(),
                uses,
                macros,
                methods,
                literals,
                types,
                text,
            }
        });
        let mut modules: Vec<Module> = modules.collect();
        // A file of tests says so only where it is named.
        let of_tests = modules.iter_mut().filter(|module| test_files.contains(&module.name));
        of_tests.flat_map(|module| &mut module.uses).for_each(|used| used.is_test = true);
        Tree { modules }
    }

    /// Returns the modules of lib.rs in their order.
    pub fn rooms(&self) -> Vec<String> {
        let lib = self.modules.iter().find(|module| module.file == "lib.rs").unwrap();
        let parsed = syn::parse_file(&lib.text).unwrap();
        let rooms = parsed.items.iter().filter_map(|item| match item {
            syn::Item::Mod(room) => Some(room.ident.to_string()),
            _ => None,
        });
        rooms.collect()
    }
}

/// Returns the name of a file's module.
fn name(path: &str) -> Vec<String> {
    let path = path.trim_end_matches(".rs");
    let path = path.strip_suffix("/mod").unwrap_or(path);
    if ["lib", "main"].contains(&path) { Vec::new() } else { path.split('/').map(str::to_owned).collect() }
}
