//! Problems for the terminal: the file, the line itself with the place underlined, and what to write instead.

use std::borrow::Cow;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::{Place, Problem, Severity};
use crate::span::{Around, Files, Span, around, line_column};

/// Longer messages than this, in characters, are cut: nobody reads on, and what made them long is a file gone wrong.
const LONGEST: usize = 2_000;
/// Words that are quoted from a file are cut to so many characters.
const LONGEST_QUOTE: usize = 100;

/// What the text is printed on: a terminal takes colours, a file or another program doesn't.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Medium {
    Coloured,
    Plain,
}

/// Returns the problem as text, with a blank line after it.
pub fn render(problem: &Problem, files: &dyn Files, look: Medium) -> String {
    let renderer = match look {
        Medium::Coloured => Renderer::styled(),
        Medium::Plain => Renderer::plain(),
    };
    let level = match problem.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let title = level.primary_title(short(&problem.message)).id(problem.code.id);
    let lines: Vec<Excerpt<'_>> = match problem.place {
        Place::At(span) => {
            let related = problem.related.iter().map(|(span, words)| Excerpt::new(files, *span, words));
            std::iter::once(Excerpt::new(files, span, &problem.label)).chain(related).collect()
        }
        Place::Path(_) => Vec::new(),
    };
    let mut group = match &problem.place {
        Place::At(_) => {
            let kinds = std::iter::once(AnnotationKind::Primary).chain(std::iter::repeat(AnnotationKind::Context));
            lines.iter().zip(kinds).fold(Group::with_title(title), |group, (line, kind)| line.add_to(group, kind))
        }
        Place::Path(path) => title.element(Origin::path(without_commands(path))),
    };
    if let Some(help) = &problem.help {
        group = group.element(Level::HELP.message(without_commands(&cut(help, LONGEST)).into_owned()));
    }
    let is_said = |lines: &String| problem.help.as_ref().is_some_and(|help| help.contains(lines.as_str()));
    if let Some(lines) = problem.mended_lines(files).filter(|lines| !is_said(lines)) {
        group = group.element(Level::HELP.with_name("write").message(without_commands(&lines).into_owned()));
    }
    let groups: [Group<'_>; 1] = [group];
    seen(format!("{}\n\n", renderer.render(&groups)))
}

/// Returns the text with a sign for each letter that terminals obey and the printer lets through: the controls of ISO 6429's second set
/// (C1), of which U+009B begins a command as escape and a bracket do, and a carriage return, which writes over its line.
fn seen(text: String) -> String {
    let text = if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "␍") } else { text };
    let is_obeyed = |letter: char| ('\u{7f}'..='\u{9f}').contains(&letter);
    if text.contains(is_obeyed) { text.replace(is_obeyed, "\u{fffd}") } else { text }
}

/// Returns words with a sign for each letter that terminals obey, such as escape: the printer lets those through in all that isn't a
/// line of a file or the problem itself, and once it has put its colours in, nobody can tell them from its own.
fn without_commands(words: &str) -> Cow<'_, str> {
    let is_obeyed = |letter: char| letter.is_ascii_control() && !matches!(letter, '\n' | '\t' | '\r' | '\u{7f}');
    if !words.contains(is_obeyed) {
        return Cow::Borrowed(words);
    }
    // Unicode has a picture of each of the first 32 letters, in their order from U+2400.
    let picture = |letter: char| char::from_u32(0x2400 + u32::from(letter)).unwrap_or(letter);
    Cow::Owned(words.chars().map(|letter| if is_obeyed(letter) { picture(letter) } else { letter }).collect())
}

/// A line of a file with a place in it. The printer is handed the line alone, since it looks at all that it gets.
struct Excerpt<'a> {
    path: &'a str,
    line: usize,
    column: usize,
    around: Around<'a>,
    label: Cow<'a, str>,
}

impl<'a> Excerpt<'a> {
    fn new(files: &'a dyn Files, span: Span, label: &'a str) -> Self {
        let text = files.text(span.file);
        let at = line_column(text, span.start as usize);
        let around = around(text, span.range());
        Excerpt { path: files.shown(span.file), line: at.line, column: at.column, around, label: short(label) }
    }

    fn add_to<'l>(&'l self, group: Group<'l>, kind: AnnotationKind) -> Group<'l> {
        let mut annotation = kind.span(self.around.span.clone());
        if !self.label.is_empty() {
            annotation = annotation.label(&*self.label);
        }
        let snippet = Snippet::source(&*self.around.text).line_start(self.line).annotation(annotation);
        if self.around.is_moved {
            let origin = Origin::path(without_commands(self.path)).line(self.line).char_column(self.column);
            return group.element(origin).element(snippet);
        }
        group.element(snippet.path(without_commands(self.path)))
    }
}

/// Returns words with everything cut that is too long, and on one line.
fn short(words: &str) -> Cow<'_, str> {
    if words.len() <= LONGEST_QUOTE && !words.contains('\n') {
        return Cow::Borrowed(words);
    }
    let mut short = String::new();
    for (number, piece) in words.split('“').enumerate() {
        let (quoted, rest) = piece.split_once('”').filter(|_| number > 0).unwrap_or(("", piece));
        if number > 0 {
            short.push('“');
        }
        if !quoted.is_empty() {
            short.push_str(&cut(quoted, LONGEST_QUOTE));
            short.push('”');
        }
        short.push_str(rest);
    }
    let short = short.split('\n').map(str::trim_end).collect::<Vec<_>>().join(" ");
    Cow::Owned(cut(&short, LONGEST).into_owned())
}

fn cut(words: &str, longest: usize) -> Cow<'_, str> {
    match words.char_indices().nth(longest) {
        Some((end, _)) => Cow::Owned(format!("{}…", &words[..end])),
        None => Cow::Borrowed(words),
    }
}

#[cfg(test)]
mod tests {
    use super::super::Code;
    use super::*;
    use crate::span::FileId;

    struct NoFiles;

    impl Files for NoFiles {
        fn shown(&self, _file: FileId) -> &'static str {
            ""
        }
        fn layer(&self, _file: FileId) -> Option<&str> {
            None
        }
        fn is_there(&self, _shown: &str) -> bool {
            false
        }
        fn is_sheet(&self, _file: FileId) -> bool {
            false
        }
        fn text(&self, _file: FileId) -> &'static str {
            ""
        }
    }

    #[test]
    fn no_letter_writes_over_what_stands_there() {
        assert_eq!(seen("a\rb\r\nc\u{9b}d\n".to_owned()), "a␍b\nc\u{fffd}d\n");
    }

    #[test]
    fn no_part_of_a_problem_commands_the_terminal() {
        static CODE: Code = Code { id: "X000", title: "", meaning: "", instead: "" };
        let problem = Problem::error(&CODE, Place::Path("a\u{1b}[2J.gif".into()), "b\u{1b}[2J");
        let problem = problem.help("write “c\u{1b}[2J” or\n\td\u{8}");
        for look in [Medium::Plain, Medium::Coloured] {
            let text = render(&problem, &NoFiles, look);
            assert!(!text.contains("\u{1b}[2J") && !text.contains('\u{8}'), "{text:?}");
            assert!(["a␛[2J", "b␛[2J", "c␛[2J", "\td␈"].iter().all(|words| text.contains(words)), "{text:?}");
        }
    }

    #[test]
    fn only_what_is_quoted_at_length_is_cut() {
        let long = "ä".repeat(LONGEST_QUOTE + 1);
        assert_eq!(
            short(&format!("“{long}” and “b” aren't")),
            format!("“{}…” and “b” aren't", "ä".repeat(LONGEST_QUOTE))
        );
        assert_eq!(short("“a\nb” isn't"), "“a b” isn't");
        assert_eq!(short(&format!("“{long}")).chars().count(), LONGEST_QUOTE + 2);
        assert_eq!(short(&"x".repeat(LONGEST * 2)).chars().count(), LONGEST + 1);
    }
}
