//! What a request leaves out: wards that it doesn't name, and what isn't for its readers.

use super::{Drafts, Request};
use crate::model::kind::Kind;
use crate::model::pack::Pack;
use crate::model::read::single_values::Id;
use crate::problem::fault::{self, Fault};
use crate::resolve::names::Name;
use crate::resolve::readers::Readers;
use crate::resolve::{Site, values};
use crate::span::Spanned;

/// Returns who the site is for. What isn't finished is for nobody, unless it is asked for. A site of some wards is for wards of their kinds.
pub(super) fn readers(site: &Site, request: &Request) -> Readers {
    let kinds = || site.pack.wards.iter().map(|ward| ward.kind.value.clone()).collect();
    let without_drafts = request.drafts == Drafts::LeftOut && site.names.has_drafts();
    Readers { audience: request.audience, ward_kinds: (!request.wards.is_empty()).then(kinds), without_drafts }
}

/// Leaves out the wards that `--ward` doesn't name, and what is measured or rated on them. Those still exist for references.
pub(super) fn only_wards(pack: &mut Pack, request: &Request) -> Result<(), Fault> {
    for id in &request.wards {
        if !pack.wards.iter().any(|ward| ward.id == *id) {
            return Err(no_ward(pack, id));
        }
    }
    if !request.wards.is_empty() {
        let (kept, others): (Vec<_>, Vec<_>) =
            std::mem::take(&mut pack.wards).into_iter().partition(|ward| request.wards.contains(&ward.id));
        let others = others.into_iter().chain(std::mem::take(&mut pack.withdrawn_wards));
        pack.broken.extend(others.flat_map(|ward| left_out(Kind::Ward, &ward.id, &ward.formerly)));
        pack.wards = kept;
        let is_kept = |ward: &Option<Spanned<String>>| ward.as_ref().is_none_or(|id| request.wards.contains(&id.value));
        let others = pack.theories_of_change.extract_if(.., |theory| !is_kept(&theory.ward));
        let others: Vec<_> = others.collect();
        pack.broken
            .extend(others.iter().flat_map(|theory| left_out(Kind::TheoryOfChange, &theory.id, &theory.formerly)));
        let others = pack.measurement_plans.extract_if(.., |plan| !is_kept(&plan.ward));
        let others: Vec<_> = others.collect();
        pack.broken.extend(others.iter().flat_map(|plan| left_out(Kind::MeasurementPlan, &plan.id, &plan.formerly)));
        pack.retain_tests(|test| is_kept(&test.ward));
        let others: Vec<_> = pack.measures.extract_if(.., |measure| !is_kept(&measure.ward)).collect();
        pack.broken.extend(others.iter().flat_map(|measure| left_out(Kind::Measure, &measure.id, &measure.formerly)));
        let others: Vec<_> = pack.benchmarks.extract_if(.., |benchmark| !is_kept(&benchmark.ward)).collect();
        pack.broken.extend(others.iter().flat_map(|one| left_out(Kind::Benchmark, &one.id, &one.formerly)));
    }
    Ok(())
}

/// Returns the names by which something that is left out is known, the earlier ones too.
fn left_out(kind: Kind, id: &str, formerly: &[Id]) -> Vec<Name> {
    let earlier = formerly.iter().map(|id| id.0.value.clone());
    std::iter::once(id.to_owned()).chain(earlier).map(|id| (kind, id)).collect()
}

/// Says that a ward was asked for that the pack doesn't have, or has no longer.
pub fn no_ward(pack: &Pack, id: &str) -> Fault {
    let gone = pack.withdrawn_wards.iter().find(|ward| ward.id == id);
    match gone.and_then(|ward| Some((ward, ward.withdrawn.as_ref()?))) {
        Some((ward, withdrawn)) => fault::wards::withdrawn(&values::plain(&ward.name), withdrawn.on.value),
        None => fault::wards::unknown(id, pack.wards.iter().map(|ward| ward.id.as_str())),
    }
}
