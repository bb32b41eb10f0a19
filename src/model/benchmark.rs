//! A benchmarking exercise: how confident a trust, a directorate, a service or a ward is in each domain and each standard, who decided
//! so, and what it will do.

use crate::model::language::Language;
use std::sync::Arc;

use jiff::civil::Date;

use super::audience::Audience;
use super::place::FilePlace;
use super::review::Review;
use super::withdrawn::Withdrawn;
use crate::model::read::fields::{Fields, FromNode, Reader};
use crate::model::read::single_values::{Id, choice};
use crate::parse::yaml::Node;
use crate::span::{FileId, Span, Spanned};
use crate::text::line::Line;
use crate::text::prose::Prose;

#[derive(Clone, Debug)]
pub struct Benchmark {
    pub id: String,
    pub language: Language,
    pub file: FileId,
    pub title: Line,
    pub summary: Line,
    /// Staff, where nobody else is named.
    pub audience: Vec<Audience>,
    pub level: Level,
    /// The id of the ward that was looked at.
    pub ward: Option<Spanned<String>>,
    /// Which directorate or service was looked at.
    pub of: Option<Line>,
    /// The day on which the group agreed.
    pub on: Option<Spanned<Date>>,
    pub took_part: Vec<Group>,
    /// Where the file says who took part.
    pub took_part_span: Option<Span>,
    pub introduction: Option<Arc<Prose>>,
    pub decided_by: Option<Arc<Prose>>,
    pub ratings: Vec<Rating>,
    pub review: Review,
    /// That it is no longer there.
    pub withdrawn: Option<Withdrawn>,
    /// The ids that it had before: their addresses lead to it.
    pub formerly: Vec<Id>,
    /// It isn't finished: only a site with drafts has it.
    pub is_draft: bool,
}

/// How much of the organisation the exercise looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Level {
    Trust,
    Directorate,
    Service,
    Ward,
}

/// The three levels of confidence (booklet of the Sexual Safety Collaborative, section 1), and the answer that another team does it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Confidence {
    Full,
    Partial,
    None,
    OtherTeam,
}

/// People who can be in the group that decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Group {
    Patients,
    Carers,
    Staff,
    Advocates,
    Leaders,
    Partners,
}

/// How a domain is rated, and its standards.
#[derive(Clone, Debug)]
pub struct Rating {
    /// The id of the domain.
    pub domain: Spanned<String>,
    pub answer: Answer,
    pub standards: Vec<RatedStandard>,
}

#[derive(Clone, Debug)]
pub struct RatedStandard {
    /// The id of the standard.
    pub standard: Spanned<String>,
    pub answer: Answer,
}

/// What a group says of a domain or a standard.
#[derive(Clone, Debug, Default)]
pub struct Answer {
    /// Nothing where it hasn't been rated yet.
    pub confidence: Option<Confidence>,
    /// Who does it, where another team does.
    pub team: Option<Line>,
    /// What each group said, where they didn't say the same.
    pub by_group: Vec<(Group, Confidence)>,
    pub why: Option<Arc<Prose>>,
    /// What it can be seen by.
    pub evidence: Option<Arc<Prose>>,
    /// What works well, for others to take over.
    pub good_practice: Option<Arc<Prose>>,
    /// Words for those who look at it the next time.
    pub comment: Option<Arc<Prose>>,
    pub actions: Vec<Action>,
}

#[derive(Clone, Debug)]
pub struct Action {
    pub what: Line,
    pub who: Option<Line>,
    pub by: Option<Spanned<Date>>,
}

const LEVELS: [(&str, Level); 4] =
    [("trust", Level::Trust), ("directorate", Level::Directorate), ("service", Level::Service), ("ward", Level::Ward)];

fn name_of<T: Copy + PartialEq>(choices: &[(&'static str, T)], value: T) -> &'static str {
    choices.iter().find(|(_, choice)| *choice == value).map_or("", |(name, _)| name)
}

impl Level {
    pub fn name(self) -> &'static str {
        name_of(&LEVELS, self)
    }

    pub fn named(name: &str) -> Option<Self> {
        LEVELS.iter().find(|(known, _)| *known == name).map(|(_, level)| *level)
    }
}

impl Confidence {
    pub const ALL: [(&'static str, Confidence); 4] = [
        ("full", Confidence::Full),
        ("partial", Confidence::Partial),
        ("none", Confidence::None),
        ("other-team", Confidence::OtherTeam),
    ];

    pub fn name(self) -> &'static str {
        name_of(&Confidence::ALL, self)
    }
}

impl Group {
    pub const ALL: [(&'static str, Group); 6] = [
        ("patients", Group::Patients),
        ("carers", Group::Carers),
        ("staff", Group::Staff),
        ("advocates", Group::Advocates),
        ("leaders", Group::Leaders),
        ("partners", Group::Partners),
    ];

    pub fn name(self) -> &'static str {
        name_of(&Group::ALL, self)
    }
}

impl Benchmark {
    pub fn read(place: &FilePlace, node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let file = reader.file;
        let mut fields = reader.fields(node, "a benchmark")?;
        let (title, summary) = (fields.required("title"), fields.required("summary"));
        let audience = Audience::read_for_staff(&mut fields);
        let word: Option<Spanned<String>> = fields.required("level");
        let level = word.and_then(|word| choice(&word, "a level", &LEVELS, fields.reader));
        let (ward, of, on) = (fields.optional("ward"), fields.optional("of"), fields.optional("on"));
        let took_part_span = fields.key_span("took_part");
        let took_part: Vec<Spanned<String>> = fields.words("took_part", str::to_lowercase);
        let took_part = took_part.iter().filter_map(|word| choice(word, GROUP, &Group::ALL, fields.reader)).collect();
        let introduction = fields.optional("introduction");
        let decided_by = fields.optional("decided_by");
        let ratings = fields.list("ratings");
        let review = Review::read(&mut fields);
        let withdrawn = fields.optional("withdrawn");
        let (formerly, is_draft) = (fields.list("formerly"), fields.optional("draft").unwrap_or(false));
        fields.finish();
        Some(Benchmark {
            id: place.id.clone(),
            language: place.language.clone(),
            file,
            title: title?,
            summary: summary?,
            audience,
            level: level?,
            ward,
            of,
            on,
            took_part,
            took_part_span,
            introduction,
            decided_by,
            ratings,
            review,
            withdrawn,
            formerly,
            is_draft,
        })
    }

    /// Returns every answer, of domains and of standards.
    pub fn answers(&self) -> impl Iterator<Item = &Answer> {
        self.ratings.iter().flat_map(|rating| {
            std::iter::once(&rating.answer).chain(rating.standards.iter().map(|standard| &standard.answer))
        })
    }

    /// Tells whether anything has been rated.
    pub fn is_rated(&self) -> bool {
        self.answers().any(|answer| answer.confidence.is_some() || !answer.by_group.is_empty())
    }
}

/// What a group of people is called in messages.
const GROUP: &str = "a group of people";

impl Answer {
    fn read(fields: &mut Fields<'_, '_>) -> Self {
        let word: Option<Spanned<String>> = fields.optional("confidence");
        let confidence = word.and_then(|word| choice(&word, "a confidence", &Confidence::ALL, fields.reader));
        let team = match confidence {
            Some(Confidence::OtherTeam) => fields.required("team"),
            _ => fields.optional("team"),
        };
        let said: Vec<(Spanned<String>, Spanned<String>)> = fields.map("by_group", "{staff: full, patients: partial}");
        let levels = &Confidence::ALL[..3];
        let mut of_group = |(group, level): &(Spanned<String>, Spanned<String>)| {
            let group = choice(group, GROUP, &Group::ALL, fields.reader);
            let level = choice(level, "a confidence", levels, fields.reader);
            Some((group?, level?))
        };
        let by_group = said.iter().filter_map(&mut of_group).collect();
        let (why, evidence) = (fields.optional("why"), fields.optional("evidence"));
        let (good_practice, comment) = (fields.optional("good_practice"), fields.optional("comment"));
        let actions = fields.list("actions");
        Answer { confidence, team, by_group, why, evidence, good_practice, comment, actions }
    }
}

impl FromNode for Rating {
    const EXAMPLE: &'static str = "{domain: staff, confidence: partial}";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut fields = reader.group(node, "a rating", Self::EXAMPLE)?;
        let domain = fields.required("domain");
        let answer = Answer::read(&mut fields);
        let standards = fields.list("standards");
        fields.finish();
        Some(Rating { domain: domain?, answer, standards })
    }
}

impl FromNode for RatedStandard {
    const EXAMPLE: &'static str = "{standard: \"3.1\", confidence: partial}";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut fields = reader.group(node, "a rated standard", Self::EXAMPLE)?;
        let standard = fields.required("standard");
        let answer = Answer::read(&mut fields);
        fields.finish();
        Some(RatedStandard { standard: standard?, answer })
    }
}

impl FromNode for Action {
    const EXAMPLE: &'static str = "{what: …, who: Ward manager, by: 2027-03-31}";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut fields = reader.group(node, "an action", Self::EXAMPLE)?;
        let what = fields.required("what");
        let (who, by) = (fields.optional("who"), fields.optional("by"));
        fields.finish();
        Some(Action { what: what?, who, by })
    }
}
