//! What a style in a drawing asks for, read as browsers read CSS: neither capitals nor escapes hide an address (CSS Syntax Level 3).

use cssparser::{ParseError, Parser, ParserInput, Token};

/// What a style asks for.
#[derive(Debug, PartialEq, Eq)]
pub enum StyleWish {
    /// Another style.
    Import,
    Address(String),
    /// Nobody can tell: no drawing has blocks in blocks so deep.
    TooDeep,
}

/// Blocks in blocks deeper than this are no style of a drawing.
const DEEPEST: usize = 32;
/// The functions whose words in quotes are addresses.
const OF_ADDRESSES: [&str; 6] = ["url", "src", "image", "image-set", "-webkit-image-set", "cross-fade"];

/// Returns all that a style asks for, in its order.
pub fn asked(style: &str) -> Vec<StyleWish> {
    let (mut found, mut input) = (Vec::new(), ParserInput::new(style));
    tokens(&mut Parser::new(&mut input), Words::Plain, 0, &mut found);
    found
}

/// What words in quotes are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Words {
    Plain,
    Address,
}

fn tokens(parser: &mut Parser<'_, '_>, words: Words, depth: usize, found: &mut Vec<StyleWish>) {
    if depth > DEEPEST {
        return found.push(StyleWish::TooDeep);
    }
    let mut is_name_of_namespace = false;
    while let Ok(token) = parser.next().cloned() {
        let inner = match &token {
            Token::AtKeyword(name) => {
                is_name_of_namespace = name.eq_ignore_ascii_case("namespace");
                if name.eq_ignore_ascii_case("import") {
                    found.push(StyleWish::Import);
                }
                None
            }
            Token::Semicolon => {
                is_name_of_namespace = false;
                None
            }
            Token::UnquotedUrl(address) if !is_name_of_namespace => {
                found.push(StyleWish::Address(address.to_string()));
                None
            }
            // A variable can bring words into a function from elsewhere.
            Token::QuotedString(text) if !is_name_of_namespace && (words == Words::Address || leads_out(text)) => {
                found.push(StyleWish::Address(text.to_string()));
                None
            }
            Token::Function(name) => {
                let is_of_addresses = OF_ADDRESSES.iter().any(|known| name.eq_ignore_ascii_case(known));
                Some(if is_of_addresses && !is_name_of_namespace { Words::Address } else { Words::Plain })
            }
            Token::CurlyBracketBlock | Token::ParenthesisBlock | Token::SquareBracketBlock => Some(Words::Plain),
            _ => None,
        };
        if let Some(words) = inner {
            let read: Result<(), ParseError<'_, ()>> = parser.parse_nested_block(|parser| {
                tokens(parser, words, depth + 1, found);
                Ok(())
            });
            drop(read);
        }
    }
}

/// Tells whether words are an address of another site.
fn leads_out(words: &str) -> bool {
    let words = words.trim().to_ascii_lowercase();
    ["//", "http:", "https:"].iter().any(|start| words.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_found_however_it_is_written() {
        let address = |text: &str| StyleWish::Address(text.to_owned());
        for (style, wanted) in [
            ("a { fill: url(#b) }", vec![address("#b")]),
            ("a { fill: URL( 'b' ) }", vec![address("b")]),
            (r"a { fill: u\72 l(b) }", vec![address("b")]),
            (r"@\69mport 'b';", vec![StyleWish::Import]),
            ("@IMPORT 'b';", vec![StyleWish::Import]),
            ("@media print { a { background: image-set('b' 1x) } }", vec![address("b")]),
            ("a { --b: '//c' } ", vec![address("//c")]),
            ("a { font-family: 'Arial'; fill: url(/* */'b }", vec![]),
            ("@namespace svg url(http://www.w3.org/2000/svg); a { src: url(c) }", vec![address("c")]),
        ] {
            assert_eq!(asked(style), wanted, "{style}");
        }
        assert_eq!(asked(&"(".repeat(100_000)), [StyleWish::TooDeep]);
    }
}
