//! The site of a profile of pack.yaml: built for its readers, to be published where it says.

use std::path::{Path, PathBuf};

use super::progress::ProgressLine;
use super::run::{build, pool, print_problems, request, today};
use super::{Format, SharedFlags};
use crate::model::address::{SiteAddress, WebAddress};
use crate::model::publish_profile::PublishProfile;
use crate::pipeline::{self, Report, Request};
use crate::problem::fault::{Fault, publishing};
use crate::read;

/// Where the site of a profile is, and where it is to be published.
pub(super) struct ProfilePlaces {
    pub(super) site: PathBuf,
    pub(super) target: PathBuf,
}

/// Returns the profile of that name, and where its site is and goes; nothing where pack.yaml can't be read, whose problems are printed.
pub(super) fn profile(name: &str, content: &Path) -> Result<Option<(PublishProfile, ProfilePlaces)>, Fault> {
    let (site, report) = pipeline::site(&super::agree::request(content, today()))?;
    let Some(site) = site else {
        print_problems(&report);
        return Ok(None);
    };
    let profiles = site.pack.settings.publish_profiles;
    let Some(profile) = profiles.iter().find(|profile| profile.id.0.value == name) else {
        let names = profiles.iter().map(|profile| profile.id.0.value.as_str());
        return Err(publishing::no_profile(name, names));
    };
    let beside = content.parent().unwrap_or(Path::new(""));
    let target = read::from_folder(content, &profile.target);
    let places = ProfilePlaces { site: beside.join(format!("output-{name}")), target };
    Ok(Some((profile.clone(), places)))
}

/// Builds the site of a profile, and prints its problems. Tells whether there is one: a build with errors is refused.
pub(super) fn build_site(profile: &PublishProfile, places: &ProfilePlaces, shared: SharedFlags) -> Result<bool, Fault> {
    let shared = SharedFlags {
        ward: profile.wards.iter().map(|ward| ward.value.clone()).collect(),
        audience: profile.audience,
        ..shared
    };
    let web_address = profile.web_address.clone().map(|SiteAddress(address)| WebAddress(address));
    let request = Request { web_address, ..request(&shared, Some(&places.site)) };
    let line = ProgressLine::beside(Format::Text);
    let report = pool(&shared).and_then(|pool| pool.install(|| build(&request, &line)));
    line.clear();
    let report: Report = report?;
    print_problems(&report);
    Ok(!report.refused)
}
