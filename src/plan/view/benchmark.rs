//! A benchmark: what each domain and standard is rated, by whom, and what follows.

use std::sync::Arc;

use serde::Serialize;

use super::parts::{Foot, Link};
use super::piece::Piece;
use super::said::Said;

#[derive(Clone, Debug, Hash, Serialize)]
pub struct Benchmark {
    pub level: String,
    /// The ward that was looked at.
    pub ward: Option<Link>,
    /// The directorate or service that was looked at.
    pub of: Option<Said>,
    /// The day on which the group agreed, and the last on which it counts.
    pub on: Option<String>,
    pub last_day: Option<String>,
    pub took_part: Vec<String>,
    /// Who was not in the group and should be, in sentences.
    pub not_there: Vec<String>,
    pub audience: Vec<String>,
    pub introduction: Option<Arc<Piece>>,
    pub decided_by: Option<Arc<Piece>>,
    pub ratings: Vec<Rating>,
    /// What will be done, by due day.
    pub plan: Vec<Planned>,
    pub good_practice: Vec<Practice>,
    /// The benchmark before this one.
    pub earlier: Option<Link>,
    pub changes: Vec<LevelChange>,
    pub foot: Foot,
}

#[derive(Clone, Debug, Hash, Serialize)]
pub struct Rating {
    /// The id of its heading.
    pub id: String,
    pub domain: Link,
    pub answer: Answer,
    /// Its level is more hopeful than those of its standards.
    pub is_hopeful: bool,
    pub standards: Vec<RatedStandard>,
}

#[derive(Clone, Debug, Hash, Serialize)]
pub struct RatedStandard {
    pub standard: Link,
    pub answer: Answer,
}

/// A level, by its name for the stylesheet and in words.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct Level {
    pub name: &'static str,
    pub words: String,
}

#[derive(Clone, Debug, Hash, Serialize)]
pub struct Answer {
    pub level: Level,
    pub team: Option<String>,
    pub groups: Vec<GroupLevel>,
    pub why: Option<Arc<Piece>>,
    pub evidence: Option<Arc<Piece>>,
    pub good_practice: Option<Arc<Piece>>,
    pub comment: Option<Arc<Piece>>,
    pub actions: Vec<Action>,
}

#[derive(Clone, Debug, Hash, Serialize)]
pub struct GroupLevel {
    pub group: String,
    pub level: Level,
}

#[derive(Clone, Debug, Hash, Serialize)]
pub struct Action {
    pub what: String,
    pub who: Option<String>,
    pub by: Option<String>,
}

/// A line of the action plan.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct Planned {
    pub action: Action,
    /// The domain or standard that it is for.
    pub of: Link,
}

#[derive(Clone, Debug, Hash, Serialize)]
pub struct Practice {
    pub of: Link,
    pub text: Arc<Piece>,
}

/// A level that isn't what it was.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct LevelChange {
    pub of: Link,
    pub before: Level,
    pub now: Level,
}

/// A part of the organisation, beside others.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct Scope {
    /// Its benchmark, by what was looked at.
    pub benchmark: Link,
    pub on: Option<String>,
    /// The level of each domain.
    pub levels: Vec<Level>,
}
