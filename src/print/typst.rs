//! Typst as a press.

use wardpack_print as typst;

use super::press::{LoadedPress, Misprint, Press, PressFiles, PrintedPaper, Spine, TemplateMistake};

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
                spine: order.spine.map(spine),
            });
            printed.map(|printed| PrintedPaper { pdf: printed.pdf, pages: printed.pages }).map_err(misprint)
        })
    }
}

fn spine(side: Spine) -> typst::Spine {
    match side {
        Spine::Left => typst::Spine::Left,
        Spine::Right => typst::Spine::Right,
    }
}

fn misprint(misprint: typst::Misprint) -> Misprint {
    let mistake = |mistake: typst::TemplateMistake| {
        let hints = mistake.hints.iter().map(|hint| format!("; {hint}"));
        let message = std::iter::once(mistake.message).chain(hints).collect();
        TemplateMistake { file: mistake.file, range: mistake.range, message }
    };
    match misprint {
        typst::Misprint::Template(mistakes) => Misprint::Template(mistakes.into_iter().map(mistake).collect()),
        typst::Misprint::TooLong { pages, size } => Misprint::TooLong { pages, points: size },
    }
}
