//! Words of cells that are no value: errors of spreadsheets in the languages that they speak, formulas, and words that say nothing.

/// What spreadsheets in English write where a formula went wrong, in any case.
const ERRORS: [&str; 7] = ["#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!"];
/// Whole cells that are an error and have no sign that says so.
const BARE_ERRORS: [&str; 6] = ["#NV", "#YOK", "#HIÁNYZIK", "#NENÍ_K_DISPOZICI", "#GETTING_DATA", "#BUSY"];
/// What `LibreOffice` writes before the number of an error.
const NUMBERED: [&str; 13] =
    ["Err", "Err.", "Error", "Fehler", "Erreur", "Erro", "Errore", "Błąd", "Fout", "Fel", "Fejl", "Feil", "Virhe"];
/// Words that people and programs write where there is nothing to say.
const NOTHING: [&str; 47] = [
    "n/a",
    "n.a.",
    "n.a",
    "na",
    "n/k",
    "n/d",
    "d/b",
    "dd/b",
    "amh",
    "amh.",
    "amherthnasol",
    "not applicable",
    "not known",
    "not available",
    "unknown",
    "null",
    "nil",
    "nan",
    "none",
    "dim",
    "undefined",
    "-",
    "–",
    "—",
    "--",
    "---",
    "?",
    "??",
    "???",
    ".",
    "..",
    "...",
    "…",
    "xxx",
    "tbc",
    "tba",
    "tbd",
    "to be confirmed",
    "to follow",
    "true",
    "false",
    "wahr",
    "falsch",
    "vrai",
    "faux",
    "verdadero",
    "falso",
];

/// Tells whether the words of a cell are, or hold, the error of a formula. A column too narrow is saved as ### by some programs.
pub fn holds_error(words: &str) -> bool {
    if !words.contains(['#', ':']) {
        return false;
    }
    let is_narrow = words.len() > 1 && words.chars().all(|letter| letter == '#');
    let is_calc = words.rsplit_once(':').is_some_and(|(word, number)| {
        number.trim().parse::<u16>().is_ok() && NUMBERED.contains(&word.trim()) && !number.starts_with(' ')
    });
    let upper = words.to_uppercase();
    is_narrow
        || is_calc
        || BARE_ERRORS.contains(&words)
        || ERRORS.iter().any(|error| upper.contains(error))
        || words.split_whitespace().any(has_form_of_error)
}

/// Tells whether a word has the form of an error in any language: `#VALEUR!`, `#¡REF!`, `#NAZWA?`, `#ДЕЛ/0!`, or without a sign at its end
/// `#N/D`.
fn has_form_of_error(word: &str) -> bool {
    let Some((_, body)) = word.split_once('#') else { return false };
    let is_capital = |letter: char| letter.is_alphabetic() && !letter.is_lowercase();
    let body = body.strip_prefix(['¡', '¿']).unwrap_or(body);
    let letters = body.chars().filter(|letter| is_capital(*letter)).count();
    match body.strip_suffix(['!', '?']) {
        Some(name) => {
            letters > 1 && name.chars().all(|sign| is_capital(sign) || sign.is_ascii_digit() || "/_.".contains(sign))
        }
        None => letters == 2 && body.chars().count() == 3 && body.chars().nth(1) == Some('/'),
    }
}

/// Tells whether the words are a formula, which a CSV file has where it was written as text. One that begins with + or @ is one only
/// where it names a cell or a function, since phone numbers begin so too.
pub fn is_formula(words: &str) -> bool {
    let is_begun = |rest: &str| rest.starts_with(|sign: char| sign.is_alphanumeric() || "(+-\"'$@{".contains(sign));
    let names_cell = |rest: &str| {
        let rest = rest.trim_start_matches(['$', '(']);
        let letters = rest.bytes().take_while(u8::is_ascii_uppercase).count();
        let after = rest[letters..].trim_start_matches('$');
        (1..=3).contains(&letters) && after.starts_with(|next: char| next.is_ascii_digit())
            || letters > 1 && after.starts_with('(')
    };
    let rest = words.strip_prefix("{=").or_else(|| words.strip_prefix('='));
    rest.is_some_and(|rest| is_begun(rest) || names_cell(rest.trim_start()))
        || words.strip_prefix(['+', '@']).is_some_and(names_cell)
}

/// Tells whether the words say nothing, such as “n/a” or TRUE.
pub fn says_nothing(words: &str) -> bool {
    NOTHING.contains(&words.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_are_known_by_their_words() {
        for error in [
            "#REF!",
            "#n/a",
            "Ward #REF!",
            "####",
            "Err:502",
            "Fehler:502",
            "Erreur :502",
            "#VALEUR!",
            "#WERT!",
            "#BEZUG!",
            "#¡REF!",
            "#¿NOMBRE?",
            "#DIV/0!",
            "#DEEL/0!",
            "#NAZWA?",
            "#ДЕЛ/0!",
            "#N/D",
            "#N/B",
            "#I/T",
            "#NV",
            "#ÉRTÉK!",
            "#NENÍ_K_DISPOZICI",
            "#SPILL!",
            "#ÜBERLAUF!",
            "#VÄRDEFEL!",
            "#ERROR!",
            "#AD?",
        ] {
            assert!(holds_error(error), "{error}");
        }
        for good in ["#1", "Ward # 2", "Err: 5", "#NHS", "#", "Ward #2!", "Room:502", "Is it #2?", "#hope!", "#4/5"] {
            assert!(!holds_error(good), "{good}");
        }
    }

    #[test]
    fn formulas_are_known_by_how_they_begin() {
        for formula in
            ["=A1&\"x\"", "=SUM(A1:A2)", "= A1", "{=A1}", "=-A1", "=$A$1", "='Sheet 1'!A1", "+A1", "@SUM(A1)", "+$B$2"]
        {
            assert!(is_formula(formula), "{formula}");
        }
        for good in ["+44 1632 960 001", "= is a sign", "=", "==", "@home", "+", "@NHS", "-A1"] {
            assert!(!is_formula(good), "{good}");
        }
    }
}
