//! `wardpack serve`

use std::path::Path;
use std::sync::Arc;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::{Serve, SharedFlags, run, watch};
use crate::problem::fault::Fault;
use crate::problem::{Problem, Severity, json};
use crate::read::Sources;
use crate::serve::{ServeOptions, Server, ShownProblem, ShownSite};
use crate::watch::Round;
use crate::write::{self, Watcher, WriteError};

/// What stays as it is in the path of a file in an address.
const PLAIN: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/').remove(b':');

/// Serves the site and builds it again after each change, until the program is stopped. Returns the exit code where it can't
/// begin at all.
pub fn serve(arguments: &Serve) -> u8 {
    let options = ServeOptions {
        output: arguments.output.clone(),
        host: arguments.host.clone(),
        port: arguments.port,
        base: arguments.base.clone(),
    };
    let (server, _watcher) = match start(options) {
        Ok(started) => started,
        Err(fault) => return run::print_fault(&fault, arguments.shared.format),
    };
    let mut stage = Served { server, arguments, shown: ShownSite::default(), is_first: true };
    let shared = SharedFlags { drafts: true, ..arguments.shared.clone() };
    watch::watch(&shared, &arguments.watching, &arguments.output, &mut |round| stage.hear(round))
}

/// Starts the server of an output folder that no other run keeps up to date, and holds the folder.
fn start(options: ServeOptions) -> Result<(Server, Watcher), Fault> {
    let output = options.output.clone();
    let refused = |error: WriteError| error.of_site(&output);
    let watcher = Watcher::take(&output, &watch::process()).map_err(refused)?;
    let server = Server::start(options)?;
    watcher.say(&format!("{}, {}", server.address(), watch::process())).map_err(refused)?;
    Ok((server, watcher))
}

/// What the browser is shown, round by round.
struct Served<'a> {
    server: Server,
    arguments: &'a Serve,
    shown: ShownSite,
    is_first: bool,
}

impl Served<'_> {
    fn hear(&mut self, round: &Round) {
        self.shown.problems = self.problems(round);
        self.shown.changed = Arc::default();
        if let Some(site) = round.outcome.as_ref().ok().and_then(|report| report.site.as_ref()) {
            let removed = site.written.removed.iter().map(|path| Arc::from(path.as_str()));
            self.shown.changed = Arc::new(site.written.written.iter().cloned().chain(removed).collect());
        }
        let is_known = |path: &Arc<str>| self.shown.files.contains(&**path);
        let has_same_files = !self.shown.files.is_empty()
            && self.shown.changed.iter().all(is_known)
            && round
                .outcome
                .as_ref()
                .is_ok_and(|report| report.site.as_ref().is_none_or(|site| site.files == self.shown.files.len()));
        if !has_same_files {
            self.shown.files = Arc::new(write::paths(&self.arguments.output));
        }
        self.server.show(self.shown.clone());
        if std::mem::replace(&mut self.is_first, false) {
            self.announce();
        }
    }

    fn announce(&self) {
        let address = self.server.address();
        outln!("The site is at {address}");
        if self.arguments.open
            && let Err(error) = open::that_detached(address)
        {
            errln!("warning: no browser could be opened ({error})\n  help: open {address} yourself");
        }
    }

    fn problems(&self, round: &Round) -> Arc<Vec<ShownProblem>> {
        let problems = match &round.outcome {
            Ok(report) => report.problems.iter().map(|problem| self.shown_problem(problem, &report.sources)).collect(),
            Err(fault) => vec![ShownProblem {
                error: true,
                code: String::new(),
                message: fault.message().to_owned(),
                place: String::new(),
                line: None,
                label: None,
                help: Some(fault.help().to_owned()),
                open: None,
            }],
        };
        Arc::new(problems)
    }

    fn shown_problem(&self, problem: &Problem, sources: &Sources) -> ShownProblem {
        let object = json::object(problem, sources);
        let text = |name: &str| object[name].as_str().map(str::to_owned);
        let file = text("file").unwrap_or_default();
        let at = object["line"].as_u64().zip(object["column"].as_u64());
        ShownProblem {
            error: problem.severity == Severity::Error,
            code: problem.code.id.to_owned(),
            message: problem.message.clone(),
            place: at.map_or_else(|| file.clone(), |(line, column)| format!("{file}:{line}:{column}")),
            line: text("source"),
            label: text("label"),
            help: problem.help.clone(),
            open: self.editor_address(&file, at.unwrap_or((1, 1))),
        }
    }

    /// Returns the address that opens a file in the editor; nothing for files inside the program and for what is no file.
    fn editor_address(&self, file: &str, (line, column): (u64, u64)) -> Option<String> {
        let editor = &self.arguments.editor;
        if editor == "none" || !Path::new(file).is_file() {
            return None;
        }
        let path = std::path::absolute(file).ok()?.to_string_lossy().replace('\\', "/");
        let path = utf8_percent_encode(path.trim_start_matches('/'), PLAIN).to_string();
        let address = editor.replace("{line}", &line.to_string()).replace("{column}", &column.to_string());
        Some(address.replace("{file}", &path))
    }
}
