//! What a trust says in pack.yaml and a page shows below its text: how accessible the copy is, and what is written down about those who
//! read it.

use crate::model;
use crate::model::accessibility::Reason;
use crate::model::kind::Kind;
use crate::model::privacy::LawfulBasis;
use crate::plan::url;
use crate::plan::view::Contact;
use crate::plan::view::accessibility::{Accessibility, NotAccessible, NotAccessibleGroup};
use crate::plan::view::privacy::{Privacy, VisitRecord};
use crate::plan::voice::Voice;

impl Voice<'_> {
    /// Returns what stands below the text of the accessibility statement; empty where the trust says nothing yet.
    pub(in crate::plan) fn accessibility(&self) -> Accessibility {
        let Some(said) = &self.shared.settings.accessibility else { return Accessibility::default() };
        let tested = said.tested.as_ref();
        Accessibility {
            meets: Some(said.meets.word()),
            groups: self.not_accessible(&said.not_accessible),
            answered_within: self.optional_said(said.answered_within.as_ref()),
            improving: self.optional_said(said.improving.as_ref()),
            tested: self.date(tested.map(|tested| &tested.on)),
            tested_by: tested.map(|tested| self.said(&tested.by)),
            tested_how: tested.and_then(|tested| self.optional_said(tested.how.as_ref())),
            written: self.date(said.written.as_ref()),
            reviewed: self.date(said.reviewed.as_ref()),
        }
    }

    fn not_accessible(&self, all: &[model::accessibility::NotAccessible]) -> Vec<NotAccessibleGroup> {
        let of = |reason: Reason| {
            let items = all.iter().filter(|one| one.reason == reason).map(|one| NotAccessible {
                what: self.said(&one.what),
                why: self.optional_said(one.why.as_ref()),
                criterion: one.criterion.as_ref().map(|criterion| criterion.0.clone()),
                put_right_by: self.date(one.put_right_by.as_ref()),
            });
            NotAccessibleGroup { reason: reason.word(), items: items.collect() }
        };
        let groups = Reason::CHOICES.map(|(_, reason)| of(reason));
        groups.into_iter().filter(|group| !group.items.is_empty()).collect()
    }

    /// Returns what stands below the text of the privacy statement: what the site itself does is there even where the trust says nothing.
    pub(in crate::plan) fn privacy(&self) -> Privacy {
        let said = self.shared.settings.privacy.as_ref();
        let records = said.map_or(&[][..], |said| &said.records);
        Privacy {
            pages: self.what_pages_do(),
            exit: url::shown(&self.shared.settings.quick_exit),
            keeps: said.map(|said| said.keeps.word()),
            records: records.iter().map(|record| self.visit_record(record)).collect(),
            asks_consent: records.iter().any(|record| record.lawful_basis == Some(LawfulBasis::Consent)),
            contacts: self.responsible(),
            notice: said.and_then(|said| said.notice.as_ref()).map(|notice| notice.0.value.clone()),
            written: self.date(said.and_then(|said| said.written.as_ref())),
            reviewed: self.date(said.and_then(|said| said.reviewed.as_ref())),
        }
    }

    /// Returns what the pages of this site store and send, as a word of the theme: scripts of others can do anything.
    fn what_pages_do(&self) -> &'static str {
        let has = |kind| !self.shared.names.ids(kind).is_empty();
        if self.shared.has_own_scripts {
            "own_scripts"
        } else if has(Kind::Form) || has(Kind::Domain) {
            "forms"
        } else {
            "no_forms"
        }
    }

    fn visit_record(&self, record: &model::privacy::VisitRecord) -> VisitRecord {
        VisitRecord {
            what: self.said(&record.what),
            why: self.optional_said(record.why.as_ref()),
            lawful_basis: record.lawful_basis.map(LawfulBasis::word),
            kept_for: self.optional_said(record.kept_for.as_ref()),
            shared_with: self.optional_said(record.shared_with.as_ref()),
            outside_uk: self.optional_said(record.outside_uk.as_ref()),
        }
    }

    /// Returns how to reach the publisher and the data protection officer, as far as that is known.
    fn responsible(&self) -> Vec<Contact> {
        let settings = self.shared.settings;
        let publisher = &settings.publisher;
        let contact = |role: &str| Contact {
            role: self.words(&["privacy", role]),
            from: None,
            organisation: None,
            phone: None,
            email: None,
            hours: None,
            website: None,
            website_words: None,
            checked: None,
            unchecked: None,
        };
        let trust = publisher.name.as_ref().map(|name| Contact {
            organisation: Some(self.said(name)),
            phone: self.phone(publisher.phone.as_ref()),
            email: self.optional_line(publisher.email.as_ref()),
            website: publisher.website.as_ref().map(|website| website.0.value.clone()),
            website_words: publisher.website.as_ref().map(|website| url::shown(&website.0)),
            ..contact("responsible")
        });
        let officer = settings.privacy.as_ref().and_then(|said| said.officer.as_ref()).map(|officer| Contact {
            phone: self.phone(officer.phone.as_ref()),
            email: self.optional_line(officer.email.as_ref()),
            ..contact("officer")
        });
        trust.into_iter().chain(officer).collect()
    }
}
