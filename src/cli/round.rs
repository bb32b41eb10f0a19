//! `wardpack round`

use std::path::PathBuf;

use clap::Args;
use jiff::civil::Date;
use serde_json::{Value, json};

use super::agree::request;
use super::run::{print_fault, print_problems, today};
use super::words::plural;
use super::{FAULT, FINE, Format, PROBLEMS};
use crate::model::language::own_name;
use crate::model::sheet_record::EASY_READ;
use crate::pipeline::Report;
use crate::problem::fault::{Fault, agreeing, rounds};
use crate::problem::json::{JsonLayout, printed};
use crate::read;
use crate::resolve::charter::standing::{CODE_LENGTH, is_code};
use crate::resolve::ward_sheets::CHARTER;
use crate::round::{self, PutUp, SheetOnRound, ToDo, WardRound};

#[derive(Debug, Args)]
pub struct RoundAsked {
    /// The ward's id: the name of its file without .yaml
    ward: String,
    /// Write down that a sheet was put up in this place, such as "Day room"
    #[arg(long, value_name = "PLACE", requires = "code", conflicts_with = "down")]
    up: Option<String>,
    /// Write down that a sheet was taken down from this place
    #[arg(long, value_name = "PLACE")]
    down: Option<String>,
    /// The code at the foot of the sheet, such as K7Q2M4X
    #[arg(long, value_name = "CODE")]
    code: Option<String>,
    /// The sheet that was put up is the one in Easy Read: the charter has one code for both
    #[arg(long, requires = "up")]
    easy_read: bool,
    /// The day it was put up, such as 2026-11-23; today if left out
    #[arg(long, value_name = "DATE", value_parser = super::flag_values::date, requires = "up")]
    on: Option<Date>,
    /// How to print what hangs
    #[arg(long, value_enum, default_value_t = Format::Text, conflicts_with_all = ["up", "down"])]
    format: Format,
    /// The folder that holds pack.yaml
    #[arg(long, value_name = "DIR", default_value = "content")]
    content: PathBuf,
}

/// Lists what hangs on a ward, or writes down what was put up or taken down. Returns the exit code: 1 where something is to be done.
pub fn round(asked: &RoundAsked) -> u8 {
    if let Some(code) = asked.code.as_ref().filter(|code| !is_code(code)) {
        return print_fault(&agreeing::no_code(code, CODE_LENGTH), Format::Text);
    }
    match (&asked.up, &asked.down, &asked.code) {
        (Some(place), _, Some(code)) => put_up(asked, place, code),
        (_, Some(place), code) => take_down(asked, place, code.as_deref()),
        _ => list(asked),
    }
}

/// Prints why nothing can be said, and returns the exit code.
fn unsure(found: Result<Report, Fault>, format: Format) -> u8 {
    match found {
        Err(fault) => print_fault(&fault, format),
        Ok(report) => {
            print_problems(&report);
            outln!(
                "Put the mistakes of the pack right first, so that it is clear which sheets are current. Nothing was written."
            );
            FAULT
        }
    }
}

fn list(asked: &RoundAsked) -> u8 {
    let round = match round::round(&request(&asked.content, today()), &asked.ward) {
        Ok((Some(round), _)) => round,
        Ok((None, report)) => return unsure(Ok(report), asked.format),
        Err(fault) => return unsure(Err(fault), asked.format),
    };
    match asked.format {
        Format::Text => text(&round),
        Format::Json => outln!("{}", printed(&object(&round), JsonLayout::OneLine)),
    }
    let is_done = round.sheets.iter().all(|sheet| sheet.to_do == ToDo::Nothing);
    if is_done { FINE } else { PROBLEMS }
}

fn text(round: &WardRound) {
    let WardRound { ward, name, sheets } = round;
    if sheets.is_empty() {
        outln!("{name}: no sheet is written down yet. When one has been put up, write down the code at its foot:");
        outln!("  wardpack round {ward} --up \"Day room\" --code K7Q2M4X");
        return;
    }
    outln!("{name}: {}", plural(sheets.len(), "sheet"));
    for sheet in sheets {
        outln!("  {}: {}, {}, up since {}", sheet.place, called(sheet), sheet.code, sheet.on);
        match &sheet.to_do {
            ToDo::Nothing => {}
            ToDo::Change(code) => outln!("    Take down {}, and put up {code}", sheet.code),
            ToDo::TakeDown => outln!("    Take down {}: the ward has no such sheet any more", sheet.code),
        }
        if let Some(note) = &sheet.note {
            outln!("    Note: {note}");
        }
    }
    next(round);
}

/// Says what to do next.
fn next(round: &WardRound) {
    let ward = &round.ward;
    let mut to_do = round.sheets.iter().filter(|sheet| sheet.to_do != ToDo::Nothing).peekable();
    if to_do.peek().is_none() {
        outln!("All of them are current.");
        return;
    }
    outln!("\nBuild, print the new sheets, change them on the ward, and write down what you did:");
    for sheet in to_do {
        match &sheet.to_do {
            ToDo::Nothing => {}
            ToDo::Change(code) => {
                let is_easy_charter = sheet.sheet == format!("{CHARTER}{EASY_READ}");
                let easy_read = if is_easy_charter { " --easy-read" } else { "" };
                outln!("  wardpack round {ward} --up \"{}\" --code {code}{easy_read}", sheet.place);
            }
            ToDo::TakeDown => outln!("  wardpack round {ward} --down \"{}\" --code {}", sheet.place, sheet.code),
        }
    }
}

/// Returns what a sheet is called, in its language.
fn called(sheet: &SheetOnRound) -> String {
    let easy_read = if sheet.sheet.ends_with(EASY_READ) { ", Easy Read" } else { "" };
    let title = sheet.title.as_ref().map_or_else(|| sheet.sheet.clone(), |title| format!("“{title}”"));
    format!("{title} in {}{easy_read}", own_name(&sheet.language))
}

fn object(round: &WardRound) -> Value {
    let sheet = |sheet: &SheetOnRound| {
        let (to_do, put_up) = match &sheet.to_do {
            ToDo::Nothing => ("nothing", None),
            ToDo::Change(code) => ("change", Some(code)),
            ToDo::TakeDown => ("take-down", None),
        };
        json!({
            "place": sheet.place,
            "sheet": sheet.sheet,
            "title": sheet.title,
            "language": sheet.language,
            "code": sheet.code,
            "on": sheet.on.to_string(),
            "note": sheet.note,
            "to_do": to_do,
            "put_up": put_up,
        })
    };
    let to_do = round.sheets.iter().filter(|sheet| sheet.to_do != ToDo::Nothing).count();
    let sheets: Vec<Value> = round.sheets.iter().map(sheet).collect();
    json!({ "ward": round.ward, "name": round.name, "to_do": to_do, "sheets": sheets })
}

fn put_up(asked: &RoundAsked, place: &str, code: &str) -> u8 {
    let on = asked.on.unwrap_or_else(today);
    if on > today() {
        return print_fault(&rounds::not_yet(on), Format::Text);
    }
    if place.trim().is_empty() || place.chars().any(char::is_control) {
        return print_fault(&rounds::no_place(), Format::Text);
    }
    let put_up = PutUp { place, code, is_easy_read: asked.easy_read, on };
    match round::put_up(&request(&asked.content, today()), &asked.ward, put_up) {
        Ok((Some(recorded), _)) => {
            let sheet = &recorded.sheet;
            if let Some(before) = recorded.replaced.filter(|before| before.code != sheet.code) {
                outln!("It takes the place of {}, put up on {}: see that this one is down.", before.code, before.on);
            }
            let (language, file) = (own_name(&sheet.language), read::shown(&recorded.file));
            outln!(
                "{}, {}: {} in {language}, {}, written down in {file}",
                recorded.name,
                sheet.place,
                sheet.sheet,
                sheet.code
            );
            FINE
        }
        Ok((None, report)) => unsure(Ok(report), Format::Text),
        Err(fault) => unsure(Err(fault), Format::Text),
    }
}

fn take_down(asked: &RoundAsked, place: &str, code: Option<&str>) -> u8 {
    match round::take_down(&request(&asked.content, today()), &asked.ward, place, code) {
        Ok((Some(down), _)) => {
            for sheet in &down.sheets {
                let language = own_name(&sheet.language);
                outln!("{}, {}: {} in {language}, {}, is down", down.name, sheet.place, sheet.sheet, sheet.code);
            }
            outln!("Taken out of {}", read::shown(&down.file));
            FINE
        }
        Ok((None, report)) => unsure(Ok(report), Format::Text),
        Err(fault) => unsure(Err(fault), Format::Text),
    }
}
