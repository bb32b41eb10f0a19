//! The list of services to call or open, and the record of who did.

use std::collections::BTreeMap;
use std::path::PathBuf;

use jiff::ToSpan;
use jiff::civil::Date;

use crate::model::checked::{Checked, Checks, Entries, SeenIn, Source};
use crate::model::support::Support;
use crate::pipeline::{Report, Request, site};
use crate::problem::Severity;
use crate::problem::fault::{self, Fault};
use crate::resolve::{Site, values};
use crate::text::plain;
use crate::write::disk::RealDisk;
use crate::write::whole;

/// The file of the record, in the content folder.
const FILE: &str = "checked.yaml";
const HEAD: &str = "# Who called or opened which service or resource, and when. `wardpack called` and `wardpack check --links` write this file.\n";
/// Numbers for emergencies. Nobody calls them to try them.
const EMERGENCY: [&str; 2] = ["999", "112"];

/// A service to call or open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    pub id: String,
    pub name: String,
    /// What to call or open: each with what it is.
    pub ways: Vec<(&'static str, String)>,
    pub ask: String,
    /// Where the pack has its words from.
    pub seen_in: Option<String>,
    /// When somebody of the publisher last did.
    pub last: Option<Date>,
}

/// Which services are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    All,
    /// Those that nobody of the publisher has called or opened, or too long ago.
    Due,
}

/// Returns the services that are to be called or opened. Nothing, with the report, where the pack can't be read.
pub fn sheet(request: &Request, which: Which) -> Result<(Option<Vec<Call>>, Report), Fault> {
    let (site, report) = site(request)?;
    let months = |site: &Site| site.pack.settings.contacts_checked_within_months.months();
    let is_due = |site: &Site, checked: &Checked| {
        let until = checked.on.as_ref().map(|on| on.value.checked_add(months(site)).unwrap_or(Date::MAX));
        which == Which::All || until.is_none_or(|until| until < request.as_of)
    };
    let calls = site.map(|site| {
        let services = services(&site).filter(|service| is_due(&site, &service.checked));
        services.map(call).collect()
    });
    Ok((calls, report))
}

fn services(site: &Site) -> impl Iterator<Item = &Support> {
    let support = site.pack.support.iter().find(|support| support.language.is_first());
    support.into_iter().flat_map(|support| &support.items)
}

fn call(service: &Support) -> Call {
    let phone = service.phone.as_ref().map(|phone| ("Phone", phone.number().to_owned()));
    let text = service.text.as_ref().map(|text| ("Text", text.number().to_owned()));
    let email = service.email.as_ref().map(|email| ("Email", values::plain(email)));
    let website = service.website.as_ref().map(|website| ("Website", website.0.value.clone()));
    let seen_in = service.seen_in.as_ref().and_then(seen_in);
    Call {
        id: service.id.0.value.clone(),
        name: values::plain(&service.name),
        ways: phone.into_iter().chain(text).chain(email).chain(website).collect(),
        ask: ask(service),
        seen_in,
        last: service.checked.on.as_ref().map(|on| on.value),
    }
}

fn seen_in(seen_in: &SeenIn) -> Option<String> {
    let source = match seen_in.source.as_ref()? {
        Source::Page(page) => page.0.value.clone(),
        Source::Words(words) => plain::line(words),
    };
    let dated = seen_in.dated.as_ref().map_or_else(|| "undated".to_owned(), |dated| dated.value.to_string());
    Some(format!("{source} ({dated})"))
}

/// Returns what to ask, or where to look, so that every line of the service is known to be right.
fn ask(service: &Support) -> String {
    let is_emergency = service.phone.as_ref().is_some_and(|phone| EMERGENCY.contains(&phone.number()));
    if is_emergency {
        return "Do not call this number to try it. Look at the page above instead.".to_owned();
    }
    let has_number = service.phone.is_some() || service.text.is_some();
    let mut ask = vec![
        match has_number {
            true if service.urgent => {
                "Look at its website first, and keep the call short: people in need use this line. Is the number right?"
            }
            true => "Is this still your number?",
            false => "Does the page open, and is it still about this service?",
        }
        .to_owned(),
    ];
    ask.extend(service.audience.as_ref().map(|whom| format!("Is it for: {}?", values::plain(whom))));
    ask.extend(service.hours.as_ref().map(|hours| format!("Hours: {}?", values::plain(hours))));
    ask.extend(service.cost.as_ref().map(|cost| format!("Cost: {}?", values::plain(cost))));
    ask.join(" ")
}

/// What somebody of the publisher did.
#[derive(Clone, Debug)]
pub struct Done {
    pub on: Date,
    /// A role, never a person's name.
    pub by: String,
    /// A word of [`crate::model::checked::HOW`]; nothing for the one that fits.
    pub how: Option<&'static str>,
}

/// What somebody called or opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
    Service,
    Resource,
}

/// What was written down.
#[derive(Debug)]
pub struct Recorded {
    pub name: String,
    pub how: &'static str,
    pub file: PathBuf,
    /// The day of the check that this one takes the place of.
    pub replaced: Option<Date>,
}

/// Writes down in checked.yaml that a service, or with `resource/ID` a resource, was called or opened. Returns nothing, with the report,
/// where the pack or that file can't be read: nothing that stands in it may be lost.
pub fn record(request: &Request, id: &str, done: &Done) -> Result<(Option<Recorded>, Report), Fault> {
    let (site, report) = readable(request)?;
    let Some(site) = site else { return Ok((None, report)) };
    let (what, id) = match id.split_once('/') {
        Some(("resource", id)) => (What::Resource, id),
        Some(("support", id)) => (What::Service, id),
        _ => (What::Service, id),
    };
    let Some(found) = find(&site, what, id) else { return Err(nothing_called(&site, what, id)) };
    let how = done.how.unwrap_or(found.how);
    let checks = site.pack.checks.as_deref();
    let (mut services, mut resources) = (written(checks, |all| &all.services), written(checks, |all| &all.resources));
    let kept = match what {
        What::Service => &mut services,
        What::Resource => &mut resources,
    };
    kept.insert(id.into(), entry(done.on, Some(&done.by), Some(how)));
    let file = write(request, services, resources)?;
    Ok((Some(Recorded { how, file, ..found }), report))
}

/// Writes down of resources on which day their links opened, by their ids, unless a person has written a check down. Returns how many,
/// and the file; nothing, with the report, where the pack or that file can't be read.
pub fn record_links(
    request: &Request,
    days: &BTreeMap<String, Date>,
) -> Result<(Option<(usize, PathBuf)>, Report), Fault> {
    let (site, report) = readable(request)?;
    let Some(site) = site else { return Ok((None, report)) };
    let checks = site.pack.checks.as_deref();
    let (services, mut resources) = (written(checks, |all| &all.services), written(checks, |all| &all.resources));
    let is_of_person = |id: &str| {
        let of = checks.into_iter().flat_map(|all| &all.resources).find(|(known, _)| known.value == id);
        of.is_some_and(|(_, checked)| checked.by.is_some() || checked.how.is_some())
    };
    let new: Vec<_> = days.iter().filter(|(id, _)| !is_of_person(id)).collect();
    if new.is_empty() {
        return Ok((Some((0, request.folders.content.join(FILE))), report));
    }
    let count = new.len();
    resources.extend(new.into_iter().map(|(id, on)| (id.as_str().into(), entry(*on, None, None))));
    Ok((Some((count, write(request, services, resources)?)), report))
}

/// Returns the site, so that what stands in the record can be written again; nothing where the pack or the record can't be read.
fn readable(request: &Request) -> Result<(Option<Site>, Report), Fault> {
    whole::sweep(&request.folders.content, &RealDisk);
    let (site, report) = site(request)?;
    let is_in_the_way = report.problems.iter().any(|problem| {
        problem.severity == Severity::Error && problem.path(&report.sources).rsplit('/').next() == Some(FILE)
    });
    Ok((site.filter(|_| !is_in_the_way), report))
}

/// Writes the record, and returns its path.
fn write(request: &Request, services: serde_yaml::Mapping, resources: serde_yaml::Mapping) -> Result<PathBuf, Fault> {
    let mut tree = serde_yaml::Mapping::new();
    for (name, kept) in [("services", services), ("resources", resources)] {
        if !kept.is_empty() {
            tree.insert(name.into(), kept.into());
        }
    }
    let text = serde_yaml::to_string(&tree).map_err(|error| fault::calls::not_in_words(&error))?;
    let content = &request.folders.content;
    whole::put(content, &[(FILE, format!("{HEAD}{text}").as_bytes())], &RealDisk)
        .map_err(|error| error.of_files(content))?;
    Ok(content.join(FILE))
}

/// Returns what is known of a service or resource before it is written down; nothing where there is none of this id.
fn find(site: &Site, what: What, id: &str) -> Option<Recorded> {
    let known = |name: String, checked: &Checked, how| {
        let replaced = checked.on.as_ref().map(|on| on.value);
        Recorded { name, how, file: PathBuf::new(), replaced }
    };
    if what == What::Resource {
        let mut resources = site.pack.resources.iter().flat_map(|all| &all.items);
        let resource = resources.find(|resource| resource.id.0.value == id)?;
        return Some(known(values::plain(&resource.title), &resource.checked, "opened"));
    }
    let service = services(site).find(|service| service.id.0.value == id)?;
    let can_be_called = service.phone.as_ref().is_some_and(|phone| !EMERGENCY.contains(&phone.number()));
    Some(known(values::plain(&service.name), &service.checked, if can_be_called { "called" } else { "opened" }))
}

fn nothing_called(site: &Site, what: What, id: &str) -> Fault {
    match what {
        What::Service => fault::calls::unknown("service", id, services(site).map(|service| &*service.id.0)),
        What::Resource => {
            let resources = site.pack.resources.iter().flat_map(|all| &all.items);
            fault::calls::unknown("resource", id, resources.map(|resource| &*resource.id.0))
        }
    }
}

/// Returns what is in checked.yaml already, to be written again.
fn written(checks: Option<&Checks>, of: fn(&Checks) -> &Entries) -> serde_yaml::Mapping {
    let kept = checks.into_iter().flat_map(of).filter_map(|(id, checked)| {
        let by = checked.by.as_ref().map(plain::line);
        Some((id.value.clone().into(), entry(checked.on.as_ref()?.value, by.as_deref(), checked.how)))
    });
    kept.collect()
}

fn entry(on: Date, by: Option<&str>, how: Option<&str>) -> serde_yaml::Value {
    let on = Some(("on", on.to_string()));
    let rest = [by.map(|by| ("by", by.to_owned())), how.map(|how| ("how", how.to_owned()))];
    let all = std::iter::once(on).chain(rest).flatten();
    all.map(|(key, value)| (key.into(), value.into())).collect::<serde_yaml::Mapping>().into()
}
