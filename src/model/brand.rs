//! What pages look like for one publisher.

use super::charter_changes::InLanguages;
use super::colour::Colour;
use crate::model::read::fields::{FromNode, Reader};
use crate::parse::yaml::Node;
use crate::span::Spanned;
use crate::text::line::Line;

/// What pages look like for one publisher.
#[derive(Clone, Debug, Default)]
pub struct Brand {
    pub colour: Option<Colour>,
    pub logo: Option<Logo>,
}

/// The publisher's logo: the path of the picture in the pack, and the words for those who don't see it.
#[derive(Clone, Debug)]
pub struct Logo {
    pub picture: Spanned<String>,
    pub words: InLanguages<Line>,
}

impl FromNode for Brand {
    const EXAMPLE: &'static str = "{colour: \"#005eb8\"}";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut fields = reader.group(node, "the brand", Self::EXAMPLE)?;
        let brand = Brand { colour: fields.optional("colour"), logo: fields.optional("logo") };
        fields.finish();
        Some(brand)
    }
}

impl FromNode for Logo {
    const EXAMPLE: &'static str = "{picture: images/logo.svg, words: Name of the trust}";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut fields = reader.group(node, "the logo", Self::EXAMPLE)?;
        let (picture, words) = (fields.required("picture"), fields.required("words"));
        fields.finish();
        Some(Logo { picture: picture?, words: words? })
    }
}
