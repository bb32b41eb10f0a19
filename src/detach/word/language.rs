//! What Word calls languages.

/// Languages with the country whose spelling is meant where none is named: Word checks the spelling of no other tags.
const COUNTRIES: [(&str, &str); 35] = [
    ("am", "ET"),
    ("ar", "SA"),
    ("bg", "BG"),
    ("bn", "BD"),
    ("cs", "CZ"),
    ("cy", "GB"),
    ("de", "DE"),
    ("en", "GB"),
    ("es", "ES"),
    ("fa", "IR"),
    ("fr", "FR"),
    ("ga", "IE"),
    ("gd", "GB"),
    ("gu", "IN"),
    ("he", "IL"),
    ("hi", "IN"),
    ("hu", "HU"),
    ("it", "IT"),
    ("lt", "LT"),
    ("lv", "LV"),
    ("ne", "NP"),
    ("pa", "IN"),
    ("pl", "PL"),
    ("ps", "AF"),
    ("pt", "PT"),
    ("ro", "RO"),
    ("ru", "RU"),
    ("sk", "SK"),
    ("so", "SO"),
    ("ta", "IN"),
    ("tr", "TR"),
    ("uk", "UA"),
    ("ur", "PK"),
    ("vi", "VN"),
    ("zh", "CN"),
];

/// Returns what Word calls a language.
pub(super) fn word_language(tag: &str) -> String {
    let country = COUNTRIES.iter().find(|(language, _)| tag.eq_ignore_ascii_case(language));
    country.map_or_else(|| tag.to_owned(), |(language, country)| format!("{language}-{country}"))
}
