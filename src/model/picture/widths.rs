//! In which sizes a photo is published: phones take pictures of ten megabytes, which few wards' networks carry and no screen shows.

use super::Size;

/// Neither side of what is published is longer, in pixels: that fills a column of text on a fine screen twice over.
pub const LONGEST: u32 = 1600;
/// What a photo may have at its widest, in bytes, without being made smaller.
pub const LARGEST: usize = 300_000;
/// The widths for smaller screens, in pixels.
const NARROW: [u32; 2] = [960, 480];
/// What is more isn't taken apart, in pixels: it would need more memory than a small computer has. Phones take up to 50 million.
const MOST: u64 = 64_000_000;

/// Returns the sizes of a photo, from the largest to the smallest; none for a picture that is published as it is. `bytes` is how many it has.
pub fn of(kind: &str, size: Size, bytes: usize) -> Vec<Size> {
    let longest = size.width.max(size.height);
    let is_large = longest > LONGEST || bytes > LARGEST;
    if kind != "jpg" || !is_large || u64::from(size.width) * u64::from(size.height) > MOST {
        return Vec::new();
    }
    let widest = if longest > LONGEST { scaled(size, longest, LONGEST) } else { size };
    let narrower = NARROW.into_iter().filter(|width| *width < widest.width);
    let narrower = narrower.map(|width| scaled(size, size.width, width));
    [widest].into_iter().chain(narrower).collect()
}

/// Returns the size of which one side, `side` long now, is `length` long.
fn scaled(size: Size, side: u32, length: u32) -> Size {
    let scale = |other: u32| {
        let exact = (u64::from(other) * u64::from(length) + u64::from(side) / 2) / u64::from(side);
        u32::try_from(exact).unwrap_or(length).max(1)
    };
    Size { width: scale(size.width), height: scale(size.height) }
}

/// Returns the path of a photo in one of its sizes: its own for the widest, and one with the width in it for the others.
pub fn path_of(path: &str, size: Size, sizes: &[Size]) -> String {
    let (stem, ending) = path.rsplit_once('.').unwrap_or((path, "jpg"));
    if sizes.first() == Some(&size) { path.to_owned() } else { format!("{stem}.{}w.{ending}", size.width) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn widths(width: u32, height: u32, bytes: usize) -> Vec<(u32, u32)> {
        of("jpg", Size { width, height }, bytes).iter().map(|size| (size.width, size.height)).collect()
    }

    #[test]
    fn a_photo_fits_screens_of_every_width() {
        assert_eq!(widths(4032, 3024, 5_000_000), [(1600, 1200), (960, 720), (480, 360)]);
        assert_eq!(widths(3024, 4032, 5_000_000), [(1200, 1600), (960, 1280), (480, 640)]);
        assert_eq!(widths(20_000, 2, 900), [(1600, 1), (960, 1), (480, 1)]);
        assert_eq!(widths(900, 600, 400_000), [(900, 600), (480, 320)]);
        assert_eq!(widths(1600, 900, 300_000), []);
        assert_eq!(widths(9000, 9000, 300_000), []);
        assert_eq!(of("png", Size { width: 4000, height: 3000 }, 5_000_000), []);
    }

    #[test]
    fn the_widest_has_the_address_of_the_photo() {
        let sizes = [Size { width: 1600, height: 1200 }, Size { width: 480, height: 360 }];
        let paths = sizes.map(|size| path_of("images/my.garden.jpeg", size, &sizes));
        assert_eq!(paths, ["images/my.garden.jpeg", "images/my.garden.480w.jpeg"]);
    }
}
