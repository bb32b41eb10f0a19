//! What templates may see: one view-model for each kind of page. A view holds no span, no clock and no way back to the site,
//! so its hash and its template are all that a page depends on.
//!
//! - `accessibility.rs`: What an accessibility statement shows below its text: how far the copy meets the rules, what isn't accessible and why, and when people tested it
//! - `benchmark.rs`: A benchmark: what each domain and standard is rated, by whom, and what follows
//! - `benchmark_form.rs`: The form on which a group fills a benchmark in
//! - `conversation_model.rs`: A model for starting conversations: to read, to use on shift, and beside the others
//! - `differences.rs`: How a ward's charter differs from the template, and from what was agreed
//! - `easy_read.rs`: A page in Easy Read
//! - `form.rs`: A form to fill in: its parts, its questions, and what comes next
//! - `frame.rs`: What every page has round its content
//! - `navigation.rs`: The views of pages that nobody writes
//! - `measure.rs`: A measure: its chart, in positions and words, and the same numbers in a table
//! - `measurement_plan.rs`: A measurement plan: each outcome with its definition, how often it is measured and with what
//! - `paper.rs`: What is printed on sheets of paper: charters, leaflets, cards and forms
//! - `pages.rs`: One view a kind of page
//! - `parts.rs`: Parts that several kinds of page show
//! - `photo.rs`: A photo in one of the sizes in which it is published
//! - `piece.rs`: A piece of prose with everything that its HTML depends on
//! - `privacy.rs`: What a privacy statement shows below its text: what the copy itself does, what is written down about those who read it, and whom to tell
//! - `safety_cross.rs`: A safety cross: the days of each month with a mark, and an empty one to fill in by pen
//! - `said.rs`: Words that may be in another language than the page
//! - `search.rs`: What search finds: the pages of one language, or those of one ward
//! - `sources.rs`: What a page on sources and licences shows below its text: the resources that the pack stands on, and whose pictures and typefaces the site has
//! - `standards.rs`: The pages of the standards: their section, a domain, and one standard
//! - `survey.rs`: What people answered to a survey
//! - `theory_of_change.rs`: A theory of change: its drawing, in positions and words, and the same as a list; and what the page of a change idea shows of it
//! - `wards.rs`: A ward's home and its charter, and the charter that all wards start from

pub mod accessibility;
pub mod benchmark;
pub mod benchmark_form;
pub mod conversation_model;
pub mod differences;
pub mod easy_read;
pub mod form;
pub mod frame;
pub mod navigation;
pub mod measure;
pub mod measurement_plan;
pub mod pages;
pub mod paper;
pub mod parts;
pub mod photo;
pub mod piece;
pub mod privacy;
pub mod safety_cross;
pub mod said;
pub mod search;
pub mod sources;
pub mod standards;
pub mod survey;
pub mod theory_of_change;
pub mod wards;

pub use frame::Frame;
pub use parts::{
    Behaviour, Card, CardGroup, CharterPart, CharterWords, Contact, ContentsEntry, Foot, Link, Phone, SeenIn, Service,
    Source,
};
pub use piece::{FilledLink, Filling, Piece, ShownPicture};
pub use said::Said;
