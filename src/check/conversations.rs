//! What a conversation model says can be followed: no phrase is both to say and to avoid, and a translation has the steps of its original.
//!
//! Source: booklet of the Sexual Safety Collaborative, section 3 (models to start conversations). Example: “How are you?” under `say:` of
//! one step and under `avoid:` of another.

use jiff::civil::Date;

use crate::model::conversation_model::{ConversationModel, Step};
use crate::problem::Problem;
use crate::problem::catalogue::conversations as problems_of;
use crate::resolve::{Site, values};
use crate::text::line::Line;

pub fn check(site: &Site, _as_of: Date) -> Vec<Problem> {
    let models = &site.pack.conversation_models;
    let mut problems: Vec<Problem> = models.iter().flat_map(|model| said_and_avoided(model)).collect();
    for translation in models.iter().filter(|model| model.language.tag().is_some()) {
        let original = models.iter().find(|model| model.language.is_first() && model.id == translation.id);
        problems.extend(original.and_then(|original| other_steps(translation, original)));
    }
    problems
}

fn said_and_avoided(model: &ConversationModel) -> Vec<Problem> {
    let all = |phrases: fn(&Step) -> &Vec<Line>| -> Vec<&Line> { model.steps.iter().flat_map(phrases).collect() };
    let (said, avoided) = (all(|step| &step.say), all(|step| &step.avoid));
    let same = |phrase: &&&Line, other: &Line| bare(phrase) == bare(other);
    let clash = |avoid: &&Line| {
        let say = said.iter().find(|say| same(say, avoid))?;
        Some(problems_of::said_and_avoided(&values::plain(avoid), avoid.span, say.span))
    };
    avoided.iter().filter_map(clash).collect()
}

/// Returns the words of a phrase alone: its signs and capital letters make it no other one.
fn bare(phrase: &Line) -> Vec<String> {
    let words = values::plain(phrase).to_lowercase();
    let words = words.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

/// Reports a translation with fewer or more steps than its original, unless it has none yet.
fn other_steps(translation: &ConversationModel, original: &ConversationModel) -> Option<Problem> {
    let (own, meant) = (translation.steps.len(), original.steps.len());
    let differs = own != meant && own > 0;
    differs.then(|| problems_of::other_steps(translation.title.span, own, meant, original.title.span))
}
