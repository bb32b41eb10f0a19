//! A resource that is started: an entry at the end of the pack's own list.

use std::path::PathBuf;

use super::file::quoted;
use super::question;
use crate::model::address::WebAddress;
use crate::model::resource::KINDS;
use crate::pipeline::Request;
use crate::problem::catalogue::fields;
use crate::problem::fault::{Fault, starting};
use crate::read::Sources;
use crate::span::{FileId, Span};
use crate::write::disk::RealDisk;
use crate::write::whole;

/// Adds a resource to the pack's own list, and returns where that is. An address or a kind that a check would refuse is refused at once.
pub(super) fn add(request: &Request, sources: &Sources, id: &str, said: &[&str; 3]) -> Result<PathBuf, Fault> {
    const LIST: &str = "resources.yaml";
    let content = &request.folders.content;
    let own = sources.content.get(LIST).map(|id| sources.file(*id)).filter(|file| !file.inherited);
    let Some(file) = own else { return Err(starting::no_list_of_resources()) };
    let text = String::from_utf8_lossy(&file.bytes).into_owned();
    let [title, kind, url] = said;
    if !KINDS.iter().any(|(known, _)| known == kind) {
        let known: Vec<&str> = KINDS.iter().map(|(known, _)| *known).collect();
        let place = Span::new(FileId(0), 0, 0);
        return Err(Fault::from(&fields::not_one_of(place, kind, "a kind of resource", &known)));
    }
    question::read::<WebAddress>(url).map_err(|problem| Fault::from(&*problem))?;
    let entry = |indent: &str| {
        format!(
            "{indent}- id: {id}\n{indent}  title: {title}\n{indent}  kind: {kind}\n{indent}  url: {}\n",
            quoted(url)
        )
    };
    let text = with_entry(&text, entry).ok_or_else(|| starting::list_of_another_shape(&file.shown))?;
    whole::put(content, &[(LIST, text.as_bytes())], &RealDisk).map_err(|error| error.of_files(content))?;
    Ok(content.join(LIST))
}

/// Returns the text of a list with one more entry behind the last; nothing where its entries don't stand one below the other.
fn with_entry(text: &str, entry: impl Fn(&str) -> String) -> Option<String> {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let head = lines.iter().position(|line| line.trim_end() == "resources:")?;
    let first = lines[head + 1..].iter().find(|line| line.trim_start().starts_with("- "))?;
    let indent = &first[..first.len() - first.trim_start().len()];
    let is_key = |line: &&str| line.starts_with(|first: char| first.is_ascii_lowercase());
    let end = lines[head + 1..].iter().position(is_key).map_or(lines.len(), |at| head + 1 + at);
    let before = lines[..end].concat();
    let gap = if before.ends_with('\n') { "" } else { "\n" };
    Some(format!("{before}{gap}{}{}", entry(indent), lines[end..].concat()))
}
