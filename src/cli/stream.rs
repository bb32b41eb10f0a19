//! What is printed, and what becomes of a stream that takes no more: a closed pipe ends quietly, since nobody reads on; a full disk
//! is the machine's fault, and is said.

use std::fmt::Arguments;
use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use super::FAULT;
use super::flag_values::Colours;

/// Standard output takes no more.
static OUT_IS_OVER: AtomicBool = AtomicBool::new(false);
/// Standard error takes no more.
static ERROR_IS_OVER: AtomicBool = AtomicBool::new(false);
/// Why a stream takes no more, where it isn't that its reader has gone.
static REFUSED: Mutex<Option<io::Error>> = Mutex::new(None);

/// Prints a line on standard output.
macro_rules! outln {
    ($($part:tt)*) => { $crate::cli::stream::out(format_args!("{}\n", format_args!($($part)*))) };
}

/// Prints a line on standard error.
macro_rules! errln {
    ($($part:tt)*) => { $crate::cli::stream::err(format_args!("{}\n", format_args!($($part)*))) };
}

/// Says whether to print in colours, whatever takes what is printed.
pub fn set_colours(wanted: Colours) {
    match wanted {
        Colours::Auto => anstream::ColorChoice::Auto,
        Colours::Always => anstream::ColorChoice::Always,
        Colours::Never => anstream::ColorChoice::Never,
    }
    .write_global();
}

/// Tells whether standard error shows colours.
pub fn has_colours() -> bool {
    anstream::AutoStream::choice(&io::stderr()) != anstream::ColorChoice::Never
}

/// Prints on standard output, in colours where that takes them.
pub fn out(text: Arguments<'_>) {
    print(&mut anstream::stdout().lock(), &OUT_IS_OVER, text);
}

/// Prints on standard error, in colours where that takes them.
pub fn err(text: Arguments<'_>) {
    print(&mut anstream::stderr().lock(), &ERROR_IS_OVER, text);
}

fn print(stream: &mut dyn Write, is_over: &AtomicBool, text: Arguments<'_>) {
    if is_over.load(Ordering::Relaxed) {
        return;
    }
    if let Err(error) = stream.write_fmt(text).and_then(|()| stream.flush()) {
        is_over.store(true, Ordering::Relaxed);
        note(error);
    }
}

/// Notes that something couldn't be printed.
pub fn note(error: io::Error) {
    if error.kind() != ErrorKind::BrokenPipe {
        REFUSED.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert(error);
    }
}

/// Tells whether standard output takes no more, so that going on would be for nobody.
pub fn is_over() -> bool {
    OUT_IS_OVER.load(Ordering::Relaxed)
}

/// Returns the exit code of a command that came to `code`. What couldn't be printed is the machine's fault, and is said as far as
/// anything can still be said.
pub fn end(code: u8) -> ExitCode {
    let refused = REFUSED.lock().unwrap_or_else(PoisonError::into_inner).take();
    let Some(error) = refused else { return ExitCode::from(code) };
    errln!(
        "error: what there is to say can't be printed: {error}\n  help: look where the output is sent to: the disk may be full"
    );
    ExitCode::from(FAULT)
}
