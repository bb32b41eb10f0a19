//! `wardpack agree` and `wardpack code`

use std::path::PathBuf;

use clap::Args;
use jiff::civil::Date;

use super::run::{print_fault, print_problems, today};
use super::words::plural;
use super::{FAULT, FINE, Format, PROBLEMS};
use crate::agree::{self, CodeAnswer, CodeOwner, Who};
use crate::model::language::own_name;
use crate::pipeline::{Drafts, Request};
use crate::problem::fault::agreeing;
use crate::read::{self, Folders};
use crate::resolve::charter::standing::{CODE_LENGTH, is_code};

#[derive(Debug, Args)]
pub struct Agree {
    /// The ward's id: the name of its file without .yaml
    ward: String,
    /// The day the charter was agreed, such as 2026-11-23
    #[arg(long, value_name = "DATE", value_parser = super::flag_values::date)]
    on: Date,
    /// How many patients took part
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(i64).range(0..=1000))]
    patients: i64,
    /// How many staff took part
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(i64).range(0..=1000))]
    staff: i64,
    /// How many carers took part
    #[arg(long, value_name = "N", default_value_t = 0, value_parser = clap::value_parser!(i64).range(0..=1000))]
    carers: i64,
    /// The folder that holds pack.yaml
    #[arg(long, value_name = "DIR", default_value = "content")]
    content: PathBuf,
}

#[derive(Debug, Args)]
pub struct Code {
    /// The code on the sheet, such as K7Q2M4X
    code: String,
    /// The folder that holds pack.yaml
    #[arg(long, value_name = "DIR", default_value = "content")]
    content: PathBuf,
}

pub fn request(content: &std::path::Path, as_of: Date) -> Request {
    let beside = content.parent().unwrap_or(std::path::Path::new(""));
    Request {
        folders: Folders { content: content.to_owned(), themes: beside.join("themes"), theme: None },
        output: None,
        wards: Vec::new(),
        audience: None,
        web_address: None,
        drafts: Drafts::LeftOut,
        bundle: None,
        press: None,
        papers: None,
        as_of,
        deny: crate::problem::Deny::default(),
    }
}

/// Writes down what a ward agreed. Prints the file and the codes, and returns the exit code.
pub fn agree(asked: &Agree) -> u8 {
    if asked.patients + asked.carers + asked.staff == 0 {
        return print_fault(&agreeing::nobody_took_part(), Format::Text);
    }
    if asked.on > today() {
        return print_fault(&agreeing::not_yet(asked.on), Format::Text);
    }
    let who = Who { on: asked.on, patients: asked.patients, staff: asked.staff, carers: asked.carers };
    match agree::agree(&request(&asked.content, today()), &asked.ward, who) {
        Err(fault) => print_fault(&fault, Format::Text),
        Ok((None, report)) => {
            print_problems(&report);
            outln!("Nothing was written: put the mistakes right first, so that it is clear what was agreed.");
            PROBLEMS
        }
        Ok((Some(agreed), _)) => {
            for (language, lines, code) in &agreed.charters {
                outln!("{}: {}, code {code}", own_name(language), plural(*lines, "line"));
            }
            if let Some(day) = agreed.replaced {
                outln!("This takes the place of what was agreed on {day}; sheets with its code are still known.");
            }
            outln!("{}: what was agreed on {} is in {}", agreed.name, asked.on, read::shown(&agreed.file));
            FINE
        }
    }
}

/// Says which charter a code is of, and whether a sheet with it is current. Returns the exit code: 1 for a sheet that isn't.
pub fn code(asked: &Code) -> u8 {
    if !is_code(&asked.code) {
        return print_fault(&agreeing::no_code(&asked.code, CODE_LENGTH), Format::Text);
    }
    let (answer, report) = match agree::look_up(&request(&asked.content, today()), &asked.code) {
        Err(fault) => return print_fault(&fault, Format::Text),
        Ok(answered) => answered,
    };
    match answer {
        CodeAnswer::Found(found) => say(&found),
        CodeAnswer::Unknown => {
            outln!(
                "No charter, leaflet, card or form of this pack has the code {}: the sheet is older than what there is now, or of another pack.",
                asked.code
            );
            PROBLEMS
        }
        CodeAnswer::Unsure => {
            print_problems(&report);
            outln!("Nobody can tell whether the sheet is current: put the mistakes of the pack right first.");
            FAULT
        }
    }
}

/// Says which sheet a code is of, and whether it is current. Returns the exit code.
fn say(found: &CodeOwner) -> u8 {
    let ward = found.ward.as_deref();
    if let Some(title) = &found.leaflet {
        let of = ward.map(|ward| format!("{ward}, ")).unwrap_or_default();
        let easy_read = if found.is_easy_read { ", Easy Read" } else { "" };
        let printed_as = found.printed_as.unwrap_or("leaflet");
        outln!("{of}{printed_as} “{title}” in {}{easy_read}: current", own_name(&found.language));
        return FINE;
    }
    let agreed = found.agreed_on.map_or_else(|| "not recorded as agreed".to_owned(), |on| format!("agreed on {on}"));
    let current = match found.withdrawn_on {
        Some(on) => format!("not current: the ward was withdrawn on {on}"),
        None if found.is_current => "current".to_owned(),
        None => "not current: words have changed since".to_owned(),
    };
    let language = own_name(&found.language);
    outln!("{}, charter in {language}: {agreed}; {current}", ward.unwrap_or_default());
    if found.is_current { FINE } else { PROBLEMS }
}
