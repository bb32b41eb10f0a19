//! A trust's own colour, and the shades of it that can be told from the page (WCAG 2.2, 1.4.3 and 1.4.11).

use palette::color_difference::Wcag21RelativeContrast;
use palette::{FromColor, Oklch, Srgb};

use crate::model::read::fields::{FromNode, Reader};
use crate::parse::yaml::Node;
use crate::problem::catalogue::theme;
use crate::span::Spanned;

/// The least contrast of text and its ground (WCAG 2.2, 1.4.3, level AA).
const TEXT: f32 = 4.5;
/// The grounds that the theme puts the colour on: the darkest of the light ones and the lightest of the dark ones.
const LIGHT_GROUND: &str = "#d8dde0";
const DARK_GROUND: &str = "#1b3045";
/// What can be written on the colour.
const WHITE: &str = "#ffffff";
const BLACK: &str = "#121a1f";

/// A colour as it was written: `#005eb8`.
#[derive(Clone, Debug)]
pub struct Colour(pub Spanned<String>);

/// A colour for one mode: as a ground, and what is written on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shade {
    pub colour: String,
    pub on_colour: &'static str,
}

impl FromNode for Colour {
    const EXAMPLE: &'static str = "\"#005eb8\"";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let written = reader.words(node)?;
        if written.len() == 7 && hexadecimal(&written).is_some() {
            return Some(Colour(Spanned::new(written.to_lowercase(), node.span)));
        }
        reader.problems.push(theme::no_colour(node.span, &written));
        None
    }
}

impl Colour {
    /// Returns the shade for the light mode: the colour itself where it can be read there, otherwise a darker one.
    pub fn light(&self) -> Shade {
        shade(&self.0, LIGHT_GROUND, -0.005)
    }

    /// Returns the shade for the dark mode: the colour itself, or a lighter one.
    pub fn dark(&self) -> Shade {
        shade(&self.0, DARK_GROUND, 0.005)
    }

    /// Returns the contrast with the light ground, which is what a trust sees first.
    pub fn contrast(&self) -> f32 {
        contrast(colour(&self.0), colour(LIGHT_GROUND))
    }
}

/// Moves the lightness step by step until the colour can be read on the ground.
fn shade(written: &str, ground: &str, step: f32) -> Shade {
    let ground = colour(ground);
    let mut moved = colour(written);
    let mut tone = Oklch::from_color(moved.into_format::<f32>());
    while contrast(moved, ground) < TEXT && (0.0..=1.0).contains(&tone.l) {
        tone.l += step;
        moved = Srgb::from_color(tone).into_format();
    }
    let on_colour = if contrast(moved, colour(WHITE)) >= TEXT { WHITE } else { BLACK };
    Shade { colour: format!("#{moved:x}"), on_colour }
}

/// Returns the contrast of two colours as a stylesheet writes them, `#fff` or `#005eb8`; nothing if one isn't such a colour.
pub fn contrast_of(one: &str, other: &str) -> Option<f32> {
    Some(contrast(hexadecimal(one)?, hexadecimal(other)?))
}

/// Returns the colour that `#fff` or `#005eb8` means. Signs and letters of other scripts aren't palette's to judge: it cuts letters in two,
/// and takes `+1` for a number.
fn hexadecimal(written: &str) -> Option<Srgb<u8>> {
    let digits = written.strip_prefix('#')?;
    let is_colour = [3, 6].contains(&digits.len()) && digits.chars().all(|digit| digit.is_ascii_hexdigit());
    is_colour.then(|| written.parse().ok()).flatten()
}

fn contrast(one: Srgb<u8>, other: Srgb<u8>) -> f32 {
    one.into_format::<f32>().relative_contrast(other.into_format::<f32>())
}

/// Returns a colour that has been looked at before; black for any other.
fn colour(written: &str) -> Srgb<u8> {
    hexadecimal(written).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::parse::yaml::Value;
    use crate::span::{FileId, Span};

    fn of(written: &str) -> Colour {
        Colour(Spanned::new(written.to_owned(), Span::new(FileId(0), 0, 0)))
    }

    #[test]
    fn a_colour_that_can_be_read_stays_as_it_is() {
        assert_eq!(of("#005eb8").light(), Shade { colour: "#005eb8".into(), on_colour: WHITE });
        assert!(of("#ffb81c").contrast() < TEXT);
        assert_ne!(of("#ffb81c").light().colour, "#ffb81c");
        assert_eq!(of("#ffb81c").dark(), Shade { colour: "#ffb81c".into(), on_colour: BLACK });
    }

    #[test]
    fn what_is_no_colour_is_told() {
        for (written, is_one) in [
            ("#005eb8", true),
            ("#ABCDEF", true),
            ("#fff", false),
            ("005eb8a", false),
            ("#+1+2+3", false),
            ("39;—", false),
            ("#1é2é", false),
            ("#１２", false),
        ] {
            let node = Node { span: Span::new(FileId(0), 0, 0), value: Value::Text(written.to_owned()) };
            let mut reader = Reader { file: FileId(0), text: written, problems: Vec::new() };
            assert_eq!(Colour::from_node(&node, &mut reader).is_some(), is_one, "{written}");
            assert_eq!(reader.problems.is_empty(), is_one, "{written}");
        }
        assert!(contrast_of("#fff", "#000").is_some() && contrast_of("#é1", "#000").is_none());
    }

    proptest! {
        #[test]
        fn every_shade_can_be_read(red: u8, green: u8, blue: u8) {
            let brand = of(&format!("#{red:02x}{green:02x}{blue:02x}"));
            for (shade, ground) in [(brand.light(), LIGHT_GROUND), (brand.dark(), DARK_GROUND)] {
                prop_assert!(contrast(colour(&shade.colour), colour(ground)) >= TEXT, "{:?}", shade);
                prop_assert!(contrast(colour(&shade.colour), colour(shade.on_colour)) >= TEXT, "{:?}", shade);
            }
        }
    }
}
