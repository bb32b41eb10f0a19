//! wards/<id>.agreed.yaml: the words of a charter that the people of a ward agreed, who they were, and when. `wardpack agree`
//! writes it; the words in it are what later ones are compared with.

use jiff::civil::Date;
use serde::Serialize;

use crate::model::read::fields::{FromNode, Reader};
use crate::parse::yaml::{Node, Value};
use crate::span::{FileId, Span, Spanned};

#[derive(Clone, Debug)]
pub struct Agreement {
    /// The ward's id.
    pub ward: String,
    pub file: FileId,
    pub span: Span,
    pub on: Spanned<Date>,
    pub patients: i64,
    pub staff: i64,
    pub carers: i64,
    /// The lines of each language's charter, in their order.
    pub charters: Vec<(String, Lines)>,
    /// The codes of what was agreed before, and when.
    pub earlier: Vec<(Spanned<String>, Spanned<Date>)>,
}

/// The lines of a charter by name, as plain words: `explanation`, `means_here`, `intent`, `behaviours/<id>` and `support`.
pub type Lines = Vec<(String, String)>;

/// The file as it is written.
#[derive(Serialize)]
pub struct AgreementFile {
    pub on: String,
    pub patients: i64,
    pub staff: i64,
    pub carers: i64,
    pub charters: serde_yaml::Mapping,
    #[serde(skip_serializing_if = "serde_yaml::Mapping::is_empty")]
    pub earlier: serde_yaml::Mapping,
}

/// What stands at the top of the file.
pub const HEAD: &str = "# The words that the people of this ward agreed. `wardpack agree` writes this file. It is the proof of what was\n\
                        # agreed, so nobody changes it by hand: agree again, and it is written anew.\n";

impl Agreement {
    pub fn read(ward: String, node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let file = reader.file;
        let mut fields = reader.fields(node, "an agreement")?;
        let on = fields.required("on");
        let mut count = |key| fields.optional(key).unwrap_or(0);
        let (patients, staff, carers) = (count("patients"), count("staff"), count("carers"));
        let charters = fields.map::<AgreedLines>("charters", "{en: {explanation: …}}");
        let earlier = fields.map("earlier", "{K7Q2M4X: 2026-05-01}");
        fields.finish();
        let charters = charters.into_iter().map(|(language, lines)| (language.value, lines.0)).collect();
        Some(Agreement { ward, file, span: node.span, on: on?, patients, staff, carers, charters, earlier })
    }

    /// Returns the lines of the charter in a language that were agreed.
    pub fn lines(&self, language: &str) -> Option<&Lines> {
        self.charters.iter().find(|(tag, _)| tag == language).map(|(_, lines)| lines)
    }
}

struct AgreedLines(Lines);

impl FromNode for AgreedLines {
    const EXAMPLE: &'static str = "{explanation: …}";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let Value::Map(entries) = &node.value else {
            reader.wrong_kind(node, "the lines of a charter", Self::EXAMPLE);
            return None;
        };
        let line = |(key, node): &(crate::parse::yaml::Key, Node)| Some((key.name.clone(), reader.words(node)?));
        Some(AgreedLines(entries.iter().filter_map(line).collect()))
    }
}
