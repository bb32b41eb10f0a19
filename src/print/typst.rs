//! Typst as a press.

use wardpack_print as typst;

use super::press::{Folding, LoadedPress, Misprint, Press, PressFiles, PrintedPaper, Spine, TemplateMistake};
use crate::ledger::TooLong;
use crate::plan::view::parts::Fold;

/// Lays papers out with Typst.
#[derive(Debug)]
pub struct TypstPress;

impl Press for TypstPress {
    fn version(&self) -> &'static str {
        typst::version()
    }

    fn load(&self, files: PressFiles) -> LoadedPress<'_> {
        let press = typst::Press::new(files);
        Box::new(move |order| {
            let letters = typst::missing_letters(order.words);
            if !letters.is_empty() {
                return Err(Misprint::Letters(letters));
            }
            let printed = press.print(&typst::Order {
                template: order.template,
                sheet: order.paper.clone(),
                sizes: order.size.points,
                pages: order.size.pages,
                most_pages: order.size.most_pages,
                address: order.address,
                is_dated: order.is_dated,
                folding: order.folding.map(folding),
            });
            printed.map(|printed| PrintedPaper { pdf: printed.pdf, pages: printed.pages }).map_err(misprint)
        })
    }
}

fn folding(folding: Folding) -> typst::Folding {
    let fold = match folding.fold {
        Fold::Booklet => typst::Fold::Booklet,
        Fold::TriFold => typst::Fold::TriFold,
    };
    let spine = match folding.spine {
        Spine::Left => typst::Spine::Left,
        Spine::Right => typst::Spine::Right,
    };
    typst::Folding { fold, spine }
}

fn misprint(misprint: typst::Misprint) -> Misprint {
    let mistake = |mistake: typst::TemplateMistake| {
        let hints = mistake.hints.iter().map(|hint| format!("; {hint}"));
        let message = std::iter::once(mistake.message).chain(hints).collect();
        TemplateMistake { file: mistake.file, range: mistake.range, message }
    };
    match misprint {
        typst::Misprint::Template(mistakes) => Misprint::Template(mistakes.into_iter().map(mistake).collect()),
        typst::Misprint::TooLong { pages, size } => Misprint::TooLong(TooLong { pages, points: size }),
    }
}
