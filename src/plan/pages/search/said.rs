//! What items say besides their titles and summaries, in which they are found too.

use std::collections::HashMap;
use std::ptr;
use std::sync::Arc;

use super::parts::SearchPart;
use crate::model::kind::Kind;
use crate::model::pack::item::{Item, Of};
use crate::model::piece::NounPiece;
use crate::model::ward::Ward;
use crate::plan::Gatherer;
use crate::plan::voice::Voice;
use crate::resolve::charter::Charter;
use crate::resolve::values;
use crate::text::line::Line;
use crate::text::prose::Prose;

/// What an item says, besides its title and summary: on lines of their own, and in texts.
#[derive(Default)]
pub(super) struct SaidTexts<'a> {
    pub(super) lines: Vec<String>,
    pub(super) texts: Vec<&'a Arc<Prose>>,
}

/// What each item says.
pub(super) type AllSaid<'a> = HashMap<(Kind, &'a str), SaidTexts<'a>>;

impl<'a> Gatherer<'a> {
    /// Returns what those items say that exist in this language.
    pub(super) fn said(&self, part: &SearchPart<'a>) -> AllSaid<'a> {
        let voice = &self.voice;
        let mut said = AllSaid::new();
        let is_here = |item: &&Item<'a>| !item.is_gone && item.language == voice.language();
        for item in part.items.iter().filter(is_here) {
            let own = said.entry((item.kind, item.id)).or_default();
            match item.of {
                // A charter is shown as it is in the end, and a page in Easy Read is found as a page of its own.
                Of::Template | Of::Trust | Of::EasyRead(_) => {}
                // Its own pages have the rest.
                Of::Ward(ward) => own.lines = kind_and_site(voice, ward),
                // Who checked it is nothing that anybody looks for, and must change no index.
                Of::Entry(_) => item.noun.each_piece(&mut |piece| {
                    if let NounPiece::Prose(prose) = piece {
                        own.texts.push(prose);
                    }
                }),
                Of::Article(_) | Of::Page | Of::List => item.noun.each_piece(&mut |piece| match piece {
                    NounPiece::Prose(prose) => own.texts.push(prose),
                    NounPiece::Line(line) if !is_heading(line, item) => own.lines.push(voice.line(line)),
                    _ => {}
                }),
            }
        }
        let base = voice.shared.base(None, &voice.strings.language);
        if let Some(base) = base.filter(|_| voice.shared.own_ward.is_none()) {
            let own = said.entry((Kind::Section, "charter")).or_default();
            own.texts.extend(base.texts());
            own.lines.extend(easy_lines(voice, base));
        }
        said
    }
}

/// Tells whether a line is the title or the summary of an item, which count for more.
fn is_heading(line: &Line, item: &Item<'_>) -> bool {
    [item.title, item.summary].into_iter().flatten().any(|heading| ptr::eq(heading, line))
}

/// Returns the Easy Read of a charter's lines.
pub(super) fn easy_lines(voice: &Voice<'_>, charter: &Charter) -> impl Iterator<Item = String> {
    charter.behaviours.iter().filter_map(|behaviour| voice.optional_line(behaviour.easy_read.as_ref()))
}

/// Returns what kind of ward it is, and its hospital.
pub(super) fn kind_and_site(voice: &Voice<'_>, ward: &Ward) -> Vec<String> {
    let settings = voice.shared.settings;
    vec![values::kind_words(ward, settings, &voice.strings.language), voice.said_of_ward(&ward.site, ward).words]
}
