//! Which pages are drafts: those of items that aren't finished, in every language and form, and each ward's copies of them. Only a site
//! that was asked for has any, and it says so on each of them and in a list.

use super::shared::Shared;
use super::url;
use crate::model::easy_read::EasyRead;
use crate::model::kind::Kind;
use crate::resolve::Site;

/// The list of the drafts on a site: one that has it isn't published.
pub const LIST: &str = "drafts.txt";

/// The folders that pages of drafts are in.
#[derive(Default)]
pub struct UnfinishedPages(Vec<(UnfinishedIn, String)>);

/// The languages in which the pages of a folder are drafts.
enum UnfinishedIn {
    EveryLanguage,
    /// Only in this one; nothing for the pack's first.
    Language(Option<String>),
}

impl UnfinishedPages {
    pub fn of(shared: &Shared<'_>, site: &Site) -> Self {
        let folder = |kind: Kind, id: &str| url::item(kind, id).trim_end_matches("index.html").to_owned();
        let whole = shared.names.iter().filter(|(_, item)| item.is_draft);
        let whole = whole.map(|((kind, id), _)| (UnfinishedIn::EveryLanguage, folder(*kind, id)));
        let translated = site.pack.items().into_iter().filter(|item| item.is_draft && item.language.is_some());
        let translated = translated
            .map(|item| (UnfinishedIn::Language(item.language.map(str::to_owned)), folder(item.kind, item.id)));
        let easy = shared.easy_reads.iter().filter(|easy_read| easy_read.is_draft);
        let easy = easy.map(|easy_read: &std::sync::Arc<EasyRead>| {
            let folder = folder(easy_read.kind, &easy_read.id) + "easy-read/";
            (UnfinishedIn::Language(easy_read.language.tag().map(str::to_owned)), folder)
        });
        UnfinishedPages(whole.chain(translated).chain(easy).collect())
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Tells whether the page at an address is a draft; `language` is that of the page, where it isn't the pack's first.
    pub fn has(&self, path: &str, language: Option<&str>) -> bool {
        if self.0.is_empty() {
            return false;
        }
        let plain = language.and_then(|tag| path.strip_prefix(tag)?.strip_prefix('/')).unwrap_or(path);
        let of_ward = plain.strip_prefix("wards/").and_then(|rest| rest.split_once('/')).map(|(_, rest)| rest);
        let is_in = |folder: &str| plain.starts_with(folder) || of_ward.is_some_and(|rest| rest.starts_with(folder));
        let is_of = |form: &UnfinishedIn| match form {
            UnfinishedIn::EveryLanguage => true,
            UnfinishedIn::Language(tag) => tag.as_deref() == language,
        };
        self.0.iter().any(|(form, folder)| is_of(form) && is_in(folder))
    }
}
