//! Problems of lists of wards as files: what can't be read, or not all of it.

use super::super::suggest::list;
use super::super::{Code, Place, Problem};
use crate::span::Span;

pub static CODES: &[&Code] = &[&UNREADABLE, &QUOTES, &TOO_FAR, &LETTERS, &NAME, &NOT_A_WARD];

static UNREADABLE: Code = Code {
    id: "L001",
    title: "A list of wards that can't be read",
    meaning: "wards.xlsx has to be a workbook as Excel or LibreOffice saves it, and wards.csv a list of values with commas.",
    instead: "Open the file, and save it again as .xlsx or as CSV (UTF-8). Take a password off.",
};

/// Why a list can't be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    Empty,
    Password,
    /// The end of the file is missing.
    NotWhole,
    /// The text inside takes more room than any list.
    TooMuch {
        megabytes: u64,
    },
    /// The only sheet with the headings of a list isn't shown.
    Hidden {
        sheet: String,
    },
    OldWorkbook,
    BinaryWorkbook,
    OpenDocument,
    Numbers,
    Word,
    Presentation,
    Pdf,
    WebPage,
    CsvAsWorkbook,
    WorkbookAsCsv,
    NoWorkbook,
    NoText,
    Damaged {
        why: String,
    },
}

/// Returns what to do with a file that another program should save as a workbook.
fn save_as_workbook(name: &str) -> String {
    format!("open it in Excel or LibreOffice, and save it as “Excel Workbook (*.xlsx)” under the name {name}.xlsx")
}

pub fn unreadable(path: &str, why: &Unreadable) -> Problem {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    let name = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let of_another_kind = |what: &str| (format!("it is {what}, whatever its name says"), save_as_workbook(name));
    let (why, help) = match why {
        Unreadable::Empty => ("there is nothing in it".to_owned(), "write the list, or delete the file".to_owned()),
        Unreadable::Password => (
            "it is protected by a password".to_owned(),
            "take the password off: in Excel, File, Info, Protect Workbook, Encrypt with Password, and empty the box"
                .to_owned(),
        ),
        Unreadable::NotWhole => (
            "the file isn't whole; perhaps it was cut off when it was copied".to_owned(),
            "copy it once more from where it came from, or open it in Excel and save it again".to_owned(),
        ),
        Unreadable::TooMuch { megabytes } => (
            format!("its text takes more than {megabytes} MB when it is unpacked"),
            format!("copy the cells of the list into a new workbook, and save that as {name}.xlsx"),
        ),
        Unreadable::Hidden { sheet } => (
            format!("the sheet with the list, “{sheet}”, is hidden"),
            "show it: right-click the name of a sheet at the foot of the window, then Unhide".to_owned(),
        ),
        Unreadable::OldWorkbook => of_another_kind("a workbook of old versions of Excel (.xls)"),
        Unreadable::BinaryWorkbook => of_another_kind("a binary workbook (.xlsb)"),
        Unreadable::OpenDocument => of_another_kind("an OpenDocument file (.ods)"),
        Unreadable::Numbers => of_another_kind("a file of Numbers, Apple's program"),
        Unreadable::WebPage => of_another_kind("a web page or XML, as some programs export lists"),
        Unreadable::Word => no_list("a Word document", name),
        Unreadable::Presentation => no_list("a presentation", name),
        Unreadable::Pdf => no_list("a PDF", name),
        Unreadable::NoWorkbook => no_list("no workbook", name),
        Unreadable::NoText => no_list("no text", name),
        Unreadable::CsvAsWorkbook => {
            ("it is a list as CSV, and no workbook".to_owned(), format!("rename it {name}.csv"))
        }
        Unreadable::WorkbookAsCsv => ("it is a workbook, and no CSV".to_owned(), format!("rename it {name}.xlsx")),
        Unreadable::Damaged { why } => (format!("it is damaged ({why})"), save_as_workbook(name)),
    };
    Problem::error(&UNREADABLE, Place::Path(path.into()), format!("{path} can't be read: {why}")).help(help)
}

fn no_list(what: &str, name: &str) -> (String, String) {
    let help = if name == "wards" {
        "put the list of wards there, as a workbook (.xlsx) or as CSV; `wardpack new wards.xlsx` makes an empty one"
    } else {
        "name a workbook (.xlsx) or a CSV file"
    };
    (format!("it is {what}"), help.to_owned())
}

/// What is wrong with a list beyond the values of its cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// A quote is opened before these words and never closed.
    Unclosed(String),
    /// Words follow the quote that closes a value.
    AfterQuote(String),
    /// Something stands far from the list.
    TooFar { cell: String, words: String, rows: usize, columns: String },
    /// The end of the file is missing.
    CutOff,
    /// A word is in another encoding than the file, and what it means where that is certain.
    Letters { written: String, meant: Option<String> },
    /// Another sheet is a list too.
    OtherSheet { name: String, read: String },
    /// Another sheet is a list too, beside the one called “Wards”.
    UnreadSheet { name: String, read: String },
}

impl Flaw {
    /// Tells whether the values of its row may be those of other columns, so that nothing else in it is certain.
    pub fn tears_row(&self) -> bool {
        matches!(self, Flaw::Unclosed(_) | Flaw::AfterQuote(_) | Flaw::CutOff)
    }
}

/// Returns the problem of a flaw. `span` is its cell; one without is told of the list at `path`.
pub fn flaw(flaw: &Flaw, span: Option<Span>, path: &str) -> Problem {
    let place = span.map_or_else(|| Place::Path(path.into()), Place::from);
    match flaw {
        Flaw::Unclosed(words) => {
            Problem::error(&QUOTES, place, format!("the quote before “{}” is never closed", start(words))).label("a quote begins here").help(
                "close the quote after the value, or take it out; if the value is right, write a space after each of its commas",
            )
        }
        Flaw::AfterQuote(words) => {
            Problem::error(&QUOTES, place, format!("the quotes of “{}” don't stand around the whole value", start(words)))
                .label("these quotes don't match")
                .help("put the whole value in \"double quotes\", and write each quote inside it twice: \"the \"\"quiet\"\" room\"")
        }
        Flaw::TooFar { cell, words, rows, columns } => {
            let message = format!("{path} has “{}” in cell {cell}, far from any list", start(words));
            Problem::error(&TOO_FAR, Place::Path(path.into()), message)
                .help(format!("delete what stands there; a list can have {rows} rows, and columns up to {columns}"))
        }
        Flaw::CutOff => Problem::error(&NOT_A_WARD, place, "the list breaks off in this row".to_owned())
            .label("fewer values than all other rows, and no end of the line")
            .help("save the list again where it came from; or write the rest of the row, and press Enter at its end"),
        Flaw::Letters { written, meant } => letters(place, written, meant.as_deref()),
        Flaw::UnreadSheet { name, read } => {
            let message = format!("{path} has wards on the sheet “{name}” too, and only “{read}” is read");
            Problem::warning(&NAME, Place::Path(path.into()), message)
                .help(format!("put its wards on “{read}”; or hide the sheet, if it is an old list"))
        }
        Flaw::OtherSheet { name, read } => {
            let message = format!("{path} has two sheets with wards, “{read}” and “{name}”, and only one can be read");
            Problem::error(&NAME, Place::Path(path.into()), message)
                .help("put all wards on one sheet; or call the one that is to be read “Wards”")
        }
    }
}

static QUOTES: Code = Code {
    id: "L008",
    title: "Quotes of a CSV file that don't match",
    meaning: "In a CSV file a value with a comma, a quote or a line break in it stands in double quotes. Where the second quote is missing, \
              a program takes all rows up to the next quote for one value, and their wards are gone.",
    instead: "Close the quote, or take it out. A quote inside such a value is written twice.",
};

static TOO_FAR: Code = Code {
    id: "L011",
    title: "A cell far from the list",
    meaning: "Something stands so far down or to the right that it can't be part of a list of wards. It was probably typed there by \
              mistake, or the file holds something else.",
    instead: "Go to the cell (Ctrl+G and its name), and delete what stands there. Cells with nothing but spaces don't matter.",
};

static LETTERS: Code = Code {
    id: "L013",
    title: "Letters in another encoding",
    meaning: "The list was saved in one encoding and read in another on its way here, so that some letters have become others.",
    instead: "Save it again from the program it came from, as a workbook (.xlsx) or as “CSV UTF-8”, or type the words again.",
};

fn letters(place: Place, written: &str, meant: Option<&str>) -> Problem {
    let problem = Problem::error(&LETTERS, place, format!("some letters of “{written}” are in another encoding"));
    let save = "save the list again as a workbook (.xlsx) or as “CSV UTF-8”, or type the word again";
    problem.label("not the letters that were typed").help(match meant {
        Some(meant) => format!("this was probably “{meant}”: {save}"),
        None => save.to_owned(),
    })
}

/// A name in which a question mark stands for a letter.
pub fn lost_letter(words: &str, span: Span) -> Problem {
    Problem::error(&LETTERS, span.into(), format!("a letter of “{words}” was lost when the list was saved"))
        .label("“?” stands for a letter here")
        .help("write the letter again, and save the list as a workbook (.xlsx) or as “CSV UTF-8”")
}

/// Returns the start of words, so that a message stays one that can be read.
fn start(words: &str) -> String {
    let start: String = words.chars().take(MOST_LETTERS).collect();
    if start.len() < words.len() { format!("{start}…") } else { start }
}

/// The most letters of a value that a message shows.
const MOST_LETTERS: usize = 60;

static NAME: Code = Code {
    id: "L014",
    title: "A list of wards under another name",
    meaning: "A pack has one list of wards: content/wards.xlsx or content/wards.csv. A list under another name would be on nobody's site, \
              and of two lists nobody knows which is right.",
    instead: "Give the list that counts one of these names, and keep others out of the content folder.",
};

/// A file that looks like a list of wards beside the one that there is.
pub fn copy_of_list(shown: &str) -> Problem {
    let message = format!("{shown} isn't read, since there is a list of wards already; it looks like a copy");
    Problem::warning(&NAME, Place::Path(shown.into()), message)
        .help("if it is the newer one, give it the name of the other; otherwise keep it out of the content folder")
}

/// A file that looks like a list of wards, where there is none yet. `name` is what it should be called.
pub fn named_otherwise(shown: &str, name: &str, ending: &str) -> Problem {
    let place = Place::Path(shown.into());
    let problem =
        Problem::error(&NAME, place, format!("{shown} looks like a list of wards, and isn't read under this name"));
    if matches!(ending, "xlsx" | "csv") {
        return problem.help(format!("rename it {name}, and put it into the content folder itself"));
    }
    problem.help(save_as_workbook("wards"))
}

pub fn two_lists(csv: &str, xlsx: &str) -> Problem {
    Problem::error(&NAME, Place::Path(csv.into()), format!("there are two lists of wards, {csv} and {xlsx}"))
        .help("keep the one that is right, and delete the other")
}

static NOT_A_WARD: Code = Code {
    id: "L015",
    title: "A row that is no ward",
    meaning: "Below the row with the headings each row is a ward. A title can stand above it; a ward there, headings once more further \
              down, a note, or a row that breaks off would be lost.",
    instead: "Put the row with the headings above all wards, and delete rows that are none.",
};

pub fn above_head(head: Span, span: Span) -> Problem {
    Problem::error(&NOT_A_WARD, span.into(), "this row stands above the row with the headings".to_owned())
        .label("would be lost")
        .related(head, "the headings")
        .help("move the row with the headings to the top; if this row is no ward, delete it")
}

pub fn headings_again(head: Span, span: Span) -> Problem {
    Problem::error(&NOT_A_WARD, span.into(), "this row has the headings once more".to_owned())
        .label("no ward")
        .related(head, "the headings")
        .help("delete the row")
}

/// A row that has next to nothing of a ward. `only` is what stands in it, if that is one value.
pub fn no_ward(only: Option<&str>, missing: &[&str], span: Span) -> Problem {
    let missing = list(missing);
    let message = match only {
        Some(words) => format!("“{}” is all that stands in this row", start(words)),
        None => format!("this row has no {missing}"),
    };
    Problem::error(&NOT_A_WARD, span.into(), message)
        .label("no ward, or one that isn't finished")
        .help(format!("if this is no ward, delete the row, or keep the note in a column of your own, such as “# Notes”; if it is one, fill {missing}"))
}
