//! The sheets and columns of the workbook, and what stands in them for each setting.

use crate::model::benchmark::{Confidence, Group};

/// The sheets beside those of the domains.
pub const ABOUT: &str = "Benchmark";
pub const PLAN: &str = "Action plan";
pub const HELP: &str = "Help";

/// How a setting of the benchmark as a whole is asked for on its sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    Words,
    Day,
    /// Words parted by commas.
    List,
    /// One of the levels.
    Level,
}

/// What the benchmark as a whole says: the question on the sheet, the setting, how it is asked for, and help with it.
pub const ABOUT_ROWS: [(&str, &str, Asked, &str); 14] = [
    ("Title", "title", Asked::Words, "What the page is called, such as: Beach ward, 2026"),
    ("Summary", "summary", Asked::Words, "One sentence, for lists"),
    ("What you look at", "level", Asked::Level, "The whole trust, a directorate, a service or one ward"),
    ("Ward", "ward", Asked::Words, "The id of the ward: the name of its file in the folder wards"),
    ("Directorate or service", "of", Asked::Words, "Its name, where it isn't a ward"),
    ("Agreed on", "on", Asked::Day, "The day on which the group agreed, such as 2026-11-26"),
    ("More on who decided", "decided_by", Asked::Words, "By role, and not by name"),
    ("Introduction", "introduction", Asked::Words, ""),
    ("For whom the page is", "audience", Asked::List, "staff, patients, carers, visitors. Staff, if left empty"),
    ("Sources", "source", Asked::List, "Ids of resources, parted by commas"),
    ("Who looks after it", "owner", Asked::Words, "A role, never a person's name"),
    ("Written", "written", Asked::Day, ""),
    ("Reviewed", "reviewed", Asked::Day, ""),
    ("Review by", "review_by", Asked::Day, ""),
];

/// The question for the name of the benchmark's file.
pub const NAME: &str = "Name of the file";
pub const NAME_HELP: &str = "Small letters, digits and hyphens, such as beach-2026. It makes the address of the page";

/// The headings of that sheet.
pub const QUESTION: &str = "Question";
pub const ANSWER: &str = "Answer";

/// The headings before and after the columns of the groups, with the setting of each.
pub const ID: &str = "Number";
pub const TITLE: &str = "Domain or standard";
pub const LEVEL: &str = "How confident";
pub const TEAM: &str = "Which other team";
pub const TEXTS: [(&str, &str); 4] = [
    ("Why", "why"),
    ("What shows it", "evidence"),
    ("What works well", "good_practice"),
    ("For the next time", "comment"),
];

/// The headings of the action plan.
pub const ACTION: [(&str, &str); 4] =
    [("For", "for"), ("What will be done", "what"), ("Who (a role)", "who"), ("By when (a day)", "by")];

/// What the three levels and the other answer are called.
pub const CONFIDENCES: [(&str, Confidence); 4] = [
    ("Fully confident", Confidence::Full),
    ("Partially confident", Confidence::Partial),
    ("Not confident", Confidence::None),
    ("Another team does it", Confidence::OtherTeam),
];

/// What the parts of an organisation are called, and their names in the file.
pub const LEVELS: [(&str, &str); 4] =
    [("Whole trust", "trust"), ("Directorate", "directorate"), ("One service", "service"), ("One ward", "ward")];

pub const YES: &str = "Yes";

/// Returns the question whether a group took part.
pub fn took_part(group: Group) -> String {
    format!("{} took part", words(group))
}

/// Returns the heading of the column with what a group said.
pub fn says(group: Group) -> String {
    format!("{} say", words(group))
}

fn words(group: Group) -> &'static str {
    match group {
        Group::Patients => "Patients",
        Group::Carers => "Carers",
        Group::Staff => "Staff",
        Group::Advocates => "Advocates",
        Group::Leaders => "Senior leaders",
        Group::Partners => "Partner organisations",
    }
}

/// Returns the name of a level in the file, for what stands in a cell.
pub fn confidence(words: &str) -> Option<&'static str> {
    let plain = words.trim().to_lowercase();
    let is_it = |(shown, level): &&(&str, Confidence)| plain == shown.to_lowercase() || plain == level.name();
    CONFIDENCES.iter().find(is_it).map(|(_, level)| level.name())
}

/// Returns what a level is called on a sheet; the name itself where it is none.
pub fn shown_confidence(name: &str) -> &str {
    CONFIDENCES.iter().find(|(_, level)| level.name() == name).map_or(name, |(shown, _)| shown)
}

/// Returns the name of a part of the organisation in the file, for what stands in a cell.
pub fn level(words: &str) -> Option<&'static str> {
    let plain = words.trim().to_lowercase();
    LEVELS.iter().find(|(shown, name)| plain == shown.to_lowercase() || plain == *name).map(|(_, name)| *name)
}

pub fn shown_level(name: &str) -> &str {
    LEVELS.iter().find(|(_, known)| *known == name).map_or(name, |(shown, _)| shown)
}
