//! What templates show: each value that stands in text or in words for screen readers is isolated as it is drawn, as it is escaped, so that
//! no template has to think of it. The filters can be used by name too, where an expression is put together.

use std::borrow::Cow;

use tera::{Kwargs, State, Tera, TeraResult, Value};

use super::isolate;
use crate::direction::{self, Direction};

/// Attributes whose values are read out, or shown.
const READ_OUT: [&str; 6] = ["alt", "aria-description", "aria-label", "content", "placeholder", "title"];
/// Elements that begin a line of their own.
const LINES: [&str; 17] = [
    "button",
    "caption",
    "dd",
    "div",
    "dt",
    "figcaption",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "p",
    "summary",
    "td",
    "th",
];

/// Adds the filters of templates for pages whose text runs in a direction: `isolated` for a value among words, `isolated_line` for one that
/// fills its line, `isolated_words` where there can be no markup, and `direction` for the `dir` of a language. The first three take the `dir`
/// of the words around, where it isn't the page's.
pub fn register(tera: &mut Tera, page: Direction) {
    tera.register_filter("isolated", move |value: Value, given: Kwargs, state: &State<'_>| {
        html(value, state, direction::value, given.get("dir")?, page)
    });
    tera.register_filter("isolated_line", move |value: Value, given: Kwargs, state: &State<'_>| {
        html(value, state, direction::line, given.get("dir")?, page)
    });
    tera.register_filter("isolated_words", move |value: Value, given: Kwargs, _: &State<'_>| {
        let dir = given.get("dir")?;
        TeraResult::Ok(match (text(&value), value.as_str()) {
            (Some(text), _) => Value::from(direction::line(text, around(dir, text, page)).as_ref()),
            // Put together by the template before.
            (None, Some(html)) => Value::safe_string(&isolate::marks(html)),
            (None, None) => value,
        })
    });
    tera.register_filter("direction", |tag: &str, _: Kwargs, _: &State<'_>| Direction::of_language(tag).name());
}

/// Returns the direction of the words around a text, by what their `dir` says.
fn around(dir: Option<&str>, text: &str, page: Direction) -> Direction {
    match dir {
        Some("rtl") => Direction::RightToLeft,
        Some("auto") => direction::of_first_letter(text).unwrap_or_default(),
        Some(_) => Direction::LeftToRight,
        None => page,
    }
}

/// Returns the text of a value. What is HTML already has been seen to.
fn text(value: &Value) -> Option<&str> {
    value.as_str().filter(|_| !value.is_safe())
}

/// What keeps a text to itself.
type Isolate = for<'a> fn(&'a str, Direction) -> Cow<'a, str>;

fn html(value: Value, state: &State<'_>, isolate: Isolate, dir: Option<&str>, page: Direction) -> TeraResult<Value> {
    let Some(isolated) = text(&value).map(|text| isolate(text, around(dir, text, page))) else { return Ok(value) };
    if isolated.is_ascii() {
        return Ok(value);
    }
    Ok(Value::safe_string(&isolate::tags(&state.escape(&isolated)?)))
}

/// Returns a template in which each value that is shown passes through one of the filters. Texts of the theme itself need none where they
/// run from left to right.
pub fn isolated(template: &str, around: Direction) -> String {
    let mut reader = TemplateReader {
        html: String::with_capacity(template.len() * 2),
        tag: String::new(),
        quote: None,
        is_in_tag: false,
        is_fresh: false,
    };
    let mut rest = template;
    while let Some(letter) = rest.chars().next() {
        let ends = [("{#", "#}"), ("{%", "%}"), ("{{", "}}"), ("<!--", "-->")];
        let whole = ends.into_iter().find(|(begin, _)| rest.starts_with(begin));
        let end = whole.and_then(|(begin, end)| Some(begin.len() + rest[begin.len()..].find(end)? + end.len()));
        let Some(end) = end else {
            reader.letter(letter, &rest[letter.len_utf8()..]);
            rest = &rest[letter.len_utf8()..];
            continue;
        };
        let (piece, after) = rest.split_at(end);
        match reader.filter(piece, after, around).filter(|_| piece.starts_with("{{")) {
            Some(filter) => reader.push(&filtered(piece, &filter)),
            None => reader.push(piece),
        }
        rest = after;
    }
    reader.html
}

/// Returns `{{ expression }}` with a filter over the whole of it.
fn filtered(piece: &str, filter: &str) -> String {
    let inner = &piece[2..piece.len() - 2];
    let [begin, end] =
        [inner.starts_with('-'), inner.ends_with('-')].map(|is_trimmed| if is_trimmed { "-" } else { "" });
    let expression = inner.trim_start_matches('-').trim_end_matches('-').trim();
    format!("{{{{{begin} ({expression}) | {filter} {end}}}}}")
}

/// Goes through a template as through HTML.
struct TemplateReader {
    html: String,
    /// The tag that is being read, or was read last, without its brackets.
    tag: String,
    quote: Option<char>,
    is_in_tag: bool,
    /// Nothing has come since the tag.
    is_fresh: bool,
}

impl TemplateReader {
    fn push(&mut self, piece: &str) {
        self.html.push_str(piece);
        if self.is_in_tag {
            self.tag.push_str(piece);
        }
        self.is_fresh = false;
    }

    fn letter(&mut self, letter: char, after: &str) {
        self.html.push(letter);
        match (letter, self.quote) {
            _ if !self.is_in_tag => {
                let is_code = self.name() == "script" || self.name() == "style";
                let begins_tag = |next: char| next == '/' || next.is_ascii_alphabetic() && !is_code;
                self.is_in_tag = letter == '<' && after.starts_with(begins_tag);
                self.is_fresh = false;
                if self.is_in_tag {
                    self.tag.clear();
                }
                return;
            }
            ('"' | '\'', None) => self.quote = Some(letter),
            (_, Some(quote)) if quote == letter => self.quote = None,
            ('>', None) => {
                (self.is_in_tag, self.is_fresh) = (false, true);
                return;
            }
            _ => {}
        }
        self.tag.push(letter);
    }

    /// Returns the name of the tag.
    fn name(&self) -> &str {
        self.tag.split_whitespace().next().unwrap_or_default()
    }

    /// Returns the filter for an expression at this place, if it needs one.
    fn filter(&self, piece: &str, after: &str, around: Direction) -> Option<String> {
        let expression = piece.trim_matches(['{', '}', '-']).trim();
        let is_ready = expression.starts_with('<')
            || ["| safe", "|safe", "| isolated", "super()"].iter().any(|word| expression.contains(word));
        let is_of_theme = expression.starts_with("t.") || expression.starts_with("loop.");
        if is_ready || is_of_theme && around == Direction::LeftToRight {
            return None;
        }
        let name = self.name();
        if self.is_in_tag {
            let attribute = self.quote.and_then(|quote| self.tag.rsplit_once(&format!("={quote}")));
            let attribute = attribute.and_then(|(before, _)| before.split_whitespace().next_back()).unwrap_or_default();
            return READ_OUT.contains(&attribute).then(|| "isolated_words".to_owned());
        }
        let is_alone = self.is_fresh && after.starts_with("</");
        match (name, self.dir().filter(|_| is_alone)) {
            ("script" | "style", _) => None,
            ("title" | "option" | "textarea" | "text", _) => Some("isolated_words".to_owned()),
            // An element with a direction of its own keeps what it holds to itself.
            (_, Some(dir)) => Some(format!("isolated_line(dir=({dir}))")),
            _ if is_alone && LINES.contains(&name) => Some("isolated_line".to_owned()),
            _ => Some("isolated".to_owned()),
        }
    }

    /// Returns the value of the tag's `dir` as an expression.
    fn dir(&self) -> Option<String> {
        let (_, value) = self.tag.split_once(" dir=\"")?;
        let (value, _) = value.split_once('"')?;
        let expression = value.strip_prefix("{{").and_then(|value| value.strip_suffix("}}"));
        let expression = expression.map(|expression| expression.trim_matches('-').trim().to_owned());
        expression.or_else(|| (!value.contains('{')).then(|| format!("\"{value}\"")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_is_isolated_by_where_it_stands() {
        let template = "{# a > b #}<p lang=\"{{ lang }}\" title=\"{{ a }}\">{{ b }}</p>{% if c > d %}<b>{{ c or d }}</b>: {{ e | safe }}{% endif %}\
            <a href=\"{{ f }}\" dir=\"ltr\">{{ g }}</a><i dir=\"{{ k | direction }}\">{{ k }}</i>{{ <part words={h} /> }}{{- t.i -}}<title>{{ j }}</title>";
        let expected = "{# a > b #}<p lang=\"{{ lang }}\" title=\"{{ (a) | isolated_words }}\">{{ (b) | isolated_line }}</p>{% if c > d %}\
            <b>{{ (c or d) | isolated }}</b>: {{ e | safe }}{% endif %}<a href=\"{{ f }}\" dir=\"ltr\">{{ (g) | isolated_line(dir=(\"ltr\")) }}</a>\
            <i dir=\"{{ k | direction }}\">{{ (k) | isolated_line(dir=(k | direction)) }}</i>{{ <part words={h} /> }}\
            {{- (t.i) | isolated -}}<title>{{ (j) | isolated_words }}</title>";
        assert_eq!(isolated(template, Direction::RightToLeft), expected);
        let copied = isolated(
            "<i dir=\"{{ 'auto' if a else b }}\">{{ c ~ d }}</i><script>a<b</script>{{ e }}",
            Direction::LeftToRight,
        );
        assert_eq!(
            copied,
            "<i dir=\"{{ 'auto' if a else b }}\">{{ (c ~ d) | isolated_line(dir=('auto' if a else b)) }}</i><script>a<b</script>{{ (e) | isolated }}"
        );
        assert_eq!(isolated("<p>{{ t.i }}{{ b }}</p>", Direction::LeftToRight), "<p>{{ t.i }}{{ (b) | isolated }}</p>");
    }
}
