//! XML as it is written: the one place where words become a part of it.

use quick_xml::escape::escape;

/// What every file of XML begins with.
const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// A file of XML, or a part of one, that is being written.
#[derive(Debug, Default)]
pub(super) struct XmlText {
    text: String,
    open: Vec<&'static str>,
}

impl XmlText {
    /// Begins a whole file.
    pub fn file() -> Self {
        XmlText { text: DECLARATION.to_owned(), open: Vec::new() }
    }

    /// Begins an element.
    pub fn begin(&mut self, name: &'static str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes, ">");
        self.open.push(name);
    }

    /// Ends the innermost element.
    pub fn end(&mut self) {
        if let Some(name) = self.open.pop() {
            self.text.push_str("</");
            self.text.push_str(name);
            self.text.push('>');
        }
    }

    /// Writes an element with nothing inside.
    pub fn empty(&mut self, name: &'static str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes, "/>");
    }

    /// Writes an element that is a value.
    pub fn value(&mut self, name: &'static str, value: &str) {
        self.empty(name, &[("w:val", value)]);
    }

    /// Writes words.
    pub fn words(&mut self, words: &str) {
        self.text.push_str(&escape(held(words)));
    }

    /// Writes what is XML already.
    pub fn put(&mut self, xml: &str) {
        self.text.push_str(xml);
    }

    /// Ends what is open, and returns all.
    pub fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self.end();
        }
        self.text
    }

    fn tag(&mut self, name: &str, attributes: &[(&str, &str)], end: &str) {
        self.text.push('<');
        self.text.push_str(name);
        for (attribute, value) in attributes {
            self.text.push(' ');
            self.text.push_str(attribute);
            self.text.push_str("=\"");
            self.text.push_str(&escape(held(value)));
            self.text.push('"');
        }
        self.text.push_str(end);
    }
}

/// Returns words without the characters that XML can't hold, even as entities (XML 1.0, 2.2).
fn held(words: &str) -> String {
    let is_held = |letter: &char| matches!(letter, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..='\u{10ffff}');
    words.chars().filter(is_held).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn odd_words_are_no_markup() {
        let mut xml = XmlText::default();
        xml.begin("a", &[("b", "\"<&\u{1}>")]);
        xml.words("]]> & \u{0}\u{b}\u{fffe}<c/> é\u{1f600}");
        xml.empty("d", &[]);
        assert_eq!(xml.finish(), "<a b=\"&quot;&lt;&amp;&gt;\">]]&gt; &amp; &lt;c/&gt; é\u{1f600}<d/></a>");
    }
}
