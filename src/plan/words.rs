//! What a voice says on a line: the words of the theme, days, and the lines of the content with their values.

use jiff::civil::Date;

use super::voice::Voice;
use crate::direction::{self, Direction};
use crate::model::language;
use crate::model::placeholder::Placeholder;
use crate::resolve::values;
use crate::span::Spanned;
use crate::text::line::Line;
use crate::text::prose::PlaceholderUse;

impl Voice<'_> {
    pub fn words(&self, path: &[&str]) -> String {
        self.strings.words(path)
    }

    pub fn date(&self, date: Option<&Spanned<Date>>) -> Option<String> {
        date.map(|date| self.strings.date(date.value))
    }

    /// Returns what a placeholder shows.
    pub(super) fn placeholder(&self, used: &PlaceholderUse) -> String {
        let settings = self.shared.settings;
        let named = Placeholder::named(&used.name);
        if let Some(phone) = named.and_then(|placeholder| values::phone(placeholder, self.ward, settings)) {
            return self.phone_words(phone);
        }
        if let Some(ward) = self.ward {
            return values::shown_for_ward(used, ward, settings);
        }
        let own = named.and_then(|placeholder| values::of_pack(placeholder, settings));
        let generic = || self.words(&["generic", &used.name.replace('.', "_")]);
        own.or_else(|| used.fallback().cloned()).unwrap_or_else(generic)
    }

    pub fn direction(&self) -> Direction {
        Direction::of_language(&self.strings.language)
    }

    /// Returns a line with its values. Each of them keeps to itself among words that run the other way.
    pub fn line(&self, line: &Line) -> String {
        line.fill(|used| direction::value(&self.placeholder(used), self.direction()).into_owned())
    }

    /// Returns words of the theme with a value in the place of its name in braces.
    pub fn words_with(&self, path: &[&str], name: &str, value: &str) -> String {
        self.words(path).replace(name, &direction::value(value, self.direction()))
    }

    /// Returns that something is in another language, in words of this one: “in English”.
    pub fn in_language(&self, tag: &str) -> String {
        let words = self.words(&["in_language", tag.split('-').next().unwrap_or(tag)]);
        if words.is_empty() { language::own_name(tag).to_owned() } else { words }
    }

    pub fn optional_line(&self, line: Option<&Line>) -> Option<String> {
        line.map(|line| self.line(line))
    }
}
