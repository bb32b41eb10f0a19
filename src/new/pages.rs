//! Files to start from for one page each: a leaflet, a story, a benchmark and the like. Each says what to write where, and is a page
//! without a problem as it stands.

use std::path::PathBuf;

use jiff::ToSpan;
use jiff::civil::Date;

use super::file::quoted;
use super::{question, resources, write_new};
use crate::model::kind::Kind;
use crate::model::read::id::{as_id, is_id, usable};
use crate::pipeline::{Drafts, Request, site};
use crate::problem::fault::{Fault, renaming, starting};
use crate::read::Sources;
use crate::resolve::Site;
use crate::span::Files;
use crate::text::line::Line;
use crate::write::disk::RealDisk;
use crate::write::whole;

/// A page that is to be started.
#[derive(Clone, Debug)]
pub struct PageToStart {
    pub kind: StartedKind,
    pub id: String,
    /// What it is called; made of its id where nothing is said.
    pub title: Option<String>,
}

/// What kind of page is started, and what has to be known of it besides its title.
#[derive(Clone, Debug)]
pub enum StartedKind {
    Leaflet,
    Page,
    Story,
    /// The Easy Read of a page, which is named as references do.
    EasyRead,
    Standard {
        domain: String,
    },
    Benchmark,
    Measure,
    Resource {
        url: String,
        kind: String,
    },
}

impl StartedKind {
    fn kind(&self) -> Kind {
        match self {
            StartedKind::Leaflet | StartedKind::EasyRead => Kind::Leaflet,
            StartedKind::Page => Kind::Page,
            StartedKind::Story => Kind::Story,
            StartedKind::Standard { .. } => Kind::Standard,
            StartedKind::Benchmark => Kind::Benchmark,
            StartedKind::Measure => Kind::Measure,
            StartedKind::Resource { .. } => Kind::Resource,
        }
    }
}

/// Writes the file of a page, and returns where it is. Nothing that is there is written over.
pub fn page(request: &Request, asked: &PageToStart) -> Result<PathBuf, Fault> {
    let content = &request.folders.content;
    whole::sweep(content, &RealDisk);
    let (found, report) = site(&Request { drafts: Drafts::Shown, ..request.clone() })?;
    let Some(site) = found else { return Err(renaming::pack_unreadable()) };
    let (sources, today) = (&report.sources, request.as_of);
    let PageToStart { kind, id, .. } = asked;
    if let StartedKind::EasyRead = kind {
        let (path, title) = page_to_say(&site, sources, id)?;
        return write_new(content, &path, easy_read(&title, today).as_bytes());
    }
    if !is_id(id) {
        return Err(renaming::no_id(id, &as_id(id)));
    }
    usable(kind.kind(), id, &site.pack.settings.languages)?;
    if site.names.has(kind.kind(), id) {
        return Err(renaming::taken(kind.kind().name(), id));
    }
    let title = quoted(&title(asked)?);
    let (path, text) = match kind {
        StartedKind::Leaflet => (format!("leaflets/{id}.md"), leaflet(&title, today)),
        StartedKind::Page => (format!("pages/{id}.md"), article(&title, PAGE, today)),
        StartedKind::Story => (format!("stories/{id}.md"), article(&title, STORY, today)),
        StartedKind::Standard { domain } => {
            (format!("{}/{id}.md", folder_of(&site, sources, domain)?), standard(&title, today))
        }
        StartedKind::Benchmark => (format!("benchmarks/{id}.yaml"), benchmark(&title, &domains(&site), today)),
        StartedKind::Measure => (format!("measures/{id}.yaml"), measure(&title, today)),
        StartedKind::Resource { url, kind } => return resources::add(request, sources, id, &[&title, kind, url]),
        StartedKind::EasyRead => return Err(renaming::not_a_reference(id)),
    };
    write_new(content, &path, text.as_bytes())
}

/// Returns the title that is given, or one made of the id; says why what is given can't be one.
fn title(asked: &PageToStart) -> Result<String, Fault> {
    let Some(given) = &asked.title else { return Ok(title_of(&asked.id)) };
    let title = given.split_whitespace().collect::<Vec<_>>().join(" ");
    if title.is_empty() {
        return Err(starting::no_title());
    }
    question::read::<Line>(&title).map(|_| title).map_err(|problem| Fault::from(&*problem))
}

/// Returns a title made of an id: “For visitors” of `for-visitors`.
fn title_of(id: &str) -> String {
    let words = id.replace('-', " ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Returns who looks after a page, when it was written and when it is to be read again.
fn looked_after(today: Date) -> String {
    let review_by = today.checked_add(1.year()).unwrap_or(today);
    format!("owner: Sexual safety lead\nwritten: {today}\nreview_by: {review_by}\n")
}

const NOTES: &str = "# Settings of the page. Lines that start with # are notes for you, and are on no page.\n";

fn leaflet(title: &str, today: Date) -> String {
    format!(
        "---
{NOTES}title: {title}
summary: One sentence on what the leaflet helps with.
# Who it is for: patients, carers, staff or visitors.
audience: [patients]
{}---
Write the most important thing first, in one or two short sentences.

<!-- Notes like this one are on no page. Values in braces are each ward's own, such as the name of the ward. -->

## What to expect

On {{ward.name}}, you can ask any member of staff. Write short sentences, and one idea in each.

- Lists are easy to read.

## If you want to talk

You choose what to say, and when to stop.
",
        looked_after(today)
    )
}

const PAGE: &str = "Write what this page is about.\n\n## A heading\n\nText below a heading.\n";
const STORY: &str = "Write what it was like before, in a few sentences. Ask everybody whose story it is, and name nobody.\n\n\
                     ## What people did\n\nText.\n\n## What they learned\n\nText.\n";

fn article(title: &str, body: &str, today: Date) -> String {
    format!(
        "---\n{NOTES}title: {title}\nsummary: One or two sentences on it, for lists and search.\n{}---\n{body}",
        looked_after(today)
    )
}

fn standard(title: &str, today: Date) -> String {
    format!(
        "---
{NOTES}title: {title}
# The wording of the standard, where your trust has permission to show it.
text: |
  Write the standard here, as it is published.
# What is to be seen when it is met, one line each.
outcomes:
  - Write what is to be seen.
{}---
Guidance on the standard goes here.
",
        looked_after(today)
    )
}

fn easy_read(title: &str, today: Date) -> String {
    format!(
        "\
# The same in Easy Read: one idea in a row, in one short sentence, with a picture of its own. The pictures are in the folder
# images/easy-read of the pack; wardpack check names those that it doesn't have.
title: {}
summary: One short sentence on what it helps with.
{}parts:
  - title: Welcome
    rows:
      - {{picture: welcome, text: \"Welcome.\"}}
      - {{picture: safe, text: You have a right to feel safe here.}}
",
        quoted(title),
        looked_after(today)
    )
}

fn benchmark(title: &str, domains: &[&str], today: Date) -> String {
    let ratings = domains.iter().fold(String::new(), |text, domain| text + "  - domain: " + domain + "\n");
    format!(
        "\
# A benchmark: how sure a group is about each domain of the standards. wardpack keys benchmarks says what else it can have.
title: {title}
summary: One sentence on whose benchmark it is.
# ward, service, directorate or trust. For a ward, add its id: ward: beach
level: ward
introduction: |
  No group has met yet for this sheet.
decided_by: |
  Write down who was in the group, by role and not by name. Patients and carers are part of it.
# When the group has decided, write below each domain: confidence: full, partial or none, and why.
ratings:
{ratings}{}",
        looked_after(today)
    )
}

fn measure(title: &str, today: Date) -> String {
    format!(
        "\
# A measure: what is counted, and how often. Its numbers go into a file of the same name that ends with .csv.
title: {title}
summary: One sentence on what it shows.
definition: |
  Write exactly what counts and what doesn't, so that two people count the same.
unit: reports
# day, week or month
frequency: month
{}",
        looked_after(today)
    )
}

/// Returns the path of the Easy Read of a page that is named as references do, and the title of the page.
fn page_to_say(site: &Site, sources: &Sources, written: &str) -> Result<(String, String), Fault> {
    let named = written.split_once('/').and_then(|(kind, id)| Some((Kind::named(kind)?, id)));
    let Some((kind, id)) = named else { return Err(renaming::not_a_reference(written)) };
    let Some(article) = site.pack.article(kind, id, None) else {
        return Err(if site.names.has(kind, id) {
            starting::no_easy_read(kind.name())
        } else {
            renaming::not_there(kind.name(), id, &site.names.ids(kind))
        });
    };
    let path = sources.file(article.file).path.replace(".md", ".easy.yaml");
    match sources.content.get(&path).map(|id| sources.shown(*id)) {
        Some(there) => Err(starting::easy_read_there(there)),
        None => Ok((path, article.title.fill(|used| format!("{{{}}}", used.name)))),
    }
}

/// Returns the folder that the standards of a domain are in.
fn folder_of(site: &Site, sources: &Sources, domain: &str) -> Result<String, Fault> {
    let article = site.pack.article(Kind::Domain, domain, None);
    let folder = article.and_then(|article| Some(sources.file(article.file).path.rsplit_once('/')?.0.to_owned()));
    folder.ok_or_else(|| renaming::not_there(Kind::Domain.name(), domain, &site.names.ids(Kind::Domain)))
}

/// Returns the ids of the domains in their order.
fn domains(site: &Site) -> Vec<&str> {
    let mut domains: Vec<(Option<i64>, &str)> = (site.pack.articles.iter())
        .filter(|article| article.kind == Kind::Domain && article.language.is_first())
        .map(|article| (article.order, article.id.as_str()))
        .collect();
    domains.sort_unstable();
    domains.into_iter().map(|(_, id)| id).collect()
}
