//! Examples and exit codes for `--help`.
//!
//! - `exporting.rs`: Examples and exit codes of what hands parts of a pack to other programs, and takes them back

mod exporting;

use clap::CommandFactory;

use super::Arguments;
pub use exporting::*;

/// Returns the definition of every command and flag, for the reference that `tests/suite/reference.rs` writes from it.
pub fn command() -> clap::Command {
    Arguments::command()
}

pub const ABOUT: &str = "Turns a folder of YAML and Markdown into a linked, accessible website in which every ward has its own charter. The site \
                         needs no server: it works on an intranet, from a file share and from a USB stick.";

pub const PROGRAM: &str = "Examples:
  wardpack init                       start a pack in this folder
  wardpack build                      content/ becomes output/
  wardpack check                      look for mistakes, write nothing
  wardpack build --ward beach         only one ward
  wardpack build --watch              build again after each change
  wardpack new ward                   start a ward: asks, and writes its file
  wardpack new wards.xlsx             an empty list of wards for Excel
  wardpack new leaflet for-visitors   a leaflet to start from
  wardpack agree beach --on 2026-05-01 --patients 6 --staff 4
                                      write down what a ward agreed
  wardpack round beach                which sheets on the ward to take down and put up
  wardpack calls                      the services to call, as a sheet to print
  wardpack import standards FILE.xlsx take the wording of the standards in, once you may show it
  wardpack export benchmark NAME      a benchmark as a workbook to fill in
  wardpack export page leaflets/keeping-safe/ --single-file
                                      a page with everything inside, for mail
  wardpack adopt leaflets/visiting.md take a file of the pack below up for editing
  wardpack diff-base                  what has changed below since
  wardpack bundle beach --zip         the ward's own pack as one file
  wardpack bundle beach --update OLD  only what changed since an earlier one
  wardpack publish S:/sexual-safety  show what is new there, and publish
  wardpack serve --open               see each change in the browser at once
  wardpack doctor                     what on this machine will give trouble
  wardpack explain R001               what a code means

Exit codes: 0 fine, 1 problems in the content, 2 wrong use or the machine's fault.";

pub const INIT: &str = "\
Writes content/pack.yaml, a ward and a leaflet that are plainly samples, what an editor needs to explain keys (.schemas), and a .gitignore. All other text comes from the pack inside wardpack. \
Nothing that is there is written over.

Examples:
  wardpack init                           asks one question at a time, and starts a pack in this folder
  wardpack init our-pack --publisher \"Northgate NHS trust\"
                                          the same in another folder; asks only for what is left

Exit codes: 0 written, 2 wrong use, a pack is there already, or the machine's fault (nothing is written).";

pub const BUILD: &str = "Examples:
  wardpack build                          content/ becomes output/
  wardpack build --ward beach --watch     one ward, again after each change
  wardpack build --audience patients --output patients
                                          a site with what is meant for patients only
  wardpack build --stats                  and how long each stage took

Exit codes: 0 built, 1 problems in the content (nothing is written), 2 wrong use or the machine's fault.";

#[cfg(feature = "serve")]
pub const SERVE: &str = "Examples:
  wardpack serve --open                   each save is in your browser at once
  wardpack serve --ward beach --open      one ward only, which is faster
  wardpack serve --host 10.1.2.3          for other computers too, at this address of yours";

pub const CHECK: &str = "Examples:
  wardpack check                          every mistake of every file, with its line
  wardpack check --as-of 2027-06-01       what will be overdue on that day
  wardpack check --deny-unfinished        refuse while something is still to do
  wardpack check --format json            the same for other programs
  wardpack check --links                  and which pages of others that you link to are gone or have moved

Exit codes: 0 fine, 1 problems in the content, 2 wrong use or the machine's fault.";

pub const DOCTOR: &str = "\
Looks at names of files that Windows, a Mac or SharePoint can't hold, at pairs of names that differ only by capital letters, at links that lead out of the folder and files that can't be read; \
whether the site can be written, how long its paths are, how much room the disk has, and whether the pack is on a share. To see whether the site can be written, it makes an empty file and takes it away again. \
Nothing else is changed, and no other computer is asked. What was not looked at is said.

Examples:
  wardpack doctor                         the pack in this folder
  wardpack doctor S:/our-pack --output D:/site
                                          a pack on a share, with its site on another disk
  wardpack doctor --format json           the same for other programs

Exit codes: 0 nothing will keep a build from working, 1 something will, 2 wrong use.";

pub const AGREE: &str = "\
Writes the words of the ward's charter as they are now into wards/<id>.agreed.yaml, with the day and the number of people. From then on, each \
build tells which words have changed since. A new agreement replaces the old one: its words, day and numbers are then the ones that count. Sheets with the old code are still known.

Examples:
  wardpack agree beach --on 2026-05-01 --patients 6 --staff 4 --carers 1
  wardpack agree beach --on 2026-11-01 --patients 5 --staff 3
                                          half a year later: replaces the first

Exit codes: 0 written, 1 the pack has mistakes (nothing is written), 2 wrong use or the machine's fault.";

pub const CODE: &str = "Examples:
  wardpack code K7Q2M4X                   the code on a sheet of paper
  wardpack code k7q2m4x --content D:/pack/content

Exit codes: 0 the sheet is current, 1 it isn't or nobody knows it, 2 the pack has mistakes, so that nobody can tell, or wrong use.";

pub const ROUND: &str = "\
The record is wards/<id>.sheets.yaml: place, sheet, language, code and the day it was put up. The code at the foot of a sheet says which one it is.

Examples:
  wardpack round beach                    what hangs, what to take down and what to put up
  wardpack round beach --format json      the same for a program
  wardpack round beach --up \"Day room\" --code K7Q2M4X
                                          write down a sheet; an older one in the same place is down then
  wardpack round beach --down \"Day room\" --code K7Q2M4X

Exit codes: 0 every sheet is current, or it was written down; 1 something is to be taken down or put up; 2 the pack has mistakes, so that nobody \
can tell, or wrong use.";

pub const CALLS: &str = "\
A service is to be called or opened if nobody of yours has, or not since contacts_checked_within_months of pack.yaml.

Examples:
  wardpack calls                          a sheet to print, with boxes to tick
  wardpack calls --format csv > calls.csv the same for Excel
  wardpack calls --all                    every service

Exit codes: 0 printed, 1 the pack has mistakes, 2 wrong use or the machine's fault.";

pub const CALLED: &str = "\
Writes the day and the role into checked.yaml in your content folder, which is laid over the services and resources of your pack and of those below. \
Pages then say when it was checked, instead of that it wasn't yet.

Examples:
  wardpack called samaritans --on 2026-11-26 --by \"Sexual safety lead\"
  wardpack called resource/cqc-2018 --on 2026-11-26 --by Librarian

Exit codes: 0 written, 1 the pack or checked.yaml has mistakes (nothing is written), 2 wrong use or the machine's fault.";

pub const EVIDENCE: &str = "\
Fills in what can be known of the pack from its files, under the headings of an assessment, and names what the files do not say: that is for you to \
add. Nothing of it claims that a mark is earned. The file is Markdown: plain text that every editor opens.

Examples:
  wardpack evidence pif-tick                        prints it
  wardpack evidence pif-tick --output evidence.md   into a file

Exit codes: 0 printed or written, 1 the pack can't be read, 2 wrong use or the machine's fault.";

pub const PROMISES: &str = "\
A line of a leaflet with {promise.safety-plan?} in it is a promise. A ward that doesn't keep one names it under `promises: not_kept` in \
its file, and its leaflets go without the line.

Examples:
  wardpack promises beach                 what the leaflets of Beach ward promise
  wardpack promises                       the same for every ward

Exit codes: 0 listed, 1 the pack can't be read, 2 wrong use or the machine's fault.";

pub const RENAME: &str = "\
Renames the files of a page or a ward in every language and form, rewrites every reference to it in your own files, and writes its earlier \
id into its file as formerly:. Comments and everything else stay as they are. If a reference can't be rewritten, nothing is changed.

Examples:
  wardpack rename leaflet/visiting for-visitors
  wardpack rename ward/beach shore

Exit codes: 0 renamed, 2 wrong use, or the disk's fault.";

pub const COMPLETIONS: &str = "\
Examples:
  wardpack completions bash > ~/.local/share/bash-completion/completions/wardpack
  wardpack completions zsh > ~/.zfunc/_wardpack
  wardpack completions fish > ~/.config/fish/completions/wardpack.fish
  wardpack completions powershell >> $PROFILE";

pub const PRINT: &str = "\
Each file is a tagged PDF (PDF/UA-1), which people who use a screen reader can read too; what is to be folded is for a printer alone. A build makes the same files beside the page of the charter. \
The program has to be built with the feature `print`.

Examples:
  wardpack print beach                    every kind, in every language of the ward
  wardpack print beach poster-a3          the large poster only
  wardpack print --general                leaflets, cards and forms that are for every ward
  wardpack print --general booklet        their booklets only
  wardpack print beach tri-fold           its leaflets that fit on one sheet, to fold in three
  wardpack print beach safety-cross --month 2026-12
                                          a safety cross with the days of that month
  wardpack print beach whole-pack         charter and leaflets as one document
  wardpack print beach --output D:/print  into another folder

Exit codes: 0 printed, 1 there are mistakes, 2 wrong use or the machine's fault.";

pub const PUBLISH: &str = "\
Copies what wardpack build made to a folder, a share or a drive: shows first which files are new, changed or removed, and asks. Every file is \
put in place whole, files of others are left alone, and the list of SHA-256 sums in SHA256SUMS says whether a copy is whole. The release that \
was there is kept in a hidden folder beside it. If the share drops, run the same command again.

Examples:
  wardpack publish S:/sexual-safety               shows what would change, and asks
  wardpack publish S:/sexual-safety --write       publishes without asking
  wardpack publish S:/sexual-safety --rollback    the release before comes back
  wardpack publish --profile website              builds what pack.yaml says under publish_profiles, and publishes it there

Exit codes: 0 published or nothing to do, 1 errors in the pack of a profile, 2 wrong use, or the disk's fault.";

pub const CHANGES: &str = "\
Compares the pages of two sites that wardpack built or published: which are new or gone, which lines went and came, and whose phone numbers \
changed. A change that is on many pages is told once.

Examples:
  wardpack changes S:/sexual-safety               what the next release changes: the site in output/ beside the published one
  wardpack changes last-month output --format markdown > changes.md
                                                  the same of any two sites, for an approval
  wardpack changes last-month output --format csv > changes.csv

Exit codes: 0 nothing has changed, 1 something has, 2 wrong use, or a folder that holds no site.";

pub const VERIFY: &str = "Examples:
  wardpack verify S:/sexual-safety        is the published site whole?
  wardpack verify E:/beach                is this copy whole?
  wardpack verify E:/beach --content content
                                          and is it what a bundle made now would be?

Exit codes: 0 whole and current, 1 not whole or behind, 2 wrong use or the machine's fault.";

pub const KEYS: &str = "Examples:
  wardpack keys                           a list of the kinds of file
  wardpack keys content/wards/beach.yaml  the keys of a ward, which it needs, and what each means
  wardpack keys pack --schema             the same of pack.yaml as a JSON Schema
  wardpack keys --schemas .schemas        all schemas, and what to tell your editor";

pub const EXPLAIN: &str = "Examples:
  wardpack explain R001                   what it means and what to write instead
  wardpack explain                        a list of all codes";
