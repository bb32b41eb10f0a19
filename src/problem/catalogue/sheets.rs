//! Problems of the cells of lists of wards, in Excel or as CSV.

use super::super::suggest::list;
use super::super::{Code, Problem};
use super::phones::DIGITS;
use super::tables;
use crate::span::Span;

pub static CODES: &[&Code] =
    &[&COLUMN, &NO_ID, &EMPTY, &ZERO, &NO_VALUE, &CHANGED, &HIDDEN, &MERGED, &LINE_BREAK, &TWO_SPELLINGS];

static COLUMN: Code = Code {
    id: "L002",
    title: "A column that isn't right",
    meaning: "One row of a list of wards names its columns; only a title can stand above it. docs/reference/ward-list.md lists the names that wardpack \
              knows, and which of them a list must have. A column whose heading begins with # is your own, and isn't read.",
    instead: "Give the column a name of that list, begin its heading with #, or delete it.",
};

pub fn unknown_column(name: &str, span: Span, known: &[&str]) -> Problem {
    tables::unknown_column(&COLUMN, name, span, known)
}

pub fn missing_column(name: &str, span: Span) -> Problem {
    tables::missing_column(&COLUMN, "list", name, span)
}

/// A list without the row that names its columns.
pub fn no_headings(span: Span, needed: &[&str]) -> Problem {
    Problem::error(&COLUMN, span.into(), "no row of the list names its columns".to_owned())
        .label("the headings should stand here")
        .help(format!(
            "write the headings into the row above the first ward: {}, and any others; `wardpack new wards.xlsx` makes a list that has them",
            list(needed)
        ))
}

/// A second column with the heading of another.
pub fn column_again(name: &str, span: Span, first: Span) -> Problem {
    Problem::error(&COLUMN, span.into(), format!("there are two columns called “{name}”"))
        .label("only one of them can be read")
        .related(first, "the first")
        .help("delete one of them, or give it the name of what it holds")
}

/// A value that no column takes.
pub fn unnamed_column(words: &str, span: Span) -> Problem {
    Problem::error(&COLUMN, span.into(), format!("“{words}” stands in a column without a name"))
        .label("this would be lost")
        .help("name the column in the row with the headings, or delete the value; in a CSV file, put a value with a comma in it in \"double quotes\"")
}

static ZERO: Code = Code {
    id: "L005",
    title: "A phone number whose zero was dropped",
    meaning: "Excel takes a phone number for a number where the column isn't formatted as text, and drops the zero that it begins with. \
              Nobody can dial what is left.",
    instead: "Format the column as text, and write the numbers again with their zero.",
};

pub fn zero_dropped(whole: &str, span: Span) -> Problem {
    Problem::error(&ZERO, span.into(), "the zero that this phone number begins with is missing")
        .label("can't be dialled so")
        .help(format!(
            "Excel has dropped the zero that the number began with: format the column as text and write {whole}"
        ))
}

/// Says what to do in a cell, where a problem's help is for those who write YAML.
pub fn in_cell(problem: &mut Problem) {
    let help = match problem.code.id {
        "C002" => {
            "fill the cells of “support organisation” and “support phone”: people need someone outside the ward to call; the contact can \
             stand in pack.yaml too, with the hospital or the trust"
        }
        "C007" if problem.help.as_deref() == Some(DIGITS) => "write the digits in groups, such as 01632 960 002",
        "D001" => "read it again, then write the next day into the column “review by”",
        "D002" => "call the number or look it up, then write the day into the column “support checked on”",
        // No other setting that is needed can be missing from a row.
        "Y102" => "write the day into the column “withdrawn on”",
        _ => return,
    };
    problem.help = Some(help.to_owned());
}

static NO_ID: Code = Code {
    id: "L003",
    title: "A ward without an id",
    meaning: "The id becomes part of the ward's address, so each row of a list needs one.",
    instead: "Write lower-case letters, digits and hyphens into the column id, such as beach.",
};

pub fn no_id(span: Span) -> Problem {
    Problem::error(&NO_ID, span.into(), "this row has no id".to_owned())
        .label("a ward without an id")
        .help(NO_ID.instead)
}

static EMPTY: Code = Code {
    id: "L004",
    title: "A cell that must not be empty",
    meaning: "Every ward has a name, a site, a kind, and an independent organisation that people can call.",
    instead: "Fill the cell.",
};

pub fn empty_cell(column: &str, span: Span) -> Problem {
    Problem::error(&EMPTY, span.into(), format!("this ward has no “{column}”")).label("empty").help("fill the cell")
}

static NO_VALUE: Code = Code {
    id: "L006",
    title: "A cell without a value",
    meaning: "The cell shows an error of its program, a formula whose result isn't in the file, or words such as “n/a”. Readers would see \
              it as it stands.",
    instead: "Write the value itself, or leave the cell empty.",
};

pub fn error_in_cell(words: &str, span: Span) -> Problem {
    Problem::error(&NO_VALUE, span.into(), format!("“{words}” is an error of the spreadsheet, and no value"))
        .label("a formula went wrong")
        .help("put the formula right, or write the value in its place")
}

pub fn uncalculated(formula: &str, span: Span) -> Problem {
    Problem::error(&NO_VALUE, span.into(), format!("the result of the formula “{formula}” isn't in the file"))
        .label("never calculated")
        .help("open the list in Excel or LibreOffice and save it again, or write the value in its place")
}

/// Words that say nothing, such as “n/a” or TRUE.
pub fn says_nothing(words: &str, column: &str, span: Span) -> Problem {
    Problem::error(&NO_VALUE, span.into(), format!("“{words}” is no value for “{column}”"))
        .label("readers would see this")
        .help("write the words that readers are to see, or leave the cell empty")
}

static CHANGED: Code = Code {
    id: "L007",
    title: "A value that Excel has changed",
    meaning: "Where a column isn't formatted as text, Excel makes a day of 9-5, a time of 9:00, and a short form such as 1.63E+09 of a long \
              number. What was typed is lost.",
    instead: "Format the column as text, and write the value again.",
};

const WRITE_AGAIN: &str = "format the column as text, and write the value again";

pub fn made_a_day(words: &str, span: Span) -> Problem {
    Problem::error(&CHANGED, span.into(), format!("Excel has made a day or a time, {words}, of what was typed here"))
        .label("not what was typed")
        .help(WRITE_AGAIN)
}

pub fn shortened(words: &str, span: Span) -> Problem {
    Problem::error(&CHANGED, span.into(), format!("Excel has shortened a number to {words}, and digits of it are lost"))
        .label("not what was typed")
        .help(WRITE_AGAIN)
}

static HIDDEN: Code = Code {
    id: "L009",
    title: "Rows or columns that are hidden",
    meaning: "Excel doesn't show the row or the column: it was hidden by hand, or a filter leaves it out. Nobody can say whether its ward \
              is to be published or not, so a hidden row refuses the list. A hidden column is read, with a warning.",
    instead: "Clear the filter (Data, Clear), or mark all rows, right-click and choose Unhide. Delete what isn't to be published.",
};

pub fn hidden_rows(count: usize, first: Span) -> Problem {
    let message = match count {
        1 => "this row is hidden".to_owned(),
        count => format!("{count} rows are hidden, this one first"),
    };
    Problem::error(&HIDDEN, first.into(), message)
        .label("Excel doesn't show this row")
        .help("clear the filter (Data, Clear), or mark all rows, right-click and choose Unhide; then delete wards that are not to be published")
}

pub fn hidden_column(name: &str, span: Span) -> Problem {
    Problem::warning(&HIDDEN, span.into(), format!("the column “{name}” is hidden, and is published all the same"))
        .label("Excel doesn't show this column")
        .help("mark the columns beside it, right-click and choose Unhide; or delete it")
}

static MERGED: Code = Code {
    id: "L010",
    title: "Merged cells",
    meaning: "Cells were merged into one, so that it can't be known which column the value belongs to. Cells merged downwards are fine: \
              each row has the value, except for id and name, which no two wards share.",
    instead: "Mark the cell, click “Merge & Center” to split it, and write the values into their own cells.",
};

pub fn merged(cells: &str, span: Span) -> Problem {
    Problem::error(&MERGED, span.into(), format!("the cells {cells} are merged into one"))
        .label("one cell for several columns")
        .help("split it (Home, Merge & Center) and write each value into its own cell; if this row is a title inside the list, delete it")
}

pub fn merged_rows(column: &str, span: Span) -> Problem {
    Problem::error(&MERGED, span.into(), format!("several wards share one merged cell as their “{column}”"))
        .label("merged with the cell above")
        .help(format!("split the cell (Home, Merge & Center), and give each ward its own {column}"))
}

static LINE_BREAK: Code = Code {
    id: "L012",
    title: "A line break in a value",
    meaning: "This value is shown in one line. Where a line break stands in it, two values were probably written into one cell, or a quote \
              of a CSV file isn't closed. In the column “about” each line is a paragraph.",
    instead: "Write the value in one line.",
};

pub fn line_break(column: &str, span: Span) -> Problem {
    Problem::error(&LINE_BREAK, span.into(), format!("there is a line break in this “{column}”"))
        .label("↵ is a line break (Alt+Enter)")
        .help("write it in one line; in a CSV file, look whether a quote above isn't closed")
}

static TWO_SPELLINGS: Code = Code {
    id: "L016",
    title: "One hospital in two spellings",
    meaning: "Wards belong to one hospital where their `site` is the same, letter for letter. Another spelling is another hospital, with \
              its own heading in the list of all wards, and without the contacts that pack.yaml gives to the hospital.",
    instead: "Write the hospital's name the same way for all its wards.",
};

/// `wards` is how many wards have this spelling.
pub fn two_spellings(written: &str, usual: &str, wards: usize, span: Span, other: Option<Span>) -> Problem {
    let more = if wards > 1 { format!(" (here and for {} more)", wards - 1) } else { String::new() };
    let problem = Problem::warning(&TWO_SPELLINGS, span.into(), format!("“{written}” is “{usual}” elsewhere{more}"))
        .label("another hospital, by its spelling")
        .help(format!("write “{usual}”"));
    match other {
        Some(other) => problem.related(other, "the other spelling"),
        None => problem,
    }
}
