//! The contrast of the colours that the stylesheet of a theme names, in light and in dark mode.
//!
//! Source: WCAG 2.2, 1.4.3 contrast (minimum). Example: `--quiet: #999` on `--ground: #f0f4f5`. A theme that doesn't name its colours so isn't looked at.

use std::collections::HashMap;

use cssparser::{
    AtRuleParser, CowRcStr, DeclarationParser, ParseError, Parser, ParserInput, ParserState, QualifiedRuleParser,
    RuleBodyItemParser, RuleBodyParser, StyleSheetParser,
};

use crate::model::colour::contrast_of;
use crate::problem::Problem;
use crate::problem::catalogue::audit;
use crate::read::Sources;
use crate::span::Span;

/// Words of the one colour on a ground of the other.
const WORDS: [(&str, &str); 18] = [
    ("text", "ground"),
    ("text", "paper"),
    ("text", "tint"),
    ("text", "note"),
    ("text", "foot"),
    ("quiet", "ground"),
    ("quiet", "paper"),
    ("link", "ground"),
    ("link", "paper"),
    ("link", "tint"),
    ("link", "note"),
    ("link-over", "ground"),
    ("link-over", "paper"),
    ("urgent", "paper"),
    ("on-bar", "bar"),
    ("on-help", "help"),
    ("on-focus", "focus"),
    ("bar", "ground"),
];
/// The least contrast of words and their ground.
const LEAST: f32 = 4.5;

/// A colour as the stylesheet has it, and its place in the file.
type Colours = HashMap<String, (String, usize)>;

/// Returns the pairs of colours that can't be told apart well enough.
pub fn check(sources: &Sources) -> Vec<Problem> {
    let Some(id) = sources.theme.get("css/ward.css") else { return Vec::new() };
    let text = sources.file(*id).text.shown();
    let (light, mut dark) = colours(text);
    for (name, colour) in &light {
        dark.entry(name.clone()).or_insert_with(|| colour.clone());
    }
    let mut problems = Vec::new();
    for (colours, mode) in [(&light, "light"), (&dark, "dark")] {
        for (words, ground) in WORDS {
            let (Some((own, at)), Some((below, _))) = (colours.get(words), colours.get(ground)) else { continue };
            let Some(contrast) = contrast_of(own, below) else { continue };
            if contrast < LEAST {
                let span = Span::new(*id, *at, at + own.len());
                problems.push(audit::faint(span, (words, ground), mode, contrast, LEAST));
            }
        }
    }
    problems
}

/// Returns the custom properties of `:root` that are colours in hexadecimal: those for everyone, and those of dark mode.
fn colours(text: &str) -> (Colours, Colours) {
    let (mut light, mut dark) = (Colours::new(), Colours::new());
    let mut input = ParserInput::new(text);
    let mut parser = Parser::new(&mut input);
    let mut rules = StyleRules { mode: ColourMode::Light };
    for NamedColour { mode, name, value, at } in StyleSheetParser::new(&mut parser, &mut rules).flatten().flatten() {
        let colours = match mode {
            ColourMode::Light => &mut light,
            ColourMode::Dark => &mut dark,
        };
        colours.insert(name, (value, at));
    }
    (light, dark)
}

/// When a colour is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ColourMode {
    /// Also in dark mode, where that has no other of the name.
    Light,
    Dark,
}

/// A colour as a rule has it.
struct NamedColour {
    mode: ColourMode,
    name: String,
    value: String,
    /// Where the value stands.
    at: usize,
}

/// Whether a rule can hold colours that count: what stands before its braces says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum StyleRule {
    HasColours,
    Other,
}

/// Reads the rules of a stylesheet, and of the one media query that matters.
struct StyleRules {
    mode: ColourMode,
}

impl<'i> QualifiedRuleParser<'i> for StyleRules {
    type Prelude = StyleRule;
    type QualifiedRule = Vec<NamedColour>;
    type Error = ();

    fn parse_prelude<'t>(&mut self, input: &mut Parser<'i, 't>) -> Result<StyleRule, ParseError<'i, ()>> {
        let start = input.position();
        while input.next().is_ok() {}
        let is_root = input.slice_from(start).trim() == ":root";
        Ok(if is_root { StyleRule::HasColours } else { StyleRule::Other })
    }

    fn parse_block<'t>(
        &mut self,
        rule: StyleRule,
        _start: &ParserState,
        input: &mut Parser<'i, 't>,
    ) -> Result<Vec<NamedColour>, ParseError<'i, ()>> {
        let mut values = Values { mode: self.mode };
        let found: Vec<NamedColour> = RuleBodyParser::new(input, &mut values).flatten().flatten().collect();
        Ok(if rule == StyleRule::HasColours { found } else { Vec::new() })
    }
}

impl<'i> AtRuleParser<'i> for StyleRules {
    type Prelude = StyleRule;
    type AtRule = Vec<NamedColour>;
    type Error = ();

    fn parse_prelude<'t>(
        &mut self,
        name: CowRcStr<'i>,
        input: &mut Parser<'i, 't>,
    ) -> Result<StyleRule, ParseError<'i, ()>> {
        let start = input.position();
        while input.next().is_ok() {}
        let query = input.slice_from(start).replace([' ', '\n', '\t'], "");
        let is_dark_mode = &*name == "media" && query == "(prefers-color-scheme:dark)";
        Ok(if is_dark_mode { StyleRule::HasColours } else { StyleRule::Other })
    }

    fn parse_block<'t>(
        &mut self,
        rule: StyleRule,
        _start: &ParserState,
        input: &mut Parser<'i, 't>,
    ) -> Result<Vec<NamedColour>, ParseError<'i, ()>> {
        let mut rules = StyleRules { mode: ColourMode::Dark };
        let found: Vec<NamedColour> = StyleSheetParser::new(input, &mut rules).flatten().flatten().collect();
        Ok(if rule == StyleRule::HasColours { found } else { Vec::new() })
    }
}

/// Reads the declarations of one rule.
struct Values {
    mode: ColourMode,
}

impl<'i> DeclarationParser<'i> for Values {
    type Declaration = Option<NamedColour>;
    type Error = ();

    fn parse_value<'t>(
        &mut self,
        name: CowRcStr<'i>,
        input: &mut Parser<'i, 't>,
        _start: &ParserState,
    ) -> Result<Option<NamedColour>, ParseError<'i, ()>> {
        input.skip_whitespace();
        let start = input.position();
        while input.next().is_ok() {}
        let value = input.slice_from(start).trim().to_owned();
        let name = name.strip_prefix("--").filter(|_| value.starts_with('#'));
        let (mode, at) = (self.mode, start.byte_index());
        Ok(name.map(|name| NamedColour { mode, name: name.to_owned(), value: value.clone(), at }))
    }
}

impl AtRuleParser<'_> for Values {
    type Prelude = ();
    type AtRule = Option<NamedColour>;
    type Error = ();
}

impl QualifiedRuleParser<'_> for Values {
    type Prelude = ();
    type QualifiedRule = Option<NamedColour>;
    type Error = ();
}

impl RuleBodyItemParser<'_, Option<NamedColour>, ()> for Values {
    fn parse_declarations(&self) -> bool {
        true
    }
    fn parse_qualified(&self) -> bool {
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_read_by_mode() {
        let css = "/* --a: #000 */ :root { --a: #fff; --b: 1rem }\nbody { --c: #123456 }\n\
                   @media (prefers-color-scheme: dark) { :root { --a: #111; } }\n@media print { :root { --a: #222 } }";
        let (light, dark) = colours(css);
        assert_eq!(light, Colours::from([("a".into(), ("#fff".into(), css.find("#fff").unwrap()))]));
        assert_eq!(dark, Colours::from([("a".into(), ("#111".into(), css.find("#111").unwrap()))]));
    }
}
