//! The typefaces that every sheet can use, with their licences beside them in `fonts/`: Atkinson Hyperlegible Next, made so that letters
//! can't be taken for each other, and Noto Naskh Arabic for Urdu and other languages in Arabic letters.

use typst::foundations::Bytes;
use typst::text::Font;

static FACES: [&[u8]; 4] = [
    include_bytes!("../fonts/AtkinsonHyperlegibleNext-Regular.ttf"),
    include_bytes!("../fonts/AtkinsonHyperlegibleNext-Bold.ttf"),
    include_bytes!("../fonts/NotoNaskhArabic-Regular.ttf"),
    include_bytes!("../fonts/NotoNaskhArabic-Bold.ttf"),
];

/// Returns every typeface in every weight.
pub fn all() -> Vec<Font> {
    FACES.iter().flat_map(|face| Font::iter(Bytes::new(*face))).collect()
}
