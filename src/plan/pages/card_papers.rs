//! Cards for the pocket: the numbers of a ward beside its home, and the steps of a conversation model beside its page.

use crate::plan::Draft;
use crate::plan::pages::papers;
use crate::plan::pages::wards::WardPages;
use crate::plan::view::pages::View;
use crate::plan::view::paper::{NumbersCard, Paper, PaperContent, PaperKind, PocketCard};
use crate::plan::voice::Voice;

impl WardPages<'_> {
    /// Returns the ward's home and the card with its numbers, which the page lists; the page alone where nothing prints papers.
    pub(in crate::plan) fn with_numbers_card(&self, home: Draft) -> Vec<Draft> {
        self.voice.with_papers(home, |frame, _| {
            let (contacts, always) = (papers::contacts(frame), papers::always(frame));
            let contacts = contacts.into_iter().filter(|contact| contact.phone.is_some()).collect();
            let content = PaperContent::Numbers(Box::new(NumbersCard { contacts, always }));
            let kind = PaperKind::NumbersCard;
            let paper = self.voice.paper(frame, kind, &format!("{}-{}", self.ward.id, kind.name()), content);
            let owner = self.ward.charter.owner.as_ref().map(|owner| self.voice.said_of_ward(owner, self.ward));
            vec![Paper { owner, ..paper }]
        })
    }
}

impl Voice<'_> {
    /// Returns the page of a conversation model and a card with its steps, which the page lists; a model without steps has none.
    pub(in crate::plan) fn with_pocket_card(&self, model: &str, page: Draft) -> Vec<Draft> {
        self.with_papers(page, |frame, view| match view {
            View::ConversationModel(view) if !view.steps.is_empty() => {
                let content = PaperContent::Pocket(Box::new(PocketCard::of(&view.steps)));
                let kind = PaperKind::PocketCard;
                vec![self.paper(frame, kind, &format!("{}-{model}", kind.name()), content).with_foot(&view.foot)]
            }
            _ => Vec::new(),
        })
    }
}
