//! A point outside a limit.

use super::{Limits, Side};

/// Returns the side on which each point is outside.
pub fn points(values: &[f64], limits: &Limits) -> Vec<Option<Side>> {
    let outside = |value: &f64| {
        let high = Side::of(*value, limits.upper).filter(|side| *side == Side::High);
        high.or_else(|| Side::of(*value, limits.lower).filter(|side| *side == Side::Low))
    };
    values.iter().map(outside).collect()
}
