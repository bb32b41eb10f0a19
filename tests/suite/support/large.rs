//! A generated pack of any size, for benchmarks and for tests of the watch mode.

#![allow(dead_code, clippy::disallowed_methods, reason = "each file uses some of it, and benchmarks touch the disk")]

use std::path::Path;

use super::write;

/// How large a pack shall be.
#[derive(Clone, Copy)]
pub struct Size {
    pub wards: usize,
    /// Pages of each ward: its home, its charter and its leaflets (at least the three of the pack inside the program).
    pub pages_of_a_ward: usize,
    /// Guidance pages that belong to no ward, besides those of the pack inside the program.
    pub guidance: usize,
}

/// 300 wards with 30 pages each, and as many shared ones as make 10,000.
pub const TEN_THOUSAND: Size = Size { wards: 300, pages_of_a_ward: 30, guidance: 850 };

/// Writes the pack into `folder`/content.
pub fn large_pack(folder: &Path, size: Size) {
    write(folder, "content/pack.yaml", b"title: Large test pack\nextends: built-in\n");
    for number in 0..size.wards {
        write(folder, &format!("content/wards/ward-{number:04}.yaml"), ward(number, 0).as_bytes());
    }
    for number in 0..size.pages_of_a_ward.saturating_sub(5) {
        write(folder, &format!("content/leaflets/leaflet-{number:03}.md"), leaflet(number, "first").as_bytes());
    }
    for number in 0..size.guidance {
        let path = format!("content/trauma-informed-care/guidance-{number:04}.md");
        write(folder, &path, guidance(number, "first").as_bytes());
    }
}

/// Returns a ward's file; `edit` changes its phone number.
pub fn ward(number: usize, edit: usize) -> String {
    format!(
        "name: Ward {number}\nsite: Hospital {}\nkind: acute\nquiet_place: the garden room of {{ward.name}}\nabout: |\n  A \
         generated ward. Read [[leaflet/visiting]] first.\ncontacts:\n  ward: {{phone: '01632 9{:05}'}}\n  support: \
         {{organisation: Test advocacy, phone: '01632 960 001', checked_on: 2026-11-01}}\ncharter:\n  reword:\n    \
         respect-others: We are kind on ward {number}.\n  add:\n    - {{id: own-rule, text: Ward {number} eats together.}}\n",
        number % 9,
        edit % 100_000
    )
}

pub fn leaflet(number: usize, words: &str) -> String {
    format!(
        "---\ntitle: Leaflet {number}\nsummary: What leaflet {number} says.\naudience: [patients]\n---\n## First\n\nOn \
         {{ward.name|your ward}} you can ask {{ward.support.organisation|somebody}} ({{ward.support.phone|their number}}), {words}. See \
         [[leaflet/visiting]] and [[term/sexual-safety]].\n\n## Second\n\n{}\n\n## Third\n\n- one\n- two\n",
        "Some more words about it. ".repeat(20)
    )
}

pub fn guidance(number: usize, words: &str) -> String {
    format!(
        "---\ntitle: Guidance {number}\nsummary: What guidance {number} says.\n---\n## First\n\nThe {words} words, and \
         [[leaflet/visiting]].\n\n## Second\n\n{}\n",
        "Some more words about it. ".repeat(20)
    )
}
