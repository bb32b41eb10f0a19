//! What a page on sources and licences shows below its text: the resources that the pack stands on, and whose pictures and typefaces the site has.

use serde::Serialize;

use super::Link;

#[derive(Clone, Debug, Hash, Serialize)]
pub struct Sources {
    /// In the order of their titles.
    pub resources: Vec<UsedResource>,
    /// Some pictures are the publisher's own, or those of a pack below.
    pub has_own_pictures: bool,
    /// The theme brings typefaces.
    pub has_own_typefaces: bool,
}

/// A resource that some page names as its source, or leads to.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct UsedResource {
    pub link: Link,
    /// Who made it, and when.
    pub by: Option<String>,
    pub licence: Option<String>,
    /// When its link was opened, in words.
    pub checked: Option<String>,
    pub used_by: Vec<Link>,
}
