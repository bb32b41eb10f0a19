//! A photo made upright and no larger than screens need. The same photo gives the same bytes on every computer.
//!
//! It is a crate of its own so that it is optimised in a program under development too: it goes over each point of each photo.

use img_parts::jpeg::Jpeg;
use img_parts::{Bytes, ImageICC};
use jpeg_encoder::{ColorType, Encoder};
use resize::Pixel::RGB8;
use resize::Type::Lanczos3;
use rgb::{FromSlice, RGB8 as Point};
use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

/// How much of a photo is kept, of 100: the first of these with which it is small enough, or else the last.
const QUALITIES: [u8; 4] = [82, 74, 66, 58];

/// What a photo is made into.
#[derive(Clone, Copy, Debug)]
pub struct Smaller {
    /// Width and height in pixels, when it is upright.
    pub width: u16,
    pub height: u16,
    /// Which way up it is now: 1 to 8, as Exif counts (2.32, 4.6.4).
    pub orientation: u8,
    /// How many bytes it is to have, if that can be had without its looking bad.
    pub bytes: usize,
}

/// Points in rows, from the upper left.
struct Points {
    width: usize,
    height: usize,
    rgb: Vec<Point>,
}

/// Returns a JPEG as it is wanted, with its colours and without anything else that stood beside it; nothing for one that can't be read:
/// browsers know more kinds.
#[must_use]
pub fn smaller(jpeg: &[u8], wanted: Smaller) -> Option<Vec<u8>> {
    let (width, height) = (usize::from(wanted.width), usize::from(wanted.height));
    let (width, height) = if wanted.orientation >= 5 { (height, width) } else { (width, height) };
    let points = upright(&scaled(read(jpeg)?, width, height)?, wanted.orientation);
    let colours = Jpeg::from_bytes(Bytes::copy_from_slice(jpeg)).ok().and_then(|jpeg| jpeg.icc_profile());
    // A photo for printers, or a grey one, comes out as red, green and blue; its profile says what its colours were (ICC.1, 7.2.8).
    let colours = colours.filter(|profile| profile.get(16..20) == Some(b"RGB "));
    let mut packed = Vec::new();
    for quality in QUALITIES {
        packed = pack(&points, quality, colours.as_deref())?;
        if packed.len() <= wanted.bytes {
            break;
        }
    }
    Some(packed)
}

fn read(jpeg: &[u8]) -> Option<Points> {
    // Instructions that only some processors have would round otherwise than others.
    let options = DecoderOptions::default().set_use_unsafe(false).jpeg_set_out_colorspace(ColorSpace::RGB);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(jpeg), options);
    let bytes = decoder.decode().ok()?;
    let (width, height) = decoder.dimensions()?;
    let rgb = bytes.as_rgb().to_vec();
    (rgb.len() == width * height).then_some(Points { width, height, rgb })
}

fn scaled(from: Points, width: usize, height: usize) -> Option<Points> {
    if (from.width, from.height) == (width, height) {
        return Some(from);
    }
    let mut rgb = vec![Point::default(); width * height];
    let mut resizer = resize::new(from.width, from.height, width, height, RGB8, Lanczos3).ok()?;
    resizer.resize(&from.rgb, &mut rgb).ok()?;
    Some(Points { width, height, rgb })
}

/// Turns a photo so that its first row and its first column are where Exif says that they belong.
fn upright(from: &Points, orientation: u8) -> Points {
    let (right, bottom) = (from.width - 1, from.height - 1);
    let (width, height) = if orientation >= 5 { (from.height, from.width) } else { (from.width, from.height) };
    let turned = |(x, y): (usize, usize)| match orientation {
        2 => (right - x, y),
        3 => (right - x, bottom - y),
        4 => (x, bottom - y),
        5 => (y, x),
        6 => (y, bottom - x),
        7 => (right - y, bottom - x),
        8 => (right - y, x),
        _ => (x, y),
    };
    let all = (0..height).flat_map(|y| (0..width).map(move |x| (x, y)));
    let rgb = all.map(turned).map(|(x, y)| from.rgb[y * from.width + x]).collect();
    Points { width, height, rgb }
}

fn pack(points: &Points, quality: u8, colours: Option<&[u8]>) -> Option<Vec<u8>> {
    let mut packed = Vec::new();
    let mut encoder = Encoder::new(&mut packed, quality);
    // It is there as a whole at once, and grows sharp: nothing moves.
    encoder.set_progressive(true);
    encoder.set_optimized_huffman_tables(true);
    if let Some(colours) = colours {
        encoder.add_icc_profile(colours).ok()?;
    }
    let (width, height) = (u16::try_from(points.width).ok()?, u16::try_from(points.height).ok()?);
    encoder.encode(rgb::bytemuck::cast_slice(&points.rgb), width, height, ColorType::Rgb).ok()?;
    Some(packed)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The beginning of what says of which kind the colours of a photo are.
    fn profile(colours: &[u8]) -> Vec<u8> {
        [&[0; 16], colours].concat()
    }

    /// A photo of 32 by 64 points, as a camera keeps it that is held in this way, whose upper left quarter is red when it is upright.
    fn photo(orientation: u8) -> Vec<u8> {
        let (width, height) = if orientation >= 5 { (64, 32) } else { (32, 64) };
        let red = Point::new(255, 0, 0);
        let rgb = (0..height).flat_map(|y| (0..width).map(move |x| (x, y))).map(|(x, y)| {
            let (right, bottom) = (x >= width / 2, y >= height / 2);
            let is_at = match orientation {
                1 | 5 => !right && !bottom,
                2 | 8 => right && !bottom,
                3 | 7 => right && bottom,
                _ => !right && bottom,
            };
            if is_at { red } else { Point::new(255, 255, 255) }
        });
        pack(&Points { width, height, rgb: rgb.collect() }, 95, Some(&profile(b"RGB "))).unwrap()
    }

    #[test]
    fn a_photo_is_upright_whichever_way_it_was_taken() {
        for orientation in 1..=8 {
            let wanted = Smaller { width: 16, height: 32, orientation, bytes: 100_000 };
            let made = smaller(&photo(orientation), wanted).unwrap();
            let made_points = read(&made).unwrap();
            assert_eq!((made_points.width, made_points.height), (16, 32));
            let at = |x: usize, y: usize| made_points.rgb[y * 16 + x];
            assert!(at(3, 6).g < 60, "{orientation}");
            assert!([(12, 6), (3, 26), (12, 26)].iter().all(|(x, y)| at(*x, *y).g > 200), "{orientation}");
            let colours = Jpeg::from_bytes(made.into()).unwrap().icc_profile();
            assert_eq!(colours.as_deref(), Some(&*profile(b"RGB ")));
        }
    }

    #[test]
    fn colours_that_it_has_no_more_do_not_go_with_it() {
        let points = Points { width: 2, height: 2, rgb: vec![Point::new(9, 9, 9); 4] };
        let wanted = Smaller { width: 1, height: 1, orientation: 1, bytes: 1000 };
        for colours in [&b"CMYK"[..], b"GRAY", b""] {
            let photo = pack(&points, 95, Some(&profile(colours))).unwrap();
            let made = smaller(&photo, wanted).unwrap();
            assert_eq!(Jpeg::from_bytes(made.into()).unwrap().icc_profile(), None);
        }
    }

    #[test]
    fn a_photo_that_is_no_whole_one_is_nothing_or_a_photo_and_never_a_panic() {
        let photo = photo(6);
        let wanted = Smaller { width: 16, height: 32, orientation: 6, bytes: 100_000 };
        for at in 0..photo.len() {
            drop(smaller(&photo[..at], wanted));
            for byte in [0, 1, 0x7F, 0xFF] {
                let mut odd = photo.clone();
                odd[at] = byte;
                drop(smaller(&odd, wanted));
            }
        }
    }
}
