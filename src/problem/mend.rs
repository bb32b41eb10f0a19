//! What an author can write instead, so exactly that a program could do it: which piece of a file becomes what, or which name a
//! file gets.
//!
//! A maker gives one only where following it leads to the right thing. `tests/suite/cases.rs` follows every one of every case: the
//! problem is gone then, and no new one has come.

use super::{Place, Problem};
use crate::span::{Files, Span};

/// The exact form of a problem's help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mend {
    /// `text` takes the place of what stands at `span`: of `was`, where that is a part of it. An empty span puts the text in.
    Write { span: Span, was: Option<String>, text: String },
    /// The file with the problem gets this name, in the folder where it is.
    Rename { name: String },
}

impl Problem {
    /// Says that the author can write `text` in place of the whole underlined text.
    #[must_use]
    pub fn write(self, text: impl Into<String>) -> Self {
        self.write_for(None, text.into())
    }

    /// Says that the author can write `text` in place of `was`, which stands in the underlined text once.
    #[must_use]
    pub fn write_in_place_of(self, was: &str, text: impl Into<String>) -> Self {
        self.write_for(Some(was.to_owned()), text.into())
    }

    fn write_for(mut self, was: Option<String>, text: String) -> Self {
        if let Place::At(span) = self.place {
            self.mend = Some(Mend::Write { span, was, text });
        }
        self
    }

    /// Says that the author can write `text` at another place than the underlined one; an empty span puts it in.
    #[must_use]
    pub fn write_at(mut self, span: Span, text: impl Into<String>) -> Self {
        self.mend = Some(Mend::Write { span, was: None, text: text.into() });
        self
    }

    /// Says that the author can put `text` into the underlined text, after its first `bytes`.
    #[must_use]
    pub fn put_in_after(self, bytes: u32, text: &str) -> Self {
        let Place::At(span) = self.place else { return self };
        let at = span.start + bytes;
        self.write_at(Span { start: at, end: at, ..span }, text)
    }

    /// Says that the author can give the file this name.
    #[must_use]
    pub fn rename(mut self, name: impl Into<String>) -> Self {
        self.mend = Some(Mend::Rename { name: name.into() });
        self
    }

    /// Makes the place of the mend exact, and drops a mend that doesn't fit: the text isn't there as the maker thought (YAML may
    /// have read it in quotes or over several lines), it would change nothing, a file
    /// of the new name is there already, or the file isn't the author's.
    pub(super) fn settle_mend(&mut self, files: &dyn Files) {
        self.mend = self.mend.take().and_then(|mend| match mend {
            Mend::Write { span, was, text } => {
                let written = files.text(span.file).get(span.range())?;
                let span = match was {
                    None => span,
                    Some(was) => {
                        let at = once(written, &was)? + span.start as usize;
                        Span::new(span.file, at, at + was.len())
                    }
                };
                let is_own = files.layer(span.file).is_none() && !files.is_sheet(span.file);
                let changes = files.text(span.file).get(span.range()) != Some(text.as_str());
                (is_own && changes).then_some(Mend::Write { span, was: None, text })
            }
            Mend::Rename { name } => {
                let path = self.path(files);
                let folder = path.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
                (!files.is_there(&format!("{folder}{name}"))).then_some(Mend::Rename { name })
            }
        });
    }

    /// Returns the lines as they are after the mend, for showing; nothing for a renamed file, or where they are many or long.
    pub fn mended_lines(&self, files: &dyn Files) -> Option<String> {
        const LONGEST: usize = 300;
        let Some(Mend::Write { span, text, .. }) = &self.mend else { return None };
        let all = files.text(span.file);
        let start = all.get(..span.start as usize)?.rfind('\n').map_or(0, |newline| newline + 1);
        let after = all.get(span.end as usize..)?;
        let end = after.find('\n').map_or(all.len(), |newline| span.end as usize + newline);
        let length = end - start - span.range().len() + text.len();
        let lines = || format!("{}{text}{}", &all[start..span.start as usize], &all[span.end as usize..end]);
        (length <= LONGEST).then(lines).map(|lines| lines.trim_end_matches(['\r', '\n']).to_owned())
    }
}

/// Returns where a piece of text stands, if it stands there once.
fn once(text: &str, piece: &str) -> Option<usize> {
    let mut found = text.match_indices(piece).map(|(at, _)| at);
    let first = found.next().filter(|_| !piece.is_empty())?;
    found.next().is_none().then_some(first)
}
