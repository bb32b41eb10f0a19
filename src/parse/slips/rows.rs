//! What a line is that is meant to stand by itself: a day and its hours, a step, a name and what it says, a number to call.

/// What a line looks like.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct RowLook {
    /// Whether it is the first of these, and so on: `Name: Ann`.
    looks: [bool; 5],
    /// `Step 1`: the word and the number.
    counted: Option<(String, u32)>,
}

/// A line with more letters than this is a sentence.
const LONGEST: usize = 70;

const DAYS: [&str; 33] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "mon",
    "tue",
    "tues",
    "wed",
    "thu",
    "thur",
    "thurs",
    "fri",
    "sat",
    "sun",
    "mondays",
    "tuesdays",
    "wednesdays",
    "thursdays",
    "fridays",
    "saturdays",
    "sundays",
    "weekend",
    "weekends",
    "weekdays",
    "llun",
    "mawrth",
    "mercher",
    "iau",
    "gwener",
    "sadwrn",
];

/// Returns what a line looks like.
pub(super) fn row(line: &str) -> RowLook {
    let length = line.chars().take(2 * LONGEST + 1).count();
    let is_sentence = length > LONGEST || line.ends_with(['.', '!', '?', ';', ',']);
    let begins = line.starts_with(|letter: char| letter.is_uppercase() || letter.is_ascii_digit() || letter == '(');
    if !begins {
        return RowLook::default();
    }
    let looks = [
        length <= 2 * LONGEST && has_label(line),
        !is_sentence && is_day(line),
        length <= LONGEST && begins_with_time(line),
        !is_sentence && ends_in_number(line),
        line.starts_with("( ) ") || line.starts_with("() "),
    ];
    RowLook { looks, counted: counted(line) }
}

/// Tells whether two lines, one below the other, are two of a kind.
pub(super) fn are_of_a_kind(one: &RowLook, two: &RowLook) -> bool {
    let are_counted = match (&one.counted, &two.counted) {
        (Some((word, number)), Some((next_word, next))) => word == next_word && number + 1 == *next,
        _ => false,
    };
    are_counted || one.looks.iter().zip(two.looks).any(|(one, two)| *one && two)
}

/// Tells whether a line begins with up to three words and a colon: `Name: Ann`.
fn has_label(line: &str) -> bool {
    let Some((label, rest)) = line.split_once(':') else { return false };
    let is_word = |word: &str| word.chars().all(|letter| letter.is_alphanumeric() || "'’-/&".contains(letter));
    let words = label.split(' ').count();
    words <= 3
        && label.len() <= 30
        && label.starts_with(char::is_uppercase)
        && label.split(' ').all(is_word)
        && rest.starts_with([' ', '\u{A0}'])
        && !rest.trim().is_empty()
}

/// Tells whether a line begins with a day and says its hours: `Monday 9am to 5pm`.
fn is_day(line: &str) -> bool {
    let lower = line.to_lowercase();
    let lower = lower.strip_prefix("dydd ").unwrap_or(&lower);
    let first = lower.split(|letter: char| !letter.is_alphabetic()).next().unwrap_or_default();
    let is_named = DAYS.contains(&first) || lower.starts_with("bank holiday");
    let has_hours = lower.contains(|letter: char| letter.is_ascii_digit())
        || ["closed", "open", "ar gau", "ar agor", "noon"].iter().any(|word| lower.contains(word));
    is_named && has_hours
}

/// Tells whether a line begins with a time: `9am Breakfast`, `09:30 Walk`.
fn begins_with_time(line: &str) -> bool {
    let rest = line.trim_start_matches(|letter: char| letter.is_ascii_digit());
    if !(1..=2).contains(&(line.len() - rest.len())) {
        return false;
    }
    let is_half = |rest: &str| {
        let lower: String = rest.trim_start().to_lowercase().chars().take(3).collect();
        let end = ["am", "pm"].into_iter().find_map(|half| lower.strip_prefix(half));
        end.is_some_and(|end| !end.starts_with(char::is_alphanumeric))
    };
    let minutes = rest.strip_prefix([':', '.']).and_then(|rest| {
        let after = rest.trim_start_matches(|letter: char| letter.is_ascii_digit());
        (rest.len() - after.len() == 2).then_some(after)
    });
    is_half(rest) || minutes.is_some_and(|after| is_half(after) || !after.starts_with(char::is_alphanumeric))
}

/// Tells whether a line of words ends in a number to call: `The ward 01632 960 001`, `Call 999`.
fn ends_in_number(line: &str) -> bool {
    let words = line.trim_end_matches(|letter: char| letter.is_ascii_digit() || letter == ' ');
    let groups: Vec<&str> = line[words.len()..].split_whitespace().collect();
    let count: usize = groups.iter().map(|group| group.len()).sum();
    line.starts_with(char::is_uppercase) && groups.first().is_some_and(|first| first.len() > 2) && count != 4
}

/// Returns the word and the number that a line begins with: `Step 2`.
fn counted(line: &str) -> Option<(String, u32)> {
    let (word, rest) = line.split_once(' ')?;
    let is_word = word.chars().all(char::is_alphabetic) && word.chars().count() > 2;
    let after = rest.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let length = rest.len() - after.len();
    let is_number =
        (1..=3).contains(&length) && (after.is_empty() || after.starts_with([':', '.', ' ', ')', '-', ',']));
    (is_word && is_number).then(|| Some((word.to_lowercase(), rest[..length].parse().ok()?)))?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_stand_by_themselves_are_known_by_the_next_one() {
        for (one, two) in [
            ("Name: Ann", "Role: Nurse"),
            ("Step 1: Ask", "Step 2: Wait"),
            ("Monday 9am to 5pm", "Tuesday closed"),
            ("Dydd Llun 9 tan 5", "Dydd Mawrth 9 tan 1"),
            ("9am Breakfast", "10.30 Walk"),
            ("10.30am Walk", "12:00 – 13:00 Lunch"),
            ("The ward 01632 960 001", "The team 01632 960 002"),
            ("Call 999", "Text 85258"),
            ("( ) Yes", "( ) No"),
        ] {
            assert!(are_of_a_kind(&row(one), &row(two)), "{one} / {two}");
        }
        for (one, two) in [
            ("You can ask staff:", "They will help."),
            ("We met on Monday at 2pm and spoke.", "Tuesday is free, if you want it."),
            ("It began in 2024", "It ended in 2025"),
            ("There are 3 steps", "Step 1 is to ask"),
            ("9 people came", "10 people left"),
            ("Call us: we will listen to whatever you want to say", "and then: nothing."),
        ] {
            assert!(!are_of_a_kind(&row(one), &row(two)), "{one} / {two}");
        }
    }
}
