//! Looks again at the bytes that the fuzzers of `fuzz/` reached the most of the program with, and at those that once broke it.

use std::path::Path;

use crate::support::files;

#[path = "../../fuzz/looks/mod.rs"]
mod looks;

#[test]
fn what_the_fuzzers_kept_still_holds() {
    let corpus = files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus"));
    for (name, look) in looks::LOOKS {
        let folder = format!("{name}/");
        let kept: Vec<_> = corpus.iter().filter(|(path, _)| path.starts_with(&folder)).collect();
        assert!(kept.len() > 2, "{name} has kept {} inputs", kept.len());
        for (path, bytes) in kept {
            let panics = std::panic::catch_unwind(|| look(bytes)).is_err();
            assert!(!panics, "fuzz/corpus/{path} doesn't hold any more; why stands above");
        }
    }
}
