//! The selectors of a stylesheet.

use cssparser::{
    AtRuleParser, CowRcStr, ParseError, Parser, ParserInput, ParserState, QualifiedRuleParser, StyleSheetParser,
};

/// Reads the selectors of a stylesheet, those in conditions too.
struct Selectors(Vec<String>);

impl<'i> QualifiedRuleParser<'i> for Selectors {
    type Prelude = ();
    type QualifiedRule = ();
    type Error = ();

    fn parse_prelude<'t>(&mut self, input: &mut Parser<'i, 't>) -> Result<(), ParseError<'i, ()>> {
        let mut each = |input: &mut Parser<'i, '_>| -> Result<(), ParseError<'i, ()>> {
            let start = input.position();
            while input.next().is_ok() {}
            self.0.push(input.slice_from(start).trim().to_owned());
            Ok(())
        };
        input.parse_comma_separated(|input| each(input)).map(|_| ())
    }

    fn parse_block<'t>(
        &mut self,
        (): (),
        _start: &ParserState,
        input: &mut Parser<'i, 't>,
    ) -> Result<(), ParseError<'i, ()>> {
        while input.next().is_ok() {}
        Ok(())
    }
}

impl<'i> AtRuleParser<'i> for Selectors {
    type Prelude = String;
    type AtRule = ();
    type Error = ();

    fn parse_prelude<'t>(
        &mut self,
        name: CowRcStr<'i>,
        input: &mut Parser<'i, 't>,
    ) -> Result<String, ParseError<'i, ()>> {
        while input.next().is_ok() {}
        Ok(name.to_string())
    }

    fn parse_block<'t>(
        &mut self,
        name: String,
        _start: &ParserState,
        input: &mut Parser<'i, 't>,
    ) -> Result<(), ParseError<'i, ()>> {
        assert!(["media", "supports", "container"].contains(&&*name), "@{name} holds for the whole page");
        StyleSheetParser::new(input, self).for_each(drop);
        Ok(())
    }
}

/// Returns the selectors of a stylesheet, each by itself.
pub fn selectors(css: &str) -> Vec<String> {
    let mut input = ParserInput::new(css);
    let mut found = Selectors(Vec::new());
    StyleSheetParser::new(&mut Parser::new(&mut input), &mut found).for_each(drop);
    found.0
}
