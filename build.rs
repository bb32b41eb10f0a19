//! Rebuilds the program when the pack or theme inside it changes, new files included.

fn main() {
    println!("cargo::rerun-if-changed=content");
    println!("cargo::rerun-if-changed=themes");
}
