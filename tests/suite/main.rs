//! Every test of the program from outside, in one binary: a program of its own for each file would be linked once a file.
//!
//! `cargo test --test suite cases::` runs those of one file.

#![allow(clippy::disallowed_methods, clippy::disallowed_macros, reason = "tests touch the disk, and count")]

mod adopt;
mod agreement;
mod architecture;
#[cfg(feature = "links")]
mod ask;
mod audience;
mod bad_input;
mod booklet;
mod bundle;
mod calls;
mod cases;
mod changes;
mod detach;
mod doctor;
mod documents;
mod downloads;
mod drafts;
mod evidence;
mod exchange;
#[cfg(feature = "serve")]
mod fuzzed;
mod hostile;
mod import;
mod init;
mod keys;
mod layers;
mod links;
mod markdown;
mod measure;
mod mends;
mod new;
mod new_pages;
mod noun;
mod own_pack;
mod photos;
mod print;
mod program;
mod publish;
mod rebuild;
mod reference;
mod rename;
mod round;
#[cfg(feature = "serve")]
mod serve;
mod shells;
mod support;
mod touched;
mod ward_list;
mod watch;
mod web;
mod yaml;
