//! Whether a layer of the charter fits the one below it.

use std::sync::Arc;

use crate::model::charter_changes::Changes;
use crate::model::charter_template::Template;
use crate::model::pack::Pack;
use crate::problem::Problem;
use crate::problem::catalogue::{fields, wards};
use crate::span::Spanned;

use super::Charter;

/// Reports behaviours that the template has twice, and translations that don't have the same ones.
pub fn check_template(pack: &Pack, template: &Template, problems: &mut Vec<Problem>) {
    for (number, behaviour) in template.behaviours.iter().enumerate() {
        let id = &behaviour.id.0;
        if template.behaviours[..number].iter().any(|earlier| earlier.id.0.value == id.value) {
            problems.push(wards::behaviour_twice(id, id.span));
        }
    }
    let ids: Vec<&str> = template.behaviours.iter().map(|behaviour| behaviour.id.0.value.as_str()).collect();
    let is_translated = |other: &&Arc<Template>| other.id == template.id && other.language.tag().is_some();
    for translated in pack.templates.iter().filter(is_translated) {
        for behaviour in translated.behaviours.iter().filter(|behaviour| !ids.contains(&behaviour.id.0.value.as_str()))
        {
            problems.push(wards::unknown_behaviour(&behaviour.id.0, behaviour.id.0.span, ids.iter().copied()));
        }
        for missing in ids.iter().filter(|id| !translated.behaviours.iter().any(|known| known.id.0.value == **id)) {
            problems.push(fields::missing(
                missing,
                translated.span,
                "the translated charter",
                "a behaviour with this id",
            ));
        }
    }
}

/// Reports what doesn't fit the charter below: behaviours it doesn't have, required ones removed, and ids taken twice. For a ward's
/// changes, `pack` says what the trust has removed.
pub fn check(changes: &Changes, below: &Charter, pack: Option<&Pack>, problems: &mut Vec<Problem>) {
    let mut ids: Vec<&str> = below.behaviours.iter().map(|behaviour| behaviour.id.as_str()).collect();
    let removed = changes.remove.iter().map(|(id, _)| id);
    for id in changes.reword.iter().map(|(id, _)| id).chain(removed.clone()) {
        if !ids.contains(&id.value.as_str()) {
            problems.push(unknown(id, &ids, changes, pack));
        }
    }
    for id in removed {
        if let Some(required) = below.behaviour(id).and_then(|behaviour| behaviour.required) {
            problems.push(wards::required_behaviour(id, id.span, required));
        }
    }
    let is_removed = |id: &str| changes.remove.iter().any(|(removed, _)| removed.value == id);
    for (id, _) in changes.reword.iter().filter(|(id, _)| is_removed(id)) {
        problems.push(wards::reworded_and_removed(id, id.span));
    }
    // What the layer itself removes is no place to stand; what it can't remove is one.
    let is_required = |id: &str| below.behaviour(id).is_some_and(|behaviour| behaviour.required.is_some());
    ids.retain(|id| !is_removed(id) || is_required(id));
    for (number, added) in changes.add.iter().enumerate() {
        if ids.contains(&added.id.0.value.as_str()) {
            problems.push(wards::behaviour_twice(&added.id.0, added.id.0.span));
        }
        if let (Some(after), Some(before)) = (&added.after, &added.before) {
            problems.push(wards::two_places(before, before.span, after.span));
        }
        for place in added.after.iter().chain(&added.before).filter(|place| !ids.contains(&place.value.as_str())) {
            let later = changes.add[number + 1..].iter().find(|later| later.id.0.value == place.value);
            problems.push(match later {
                Some(later) => wards::added_later(place, place.span, later.id.0.span),
                None => unknown(place, &ids, changes, pack),
            });
        }
        ids.push(&added.id.0.value);
    }
    for (number, id) in changes.order.iter().enumerate() {
        if !ids.contains(&id.value.as_str()) {
            problems.push(unknown(id, &ids, changes, pack));
        } else if changes.order[..number].iter().any(|earlier| earlier.value == id.value) {
            problems.push(wards::ordered_twice(id, id.span));
        }
    }
}

/// Reports ids of behaviours that a charter doesn't have.
pub fn check_known(named: &[Spanned<String>], charter: &Charter, changes: &Changes, problems: &mut Vec<Problem>) {
    let ids: Vec<&str> = charter.behaviours.iter().map(|behaviour| behaviour.id.as_str()).collect();
    let unknown_ids = named.iter().filter(|id| !ids.contains(&id.value.as_str()));
    problems.extend(unknown_ids.map(|id| unknown(id, &ids, changes, None)));
}

/// Returns the problem of a behaviour that the layers below don't have: the trust, or the layer itself, may have removed it.
fn unknown(id: &Spanned<String>, ids: &[&str], own: &Changes, pack: Option<&Pack>) -> Problem {
    let removed = own.remove.iter().find(|(removed, _)| removed.value == id.value && removed.span != id.span);
    if let Some((removed, _)) = removed.filter(|_| !ids.contains(&id.value.as_str())) {
        return wards::removed_here(id, id.span, removed.span);
    }
    let trust = pack.and_then(|pack| pack.trust.as_ref());
    let removed = trust.and_then(|trust| trust.changes.remove.iter().find(|(removed, _)| removed.value == id.value));
    match removed {
        Some((removed, _)) => wards::removed_by_trust(id, id.span, removed.span),
        None => wards::unknown_behaviour(id, id.span, ids.iter().copied()),
    }
}
