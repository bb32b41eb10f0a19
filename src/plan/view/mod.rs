//! What templates may see: one view-model for each kind of page. A view holds no span, no clock and no way back to the site,
//! so its hash and its template are all that a page depends on.

pub mod differences;
pub mod easy_read;
pub mod frame;
pub mod generated;
pub mod pages;
pub mod parts;
pub mod piece;
pub mod search;

pub use frame::Frame;
pub use parts::{
    Behaviour, Card, CharterPart, CharterWords, Contact, ContentsEntry, Foot, Group, Link, Phone, Service, Source,
};
pub use piece::{FilledLink, Filling, Piece, ShownPicture};
