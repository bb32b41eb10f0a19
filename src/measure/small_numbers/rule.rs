//! The rules for small numbers, by name.

use std::ops::RangeInclusive;

/// Which numbers are too small to be shown, and how the others are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum SmallNumbersRule {
    /// Under 5, and 0 too, is a star; others are rounded to the nearest 5 (Mental Health Services Data Set, monthly statistics).
    #[default]
    Mhsds5,
    /// 1 to 7 is a star; 0 stays, others are rounded to the nearest 5 (Hospital Episode Statistics).
    Hes8,
    /// 1 to 4 is a star; others stay as they are (Friends and Family Test).
    Fft,
}

impl SmallNumbersRule {
    pub const ALL: [(&str, SmallNumbersRule); 3] =
        [("mhsds-5", SmallNumbersRule::Mhsds5), ("hes-8", SmallNumbersRule::Hes8), ("fft", SmallNumbersRule::Fft)];

    pub fn name(self) -> &'static str {
        SmallNumbersRule::ALL.iter().find(|(_, rule)| *rule == self).map_or("", |(name, _)| name)
    }

    /// Returns the numbers that are too small.
    pub fn small(self) -> RangeInclusive<u32> {
        match self {
            SmallNumbersRule::Mhsds5 => 0..=4,
            SmallNumbersRule::Hes8 => 1..=7,
            SmallNumbersRule::Fft => 1..=4,
        }
    }

    /// Returns how many people a group has at least of which anything is shown.
    pub fn smallest_group(self) -> u32 {
        self.small().end() + 1
    }

    /// Tells whether numbers are rounded before they are shown.
    pub fn rounds(self) -> bool {
        self != SmallNumbersRule::Fft
    }

    /// Returns a number that isn't too small as it is shown.
    pub fn rounded(self, count: u32) -> u32 {
        if self.rounds() { count.saturating_add(2) / 5 * 5 } else { count }
    }

    /// Returns the numbers that may stand behind a shown one.
    pub(in crate::measure) fn behind(self, shown: u32) -> RangeInclusive<u32> {
        // Nothing is rounded to 0: where it isn't a star, it is 0.
        if !self.rounds() || shown == 0 {
            return shown..=shown;
        }
        (shown - 2).max(self.small().end() + 1)..=shown.saturating_add(2)
    }
}
