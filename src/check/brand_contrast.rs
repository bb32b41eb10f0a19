//! A trust's own colour can be told from the page (WCAG 2.2, 1.4.3 contrast).
//!
//! Example: `brand: {colour: "#ffb81c"}`, which is a good ground for black words but can't be read on a light page.

use jiff::civil::Date;

use crate::problem::Problem;
use crate::problem::catalogue::theme;
use crate::resolve::Site;

pub fn check(site: &Site, _as_of: Date) -> Vec<Problem> {
    let Some(brand) = &site.pack.settings.brand.colour else { return Vec::new() };
    let shade = brand.light();
    if shade.colour == *brand.0.value {
        return Vec::new();
    }
    vec![theme::faint_colour(brand.0.span, &brand.0, brand.contrast(), &shade.colour)]
}
