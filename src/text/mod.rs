//! Sentences and lines as their readers see them: with markup, placeholders and links, as small trees that never change.
//!
//! Knows nothing of Markdown, YAML or files: [`parse`](crate::parse) makes these trees.
//!
//! - `line.rs`: A line of plain text with placeholders: titles, summaries, names
//! - `notes.rs`: The notes at the end of a text
//! - `phone_numbers.rs`: What is written as phone numbers are, in any words
//! - `plain.rs`: The words of a text without its markup: what people agree when they read it aloud
//! - `prose.rs`: Text with markup, as a small tree
//! - `select.rs`: A text without the passages that are for others, and without the lines whose value is missing
//! - `terms.rs`: The words of a text as search knows them: in small letters and without accents

pub mod select;
pub mod line;
pub mod notes;
pub mod phone_numbers;
pub mod plain;
pub mod prose;
pub mod terms;
