//! What people answered to a survey.

use serde::Serialize;

use super::form::Definition;
use super::parts::Link;

#[derive(Clone, Debug, Hash, Serialize)]
pub struct Survey {
    pub form: Link,
    /// How many people answered, in words; nothing where they are too few.
    pub people: Option<String>,
    /// That later answers are too few to be shown.
    pub waiting: Option<String>,
    /// That so few people answered that nothing is shown.
    pub too_few: Option<String>,
    pub questions: Vec<Asked>,
    /// By which rule counts aren't shown.
    pub rule: String,
}

/// A question, and how often each of its choices was picked.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct Asked {
    pub id: String,
    pub ask: String,
    /// What exactly is counted.
    pub definition: Option<Definition>,
    /// Nothing where nothing was picked: what people write may point to them.
    pub bars: Option<Vec<Bar>>,
    /// So few people picked some of its choices that no count can be shown.
    pub is_too_few: bool,
}

#[derive(Clone, Debug, Hash, Serialize)]
pub struct Bar {
    pub words: String,
    /// Nothing where it is too small to be shown, or would give such a number away.
    pub number: Option<u32>,
    /// How long it is, of 100 for everybody.
    pub length: u32,
}
