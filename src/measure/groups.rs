//! Where a series is broken into groups.

use std::ops::Range;

/// Returns the groups of `len` values, given where new ones begin. No group is empty.
pub fn groups(len: usize, begins: &[usize]) -> Vec<Range<usize>> {
    let mut edges: Vec<usize> = begins.iter().copied().filter(|begin| *begin < len).chain([0, len]).collect();
    edges.sort_unstable();
    edges.dedup();
    edges.windows(2).map(|edge| edge[0]..edge[1]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_group_is_empty() {
        assert!(groups(0, &[0, 3]).is_empty());
        assert_eq!(groups(5, &[]), vec![0..5]);
        assert_eq!(groups(5, &[9, 3, 0, 3, 5]), [0..3, 3..5]);
    }
}
