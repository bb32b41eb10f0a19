//! Hostile texts in the words of a theme (`strings/en.yaml`): a trust may have them from anybody.

use std::fs;
use std::path::Path;

use super::{Fields, in_turn, look_at_messages, look_at_output, of_settings, until_it_is_taken};
use crate::support::copy;

const WORDS: &str = "themes/ward/strings/en.yaml";

#[test]
fn hostile_words_of_a_theme_stay_words() {
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = tempfile::tempdir().unwrap();
    copy(&project.join("docs/reference/example/content"), &folder.path().join("content"));
    fs::create_dir_all(folder.path().join(WORDS).parent().unwrap()).unwrap();
    let words = fs::read_to_string(project.join(WORDS)).unwrap();
    let mut fields = Fields::from([(WORDS.to_owned(), of_settings(&words, &mut in_turn(7)))]);
    // What isn't a plain letter stands there by its number: some no file of settings may have.
    let by_number = |text: &str| -> String {
        let letter = |sign: char| match sign {
            ' '..='~' => sign.to_string(),
            _ => format!("\\U{:08x}", u32::from(sign)),
        };
        text.chars().map(letter).collect()
    };
    for field in fields.values_mut().flatten() {
        field.hostile = field.hostile.as_deref().map(by_number);
    }
    let messages = until_it_is_taken(folder.path(), &mut fields);
    let mut wrong = Vec::new();
    look_at_messages(&messages, &mut wrong);
    look_at_output(folder.path(), &mut wrong);
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
    let taken = fields[WORDS].iter().filter(|line| line.hostile.is_some()).count();
    assert!(taken > 300, "only {taken} words of a theme take a text: {messages:#?}");
}
