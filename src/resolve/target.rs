//! Where links lead. A name becomes an item that exists, or nothing.

use super::names::Names;
use crate::model::kind::Kind;
use crate::model::picture::{self, Pictures};
use crate::model::place::{FileRole, place};
use crate::read::name::{PICTURE_BANK, of_picture};
use crate::text::prose::LinkTarget;

/// What a link leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    Item {
        kind: Kind,
        id: String,
        fragment: Option<String>,
    },
    /// A picture or other file of the pack, by its path.
    Asset(String),
    /// A heading of the same page.
    Heading(String),
    Outside(String),
}

/// Returns what a link leads to; `path` is the content file it stands in. Nothing if it leads nowhere.
pub fn target(link: &LinkTarget, path: &str, names: &Names, images: &Pictures) -> Option<Target> {
    match link {
        LinkTarget::Heading(id) => Some(Target::Heading(id.clone())),
        LinkTarget::Outside(address) => Some(Target::Outside(address.clone())),
        LinkTarget::Reference { kind, id } => {
            let kind = Kind::named(kind)?;
            names.has(kind, id).then(|| Target::Item { kind, id: id.clone(), fragment: None })
        }
        LinkTarget::File { path: written, fragment } => {
            let path = from_folder(path, written)?;
            if let Some((picture, _)) = picture::meant(&of_picture(&path), images) {
                return Some(Target::Asset(picture.clone()));
            }
            let found = place(&path)?;
            let kind = match found.role {
                FileRole::Article(kind) | FileRole::EasyRead(kind) => kind,
                FileRole::Ward => Kind::Ward,
                FileRole::Standard => Kind::Standard,
                FileRole::ConversationModel => Kind::ConversationModel,
                FileRole::Benchmark => Kind::Benchmark,
                FileRole::TheoryOfChange => Kind::TheoryOfChange,
                FileRole::MeasurementPlan => Kind::MeasurementPlan,
                FileRole::Tests => Kind::ChangeIdea,
                FileRole::Measure | FileRole::Numbers => Kind::Measure,
                FileRole::Form | FileRole::Answers => Kind::Form,
                FileRole::Resources | FileRole::Support | FileRole::Glossary => Kind::Section,
                FileRole::Template | FileRole::Trust => {
                    return Some(Target::Item {
                        kind: Kind::Section,
                        id: "charter".to_owned(),
                        fragment: fragment.clone(),
                    });
                }
                FileRole::Pack
                | FileRole::Image
                | FileRole::Download
                | FileRole::Agreement
                | FileRole::Sheets
                | FileRole::Wards
                | FileRole::Checked
                | FileRole::Search
                | FileRole::Published => return None,
            };
            names.has(kind, &found.id).then(|| Target::Item { kind, id: found.id, fragment: fragment.clone() })
        }
    }
}

/// Returns the path that a relative path means, seen from the file `from`; nothing if it climbs out of the content folder.
pub fn from_folder(from: &str, written: &str) -> Option<String> {
    let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in written.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// Returns the name of the picture that a relative path means, seen from the file `from`.
pub fn picture(from: &str, written: &str) -> Option<String> {
    from_folder(from, written).map(|path| of_picture(&path))
}

/// Returns the name of the picture that a row of Easy Read means: by its id in the picture bank, or by a path like other pictures.
pub fn picture_of_row(from: &str, written: &str) -> Option<String> {
    if is_id(written) { Some(format!("{PICTURE_BANK}{}.svg", of_picture(written))) } else { picture(from, written) }
}

/// Tells whether a picture is named by its id.
pub fn is_id(written: &str) -> bool {
    !written.contains(['/', '.'])
}

/// Returns the way from one content file to another, as an author writes it.
pub(super) fn way(from: &str, to: &str) -> String {
    let depth = from.matches('/').count();
    format!("{}{to}", "../".repeat(depth))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_seen_from_the_file_they_stand_in() {
        assert_eq!(from_folder("leaflets/a.md", "../images/x.png").as_deref(), Some("images/x.png"));
        assert_eq!(from_folder("leaflets/a.md", "./b.md").as_deref(), Some("leaflets/b.md"));
        assert_eq!(from_folder("a.md", "../../etc/passwd"), None);
    }
}
