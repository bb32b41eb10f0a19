//! Which wards give out which leaflets.

use crate::model::article::Article;
use crate::model::ward::Ward;

/// Tells whether a ward gives out a leaflet: it is for the ward's kind, and the ward doesn't leave it out.
pub fn gives_out(ward: &Ward, leaflet: &Article) -> bool {
    let for_kind = leaflet.ward_kinds.is_empty() || leaflet.ward_kinds.iter().any(|kind| kind.value == ward.kind.value);
    for_kind && !ward.leave_out.iter().any(|id| id.value == leaflet.id)
}
