//! Who checked services and resources, by checked.yaml: laid over what their own files say.

use std::sync::Arc;

use super::Pack;
use crate::model::checked::{Checked, Checks};
use crate::model::collection::Collection;
use crate::model::resource::Resource;
use crate::model::support::Support;
use crate::read::Sources;
use crate::span::Spanned;

/// Something that can be checked, with an id.
trait Checkable: Clone {
    fn id_and_check(&mut self) -> (&str, &mut Checked);
}

impl Checkable for Support {
    fn id_and_check(&mut self) -> (&str, &mut Checked) {
        (&self.id.0.value, &mut self.checked)
    }
}

impl Checkable for Resource {
    fn id_and_check(&mut self) -> (&str, &mut Checked) {
        (&self.id.0.value, &mut self.checked)
    }
}

impl Pack {
    /// Gives services and resources the checks of checked.yaml, where these are the later ones. What a layer below checked is no check of
    /// this publisher's.
    pub(super) fn lay_over_checks(&mut self, sources: &Sources) {
        let is_own = |checks: &Arc<Checks>| !sources.file(checks.file).inherited;
        self.checks = self.checks.take().filter(is_own);
        let checks = self.checks.as_deref();
        lay_over(&mut self.support, checks.map_or(&[], |checks| &checks.services), sources);
        lay_over(&mut self.resources, checks.map_or(&[], |checks| &checks.resources), sources);
    }
}

fn lay_over<T: Checkable>(
    collections: &mut [Arc<Collection<T>>],
    checks: &[(Spanned<String>, Checked)],
    sources: &Sources,
) {
    for collection in collections {
        let is_inherited = sources.file(collection.file).inherited;
        if checks.is_empty() && !is_inherited {
            continue;
        }
        for item in &mut Arc::make_mut(collection).items {
            let (id, checked) = item.id_and_check();
            let over = checks.iter().find(|(name, _)| name.value == id).map(|(_, over)| over);
            if is_inherited {
                *checked = Checked::default();
            }
            let day = |checked: &Checked| checked.on.as_ref().map(|on| on.value);
            if let Some(over) = over.filter(|over| day(over) >= day(checked)) {
                *checked = over.clone();
            }
        }
    }
}
