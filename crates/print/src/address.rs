//! An address as a QR code.

use fast_qr::qr::QRBuilder;
use fast_qr::{ECL, Mode};

/// The quiet edge that readers need round a code, in modules (ISO/IEC 18004).
const EDGE: usize = 4;

/// Returns the code of an address as a drawing; nothing for an address that is too long for one.
pub fn code(address: &str) -> Option<String> {
    let code = QRBuilder::new(address).mode(Mode::Byte).ecl(ECL::M).build().ok()?;
    let size = code.size + 2 * EDGE;
    let mut path = String::new();
    for (y, row) in code.data[..code.size * code.size].chunks(code.size).enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|one, other| one.value() == other.value()) {
            if run[0].value() {
                let (left, top, width) = (x + EDGE, y + EDGE, run.len());
                path.push_str(&format!("M{left} {top}h{width}v1h-{width}z"));
            }
            x += run.len();
        }
    }
    Some(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {size} {size}\" width=\"{size}\" height=\"{size}\">\
         <path fill=\"#fff\" d=\"M0 0h{size}v{size}h-{size}z\"/><path fill=\"#000\" d=\"{path}\"/></svg>"
    ))
}
