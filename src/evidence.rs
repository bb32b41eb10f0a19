//! What a pack can show to somebody who assesses how its information is made: facts of its files under each heading, and what they
//! don't say.
//!
//! Nothing here claims that anything is met: that is for people to say, and for whoever gives a mark.
//!
//! - `pages.rs`: The pages that are assessed, counted
//! - `pif_tick.rs`: The ten headings of the PIF TICK

mod pages;
mod pif_tick;

use std::path::Path;

use jiff::civil::Date;

use crate::pipeline::{Report, Request, site};
use crate::problem::fault::Fault;
use crate::read;
use crate::write::disk::RealDisk;
use crate::write::whole;

/// What a pack shows under one heading of an assessment. A sentence each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeadingEvidence {
    pub heading: &'static str,
    pub shown: Vec<String>,
    /// What the files don't say, or say is lacking.
    pub gaps: Vec<String>,
}

/// What a pack can show for an assessment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackEvidence {
    /// The title of the pack.
    pub pack: String,
    pub as_of: Date,
    pub headings: Vec<HeadingEvidence>,
}

/// Returns what a pack can show under the headings of the PIF TICK; nothing, with the report, where the pack can't be read.
pub fn pif_tick(request: &Request) -> Result<(Option<PackEvidence>, Report), Fault> {
    let (site, report) = site(request)?;
    let evidence = site.map(|site| PackEvidence {
        pack: crate::text::plain::line(&site.pack.settings.title),
        as_of: request.as_of,
        headings: pif_tick::headings(&site, &report, request.as_of),
    });
    Ok((evidence, report))
}

impl PackEvidence {
    /// Returns how many gaps there are.
    pub fn gaps(&self) -> usize {
        self.headings.iter().map(|heading| heading.gaps.len()).sum()
    }

    /// Returns the evidence as a text in Markdown, to be completed by people.
    pub fn markdown(&self) -> String {
        let head = format!(
            "# {}: what its files show\n\nOn {}. The ten headings are those of the PIF TICK of the Patient Information Forum, each in a \
             word or two; read what it asks for under each on its website. wardpack lists what the files of the pack say, and what they \
             do not say. It claims no mark: that is for the Patient Information Forum to give.\n",
            self.pack, self.as_of
        );
        self.headings.iter().enumerate().fold(head, |text, (number, heading)| text + &heading.markdown(number + 1))
    }

    /// Writes the evidence into a file. One that is there and says something else is only replaced where that is asked for; tells whether
    /// it was written.
    pub fn write(&self, file: &Path, replace: bool) -> Result<bool, Fault> {
        let text = self.markdown();
        let is_other = |bytes: Vec<u8>| bytes != text.as_bytes();
        if !replace && read::bytes(file).is_some_and(is_other) {
            return Ok(false);
        }
        let folder = file.parent().unwrap_or(Path::new(""));
        let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        whole::put(folder, &[(&name, text.as_bytes())], &RealDisk).map_err(|error| error.of_files(folder))?;
        Ok(true)
    }
}

impl HeadingEvidence {
    fn markdown(&self, number: usize) -> String {
        let list = |text: String, line: &String| text + "- " + line + "\n";
        let part = |title: &str, lines: &[String]| match lines {
            [] => String::new(),
            lines => lines.iter().fold(format!("\n{title}\n\n"), list),
        };
        let shown = part("The files show:", &self.shown);
        format!("\n## {number}. {}\n{shown}{}", self.heading, part("Not shown:", &self.gaps))
    }
}
