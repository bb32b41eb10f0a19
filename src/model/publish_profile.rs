//! A copy of the site that is published somewhere: where to, and for whom it is.

use super::address::SiteAddress;
use super::audience::Audience;
use crate::model::read::fields::{FromNode, Reader};
use crate::model::read::id::as_id;
use crate::model::read::single_values::{Id, choice};
use crate::parse::yaml::Node;
use crate::span::Spanned;

/// What `wardpack publish --profile` is to publish, and where to.
#[derive(Clone, Debug)]
pub struct PublishProfile {
    pub id: Id,
    /// The folder that people read the copy from. A path that begins nowhere else begins at the folder of pack.yaml.
    pub target: Spanned<String>,
    /// Only what these readers are meant to see; none means everyone's pages.
    pub audience: Option<Audience>,
    /// Only these wards; none means all.
    pub wards: Vec<Spanned<String>>,
    /// The address of this copy on the web, in place of the pack's.
    pub web_address: Option<SiteAddress>,
}

impl FromNode for PublishProfile {
    const EXAMPLE: &'static str = "{id: website, target: ../website, audience: patients}";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut fields = reader.group(node, "a profile to publish", Self::EXAMPLE)?;
        let (id, target) = (fields.required("id"), fields.required("target"));
        let audience: Option<Spanned<String>> = fields.optional("audience");
        let audience = audience.and_then(|word| choice(&word, "an audience", &Audience::CHOICES, fields.reader));
        let wards = fields.words("wards", as_id);
        let web_address = fields.optional("web_address");
        fields.finish();
        Some(PublishProfile { id: id?, target: target?, audience, wards, web_address })
    }
}
