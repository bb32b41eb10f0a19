//! What the statements of a trust have in common: a page that shows one, days that can be true, a look each year, and parts that are lacking.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::model::article::Statement;
use crate::problem::Problem;
use crate::problem::catalogue::review;
use crate::resolve::Site;
use crate::span::Spanned;

/// How long a statement counts as looked at, in months: it is reviewed each year.
const MONTHS: i64 = 12;

/// A day of a statement by its key.
pub(super) type KeyedDay<'a> = (&'a str, Option<&'a Spanned<Date>>);

/// Tells whether some page shows a statement.
pub(super) fn is_shown(site: &Site, statement: Statement) -> bool {
    site.pack.articles.iter().any(|page| page.withdrawn.is_none() && page.statement == Some(statement))
}

/// Tells whether the publisher can be reached.
pub(super) fn has_contact(site: &Site) -> bool {
    let publisher = &site.pack.settings.publisher;
    publisher.phone.is_some() || publisher.email.is_some()
}

/// Reports days of a group in pack.yaml that haven't come yet.
pub(super) fn in_future<'a>(group: &str, days: impl IntoIterator<Item = KeyedDay<'a>>, as_of: Date) -> Vec<Problem> {
    let later = days.into_iter().filter_map(|(key, day)| Some((key, day.filter(|day| day.value > as_of)?)));
    later.map(|(key, day)| review::in_future(day.span, &format!("{group}: {key}"), day.value, as_of)).collect()
}

/// Returns the day on which a statement was last looked at, where that is more than a year ago.
pub(super) fn looked_at_too_long_ago<'a>(
    written: Option<&'a Spanned<Date>>,
    reviewed: Option<&'a Spanned<Date>>,
    as_of: Date,
) -> Option<&'a Spanned<Date>> {
    let is_old = |day: &&Spanned<Date>| day.value.checked_add(MONTHS.months()).unwrap_or(Date::MAX) < as_of;
    reviewed.or(written).filter(is_old)
}

/// Returns the words of those parts that are lacking.
pub(super) fn lacking<const N: usize>(parts: [(bool, &'static str); N]) -> Vec<&'static str> {
    parts.into_iter().filter(|(is_lacking, _)| *is_lacking).map(|(_, words)| words).collect()
}
