//! The points that a pattern is made of.

use super::Side;

/// Returns what each window of `length` values shows, at all of its points. Where windows overlap, the first one counts.
pub fn windows<T>(values: &[T], length: usize, shows: impl Fn(&[T]) -> Option<Side>) -> Vec<Option<Side>> {
    let mut points = vec![None; values.len()];
    for (begin, window) in values.windows(length).enumerate() {
        if let Some(side) = shows(window) {
            for point in &mut points[begin..begin + length] {
                *point = point.or(Some(side));
            }
        }
    }
    points
}

/// Returns the side that all are on.
pub fn all_on(sides: impl IntoIterator<Item = Option<Side>>) -> Option<Side> {
    let mut sides = sides.into_iter();
    let first = sides.next()??;
    sides.all(|side| side == Some(first)).then_some(first)
}
