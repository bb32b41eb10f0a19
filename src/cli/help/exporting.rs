//! Examples and exit codes of what hands parts of a pack to other programs, and takes them back.

pub const EXPORT_BENCHMARK: &str = "\
The workbook has a sheet for the benchmark as a whole, one for each domain with the standards that the pack holds, and one for the action plan. \
Levels are picked from a list. What the file of the benchmark says already is filled in.

Examples:
  wardpack export benchmark beach-2026            writes beach-2026.xlsx
  wardpack export benchmark beach-2027 D:/beach.xlsx
                                                  a new name: an empty workbook

Exit codes: 0 written, 1 pack.yaml has mistakes, 2 wrong use or the machine's fault.";

pub const EXPORT_FLAT: &str = "\
For a place that holds files and no folders: each file of the site gets its path as its name, with hyphens for slashes, such as \
wards-beach-charter.html, and every link leads to that name. The site is whole, search and files to print included, and opens by double click on \
index.html. Addresses on paper and in bookmarks are those of the site with folders: publish that one wherever you can.

Examples:
  wardpack export flat                               into the folder flat
  wardpack export flat --audience patients --output D:/for-upload

Exit codes: 0 written, 1 the pack has mistakes (nothing is written), 2 wrong use or the machine's fault.";

pub const EXPORT_PAGE: &str = "\
Builds the site as wardpack build does, without writing it, and takes pages out of it. Nothing in them is loaded from anywhere, and no script \
is in them. A Word file has what stands between menu and foot of a page, with the help; anybody can change it. Links to other pages lead to \
the site on the web (web_address in pack.yaml); without one they are words. For each page there is a file that is named after its address.

Examples:
  wardpack export page leaflets/keeping-safe/ --single-file
                                          writes exported/leaflets-keeping-safe.html
  wardpack export page wards/beach/charter/ wards/beach/leaflets/visiting/ --single-file --output D:/mail
                                          two pages, into another folder
  wardpack export page leaflets/keeping-safe/ --single-file --replace
                                          again, over the file of last time
  wardpack export page leaflets/keeping-safe/ --fragment
                                          what is to be read on it, for a page of another system, and its stylesheet
  wardpack export page wards/beach/charter/ --word
                                          writes exported/wards-beach-charter.docx

Exit codes: 0 written, 1 problems in the content (nothing is written), 2 wrong use, no such page, a file is in the way, or the machine's fault.";

pub const IMPORT_BENCHMARK: &str = "\
Reads a workbook that wardpack export benchmark wrote and somebody filled in, and shows what it would write before it does: a file of the folder \
benchmarks. Sheets, columns and rows may stand in another order.

Examples:
  wardpack import benchmark beach-2026.xlsx       shows what is in it, and asks
  wardpack import benchmark beach-2026.xlsx --write
                                                  writes without asking if it is new
  wardpack import benchmark beach-2026.xlsx --write --replace
                                                  and over a file that says something else

Exit codes: 0 fine, 1 nothing written since pack.yaml has mistakes, 2 wrong use or the machine's fault.";

pub const IMPORT_STANDARDS: &str = "\
Reads a workbook (.xlsx) or a CSV file with a standard in each row, and shows what it would write before it does. The columns may stand in any order: \
Domain, Number, Title, Standard (the wording), Outcomes, Guidance. A row without a wording adds its outcomes and guidance to the standard above it. \
Each standard becomes a file such as content/standards/3-staff/3.1.md, which is then yours to edit.

Only take in wording that you have permission to show.

Examples:
  wardpack import standards sheet.xlsx            shows what is in it, and asks
  wardpack import standards sheet.xlsx --write    writes without asking what isn't there yet
  wardpack import standards sheet.xlsx --write --replace
                                                  and what says something else by now

Exit codes: 0 fine, 1 nothing written since pack.yaml or the sheet has mistakes, 2 wrong use or the machine's fault.";
