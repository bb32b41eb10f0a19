//! A safety cross on paper: empty, or of a month.

use serde::Serialize;

use super::PaperText;
use crate::plan::view::safety_cross::CrossMonth;

#[derive(Clone, Debug, Hash, Serialize)]
pub struct CrossPaper {
    /// What is counted.
    pub definition: PaperText,
    /// The ward that is looked at, where it is one.
    pub of: Option<String>,
    /// The month with its days; without one it is for any month.
    pub month: Option<CrossMonth>,
    /// Whether some of the days are filled in.
    pub is_filled: bool,
}
