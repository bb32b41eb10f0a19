//! What a privacy statement shows below its text: what the copy itself does, what is written down about those who read it, and whom to
//! tell.

use serde::Serialize;

use super::Contact;
use super::said::Said;

/// Words of the theme say what each part is.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct Privacy {
    /// What the pages of this site do, as a word among `privacy.pages` of the theme's words.
    pub pages: &'static str,
    /// The website that the exit leads to, as people say it.
    pub exit: String,
    /// A word among `privacy.keeps` of the theme's words; nothing where the trust hasn't said.
    pub keeps: Option<&'static str>,
    pub records: Vec<VisitRecord>,
    /// Some record is there because people agreed to it.
    pub asks_consent: bool,
    /// Who is responsible, and the data protection officer.
    pub contacts: Vec<Contact>,
    /// The address of the trust's own privacy notice.
    pub notice: Option<String>,
    /// Days in words.
    pub written: Option<String>,
    pub reviewed: Option<String>,
}

#[derive(Clone, Debug, Hash, Serialize)]
pub struct VisitRecord {
    pub what: Said,
    pub why: Option<Said>,
    /// A word among `privacy.lawful_bases` of the theme's words.
    pub lawful_basis: Option<&'static str>,
    pub kept_for: Option<Said>,
    pub shared_with: Option<Said>,
    pub outside_uk: Option<Said>,
}
