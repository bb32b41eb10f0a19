//! A theory of change: an aim, what has to change to reach it, and the ideas that are tried. It is drawn as a driver diagram.

use crate::model::language::Language;
use std::sync::Arc;

use super::audience::Audience;
use super::place::FilePlace;
use super::review::Review;
use super::withdrawn::Withdrawn;
use crate::model::read::fields::{Fields, FromNode, Reader};
use crate::model::read::id::as_id;
use crate::model::read::single_values::Id;
use crate::parse::yaml::Node;
use crate::problem::catalogue::improvement as problems_of;
use crate::span::{FileId, Spanned};
use crate::text::line::Line;
use crate::text::prose::Prose;

#[derive(Clone, Debug)]
pub struct TheoryOfChange {
    pub id: String,
    pub language: Language,
    pub file: FileId,
    pub title: Line,
    pub summary: Line,
    /// Staff, where nobody else is named.
    pub audience: Vec<Audience>,
    pub order: Option<i64>,
    /// The id of the ward whose theory it is; nothing for the whole trust.
    pub ward: Option<Spanned<String>>,
    pub introduction: Option<Arc<Prose>>,
    pub aim: Line,
    pub primary_drivers: Vec<PrimaryDriver>,
    pub review: Review,
    /// That it is no longer there.
    pub withdrawn: Option<Withdrawn>,
    /// The ids that it had before: their addresses lead to it.
    pub formerly: Vec<Id>,
    /// It isn't finished: only a site with drafts has it.
    pub is_draft: bool,
}

/// A part of the system that has to change.
#[derive(Clone, Debug)]
pub struct PrimaryDriver {
    pub driver: Driver,
    pub secondary_drivers: Vec<SecondaryDriver>,
}

/// Something that influences a primary driver, and what is tried to change it.
#[derive(Clone, Debug)]
pub struct SecondaryDriver {
    pub driver: Driver,
    /// Ids of change ideas.
    pub ideas: Vec<Spanned<String>>,
}

/// What a driver is called, and what of the pack belongs to it.
#[derive(Clone, Debug)]
pub struct Driver {
    /// Its name; or, in a place that is still empty, what belongs there.
    pub words: Line,
    /// The place is still empty.
    pub is_to_fill: bool,
    pub text: Option<Arc<Prose>>,
    /// Ids of domains, standards and measures.
    pub domains: Vec<Spanned<String>>,
    pub standards: Vec<Spanned<String>>,
    pub measures: Vec<Spanned<String>>,
}

impl TheoryOfChange {
    pub fn read(place: &FilePlace, node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let file = reader.file;
        let mut fields = reader.fields(node, "a theory of change")?;
        let (title, summary) = (fields.required("title"), fields.required("summary"));
        let audience = Audience::read_for_staff(&mut fields);
        let (order, ward) = (fields.optional("order"), fields.optional("ward"));
        let (introduction, aim) = (fields.optional("introduction"), fields.required("aim"));
        let primary_drivers: Vec<PrimaryDriver> = fields.list("primary_drivers");
        let review = Review::read(&mut fields);
        let withdrawn: Option<Withdrawn> = fields.optional("withdrawn");
        let (formerly, is_draft) = (fields.list("formerly"), fields.optional("draft").unwrap_or(false));
        if fields.is_empty("primary_drivers") && withdrawn.is_none() {
            let span = fields.key_span("primary_drivers").or(fields.key_span("title")).unwrap_or(fields.span);
            fields.reader.problems.push(problems_of::no_drivers(span));
        }
        fields.finish();
        Some(TheoryOfChange {
            id: place.id.clone(),
            language: place.language.clone(),
            file,
            title: title?,
            summary: summary?,
            audience,
            order,
            ward,
            introduction,
            aim: aim?,
            primary_drivers,
            review,
            withdrawn,
            formerly,
            is_draft,
        })
    }

    /// Takes over from the original what isn't words, where the drivers are the same.
    pub fn complete_from(&mut self, original: &TheoryOfChange) {
        self.audience.clone_from(&original.audience);
        self.order = original.order;
        self.ward.clone_from(&original.ward);
        let shape = |theory: &TheoryOfChange| -> Vec<usize> {
            theory.primary_drivers.iter().map(|primary| primary.secondary_drivers.len()).collect()
        };
        if shape(self) != shape(original) {
            return;
        }
        for (own, other) in self.primary_drivers.iter_mut().zip(&original.primary_drivers) {
            own.driver.complete_from(&other.driver);
            for (own, other) in own.secondary_drivers.iter_mut().zip(&other.secondary_drivers) {
                own.driver.complete_from(&other.driver);
                own.ideas.clone_from(&other.ideas);
            }
        }
    }

    /// Returns every secondary driver, with the numbers of its primary one and its own, from 1.
    pub fn secondary_drivers(&self) -> impl Iterator<Item = (usize, usize, &SecondaryDriver)> {
        self.primary_drivers.iter().enumerate().flat_map(|(first, primary)| {
            let below = primary.secondary_drivers.iter().enumerate();
            below.map(move |(second, secondary)| (first + 1, second + 1, secondary))
        })
    }

    /// Returns every driver, primary and secondary.
    pub fn drivers(&self) -> impl Iterator<Item = &Driver> {
        self.primary_drivers.iter().flat_map(|primary| {
            std::iter::once(&primary.driver).chain(primary.secondary_drivers.iter().map(|secondary| &secondary.driver))
        })
    }
}

impl FromNode for PrimaryDriver {
    const EXAMPLE: &'static str = "{name: A culture of openness}";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut fields = reader.group(node, "a primary driver", Self::EXAMPLE)?;
        let driver = Driver::read(&mut fields);
        let secondary_drivers = fields.list("secondary_drivers");
        fields.finish();
        Some(PrimaryDriver { driver: driver?, secondary_drivers })
    }
}

impl FromNode for SecondaryDriver {
    const EXAMPLE: &'static str = "{name: People talk openly, ideas: [request-cards]}";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut fields = reader.group(node, "a secondary driver", Self::EXAMPLE)?;
        let driver = Driver::read(&mut fields);
        let ideas = fields.words("ideas", as_id);
        fields.finish();
        Some(SecondaryDriver { driver: driver?, ideas })
    }
}

impl Driver {
    fn complete_from(&mut self, original: &Driver) {
        self.domains.clone_from(&original.domains);
        self.standards.clone_from(&original.standards);
        self.measures.clone_from(&original.measures);
    }

    /// Reads what every driver has: a name, or what belongs in its place.
    fn read(fields: &mut Fields<'_, '_>) -> Option<Self> {
        let to_fill: Option<Line> = fields.optional("to_fill");
        let name: Option<Line> = if to_fill.is_some() { fields.optional("name") } else { fields.required("name") };
        let text = fields.optional("text");
        let domains = fields.words("domains", as_id);
        let standards = fields.words("standards", str::to_owned);
        let measures = fields.words("measures", as_id);
        if let (Some(name), Some(to_fill)) = (&name, &to_fill) {
            fields.reader.problems.push(problems_of::filled_and_to_fill(to_fill.span, name.span));
        }
        let is_to_fill = name.is_none();
        Some(Driver { words: name.or(to_fill)?, is_to_fill, text, domains, standards, measures })
    }
}
