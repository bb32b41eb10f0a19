//! wards/<id>.sheets.yaml: which sheet hangs where on a ward, with its code and the day it was put up. `wardpack round` writes it.

use jiff::civil::Date;
use serde::Serialize;

use crate::model::read::fields::{FromNode, Reader};
use crate::parse::yaml::Node;
use crate::span::{FileId, Span, Spanned};

#[derive(Clone, Debug)]
pub struct SheetRecord {
    /// The ward's id.
    pub ward: String,
    pub file: FileId,
    /// A place for problems with the record as a whole.
    pub span: Span,
    pub sheets: Vec<HangingSheet>,
    /// Lines of the author's own behind #, so that they aren't lost when the file is written anew.
    pub notes: Vec<String>,
}

/// A sheet on a wall or a board.
#[derive(Clone, Debug)]
pub struct HangingSheet {
    /// Where it hangs: “Day room”.
    pub place: Spanned<String>,
    /// `charter` or `leaflet/<id>`, and `/easy-read` behind it for the one in Easy Read.
    pub sheet: Spanned<String>,
    pub language: Spanned<String>,
    pub code: Spanned<String>,
    /// The day it was put up.
    pub on: Spanned<Date>,
    pub note: Option<String>,
}

/// The file as it is written.
#[derive(Serialize)]
pub struct SheetRecordFile {
    pub sheets: Vec<WrittenSheet>,
}

/// A sheet as it is written.
#[derive(Clone, Debug, Serialize)]
pub struct WrittenSheet {
    pub place: String,
    pub sheet: String,
    pub language: String,
    pub code: String,
    pub on: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// What stands at the top of the file.
pub const HEAD: &str = "# Which sheet hangs where on this ward. `wardpack round` writes this file, and lists what to take down and put up.\n\
                        # Words of your own about a sheet stand behind note:\n";

/// What the name of a sheet in Easy Read ends with.
pub const EASY_READ: &str = "/easy-read";

impl SheetRecord {
    pub fn read(ward: String, node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let file = reader.file;
        let mut fields = reader.fields(node, "a record of sheets")?;
        let sheets = fields.list("sheets");
        let span = fields.key_span("sheets").unwrap_or(fields.span);
        fields.finish();
        let is_own = |line: &&str| line.starts_with('#') && !HEAD.contains(line.trim_end());
        let notes = reader.text.lines().filter(is_own).map(|line| format!("{line}\n")).collect();
        Some(SheetRecord { ward, file, span, sheets, notes })
    }
}

impl HangingSheet {
    /// Returns the sheet as it is written.
    pub fn written(&self) -> WrittenSheet {
        WrittenSheet {
            place: self.place.value.clone(),
            sheet: self.sheet.value.clone(),
            language: self.language.value.clone(),
            code: self.code.value.clone(),
            on: self.on.value.to_string(),
            note: self.note.clone(),
        }
    }

    /// Tells whether both are the same sheet in the same place, however old each is.
    pub fn stands_for(&self, place: &str, sheet: &str, language: &str) -> bool {
        is_same_place(&self.place, place) && self.sheet.value == sheet && self.language.value == language
    }
}

/// Tells whether two places are one, written with other capitals or spaces.
pub fn is_same_place(one: &str, other: &str) -> bool {
    let plain = |place: &str| place.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    plain(one) == plain(other)
}

impl FromNode for HangingSheet {
    const EXAMPLE: &'static str = "{place: Day room, sheet: charter, language: en, code: K7Q2M4X, on: 2026-05-01}";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut fields = reader.group(node, "a sheet", Self::EXAMPLE)?;
        let (place, sheet) = (fields.required("place"), fields.required("sheet"));
        let (language, code) = (fields.required("language"), fields.required("code"));
        let (on, note) = (fields.required("on"), fields.optional::<Spanned<String>>("note"));
        fields.finish();
        let note = note.map(|note| note.value);
        Some(HangingSheet { place: place?, sheet: sheet?, language: language?, code: code?, on: on?, note })
    }
}
