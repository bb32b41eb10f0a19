//! The few lines of a pack.yaml that decide what is read at all.

use granit_parser::{Event, Parser};

/// What a pack.yaml stands on, its theme and its languages. The event parser gives up on brackets that are nested too deeply, which a reader
/// of whole values would follow for minutes.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct PackHead {
    pub(super) extends: Option<String>,
    pub(super) theme: Option<String>,
    /// The languages, if it lists any.
    pub(super) languages: Option<Vec<String>>,
}

impl PackHead {
    /// Returns the head of a pack.yaml; nothing where it isn't YAML. What is wrong with it is the parse stage's to report.
    pub(super) fn read(text: &str) -> Option<PackHead> {
        let mut head = PackHead::default();
        // How deep the event is, and the name at the top that it belongs to.
        let (mut depth, mut name, mut is_value) = (0, String::new(), false);
        for event in Parser::new_from_str(text) {
            let (event, _) = event.ok()?;
            match event {
                Event::MappingStart(..) | Event::SequenceStart(..) => {
                    if depth == 1 && name == "languages" && matches!(event, Event::SequenceStart(..)) {
                        head.languages = Some(Vec::new());
                    }
                    depth += 1;
                }
                Event::MappingEnd | Event::SequenceEnd => {
                    depth -= 1;
                    is_value &= depth != 1;
                }
                Event::Scalar(words, ..) if depth == 1 && !is_value => (name, is_value) = (words.into_owned(), true),
                Event::Scalar(words, ..) if depth == 1 => {
                    is_value = false;
                    head.take(&name, words.into_owned());
                }
                Event::Scalar(words, ..) if depth == 2 && name == "languages" => {
                    head.languages.iter_mut().for_each(|all| all.push(words.to_string()));
                }
                Event::Alias(..) | Event::UnresolvedAlias(..) if depth == 1 => is_value = !is_value,
                Event::DocumentEnd => break,
                _ => {}
            }
        }
        Some(head)
    }

    /// Takes the value of a setting; the first, where it is written twice.
    fn take(&mut self, name: &str, words: String) {
        let place = match name {
            "extends" => &mut self.extends,
            "theme" => &mut self.theme,
            _ => return,
        };
        // Word's quotes are told when the file is parsed; what stands in them is meant.
        let words = words.trim_matches(|letter: char| "“”„‘’«»".contains(letter)).trim().to_owned();
        if place.is_none() && !words.is_empty() {
            *place = Some(words);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_stands_at_the_top_counts() {
        let text = "title: extends\npublisher: {theme: no, extends: no}\nextends: '../base'\nlanguages: [en, cy]\nlist: [theme, x]\n\
                    theme: own\nextends: again\n";
        let head = PackHead::read(text).unwrap();
        assert_eq!((head.extends.as_deref(), head.theme.as_deref()), (Some("../base"), Some("own")));
        assert_eq!(head.languages.unwrap(), ["en", "cy"]);
        assert_eq!(PackHead::read("title: x\n"), Some(PackHead::default()));
        assert_eq!(PackHead::read(&"[".repeat(97_000)), None);
        assert_eq!(PackHead::read(""), Some(PackHead::default()));
    }
}
