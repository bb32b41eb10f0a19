//! A stylesheet that reaches a fragment and nothing else of the page that it is put into.
//!
//! Each selector gets the prefix of the fragment's names, and counts only inside the fragment's root. What the page around says of
//! elements is taken back first (`all: revert`), and the root takes nothing over from it (`all: initial`). Source: CSS Cascading and
//! Inheritance Level 4; Selectors Level 4, specificity of `:is()`.

use cssparser::{
    AtRuleParser, CowRcStr, ParseError, Parser, ParserInput, ParserState, QualifiedRuleParser, StyleSheetParser, Token,
};

use super::edits::{ALWAYS, CssEdits, NEVER, Walk, applied, squeezed, walk};
use super::names::FragmentNames;
use super::selectors::selector;

/// So many blocks inside each other are gone into.
const DEEPEST: usize = 16;
/// What is drawn by attributes that count as much as a stylesheet: taking that back would take the drawing away.
const DRAWN: &str = "svg, svg *, img";

/// Returns a stylesheet for the fragment whose names have this prefix.
pub(super) fn scoped(css: &str, names: &FragmentNames) -> String {
    let (root, scope) = (names.root(), scope(names));
    let before = format!(
        "{scope}:where(:not({DRAWN})), {scope}:where(:not({DRAWN}))::before, {scope}:where(:not({DRAWN}))::after {{ all: revert }}\n\
         img{scope}, svg{scope} {{ position: static; float: none; margin: 0; padding: 0; border: 0; background: none; opacity: 1; visibility: visible; filter: none }}\n\
         img{scope} {{ display: inline; inline-size: auto; min-inline-size: 0; min-block-size: 0; max-block-size: none; transform: none }}\n\
         .{root}{scope} {{ all: initial; display: block }}\n"
    );
    let after = format!(
        ".{root}{scope} {{ display: block; flex: none; inline-size: auto; min-block-size: 0; margin: 0; padding: {}; color-scheme: light }}\n",
        rem("1", 1.0)
    );
    format!("{before}{}{after}", rules(css, names, DEEPEST))
}

/// Returns a selector for the root of a fragment and all in it. No element has the id: it is there because it makes each rule count
/// for more than those of the page around.
fn scope(names: &FragmentNames) -> String {
    let (root, id) = (names.root(), format!("{}x", names.prefix()));
    format!(":is(.{root}, .{root} *, #{id}#{id}#{id})")
}

/// Returns the rules of a stylesheet, each on its lines. What a browser wouldn't understand is left out.
fn rules(css: &str, names: &FragmentNames, deeper: usize) -> String {
    let mut input = ParserInput::new(css);
    let mut parser = Parser::new(&mut input);
    let mut scoped = ScopedRules { names, deeper };
    StyleSheetParser::new(&mut parser, &mut scoped).flatten().collect()
}

/// Makes each rule one of the fragment.
struct ScopedRules<'n> {
    names: &'n FragmentNames,
    deeper: usize,
}

fn rest<'i>(input: &mut Parser<'i, '_>) -> &'i str {
    let start = input.position();
    while input.next_including_whitespace_and_comments().is_ok() {}
    input.slice_from(start)
}

impl<'i> QualifiedRuleParser<'i> for ScopedRules<'_> {
    type Prelude = &'i str;
    type QualifiedRule = String;
    type Error = ();

    fn parse_prelude<'t>(&mut self, input: &mut Parser<'i, 't>) -> Result<&'i str, ParseError<'i, ()>> {
        Ok(rest(input))
    }

    fn parse_block<'t>(
        &mut self,
        selectors: &'i str,
        _start: &ParserState,
        input: &mut Parser<'i, 't>,
    ) -> Result<String, ParseError<'i, ()>> {
        let selectors = selector(selectors.trim(), self.names, Some(&scope(self.names)));
        Ok(format!("{selectors} {{{}}}\n", body(rest(input), self.names, self.deeper)))
    }
}

impl<'i> AtRuleParser<'i> for ScopedRules<'_> {
    type Prelude = (CowRcStr<'i>, &'i str);
    type AtRule = String;
    type Error = ();

    fn parse_prelude<'t>(
        &mut self,
        name: CowRcStr<'i>,
        input: &mut Parser<'i, 't>,
    ) -> Result<Self::Prelude, ParseError<'i, ()>> {
        Ok((name, rest(input)))
    }

    /// Leaves out rules without a block: names and layers that would be those of the whole page.
    fn rule_without_block(&mut self, _prelude: Self::Prelude, _start: &ParserState) -> Result<String, ()> {
        Err(())
    }

    /// Keeps conditions and fonts. What would hold for the whole page is left out: its paper, its animations, its counters.
    fn parse_block<'t>(
        &mut self,
        (name, condition): Self::Prelude,
        _start: &ParserState,
        input: &mut Parser<'i, 't>,
    ) -> Result<String, ParseError<'i, ()>> {
        let inside = rest(input);
        match &*name.to_ascii_lowercase() {
            "media" | "supports" | "container" if self.deeper > 0 => {
                let condition = always_light(condition);
                if condition.trim() == NEVER {
                    return Ok(String::new());
                }
                let inside = rules(inside, self.names, self.deeper - 1);
                Ok(format!("@{name}{} {{\n{inside}}}\n", condition.trim_end()))
            }
            "font-face" => Ok(format!("@font-face {{{inside}}}\n")),
            _ => Ok(String::new()),
        }
    }
}

/// Returns a condition under which a fragment is as light as the pages of most systems are, whatever the reader's browser prefers:
/// a dark part of a light page would be hard to read.
fn always_light(condition: &str) -> String {
    let mut edits = CssEdits::new();
    walk(condition, &mut |found| {
        if *found.token == Token::ParenthesisBlock {
            let so = match &*squeezed(found.inside) {
                "prefers-color-scheme:dark" => NEVER,
                "prefers-color-scheme:light" => ALWAYS,
                _ => return Walk::Into,
            };
            edits.push((found.place.clone(), so.to_owned()));
        }
        Walk::Past
    });
    applied(condition, edits)
}

/// Returns the declarations of a rule, and the rules inside it.
fn body(css: &str, names: &FragmentNames, deeper: usize) -> String {
    let mut edits = CssEdits::new();
    let mut begins = 0;
    walk(css, &mut |found| {
        match found.token {
            Token::Semicolon => begins = found.place.end,
            Token::CurlyBracketBlock if deeper > 0 => {
                let before = &css[begins..found.place.start];
                if !before.trim_start().starts_with('@') {
                    edits.push((begins..found.place.start, selector(before, names, None)));
                }
                edits.push((found.place.clone(), format!("{{{}}}", body(found.inside, names, deeper - 1))));
                begins = found.place.end;
                return Walk::Past;
            }
            Token::Dimension { value, unit, .. } if unit.eq_ignore_ascii_case("rem") => {
                let number = &css[found.place.start..found.place.end - unit.len()];
                edits.push((found.place.clone(), rem(number, *value)));
            }
            _ => {}
        }
        Walk::Into
    });
    applied(css, edits)
}

/// Returns a length in the size of the reader's letters that is never smaller than it is on the site: many systems make that size
/// smaller on the whole page.
fn rem(number: &str, value: f32) -> String {
    let larger = if value < 0.0 { "min" } else { "max" };
    format!("{larger}({}px, {number}rem)", value * 16.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_holds_for_the_whole_page_is_left_out_and_lengths_are_no_smaller() {
        let names = FragmentNames::of("w-");
        let css = "@page { size: A4 } @layer a; @keyframes k { from { top: 0 } } @media (prefers-color-scheme: dark) { p { top: 0 } } @media print and (prefers-color-scheme: dark) { p { top: -.5rem } }\
                   p { margin: 1rem; .n & { top: 2rem } }";
        let scoped = rules(css, &names, DEEPEST);
        assert!(!scoped.contains("@page") && !scoped.contains("@layer") && !scoped.contains("@keyframes"), "{scoped}");
        assert!(
            scoped.starts_with("@media print and (not (min-width:0)) {\np") && scoped.contains("min(-8px, -.5rem)"),
            "{scoped}"
        );
        assert!(scoped.contains("margin: max(16px, 1rem)") && scoped.contains(".w-n &"), "{scoped}");
    }
}
