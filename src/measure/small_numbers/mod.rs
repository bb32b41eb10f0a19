//! Stars for small numbers, so that none can be worked out: not from the numbers beside it, not from a sum, and not from what was
//! published before.
//!
//! A number is starred because it is small, or because it would give a small one away. Whatever is shown elsewhere (the place of a point
//! in a drawing, a sentence, a mean) is to be made of what stands here, and of nothing else.
//!
//! - `ranges.rs`: What a reader can work out of a release
//! - `rule.rs`: The rules for small numbers, by name

mod ranges;
mod rule;

use std::ops::Range;

use ranges::{Possible, Ranges};
pub use rule::SmallNumbersRule;

/// A number as it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ShownNumber {
    /// As it is, or rounded where the rule rounds.
    Number(u32),
    Star(WhyStarred),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WhyStarred {
    Small,
    /// It would give a small one away.
    Protects,
}

/// The numbers of one table, as they are or were published.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Release {
    pub cells: Vec<ShownNumber>,
    /// Sums of cells that follow each other.
    pub sums: Vec<(Range<usize>, ShownNumber)>,
    /// Starred cells and sums that earlier releases give away all the same.
    pub given_away: Vec<Range<usize>>,
}

impl ShownNumber {
    pub fn number(self) -> Option<u32> {
        match self {
            ShownNumber::Number(number) => Some(number),
            ShownNumber::Star(_) => None,
        }
    }

    /// Returns a count as it is shown where nothing else would give it away.
    pub(super) fn first(rule: SmallNumbersRule, count: u32) -> Self {
        if rule.small().contains(&count) {
            ShownNumber::Star(WhyStarred::Small)
        } else {
            ShownNumber::Number(rule.rounded(count))
        }
    }
}

/// Returns what of these counts, and of the sums of these cells, is shown after the earlier releases, whose cells are the first ones of
/// these.
pub fn release(rule: SmallNumbersRule, counts: &[u32], sums: &[Range<usize>], earlier: &[Release]) -> Release {
    let mut table = SumTable::new(rule, counts, sums, earlier);
    while let Some(open) = table.first_open() {
        match table.that_protects(open) {
            Some(entry) => table.entries[entry].shown = ShownNumber::Star(WhyStarred::Protects),
            None => table.given_away.push(open),
        }
    }
    table.into_release(counts.len())
}

/// A cell or a sum of cells.
struct CellSum {
    cells: Range<usize>,
    count: u64,
    shown: ShownNumber,
}

struct SumTable<'a> {
    rule: SmallNumbersRule,
    /// The cells in their order, then the sums.
    entries: Vec<CellSum>,
    cells: usize,
    earlier: &'a [Release],
    /// Entries that nothing protects any more.
    given_away: Vec<usize>,
}

impl<'a> SumTable<'a> {
    fn new(rule: SmallNumbersRule, counts: &[u32], sums: &[Range<usize>], earlier: &'a [Release]) -> Self {
        let cells = (0..counts.len()).map(|cell| cell..cell + 1);
        let entry = |cells: Range<usize>| {
            let count: u64 = counts[cells.clone()].iter().map(|count| u64::from(*count)).sum();
            let shown = ShownNumber::first(rule, u32::try_from(count).unwrap_or(u32::MAX));
            CellSum { cells, count, shown }
        };
        let entries = cells.chain(sums.iter().cloned()).map(entry).collect();
        SumTable { rule, entries, cells: counts.len(), earlier, given_away: Vec::new() }
    }

    fn into_release(self, cells: usize) -> Release {
        let given_away = self.given_away.iter().map(|entry| self.entries[*entry].cells.clone()).collect();
        let mut shown = self.entries.into_iter();
        Release {
            cells: shown.by_ref().take(cells).map(|entry| entry.shown).collect(),
            sums: shown.map(|entry| (entry.cells, entry.shown)).collect(),
            given_away,
        }
    }

    /// Returns the first starred sum that lacks stars among its parts, or else a starred entry that can be worked out.
    fn first_open(&self) -> Option<usize> {
        let starred = |entry: &usize| self.is_starred(*entry);
        let lacking = (self.cells..self.entries.len()).filter(starred).find(|sum| self.lacks_stars(*sum));
        lacking.or_else(|| {
            let ranges = self.ranges();
            let is_known = |entry: &usize| ranges.of(&self.entries[*entry].cells).is_known();
            let hidden = (0..self.entries.len()).filter(starred).filter(|entry| !self.given_away.contains(entry));
            hidden.into_iter().find(is_known)
        })
    }

    /// Tells whether a starred sum has fewer than two starred parts, though there are more that could be.
    fn lacks_stars(&self, sum: usize) -> bool {
        let parts = self.parts(sum);
        let stars = parts.iter().filter(|part| self.is_starred(**part)).count();
        stars < 2 && parts.iter().any(|part| self.can_protect(*part))
    }

    /// Returns the entry to star next so that `open` can't be worked out: its own parts first, then what stands beside it in a sum, the
    /// lowest first; then that sum.
    fn that_protects(&self, open: usize) -> Option<usize> {
        let lowest = |entries: Vec<usize>| {
            entries.into_iter().filter(|entry| self.can_protect(*entry)).min_by_key(|entry| self.entries[*entry].count)
        };
        let own_parts = lowest(self.parts(open)).filter(|_| open >= self.cells);
        own_parts.or_else(|| {
            let above = self.above(open);
            let beside = above.iter().find_map(|sum| {
                lowest(self.parts(*sum).into_iter().filter(|part| self.is_apart(*part, open)).collect())
            });
            beside.or_else(|| above.into_iter().find(|sum| self.can_protect(*sum)))
        })
    }

    /// Returns the sums that an entry is part of, the smallest first.
    fn above(&self, entry: usize) -> Vec<usize> {
        let mut sums: Vec<usize> = (self.cells..self.entries.len()).filter(|sum| self.is_inside(entry, *sum)).collect();
        sums.sort_by_key(|sum| self.entries[*sum].cells.len());
        sums
    }

    /// Returns the entries that a sum is made of: those in it that are in no smaller sum of it.
    fn parts(&self, sum: usize) -> Vec<usize> {
        let inside: Vec<usize> = (0..self.entries.len()).filter(|entry| self.is_inside(*entry, sum)).collect();
        let is_direct = |entry: &usize| !inside.iter().any(|other| self.is_inside(*entry, *other));
        inside.iter().copied().filter(is_direct).collect()
    }

    /// Tells whether an entry is part of another; of two with the same cells, the later one is the sum.
    fn is_inside(&self, entry: usize, sum: usize) -> bool {
        let (part, whole) = (&self.entries[entry].cells, &self.entries[sum].cells);
        sum >= self.cells
            && whole.start <= part.start
            && part.end <= whole.end
            && (part.len() < whole.len() || entry < sum)
            && entry != sum
    }

    fn is_apart(&self, entry: usize, other: usize) -> bool {
        let (one, other) = (&self.entries[entry].cells, &self.entries[other].cells);
        one.end <= other.start || other.end <= one.start
    }

    fn is_starred(&self, entry: usize) -> bool {
        matches!(self.entries[entry].shown, ShownNumber::Star(_))
    }

    /// Tells whether a star would hide an entry: it is shown, isn't 0, and was in no earlier release, neither itself nor cell by cell.
    fn can_protect(&self, entry: usize) -> bool {
        let CellSum { cells, count, .. } = &self.entries[entry];
        let is_out = |release: &Release| {
            let is_shown = |shown: Option<&ShownNumber>| shown.is_some_and(|shown| shown.number().is_some());
            let whole = release.sums.iter().find(|(other, _)| other == cells).map(|(_, shown)| shown);
            is_shown(whole) || cells.clone().all(|cell| is_shown(release.cells.get(cell)))
        };
        !self.is_starred(entry) && *count > 0 && !self.earlier.iter().any(is_out)
    }

    /// Returns what can be worked out of all releases together.
    fn ranges(&self) -> Ranges {
        let mut ranges = Ranges::new(self.cells);
        for entry in &self.entries {
            ranges.add(&entry.cells, self.possible(entry.shown, &entry.cells));
        }
        for release in self.earlier {
            let cells = release.cells.iter().enumerate().map(|(cell, shown)| (cell..cell + 1, *shown));
            let known = cells.chain(release.sums.iter().cloned()).filter(|(cells, _)| cells.end <= self.cells);
            known.for_each(|(cells, shown)| ranges.add(&cells, self.possible(shown, &cells)));
        }
        ranges
    }

    /// Returns what a shown entry can be. We take it that readers can tell why a cell is starred, but not why a sum is.
    fn possible(&self, shown: ShownNumber, cells: &Range<usize>) -> Possible {
        let is_cell = cells.len() == 1;
        let range = |least: u32, most: u32| Possible { least: i64::from(least), most: i64::from(most) };
        let small = self.rule.small();
        match shown {
            ShownNumber::Number(number) => {
                let behind = self.rule.behind(number);
                range(*behind.start(), *behind.end())
            }
            ShownNumber::Star(WhyStarred::Small) if is_cell => range(*small.start(), *small.end()),
            ShownNumber::Star(WhyStarred::Protects) if is_cell => {
                Possible { least: i64::from(small.end() + 1), ..Possible::ANY }
            }
            ShownNumber::Star(_) => Possible::ANY,
        }
    }
}
