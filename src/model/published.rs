//! published.yaml: the addresses that were published, so that none vanishes unseen.

use std::collections::BTreeSet;

use crate::model::read::fields::Reader;
use crate::parse::yaml::Node;
use crate::span::{FileId, Spanned};

/// What it is called, in the content folder.
pub const PUBLISHED: &str = "published.yaml";

/// The addresses of pages that people may have on paper or in their bookmarks.
#[derive(Clone, Debug)]
pub struct PublishedAddresses {
    pub file: FileId,
    /// Each as seen from the site's first page: `leaflets/visiting/index.html`.
    pub addresses: Vec<Spanned<String>>,
}

impl PublishedAddresses {
    pub fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let file = reader.file;
        let mut fields = reader.group(node, PUBLISHED, "addresses: …")?;
        let addresses = fields.list("addresses");
        fields.finish();
        Some(PublishedAddresses { file, addresses })
    }
}

/// Returns the address that a line of the list holds.
pub fn address(line: &str) -> Option<&str> {
    let written = line.trim_start().strip_prefix("- ")?.trim();
    Some(written.trim_matches(['"', '\'']))
}

/// Returns a list with new addresses. The text of the old one stays, but where it isn't written line by line.
pub fn with(old: &str, known: &BTreeSet<&str>, new: &BTreeSet<&str>) -> String {
    let is_of_lines = old.lines().any(|line| line.trim_end() == "addresses:");
    // Every address is written in quotes: some are words that YAML would take for something else.
    let add = |text: String, address: &&str| text + "  - \"" + address + "\"\n";
    if is_of_lines {
        let end = if old.ends_with('\n') { "" } else { "\n" };
        return new.iter().fold(format!("{old}{end}"), add);
    }
    let head = "# The addresses that were published, so that none vanishes unseen; wardpack publish adds to them.\naddresses:\n";
    known.union(new).fold(head.to_owned(), add)
}
