//! The makers of pages: each asks the site for what one kind of page shows, and gives back drafts with their views.
//!
//! - `articles.rs`: The page of an article: leaflets, guidance, change ideas, stories
//! - `benchmark_form.rs`: The form on which a group fills a benchmark in: every domain and standard of the pack, with the choices that there are
//! - `benchmark_form_paper.rs`: The form of a benchmark on paper, to fill in by pen: its questions like those of any form
//! - `benchmarks.rs`: The page of a benchmark, domain by domain and standard by standard, with the plan, what works well and what has changed; and the table of the last benchmarks side by side
//! - `card_papers.rs`: Cards for the pocket: the numbers of a ward beside its home, and the steps of a conversation model beside its page
//! - `change_ideas.rs`: What the page of a change idea shows besides its text: the drivers that it helps, and what came of its tests; and the list of the ideas
//! - `charter_papers.rs`: A ward's charter on paper: a poster in two sizes, a handout, large print and Easy Read; and as slides
//! - `charter_sheets.rs`: The sheet on which the people of a ward go over the lines of their charter: keep, change, add, take away
//! - `charters.rs`: The charter of a ward, and the one that all wards start from
//! - `conversations.rs`: The pages of conversation models: each to read, each as steps for use on shift, and all of them side by side
//! - `cross_papers.rs`: Safety crosses on paper: for any month, or for one; for everybody, or for a ward
//! - `differences.rs`: The pages that show how a ward's charter differs from the trust's, the trust's from the template, and what has changed since
//! - `drawing_papers.rs`: The chart of a measure and the driver diagram of a theory of change, as landscape pages to print
//! - `easy_charters.rs`: A ward's charter in Easy Read: a sheet of its own, with a picture beside each line
//! - `easy_reads.rs`: Pages in Easy Read: beside the item they belong to, and in each ward beside its copy of a leaflet
//! - `first_choices.rs`: The three choices that home and each ward's home begin with
//! - `form_papers.rs`: Forms on paper, to fill in by pen, and their cards, to be cut out
//! - `forms.rs`: The page of a form: its questions, those of the domains among them, the sentence that is made of the answers, and what comes next
//! - `items.rs`: A page for every item that lists others or stands in a file with others
//! - `leaflet_papers.rs`: A leaflet on paper, and each ward's copy of it with the ward's own numbers: in clear print, in large print, as a booklet and in Easy Read
//! - `lists.rs`: The pages that list: home and the index of each section, support and glossary among them
//! - `matrix.rs`: The page that sets what a pack holds beside each domain and each standard, and lists what it lacks
//! - `measurement_plans.rs`: The page of a measurement plan. What a measure counts and how often is shown from the measure's own file
//! - `measures.rs`: The page of a measure: a chart, what it says in words, the same numbers in a table and as a file
//! - `navigation.rs`: The lists that nobody writes: A to Z, all pages, the start page of a language, and "not found"
//! - `pack_papers.rs`: The charter and the leaflets of a ward as one document with contents, for the ward's folder
//! - `papers.rs`: What all papers have in common: what the page of the same has round its content, and what the pack says of itself
//! - `safety_crosses.rs`: The page of a measure that is counted by day: a safety cross for each month, and an empty one to fill in by pen
//! - `search.rs`: The search pages and what they find: one for everyone, and one in each ward, whose own pages come in place of the others'
//! - `sources.rs`: The page on sources and licences: which resources the pack stands on, where each is used, and who may use what
//! - `statements.rs`: What a trust says in pack.yaml and a page shows below its text: how accessible the copy is, and what is written down about those who read it
//! - `surveys.rs`: What people answered to a survey, for staff: each question with how often each choice was picked, as far as it may be shown
//! - `theories_of_change.rs`: The page of a theory of change: a driver diagram, and the same as a list
//! - `ward_page.rs`: Which page of a ward a page is: that decides its address, and the languages it is there in
//! - `wards.rs`: A ward's own pages: its home, its charter, and its copies of the leaflets with its contacts in the text
//! - `withdrawn.rs`: The pages of what is no longer there: they say so, and where to go

pub(in crate::plan) mod articles;
pub(in crate::plan) mod benchmark_form;
pub(in crate::plan) mod benchmark_form_paper;
pub(in crate::plan) mod benchmarks;
pub(in crate::plan) mod card_papers;
pub(in crate::plan) mod change_ideas;
pub(in crate::plan) mod charter_papers;
pub(in crate::plan) mod charter_sheets;
pub(in crate::plan) mod charters;
pub(in crate::plan) mod first_choices;
pub(in crate::plan) mod conversations;
pub(in crate::plan) mod cross_papers;
pub(in crate::plan) mod differences;
pub(in crate::plan) mod drawing_papers;
pub(in crate::plan) mod easy_charters;
pub(in crate::plan) mod easy_reads;
pub(in crate::plan) mod form_papers;
pub(in crate::plan) mod forms;
pub(in crate::plan) mod items;
pub(in crate::plan) mod leaflet_papers;
pub(in crate::plan) mod lists;
pub(in crate::plan) mod matrix;
pub(in crate::plan) mod measurement_plans;
pub(in crate::plan) mod measures;
pub(in crate::plan) mod navigation;
pub(in crate::plan) mod pack_papers;
pub(in crate::plan) mod papers;
pub(in crate::plan) mod safety_crosses;
pub(in crate::plan) mod search;
pub(in crate::plan) mod sources;
pub(in crate::plan) mod statements;
pub(in crate::plan) mod surveys;
pub(in crate::plan) mod theories_of_change;
pub(in crate::plan) mod ward_page;
pub(in crate::plan) mod wards;
pub(in crate::plan) mod withdrawn;
