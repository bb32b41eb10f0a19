//! The page that sets what a pack holds beside each domain and each standard, and lists what it lacks.

use std::collections::BTreeSet;

use crate::model::kind::Kind;
use crate::model::language::Language;
use crate::plan::frames::{FramePlace, home};
use crate::plan::order::by_title;
use crate::plan::view::Link;
use crate::plan::view::navigation::{ColumnGap, Matrix, MatrixRow};
use crate::plan::view::pages::View;
use crate::plan::{Draft, Gatherer, Page, url};
use crate::resolve::names::Name;

/// What is looked for beside each standard: its word in the theme, and the kinds of items that count for it.
const COLUMNS: [(&str, &[Kind]); 6] = [
    ("charter", &[Kind::Section]),
    ("leaflets", &[Kind::Leaflet]),
    ("models", &[Kind::ConversationModel]),
    ("ideas", &[Kind::ChangeIdea]),
    ("measures", &[Kind::Measure]),
    ("reading", &[Kind::TraumaInformedCare, Kind::Improvement, Kind::TheoryOfChange, Kind::Story]),
];
/// The one section that counts: its behaviours name standards.
const CHARTER: &str = "charter";

impl Gatherer<'_> {
    /// Returns the page, in the pack's first language, where there are domains.
    pub(in crate::plan) fn matrix(&self) -> Option<Draft> {
        let voice = &self.voice;
        let domains = self.ids(Kind::Domain);
        if domains.is_empty() {
            return None;
        }
        let rows: Vec<MatrixRow> = domains.iter().flat_map(|domain| self.rows(domain)).collect();
        let words = |name: &str| voice.words(&["standards", "matrix", name]);
        let columns: Vec<String> = COLUMNS.iter().map(|(name, _)| words(name)).collect();
        let path = url::matrix();
        let place = FramePlace {
            path: &path,
            title: words("title"),
            description: words("description"),
            section: "standards",
            breadcrumb: vec![home(voice), voice.section_link("standards")],
            languages: vec![Language::default()],
            base_path: &path,
        };
        let view = View::Matrix(Matrix {
            gaps: rows.iter().filter_map(|row| gap(row, &columns)).collect(),
            held: rows.iter().filter(|row| !row.is_domain).count(),
            published_href: self.published(),
            columns,
            rows,
        });
        Some(Draft::page(Page { frame: self.frames.frame(voice, place, None), view }, None))
    }

    /// Returns the link to the page, where it is there.
    pub(in crate::plan) fn matrix_link(&self) -> Option<Link> {
        let words = self.voice.words(&["standards", "matrix", "title"]);
        (!self.ids(Kind::Domain).is_empty()).then(|| self.voice.in_first(url::matrix(), words))
    }

    /// Returns the row of a domain and those of its standards.
    fn rows(&self, domain: &str) -> Vec<MatrixRow> {
        let own = self.listed.standards.iter().filter(|one| one.language.is_first() && one.domain == domain);
        let standards: Vec<(&str, BTreeSet<Name>)> =
            own.map(|one| (one.id.as_str(), self.beside(Kind::Standard, &one.id))).collect();
        let mut of_domain = self.beside(Kind::Domain, domain);
        of_domain.extend(standards.iter().flat_map(|(_, found)| found.iter().cloned()));
        let of_standards = standards.iter().map(|(id, found)| self.row(Kind::Standard, id, found));
        std::iter::once(self.row(Kind::Domain, domain, &of_domain)).chain(of_standards).collect()
    }

    /// Returns the items that refer to a domain or standard, and those that it refers to itself.
    fn beside(&self, kind: Kind, id: &str) -> BTreeSet<Name> {
        let (used_by, name) = (self.listed.used_by, (kind, id.to_owned()));
        let names = used_by.iter().filter(|(_, users)| users.contains(&name)).map(|(named, _)| named);
        names.chain(used_by.get(&name).into_iter().flatten()).cloned().collect()
    }

    fn row(&self, kind: Kind, id: &str, found: &BTreeSet<Name>) -> MatrixRow {
        let voice = &self.voice;
        let cell = |(_, kinds): &(&str, &[Kind])| {
            let counts = |(kind, id): &&Name| {
                kinds.contains(kind) && (*kind != Kind::Section || id == CHARTER) && !voice.is_left_out(*kind, id)
            };
            let mut links: Vec<Link> = found.iter().filter(counts).map(|(kind, id)| voice.link(*kind, id)).collect();
            links.sort_by_cached_key(|link| (by_title(&link.words), link.href.clone()));
            links
        };
        MatrixRow {
            of: voice.link(kind, id),
            is_domain: kind == Kind::Domain,
            cells: COLUMNS.iter().map(cell).collect(),
        }
    }
}

/// Returns what a row lacks.
fn gap(row: &MatrixRow, columns: &[String]) -> Option<ColumnGap> {
    let empty = row.cells.iter().zip(columns).filter(|(cell, _)| cell.is_empty());
    let lacks: Vec<String> = empty.map(|(_, column)| column.clone()).collect();
    (!lacks.is_empty()).then(|| ColumnGap { of: row.of.clone(), lacks })
}
