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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_has_one_name_on_every_disk() {
        assert_eq!(of_picture("images/Cafe\u{301}/My  garden.JPG"), "images/café/my-garden.jpg");
        assert_eq!(of_picture("images/my%20garden.jpg"), of_picture("images/My garden.JPG"));
        assert_eq!(composed("e\u{301}"), "é");
    }
}
