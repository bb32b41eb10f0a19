//! That a ward or a page is no longer there: since when, why, and where to go instead.

use jiff::civil::Date;

use super::charter_changes::InLanguages;
use super::kind::Kind;
use crate::model::read::fields::{FromNode, Reader};
use crate::parse::yaml::Node;
use crate::span::Spanned;
use crate::text::line::Line;

#[derive(Clone, Debug)]
pub struct Withdrawn {
    pub on: Spanned<Date>,
    pub why: Option<InLanguages<Line>>,
    /// What to go to instead, as references name it: `leaflet/visiting`.
    pub instead: Option<Spanned<String>>,
}

impl Withdrawn {
    /// Returns the kind and id of what to go to instead, if it is written as a reference.
    pub fn instead(&self) -> Option<(Kind, &str)> {
        let (kind, id) = self.instead.as_ref()?.split_once('/')?;
        Some((Kind::named(kind)?, id))
    }
}

impl FromNode for Withdrawn {
    const EXAMPLE: &'static str = "{on: 2026-11-01, why: …, instead: leaflet/visiting}";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut fields = reader.group(node, "“withdrawn”", "withdrawn: {on: 2026-11-01, why: …}")?;
        let on = fields.required("on");
        let (why, instead) = (fields.optional("why"), fields.optional("instead"));
        fields.finish();
        Some(Withdrawn { on: on?, why, instead })
    }
}
