//! The frame of each page. Menu, help panel and footer are made once for a language, a section and a ward.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use super::key::Keyed;
use super::services::{for_ward, urgent};
use super::url;
use super::view::frame::{Help, LanguageLink, Logo, Menu, MenuGroup, SiteWords, WardBadge, WardHelp};
use super::view::{Contact, Frame, Link, Said, Service};
use super::voice::Voice;
use crate::direction::{self, Direction};
use crate::model::ages::{ADULT, Ages};
use crate::model::contact::{self, Origin};
use crate::model::kind::{DIRECT, HOME, Kind, MENU, SECTIONS};
use crate::model::language;
use crate::model::language::Language;
use crate::model::ward;
use crate::resolve::values;

/// What makes one page's frame differ from another's.
pub struct FramePlace<'a> {
    pub path: &'a str,
    pub title: String,
    pub description: String,
    /// The section that the menu marks.
    pub section: &'a str,
    pub breadcrumb: Vec<Link>,
    /// The languages the page exists in, and its path in the first language.
    pub languages: Vec<Language>,
    pub base_path: &'a str,
}

/// The menu, shared by the pages of a section.
type SharedMenu = Arc<Keyed<Menu>>;

/// The shared parts, by language and section.
#[derive(Default)]
pub struct Frames {
    menus: Mutex<HashMap<(String, String), SharedMenu>>,
    shared: Mutex<HashMap<String, SharedFrames>>,
}

#[derive(Clone)]
struct SharedFrames {
    site: Arc<Keyed<SiteWords>>,
    footer: Arc<Keyed<Vec<Link>>>,
    /// The help panel of pages outside a ward; in a ward's own pack that of the ward.
    help: Arc<Keyed<Help>>,
    /// The ward whose own pack this is.
    own_ward: Option<Arc<Keyed<WardBadge>>>,
}

/// What stands round the pages of a ward: its help panel and its badge.
pub type OfWard<'a> = (&'a Arc<Keyed<Help>>, &'a Arc<Keyed<WardBadge>>);

impl Frames {
    /// Returns the frame of a page.
    pub fn frame(&self, voice: &Voice<'_>, place: FramePlace<'_>, ward: Option<OfWard<'_>>) -> Frame {
        let shared = self.shared(voice);
        let help = match ward {
            Some((help, _)) => help.clone(),
            None => shared.help,
        };
        let site_title = &shared.site.title;
        let own_title = direction::without_isolates(&place.title).into_owned();
        let badge = ward.map(|(_, badge)| badge);
        let around = badge.or(shared.own_ward.as_ref());
        let title = badge.map_or(Cow::Borrowed(&place.title), |badge| {
            Cow::Owned(place.title.replacen(&badge.name.words, &badge.full_name, 1))
        });
        let badge = badge.filter(|badge| !own_title.contains(&badge.name.words)).map(|badge| badge.full_name.as_str());
        let site_title = Some(site_title.as_str()).filter(|site_title| own_title != *site_title);
        // No markup can keep the parts of this title apart.
        // With borrowed words, the titles of a page would be the same in two languages.
        let language = Some(language::own_name(&voice.strings.language))
            .filter(|_| site_title.is_some() && shared.site.lang != voice.strings.language);
        let parts = [Some(title.as_str()), badge.filter(|_| site_title.is_some()), site_title, language];
        let parts = parts.into_iter().flatten().map(|part| direction::value(part, voice.direction()));
        let lang = voice.strings.language.clone();
        let (languages, untranslated) = languages(voice, &place.languages, place.base_path);
        Frame {
            dir: voice.direction().name(),
            head_title: parts.collect::<Vec<_>>().join(" – "),
            title: place.title,
            title_lang: None,
            description: place.description,
            root: url::root(place.path),
            path: place.path.to_owned(),
            canonical: None,
            site: shared.site,
            home: home(voice).href,
            menu: self.menu(voice, place.section),
            easy_menu: Vec::new(),
            breadcrumb: place.breadcrumb,
            languages,
            untranslated,
            help,
            search: around
                .map_or_else(|| url::in_language(&url::search(), voice.language()), |badge| badge.search.clone()),
            ward: around.cloned(),
            footer: shared.footer,
            papers: Vec::new(),
            is_draft: false,
            lang,
        }
    }

    fn menu(&self, voice: &Voice<'_>, section: &str) -> SharedMenu {
        let key = (voice.strings.language.clone(), section.to_owned());
        let mut menus = self.menus.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let outside = Voice { ward: None, ..*voice };
        let make = || {
            let own_charter = |id: &str| outside.own_charter().filter(|_| id == "charter");
            let link = |id: &&str| {
                let link = own_charter(id).unwrap_or_else(|| outside.section_link(id));
                Link { current: **id == *section, ..link }
            };
            let links = |ids: &[&str]| ids.iter().filter(|id| outside.has_content(id)).map(link).collect::<Vec<_>>();
            let group = |(id, ids): (&'static str, &[&str])| MenuGroup {
                id,
                title: outside.words(&["menu", id]),
                links: links(ids),
            };
            let groups = MENU.map(group).into_iter().filter(|group| !group.links.is_empty());
            Keyed::new(Menu { direct: links(&DIRECT), groups: groups.collect() })
        };
        menus.entry(key).or_insert_with(make).clone()
    }

    fn shared(&self, voice: &Voice<'_>) -> SharedFrames {
        let mut shared = self.shared.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let outside = Voice { ward: None, ..*voice };
        shared.entry(voice.strings.language.clone()).or_insert_with(|| make_shared(&outside)).clone()
    }

    /// Returns the urgent services that can be phoned, without those that the ward has as its own contacts. No ward can take them away.
    pub fn always(&self, voice: &Voice<'_>, ward: &ward::Ward) -> Vec<Service> {
        let services = for_ward(voice, ward, &contacts(voice, ward)).into_iter();
        services.filter(|service| service.phone.is_some()).collect()
    }

    /// Returns the help panel of a page outside a ward that is for people of these ages.
    pub fn help_for(&self, voice: &Voice<'_>, ages: &Ages) -> Arc<Keyed<Help>> {
        Keyed::new(Help { ward: None, services: urgent(voice, (ages.from, ages.to)), more: more(voice) })
    }
}

/// Returns the help panel of a ward: its own contacts first.
pub fn ward_help(voice: &Voice<'_>, ward: &ward::Ward) -> Arc<Keyed<Help>> {
    let contacts = contacts(voice, ward);
    let services = for_ward(voice, ward, &contacts);
    let name = voice.said_of_ward(&ward.name, ward);
    Keyed::new(Help { ward: Some(WardHelp { name, contacts }), services, more: more(voice) })
}

/// Returns what the header says of a ward.
pub fn badge(voice: &Voice<'_>, ward: &ward::Ward) -> WardBadge {
    let kind = values::kind(ward, voice.shared.settings).map(|kind| voice.said(kind));
    // A ward may have no pages in the language of another page of its own pack.
    let search = if voice.has_pages_of(ward) { url::ward_search(&ward.id) } else { url::search() };
    WardBadge {
        name: voice.said_of_ward(&ward.name, ward),
        full_name: voice.title(Kind::Ward, &ward.id),
        site: voice.said_of_ward(&ward.site, ward),
        href: voice.href(Kind::Ward, &ward.id),
        kind: kind.unwrap_or_else(|| Said { words: ward.kind.value.clone(), lang: None }),
        search: url::in_language(&search, voice.language()),
    }
}

/// Returns the ward's contacts, those in the ward first.
pub fn contacts(voice: &Voice<'_>, ward: &ward::Ward) -> Vec<Contact> {
    let all = &ward.contacts;
    let roles =
        [("ward", &all.ward), ("support", &all.support), ("safeguarding", &all.safeguarding), ("pals", &all.pals)];
    let present = roles.into_iter().filter_map(|(role, contact)| Some((role, contact.as_ref()?)));
    let view = |(role, contact): (&str, &contact::Contact)| Contact {
        role: voice.words(&["contact_roles", role]),
        from: from(voice, ward, contact.origin),
        organisation: contact.organisation.as_ref().map(|name| voice.said(name)),
        phone: voice.phone(contact.phone.as_ref()),
        email: voice.optional_line(contact.email.as_ref()),
        hours: contact.hours.as_ref().map(|hours| voice.said(hours)),
        website: contact.website.as_ref().map(|website| website.0.value.clone()),
        website_words: contact.website.as_ref().map(|website| url::shown(&website.0)),
        checked: voice.checked("contact", &contact.checked),
        // The independent contact is the one that has to be called.
        unchecked: (role == "support").then(|| voice.unchecked("contact", &contact.checked)).flatten(),
    };
    present.map(view).collect()
}

/// Returns for whom a contact is that a ward has from its hospital or its trust.
fn from(voice: &Voice<'_>, ward: &ward::Ward, origin: Origin) -> Option<String> {
    let settings = voice.shared.settings;
    let of = |words: &str, name: String| Some(voice.words_with(&["contact_origins", words], "{name}", &name));
    match origin {
        Origin::Ward => None,
        Origin::Hospital => of("hospital", voice.said_of_ward(&ward.site, ward).words),
        Origin::Trust => settings.publisher.name.as_ref().map_or_else(
            || Some(voice.words(&["contact_origins", "trust"])),
            |name| of("publisher", voice.said(name).words),
        ),
    }
}

fn more(voice: &Voice<'_>) -> Link {
    Voice { ward: None, ..*voice }.section_link("support")
}

fn make_shared(voice: &Voice<'_>) -> SharedFrames {
    let settings = voice.shared.settings;
    let title = voice.said(&settings.title);
    let pages = voice.shared.names.iter().filter(|((kind, _), _)| *kind == Kind::Page);
    let mut footer: Vec<Link> = pages.map(|((kind, id), _)| voice.link(*kind, id)).collect();
    // These lists are of the pack's first language.
    let lists = ["a-to-z", "sitemap"].into_iter().filter(|_| voice.language().is_none());
    footer.extend(lists.map(|id| Link {
        href: url::section(id),
        words: voice.words(&["sections", id]),
        ..Link::default()
    }));
    let own = voice.shared.own_ward.map(|ward| (Voice { ward: Some(ward), ..*voice }, ward));
    let everyone = || Keyed::new(Help { ward: None, services: urgent(voice, (ADULT, None)), more: more(voice) });
    SharedFrames {
        site: Keyed::new(SiteWords {
            title: title.words,
            lang: title.lang.unwrap_or_else(|| voice.strings.language.clone()),
            logo: settings.brand.logo.as_ref().and_then(|logo| {
                let picture = voice.shared.picture(&logo.picture, logo.picture.span.file, "")?;
                Some(Logo { picture, words: voice.said(&logo.words) })
            }),
            publisher: settings.publisher.name.as_ref().map(|name| voice.said(name)),
            exit_url: settings.quick_exit.clone(),
            exit_page: url::in_language(&url::section(url::BLANK), voice.language()),
        }),
        footer: Keyed::new(footer),
        help: own.as_ref().map_or_else(everyone, |(voice, ward)| ward_help(voice, ward)),
        own_ward: own.map(|(voice, ward)| Keyed::new(badge(&voice, ward))),
    }
}

/// Returns the links to a page in the languages it exists in, if there is a choice, and those of the other languages of the pack: each
/// says in its language that the page isn't there, and leads to what is.
pub fn languages(
    voice: &Voice<'_>,
    translated: &[Language],
    base_path: &str,
) -> (Vec<LanguageLink>, Vec<LanguageLink>) {
    let settings = voice.shared.settings;
    let first = settings.first_language();
    let link = |lang: &str| {
        let tag = (lang != first).then_some(lang);
        let is_translated = translated.iter().any(|translated| translated.tag() == tag);
        let start = url::section(HOME);
        LanguageLink {
            dir: Direction::of_language(lang).name(),
            name: language::own_name(lang).to_owned(),
            href: url::in_language(if is_translated { base_path } else { &start }, tag),
            current: lang == voice.strings.language,
            missing: (!is_translated).then(|| voice.shared.untranslated.get(lang).cloned().unwrap_or_default()),
            lang: lang.to_owned(),
        }
    };
    let all = settings.languages.iter().map(|tag| link(tag));
    let (mut here, elsewhere): (Vec<_>, Vec<_>) = all.partition(|link| link.missing.is_none());
    here = if here.len() < 2 { Vec::new() } else { here };
    (here, elsewhere)
}

/// Returns the sections that have something to show, in their order.
pub fn sections<'a>(voice: &Voice<'_>) -> Vec<&'a str> {
    SECTIONS.into_iter().filter(|section| voice.has_content(section)).collect()
}

/// Returns the link to the home page: in another language, that language's own start page.
pub fn home(voice: &Voice<'_>) -> Link {
    let href = url::in_language(&url::section(HOME), voice.language());
    Link { href, words: voice.words(&["sections", HOME]), ..Link::default() }
}
