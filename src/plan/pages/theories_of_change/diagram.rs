//! The drawing of a theory of change: where everything stands. The aim is at the edge where reading begins, and each column of boxes
//! leads to the next one.

use crate::direction::Direction;
use crate::plan::view::theory_of_change::{Diagram, DiagramBox, DiagramWords, Driver, PrimaryDriver, SecondaryDriver};

pub const COLUMNS: [&str; 4] = ["aim", "primary", "secondary", "idea"];
const COLUMN: i64 = 220;
const BETWEEN: i64 = 32;
const WIDTH: i64 = 4 * COLUMN + 3 * BETWEEN;
/// Where boxes begin, below the names of the columns.
const TOP: i64 = 30;
/// What a sheet of A4 on its side holds at this width.
const TALLEST: i64 = 600;
/// How far apart two lines of words and two boxes are, and how far words are from the edge of their box.
const LINE: i64 = 18;
const GAP: i64 = 10;
const EDGE: i64 = 9;
/// How wide a space is.
const SPACE: i64 = 5;

/// A box and those that lead to it.
#[derive(Clone)]
struct DiagramNode {
    lines: Vec<String>,
    /// How many of the lines, from the first, are in another language than the page, and in which.
    foreign: Option<(usize, String)>,
    is_to_fill: bool,
    below: Vec<DiagramNode>,
}

/// Returns the drawing, in as many parts as it takes for each to fit on a sheet. Every part begins with the aim again. `headings` are
/// the names of the columns.
pub fn diagrams(aim: &str, drivers: &[PrimaryDriver], headings: &[String; 4], direction: Direction) -> Vec<Diagram> {
    let mut parts: Vec<DiagramNode> = Vec::new();
    for driver in drivers {
        let mut branches: Vec<Option<DiagramNode>> = driver.secondary_drivers.iter().map(branch).map(Some).collect();
        if branches.is_empty() {
            branches.push(None);
        }
        let mut is_begun = false;
        for branch in branches {
            let primary = || DiagramNode::of(&driver.driver);
            let added = branch.as_ref().map_or(0, DiagramNode::height).max(primary().height()) + GAP;
            if parts.last().is_none_or(|part| part.height() + added > TALLEST) {
                parts.push(DiagramNode::new(aim));
                is_begun = false;
            }
            let Some(part) = parts.last_mut() else { continue };
            if !is_begun {
                part.below.push(primary());
                is_begun = true;
            }
            part.below.last_mut().into_iter().for_each(|primary| primary.below.extend(branch.iter().cloned()));
        }
    }
    parts.iter().map(|part| part.drawn(direction, headings)).collect()
}

/// Returns a secondary driver with its ideas.
fn branch(driver: &SecondaryDriver) -> DiagramNode {
    let mut node = DiagramNode::of(&driver.driver);
    for idea in &driver.ideas {
        let mut lines = wrapped(&idea.idea.words);
        let foreign = idea.idea.lang.clone().map(|lang| (lines.len(), lang));
        lines.extend(wrapped(&format!("({})", idea.tested)));
        node.below.push(DiagramNode { lines, foreign, is_to_fill: false, below: Vec::new() });
    }
    node
}

impl DiagramNode {
    fn new(words: &str) -> Self {
        DiagramNode { lines: wrapped(words), foreign: None, is_to_fill: false, below: Vec::new() }
    }

    fn of(driver: &Driver) -> Self {
        DiagramNode { is_to_fill: driver.is_to_fill, ..DiagramNode::new(&driver.words) }
    }

    fn own_height(&self) -> i64 {
        LINE * i64::try_from(self.lines.len()).unwrap_or(0) + 2 * EDGE
    }

    fn height_below(&self) -> i64 {
        let heights = self.below.iter().map(|node| node.height() + GAP).sum::<i64>();
        (heights - GAP).max(0)
    }

    fn height(&self) -> i64 {
        self.own_height().max(self.height_below())
    }

    fn drawn(&self, direction: Direction, headings: &[String; 4]) -> Diagram {
        let is_turned = direction == Direction::RightToLeft;
        let mut diagram = Diagram {
            width: WIDTH,
            height: TOP + self.height() + 2,
            dir: if is_turned { "rtl" } else { "ltr" },
            headings: Vec::new(),
            boxes: Vec::new(),
            lines: Vec::new(),
        };
        let sheet = DiagramSheet { is_turned };
        for (column, words) in headings.iter().enumerate() {
            diagram.headings.push(DiagramWords {
                x: sheet.words(column, 0),
                y: LINE,
                words: words.clone(),
                lang: None,
            });
        }
        self.put(0, TOP, sheet, &mut diagram);
        diagram
    }

    /// Puts the box and those below it between `top` and its height; returns the height of its middle.
    fn put(&self, column: usize, top: i64, sheet: DiagramSheet, diagram: &mut Diagram) -> i64 {
        let middle = top + self.height() / 2;
        let own = self.own_height();
        let y = middle - own / 2;
        let line = |(number, words): (usize, &String)| DiagramWords {
            x: sheet.words(column, EDGE),
            y: y + EDGE + LINE * i64::try_from(number).unwrap_or(0) + 14,
            words: words.clone(),
            lang: self.foreign.as_ref().filter(|(lines, _)| number < *lines).map(|(_, lang)| lang.clone()),
        };
        diagram.boxes.push(DiagramBox {
            kind: COLUMNS[column.min(3)],
            is_to_fill: self.is_to_fill,
            x: sheet.left(column),
            y,
            width: COLUMN,
            height: own,
            words: self.lines.iter().enumerate().map(line).collect(),
        });
        let mut next = top + (self.height() - self.height_below()) / 2;
        for node in &self.below {
            let other = node.put(column + 1, next, sheet, diagram);
            diagram.lines.push(sheet.between(column, middle, other));
            next += node.height() + GAP;
        }
        middle
    }
}

/// Where columns stand: from the left, or from the right in languages that are read that way.
#[derive(Clone, Copy)]
struct DiagramSheet {
    is_turned: bool,
}

impl DiagramSheet {
    fn left(self, column: usize) -> i64 {
        let before = i64::try_from(column).unwrap_or(0) * (COLUMN + BETWEEN);
        if self.is_turned { WIDTH - before - COLUMN } else { before }
    }

    /// Returns where words begin that far from the edge of a column.
    fn words(self, column: usize, from_edge: i64) -> i64 {
        if self.is_turned { self.left(column) + COLUMN - from_edge } else { self.left(column) + from_edge }
    }

    /// Returns the points of the line from the middle of a box to that of one in the next column.
    fn between(self, column: usize, from: i64, to: i64) -> String {
        let (near, far) = (self.left(column), self.left(column + 1));
        let (start, end) = if self.is_turned { (near, far + COLUMN) } else { (near + COLUMN, far) };
        let half = i64::midpoint(start, end);
        format!("{start},{from} {half},{from} {half},{to} {end},{to}")
    }
}

/// Breaks words into lines that fit into a box. A word that is too long for one is broken too: beside the box there is no room.
fn wrapped(words: &str) -> Vec<String> {
    let room = COLUMN - 2 * EDGE;
    let mut lines = vec![String::new()];
    let mut used = 0;
    for word in words.split_whitespace() {
        let needed: i64 = word.chars().map(width).sum::<i64>() + SPACE;
        if used > 0 && used + needed > room {
            lines.push(String::new());
            used = 0;
        }
        let between = (used > 0).then_some(' ');
        for letter in between.into_iter().chain(word.chars()) {
            if used + width(letter) > room {
                lines.push(String::new());
                used = 0;
            }
            used += width(letter);
            lines.last_mut().into_iter().for_each(|line| line.push(letter));
        }
    }
    lines
}

/// Returns about how wide a letter is at 15 units, in Arial and its like.
fn width(letter: char) -> i64 {
    match letter {
        ' ' => SPACE,
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '’' | '|' | '!' => 4,
        'f' | 'r' | 't' | '(' | ')' | '-' | '“' | '”' | '"' => 6,
        'm' | 'w' | 'M' | 'W' | '@' | '%' => 13,
        letter if letter.is_uppercase() => 11,
        letter if u32::from(letter) > 0x2E80 => 15,
        _ => 9,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::view::Link;
    use crate::plan::view::theory_of_change::{Driver, TriedIdea};

    fn driver(words: &str) -> Driver {
        let (standards, measures) = (Vec::new(), Vec::new());
        Driver { id: String::new(), words: words.to_owned(), is_to_fill: false, text: None, standards, measures }
    }

    /// Returns so many primary drivers, each with as many secondary ones as `below`, and so many ideas below each of these.
    fn drivers(primary: usize, below: usize, ideas: usize) -> Vec<PrimaryDriver> {
        let idea = |number: usize| {
            let words = format!("Change idea number {number} with a name that takes a second line");
            let idea = Link { words, ..Link::default() };
            TriedIdea { idea, tested: "not tested yet".to_owned(), is_tested: false }
        };
        let secondary = |number: usize| SecondaryDriver {
            driver: driver(&format!("Secondary driver {number}: people can talk openly about what matters to them")),
            ideas: (0..ideas).map(idea).collect(),
        };
        let one = |number: usize| PrimaryDriver {
            driver: driver(&format!("Primary driver {number}")),
            secondary_drivers: (0..below).map(secondary).collect(),
        };
        (0..primary).map(one).collect()
    }

    fn drawn(drivers: &[PrimaryDriver], direction: Direction) -> Vec<Diagram> {
        diagrams("Everyone feels safe", drivers, &COLUMNS.map(str::to_owned), direction)
    }

    fn overlap(one: &DiagramBox, other: &DiagramBox) -> bool {
        let apart = |start: i64, length: i64, other: i64, other_length: i64| {
            start + length <= other || other + other_length <= start
        };
        !apart(one.x, one.width, other.x, other.width) && !apart(one.y, one.height, other.y, other.height)
    }

    #[test]
    fn forty_drivers_stand_on_sheets_without_overlapping() {
        for (primary, below, ideas) in [(5, 7, 2), (40, 0, 0), (1, 40, 1), (1, 1, 1)] {
            let found = drawn(&drivers(primary, below, ideas), Direction::LeftToRight);
            let count = |kind: &str| found.iter().flat_map(|part| &part.boxes).filter(|one| one.kind == kind).count();
            assert_eq!((count("secondary"), count("idea")), (primary * below, primary * below * ideas));
            assert!(count("primary") >= primary && count("aim") == found.len());
            for part in &found {
                assert!(part.height <= TOP + TALLEST + GAP, "{primary} {below} {ideas}: {}", part.height);
                for (number, one) in part.boxes.iter().enumerate() {
                    assert!(one.x >= 0 && one.x + one.width <= WIDTH && one.y >= TOP);
                    assert!(one.y + one.height <= part.height);
                    assert!(!part.boxes[number + 1..].iter().any(|other| overlap(one, other)), "{one:?}");
                }
            }
        }
    }

    #[test]
    fn every_word_is_drawn_and_a_long_one_is_broken() {
        let long = "Schweigepflichtentbindungserklärungsformular for all";
        let lines = wrapped(long);
        // The one word is wider than a box, and each of its lines is not.
        assert!(lines.len() > 1 && lines[0].len() < "Schweigepflichtentbindungserklärungsformular".len());
        assert!(lines.iter().all(|line| line.chars().map(width).sum::<i64>() <= COLUMN - 2 * EDGE));
        assert_eq!(wrapped(long).concat().replace(' ', ""), long.replace(' ', ""));
        assert_eq!(wrapped("People can talk openly").join(" "), "People can talk openly");
    }

    #[test]
    fn where_reading_begins_on_the_right_so_does_the_drawing() {
        let found = drawn(&drivers(1, 1, 1), Direction::RightToLeft);
        let at = |kind: &str| found[0].boxes.iter().find(|one| one.kind == kind).unwrap().x;
        assert!(at("aim") > at("primary") && at("secondary") > at("idea"));
        assert_eq!(found[0].dir, "rtl");
    }
}
