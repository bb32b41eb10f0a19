//! The commands and their flags, from their definition.

use std::fmt::Write;

use clap::{Arg, ArgAction, Command};

const HEAD: &str = "# Commands

`wardpack COMMAND --help` says the same as this page, for one command.

| Exit code | Meaning |
|---|---|
| 0 | Fine; there may be warnings |
| 1 | There are problems in the content, and nothing was written; or what was looked for is so: `diff-base` found changes, the sheet of `code` is not current, or the copy of `verify` is not whole or is behind |
| 2 | Wrong use, or the machine's fault (a full disk, an unknown flag, a folder that is not there, a result that cannot be printed) |
";

/// Returns the page of all commands.
pub fn page() -> String {
    let mut all = wardpack::cli::command();
    all.build();
    let mut page = HEAD.to_owned();
    page.push_str("\n| Command | What it does |\n|---|---|\n");
    for command in leaves(&all) {
        let name = command.get_bin_name().unwrap();
        writeln!(page, "| [`{name}`](#{}) | {} |", name.replace(' ', "-").replace('.', ""), about(command)).unwrap();
    }
    for command in leaves(&all) {
        section(&mut page, command);
    }
    page
}

/// Returns the commands that do something, those inside `new` among them.
fn leaves(command: &Command) -> Vec<&Command> {
    let inside = command.get_subcommands().filter(|inside| inside.get_name() != "help");
    inside.flat_map(|inside| if inside.has_subcommands() { leaves(inside) } else { vec![inside] }).collect()
}

fn about(command: &Command) -> String {
    cell(&command.get_about().unwrap().to_string())
}

fn section(page: &mut String, command: &Command) {
    let name = command.get_bin_name().unwrap();
    writeln!(page, "\n## {name}\n\n{}.", about(command)).unwrap();
    let mut arguments: Vec<&Arg> = command.get_arguments().filter(|argument| !is_of_clap(argument)).collect();
    arguments.sort_by_key(|argument| !argument.is_positional());
    if !arguments.is_empty() {
        page.push_str("\n| Written | Meaning | If left out |\n|---|---|---|\n");
    }
    for argument in arguments {
        writeln!(page, "| `{}` | {} | {} |", written(argument), meaning(argument), left_out(argument)).unwrap();
    }
    if let Some(after) = command.get_after_help() {
        writeln!(page, "\n```text\n{after}\n```").unwrap();
    }
}

fn is_of_clap(argument: &Arg) -> bool {
    ["help", "version"].contains(&argument.get_id().as_str())
}

fn written(argument: &Arg) -> String {
    let value = argument.get_value_names().and_then(|names| names.first()).map(ToString::to_string);
    let takes_value = matches!(argument.get_action(), ArgAction::Set | ArgAction::Append);
    match (argument.get_long(), value) {
        (Some(long), Some(value)) if takes_value => format!("--{long} {value}"),
        (Some(long), _) => format!("--{long}"),
        (None, value) => value.unwrap_or_else(|| argument.get_id().to_string()),
    }
}

fn meaning(argument: &Arg) -> String {
    let mut words = argument.get_help().map(ToString::to_string).unwrap_or_default();
    let takes_value = matches!(argument.get_action(), ArgAction::Set | ArgAction::Append);
    let possible: Vec<String> =
        argument.get_possible_values().iter().map(|value| format!("`{}`", value.get_name())).collect();
    if takes_value && !possible.is_empty() {
        write!(words, ": {}", possible.join(" or ")).unwrap();
    }
    cell(&words)
}

fn left_out(argument: &Arg) -> String {
    let default: Vec<String> =
        argument.get_default_values().iter().map(|value| value.to_string_lossy().into_owned()).collect();
    let takes_value = matches!(argument.get_action(), ArgAction::Set | ArgAction::Append);
    match () {
        () if takes_value && !default.is_empty() => format!("`{}`", default.join(" ")),
        () if argument.is_required_set() => "has to be given".to_owned(),
        () => String::new(),
    }
}

/// Returns words as a cell of a table holds them.
fn cell(words: &str) -> String {
    words.replace('|', "\\|").replace('\n', " ")
}
