//! A Markdown page: leaflets, guidance, change ideas, stories, the domains of the standards, and the index of each section.

use crate::model::language::Language;
use std::sync::Arc;

use super::ages::Ages;
use super::audience::Audience;
use super::kind::{FOR_EVERYONE, HOME, Kind};
use super::place::FilePlace;
use super::review::Review;
use super::test_log::IdeaTest;
use super::withdrawn::Withdrawn;
use crate::model::read::fields::{Fields, FromNode, Reader};
use crate::model::read::id::as_id;
use crate::model::read::single_values::{Id, choice};
use crate::parse::markdown;
use crate::parse::yaml::Node;
use crate::problem::catalogue::readers;
use crate::span::{FileId, Span, Spanned};
use crate::text::line::Line;
use crate::text::prose::Prose;

#[derive(Clone, Debug)]
pub struct Article {
    pub kind: Kind,
    pub id: String,
    /// The language of a translation; nothing for the original.
    pub language: Language,
    pub file: FileId,
    pub title: Line,
    pub summary: Line,
    /// None means everyone. A section is for some readers with all that stands in it.
    pub audience: Vec<Audience>,
    /// Where the page says so.
    pub audience_span: Option<Span>,
    /// How old those are whom it suits.
    pub ages: Option<Ages>,
    /// Ids of ward kinds; none means every kind.
    pub ward_kinds: Vec<Spanned<String>>,
    /// The leaflet in whose place it is given out on wards of these kinds.
    pub instead_of: Option<Spanned<String>>,
    /// Ids of ward kinds that it isn't for, though it doesn't say so: see `suits.rs`.
    pub not_for: Vec<String>,
    pub order: Option<i64>,
    /// A calm note on what the page talks about.
    pub content_note: Option<Line>,
    /// The id of the heading that says what to do if something happened; start pages lead there. Only a leaflet has it.
    pub if_something_happened: Option<Spanned<String>>,
    /// The id of the heading with the list of questions that forms take over. Only a domain has it.
    pub questions_under: Option<Spanned<String>>,
    /// What facts of the trust stand below its text. Only a page has any.
    pub statement: Option<Statement>,
    pub review: Review,
    /// That it is no longer there. A section or a domain can't be withdrawn: others stand in it.
    pub withdrawn: Option<Withdrawn>,
    /// The ids that it had before: their addresses lead to it.
    pub formerly: Vec<Id>,
    /// It isn't finished: only a site with drafts has it.
    pub is_draft: bool,
    /// Where each kind of reader starts. Only the home page has any.
    pub starts: Vec<Start>,
    /// What came of trying it, by its test log. Only a change idea has any.
    pub tests: Vec<IdeaTest>,
    pub body: Arc<Prose>,
}

/// What a page shows below its text: facts that a trust gives in pack.yaml, or what the pack stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Statement {
    Accessibility,
    Privacy,
    Sources,
}

impl Statement {
    const CHOICES: [(&'static str, Statement); 3] =
        [("accessibility", Statement::Accessibility), ("privacy", Statement::Privacy), ("sources", Statement::Sources)];
}

/// Where one kind of reader starts.
#[derive(Clone, Debug)]
pub struct Start {
    /// None means everyone.
    pub audience: Vec<Audience>,
    pub title: Line,
    pub text: Arc<Prose>,
}

impl Article {
    /// Returns the page that the front matter and the body describe; `body` is where the body starts in the file.
    pub fn read(kind: Kind, place: &FilePlace, node: &Node, body: usize, reader: &mut Reader<'_>) -> Option<Self> {
        let mut fields = reader.fields(node, "this page")?;
        let (title, summary) = (fields.required("title"), fields.required("summary"));
        let (audience, audience_span) = (Audience::read(&mut fields), fields.key_span("audience"));
        let (ages, ward_kinds) = (fields.optional("ages"), fields.words("ward_kinds", as_id));
        let instead_of = if kind == Kind::Leaflet { fields.optional("instead_of") } else { None };
        let needed = FOR_EVERYONE.iter().find(|(id, _)| kind == Kind::Section && place.id == *id);
        let (audience, ages, ward_kinds) = match needed {
            Some((_, page)) => (for_everyone(page, &mut fields), None, Vec::new()),
            None => (audience, ages, ward_kinds),
        };
        let order = fields.optional("order");
        let content_note = fields.optional("content_note");
        let if_something_happened = if kind == Kind::Leaflet { fields.optional("if_something_happened") } else { None };
        let questions_under = if kind == Kind::Domain { fields.optional("questions_under") } else { None };
        let statement: Option<Spanned<String>> = if kind == Kind::Page { fields.optional("statement") } else { None };
        let statement = statement.and_then(|word| choice(&word, "a statement", &Statement::CHOICES, fields.reader));
        let review = Review::read(&mut fields);
        let can_go = !matches!(kind, Kind::Section | Kind::Domain);
        let withdrawn = if can_go { fields.optional("withdrawn") } else { None };
        let formerly = if can_go { fields.list("formerly") } else { Vec::new() };
        // A section that isn't finished would take with it what stands in it.
        let is_draft = can_go && fields.optional("draft").unwrap_or(false);
        let is_home = kind == Kind::Section && place.id == HOME;
        let starts = if is_home { fields.list("starts") } else { Vec::new() };
        fields.finish();
        let (id, language, file) = (place.id.clone(), place.language.clone(), reader.file);
        let body = body_of(body, reader);
        let (title, summary) = (title?, summary?);
        Some(Article {
            kind,
            id,
            language,
            file,
            title,
            summary,
            audience,
            audience_span,
            ages,
            ward_kinds,
            instead_of,
            not_for: Vec::new(),
            order,
            content_note,
            if_something_happened,
            questions_under,
            statement,
            review,
            withdrawn,
            formerly,
            is_draft,
            starts,
            tests: Vec::new(),
            body,
        })
    }

    /// Takes over from the original what a translation needn't repeat, where it doesn't say otherwise.
    pub fn complete_from(&mut self, original: &Article) {
        self.order = self.order.or(original.order);
        if self.audience.is_empty() {
            self.audience.clone_from(&original.audience);
        }
        self.ages = self.ages.take().or_else(|| original.ages.clone());
        self.statement = self.statement.or(original.statement);
        self.instead_of = self.instead_of.take().or_else(|| original.instead_of.clone());
        if self.ward_kinds.is_empty() {
            self.ward_kinds.clone_from(&original.ward_kinds);
        }
        if self.withdrawn.is_none() {
            self.withdrawn.clone_from(&original.withdrawn);
        }
        let (own, review) = (&mut self.review, &original.review);
        if own.source.is_empty() {
            own.source.clone_from(&review.source);
        }
        own.owner = own.owner.take().or_else(|| review.owner.clone());
    }
}

/// Reports that a page every site has says it is for some readers. Returns that it is for everyone.
fn for_everyone(page: &str, fields: &mut Fields<'_, '_>) -> Vec<Audience> {
    for key in ["audience", "ages", "ward_kinds"] {
        let said = fields.key_span(key).map(|span| readers::for_everyone(key, page, span));
        fields.reader.problems.extend(said);
    }
    Vec::new()
}

impl FromNode for Start {
    const EXAMPLE: &'static str = "{audience: [patients], title: I am a patient, text: …}";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut fields = reader.group(node, "a start", Self::EXAMPLE)?;
        let audience = Audience::read(&mut fields);
        let (title, text) = (fields.required("title"), fields.required("text"));
        fields.finish();
        Some(Start { audience, title: title?, text: text? })
    }
}

/// Returns the Markdown that follows the front matter.
pub fn body_of(start: usize, reader: &mut Reader<'_>) -> Arc<Prose> {
    let text = reader.text;
    let span = Span::new(reader.file, start, text.len());
    Arc::new(markdown::prose(&text[start..], span, text, &mut reader.problems))
}
