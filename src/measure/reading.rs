//! One reading of a series: what its chart, its sentence and its table all go by.

use super::limits::Screening;
use super::run_chart::{self, RunRules, run_chart};
use super::xmr::Xmr;

/// By which published rules a series is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RuleSet {
    Xmr(Screening),
    RunChart(RunRules),
}

impl RuleSet {
    pub const ALL: [(&str, RuleSet); 5] = [
        ("nhs-xmr", RuleSet::Xmr(Screening::LargeRanges)),
        ("nhs-xmr-all-ranges", RuleSet::Xmr(Screening::None)),
        ("anhoej", RuleSet::RunChart(RunRules::Anhoej)),
        ("perla", RuleSet::RunChart(RunRules::Perla)),
        ("perla-with-trend", RuleSet::RunChart(RunRules::PerlaWithTrend)),
    ];

    pub fn name(self) -> &'static str {
        RuleSet::ALL.iter().find(|(_, rules)| *rules == self).map_or("", |(name, _)| name)
    }
}

impl Default for RuleSet {
    fn default() -> Self {
        RuleSet::Xmr(Screening::default())
    }
}

/// Of how many points one may be starred before nothing is said of the others: they are too few of the whole.
const ONE_STAR_OF: usize = 5;

#[derive(Clone, Debug, PartialEq)]
pub enum Reading {
    Xmr(Xmr),
    RunChart(Vec<run_chart::RunGroup>),
    /// Too many of the numbers are starred: what can be shown says nothing of what happened.
    TooManyStars,
    /// There is nothing to read yet.
    Nothing,
}

impl Reading {
    /// Reads the values that can be shown, beside so many that are starred. New groups begin at `rebases`.
    pub fn of(values: &[f64], stars: usize, rebases: &[usize], rules: RuleSet) -> Self {
        match rules {
            _ if stars * ONE_STAR_OF > values.len() + stars => Reading::TooManyStars,
            _ if values.is_empty() => Reading::Nothing,
            RuleSet::Xmr(screening) => Reading::Xmr(Xmr::of(values, rebases, screening)),
            RuleSet::RunChart(rules) => Reading::RunChart(run_chart(values, rebases, rules)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn too_many_stars_say_nothing() {
        let values = [10.0; 20];
        assert_eq!(Reading::of(&values, 6, &[], RuleSet::default()), Reading::TooManyStars);
        assert!(matches!(Reading::of(&values, 5, &[], RuleSet::default()), Reading::Xmr(_)));
        assert_eq!(Reading::of(&[], 0, &[], RuleSet::default()), Reading::Nothing);
        assert!(RuleSet::ALL.iter().all(|(name, rules)| rules.name() == *name));
    }
}
