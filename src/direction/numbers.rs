//! Finds the numbers that would be turned round, with all that is read as one with them: `+44 7700 900123`, `9am–5pm`, `10–12`, `50%`.

use std::borrow::Cow;
use std::ops::Range;

use super::{BEGIN_LEFT_TO_RIGHT, BEGIN_RIGHT_TO_LEFT, BidiRole, Direction, END, has_right_to_left, role};

/// Signs before a number that belong to it, and signs after it. The Arabic percent sign stands on the left of its number.
const BEFORE: &str = "+-−±#*£$€¥₹@~≈<>=≤≥";
const AFTER: &str = "%‰°+*#′″½¼¾⅓⅔£$€¥₹";
/// Signs that make one of two numbers though they have spaces around them.
const BETWEEN: [&str; 10] = ["-", "‐", "‑", "‒", "–", "—", "−", "+", "×", "°"];

/// Returns text with isolates round the numbers that follow words from right to left; see [`turned`].
pub fn numbers<'a>(text: &'a str, strong: &mut Direction) -> Cow<'a, str> {
    let turned = turned(text, strong);
    if turned.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut marked = String::with_capacity(text.len() + turned.len() * 6);
    let mut done = 0;
    for run in turned {
        marked.push_str(&text[done..run.start]);
        marked.push(BEGIN_LEFT_TO_RIGHT);
        marked.push_str(&text[run.clone()]);
        marked.push(END);
        done = run.end;
    }
    marked.push_str(&text[done..]);
    Cow::Owned(marked)
}

/// Returns the places of the numbers that words from right to left turn round. `strong` is the direction of the last letter before, at the
/// beginning of a paragraph that of the paragraph, and afterwards that of the last letter in the text.
///
/// A number after words in Latin script goes with them (UAX #9, W7), and digits alone aren't turned. A number in front of such words, as in
/// `9am to 5pm`, takes them with it.
pub fn turned(text: &str, strong: &mut Direction) -> Vec<Range<usize>> {
    let mut turned = Vec::new();
    if *strong == Direction::LeftToRight && !has_right_to_left(text) {
        return turned;
    }
    let mut done = 0;
    let mut at = 0;
    while let Some(letter) = text[at..].chars().next() {
        match role(letter) {
            _ if [BEGIN_LEFT_TO_RIGHT, BEGIN_RIGHT_TO_LEFT].contains(&letter) => {
                at += isolate(&text[at..]);
                continue;
            }
            BidiRole::Letter(direction) => *strong = direction,
            BidiRole::Digit if *strong == Direction::RightToLeft => {
                let run = NumberRun::at(text, at, done);
                (done, at) = (run.end, run.end);
                if !run.is_plain(text) {
                    turned.push(run.start..run.end);
                }
                continue;
            }
            _ => {}
        }
        at += letter.len_utf8();
    }
    turned
}

/// Returns the length of the isolate that text begins with.
fn isolate(text: &str) -> usize {
    let mut depth = 0_usize;
    for (at, letter) in text.char_indices() {
        match letter {
            BEGIN_LEFT_TO_RIGHT | BEGIN_RIGHT_TO_LEFT => depth += 1,
            END => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at + letter.len_utf8();
        }
    }
    text.len()
}

/// A number and what is read as one with it, while it is being found.
struct NumberRun {
    start: usize,
    end: usize,
    has_words: bool,
    /// Where the run ends if the bracket that is open in it isn't closed in it.
    open: Vec<usize>,
}

impl NumberRun {
    /// Returns the run whose first digit is at `at`; it begins no earlier than `least`.
    fn at(text: &str, at: usize, least: usize) -> Self {
        let mut run = NumberRun { start: start(text, at, least), end: at, has_words: false, open: Vec::new() };
        let mut gap = at;
        let mut next = at;
        while let Some(letter) = text[next..].chars().next() {
            let after = next + letter.len_utf8();
            match role(letter) {
                BidiRole::Letter(Direction::RightToLeft) => break,
                _ if [BEGIN_LEFT_TO_RIGHT, BEGIN_RIGHT_TO_LEFT, END, '،'].contains(&letter) => break,
                BidiRole::Letter(Direction::LeftToRight) | BidiRole::Digit => {
                    if !run.takes(text, gap..next) {
                        break;
                    }
                    run.has_words |= role(letter) != BidiRole::Digit;
                    run.end = after;
                    gap = after;
                }
                // A mark over a letter goes where the letter goes.
                BidiRole::Joined if gap == next => (run.end, gap) = (after, after),
                BidiRole::Joined | BidiRole::Other => {}
            }
            next = after;
        }
        run.close(text, least);
        run
    }

    /// Tells whether what stands between the run and the next letter or digit makes one of the two, and counts its brackets.
    fn takes(&mut self, text: &str, gap: Range<usize>) -> bool {
        let (signs, next) = (&text[gap.clone()], &text[gap.end..]);
        let bare = signs.trim();
        let has_space = bare.len() < signs.len();
        let is_area = |after: &str| after.starts_with(['0', '+', '٠', '۰']);
        let is_end = has_space && bare.starts_with(['.', '!', '?']) && !self.is_abbreviated(text);
        // Two numbers in a list are two; words in Latin script keep their own order with what follows them in their sentence.
        let goes_on = self.has_words && !is_end
            || match bare.trim_matches([')', ']']).trim() {
                "" => true,
                "(" | "[" => !has_space || is_area(next),
                sign if BETWEEN.contains(&sign) => true,
                sign => !has_space && !sign.contains(['"', '“', '”', '«', '»', '|', '•', ';']),
            };
        if !goes_on {
            return false;
        }
        for (at, sign) in signs.char_indices() {
            match sign {
                '(' | '[' => self.open.push(self.end),
                ')' | ']' if self.open.pop().is_none() => {
                    // The area of a number can stand in brackets: (020) 7946 0000.
                    let opened = text[..self.start].chars().next_back().filter(|sign| "([".contains(*sign));
                    if opened.is_none() || !is_area(&text[self.start..gap.start + at]) {
                        return false;
                    }
                    self.start -= 1;
                }
                _ => {}
            }
        }
        true
    }

    /// Ends the run: with signs that belong to it, and with brackets that are closed or left out.
    fn close(&mut self, text: &str, least: usize) {
        self.start = self.start.max(least);
        self.take_signs(text);
        if let Some(end) = self.open.first() {
            self.end = *end;
            self.open.clear();
            self.take_signs(text);
        }
        // Brackets round nothing else are read with it.
        let around = [text[least..self.start].chars().next_back(), text[self.end..].chars().next()];
        if let [Some('('), Some(')')] | [Some('['), Some(']')] = around {
            (self.start, self.end) = (self.start - 1, self.end + 1);
        }
    }

    fn take_signs(&mut self, text: &str) {
        if self.is_abbreviated(text) && text[self.end..].starts_with('.') {
            self.end += 1;
        }
        if let Some(space) = text[self.end..].chars().next().filter(|letter| letter.is_whitespace())
            && text[self.end + space.len_utf8()..].starts_with(['%', '‰'])
        {
            self.end += space.len_utf8();
        }
        for sign in text[self.end..].chars() {
            match sign {
                _ if AFTER.contains(sign) => {}
                ')' | ']' if self.open.pop().is_some() => {}
                _ => break,
            }
            self.end += sign.len_utf8();
        }
    }

    /// Tells whether the run ends with an abbreviation whose last full stop is still to come: `9 a.m.`
    fn is_abbreviated(&self, text: &str) -> bool {
        let last = text[self.start..self.end].rsplit_once('.').map(|(_, last)| last);
        self.has_words && last.is_some_and(|last| last.chars().count() == 1)
    }

    /// Tells whether there are only digits, which are never turned.
    fn is_plain(&self, text: &str) -> bool {
        text[self.start..self.end].chars().all(|letter| role(letter) == BidiRole::Digit)
    }
}

/// Returns where the signs begin that belong to a number at `at`: they don't follow a word, as the hyphen of `COVID-19` does.
fn start(text: &str, at: usize, least: usize) -> usize {
    let before = text[least..at].trim_end_matches(|sign| BEFORE.contains(sign));
    let is_free = before.chars().next_back().is_none_or(|last| last.is_whitespace() || "([«“\"'،".contains(last));
    if is_free { least + before.len() } else { at }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, mut strong: Direction) -> String {
        numbers(text, &mut strong).replace(BEGIN_LEFT_TO_RIGHT, "<").replace(END, ">")
    }

    #[test]
    fn numbers_are_whole_in_urdu() {
        for text in [
            "فون <01632 960 002> پر",
            "<+44 7700 900123> پر فون کریں",
            "<(020) 7946 0000>، <01632-960-002>",
            "<(01632 960 002)>، (<01632 960 002> یا 999)",
            "<+44 (0)20 7946 0000>",
            "<9am–5pm> تک، یا <9 am to 5 pm>۔",
            "<10–12> یا <10 - 12> بجے",
            "<50%> لوگ، <£10> اور <18+>",
            "<1.2> اور <10:30> اور <01/11/2026>",
            "23 نومبر 2026",
            "<(2)> پہلا، کووڈ-19",
            "<116 123>, 999, Samaritans 116 123",
            "<116 123> (Samaritans) اور",
            "<24 hours (every day)>، 2",
            "<9 a.m. to 5 p.m.> تک، <9:30 am>. <50 %> اور <3½>، <-5 °C>، <*123#>",
            "<01632 960 002>, ext 45 یا <01632 960 002 ext 45>",
            "1) <01632 960 002>، 2. <01632 960 002>",
            "<9am> (پیر)",
            "<۰۱۶۳۲ ۹۶۰ ۰۰۲> یا <٠٢٠ ٧٩٤٦>",
            "Monday to Friday, 9am to 5pm",
            "Beach ward (2) میں <01632\n960 002>",
        ] {
            let bare = text.replace(['<', '>'], "");
            assert_eq!(shown(&bare, Direction::RightToLeft), text);
        }
    }

    #[test]
    fn only_what_follows_right_to_left_words_is_turned() {
        let english = "Call 01632 960 002, 9am–5pm (2)";
        assert_eq!(shown(english, Direction::LeftToRight), english);
        assert_eq!(shown("Call فون 01632 960 002 now", Direction::LeftToRight), "Call فون <01632 960 002 now>");
    }

    #[test]
    fn what_is_isolated_already_stays() {
        let text = format!("فون {BEGIN_LEFT_TO_RIGHT}01632 960 002{END} یا 1-2");
        assert_eq!(shown(&text, Direction::RightToLeft), "فون <01632 960 002> یا <1-2>");
    }

    #[test]
    fn nothing_is_lost_in_any_text() {
        let letters = ["1", "a", "و", "(", ")", " ", "+", ".", "،", "%"];
        let mut texts = vec![String::new()];
        for _ in 0..5 {
            texts = texts.iter().flat_map(|text| letters.map(|letter| format!("{text}{letter}"))).collect();
            for text in &texts {
                let marked = numbers(text, &mut { Direction::RightToLeft }).into_owned();
                assert_eq!(crate::direction::without_isolates(&marked), text.as_str());
                let again = numbers(&marked, &mut { Direction::RightToLeft }).into_owned();
                assert_eq!(again, marked, "what is whole stays as it is");
            }
        }
    }
}
