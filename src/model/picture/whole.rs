//! Whether a picture's file is whole: a copy that was broken off has a beginning and no end.

/// Tells whether the end of a picture is there. `kind` is the ending of its kind.
pub fn is_whole(kind: &str, bytes: &[u8]) -> bool {
    match kind {
        "jpg" => jpeg(bytes).unwrap_or(false),
        "png" => png(bytes),
        "gif" => bytes.iter().rev().find(|byte| **byte != 0) == Some(&b';'),
        "webp" => length(bytes, 4, u32::from_le_bytes).is_some_and(|length| bytes.len() >= length.saturating_add(8)),
        "avif" => boxes(bytes),
        _ => true,
    }
}

fn length(bytes: &[u8], at: usize, read: fn([u8; 4]) -> u32) -> Option<usize> {
    let four: [u8; 4] = bytes.get(at..at.checked_add(4)?)?.try_into().ok()?;
    usize::try_from(read(four)).ok()
}

/// Tells whether a JPEG has its end: in the picture itself `FF D9` can be nothing else (ITU-T T.81, B.1).
fn jpeg(bytes: &[u8]) -> Option<bool> {
    let at = picture_of_jpeg(bytes)?;
    Some(bytes[at..].windows(2).any(|two| two == [0xFF, 0xD9]))
}

/// Returns where the picture of a JPEG begins. The parts before it say how long they are.
fn picture_of_jpeg(bytes: &[u8]) -> Option<usize> {
    let mut at = 2;
    loop {
        if *bytes.get(at)? != 0xFF {
            return None;
        }
        match *bytes.get(at + 1)? {
            // A byte that fills.
            0xFF => at += 1,
            0xDA => return Some(at),
            0xD9 => return None,
            _ => at += 2 + part_length(bytes, at + 2)?,
        }
    }
}

/// Returns how long a part of a JPEG is, with the two bytes at `at` that say so.
fn part_length(bytes: &[u8], at: usize) -> Option<usize> {
    let two: [u8; 2] = bytes.get(at..at.checked_add(2)?)?.try_into().ok()?;
    Some(usize::from(u16::from_be_bytes(two)))
}

/// Returns where a JPEG ends; behind that, phones put films and smaller copies. Tables may stand between the scans of a picture.
pub fn end_of_jpeg(bytes: &[u8]) -> Option<usize> {
    let mut at = picture_of_jpeg(bytes)?;
    loop {
        at += bytes.get(at..)?.iter().position(|byte| *byte == 0xFF)?;
        match *bytes.get(at + 1)? {
            0xFF => at += 1,
            // A byte of the picture itself, or a mark to go on from.
            0 | 0x01 | 0xD0..=0xD8 => at += 2,
            0xD9 => return Some(at + 2),
            _ => at += 2 + part_length(bytes, at + 2)?,
        }
    }
}

/// The last chunk of a PNG is IEND; some programs put more behind it.
fn png(bytes: &[u8]) -> bool {
    let mut at = 8;
    while let Some(length) = length(bytes, at, u32::from_be_bytes) {
        if bytes.get(at + 4..at + 8) == Some(b"IEND".as_slice()) {
            return bytes.len() >= at + 12;
        }
        at = at.saturating_add(length).saturating_add(12);
    }
    false
}

/// An AVIF is a row of boxes that say how long they are; none may reach past the end (ISO/IEC 14496-12).
fn boxes(bytes: &[u8]) -> bool {
    let mut at = 0_usize;
    while at < bytes.len() {
        let Some(length) = length(bytes, at, u32::from_be_bytes) else { return false };
        match length {
            // It goes on to the end of the file, or its length stands in more bytes, as only films have it.
            0 | 1 => return true,
            2..8 => return false,
            _ => at = at.saturating_add(length),
        }
    }
    at == bytes.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_without_its_end_is_not_whole() {
        let jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0xFF, 0xD9, 0xFF, 0xDA, 0, 2, 1, 0xFF, 0, 2, 0xFF, 0xD9];
        let png = b"\x89PNG\r\n\x1a\n\0\0\0\x01tEXtx____\0\0\0\0IEND____";
        let webp = b"RIFF\x04\0\0\0WEBP";
        let avif = b"\0\0\0\x0cftypavif\0\0\0\x09mdatx";
        for (kind, bytes) in [("jpg", &jpeg[..]), ("png", png), ("webp", webp), ("avif", avif), ("gif", b"GIF89a;\0\0")]
        {
            assert!(is_whole(kind, bytes), "{kind}");
            let cut = if kind == "gif" { 3 } else { 1 };
            assert!(!is_whole(kind, &bytes[..bytes.len() - cut]), "{kind}");
        }
        assert!(is_whole("jpg", &[&jpeg[..], b"more"].concat()));
        for length in 0..jpeg.len() {
            assert!(!is_whole("jpg", &jpeg[..length]));
        }
    }
}
