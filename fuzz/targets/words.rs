#![no_main]

#[path = "../looks/mod.rs"]
mod looks;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| looks::words::words(bytes));
