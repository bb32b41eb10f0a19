//! Every piece of text of a pack, with the item it belongs to and the wards it is shown for.

use crate::model::changes::{Changes, InLanguages};
use crate::model::contact::{Contact, Origin};
use crate::model::kind::Kind;
use crate::model::pack::Pack;
use crate::parse::line::Line;
use crate::parse::prose::{Passage, PlaceholderUse, Prose};
use crate::span::{FileId, Spanned};

/// Who sees a text, besides the pages that belong to no ward.
#[derive(Clone, Copy, Debug)]
pub enum ShownFor<'a> {
    /// Pages outside a ward only.
    Nobody,
    /// The wards that give out the leaflet.
    Leaflet(&'a crate::model::article::Article),
    /// The wards whose finished charters and contacts have it: what stands in the template and in pack.yaml.
    FinishedWards,
    /// One ward: its own words.
    Ward(usize),
}

/// A piece of text: a line or prose.
#[derive(Clone, Copy)]
pub enum Text<'a> {
    Line(&'a Line),
    Prose(&'a Prose),
}

impl<'a> Text<'a> {
    pub fn placeholders(self) -> &'a [PlaceholderUse] {
        match self {
            Text::Line(line) => &line.placeholders,
            Text::Prose(prose) => &prose.placeholders,
        }
    }

    pub fn passages(self) -> &'a [Passage] {
        match self {
            Text::Line(_) => &[],
            Text::Prose(prose) => &prose.passages,
        }
    }

    /// Returns the file that the text stands in.
    pub fn file(self) -> FileId {
        match self {
            Text::Line(line) => line.span.file,
            Text::Prose(prose) => prose.span.file,
        }
    }
}

/// A text and where it belongs.
pub struct Found<'a> {
    /// The item that "used by" names; nothing for a ward's own words, since no page lists every ward.
    pub item: Option<(Kind, &'a str)>,
    pub shown_for: ShownFor<'a>,
    pub text: Text<'a>,
}

/// A reference by id alone, such as an entry of `source:`.
pub struct IdReference<'a> {
    pub item: Option<(Kind, &'a str)>,
    pub kind: Kind,
    pub id: &'a Spanned<String>,
}

/// Returns every text and every reference by id of the pack.
pub fn all(pack: &Pack) -> (Vec<Found<'_>>, Vec<IdReference<'_>>) {
    let mut texts = Texts { found: Vec::new(), ids: Vec::new(), item: None, shown_for: ShownFor::Nobody };
    texts.settings(pack);
    texts.shared_contacts(pack);
    texts.templates(pack);
    texts.trust(pack);
    texts.wards(pack);
    texts.articles(pack);
    texts.withdrawn(pack);
    texts.easy_reads(pack);
    texts.standards_and_models(pack);
    texts.benchmarks(pack);
    texts.collections(pack);
    (texts.found, texts.ids)
}

struct Texts<'a> {
    found: Vec<Found<'a>>,
    ids: Vec<IdReference<'a>>,
    item: Option<(Kind, &'a str)>,
    shown_for: ShownFor<'a>,
}

impl<'a> Texts<'a> {
    fn lines(&mut self, lines: impl IntoIterator<Item = &'a Line>) {
        for line in lines {
            self.found.push(Found { item: self.item, shown_for: self.shown_for, text: Text::Line(line) });
        }
    }

    fn prose(&mut self, prose: impl IntoIterator<Item = &'a std::sync::Arc<Prose>>) {
        for prose in prose {
            self.found.push(Found { item: self.item, shown_for: self.shown_for, text: Text::Prose(prose) });
        }
    }

    fn ids(&mut self, kind: Kind, ids: impl IntoIterator<Item = &'a Spanned<String>>) {
        let item = self.item;
        self.ids.extend(ids.into_iter().map(|id| IdReference { item, kind, id }));
    }

    fn review(&mut self, review: &'a crate::model::review::Review) {
        self.lines(&review.owner);
        self.ids(Kind::Resource, &review.source);
    }

    fn of(&mut self, item: Option<(Kind, &'a str)>, shown_for: ShownFor<'a>) {
        (self.item, self.shown_for) = (item, shown_for);
    }

    fn settings(&mut self, pack: &'a Pack) {
        let settings = &pack.settings;
        self.lines([&settings.title]);
        self.lines(settings.publisher.name.iter().chain(&settings.publisher.email));
        self.lines(settings.brand.logo.iter().map(|logo| &logo.words));
        self.lines(settings.ward_kinds.iter().map(|kind| &kind.name));
    }

    /// The contacts of hospitals and the trust, whose hours may name the ward that shows them.
    fn shared_contacts(&mut self, pack: &'a Pack) {
        let settings = &pack.settings;
        self.lines(settings.hospitals.iter().map(|hospital| &hospital.name));
        self.of(None, ShownFor::FinishedWards);
        let shared = settings.hospitals.iter().map(|hospital| &hospital.contacts).chain(&settings.contacts);
        self.contacts(shared.flat_map(|contacts| contacts.0.iter()));
    }

    fn contacts(&mut self, contacts: impl Iterator<Item = &'a Contact>) {
        contacts
            .for_each(|contact| self.lines(contact.organisation.iter().chain(&contact.hours).chain(&contact.email)));
    }

    fn templates(&mut self, pack: &'a Pack) {
        for template in &pack.templates {
            self.of(Some((Kind::Section, "charter")), ShownFor::FinishedWards);
            self.lines([&template.title]);
            self.prose(template.explanation.iter().chain(&template.intent).chain(&template.support));
            for behaviour in &template.behaviours {
                self.prose([&behaviour.text]);
                self.lines(&behaviour.easy_read);
                self.ids(Kind::Standard, &behaviour.standards);
            }
            self.review(&template.review);
        }
    }

    fn trust(&mut self, pack: &'a Pack) {
        if let Some(trust) = &pack.trust {
            self.of(Some((Kind::Section, "charter")), ShownFor::FinishedWards);
            self.changes(&trust.changes);
            self.review(&trust.review);
        }
    }

    fn changes(&mut self, changes: &'a Changes) {
        self.prose(changes.parts().chain(changes.behaviours()).flat_map(InLanguages::iter));
        self.lines(changes.remove.iter().map(|(_, why)| why));
        self.lines(changes.easy_reads().flat_map(InLanguages::iter));
    }

    fn wards(&mut self, pack: &'a Pack) {
        for (number, ward) in pack.wards.iter().enumerate() {
            self.of(None, ShownFor::Ward(number));
            let contacts = &ward.contacts;
            // The name of a hospital of pack.yaml is told with pack.yaml.
            self.lines([&ward.name].into_iter().chain(pack.settings.hospitals.is_empty().then_some(&ward.site)));
            self.lines(ward.quiet_place.iter().chain(&ward.charter.owner));
            self.contacts(contacts.iter().filter(|contact| contact.origin == Origin::Ward));
            self.prose(&ward.about);
            self.changes(&ward.charter.changes);
            self.ids(Kind::Leaflet, &ward.leave_out);
        }
    }

    fn articles(&mut self, pack: &'a Pack) {
        for article in &pack.articles {
            let shown_for = if article.kind == Kind::Leaflet { ShownFor::Leaflet(article) } else { ShownFor::Nobody };
            self.of(Some((article.kind, &article.id)), shown_for);
            self.lines([&article.title, &article.summary]);
            self.lines(&article.content_note);
            self.lines(article.starts.iter().map(|start| &start.title));
            self.prose(article.starts.iter().map(|start| &start.text).chain([&article.body]));
            self.review(&article.review);
        }
    }

    /// What the pages of things that were withdrawn say; their texts are shown to nobody.
    fn withdrawn(&mut self, pack: &'a Pack) {
        for article in &pack.withdrawn_articles {
            self.of(Some((article.kind, &article.id)), ShownFor::Nobody);
            self.lines([&article.title, &article.summary]);
            self.lines(
                article.withdrawn.iter().filter_map(|withdrawn| withdrawn.why.as_ref()).flat_map(InLanguages::iter),
            );
        }
        for ward in &pack.withdrawn_wards {
            self.of(None, ShownFor::Nobody);
            self.lines([&ward.name]);
            self.lines(
                ward.withdrawn.iter().filter_map(|withdrawn| withdrawn.why.as_ref()).flat_map(InLanguages::iter),
            );
        }
    }

    fn easy_reads(&mut self, pack: &'a Pack) {
        for easy_read in &pack.easy_reads {
            let original = pack.article(easy_read.kind, &easy_read.id, None);
            let leaflet = original.filter(|original| original.kind == Kind::Leaflet);
            self.of(Some((easy_read.kind, &easy_read.id)), leaflet.map_or(ShownFor::Nobody, ShownFor::Leaflet));
            self.lines([&easy_read.title, &easy_read.summary].into_iter().chain(&easy_read.content_note));
            for part in &easy_read.parts {
                self.lines([&part.title]);
                self.prose(part.rows.iter().map(|row| &row.text));
            }
            self.review(&easy_read.review);
        }
    }

    fn standards_and_models(&mut self, pack: &'a Pack) {
        for standard in &pack.standards {
            self.of(Some((Kind::Standard, &standard.id)), ShownFor::Nobody);
            self.lines([&standard.title]);
            self.prose([&standard.text, &standard.body].into_iter().chain(&standard.outcomes));
            self.review(&standard.review);
        }
        for model in &pack.conversation_models {
            self.of(Some((Kind::ConversationModel, &model.id)), ShownFor::Nobody);
            self.lines([&model.title, &model.summary]);
            self.prose(model.introduction.iter().chain(&model.steps_missing).chain(&model.closing));
            for step in &model.steps {
                self.lines([&step.letter, &step.name].into_iter().chain(&step.say));
                self.prose([&step.text]);
            }
            self.review(&model.review);
        }
    }

    fn benchmarks(&mut self, pack: &'a Pack) {
        for benchmark in &pack.benchmarks {
            self.of(Some((Kind::Benchmark, &benchmark.id)), ShownFor::Nobody);
            self.lines([&benchmark.title, &benchmark.summary]);
            self.prose(benchmark.introduction.iter().chain(&benchmark.decided_by));
            for rating in &benchmark.ratings {
                self.ids(Kind::Domain, [&rating.domain]);
                self.prose(&rating.why);
                for action in &rating.actions {
                    self.lines([&action.what].into_iter().chain(&action.who));
                }
            }
            self.review(&benchmark.review);
        }
    }

    fn collections(&mut self, pack: &'a Pack) {
        for resources in &pack.resources {
            self.collection("resources", resources);
            for item in &resources.items {
                self.of(Some((Kind::Resource, &item.id.0.value)), ShownFor::Nobody);
                self.lines([&item.title].into_iter().chain(&item.author));
                self.prose(&item.summary);
            }
        }
        for support in &pack.support {
            self.collection("support", support);
            for item in &support.items {
                self.of(Some((Kind::Support, &item.id.0.value)), ShownFor::Nobody);
                let lines = [&item.audience, &item.email, &item.hours, &item.cost];
                self.lines([&item.name].into_iter().chain(lines.into_iter().flatten()));
                self.prose(&item.note);
            }
        }
        for glossary in &pack.glossary {
            self.collection("glossary", glossary);
            for item in &glossary.items {
                self.of(Some((Kind::Term, &item.id.0.value)), ShownFor::Nobody);
                self.lines([&item.term]);
                self.prose([&item.meaning]);
                self.ids(Kind::Term, &item.see_also);
            }
        }
    }

    fn collection<T>(&mut self, section: &'a str, collection: &'a crate::model::collection::Collection<T>) {
        self.of(Some((Kind::Section, section)), ShownFor::Nobody);
        self.lines([&collection.title, &collection.summary]);
        self.prose(&collection.introduction);
        self.review(&collection.review);
    }
}
