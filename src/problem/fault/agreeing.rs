//! What can't be written down as agreed, and what is no code.

use std::fmt::Display;

use jiff::civil::Date;

use super::Fault;

/// Says that an agreement of nobody is none.
pub fn nobody_took_part() -> Fault {
    Fault::new(
        "nobody took part, so nothing was agreed",
        "write how many people took part: --patients 6 --staff 4 --carers 1",
    )
}

/// Says that nothing can have been agreed on a day to come.
pub fn not_yet(day: Date) -> Fault {
    Fault::new(format!("{day} is a day that hasn't come yet"), "write the day on which the group agreed")
}

/// Says that the agreement can't be written as YAML.
pub fn not_in_words(error: &dyn Display) -> Fault {
    Fault::new(format!("the agreement can't be put into words: {error}"), "")
}

/// Says that this can't be the code of a sheet, which has `length` letters and digits.
pub fn no_code(written: &str, length: usize) -> Fault {
    Fault::new(format!("“{written}” is not a code"), format!("a code has {length} letters and digits, such as K7Q2M4X"))
}
