//! Rebuilds the program when the pack, the theme or the schemas inside it change, new files included.

#![allow(clippy::disallowed_macros, reason = "this is how a build script talks to cargo")]

fn main() {
    println!("cargo::rerun-if-changed=content");
    println!("cargo::rerun-if-changed=themes");
    println!("cargo::rerun-if-changed=docs/reference/schemas");
}
