//! A finished page from its first letter to its last, as a browser reads it: its tags, and the words between them.
//!
//! It is a crate of its own so that it is optimised in a program under development too, where every test reads hundreds of pages.
//!
//! - `around.rs`: The elements round some words of a page, and the language that they give them
//! - `tree.rs`: A page, or a part of one, as a tree

mod around;
mod tree;

use std::borrow::Cow;
use std::convert::Infallible;

use html5gum::emitters::Emitter;
use html5gum::{Error, State, Tokenizer};

pub use around::Surroundings;
pub use tree::{PageElement, PageNode, tree};

/// A part of a page.
#[derive(Clone, Copy, Debug)]
pub enum Token<'p> {
    Start(&'p StartTag),
    /// The end of an element of this name.
    End(&'p str),
    /// The words between two tags, with what entities stand for.
    Words(&'p str),
}

/// The tag that begins an element.
#[derive(Debug, Default)]
pub struct StartTag {
    name: Vec<u8>,
    /// Names and values; those past `attributes` are of an earlier tag, and kept for their room in memory.
    room: Vec<(Vec<u8>, Vec<u8>)>,
    attributes: usize,
}

impl StartTag {
    /// Returns the element's name in small letters.
    #[must_use]
    pub fn name(&self) -> &str {
        text(&self.name)
    }

    /// Returns the value of an attribute; nothing where the tag hasn't got it. Where it is said twice, the first counts.
    #[must_use]
    pub fn attribute(&self, name: &str) -> Option<&str> {
        let attributes = &self.room[..self.attributes];
        attributes.iter().find(|(known, _)| known == name.as_bytes()).map(|(_, value)| text(value))
    }

    /// Returns the names of the attributes, each with its value.
    pub fn attributes(&self) -> impl Iterator<Item = (&str, &str)> {
        self.room[..self.attributes].iter().map(|(name, value)| (text(name), text(value)))
    }

    /// Calls `each` with every id that the tag refers to: of what names it, describes it or is changed by it, and of the place on the
    /// same page that it leads to, which is empty for the top of the page.
    pub fn references(&self, each: &mut dyn FnMut(&str)) {
        for (name, value) in &self.room[..self.attributes] {
            match &**name {
                b"aria-labelledby" | b"aria-describedby" | b"aria-controls" | b"for" => {
                    text(value).split_whitespace().for_each(&mut *each);
                }
                b"href" => text(value).strip_prefix('#').into_iter().for_each(&mut *each),
                _ => {}
            }
        }
    }

    fn begin(&mut self) {
        self.name.clear();
        self.attributes = 0;
    }

    fn begin_attribute(&mut self) {
        if let Some((name, value)) = self.room.get_mut(self.attributes) {
            name.clear();
            value.clear();
        } else {
            self.room.push(<(Vec<u8>, Vec<u8>)>::default());
        }
        self.attributes += 1;
    }

    fn last(&mut self) -> Option<&mut (Vec<u8>, Vec<u8>)> {
        self.room.get_mut(self.attributes.checked_sub(1)?)
    }
}

/// Reads a page, and gives each of its parts in turn. Comments, and what no browser understands, are passed over.
pub fn read(html: &[u8], each: &mut dyn FnMut(Token<'_>)) {
    // Pages are in UTF-8, and to find that out at once takes a tenth of the time of looking for what isn't.
    let html = str::from_utf8(html).map_or_else(|_| String::from_utf8_lossy(html), Cow::Borrowed);
    let reader =
        PageReader { each, tag: StartTag::default(), is_end: false, last_start: Vec::new(), words: Vec::new() };
    // There is no first one of its own tokens, so that it reads to the end.
    let None = Tokenizer::new_with_emitter(&*html, reader).next();
}

/// Returns words with single spaces between them, as a browser shows them, and how many there are.
#[must_use]
pub fn single_spaced(words: &str) -> (Cow<'_, str>, usize) {
    let (mut before, mut count) = (b' ', 0);
    let is_simple = |letter: u8| {
        count += usize::from(before == b' ');
        let is_right = matches!(letter, b'!'..=b'~') || letter == b' ' && before != b' ';
        before = letter;
        is_right
    };
    if words.bytes().all(is_simple) && before != b' ' {
        return (Cow::Borrowed(words), count);
    }
    let words: Vec<&str> = words.split_whitespace().collect();
    (Cow::Owned(words.join(" ")), words.len())
}

/// Puts the letters that the tokenizer finds together.
struct PageReader<'e> {
    each: &'e mut dyn FnMut(Token<'_>),
    tag: StartTag,
    is_end: bool,
    /// The name of the last tag that began an element: only its end ends words in which tags are words too.
    last_start: Vec<u8>,
    words: Vec<u8>,
}

impl PageReader<'_> {
    fn end_words(&mut self) {
        if !self.words.is_empty() {
            (self.each)(Token::Words(text(&self.words)));
            self.words.clear();
        }
    }
}

/// Returns letters of the page as text. The page is valid, and names, values and words end only at signs that are a byte long; the
/// pieces that the tokenizer gives may be parts of a letter.
fn text(letters: &[u8]) -> &str {
    str::from_utf8(letters).unwrap_or_default()
}

impl Emitter for PageReader<'_> {
    type Token = Infallible;

    fn set_last_start_tag(&mut self, name: Option<&[u8]>) {
        self.last_start.clear();
        self.last_start.extend(name.unwrap_or_default());
    }

    fn emit_eof(&mut self) {
        self.end_words();
    }

    fn emit_error(&mut self, _error: Error) {}

    fn should_emit_errors(&mut self) -> bool {
        false
    }

    fn pop_token(&mut self) -> Option<Infallible> {
        None
    }

    fn emit_string(&mut self, letters: &[u8]) {
        self.words.extend(letters);
    }

    fn init_start_tag(&mut self) {
        self.tag.begin();
        self.is_end = false;
    }

    fn init_end_tag(&mut self) {
        self.tag.begin();
        self.is_end = true;
    }

    fn push_tag_name(&mut self, letters: &[u8]) {
        self.tag.name.extend(letters);
    }

    fn init_attribute(&mut self) {
        self.tag.begin_attribute();
    }

    fn push_attribute_name(&mut self, letters: &[u8]) {
        self.tag.last().into_iter().for_each(|(name, _)| name.extend(letters));
    }

    fn push_attribute_value(&mut self, letters: &[u8]) {
        self.tag.last().into_iter().for_each(|(_, value)| value.extend(letters));
    }

    fn set_self_closing(&mut self) {}

    fn emit_current_tag(&mut self) -> Option<State> {
        self.end_words();
        if self.is_end {
            self.last_start.clear();
            (self.each)(Token::End(self.tag.name()));
            return None;
        }
        self.last_start.clone_from(&self.tag.name);
        (self.each)(Token::Start(&self.tag));
        match self.tag.name() {
            "title" | "textarea" => Some(State::RcData),
            "style" => Some(State::RawText),
            "script" => Some(State::ScriptData),
            _ => None,
        }
    }

    fn current_is_appropriate_end_tag_token(&mut self) -> bool {
        self.is_end && !self.last_start.is_empty() && self.last_start == self.tag.name
    }

    fn init_comment(&mut self) {
        self.end_words();
    }

    fn push_comment(&mut self, _letters: &[u8]) {}

    fn emit_current_comment(&mut self) {}

    fn init_doctype(&mut self) {
        self.end_words();
    }

    fn push_doctype_name(&mut self, _letters: &[u8]) {}

    fn set_force_quirks(&mut self) {}

    fn set_doctype_public_identifier(&mut self, _value: &[u8]) {}

    fn set_doctype_system_identifier(&mut self, _value: &[u8]) {}

    fn push_doctype_public_identifier(&mut self, _letters: &[u8]) {}

    fn push_doctype_system_identifier(&mut self, _letters: &[u8]) {}

    fn emit_current_doctype(&mut self) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(html: &str) -> Vec<String> {
        let mut parts = Vec::new();
        read(html.as_bytes(), &mut |token| {
            parts.push(match token {
                Token::Start(tag) => format!("+{} {:?}", tag.name(), tag.attribute("a")),
                Token::End(name) => format!("-{name}"),
                Token::Words(words) => words.to_owned(),
            });
        });
        parts
    }

    #[test]
    fn a_page_is_read_as_a_browser_reads_it() {
        assert_eq!(
            parts("<!doctype html><P A=1 b a=2>x &amp; y<!-- z --><br/><b a>é</B></p>"),
            ["+p Some(\"1\")", "x & y", "+br None", "+b Some(\"\")", "é", "-b", "-p"]
        );
        assert_eq!(parts("<p a='&quot;<b>'>1 < 2"), ["+p Some(\"\\\"<b>\")", "1 < 2"]);
        assert_eq!(parts("<p a=حقوق>آپ کے&nbsp;حقوق"), ["+p Some(\"حقوق\")", "آپ کے\u{a0}حقوق"]);
    }

    #[test]
    fn words_are_shown_with_single_spaces() {
        for (words, shown, count) in [
            ("a b", "a b", 2),
            ("  a \n b", "a b", 2),
            ("a b ", "a b", 2),
            ("", "", 0),
            (" ", "", 0),
            ("é\u{a0}b", "é b", 2),
        ] {
            assert_eq!(single_spaced(words), (Cow::Borrowed(shown), count), "{words:?}");
        }
    }

    #[test]
    fn tags_are_words_where_a_browser_takes_them_for_words() {
        assert_eq!(parts("<title>a <b> &lt;</title>c"), ["+title None", "a <b> <", "-title", "c"]);
        assert_eq!(
            parts("<script>if (a</b>1) '</p>'</script>c"),
            ["+script None", "if (a</b>1) '</p>'", "-script", "c"]
        );
        assert_eq!(parts("<noscript><p>c</noscript>"), ["+noscript None", "+p None", "c", "-noscript"]);
    }
}
