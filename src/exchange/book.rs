//! The workbook of a benchmark: choices to pick, headings that stay, a sheet a domain, the action plan.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rust_xlsxwriter::{
    DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, Formula, Workbook, Worksheet, XlsxError,
};

use super::DomainStandards;
use super::layout::{
    ABOUT, ABOUT_ROWS, ACTION, ANSWER, Asked, CONFIDENCES, HELP, ID, LEVEL, LEVELS, NAME, NAME_HELP, PLAN, QUESTION,
    TEAM, TEXTS, TITLE, YES, says, shown_confidence, shown_level, took_part,
};
use super::record::{AnswerRecord, RatingRecord, Record};
use crate::model::benchmark::Group;

/// Excel's own number for the format "Text".
const TEXT: u8 = 49;
/// So many actions have choices to pick.
const ACTIONS: u32 = 300;
/// The row of the sheet "Help" where the numbers begin, counted from 0.
const FIRST_NUMBER: u32 = 7;
/// The longest name that a sheet can have.
const LONGEST_NAME: usize = 31;

struct Formats {
    head: Format,
    words: Format,
    quiet: Format,
}

/// Returns the workbook of a benchmark. The day is that of the run, so that two of the same are the same.
pub fn workbook(record: &Record, id: &str, domains: &[DomainStandards], today: Date) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let (year, month, day) = (today.year(), today.month(), today.day());
    let today = ExcelDateTime::from_ymd(year.unsigned_abs(), month.unsigned_abs(), day.unsigned_abs())?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&today));
    let words = Format::new().set_num_format_index(TEXT).set_text_wrap().set_align(FormatAlign::Top);
    let formats = Formats { head: words.clone().set_bold(), quiet: words.clone(), words };
    about(book.add_worksheet(), record, id, &formats)?;
    let empty = RatingRecord::default();
    for domain in domains {
        let rating = record.ratings.iter().find(|rating| rating.domain == domain.id).unwrap_or(&empty);
        of_domain(book.add_worksheet(), domain, rating, &formats)?;
    }
    plan(book.add_worksheet(), record, &numbers(domains), &formats)?;
    help(book.add_worksheet(), domains, &formats)?;
    book.save_to_buffer()
}

/// Returns the numbers of all domains and standards.
fn numbers(domains: &[DomainStandards]) -> Vec<&str> {
    let of_domain = |domain: &'_ DomainStandards| 1 + domain.standards.len();
    let mut numbers = Vec::with_capacity(domains.iter().map(of_domain).sum());
    for domain in domains {
        numbers.push(domain.id.as_str());
        numbers.extend(domain.standards.iter().map(|(id, _)| id.as_str()));
    }
    numbers
}

fn about(sheet: &mut Worksheet, record: &Record, id: &str, formats: &Formats) -> Result<(), XlsxError> {
    sheet.set_name(ABOUT)?.set_freeze_panes(1, 0)?;
    head(sheet, &[(QUESTION, 28), (ANSWER, 50), ("Help", 60)], formats)?;
    let mut row = 1;
    let mut ask = |question: &str, answer: &str, help: &str, choices: &[&str]| -> Result<(), XlsxError> {
        sheet.write_with_format(row, 0, question, &formats.head)?;
        sheet.write_with_format(row, 1, answer, &formats.words)?;
        sheet.write_with_format(row, 2, help, &formats.quiet)?;
        if !choices.is_empty() {
            sheet.add_data_validation(row, 1, row, 1, &one_of(choices)?)?;
        }
        row += 1;
        Ok(())
    };
    ask(NAME, id, NAME_HELP, &[])?;
    for (question, key, asked, help) in &ABOUT_ROWS {
        let said = record.about(key).unwrap_or_default();
        match asked {
            Asked::Level => ask(question, shown_level(said), help, &LEVELS.map(|(shown, _)| shown))?,
            _ => ask(question, said, help, &[])?,
        }
        if *key == "on" {
            for (name, group) in Group::ALL {
                let answer = if record.took_part.iter().any(|there| there == name) { YES } else { "" };
                ask(&took_part(group), answer, "Yes, if they were in the group that decided", &[YES, "No"])?;
            }
        }
    }
    Ok(())
}

fn of_domain(
    sheet: &mut Worksheet,
    domain: &DomainStandards,
    rating: &RatingRecord,
    formats: &Formats,
) -> Result<(), XlsxError> {
    sheet.set_name(name(domain))?.set_freeze_panes(1, 2)?;
    let groups: Vec<String> = Group::ALL.iter().map(|(_, group)| says(*group)).collect();
    let mut columns = vec![(ID, 12), (TITLE, 32), (LEVEL, 20), (TEAM, 20)];
    columns.extend(groups.iter().map(|heading| (heading.as_str(), 20)));
    columns.extend(TEXTS.iter().map(|(heading, _)| (*heading, 40)));
    head(sheet, &columns, formats)?;
    line(sheet, 1, (&domain.id, &domain.title), &rating.answer, formats)?;
    let held: BTreeMap<&str, &str> = domain.standards.iter().map(|(id, title)| (id.as_str(), title.as_str())).collect();
    let empty = AnswerRecord::default();
    let answers: BTreeMap<&str, &AnswerRecord> =
        rating.standards.iter().map(|(id, answer)| (id.as_str(), answer)).collect();
    let others = domain.standards.iter().map(|(id, _)| id.as_str()).filter(|id| !answers.contains_key(id));
    let mut last = 1;
    for id in rating.standards.iter().map(|(id, _)| id.as_str()).chain(others) {
        last += 1;
        let title = held.get(id).copied().unwrap_or_default();
        line(sheet, last, (id, title), answers.get(id).copied().unwrap_or(&empty), formats)?;
    }
    let levels = CONFIDENCES.map(|(shown, _)| shown);
    sheet.add_data_validation(1, 2, last, 2, &one_of(&levels)?)?;
    sheet.add_data_validation(1, 4, last, 9, &one_of(&levels[..3])?)?;
    Ok(())
}

/// Writes a row of a domain's sheet.
fn line(
    sheet: &mut Worksheet,
    row: u32,
    (id, title): (&str, &str),
    answer: &AnswerRecord,
    formats: &Formats,
) -> Result<(), XlsxError> {
    let says = |key: &str| answer.says.get(key).map_or("", String::as_str);
    let mut cells = vec![id, title, shown_confidence(says("confidence")), says("team")];
    cells.extend(
        Group::ALL.iter().map(|(_, group)| answer.groups.get(group).map_or("", |level| shown_confidence(level))),
    );
    cells.extend(TEXTS.iter().map(|(_, key)| says(key)));
    for (column, words) in (0..).zip(cells) {
        sheet.write_with_format(row, column, words, &formats.words)?;
    }
    Ok(())
}

fn plan(sheet: &mut Worksheet, record: &Record, numbers: &[&str], formats: &Formats) -> Result<(), XlsxError> {
    sheet.set_name(PLAN)?.set_freeze_panes(1, 0)?;
    head(sheet, &[(ACTION[0].0, 24), (ACTION[1].0, 60), (ACTION[2].0, 28), (ACTION[3].0, 18)], formats)?;
    for column in 0..4 {
        sheet.set_column_format(column, &formats.words)?;
    }
    let of = |rating: &'_ RatingRecord| -> Vec<(String, AnswerRecord)> {
        let own = std::iter::once((rating.domain.clone(), rating.answer.clone()));
        own.chain(rating.standards.iter().cloned()).collect()
    };
    let mut row = 1;
    for (id, answer) in record.ratings.iter().flat_map(of) {
        for action in &answer.actions {
            let said = |key: &str| action.get(key).map_or("", String::as_str);
            for (column, words) in (0..).zip([id.as_str(), said("what"), said("who"), said("by")]) {
                sheet.write_with_format(row, column, words, &formats.words)?;
            }
            row += 1;
        }
    }
    let last = FIRST_NUMBER + u32::try_from(numbers.len()).unwrap_or(1);
    let choices = Formula::new(format!("={HELP}!$A${}:$A${last}", FIRST_NUMBER + 1));
    let rule = DataValidation::new()
        .allow_list_formula(choices)
        .set_error_title("Not a domain or a standard")?
        .set_error_message("Choose a number from the list. The sheet Help says what each is.")?;
    sheet.add_data_validation(1, 0, row + ACTIONS, 0, &rule)?;
    Ok(())
}

fn help(sheet: &mut Worksheet, domains: &[DomainStandards], formats: &Formats) -> Result<(), XlsxError> {
    sheet.set_name(HELP)?.set_column_width(0, 26)?.set_column_width(1, 80)?;
    let explained = [
        (CONFIDENCES[0].0, "The aim is clear and it is being met. Everything that is needed is in place."),
        (CONFIDENCES[1].0, "The aim is not clear enough, or only some of it is in place."),
        (CONFIDENCES[2].0, "The aim has not been set, or you cannot be sure that it will be met."),
        (CONFIDENCES[3].0, "Write which team in the next column."),
        ("What groups say", "Fill these in only where people see it differently. They are never made into an average."),
    ];
    for (row, (name, words)) in (0..).zip(explained) {
        sheet.write_with_format(row, 0, name, &formats.head)?.write_with_format(row, 1, words, &formats.words)?;
    }
    sheet.write_with_format(FIRST_NUMBER - 1, 0, "The numbers", &formats.head)?;
    let mut row = FIRST_NUMBER;
    for domain in domains {
        let of_domain = std::iter::once((&domain.id, &domain.title));
        for (id, title) in of_domain.chain(domain.standards.iter().map(|(id, title)| (id, title))) {
            sheet.write_with_format(row, 0, id, &formats.words)?.write_with_format(row, 1, title, &formats.words)?;
            row += 1;
        }
    }
    Ok(())
}

fn head(sheet: &mut Worksheet, columns: &[(&str, u16)], formats: &Formats) -> Result<(), XlsxError> {
    for (number, (heading, width)) in (0..).zip(columns) {
        sheet.set_column_width(number, *width)?.write_with_format(0, number, *heading, &formats.head)?;
    }
    Ok(())
}

fn one_of(choices: &[&str]) -> Result<DataValidation, XlsxError> {
    DataValidation::new()
        .allow_list_strings(choices)?
        .set_error_title("Not one of the choices")?
        .set_error_message("Choose one from the list, or leave the cell empty.")
}

/// Returns the name of a domain's sheet: its number and as much of its title as a sheet's name holds.
fn name(domain: &DomainStandards) -> String {
    let title = domain.title.replace(['[', ']', ':', '*', '?', '/', '\\', '\''], " ");
    let name: String = format!("{} {title}", domain.number).chars().take(LONGEST_NAME).collect();
    name.trim_end().to_owned()
}
