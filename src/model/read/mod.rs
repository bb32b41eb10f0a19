//! What reads a YAML tree into typed fields.
//!
//! - `fields.rs`: A YAML tree → typed fields
//! - `id.rs`: What can be an id, and what a word is as one
//! - `single_values.rs`: The types of single values: text, ids, choices, counts

pub mod fields;
pub mod id;
pub mod single_values;
