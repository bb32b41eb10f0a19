//! The nouns: what a pack is made of, as its authors call it. One file each; [`pack`] collects them.
//!
//! Nothing here knows where an item's page will be, or that there are pages at all.
//!
//! - `accessibility.rs`: What a trust says of how accessible its copy is: the facts that an accessibility statement gives and no pack can know
//! - `address.rs`: Addresses: of a page outside the pack, of the pack's own site, and for email
//! - `ages.rs`: Ages: of the people of a kind of ward, and of those whom a text or a service suits
//! - `agreement.rs`: `wards/<id>.agreed.yaml`: the words of a charter that the people of a ward agreed, who they were, and when
//! - `answers.rs`: forms/<id>.csv: what many people answered to a survey, a person in each row
//! - `article.rs`: A Markdown page: leaflets, guidance, change ideas, stories, the domains of the standards, and the index of each section
//! - `audience.rs`: Who a page is for
//! - `benchmark.rs`: A benchmarking exercise: how confident a trust, a directorate or a ward is in each domain, and what it will do
//! - `brand.rs`: What pages look like for one publisher
//! - `charter_changes.rs`: What a layer of the charter says differently from the one below it: the trust's over the template, a ward's over both
//! - `charter_format.rs`: What charters are printed as, beside the handout in clear print
//! - `charter_template.rs`: charter/template.yaml: the base of every ward's charter, with its four parts
//! - `checked.rs`: Who called or opened something of others, and where the words on it come from: two facts, since a copy of a page says nothing of whether a number still rings
//! - `collection.rs`: The files that hold a list of small items: resources.yaml, support.yaml and glossary.yaml
//! - `colour.rs`: A trust's own colour, and the shades of it that can be told from the page (WCAG 2.2, 1.4.3 and 1.4.11)
//! - `contact.rs`: Whom to call: a ward's own contacts, and those of a hospital or trust that its wards inherit
//! - `conversation_model.rs`: A model for starting conversations, such as BETTER: its steps, words to say and to avoid, when to stop, and what to write down
//! - `day.rs`: A day: year, month and day
//! - `download.rs`: A file to download: a PDF, a document of Word or Excel, captions of a film
//! - `easy_read.rs`: A page in Easy Read: one idea at a time, in one short sentence beside one picture
//! - `form.rs`: A form: questions to answer on screen or by pen, and what comes next for some of the answers
//! - `kind.rs`: The kinds of item a pack has, by the names that authors, addresses and this program share
//! - `language.rs`: Languages: their tags and their own names
//! - `leaflet_format.rs`: What leaflets are printed as, beside clear print on A4
//! - `measure.rs`: A measure: what is counted, how often, and by which rules its numbers are read
//! - `measurement_plan.rs`: A measurement plan: what a project measures, what exactly that means, how often and with which tool
//! - `nation.rs`: The nation whose services a pack's readers can use: some services are there for one nation of the United Kingdom only
//! - `numbers.rs`: measures/<id>.csv: the numbers of a measure, a month, a week or a day in each row
//! - `pack/`: `Parsed` files → `Pack`: every noun in one place, and what is asked of all of them
//! - `phone.rs`: A phone number, as people read it and as it is dialled
//! - `picture.rs`: A picture of the pack, and its size: a page that knows it keeps the place free, and nothing moves when the picture comes
//! - `piece.rs`: What a noun holds: the pieces by which words, references and languages are found
//! - `place.rs`: What a file is, by where it lies: the folder gives the kind, the name gives the id and the language
//! - `placeholder.rs`: The placeholders: a closed list, and what each stands for
//! - `privacy.rs`: What a trust says of the privacy of those who read its copy: the facts that a privacy notice gives and no pack can know
//! - `promises.rs`: What leaflets promise of a ward: each line with `{promise.safety-plan?}` in it is one
//! - `read/`: What reads a YAML tree into typed fields
//! - `resource.rs`: A publication, tool or page outside the pack
//! - `review.rs`: Who looks after an item, when it was read last and is to be read again, and where it comes from
//! - `publish_profile.rs`: A copy of the site that is published somewhere: where to, and for whom it is
//! - `published.rs`: published.yaml: the addresses that were published, so that none vanishes unseen
//! - `search_words.rs`: search.yaml: what people type in words of their own, and the pages that help them
//! - `settings.rs`: pack.yaml: what the pack is called, who publishes it, its languages and kinds of ward
//! - `sheet_record.rs`: wards/<id>.sheets.yaml: which sheet hangs where on a ward, with its code and the day it was put up
//! - `standard.rs`: One of the Sexual Safety Standards, in the wording that a trust has permission to show
//! - `support.rs`: A service that helps: a helpline, an advocate, the police
//! - `term.rs`: A word of the glossary
//! - `test_log.rs`: change-ideas/<id>.tests.yaml: the tests of a change idea, each by plan, do, study and act
//! - `theory_of_change.rs`: A theory of change: an aim, what has to change to reach it, and the ideas that are tried. It is drawn as a driver diagram
//! - `trust.rs`: charter/trust.yaml: what the charter of every ward of a trust says differently from the template
//! - `ward.rs`: wards/<id>.yaml: one ward, its contacts, and what its charter says differently
//! - `ward_list.rs`: wards.xlsx or wards.csv: a ward in each row
//! - `withdrawn.rs`: That a ward or a page is no longer there: since when, why, and where to go instead
//! - `young_people.rs`: What a trust tells children and young people in its own words, since no pack can know it: what the law says at their age, and whom its staff must tell

pub mod accessibility;
pub mod address;
pub mod ages;
pub mod agreement;
pub mod answers;
pub mod article;
pub mod audience;
pub mod benchmark;
pub mod brand;
pub mod charter_changes;
pub mod charter_format;
pub mod charter_template;
pub mod checked;
pub mod collection;
pub mod colour;
pub mod contact;
pub mod conversation_model;
pub mod day;
pub mod download;
pub mod easy_read;
pub mod form;
pub mod kind;
pub mod language;
pub mod leaflet_format;
pub mod measure;
pub mod measurement_plan;
pub mod nation;
pub mod numbers;
pub mod pack;
pub mod phone;
pub mod picture;
pub mod piece;
pub mod place;
pub mod placeholder;
pub mod privacy;
pub mod promises;
pub mod read;
pub mod resource;
pub mod review;
pub mod publish_profile;
pub mod published;
pub mod search_words;
pub mod settings;
pub mod sheet_record;
pub mod standard;
pub mod support;
pub mod term;
pub mod test_log;
pub mod theory_of_change;
pub mod trust;
pub mod ward_list;
pub mod ward;
pub mod withdrawn;
pub mod young_people;
