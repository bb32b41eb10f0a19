//! Problems for the terminal: the file, the line itself with the place underlined, and what to write instead.

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::{Place, Problem, Severity};
use crate::span::{Files, Span, floor_char_boundary};

/// Returns the problem as text, with a blank line after it; `colour` asks for terminal colours.
pub fn render(problem: &Problem, files: &dyn Files, colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let level = match problem.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.primary_title(problem.message.as_str()).id(problem.code.id);
    let mut group = match &problem.place {
        Place::At(span) => {
            let mut group = title.element(snippet(files, *span, &problem.label, AnnotationKind::Primary));
            for (span, words) in &problem.related {
                group = group.element(snippet(files, *span, words, AnnotationKind::Context));
            }
            group
        }
        Place::Path(path) => title.element(Origin::path(path.as_str())),
    };
    if let Some(help) = &problem.help {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    let groups: [Group<'_>; 1] = [group];
    format!("{}\n\n", renderer.render(&groups))
}

/// Returns the lines around a span. Only the lines themselves are handed on, since the printer looks at the whole text.
fn snippet<'a>(
    files: &'a dyn Files,
    span: Span,
    label: &'a str,
    kind: AnnotationKind,
) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let text = files.text(span.file);
    let start = floor_char_boundary(text, span.start as usize);
    let end = floor_char_boundary(text, (span.end as usize).max(start));
    let first = text[..start].rfind('\n').map_or(0, |newline| newline + 1);
    let last = text[start..].find('\n').map_or(text.len(), |newline| start + newline);
    let line_number = text[..first].matches('\n').count() + 1;
    let end = end.clamp(start, last);
    let mut annotation = kind.span(start - first..end - first);
    if !label.is_empty() {
        annotation = annotation.label(label);
    }
    Snippet::source(&text[first..last]).line_start(line_number).path(files.shown(span.file)).annotation(annotation)
}
