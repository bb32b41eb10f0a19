//! The page that shows a trust's lead what a ward has made of the template, and what has changed since it was agreed.

use similar::{ChangeTag, TextDiff};

use super::view::Link;
use super::view::differences::{Differences, Marked, Removed, Rewording};
use super::view::pages::View;
use super::wards::WardPages;
use super::{Draft, Page, Planner, url};
use crate::model::audience::Audience;
use crate::model::charter::Template;
use crate::model::kind::Kind;
use crate::parse::plain;
use crate::resolve::overlay::{self, Layer};
use crate::resolve::values;

impl Planner<'_> {
    /// Returns the link to the page, on a site that staff see.
    pub(super) fn differences_link(&self, pages: &WardPages<'_>) -> Option<Link> {
        let WardPages { voice, ward, .. } = pages;
        let is_for_staff = matches!(voice.shared.audience, None | Some(Audience::Staff));
        is_for_staff.then(|| Link {
            href: url::in_language(&url::differences(&ward.id), voice.language()),
            words: voice.words(&["differences", "title"]),
            ..Link::default()
        })
    }

    /// Returns the page, on a site that staff see.
    pub(super) fn differences(&self, pages: &WardPages<'_>, charter: &overlay::Charter) -> Option<Draft> {
        let WardPages { voice, ward, .. } = pages;
        let link = self.differences_link(pages)?;
        let template = voice.shared.template(voice.language())?;
        let charter_link = Link {
            words: voice.words(&["charter_title"]),
            href: voice.href(Kind::Section, "charter"),
            ..Link::default()
        };
        let own = |behaviour: &&overlay::CharterBehaviour| behaviour.layer == Layer::Ward;
        let is_of_template = |id: &str| template.behaviours.iter().any(|behaviour| behaviour.id.0.value == id);
        let added = charter.behaviours.iter().filter(own).filter(|behaviour| !is_of_template(&behaviour.id));
        let since = pages.agreed.standing.changed.iter().filter(|changed| changed.language == charter.language);
        let view = View::Differences(Differences {
            charter: charter_link.clone(),
            kept: charter.behaviours.iter().filter(|behaviour| behaviour.layer == Layer::Template).count(),
            reworded: reworded(template, charter),
            removed: removed(pages, template),
            added: added.map(|behaviour| plain::words(&behaviour.text)).collect(),
            since: since.map(|changed| rewording(changed.agreed.clone(), changed.now.clone())).collect(),
            agreed_on: pages.agreed.record.map(|record| voice.strings.date(record.on.value)),
        });
        let (path, base_path) = (link.href, url::differences(&ward.id));
        let title = voice.words(&["differences", "title"]);
        let mut frame =
            self.ward_frame(pages, &path, &base_path, title, voice.words(&["differences", "description"]), false);
        frame.breadcrumb.push(charter_link);
        Some(Draft::page(Page { frame, view }, Some(ward.name.span)))
    }
}

/// Returns the behaviours of the template that the ward says in its own words.
fn reworded(template: &Template, charter: &overlay::Charter) -> Vec<Rewording> {
    let own =
        |id: &str| charter.behaviours.iter().find(|behaviour| behaviour.id == id && behaviour.layer == Layer::Ward);
    let pair = |behaviour: &crate::model::charter::Behaviour| {
        let own = own(&behaviour.id.0.value)?;
        Some(rewording(Some(plain::words(&behaviour.text)), Some(plain::words(&own.text))))
    };
    template.behaviours.iter().filter_map(pair).collect()
}

/// Returns the behaviours of the template that the ward has removed, and why.
fn removed(pages: &WardPages<'_>, template: &Template) -> Vec<Removed> {
    let WardPages { voice, ward, .. } = pages;
    let find = |id: &str| template.behaviours.iter().find(|behaviour| behaviour.id.0.value == id);
    let removed = ward.charter.remove.iter().filter_map(|(id, why)| {
        let words = plain::words(&find(id)?.text);
        Some(Removed { words, why: values::own_words(why, ward, voice.shared.settings) })
    });
    removed.collect()
}

/// Returns two texts with the words that differ marked.
fn rewording(old: Option<String>, new: Option<String>) -> Rewording {
    let (before, after) = (old.clone().unwrap_or_default(), new.clone().unwrap_or_default());
    let mut runs = Runs::default();
    for change in TextDiff::from_words(&before, &after).iter_all_changes() {
        let words = change.value();
        match change.tag() {
            ChangeTag::Delete => runs.old.push_str(words),
            ChangeTag::Insert => runs.new.push_str(words),
            // The space between two words that differ parts nothing.
            ChangeTag::Equal if words.trim().is_empty() && runs.is_open() => {
                runs.old.push_str(words);
                runs.new.push_str(words);
            }
            ChangeTag::Equal => runs.same(words),
        }
    }
    runs.close();
    Rewording { old, new, marked: runs.marked }
}

/// The runs of words so far, and the old and new words that are still being gathered.
#[derive(Default)]
struct Runs {
    marked: Vec<Marked>,
    old: String,
    new: String,
}

impl Runs {
    fn is_open(&self) -> bool {
        !self.old.is_empty() || !self.new.is_empty()
    }

    fn same(&mut self, words: &str) {
        self.close();
        self.push("same", words);
    }

    /// Ends the words that differ. A space after them belongs to what follows.
    fn close(&mut self) {
        let (old, new) = (std::mem::take(&mut self.old), std::mem::take(&mut self.new));
        self.push("old", old.trim_end());
        self.push("new", new.trim_end());
        if [old, new].iter().any(|words| words.ends_with(char::is_whitespace)) {
            self.push("same", " ");
        }
    }

    fn push(&mut self, kind: &'static str, words: &str) {
        match self.marked.last_mut().filter(|last| last.kind == kind) {
            Some(last) => last.words.push_str(words),
            None if words.is_empty() => {}
            None => self.marked.push(Marked { kind, words: words.to_owned() }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_differ_are_marked() {
        let rewording = rewording(Some("I am kind to all.".into()), Some("I am polite to all.".into()));
        let marked: Vec<_> = rewording.marked.iter().map(|run| (run.kind, run.words.as_str())).collect();
        assert_eq!(marked, [("same", "I am "), ("old", "kind"), ("new", "polite"), ("same", " to all.")]);
        let several = super::rewording(Some("I show respect.".into()), Some("I am very polite.".into())).marked;
        let marked: Vec<_> = several.iter().map(|run| (run.kind, run.words.as_str())).collect();
        assert_eq!(marked, [("same", "I "), ("old", "show respect."), ("new", "am very polite.")]);
    }
}
