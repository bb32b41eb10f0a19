//! What a request leaves out: wards that it doesn't name, and what isn't for its readers.

use super::Request;
use crate::model::kind::Kind;
use crate::model::pack::Pack;
use crate::problem::fault::{self, Fault};
use crate::resolve::readers::Readers;
use crate::resolve::{Site, values};
use crate::span::Spanned;

/// Returns who the site is for. A site of some wards is for wards of their kinds.
pub(super) fn readers(site: &Site, request: &Request) -> Readers {
    let kinds = || site.pack.wards.iter().map(|ward| ward.kind.value.clone()).collect();
    Readers { audience: request.audience, ward_kinds: (!request.wards.is_empty()).then(kinds) }
}

/// Leaves out the wards that `--ward` doesn't name, and what is measured or rated on them. Those still exist for references.
pub(super) fn only_wards(pack: &mut Pack, request: &Request) -> Result<(), Fault> {
    for id in &request.wards {
        if !pack.wards.iter().any(|ward| ward.id == *id) {
            return Err(no_ward(pack, id));
        }
    }
    if !request.wards.is_empty() {
        let (kept, left_out): (Vec<_>, Vec<_>) =
            std::mem::take(&mut pack.wards).into_iter().partition(|ward| request.wards.contains(&ward.id));
        let left_out = left_out.into_iter().chain(std::mem::take(&mut pack.withdrawn_wards));
        pack.broken.extend(left_out.map(|ward| (Kind::Ward, ward.id.clone())));
        pack.wards = kept;
        let is_kept = |ward: &Option<Spanned<String>>| ward.as_ref().is_none_or(|id| request.wards.contains(&id.value));
        let others = pack.theories_of_change.extract_if(.., |theory| !is_kept(&theory.ward));
        pack.broken.extend(others.map(|theory| (Kind::TheoryOfChange, theory.id.clone())));
        let others = pack.measurement_plans.extract_if(.., |plan| !is_kept(&plan.ward));
        pack.broken.extend(others.map(|plan| (Kind::MeasurementPlan, plan.id.clone())));
        pack.retain_tests(|test| is_kept(&test.ward));
        let others: Vec<_> = pack.measures.extract_if(.., |measure| !is_kept(&measure.ward)).collect();
        pack.broken.extend(others.into_iter().map(|measure| (Kind::Measure, measure.id.clone())));
        let others: Vec<_> = pack.benchmarks.extract_if(.., |benchmark| !is_kept(&benchmark.ward)).collect();
        pack.broken.extend(others.into_iter().map(|benchmark| (Kind::Benchmark, benchmark.id.clone())));
    }
    Ok(())
}

/// Says that a ward was asked for that the pack doesn't have, or has no longer.
pub fn no_ward(pack: &Pack, id: &str) -> Fault {
    let gone = pack.withdrawn_wards.iter().find(|ward| ward.id == id);
    match gone.and_then(|ward| Some((ward, ward.withdrawn.as_ref()?))) {
        Some((ward, withdrawn)) => fault::wards::withdrawn(&values::plain(&ward.name), withdrawn.on.value),
        None => fault::wards::unknown(id, pack.wards.iter().map(|ward| ward.id.as_str())),
    }
}
