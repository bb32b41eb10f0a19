//! JSON Schemas of every kind of YAML file and front matter, for editors that complete and explain keys as people write.
//!
//! They say which keys a place can have, which it must have, and what each means. What a value may be is left to `wardpack check`, which says it
//! in the pack's own words.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

/// Returns the name of the schema of a kind of file, from its path: `wards/<id>.agreed.yaml` has `wards.agreed`.
pub fn name(path: &str) -> String {
    let stem = path.trim_end_matches(".yaml").trim_end_matches(".md");
    let stem = stem.replace("<n>-<domain>/", "").replace("/<id>", "").replace("-<id>", "").replace('_', "");
    stem.replace('/', "-")
}

/// The schemas of a pack, by their names.
#[derive(Default)]
pub struct Schemas(BTreeMap<String, Value>);

impl Schemas {
    /// Adds the keys of a group of a kind of file. `wrapper` is a file with `HOLE` where the group stands; `heading` says whether it is each of
    /// several. Each key comes with whether the place must have it and what it means.
    pub fn add(&mut self, path: &str, what: &str, (heading, wrapper): (&str, &str), keys: &[(String, bool, String)]) {
        let is_first = !self.0.contains_key(&name(path));
        let schema = self.0.entry(name(path)).or_insert_with(|| {
            json!({
                "$schema": "http://json-schema.org/draft-07/schema#",
                "title": path,
                "description": plain(what),
                "x-files": [],
                "type": "object",
            })
        });
        let files = schema["x-files"].as_array_mut().unwrap();
        if !files.contains(&path.into()) {
            files.push(path.into());
        }
        let place = wrapper.split(" or ").next().unwrap().replace("HOLE", "zzzz: 1");
        let tree: serde_yaml::Value = match place.as_str() {
            "zzzz: 1" => serde_yaml::from_str("{zzzz: 1}").unwrap(),
            place => serde_yaml::from_str(place).unwrap(),
        };
        let is_file = wrapper == "HOLE";
        for found in places(schema, &tree, heading.contains("each ")) {
            put(found, keys);
            let needed: Vec<&str> =
                keys.iter().filter(|(_, is_needed, _)| *is_needed).map(|(key, ..)| key.as_str()).collect();
            let found = found.as_object_mut().unwrap();
            match (is_file, is_first) {
                (true, true) => drop(found.insert("required".to_owned(), needed.into())),
                // Where a kind of file stands twice, it needs neither's keys.
                (true, false) => drop(found.remove("required")),
                // A group may say that it is still to be filled in, so what it needs is only said.
                (false, _) => drop(found.insert("x-needed".to_owned(), needed.into())),
            }
            if !wrapper.contains(" or ") {
                found.entry("additionalProperties").or_insert(Value::Bool(false));
            }
        }
    }

    /// Adds the path of files that have the keys of another kind.
    pub fn add_path(&mut self, path: &str, like: &str) {
        let schema = self.0.get_mut(&name(like)).unwrap();
        schema["x-files"].as_array_mut().unwrap().push(path.into());
    }

    /// Returns the schemas as text, by the names of their files.
    pub fn files(&self) -> impl Iterator<Item = (String, String)> {
        self.0.iter().map(|(name, schema)| (format!("{name}.json"), serde_json::to_string_pretty(schema).unwrap()))
    }
}

/// Returns the places of a schema at which a group stands: one, or all values of a group by whose ids it is known.
fn places<'s>(schema: &'s mut Value, tree: &serde_yaml::Value, is_each: bool) -> Vec<&'s mut Value> {
    match tree {
        serde_yaml::Value::Sequence(items) => places(child(schema, "items"), &items[0], is_each),
        serde_yaml::Value::Mapping(entries) => {
            let holds = |value: &serde_yaml::Value| serde_yaml::to_string(value).unwrap().contains("zzzz");
            let (key, value) = entries.iter().find(|(key, value)| holds(key) || holds(value)).unwrap();
            let key = key.as_str().unwrap();
            if key == "zzzz" {
                return vec![schema];
            }
            let is_last =
                value.as_mapping().is_some_and(|inside| inside.keys().any(|key| key.as_str() == Some("zzzz")));
            let known = schema.get("properties").and_then(Value::as_object).is_some_and(|keys| keys.contains_key(key));
            if is_each && is_last {
                // Ids stand where keys would: the group is what each of them holds.
                if known {
                    let all = schema["properties"].as_object_mut().unwrap();
                    return all.values_mut().collect();
                }
                return vec![child(schema, "additionalProperties")];
            }
            let inside = child(child(schema, "properties"), key);
            places(inside, value, is_each)
        }
        _ => unreachable!("a group is in a list or a group"),
    }
}

fn child<'s>(schema: &'s mut Value, name: &str) -> &'s mut Value {
    let inside = schema.as_object_mut().unwrap().entry(name).or_insert_with(|| json!({}));
    if !inside.is_object() {
        *inside = json!({});
    }
    inside
}

/// Puts keys into a schema.
fn put(schema: &mut Value, keys: &[(String, bool, String)]) {
    let schema = schema.as_object_mut().unwrap();
    let properties = schema.entry("properties").or_insert_with(|| Value::Object(Map::new())).as_object_mut().unwrap();
    for (key, _, meaning) in keys {
        let property = properties.entry(key.clone()).or_insert_with(|| json!({})).as_object_mut().unwrap();
        property.insert("description".to_owned(), plain(meaning).into());
    }
}

/// Returns words without the signs of Markdown.
fn plain(words: &str) -> String {
    let mut plain = String::new();
    let mut rest = words;
    while let Some((before, after)) = rest.split_once('[') {
        plain.push_str(before);
        match after.split_once("](").and_then(|(label, target)| Some((label, target.split_once(')')?.1))) {
            Some((label, after)) => {
                plain.push_str(label);
                rest = after;
            }
            None => {
                plain.push('[');
                rest = after;
            }
        }
    }
    (plain + rest).replace('`', "")
}

/// Returns what of a value a schema of ours refuses: keys that it doesn't know and keys that are missing.
pub fn refused(schema: &Value, value: &Value, at: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    if let (Some(items), Some(list)) = (schema.get("items"), value.as_array()) {
        wrong.extend(list.iter().enumerate().flat_map(|(number, one)| refused(items, one, &format!("{at}/{number}"))));
    }
    let Some(object) = value.as_object() else { return wrong };
    for key in schema.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str) {
        if !object.contains_key(key) {
            wrong.push(format!("{at} has no {key}"));
        }
    }
    for (key, inside) in object {
        let place = format!("{at}/{key}");
        match (schema.get("properties").and_then(|keys| keys.get(key)), schema.get("additionalProperties")) {
            (Some(known), _) => wrong.extend(refused(known, inside, &place)),
            (None, Some(Value::Bool(false))) => wrong.push(format!("{place} is not known")),
            (None, Some(any)) => wrong.extend(refused(any, inside, &place)),
            (None, None) => {}
        }
    }
    wrong
}
