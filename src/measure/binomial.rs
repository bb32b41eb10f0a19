//! How many heads even an unlucky row of coins shows.

use std::cmp::Ordering;

use super::arithmetic::{compare, number};

/// Returns the smallest number of heads whose chance, with all smaller ones together, reaches `chance` when `coins` fair coins are thrown:
/// the quantile of Binomial(`coins`, 0.5).
pub fn quantile(chance: f64, coins: usize) -> usize {
    // The chance of each number of heads is that of the one before, times a fraction; logarithms keep long rows from vanishing.
    let mut logarithm = -number(coins) * std::f64::consts::LN_2;
    let mut together = logarithm.exp();
    let mut heads = 0;
    while compare(together, chance) == Ordering::Less && heads < coins {
        logarithm += (number(coins - heads) / number(heads + 1)).ln();
        together += logarithm.exp();
        heads += 1;
    }
    heads
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Counts the rows of coins one by one.
    fn counted(chance: f64, coins: u32) -> usize {
        let mut rows = vec![0_u32; coins as usize + 1];
        (0..1_u32 << coins).for_each(|row| rows[row.count_ones() as usize] += 1);
        let mut together = 0;
        rows.iter()
            .position(|count| {
                together += count;
                f64::from(together) >= chance * f64::from(1_u32 << coins)
            })
            .unwrap()
    }

    #[test]
    fn the_quantile_is_that_of_counted_rows() {
        for coins in 0..=18 {
            for chance in [0.01, 0.025, 0.05, 0.3, 0.5, 0.9] {
                assert_eq!(quantile(chance, coins as usize), counted(chance, coins), "{chance} of {coins}");
            }
        }
        // A thousand coins: 500 less 1.645 standard deviations of 15.8.
        assert_eq!(quantile(0.05, 1000), 474);
    }
}
