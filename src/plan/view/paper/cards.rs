//! Cards for the pocket, eight to a sheet.

use serde::Serialize;

use crate::plan::view::conversation_model::{Step, StepBeside};
use crate::plan::view::parts::{Contact, Service};

/// A card with numbers to call.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct NumbersCard {
    /// Who can help on the ward.
    pub contacts: Vec<Contact>,
    /// The numbers for danger and for any hour.
    pub always: Vec<Service>,
}

/// A conversation model as its steps, for a pocket.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct PocketCard {
    pub steps: Vec<StepBeside>,
}

impl PocketCard {
    pub fn of(steps: &[Step]) -> Self {
        let step = |step: &Step| StepBeside {
            letter: step.letter.clone(),
            name: step.name.clone(),
            purpose: step.purpose.clone(),
        };
        PocketCard { steps: steps.iter().map(step).collect() }
    }
}
