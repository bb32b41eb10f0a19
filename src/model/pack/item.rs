//! Everything a pack holds that has a page, a charter or a place in a list, as one walk.
//!
//! What is true of items of every kind is asked here: what they are called, in which language, for whom, when they are to be
//! reviewed, whether they are gone. What a rule has to know beyond that it gets from [`Of`].

use std::sync::Arc;

use crate::model::article::Article;
use crate::model::audience::Audience;
use crate::model::collection::Collection;
use crate::model::easy_read::EasyRead;
use crate::model::kind::Kind;
use crate::model::pack::Pack;
use crate::model::piece::{ChangeProse, Holds};
use crate::model::read::single_values::Id;
use crate::model::review::Review;
use crate::model::ward::Ward;
use crate::model::withdrawn::Withdrawn;
use crate::span::{FileId, Span, Spanned};
use crate::text::line::Line;

/// What an item is of, as far as a rule may have to know.
#[derive(Clone, Copy, Debug)]
pub enum Of<'a> {
    Template,
    Trust,
    Ward(&'a Ward),
    Article(&'a Article),
    EasyRead(&'a EasyRead),
    /// A file with a page of its own that says nothing here but what every item says.
    Page,
    /// A file that lists entries.
    List,
    /// An entry of a list, and where its id stands.
    Entry(&'a Id),
}

/// An item in one language.
#[derive(Clone, Copy, Debug)]
pub struct Item<'a> {
    pub of: Of<'a>,
    pub kind: Kind,
    pub id: &'a str,
    /// The language of a translation; nothing for the original.
    pub language: Option<&'a str>,
    pub file: FileId,
    /// A place for problems with the item as a whole.
    pub span: Span,
    pub title: Option<&'a Line>,
    pub summary: Option<&'a Line>,
    pub order: Option<i64>,
    /// None means everyone.
    pub audience: &'a [Audience],
    /// Ids of ward kinds; none means every kind.
    pub ward_kinds: &'a [Spanned<String>],
    /// Ids of ward kinds that it isn't for, though it doesn't say so.
    pub not_for: &'a [String],
    pub review: Option<&'a Review>,
    pub withdrawn: Option<&'a Withdrawn>,
    /// The ids that it had before.
    pub formerly: &'a [Id],
    /// It isn't finished: only a site with drafts has it.
    pub is_draft: bool,
    /// It stands among those that are no longer there.
    pub is_gone: bool,
    /// All its words and fields.
    pub noun: &'a dyn Holds,
}

/// A noun that is an item.
pub trait Noun: Holds {
    /// Returns what is asked of items of every kind.
    fn item(&self) -> Item<'_>;
}

/// An entry of a list.
pub trait ListEntry: Holds {
    /// The section that the list is.
    const SECTION: &'static str;
    const KIND: Kind;

    fn id(&self) -> &Id;
    fn title(&self) -> &Line;
    /// Returns whom it is for; none means everyone.
    fn audience(&self) -> &[Audience];
}

impl Pack {
    /// Returns all items in every language, those that are gone among them.
    pub fn items(&self) -> Vec<Item<'_>> {
        let Pack {
            settings: _,
            templates,
            trust,
            wards,
            withdrawn_wards,
            agreements: _,
            sheet_records: _,
            articles,
            easy_reads,
            withdrawn_articles,
            withdrawn_easy_reads,
            standards,
            conversation_models,
            benchmarks,
            theories_of_change,
            measurement_plans,
            test_logs: _,
            measures,
            forms,
            numbers: _,
            answers: _,
            resources,
            support,
            glossary,
            checks: _,
            search_words: _,
            published: _,
            articles_by_id: _,
            images: _,
            broken: _,
            told: _,
        } = self;
        let gone = all(withdrawn_articles).chain(all(withdrawn_wards)).chain(all(withdrawn_easy_reads));
        let gone = gone.map(|item| Item { is_gone: true, ..item });
        let charters = all(templates).chain(trust.iter().map(|trust| trust.item())).chain(all(wards));
        let pages = all(articles).chain(gone).chain(all(easy_reads));
        let listed = all(standards).chain(all(conversation_models)).chain(all(benchmarks));
        let improving = all(theories_of_change).chain(all(measurement_plans)).chain(all(measures)).chain(all(forms));
        let lists = entries(resources).chain(entries(support)).chain(entries(glossary));
        charters.chain(pages).chain(listed).chain(improving).chain(lists).collect()
    }

    /// Lets every prose of the pack be changed that is shown to anybody.
    pub fn each_prose(&mut self, change: ChangeProse<'_>) {
        let Pack {
            settings,
            templates,
            trust,
            wards,
            withdrawn_wards: _,
            agreements: _,
            sheet_records: _,
            articles,
            easy_reads,
            withdrawn_articles: _,
            withdrawn_easy_reads: _,
            standards,
            conversation_models,
            benchmarks,
            theories_of_change,
            measurement_plans,
            test_logs: _,
            measures,
            forms,
            numbers: _,
            answers: _,
            resources,
            support,
            glossary,
            checks: _,
            search_words: _,
            published: _,
            articles_by_id: _,
            images: _,
            broken: _,
            told: _,
        } = self;
        let charters: [&mut dyn Holds; 4] = [settings, templates, trust, wards];
        let pages: [&mut dyn Holds; 5] = [articles, easy_reads, standards, conversation_models, benchmarks];
        let improving: [&mut dyn Holds; 4] = [theories_of_change, measurement_plans, measures, forms];
        let lists: [&mut dyn Holds; 3] = [resources, support, glossary];
        for nouns in charters.into_iter().chain(pages).chain(improving).chain(lists) {
            nouns.each_prose(change);
        }
    }
}

fn all<T: Noun>(nouns: &[Arc<T>]) -> impl Iterator<Item = Item<'_>> {
    nouns.iter().map(|noun| noun.item())
}

/// Returns each list, and then its entries.
fn entries<T: ListEntry>(lists: &[Arc<Collection<T>>]) -> impl Iterator<Item = Item<'_>> {
    lists.iter().flat_map(|list| std::iter::once(list.item()).chain(list.items.iter().map(|one| entry(one, list))))
}

/// Returns the item that an entry is. Its language and its reviews are those of the list.
fn entry<'a, T: ListEntry>(entry: &'a T, list: &'a Collection<T>) -> Item<'a> {
    Item {
        of: Of::Entry(entry.id()),
        kind: T::KIND,
        id: &entry.id().0,
        title: Some(entry.title()),
        summary: None,
        span: entry.title().span,
        audience: entry.audience(),
        review: None,
        formerly: &[],
        is_draft: false,
        noun: entry,
        ..list.item()
    }
}
