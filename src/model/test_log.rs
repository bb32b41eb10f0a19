//! change-ideas/<id>.tests.yaml: the tests of a change idea, each by plan, do, study and act.

use jiff::civil::Date;

use super::place::FilePlace;
use crate::model::read::fields::{FromNode, Reader};
use crate::parse::yaml::Node;
use crate::problem::catalogue::improvement as problems_of;
use crate::span::{FileId, Span, Spanned};
use crate::text::line::Line;

#[derive(Clone, Debug)]
pub struct TestLog {
    /// The id of the change idea.
    pub idea: String,
    pub file: FileId,
    /// A place for problems with the log as a whole.
    pub span: Span,
    pub tests: Vec<IdeaTest>,
}

/// One test of an idea. What isn't known yet is left out.
#[derive(Clone, Debug)]
pub struct IdeaTest {
    /// The day on which it began.
    pub on: Spanned<Date>,
    /// The id of the ward that tried it.
    pub ward: Option<Spanned<String>>,
    pub plan: Line,
    /// `do:`, which is a word of the language that this is written in.
    pub done: Option<Line>,
    pub study: Option<Line>,
    pub act: Option<Line>,
}

impl TestLog {
    pub fn read(place: &FilePlace, node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let file = reader.file;
        let mut fields = reader.fields(node, "a test log")?;
        let tests = fields.list("tests");
        let span = fields.key_span("tests").unwrap_or(fields.span);
        if fields.is_empty("tests") {
            fields.reader.problems.push(problems_of::no_tests(span));
        }
        fields.finish();
        Some(TestLog { idea: place.id.clone(), file, span, tests })
    }
}

impl FromNode for IdeaTest {
    const EXAMPLE: &'static str = "{on: 2026-09-07, plan: Try the card with 3 people}";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut fields = reader.group(node, "a test", Self::EXAMPLE)?;
        let (on, ward) = (fields.required("on"), fields.optional("ward"));
        let plan = fields.required("plan");
        let (done, study, act) = (fields.optional("do"), fields.optional("study"), fields.optional("act"));
        fields.finish();
        Some(IdeaTest { on: on?, ward, plan: plan?, done, study, act })
    }
}
