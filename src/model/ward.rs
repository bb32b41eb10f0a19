//! wards/<id>.yaml: one ward, its contacts, and what its charter says differently.

use std::sync::Arc;

use jiff::civil::Date;

use super::charter_changes::{Changes, InLanguages};
use super::contact::Contacts;
use super::language::Tag;
use super::promises::Promises;
use super::withdrawn::Withdrawn;
use crate::model::read::fields::{FromNode, Reader};
use crate::model::read::id::as_id;
use crate::model::read::single_values::Id;
use crate::parse::yaml::{Node, Value};
use crate::problem::catalogue::fields;
use crate::span::{FileId, Span, Spanned};
use crate::text::line::Line;
use crate::text::prose::Prose;

#[derive(Clone, Debug)]
pub struct Ward {
    pub id: String,
    /// Where a list gives the id; in a file of its own, where the name stands.
    pub named: Span,
    pub file: FileId,
    pub name: InLanguages<Line>,
    pub site: InLanguages<Line>,
    pub kind: Spanned<String>,
    pub about: Option<InLanguages<Arc<Prose>>>,
    /// A place to talk undisturbed.
    pub quiet_place: Option<InLanguages<Line>>,
    pub contacts: Contacts,
    pub charter: CharterChanges,
    pub languages: Vec<Spanned<String>>,
    /// Ids of leaflets that this ward doesn't give out.
    pub leave_out: Vec<Spanned<String>>,
    /// Whether what its leaflets promise is so.
    pub promises: Promises,
    /// That the ward is no longer there.
    pub withdrawn: Option<Withdrawn>,
    /// The ids that it had before: their addresses lead to it.
    pub formerly: Vec<Id>,
}

/// As many as fit a sheet of A4.
const MOST_SIGNATURES: i64 = 60;

/// What a ward's charter says differently from the layers below, and who agreed it.
#[derive(Clone, Debug, Default)]
pub struct CharterChanges {
    pub coproduced: Option<Coproduced>,
    pub owner: Option<InLanguages<Line>>,
    pub review_by: Option<Spanned<Date>>,
    /// How many lines the printed charter has for people to sign.
    pub signatures: i64,
    pub means_here: Option<MeansHere>,
    pub changes: Changes,
}

/// What sexual safety means on the ward, in words that its people agreed, and who they were.
#[derive(Clone, Debug)]
pub struct MeansHere {
    pub text: InLanguages<Arc<Prose>>,
    pub agreed: Option<Coproduced>,
}

/// Who wrote the charter together, and when.
#[derive(Clone, Debug)]
pub struct Coproduced {
    pub on: Spanned<Date>,
    pub patients: i64,
    pub staff: i64,
    pub carers: i64,
}

impl Ward {
    pub fn read(id: String, node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let file = reader.file;
        let mut fields = reader.fields(node, "a ward")?;
        let (name, site, kind) = (fields.required("name"), fields.required("site"), fields.required("kind"));
        let about = fields.optional("about");
        let quiet_place = fields.optional("quiet_place");
        let place = fields.key_span("contacts").or_else(|| fields.key_span("name")).unwrap_or(node.span);
        let contacts = fields.optional::<Contacts>("contacts");
        let charter = fields.optional("charter").unwrap_or_default();
        let languages = Tag::read(&mut fields);
        let leaflets = fields.optional::<Leaflets>("leaflets");
        let promises = fields.optional("promises").unwrap_or_default();
        let withdrawn = fields.optional("withdrawn");
        let formerly = fields.list("formerly");
        fields.finish();
        let name: InLanguages<Line> = name?;
        Some(Ward {
            id,
            named: name.span,
            file,
            name,
            site: site?,
            kind: kind?,
            about,
            quiet_place,
            contacts: Contacts { span: place, ..contacts.unwrap_or_else(|| Contacts::none(place)) },
            charter,
            languages,
            leave_out: leaflets.map(|leaflets| leaflets.leave_out).unwrap_or_default(),
            promises,
            withdrawn,
            formerly,
        })
    }
}

impl Ward {
    fn lines(&mut self) -> impl Iterator<Item = &mut InLanguages<Line>> {
        let own =
            [&mut self.name, &mut self.site].into_iter().chain(&mut self.quiet_place).chain(&mut self.charter.owner);
        own.chain(self.contacts.lines())
    }

    /// Puts the pack's first language first wherever something is said in several.
    pub(super) fn put_first(&mut self, language: &str) {
        self.lines().for_each(|line| line.put_first(language));
        if let Some(about) = &mut self.about {
            about.put_first(language);
        }
    }

    /// Tells whether a ward says something of itself in several languages.
    pub(super) fn is_in_several_languages(&self) -> bool {
        let Ward { name, site, quiet_place, about, charter, contacts, .. } = self;
        let own = [name, site].into_iter().chain(quiet_place).chain(&charter.owner);
        let of_contacts = contacts.iter().flat_map(|one| one.organisation.iter().chain(&one.hours));
        own.chain(of_contacts).any(|line| line.each().count() > 1) || about.iter().any(|about| about.each().count() > 1)
    }
}

struct Leaflets {
    leave_out: Vec<Spanned<String>>,
}

impl FromNode for Leaflets {
    const EXAMPLE: &'static str = "{leave_out: [visiting]}";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut fields = reader.group(node, "leaflets", "leaflets: {leave_out: [visiting]}")?;
        let leave_out = fields.words("leave_out", as_id);
        fields.finish();
        Some(Leaflets { leave_out })
    }
}

impl FromNode for CharterChanges {
    const EXAMPLE: &'static str = "{review_by: 2027-05-01}";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut fields = reader.group(node, "the ward's charter", "charter: {review_by: 2027-05-01}")?;
        let changes = CharterChanges {
            coproduced: fields.optional("coproduced"),
            owner: fields.optional("owner"),
            review_by: fields.optional("review_by"),
            signatures: fields.optional("signatures").map_or(0, |Signatures(lines)| lines),
            means_here: fields.optional("means_here"),
            changes: Changes::read(&mut fields),
        };
        fields.finish();
        Some(changes)
    }
}

impl FromNode for MeansHere {
    const EXAMPLE: &'static str =
        "Staff knock and wait., or with who agreed it: {text: …, agreed: {on: 2026-05-01, patients: 6}}";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let is_group = match &node.value {
            Value::Map(entries) => entries.iter().any(|(key, _)| WITH_AGREED.contains(&key.name.as_str())),
            _ => false,
        };
        if let Value::List(items) = &node.value {
            let line = |item: &Node| match &item.value {
                Value::Text(words) | Value::Number(words) => Some(format!("- {}", words.trim())),
                _ => None,
            };
            let lines: Option<Vec<String>> = items.iter().map(line).collect();
            reader.problems.push(fields::list_in_text("means_here", node.span, lines.as_deref()));
            return None;
        }
        if !is_group {
            return Some(MeansHere { text: InLanguages::from_node(node, reader)?, agreed: None });
        }
        let mut fields = reader.group(node, "“means_here”", "means_here: {text: …, agreed: {on: 2026-05-01}}")?;
        let (text, agreed) = (fields.required("text"), fields.optional::<AgreedMeaning>("agreed"));
        fields.finish();
        Some(MeansHere { text: text?, agreed: agreed.map(|AgreedMeaning(by)| by) })
    }
}

/// The keys of `means_here:` that also says who agreed it. No language has such a tag.
const WITH_AGREED: [&str; 2] = ["text", "agreed"];

struct Signatures(i64);

impl FromNode for Signatures {
    const EXAMPLE: &'static str = "8";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let lines = i64::from_node(node, reader)?;
        if !(0..=MOST_SIGNATURES).contains(&lines) {
            let most = lines.clamp(0, MOST_SIGNATURES).to_string();
            reader.wrong_kind(node, "a number of lines to sign on, up to 60", &most);
            return None;
        }
        Some(Signatures(lines))
    }
}

impl FromNode for Coproduced {
    const EXAMPLE: &'static str = "{on: 2026-05-01, patients: 6, staff: 4, carers: 1}";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        Coproduced::read(node, reader, "“coproduced”", "coproduced: {on: 2026-05-01, patients: 6, staff: 4}")
    }
}

impl Coproduced {
    /// Reads who agreed something, and when; `of` says under which name it stands.
    fn read(node: &Node, reader: &mut Reader<'_>, of: &'static str, example: &str) -> Option<Self> {
        let mut fields = reader.group(node, of, example)?;
        let on = fields.required("on");
        let mut count = |key| fields.optional(key).unwrap_or(0);
        let (patients, staff, carers) = (count("patients"), count("staff"), count("carers"));
        fields.finish();
        Some(Coproduced { on: on?, patients, staff, carers })
    }
}

/// Who agreed what sexual safety means on the ward.
struct AgreedMeaning(Coproduced);

impl FromNode for AgreedMeaning {
    const EXAMPLE: &'static str = Coproduced::EXAMPLE;
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let example = "agreed: {on: 2026-05-01, patients: 6, staff: 4}";
        Coproduced::read(node, reader, "“agreed”", example).map(AgreedMeaning)
    }
}
