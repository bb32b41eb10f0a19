//! A phone number as people write it → its parts: the number, and what comes after or before it.

use super::number::{self, digits, mistake};
use super::patterns::PATTERNS;
use super::{PhoneMistake, PhoneParts, Then, Way};

const NAMES_OF_DIGITS: [&str; 9] = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

/// Returns the parts of a number as it is written, or why nobody can call it so.
pub fn parts(written: &str) -> Result<PhoneParts, PhoneMistake> {
    let patterns = &*PATTERNS;
    let clean = clean(written);
    let mut rest = clean.as_str();
    if let Some(inside) = patterns.inside.captures(rest) {
        return Ok(PhoneParts { number: inside[1].to_owned(), then: Vec::new(), way: Way::Inside });
    }
    let mut way = Way::Call;
    for (pattern, other) in [(&patterns.text_before, Way::Text), (&patterns.relay, Way::Relay)] {
        if let Some(found) = pattern.find(rest) {
            (rest, way) = (&rest[found.end()..], other);
        }
    }
    if let Some(found) = patterns.text_after.find(rest) {
        (rest, way) = (&rest[..found.start()], Way::Text);
    }
    rest = patterns.label.find(rest).map_or(rest, |found| &rest[found.end()..]);
    let mut prefix = "";
    if let Some(relayed) = patterns.relay_prefix.captures(rest) {
        let (before, number) = (relayed.get(1).map_or("", |found| found.as_str()), relayed.get(2));
        (prefix, rest, way) = (before, number.map_or(rest, |found| found.as_str()), Way::Relay);
    }
    let Some(found) = patterns.number.find(rest) else { return Err(without_number(&clean)) };
    let number = found.as_str().trim_end_matches([' ', '(', '-']);
    let then = then(&rest[number.len()..]).ok_or_else(|| other_words(&clean))?;
    let number = number::with_plus(number);
    match mistake(&number) {
        // A short number of mobile networks is there for messages only.
        Some(PhoneMistake::TextsOnly(_)) if way == Way::Text => {}
        Some(_) if numbers_in(&clean).len() > 1 => return Err(other_words(&clean)),
        Some(mistake) => return Err(mistake),
        None => {}
    }
    if way == Way::Text && !then.is_empty() {
        return Err(PhoneMistake::TextAndMore);
    }
    let number = if way == Way::Relay { number::at_home(&number) } else { number };
    let number = number::shown(&number);
    let before = if prefix.is_empty() { "18001" } else { prefix };
    let number = if way == Way::Relay { format!("{before} {number}") } else { number };
    Ok(PhoneParts { number, then, way })
}

/// Returns the words with the signs that Word and web pages use in place of a hyphen and a space, and without those for which nobody dials
/// otherwise.
fn clean(written: &str) -> String {
    let sign = |letter: char| match letter {
        '\u{A0}' | '\u{202F}' | '\u{2007}' | '\u{2009}' | '\t' | '\n' => Some(' '),
        '\u{2010}'..='\u{2015}' | '\u{2212}' => Some('-'),
        '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '☎' | '📞' | '\u{FE0E}' | '\u{FE0F}' => None,
        other => Some(other),
    };
    let clean: String = written.chars().filter_map(sign).collect();
    let clean = clean.trim().trim_end_matches(['.', ',', ';']);
    let is_dot_of_number = |(at, letter): (usize, char)| {
        let is_digit = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_digit());
        let is_between =
            is_digit(clean[..at].chars().next_back()) && is_digit(clean[at + letter.len_utf8()..].chars().next());
        if letter == '.' && is_between { ' ' } else { letter }
    };
    let clean: String = clean.char_indices().map(is_dot_of_number).collect();
    clean.strip_prefix("tel:").unwrap_or(&clean).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns what is dialled or asked for after the number; nothing where other words stand there.
fn then(mut rest: &str) -> Option<Vec<Then>> {
    let patterns = &*PATTERNS;
    let mut all = Vec::new();
    loop {
        rest = patterns.between.find(rest).map_or(rest, |found| &rest[found.end()..]);
        if rest.is_empty() {
            return Some(all);
        }
        let is_after_option = matches!(all.last(), Some(Then::Option(_)));
        let (found, then): (_, fn(String) -> Then) = match () {
            () if patterns.extension.is_match(rest) => (patterns.extension.captures(rest)?, Then::Extension),
            () if patterns.bleep.is_match(rest) => (patterns.bleep.captures(rest)?, Then::Bleep),
            () if patterns.option.is_match(rest) => (patterns.option.captures(rest)?, Then::Option),
            () if is_after_option => (patterns.key.captures(rest)?, Then::Option),
            () => return None,
        };
        let value = found[1].to_lowercase();
        let digit = NAMES_OF_DIGITS.iter().position(|name| *name == value);
        all.push(then(digit.map_or(value, |at| (at + 1).to_string())));
        rest = &rest[found[0].len()..];
        if rest.starts_with(char::is_alphanumeric) {
            return None;
        }
    }
}

/// Returns the keys of a menu: `2` and `3` of “2, then 3”.
pub fn keys(written: &str) -> Option<Vec<Then>> {
    let then = then(&format!("option {written}"))?;
    then.iter().all(|then| matches!(then, Then::Option(_))).then_some(then)
}

/// Returns the whole numbers that stand in a text: those of areas and countries, or else the short ones, which may be parts of others.
fn numbers_in(text: &str) -> Vec<String> {
    let mut numbers: Vec<String> = PATTERNS.whole.find_iter(text).flat_map(|run| halves(run.as_str())).collect();
    numbers.retain(|number| mistake(number).is_none());
    let is_long = |number: &String| digits(number).len() > 6;
    if numbers.iter().any(is_long) {
        numbers.retain(is_long);
    }
    numbers.iter().map(|number| number::shown(number)).collect()
}

/// Returns two numbers that have nothing but a space between them, or the one that it is.
fn halves(run: &str) -> Vec<String> {
    let number = digits(run);
    let two = (10..=11).filter(|at| number.starts_with('0') && number.len() >= at + 10).find_map(|at| {
        let (first, second) = number.split_at(at);
        (mistake(first).is_none() && mistake(second).is_none()).then(|| vec![first.to_owned(), second.to_owned()])
    });
    two.unwrap_or_else(|| vec![run.to_owned()])
}

fn without_number(written: &str) -> PhoneMistake {
    if PATTERNS.bleep.is_match(written) { PhoneMistake::BleepAlone } else { other_words(written) }
}

/// Returns the mistake of a number among words that nobody dials, or of two numbers.
fn other_words(written: &str) -> PhoneMistake {
    let mut numbers = numbers_in(written).into_iter();
    match (numbers.next(), numbers.next()) {
        (Some(first), Some(_)) => PhoneMistake::Two(first),
        (Some(first), None) => PhoneMistake::Words(first),
        _ => {
            let digits: String = written.chars().map(|letter| look_alike(letter).unwrap_or(letter)).collect();
            let is_number = digits != written && mistake(&digits).is_none();
            if is_number { PhoneMistake::LookAlike(number::shown(&digits)) } else { PhoneMistake::NoNumber }
        }
    }
}

/// Returns the digit that looks like a letter.
fn look_alike(letter: char) -> Option<char> {
    match letter {
        'o' | 'O' => Some('0'),
        'l' | 'I' | '|' => Some('1'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(written: &str) -> (String, Vec<Then>, Way) {
        let PhoneParts { number, then, way } =
            parts(written).unwrap_or_else(|mistake| panic!("{written}: {mistake:?}"));
        (number, then, way)
    }

    #[test]
    fn an_extension_is_written_in_many_ways() {
        for written in [
            "01632 960 002 ext 123",
            "01632 960 002 ext. 123",
            "01632 960 002, ext: 123",
            "01632 960 002 (ext 123)",
            "01632 960 002 x123",
            "01632 960 002 x 123",
            "01632 960 002 extn 123",
            "01632 960 002 extension 123",
            "01632960002 EXT123",
            "01632 960 002 – ext no. 123",
            "Tel: 01632 960 002 ext 123",
            "01632.960.002 ext.123",
            "01632 960 002 estyniad 123",
        ] {
            assert_eq!(
                read(written),
                ("01632 960 002".into(), vec![Then::Extension("123".into())], Way::Call),
                "{written}"
            );
        }
    }

    #[test]
    fn a_choice_of_a_menu_is_written_in_many_ways() {
        for written in [
            "111, option 2",
            "111 option 2",
            "111 (option 2)",
            "111, then option 2",
            "111 and press 2",
            "111 then choose option two",
            "Call 111, select option 2.",
        ] {
            assert_eq!(read(written), ("111".into(), vec![Then::Option("2".into())], Way::Call), "{written}");
        }
        let (_, then, _) = read("0300 123 4567 option 2, then 3");
        assert_eq!(then, [Then::Option("2".into()), Then::Option("3".into())]);
        let (_, then, _) = read("01632 960 001 bleep 1234");
        assert_eq!(then, [Then::Bleep("1234".into())]);
        assert_eq!(read("01632 960 001, ask for bleep 1234").1, then);
    }

    #[test]
    fn relay_texts_and_phones_inside_are_ways_of_their_own() {
        for written in
            ["18001 01632 960 002", "1800101632960002", "Text Relay 18001 01632 960002", "Relay UK: 01632 960 002"]
        {
            let (number, then, way) = read(written);
            assert_eq!((digits(&number).as_str(), then.len(), way), ("1800101632960002", 0, Way::Relay), "{written}");
        }
        for written in [
            "Text 07700 900 123",
            "text: 07700 900 123",
            "SMS 07700 900 123",
            "Text only 07700900123",
            "07700 900 123 (text only)",
            "07700 900 123 text messages only",
            "07700900123 sms",
        ] {
            assert_eq!(read(written), ("07700 900 123".into(), vec![], Way::Text), "{written}");
        }
        assert_eq!(read("Text 85258").2, Way::Text);
        for written in ["ext 4321", "extension 4321", "x4321", "internal 4321", "Internal extension: 4321"] {
            assert_eq!(read(written), ("4321".into(), vec![], Way::Inside), "{written}");
        }
    }

    #[test]
    fn codes_of_the_country_are_understood() {
        for (written, number) in [
            ("447700900123", "+44 7700 900 123"),
            ("44 7700 900 123", "+44 7700 900 123"),
            ("+44 (0)1632 960 002", "+44 1632 960 002"),
            ("+44(0)1632 960002", "+44 1632 960 002"),
            ("tel:+441632960002", "+44 1632 960 002"),
        ] {
            assert_eq!(read(written).0, number, "{written}");
        }
    }

    #[test]
    fn what_is_no_number_is_told_apart() {
        use PhoneMistake as F;
        let one = || "01632 960 001".to_owned();
        for (written, mistake) in [
            ("01632 960 001 or 01632 960 002", F::Two(one())),
            ("01632 960001/01632 960002", F::Two("01632 960001".into())),
            ("01632 960 001 01632 960 002", F::Two(one())),
            ("01632 960 001, 01632 960 002", F::Two(one())),
            ("01632 960 001 (9am to 5pm)", F::Words(one())),
            ("01632 960 001, ask for Jo", F::Words(one())),
            ("01632 960 001 ext 123 or 124", F::Words(one())),
            ("ask the ward", F::NoNumber),
            ("", F::NoNumber),
            ("O1632 96O 00l", F::LookAlike(one())),
            ("960 001", F::NoArea),
            ("bleep 1234", F::BleepAlone),
            ("4321", F::Inside("4321".into())),
            ("85258", F::TextsOnly("85258".into())),
            ("text 85258 ext 2", F::TextAndMore),
            ("+44 01632 960 002", F::ZeroAbroad("+44 1632 960 002".into())),
        ] {
            assert_eq!(parts(written), Err(mistake), "{written}");
        }
    }
}
