//! What a trust says of how accessible its copy is: the facts that an accessibility statement gives and no pack can know.
//!
//! Source: Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018, as the model statement of
//! GOV.UK has its parts.

use jiff::civil::Date;

use super::charter_changes::InLanguages;
use crate::model::read::fields::{Fields, FromNode, Reader};
use crate::model::read::single_values::choice;
use crate::parse::yaml::Node;
use crate::span::{Span, Spanned};
use crate::text::line::Line;

/// What an accessibility statement says, beside its words.
#[derive(Clone, Debug)]
pub struct Accessibility {
    pub meets: Conformance,
    /// Where that is said.
    pub span: Span,
    /// When people tested the copy, and how; nothing where nobody did.
    pub tested: Option<AccessibilityTest>,
    pub not_accessible: Vec<NotAccessible>,
    /// How soon somebody answers who is told of a problem.
    pub answered_within: Option<InLanguages<Line>>,
    /// What is being done to do better.
    pub improving: Option<InLanguages<Line>>,
    /// The days on which the statement was first written, and last looked at.
    pub written: Option<Spanned<Date>>,
    pub reviewed: Option<Spanned<Date>>,
}

/// How far a copy meets the Web Content Accessibility Guidelines (WCAG) 2.2 at level AA.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conformance {
    Fully,
    Partly,
    Not,
}

impl Conformance {
    pub const CHOICES: [(&'static str, Conformance); 3] =
        [("fully", Conformance::Fully), ("partly", Conformance::Partly), ("not", Conformance::Not)];

    /// Returns its word in pack.yaml and in the words of the theme.
    pub fn word(self) -> &'static str {
        Conformance::CHOICES[self as usize].0
    }
}

/// A test by people: no program can tell alone that a site is accessible.
#[derive(Clone, Debug)]
pub struct AccessibilityTest {
    pub on: Spanned<Date>,
    /// A role or an organisation, never a person's name.
    pub by: InLanguages<Line>,
    pub how: Option<InLanguages<Line>>,
}

/// Something that not everybody can use.
#[derive(Clone, Debug)]
pub struct NotAccessible {
    pub span: Span,
    pub what: InLanguages<Line>,
    pub reason: Reason,
    /// The number of the success criterion that it doesn't meet, such as 1.2.2.
    pub criterion: Option<Criterion>,
    pub put_right_by: Option<Spanned<Date>>,
    pub why: Option<InLanguages<Line>>,
}

/// Why something is not accessible: the three groups that a statement has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    NotMet,
    DisproportionateBurden,
    OutOfScope,
}

impl Reason {
    pub const CHOICES: [(&'static str, Reason); 3] = [
        ("not-met", Reason::NotMet),
        ("disproportionate-burden", Reason::DisproportionateBurden),
        ("out-of-scope", Reason::OutOfScope),
    ];

    /// Returns its word in pack.yaml.
    pub fn word(self) -> &'static str {
        Reason::CHOICES[self as usize].0
    }
}

/// The number of a success criterion of WCAG.
#[derive(Clone, Debug)]
pub struct Criterion(pub String);

impl FromNode for Accessibility {
    const EXAMPLE: &'static str = "{meets: partly}";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut fields = reader.group(node, "accessibility", Self::EXAMPLE)?;
        let meets = fields.required::<Spanned<String>>("meets");
        let meets = meets.and_then(|word| {
            let found = choice(&word, "how far a copy meets the rules", &Conformance::CHOICES, fields.reader);
            found.map(|meets| (meets, word.span))
        });
        let tested = fields.optional("tested");
        let not_accessible = fields.list("not_accessible");
        let (answered_within, improving) = (fields.optional("answered_within"), fields.optional("improving"));
        let (written, reviewed) = (fields.optional("written"), fields.optional("reviewed"));
        fields.finish();
        let (meets, span) = meets?;
        Some(Accessibility { meets, span, tested, not_accessible, answered_within, improving, written, reviewed })
    }
}

impl FromNode for AccessibilityTest {
    const EXAMPLE: &'static str =
        "{on: 2026-11-01, by: Digital team of the trust, how: With a keyboard and a screen reader}";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut fields = reader.group(node, "a test", Self::EXAMPLE)?;
        let (on, by, how) = (fields.required("on"), fields.required("by"), fields.optional("how"));
        fields.finish();
        Some(AccessibilityTest { on: on?, by: by?, how })
    }
}

impl FromNode for NotAccessible {
    const EXAMPLE: &'static str = "{what: Our film has no captions, criterion: 1.2.2, put_right_by: 2027-03-31}";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let span = node.span;
        let mut fields = reader.group(node, "what is not accessible", Self::EXAMPLE)?;
        let what = fields.required("what");
        let reason = reason(&mut fields);
        let (criterion, put_right_by, why) =
            (fields.optional("criterion"), fields.optional("put_right_by"), fields.optional("why"));
        fields.finish();
        Some(NotAccessible { span, what: what?, reason: reason?, criterion, put_right_by, why })
    }
}

/// Returns the group that something is in: where nothing is said, it simply isn't met yet.
fn reason(fields: &mut Fields<'_, '_>) -> Option<Reason> {
    match fields.optional::<Spanned<String>>("reason") {
        Some(word) => choice(&word, "a reason", &Reason::CHOICES, fields.reader),
        None => Some(Reason::NotMet),
    }
}

impl FromNode for Criterion {
    const EXAMPLE: &'static str = "1.2.2";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let word = Spanned::<String>::from_node(node, reader)?;
        let parts: Vec<&str> = word.trim().split('.').collect();
        let is_number = |part: &&str| (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        if parts.len() != 3 || !parts.iter().all(is_number) {
            reader.wrong_kind(node, "the number of a success criterion of WCAG, with two full stops", Self::EXAMPLE);
            return None;
        }
        Some(Criterion(word.trim().to_owned()))
    }
}
