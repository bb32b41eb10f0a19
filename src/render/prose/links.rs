//! Links, and words of another language → HTML.

use super::ProseWriter;
use crate::direction::Direction;
use crate::text::prose::Inline;

impl ProseWriter<'_> {
    pub(super) fn link(&mut self, number: usize, words: &[Inline]) {
        let Some(link) = self.filling.links.get(number).cloned() else { return self.inlines(words) };
        if link.href.is_empty() {
            return if words.is_empty() { self.value(&link.words) } else { self.inlines(words) };
        }
        self.html.push_str("<a href=\"");
        self.attribute(&link.href);
        // The page that a reader came from is nobody else's business.
        self.html.push_str(if link.outside { "\" rel=\"noreferrer" } else { "" });
        if let Some((language, _)) = &link.elsewhere {
            self.html.push_str("\" hreflang=\"");
            self.attribute(language);
        }
        self.html.push_str("\">");
        if words.is_empty() {
            self.value(&link.words);
        } else {
            self.line(words);
        }
        // Nobody opens another program by surprise.
        let name = link.file_type.filter(|name| !self.filled(words).contains(name));
        let about: Vec<&str> = name.into_iter().chain(link.file_size.as_deref()).collect();
        if !about.is_empty() {
            self.text(&format!(" ({})", about.join(", ")));
        }
        if let Some((_, note)) = &link.elsewhere {
            self.text(&format!(" ({note})"));
        }
        self.html.push_str("</a>");
    }

    /// Writes words of another language. The words around them aren't moved by the way that these run.
    pub(super) fn foreign(&mut self, language: &str, write: impl FnOnce(&mut Self)) {
        self.html.push_str("<span lang=\"");
        self.attribute(language);
        let direction = Direction::of_language(language);
        self.html.push_str(&format!("\" dir=\"{}\">", direction.name()));
        self.running(direction, write);
        self.html.push_str("</span>");
    }
}
