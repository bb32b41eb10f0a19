//! What an accessibility statement shows below its text: how far the copy meets the rules, what isn't accessible and why, and when people
//! tested it.

use serde::Serialize;

use super::said::Said;

/// Words of the theme say what each part is.
#[derive(Clone, Debug, Default, Hash, Serialize)]
pub struct Accessibility {
    /// A word among `accessibility.meets` of the theme's words; nothing where the trust hasn't said.
    pub meets: Option<&'static str>,
    /// What isn't accessible, by its reason; none empty.
    pub groups: Vec<NotAccessibleGroup>,
    pub answered_within: Option<Said>,
    pub improving: Option<Said>,
    /// When people tested it, as a day in words.
    pub tested: Option<String>,
    pub tested_by: Option<Said>,
    pub tested_how: Option<Said>,
    pub written: Option<String>,
    pub reviewed: Option<String>,
}

#[derive(Clone, Debug, Hash, Serialize)]
pub struct NotAccessibleGroup {
    /// A word among `accessibility.reasons` of the theme's words.
    pub reason: &'static str,
    pub items: Vec<NotAccessible>,
}

#[derive(Clone, Debug, Hash, Serialize)]
pub struct NotAccessible {
    pub what: Said,
    pub why: Option<Said>,
    /// The number of the success criterion of WCAG that it doesn't meet.
    pub criterion: Option<String>,
    /// A day in words.
    pub put_right_by: Option<String>,
}
