//! Every problem by name: its wording, its code and its advice, and what `wardpack explain CODE` says of it.
//!
//! Letters: A accessibility of finished pages, F files, Y YAML, M Markdown, P placeholders, R references, C charters and wards, D dates, E Easy Read, L lists of wards, T themes.

pub mod agreement;
pub mod audit;
pub mod easy_read;
pub mod fields;
pub mod files;
pub mod markdown;
pub mod passages;
pub mod placeholders;
pub mod references;
pub mod review;
pub mod sheets;
pub mod theme;
pub mod wards;
pub mod yaml;

use super::Code;

/// Returns every code there is, in the order of their ids.
pub fn all() -> Vec<&'static Code> {
    let mut codes: Vec<&'static Code> = [
        agreement::CODES,
        audit::CODES,
        files::CODES,
        yaml::CODES,
        easy_read::CODES,
        fields::CODES,
        markdown::CODES,
        passages::CODES,
        placeholders::CODES,
        references::CODES,
        wards::CODES,
        review::CODES,
        sheets::CODES,
        theme::CODES,
    ]
    .concat();
    codes.sort_by_key(|code| code.id);
    codes
}

#[cfg(test)]
mod tests {
    #[test]
    fn no_two_codes_share_an_id() {
        let ids: Vec<&str> = super::all().iter().map(|code| code.id).collect();
        let mut unique = ids.clone();
        unique.dedup();
        assert_eq!(ids, unique);
    }
}
