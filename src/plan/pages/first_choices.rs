//! The three choices that home and each ward's home begin with. They lead to pages that exist, whatever a pack holds.

use crate::model::article::Article;
use crate::model::kind::{HOME, Kind};
use crate::plan::pages::wards::WardPages;
use crate::plan::view::Link;
use crate::plan::view::parts::Choices;
use crate::plan::voice::Voice;
use crate::plan::{Gatherer, url};

/// The id of the lists of what is in Easy Read.
pub const EASY_READ: &str = "page-easy-read";
/// The id of a ward's list of leaflets.
const LEAFLETS: &str = "page-leaflets";

impl Gatherer<'_> {
    /// Returns the choices of the home page of this language.
    pub(in crate::plan) fn choices(&self) -> Choices {
        let voice = &self.voice;
        let leaflets: Vec<&Article> = self.ids(Kind::Leaflet).into_iter().filter_map(|id| nearest(voice, id)).collect();
        let list = voice.href(Kind::Section, "leaflets");
        choices(voice, &leaflets, &list, &list)
    }
}

impl WardPages<'_> {
    /// Returns the choices of the ward's home.
    pub(in crate::plan) fn choices(&self) -> Choices {
        let WardPages { voice, badge, leaflets, .. } = self;
        choices(voice, leaflets, &format!("{}#{LEAFLETS}", badge.href), &badge.href)
    }
}

/// Returns the leaflet in the voice's language, or else in the pack's first.
fn nearest<'a>(voice: &Voice<'a>, id: &str) -> Option<&'a Article> {
    voice.shared.leaflet(id, voice.language()).or_else(|| voice.shared.leaflet(id, None))
}

fn choices(voice: &Voice<'_>, leaflets: &[&Article], list: &str, page: &str) -> Choices {
    let to = |href: String| Link { href, ..Link::default() };
    let has_easy_read = leaflets.iter().any(|leaflet| voice.easy_read(Kind::Leaflet, &leaflet.id).is_some());
    let list_in_easy_read = has_easy_read.then(|| to(format!("{page}#{EASY_READ}")));
    Choices {
        happened: happened(voice, leaflets),
        read: (!leaflets.is_empty()).then(|| to(list.to_owned())),
        // The front door of Easy Read, or else what there is in it.
        easy_read: voice.easy_read(Kind::Section, HOME).or(list_in_easy_read),
    }
}

/// Returns the way to what to do if something happened: the part of a leaflet that says so, or else the people who can help.
fn happened(voice: &Voice<'_>, leaflets: &[&Article]) -> Link {
    let mut leaflets: Vec<&&Article> = leaflets.iter().collect();
    // What some wards give out in its place is for fewer people.
    leaflets.sort_by_key(|leaflet| leaflet.instead_of.is_some());
    let part = leaflets.iter().find_map(|leaflet| Some((leaflet, leaflet.if_something_happened.as_ref()?)));
    let Some((leaflet, heading)) = part else { return voice.section_link("support") };
    let link = voice.link(Kind::Leaflet, &leaflet.id);
    Link { href: url::part(&link.href, &heading.value), ..link }
}
