//! The progress line: only on a terminal, and only while there is something to wait for.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::Format;
use crate::pipeline::Progress;

/// Ten times a second is as fast as anybody reads, and keeps the line from costing time.
const TIMES_A_SECOND: u8 = 10;

pub struct ProgressLine(ProgressBar);

impl ProgressLine {
    /// Returns a line on standard error beside text; a silent one beside JSON, and where standard error is no terminal.
    pub fn beside(format: Format) -> Self {
        match format {
            Format::Text => Self::on(ProgressDrawTarget::stderr_with_hz(TIMES_A_SECOND)),
            Format::Json => Self::silent(),
        }
    }

    /// Returns a line that nobody sees.
    pub fn silent() -> Self {
        Self::on(ProgressDrawTarget::hidden())
    }

    fn on(target: ProgressDrawTarget) -> Self {
        let bar = ProgressBar::with_draw_target(None, target);
        bar.set_style(stage_style());
        bar.enable_steady_tick(Duration::from_millis(100));
        ProgressLine(bar)
    }

    pub fn clear(&self) {
        self.0.finish_and_clear();
    }
}

fn stage_style() -> ProgressStyle {
    ProgressStyle::with_template("{msg} …").unwrap_or_else(|_| ProgressStyle::default_spinner())
}

impl Progress for ProgressLine {
    fn stage(&self, name: &'static str) {
        self.0.set_style(stage_style());
        self.0.set_message(name);
    }

    fn count(&self, _number: usize, _what: &'static str) {}

    fn pages(&self, total: usize) {
        let style = ProgressStyle::with_template("Drawing {pos} of {len} pages …");
        self.0.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
        self.0.set_position(0);
        self.0.set_length(total as u64);
    }

    fn drawn(&self) {
        self.0.inc(1);
    }
}

/// Fewer pages than this are drawn before anybody could read a line.
const MANY_PAGES: usize = 500;

/// A progress line that comes only where there are many pages to draw, for work that is mostly over at once.
pub struct LineForMany {
    format: Format,
    line: Mutex<Option<ProgressLine>>,
}

impl LineForMany {
    /// Returns the line for what is printed beside it.
    pub fn beside(format: Format) -> Self {
        LineForMany { format, line: Mutex::new(None) }
    }

    pub fn clear(&self) {
        if let Some(line) = self.line.lock().unwrap_or_else(PoisonError::into_inner).take() {
            line.clear();
        }
    }
}

impl Progress for LineForMany {
    fn stage(&self, name: &'static str) {
        if let Some(line) = &*self.line.lock().unwrap_or_else(PoisonError::into_inner) {
            line.stage(name);
        }
    }

    fn count(&self, _number: usize, _what: &'static str) {}

    fn pages(&self, total: usize) {
        if total >= MANY_PAGES {
            let line = ProgressLine::beside(self.format);
            line.pages(total);
            *self.line.lock().unwrap_or_else(PoisonError::into_inner) = Some(line);
        }
    }

    fn drawn(&self) {
        if let Some(line) = &*self.line.lock().unwrap_or_else(PoisonError::into_inner) {
            line.drawn();
        }
    }
}
