//! What a trust tells children and young people in its own words, since no pack can know it: what the law says at their age, and whom its
//! staff must tell.

use crate::model::read::fields::{FromNode, Reader};
use crate::parse::yaml::Node;
use crate::text::line::Line;

/// Each is a sentence or two, in words for a child of nine. A line that waits for one is only there with it.
#[derive(Clone, Debug, Default)]
pub struct YoungPeople {
    /// Whom staff must tell, and when.
    pub who_is_told: Option<Line>,
    /// What parents are told, and what they aren't.
    pub parents: Option<Line>,
    /// What the law says about age and sexual contact.
    pub consent_law: Option<Line>,
    /// What the law says about sexual pictures of people under 18, and how one is taken off the internet.
    pub picture_law: Option<Line>,
    /// The adviser for young people after sexual violence, and how to reach one.
    pub adviser: Option<Line>,
}

impl FromNode for YoungPeople {
    const EXAMPLE: &'static str = "{who_is_told: \"Staff must tell …\"}";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut fields = reader.group(node, "young_people", Self::EXAMPLE)?;
        let told = YoungPeople {
            who_is_told: fields.optional("who_is_told"),
            parents: fields.optional("parents"),
            consent_law: fields.optional("consent_law"),
            picture_law: fields.optional("picture_law"),
            adviser: fields.optional("adviser"),
        };
        fields.finish();
        Some(told)
    }
}
