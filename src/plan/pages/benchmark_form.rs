//! The form on which a group fills a benchmark in: every domain and standard of the pack, with the choices that there are.

use crate::model::benchmark::{Confidence, Group};
use crate::model::kind::Kind;
use crate::model::language::Language;
use crate::plan::frames::{FramePlace, home};
use crate::plan::view::Link;
use crate::plan::view::benchmark::Level;
use crate::plan::view::benchmark_form::{Choice, Form, FormDomain, FormStandard};
use crate::plan::view::pages::View;
use crate::plan::{Draft, Gatherer, Page, url};

/// The parts of an organisation, from the smallest.
const LEVELS: [&str; 4] = ["ward", "service", "directorate", "trust"];

impl Gatherer<'_> {
    /// Returns the page, in the pack's first language, where there are domains to rate.
    pub(in crate::plan) fn benchmark_form(&self) -> Option<Draft> {
        let voice = &self.voice;
        let domains = self.ids(Kind::Domain);
        if !self.has_benchmark_form() {
            return None;
        }
        let words = |name: &str| voice.words(&["benchmark_form", name]);
        let choice = |group: &str, name: &str| Choice { name: name.to_owned(), words: voice.words(&[group, name]) };
        let path = url::benchmark_form();
        let place = FramePlace {
            path: &path,
            title: words("title"),
            description: words("description"),
            section: "benchmarks",
            breadcrumb: vec![home(voice), voice.section_link("benchmarks")],
            languages: vec![Language::default()],
            base_path: &path,
        };
        let level = |(name, _): (&'static str, Confidence)| Level { name, words: voice.words(&["confidence", name]) };
        let wards = self.ids(Kind::Ward);
        let view = View::BenchmarkForm(Form {
            domains: domains.iter().map(|domain| self.form_domain(domain)).collect(),
            wards: wards
                .iter()
                .map(|id| Choice { name: (*id).to_owned(), words: voice.title(Kind::Ward, id) })
                .collect(),
            levels: LEVELS.map(|name| choice("levels", name)).to_vec(),
            confidences: Confidence::ALL.map(level).to_vec(),
            groups: Group::ALL.map(|(name, _)| choice("groups", name)).to_vec(),
            published_href: self.published(),
        });
        Some(Draft::page(Page { frame: self.frames.frame(voice, place, None), view }, None))
    }

    /// Returns the link to the page, where it is there.
    pub(in crate::plan) fn benchmark_form_link(&self) -> Option<Link> {
        let words = self.voice.words(&["benchmark_form", "title"]);
        self.has_benchmark_form().then(|| self.voice.in_first(url::benchmark_form(), words))
    }

    /// Tells whether there is anything to rate, and a section to find the page in.
    fn has_benchmark_form(&self) -> bool {
        !self.ids(Kind::Domain).is_empty() && self.voice.has_content("benchmarks")
    }

    fn form_domain(&self, domain: &str) -> FormDomain {
        let voice = &self.voice;
        let number = self.listed.indexes.iter().find(|page| page.kind == Kind::Domain && page.id == *domain);
        let own = self.listed.standards.iter().filter(|one| one.language.is_first() && one.domain == *domain);
        let standard = |id: &str| FormStandard { id: id.to_owned(), link: voice.link(Kind::Standard, id) };
        FormDomain {
            id: domain.to_owned(),
            number: number.and_then(|page| page.order).unwrap_or_default(),
            link: voice.link(Kind::Domain, domain),
            standards: own.map(|one| standard(&one.id)).collect(),
        }
    }
}
