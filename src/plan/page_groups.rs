//! The groups of pages that can be kept from one run to the next: those of a ward, the page of an article, and the lists. Each
//! is planned from a file of its own, what uses it, the words of a language, and [`Shared`]; lists from [`Listed`]. The hash of
//! these says whether a group is kept.

use std::collections::BTreeSet;

use super::listed::{Listed, lists_others};
use super::pages::change_ideas::AroundIdea;
use super::shared::Shared;
use super::strings::Strings;
use super::{Content, Draft, Gatherer, key, web};
use crate::model::article::{Article, Statement};
use crate::model::easy_read::EasyRead;
use crate::model::pack::Pack;
use crate::model::pack::item::Of;
use crate::model::ward::Ward;
use crate::plan::pages::search::parts::{self, SearchPart};
use crate::plan::pages::wards::AgreedCharter;
use crate::read::{FileIdentity, Sources};
use crate::resolve::Site;
use crate::resolve::charter::Charter;
use crate::resolve::charter::standing::{self, CharterStanding};
use crate::resolve::names::Name;
use crate::span::FileId;

/// A group of pages, still to be planned.
pub struct GroupToPlan<'a> {
    subject: GroupSubject<'a>,
    /// The language, and what the pages are of: `en/ward/beach`.
    pub name: String,
    /// Hash of all that the pages are planned from.
    pub made_from: u128,
}

/// What the pages are of.
enum GroupSubject<'a> {
    Ward(&'a Ward, Option<&'a Charter>, AgreedCharter<'a>),
    Article(&'a Article, Option<&'a BTreeSet<Name>>, Option<AroundIdea<'a>>),
    EasyRead(&'a EasyRead),
    Lists,
    Search,
    SearchPart(&'a Pack, SearchPart<'a>),
}

impl<'a> Gatherer<'a> {
    /// Returns the pages of a group.
    pub(super) fn pages(&self, group: &GroupToPlan<'a>) -> Vec<Draft> {
        let mut drafts = match &group.subject {
            GroupSubject::Ward(ward, charter, agreed) => self.ward(ward, *charter, *agreed),
            GroupSubject::Article(article, used_by, around) => {
                let page = self.article(article, *used_by, around.as_ref());
                let page = page.map(|page| self.with_sources(article, page));
                page.map(|page| self.voice.with_leaflet_papers(article, page)).unwrap_or_default()
            }
            GroupSubject::EasyRead(easy_read) => {
                let page = self.easy_read(easy_read);
                page.map(|page| self.voice.with_easy_read_paper(easy_read, page)).unwrap_or_default()
            }
            GroupSubject::Lists => self.lists().into_iter().chain(self.items()).chain(self.withdrawn()).collect(),
            GroupSubject::Search => vec![self.search()],
            GroupSubject::SearchPart(pack, part) => vec![self.search_part(pack, part)],
        };
        drafts.extend(self.moved(&drafts));
        for draft in &mut drafts {
            let is_draft = self.listed.unfinished.has(&draft.path, self.voice.language());
            match &mut draft.content {
                Content::Page(page) => {
                    page.frame.is_draft = is_draft;
                    page.frame.canonical = web::canonical(self.voice.shared, page);
                }
                Content::Paper(paper) => paper.is_draft = is_draft,
                Content::Search(_) | Content::Bytes(..) | Content::Photo(_) => {}
            }
        }
        drafts
    }
}

/// Returns the groups of a language. `templates` is the hash of all templates; `charters` are those of each ward.
pub fn all<'a>(
    site: &'a Site,
    (shared, listed): (&Shared<'a>, &Listed<'_>),
    words: &Strings,
    templates: u128,
    charters: &[Vec<&'a Charter>],
    sources: &Sources,
) -> Vec<GroupToPlan<'a>> {
    let here = LanguageTasks { site, words, sources, seen: key::of(&(shared.key, words.fingerprint, templates)) };
    let has_language = |ward: &Ward| shared.ward_languages(&ward.id).contains(&words.language);
    let wards = site.pack.wards.iter().zip(charters).zip(&site.standings);
    let wards = wards.filter(|((ward, _), _)| has_language(ward));
    // Articles of the first language have no language of their own: one that says it is a translation has no page there.
    let first = shared.settings.first_language();
    let language = (words.language != first).then_some(words.language.as_str());
    let articles = site.pack.articles.iter().filter(|article| article.language.tag() == language);
    let easy_reads = shared.easy_reads.iter().filter(|item| item.language.tag() == language);
    [here.lists(listed), here.search(listed)]
        .into_iter()
        .chain(here.search_parts(shared, listed))
        .chain(wards.map(|((ward, charters), standing)| here.ward(ward, charters, standing)))
        .chain(articles.filter(|article| !lists_others(article)).map(|article| here.article(article, listed)))
        .chain(easy_reads.map(|easy_read| here.easy_read(easy_read)))
        .collect()
}

/// A language, and what its groups are made from.
struct LanguageTasks<'a, 's> {
    site: &'a Site,
    words: &'s Strings,
    sources: &'s Sources,
    /// Hash of what any page may show.
    seen: u128,
}

impl<'a> LanguageTasks<'a, '_> {
    fn group(&self, subject: GroupSubject<'a>, name: &str, made_from: u128) -> GroupToPlan<'a> {
        GroupToPlan { subject, name: format!("{}/{name}", self.words.language), made_from }
    }

    fn identity(&self, file: FileId) -> FileIdentity<'_> {
        self.sources.file(file).identity()
    }

    fn ward(&self, ward: &'a Ward, charters: &[&'a Charter], standing: &'a CharterStanding) -> GroupToPlan<'a> {
        let charter = charters.iter().find(|charter| charter.language == self.words.language).copied();
        let agreed = AgreedCharter { standing, record: standing::of_ward(&self.site.pack, ward) };
        let record = agreed.record.map(|record| self.identity(record.file));
        let made_from = key::of(&(self.seen, self.identity(ward.file), record, standing));
        self.group(GroupSubject::Ward(ward, charter, agreed), &format!("ward/{}", ward.id), made_from)
    }

    fn article(&self, article: &'a Article, listed: &Listed<'_>) -> GroupToPlan<'a> {
        let used_by = self.site.used_by.get(&(article.kind, article.id.clone()));
        // A translation takes over from its original what it doesn't say itself.
        let original = article.language.tag().and_then(|_| self.site.pack.article(article.kind, &article.id, None));
        let files = [Some(article.file), original.map(|original| original.file)];
        let around = AroundIdea::of(article, article.language.tag(), self.site);
        let around_key = around.as_ref().map(|around| around.key(self.sources));
        let files = files.map(|file| file.map(|file| self.identity(file)));
        let gathers = (article.statement == Some(Statement::Sources)).then_some(listed.key);
        let made_from = key::of(&(self.seen, files, used_by, around_key, gathers));
        let name = format!("{}/{}", article.kind.name(), article.id);
        self.group(GroupSubject::Article(article, used_by, around), &name, made_from)
    }

    /// The file itself is part of what any page may show.
    fn easy_read(&self, easy_read: &'a EasyRead) -> GroupToPlan<'a> {
        let name = format!("easy-read/{}/{}", easy_read.kind.name(), easy_read.id);
        self.group(GroupSubject::EasyRead(easy_read), &name, self.seen)
    }

    fn lists(&self, listed: &Listed<'_>) -> GroupToPlan<'a> {
        self.group(GroupSubject::Lists, "lists", key::of(&(self.seen, listed.key)))
    }

    fn search(&self, listed: &Listed<'_>) -> GroupToPlan<'a> {
        self.group(GroupSubject::Search, "search", key::of(&(self.seen, listed.key)))
    }

    /// Returns a group for each part of what search finds: an edit of a page changes the one that it is in.
    fn search_parts(&self, shared: &Shared<'a>, listed: &Listed<'_>) -> Vec<GroupToPlan<'a>> {
        let group = |part: SearchPart<'a>| {
            let articles = part.items.iter().filter(|item| matches!(item.of, Of::Article(_)));
            let texts: Vec<_> = articles.map(|article| self.identity(article.file)).collect();
            let (name, made_from) = (format!("search/{}", part.number), key::of(&(self.seen, listed.key, texts)));
            self.group(GroupSubject::SearchPart(&self.site.pack, part), &name, made_from)
        };
        parts::parts(shared, &self.site.pack).into_iter().map(group).collect()
    }
}
