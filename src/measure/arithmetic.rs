//! Means, medians, and numbers that count as the same.

use std::cmp::Ordering;

/// Differences smaller than this part of a number come from adding up fractions, and are none.
const NOISE: f64 = 1e-9;

/// Returns how many there are, for dividing by.
pub fn number(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::INFINITY, f64::from)
}

/// Returns the mean; nothing of no values.
pub fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / number(values.len()))
}

/// Returns the median, halfway between the middle two of an even number; nothing of no values.
pub fn median(values: &[f64]) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let upper = sorted.get(sorted.len() / 2)?;
    let lower = sorted[(sorted.len() - 1) / 2];
    Some(f64::midpoint(lower, *upper))
}

/// Compares two numbers, and takes those for equal that differ by noise only.
pub fn compare(one: f64, other: f64) -> Ordering {
    let noise = NOISE * one.abs().max(other.abs()).max(1.0);
    if (one - other).abs() <= noise { Ordering::Equal } else { one.total_cmp(&other) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_median_is_in_the_middle() {
        assert_eq!(median(&[]), None);
        assert_eq!(median(&[3.0]), Some(3.0));
        assert_eq!(median(&[9.0, 1.0, 2.0]), Some(2.0));
        assert_eq!(median(&[9.0, 1.0, 2.0, 4.0]), Some(3.0));
        assert_eq!(mean(&[]), None);
    }

    #[test]
    fn noise_makes_no_difference() {
        assert_eq!(compare(0.1 + 0.2, 0.3), Ordering::Equal);
        assert_eq!(compare(0.300_001, 0.3), Ordering::Greater);
        assert_eq!(compare(1e12 + 1.0, 1e12 + 1.1), Ordering::Equal);
    }
}
