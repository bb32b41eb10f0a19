//! `--stats`: how long each stage of a build took, how much processor time, and how much was gone through.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::words::number;
use crate::pipeline::Progress;

/// Notes when each stage begins, and hands on what it hears.
pub struct Stats<'p> {
    heard_by: &'p dyn Progress,
    begun: Mutex<Vec<Stage>>,
}

/// A stage that has begun, and what the program had used by then.
struct Stage {
    name: &'static str,
    at: Instant,
    used: Used,
    counts: Vec<(usize, &'static str)>,
}

/// A stage that is over.
struct Past {
    name: &'static str,
    wall: Duration,
    processors: Option<Duration>,
    counts: Vec<(usize, &'static str)>,
}

/// What a finished run took.
pub struct Taken {
    stages: Vec<Past>,
    wall: Duration,
    processors: Option<Duration>,
    most_memory: Option<u64>,
}

impl<'p> Stats<'p> {
    pub fn beside(heard_by: &'p dyn Progress) -> Self {
        Stats { heard_by, begun: Mutex::default() }
    }

    /// Returns what the run took up to now.
    pub fn taken(self) -> Taken {
        self.begin("");
        let begun = self.begun.into_inner().unwrap_or_else(PoisonError::into_inner);
        let past = |pair: &[Stage]| Past {
            name: pair[0].name,
            wall: pair[1].at - pair[0].at,
            processors: pair[1].used.since(&pair[0].used),
            counts: pair[0].counts.clone(),
        };
        let (first, last) = (&begun[0], &begun[begun.len() - 1]);
        Taken {
            stages: begun.windows(2).map(past).collect(),
            wall: last.at - first.at,
            processors: last.used.processors,
            most_memory: last.used.most_memory,
        }
    }

    fn begin(&self, name: &'static str) {
        let stage = Stage { name, at: Instant::now(), used: Used::now(), counts: Vec::new() };
        self.begun.lock().unwrap_or_else(PoisonError::into_inner).push(stage);
    }
}

impl Progress for Stats<'_> {
    fn stage(&self, name: &'static str) {
        self.begin(name);
        self.heard_by.stage(name);
    }

    fn count(&self, number: usize, what: &'static str) {
        if let Some(stage) = self.begun.lock().unwrap_or_else(PoisonError::into_inner).last_mut() {
            stage.counts.push((number, what));
        }
        self.heard_by.count(number, what);
    }

    fn pages(&self, total: usize) {
        self.heard_by.pages(total);
    }

    fn drawn(&self) {
        self.heard_by.drawn();
    }
}

impl Taken {
    /// Returns a table for people.
    pub fn text(&self) -> String {
        let row = |name: &str, wall: Duration, processors: Option<Duration>, counts: &str| {
            let processors = processors.map_or("-".to_owned(), |time| format!("{:.3}", time.as_secs_f64()));
            format!("{name:<11}{:>9.3}{processors:>9}  {counts}", wall.as_secs_f64()).trim_end().to_owned() + "\n"
        };
        let mut text = format!("{:<11}{:>9}{:>9}  gone through\n", "Stage", "wall s", "CPU s");
        for past in &self.stages {
            let counts: Vec<String> =
                past.counts.iter().map(|(count, what)| format!("{} {what}", number(*count))).collect();
            text.push_str(&row(past.name, past.wall, past.processors, &counts.join(", ")));
        }
        text.push_str(&row("All", self.wall, self.processors, ""));
        if let Some(bytes) = self.most_memory {
            text.push_str(&format!("Most memory at once: {} MB\n", number((bytes / 1_000_000) as usize)));
        }
        text
    }

    /// Returns the same for programs.
    pub fn json(&self) -> Value {
        let seconds = |time: Option<Duration>| time.map(|time| time.as_secs_f64());
        let stage = |past: &Past| {
            let mut stage = json!({ "stage": past.name.to_lowercase(), "seconds": past.wall.as_secs_f64() });
            stage["cpu_seconds"] = json!(seconds(past.processors));
            past.counts.iter().for_each(|(count, what)| stage[*what] = json!(count));
            stage
        };
        json!({
            "stages": self.stages.iter().map(stage).collect::<Vec<_>>(),
            "seconds": self.wall.as_secs_f64(),
            "cpu_seconds": seconds(self.processors),
            "most_memory_bytes": self.most_memory,
        })
    }
}

/// What the program has used so far, as far as the system says.
#[derive(Clone, Copy)]
struct Used {
    /// Time of all processors together.
    processors: Option<Duration>,
    /// In bytes.
    most_memory: Option<u64>,
}

impl Used {
    #[cfg(unix)]
    fn now() -> Self {
        use nix::sys::resource::{UsageWho, getrusage};
        use nix::sys::time::TimeValLike;
        let Ok(usage) = getrusage(UsageWho::RUSAGE_SELF) else {
            return Used { processors: None, most_memory: None };
        };
        let micros = usage.user_time().num_microseconds() + usage.system_time().num_microseconds();
        // Linux counts in kilobytes of 1,024 bytes, macOS in bytes.
        let unit = if cfg!(target_vendor = "apple") { 1 } else { 1024 };
        Used {
            processors: u64::try_from(micros).ok().map(Duration::from_micros),
            most_memory: u64::try_from(usage.max_rss()).ok().map(|most| most * unit),
        }
    }

    #[cfg(not(unix))]
    fn now() -> Self {
        Used { processors: None, most_memory: None }
    }

    fn since(&self, earlier: &Used) -> Option<Duration> {
        Some(self.processors?.saturating_sub(earlier.processors?))
    }
}
