//! What a Word file refers to from its words: addresses, and the pictures in it.

use super::xml::XmlText;

const OF_OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
const OF_PACKAGES: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

/// A picture in a Word file.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct WordPicture {
    pub bytes: Vec<u8>,
    /// How the name of its file ends.
    pub ending: &'static str,
}

/// What a document refers to.
#[derive(Debug, Default)]
pub(super) struct Relations {
    addresses: Vec<String>,
    pub pictures: Vec<WordPicture>,
}

impl Relations {
    /// Returns the id of an address.
    pub fn address(&mut self, address: &str) -> String {
        let address = as_uri(address);
        let at = self.addresses.iter().position(|known| *known == address).unwrap_or_else(|| {
            self.addresses.push(address);
            self.addresses.len() - 1
        });
        format!("address{}", at + 1)
    }

    /// Returns the id of a picture. One that is shown twice is in the file once.
    pub fn picture(&mut self, picture: WordPicture) -> String {
        let at = self.pictures.iter().position(|known| *known == picture).unwrap_or_else(|| {
            self.pictures.push(picture);
            self.pictures.len() - 1
        });
        format!("picture{}", at + 1)
    }

    /// Returns the list of all, with the parts that every document has.
    pub fn of_document(&self) -> String {
        let mut xml = begun();
        for part in ["styles", "numbering", "settings", "footer"] {
            relation(&mut xml, part, part, &format!("{part}.xml"), false);
        }
        for (at, address) in self.addresses.iter().enumerate() {
            relation(&mut xml, &format!("address{}", at + 1), "hyperlink", address, true);
        }
        for (at, picture) in self.pictures.iter().enumerate() {
            let target = format!("media/{}", name(at, picture));
            relation(&mut xml, &format!("picture{}", at + 1), "image", &target, false);
        }
        xml.finish()
    }

    /// Returns the parts that pictures are.
    pub fn files(self) -> impl Iterator<Item = (String, Vec<u8>)> {
        let each = |(at, picture): (usize, WordPicture)| (format!("word/media/{}", name(at, &picture)), picture.bytes);
        self.pictures.into_iter().enumerate().map(each)
    }
}

/// Returns what the file as a whole has: its document, and what is known of it.
pub(super) fn of_package() -> String {
    let mut xml = begun();
    relation(&mut xml, "document", "officeDocument", "word/document.xml", false);
    let facts = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
    xml.empty("Relationship", &[("Id", "facts"), ("Type", facts), ("Target", "docProps/core.xml")]);
    xml.finish()
}

fn begun() -> XmlText {
    let mut xml = XmlText::file();
    xml.begin("Relationships", &[("xmlns", OF_PACKAGES)]);
    xml
}

fn relation(xml: &mut XmlText, id: &str, kind: &str, target: &str, is_outside: bool) {
    let kind = format!("{OF_OFFICE}{kind}");
    let all = [("Id", id), ("Type", &*kind), ("Target", target), ("TargetMode", "External")];
    xml.empty("Relationship", if is_outside { &all } else { &all[..3] });
}

fn name(at: usize, picture: &WordPicture) -> String {
    format!("picture{}.{}", at + 1, picture.ending)
}

/// Returns an address with nothing in it that an address can't have (RFC 3986, 2): Word takes a file with such a one for broken.
fn as_uri(address: &str) -> String {
    let bytes = address.trim().as_bytes();
    let mut uri = String::with_capacity(bytes.len());
    for (at, &byte) in bytes.iter().enumerate() {
        let is_hex = |further: usize| bytes.get(at + further).is_some_and(u8::is_ascii_hexdigit);
        let stays = match byte {
            b'%' => is_hex(1) && is_hex(2),
            _ => byte.is_ascii_alphanumeric() || b"-._~:/?#@!$&'()*+,;=".contains(&byte),
        };
        if stays { uri.push(char::from(byte)) } else { uri.push_str(&format!("%{byte:02X}")) }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_one() {
        for (address, uri) in [
            ("https://example.org/a?b=c&d#e", "https://example.org/a?b=c&d#e"),
            ("https://example.org/ä b|<>%zz%20", "https://example.org/%C3%A4%20b%7C%3C%3E%25zz%20"),
            ("tel:+441632960000", "tel:+441632960000"),
        ] {
            assert_eq!(as_uri(address), uri);
        }
    }
}
