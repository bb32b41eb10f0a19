//! What the keys mean, in words that are written by hand: `keys.txt`.

use std::collections::{BTreeMap, BTreeSet};

/// What the keys mean: lines `key: words` under the group they are of, `[a ward]`, or under `[any]`.
pub struct Meanings {
    words: BTreeMap<(String, String), String>,
    used: BTreeSet<(String, String)>,
    lacking: BTreeSet<String>,
}

impl Meanings {
    pub fn read() -> Self {
        let mut words = BTreeMap::new();
        let mut group = "";
        for line in include_str!("keys.txt").lines().filter(|line| !line.is_empty()) {
            if let Some(name) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
                group = name;
            } else {
                let (key, meaning) = line.split_once(": ").unwrap_or_else(|| panic!("keys.txt: {line}"));
                words.insert((group.to_owned(), key.to_owned()), meaning.to_owned());
            }
        }
        Meanings { words, used: BTreeSet::new(), lacking: BTreeSet::new() }
    }

    /// Returns what a key means, and counts the words as used.
    pub fn of(&mut self, group: &str, key: &str) -> &str {
        for name in [group, "any"] {
            let place = (name.to_owned(), key.to_owned());
            if let Some(words) = self.words.get(&place) {
                self.used.insert(place);
                return words;
            }
        }
        self.lacking.insert(format!("[{group}] {key}: …"));
        ""
    }

    /// Holds that no key lacks its words, and that none are left over.
    pub fn have_all_been_used(&self) {
        assert!(
            self.lacking.is_empty(),
            "tests/suite/reference/keys.txt lacks words for these keys: {:#?}",
            self.lacking
        );
        let idle: Vec<_> = self.words.keys().filter(|place| !self.used.contains(*place)).collect();
        assert!(idle.is_empty(), "tests/suite/reference/keys.txt has words for keys that nobody reads: {idle:?}");
    }
}
