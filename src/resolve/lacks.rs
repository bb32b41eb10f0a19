//! Placeholders without a value for a ward, told in as few problems as there are things to mend.

use std::collections::{BTreeMap, BTreeSet};

use super::values;
use crate::model::pack::Pack;
use crate::model::placeholder::Placeholder;
use crate::model::ward::Ward;
use crate::problem::Problem;
use crate::problem::catalogue::placeholders;
use crate::read::Sources;
use crate::span::Span;

/// A placeholder of a text, and the numbers of the wards that show the text but have no value for it.
pub struct Lack {
    pub placeholder: Placeholder,
    pub span: Span,
    pub wards: Vec<usize>,
}

/// Returns the problems of what wards lack: one for each ward, or one for each text where there are fewer of those. A text of a
/// layer below isn't the author's to change, so then it is the wards.
pub fn problems(lacks: &[Lack], pack: &Pack, sources: &Sources) -> Vec<Problem> {
    let mut by_name: BTreeMap<&str, Vec<&Lack>> = BTreeMap::new();
    for lack in lacks {
        by_name.entry(lack.placeholder.name()).or_default().push(lack);
    }
    by_name.into_values().flat_map(|lacks| of_one(&lacks, pack, sources)).collect()
}

fn of_one(lacks: &[&Lack], pack: &Pack, sources: &Sources) -> Vec<Problem> {
    let texts: BTreeSet<Span> = lacks.iter().map(|lack| lack.span).collect();
    let mut wards: BTreeMap<usize, BTreeSet<Span>> = BTreeMap::new();
    for lack in lacks {
        for ward in &lack.wards {
            wards.entry(*ward).or_default().insert(lack.span);
        }
    }
    let is_below = |text: &Span| sources.file(text.file).inherited;
    if texts.len() > wards.len() || texts.iter().any(is_below) {
        let placeholder = lacks[0].placeholder;
        return wards.iter().filter_map(|(ward, texts)| of_ward(&pack.wards[*ward], placeholder, texts)).collect();
    }
    lacks.iter().map(|lack| of_text(lack, pack)).collect()
}

fn of_text(Lack { placeholder, span, wards }: &Lack, pack: &Pack) -> Problem {
    let names: Vec<String> = wards.iter().map(|ward| values::plain(&pack.wards[*ward].name)).collect();
    let first = pack.wards[wards[0]].name.span;
    placeholders::no_value(placeholder.name(), *span, &names, placeholder.setting(), first)
}

fn of_ward(ward: &Ward, placeholder: Placeholder, texts: &BTreeSet<Span>) -> Option<Problem> {
    let (name, setting, first) = (values::plain(&ward.name), placeholder.setting(), *texts.first()?);
    Some(placeholders::ward_lacks(placeholder.name(), ward.name.span, &name, setting, first, texts.len()))
}
