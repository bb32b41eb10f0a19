//! Languages: their tags and their own names.

use crate::model::read::fields::{FromNode, Reader};
use crate::parse::yaml::Node;
use crate::problem::catalogue::fields;
use crate::span::Spanned;

/// The language of a file: the pack's first, or the one whose tag is in its name.
///
/// ```
/// use wardpack::model::language::Language;
///
/// let welsh = Language::of("cy");
/// assert_eq!((welsh.tag(), welsh.is_first()), (Some("cy"), false));
/// assert!(Language::default().is_first());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language(Option<String>);

impl Language {
    /// Returns the language that a tag stands for, which isn't the pack's first.
    pub fn of(tag: &str) -> Self {
        Language(Some(tag.to_owned()))
    }

    /// Returns the language of a tag in a pack whose first language is `first`.
    pub fn in_pack(tag: &str, first: &str) -> Self {
        Language((tag != first).then(|| tag.to_owned()))
    }

    /// Returns the tag; the pack's first language has none here.
    pub fn tag(&self) -> Option<&str> {
        self.0.as_deref()
    }

    /// Tells whether this is the pack's first language.
    pub fn is_first(&self) -> bool {
        self.0.is_none()
    }
}

impl From<Option<&str>> for Language {
    fn from(tag: Option<&str>) -> Self {
        Language(tag.map(str::to_owned))
    }
}

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

/// What languages are called in English, and other codes that people know them by, with their tags.
const OTHER_NAMES: [(&str, &str); 46] = [
    ("arabic", "ar"),
    ("ara", "ar"),
    ("bengali", "bn"),
    ("bangla", "bn"),
    ("kurdish", "ckb"),
    ("sorani", "ckb"),
    ("welsh", "cy"),
    ("wel", "cy"),
    ("cym", "cy"),
    ("english", "en"),
    ("saesneg", "en"),
    ("eng", "en"),
    ("en-uk", "en"),
    ("en-gb", "en"),
    ("spanish", "es"),
    ("spa", "es"),
    ("farsi", "fa"),
    ("persian", "fa"),
    ("french", "fr"),
    ("fra", "fr"),
    ("gujarati", "gu"),
    ("hebrew", "he"),
    ("hindi", "hi"),
    ("lithuanian", "lt"),
    ("punjabi", "pa"),
    ("panjabi", "pa"),
    ("polish", "pl"),
    ("pol", "pl"),
    ("pashto", "ps"),
    ("portuguese", "pt"),
    ("por", "pt"),
    ("romanian", "ro"),
    ("ron", "ro"),
    ("somali", "so"),
    ("som", "so"),
    ("tamil", "ta"),
    ("turkish", "tr"),
    ("tur", "tr"),
    ("ukrainian", "uk"),
    ("ukr", "uk"),
    ("urdu", "ur"),
    ("urd", "ur"),
    ("vietnamese", "vi"),
    ("vie", "vi"),
    ("chinese", "zh"),
    ("mandarin", "zh"),
];

/// Tells whether a word has the form of a language tag (BCP 47: a language of two or three letters, perhaps a script or region).
pub fn is_tag(word: &str) -> bool {
    let mut parts = word.split('-');
    let is_language =
        |part: &str| (2..=3).contains(&part.len()) && part.chars().all(|letter| letter.is_ascii_lowercase());
    parts.next().is_some_and(is_language)
        && parts.all(|part| (2..=8).contains(&part.len()) && part.chars().all(|letter| letter.is_ascii_alphanumeric()))
}

/// Returns the tag of a language that is named in some way: Welsh, Cymraeg, CY, cym. Nothing for a word that is the tag, or isn't known.
pub fn tag_of(word: &str) -> Option<&'static str> {
    let word = word.trim();
    let simple = word.to_lowercase().replace('_', "-");
    let other = OTHER_NAMES.iter().find(|(name, _)| *name == simple).map(|(_, tag)| *tag);
    let own = || NAMES.iter().find(|(tag, name)| name.to_lowercase() == simple || *tag == simple).map(|(tag, _)| *tag);
    other.or_else(own).filter(|tag| *tag != word)
}

/// Returns a word as the tag that it names, or as it is.
pub fn as_tag(word: &str) -> String {
    tag_of(word).unwrap_or(word).to_owned()
}

/// The tag of a language, in a list of them.
#[derive(Clone, Debug)]
pub struct Tag(pub Spanned<String>);

impl Tag {
    /// Returns the tags that `languages:` lists.
    pub fn read(fields: &mut crate::model::read::fields::Fields<'_, '_>) -> Vec<Spanned<String>> {
        fields.words::<Tag>("languages", as_tag).into_iter().map(|Tag(tag)| tag).collect()
    }
}

impl FromNode for Tag {
    const EXAMPLE: &'static str = "en";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let word = Spanned::<String>::from_node(node, reader)?;
        let meant = tag_of(&word).filter(|_| word.value != "en-GB");
        if meant.is_none() && is_tag(&word) {
            return Some(Tag(word));
        }
        reader.problems.push(fields::not_a_tag(word.span, &word, meant));
        // So that nobody is told of each file in the language too.
        meant.map(|tag| Tag(Spanned::new(tag.to_owned(), word.span)))
    }
}

/// Returns the language's own name, or the tag for a language not in the list.
pub fn own_name(tag: &str) -> &str {
    let language = tag.split('-').next().unwrap_or(tag);
    NAMES.iter().find(|(known, _)| *known == language).map_or(tag, |(_, name)| name)
}
