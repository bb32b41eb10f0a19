//! Languages: their tags and their own names.

/// Tags with the language's own name (as its speakers write it) for the languages a ward is most likely to need.
const NAMES: [(&str, &str); 24] = [
    ("ar", "العربية"),
    ("bn", "বাংলা"),
    ("ckb", "کوردیی ناوەندی"),
    ("cy", "Cymraeg"),
    ("en", "English"),
    ("es", "Español"),
    ("fa", "فارسی"),
    ("fr", "Français"),
    ("gu", "ગુજરાતી"),
    ("he", "עברית"),
    ("hi", "हिन्दी"),
    ("lt", "Lietuvių"),
    ("pa", "ਪੰਜਾਬੀ"),
    ("pl", "Polski"),
    ("ps", "پښتو"),
    ("pt", "Português"),
    ("ro", "Română"),
    ("so", "Soomaali"),
    ("ta", "தமிழ்"),
    ("tr", "Türkçe"),
    ("uk", "Українська"),
    ("ur", "اردو"),
    ("vi", "Tiếng Việt"),
    ("zh", "中文"),
];

/// Tells whether a word has the form of a language tag (BCP 47: a language of two or three letters, perhaps a script or region).
pub fn is_tag(word: &str) -> bool {
    let mut parts = word.split('-');
    let is_language =
        |part: &str| (2..=3).contains(&part.len()) && part.chars().all(|letter| letter.is_ascii_lowercase());
    parts.next().is_some_and(is_language)
        && parts.all(|part| (2..=8).contains(&part.len()) && part.chars().all(|letter| letter.is_ascii_alphanumeric()))
}

/// Returns the language's own name, or the tag for a language not in the list.
pub fn own_name(tag: &str) -> &str {
    let language = tag.split('-').next().unwrap_or(tag);
    NAMES.iter().find(|(known, _)| *known == language).map_or(tag, |(_, name)| name)
}
