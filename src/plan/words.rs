//! What a voice says on a line: the words of the theme, days, and the lines of the content with their values.

use std::sync::Arc;

use jiff::civil::Date;

use super::view::{Piece, Said};
use super::voice::Voice;
use crate::direction::{self, Direction};
use crate::model::charter_changes::InLanguages;
use crate::model::language;
use crate::model::placeholder::Placeholder;
use crate::model::ward::Ward;
use crate::resolve::values;
use crate::span::Spanned;
use crate::text::line::Line;
use crate::text::prose::{PlaceholderUse, Prose};

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
        if let Some(phone) = named.and_then(|placeholder| values::phone(placeholder, self.speaks_of(), settings)) {
            return self.phone_words(phone);
        }
        if let Some(ward) = self.speaks_of() {
            return values::shown_for_ward(used, ward, settings, &self.strings.language);
        }
        let own = named.and_then(|placeholder| values::of_pack(placeholder, settings, &self.strings.language));
        let generic = || self.words(&["generic", &used.name.replace('.', "_")]);
        own.or_else(|| used.fallback().cloned()).unwrap_or_else(generic)
    }

    /// Returns what a placeholder shows in a text, and the language of that where it isn't the text's.
    pub(super) fn value(&self, used: &PlaceholderUse, text: &str) -> Said {
        let (settings, own) = (self.shared.settings, self.strings.language.as_str());
        let words = self.placeholder(used);
        let named = Placeholder::named(&used.name);
        let said = named.and_then(|placeholder| values::language_of(placeholder, self.speaks_of(), settings, own));
        // What the theme says, of a phone too, is in the language of the page.
        let of_theme = || used.fallback().is_none().then_some(own);
        let language = said.or_else(of_theme).filter(|_| words.chars().any(char::is_alphabetic));
        Said { words, lang: language.filter(|language| *language != text).map(str::to_owned) }
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

    /// Returns in words how often a change idea was tested.
    pub fn tested(&self, tests: usize) -> String {
        match tests {
            0 => self.words(&["idea", "untested"]),
            1 => self.words(&["idea", "tested_once"]),
            _ => self.words_with(&["idea", "tested"], "{count}", &tests.to_string()),
        }
    }

    /// Returns what pack.yaml or a ward's file says, in this language or in the nearest that it is said in.
    pub fn said(&self, said: &InLanguages<Line>) -> Said {
        self.said_of(said, self.shared.settings.first_language())
    }

    pub fn optional_said(&self, said: Option<&InLanguages<Line>>) -> Option<Said> {
        said.map(|said| self.said(said))
    }

    /// Returns what a file says that is written in a language.
    pub fn said_of(&self, said: &InLanguages<Line>, written_in: &str) -> Said {
        let (language, line) = said.nearest(&self.strings.language, written_in);
        Said { words: self.line(line), lang: self.if_foreign(language) }
    }

    /// Returns what a ward's file says of the ward.
    pub fn said_of_ward(&self, said: &InLanguages<Line>, ward: &Ward) -> Said {
        let settings = self.shared.settings;
        let (language, line) = said.nearest(&self.strings.language, settings.first_language());
        Said { words: values::own_words(line, ward, settings, language), lang: self.if_foreign(language) }
    }

    /// Returns a line that may stand in a file of another language.
    pub fn borrowed(&self, line: &Line) -> Said {
        Said { words: self.line(line), lang: self.if_foreign(self.shared.language_of(line.span.file)) }
    }

    /// Returns prose that may be said in another language only, and which that is.
    pub fn said_piece(
        &self,
        said: Option<&InLanguages<Arc<Prose>>>,
        written_in: &str,
        root: &str,
    ) -> (Option<Arc<Piece>>, Option<String>) {
        let Some(said) = said else { return (None, None) };
        let (language, prose) = said.nearest(&self.strings.language, written_in);
        let piece = Some(self.piece_in(language, prose, root)).filter(|piece| !piece.prose.blocks.is_empty());
        (piece, self.if_foreign(language))
    }

    /// Returns a language, if it isn't this voice's.
    pub fn if_foreign(&self, language: &str) -> Option<String> {
        (language != self.strings.language).then(|| language.to_owned())
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
