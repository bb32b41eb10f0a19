//! "Did you mean": the nearest of the names that exist.

/// Longer words, in bytes, are no slip of the hand in a name; comparing them would take long.
const LONGEST: usize = 200;

/// Returns the candidate nearest to `written`, if one is near enough to be a slip of the hand.
pub fn nearest<'a>(written: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if written.len() > LONGEST {
        return None;
    }
    let lower = written.to_lowercase();
    let letters = lower.chars().count();
    let limit = (letters / 3).max(1);
    let sought = LetterCounts::of(&lower);
    // The distance itself takes a hundred times as long as what shows that it is too great.
    let distance = |candidate: &'a str| {
        let is_part = is_part(&lower, candidate);
        if !is_part && (candidate.len() > LONGEST || candidate.chars().count().abs_diff(letters) > limit) {
            return None;
        }
        let candidate_lower = candidate.to_lowercase();
        if !is_part && sought.least_distance(&LetterCounts::of(&candidate_lower)) > limit {
            return None;
        }
        let distance = strsim::damerau_levenshtein(&lower, &candidate_lower);
        (distance <= limit || is_part).then_some((distance, candidate))
    };
    candidates.into_iter().filter_map(distance).min_by(std::cmp::Ord::cmp).map(|(_, candidate)| candidate)
}

/// How many there are of each letter in a word; letters whose numbers end alike count as one.
struct LetterCounts([u8; 32]);

impl LetterCounts {
    fn of(word: &str) -> Self {
        let mut counts = [0; 32];
        for letter in word.chars() {
            let count: &mut u8 = &mut counts[letter as usize % 32];
            *count = count.saturating_add(1);
        }
        LetterCounts(counts)
    }

    /// Returns how far apart two words are at least: each letter that one has more of takes a step to be there.
    fn least_distance(&self, other: &LetterCounts) -> usize {
        let more = |here: &LetterCounts, there: &LetterCounts| -> usize {
            here.0.iter().zip(&there.0).map(|(here, there)| usize::from(here.saturating_sub(*there))).sum()
        };
        more(self, other).max(more(other, self))
    }
}

/// Tells whether one name holds the other: `safe` for `keeping-safe`.
fn is_part(written: &str, candidate: &str) -> bool {
    written.len() >= 4 && (candidate.contains(written) || written.contains(candidate) && candidate.len() >= 4)
}

/// Returns "a, b and c", for lists in messages.
pub fn list(words: &[&str]) -> String {
    match words {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// How many names a message has; the others are counted.
const NAMED: usize = 3;

/// Returns the first names and how many others there are.
pub fn some<S: AsRef<str>>(names: &[S]) -> String {
    let (first, others) = names.split_at(names.len().min(NAMED));
    let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
    let first = first.join(", ");
    match others.len() {
        0 => first,
        1 => format!("{first} and 1 other"),
        others => format!("{first} and {others} others"),
    }
}

/// Returns ids that were written as one text as the list that they should be; nothing where there is but one.
pub fn as_list(written: &str) -> Option<String> {
    let ids: Vec<&str> = written.split(',').map(str::trim).filter(|id| !id.is_empty()).collect();
    (ids.len() > 1).then(|| format!("[{}]", ids.join(", ")))
}

/// What an author is told whose quotes are part of the text, since YAML knows straight ones only.
pub const CURLY_QUOTES: &str = "these are Word's quotes: write straight ones, or none";

/// Tells whether a word stands in the quotes that Word makes of straight ones.
pub fn has_curly_quotes(written: &str) -> bool {
    written.contains(['‘', '’', '“', '”'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_a_slip_of_the_hand_and_no_more() {
        let ids = ["keeping-safe", "visiting", "for-carers"];
        assert_eq!(nearest("keping-safe", ids), Some("keeping-safe"));
        assert_eq!(nearest("Visiting", ids), Some("visiting"));
        assert_eq!(nearest("carers", ids), Some("for-carers"));
        assert_eq!(nearest("medicines", ids), None);
    }

    #[test]
    fn letters_alone_never_show_two_words_too_far_apart() {
        for (one, other) in
            [("keeping-safe", "keping-saef"), ("", "abc"), ("ward-12", "ward-21"), ("abc", "xyz"), ("é", "e")]
        {
            let (least, exact) = (
                LetterCounts::of(one).least_distance(&LetterCounts::of(other)),
                strsim::damerau_levenshtein(one, other),
            );
            assert!(least <= exact, "{one} {other}: {least} > {exact}");
        }
        assert_eq!(LetterCounts::of("none").least_distance(&LetterCounts::of("story")), 4);
    }
}
