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
