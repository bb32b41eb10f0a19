//! `wardpack new`: asks about a ward and writes its file, or writes an empty list.

use std::io::{self, BufRead, IsTerminal, Write};
use std::path::Path;

use clap::{Args, Subcommand};

use super::new_pages::{NewEasyRead, NewPage, NewPlace, NewResource, NewStandard};
use super::run::{print_fault, print_problems, today};
use super::{FINE, Format, PROBLEMS};
use crate::new::pages::StartedKind;
use crate::new::question::{self, SupportIsGiven, WardAnswers, WardQuestion};
use crate::new::{self, KnownWards, NewList};
use crate::problem::fault::{Fault, wards};
use crate::read;

#[derive(Debug, Subcommand)]
pub enum New {
    /// Write the file of a new ward; on a terminal, asks for what no flag says
    #[command(after_help = WARD_EXAMPLES)]
    Ward(Box<Ward>),
    /// Write the file of a new leaflet
    Leaflet(NewPage),
    /// Write the file of a new page, which the foot of each page links to
    Page(NewPage),
    /// Write the file of a new story: what a ward tried and learned
    Story(NewPage),
    /// Write the Easy Read of a page, to be filled in
    EasyRead(NewEasyRead),
    /// Write the file of a standard, for the wording that your trust has permission to show
    Standard(NewStandard),
    /// Write an empty benchmark with all domains
    Benchmark(NewPage),
    /// Write the file of a measure: what is counted, and how often
    Measure(NewPage),
    /// Add a publication, a tool or a page on the web to resources.yaml
    Resource(NewResource),
    /// Write an empty list of wards for Excel, with a sheet that explains its columns
    #[command(name = "wards.xlsx")]
    Workbook(NewPlace),
    /// Write an empty list of wards as CSV: its first row only
    #[command(name = "wards.csv")]
    Csv(NewPlace),
}

const WARD_EXAMPLES: &str = "Examples:
  wardpack new ward              asks one question at a time
  wardpack new ward beach        the same, for the file wards/beach.yaml
  wardpack new ward beach --name \"Beach ward\" --site \"Northgate Hospital\" --kind acute
        --support-organisation \"Northgate Advocacy\" --support-phone \"01632 960 002\" --checked-on 2026-11-01
                                 asks only for what is left; with --no-questions it asks nothing";

#[derive(Debug, Args)]
pub struct Ward {
    /// The ward's id, which becomes the name of its file and part of its address, such as beach; made from the name if left out
    id: Option<String>,
    /// What the ward is called
    #[arg(long, value_name = "WORDS")]
    name: Option<String>,
    /// The hospital or place that the ward is in
    #[arg(long, value_name = "WORDS")]
    site: Option<String>,
    /// The kind of ward: one of the ids under `ward_kinds` in pack.yaml
    #[arg(long, value_name = "KIND")]
    kind: Option<String>,
    /// An independent organisation that people can call, such as an advocacy service
    #[arg(long, value_name = "WORDS")]
    support_organisation: Option<String>,
    /// The phone number of that organisation
    #[arg(long, value_name = "NUMBER")]
    support_phone: Option<String>,
    /// When that number is answered
    #[arg(long, value_name = "WORDS")]
    support_hours: Option<String>,
    /// The day somebody last called that number, such as 2026-11-23, or today
    #[arg(long, value_name = "DATE")]
    checked_on: Option<String>,
    /// Fill the organisation and its number in later: until then check says so, and the site can't be built
    #[arg(long)]
    support_later: bool,
    /// Ask nothing, even on a terminal: what is missing is one message with all the flags to write, and no file
    #[arg(long)]
    no_questions: bool,
    #[command(flatten)]
    place: NewPlace,
}

impl Ward {
    fn support(&self) -> SupportIsGiven {
        if self.support_later { SupportIsGiven::Later } else { SupportIsGiven::Now }
    }

    fn given(&self) -> WardAnswers {
        let flags = [
            (WardQuestion::Id, &self.id),
            (WardQuestion::Name, &self.name),
            (WardQuestion::Site, &self.site),
            (WardQuestion::Kind, &self.kind),
            (WardQuestion::SupportOrganisation, &self.support_organisation),
            (WardQuestion::SupportPhone, &self.support_phone),
            (WardQuestion::SupportHours, &self.support_hours),
            (WardQuestion::CheckedOn, &self.checked_on),
        ];
        flags.into_iter().filter_map(|(question, written)| Some((question, written.clone()?))).collect()
    }
}

/// Writes what is asked for. Prints where it is and what to do next, and returns the exit code.
pub fn new(asked: &New) -> u8 {
    match asked {
        New::Ward(ward) => of_wards(&ward.place.content, |known| begin(ward, known)),
        New::Workbook(place) => of_wards(&place.content, |known| empty(known, NewList::Workbook)),
        New::Csv(place) => of_wards(&place.content, |known| empty(known, NewList::Csv)),
        New::Leaflet(page) => page.start(StartedKind::Leaflet),
        New::Page(page) => page.start(StartedKind::Page),
        New::Story(page) => page.start(StartedKind::Story),
        New::EasyRead(page) => page.start(),
        New::Standard(page) => page.start(),
        New::Benchmark(page) => page.start(StartedKind::Benchmark),
        New::Measure(page) => page.start(StartedKind::Measure),
        New::Resource(page) => page.start(),
    }
}

/// Starts a ward or a list of wards, for which it has to be known what wards there are.
fn of_wards(content: &Path, start: impl Fn(&KnownWards) -> Result<(), Fault>) -> u8 {
    let known = match new::known(&super::agree::request(content, today())) {
        Err(fault) => return print_fault(&fault, Format::Text),
        Ok((None, report)) => {
            print_problems(&report);
            outln!("Nothing was written: put pack.yaml right first, since it says what kinds of ward there are.");
            return PROBLEMS;
        }
        Ok((Some(known), _)) => known,
    };
    start(&known).map_or_else(|fault| print_fault(&fault, Format::Text), |()| FINE)
}

fn begin(asked: &Ward, known: &KnownWards) -> Result<(), Fault> {
    if known.kinds.is_empty() {
        return Err(wards::no_kinds());
    }
    let may_ask = !asked.no_questions && io::stdin().is_terminal();
    let answers = if may_ask {
        let answers = question::check(&asked.given(), known).map_err(|lines| wards::incomplete(&lines))?;
        let asking = ask(known, answers, asked.support(), &mut io::stdin().lock(), &mut io::stderr());
        asking.ok().flatten().ok_or_else(wards::unanswered)?
    } else {
        question::complete(&asked.given(), asked.support(), known).map_err(|lines| wards::incomplete(&lines))?
    };
    let path = new::ward(known, &answers)?;
    outln!("{} is written", read::shown(&path));
    for left in new::left(&answers, known) {
        outln!("Still to do: {left}");
    }
    let id = answers.get(&WardQuestion::Id).map_or("", String::as_str);
    let content = content_flag(known);
    outln!(
        "Next:\n  wardpack check{content}\n      says whether anything is missing\n  wardpack serve --open{content}\n      shows \
         the ward's pages in your browser\n  wardpack agree {id}{content} --on DATE --patients N --staff N\n      when your \
         group has agreed the charter"
    );
    Ok(())
}

fn empty(known: &KnownWards, list: NewList) -> Result<(), Fault> {
    let path = new::list(known, list)?;
    outln!("{} is written: an empty list of wards", read::shown(&path));
    let help = match list {
        NewList::Workbook => "its sheet “Help” says what each column holds",
        NewList::Csv => {
            "docs/reference/ward-list.md says what each column holds; format the columns with phone numbers as text"
        }
    };
    outln!("Next:\n  write a ward into each row: {help}\n  wardpack check{}", content_flag(known));
    Ok(())
}

/// Returns the flag that the next commands need to find this pack.
fn content_flag(known: &KnownWards) -> String {
    let shown = read::shown(&known.content);
    match shown.as_str() {
        "content" => String::new(),
        path if path.contains(' ') => format!(" --content \"{path}\""),
        path => format!(" --content {path}"),
    }
}

pub const INTRO_END: &str = "Nothing is written before the last answer; Ctrl+C stops.";
const LATER: &str = "later";

/// Asks for what isn't answered yet, one question at a time. Returns nothing where the answers end before the questions do.
pub fn ask(
    known: &KnownWards,
    mut answers: WardAnswers,
    mut support: SupportIsGiven,
    input: &mut dyn BufRead,
    output: &mut dyn Write,
) -> io::Result<Option<WardAnswers>> {
    writeln!(output, "A few questions about the ward. {INTRO_END}")?;
    for question in WardQuestion::all() {
        let is_left_out =
            question.is_of_support() && (support == SupportIsGiven::Later || known.inherits_support(&answers));
        if answers.contains_key(&question) || is_left_out {
            continue;
        }
        let name = answers.get(&WardQuestion::Name).filter(|_| question == WardQuestion::Id);
        let offered = name.and_then(|name| question::id_of(name, known));
        explain(question, offered.as_deref(), known, output)?;
        match reply(question, offered, known, input, output)? {
            Reply::Answer(answer) => drop(answers.insert(question, answer)),
            Reply::LeftOut => {}
            Reply::Later => support = SupportIsGiven::Later,
            Reply::End => return Ok(None),
        }
    }
    Ok(Some(answers))
}

/// What comes of a question.
enum Reply {
    Answer(String),
    LeftOut,
    /// The independent contact is to be filled in later.
    Later,
    /// There are no more lines.
    End,
}

/// Reads lines until one answers the question, and says why each other one can't.
fn reply(
    question: WardQuestion,
    offered: Option<String>,
    known: &KnownWards,
    input: &mut dyn BufRead,
    output: &mut dyn Write,
) -> io::Result<Reply> {
    loop {
        write!(output, "> ")?;
        output.flush()?;
        let Some(line) = line(input)? else { return Ok(Reply::End) };
        let written = line.trim();
        if question.can_wait() && written.eq_ignore_ascii_case(LATER) {
            return Ok(Reply::Later);
        }
        if written.is_empty() && question.is_optional() {
            return Ok(Reply::LeftOut);
        }
        let written = if written.is_empty() { offered.as_deref().unwrap_or_default() } else { written };
        match question.check(written, known) {
            Ok(answer) => return Ok(Reply::Answer(answer)),
            Err(reason) => writeln!(output, "  {reason}")?,
        }
    }
}

/// Writes a question, what its answer is, the choices, an example, and what an empty answer does.
fn explain(
    question: WardQuestion,
    offered: Option<&str>,
    known: &KnownWards,
    output: &mut dyn Write,
) -> io::Result<()> {
    writeln!(output, "\n{}", question.words())?;
    writeln!(output, "  {}.", question.help())?;
    for (id, name) in question.choices(known) {
        writeln!(output, "    {id:<24} {name}")?;
    }
    let today = if question == WardQuestion::CheckedOn { ", or today" } else { "" };
    writeln!(output, "  For example: {}{today}", question.example(known))?;
    if question.can_wait() {
        writeln!(
            output,
            "  Write “{LATER}” if you don't know yet. Until it is filled in, wardpack check says so and the site can't be built."
        )?;
    }
    match offered {
        Some(offered) => writeln!(output, "  Press Enter for {offered}"),
        None if question.is_optional() => writeln!(output, "  Press Enter to leave it out"),
        None => Ok(()),
    }
}

/// Returns the next line, or nothing at the end. Bytes that aren't UTF-8 become a letter that no answer may have.
pub fn line(input: &mut dyn BufRead) -> io::Result<Option<String>> {
    let mut bytes = Vec::new();
    let is_end = input.read_until(b'\n', &mut bytes)? == 0;
    Ok((!is_end).then(|| String::from_utf8_lossy(&bytes).into_owned()))
}
