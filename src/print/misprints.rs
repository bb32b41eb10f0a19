//! Why a paper wasn't printed, as problems: each at the line that can be put right, where that can be found.

use std::collections::BTreeMap;

use super::press::{Misprint, TemplateMistake};
use crate::ledger::TooLong;
use crate::plan::view::paper::Paper;
use crate::plan::view::parts::Fold;
use crate::problem::catalogue::{papers, theme};
use crate::problem::{Place, Problem};
use crate::read::Sources;
use crate::span::{FileId, Files, Span, line_column};

/// The files whose words papers have beside the texts and the ward's own file: who can be called, and who publishes them.
const BESIDE: [&str; 2] = ["support.yaml", "charter/trust.yaml"];

/// A file, and the number of a line of it.
type LineOfFile = (FileId, usize);

/// Returns the problems of a paper that wasn't printed.
pub fn problems(misprint: &Misprint, paper: &Paper, origin: Option<Span>, sources: &Sources) -> Vec<Problem> {
    let at_origin = || origin.map_or_else(|| Place::Path(paper.path.clone()), Place::At);
    match misprint {
        Misprint::TooLong(TooLong { pages, points }) => {
            let most = paper.kind.size().most_pages;
            vec![papers::too_long(at_origin(), (&paper.title, &paper.name), *pages, most, *points)]
        }
        Misprint::Letters(letters) => {
            let whose = paper.ward.as_ref().map_or(&paper.title, |ward| &ward.words);
            // Letters of one line are told together.
            let mut lines: BTreeMap<Option<LineOfFile>, (Option<Span>, Vec<char>)> = BTreeMap::new();
            for letter in letters {
                let found = find(*letter, paper, origin, sources);
                let line = |span: Span| (span.file, line_column(sources.text(span.file), span.range().start).line);
                lines.entry(found.map(line)).or_insert((found, Vec::new())).1.push(*letter);
            }
            let problem = |(found, letters): (Option<Span>, Vec<char>)| {
                papers::no_letters(found.map_or_else(at_origin, Place::At), whose, &letters)
            };
            lines.into_values().map(problem).collect()
        }
        Misprint::Template(mistakes) => {
            let problem = |mistake: &TemplateMistake| {
                let template = mistake.file.as_deref().unwrap_or(paper.kind.template());
                theme::template(place(mistake, template, sources), &mistake.message, Some(&paper.path))
            };
            mistakes.iter().map(problem).collect()
        }
    }
}

/// Says that a leaflet has too many pages to be folded: the one on A4 has the same words.
pub fn left_out(paper: &Paper, fold: Fold, origin: Option<Span>, pages: usize) -> Problem {
    let place = origin.map_or_else(|| Place::Path(paper.path.clone()), Place::At);
    let most = paper.kind.size().most_pages;
    match fold {
        Fold::Booklet => papers::no_booklet(place, &paper.title, pages, most),
        Fold::TriFold => papers::no_tri_fold(place, &paper.title, pages, most),
    }
}

/// Returns where a letter of a paper was written: in one of its texts, in the file that it is of, or in one of those with names and numbers.
fn find(letter: char, paper: &Paper, origin: Option<Span>, sources: &Sources) -> Option<Span> {
    let texts = paper.texts().into_iter().map(|text| text.prose.span);
    let packs = sources.packs.first().copied();
    let beside = BESIDE.iter().filter_map(|path| sources.content.get(*path).copied());
    let files = origin.map(|origin| origin.file).into_iter().chain(packs).chain(beside);
    let whole = files.map(|file| Span::new(file, 0, sources.text(file).len()));
    texts.chain(whole).find_map(|span| {
        let text = sources.text(span.file).get(span.range())?;
        let is_comment =
            |at: usize| text[..at].rsplit('\n').next().is_some_and(|line| line.trim_start().starts_with('#'));
        let at = text.match_indices(letter).map(|(at, _)| at).find(|at| !is_comment(*at))? + span.range().start;
        Some(Span::new(span.file, at, at + letter.len_utf8()))
    })
}

fn place(mistake: &TemplateMistake, template: &str, sources: &Sources) -> Place {
    let Some(id) = sources.theme.get(template) else { return Place::Path(template.to_owned()) };
    let range = mistake.range.clone().unwrap_or_default();
    Place::At(Span::new(*id, range.start, range.end))
}
