//! The nouns: what a pack is made of, as its authors call it. One file each; [`pack`] collects them.
//!
//! Nothing here knows where an item's page will be, or that there are pages at all.

pub mod address;
pub mod agreement;
pub mod article;
pub mod audience;
pub mod benchmark;
pub mod changes;
pub mod charter;
pub mod collection;
pub mod colour;
mod complete;
pub mod contact;
pub mod conversation_model;
pub mod day;
pub mod easy_read;
pub mod fields;
pub mod file_name;
mod gone;
pub mod kind;
pub mod language;
pub mod pack;
pub mod phone;
pub mod picture;
pub mod place;
pub mod placeholder;
mod proses;
pub mod resource;
pub mod review;
mod same;
pub mod settings;
pub mod standard;
pub mod support;
pub mod term;
pub mod trust;
pub mod values;
pub mod ward_list;
pub mod ward;
pub mod withdrawn;
