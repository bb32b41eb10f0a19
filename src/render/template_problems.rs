//! What Tera says of a template → problems, each at its place in the theme's file.

use tera::{Error, ErrorKind};

use crate::problem::catalogue::theme;
use crate::problem::{Place, Problem};
use crate::read::Sources;
use crate::span::Span;

/// The folder of the theme that holds templates.
pub const FOLDER: &str = "templates/";

/// Returns the problems of templates that can't be read, one for each mistake.
pub fn unread(error: &Error, sources: &Sources) -> Vec<Problem> {
    let text = error.to_string();
    let told: Vec<Problem> = reports(&text).map(|report| report.problem(sources)).collect();
    if told.is_empty() { vec![of(error, None, sources)] } else { told }
}

/// Returns the problem of a template that can't be drawn for a page.
pub fn undrawn(error: &Error, page: &str, template: &str, sources: &Sources) -> Problem {
    of(error, Some((page, template)), sources)
}

/// Returns the problem of a component that two files define, at its place in the second one.
pub fn defined_twice(name: &str, first: &str, second: &str, sources: &Sources) -> Problem {
    let words = format!("the component {name} is defined in {first} already");
    let place = sources.theme.get(&format!("{FOLDER}{second}")).map(|id| {
        let text = sources.file(*id).text.shown();
        let start = name.as_ptr() as usize - text.as_ptr() as usize;
        Place::At(Span::new(*id, start, start + name.len()))
    });
    theme::template(place.unwrap_or_else(|| Place::Path(second.to_owned())), &words, None)
}

fn of(error: &Error, drawn: Option<(&str, &str)>, sources: &Sources) -> Problem {
    let page = drawn.map(|(page, _)| page);
    let (place, words) = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let range = page.is_none().then_some(&report.span().range);
            (place(report.filename(), range, sources, report.message()), report.message().to_owned())
        }
        ErrorKind::CircularExtend { tpl: name, .. }
        | ErrorKind::CircularInclude { tpl: name, .. }
        | ErrorKind::MissingParent { current: name, .. } => (place(name, None, sources, ""), error.to_string()),
        // Of what has no place of its own at least the page's template is known.
        _ => {
            let place = drawn.map_or(Place::Path("templates".into()), |(_, name)| place(name, None, sources, ""));
            (place, error.to_string().lines().next().unwrap_or_default().to_owned())
        }
    };
    theme::template(place, &words.replace('\n', " "), page)
}

/// Returns the place of a mistake. Drawing works on the minified text, whose offsets aren't the author's: the variable that
/// the message names is looked up in the file instead.
fn place(name: &str, range: Option<&std::ops::Range<usize>>, sources: &Sources, message: &str) -> Place {
    let Some(id) = sources.theme.get(&format!("{FOLDER}{name}")) else { return Place::Path(name.to_owned()) };
    if let Some(range) = range {
        return Place::At(Span::new(*id, range.start, range.end));
    }
    let word = named(message);
    let text = sources.file(*id).text.shown();
    match text.find(word).filter(|_| !word.is_empty()) {
        Some(at) => Place::At(Span::new(*id, at, at + word.len())),
        None => Place::At(Span::new(*id, 0, 0)),
    }
}

/// Returns the word that a message is of.
fn named(message: &str) -> &str {
    message.split('`').nth(1).unwrap_or_default()
}

/// A mistake as Tera prints it.
struct TemplateReport<'t> {
    words: &'t str,
    file: &'t str,
    line: usize,
    column: usize,
}

/// Filters, functions, components and files that there aren't come as one text: for each a line `error: …`, and below it a line
/// ` --> file:line:column`.
fn reports(text: &str) -> impl Iterator<Item = TemplateReport<'_>> {
    text.lines().zip(text.lines().skip(1)).filter_map(|(said, at)| {
        let words = said.strip_prefix("error: ")?;
        let mut parts = at.trim_start().strip_prefix("--> ")?.rsplitn(3, ':');
        let (column, line) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        Some(TemplateReport { words, file: parts.next()?, line, column })
    })
}

impl TemplateReport<'_> {
    fn problem(&self, sources: &Sources) -> Problem {
        let place = match sources.theme.get(&format!("{FOLDER}{}", self.file)) {
            Some(id) => {
                let text = sources.file(*id).text.shown();
                let at = self.offset(text);
                let word = named(self.words);
                // Its place is that of the filter with its sign, or of the call.
                let word_at = text[at..].find(word).map_or(at, |ahead| at + ahead);
                Place::At(Span::new(
                    *id,
                    word_at,
                    word_at + text[word_at..].strip_prefix(word).map_or(0, |_| word.len()),
                ))
            }
            None => Place::Path(self.file.to_owned()),
        };
        theme::template(place, self.words, None)
    }

    fn offset(&self, text: &str) -> usize {
        let mut lines = text.split_inclusive('\n');
        let above: usize = lines.by_ref().take(self.line - 1).map(str::len).sum();
        let line = lines.next().unwrap_or_default();
        above + line.char_indices().nth(self.column - 1).map_or(line.len(), |(at, _)| at)
    }
}
