//! Tables of a Word file: those of the page, and the rows of Easy Read, each a picture with its words beside it.

use wardpack_html::PageElement;

use super::flow::{LastWritten, WordFlow};
use super::grid::{GridCell, GridRow, Upright, grid};
use super::paragraph::{TextMark, WordLook, WordPlace};
use crate::direction::Direction;

/// The width of the pictures of Easy Read, with the room around them, in twentieths of a point.
const PICTURES: u32 = 2700;
/// About the width of a letter.
const LETTER: u32 = 130;
/// Rows with more letters than this may go on on the next page.
const LONG_ROW: usize = 1200;

impl WordFlow {
    /// Writes a table of the page. Its name is read out, and shown where the page shows it.
    pub fn table(&mut self, table: &PageElement, place: &WordPlace, look: &WordLook) {
        let caption = table.elements().find(|inside| inside.name == "caption");
        if let Some(shown) = caption.filter(|caption| !caption.is_of("unseen")) {
            self.inside(shown, &WordPlace { style: Some("Caption"), ..place.clone() }, look);
            self.flush(&WordPlace { style: Some("Caption"), ..place.clone() });
        }
        let room = place.width.saturating_sub(place.indent);
        let grid = grid(table, room / LETTER);
        let widths: Vec<u32> = grid.widths.iter().map(|width| room * width / 1000).collect();
        let name = caption.map(PageElement::words).unwrap_or_default();
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        self.begin_table("PageTable", &widths, place, &name);
        for row in &grid.rows {
            self.row(row, &widths, place, look);
        }
        self.end_table();
    }

    /// Writes rows of Easy Read. Each stays on one page, and is read from its picture to its words.
    pub fn easy_rows(&mut self, list: &PageElement, place: &WordPlace, look: &WordLook) {
        let widths = [PICTURES, place.width.saturating_sub(PICTURES)];
        self.begin_table("TableNormal", &widths, place, "");
        for row in list.elements() {
            self.xml.begin("w:tr", &[]);
            self.xml.begin("w:trPr", &[]);
            self.xml.empty("w:cantSplit", &[]);
            self.xml.end();
            let is_picture = |part: &&PageElement| part.is_of("easy-picture");
            let pictures: Vec<&PageElement> = row.elements().filter(is_picture).collect();
            let words: Vec<&PageElement> = row.elements().filter(|part| !is_picture(part)).collect();
            self.cell(&pictures, widths[0], &GridCell::default(), place, look);
            self.cell(&words, widths[1], &GridCell::default(), place, look);
            self.xml.end();
        }
        self.end_table();
    }

    fn begin_table(&mut self, style: &str, widths: &[u32], place: &WordPlace, name: &str) {
        if self.last == Some(LastWritten::Table) {
            self.nothing(place);
        }
        self.xml.begin("w:tbl", &[]);
        self.xml.begin("w:tblPr", &[]);
        self.xml.value("w:tblStyle", style);
        if place.direction == Direction::RightToLeft {
            self.xml.empty("w:bidiVisual", &[]);
        }
        let all: u32 = widths.iter().sum();
        self.xml.empty("w:tblW", &[("w:w", &all.to_string()), ("w:type", "dxa")]);
        if place.indent > 0 {
            self.xml.empty("w:tblInd", &[("w:w", &place.indent.to_string()), ("w:type", "dxa")]);
        }
        self.xml.empty("w:tblLayout", &[("w:type", "fixed")]);
        let is_headed = if style == "PageTable" { "1" } else { "0" };
        let look =
            [("w:val", if is_headed == "1" { "0020" } else { "0000" }), ("w:firstRow", is_headed), ("w:noHBand", "1")];
        self.xml.empty("w:tblLook", &look);
        if !name.is_empty() {
            self.xml.value("w:tblCaption", name);
        }
        self.xml.end();
        self.xml.begin("w:tblGrid", &[]);
        for width in widths {
            self.xml.empty("w:gridCol", &[("w:w", &width.to_string())]);
        }
        self.xml.end();
    }

    fn end_table(&mut self) {
        self.xml.end();
        self.last = Some(LastWritten::Table);
    }

    fn row(&mut self, row: &GridRow<'_>, widths: &[u32], place: &WordPlace, look: &WordLook) {
        let letters: usize = row.cells.iter().filter_map(|cell| cell.element).map(|cell| cell.words().len()).sum();
        self.xml.begin("w:tr", &[]);
        self.xml.begin("w:trPr", &[]);
        if letters < LONG_ROW {
            self.xml.empty("w:cantSplit", &[]);
        }
        if row.is_head {
            self.xml.empty("w:tblHeader", &[]);
        }
        self.xml.end();
        let mut at = 0;
        for cell in &row.cells {
            let width = widths[at..].iter().take(cell.columns).sum();
            at += cell.columns;
            let is_heading = cell.element.is_some_and(|element| element.name == "th");
            let look = if is_heading { look.clone().with(TextMark::Strong) } else { look.clone() };
            self.cell(cell.element.as_slice(), width, cell, place, &look);
        }
        self.xml.end();
    }

    fn cell(&mut self, inside: &[&PageElement], width: u32, cell: &GridCell<'_>, place: &WordPlace, look: &WordLook) {
        self.xml.begin("w:tc", &[]);
        self.xml.begin("w:tcPr", &[]);
        self.xml.empty("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
        if cell.columns > 1 {
            self.xml.value("w:gridSpan", &cell.columns.to_string());
        }
        match cell.upright {
            Some(Upright::Begins) => self.xml.value("w:vMerge", "restart"),
            Some(Upright::GoesOn) => self.xml.value("w:vMerge", "continue"),
            None => {}
        }
        self.xml.end();
        let room = width.saturating_sub(216);
        let place = WordPlace {
            style: Some("TableText"),
            boxed: None,
            indent: 0,
            width: room,
            is_kept: false,
            is_in_table: true,
            ..place.clone()
        };
        self.last = None;
        for element in inside {
            self.element(element, &place, look);
            self.flush(&place);
        }
        if self.last != Some(LastWritten::Paragraph) {
            self.nothing(&place);
        }
        self.xml.end();
    }
}
