//! The bytes of a workbook → the parts inside it, once it is certain that they are one and don't unpack without end.

use std::collections::HashMap;
use std::io::{self, Cursor, Read};

use zip::ZipArchive;

use crate::problem::catalogue::lists::Unreadable;

/// The largest that all text inside a workbook may be: several times that of a sheet with the most rows and columns that are read. What
/// a list of wards needs is a hundredth of it.
const LARGEST_UNPACKED: u64 = 100 << 20;
/// The largest that a part may be that is read as a whole.
const LARGEST_PART: u64 = 4 << 20;

/// The parts of a workbook.
pub struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    /// Their numbers, by names that make no difference between capitals and between ways to write a path.
    numbers: HashMap<String, usize>,
}

/// Returns the parts of a workbook. Reports what isn't one, by what its bytes are, and one that would unpack without end.
pub fn open(bytes: &[u8]) -> Result<Package<'_>, Unreadable> {
    if !bytes.starts_with(b"PK\x03\x04") {
        return Err(what_it_is(bytes));
    }
    let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unreadable::NotWhole)?;
    let names: Vec<String> = archive.file_names().filter_map(Result::ok).map(|name| plain(&name)).collect();
    let has = |start: &str| names.iter().any(|name| name.starts_with(start));
    let other = [
        ("word/", Unreadable::Word),
        ("ppt/", Unreadable::Presentation),
        ("xl/workbook.bin", Unreadable::BinaryWorkbook),
        ("index/", Unreadable::Numbers),
        ("content.xml", Unreadable::OpenDocument),
    ];
    if let Some((_, is_it)) = other.into_iter().find(|(start, _)| has(start)) {
        return Err(is_it);
    }
    if !has("[content_types].xml") {
        return Err(Unreadable::NoWorkbook);
    }
    let numbers = names.into_iter().enumerate().map(|(number, name)| (name, number)).collect();
    let mut package = Package { archive, numbers };
    package.measure()?;
    Ok(package)
}

/// Returns what a file is that isn't packed as a workbook is.
fn what_it_is(bytes: &[u8]) -> Unreadable {
    let holds = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(wide.len()).any(|window| window == wide)
    };
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    match bytes {
        [] => Unreadable::Empty,
        [0xD0, 0xCF, 0x11, 0xE0, ..] if holds("EncryptedPackage") => Unreadable::Password,
        [0xD0, 0xCF, 0x11, 0xE0, ..] if holds("WordDocument") => Unreadable::Word,
        [0xD0, 0xCF, 0x11, 0xE0, ..] => Unreadable::OldWorkbook,
        [b'%', b'P', b'D', b'F', ..] => Unreadable::Pdf,
        _ if text.starts_with(b"<") => Unreadable::WebPage,
        _ if !bytes.contains(&0) && bytes.contains(&b'\n') => Unreadable::CsvAsWorkbook,
        _ => Unreadable::NoWorkbook,
    }
}

/// Returns the name of a part without what makes no difference in it.
fn plain(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').to_lowercase()
}

impl Package<'_> {
    /// Unpacks all text once into nothing, to know how large it is; what a file says of itself needn't be true.
    fn measure(&mut self) -> Result<(), Unreadable> {
        let mut left = LARGEST_UNPACKED;
        for number in 0..self.archive.len() {
            let part = self.archive.by_index(number).map_err(|_| Unreadable::NotWhole)?;
            let is_text =
                part.name().is_ok_and(|name| plain(&name).ends_with(".xml") || plain(&name).ends_with(".rels"));
            if is_text {
                let size = io::copy(&mut part.take(left + 1), &mut io::sink()).map_err(|_| Unreadable::NotWhole)?;
                left = left.checked_sub(size).ok_or(Unreadable::TooMuch { megabytes: LARGEST_UNPACKED >> 20 })?;
            }
        }
        Ok(())
    }

    /// Returns a part that is read piece by piece; nothing where there is none of this name.
    pub fn part(&mut self, name: &str) -> Option<impl Read> {
        let number = *self.numbers.get(&plain(name))?;
        self.archive.by_index(number).ok()
    }

    /// Returns the text of a small part; nothing where there is none of this name, or it is no text.
    pub fn text(&mut self, name: &str) -> Option<String> {
        let mut text = String::new();
        self.part(name)?.take(LARGEST_PART).read_to_string(&mut text).ok()?;
        Some(text.trim_start_matches('\u{FEFF}').to_owned())
    }
}
