//! An empty safety cross on paper.

use serde::Serialize;

use super::PaperText;

#[derive(Clone, Debug, Hash, Serialize)]
pub struct CrossPaper {
    /// What is counted.
    pub definition: PaperText,
    /// The ward that is looked at, where it is one.
    pub of: Option<String>,
}
