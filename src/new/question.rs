//! What is asked about a new ward, and whether an answer can be right: it is read as the ward's file will be.

use std::collections::BTreeMap;

use super::KnownWards;
use crate::model::phone::Phone;
use crate::model::place::{FileRole, place};
use crate::model::read::fields::{FromNode, Reader};
use crate::model::read::id::{as_id, is_id};
use crate::model::ward_list::{COLUMNS, WardColumn};
use crate::parse::slips_of_file;
use crate::parse::yaml::{Key, Node, Value};
use crate::problem::Problem;
use crate::problem::catalogue::{fields, names, phones};
use crate::span::{FileId, Span, Spanned};
use crate::text::line::Line;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum WardQuestion {
    Name,
    Id,
    Site,
    Kind,
    SupportOrganisation,
    SupportPhone,
    SupportHours,
    CheckedOn,
}

use WardQuestion as Q;

/// The answers, as the ward's file will hold them.
pub type WardAnswers = BTreeMap<WardQuestion, String>;

/// A question, the column of a list that holds the same, the flag that answers it, and its words.
type QuestionRow = (WardQuestion, &'static str, &'static str, &'static str);

/// Each question in the order of asking.
const TABLE: [QuestionRow; 8] = [
    (Q::Name, "name", "--name", "What is the ward called?"),
    (Q::Id, "id", "ID", "What is its id?"),
    (Q::Site, "site", "--site", "Where is it?"),
    (Q::Kind, "kind", "--kind", "What kind of ward is it?"),
    (
        Q::SupportOrganisation,
        "support organisation",
        "--support-organisation",
        "Whom can people call who can't talk to the ward's staff?",
    ),
    (Q::SupportPhone, "support phone", "--support-phone", "What is their phone number?"),
    (Q::SupportHours, "support hours", "--support-hours", "When do they answer the phone?"),
    (Q::CheckedOn, "support checked on", "--checked-on", "When did somebody last call that number?"),
];

impl WardQuestion {
    /// Returns all questions in the order of asking.
    pub fn all() -> impl Iterator<Item = WardQuestion> {
        TABLE.iter().map(|(question, ..)| *question)
    }

    fn row(self) -> &'static QuestionRow {
        TABLE.iter().find(|(question, ..)| *question == self).unwrap_or(&TABLE[0])
    }

    fn column(self) -> &'static WardColumn {
        let (_, column, ..) = self.row();
        COLUMNS.iter().find(|(name, ..)| name == column).unwrap_or(&COLUMNS[0])
    }

    pub fn flag(self) -> &'static str {
        let (_, _, flag, _) = self.row();
        flag
    }

    pub fn words(self) -> &'static str {
        let (.., words) = self.row();
        words
    }

    /// Says what the answer is, in a sentence without its full stop.
    pub fn help(self) -> &'static str {
        self.column().2
    }

    /// Returns an answer that would do. A kind is one that this pack has.
    pub fn example(self, known: &KnownWards) -> &str {
        let first = self.choices(known).first().map(|(id, _)| id.as_str());
        first.unwrap_or(self.column().3)
    }

    /// Returns what an answer is one of, as ids and words; nothing where it can be anything.
    pub fn choices(self, known: &KnownWards) -> &[(String, String)] {
        match self {
            Q::Kind => &known.kinds,
            Q::Site => &known.hospitals,
            _ => &[],
        }
    }

    /// Tells whether a ward can do without the answer.
    pub fn is_optional(self) -> bool {
        matches!(self, Q::SupportHours | Q::CheckedOn)
    }

    /// Tells whether the answer has to be given. An id that isn't is made from the name.
    fn is_required(self) -> bool {
        !self.is_optional() && self != Q::Id
    }

    /// Tells whether the answer can be filled in later: the site can't be built without it, but a ward's file can be begun.
    pub fn can_wait(self) -> bool {
        matches!(self, Q::SupportOrganisation | Q::SupportPhone)
    }

    /// Tells whether the question is about the independent contact.
    pub fn is_of_support(self) -> bool {
        self.can_wait() || self.is_optional()
    }

    /// Returns the answer as the ward's file will hold it, or says why it can't be one.
    pub fn check(self, written: &str, known: &KnownWards) -> Result<String, String> {
        let written = tidy(written)?;
        match self {
            Q::Id => id(&written, known),
            Q::Kind => one_of(&written, "a ward kind of pack.yaml", &known.kinds).map(|(id, _)| id),
            Q::Site if !known.hospitals.is_empty() => {
                one_of(&written, "a hospital of pack.yaml", &known.hospitals).map(|(_, name)| name)
            }
            Q::SupportPhone => read::<Phone>(&written)
                .map_err(|problem| match problem.help.as_deref() {
                    Some(help) if help != phones::DIGITS => format!("{}; {help}", problem.message),
                    _ => format!("{}; write its digits, such as {}", problem.message, self.example(known)),
                })
                .map(|phone| phone.written()),
            Q::CheckedOn => day(&written, known),
            Q::Name | Q::Site | Q::SupportOrganisation | Q::SupportHours => line(&written),
        }
    }
}

/// Returns an answer with single spaces, or says why it can be none, whatever was asked.
pub(super) fn tidy(written: &str) -> Result<String, String> {
    let written = written.split_whitespace().collect::<Vec<_>>().join(" ");
    if written.is_empty() {
        return Err("nothing is written there".to_owned());
    }
    if written.contains(char::REPLACEMENT_CHARACTER) {
        return Err(format!("“{written}” has a letter in it that can't be read; write it anew"));
    }
    let mut slips = Vec::new();
    slips_of_file(FileId(0), &written, &mut slips);
    slips.first().map_or(Ok(written), |slip| Err(reason(slip)))
}

/// Checks what is given. Returns the answers, or a line for each that can't be right.
pub fn check(given: &WardAnswers, known: &KnownWards) -> Result<WardAnswers, Vec<String>> {
    let (answers, wrong) = checked(given, known);
    if wrong.is_empty() { Ok(answers) } else { Err(wrong) }
}

/// When the independent contact is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SupportIsGiven {
    Now,
    /// Until then the site can't be built.
    Later,
}

/// Returns the answers where nobody can be asked, or a line for each that can't be right or is missing.
pub fn complete(given: &WardAnswers, support: SupportIsGiven, known: &KnownWards) -> Result<WardAnswers, Vec<String>> {
    let (mut answers, mut wrong) = checked(given, known);
    let can_do_without = support == SupportIsGiven::Later || known.inherits_support(&answers);
    let is_missing = |question: &WardQuestion| question.is_required() && !(can_do_without && question.can_wait());
    for question in WardQuestion::all().filter(is_missing).filter(|question| !given.contains_key(question)) {
        let (flag, help, example) = (question.flag(), question.help(), question.example(known));
        wrong.push(format!("{flag} is missing; write {flag} \"{example}\" ({help})"));
    }
    if let Some(name) = answers.get(&Q::Name).filter(|_| !given.contains_key(&Q::Id)) {
        match id_of(name, known) {
            Some(id) => drop(answers.insert(Q::Id, id)),
            None => wrong.push(no_id(name, known)),
        }
    }
    if wrong.is_empty() { Ok(answers) } else { Err(wrong) }
}

fn no_id(name: &str, known: &KnownWards) -> String {
    let id = as_id(name);
    let why = known.taken.get(&id).map_or_else(
        || format!("“{name}” makes no id"),
        |by| format!("the name makes the id “{id}”, which is taken already, by {by}"),
    );
    format!("ID is missing: {why}. Write one after “new ward”: wardpack new ward {}", Q::Id.example(known))
}

fn checked(given: &WardAnswers, known: &KnownWards) -> (WardAnswers, Vec<String>) {
    let (mut answers, mut wrong) = (WardAnswers::new(), Vec::new());
    for (question, written) in given {
        match question.check(written, known) {
            Ok(answer) => drop(answers.insert(*question, answer)),
            Err(reason) => wrong.push(format!("{}: {reason}", question.flag())),
        }
    }
    (answers, wrong)
}

/// Returns the id that a name makes, if no ward has it and it can be one.
pub fn id_of(name: &str, known: &KnownWards) -> Option<String> {
    let has_letters = name.chars().any(|letter| letter.is_ascii_alphanumeric());
    has_letters.then(|| as_id(name)).and_then(|id| Q::Id.check(&id, known).ok())
}

/// Returns a value as a ward's file gives it, or the first problem with it.
pub(super) fn read<T: FromNode>(written: &str) -> Result<T, Box<Problem>> {
    let span = Span::new(FileId(0), 0, written.len());
    let value = Node { span, value: Value::Text(written.to_owned()) };
    let tree = Node { span, value: Value::Map(vec![(Key { name: "answer".to_owned(), span }, value)]) };
    let mut reader = Reader { file: FileId(0), text: written, problems: Vec::new() };
    let value = reader.fields(&tree, "a ward").and_then(|mut fields| fields.optional("answer"));
    let nothing = || fields::nothing_written("answer", span);
    match (value, reader.problems.into_iter().next()) {
        (Some(value), None) => Ok(value),
        (_, problem) => Err(Box::new(problem.unwrap_or_else(nothing))),
    }
}

fn reason(problem: &Problem) -> String {
    let help = problem.help.as_ref().map(|help| format!("; {help}")).unwrap_or_default();
    format!("{}{help}", problem.message)
}

/// Returns words without placeholders: those of a ward's values would ask for each other.
pub(super) fn line(written: &str) -> Result<String, String> {
    let line = read::<Line>(written).map_err(|problem| reason(&problem))?;
    match line.placeholders.first() {
        None => Ok(written.to_owned()),
        Some(used) => Err(format!("“{{{}}}” stands for a value of the pack; write it without the braces", used.name)),
    }
}

fn day(written: &str, known: &KnownWards) -> Result<String, String> {
    if written.eq_ignore_ascii_case("today") {
        return Ok(known.today.to_string());
    }
    let day = read::<Spanned<jiff::civil::Date>>(written).map_err(|problem| reason(&problem))?;
    if day.value > known.today {
        return Err(format!("{written} is a day that hasn't come yet; write the day on which somebody called"));
    }
    Ok(day.value.to_string())
}

/// Returns the choice that is named by its id or its words.
pub(super) fn one_of(written: &str, what: &str, choices: &[(String, String)]) -> Result<(String, String), String> {
    let is_it = |words: &str| words.to_lowercase() == written.to_lowercase();
    if let Some(choice) = choices.iter().find(|(id, name)| is_it(id) || is_it(name)) {
        return Ok(choice.clone());
    }
    let ids: Vec<&str> = choices.iter().map(|(id, _)| id.as_str()).collect();
    let span = Span::new(FileId(0), 0, 0);
    Err(reason(&fields::not_one_of(span, written, what, &ids)))
}

/// Returns an id that no ward has, and that the name of a ward's file can hold.
fn id(written: &str, known: &KnownWards) -> Result<String, String> {
    if !is_id(written) {
        let span = Span::new(FileId(0), 0, 0);
        return Err(reason(&fields::bad_id(span, written, &as_id(written))));
    }
    if let Some(by) = known.taken.get(written) {
        return Err(format!("the id “{written}” is taken already, by {by}; choose another one"));
    }
    let name = format!("{written}.yaml");
    let is_ward = place(&format!("wards/{name}"))
        .is_some_and(|place| place.role == FileRole::Ward && place.id == written && place.language.is_first());
    if !is_ward {
        let better = written.replace('.', "-");
        return Err(format!("“{name}” would not be read as the file of a ward; write {better}"));
    }
    match names::unsafe_name(&name, &name) {
        Some(problem) => Err(format!("{}; choose another id", problem.message)),
        None => Ok(written.to_owned()),
    }
}
