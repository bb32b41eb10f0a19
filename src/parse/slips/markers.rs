//! How lines of a list and headings begin: as Markdown knows it, and as Word, PDFs and people in a hurry write it.

/// What a line begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Begins {
    Heading,
    /// An item of a list, with its sign.
    Item(char),
    Numbered,
}

/// How sure it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sure {
    /// Markdown knows it.
    Known,
    /// Nothing else can be meant.
    Certain,
    /// It is meant where another like it stands beside it.
    BesideOthers,
    /// It is meant where every line of the paragraph begins with a sign.
    AmongOthers,
}

/// The beginning of a line.
#[derive(Clone, Debug)]
pub(super) struct Marker {
    pub begins: Begins,
    pub sure: Sure,
    /// Where the sign begins in its line, behind the signs of quotes and white space.
    pub at: usize,
    /// How long the sign is, with the white space after it.
    pub length: usize,
    /// What Markdown knows instead.
    pub instead: String,
}

/// Bullets as Word and PDFs have them.
const BULLETS: &str = "•‣⁃◦●○∙·▪▫■□◆◇❖➢➤►▸▹❑❒⮚➔＊＋－";
/// Signs that say something besides; they stay as the first word of the item.
const TICKS: &str = "✓✔✗✘☐☑☒";
/// Letters that Word's bullets turn into where their font (Wingdings, Courier) is lost, and after which only white space of more than
/// one space is certain: “o” is a word in Welsh.
const LETTERS: &str = "o§Øüqv";

/// Tells whether a character is of Word's symbol fonts, which are mapped to this private place of Unicode.
pub(super) fn is_of_symbol_font(letter: char) -> bool {
    ('\u{F000}'..='\u{F0FF}').contains(&letter)
}

/// Tells whether a character is a bullet.
pub(super) fn is_bullet(letter: char) -> bool {
    BULLETS.contains(letter) || is_of_symbol_font(letter)
}

/// Returns how many bytes the signs of quotes take at the beginning of a line.
pub(super) fn quote_length(line: &str) -> usize {
    let mut length = 0;
    loop {
        let rest = line[length..].trim_start_matches(' ');
        let spaces = line.len() - length - rest.len();
        match rest.strip_prefix('>') {
            Some(after) if spaces <= 3 => {
                length = line.len() - after.len() + usize::from(after.starts_with(' '));
            }
            _ => return length,
        }
    }
}

/// Returns what a line begins with, if that is the sign of a heading or of an item.
pub(super) fn marker(line: &str) -> Option<Marker> {
    let quote = quote_length(line);
    let words = line[quote..].trim_start();
    let at = line.len() - words.len();
    let first = words.chars().next()?;
    let found = match first {
        '#' => hashes(words),
        '＃' => wide_hashes(words),
        '-' | '+' | '*' => dash(words, first),
        '–' | '—' => long_dash(words, first),
        '0'..='9' => number(words),
        _ if is_bullet(first) || TICKS.contains(first) => bullet(words, first),
        _ if LETTERS.contains(first) => letter(words, first),
        _ => None,
    };
    let (begins, sure, length, instead) = found?;
    Some(Marker { begins, sure, at, length, instead })
}

type FoundMarker = Option<(Begins, Sure, usize, String)>;

fn hashes(words: &str) -> FoundMarker {
    let rest = words.trim_start_matches('#');
    let count = words.len() - rest.len();
    let instead = format!("{} ", &words[..count]);
    let sure = match rest.chars().next() {
        _ if count > 6 => return None,
        None | Some(' ' | '\t') => Sure::Known,
        Some(next) if next.is_whitespace() => Sure::Certain,
        Some(next) if count > 1 && is_beginning(next) => Sure::Certain,
        Some(_) => return None,
    };
    Some((Begins::Heading, sure, count + space(rest), instead))
}

/// The hashes of a keyboard for Chinese or Japanese.
fn wide_hashes(words: &str) -> FoundMarker {
    let rest = words.trim_start_matches('＃');
    let count = words.chars().count() - rest.chars().count();
    let is_heading = (count > 1 || rest.starts_with(char::is_whitespace)) && count <= 6 && !rest.trim().is_empty();
    let length = words.len() - rest.len() + space(rest);
    is_heading.then(|| (Begins::Heading, Sure::Certain, length, format!("{} ", "#".repeat(count.max(2)))))
}

fn dash(words: &str, sign: char) -> FoundMarker {
    let rest = &words[1..];
    let sure = match rest.chars().next() {
        None | Some(' ' | '\t') => Sure::Known,
        Some(next) if next.is_whitespace() => Sure::Certain,
        Some(next) if sign == '-' && is_beginning(next) && !next.is_ascii_digit() => Sure::BesideOthers,
        Some(next) if sign == '+' && next.is_alphabetic() => Sure::BesideOthers,
        Some(_) => return None,
    };
    Some((Begins::Item('-'), sure, 1 + space(rest), format!("{sign} ")))
}

fn long_dash(words: &str, sign: char) -> FoundMarker {
    let rest = &words[sign.len_utf8()..];
    let next = rest.trim_start().chars().next()?;
    let is_number = next.is_ascii_digit() && !rest.starts_with(char::is_whitespace);
    if !is_beginning(next) || is_number {
        return None;
    }
    Some((Begins::Item(sign), Sure::BesideOthers, sign.len_utf8() + space(rest), "- ".to_owned()))
}

fn bullet(words: &str, sign: char) -> FoundMarker {
    let rest = &words[sign.len_utf8()..];
    rest.trim_start().chars().next().filter(|next| !is_bullet(*next) && !"-–—".contains(*next))?;
    if TICKS.contains(sign) {
        return Some((Begins::Item(sign), Sure::Certain, 0, "- ".to_owned()));
    }
    Some((Begins::Item(sign), Sure::Certain, sign.len_utf8() + space(rest), "- ".to_owned()))
}

fn letter(words: &str, sign: char) -> FoundMarker {
    let rest = &words[sign.len_utf8()..];
    let length = space(rest);
    let next = rest[length..].chars().next()?;
    let sure = match &rest[..length] {
        " " if next.is_uppercase() && "o§".contains(sign) => Sure::AmongOthers,
        "" | " " => return None,
        wide if wide.contains('\t') || next.is_alphabetic() => Sure::Certain,
        _ => return None,
    };
    Some((Begins::Item(sign), sure, sign.len_utf8() + length, "- ".to_owned()))
}

fn number(words: &str) -> FoundMarker {
    let rest = words.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let count = words.len() - rest.len();
    let after = rest.strip_prefix(['.', ')']).filter(|_| count <= 3)?;
    let sure = match after.chars().next() {
        None | Some(' ' | '\t') => Sure::Known,
        Some(next) if next.is_whitespace() => Sure::Certain,
        Some(next) if is_beginning(next) && !next.is_ascii_digit() => Sure::BesideOthers,
        Some(_) => return None,
    };
    Some((Begins::Numbered, sure, count + 1 + space(after), format!("{} ", &words[..=count])))
}

/// Tells whether words can begin with a character.
fn is_beginning(letter: char) -> bool {
    letter.is_alphanumeric() || "\"“‘'[{*".contains(letter)
}

/// Returns how many bytes of white space a text begins with.
fn space(text: &str) -> usize {
    text.len() - text.trim_start().len()
}
