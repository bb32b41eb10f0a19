//! Bytes as single values: addresses, numbers, days, ids, lines with placeholders.

use jiff::civil::Date;
use wardpack::model::address::{Email, SiteAddress, WebAddress};
use wardpack::model::colour::Colour;
use wardpack::model::phone::{Phone, TextNumber};
use wardpack::model::read::fields::{FromNode, Reader};
use wardpack::model::read::id::{as_id, is_id};
use wardpack::model::read::single_values::Id;
use wardpack::parse::yaml::{Node, Value};
use wardpack::problem::{Mend, Problem};
use wardpack::span::{FileId, Span, Spanned};
use wardpack::text::line::Line;
use wardpack::text::plain;

use super::{are_there, says_the_same};

/// Reads bytes as each kind of value. An exact help that is followed takes its problem away.
pub fn value(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    read::<WebAddress>(text);
    read::<SiteAddress>(text);
    read::<Email>(text);
    read::<Phone>(text);
    read::<TextNumber>(text);
    read::<Spanned<Date>>(text);
    read::<Colour>(text);
    read::<Id>(text);
    read::<Line>(text);
    id(text);
    phone(text);
    line(text);
}

fn read<T: FromNode + std::fmt::Debug>(text: &str) {
    let (one, problems) = read_once::<T>(text);
    for problem in &problems {
        are_there(problem, text);
    }
    says_the_same(&one, &read_once::<T>(text).0);
    for problem in &problems {
        let Some(Mend::Write { span, was: None, text: better }) = &problem.mend else { continue };
        let mut mended = text.to_owned();
        mended.replace_range(span.range(), better);
        let (_, left) = read_once::<T>(&mended);
        let is_left = |other: &Problem| other.code.id == problem.code.id && other.message == problem.message;
        let (before, after) = (problems.iter().filter(|one| is_left(one)), left.iter().filter(|one| is_left(one)));
        assert!(after.count() < before.count(), "{}: {text:?} → {mended:?}", problem.message);
    }
}

fn read_once<T: FromNode>(text: &str) -> (Option<T>, Vec<Problem>) {
    let mut reader = Reader { file: FileId(0), text, problems: Vec::new() };
    let node = Node { span: Span::new(FileId(0), 0, text.len()), value: Value::Text(text.to_owned()) };
    (T::from_node(&node, &mut reader), reader.problems)
}

/// Whatever a title is, an address can be made from it, and that one stays as it is.
fn id(title: &str) {
    let made = as_id(title);
    assert!(is_id(&made), "{title:?} → {made:?}");
    assert_eq!(as_id(&made), made, "{title:?}");
}

/// A number that can be called is dialled by digits, and can be written so that it is read as itself.
fn phone(text: &str) {
    let (Some(phone), problems) = read_once::<Phone>(text) else { return };
    if !problems.is_empty() {
        return;
    }
    let dialled = phone.dialled();
    let is_dialled = |sign: char| sign.is_ascii_digit() || "+,".contains(sign);
    assert!(dialled.iter().all(|number| !number.is_empty() && number.chars().all(is_dialled)), "{text:?}: {dialled:?}");
    let written = phone.written();
    let (again, problems) = read_once::<Phone>(&written);
    assert!(problems.is_empty(), "{text:?} is written {written:?}: {}", problems[0].message);
    assert_eq!(again.map(|again| again.dialled()), Some(dialled), "{text:?} is written {written:?}");
}

/// A line that is written as it was read is read as itself.
fn line(text: &str) {
    let (Some(line), problems) = read_once::<Line>(text) else { return };
    if !problems.is_empty() {
        return;
    }
    let written = plain::line(&line);
    let (again, _) = read_once::<Line>(&written);
    assert_eq!(again.map(|again| plain::line(&again)), Some(written), "{text:?}");
}
