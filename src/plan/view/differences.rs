//! How a ward's charter differs from the template, and from what was agreed.

use serde::Serialize;

use super::parts::Link;

#[derive(Clone, Debug, Hash, Serialize)]
pub struct Differences {
    pub charter: Link,
    /// How many behaviours of the template are kept word for word.
    pub kept: usize,
    pub reworded: Vec<Rewording>,
    pub removed: Vec<Removed>,
    pub added: Vec<String>,
    /// What has changed since the charter was agreed; empty where it stands as agreed.
    pub since: Vec<Rewording>,
    pub agreed_on: Option<String>,
}

/// Words and those that came in their place, with what differs marked. Either may be missing.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct Rewording {
    pub old: Option<String>,
    pub new: Option<String>,
    pub marked: Vec<Marked>,
}

/// A run of words: `same` in both, `old` or `new`.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct Marked {
    pub kind: &'static str,
    pub words: String,
}

#[derive(Clone, Debug, Hash, Serialize)]
pub struct Removed {
    pub words: String,
    pub why: String,
}
