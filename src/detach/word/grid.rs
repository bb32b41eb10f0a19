//! The tables of a page as Word wants them: rows of cells that fill them, with those that go on from above.

use wardpack_html::PageElement;

/// Word has no more columns than this.
const MOST_COLUMNS: usize = 63;
/// Longer words are broken, and cells with more letters have several lines.
const LONGEST_WORD: u32 = 18;
const LONGEST_CELL: u32 = 60;

/// A table, row by row.
#[derive(Debug)]
pub(super) struct WordGrid<'t> {
    pub rows: Vec<GridRow<'t>>,
    /// How wide columns are, of all of them together 1,000.
    pub widths: Vec<u32>,
}

#[derive(Debug, Default)]
pub(super) struct GridRow<'t> {
    /// Whether the row heads the table.
    pub is_head: bool,
    pub cells: Vec<GridCell<'t>>,
}

#[derive(Clone, Copy, Debug, Default)]
pub(super) struct GridCell<'t> {
    /// Nothing where the cell above goes on, or the row has too few.
    pub element: Option<&'t PageElement>,
    pub columns: usize,
    /// Whether it goes on in the next row, or comes from the one above.
    pub upright: Option<Upright>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Upright {
    Begins,
    GoesOn,
}

/// Returns the rows and columns of a table that has room for so many letters in a line.
pub(super) fn grid(table: &PageElement, room: u32) -> WordGrid<'_> {
    let mut found = Vec::new();
    rows(table, false, &mut found);
    let count = found.iter().map(|(row, _)| row.elements().map(|cell| span(cell, "colspan")).sum::<usize>()).max();
    let columns = count.unwrap_or(1).clamp(1, MOST_COLUMNS);
    // How many rows a cell from above still takes, at its first column, and how many columns.
    let mut above = vec![(0, 1); columns];
    let left = found.len();
    let mut grid = WordGrid { rows: Vec::new(), widths: widths(&found, columns, room) };
    let mut is_head = true;
    for (at, (row, is_in_head)) in found.iter().enumerate() {
        is_head &= *is_in_head || at == 0 && is_heading(row);
        let cells = cells(row, &mut above, left - at);
        grid.rows.push(GridRow { is_head, cells });
    }
    grid
}

/// Finds the rows of a table, each with whether it stands in its head.
fn rows<'t>(around: &'t PageElement, is_head: bool, found: &mut Vec<(&'t PageElement, bool)>) {
    for element in around.elements() {
        match &*element.name {
            "tr" => found.push((element, is_head)),
            "thead" => rows(element, true, found),
            "tbody" | "tfoot" => rows(element, false, found),
            _ => {}
        }
    }
}

fn is_heading(row: &PageElement) -> bool {
    row.elements().count() > 0 && row.elements().all(|cell| cell.name == "th" && cell.attribute("scope") != Some("row"))
}

fn span(cell: &PageElement, name: &str) -> usize {
    cell.attribute(name).and_then(|value| value.parse().ok()).unwrap_or(1).clamp(1, 1000)
}

/// Returns the cells of a row, with those that come from above. `left` is how many rows there are from this one on.
fn cells<'t>(row: &'t PageElement, above: &mut [(usize, usize)], left: usize) -> Vec<GridCell<'t>> {
    let (mut cells, mut at) = (Vec::new(), 0);
    let mut own = row.elements().filter(|cell| matches!(&*cell.name, "td" | "th"));
    while at < above.len() {
        if above[at].0 > 0 {
            above[at].0 -= 1;
            let columns = above[at].1;
            cells.push(GridCell { element: None, columns, upright: Some(Upright::GoesOn) });
            at += columns;
            continue;
        }
        let room = above[at..].iter().take_while(|(rows, _)| *rows == 0).count();
        let Some(cell) = own.next() else {
            cells.push(GridCell { element: None, columns: room, upright: None });
            at += room;
            continue;
        };
        let (columns, rows) = (span(cell, "colspan").min(room), span(cell, "rowspan").min(left));
        above[at] = (rows - 1, columns);
        let upright = (rows > 1).then_some(Upright::Begins);
        cells.push(GridCell { element: Some(cell), columns, upright });
        at += columns;
    }
    cells
}

/// Returns how wide columns are where there is room for so many letters: no narrower than their longest words if that can be, and
/// wider where there is more to read.
fn widths(rows: &[(&PageElement, bool)], columns: usize, room: u32) -> Vec<u32> {
    let (mut least, mut most) = (vec![4; columns], vec![4; columns]);
    for (row, _) in rows {
        let mut at = 0;
        for cell in row.elements() {
            let columns = span(cell, "colspan");
            if columns == 1 && at < least.len() {
                let words = cell.words();
                least[at] = least[at]
                    .max(words.split_whitespace().map(letters).max().unwrap_or_default().min(LONGEST_WORD) + 3);
                most[at] = most[at].max(letters(words.trim()).min(LONGEST_CELL) + 3);
            }
            at += columns;
        }
    }
    let (all_least, all_most): (u32, u32) = (least.iter().sum(), most.iter().sum());
    let spare = room.saturating_sub(all_least);
    let wanted = (all_most - all_least).max(1);
    let widths = least.iter().zip(&most).map(|(least, most)| 1000 * least + 1000 * spare * (most - least) / wanted);
    let widths: Vec<u32> = widths.collect();
    let all = widths.iter().sum::<u32>().div_ceil(1000);
    widths.iter().map(|width| width / all).collect()
}

fn letters(words: &str) -> u32 {
    u32::try_from(words.chars().count()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_that_go_on_keep_their_places() {
        let html = "<table><thead><tr><th>a<th>b<th>c</thead><tr><td rowspan=2>d<td colspan=2>e<tr><td>f<tr><td colspan=9 rowspan=9>g</table>";
        let page = wardpack_html::tree(html.as_bytes());
        let grid = grid(page.elements().next().unwrap(), 70);
        let shown = |cell: &GridCell<'_>| {
            let upright = match cell.upright {
                Some(Upright::Begins) => "+",
                Some(Upright::GoesOn) => "|",
                None => "",
            };
            format!("{}{}{upright}", cell.element.map(PageElement::words).unwrap_or_default(), cell.columns)
        };
        let rows: Vec<String> =
            grid.rows.iter().map(|row| row.cells.iter().map(shown).collect::<Vec<_>>().join(" ")).collect();
        assert_eq!(rows, ["a1 b1 c1 6", "d1+ e2 6", "1| f1 7", "g9"]);
        assert_eq!(grid.rows.iter().filter(|row| row.is_head).count(), 1);
        assert!(grid.widths.iter().sum::<u32>() <= 1000);
    }

    #[test]
    fn an_odd_table_has_columns() {
        for html in ["<table></table>", "<table><tr></table>", "<table><tr><td rowspan=0 colspan=-1></table>"] {
            let page = wardpack_html::tree(html.as_bytes());
            let grid = grid(page.elements().next().unwrap(), 0);
            assert_eq!(grid.widths, [1000], "{html}");
        }
    }
}
