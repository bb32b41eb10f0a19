//! The short code of a paper that has none by its page: cards and forms. The same words have the same code, and other words another.

use serde_json::Value;
use twox_hash::XxHash3_128;

use super::words;
use crate::plan::view::paper::{Paper, PaperContent};
use crate::plan::{Content, Plan};
use crate::resolve::charter::standing::short;

/// Who checked a number and when isn't what the paper is for: looking after it makes no sheet old.
const BESIDE: [&str; 2] = ["checked", "unchecked"];

/// Returns the code of a paper of which only this says which words it has; none for one that has its version, and none for a safety cross
/// that is made for a ward or a month, since nobody keeps those.
pub fn of(paper: &Paper) -> Option<String> {
    let is_passing =
        matches!(&paper.content, PaperContent::Cross(cross) if cross.month.is_some() || paper.of_ward.is_some());
    if paper.version.is_some() || paper.code.is_some() || is_passing {
        return None;
    }
    let mut said = serde_json::to_value(&paper.content).unwrap_or_default();
    leave_out(&mut said);
    let all = format!("paper/{}\n{}\n{}", paper.path, paper.title, words(&said));
    Some(short(XxHash3_128::oneshot(all.as_bytes())))
}

/// Returns the paper of a plan that has a code of its own.
pub fn find<'p>(plan: &'p Plan, code: &str) -> Option<&'p Paper> {
    let mut papers = plan.files.iter().filter_map(|file| match &file.content {
        Content::Paper(paper) => Some(&**paper),
        _ => None,
    });
    papers.find(|paper| of(paper).as_deref() == Some(code))
}

fn leave_out(said: &mut Value) {
    match said {
        Value::Array(all) => all.iter_mut().for_each(leave_out),
        Value::Object(fields) => {
            fields.retain(|name, _| !BESIDE.contains(&name.as_str()));
            fields.values_mut().for_each(leave_out);
        }
        _ => {}
    }
}
