//! The charter of a ward, and the one that all wards start from.

use crate::model::article::Article;
use crate::model::kind::Kind;
use crate::model::ward;
use crate::plan::frames::contacts;
use crate::plan::pages::ward_page::WardPage;
use crate::plan::pages::wards::{WardPages, status};
use crate::plan::view::pages::View;
use crate::plan::view::wards::{Charter, CharterSection, Coproduced};
use crate::plan::view::{Behaviour, CharterPart, CharterWords, Foot, Link};
use crate::plan::voice::Voice;
use crate::plan::{Draft, Gatherer, Page, Planner, url};
use crate::resolve::charter::standing::{CharterStanding, Status, behaviour_line, easy_read_line};
use crate::resolve::charter::{self, CharterBehaviour, CharterLayer, LaidPart};

impl Planner<'_> {
    /// Returns the page of a ward's charter.
    pub(in crate::plan) fn charter(&self, pages: &WardPages<'_>, charter: &charter::Charter) -> Draft {
        let WardPages { voice, ward, .. } = pages;
        let path = url::in_language(&WardPage::Charter.path(&ward.id), voice.language());
        let changed = &pages.agreed.standing.changed;
        let is_changed = |line: &str| changed.iter().any(|one| one.language == charter.language && one.line == line);
        let coproduced = coproduced(pages).map(|by| Coproduced { sentence: agreed_by(voice, &by) });
        let means_here_agreed = ward.charter.means_here.as_ref().and_then(|means_here| means_here.agreed.as_ref());
        let view = View::Charter(Box::new(Charter {
            words: words(voice, charter, &url::root(&path), &is_changed),
            always: self.frames.always(voice, ward),
            contacts: contacts(voice, ward),
            status: status(pages),
            coproduced,
            means_here_agreed: means_here_agreed.map(|by| agreed_by(voice, by)),
            version: version(pages, charter),
            suspect: pages.agreed.standing.status == Status::Suspect,
            differences: self.differences_link(pages),
            sheet: self.charter_sheet_link(pages),
            easy_read: pages
                .easy_charter_link()
                .map(|link| Link { words: voice.words(&["formats", "easy_read"]), ..link }),
            signatures: ward.charter.signatures,
            foot: charter_foot(pages),
        }));
        let (title, description) = (voice.line(&charter.title), voice.words(&["charter_title"]));
        let frame = self.ward_frame(pages, WardPage::Charter, title, description);
        Draft::page(Page { frame, view }, Some(ward.name.span))
    }
}

impl Gatherer<'_> {
    /// Returns what the page of the section shows: how charters are made, and the words that wards start from.
    pub(in crate::plan) fn charter_section(&self, page: Option<&Article>, root: &str) -> View {
        let voice = &self.voice;
        let review = page.map(|page| page.review.clone()).unwrap_or_default();
        let own = voice.own_charter();
        let base = voice.shared.base(None, &voice.strings.language).filter(|_| own.is_none());
        let none =
            CharterWords { explanation: None, means_here: None, intent: None, behaviours: Vec::new(), support: None };
        View::CharterSection(Box::new(CharterSection {
            body: page.map(|page| voice.piece(&page.body, root)),
            contents: page.map(|page| voice.contents(&page.body)).unwrap_or_default(),
            words: base.map_or(none, |base| words(voice, base, root, &|_| false)),
            differences: self.trust_differences_link().filter(|_| own.is_none()),
            own,
            wards: (voice.is_for_staff() && voice.has_content("wards")).then(|| voice.section_link("wards")),
            foot: self.section_foot("charter", &review),
        }))
    }
}

/// Returns the words of a charter as a page shows them whose way to the root is `root`. `is_changed` tells of a line whether it has
/// changed since it was agreed.
fn words(voice: &Voice<'_>, charter: &charter::Charter, root: &str, is_changed: &dyn Fn(&str) -> bool) -> CharterWords {
    let part = |line: &str, part: &LaidPart| CharterPart {
        text: voice.piece_in(&part.language, &part.text, root),
        lang: (part.language != charter.language).then(|| part.language.clone()),
        own: own_words(voice, part.layer),
        changed: is_changed(line),
    };
    let named = |name: &str| charter.parts().into_iter().find(|(known, _)| *known == name).and_then(|(_, part)| part);
    let shown = |name: &str| named(name).map(|found| part(name, found));
    let behaviour = |behaviour: &CharterBehaviour| Behaviour {
        id: format!("behaviour-{}", behaviour.id),
        part: part(&behaviour_line(&behaviour.id), &behaviour.part),
        easy_read: voice.optional_line(behaviour.easy_read.as_ref()),
        easy_read_changed: is_changed(&easy_read_line(&behaviour.id)),
    };
    CharterWords {
        explanation: shown("explanation"),
        means_here: shown("means_here"),
        intent: shown("intent"),
        behaviours: charter
            .behaviours
            .iter()
            .map(behaviour)
            .filter(|one| !one.part.text.prose.blocks.is_empty())
            .collect(),
        support: shown("support"),
    }
}

/// Returns whose own words a part is in: a ward's on its own page, the trust's where all wards start. On a ward's page the trust's
/// words are as little news as the template's.
fn own_words(voice: &Voice<'_>, layer: CharterLayer) -> Option<String> {
    match (layer, voice.ward) {
        (CharterLayer::Ward, _) => Some(voice.words(&["own_words"])),
        (CharterLayer::Trust, None) => Some(voice.words(&["trust_words"])),
        _ => None,
    }
}

/// Returns the version of a charter: the day on which its words were agreed, or where else it stands, and its code.
pub(in crate::plan) fn version(pages: &WardPages<'_>, charter: &charter::Charter) -> Option<String> {
    let CharterStanding { status, codes, .. } = pages.agreed.standing;
    let is_as_agreed = matches!(status, Status::Agreed | Status::Overdue);
    let agreed_on = coproduced(pages).filter(|_| is_as_agreed).map(|by| pages.voice.strings.date(by.on.value));
    let since = agreed_on.unwrap_or_else(|| crate::plan::pages::wards::status(pages));
    codes.get(&charter.language).map(|code| pages.voice.version(Some(since), code))
}

/// Returns in a sentence who agreed a charter and when: "9 patients, 6 staff and 2 carers agreed this on 20 November 2026."
fn agreed_by(voice: &Voice<'_>, by: &ward::Coproduced) -> String {
    let counts = [("patients", by.patients), ("staff", by.staff), ("carers", by.carers)];
    let people = counts.into_iter().filter(|(_, number)| *number > 0).map(|(who, number)| {
        let words = if number == 1 { format!("one_{who}") } else { who.to_owned() };
        voice.words_with(&["agreed_by", &words], "{number}", &number.to_string())
    });
    let mut people: Vec<String> = people.collect();
    let date = voice.strings.date(by.on.value);
    let Some(last) = people.pop() else { return voice.words_with(&["agreed_by", "nobody"], "{date}", &date) };
    let all = if people.is_empty() {
        last
    } else {
        let rest = people.join(&voice.words(&["agreed_by", "comma"]));
        voice.words_with(&["agreed_by", "and"], "{others}", &rest).replace("{last}", &last)
    };
    voice.words_with(&["agreed_by", "sentence"], "{people}", &all).replace("{date}", &date)
}

/// Returns who agreed the charter: by the record of it, or else by the ward's own file.
pub(in crate::plan) fn coproduced(pages: &WardPages<'_>) -> Option<ward::Coproduced> {
    let recorded = pages.agreed.record.map(|record| ward::Coproduced {
        on: record.on.clone(),
        patients: record.patients,
        staff: record.staff,
        carers: record.carers,
    });
    recorded.or_else(|| pages.ward.charter.coproduced.clone())
}

fn charter_foot(pages: &WardPages<'_>) -> Foot {
    let WardPages { voice, ward, .. } = pages;
    let shared = voice.foot(Kind::Section, &voice.shared.charter_review(&ward.kind, voice.language()), [None, None]);
    let owner = ward.charter.owner.as_ref().map(|owner| voice.said_of_ward(owner, ward));
    let review_by = voice.date(ward.charter.review_by.as_ref());
    // When the template was read says nothing of when the ward read its charter.
    let foot = Foot { text_of: None, written: None, reviewed: None, unreviewed: None, ..shared };
    Foot { owner: owner.or(foot.owner), review_by: review_by.or(foot.review_by), ..foot }
}
