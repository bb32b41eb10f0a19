//! Names that people use for a setting or a placeholder, in place of the one that there is.

use super::suggest::nearest;

/// Other words for settings, in the letters of [`simple`], and the settings that may be meant, likeliest first. Welsh ones too, since
/// translators meet the files.
const KEYS: [(&[&str], &[&str]); 36] = [
    (
        &["telephone", "tel", "fone", "number", "mobile", "mob", "phone_number", "telephone_number", "contact_number"],
        &["phone", "number"],
    ),
    (&["ffon", "ffôn", "rhif", "rhif_ffon", "rhif_ffôn"], &["phone", "number"]),
    (&["sms", "txt", "text_number", "texts", "tecst"], &["text", "text_only"]),
    (&["mail", "e_mail", "email_address", "ebost", "e_bost"], &["email"]),
    (
        &["web", "url", "link", "address", "webpage", "web_page", "web_site", "homepage", "gwefan"],
        &["website", "url", "web_address"],
    ),
    (&["site_address", "website", "web_address"], &["web_address", "website", "url"]),
    (&["opening_hours", "opening_times", "times", "open", "oriau", "oriau_agor"], &["hours"]),
    (&["organization", "org", "service", "charity", "sefydliad"], &["organisation", "services"]),
    (&["enw", "called", "ward", "ward_name", "full_name"], &["name", "title", "term"]),
    (&["name", "heading", "headline", "teitl"], &["title", "name", "term"]),
    (&["title"], &["name", "term"]),
    (&["description", "abstract", "crynodeb", "disgrifiad"], &["summary", "about", "words"]),
    (&["intro"], &["introduction", "summary"]),
    (&["hospital", "location", "place", "ysbyty", "safle"], &["site", "hospitals"]),
    (&["type", "ward_type", "category", "math"], &["kind", "level"]),
    (&["lang", "langs", "language", "iaith", "ieithoedd"], &["languages"]),
    (&["kinds", "types", "ward_types", "wards"], &["ward_kinds"]),
    (&["image", "file", "src", "photo", "llun"], &["picture", "logo"]),
    (&["alt", "alt_text"], &["words"]),
    (&["color", "lliw"], &["colour"]),
    (&["date", "day", "when", "dyddiad"], &["on", "checked_on", "reviewed", "by"]),
    (&["last_checked", "date_checked", "check_date", "verified"], &["checked_on"]),
    (&["review_date", "next_review", "review", "due", "review_due"], &["review_by"]),
    (&["last_reviewed", "reviewed_on", "updated", "last_updated", "date_reviewed"], &["reviewed"]),
    (&["written_on", "date_written"], &["written"]),
    (&["sources", "reference", "references", "ffynhonnell"], &["source"]),
    (&["readers", "for", "who", "cynulleidfa"], &["audience", "for"]),
    (&["author", "manager", "responsible", "perchennog"], &["owner"]),
    (&["exclude", "without", "omit"], &["leave_out"]),
    (&["change", "changes", "rewording", "replace"], &["reword"]),
    (&["body", "content", "wording", "words", "testun"], &["text"]),
    (&["price", "charge", "fee"], &["cost"]),
    (&["ext", "extn"], &["extension"]),
    (&["reason", "because", "pam"], &["why"]),
    (&["replaced_by", "go_to", "see_instead"], &["instead"]),
    (&["base", "based_on", "inherits"], &["extends"]),
];

/// Returns the setting that a name probably means.
pub fn key<'a>(written: &str, known: &[&'a str]) -> Option<&'a str> {
    let simple = simple(written);
    let is_known = |name: &str| known.iter().copied().find(|key| *key == name);
    let synonym = || {
        let rows = KEYS.iter().filter(|(words, _)| words.contains(&simple.as_str()));
        rows.flat_map(|(_, keys)| keys.iter()).find_map(|key| is_known(key))
    };
    is_known(&simple).or_else(synonym).or_else(|| nearest(&simple, known.iter().copied()))
}

/// Returns a name in lower case with underscores, and without signs that aren't seen or that Word puts in.
fn simple(written: &str) -> String {
    let is_aside = |letter: char| {
        letter.is_whitespace()
            || "“”‘’\"'：:".contains(letter)
            || ('\u{200B}'..='\u{200F}').contains(&letter)
            || letter == '\u{FEFF}'
    };
    let unseen = ['\u{200B}', '\u{200C}', '\u{200D}', '\u{2060}', '\u{FEFF}', '\u{AD}'];
    let bare: String = written.trim_matches(is_aside).chars().filter(|letter| !unseen.contains(letter)).collect();
    bare.to_lowercase().replace([' ', '\u{A0}', '-'], "_")
}

/// What somebody who wrote a placeholder that there isn't is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MeantPlaceholder<'a> {
    /// The placeholder that they probably mean.
    Name(&'a str),
    /// That there is none for this, and why.
    None(&'static str),
    Unknown,
}

/// Other words for the parts of a placeholder's name.
const PARTS: [(&str, &str); 38] = [
    ("telephone", "phone"),
    ("tel", "phone"),
    ("number", "phone"),
    ("mobile", "phone"),
    ("phone_number", "phone"),
    ("phonenumber", "phone"),
    ("telephone_number", "phone"),
    ("fone", "phone"),
    ("contact", "phone"),
    ("call", "phone"),
    ("mail", "email"),
    ("e_mail", "email"),
    ("email_address", "email"),
    ("hospital", "site"),
    ("location", "site"),
    ("building", "site"),
    ("hospital_name", "site"),
    ("title", "name"),
    ("ward_name", "name"),
    ("called", "name"),
    ("type", "kind"),
    ("category", "kind"),
    ("org", "organisation"),
    ("organization", "organisation"),
    ("url", "website"),
    ("web", "website"),
    ("link", "website"),
    ("times", "hours"),
    ("opening_hours", "hours"),
    ("opening_times", "hours"),
    ("advocate", "support"),
    ("advocacy", "support"),
    ("independent_support", "support"),
    ("helpline", "support"),
    ("quietplace", "quiet_place"),
    ("quiet_room", "quiet_place"),
    ("quietroom", "quiet_place"),
    ("trust", "publisher"),
];

/// Words for what no placeholder is for.
const NONE: [(&[&str], &str); 3] = [
    (
        &["email"],
        "only PALS and the publisher have a placeholder for their email, {ward.pals.email} and {pack.publisher.email}: write another address out, or {ward.phone} in its place",
    ),
    (
        &["address", "postcode", "post_code"],
        "there is none for an address: write it out, or the hospital's name as {ward.site}",
    ),
    (
        &["manager", "matron", "consultant", "doctor", "nurse", "lead", "staff", "owner"],
        "there is none for people, who change: write what they do, such as “the ward manager”",
    ),
];

/// Returns the placeholder that a name probably means.
pub fn placeholder<'a>(written: &str, known: &[&'a str]) -> MeantPlaceholder<'a> {
    let squashed = |name: &str| name.replace(['.', '_', '-', ' '], "").to_lowercase();
    if let Some(same) = known.iter().find(|name| squashed(name) == squashed(written)) {
        return MeantPlaceholder::Name(same);
    }
    let parts: Vec<String> = written.to_lowercase().replace(['-', ' '], "_").split('.').map(str::to_owned).collect();
    let parts: Vec<&str> = parts
        .iter()
        .map(|part| PARTS.iter().find(|(word, _)| word == part).map_or(part.as_str(), |(_, meant)| *meant))
        .collect();
    let last = parts.last().copied().unwrap_or_default();
    let name = parts.join(".");
    let without_name = name.strip_suffix(".name").unwrap_or(&name);
    let is_it = |candidate: &str| known.iter().copied().find(|known| *known == candidate);
    let candidates = [
        name.clone(),
        format!("ward.{name}"),
        format!("pack.{name}"),
        format!("{name}.name"),
        format!("pack.{name}.name"),
        without_name.to_owned(),
        format!("ward.{without_name}"),
        format!("{without_name}.organisation"),
        format!("ward.{without_name}.organisation"),
        format!("{name}.phone"),
        format!("ward.{name}.phone"),
    ];
    if let Some(found) = candidates.iter().find_map(|candidate| is_it(candidate)) {
        return MeantPlaceholder::Name(found);
    }
    if let Some((_, why)) = NONE.iter().find(|(words, _)| words.contains(&last)) {
        return MeantPlaceholder::None(why);
    }
    nearest(written, known.iter().copied()).map_or(MeantPlaceholder::Unknown, MeantPlaceholder::Name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_have_other_names() {
        let contact = ["organisation", "phone", "email", "hours", "website", "source", "checked_on"];
        let page = ["title", "summary", "audience", "ward_kinds", "order"];
        for (written, known, meant) in [
            ("telephone", &contact[..], Some("phone")),
            ("Tel", &contact, Some("phone")),
            ("Checked on", &contact, Some("checked_on")),
            ("E-mail", &contact, Some("email")),
            ("“phone”", &contact, Some("phone")),
            ("url", &contact, Some("website")),
            ("fone", &contact, Some("phone")),
            ("Title", &page, Some("title")),
            ("teitl", &page, Some("title")),
            ("name", &page, Some("title")),
            ("ward kinds", &page, Some("ward_kinds")),
            ("description", &page, Some("summary")),
            ("colour", &page, None),
        ] {
            assert_eq!(key(written, known), meant, "{written}");
        }
    }

    #[test]
    fn placeholders_have_other_names() {
        let known = [
            "ward.name",
            "ward.site",
            "ward.phone",
            "ward.quiet_place",
            "ward.support.organisation",
            "ward.support.phone",
            "ward.support.website",
            "ward.pals.phone",
            "ward.pals.email",
            "pack.title",
            "pack.publisher.name",
            "pack.publisher.phone",
            "pack.publisher.email",
        ];
        for (written, meant) in [
            ("ward.telephone", "ward.phone"),
            ("ward.tel", "ward.phone"),
            ("ward.number", "ward.phone"),
            ("ward.mobile", "ward.phone"),
            ("Ward.Phone", "ward.phone"),
            ("ward_phone", "ward.phone"),
            ("phone", "ward.phone"),
            ("ward", "ward.name"),
            ("name", "ward.name"),
            ("ward.title", "ward.name"),
            ("ward.hospital", "ward.site"),
            ("hospital.name", "ward.site"),
            ("hospital", "ward.site"),
            ("ward.quiet-place", "ward.quiet_place"),
            ("ward.support.name", "ward.support.organisation"),
            ("ward.support", "ward.support.organisation"),
            ("support.telephone", "ward.support.phone"),
            ("advocacy.phone", "ward.support.phone"),
            ("ward.support.url", "ward.support.website"),
            ("pals", "ward.pals.phone"),
            ("trust.name", "pack.publisher.name"),
            ("trust", "pack.publisher.name"),
            ("publisher.phone", "pack.publisher.phone"),
            ("publisher.email", "pack.publisher.email"),
            ("trust.email", "pack.publisher.email"),
            ("ward.phnoe", "ward.phone"),
        ] {
            assert_eq!(placeholder(written, &known), MeantPlaceholder::Name(meant), "{written}");
        }
        for written in ["ward.email", "ward.address", "ward.manager"] {
            assert!(matches!(placeholder(written, &known), MeantPlaceholder::None(_)), "{written}");
        }
        assert_eq!(placeholder("zebra", &known), MeantPlaceholder::Unknown);
    }
}
