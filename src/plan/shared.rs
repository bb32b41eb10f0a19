//! What the pages of a ward see besides the ward itself, and a hash of it.
//!
//! A voice is given [`Shared`] and no more of the site. So a ward's pages depend on this hash, the ward's own file and the words
//! of the language, and where the three are the same as last time, so are the pages.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex};

use jiff::civil::Date;

use super::strings::Strings;
use super::{PlannedFor, key};
use crate::model::article::Article;
use crate::model::audience::Audience;
use crate::model::charter_template::Template;
use crate::model::collection::Collection;
use crate::model::easy_read::EasyRead;
use crate::model::form::{Form, MEANING_FORM};
use crate::model::kind::Kind;
use crate::model::picture::Pictures;
use crate::model::place::place;
use crate::model::placeholder::Placeholder;
use crate::model::resource::Resource;
use crate::model::review::Review;
use crate::model::settings::Settings;
use crate::model::support::Support;
use crate::model::trust::Trust;
use crate::model::ward::Ward;
use crate::read::Sources;
use crate::resolve::Site;
use crate::resolve::audience;
use crate::resolve::charter::{Charter, base_of, languages};
use crate::resolve::names::Names;
use crate::resolve::readers::Readers;
use crate::resolve::target::{self, Target};
use crate::resolve::values;
use crate::span::FileId;
use crate::text::prose::{LinkTarget, PlaceholderUse, Prose};

/// What decides how much of a text is seen: its fingerprint, the kind of ward, and which of the values are there that lines wait for.
type SeenParts = (u128, Option<String>, Vec<bool>);

/// The part of a site that any page may show.
pub struct Shared<'a> {
    pub settings: &'a Settings,
    pub names: &'a Names,
    templates: &'a [Arc<Template>],
    /// The charter that all wards start from, in each language.
    base: &'a [Charter],
    pub trust: Option<&'a Trust>,
    pub support: &'a [Arc<Collection<Support>>],
    leaflets: HashMap<&'a str, Vec<&'a Article>>,
    pub easy_reads: &'a [Arc<EasyRead>],
    pub withdrawn_articles: &'a [Arc<Article>],
    pub withdrawn_easy_reads: &'a [Arc<EasyRead>],
    pub withdrawn_wards: &'a [Arc<Ward>],
    resources: HashMap<&'a str, &'a Resource>,
    /// The form on which a ward asks what sexual safety means there, in each language.
    pub meaning: Vec<&'a Form>,
    pub(super) images: &'a Pictures,
    paths: &'a BTreeMap<FileId, String>,
    /// The languages each ward has its pages in, by the ward's id.
    ward_languages: BTreeMap<&'a str, Vec<String>>,
    /// What each of the pack's languages says of a page that isn't translated into it, by the language's tag.
    pub untranslated: BTreeMap<&'a str, String>,
    /// What wards of a kind see of texts with passages, by the text's fingerprint and the kind.
    seen: Mutex<HashMap<SeenParts, Arc<Prose>>>,
    /// Who publishes the pack that each file of a layer below is of; nothing for the one inside the program.
    pub below: BTreeMap<FileId, Option<String>>,
    /// Whether the theme has scripts that aren't the program's.
    pub has_own_scripts: bool,
    /// Who the site is for, where it isn't for everyone.
    pub audience: Option<Audience>,
    /// The ward whose own pack this is: then every page speaks of it.
    pub own_ward: Option<&'a Ward>,
    /// Whether there are files to print.
    pub prints: bool,
    /// The ward whose papers were asked for alone, and the month that its safety crosses are of.
    pub printed_ward: Option<&'a Ward>,
    pub printed_month: Option<Date>,
    /// Hash of all the above.
    pub key: u128,
}

impl<'a> Shared<'a> {
    pub fn new(site: &'a Site, made_for: PlannedFor<'_>, words: &[&'a Strings], sources: &Sources) -> Self {
        let pack = &site.pack;
        let mut leaflets: HashMap<&str, Vec<&Article>> = HashMap::new();
        let of_leaflets = pack.articles.iter().filter(|article| article.kind == Kind::Leaflet);
        of_leaflets.for_each(|leaflet| leaflets.entry(&leaflet.id).or_default().push(leaflet));
        let resources = pack.resources.iter().flat_map(|resources| &resources.items);
        let wards = pack.wards.iter().chain(&pack.withdrawn_wards);
        let own_languages = wards.map(|ward| (ward.id.as_str(), languages(ward, &pack.settings)));
        let find = |id: Option<&str>| pack.wards.iter().find(|ward| Some(ward.id.as_str()) == id).map(|ward| &**ward);
        let mut shared = Shared {
            settings: &pack.settings,
            names: &site.names,
            templates: &pack.templates,
            base: &site.charters.base,
            trust: pack.trust.as_deref(),
            support: &pack.support,
            leaflets,
            easy_reads: &pack.easy_reads,
            withdrawn_articles: &pack.withdrawn_articles,
            withdrawn_easy_reads: &pack.withdrawn_easy_reads,
            withdrawn_wards: &pack.withdrawn_wards,
            resources: resources.rev().map(|resource| (resource.id.0.value.as_str(), resource)).collect(),
            meaning: pack.forms.iter().filter(|form| form.id == MEANING_FORM).map(|form| &**form).collect(),
            images: &pack.images,
            paths: &site.paths,
            ward_languages: own_languages.collect(),
            untranslated: words.iter().map(|words| (&*words.language, words.words(&["untranslated"]))).collect(),
            seen: Mutex::default(),
            below: site.inherited.iter().map(|file| (*file, site.publisher_below(*file, sources))).collect(),
            has_own_scripts: sources.has_own("js/", &[".js"]),
            audience: site.audience,
            own_ward: find(made_for.own_ward),
            prints: made_for.prints,
            printed_ward: find(made_for.papers.and_then(|papers| papers.ward.as_deref())),
            printed_month: made_for.papers.and_then(|papers| papers.month),
            key: 0,
        };
        shared.key = shared.hash(site, sources);
        shared
    }

    /// Hashes whole files: a ward's pages may be planned once too often, never too seldom. What a file is called is part of the names.
    fn hash(&self, site: &Site, sources: &Sources) -> u128 {
        let pack = &site.pack;
        let leaflets = pack.articles.iter().filter(|article| article.kind == Kind::Leaflet).map(|leaflet| leaflet.file);
        let files = (sources.packs.iter().copied())
            .chain(leaflets)
            .chain(pack.easy_reads.iter().map(|easy_read| easy_read.file))
            .chain(pack.withdrawn_articles.iter().map(|article| article.file))
            .chain(pack.withdrawn_easy_reads.iter().map(|easy_read| easy_read.file))
            .chain(pack.templates.iter().map(|template| template.file))
            .chain(pack.trust.iter().map(|trust| trust.file))
            .chain(pack.support.iter().map(|support| support.file))
            .chain(pack.resources.iter().map(|resources| resources.file))
            .chain(self.meaning.iter().map(|form| form.file))
            .chain(pack.checks.iter().map(|checks| checks.file));
        let files: Vec<_> = files.map(|id| sources.file(id).identity()).collect();
        let images: Vec<_> = self.images.iter().map(|(path, picture)| (path, picture.size)).collect();
        let own_ward = self.own_ward.map(|ward| sources.file(ward.file).identity());
        let printed = (self.printed_ward.map(|ward| &ward.id), self.printed_month);
        key::of(&(
            files,
            self.names,
            images,
            &self.ward_languages,
            &self.untranslated,
            (self.audience, self.has_own_scripts),
            own_ward,
            printed,
        ))
    }

    pub fn leaflet(&self, id: &str, language: Option<&str>) -> Option<&'a Article> {
        self.leaflets.get(id)?.iter().find(|leaflet| leaflet.language.tag() == language).copied()
    }

    /// Returns the leaflets in every language, those that were withdrawn among them.
    pub fn all_leaflets(&self) -> impl Iterator<Item = &'a Article> {
        let mut leaflets: Vec<&Article> = self.leaflets.values().flatten().copied().collect();
        let withdrawn = self.withdrawn_articles.iter().filter(|article| article.kind == Kind::Leaflet);
        leaflets.extend(withdrawn.map(|article| &**article));
        leaflets.sort_by_key(|leaflet| (&leaflet.id, &leaflet.language));
        leaflets.into_iter()
    }

    /// Tells whether an item is in Easy Read in a language, or was before it was withdrawn.
    pub fn had_easy_read(&self, kind: Kind, id: &str, language: Option<&str>) -> bool {
        let is_it = |item: &&Arc<EasyRead>| item.kind == kind && item.id == id && item.language.tag() == language;
        self.easy_reads.iter().chain(self.withdrawn_easy_reads).any(|item| is_it(&item))
    }

    /// Returns the leaflet that a ward gives out in the place of another, if it does.
    pub fn instead_of(&self, ward: &Ward, id: &str) -> Option<&'a str> {
        let originals = self.leaflets.values().filter_map(|all| all.iter().find(|one| one.language.is_first()));
        let stands_in = |leaflet: &&&Article| {
            leaflet.instead_of.as_ref().is_some_and(|other| other.value == id) && audience::gives_out(ward, leaflet)
        };
        originals.filter(stands_in).map(|leaflet| leaflet.id.as_str()).min()
    }

    /// Tells whether there is such a leaflet, and a ward gives it out.
    pub fn gives_out(&self, ward: &Ward, leaflet: &str) -> bool {
        self.leaflet(leaflet, None).is_some_and(|leaflet| audience::gives_out(ward, leaflet))
    }

    /// Returns an item in Easy Read, in a language; `None` is the pack's first.
    pub fn easy_read(&self, kind: Kind, id: &str, language: Option<&str>) -> Option<&'a EasyRead> {
        let is_it = |item: &&Arc<EasyRead>| item.kind == kind && item.id == id && item.language.tag() == language;
        self.easy_reads.iter().find(is_it).map(|item| &**item)
    }

    pub fn resource(&self, id: &str) -> Option<&'a Resource> {
        self.resources.get(id).copied()
    }

    /// Returns the charter template in a language; `None` is the pack's first.
    pub fn template(&self, language: Option<&str>) -> Option<&'a Template> {
        let is_it = |template: &&Arc<Template>| template.is_main() && template.language.tag() == language;
        self.templates.iter().find(is_it).map(|template| &**template)
    }

    /// Returns the charter that wards start from in a language: those of a ward's kind, or else of all kinds that have none of their own.
    pub fn base(&self, ward: Option<&Ward>, language: &str) -> Option<&'a Charter> {
        let of_all = || self.base.iter().find(|charter| charter.kind.is_none() && charter.language == language);
        ward.map_or_else(of_all, |ward| base_of(self.base, &ward.kind, language))
    }

    /// Returns a text as a ward sees it, or outside wards the pack: without passages for other kinds of ward and lines without a value.
    pub fn seen_in(&self, ward: Option<&Ward>, prose: &Arc<Prose>) -> Arc<Prose> {
        let may_lack = prose.placeholders.iter().any(PlaceholderUse::takes_its_line);
        if (prose.passages.is_empty() || ward.is_none()) && !may_lack {
            return prose.clone();
        }
        let value = |placeholder| match ward {
            Some(ward) => values::of_ward(placeholder, ward, self.settings, self.settings.first_language()),
            None => values::of_pack(placeholder, self.settings, self.settings.first_language()),
        };
        let is_kept = |used: &PlaceholderUse| ward.is_none_or(|ward| !ward.promises.lack(&used.name));
        let has_value =
            |used: &PlaceholderUse| is_kept(used) && Placeholder::named(&used.name).and_then(value).is_some();
        let values = prose.placeholders.iter().filter(|used| used.takes_its_line()).map(has_value).collect();
        let mut seen = self.seen.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let key = (prose.fingerprint, ward.map(|ward| ward.kind.value.clone()), values);
        let readers = ward.map(Readers::of_ward).unwrap_or_default();
        seen.entry(key).or_insert_with(|| readers.view_with(prose, &has_value)).clone()
    }

    pub fn has_charters(&self) -> bool {
        !self.base.is_empty()
    }

    /// Returns who looks after the charter that wards of a kind start from, and when it was read.
    pub fn charter_review(&self, kind: &str, language: Option<&str>) -> Review {
        let names = |template: &&Arc<Template>| template.ward_kinds.iter().any(|named| named.value == kind);
        let own = |language: Option<&str>| {
            self.templates.iter().find(|template| template.language.tag() == language && names(template))
        };
        let has_own = own(None).is_some();
        let find = |language| if has_own { own(language).map(|template| &**template) } else { self.template(language) };
        let template = find(None).map(|template| template.review.clone()).unwrap_or_default();
        // Who checked a translation is said in the translation.
        let translation = find(language).and_then(|template| template.review.translation.clone());
        let template = Review { translation, ..template };
        self.trust.map_or(template.clone(), |trust| trust.review.over(&template))
    }

    /// Returns the languages a ward has its pages in, or none where there is no such ward.
    pub fn ward_languages(&self, id: &str) -> &[String] {
        self.ward_languages.get(id).map(Vec::as_slice).unwrap_or_default()
    }

    /// Returns the path inside the content folder of the file that a text stands in.
    pub fn path(&self, file: FileId) -> &'a str {
        self.paths.get(&file).map_or("", String::as_str)
    }

    /// Returns the language that a file is written in.
    pub fn language_of(&self, file: FileId) -> &'a str {
        let place = place(self.path(file));
        let tag = place.as_ref().and_then(|place| place.language.tag());
        let listed = self.settings.languages.iter().find(|listed| Some(listed.value.as_str()) == tag);
        listed.map_or(self.settings.first_language(), |listed| &listed.value)
    }

    /// Returns the services of a language, in the order of the pack's first. One that isn't translated is there as it is: no number
    /// is lost in translation.
    pub fn services(&self, language: Option<&str>) -> Vec<&'a Support> {
        let list = |language: Option<&str>| {
            self.support.iter().find(|list| list.language.tag() == language).map_or(&[][..], |list| &list.items)
        };
        let (own, original) = (list(language), list(None));
        let find = |services: &'a [Support], id: &str| services.iter().find(|one| one.id.0.value == id);
        let translated = original.iter().map(|service| find(own, &service.id.0.value).unwrap_or(service));
        let only_here = own.iter().filter(|service| find(original, &service.id.0.value).is_none());
        translated.chain(only_here).collect()
    }

    /// Tells whether the charter that a ward starts from has lines in Easy Read in this language.
    pub fn has_easy_charter(&self, ward: &Ward, language: &str) -> bool {
        self.base(Some(ward), language).is_some_and(|base| base.behaviours.iter().any(|one| one.easy_read.is_some()))
    }

    /// Returns what a link in the file `file` leads to; nothing if it leads nowhere (a problem has said so).
    pub fn target(&self, link: &LinkTarget, file: FileId) -> Option<Target> {
        target::target(link, self.path(file), self.names, self.images)
    }
}
