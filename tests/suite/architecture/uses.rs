//! What a file uses: the paths in it, as they are once its `use` lines are followed.

use std::collections::HashMap;

use syn::visit::{self, Visit};
use syn::{Attribute, ExprMethodCall, ExprStruct, Ident, Item, ItemImpl, ItemMod, ItemUse, Macro, Path, Type, UseTree};

/// A path that a file uses, from `crate` or from the name of another crate on.
#[derive(Debug)]
pub struct Use {
    pub path: Vec<String>,
    pub line: usize,
    /// Only the file's own tests use it.
    pub is_test: bool,
}

/// All that a file uses.
#[derive(Default)]
pub struct Found {
    pub uses: Vec<Use>,
    pub macros: Vec<(String, usize)>,
    pub methods: Vec<(String, usize)>,
    /// The types that it makes values of field by field.
    pub literals: Vec<(Vec<String>, usize)>,
    /// The types that it makes, by their names.
    pub types: Vec<String>,
    /// Files of their own that are modules of the tests.
    pub test_files: Vec<Vec<String>>,
    /// The module that is being read: the file's own, or one inside it.
    module: Vec<String>,
    /// What names stand for: by `use`, or because they are the file's own modules.
    names: HashMap<String, Vec<String>>,
    /// What `Self` stands for, in an `impl`.
    itself: Option<Vec<String>>,
    is_test: bool,
}

/// Returns what the text of a module uses; `all` are the names of the crate's modules.
pub fn of(text: &str, name: &[String], all: &[Vec<String>]) -> syn::Result<Found> {
    let file = syn::parse_file(text)?;
    let mut found = Found { module: name.to_vec(), ..Found::default() };
    let own = all.iter().filter(|module| module.len() == name.len() + 1 && module.starts_with(name));
    found.names.extend(own.map(|module| (module[name.len()].clone(), in_crate(module))));
    // Names hold in the whole file, wherever their line stands.
    Names { found: &mut found, all }.visit_file(&file);
    found.visit_file(&file);
    Ok(found)
}

fn in_crate(module: &[String]) -> Vec<String> {
    std::iter::once("crate".to_owned()).chain(module.iter().cloned()).collect()
}

fn names_of(path: &Path) -> Vec<String> {
    path.segments.iter().map(|part| part.ident.to_string()).collect()
}

/// Returns the name of a type or trait that an item makes.
fn type_of(item: &Item) -> Option<&Ident> {
    match item {
        Item::Struct(made) => Some(&made.ident),
        Item::Enum(made) => Some(&made.ident),
        Item::Trait(made) => Some(&made.ident),
        Item::Type(made) => Some(&made.ident),
        _ => None,
    }
}

fn is_of_tests(attributes: &[Attribute]) -> bool {
    let is_it = |attribute: &Attribute| {
        attribute.path().is_ident("cfg") && attribute.parse_args::<Path>().is_ok_and(|path| path.is_ident("test"))
    };
    attributes.iter().any(is_it)
}

impl Found {
    /// Returns a path from `crate` or another crate on.
    fn whole(&self, path: &[String]) -> Vec<String> {
        let rest = |from: usize| path[from..].iter().cloned();
        let up = path.iter().take_while(|part| *part == "super").count();
        match path[0].as_str() {
            "super" => {
                in_crate(&self.module[..self.module.len().saturating_sub(up)]).into_iter().chain(rest(up)).collect()
            }
            "Self" if self.itself.is_some() => self.itself.iter().flatten().cloned().chain(rest(1)).collect(),
            "self" => in_crate(&self.module).into_iter().chain(rest(1)).collect(),
            "wardpack" => std::iter::once("crate".to_owned()).chain(rest(1)).collect(),
            first => match self.names.get(first) {
                Some(known) => known.iter().cloned().chain(rest(1)).collect(),
                None => path.to_vec(),
            },
        }
    }

    fn add(&mut self, path: &[String], line: usize) {
        // `self::super::x` is `super::x`.
        let path = if path.len() > 1 && path[0] == "self" && path[1] == "super" { &path[1..] } else { path };
        let (path, is_test) = (self.whole(path), self.is_test);
        let is_there = |known: &Use| known.path == path && known.is_test == is_test;
        if !self.uses.iter().any(is_there) {
            self.uses.push(Use { path, line, is_test });
        }
    }

    /// Goes into a module inside the file, or out of it again.
    fn inside(&mut self, module: &ItemMod, look: impl FnOnce(&mut Self)) {
        let was_test = self.is_test;
        self.is_test |= is_of_tests(&module.attrs);
        self.module.push(module.ident.to_string());
        if self.is_test && module.content.is_none() {
            self.test_files.push(self.module.clone());
        }
        look(self);
        self.module.pop();
        self.is_test = was_test;
    }
}

impl<'ast> Visit<'ast> for Found {
    fn visit_item(&mut self, item: &'ast Item) {
        match item {
            Item::Mod(module) => self.inside(module, |found| visit::visit_item_mod(found, module)),
            item => {
                self.types.extend(type_of(item).filter(|_| !self.is_test).map(ToString::to_string));
                visit::visit_item(self, item);
            }
        }
    }

    fn visit_item_impl(&mut self, item: &'ast ItemImpl) {
        let own = match &*item.self_ty {
            Type::Path(own) => Some(self.whole(&names_of(&own.path))),
            _ => None,
        };
        let outer = std::mem::replace(&mut self.itself, own);
        visit::visit_item_impl(self, item);
        self.itself = outer;
    }

    fn visit_expr_struct(&mut self, literal: &'ast ExprStruct) {
        let line = literal.path.segments[0].ident.span().start().line;
        self.literals.push((self.whole(&names_of(&literal.path)), line));
        visit::visit_expr_struct(self, literal);
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        for (path, _) in flat(&item.tree) {
            let line = item.use_token.span.start().line;
            self.add(&path, line);
        }
    }

    fn visit_path(&mut self, path: &'ast Path) {
        let parts = names_of(path);
        // `Self::x` is of the file itself.
        if parts.len() > 1 && parts[0] != "Self" {
            let line = path.segments[0].ident.span().start().line;
            self.add(&parts, line);
        }
        visit::visit_path(self, path);
    }

    fn visit_expr_method_call(&mut self, call: &'ast ExprMethodCall) {
        if !self.is_test {
            self.methods.push((call.method.to_string(), call.method.span().start().line));
        }
        visit::visit_expr_method_call(self, call);
    }

    fn visit_macro(&mut self, called: &'ast Macro) {
        let name = called.path.segments.last().map(|part| part.ident.to_string()).unwrap_or_default();
        let line = called.path.segments[0].ident.span().start().line;
        self.macros.push((name, line));
        // What stands in a macro is no syntax yet: its paths are names with `::` between them.
        for (path, line) in in_tokens(called.tokens.clone()) {
            self.add(&path, line);
        }
        visit::visit_macro(self, called);
    }
}

/// Returns the paths of two and more names in tokens, and the lines in which they begin.
fn in_tokens(tokens: proc_macro2::TokenStream) -> Vec<(Vec<String>, usize)> {
    use proc_macro2::TokenTree;
    let (mut found, mut path, mut line, mut colons) = (Vec::new(), Vec::new(), 0, 0);
    for token in tokens.into_iter().chain([TokenTree::Punct(proc_macro2::Punct::new(';', proc_macro2::Spacing::Alone))])
    {
        match token {
            TokenTree::Punct(sign) if sign.as_char() == ':' => {
                colons += 1;
                continue;
            }
            TokenTree::Ident(name) if colons == 2 && !path.is_empty() => path.push(name.to_string()),
            other => {
                if path.len() > 1 {
                    found.push((std::mem::take(&mut path), line));
                }
                path.clear();
                match other {
                    TokenTree::Ident(name) => {
                        line = name.span().start().line;
                        path.push(name.to_string());
                    }
                    TokenTree::Group(group) => found.extend(in_tokens(group.stream())),
                    TokenTree::Punct(_) | TokenTree::Literal(_) => {}
                }
            }
        }
        colons = 0;
    }
    found
}

/// Gathers what names stand for.
struct Names<'f, 'a> {
    found: &'f mut Found,
    all: &'a [Vec<String>],
}

impl<'ast> Visit<'ast> for Names<'_, '_> {
    fn visit_item(&mut self, item: &'ast Item) {
        match item {
            Item::Mod(module) => {
                self.found.module.push(module.ident.to_string());
                visit::visit_item_mod(self, module);
                self.found.module.pop();
            }
            item => visit::visit_item(self, item),
        }
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        for (path, name) in flat(&item.tree) {
            let whole = self.found.whole(&path);
            if name == "*" {
                // Everything of a module is in scope then, the modules in it too.
                let module = &whole[1..];
                let inside =
                    self.all.iter().filter(|other| other.len() == module.len() + 1 && other.starts_with(module));
                let names = inside.map(|other| (other[module.len()].clone(), in_crate(other)));
                if whole[0] == "crate" {
                    self.found.names.extend(names);
                }
            } else {
                self.found.names.insert(name, whole);
            }
        }
    }
}

/// Returns every path of a `use` line, and the name it goes by: `*` for all of a module.
fn flat(tree: &UseTree) -> Vec<(Vec<String>, String)> {
    fn add(tree: &UseTree, before: &[String], all: &mut Vec<(Vec<String>, String)>) {
        let with = |name: String| [before, &[name]].concat();
        match tree {
            UseTree::Path(path) => add(&path.tree, &with(path.ident.to_string()), all),
            // `{self}` is the module itself.
            UseTree::Name(name) if name.ident == "self" => {
                all.push((before.to_vec(), before.last().cloned().unwrap_or_default()));
            }
            UseTree::Name(name) => all.push((with(name.ident.to_string()), name.ident.to_string())),
            UseTree::Rename(renamed) if renamed.ident == "self" => {
                all.push((before.to_vec(), renamed.rename.to_string()));
            }
            UseTree::Rename(renamed) => all.push((with(renamed.ident.to_string()), renamed.rename.to_string())),
            UseTree::Glob(_) => all.push((before.to_vec(), "*".to_owned())),
            UseTree::Group(group) => group.items.iter().for_each(|item| add(item, before, all)),
        }
    }
    let mut all = Vec::new();
    add(tree, &[], &mut all);
    all
}
