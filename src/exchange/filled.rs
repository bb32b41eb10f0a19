//! A workbook that was filled in → what it says, and what of it can't be understood.

use std::collections::BTreeMap;

use super::DomainStandards;
use super::layout::{
    ABOUT_ROWS, ACTION, ANSWER, Asked, ID, LEVEL, NAME, QUESTION, TEAM, TEXTS, TITLE, YES, confidence, level, says,
    took_part,
};
use super::record::{AnswerRecord, RatingRecord, Record, tidy};
use crate::model::benchmark::Group;
use crate::model::day::{self, NotADay};
use crate::model::read::id::is_id;
use crate::read::sheet::{CellContent, Sheet, SheetRow, letters, plain_heading};

/// What a workbook says.
#[derive(Debug, Default)]
pub struct FilledWorkbook {
    /// The name of the benchmark's file.
    pub id: Option<String>,
    pub record: Record,
    pub notes: Vec<String>,
}

/// A row by the headings of its columns.
struct WorkbookRow<'s> {
    sheet: &'s Sheet,
    row: &'s SheetRow,
    columns: &'s BTreeMap<String, usize>,
}

impl WorkbookRow<'_> {
    fn words(&self, heading: &str) -> Option<String> {
        let cell = self.row.cells.get(*self.columns.get(&plain_heading(heading))?)?;
        let words = tidy(&cell.words);
        (!words.is_empty() && !matches!(cell.content, CellContent::Error | CellContent::Uncalculated)).then_some(words)
    }

    /// Returns where a cell is, for those who look for it.
    fn place(&self, heading: &str) -> String {
        let column = self.columns.get(&plain_heading(heading)).map_or(0, |column| *column);
        let sheet = self.sheet.name.as_deref().unwrap_or_default();
        format!("{sheet}, {}{}", letters(column), self.row.number)
    }
}

/// Returns what a workbook says; nothing where no sheet of it is one of a benchmark.
pub fn read(sheets: &[Sheet], domains: &[DomainStandards]) -> Option<FilledWorkbook> {
    let mut filled = FilledWorkbook::default();
    let mut is_benchmark = false;
    let mut actions: Vec<(String, String, BTreeMap<&'static str, String>)> = Vec::new();
    let mut answers: Vec<(String, AnswerRecord)> = Vec::new();
    for sheet in sheets {
        let Some((head, rest)) = sheet.rows.split_first() else { continue };
        let columns = columns(head);
        let has = |headings: &[&str]| headings.iter().all(|heading| columns.contains_key(&plain_heading(heading)));
        let lines = rest.iter().map(|row| WorkbookRow { sheet, row, columns: &columns });
        if has(&[QUESTION, ANSWER]) {
            is_benchmark = true;
            lines.for_each(|line| filled.about(&line));
        } else if has(&[ID, LEVEL]) {
            filled.tell_unknown(sheet, head, rest);
            answers.extend(lines.filter_map(|line| filled.answer(&line)));
        } else if has(&[ACTION[0].0, ACTION[1].0]) {
            actions.extend(lines.filter_map(|line| filled.action(&line)));
        }
        filled.tell_cells(sheet);
    }
    filled.place_all(answers, actions, domains);
    is_benchmark.then_some(filled)
}

/// Returns where each heading stands.
fn columns(head: &SheetRow) -> BTreeMap<String, usize> {
    let headings = head.cells.iter().enumerate().filter(|(_, cell)| !cell.words.is_empty());
    headings.rev().map(|(at, cell)| (plain_heading(&cell.words), at)).collect()
}

impl FilledWorkbook {
    /// Takes in what a row says of the benchmark as a whole.
    fn about(&mut self, line: &WorkbookRow<'_>) {
        let (Some(question), Some(said)) = (line.words(QUESTION), line.words(ANSWER)) else { return };
        let asks = |other: &str| plain_heading(&question) == plain_heading(other);
        let place = line.place(ANSWER);
        if asks(NAME) {
            if is_id(&said) {
                self.id = Some(said);
            } else {
                self.notes
                    .push(format!("{place}: “{said}” can't be the name of a file: small letters, digits and hyphens"));
            }
            return;
        }
        if let Some((name, _)) = Group::ALL.iter().find(|(_, group)| asks(&took_part(*group))) {
            match said.to_lowercase().as_str() {
                "yes" | "y" | "true" => self.record.took_part.push((*name).to_owned()),
                "no" | "n" | "false" => {}
                _ => self.notes.push(format!("{place}: “{said}” is neither {YES} nor No, so it isn't taken in")),
            }
            return;
        }
        let Some((_, key, asked, _)) = ABOUT_ROWS.iter().find(|(shown, ..)| asks(shown)) else {
            self.notes.push(format!("{place}: a benchmark has no place for “{question}”"));
            return;
        };
        let said = match asked {
            Asked::Level => level(&said).map(str::to_owned).ok_or(said),
            Asked::Day => day_of(&said),
            Asked::Words | Asked::List => Ok(said),
        };
        match said {
            Ok(said) => self.record.set_about(key, said),
            Err(said) => self.notes.push(format!("{place}: “{said}” is not understood, so it isn't taken in")),
        }
    }

    /// Returns what a row says of a domain or a standard.
    fn answer(&mut self, line: &WorkbookRow<'_>) -> Option<(String, AnswerRecord)> {
        let mut answer = AnswerRecord::default();
        let mut level = |heading: &str| {
            let said = line.words(heading)?;
            let level = confidence(&said);
            if level.is_none() {
                self.notes
                    .push(format!("{}: “{said}” is none of the choices, so it isn't taken in", line.place(heading)));
            }
            level.map(str::to_owned)
        };
        answer.says.extend(level(LEVEL).map(|level| ("confidence", level)));
        for (_, group) in Group::ALL {
            answer.groups.extend(level(&says(group)).map(|level| (group, level)));
        }
        answer.says.extend(line.words(TEAM).map(|team| ("team", team)));
        answer.says.extend(TEXTS.iter().filter_map(|(heading, key)| Some((*key, line.words(heading)?))));
        match line.words(ID) {
            Some(id) => Some((id, answer)),
            None => {
                if !answer.is_empty() {
                    self.notes.push(format!("{}: no number, so the row isn't taken in", line.place(ID)));
                }
                None
            }
        }
    }

    /// Returns an action with the number that it is for and its place.
    fn action(&mut self, line: &WorkbookRow<'_>) -> Option<(String, String, BTreeMap<&'static str, String>)> {
        let (place, of) = (line.place(ACTION[0].0), line.words(ACTION[0].0));
        let mut action: BTreeMap<&'static str, String> = BTreeMap::new();
        action.extend(ACTION[1..3].iter().filter_map(|(heading, key)| Some((*key, line.words(heading)?))));
        if let Some(by) = line.words(ACTION[3].0) {
            match day_of(&by) {
                Ok(day) => drop(action.insert("by", day)),
                Err(by) => {
                    let place = line.place(ACTION[3].0);
                    self.notes.push(format!("{place}: “{by}” is not a day such as 2027-03-31, so it isn't taken in"));
                }
            }
        }
        match (of, action.contains_key("what")) {
            (Some(of), true) => Some((of, place, action)),
            (None, _) if action.is_empty() => None,
            (None, _) => {
                self.notes.push(format!("{place}: an action for nothing, so it isn't taken in; choose what it is for"));
                None
            }
            (Some(_), false) => {
                self.notes.push(format!("{place}: an action without words, so it isn't taken in"));
                None
            }
        }
    }

    /// Puts each answer and each action where it belongs.
    fn place_all(
        &mut self,
        answers: Vec<(String, AnswerRecord)>,
        actions: Vec<(String, String, BTreeMap<&'static str, String>)>,
        domains: &[DomainStandards],
    ) {
        self.record.ratings = domains
            .iter()
            .map(|domain| RatingRecord { domain: domain.id.clone(), ..RatingRecord::default() })
            .collect();
        for (id, answer) in answers {
            let domain = domains.iter().position(|domain| domain.id == id);
            let of = domains.iter().position(|domain| domain.standards.iter().any(|(standard, _)| *standard == id));
            match (domain, of) {
                (Some(at), _) if self.record.ratings[at].answer.is_empty() => self.record.ratings[at].answer = answer,
                (None, Some(at)) if self.record.ratings[at].standards.iter().all(|(other, _)| *other != id) => {
                    self.record.ratings[at].standards.push((id, answer));
                }
                (None, None) if answer.is_empty() => {}
                (None, None) => {
                    self.notes.push(format!("“{id}”: the pack has no such domain or standard, so it isn't taken in"));
                }
                _ if answer.is_empty() => {}
                _ => self.notes.push(format!("“{id}” has two rows; the first is taken in")),
            }
        }
        for (of, place, action) in actions {
            let mut ratings = self.record.ratings.iter_mut();
            let found = ratings.find_map(|rating| {
                let is_domain = rating.domain == of;
                let standard = rating.standards.iter_mut().find(|(id, _)| *id == of).map(|(_, answer)| answer);
                if is_domain { Some(&mut rating.answer) } else { standard }
            });
            match found {
                Some(answer) => answer.actions.push(action),
                None => self
                    .notes
                    .push(format!("{place}: “{of}” is no domain or standard here, so its action isn't taken in")),
            }
        }
        for rating in &mut self.record.ratings {
            rating.standards.retain(|(_, answer)| !answer.is_empty());
        }
    }

    /// Tells of columns that nobody knows, where they say something.
    fn tell_unknown(&mut self, sheet: &Sheet, head: &SheetRow, rest: &[SheetRow]) {
        let groups = Group::ALL.iter().map(|(_, group)| says(*group));
        let texts = TEXTS.iter().map(|(heading, _)| (*heading).to_owned());
        let known: Vec<String> =
            [ID, TITLE, LEVEL, TEAM].map(str::to_owned).into_iter().chain(groups).chain(texts).collect();
        let is_known = |words: &str| known.iter().any(|heading| plain_heading(heading) == plain_heading(words));
        for (at, heading) in head.cells.iter().enumerate().filter(|(_, cell)| !is_known(&cell.words)) {
            let is_used = rest.iter().any(|row| row.cells.get(at).is_some_and(|cell| !cell.words.is_empty()));
            if is_used {
                let (sheet, column) = (sheet.name.as_deref().unwrap_or_default(), letters(at));
                let words = &heading.words;
                self.notes.push(format!(
                    "{sheet}, column {column}, “{words}”: a benchmark has no place for it, so it isn't taken in"
                ));
            }
        }
    }

    /// Tells of cells that hold no words of anybody.
    fn tell_cells(&mut self, sheet: &Sheet) {
        let name = sheet.name.as_deref().unwrap_or_default();
        for row in &sheet.rows {
            for (at, cell) in row.cells.iter().enumerate() {
                let place = format!("{name}, {}{}", letters(at), row.number);
                match cell.content {
                    CellContent::Error => {
                        self.notes.push(format!("{place}: Excel shows an error, so it isn't taken in"));
                    }
                    CellContent::Uncalculated => {
                        self.notes.push(format!("{place}: a formula without a result, so it isn't taken in"));
                    }
                    _ => {}
                }
            }
        }
    }
}

/// Returns a day as files write it, or the words where it is none.
fn day_of(words: &str) -> Result<String, String> {
    match day::day(words) {
        Ok(day) => Ok(day.to_string()),
        Err(why) => NotADay::meant(why).map(|day| day.to_string()).ok_or_else(|| words.to_owned()),
    }
}
