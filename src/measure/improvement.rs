//! Which way is better, and what a signal then means.
//!
//! Counts of incidents are neutral unless somebody says otherwise: clearer definitions and more trust raise them.

/// Where a measure is to go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Improvement {
    Increase,
    Decrease,
    /// Neither is better in itself.
    #[default]
    Neutral,
}

/// A side of a line, or the way to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Side {
    High,
    Low,
}

/// What a signal means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Meaning {
    Improvement,
    Concern,
    /// It is high, and nothing says whether that is good.
    High,
    Low,
}

impl Improvement {
    /// Returns what a signal on this side means.
    pub fn meaning(self, side: Side) -> Meaning {
        match (self, side) {
            (Improvement::Increase, Side::High) | (Improvement::Decrease, Side::Low) => Meaning::Improvement,
            (Improvement::Increase, Side::Low) | (Improvement::Decrease, Side::High) => Meaning::Concern,
            (Improvement::Neutral, Side::High) => Meaning::High,
            (Improvement::Neutral, Side::Low) => Meaning::Low,
        }
    }
}

impl Side {
    /// Returns the side of `line` that a value is on; nothing where it is on the line.
    pub fn of(value: f64, line: f64) -> Option<Self> {
        match super::arithmetic::compare(value, line) {
            std::cmp::Ordering::Greater => Some(Side::High),
            std::cmp::Ordering::Less => Some(Side::Low),
            std::cmp::Ordering::Equal => None,
        }
    }
}
