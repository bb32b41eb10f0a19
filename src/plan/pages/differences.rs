//! The pages that show a trust's lead what a ward has made of the trust's charter, and the trust of the template; and what has
//! changed since it was agreed.

use similar::{ChangeTag, TextDiff};

use crate::direction::{self, Direction};
use crate::model::charter_changes::Changes;
use crate::model::kind::Kind;
use crate::model::language::Language;
use crate::plan::frames::{FramePlace, home};
use crate::plan::pages::ward_page::WardPage;
use crate::plan::pages::wards::WardPages;
use crate::plan::view::Link;
use crate::plan::view::differences::{Differences, Marked, Removed, Rewording};
use crate::plan::view::pages::View;
use crate::plan::voice::Voice;
use crate::plan::{Draft, Gatherer, Page, Planner, url};
use crate::resolve::charter::{Charter, CharterBehaviour, CharterLayer};
use crate::resolve::values;
use crate::text::plain;

impl Planner<'_> {
    /// Returns the link to the page, on a site that staff see.
    pub(in crate::plan) fn differences_link(&self, pages: &WardPages<'_>) -> Option<Link> {
        link(&pages.voice, &url::differences(&pages.ward.id))
    }

    /// Returns the page, on a site that staff see.
    pub(in crate::plan) fn differences(&self, pages: &WardPages<'_>, charter: &Charter) -> Option<Draft> {
        let WardPages { voice, ward, .. } = pages;
        let link = self.differences_link(pages)?;
        let base = voice.shared.base(Some(ward), &charter.language)?;
        let charter_link = charter_link(voice);
        let since = pages.agreed.standing.changed.iter().filter(|changed| changed.language == charter.language);
        let view = View::Differences(Differences {
            charter: charter_link.clone(),
            since: since.map(|changed| rewording(None, changed.agreed.clone(), changed.now.clone())).collect(),
            agreed_on: pages.agreed.record.map(|record| voice.strings.date(record.on.value)),
            ..compare(voice, base, charter, &ward.charter.changes, CharterLayer::Ward)
        });
        let description = voice.words(&["differences", "description"]);
        let mut frame = self.ward_frame(pages, WardPage::Differences, link.words, description);
        frame.breadcrumb.push(charter_link);
        Some(Draft::page(Page { frame, view }, Some(ward.name.span)))
    }
}

impl Gatherer<'_> {
    /// Returns the link to the page on the trust's own charter, on a site that staff see, where the trust says anything differently.
    pub(in crate::plan) fn trust_differences_link(&self) -> Option<Link> {
        self.voice.shared.trust?;
        self.voice.shared.base(None, &self.voice.strings.language)?;
        link(&self.voice, &url::trust_differences())
    }

    pub(in crate::plan) fn trust_differences(&self) -> Option<Draft> {
        let voice = &self.voice;
        let (trust, link) = (voice.shared.trust?, self.trust_differences_link()?);
        let (base, template) =
            (voice.shared.base(None, &voice.strings.language)?, voice.shared.template(voice.language())?);
        let template = Charter::of_template(template, &base.language);
        let view = View::Differences(compare(voice, &template, base, &trust.changes, CharterLayer::Trust));
        let place = FramePlace {
            path: &link.href,
            title: link.words.clone(),
            description: voice.words(&["differences", "trust_description"]),
            section: "charter",
            breadcrumb: vec![home(voice), voice.section_link("charter")],
            languages: self.charter_languages(),
            base_path: &url::trust_differences(),
        };
        Some(Draft::page(Page { frame: self.frames.frame(voice, place, None), view }, Some(trust.span)))
    }

    /// Returns the languages that the charter is in, the pack's first as `None`.
    fn charter_languages(&self) -> Vec<Language> {
        let shared = self.voice.shared;
        let is_there = |language: &Language| shared.template(language.tag()).is_some();
        self.all_languages().into_iter().filter(is_there).collect()
    }
}

/// Returns the link to a page of differences, on a site that staff see.
fn link(voice: &Voice<'_>, path: &str) -> Option<Link> {
    voice.is_for_staff().then(|| Link {
        href: url::in_language(path, voice.language()),
        words: voice.words(&["differences", "title"]),
        ..Link::default()
    })
}

fn charter_link(voice: &Voice<'_>) -> Link {
    Link { words: voice.words(&["charter_title"]), href: voice.href(Kind::Section, "charter"), ..Link::default() }
}

/// Returns how a charter differs from the one below it, whose `changes` the layer has made.
fn compare(
    voice: &Voice<'_>,
    below: &Charter,
    charter: &Charter,
    changes: &Changes,
    layer: CharterLayer,
) -> Differences {
    let own = |behaviour: &&CharterBehaviour| behaviour.part.layer == layer;
    let added = charter.behaviours.iter().filter(own).filter(|behaviour| below.behaviour(&behaviour.id).is_none());
    Differences {
        charter: charter_link(voice),
        kept: charter.behaviours.iter().filter(|behaviour| behaviour.part.layer != layer).count(),
        reordered: charter.ordered_by == layer,
        reworded: parts(voice, below, charter, layer).chain(reworded(voice, below, charter, layer)).collect(),
        removed: removed(voice, below, changes),
        added: added.map(|behaviour| rewording(None, None, Some(plain::words(&behaviour.part.text)))).collect(),
        since: Vec::new(),
        agreed_on: None,
    }
}

/// Returns whose words are the old ones, where they aren't the template's.
fn of(voice: &Voice<'_>, layer: CharterLayer) -> Option<String> {
    (layer == CharterLayer::Trust).then(|| voice.words(&["trust_words"]))
}

/// Returns the explanation, the intent and the support where the layer says them in its own words.
fn parts<'a>(
    voice: &'a Voice<'_>,
    below: &'a Charter,
    charter: &'a Charter,
    layer: CharterLayer,
) -> impl Iterator<Item = Rewording> + 'a {
    charter.parts().into_iter().zip(below.parts()).filter_map(move |((name, now), (_, before))| {
        let now = now.filter(|part| part.layer == layer)?;
        let title = voice.strings.words(&["charter", name]);
        let words = |part: &crate::resolve::charter::LaidPart| plain::words(&part.text);
        Some(rewording(Some(title), before.map(words), Some(words(now))))
    })
}

/// Returns the behaviours of the charter below that the layer says in its own words, and their Easy Read after each.
fn reworded(voice: &Voice<'_>, below: &Charter, charter: &Charter, layer: CharterLayer) -> Vec<Rewording> {
    let own = |id: &str| charter.behaviour(id).filter(|behaviour| behaviour.part.layer == layer);
    let pair = |before: &CharterBehaviour| {
        let now = own(&before.id)?;
        let text = |behaviour: &CharterBehaviour| Some(plain::words(&behaviour.part.text));
        let easy_read = |behaviour: &CharterBehaviour| behaviour.easy_read.as_ref().map(plain::line);
        let words = rewording(of(voice, before.part.layer), text(before), text(now));
        let (old, new) = (easy_read(before), easy_read(now));
        let title = Some(voice.words(&["formats", "easy_read"]));
        Some(std::iter::once(words).chain((old != new).then(|| rewording(title, old, new))))
    };
    below.behaviours.iter().filter_map(pair).flatten().collect()
}

/// Returns the behaviours of the charter below that the layer has removed, and why.
fn removed(voice: &Voice<'_>, below: &Charter, changes: &Changes) -> Vec<Removed> {
    let removed = changes.remove.iter().filter_map(|(id, why)| {
        let behaviour = below.behaviour(id)?;
        let why = voice.ward.map_or_else(
            || voice.line(why),
            |ward| values::own_words(why, ward, voice.shared.settings, &voice.strings.language),
        );
        Some(Removed { of: of(voice, behaviour.part.layer), words: plain::words(&behaviour.part.text), why })
    });
    removed.collect()
}

/// Returns two texts with the words that differ marked.
fn rewording(of: Option<String>, old: Option<String>, new: Option<String>) -> Rewording {
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
    let dir = direction::of(&format!("{before} {after}"), Direction::LeftToRight).unwrap_or_default().name();
    Rewording { of, old, new, marked: runs.marked, dir }
}

/// The runs of words so far, and the old and new words that are still being listed.
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
        let rewording = rewording(None, Some("I am kind to all.".into()), Some("I am polite to all.".into()));
        let marked: Vec<_> = rewording.marked.iter().map(|run| (run.kind, run.words.as_str())).collect();
        assert_eq!(marked, [("same", "I am "), ("old", "kind"), ("new", "polite"), ("same", " to all.")]);
        let several = super::rewording(None, Some("I show respect.".into()), Some("I am very polite.".into())).marked;
        let marked: Vec<_> = several.iter().map(|run| (run.kind, run.words.as_str())).collect();
        assert_eq!(marked, [("same", "I "), ("old", "show respect."), ("new", "am very polite.")]);
    }
}
