//! `wardpack init`

use std::io::{self, BufRead, IsTerminal, Write};
use std::path::{Path, PathBuf};

use clap::Args;

use super::new::{INTRO_END, line};
use super::run::{print_fault, today};
use super::{FINE, Format};
use crate::new::pack::{self, BegunPack, PackAnswers, PackQuestion};
use crate::problem::fault::{Fault, packs};
use crate::read;

#[derive(Debug, Args)]
pub struct Init {
    /// The folder that the pack is put into; made if it isn't there
    #[arg(value_name = "FOLDER", default_value = ".")]
    folder: PathBuf,
    /// What the site is called
    #[arg(long, value_name = "WORDS")]
    title: Option<String>,
    /// Who publishes it: the name of your trust or organisation
    #[arg(long, value_name = "WORDS")]
    publisher: Option<String>,
    /// The nation whose services are listed: england, wales, scotland or northern-ireland
    #[arg(long, value_name = "NATION")]
    nation: Option<String>,
    /// The languages of the site, English first, with commas between them: en, cy and ur are inside wardpack
    #[arg(long, value_name = "LANGUAGES")]
    languages: Option<String>,
    /// Ask nothing, even on a terminal: what is missing is one message with all the flags to write, and no file
    #[arg(long)]
    no_questions: bool,
}

impl Init {
    fn given(&self) -> PackAnswers {
        let flags = [
            (PackQuestion::Title, &self.title),
            (PackQuestion::Publisher, &self.publisher),
            (PackQuestion::Nation, &self.nation),
            (PackQuestion::Languages, &self.languages),
        ];
        flags.into_iter().filter_map(|(question, written)| Some((question, written.clone()?))).collect()
    }
}

/// Writes the files of a new pack. Prints what they are and what to do next, and returns the exit code.
pub fn init(asked: &Init) -> u8 {
    begin(asked).map_or_else(|fault| print_fault(&fault, Format::Text), |()| FINE)
}

fn begin(asked: &Init) -> Result<(), Fault> {
    let may_ask = !asked.no_questions && io::stdin().is_terminal();
    let given = if may_ask {
        let given = pack::check(&asked.given()).map_err(|lines| packs::incomplete(&lines))?;
        let asking = ask(given, &mut io::stdin().lock(), &mut io::stderr());
        asking.ok().flatten().ok_or_else(packs::unanswered)?
    } else {
        asked.given()
    };
    let answers = pack::complete(&given).map_err(|lines| packs::incomplete(&lines))?;
    let content = match read::shown(&asked.folder).as_str() {
        "." => PathBuf::from("content"),
        _ => asked.folder.join("content"),
    };
    let begun = pack::begin(&asked.folder, &answers, &super::agree::request(&content, today()))?;
    print(&begun, &asked.folder);
    Ok(())
}

fn print(begun: &BegunPack, folder: &Path) {
    outln!("A pack is begun:");
    for (file, what) in &begun.files {
        outln!("  {}\n      {what}", read::shown(file));
    }
    if let Some(kept) = &begun.kept {
        outln!("{} is there already and was left as it is. output/ and bundles/ can be made again.", read::shown(kept));
    }
    let shown = read::shown(folder);
    let go = match shown.as_str() {
        "." => String::new(),
        path if path.contains(' ') => format!("\n  cd \"{path}\""),
        path => format!("\n  cd {path}"),
    };
    outln!(
        "Next:{go}\n  wardpack serve --open\n      shows the site in your browser, and each change as you save it\n  wardpack new \
         ward\n      writes the file of a ward of yours; then delete the sample\n  wardpack check\n      says what is mistaken, and \
         what is still to do"
    );
}

/// Asks for what isn't answered yet, one question at a time. Returns nothing where the answers end before the questions do.
pub fn ask(
    mut answers: PackAnswers,
    input: &mut dyn BufRead,
    output: &mut dyn Write,
) -> io::Result<Option<PackAnswers>> {
    writeln!(output, "A few questions about the pack. {INTRO_END}")?;
    for question in PackQuestion::all() {
        if answers.contains_key(&question) {
            continue;
        }
        explain(question, output)?;
        match reply(question, input, output)? {
            Some(answer) => drop(answers.insert(question, answer)),
            None => return Ok(None),
        }
    }
    Ok(Some(answers))
}

/// Writes a question, what its answer is, the choices, an example, and what an empty answer does.
fn explain(question: PackQuestion, output: &mut dyn Write) -> io::Result<()> {
    writeln!(output, "\n{}\n  {}.", question.words(), question.help())?;
    for (word, name) in question.choices() {
        writeln!(output, "    {word:<24} {name}")?;
    }
    writeln!(output, "  For example: {}", question.example())?;
    match question.default() {
        Some(default) => writeln!(output, "  Press Enter for {default}"),
        None => Ok(()),
    }
}

/// Reads lines until one answers the question, and says why each other one can't. Returns nothing where there are no more lines.
fn reply(question: PackQuestion, input: &mut dyn BufRead, output: &mut dyn Write) -> io::Result<Option<String>> {
    loop {
        write!(output, "> ")?;
        output.flush()?;
        let Some(line) = line(input)? else { return Ok(None) };
        let written = if line.trim().is_empty() { question.default().unwrap_or_default() } else { line.trim() };
        match question.check(written) {
            Ok(answer) => return Ok(Some(answer)),
            Err(reason) => writeln!(output, "  {reason}")?,
        }
    }
}
