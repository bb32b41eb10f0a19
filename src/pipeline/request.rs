//! What is asked of a run.

use std::path::PathBuf;
use std::sync::Arc;

use jiff::civil::Date;

use crate::model::address::WebAddress;
use crate::model::audience::Audience;
use crate::plan::bundle::Bundle;
use crate::plan::view::paper::PaperChoice;
use crate::print::press::Press;
use crate::problem::Deny;
use crate::read::Folders;

/// What to do.
#[derive(Clone, Debug)]
pub struct Request {
    pub folders: Folders,
    /// Where the site goes; nothing to check only.
    pub output: Option<PathBuf>,
    /// Only these wards; none means all.
    pub wards: Vec<String>,
    /// Only what these readers are meant to see; none means everyone's pages.
    pub audience: Option<Audience>,
    /// The address that this copy has on the web, in place of the one that the pack names.
    pub web_address: Option<WebAddress>,
    pub drafts: Drafts,
    /// The ward whose own pack this is; its site is then enclosed in a folder.
    pub bundle: Option<Bundle>,
    /// What prints the papers; none leaves them out.
    pub press: Option<Arc<dyn Press>>,
    /// Which papers it prints; none means all.
    pub papers: Option<PaperChoice>,
    /// The day that counts as today.
    pub as_of: Date,
    pub deny: Deny,
}

/// Whether a site has what isn't finished.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Drafts {
    #[default]
    LeftOut,
    /// With a banner that says so, to be looked at and not to be published.
    Shown,
}
