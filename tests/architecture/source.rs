//! What a source file says, as far as the rules of the house care: paths, calls, macros, functions.

use std::collections::HashMap;

use proc_macro2::{Span, TokenStream, TokenTree};
use syn::spanned::Spanned as _;
use syn::visit::{self, Visit};

/// Something a file uses, with its line.
#[derive(Clone, Debug)]
pub struct Used<T> {
    pub what: T,
    pub line: usize,
    /// Whether it stands in code that only tests compile.
    pub in_test: bool,
}

/// A function with its length in lines, from `fn` to the closing brace.
#[derive(Clone, Debug)]
pub struct Function {
    pub name: String,
    pub line: usize,
    pub length: usize,
}

/// The facts about one file.
#[derive(Debug, Default)]
pub struct Source {
    /// Relative to the package, such as `src/ui/app.rs`.
    pub path: String,
    pub text: String,
    /// Paths written out: `self`, `super` and the crate's name become `crate`, imported names what they stand for.
    pub paths: Vec<Used<Vec<String>>>,
    pub methods: Vec<Used<String>>,
    pub macros: Vec<Used<String>>,
    pub functions: Vec<Function>,
    /// Modules in files of their own that only tests compile: their names, or the files they name.
    pub test_modules: Vec<String>,
    /// Names bound by `use` and `mod`, and what they stand for.
    bound: HashMap<String, Vec<String>>,
    pub forbids_unsafe: bool,
}

impl Source {
    /// Reads a file; `is_test` says that only tests compile it.
    pub fn read(path: &str, text: &str, is_test: bool) -> Self {
        let file = syn::parse_file(text).unwrap_or_else(|error| panic!("{path}: {error}"));
        let source = Self {
            path: path.to_owned(),
            text: text.to_owned(),
            ..Self::default()
        };
        let mut reader = Reader {
            module: module_of(path),
            in_test: is_test,
            source,
        };
        reader.visit_file(&file);
        let mut source = reader.source;
        source.forbids_unsafe = file.attrs.iter().any(|attribute| {
            attribute.path().is_ident("forbid")
                && tokens_of(attribute).is_some_and(|tokens| tokens.to_string() == "unsafe_code")
        });
        for used in &mut source.paths {
            let is_use = used.what[0] == "use";
            if is_use {
                used.what.remove(0);
            }
            // In a `use`, only a module of the same file hides a crate of that name.
            let target = source
                .bound
                .get(&used.what[0])
                .filter(|target| !is_use || target[0] == "crate");
            if let Some(target) = target.filter(|_| used.what.len() > 1) {
                used.what.splice(..1, target.iter().cloned());
            }
        }
        source
    }

    /// The room a file belongs to: `ui`, `prefs`, `main`; `None` for `lib.rs` and what lies outside `src`.
    pub fn room(&self) -> Option<&str> {
        let room = self
            .path
            .strip_prefix("src/")?
            .split('/')
            .next()?
            .trim_end_matches(".rs");
        (room != "lib").then_some(room)
    }
}

/// The module a file holds, below the crate: `src/ui/map/mod.rs` is `["ui", "map"]`.
fn module_of(path: &str) -> Vec<String> {
    let inner = path
        .strip_prefix("src/")
        .unwrap_or(path)
        .trim_end_matches(".rs");
    let mut parts: Vec<String> = inner.split('/').map(str::to_owned).collect();
    if matches!(
        parts.last().map(String::as_str),
        Some("mod" | "lib" | "main")
    ) {
        parts.pop();
    }
    parts
}

struct Reader {
    module: Vec<String>,
    in_test: bool,
    source: Source,
}

impl Reader {
    fn used<T>(&self, what: T, span: Span) -> Used<T> {
        Used {
            what,
            line: span.start().line,
            in_test: self.in_test,
        }
    }

    /// Replaces `self`, `super` and the crate's own name at the front of a path.
    fn resolve(&self, segments: &[String]) -> Vec<String> {
        let Some(first) = segments.first() else {
            return Vec::new();
        };
        let absolute =
            |module: &[String], rest: &[String]| [&["crate".to_owned()][..], module, rest].concat();
        match first.as_str() {
            "kuril_atlas" | "crate" => absolute(&[], &segments[1..]),
            "self" if segments.len() > 1 => absolute(&self.module, &segments[1..]),
            "super" => {
                let ups = segments
                    .iter()
                    .take_while(|segment| *segment == "super")
                    .count();
                let depth = self.module.len().saturating_sub(ups);
                absolute(&self.module[..depth], &segments[ups..])
            }
            _ => segments.to_vec(),
        }
    }

    fn path(&mut self, segments: &[String], span: Span) {
        let path = self.resolve(segments);
        if path.len() > 1 {
            let used = self.used(path, span);
            self.source.paths.push(used);
        }
    }

    /// Flattens a `use` tree; a leading `use` marks what cannot be a local name.
    fn use_tree(&mut self, tree: &syn::UseTree, before: &mut Vec<String>) {
        match tree {
            syn::UseTree::Path(path) => {
                before.push(path.ident.to_string());
                self.use_tree(&path.tree, before);
                before.pop();
            }
            syn::UseTree::Group(group) => {
                for tree in &group.items {
                    self.use_tree(tree, before);
                }
            }
            syn::UseTree::Name(name) => {
                self.use_leaf(&name.ident.to_string(), None, before, name.span());
            }
            syn::UseTree::Rename(rename) => {
                self.use_leaf(
                    &rename.ident.to_string(),
                    Some(rename.rename.to_string()),
                    before,
                    rename.span(),
                );
            }
            syn::UseTree::Glob(glob) => self.use_leaf("*", None, before, glob.span()),
        }
    }

    fn use_leaf(&mut self, name: &str, renamed: Option<String>, before: &[String], span: Span) {
        let mut segments = before.to_vec();
        if name != "self" || segments.is_empty() {
            segments.push(name.to_owned());
        }
        let bound = renamed.unwrap_or_else(|| segments.last().cloned().unwrap_or_default());
        let path = self.resolve(&segments);
        // `use geo;` keeps the crate's name; `use super::geo` hides it.
        if name != "*" && (path.len() > 1 || path.first() != Some(&bound)) {
            self.source.bound.insert(bound, path.clone());
        }
        let used = self.used([vec!["use".to_owned()], path].concat(), span);
        self.source.paths.push(used);
    }

    /// Macros take any tokens; paths, calls and macros in them are found by their shape.
    fn tokens(&mut self, tokens: TokenStream) {
        let trees: Vec<TokenTree> = tokens.into_iter().collect();
        let is_punct = |index: usize, sign: char| matches!(trees.get(index), Some(TokenTree::Punct(punct)) if punct.as_char() == sign);
        let mut index = 0;
        while index < trees.len() {
            match &trees[index] {
                TokenTree::Group(group) => self.tokens(group.stream()),
                TokenTree::Ident(ident) => {
                    let span = ident.span();
                    let is_method = index > 0
                        && is_punct(index - 1, '.')
                        && !(index > 1 && is_punct(index - 2, '.'));
                    let mut segments = vec![ident.to_string()];
                    while is_punct(index + 1, ':') && is_punct(index + 2, ':') {
                        let Some(TokenTree::Ident(next)) = trees.get(index + 3) else {
                            break;
                        };
                        segments.push(next.to_string());
                        index += 3;
                    }
                    if is_method {
                        let used = self.used(segments[0].clone(), span);
                        self.source.methods.push(used);
                    } else if is_punct(index + 1, '!')
                        && matches!(trees.get(index + 2), Some(TokenTree::Group(_)))
                    {
                        let used = self.used(segments[segments.len() - 1].clone(), span);
                        self.source.macros.push(used);
                    }
                    self.path(&segments, span);
                }
                TokenTree::Punct(_) | TokenTree::Literal(_) => {}
            }
            index += 1;
        }
    }

    fn function(&mut self, signature: &syn::Signature, block: &syn::Block) {
        let first = signature.fn_token.span.start().line;
        let last = block.brace_token.span.close().end().line;
        self.source.functions.push(Function {
            name: signature.ident.to_string(),
            line: first,
            length: last + 1 - first,
        });
    }

    /// Visits what stands under attributes, which may keep it for tests.
    fn under(&mut self, attributes: &[syn::Attribute], visit: impl FnOnce(&mut Self)) {
        let outer = self.in_test;
        self.in_test |= attributes.iter().any(is_for_tests);
        visit(self);
        self.in_test = outer;
    }
}

fn tokens_of(attribute: &syn::Attribute) -> Option<TokenStream> {
    match &attribute.meta {
        syn::Meta::List(list) => Some(list.tokens.clone()),
        syn::Meta::Path(_) | syn::Meta::NameValue(_) => None,
    }
}

/// The file a `#[path = "…"]` names, without `.rs`.
fn path_of(attribute: &syn::Attribute) -> Option<String> {
    match &attribute.meta {
        syn::Meta::NameValue(syn::MetaNameValue {
            path,
            value: syn::Expr::Lit(value),
            ..
        }) if path.is_ident("path") => match &value.lit {
            syn::Lit::Str(file) => Some(file.value().trim_end_matches(".rs").to_owned()),
            _ => None,
        },
        _ => None,
    }
}

/// `#[test]`, `#[cfg(test)]` and `#[cfg(all(test, …))]`; any other condition may hold without tests.
fn is_for_tests(attribute: &syn::Attribute) -> bool {
    if attribute.path().is_ident("test") {
        return true;
    }
    let condition = tokens_of(attribute).map(|tokens| tokens.to_string().replace(' ', ""));
    attribute.path().is_ident("cfg")
        && condition
            .is_some_and(|condition| condition == "test" || condition.starts_with("all(test,"))
}

impl<'ast> Visit<'ast> for Reader {
    fn visit_item(&mut self, item: &'ast syn::Item) {
        let attributes: &[syn::Attribute] = match item {
            syn::Item::Const(item) => &item.attrs,
            syn::Item::Enum(item) => &item.attrs,
            syn::Item::Fn(item) => &item.attrs,
            syn::Item::Impl(item) => &item.attrs,
            syn::Item::Macro(item) => &item.attrs,
            syn::Item::Mod(item) => &item.attrs,
            syn::Item::Static(item) => &item.attrs,
            syn::Item::Struct(item) => &item.attrs,
            syn::Item::Use(item) => &item.attrs,
            _ => &[],
        };
        self.under(attributes, |reader| visit::visit_item(reader, item));
    }

    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        let name = item.ident.to_string();
        let path = self.resolve(&["self".to_owned(), name.clone()]);
        self.source.bound.insert(name.clone(), path);
        if item.content.is_none() && self.in_test {
            let file = item.attrs.iter().find_map(path_of);
            self.source
                .test_modules
                .push(file.unwrap_or_else(|| name.clone()));
        }
        self.module.push(name);
        visit::visit_item_mod(self, item);
        self.module.pop();
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.use_tree(&item.tree, &mut Vec::new());
    }

    fn visit_item_extern_crate(&mut self, item: &'ast syn::ItemExternCrate) {
        self.use_leaf(
            &item.ident.to_string(),
            item.rename.as_ref().map(|(_, name)| name.to_string()),
            &[],
            item.span(),
        );
    }

    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        self.function(&item.sig, &item.block);
        visit::visit_item_fn(self, item);
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        self.function(&item.sig, &item.block);
        self.under(&item.attrs, |reader| {
            visit::visit_impl_item_fn(reader, item);
        });
    }

    fn visit_trait_item_fn(&mut self, item: &'ast syn::TraitItemFn) {
        if let Some(block) = &item.default {
            self.function(&item.sig, block);
        }
        visit::visit_trait_item_fn(self, item);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let segments: Vec<String> = path
            .segments
            .iter()
            .map(|segment| segment.ident.to_string())
            .collect();
        self.path(&segments, path.span());
        visit::visit_path(self, path);
    }

    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        let used = self.used(call.method.to_string(), call.method.span());
        self.source.methods.push(used);
        visit::visit_expr_method_call(self, call);
    }

    fn visit_attribute(&mut self, attribute: &'ast syn::Attribute) {
        // `#[serde(…)]` is a use of serde though no path says so.
        if attribute.path().is_ident("serde") {
            let used = self.used(vec!["use".to_owned(), "serde".to_owned()], attribute.span());
            self.source.paths.push(used);
        }
        if let Some(tokens) = tokens_of(attribute) {
            self.tokens(tokens);
        }
    }

    fn visit_macro(&mut self, called: &'ast syn::Macro) {
        if let Some(last) = called.path.segments.last() {
            let used = self.used(last.ident.to_string(), called.path.span());
            self.source.macros.push(used);
        }
        self.visit_path(&called.path);
        self.tokens(called.tokens.clone());
    }
}
