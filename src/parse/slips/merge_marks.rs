//! The marks that a version control program puts into a file where two people changed the same lines: `<<<<<<<`, `=======`, `>>>>>>>`.
//!
//! They are looked for before the file is read as anything, since they make nonsense of whatever it is.

use std::ops::Range;

/// Finds each place where two versions stand, from its first mark to its last. A line of equals signs alone is none: it can stand
/// below a heading.
pub(in crate::parse) fn find(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let (mut start, mut is_open) = (0, false);
    for whole in text.split_inclusive('\n') {
        let line = whole.trim_end();
        let is_mark = |sign: char| {
            let rest = line.trim_start_matches(sign);
            line.len() - rest.len() == 7 && (rest.is_empty() || rest.starts_with(' ')) && !line.starts_with(' ')
        };
        let range = start..start + line.len();
        if is_mark('<') {
            found.push(range);
            is_open = true;
        } else if is_mark('>') || is_mark('|') && is_open {
            match found.last_mut().filter(|_| is_open) {
                Some(last) => last.end = range.end,
                None => found.push(range),
            }
            is_open = is_open && is_mark('|');
        }
        start += whole.len();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_found_and_lines_of_signs_are_not() {
        let text = "a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> other\nd\n";
        let found = find(text);
        assert_eq!(found.len(), 1);
        assert_eq!(&text[found[0].clone()], "<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> other");
        assert_eq!(find("x\n>>>>>>> theirs\n").len(), 1);
        assert!(find("Heading\n=======\n> quote\n>>>>>>>> deep\n| a |\n").is_empty());
    }
}
