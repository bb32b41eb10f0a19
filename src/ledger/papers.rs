//! What is known of papers on disk: what each was printed from, and that its bytes are still those. Printing takes long, so the manifest of a
//! site keeps this for the next run of the program.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};
use twox_hash::XxHash3_128;

/// What printing came to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PapersOnDisk {
    /// The papers of a site, by their paths.
    pub papers: BTreeMap<String, PaperOnDisk>,
    /// What has too many words for its paper, by the hash of all that it would be printed from.
    pub too_long: BTreeMap<u128, TooLong>,
}

/// How long a paper would be in the smallest size of its words.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TooLong {
    pub pages: usize,
    pub points: f64,
}

impl PapersOnDisk {
    pub fn is_empty(&self) -> bool {
        self.papers.is_empty() && self.too_long.is_empty()
    }

    /// Returns what a manifest says of papers. What can't be read is left out: such a paper is laid out anew.
    pub(super) fn read(manifest: &Value) -> Self {
        let papers = manifest["papers"].as_object().into_iter().flatten();
        let too_long = manifest["too_long_to_print"].as_object().into_iter().flatten();
        PapersOnDisk {
            papers: papers.filter_map(|(path, paper)| Some((path.clone(), PaperOnDisk::read(paper)?))).collect(),
            too_long: too_long.filter_map(|(key, paper)| Some((of_text(key)?, TooLong::read(paper)?))).collect(),
        }
    }

    /// Puts the same into a manifest.
    pub(super) fn write(&self, manifest: &mut Value) {
        if !self.papers.is_empty() {
            let papers = self.papers.iter().map(|(path, paper)| (path.clone(), paper.value()));
            manifest["papers"] = papers.collect::<Map<_, _>>().into();
        }
        if !self.too_long.is_empty() {
            let too_long = self.too_long.iter().map(|(key, paper)| (written(*key), paper.value()));
            manifest["too_long_to_print"] = too_long.collect::<Map<_, _>>().into();
        }
    }
}

impl TooLong {
    fn read(value: &Value) -> Option<Self> {
        Some(TooLong { pages: number(&value["pages"])?, points: value["points"].as_f64()? })
    }

    fn value(self) -> Value {
        json!({ "pages": self.pages, "points": self.points })
    }
}

/// A paper on disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PaperOnDisk {
    /// Hash of all that it was printed from.
    pub key: u128,
    pub pages: usize,
    pub bytes: usize,
    /// xxh3-128 of its bytes.
    sum: u128,
}

impl PaperOnDisk {
    pub fn of(key: u128, pages: usize, pdf: &[u8]) -> Self {
        PaperOnDisk { key, pages, bytes: pdf.len(), sum: XxHash3_128::oneshot(pdf) }
    }

    /// Tells whether these are the bytes that were printed.
    pub fn is(&self, bytes: &[u8]) -> bool {
        bytes.len() == self.bytes && XxHash3_128::oneshot(bytes) == self.sum
    }

    fn read(value: &Value) -> Option<Self> {
        let (number, hash) = (|name: &str| number(&value[name]), |name: &str| hash(&value[name]));
        Some(PaperOnDisk { key: hash("key")?, pages: number("pages")?, bytes: number("bytes")?, sum: hash("sum")? })
    }

    fn value(&self) -> Value {
        json!({ "key": written(self.key), "pages": self.pages, "bytes": self.bytes, "sum": written(self.sum) })
    }
}

/// The files that `wardpack print` made in a folder: the sum of the bytes of each, by its name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PrintedFiles(BTreeMap<String, u128>);

impl PrintedFiles {
    /// The name of the list in the folder.
    pub const NAME: &str = "wardpack-papers.json";

    /// Returns what a list holds. One that can't be read counts as empty, so that nothing is taken for ours that might not be.
    pub fn read(bytes: &[u8]) -> Self {
        let list: Value = serde_json::from_slice(bytes).unwrap_or_default();
        let files = list["files"].as_object().into_iter().flatten();
        PrintedFiles(files.filter_map(|(name, sum)| Some((name.clone(), hash(sum)?))).collect())
    }

    pub fn bytes(&self) -> Vec<u8> {
        let files: Map<_, _> = self.0.iter().map(|(name, sum)| (name.clone(), written(*sum).into())).collect();
        let mut text =
            serde_json::to_string_pretty(&json!({ "made_by": "wardpack", "files": files })).unwrap_or_default();
        text.push('\n');
        text.into_bytes()
    }

    /// Notes a file that is put into the folder.
    pub fn note(&mut self, name: &str, bytes: &[u8]) {
        self.0.insert(name.to_owned(), XxHash3_128::oneshot(bytes));
    }

    /// Tells whether a file with these bytes is one that was put there, and that nobody has changed.
    pub fn has(&self, name: &str, bytes: &[u8]) -> bool {
        self.0.get(name) == Some(&XxHash3_128::oneshot(bytes))
    }
}

fn written(hash: u128) -> String {
    format!("{hash:032x}")
}

fn of_text(hash: &str) -> Option<u128> {
    u128::from_str_radix(hash, 16).ok()
}

fn hash(value: &Value) -> Option<u128> {
    value.as_str().and_then(of_text)
}

fn number(value: &Value) -> Option<usize> {
    value.as_u64().and_then(|number| usize::try_from(number).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paper_is_known_by_its_bytes_and_what_cannot_be_read_is_not_known() {
        let paper = PaperOnDisk::of(7, 2, b"%PDF");
        let too_long = TooLong { pages: 9, points: 12.5 };
        let papers = PapersOnDisk { papers: [("a.pdf".to_owned(), paper)].into(), too_long: [(8, too_long)].into() };
        let mut manifest = json!({});
        papers.write(&mut manifest);
        assert_eq!(PapersOnDisk::read(&manifest), papers);
        assert!(paper.is(b"%PDF") && !paper.is(b"%PDX"));
        for broken in [
            json!({ "papers": { "a.pdf": { "key": "none", "pages": 2 } } }),
            json!({ "too_long_to_print": { "none": { "pages": 2, "points": 12 }, "08": { "pages": "two" } } }),
            Value::Null,
        ] {
            assert!(PapersOnDisk::read(&broken).is_empty(), "{broken}");
        }
    }

    #[test]
    fn a_list_of_printed_files_has_what_was_put_there_as_it_was() {
        let mut list = PrintedFiles::default();
        list.note("a.pdf", b"%PDF");
        let list = PrintedFiles::read(&list.bytes());
        assert!(list.has("a.pdf", b"%PDF") && !list.has("a.pdf", b"edited") && !list.has("b.pdf", b"%PDF"));
        assert_eq!(PrintedFiles::read(b"{ broken"), PrintedFiles::default());
    }
}
