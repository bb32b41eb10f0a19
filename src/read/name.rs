//! Names as every disk holds them: a Mac parts accents from their letters, and Windows makes no difference between cases.

use unicode_normalization::UnicodeNormalization;

/// Returns a name with each accent in one with its letter, as people type it; a Mac's disk may keep the two apart.
pub fn composed(name: &str) -> String {
    if name.is_ascii() { name.to_owned() } else { name.nfc().collect() }
}

/// Returns a name as a disk that makes no difference between cases knows it.
pub fn without_case(name: &str) -> String {
    composed(name).to_lowercase()
}

/// Returns the one name of a picture: on the site, and for the texts that show it. It is in lower case, with hyphens for spaces,
/// so that it is found whatever the case on the author's disk, and an address can hold it.
pub fn of_picture(path: &str) -> String {
    let path = without_case(path).replace("%20", " ");
    path.split('/').map(|part| part.split_whitespace().collect::<Vec<_>>().join("-")).collect::<Vec<_>>().join("/")
}

/// Tells whether a path lies in the folder of pictures.
pub fn is_in_images(path: &str) -> bool {
    path.starts_with("images/")
}

/// Tells whether a path lies in the folder of files to download.
pub fn is_in_files(path: &str) -> bool {
    path.starts_with("files/")
}

/// The picture bank of Easy Read: a picture's name in it, without the ending, says what it shows.
pub const PICTURE_BANK: &str = "images/easy-read/";

/// Returns the id of a picture in the picture bank. A text knows it by the id, whatever kind of picture it is.
pub fn id_in_bank(path: &str) -> Option<&str> {
    let (id, ending) = path.strip_prefix(PICTURE_BANK)?.rsplit_once('.')?;
    (!id.contains('/') && super::PICTURES.contains(&ending)).then_some(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_has_one_name_on_every_disk() {
        assert_eq!(of_picture("images/Cafe\u{301}/My  garden.JPG"), "images/café/my-garden.jpg");
        assert_eq!(of_picture("images/my%20garden.jpg"), of_picture("images/My garden.JPG"));
        assert_eq!(composed("e\u{301}"), "é");
    }

    #[test]
    fn a_picture_of_the_bank_has_its_id_whatever_its_kind() {
        assert_eq!(id_in_bank("images/easy-read/safe.svg"), id_in_bank("images/easy-read/safe.jpg"));
        assert_eq!(id_in_bank("images/easy-read/say.no.png"), Some("say.no"));
        for other in ["images/safe.svg", "images/easy-read/safe.txt", "images/easy-read/old/safe.svg"] {
            assert_eq!(id_in_bank(other), None, "{other}");
        }
    }
}
