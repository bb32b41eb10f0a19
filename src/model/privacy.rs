//! What a trust says of the privacy of those who read its copy: the facts that a privacy notice gives and no pack can know.
//!
//! Source: UK General Data Protection Regulation (UK GDPR), Article 13, and what the Information Commissioner's Office lists for it: who is
//! responsible, the data protection officer, what for and on what basis, who else gets it, whether it leaves the UK, and for how long.

use jiff::civil::Date;

use super::address::{Email, WebAddress};
use super::charter_changes::InLanguages;
use super::phone::Phone;
use crate::model::read::fields::{FromNode, Reader};
use crate::model::read::single_values::choice;
use crate::parse::yaml::Node;
use crate::span::{Span, Spanned};
use crate::text::line::Line;

/// What a privacy notice says, beside its words. Who is responsible is the publisher of the pack.
#[derive(Clone, Debug)]
pub struct Privacy {
    pub keeps: Keeping,
    /// Where that is said.
    pub span: Span,
    pub records: Vec<VisitRecord>,
    pub officer: Option<DataProtectionOfficer>,
    /// The trust's own privacy notice, of which this is a part.
    pub notice: Option<WebAddress>,
    /// The days on which the statement was first written, and last looked at.
    pub written: Option<Spanned<Date>>,
    pub reviewed: Option<Spanned<Date>>,
}

/// Whether the web server or the network writes anything down about those who read the copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeping {
    Nothing,
    Records,
}

impl Keeping {
    pub const CHOICES: [(&'static str, Keeping); 2] = [("nothing", Keeping::Nothing), ("records", Keeping::Records)];

    /// Returns its word in pack.yaml and in the words of the theme.
    pub fn word(self) -> &'static str {
        Keeping::CHOICES[self as usize].0
    }
}

/// Something that is written down when somebody reads the copy.
#[derive(Clone, Debug)]
pub struct VisitRecord {
    pub span: Span,
    pub what: InLanguages<Line>,
    pub why: Option<InLanguages<Line>>,
    pub lawful_basis: Option<LawfulBasis>,
    pub kept_for: Option<InLanguages<Line>>,
    /// Who else gets it.
    pub shared_with: Option<InLanguages<Line>>,
    /// Where outside the UK it goes, and what protects it there.
    pub outside_uk: Option<InLanguages<Line>>,
}

/// What makes it lawful to write something down about people.
///
/// Source: UK GDPR, Article 6(1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LawfulBasis {
    Consent,
    Contract,
    LegalObligation,
    VitalInterests,
    PublicTask,
    RecognisedLegitimateInterest,
    LegitimateInterests,
}

impl LawfulBasis {
    const CHOICES: [(&'static str, LawfulBasis); 7] = [
        ("consent", LawfulBasis::Consent),
        ("contract", LawfulBasis::Contract),
        ("legal-obligation", LawfulBasis::LegalObligation),
        ("vital-interests", LawfulBasis::VitalInterests),
        ("public-task", LawfulBasis::PublicTask),
        ("recognised-legitimate-interest", LawfulBasis::RecognisedLegitimateInterest),
        ("legitimate-interests", LawfulBasis::LegitimateInterests),
    ];

    /// Returns its word in pack.yaml and in the words of the theme.
    pub fn word(self) -> &'static str {
        LawfulBasis::CHOICES[self as usize].0
    }
}

/// How people reach the data protection officer: a role, never a person's name.
#[derive(Clone, Debug)]
pub struct DataProtectionOfficer {
    pub phone: Option<Phone>,
    pub email: Option<Line>,
}

impl FromNode for Privacy {
    const EXAMPLE: &'static str = "{keeps: nothing}";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut fields = reader.group(node, "privacy", Self::EXAMPLE)?;
        let keeps = fields.required::<Spanned<String>>("keeps");
        let keeps = keeps.and_then(|word| {
            let found = choice(&word, "what is written down", &Keeping::CHOICES, fields.reader);
            found.map(|keeps| (keeps, word.span))
        });
        let records = fields.list("records");
        let (officer, notice) = (fields.optional("officer"), fields.optional("notice"));
        let (written, reviewed) = (fields.optional("written"), fields.optional("reviewed"));
        fields.finish();
        let (keeps, span) = keeps?;
        Some(Privacy { keeps, span, records, officer, notice, written, reviewed })
    }
}

impl FromNode for VisitRecord {
    const EXAMPLE: &'static str = "{what: Which pages were asked for, why: To keep the server safe, kept_for: 30 days}";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let span = node.span;
        let mut fields = reader.group(node, "a record", Self::EXAMPLE)?;
        let (what, why) = (fields.required("what"), fields.optional("why"));
        let lawful_basis = fields.optional::<Spanned<String>>("lawful_basis");
        let lawful_basis =
            lawful_basis.and_then(|word| choice(&word, "a lawful basis", &LawfulBasis::CHOICES, fields.reader));
        let (kept_for, shared_with) = (fields.optional("kept_for"), fields.optional("shared_with"));
        let outside_uk = fields.optional("outside_uk");
        fields.finish();
        Some(VisitRecord { span, what: what?, why, lawful_basis, kept_for, shared_with, outside_uk })
    }
}

impl FromNode for DataProtectionOfficer {
    const EXAMPLE: &'static str = "{email: data-protection@example.org}";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut fields = reader.group(node, "the data protection officer", Self::EXAMPLE)?;
        let (phone, email) = (fields.optional("phone"), fields.optional("email").map(|Email(line)| line));
        fields.finish();
        Some(DataProtectionOfficer { phone, email })
    }
}
