//! A day: year, month and day. What people write for one is understood well enough to say how to write it.

use std::sync::LazyLock;

use jiff::civil::Date;
use regex_lite::Regex;

use crate::model::read::fields::{FromNode, Reader};
use crate::parse::yaml::Node;
use crate::problem::catalogue::days;
use crate::span::Spanned;

/// The first year that a day of a pack can be in. An earlier one is a slip of the hand, such as two digits of a year.
const FIRST_YEAR: i16 = 2000;
/// Two digits in front of a day that may be its year as well as the day of its month: 26-11-25.
const YEARS_IN_FRONT: std::ops::RangeInclusive<i16> = FIRST_YEAR + 15..=FIRST_YEAR + 31;
/// The beginnings of the months' names, in English and in Welsh.
const MONTHS: [[&str; 2]; 12] = [
    ["jan", "ion"],
    ["feb", "chw"],
    ["mar", "maw"],
    ["apr", "ebr"],
    ["may", "mai"],
    ["jun", "meh"],
    ["jul", "gor"],
    ["aug", "aws"],
    ["sep", "med"],
    ["oct", "hyd"],
    ["nov", "tac"],
    ["dec", "rha"],
];
/// Words for a day that another day makes wrong.
const SPOKEN: [&str; 9] =
    ["today", "yesterday", "tomorrow", "now", "heddiw", "last week", "this week", "last month", "this month"];

/// Why something written isn't a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotADay {
    /// It is one, in another form.
    Meant(Date),
    /// It is one, with the dashes that Word makes of hyphens.
    WordsDashes(Date),
    /// It is one, in quotes that are part of it.
    WordsQuotes(Date),
    /// The day of the month is missing; the first day of the month.
    NoDay(Date),
    NoYear,
    OnlyYear,
    /// The month hasn't so many days; its last.
    TooLate(Date),
    NoSuchMonth(i16),
    /// A word such as today.
    Spoken,
    /// The year stands in front, or else the day does.
    Either(Date, Date),
    /// Before [`FIRST_YEAR`]; the same day of the century that begins with it.
    OtherCentury(Option<Date>),
    Unknown,
}

impl NotADay {
    /// Returns the day that was certainly meant.
    pub fn meant(self) -> Option<Date> {
        match self {
            NotADay::Meant(day) | NotADay::WordsDashes(day) | NotADay::WordsQuotes(day) => Some(day),
            _ => None,
        }
    }
}

struct DayPatterns {
    aside: Regex,
    time: Regex,
    year_first: Regex,
    day_first: Regex,
    digits_only: Regex,
    named: Regex,
    named_first: Regex,
    month_of_year: Regex,
    number_of_year: Regex,
    year_and_number: Regex,
    day_of_month: Regex,
}

static PATTERNS: LazyLock<DayPatterns> = LazyLock::new(|| {
    let regex = |pattern: &str| Regex::new(pattern).expect("a test compiles every pattern");
    DayPatterns {
        // The day of the week, and the letters after a number: Wednesday the 25th of.
        aside: regex(r"^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+|^on\s+|\bthe\s+|\bof\s+"),
        time: regex(r"[t\s,]+\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\.\d+)?\s*(?:am|pm|z)?(?:[+-]\d{2}:?\d{2})?$"),
        year_first: regex(r"^(\d{4})\s*[/.\- ]\s*(\d{1,2})\s*[/.\- ]\s*(\d{1,2})$"),
        day_first: regex(r"^(\d{1,2})\s*[/.\- ]\s*(\d{1,2})\s*[/.\- ]\s*(\d{4}|\d{2})$"),
        digits_only: regex(r"^(\d{4})(\d{2})(\d{2})$"),
        named: regex(
            r"^(\d{1,2})(?:st|nd|rd|th|af|ail|ydd|fed|eg|ain)?[\s\-./]*([a-z]{3,})\.?,?[\s\-./]*(\d{4}|\d{2})$",
        ),
        named_first: regex(r"^([a-z]{3,})\.?\s*(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$"),
        month_of_year: regex(r"^([a-z]{3,})\.?,?[\s\-/]+(\d{4})$"),
        number_of_year: regex(r"^(\d{1,2})[/.\-](\d{4})$"),
        year_and_number: regex(r"^(\d{4})[/.\-](\d{1,2})$"),
        day_of_month: regex(
            r"^(\d{1,2})(?:st|nd|rd|th)?[\s\-./]*(?:[a-z]{3,}|\d{1,2})$|^[a-z]{3,}\.?\s+\d{1,2}(?:st|nd|rd|th)?$",
        ),
    }
});

/// Returns the day that is written as year, month and day; otherwise what is to be said about it.
pub fn day(written: &str) -> Result<Date, NotADay> {
    let day = written.parse::<Date>().ok();
    day.filter(|day| written.len() == 10 && day.year() >= FIRST_YEAR).ok_or_else(|| other_day(written))
}

/// Returns what is to be said of a day that isn't written as one.
fn other_day(written: &str) -> NotADay {
    let is_quote = |letter: char| "“”„‘’\"'`".contains(letter);
    let is_dash = |letter: char| ('\u{2010}'..='\u{2015}').contains(&letter) || letter == '\u{2212}';
    let clean: String = written
        .trim()
        .trim_matches(is_quote)
        .chars()
        .map(|letter| if is_dash(letter) { '-' } else { letter })
        .collect();
    let clean = clean.replace(['\u{A0}', '\u{202F}'], " ").to_lowercase();
    let patterns = &*PATTERNS;
    let clean = patterns.aside.replace_all(&clean, "").into_owned();
    let clean = patterns.time.replace(&clean, "").trim().to_owned();
    match meant(&clean) {
        NotADay::Meant(day) if written.contains(is_dash) => NotADay::WordsDashes(day),
        NotADay::Meant(day) if written.contains(is_quote) => NotADay::WordsQuotes(day),
        other => other,
    }
}

/// Returns the day an author in Britain meant, in lower-case letters, or what it lacks.
fn meant(clean: &str) -> NotADay {
    let patterns = &*PATTERNS;
    let part = |found: &regex_lite::Captures<'_>, at: usize| found[at].to_owned();
    let (year, month, day) =
        if let Some(found) = patterns.year_first.captures(clean).or_else(|| patterns.digits_only.captures(clean)) {
            (part(&found, 1), part(&found, 2), part(&found, 3))
        } else if let Some(found) = patterns.day_first.captures(clean).or_else(|| patterns.named.captures(clean)) {
            (part(&found, 3), part(&found, 2), part(&found, 1))
        } else if let Some(found) = patterns.named_first.captures(clean) {
            (part(&found, 3), part(&found, 1), part(&found, 2))
        } else {
            return incomplete(clean);
        };
    let (Some(year), Some(month), Ok(day)) = (year_of(&year), month_of(&month), day.parse()) else {
        return NotADay::Unknown;
    };
    match Date::new(year, month, day) {
        _ if year < FIRST_YEAR => NotADay::OtherCentury(Date::new(FIRST_YEAR + year.rem_euclid(100), month, day).ok()),
        Ok(date) => year_in_front(clean, date).map_or(NotADay::Meant(date), |other| NotADay::Either(other, date)),
        // Month and day the other way round, as they are written in America.
        Err(_) if !(1..=12).contains(&month) => {
            Date::new(year, day, month).map_or(NotADay::NoSuchMonth(i16::from(month)), NotADay::Meant)
        }
        Err(_) => Date::new(year, month, 1).map_or(NotADay::Unknown, |first| NotADay::TooLate(first.last_of_month())),
    }
}

/// Returns the day of three numbers of two digits with the year in front, where it may stand there: only with hyphens does anybody write it so.
fn year_in_front(clean: &str, other: Date) -> Option<Date> {
    let parts: Vec<&str> = clean.split('-').map(str::trim).collect();
    let [year, month, day] = parts[..] else { return None };
    let year = year_of(year).filter(|year| day.len() == 2 && YEARS_IN_FRONT.contains(year))?;
    Date::new(year, month.parse().ok()?, day.parse().ok()?).ok().filter(|day| *day != other)
}

/// Returns what a day lacks.
fn incomplete(clean: &str) -> NotADay {
    let patterns = &*PATTERNS;
    let named = patterns.month_of_year.captures(clean).or_else(|| patterns.number_of_year.captures(clean));
    let month = named.map(|found| (found[2].to_owned(), found[1].to_owned()));
    let month = month
        .or_else(|| patterns.year_and_number.captures(clean).map(|found| (found[1].to_owned(), found[2].to_owned())));
    if let Some((year, month)) = month
        && let (Some(year), Some(month)) = (year_of(&year), month_of(&month))
    {
        return Date::new(year, month, 1).map_or(NotADay::NoSuchMonth(i16::from(month)), NotADay::NoDay);
    }
    match clean {
        word if SPOKEN.contains(&word) => NotADay::Spoken,
        year if year.len() == 4 && year_of(year).is_some() => NotADay::OnlyYear,
        day if patterns.day_of_month.is_match(day) => NotADay::NoYear,
        _ => NotADay::Unknown,
    }
}

fn year_of(written: &str) -> Option<i16> {
    let year: i16 = written.parse().ok()?;
    Some(if year < 100 { year + FIRST_YEAR } else { year })
}

fn month_of(written: &str) -> Option<i8> {
    let named = MONTHS.iter().position(|names| names.iter().any(|name| written.starts_with(name)));
    written.parse().ok().or_else(|| i8::try_from(named? + 1).ok())
}

impl FromNode for Spanned<Date> {
    const EXAMPLE: &'static str = "2026-11-23";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let written = reader.words(node)?;
        match day(&written) {
            Ok(date) => Some(Spanned::new(date, node.span)),
            Err(why) => {
                reader.problems.push(problem(node, &written, why));
                None
            }
        }
    }
}

fn problem(node: &Node, written: &str, why: NotADay) -> crate::problem::Problem {
    let span = node.span;
    match why {
        NotADay::Meant(day) => days::other_form(span, written, day),
        NotADay::WordsDashes(day) => days::words_dashes(span, written, day),
        NotADay::WordsQuotes(day) => days::words_quotes(span, written, day),
        NotADay::NoDay(first) => days::no_day(span, written, first),
        NotADay::NoYear => days::no_year(span, written),
        NotADay::OnlyYear => days::only_year(span, written),
        NotADay::TooLate(last) => days::too_late(span, written, last),
        NotADay::NoSuchMonth(month) => days::no_such_month(span, written, month),
        NotADay::Spoken => days::spoken(span, written),
        NotADay::Either(year_first, day_first) => days::either(span, written, year_first, day_first),
        NotADay::OtherCentury(near) => days::other_century(span, written, FIRST_YEAR, near),
        NotADay::Unknown => days::unknown(span, written),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_written_in_one_way_and_meant_in_many() {
        assert_eq!(day("2026-11-01").unwrap().to_string(), "2026-11-01");
        for (written, meant) in [
            ("01/11/26", "2026-11-01"),
            ("26/11/25", "2025-11-26"),
            ("1/5/2026", "2026-05-01"),
            ("1.5.26", "2026-05-01"),
            ("1 May 2026", "2026-05-01"),
            ("0026-11-01", "2026-11-01"),
            ("2026-5-1", "2026-05-01"),
            ("25/11/2026", "2026-11-25"),
            ("11/25/2026", "2026-11-25"),
            ("2026-13-01", "2026-01-13"),
            ("25 November 2026", "2026-11-25"),
            ("25th November, 2026", "2026-11-25"),
            ("the 25th of November 2026", "2026-11-25"),
            ("Wednesday 25 Nov. 2026", "2026-11-25"),
            ("Wed, 25-Nov-26", "2026-11-25"),
            ("November 25, 2026", "2026-11-25"),
            ("25 Tachwedd 2026", "2026-11-25"),
            ("20261125", "2026-11-25"),
            ("2026-11-25T10:00:00", "2026-11-25"),
            ("25/11/2026 09:30", "2026-11-25"),
            ("2026\u{A0}11\u{A0}25", "2026-11-25"),
            (" 2026-11-25", "2026-11-25"),
        ] {
            assert_eq!(day(written), Err(NotADay::Meant(meant.parse().unwrap())), "{written}");
        }
    }

    #[test]
    fn what_a_day_lacks_is_told_apart() {
        let date = |written: &str| written.parse().unwrap();
        for (written, why) in [
            ("2026–11–25", NotADay::WordsDashes(date("2026-11-25"))),
            ("25‑11‑2026", NotADay::WordsDashes(date("2026-11-25"))),
            ("“2026-11-25”", NotADay::WordsQuotes(date("2026-11-25"))),
            ("Nov 2026", NotADay::NoDay(date("2026-11-01"))),
            ("2026-11", NotADay::NoDay(date("2026-11-01"))),
            ("11/2026", NotADay::NoDay(date("2026-11-01"))),
            ("2026", NotADay::OnlyYear),
            ("25 November", NotADay::NoYear),
            ("25/11", NotADay::NoYear),
            ("2026-11-31", NotADay::TooLate(date("2026-11-30"))),
            ("30 February 2027", NotADay::TooLate(date("2027-02-28"))),
            ("2026-13-25", NotADay::NoSuchMonth(13)),
            ("today", NotADay::Spoken),
            ("Tomorrow", NotADay::Spoken),
            ("1926-11-01", NotADay::OtherCentury(Some(date("2026-11-01")))),
            ("26-11-25", NotADay::Either(date("2026-11-25"), date("2025-11-26"))),
            ("26–11–25", NotADay::Either(date("2026-11-25"), date("2025-11-26"))),
            ("when I can", NotADay::Unknown),
            ("TBC", NotADay::Unknown),
            ("99999999999", NotADay::Unknown),
        ] {
            assert_eq!(day(written), Err(why), "{written}");
        }
    }
}
