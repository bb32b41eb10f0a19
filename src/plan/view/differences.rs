//! How a ward's charter differs from the template, and from what was agreed.

use serde::Serialize;

use super::parts::Link;

#[derive(Clone, Debug, Hash, Serialize)]
pub struct Differences {
    pub charter: Link,
    /// How many behaviours are kept word for word.
    pub kept: usize,
    /// They stand in another order.
    pub reordered: bool,
    pub reworded: Vec<Rewording>,
    pub removed: Vec<Removed>,
    pub added: Vec<Rewording>,
    /// What has changed since the charter was agreed; empty where it stands as agreed.
    pub since: Vec<Rewording>,
    pub agreed_on: Option<String>,
}

/// Words and those that came in their place, with what differs marked. Either may be missing.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct Rewording {
    /// What the words are, or whose the old ones are; nothing for a behaviour of the template.
    pub of: Option<String>,
    pub old: Option<String>,
    pub new: Option<String>,
    pub marked: Vec<Marked>,
    /// The way that the words run.
    pub dir: &'static str,
}

/// A run of words: `same` in both, `old` or `new`.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct Marked {
    pub kind: &'static str,
    pub words: String,
}

#[derive(Clone, Debug, Hash, Serialize)]
pub struct Removed {
    /// Whose words they are, where they aren't the template's.
    pub of: Option<String>,
    pub words: String,
    pub why: String,
}
