//! The lists of a Word file: what stands before their items, and where each begins to count.

use super::xml::XmlText;

/// How far the words of an item stand from where its list begins, in twentieths of a point.
pub(super) const STEP: u32 = 500;
/// Lists can stand so deep in each other.
const DEEPEST: u32 = 8;
const BULLETS: [&str; 2] = ["•", "–"];

/// Which list an item belongs to, and how deep that stands in others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ListPlace {
    pub list: usize,
    pub level: u32,
}

/// What stands before the items of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ListSign {
    Bullet,
    /// Numbers, from this one on.
    Number(u32),
}

/// The lists of a document. Each is one of its own, so that it counts from its own beginning.
#[derive(Debug, Default)]
pub(super) struct Lists(Vec<(ListSign, u32)>);

impl Lists {
    /// Begins a list of bullets.
    pub fn bullets(&mut self, level: u32) -> ListPlace {
        self.begin(ListSign::Bullet, level)
    }

    /// Begins a list of numbers, with the first of them.
    pub fn numbers(&mut self, first: u32, level: u32) -> ListPlace {
        self.begin(ListSign::Number(first), level)
    }

    fn begin(&mut self, sign: ListSign, level: u32) -> ListPlace {
        let level = level.min(DEEPEST);
        self.0.push((sign, level));
        ListPlace { list: self.0.len(), level }
    }

    /// Returns the part of the file that says what lists look like.
    pub fn part(&self) -> String {
        let mut xml = XmlText::file();
        xml.begin("w:numbering", &[("xmlns:w", super::styles::NAMESPACE)]);
        for (at, (sign, level)) in self.0.iter().enumerate() {
            xml.begin("w:abstractNum", &[("w:abstractNumId", &at.to_string())]);
            xml.value("w:multiLevelType", "hybridMultilevel");
            (0..=DEEPEST).for_each(|each| level_of(&mut xml, *sign, each, *level));
            xml.end();
        }
        for at in 0..self.0.len() {
            xml.begin("w:num", &[("w:numId", &(at + 1).to_string())]);
            xml.value("w:abstractNumId", &at.to_string());
            xml.end();
        }
        xml.finish()
    }
}

fn level_of(xml: &mut XmlText, sign: ListSign, level: u32, used: u32) {
    xml.begin("w:lvl", &[("w:ilvl", &level.to_string())]);
    let first = if let ListSign::Number(first) = sign { first } else { 1 };
    xml.value("w:start", &if level == used { first } else { 1 }.to_string());
    match sign {
        ListSign::Bullet => {
            xml.value("w:numFmt", "bullet");
            xml.value("w:lvlText", BULLETS[usize::from(level % 2 == 1)]);
        }
        ListSign::Number(_) => {
            xml.value("w:numFmt", "decimal");
            xml.value("w:lvlText", &format!("%{}.", level + 1));
        }
    }
    xml.value("w:lvlJc", "left");
    xml.begin("w:pPr", &[]);
    let (left, hanging) = ((STEP * (level + 1)).to_string(), STEP.to_string());
    xml.empty("w:ind", &[("w:left", &left), ("w:hanging", &hanging)]);
    xml.end();
    xml.end();
}
