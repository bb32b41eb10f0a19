//! wardpack turns a folder of YAML and Markdown into a website in which every ward has its own charter.
//!
//! ```text
//!  disk ─read→ Sources ─parse→ Parsed ─collect→ Pack ─resolve→ Site ─check→ (the same Site, and its problems)
//!                                                                │
//!  disk ←write─ Rendered ←──render── Plan ←──────────plan────────┘
//! ```
//!
//! Verbs are modules, nouns are types, and this file lists the modules in the order the text flows: a module uses only the
//! modules above it. [`pipeline`] is the line as one function, and the page to read first.
//!
//! | module | what it does | what it never does |
//! |---|---|---|
//! | [`span`] | says where a piece of text came from | hold the text |
//! | [`direction`] | says which way text runs, and keeps numbers and values whole in it | know of markup |
//! | [`measure`] | says what numbers say: limits, signals, and stars for small ones | word it, or know what is counted |
//! | [`problem`] | words what we tell the author, in one catalogue | print |
//! | [`read`] | disk → `Sources`, in layers | look at what files mean |
//! | [`text`] | sentences and lines as trees, and what walks them | know Markdown, YAML or a file |
//! | [`parse`] | `Sources` → `Parsed`: YAML and Markdown trees with spans | know a second file |
//! | [`model`] | `Parsed` → `Pack`: the nouns, typed | know that there are pages |
//! | [`resolve`] | `Pack` → `Site`: names become items, wards get their charters | decide what is wrong beyond names |
//! | [`check`] | rules over a `Site`, one a file | change the site |
//! | [`ledger`] | knows what made each file on disk, and lists those that are ours | touch the disk |
//! | [`plan`] | `Site` → `Plan`: every file and what it will show | hold a span or a clock |
//! | [`render`] | `Plan` → `Rendered`: pages from their views alone | see a `Site` |
//! | [`print`](mod@print) | the papers of a `Plan` → PDFs, by a press that it is given | know how words are laid out |
//! | [`audit`] | looks at finished pages as browsers read them | change a page |
//! | [`why`] | compares what a page was drawn from with last time | decide what is drawn |
//! | [`write`] | `Rendered` → disk, whole files at every moment | touch what isn't ours |
//! | [`pipeline`] | the line above | print |
//! | [`keys`] | says which keys each kind of file can have | read a file of a pack |
//! | [`agree`] | writes down what a ward agreed, and looks its code up | change the words |
//! | [`round`] | tells which sheets on a ward aren't current, and writes down what hangs where | change what a sheet says |
//! | [`calls`] | lists the services to call, and writes down who did | call anybody |
//! | [`evidence`] | says what a pack can show to whoever assesses how it is made, and what it can't | claim that anything is met |
//! | [`links`] | lists the addresses outside the pack, and says what their sites answered | ask a site |
//! | [`rename`] | gives an item another id, and rewrites what refers to it | change more than the id |
//! | [`new`] | starts a pack, a ward or an empty list of wards | ask anybody, or write over a file |
//! | [`import`] | takes standards in from a sheet, each as a file | write over a file unless it is asked to |
//! | [`exchange`] | hands a benchmark over as a workbook to fill in, and takes it back | write over a file unless it is asked to |
//! | [`adopt`] | takes files of the layers below up for editing, and tells what changed below since | write to a file the user has |
//! | [`bundle`] | a ward's own pack as a folder or zip file, whole or as an update, and whether a copy is whole | draw a page |
//! | [`detach`] | takes pages out of the site: each as one file, as a part of another system's page, or as a Word file | draw a page |
//! | [`publish`] | a built site → where people read it, whole, with the release before kept | make a site |
//! | [`changes`] | two built sites → what has changed for readers, in words | build one |
//! | [`doctor`] | says what on a machine or in a folder will give trouble | look at it, or change it |
//! | [`watch`] | runs the line again after each save | look at what changed beyond "something" |
//! | `ask` | asks other sites whether their pages are there | read what a page says |
//! | `serve` | shows the site in a browser, and tells it what changed | change a file |
//! | [`cli`] | flags as types, one file a subcommand | know how a page is made |
//!
//! `crates/html` is a leaf below all of them: a finished page as its tags and words, read at full speed in every profile.
//! `crates/photo` is another: a photo made upright and no larger than screens need.
//! `crates/unified` has no code: it asks for the features of libraries that `crates/print` needs, so that both programs are built from the same.
//!
//! Only `read`, `write`, `watch`, `ask`, `serve` and `cli` touch the disk, the network, the clock or the terminal; `.clippy.toml` and `tests/suite/architecture.rs` hold
//! that, and the order. Minifying stands in `render` and not in a stage after it: templates are minified when they are
//! loaded and each shared body once, so no finished page is gone over again.

pub mod span;
pub mod direction;
pub mod measure;
pub mod problem;
pub mod read;
pub mod text;
pub mod parse;
pub mod model;
pub mod resolve;
pub mod check;
pub mod ledger;
pub mod plan;
pub mod render;
pub mod print;
pub mod audit;
pub mod why;
pub mod write;
pub mod pipeline;
pub mod keys;
pub mod agree;
pub mod round;
pub mod calls;
pub mod evidence;
pub mod links;
pub mod rename;
pub mod new;
pub mod import;
pub mod exchange;
pub mod adopt;
pub mod bundle;
pub mod detach;
pub mod publish;
pub mod changes;
pub mod doctor;
pub mod watch;
#[cfg(feature = "links")]
pub mod ask;
#[cfg(feature = "serve")]
pub mod serve;
pub mod cli;
