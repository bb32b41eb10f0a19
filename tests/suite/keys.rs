//! The keys of kinds of file, as words and as schemas for editors.

use crate::support::{files, wardpack};

#[test]
fn keys_are_said_in_words_for_a_file_by_its_path_or_its_kind() {
    let folder = tempfile::tempdir().unwrap();
    let (of_path, code) = wardpack(folder.path(), &["keys", "content/wards/beach.yaml"]);
    assert_eq!(code, 0);
    assert!(of_path.starts_with("wards/<id>.yaml\nA ward.\n"), "{of_path}");
    assert!(of_path.contains("\nname                      (needed) "), "{of_path}");
    assert!(of_path.contains("\n    organisation "), "groups are indented: {of_path}");
    assert_eq!(wardpack(folder.path(), &["keys", "wards"]).0, of_path);
    let (all, _) = wardpack(folder.path(), &["keys"]);
    assert!(all.lines().any(|line| line.starts_with("leaflets.easy ")), "{all}");
    let (said, code) = wardpack(folder.path(), &["keys", "wads"]);
    assert_eq!(
        (said.as_str(), code),
        ("error: no file of a pack is called wads, and no kind of file\n  help: did you mean wards?\n", 2)
    );
}

#[test]
fn schemas_are_written_whole_and_the_settings_of_the_editor_name_each() {
    let folder = tempfile::tempdir().unwrap();
    let (said, code) = wardpack(folder.path(), &["keys", "--schemas", "schemas"]);
    assert_eq!(code, 0, "{said}");
    let written = files(&folder.path().join("schemas"));
    let settings: serde_json::Value = serde_json::from_str(&said[said.find('{').unwrap()..]).unwrap();
    for (path, globs) in settings["yaml.schemas"].as_object().unwrap() {
        let name = path.strip_prefix("./schemas/").unwrap();
        let schema: serde_json::Value = serde_json::from_slice(&written[name]).unwrap();
        assert!(schema["properties"].as_object().is_some_and(|keys| !keys.is_empty()), "{name}");
        assert!(globs[0].as_str().unwrap().starts_with("content/"), "{globs}");
    }
    assert_eq!(settings["yaml.schemas"]["./schemas/wards.json"][1], "!content/wards/*.agreed.yaml");
    let one = wardpack(folder.path(), &["keys", "pack.yaml", "--schema"]).0;
    assert_eq!(one.trim_end().as_bytes(), written["pack.json"].trim_ascii_end());
    assert_eq!(wardpack(folder.path(), &["keys", "--schemas", "schemas"]).1, 0, "a second time is fine");
}
