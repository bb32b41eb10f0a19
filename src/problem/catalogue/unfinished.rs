//! What a pack still lacks before it is finished: for its editors, since nothing of it is for readers.

use super::super::{Code, Place, Problem, Severity};

pub static CODES: &[&Code] = &[&UNFINISHED];

static UNFINISHED: Code = Code {
    id: "D005",
    title: "Still to do",
    meaning: "Something that the pack has room for isn't there yet, or nobody of yours has read it. Pages leave it out or say so in a short \
              sentence; this list is for those who look after the pack. It refuses a build only with --deny-unfinished.",
    instead: "Do what the list says, one line after the other. What isn't for your trust can be left as it is.",
};

fn note(path: &str, message: String) -> Problem {
    Problem { severity: Severity::Note, ..Problem::warning(&UNFINISHED, Place::Path(path.to_owned()), message) }
}

fn of(count: usize, one: &str, many: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{count} {many}") }
}

/// So many of the published standards aren't held in their own words.
pub fn standards(missing: usize, published: usize) -> Problem {
    note("standards", format!("the words of {missing} of the {published} published standards are not in this pack")).help(
        "where your trust has permission from their publisher, copy them into a sheet and run wardpack import standards FILE",
    )
}

/// A conversation model without its steps.
pub fn steps(path: &str, title: &str) -> Problem {
    note(path, format!("{title} has no steps yet")).help(format!(
        "write its steps in {path}, once your trust has read where they are published and has permission"
    ))
}

/// A conversation model with steps that says nothing of when to stop.
pub fn no_stop(path: &str, title: &str) -> Problem {
    note(path, format!("{title} doesn't say when to stop the conversation"))
        .help(format!("write stop: in {path}, such as stop: [The person says no or gets upset.]"))
}

/// A benchmarking exercise with ratings that have no reason or nothing that follows.
pub fn benchmark(path: &str, title: &str, reasons: usize, actions: usize) -> Problem {
    let reasons = (reasons > 0).then(|| of(reasons, "domain without a reason", "domains without a reason"));
    let actions = (actions > 0).then(|| of(actions, "domain without an action", "domains without an action"));
    let all: Vec<String> = reasons.into_iter().chain(actions).collect();
    note(path, format!("{title} has {}", all.join(" and "))).help(format!("write why: and actions: of each in {path}"))
}

/// A theory of change with drivers that nobody has filled in.
pub fn drivers(path: &str, title: &str, to_fill: usize) -> Problem {
    let count = of(to_fill, "driver", "drivers");
    note(path, format!("{title} has {count} to fill in"))
        .help(format!("ask patients and staff what has to change, and write name: in the place of to_fill: in {path}"))
}

/// Charters that no ward has agreed.
pub fn drafts(wards: &[String]) -> Problem {
    let shown: Vec<&str> = wards.iter().take(5).map(String::as_str).collect();
    let others = wards.len() - shown.len();
    let more = if others > 0 { format!(" and {others} more") } else { String::new() };
    note("wards", format!("{} not agreed by patients and staff: {}{more}", charters(wards.len()), shown.join(", ")))
        .help("make each charter together with them, and write it down with wardpack agree")
}

fn charters(count: usize) -> String {
    if count == 1 { "1 charter is".to_owned() } else { format!("{count} charters are") }
}

/// Sheets on the walls of a ward that aren't current any more.
pub fn sheets(path: &str, name: &str, ward: &str, count: usize) -> Problem {
    let are = if count == 1 {
        "1 sheet that hangs there is".to_owned()
    } else {
        format!("{count} sheets that hang there are")
    };
    note(path, format!("{name}: {are} not current"))
        .help(format!("see what to take down and put up: wardpack round {ward}"))
}

/// An accessibility statement of which the trust has said nothing.
pub fn no_accessibility() -> Problem {
    note("pack.yaml", "the accessibility statement says nothing of your copy yet".to_owned()).help(
        "write accessibility: in pack.yaml: how far it meets version 2.2 AA of WCAG, who tested it, and what is not accessible",
    )
}

/// An accessibility statement without parts that the regulations ask for, in words.
pub fn accessibility(lacking: &[&str]) -> Problem {
    note("pack.yaml", format!("the accessibility statement doesn't say {}", lacking.join("; ")))
        .help("write it under accessibility: in pack.yaml")
}

/// A privacy statement of which the trust has said nothing.
pub fn no_privacy() -> Problem {
    note("pack.yaml", "the privacy statement says nothing of your web server and network yet".to_owned())
        .help("write privacy: in pack.yaml: what is written down about people who read the copy, why, and for how long")
}

/// A privacy statement without parts that the law asks for, in words.
pub fn privacy(lacking: &[&str]) -> Problem {
    note("pack.yaml", format!("the privacy statement doesn't say {}", lacking.join("; ")))
        .help("write it under privacy: in pack.yaml")
}

/// Texts that nobody of the publisher has read.
pub fn unreviewed(count: usize, publisher: Option<&str>) -> Problem {
    let texts = if count == 1 { "1 text has".to_owned() } else { format!("{count} texts have") };
    let whose = publisher.unwrap_or("your trust");
    note("pack.yaml", format!("{texts} not been reviewed by {whose}")).help(
        "read them, and write reviewed: in each file of yours; for those of the pack below, write reviewed_base: in pack.yaml",
    )
}
