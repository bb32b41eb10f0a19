//! One of the Sexual Safety Standards, in the wording that a trust has permission to show.

use crate::model::language::Language;
use std::sync::Arc;

use super::article::body_of;
use super::place::FilePlace;
use super::review::Review;
use super::withdrawn::Withdrawn;
use crate::model::read::fields::Reader;
use crate::model::read::single_values::Id;
use crate::parse::yaml::Node;
use crate::span::FileId;
use crate::text::line::Line;
use crate::text::prose::Prose;

/// How many standards the Sexual Safety Collaborative published (booklet, section 1).
pub const PUBLISHED: usize = 26;

#[derive(Clone, Debug)]
pub struct Standard {
    pub id: String,
    pub language: Language,
    pub file: FileId,
    /// The id of its domain: the folder's name without the number.
    pub domain: String,
    pub title: Line,
    /// The standard itself.
    pub text: Arc<Prose>,
    /// What is to be seen when it is met.
    pub outcomes: Vec<Arc<Prose>>,
    pub review: Review,
    /// That it is no longer there.
    pub withdrawn: Option<Withdrawn>,
    /// The ids that it had before: their addresses lead to it.
    pub formerly: Vec<Id>,
    /// It isn't finished: only a site with drafts has it.
    pub is_draft: bool,
    /// The guidance.
    pub body: Arc<Prose>,
}

impl Standard {
    /// Returns the standard; `path` is the file's, whose folder names the domain.
    pub fn read(place: &FilePlace, path: &str, node: &Node, body: usize, reader: &mut Reader<'_>) -> Option<Self> {
        let mut fields = reader.fields(node, "a standard")?;
        let (title, text) = (fields.required("title"), fields.required("text"));
        let outcomes = fields.list("outcomes");
        let review = Review::read(&mut fields);
        let withdrawn = fields.optional("withdrawn");
        let (formerly, is_draft) = (fields.list("formerly"), fields.optional("draft").unwrap_or(false));
        fields.finish();
        let (id, language, file) = (place.id.clone(), place.language.clone(), reader.file);
        let domain = domain_of(path);
        let body = body_of(body, reader);
        Some(Standard {
            id,
            language,
            file,
            domain,
            title: title?,
            text: text?,
            outcomes,
            review,
            withdrawn,
            formerly,
            is_draft,
            body,
        })
    }
}

/// Returns the domain of a file below standards/: `standards/3-staff/3.1.md` is in `staff`.
pub fn domain_of(path: &str) -> String {
    let folder = path.split('/').nth(1).unwrap_or_default();
    folder.split_once('-').map_or(folder, |(_, name)| name).to_owned()
}

/// Returns the number of a domain: 3 for `standards/3-staff/_domain.md`.
pub fn number_of(path: &str) -> Option<i64> {
    path.split('/').nth(1)?.split_once('-')?.0.parse().ok()
}
