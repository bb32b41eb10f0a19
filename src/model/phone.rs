//! A phone number, as people read it and as it is dialled.

mod number;
mod patterns;
mod written;

use crate::model::read::fields::{Fields, FromNode, Reader};
use crate::parse::yaml::{Node, Value};
use crate::problem::catalogue::phones;
use crate::span::Span;
pub use number::{TakenFor, at_home, digits, mistake, mistake_of_link, with_zero};

/// A number with all that has to be known to reach somebody by it.
#[derive(Clone, Debug)]
pub struct Phone {
    pub span: Span,
    parts: PhoneParts,
}

/// The parts of a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhoneParts {
    /// The number in groups, with that of the relay service before it.
    number: String,
    then: Vec<Then>,
    way: Way,
}

/// What is dialled or asked for when somebody answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Then {
    Extension(String),
    /// A key to press when a menu asks.
    Option(String),
    Bleep(String),
}

/// How a number is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    Call,
    /// Through Relay UK, for people who can't hear or speak on the phone.
    Relay,
    /// For text messages only.
    Text,
    /// From a phone in the hospital only.
    Inside,
}

/// Why nobody can call a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PhoneMistake {
    /// There is no number in it.
    NoNumber,
    /// There is a number, and other words.
    Words(String),
    /// There are two numbers or more; the first of them.
    Two(String),
    /// It has another count of digits than numbers have that begin so.
    Digits { found: usize, right: String, start: String },
    /// No number begins so.
    NoArea,
    /// A 0 stands after the code of the country; the number without it.
    ZeroAbroad(String),
    /// It takes text messages only.
    TextsOnly(String),
    /// It takes text messages only, and something is to be dialled after it.
    TextAndMore,
    /// It looks like a number of the hospital's own phones.
    Inside(String),
    /// Letters stand in place of digits that look like them; the number.
    LookAlike(String),
    /// A bleep without the number of who answers.
    BleepAlone,
}

impl Phone {
    /// Returns the number as pages show it, without what comes after it.
    pub fn number(&self) -> &str {
        &self.parts.number
    }

    /// Returns what comes after the number, in its order.
    pub fn then(&self) -> &[Then] {
        &self.parts.then
    }

    pub fn way(&self) -> Way {
        self.parts.way
    }

    /// Returns what a `tel:` or `sms:` address dials (RFC 3966, RFC 5724); nothing for a number that works inside a hospital only.
    ///
    /// An extension follows a comma, at which phones wait before they dial on. RFC 3966 has `;ext=` for it, but Android dials that as
    /// digits too (398 for “ext”), and iOS asks. The key of a menu isn't dialled: sent before the menu asks, it is lost or chooses something
    /// else, so the page says it instead.
    pub fn dialled(&self) -> Option<String> {
        let mut dialled = number::digits(&self.parts.number);
        for then in &self.parts.then {
            match then {
                Then::Extension(extension) => dialled.push_str(&format!(",{extension}")),
                // What comes after these depends on an answer.
                Then::Option(_) | Then::Bleep(_) => break,
            }
        }
        (self.parts.way != Way::Inside).then_some(dialled)
    }

    /// Returns the whole number in one of the ways that an author can write it.
    pub fn written(&self) -> String {
        let before = match self.parts.way {
            Way::Call | Way::Relay => "",
            Way::Text => "text ",
            Way::Inside => "ext ",
        };
        let then = self.parts.then.iter().map(|then| match then {
            Then::Extension(extension) => format!(" ext {extension}"),
            Then::Option(key) => format!(" option {key}"),
            Then::Bleep(bleep) => format!(" bleep {bleep}"),
        });
        format!("{before}{}{}", self.parts.number, then.collect::<String>())
    }

    /// Reads a number that is written as words. Reports why it can't be called.
    fn from_words(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let written = reader.words(node)?;
        match written::parts(&written) {
            Ok(parts) => Some(Phone { span: node.span, parts }),
            Err(mistake) => {
                reader.problems.push(problem(node, &written, mistake));
                let parts = PhoneParts { number: written, then: Vec::new(), way: Way::Call };
                Some(Phone { span: node.span, parts })
            }
        }
    }

    /// Reads the form with a name for each part.
    fn from_parts(mut fields: Fields<'_, '_>) -> Option<Self> {
        let span = fields.span;
        let inside: Option<Inside> = fields.optional("internal");
        let number: Option<Phone> =
            if inside.is_some() { fields.optional("number") } else { fields.required("number") };
        let extension = fields.optional::<Extension>("extension").map(|code| Then::Extension(code.0));
        let keys = fields.optional::<Keys>("option").map(|keys| keys.0);
        let bleep = fields.optional::<Extension>("bleep").map(|code| Then::Bleep(code.0));
        let is_relayed = fields.optional("relay").unwrap_or(false);
        let is_text = fields.optional("text_only").unwrap_or(false);
        fields.finish();
        let PhoneParts { number, then, way } = match (number, inside) {
            (Some(number), _) => number.parts,
            (None, inside) => PhoneParts { number: inside?.0, then: Vec::new(), way: Way::Inside },
        };
        let then: Vec<Then> =
            then.into_iter().chain(extension).chain(keys.into_iter().flatten()).chain(bleep).collect();
        let way = match way {
            Way::Call if is_text => Way::Text,
            Way::Call if is_relayed => Way::Relay,
            way => way,
        };
        let is_clear = !(is_text && (is_relayed || !then.is_empty())) && (way != Way::Inside || then.is_empty());
        if !is_clear {
            fields.reader.problems.push(phones::unclear(span));
        }
        let is_before = number.starts_with("1800");
        let number = if way == Way::Relay && !is_before {
            format!("18001 {}", number::shown(&number::at_home(&number)))
        } else {
            number
        };
        Some(Phone { span, parts: PhoneParts { number, then, way } })
    }
}

/// Returns the problem of a number that nobody can call.
fn problem(node: &Node, written: &str, mistake: PhoneMistake) -> crate::problem::Problem {
    let span = node.span;
    match mistake {
        PhoneMistake::NoNumber => phones::no_number(span, written),
        PhoneMistake::Words(number) => phones::other_words(span, written, &number),
        PhoneMistake::Two(first) => phones::two_numbers(span, written, &first),
        PhoneMistake::Digits { found, right, start } => phones::count_of_digits(span, written, found, &right, &start),
        PhoneMistake::NoArea => match with_zero(&number::digits(written), TakenFor::Number) {
            Some(whole) => phones::zero_missing(span, written, &whole),
            None => phones::no_area(span, written),
        },
        PhoneMistake::ZeroAbroad(better) => phones::zero_abroad(span, written, &better),
        PhoneMistake::TextsOnly(digits) => phones::texts_only(span, written, &digits),
        PhoneMistake::TextAndMore => phones::unclear(span),
        PhoneMistake::Inside(digits) => phones::inside(span, written, &digits),
        PhoneMistake::LookAlike(number) => phones::look_alike(span, written, &number),
        PhoneMistake::BleepAlone => phones::bleep_alone(span, written),
    }
}

impl FromNode for Phone {
    const EXAMPLE: &'static str = "'0808 808 1111'";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        if !matches!(node.value, Value::Map(_)) {
            return Phone::from_words(node, reader);
        }
        let fields = reader.group(node, "a phone number", "{number: '01632 960 002', extension: '123'}")?;
        Phone::from_parts(fields)
    }
}

/// A number for text messages: of `text:`, so nobody has to say it again.
#[derive(Clone, Debug)]
pub struct TextNumber(pub Phone);

impl FromNode for TextNumber {
    const EXAMPLE: &'static str = "'85258'";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        if let Value::Text(words) | Value::Number(words) = &node.value
            && let Ok(parts) = written::parts(&format!("text {words}"))
        {
            return Some(TextNumber(Phone { span: node.span, parts }));
        }
        let phone = Phone::from_node(node, reader)?;
        Some(TextNumber(Phone { parts: PhoneParts { way: Way::Text, ..phone.parts }, ..phone }))
    }
}

/// The digits of an extension, a bleep or a phone inside.
struct Extension(String);
struct Inside(String);
struct Keys(Vec<Then>);

impl FromNode for Extension {
    const EXAMPLE: &'static str = "'123'";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let written: String = reader.words(node)?.split_whitespace().collect();
        let is_code = (1..=8).contains(&written.len()) && written.chars().all(|letter| letter.is_ascii_digit());
        if !is_code {
            reader.wrong_kind(node, "1 to 8 digits", Self::EXAMPLE);
        }
        is_code.then_some(Extension(written))
    }
}

impl FromNode for Inside {
    const EXAMPLE: &'static str = "'4321'";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        Extension::from_node(node, reader).map(|code| Inside(code.0))
    }
}

impl FromNode for Keys {
    const EXAMPLE: &'static str = "'2'";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let keys = written::keys(&reader.words(node)?);
        if keys.is_none() {
            reader.wrong_kind(node, "the keys to press, such as 2, or 2 then 3", Self::EXAMPLE);
        }
        keys.map(Keys)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn phone(written: &str) -> Phone {
        Phone { span: Span::new(crate::span::FileId(0), 0, 0), parts: written::parts(written).unwrap() }
    }

    #[test]
    fn phones_dial_what_is_written() {
        for (written, dialled) in [
            ("01632 960 002", Some("01632960002")),
            ("+44 (0)20 7946 0000", Some("+442079460000")),
            ("01632 960 002 ext 123", Some("01632960002,123")),
            ("111 option 2", Some("111")),
            ("01632 960 002 option 2 ext 123", Some("01632960002")),
            ("01632 960 002 bleep 1234", Some("01632960002")),
            ("18001 01632 960 002", Some("1800101632960002")),
            ("text 07700 900 123", Some("07700900123")),
            ("ext 4321", None),
        ] {
            assert_eq!(phone(written).dialled().as_deref(), dialled, "{written}");
        }
    }

    #[test]
    fn what_is_written_out_reads_as_the_same() {
        for written in [
            "(01632) 960-002 extension 123",
            "111, press 2 then 3",
            "SMS 85258",
            "relay uk 01632 960 002",
            "18002 01632 960 002",
            "internal 4321",
            "01632 960 001, ask for bleep 12",
            "447700900123",
        ] {
            let one = phone(written);
            assert_eq!(phone(&one.written()).parts, one.parts, "{written}");
        }
    }
}
