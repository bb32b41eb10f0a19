//! Whether the placeholders of every text exist, and have a value for each ward that shows the text.

use std::collections::HashSet;

use super::audience;
use super::charter::Charters;
use super::lacks::Lack;
use super::readers::Readers;
use super::texts::{PlacedText, ShownFor, Text};
use super::values;
use crate::model::contact::Origin;
use crate::model::pack::Pack;
use crate::model::placeholder::Placeholder;
use crate::model::ward::Ward;
use crate::problem::Problem;
use crate::problem::catalogue::{placeholders, promises};
use crate::span::Span;
use crate::text::line::Line;
use crate::text::prose::{Otherwise, PlaceholderUse};

/// The placeholders that the finished charters and the inherited contacts of wards show, by the ward's number and their place.
pub struct ShownValues(HashSet<(usize, Span)>);

impl ShownValues {
    pub fn new(pack: &Pack, charters: &Charters) -> Self {
        let mut shown = ShownValues(HashSet::new());
        for one in &charters.wards {
            let easy_reads = one.charter.behaviours.iter().filter_map(|behaviour| behaviour.easy_read.as_ref());
            shown.lines(one.ward, easy_reads.chain([&one.charter.title]));
            one.charter.texts().for_each(|text| shown.add(one.ward, &text.placeholders));
        }
        for (number, ward) in pack.wards.iter().enumerate() {
            let inherited = ward.contacts.iter().filter(|contact| contact.origin != Origin::Ward);
            for contact in inherited {
                let said = contact.organisation.iter().chain(&contact.hours);
                shown.lines(number, said.flat_map(|said| said.each().map(|(_, line)| line)).chain(&contact.email));
            }
            let owners = pack.templates.iter().map(|template| &template.review.owner);
            let owners = owners.chain(pack.trust.iter().map(|trust| &trust.review.owner));
            shown.lines(number, owners.flatten().filter(|_| ward.charter.owner.is_none()));
        }
        shown
    }

    fn add(&mut self, ward: usize, placeholders: &[PlaceholderUse]) {
        self.0.extend(placeholders.iter().map(|used| (ward, used.span)));
    }

    fn lines<'a>(&mut self, ward: usize, lines: impl Iterator<Item = &'a Line>) {
        lines.for_each(|line| self.add(ward, &line.placeholders));
    }
}

/// Reports placeholders of a text that don't exist. Returns those without a value for wards whose pages show them.
pub fn check(found: &PlacedText<'_>, pack: &Pack, shown: &ShownValues, problems: &mut Vec<Problem>) -> Vec<Lack> {
    let mut lacks_of_text = Vec::new();
    for used in found.text.placeholders() {
        let Some(placeholder) = Placeholder::named(&used.name) else {
            problems.push(placeholders::unknown(&used.name, used.span, &Placeholder::names()));
            continue;
        };
        if placeholder == Placeholder::Promise && !used.takes_its_line() {
            problems.push(promises::without_mark(used.span, &used.name));
        }
        if used.otherwise != Otherwise::Problem || placeholder.is_required() {
            continue;
        }
        let lacks =
            |ward: &Ward| values::of_ward(placeholder, ward, &pack.settings, pack.settings.first_language()).is_none();
        let wards = pack.wards.iter().enumerate().filter(|(_, ward)| lacks(ward));
        let wards = wards.filter(|(number, ward)| is_shown(found, used, *number, ward, shown));
        let wards: Vec<usize> = wards.map(|(number, _)| number).collect();
        if !wards.is_empty() {
            lacks_of_text.push(Lack { placeholder, span: used.span, wards });
        }
    }
    lacks_of_text
}

/// Tells whether a ward's pages show a placeholder of a text.
fn is_shown(found: &PlacedText<'_>, used: &PlaceholderUse, number: usize, ward: &Ward, shown: &ShownValues) -> bool {
    let is_shown = match found.shown_for {
        ShownFor::Nobody => false,
        ShownFor::FinishedWards => shown.0.contains(&(number, used.span)),
        ShownFor::Ward(own) => own == number,
        ShownFor::Leaflet(leaflet) => audience::gives_out(ward, leaflet),
    };
    is_shown && is_in_view(found.text, used, ward)
}

/// Tells whether a ward sees a placeholder of a text: it may stand in a passage for other kinds of ward.
fn is_in_view(text: Text<'_>, used: &PlaceholderUse, ward: &Ward) -> bool {
    let Text::Prose(prose) = text else { return true };
    if prose.passages.is_empty() {
        return true;
    }
    let part = Readers::of_ward(ward).part_of(prose);
    part.is_none_or(|part| part.placeholders.iter().any(|shown| shown.span == used.span))
}
