//! The form on which a group fills a benchmark in.

use serde::Serialize;

use super::benchmark::Level;
use super::parts::Link;

#[derive(Clone, Debug, Hash, Serialize)]
pub struct Form {
    pub domains: Vec<FormDomain>,
    pub wards: Vec<Choice>,
    /// The parts of an organisation.
    pub levels: Vec<Choice>,
    pub confidences: Vec<Level>,
    pub groups: Vec<Choice>,
    /// Where the wording of the standards is published.
    pub published_href: Option<String>,
}

/// A choice, by its name in a file and in words.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct Choice {
    pub name: String,
    pub words: String,
}

#[derive(Clone, Debug, Hash, Serialize)]
pub struct FormDomain {
    pub id: String,
    pub number: i64,
    pub link: Link,
    pub standards: Vec<FormStandard>,
}

#[derive(Clone, Debug, Hash, Serialize)]
pub struct FormStandard {
    pub id: String,
    pub link: Link,
}
