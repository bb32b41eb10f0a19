//! The pages of a booklet on its sheets, two beside each other: printed on both sides and folded once, they come in their order.

use typst::foundations::Label;
use typst::introspection::Introspector;
use typst::layout::{Frame, Point, Size};
use typst::model::Document;
use typst::utils::PicoStr;
use typst_layout::{Page, PagedDocument};

/// On which side a booklet is bound: left, where its language runs from left to right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spine {
    Left,
    Right,
}

/// The label of what stands on the back of a booklet, at the top of a page of its own.
const BACK: &str = "back";

/// Returns the sides of the sheets of a booklet, given its pages.
pub fn folded(document: &PagedDocument, spine: Spine) -> PagedDocument {
    let pages = document.pages();
    let Some(first) = pages.first() else { return document.clone() };
    let page_size = first.frame.size();
    let side = |(number, halves): (u64, [Option<usize>; 2])| {
        let mut frame = Frame::hard(Size::new(page_size.x * 2.0, page_size.y));
        for (half, page) in [0.0, 1.0].into_iter().zip(halves) {
            if let Some(page) = page {
                frame.push_frame(Point::with_x(page_size.x * half), pages[page].frame.clone());
            }
        }
        Page { frame, number, ..first.clone() }
    };
    let sides = sides(pages.len(), back(document), spine);
    PagedDocument::new((1..).zip(sides).map(side).collect(), document.info().clone())
}

/// Returns how many pages the back of a booklet has; none, where nothing says that it is its back.
fn back(document: &PagedDocument) -> usize {
    let introspector = document.introspector();
    let found = Label::new(PicoStr::intern(BACK)).and_then(|label| introspector.query_label(label).ok());
    let position = found.and_then(|back| introspector.position(back.location()?));
    position.map_or(0, |position| document.pages().len() + 1 - position.page.get())
}

/// Returns which pages stand left and right on each side of the sheets, counted from 0. There are four to a sheet: those that lack stay
/// empty before the back, so that the back is outside.
fn sides(pages: usize, back: usize, spine: Spine) -> Vec<[Option<usize>; 2]> {
    let all = pages.next_multiple_of(4);
    let empty = pages - back..pages - back + (all - pages);
    let page = |place: usize| match place {
        place if empty.contains(&place) => None,
        place if place < empty.start => Some(place),
        place => Some(place - empty.len()),
    };
    let side = |side: usize| {
        // The first page is right on a front, and its neighbours follow inwards.
        let (near, far) = (page(side), page(all - 1 - side));
        let is_near_left = (side % 2 == 1) == (spine == Spine::Left);
        if is_near_left { [near, far] } else { [far, near] }
    };
    (0..all / 2).map(side).collect()
}

#[cfg(test)]
mod proofs {
    use super::*;

    fn numbers(pages: usize, back: usize, spine: Spine) -> Vec<[usize; 2]> {
        let number = |page: Option<usize>| page.map_or(0, |page| page + 1);
        sides(pages, back, spine).into_iter().map(|halves| halves.map(number)).collect()
    }

    #[test]
    fn pages_come_in_their_order_once_the_sheets_are_folded() {
        assert_eq!(numbers(8, 0, Spine::Left), [[8, 1], [2, 7], [6, 3], [4, 5]]);
        assert_eq!(numbers(8, 0, Spine::Right), [[1, 8], [7, 2], [3, 6], [5, 4]]);
        assert_eq!(numbers(4, 1, Spine::Left), [[4, 1], [2, 3]]);
    }

    #[test]
    fn empty_pages_stand_before_the_back() {
        assert_eq!(numbers(6, 1, Spine::Left), [[6, 1], [2, 0], [0, 3], [4, 5]]);
        assert_eq!(numbers(2, 1, Spine::Right), [[1, 2], [0, 0]]);
        assert_eq!(numbers(3, 0, Spine::Left), [[0, 1], [2, 3]]);
        assert_eq!(numbers(1, 0, Spine::Left), [[0, 1], [0, 0]]);
    }
}
