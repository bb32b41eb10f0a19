//! Problems for other programs: the same facts as the text, one object each.

use serde_json::{Value, json};

use super::{Place, Problem, Severity};
use crate::read::Sources;
use crate::span::{Span, line_at, line_column};

/// Returns the problem as a JSON object: `code`, `severity`, `message`, `file`, `line`, `column`, `end_line`, `end_column`,
/// `source` (the line itself), `label`, `help` and `related`. Lines and columns count from 1; columns count characters.
pub fn object(problem: &Problem, sources: &Sources) -> Value {
    let mut object = json!({
        "code": problem.code.id,
        "severity": match problem.severity { Severity::Error => "error", Severity::Warning => "warning" },
        "message": problem.message,
        "file": problem.path(sources),
    });
    if let Place::At(span) = problem.place {
        place(&mut object, span, sources);
    }
    object["label"] = json!(problem.label);
    object["help"] = json!(problem.help);
    object["related"] = problem
        .related
        .iter()
        .map(|(span, words)| {
            let mut related = json!({ "file": sources.file(span.file).shown, "message": words });
            place(&mut related, *span, sources);
            related
        })
        .collect();
    object
}

fn place(object: &mut Value, span: Span, sources: &Sources) {
    let text = sources.file(span.file).text.shown();
    let (start, end) = (line_column(text, span.start as usize), line_column(text, span.end as usize));
    object["line"] = json!(start.line);
    object["column"] = json!(start.column);
    object["end_line"] = json!(end.line);
    object["end_column"] = json!(end.column);
    object["source"] = json!(line_at(text, span.start as usize));
}
