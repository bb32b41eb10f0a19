//! A phone number, as people read it and as it is dialled.

use super::fields::{FromNode, Reader};
use crate::parse::yaml::{Node, Value};
use crate::problem::catalogue::{fields, wards};
use crate::span::Spanned;

#[derive(Clone, Debug)]
pub struct Phone {
    written: Spanned<String>,
}

impl Phone {
    /// Returns the digits for a `tel:` address (RFC 3966).
    pub fn dialled(&self) -> String {
        dialled(&self.written)
    }

    /// Returns the number as pages show it. A number that its author wrote in groups stays in them, since some are easier to remember in
    /// groups of their own; one without, or with brackets and hyphens, is written with spaces where the area ends and in the rest
    /// (GOV.UK style guide, telephone numbers, which the NHS content style follows).
    pub fn shown(&self) -> String {
        let is_grouped = self.written.contains(' ') && !self.written.contains(['-', '(', ')']);
        if is_grouped {
            return self.written.value.clone();
        }
        in_groups(&dialled(&self.written)).unwrap_or_else(|| self.written.value.clone())
    }
}

fn dialled(written: &str) -> String {
    // The zero in +44 (0)20 is dialled inside the country only.
    let is_abroad = written.starts_with('+') || written.starts_with("00");
    let written = if is_abroad { written.replace("(0)", "") } else { written.to_owned() };
    written.chars().filter(|letter| letter.is_ascii_digit() || *letter == '+').collect()
}

/// Returns a number of the United Kingdom in the groups that its kind is written in; nothing for others.
fn in_groups(digits: &str) -> Option<String> {
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

/// Returns a number with the zero that it began with before Excel took it for a number; nothing where none is missing. Text that Excel
/// saved as CSV has lost it too, but there a short number may be one of the same town.
pub fn with_zero(written: &str, is_number: bool) -> Option<String> {
    let least = if is_number { 7 } else { 9 };
    let is_bare = written.chars().all(|letter| letter.is_ascii_digit()) && !written.starts_with('0');
    let number = format!("0{written}");
    let is_dropped = is_bare && written.len() >= least && can_be_dialled(&number);
    is_dropped.then(|| in_groups(&number).unwrap_or(number))
}

/// Tells whether somebody can dial this: an area begins with 0 and a country with +, and a number without either is a short one such as
/// 111 or 116 123.
fn can_be_dialled(written: &str) -> bool {
    let number = dialled(written);
    let has_only_marks = written.chars().all(|letter| letter.is_ascii_digit() || " ()-+".contains(letter));
    let digits = number.trim_start_matches('+');
    let is_length_right = match number.as_str() {
        // After the code of the country no area begins with 0.
        abroad if abroad.starts_with("+440") || abroad.starts_with("00440") => false,
        abroad if abroad.starts_with('+') || abroad.starts_with("00") => (8..=15).contains(&digits.len()),
        // Childline's is one of a few with 8 digits.
        area if area.starts_with('0') => [8, 10, 11].contains(&digits.len()),
        _ => (2..=6).contains(&digits.len()),
    };
    has_only_marks && is_length_right && written.rfind('+').is_none_or(|at| at == 0)
}

impl FromNode for Phone {
    const EXAMPLE: &'static str = "'0808 808 1111'";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        // Word puts spaces into numbers that don't break.
        let written = Spanned::new(reader.words(node)?.replace('\u{A0}', " "), node.span);
        if let Value::Number(digits) = &node.value {
            // The zero that it began with is lost, so whether it can be dialled says nothing.
            reader.problems.push(fields::number_as_id(node.span, digits));
        } else if !can_be_dialled(&written) {
            reader.problems.push(wards::phone(node.span, &written));
        }
        Some(Phone { written })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::{FileId, Span};

    fn shown(written: &str) -> String {
        Phone { written: Spanned::new(written.to_owned(), Span::new(FileId(0), 0, 0)) }.shown()
    }

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
        for (written, is_number, whole) in [
            ("1632960002", true, Some("01632 960 002")),
            ("1632960002", false, Some("01632 960 002")),
            ("8001111", true, Some("0800 1111")),
            ("2960002", false, None),
            ("01632960002", false, None),
            ("116123", true, None),
            ("+441632960002", false, None),
        ] {
            assert_eq!(with_zero(written, is_number).as_deref(), whole, "{written}");
        }
    }

    #[test]
    fn what_cannot_be_dialled_is_seen() {
        for good in [
            "999",
            "116 123",
            "85258",
            "01632 960 001",
            "0800 111 111",
            "0800 1111",
            "+44 (0)20 7946 0000",
            "0044 20 7946 0000",
            "0044 (0)20 7946 0000",
        ] {
            assert!(can_be_dialled(good), "{good}");
        }
        for bad in [
            "1",
            "01632 96",
            "01632 960 0011",
            "2079460000",
            "ask the ward",
            "44+20",
            "",
            "++44 20 7946 0000",
            "+44 020 7946 0000",
        ] {
            assert!(!can_be_dialled(bad), "{bad}");
        }
    }
}
