//! The ten headings of the PIF TICK, and what a pack's files say under each.
//!
//! Source: Patient Information Forum, PIF TICK (2022), whose ten criteria are here by what each is about. Their own words are the Forum's.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::HeadingEvidence;
use super::pages::{AssessedPage, assessed, titles};
use crate::model::audience::Audience;
use crate::model::kind::Kind;
use crate::pipeline::Report;
use crate::problem::reported::ReportedCounts;
use crate::problem::suggest::{list, some};
use crate::resolve::Site;
use crate::resolve::charter::standing::Status;
use crate::text::plain;

/// Sentences on what is shown, and on what isn't.
#[derive(Default)]
struct Facts {
    shown: Vec<String>,
    gaps: Vec<String>,
}

impl Facts {
    fn shows(&mut self, sentence: String) {
        self.shown.push(sentence);
    }

    fn lacks(&mut self, sentence: impl Into<String>) {
        self.gaps.push(sentence.into());
    }

    /// Says of how many of the pages something holds, and names those of which it doesn't.
    fn of_pages(
        &mut self,
        pages: &[AssessedPage<'_>],
        [say, lacking]: [&str; 2],
        holds: impl Fn(&AssessedPage<'_>) -> bool,
    ) {
        let without = titles(pages, |page| !holds(page));
        self.shows(format!("{} of {} {say}.", pages.len() - without.len(), count(pages.len(), "page")));
        if !without.is_empty() {
            self.lacks(format!("{lacking}: {}.", some(&without)));
        }
    }

    fn under(self, heading: &'static str) -> HeadingEvidence {
        HeadingEvidence { heading, shown: self.shown, gaps: self.gaps }
    }
}

/// What the headings are filled from.
struct Assessed<'a> {
    site: &'a Site,
    report: &'a Report,
    as_of: Date,
    pages: Vec<AssessedPage<'a>>,
}

/// Returns what a pack shows under each of the ten headings, in their order.
pub(super) fn headings(site: &Site, report: &Report, as_of: Date) -> Vec<HeadingEvidence> {
    let of = Assessed { site, report, as_of, pages: assessed(site) };
    vec![
        systems(&of).under("Systems"),
        training().under("Training"),
        need(&of).under("Need"),
        evidence(&of).under("Evidence"),
        involving_users(&of).under("Involving users"),
        health_inequalities(&of).under("Health inequalities"),
        content_and_design(&of).under("Content and design"),
        feedback(&of).under("Feedback"),
        disseminating(&of).under("Disseminating"),
        impact(&of).under("Impact"),
    ]
}

/// Returns "1 page" or "3 pages".
fn count(count: usize, word: &str) -> String {
    format!("{count} {word}{}", if count == 1 { "" } else { "s" })
}

fn systems(of: &Assessed<'_>) -> Facts {
    let mut facts = Facts::default();
    facts.of_pages(&of.pages, ["say which role looks after them (owner)", "No owner"], |page| {
        page.review.owner.is_some()
    });
    facts.of_pages(&of.pages, ["say by when they are to be reviewed (review_by)", "No day of review"], |page| {
        page.review.review_by.is_some()
    });
    let is_overdue = |page: &AssessedPage<'_>| page.review.review_by.as_ref().is_some_and(|day| day.value < of.as_of);
    let overdue = titles(&of.pages, is_overdue);
    if !overdue.is_empty() {
        facts.lacks(format!("The review is overdue of: {}.", some(&overdue)));
    }
    match of.site.pack.published.iter().map(|list| list.addresses.len()).sum() {
        0 => facts.lacks("No list of what was published (published.yaml); wardpack publish keeps one."),
        addresses => {
            facts.shows(format!("{} were published, and are listed (published.yaml).", count(addresses, "page")));
        }
    }
    facts.lacks("Who approves a page before it is published, and where that is written down.");
    facts
}

fn training() -> Facts {
    let mut facts = Facts::default();
    facts.lacks("Who writes and reviews the pages, and what training they have had.");
    facts
}

fn need(of: &Assessed<'_>) -> Facts {
    let mut facts = Facts::default();
    let for_all = titles(&of.pages, |page| page.audience.is_empty()).len();
    facts.shows(format!("{} for everyone.", count(for_all, "page")));
    for audience in [Audience::Patients, Audience::Carers, Audience::Visitors] {
        let pages = titles(&of.pages, |page| page.audience.contains(&audience)).len();
        facts.shows(format!("{} for {}.", count(pages, "page"), audience.name()));
    }
    facts.lacks("Who asked for each page, and how you found out that it is needed.");
    facts
}

fn evidence(of: &Assessed<'_>) -> Facts {
    let mut facts = Facts::default();
    facts.of_pages(&of.pages, ["name their sources (source)", "No source"], |page| !page.review.source.is_empty());
    let resources = of.site.pack.resources.iter().filter(|list| list.language.is_first()).flat_map(|list| &list.items);
    let (opened, others): (Vec<_>, Vec<_>) = resources.partition(|resource| resource.checked.on.is_some());
    if !opened.is_empty() {
        let first = opened.iter().filter_map(|resource| resource.checked.on.as_ref()).map(|on| on.value).min();
        let since = first.map(|day| format!(", the first of them on {day}")).unwrap_or_default();
        facts.shows(format!(
            "{} opened by somebody to see that the page is there{since}.",
            count(opened.len(), "source")
        ));
    }
    if !others.is_empty() {
        let titles: Vec<String> = others.iter().map(|resource| plain::line(&resource.title)).collect();
        facts.lacks(format!("Nobody has written down when they opened: {}.", some(&titles)));
    }
    facts.lacks("How sources were looked for and chosen.");
    facts
}

fn involving_users(of: &Assessed<'_>) -> Facts {
    let mut facts = Facts::default();
    let pack = &of.site.pack;
    let (mut together, mut people, mut without) = (0, [0, 0, 0], Vec::new());
    for ward in &pack.wards {
        match &ward.charter.coproduced {
            Some(who) => {
                together += 1;
                people = [people[0] + who.patients, people[1] + who.carers, people[2] + who.staff];
            }
            None => without.push(plain::line(&ward.name)),
        }
    }
    let [patients, carers, staff] = people;
    let wards = count(pack.wards.len(), "ward");
    if together > 0 {
        facts.shows(format!(
            "The files of {together} of {wards} say who wrote the charter together: {patients} patients, {carers} carers and {staff} staff in all."
        ));
    }
    let agreed = of.site.standings.iter().filter(|standing| standing.status == Status::Agreed).count();
    if agreed > 0 {
        facts.shows(format!("The charter of {agreed} of {wards} is as it was agreed."));
    }
    if !without.is_empty() {
        facts.lacks(format!("The file does not say who wrote the charter of: {}.", some(&without)));
    }
    facts.lacks("Who read each page before it was published, and what was changed after that.");
    facts
}

fn health_inequalities(of: &Assessed<'_>) -> Facts {
    let mut facts = Facts::default();
    let pack = &of.site.pack;
    let tags: Vec<&str> = pack.settings.languages.iter().map(|tag| tag.value.as_str()).collect();
    facts.shows(format!("Languages: {}.", list(&tags)));
    let easy: BTreeSet<(Kind, &str)> = pack.easy_reads.iter().map(|page| (page.kind, page.id.as_str())).collect();
    let leaflets: Vec<&AssessedPage<'_>> = of.pages.iter().filter(|page| page.kind == Kind::Leaflet).collect();
    let without = leaflets.iter().filter(|page| !easy.contains(&(page.kind, page.id)));
    let without: Vec<&str> = without.map(|page| page.title.as_str()).collect();
    facts.shows(format!("{} of {} in Easy Read.", leaflets.len() - without.len(), count(leaflets.len(), "leaflet")));
    if !without.is_empty() {
        facts.lacks(format!("No Easy Read of: {}.", some(&without)));
    }
    let items = pack.items();
    let translations = items.iter().filter(|item| item.language.is_some() && !item.is_gone && !item.is_draft);
    let (checked, unchecked): (Vec<_>, Vec<_>) = translations
        .filter_map(|item| item.review)
        .partition(|review| review.translation.as_ref().is_some_and(|translation| translation.checked.is_some()));
    if !checked.is_empty() {
        facts.shows(format!("{} checked by somebody beside the original.", count(checked.len(), "translation")));
    }
    if !unchecked.is_empty() {
        facts.lacks(format!("Nobody has written down that they checked {}.", count(unchecked.len(), "translation")));
    }
    facts.lacks("Who has the most trouble in getting or reading what you publish, and what you do about it.");
    facts
}

fn content_and_design(of: &Assessed<'_>) -> Facts {
    let mut facts = Facts::default();
    let ReportedCounts { errors, warnings } = of.report.counts;
    facts.shows(format!(
        "wardpack's own checks of the files: {}, {}.",
        count(errors, "error"),
        count(warnings, "warning")
    ));
    match &of.site.pack.settings.accessibility {
        None => facts.lacks("The facts of an accessibility statement (accessibility in pack.yaml)."),
        Some(said) => {
            facts.shows(format!("By its accessibility statement the copy meets WCAG 2.2 AA: {}.", said.meets.word()));
            match &said.tested {
                Some(test) => facts.shows(format!("It was tested on {} by {}.", test.on.value, plain::line(&test.by))),
                None => facts.lacks("A test of the copy by people (accessibility: tested in pack.yaml)."),
            }
        }
    }
    facts.lacks("How the look and the words were tried with readers.");
    facts
}

fn feedback(of: &Assessed<'_>) -> Facts {
    let mut facts = Facts::default();
    let pack = &of.site.pack;
    let publisher = &pack.settings.publisher;
    let ways = [("phone", publisher.phone.is_some()), ("email", publisher.email.is_some())];
    let ways: Vec<&str> = ways.into_iter().filter(|(_, is_given)| *is_given).map(|(way, _)| way).collect();
    match ways.as_slice() {
        [] => facts.lacks("How readers reach you (publisher: phone and email in pack.yaml)."),
        ways => facts.shows(format!("Readers can reach the publisher by {}.", list(ways))),
    }
    let surveys = pack.forms.iter().filter(|form| form.survey && form.language.is_first()).count();
    facts.shows(format!("{} in the pack.", count(surveys, "survey")));
    match pack.answers.len() {
        0 => facts.lacks("Answers to a survey."),
        answered => facts.shows(format!("{} with answers.", count(answered, "survey"))),
    }
    facts.lacks("What readers said, and what you changed because of it.");
    facts
}

fn disseminating(of: &Assessed<'_>) -> Facts {
    let mut facts = Facts::default();
    let pack = &of.site.pack;
    match &pack.settings.web_address {
        Some(address) => facts.shows(format!("On the web at {}.", address.0.value)),
        None => facts.lacks("An address on the web (web_address in pack.yaml), if the pack has one."),
    }
    let sheets: usize = pack.sheet_records.values().map(|record| record.sheets.len()).sum();
    let (recorded, wards) = (pack.sheet_records.len(), pack.wards.len());
    if recorded > 0 {
        let hang = if sheets == 1 { "1 sheet hangs".to_owned() } else { format!("{sheets} sheets hang") };
        facts.shows(format!("By the wards' records {hang} on {recorded} of {}.", count(wards, "ward")));
    }
    if recorded < wards {
        facts.lacks(format!("What hangs on {} (wardpack round keeps a record).", count(wards - recorded, "ward")));
    }
    facts.lacks("How people who are not on a ward, and staff who are new, get to know of the pages.");
    facts
}

fn impact(of: &Assessed<'_>) -> Facts {
    let mut facts = Facts::default();
    let pack = &of.site.pack;
    let measures: Vec<_> = pack.measures.iter().filter(|measure| measure.language.is_first()).collect();
    let with_numbers = measures.iter().filter(|measure| pack.numbers.contains_key(&measure.id)).count();
    if with_numbers > 0 {
        facts.shows(format!("{with_numbers} of {} with numbers.", count(measures.len(), "measure")));
    }
    if with_numbers < measures.len() {
        facts.lacks(format!("Numbers for {}.", count(measures.len() - with_numbers, "measure")));
    }
    match pack.test_logs.values().map(|log| log.tests.len()).sum() {
        0 => facts.lacks("Tests of change ideas (a file of tests beside the idea)."),
        tests => facts.shows(format!("{} of change ideas written down.", count(tests, "test"))),
    }
    facts.lacks("What has changed for readers because of the pages.");
    facts
}
