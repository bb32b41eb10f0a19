//! The round of a ward: which sheet hangs where, what to take down and what to put up, and the record of it.

use std::path::PathBuf;

use jiff::civil::Date;

use crate::model::sheet_record::{
    EASY_READ, HEAD, HangingSheet, SheetRecord, SheetRecordFile, WrittenSheet, is_same_place,
};
use crate::model::ward::Ward;
use crate::pipeline::{Report, Request, no_ward, site};
use crate::problem::Severity;
use crate::problem::fault::{Fault, rounds};
use crate::resolve::charter::standing::in_letters;
use crate::resolve::ward_sheets::{self, SheetStanding, WardSheet, standing};
use crate::resolve::{Site, values};
use crate::write::disk::RealDisk;
use crate::write::whole;

/// What hangs on a ward.
#[derive(Debug)]
pub struct WardRound {
    pub ward: String,
    pub name: String,
    pub sheets: Vec<SheetOnRound>,
}

/// A sheet that hangs on a ward, and what is to be done about it.
#[derive(Debug)]
pub struct SheetOnRound {
    pub place: String,
    /// `charter`, `leaflet/<id>`, and the like.
    pub sheet: String,
    /// What it is called; nothing for a sheet that the ward doesn't have any more.
    pub title: Option<String>,
    pub language: String,
    pub code: String,
    pub on: Date,
    pub to_do: ToDo,
    pub note: Option<String>,
}

/// What is to be done about a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ToDo {
    Nothing,
    /// It is taken down, and the one with this code is put up.
    Change(String),
    TakeDown,
}

/// What was written down.
#[derive(Debug)]
pub struct RecordedSheet {
    pub name: String,
    pub sheet: WrittenSheet,
    /// The sheet in whose place it hangs now.
    pub replaced: Option<WrittenSheet>,
    pub file: PathBuf,
}

/// What was taken out of the record.
#[derive(Debug)]
pub struct TakenDown {
    pub name: String,
    pub sheets: Vec<WrittenSheet>,
    pub file: PathBuf,
}

/// A sheet that was put up.
#[derive(Clone, Copy, Debug)]
pub struct PutUp<'a> {
    pub place: &'a str,
    pub code: &'a str,
    /// The charter has one code for both: that in Easy Read was put up.
    pub is_easy_read: bool,
    pub on: Date,
}

/// Returns what hangs on a ward, and what to do about it. Nothing, with the report, where the pack has mistakes: then nobody can tell which
/// sheets are current.
pub fn round(request: &Request, ward: &str) -> Result<(Option<WardRound>, Report), Fault> {
    let (site, report) = whole_site(request)?;
    let Some(site) = site else { return Ok((None, report)) };
    // Sheets of a ward that has closed hang there still.
    let all = site.pack.wards.iter().chain(&site.pack.withdrawn_wards);
    let Some(ward) = all.into_iter().find(|one| one.id == ward) else { return Err(no_ward(&site.pack, ward)) };
    let current = ward_sheets::of_ward(&site, ward);
    let hanging = site.pack.sheet_records.get(&ward.id).map(|record| record.sheets.as_slice()).unwrap_or_default();
    let sheets = hanging.iter().map(|sheet| on_round(sheet, &current)).collect();
    Ok((Some(WardRound { ward: ward.id.clone(), name: values::plain(&ward.name), sheets }), report))
}

fn on_round(hanging: &HangingSheet, current: &[WardSheet]) -> SheetOnRound {
    let (title, to_do) = match standing(hanging, current) {
        SheetStanding::Current(sheet) => (Some(sheet.title.clone()), ToDo::Nothing),
        SheetStanding::Changed(sheet) => (Some(sheet.title.clone()), ToDo::Change(sheet.code().to_owned())),
        SheetStanding::Gone => (None, ToDo::TakeDown),
    };
    let WrittenSheet { place, sheet, language, code, note, .. } = hanging.written();
    SheetOnRound { place, sheet, title, language, code, on: hanging.on.value, to_do, note }
}

/// Writes down that a sheet was put up. Only a current sheet is; an older one of the same kind in the same place is taken out of the
/// record, since it is down. Returns nothing, with the report, where the pack or the record has mistakes.
pub fn put_up(request: &Request, ward: &str, put_up: PutUp<'_>) -> Result<(Option<RecordedSheet>, Report), Fault> {
    let (site, report) = whole_site(request)?;
    let Some(site) = site else { return Ok((None, report)) };
    let ward = live(&site, ward)?;
    let sheet = current_sheet(&site, ward, put_up)?;
    let place = put_up.place.split_whitespace().collect::<Vec<_>>().join(" ");
    let record = site.pack.sheet_records.get(&ward.id);
    let mut sheets = written(record.map(|record| &**record));
    let before = record
        .and_then(|record| record.sheets.iter().position(|one| one.stands_for(&place, &sheet.name, &sheet.language)));
    let new = |note: Option<String>| WrittenSheet {
        place,
        sheet: sheet.name.clone(),
        language: sheet.language.clone(),
        code: in_letters(put_up.code),
        on: put_up.on.to_string(),
        note,
    };
    let (sheet, replaced) = match before {
        Some(number) => {
            // What somebody wrote about the place is still so.
            let new = new(sheets[number].note.clone());
            (new.clone(), Some(std::mem::replace(&mut sheets[number], new)))
        }
        None => {
            let new = new(None);
            sheets.push(new.clone());
            (new, None)
        }
    };
    let file = write(request, &site, ward, sheets)?;
    Ok((Some(RecordedSheet { name: values::plain(&ward.name), sheet, replaced, file }), report))
}

/// Takes sheets out of the record that hung in a place: the one with this code, or the only one there. Returns nothing, with the report, where
/// the pack or the record has mistakes.
pub fn take_down(
    request: &Request,
    ward: &str,
    place: &str,
    code: Option<&str>,
) -> Result<(Option<TakenDown>, Report), Fault> {
    let (site, report) = whole_site(request)?;
    let Some(site) = site else { return Ok((None, report)) };
    let all = site.pack.wards.iter().chain(&site.pack.withdrawn_wards);
    let Some(ward) = all.into_iter().find(|one| one.id == ward) else { return Err(no_ward(&site.pack, ward)) };
    let sheets = written(site.pack.sheet_records.get(&ward.id).map(|record| &**record));
    let wanted = code.map(in_letters);
    let is_there = |sheet: &WrittenSheet| is_same_place(&sheet.place, place);
    let is_it = |sheet: &WrittenSheet| is_there(sheet) && wanted.as_ref().is_none_or(|code| sheet.code == *code);
    let places: Vec<&str> = sheets.iter().map(|sheet| sheet.place.as_str()).collect();
    let codes: Vec<&str> = sheets.iter().filter(|sheet| is_there(sheet)).map(|sheet| sheet.code.as_str()).collect();
    match sheets.iter().filter(|sheet| is_it(sheet)).count() {
        0 if codes.is_empty() => return Err(rounds::nothing_hangs(place, &places)),
        0 => return Err(rounds::no_such_code(place, &codes)),
        1 => {}
        _ if wanted.is_none() => return Err(rounds::several_hang(place, &codes)),
        // The charter and its Easy Read have one code: both are down.
        _ => {}
    }
    let (down, kept): (Vec<_>, Vec<_>) = sheets.into_iter().partition(is_it);
    let file = write(request, &site, ward, kept)?;
    Ok((Some(TakenDown { name: values::plain(&ward.name), sheets: down, file }), report))
}

/// Returns the site of a pack without mistakes.
fn whole_site(request: &Request) -> Result<(Option<Site>, Report), Fault> {
    whole::sweep(&request.folders.content, &RealDisk);
    let (site, report) = site(request)?;
    let has_errors = report.problems.iter().any(|problem| problem.severity == Severity::Error);
    Ok((site.filter(|_| !has_errors), report))
}

fn live<'a>(site: &'a Site, id: &str) -> Result<&'a Ward, Fault> {
    let found = site.pack.wards.iter().find(|ward| ward.id == id);
    found.map(|ward| &**ward).ok_or_else(|| no_ward(&site.pack, id))
}

/// Returns the sheet of the ward that has a code now.
fn current_sheet(site: &Site, ward: &Ward, put_up: PutUp<'_>) -> Result<WardSheet, Fault> {
    let code = in_letters(put_up.code);
    let sheets = ward_sheets::of_ward(site, ward);
    let has_code = |sheet: &&WardSheet| sheet.codes.contains(&code);
    let is_asked = |sheet: &&WardSheet| !put_up.is_easy_read || sheet.name.ends_with(EASY_READ);
    if let Some(found) = sheets.iter().filter(has_code).find(is_asked) {
        return Ok(found.clone());
    }
    if let Some(found) = sheets.iter().find(has_code) {
        return Err(rounds::not_in_easy_read(&found.title));
    }
    let mut others = site.pack.wards.iter().filter(|other| other.id != ward.id);
    let other = others.find(|other| ward_sheets::of_ward(site, other).iter().any(|sheet| sheet.codes.contains(&code)));
    Err(match other {
        Some(other) => rounds::of_other_ward(&code, &values::plain(&other.name), &other.id),
        None => rounds::not_current(&code, &values::plain(&ward.name)),
    })
}

fn written(record: Option<&SheetRecord>) -> Vec<WrittenSheet> {
    record.into_iter().flat_map(|record| &record.sheets).map(HangingSheet::written).collect()
}

/// Writes the record, and returns where it is. Lines of the author's own that begin with # are kept at its top.
fn write(request: &Request, site: &Site, ward: &Ward, sheets: Vec<WrittenSheet>) -> Result<PathBuf, Fault> {
    let content = &request.folders.content;
    let path = format!("wards/{}.sheets.yaml", ward.id);
    let own = site.pack.sheet_records.get(&ward.id).map(|record| record.notes.join("")).unwrap_or_default();
    let text = serde_yaml::to_string(&SheetRecordFile { sheets }).map_err(|error| rounds::not_in_words(&error))?;
    whole::put(content, &[(&path, format!("{HEAD}{own}{text}").as_bytes())], &RealDisk)
        .map_err(|error| error.of_files(content))?;
    Ok(content.join(path))
}
