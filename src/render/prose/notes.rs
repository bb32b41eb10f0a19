//! Notes, tasks, words that are crossed out and lists of words with their meanings → HTML.

use super::ProseWriter;
use crate::text::prose::{Block, Definition, Inline, NoteMention, TickBox};

impl ProseWriter<'_> {
    pub(super) fn definitions(&mut self, all: &[Definition]) {
        self.html.push_str("<dl class=\"definitions\">");
        for definition in all {
            self.inside("dt", |writer| writer.line(&definition.term));
            definition.meanings.iter().for_each(|meaning| self.inside("dd", |writer| writer.blocks(meaning)));
        }
        self.html.push_str("</dl>\n");
    }

    /// Draws the number that leads to a note. Where the note leads back to it has an id.
    pub(super) fn footnote_reference(&mut self, note: usize, mention: NoteMention) {
        let number = (note + 1).to_string();
        let id = format!("note-{}-{number}", self.note_ids);
        let back = match mention {
            NoteMention::First => format!(" id=\"{id}-back\""),
            NoteMention::Again => String::new(),
        };
        self.html.push_str(&format!(
            "<sup><a class=\"note-number\" href=\"#{id}\"{back} role=\"doc-noteref\" aria-label=\""
        ));
        let label = self.filling.labels.note_number.replace("{number}", &number);
        self.attribute(&label);
        self.html.push_str(&format!("\">{number}</a></sup>"));
    }

    /// Draws the notes, each with a link back to where it belongs.
    pub(super) fn footnotes(&mut self, notes: &[Vec<Block>]) {
        let title = format!("note-{}-title", self.note_ids);
        self.html.push_str(&format!("<div class=\"notes\" role=\"doc-endnotes\" aria-labelledby=\"{title}\"><p class=\"notes-title\" id=\"{title}\">"));
        self.text(&self.filling.labels.notes.clone());
        self.html.push_str("</p><ol>");
        for (number, note) in (1..).zip(notes) {
            let id = format!("note-{}-{number}", self.note_ids);
            self.html.push_str(&format!("<li id=\"{id}\">"));
            self.blocks(note);
            self.html
                .push_str(&format!("<a class=\"note-back\" href=\"#{id}-back\" role=\"doc-backlink\" aria-label=\""));
            let label = self.filling.labels.note_back.replace("{number}", &number.to_string());
            self.attribute(&label);
            self.html.push_str("\">↩</a></li>\n");
        }
        self.html.push_str("</ol></div>\n");
    }

    /// Draws words that are crossed out. A line through them isn't heard, so words say it.
    pub(super) fn struck(&mut self, inner: &[Inline]) {
        self.html.push_str("<s><span class=\"unseen\">");
        self.text(&self.filling.labels.struck.clone());
        self.html.push_str(" </span>");
        self.inlines(inner);
        self.html.push_str("</s>");
    }

    /// Draws the box of a task: one to tick by hand on paper, or one that is ticked.
    pub(super) fn tick_box(&mut self, tick_box: TickBox) {
        let labels = &self.filling.labels;
        let (sign, label) = match tick_box {
            TickBox::Ticked => ("☑", labels.ticked.clone()),
            TickBox::ToTick => ("☐", labels.not_ticked.clone()),
        };
        self.html.push_str("<span class=\"tick-box\" role=\"img\" aria-label=\"");
        self.attribute(&label);
        self.html.push_str(&format!("\">{sign}</span> "));
    }
}
