//! Which numbers there are, and the groups they are written in.
//!
//! Source: Ofcom, the National Telephone Numbering Plan: numbers of 01 have 11 digits and in a few places 10; 02, 03, 055, 056, 07 and 09
//! have 11; 08 has 11, but older numbers of 0800 have 10 or 8 and of 0845 have 8; 04 and 06 aren't in use.

use super::PhoneMistake;
use crate::problem::Problem;
use crate::problem::catalogue::phones;
use crate::span::Span;

/// The short numbers that anybody can call: operators, non-emergency and emergency services, power cuts, fraud, and the European ones.
const SHORT: [&str; 11] = ["100", "101", "105", "111", "112", "119", "123", "155", "159", "195", "999"];

impl super::Phone {
    /// Tells whether it is a short number that anybody can call, such as 999, 101 or 111: nobody's own. Through a relay it is the same.
    pub fn is_short(&self) -> bool {
        let number: String = self.number().split(' ').collect();
        let is_relayed = self.way() == super::Way::Relay;
        let called = if is_relayed { number.get(5..).unwrap_or_default() } else { &number };
        !self.is_inside() && (SHORT.contains(&called) || called == "18000")
    }

    /// Tells whether only phones of the hospital reach it.
    pub fn is_inside(&self) -> bool {
        self.way() == super::Way::Inside
    }

    /// Tells whether two numbers reach the same phone.
    pub fn is_same_as(&self, other: &super::Phone) -> bool {
        let all = |phone: &super::Phone| (digits(&at_home(phone.number())), phone.then().to_vec());
        self.is_inside() == other.is_inside() && all(self) == all(other)
    }
}

/// Returns the digits of what is written, with a + before the code of a country.
pub fn digits(written: &str) -> String {
    // The zero in +44 (0)20 is dialled inside the country only.
    let is_abroad = written.starts_with('+') || written.starts_with("00");
    let written = if is_abroad { written.replace("(0)", "") } else { written.to_owned() };
    written.chars().filter(|letter| letter.is_ascii_digit() || *letter == '+').collect()
}

/// Returns a number with the + that somebody left out before the code of the United Kingdom; otherwise as it is.
pub fn with_plus(written: &str) -> String {
    let digits = digits(written);
    let is_uk = digits.len() == 12
        && digits
            .strip_prefix("44")
            .is_some_and(|rest| !rest.starts_with('0') && mistake(&format!("0{rest}")).is_none());
    if is_uk { format!("+{digits}") } else { written.to_owned() }
}

/// Returns a number of the United Kingdom as it is dialled inside the country; others with the 00 that leads abroad.
pub fn at_home(written: &str) -> String {
    match digits(written).strip_prefix('+') {
        Some(abroad) => abroad.strip_prefix("44").map_or_else(|| format!("00{abroad}"), |rest| format!("0{rest}")),
        None => written.to_owned(),
    }
}

/// Returns the problem of a number that the link at `span` dials, if nobody can.
pub fn mistake_of_link(written: &str, span: Span) -> Option<Problem> {
    mistake(written).map(|_| phones::no_number(span, written))
}

/// Returns why nobody can call a number; nothing where they can.
pub fn mistake(written: &str) -> Option<PhoneMistake> {
    let number = digits(written);
    let is_spelt_right = !number.is_empty()
        && written.chars().all(|letter| letter.is_ascii_digit() || " ()-+".contains(letter))
        && written.rfind('+').is_none_or(|at| at == 0);
    if !is_spelt_right {
        return Some(PhoneMistake::NoNumber);
    }
    if let Some(abroad) = number.strip_prefix('+').or_else(|| number.strip_prefix("00")) {
        return mistake_abroad(abroad);
    }
    if number.starts_with('0') {
        return mistake_of_area(&number);
    }
    match number.as_str() {
        short if SHORT.contains(&short) || short == "18000" => None,
        service if service.len() == 6 && ["116", "118"].iter().any(|start| service.starts_with(start)) => None,
        // What Relay UK puts before a number, without one.
        "18001" | "18002" => Some(PhoneMistake::NoArea),
        text if takes_texts_only(text) => Some(PhoneMistake::TextsOnly(number)),
        inside if (3..=5).contains(&inside.len()) => Some(PhoneMistake::Inside(number)),
        _ => Some(PhoneMistake::NoArea),
    }
}

/// Tells whether a number is a short one of mobile networks: five digits that begin with 6, 7 or 8 (Ofcom, the numbering plan, and the
/// networks' common short codes).
pub fn takes_texts_only(digits: &str) -> bool {
    digits.len() == 5 && digits.starts_with(['6', '7', '8'])
}

/// Returns why a number that begins with the code of a country can't be called. A code never begins with 0, and no number has more than
/// 15 digits (ITU-T E.164).
fn mistake_abroad(digits: &str) -> Option<PhoneMistake> {
    if let Some(rest) = digits.strip_prefix("44") {
        let at_home = format!("0{}", rest.trim_start_matches('0'));
        if mistake_of_area(&at_home).is_none() {
            let right = in_groups(&format!("+44{}", &at_home[1..]));
            // After the code of the country no area begins with 0.
            return right.filter(|_| rest.starts_with('0')).map(PhoneMistake::ZeroAbroad);
        }
        return Some(PhoneMistake::Digits { found: digits.len(), right: "12".to_owned(), start: "+44".to_owned() });
    }
    let is_right = !digits.starts_with('0') && (8..=15).contains(&digits.len());
    (!is_right).then_some(PhoneMistake::NoArea)
}

fn mistake_of_area(digits: &str) -> Option<PhoneMistake> {
    let start = |count: usize| digits.get(..count).unwrap_or(digits).to_owned();
    let (right, start): (&[usize], String) = match digits {
        _ if digits.starts_with("01") => (&[11, 10], start(2)),
        _ if digits.starts_with("0800") => (&[11, 10, 8], start(4)),
        _ if digits.starts_with("0845") => (&[11, 8], start(4)),
        _ if ["02", "03", "055", "056", "07", "08", "09"].iter().any(|area| digits.starts_with(area)) => {
            (&[11], start(2))
        }
        _ => return Some(PhoneMistake::NoArea),
    };
    let is_right = right.contains(&digits.len());
    let right = right.iter().map(usize::to_string).collect::<Vec<_>>().join(", or sometimes ");
    (!is_right).then_some(PhoneMistake::Digits { found: digits.len(), right, start })
}

/// Returns a number of the United Kingdom in the groups that its kind is written in; nothing for others.
pub fn in_groups(digits: &str) -> Option<String> {
    if let Some(abroad) = digits.strip_prefix("+44") {
        let at_home = in_groups(&format!("0{abroad}"))?;
        return Some(format!("+44 {}", &at_home[1..]));
    }
    let is_big_city = digits.starts_with("011") || digits.starts_with("01") && digits.get(3..4) == Some("1");
    let sizes: &[usize] = match digits.len() {
        11 if digits.starts_with("02") => &[3, 4, 4],
        11 if is_big_city => &[4, 3, 4],
        11 if digits.starts_with("01") || digits.starts_with("07") => &[5, 3, 3],
        11 if digits.starts_with('0') => &[4, 3, 4],
        10 if digits.starts_with("01") => &[5, 5],
        10 if digits.starts_with('0') => &[4, 3, 3],
        8 if digits.starts_with("08") => &[4, 4],
        6 if digits.starts_with("116") => &[3, 3],
        _ => return None,
    };
    let mut rest = digits;
    let groups = sizes.iter().map(|size| {
        let (group, others) = rest.split_at(*size);
        rest = others;
        group
    });
    Some(groups.collect::<Vec<_>>().join(" "))
}

/// Returns a number as pages show it. A number that its author wrote in groups stays in them, since some are easier to remember in
/// groups of their own; one without, or with brackets and hyphens, is written with spaces where the area ends and in the rest
/// (GOV.UK style guide, telephone numbers, which the NHS content style follows).
pub fn shown(written: &str) -> String {
    let is_grouped = written.contains(' ') && !written.contains(['-', '(', ')']);
    if is_grouped {
        return written.to_owned();
    }
    in_groups(&digits(written)).unwrap_or_else(|| written.to_owned())
}

/// What a phone number was for the program that wrote it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TakenFor {
    Number,
    Text,
}

/// Returns a number with the zero that it began with before Excel took it for a number; nothing where none is missing. Text that Excel
/// saved as CSV has lost it too, but there a short number may be one of the same town.
pub fn with_zero(written: &str, taken_for: TakenFor) -> Option<String> {
    let least = match taken_for {
        TakenFor::Number => 7,
        TakenFor::Text => 9,
    };
    let is_bare = written.chars().all(|letter| letter.is_ascii_digit()) && !written.starts_with('0');
    let number = format!("0{written}");
    let is_dropped = is_bare && written.len() >= least && mistake(&number).is_none();
    is_dropped.then(|| in_groups(&number).unwrap_or(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_in_groups() {
        let numbers = [
            ("01632960001", "01632 960 001"),
            ("(01632) 960-001", "01632 960 001"),
            ("02079460000", "020 7946 0000"),
            ("01134960000", "0113 496 0000"),
            ("01914980000", "0191 498 0000"),
            ("07700900000", "07700 900 000"),
            ("03001234567", "0300 123 4567"),
            ("0800111111", "0800 111 111"),
            ("08001111", "0800 1111"),
            ("+442079460000", "+44 20 7946 0000"),
            ("+44 (0)20 7946 0000", "+44 20 7946 0000"),
            ("116123", "116 123"),
            ("999", "999"),
            ("08 08 16 89 111", "08 08 16 89 111"),
        ];
        for (written, groups) in numbers {
            assert_eq!(shown(written), groups, "{written}");
        }
    }

    #[test]
    fn the_zero_that_excel_drops_is_missed() {
        use TakenFor::{Number, Text};
        for (written, taken_for, whole) in [
            ("1632960002", Number, Some("01632 960 002")),
            ("1632960002", Text, Some("01632 960 002")),
            ("8001111", Number, Some("0800 1111")),
            ("2960002", Text, None),
            ("01632960002", Text, None),
            ("116123", Number, None),
            ("+441632960002", Text, None),
        ] {
            assert_eq!(with_zero(written, taken_for).as_deref(), whole, "{written}");
        }
    }

    #[test]
    fn what_cannot_be_dialled_is_seen() {
        for good in [
            "999",
            "111",
            "101",
            "119",
            "112",
            "116 123",
            "118500",
            "01632 960 001",
            "01632 96000",
            "0800 111 111",
            "0800 1111",
            "0845 46 47",
            "0345 015 4033",
            "+44 (0)20 7946 0000",
            "0044 20 7946 0000",
            "0044 (0)20 7946 0000",
            "+33 1 23 45 67 89",
        ] {
            assert_eq!(mistake(good), None, "{good}");
        }
        for bad in [
            "1",
            "01632 96",
            "01632 960",
            "01632 960 0011",
            "2079460000",
            "ask the ward",
            "44+20",
            "",
            "++44 20 7946 0000",
            "+44 020 7946 0000",
            "+44 1632 960",
            "00000 000000",
            "04632 960 001",
            "0300 1111",
            "07700 900",
            "4321",
            "85258",
            "123456789",
        ] {
            assert!(mistake(bad).is_some(), "{bad}");
        }
        assert!(matches!(mistake("85258"), Some(PhoneMistake::TextsOnly(_))));
    }
}
