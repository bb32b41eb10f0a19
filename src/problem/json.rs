//! Problems for other programs: the same facts as the text, one object each.

use serde_json::{Value, json};

use super::{Mend, Place, Problem, Severity};
use crate::span::{Files, Span, around, line_column};

/// Returns the problem as a JSON object: `code`, `severity`, `message`, `file`, `line`, `column`, `end_line`, `end_column`,
/// `source` (the line itself, cut where it is very long), `label`, `help`, `mend` (the help as a `text` for a place, or as a
/// `name` for the file; null where there is none) and `related`. Lines and columns count from 1; columns count characters.
pub fn object(problem: &Problem, files: &dyn Files) -> Value {
    let mut object = json!({
        "code": problem.code.id,
        "severity": severity(problem.severity),
        "message": problem.message,
        "file": problem.path(files),
    });
    if let Place::At(span) = problem.place {
        place(&mut object, span, files);
    }
    object["label"] = json!(problem.label);
    object["help"] = json!(problem.help);
    object["mend"] = problem.mend.as_ref().map_or(Value::Null, |mend| self::mend(mend, files));
    object["related"] = problem
        .related
        .iter()
        .map(|(span, words)| {
            let mut related = json!({ "file": files.shown(span.file), "message": words });
            place(&mut related, *span, files);
            related
        })
        .collect();
    object
}

/// How an object is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JsonLayout {
    OneLine,
    /// For people too.
    Indented,
}

/// Returns an object as text. Letters that a terminal obeys (those of the second set of controls, C1) are
/// written as their codes: to a program it is the same text.
pub fn printed(object: &Value, layout: JsonLayout) -> String {
    let text = match layout {
        JsonLayout::OneLine => object.to_string(),
        JsonLayout::Indented => format!("{object:#}"),
    };
    let is_obeyed = |letter: char| ('\u{7f}'..='\u{9f}').contains(&letter);
    if !text.contains(is_obeyed) {
        return text;
    }
    let code = |letter: char| if is_obeyed(letter) { format!("\\u{:04x}", letter as u32) } else { letter.to_string() };
    text.chars().map(code).collect()
}

fn mend(mend: &Mend, files: &dyn Files) -> Value {
    match mend {
        Mend::Write { span, text, .. } => {
            let mut object = json!({ "file": files.shown(span.file), "text": text });
            place(&mut object, *span, files);
            object
        }
        Mend::Rename { name } => json!({ "name": name }),
    }
}

fn place(object: &mut Value, span: Span, files: &dyn Files) {
    let text = files.text(span.file);
    let (start, end) = (line_column(text, span.start as usize), line_column(text, span.end as usize));
    object["line"] = json!(start.line);
    object["column"] = json!(start.column);
    object["end_line"] = json!(end.line);
    object["end_column"] = json!(end.column);
    object["source"] = json!(around(text, span.range()).text);
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_obeys_is_written_as_its_code() {
        let object = json!({ "message": "a\u{9b}2J\u{7f}é\u{1b}" });
        for layout in [JsonLayout::OneLine, JsonLayout::Indented] {
            let text = printed(&object, layout);
            assert!(text.contains(r"a\u009b2J\u007fé\u001b"), "{text}");
            assert_eq!(serde_json::from_str::<Value>(&text).ok(), Some(object.clone()));
        }
    }
}
