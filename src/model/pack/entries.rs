//! What is asked of the entries of lists, answered by each of them.

use crate::model::audience::Audience;
use crate::model::kind::Kind;
use crate::model::pack::item::ListEntry;
use crate::model::read::single_values::Id;
use crate::model::resource::Resource;
use crate::model::support::Support;
use crate::model::term::Term;
use crate::text::line::Line;

impl ListEntry for Resource {
    const SECTION: &'static str = "resources";
    const KIND: Kind = Kind::Resource;

    fn id(&self) -> &Id {
        &self.id
    }

    fn title(&self) -> &Line {
        &self.title
    }

    fn audience(&self) -> &[Audience] {
        &self.audience
    }
}

impl ListEntry for Support {
    const SECTION: &'static str = "support";
    const KIND: Kind = Kind::Support;

    fn id(&self) -> &Id {
        &self.id
    }

    fn title(&self) -> &Line {
        &self.name
    }

    fn audience(&self) -> &[Audience] {
        &[]
    }
}

impl ListEntry for Term {
    const SECTION: &'static str = "glossary";
    const KIND: Kind = Kind::Term;

    fn id(&self) -> &Id {
        &self.id
    }

    fn title(&self) -> &Line {
        &self.term
    }

    fn audience(&self) -> &[Audience] {
        &[]
    }
}
