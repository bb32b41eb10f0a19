//! A picture without what cameras and programs write beside it: where and when it was taken, by whom, and small copies of it.

use img_parts::jpeg::{Jpeg, JpegSegment, markers};
use img_parts::png::Png;
use img_parts::riff::RiffContent;
use img_parts::webp::{CHUNK_EXIF, CHUNK_VP8X, CHUNK_XMP, WebP};
use img_parts::{Bytes, ImageEXIF};

use super::whole;

/// The chunks of a PNG that browsers draw by, besides the large letters: those say that nobody can do without (PNG 3, 5.4). What is
/// not among them are words, times and what programs keep for themselves.
const DRAWN_BY: [&[u8; 4]; 16] = [
    b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"cICP", b"mDCV", b"cLLI", b"bKGD", b"hIST", b"pHYs",
    b"sPLT", b"acTL", b"fcTL", b"fdAT",
];

/// Returns the picture with nothing beside it but its colours and which way up it is; its points stay as they are. Nothing for one that
/// has no more than that, one of a kind that can't be cleaned (gif, avif), and one that isn't built as its kind is.
pub fn cleaned(kind: &str, bytes: &[u8], orientation: Option<u8>) -> Option<Vec<u8>> {
    let turned = orientation.map(says_orientation);
    let cleaned = match kind {
        "jpg" => of_jpeg(bytes, turned),
        "png" => of_png(bytes, turned),
        "webp" => of_webp(bytes),
        _ => None,
    }?;
    (cleaned != bytes).then_some(cleaned)
}

fn of_jpeg(bytes: &[u8], turned: Option<Vec<u8>>) -> Option<Vec<u8>> {
    // Phones put a film or smaller copies behind the picture, which say where they were taken too.
    let picture = bytes.get(..whole::end_of_jpeg(bytes)?)?;
    let mut jpeg = Jpeg::from_bytes(Bytes::copy_from_slice(picture)).ok()?;
    jpeg.segments_mut().retain(is_drawn_by);
    jpeg.set_exif(turned.map(Bytes::from));
    Some(jpeg.encoder().bytes().to_vec())
}

/// Of what programs add to a JPEG, browsers draw by the colours (JFIF, ICC.1 annex B) and by how Adobe's programs turned them (T.872, 6.5.3).
fn is_drawn_by(segment: &JpegSegment) -> bool {
    let holds = |start: &[u8]| segment.contents().starts_with(start);
    match segment.marker() {
        markers::APP0 => holds(b"JFIF\0"),
        markers::APP2 => holds(b"ICC_PROFILE\0"),
        markers::APP14 => holds(b"Adobe"),
        markers::APP1..=markers::APP15 | markers::COM => false,
        _ => true,
    }
}

fn of_png(bytes: &[u8], turned: Option<Vec<u8>>) -> Option<Vec<u8>> {
    let mut png = Png::from_bytes(Bytes::copy_from_slice(bytes)).ok()?;
    png.chunks_mut().retain(|chunk| chunk.kind()[0].is_ascii_uppercase() || DRAWN_BY.contains(&&chunk.kind()));
    png.set_exif(turned.map(Bytes::from));
    Some(png.encoder().bytes().to_vec())
}

/// What is beside a WebP is announced by bits at its start: 8 for Exif, 4 for XMP (RFC 9649, 2.7).
fn of_webp(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut webp = WebP::from_bytes(Bytes::copy_from_slice(bytes)).ok()?;
    webp.remove_chunks_by_id(CHUNK_EXIF);
    webp.remove_chunks_by_id(CHUNK_XMP);
    for chunk in webp.chunks_mut().iter_mut().filter(|chunk| chunk.id() == CHUNK_VP8X) {
        let mut flags = chunk.content().data()?.to_vec();
        *flags.first_mut()? &= !(8 | 4);
        *chunk.content_mut() = RiffContent::Data(flags.into());
    }
    Some(webp.encoder().bytes().to_vec())
}

/// Returns Exif that says which way up a picture is, and nothing else (Exif 2.32, 4.6).
fn says_orientation(orientation: u8) -> Vec<u8> {
    let mut exif = b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0".to_vec();
    exif.extend([orientation, 0, 0, 0, 0, 0, 0, 0]);
    exif
}

#[cfg(test)]
mod tests {
    use img_parts::png::PngChunk;

    use super::*;

    /// A JPEG with what a phone writes round the picture, and the same with nothing of it.
    fn of_phone() -> (Vec<u8>, Vec<u8>) {
        let segment = |marker: u8, contents: &[u8]| {
            let length = u16::try_from(contents.len() + 2).unwrap().to_be_bytes();
            [&[0xFF, marker], &length[..], contents].concat()
        };
        let start = [0xFF, 0xD8];
        let jfif = segment(0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0");
        let colours = segment(0xE2, b"ICC_PROFILE\0\x01\x01colours");
        let frame = segment(0xC0, &[8, 0, 1, 0, 1, 1, 1, 0x11, 0]);
        // Two scans, with a table between them that holds what ends a picture elsewhere.
        let scans = [
            segment(0xDA, &[1, 1, 0, 0, 63, 0]),
            vec![1, 2, 0xFF, 0, 0xFF, 0xD0, 3],
            segment(0xC4, &[0, 0xFF, 0xD9]),
            segment(0xDA, &[1, 1, 0, 0, 63, 0]),
            vec![4, 0xFF, 0xD9],
        ];
        let scans = scans.concat();
        let with = [
            &start[..],
            &jfif,
            &segment(0xE1, b"Exif\0\0place"),
            &segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0exif:GPSLatitude"),
            &colours,
            &segment(0xE2, b"MPF\0copies"),
            &segment(0xED, b"Photoshop 3.0\0name"),
            &segment(0xFE, b"words"),
            &frame,
            &scans,
            b"a film, exif:GPSLatitude",
        ];
        (with.concat(), [&start[..], &jfif, &colours, &frame, &scans].concat())
    }

    #[test]
    fn of_a_photo_the_picture_is_left() {
        let (with, without) = of_phone();
        assert_eq!(cleaned("jpg", &with, None), Some(without.clone()));
        assert_eq!(cleaned("jpg", &without, None), None);
        for length in 0..with.len() {
            drop(cleaned("jpg", &with[..length], None));
        }
    }

    #[test]
    fn of_a_png_what_is_drawn_is_left_and_which_way_up() {
        let chunk = |kind: [u8; 4], content: &[u8]| PngChunk::new(kind, Bytes::copy_from_slice(content));
        let file = |chunks: &[PngChunk]| {
            let chunks = chunks.iter().cloned().map(|chunk| chunk.encoder().bytes().to_vec());
            [b"\x89PNG\r\n\x1a\n".to_vec(), chunks.collect::<Vec<_>>().concat()].concat()
        };
        let (start, drawn, end) = (chunk(*b"IHDR", b"size"), chunk(*b"IDAT", b"points"), chunk(*b"IEND", b""));
        let colours = chunk(*b"iCCP", b"colours");
        let beside = [(*b"eXIf", "place"), (*b"tEXt", "name"), (*b"iTXt", "exif:GPSLatitude"), (*b"vpAg", "own")];
        let mut with = vec![start.clone(), colours.clone()];
        with.extend(beside.map(|(kind, content)| chunk(kind, content.as_bytes())));
        with.extend([drawn.clone(), end.clone()]);
        let turned = chunk(*b"eXIf", &says_orientation(6));
        let without = [start, turned, colours, drawn, end];
        assert_eq!(cleaned("png", &[file(&with), b"more".to_vec()].concat(), Some(6)), Some(file(&without)));
        assert_eq!(cleaned("png", &file(&without), Some(6)), None);
    }

    #[test]
    fn a_webp_announces_nothing_that_is_gone() {
        let chunk =
            |id: &[u8], content: &[u8]| [id, &u32::try_from(content.len()).unwrap().to_le_bytes(), content].concat();
        let file = |flags: u8, beside: &[Vec<u8>]| {
            let parts = [chunk(b"VP8X", &[flags, 0, 0, 0, 0, 0, 0, 0, 0, 0]), chunk(b"VP8 ", b"drawn!")];
            let inner = [b"WEBP".to_vec(), parts.concat(), beside.concat()].concat();
            chunk(b"RIFF", &inner)
        };
        let beside = [chunk(b"EXIF", b"II*\0"), chunk(b"XMP ", b"exif:GPSLatitude")];
        assert_eq!(cleaned("webp", &file(0x3C, &beside), None), Some(file(0x30, &[])));
        assert_eq!(cleaned("webp", &file(0x30, &[]), None), None);
    }
}
