//! The groups of pages that can be kept from one run to the next: those of a ward, the page of an article, and the lists. Each
//! is planned from a file of its own, what uses it, the words of a language, and [`Shared`]; lists from [`Gathered`]. The hash of
//! these says whether a group is kept.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::gathered::{Gathered, gathers};
use super::shared::Shared;
use super::strings::Strings;
use super::wards::Agreed;
use super::{Draft, Gatherer, key};
use crate::model::article::Article;
use crate::model::easy_read::EasyRead;
use crate::model::ward::Ward;
use crate::read::Sources;
use crate::resolve::Site;
use crate::resolve::agreement::{self, Standing};
use crate::resolve::names::Name;
use crate::resolve::overlay::Charter;

/// A group of pages, still to be planned.
pub struct Task<'a> {
    subject: Subject<'a>,
    /// The language, and what the pages are of: `en/ward/beach`.
    pub name: String,
    /// Hash of all that the pages are planned from.
    pub made_from: u128,
}

/// What the pages are of.
enum Subject<'a> {
    Ward(&'a Ward, Option<&'a Charter>, Agreed<'a>),
    Article(&'a Article, Option<&'a BTreeSet<Name>>),
    EasyRead(&'a EasyRead),
    Lists,
    Search(&'a [Arc<Article>]),
}

impl<'a> Gatherer<'a> {
    /// Returns the pages of a group.
    pub(super) fn pages(&self, task: &Task<'a>) -> Vec<Draft> {
        match task.subject {
            Subject::Ward(ward, charter, agreed) => self.ward(ward, charter, agreed),
            Subject::Article(article, used_by) => vec![self.article(article, used_by)],
            Subject::EasyRead(easy_read) => vec![self.easy_read(easy_read)],
            Subject::Lists => self.lists().into_iter().chain(self.items()).chain(self.withdrawn()).collect(),
            Subject::Search(articles) => self.search(articles),
        }
    }
}

/// Returns the groups of a language. `templates` is the hash of all templates; `charters` are those of each ward.
pub fn all<'a>(
    site: &'a Site,
    (shared, gathered): (&Shared<'a>, &Gathered<'_>),
    words: &Strings,
    templates: u128,
    charters: &[Vec<&'a Charter>],
    sources: &Sources,
) -> Vec<Task<'a>> {
    let seen = key::of(&(shared.key, words.fingerprint, templates));
    let has_language = |ward: &Ward| shared.ward_languages(&ward.id).contains(&words.language);
    let wards = site.pack.wards.iter().zip(charters).zip(&site.standings).filter(|((ward, _), _)| has_language(ward));
    let of_ward = |((ward, charters), standing): ((&'a Arc<Ward>, &Vec<&'a Charter>), &'a Standing)| {
        let agreed = Agreed { standing, record: agreement::of_ward(site, ward) };
        let record = agreed.record.map(|record| sources.file(record.file).fingerprint);
        Task {
            subject: Subject::Ward(
                ward,
                charters.iter().find(|charter| charter.language == words.language).copied(),
                agreed,
            ),
            name: format!("{}/ward/{}", words.language, ward.id),
            made_from: key::of(&(seen, sources.file(ward.file).fingerprint, record, standing)),
        }
    };
    let first = shared.settings.first_language();
    // Articles of the first language have no language of their own: one that says it is a translation has no page there.
    let language = (words.language != first).then_some(words.language.as_str());
    let is_here = |article: &&'a Arc<Article>| article.language.as_deref() == language;
    let has_own_page = |article: &&'a Arc<Article>| !gathers(article);
    let articles = site.pack.articles.iter().filter(is_here).filter(has_own_page);
    let of_article = |article: &'a Arc<Article>| {
        let used_by = site.used_by.get(&(article.kind, article.id.clone()));
        // A translation takes over from its original what it doesn't say itself.
        let original = article.language.as_ref().and_then(|_| site.pack.article(article.kind, &article.id, None));
        let files = [Some(article.file), original.map(|original| original.file)];
        let files = files.map(|file| file.map(|file| sources.file(file).fingerprint));
        Task {
            subject: Subject::Article(article, used_by),
            name: format!("{}/{}/{}", words.language, article.kind.name(), article.id),
            made_from: key::of(&(seen, files, used_by)),
        }
    };
    let easy_reads = shared.easy_reads.iter().filter(|item| item.language.as_deref() == language);
    let of_easy_read = |item: &'a Arc<EasyRead>| Task {
        subject: Subject::EasyRead(item),
        name: format!("{}/easy-read/{}/{}", words.language, item.kind.name(), item.id),
        // The file itself is part of what any page may show.
        made_from: seen,
    };
    let lists = Task {
        subject: Subject::Lists,
        name: format!("{}/lists", words.language),
        made_from: key::of(&(seen, gathered.key)),
    };
    let texts: Vec<u128> = site.pack.articles.iter().map(|article| sources.file(article.file).fingerprint).collect();
    let search = Task {
        subject: Subject::Search(&site.pack.articles),
        name: format!("{}/search", words.language),
        made_from: key::of(&(seen, gathered.key, texts)),
    };
    [lists, search]
        .into_iter()
        .chain(wards.map(of_ward))
        .chain(articles.map(of_article))
        .chain(easy_reads.map(of_easy_read))
        .collect()
}
