//! Addresses: of a page outside the pack, of the pack's own site, and for email.

mod email;
mod web;

use crate::model::piece::{ChangeProse, Holds, NounPiece, See};
use crate::model::read::fields::{FromNode, Reader};
use crate::parse::yaml::Node;
use crate::problem::Problem;
use crate::problem::catalogue::addresses;
use crate::span::{Span, Spanned};
use crate::text::line::Line;

/// The address of a page outside the pack.
#[derive(Clone, Debug)]
pub struct WebAddress(pub Spanned<String>);

impl FromNode for WebAddress {
    const EXAMPLE: &'static str = "https://www.example.org/page";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let written = Spanned::new(reader.words(node)?, node.span);
        if !web::is_address(&written) {
            let better = web::meant(&written);
            let is_email = better.is_none() && email::meant(&written).is_some();
            reader.problems.push(match better {
                _ if is_email => addresses::email_as_page(node.span, &written),
                better => addresses::bad_address(node.span, &written, better.as_deref()),
            });
        }
        Some(WebAddress(written))
    }
}

impl Holds for WebAddress {
    fn each_piece<'a>(&'a self, see: See<'_, 'a>) {
        see(NounPiece::Address(&self.0));
    }

    fn each_prose(&mut self, _: ChangeProse<'_>) {}
}

/// The address that the site will have on the web: of a folder, since the site's own pages follow it.
#[derive(Clone, Debug)]
pub struct SiteAddress(pub Spanned<String>);

impl FromNode for SiteAddress {
    const EXAMPLE: &'static str = "https://intranet.example/wards/safety/";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let WebAddress(written) = WebAddress::from_node(node, reader)?;
        if let Some(folder) = web::folder_of(&written) {
            reader.problems.push(addresses::not_a_folder(node.span, &written, &folder));
        }
        Some(SiteAddress(written))
    }
}

/// An email address, or a placeholder that stands for one.
#[derive(Clone, Debug)]
pub struct Email(pub Line);

/// Returns the problem of an email address that the link at `span` writes to, if it can't be one.
pub fn mistake_of_link(written: &str, span: Span) -> Option<Problem> {
    let is_one = email::understood(written).is_some();
    (!is_one).then(|| addresses::bad_email(span, written, email::why(written), email::meant(written).as_deref()))
}

impl FromNode for Email {
    const EXAMPLE: &'static str = "beach@example.org";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let before = reader.problems.len();
        let line = Line::from_node(node, reader)?;
        let is_told = reader.problems.len() > before;
        if is_told || !line.placeholders.is_empty() {
            return Some(Email(line));
        }
        let written = reader.words(node)?;
        let address = email::understood(&written);
        if address.is_none() {
            let why = email::why(&written);
            reader.problems.push(addresses::bad_email(node.span, &written, why, email::meant(&written).as_deref()));
        }
        Some(Email(Line::words(&address.unwrap_or(written), node.span)))
    }
}
