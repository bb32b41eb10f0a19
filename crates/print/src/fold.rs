//! The pages of what is folded on its sheets, beside each other: printed on both sides and folded, they come in their order.

use typst::foundations::Label;
use typst::introspection::Introspector;
use typst::layout::{Abs, Frame, Point, Size};
use typst::model::Document;
use typst::utils::PicoStr;
use typst_layout::{Page, PagedDocument};

/// How sheets are folded, and where they are bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Folding {
    pub fold: Fold,
    pub spine: Spine,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fold {
    /// All sheets together, once: two pages stand on each side.
    Booklet,
    /// One sheet of A4, twice: three pages stand on each side. The one that is folded in is as wide as a page, and the others are 3 mm
    /// wider than that, so that it lies flat between them.
    TriFold,
}

/// On which side it is bound: left, where its language runs from left to right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spine {
    Left,
    Right,
}

/// The label of what stands on the back, at the top of a page of its own.
const BACK: &str = "back";

/// How much wider the panels are that don't lie inside the others, in millimetres.
const WIDER: f64 = 3.0;

/// The pages that stand beside each other on a side of a sheet, counted from 0; none where it stays empty.
type Side = Vec<Option<usize>>;

/// Returns the sides of the sheets that some pages come to stand on.
pub fn folded(document: &PagedDocument, folding: Folding) -> PagedDocument {
    let pages = document.pages();
    let Some(first) = pages.first() else { return document.clone() };
    let size = first.frame.size();
    let side = |(number, on_side): (u64, Side)| {
        let widths = widths(size.x, folding, number);
        let mut frame = Frame::hard(Size::new(widths.iter().copied().sum(), size.y));
        let mut left = Abs::zero();
        for (page, width) in on_side.into_iter().zip(widths) {
            if let Some(page) = page {
                frame.push_frame(Point::with_x(left + (width - size.x) / 2.0), pages[page].frame.clone());
            }
            left += width;
        }
        Page { frame, number, ..first.clone() }
    };
    let sides = sides(pages.len(), back(document), folding);
    PagedDocument::new((1..).zip(sides).map(side).collect(), document.info().clone())
}

/// Returns how wide the panels of a side are, from left to right; the first side is outside.
fn widths(page: Abs, folding: Folding, side: u64) -> Vec<Abs> {
    let wider = page + Abs::mm(WIDER);
    match folding.fold {
        Fold::Booklet => vec![page; 2],
        // Outside, what is folded in lies at the other end than the cover, and inside behind that.
        Fold::TriFold if (side == 1) == (folding.spine == Spine::Left) => vec![page, wider, wider],
        Fold::TriFold => vec![wider, wider, page],
    }
}

/// Returns how many pages the back has; none, where nothing says that it is the back.
fn back(document: &PagedDocument) -> usize {
    let introspector = document.introspector();
    let found = Label::new(PicoStr::intern(BACK)).and_then(|label| introspector.query_label(label).ok());
    let position = found.and_then(|back| introspector.position(back.location()?));
    position.map_or(0, |position| document.pages().len() + 1 - position.page.get())
}

/// Returns which pages stand on each side of the sheets, from left to right. Those that lack stay empty before the back, so that the back
/// is outside.
fn sides(pages: usize, back: usize, folding: Folding) -> Vec<Side> {
    let on_sheet = match folding.fold {
        Fold::Booklet => 4,
        Fold::TriFold => 6,
    };
    let all = pages.next_multiple_of(on_sheet);
    let empty = pages - back..pages - back + (all - pages);
    let page = |place: usize| match place {
        place if empty.contains(&place) => None,
        place if place < empty.start => Some(place),
        place => Some(place - empty.len()),
    };
    let places = match folding.fold {
        Fold::Booklet => (0..all / 2).map(|side| booklet_side(side, all)).collect(),
        // Outside the cover lies beside the back, and beside that what is folded in; inside the next three come in their order.
        Fold::TriFold => vec![vec![4, 5, 0], vec![1, 2, 3]],
    };
    let side = |places: Vec<usize>| {
        let from_left: Side = places.into_iter().map(page).collect();
        if folding.spine == Spine::Left { from_left } else { from_left.into_iter().rev().collect() }
    };
    places.into_iter().map(side).collect()
}

/// Returns the places on a side of the sheets of a booklet that is bound left: the first is right on a front, and its neighbours follow
/// inwards.
fn booklet_side(side: usize, all: usize) -> Vec<usize> {
    let (near, far) = (side, all - 1 - side);
    if side % 2 == 1 { vec![near, far] } else { vec![far, near] }
}

#[cfg(test)]
mod proofs {
    use super::*;

    fn numbers(pages: usize, back: usize, fold: Fold, spine: Spine) -> Vec<Vec<usize>> {
        let number = |page: Option<usize>| page.map_or(0, |page| page + 1);
        let sides = sides(pages, back, Folding { fold, spine });
        sides.into_iter().map(|side| side.into_iter().map(number).collect()).collect()
    }

    #[test]
    fn pages_come_in_their_order_once_the_sheets_are_folded() {
        assert_eq!(numbers(8, 0, Fold::Booklet, Spine::Left), [[8, 1], [2, 7], [6, 3], [4, 5]]);
        assert_eq!(numbers(8, 0, Fold::Booklet, Spine::Right), [[1, 8], [7, 2], [3, 6], [5, 4]]);
        assert_eq!(numbers(4, 1, Fold::Booklet, Spine::Left), [[4, 1], [2, 3]]);
        assert_eq!(numbers(6, 1, Fold::TriFold, Spine::Left), [[5, 6, 1], [2, 3, 4]]);
        assert_eq!(numbers(6, 1, Fold::TriFold, Spine::Right), [[1, 6, 5], [4, 3, 2]]);
    }

    #[test]
    fn empty_pages_stand_before_the_back() {
        assert_eq!(numbers(6, 1, Fold::Booklet, Spine::Left), [[6, 1], [2, 0], [0, 3], [4, 5]]);
        assert_eq!(numbers(2, 1, Fold::Booklet, Spine::Right), [[1, 2], [0, 0]]);
        assert_eq!(numbers(3, 0, Fold::Booklet, Spine::Left), [[0, 1], [2, 3]]);
        assert_eq!(numbers(1, 0, Fold::Booklet, Spine::Left), [[0, 1], [0, 0]]);
        assert_eq!(numbers(4, 1, Fold::TriFold, Spine::Left), [[0, 4, 1], [2, 3, 0]]);
        assert_eq!(numbers(3, 2, Fold::TriFold, Spine::Right), [[1, 3, 2], [0, 0, 0]]);
    }

    #[test]
    fn what_is_folded_in_is_narrower_than_the_panels_around_it() {
        let folding = |spine| Folding { fold: Fold::TriFold, spine };
        let wide = |side, spine| -> Vec<f64> {
            widths(Abs::mm(97.0), folding(spine), side).iter().map(|width| width.to_mm().round()).collect()
        };
        assert_eq!(wide(1, Spine::Left), [97.0, 100.0, 100.0]);
        assert_eq!(wide(2, Spine::Left), [100.0, 100.0, 97.0]);
        assert_eq!(wide(1, Spine::Right), [100.0, 100.0, 97.0]);
        assert_eq!(wide(2, Spine::Right), [97.0, 100.0, 100.0]);
    }
}
