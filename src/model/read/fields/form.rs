//! A setting as it is to be written, with the author's own words in it.

use crate::model::read::id::as_id;
use crate::parse::yaml::{Key, Node, Value};
use crate::problem::quoted::as_value;

/// Returns an example of a group with what the author wrote in the place that it is probably meant for. `own` is one value as it stands
/// in the file.
pub fn group(example: &str, own: &str) -> String {
    let own = own.trim().trim_matches(['"', '\'']);
    let Some((before, inner)) = example.split_once('{') else { return example.to_owned() };
    let Some(inner) = inner.strip_suffix('}').filter(|inner| !inner.contains(['{', '['])) else {
        return example.to_owned();
    };
    if own.is_empty() || own.contains('\n') || yes_or_no(own).is_some() {
        return example.to_owned();
    }
    if example.starts_with("{id: ") && own.contains(',') {
        let each = own.split(',').map(str::trim).filter(|one| !one.is_empty()).map(|one| group(example, one));
        return format!("[{}]", each.collect::<Vec<_>>().join(", "));
    }
    let is_number =
        |words: &str| words.trim_start_matches(['"', '\'', '+', '#']).starts_with(|first: char| first.is_ascii_digit());
    let pairs: Vec<(&str, &str)> = inner.split(", ").filter_map(|pair| pair.split_once(": ")).collect();
    let is_free = |(key, _): &&(&str, &str)| *key != "id";
    let same_sort = |pair: &&(&str, &str)| is_free(pair) && is_number(pair.1) == is_number(own);
    // What people write alone is mostly what something is called, or its words.
    let named = pairs.iter().filter(same_sort).find(|(key, _)| ["name", "title", "text"].contains(key));
    let place = named.or_else(|| pairs.iter().find(same_sort)).or_else(|| pairs.iter().find(is_free));
    let Some((place, _)) = place else { return example.to_owned() };
    let pair = |(key, value): &(&str, &str)| match *key {
        "id" => format!("id: {}", as_id(own)),
        key if key == *place => format!("{key}: {}", as_value(own)),
        key => format!("{key}: {value}"),
    };
    format!("{before}{{{}}}", pairs.iter().map(pair).collect::<Vec<_>>().join(", "))
}

/// Returns the text that was probably meant by a list or a group; nothing where nobody can tell.
pub fn text(node: &Node, raw: &str) -> Option<String> {
    let in_braces = |entries: &[(Key, Node)]| match entries {
        [(key, Node { value: Value::Nothing, .. })] if raw.starts_with('{') => Some(key.name.clone()),
        _ => None,
    };
    match &node.value {
        Value::Map(entries) if in_braces(entries).is_some() => {
            let inner = in_braces(entries)?;
            let is_placeholder = inner.contains('.') && !inner.contains(' ');
            Some(if is_placeholder { format!("\"{{{inner}}}\"") } else { as_value(&inner) })
        }
        // Words for each language, where there is one text for all.
        Value::Map(entries) if entries.iter().all(|(key, _)| key.name.len() == 2) => {
            entries.first().and_then(|(_, value)| words(value)).map(as_value)
        }
        Value::List(items) => {
            let all: Option<Vec<&str>> = items.iter().map(words).collect();
            all.filter(|all| !all.is_empty()).map(|all| as_value(&all.join(", ")))
        }
        _ => None,
    }
}

/// Returns the whole number that was probably meant.
pub fn number(raw: &str) -> Option<String> {
    const NAMES: [&str; 13] =
        ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    let words = raw.trim().trim_matches(['"', '\'', '“', '”', '-', '+']).to_lowercase();
    let named = NAMES.iter().position(|name| words.split(' ').next() == Some(*name));
    let unit = if words.contains("year") { 12 } else { 1 };
    let digits: String = words.replace(',', "").chars().take_while(char::is_ascii_digit).collect();
    let number = named.and_then(|at| u32::try_from(at).ok()).or_else(|| digits.parse().ok())?;
    number.checked_mul(unit).map(|number| number.to_string())
}

/// Returns words that were written as one text as the list that they should be; nothing where there is but one. `as_word` makes an item of
/// each part.
pub fn list(words: &str, as_word: fn(&str) -> String) -> Option<Vec<String>> {
    let words = words.trim().trim_start_matches(['[', '(']).trim_end_matches([']', ')']);
    let parts =
        words.split([',', ';', '/', '|', '\n']).flat_map(|part| part.split(" and ")).flat_map(|part| part.split(" & "));
    let items: Vec<String> = parts.map(str::trim).filter(|part| !part.is_empty()).map(as_word).collect();
    (items.len() > 1).then_some(items)
}

/// Tells whether words mean yes or no.
pub fn yes_or_no(words: &str) -> Option<bool> {
    match words.to_lowercase().as_str() {
        "yes" | "y" | "on" | "true" | "ydy" | "ie" => Some(true),
        "no" | "n" | "off" | "false" | "na" => Some(false),
        _ => None,
    }
}

fn words(node: &Node) -> Option<&str> {
    match &node.value {
        Value::Text(words) | Value::Number(words) => Some(words.trim()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_example_takes_the_authors_words() {
        for (example, own, shown) in [
            ("{picture: images/logo.svg, words: …}", "x.png", "{picture: x.png, words: …}"),
            ("{id: northgate, name: Northgate Hospital}", "St Mary's", "{id: st-marys, name: St Mary's}"),
            ("{organisation: …, phone: '01632 960 002'}", "01632 960 001", "{organisation: …, phone: '01632 960 001'}"),
            (
                "{organisation: …, phone: '01632 960 002'}",
                "Advocacy, North",
                "{organisation: \"Advocacy, North\", phone: '01632 960 002'}",
            ),
            ("withdrawn: {on: 2026-11-01, why: …}", "It closed", "withdrawn: {on: 2026-11-01, why: It closed}"),
            ("{support: {organisation: …, phone: …}}", "x", "{support: {organisation: …, phone: …}}"),
            ("{url: https://www.bbc.co.uk/weather}", "https://example.org", "{url: https://example.org}"),
            ("{id: acute, name: Acute ward}", "acute, other", "[{id: acute, name: acute}, {id: other, name: other}]"),
            ("name: …", "x", "name: …"),
        ] {
            assert_eq!(group(example, own), shown, "{own}");
        }
    }

    #[test]
    fn numbers_are_found_in_words() {
        for (raw, meant) in [
            ("six", Some("6")),
            ("'6'", Some("6")),
            ("12 months", Some("12")),
            ("1 year", Some("12")),
            ("-6", Some("6")),
            ("6.5", Some("6")),
            ("many", None),
        ] {
            assert_eq!(number(raw).as_deref(), meant, "{raw}");
        }
    }
}
