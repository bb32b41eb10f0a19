//! The charter and the leaflets of a ward as one document with contents, for the ward's folder. It is made where the papers of the ward are
//! asked for: on the site each of its parts has a page and papers of its own.

use crate::plan::pages::papers;
use crate::plan::pages::wards::WardPages;
use crate::plan::view::paper::{LeafletInPack, PackPaper, Paper, PaperContent, PaperKind};
use crate::plan::{Content, Draft, url};

impl WardPages<'_> {
    /// Returns the document, given the pages and papers of the ward; nothing where nobody asked for it, or the ward has no charter in this
    /// language.
    pub(in crate::plan) fn pack_paper(&self, drafts: &[Draft]) -> Option<Draft> {
        let voice = &self.voice;
        voice.shared.printed_ward?;
        let printed = || {
            drafts
                .iter()
                .filter_map(|draft| if let Content::Paper(paper) = &draft.content { Some(&**paper) } else { None })
        };
        let handout = printed().find(|paper| paper.kind == PaperKind::Handout)?;
        let PaperContent::Charter(charter) = &handout.content else { return None };
        let kind = PaperKind::WholePack;
        let name = voice.words(&["papers", kind.key()]);
        let title = voice.words_with(&["papers", "pack_title"], "{ward}", &self.badge.full_name);
        let home = &self.badge.href;
        let paper = Paper {
            path: url::paper(home, &format!("{}-{}", self.ward.id, kind.name()), voice.language()),
            kind,
            head_title: format!("{title} – {name}"),
            name,
            content: PaperContent::Pack(Box::new(PackPaper {
                charter: (**charter).clone(),
                charter_title: handout.title.clone(),
                leaflets: printed().filter_map(leaflet).collect(),
            })),
            title,
            // Its parts are of different days.
            day: None,
            address: papers::address(voice.shared.settings, home),
            ..handout.clone()
        };
        let (path, origin) = (paper.path.clone(), Some(self.ward.name.span));
        Some(Draft { path, content: Content::Paper(Box::new(paper)), origin })
    }
}

fn leaflet(paper: &Paper) -> Option<LeafletInPack> {
    let PaperContent::Leaflet(leaflet) = &paper.content else { return None };
    (paper.kind == PaperKind::Leaflet).then(|| LeafletInPack {
        title: paper.title.clone(),
        leaflet: (**leaflet).clone(),
        version: paper.version.clone(),
        review_by: paper.review_by.clone(),
        unreviewed: paper.unreviewed.clone(),
        translation: paper.translation.clone(),
        owner: paper.owner.clone(),
    })
}
