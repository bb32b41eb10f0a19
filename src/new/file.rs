//! The words of a new ward's file: what is known, and notes on what can be added, for people who have never seen YAML.
//!
//! A note begins with `# ` and a letter. A line to be used begins with `#` and is right as it stands once the `#` is gone; what
//! must not stay as it is has no value or says `[insert …]`, which every build reports.

use super::KnownWards;
use super::question::{WardAnswers, WardQuestion};

pub fn text(answers: &WardAnswers, known: &KnownWards) -> String {
    let kind = answers.get(&WardQuestion::Kind).map_or("", String::as_str);
    [HEAD.to_owned(), about(answers, known), contacts(answers, known), charter(known, kind), more(known, kind)]
        .join("\n")
}

const HEAD: &str = "\
# The file of one ward. Lines that start with # are notes for you, and are on no page.
# Change what you like and save. Then run: wardpack check
";

fn about(answers: &WardAnswers, known: &KnownWards) -> String {
    let kinds: Vec<&str> = known.kinds.iter().map(|(id, _)| id.as_str()).collect();
    let value = |question| quoted(answers.get(&question).map_or("", String::as_str));
    format!(
        "name: {}\nsite: {}\n# The kind is one of: {}\nkind: {}\n",
        value(WardQuestion::Name),
        value(WardQuestion::Site),
        kinds.join(", "),
        value(WardQuestion::Kind)
    )
}

/// Returns words as YAML holds them, in quotes where it would read something else than words.
pub(super) fn quoted(words: &str) -> String {
    serde_yaml::to_string(words).map(|yaml| yaml.trim_end().to_owned()).unwrap_or_default()
}

const SUPPORT: &str = "\
# Whom people can call who can't talk to the ward's staff: an independent organisation.
# Keep phone numbers in quotes, or they lose their zero. checked_on is the day somebody called the number, such as 2026-11-01.
";
const SUPPORT_LATER: &str = "\
# STILL TO FILL IN, at the lines below: the organisation and its number. Take the # away at the start of the line, and write
# them. Until they are there, \"wardpack check\" says so and the site can't be built.
";
const SUPPORT_SHARED: &str = "\
# This ward has the one of its hospital or its trust, which stands in pack.yaml. To give it one of its own, take the # away at the
# start of the lines below, and write the organisation and its number.
";
const OTHERS: &str = "\
# Other numbers, if there are any: take the # away at the start of the lines, and write the number between the quotes.
#  ward:
#    phone: \"\"
#  safeguarding:
#    phone: \"\"
#  pals:
#    phone: \"\"
";

fn contacts(answers: &WardAnswers, known: &KnownWards) -> String {
    let settings = [
        ("organisation", WardQuestion::SupportOrganisation),
        ("phone", WardQuestion::SupportPhone),
        ("hours", WardQuestion::SupportHours),
        ("checked_on", WardQuestion::CheckedOn),
    ];
    let setting = |(name, question): (&str, WardQuestion)| match (answers.get(&question), question) {
        (Some(phone), WardQuestion::SupportPhone) => format!("    {name}: \"{phone}\"\n"),
        (Some(day), WardQuestion::CheckedOn) => format!("    {name}: {day}\n"),
        (Some(words), _) => format!("    {name}: {}\n", quoted(words)),
        (None, WardQuestion::SupportPhone) => format!("#    {name}: \"\"\n"),
        (None, _) => format!("#    {name}:\n"),
    };
    let is_complete =
        WardQuestion::all().filter(|question| question.can_wait()).all(|needed| answers.contains_key(&needed));
    let is_begun = settings.iter().any(|(_, question)| answers.contains_key(question));
    let later = match is_complete {
        true => "",
        false if known.inherits_support(answers) => SUPPORT_SHARED,
        false => SUPPORT_LATER,
    };
    let group = if is_begun { "contacts:\n  support:\n" } else { "#contacts:\n#  support:\n" };
    format!("{SUPPORT}{later}{group}{}{OTHERS}", settings.map(setting).concat())
}

const CHARTER: &str = "\
# What your group says differently in the charter. Take the # away at the start of the lines that you want, and write your own
# words in place of [insert …]. Spaces at the start of a line matter: keep them.
#charter:
#  owner: \"[insert who looks after the charter: a role, such as Ward manager]\"
";

/// Returns the notes on the charter of a kind of ward, with behaviours that its template has.
fn charter(known: &KnownWards, kind: &str) -> String {
    let behaviours = known.behaviours.get(kind).map(Vec::as_slice).unwrap_or_default();
    let ids: Vec<&str> = behaviours.iter().map(|(id, _)| id.as_str()).collect();
    let Some(first) = ids.first() else { return CHARTER.to_owned() };
    let mut text = format!(
        "{CHARTER}#  reword:\n#    {first}:\n#      text: \"[insert this line in the ward's own words]\"\n{EASY_READ}"
    );
    let last = behaviours.iter().skip(1).rev().find(|(_, required)| !required);
    if let Some((last, _)) = last {
        text.push_str(&format!("#  remove:\n#    {last}: \"[insert why your group left this line out]\"\n"));
    }
    text.push_str(&format!(
        "#  add:\n#    - id: a-line-of-our-own\n#      after: {first}\n#      text: \"[insert a line of the ward's own]\"\n{EASY_READ}"
    ));
    if let Some(picture) = &known.picture {
        text.push_str(&format!("#      picture: {picture} # or the name of another picture in images/easy-read/\n"));
    }
    text.push_str(&format!("# The lines of the charter have these ids: {}.\n", ids.join(", ")));
    let required: Vec<&str> = behaviours.iter().filter(|(_, required)| *required).map(|(id, _)| id.as_str()).collect();
    if !required.is_empty() {
        text.push_str(&format!("# These can be reworded, but not removed: {}.\n", required.join(", ")));
    }
    text
}

/// The line of each behaviour that a ward says itself, for those who read the easier words.
const EASY_READ: &str = "#      easy_read: \"[insert the same in one short sentence]\"\n";

/// Returns the notes on the rest, as far as the pack has a choice.
fn more(known: &KnownWards, kind: &str) -> String {
    let mut text = "# A place on the ward to talk undisturbed.\n#quiet_place: \"[insert where it is]\"\n".to_owned();
    let leaflets = known.leaflets.get(kind).map(Vec::as_slice).unwrap_or_default();
    if let Some(leaflet) = leaflets.first() {
        text.push_str(&format!(
            "\n# Leaflets that the ward does not give out. Their ids: {}.\n#leaflets:\n#  leave_out: [{leaflet}]\n",
            leaflets.join(", ")
        ));
    }
    if known.languages.len() > 1 {
        let languages = known.languages.join(", ");
        text.push_str(&format!("\n# The languages of the ward's pages.\n#languages: [{languages}]\n"));
    }
    text
}
