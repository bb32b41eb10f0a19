//! What a noun holds: the pieces by which words, references and languages are found, whatever they stand in.

use std::fmt::Debug;
use std::sync::Arc;

use jiff::civil::Date;

use super::kind::Kind;
use crate::span::{FileId, Span, Spanned};
use crate::text::line::Line;
use crate::text::prose::Prose;

/// One thing that a noun holds.
#[derive(Clone, Copy, Debug)]
pub enum NounPiece<'a> {
    Line(&'a Line),
    Prose(&'a Arc<Prose>),
    /// An item of a kind, named by its id alone.
    Reference(Kind, &'a Spanned<String>),
    /// The address of a page outside the pack.
    Address(&'a Spanned<String>),
    /// The language that the words after it are in, where it is named beside them.
    Language(&'a Spanned<String>),
}

/// Is shown one piece after another.
pub type See<'s, 'a> = &'s mut dyn FnMut(NounPiece<'a>);
/// May change one prose after another.
pub type ChangeProse<'c> = &'c mut dyn FnMut(&mut Arc<Prose>);

/// A noun, or a part of one.
pub trait Holds: Debug + Send + Sync {
    /// Shows every piece.
    fn each_piece<'a>(&'a self, see: See<'_, 'a>);
    /// Lets every prose be changed.
    fn each_prose(&mut self, change: ChangeProse<'_>);
}

/// Says what nouns hold: all their fields, and after an arrow the kind of item that a field names by its id.
///
/// ```
/// # use wardpack::{holds, model::piece::{Holds, NounPiece}, text::line::Line, span::Spanned};
/// #[derive(Debug)]
/// struct Visit { title: Line, leaflet: Spanned<String>, guests: i64 }
/// holds! { Visit { title, leaflet => Leaflet, guests } }
///
/// # use wardpack::span::{FileId, Span};
/// # let span = Span::new(FileId(0), 0, 0);
/// let visit = Visit { title: Line::words("On Sunday", span), leaflet: Spanned::new("visiting".to_owned(), span), guests: 2 };
/// let mut pieces = Vec::new();
/// visit.each_piece(&mut |piece| pieces.push(piece));
/// assert!(matches!(pieces[..], [NounPiece::Line(_), NounPiece::Reference(..)]));
/// ```
///
/// A field that is forgotten doesn't compile:
///
/// ```compile_fail,E0027
/// # use wardpack::{holds, text::line::Line};
/// #[derive(Debug)]
/// struct Visit { title: Line, place: Line }
/// holds! { Visit { title } }
/// ```
///
/// Nor does one whose type doesn't say what it holds:
///
/// ```compile_fail,E0277
/// # use wardpack::{holds, text::line::Line};
/// #[derive(Debug)]
/// struct Visit { title: Line, place: Place }
/// #[derive(Debug)]
/// struct Place { name: Line }
/// holds! { Visit { title, place } }
/// ```
#[macro_export]
macro_rules! holds {
    (@see $see:ident $field:ident) => { $crate::model::piece::Holds::each_piece($field, $see) };
    (@see $see:ident $field:ident $kind:ident) => {
        for id in $crate::model::piece::Ids::ids($field) {
            $see($crate::model::piece::NounPiece::Reference($crate::model::kind::Kind::$kind, id));
        }
    };
    ($($noun:ident { $($field:ident $(=> $kind:ident)?),* })*) => {$(
        impl $crate::model::piece::Holds for $noun {
            fn each_piece<'a>(&'a self, see: $crate::model::piece::See<'_, 'a>) {
                let $noun { $($field),* } = self;
                $($crate::holds!(@see see $field $($kind)?);)*
            }

            fn each_prose(&mut self, change: $crate::model::piece::ChangeProse<'_>) {
                let $noun { $($field),* } = self;
                $($crate::model::piece::Holds::each_prose($field, change);)*
            }
        }
    )*};
}

/// Types of fields that have no words of the pack's authors in them, or none that are shown.
macro_rules! hold_nothing {
    ($($kind:ty)*) => {$(
        impl $crate::model::piece::Holds for $kind {
            fn each_piece<'a>(&'a self, _: $crate::model::piece::See<'_, 'a>) {}
            fn each_prose(&mut self, _: $crate::model::piece::ChangeProse<'_>) {}
        }
    )*};
}

pub(super) use hold_nothing;

hold_nothing! { bool i64 String &'static str Spanned<String> Spanned<Date> Spanned<i64> Span FileId Kind }

impl Holds for Line {
    fn each_piece<'a>(&'a self, see: See<'_, 'a>) {
        see(NounPiece::Line(self));
    }

    fn each_prose(&mut self, _: ChangeProse<'_>) {}
}

impl Holds for Arc<Prose> {
    fn each_piece<'a>(&'a self, see: See<'_, 'a>) {
        see(NounPiece::Prose(self));
    }

    fn each_prose(&mut self, change: ChangeProse<'_>) {
        change(self);
    }
}

impl<T: Holds + Clone> Holds for Arc<T> {
    fn each_piece<'a>(&'a self, see: See<'_, 'a>) {
        (**self).each_piece(see);
    }

    fn each_prose(&mut self, change: ChangeProse<'_>) {
        Arc::make_mut(self).each_prose(change);
    }
}

impl<T: Holds> Holds for Option<T> {
    fn each_piece<'a>(&'a self, see: See<'_, 'a>) {
        if let Some(held) = self {
            held.each_piece(see);
        }
    }

    fn each_prose(&mut self, change: ChangeProse<'_>) {
        if let Some(held) = self {
            held.each_prose(change);
        }
    }
}

impl<T: Holds> Holds for Vec<T> {
    fn each_piece<'a>(&'a self, see: See<'_, 'a>) {
        for held in self {
            held.each_piece(see);
        }
    }

    fn each_prose(&mut self, change: ChangeProse<'_>) {
        for held in self {
            held.each_prose(change);
        }
    }
}

impl<A: Holds, B: Holds> Holds for (A, B) {
    fn each_piece<'a>(&'a self, see: See<'_, 'a>) {
        self.0.each_piece(see);
        self.1.each_piece(see);
    }

    fn each_prose(&mut self, change: ChangeProse<'_>) {
        self.0.each_prose(change);
        self.1.each_prose(change);
    }
}

/// A field that names items by their ids: one or a list.
pub trait Ids {
    /// Returns the ids.
    fn ids(&self) -> &[Spanned<String>];
}

impl Ids for Spanned<String> {
    fn ids(&self) -> &[Spanned<String>] {
        std::slice::from_ref(self)
    }
}

impl Ids for Vec<Spanned<String>> {
    fn ids(&self) -> &[Spanned<String>] {
        self
    }
}

impl Ids for Option<Spanned<String>> {
    fn ids(&self) -> &[Spanned<String>] {
        self.as_slice()
    }
}
