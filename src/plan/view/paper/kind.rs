//! The kinds of paper: what each is called, which template lays it out, and how large its words are.

use std::hash::{Hash, Hasher};

use serde::Serialize;

use crate::plan::view::parts::Fold;

/// What a page can be printed as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PaperKind {
    Poster,
    LargePoster,
    Handout,
    LargePrint,
    EasyRead,
    Slides,
    Leaflet,
    LargePrintLeaflet,
    EasyReadLeaflet,
    Booklet,
    TriFold,
    NumbersCard,
    PocketCard,
    Cards,
    Form,
    SafetyCross,
    Chart,
    DriverDiagram,
    WholePack,
}

/// How large a paper and its words are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PaperSize {
    /// The sizes of the body's text in points that it can have, the largest first (UKAAF: 12 at least in clear print, and 16 in large).
    pub points: &'static [f64],
    /// How many pages it has, if its words are few enough; and how many it may have in the smallest size.
    pub pages: usize,
    pub most_pages: usize,
}

impl Hash for PaperSize {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let points: Vec<u64> = self.points.iter().map(|points| points.to_bits()).collect();
        (points, self.pages, self.most_pages).hash(state);
    }
}

impl PaperKind {
    pub const ALL: [PaperKind; 19] = [
        PaperKind::Poster,
        PaperKind::LargePoster,
        PaperKind::Handout,
        PaperKind::LargePrint,
        PaperKind::EasyRead,
        PaperKind::Slides,
        PaperKind::Leaflet,
        PaperKind::LargePrintLeaflet,
        PaperKind::EasyReadLeaflet,
        PaperKind::Booklet,
        PaperKind::TriFold,
        PaperKind::NumbersCard,
        PaperKind::PocketCard,
        PaperKind::Cards,
        PaperKind::Form,
        PaperKind::SafetyCross,
        PaperKind::Chart,
        PaperKind::DriverDiagram,
        PaperKind::WholePack,
    ];

    /// Returns its name, as in `wardpack print` and in the file's name.
    pub fn name(self) -> &'static str {
        match self {
            PaperKind::Poster => "poster-a4",
            PaperKind::LargePoster => "poster-a3",
            PaperKind::Handout => "handout",
            PaperKind::LargePrint => "large-print",
            PaperKind::EasyRead => "easy-read",
            PaperKind::Slides => "slides",
            PaperKind::Leaflet => "leaflet",
            PaperKind::LargePrintLeaflet => "large-print-leaflet",
            PaperKind::EasyReadLeaflet => "easy-read-leaflet",
            PaperKind::Booklet => "booklet",
            PaperKind::TriFold => "tri-fold",
            PaperKind::NumbersCard => "numbers-card",
            PaperKind::PocketCard => "pocket-card",
            PaperKind::Cards => "cards",
            PaperKind::Form => "form",
            PaperKind::SafetyCross => "safety-cross",
            PaperKind::Chart => "chart",
            PaperKind::DriverDiagram => "driver-diagram",
            PaperKind::WholePack => "whole-pack",
        }
    }

    /// Returns the name of its words in the theme.
    pub fn key(self) -> &'static str {
        match self {
            PaperKind::Poster => "poster",
            PaperKind::LargePoster => "large_poster",
            PaperKind::Handout => "handout",
            PaperKind::LargePrint => "large_print",
            PaperKind::EasyRead => "easy_read",
            PaperKind::Slides => "slides",
            PaperKind::Leaflet => "leaflet",
            PaperKind::LargePrintLeaflet => "large_print_leaflet",
            PaperKind::EasyReadLeaflet => "easy_read_leaflet",
            PaperKind::Booklet => "booklet",
            PaperKind::TriFold => "tri_fold",
            PaperKind::NumbersCard => "numbers_card",
            PaperKind::PocketCard => "pocket_card",
            PaperKind::Cards => "cards",
            PaperKind::Form => "form",
            PaperKind::SafetyCross => "safety_cross",
            PaperKind::Chart => "chart",
            PaperKind::DriverDiagram => "driver_diagram",
            PaperKind::WholePack => "whole_pack",
        }
    }

    /// Returns the size of its sheets.
    pub fn sheet(self) -> &'static str {
        match self {
            PaperKind::LargePoster => "A3",
            PaperKind::Slides => "16:9",
            _ => "A4",
        }
    }

    /// Returns how it is folded; nothing for what is read page by page.
    pub fn fold(self) -> Option<Fold> {
        match self {
            PaperKind::Booklet => Some(Fold::Booklet),
            PaperKind::TriFold => Some(Fold::TriFold),
            _ => None,
        }
    }

    /// Returns the template that lays it out.
    pub fn template(self) -> &'static str {
        match self {
            PaperKind::Poster | PaperKind::LargePoster => "print/charter_poster.typ",
            PaperKind::Handout | PaperKind::LargePrint => "print/charter_handout.typ",
            PaperKind::EasyRead => "print/charter_easy_read.typ",
            PaperKind::Slides => "print/charter_slides.typ",
            PaperKind::Leaflet | PaperKind::LargePrintLeaflet | PaperKind::Booklet | PaperKind::TriFold => {
                "print/leaflet.typ"
            }
            PaperKind::EasyReadLeaflet => "print/leaflet_easy_read.typ",
            PaperKind::NumbersCard => "print/numbers_card.typ",
            PaperKind::PocketCard => "print/pocket_card.typ",
            PaperKind::Cards => "print/form_cards.typ",
            PaperKind::Form => "print/form.typ",
            PaperKind::SafetyCross => "print/safety_cross.typ",
            PaperKind::Chart => "print/chart.typ",
            PaperKind::DriverDiagram => "print/driver_diagram.typ",
            PaperKind::WholePack => "print/whole_pack.typ",
        }
    }

    pub fn size(self) -> PaperSize {
        match self {
            PaperKind::Poster => PaperSize {
                points: &[22.0, 20.0, 18.0, 17.0, 16.0, 15.0, 14.0, 13.5, 13.0, 12.5, 12.0],
                pages: 1,
                most_pages: 2,
            },
            PaperKind::LargePoster => {
                PaperSize { points: &[34.0, 32.0, 30.0, 29.0, 28.0, 27.0, 26.0, 25.0, 24.0], pages: 1, most_pages: 3 }
            }
            PaperKind::Handout => PaperSize { points: &[14.0, 13.5, 13.0, 12.5, 12.0], pages: 1, most_pages: 4 },
            PaperKind::LargePrint => PaperSize { points: &[18.0], pages: 2, most_pages: 12 },
            PaperKind::EasyRead => PaperSize { points: &[20.0, 19.0, 18.0, 17.0, 16.0], pages: 2, most_pages: 8 },
            // As few slides as the smallest words need, and in the largest that they have room for.
            PaperKind::Slides => PaperSize { points: &[40.0, 36.0, 32.0, 28.0, 24.0], pages: 1, most_pages: 80 },
            PaperKind::Leaflet => PaperSize { points: &[14.0, 13.0, 12.0], pages: 2, most_pages: 40 },
            // A leaflet that fits in clear print does so here too.
            PaperKind::LargePrintLeaflet => PaperSize { points: &[18.0], pages: 2, most_pages: 100 },
            PaperKind::EasyReadLeaflet => {
                PaperSize { points: &[20.0, 19.0, 18.0, 17.0, 16.0], pages: 4, most_pages: 40 }
            }
            // Pages of A5. More sheets than twelve can't be folded together, nor stapled.
            PaperKind::Booklet => PaperSize { points: &[13.0, 12.5, 12.0], pages: 4, most_pages: 48 },
            // The three panels of each side of a sheet.
            PaperKind::TriFold => PaperSize { points: &[14.0, 13.0, 12.5, 12.0], pages: 6, most_pages: 6 },
            // A card has little room; the same numbers are in larger words on the charter and at the end of each leaflet. One whose
            // words need more is higher, and there are fewer to a sheet.
            PaperKind::NumbersCard | PaperKind::PocketCard | PaperKind::Cards => {
                PaperSize { points: &[16.0, 15.0, 14.0, 13.0, 12.0, 11.0, 10.5, 10.0], pages: 1, most_pages: 8 }
            }
            PaperKind::Form => PaperSize { points: &[12.0], pages: 2, most_pages: 40 },
            PaperKind::SafetyCross => PaperSize { points: &[14.0, 13.0, 12.0], pages: 1, most_pages: 3 },
            PaperKind::Chart | PaperKind::DriverDiagram => PaperSize { points: &[12.0], pages: 2, most_pages: 80 },
            PaperKind::WholePack => PaperSize { points: &[12.0], pages: 2, most_pages: 400 },
        }
    }
}
