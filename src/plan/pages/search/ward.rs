//! The search page of a ward.

use super::found::{found, found_easy_read};
use super::index_names::{easy, name};
use super::parts::indexes_for_everyone;
use super::said::{SaidTexts, easy_lines, kind_and_site};
use super::{index_draft, page};
use crate::model::kind::Kind;
use crate::model::ward::Ward;
use crate::plan::frames::contacts;
use crate::plan::pages::ward_page::WardPage;
use crate::plan::pages::wards::WardPages;
use crate::plan::view::parts::Contact;
use crate::plan::view::search::{SearchIndex, SearchPage, SearchText};
use crate::plan::voice::Voice;
use crate::plan::{Draft, Planner, url};
use crate::resolve::charter::Charter;

impl Planner<'_> {
    /// Returns the search page of a ward, and what it finds before all others: the ward's own pages.
    pub(in crate::plan) fn ward_search(&self, pages: &WardPages<'_>, charter: Option<&Charter>) -> Vec<Draft> {
        let WardPages { voice, ward, leaflets, badge, .. } = pages;
        let path = url::in_language(&WardPage::Search.path(&ward.id), voice.language());
        let quiet_place = ward.quiet_place.iter().map(|place| voice.said_of_ward(place, ward).words);
        let lines = kind_and_site(voice, ward).into_iter().chain(contact_lines(voice, ward)).chain(quiet_place);
        let (language, first) = (&voice.strings.language, voice.shared.settings.first_language());
        let about = ward.about.iter().map(|about| about.nearest(language, first).1);
        let own = SaidTexts { texts: about.collect(), lines: lines.collect() };
        let mut found_here = vec![found(voice, (Kind::Ward, &ward.id), Some(&own))];
        found_here.extend(charter.map(|charter| SearchPage {
            name: "charter".to_owned(),
            href: voice.href(Kind::Section, "charter"),
            title: voice.words(&["charter_title"]),
            kind: badge.name.words.clone(),
            summary: Some(voice.line(&charter.title)),
            for_staff: false,
            foreign: None,
            lines: easy_lines(voice, charter).chain(contact_lines(voice, ward)).collect(),
            texts: charter.texts().map(|prose| SearchText(prose.clone())).collect(),
        }));
        let gives_out = |id: &str| voice.shared.gives_out(ward, id);
        // The words of a leaflet are in the index for everyone.
        found_here.extend(leaflets.iter().map(|leaflet| found(voice, (Kind::Leaflet, &leaflet.id), None)));
        let easy_reads = voice.shared.easy_reads.iter().filter(|item| {
            item.kind == Kind::Leaflet && item.language.tag() == voice.language() && gives_out(&item.id)
        });
        found_here.extend(easy_reads.map(|item| SearchPage {
            lines: Vec::new(),
            texts: Vec::new(),
            ..found_easy_read(voice, item)
        }));
        let not_given_out = self.orders.ids(Kind::Leaflet).iter().filter(|id| !gives_out(id));
        let left_out = not_given_out.map(|id| name((Kind::Leaflet, id))).flat_map(|name| [easy(&name), name]);
        let index = SearchIndex { pages: found_here, left_out: left_out.collect(), goes_on: false, meant: Vec::new() };
        let own = url::search_index(&path, 0);
        let indexes = indexes_for_everyone(voice).into_iter().chain([own.clone()]).collect();
        let (title, description) = (voice.words(&["sections", "search"]), voice.words(&["descriptions", "search"]));
        let frame = self.ward_frame(pages, WardPage::Search, title, description);
        vec![page(voice, frame, indexes), index_draft(voice, index, own)]
    }
}

/// Returns what a ward's pages say of those it can be reached by.
fn contact_lines(voice: &Voice<'_>, ward: &Ward) -> Vec<String> {
    let lines = |contact: Contact| {
        let number = contact.phone.map(|phone| phone.written);
        let words = |said: Option<crate::plan::view::Said>| said.map(|said| said.words);
        let others = [words(contact.organisation), number, words(contact.hours), contact.email, contact.website_words];
        [Some(contact.role)].into_iter().chain(others).flatten()
    };
    contacts(voice, ward).into_iter().flat_map(lines).collect()
}
