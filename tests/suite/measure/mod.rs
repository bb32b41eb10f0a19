//! What numbers say: the published figures, and series of our own beside computations that are written in another way.

mod given_away;
mod published;
mod run_chart;
mod small_numbers;
mod xmr;

/// Numbers that look like chance and are the same each time (a linear congruential generator).
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Self {
        Chance(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15).wrapping_add(1))
    }

    /// Returns a number below `end`.
    pub fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }
}

/// Series of whole numbers of many kinds: level, rising, falling, with a step, with many equal values, with outliers.
pub fn series() -> Vec<Vec<i64>> {
    let one = |seed: u64| {
        let mut chance = Chance::new(seed);
        let length = 8 + chance.below(53);
        let value = |at: u64| {
            let noise = i64::try_from(chance.below([2, 6, 12, 40][usize::try_from(seed % 4).unwrap()])).unwrap();
            let at = i64::try_from(at).unwrap();
            let way = match seed % 6 {
                0 => at / 2,
                1 => (at % 20 - 10).abs() * 3,
                2 if at > 14 => 9,
                3 if at % 13 == 5 => 45,
                4 => (at / 6 % 2) * 7,
                _ => 3,
            };
            way + noise
        };
        (0..length).map(value).collect()
    };
    (1..=28).map(one).collect()
}

pub fn fractions(values: &[i64]) -> Vec<f64> {
    values.iter().map(|value| f64::from(i32::try_from(*value).unwrap())).collect()
}
