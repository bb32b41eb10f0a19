//! The sheet on which the people of a ward go over the lines of their charter: keep, change, add, take away. It is made of the charter
//! itself, so it has the ward's own words, those in Easy Read among them.

use std::sync::Arc;

use crate::model::form::{AnswerKind, MEANING_FORM};
use crate::model::kind::Kind;
use crate::plan::pages::charters;
use crate::plan::pages::ward_page::WardPage;
use crate::plan::pages::wards::WardPages;
use crate::plan::view::form::{FillIn, Part, Question, Row};
use crate::plan::view::pages::View;
use crate::plan::view::wards::CharterSheet;
use crate::plan::view::{Foot, Link, Piece};
use crate::plan::voice::Voice;
use crate::plan::{Draft, Page, Planner, url};
use crate::resolve::charter::{Charter, CharterBehaviour, LaidPart};

/// Other forms that a session about a charter needs, where the pack has them.
const FORMS: [&str; 3] = ["charter-session", MEANING_FORM, "leave-cards"];
/// How many empty rows there are for new lines.
const NEW_LINES: usize = 4;

impl Planner<'_> {
    /// Returns the link to the sheet, on a site that staff see.
    pub(in crate::plan) fn charter_sheet_link(&self, pages: &WardPages<'_>) -> Option<Link> {
        let voice = &pages.voice;
        voice.is_for_staff().then(|| Link {
            href: url::in_language(&url::charter_sheet(&pages.ward.id), voice.language()),
            words: voice.words(&["charter_sheet", "title"]),
            ..Link::default()
        })
    }

    /// Returns the page with the lines of a ward's charter, on a site that staff see.
    pub(in crate::plan) fn charter_sheet(&self, pages: &WardPages<'_>, charter: &Charter) -> Option<Draft> {
        let WardPages { voice, ward, .. } = pages;
        let link = self.charter_sheet_link(pages)?;
        let root = url::root(&link.href);
        let lines = SheetLines { voice, charter, root: &root };
        let is_there = |id: &&&str| !voice.is_left_out(Kind::Form, id);
        let above = Link {
            words: voice.words(&["charter_title"]),
            href: voice.href(Kind::Section, "charter"),
            ..Link::default()
        };
        let view = View::CharterSheet(Box::new(CharterSheet {
            // No id has such a line in it, so no form of the pack is called the same.
            form: FillIn {
                id: format!("{}_charter", ward.id),
                parts: lines.parts(),
                foot: Foot { version: charters::version(pages, charter), ..Foot::default() },
                ..FillIn::default()
            },
            charter: above.clone(),
            forms: FORMS.iter().filter(is_there).map(|id| voice.link(Kind::Form, id)).collect(),
        }));
        let description = voice.words(&["charter_sheet", "description"]);
        let mut frame = self.ward_frame(pages, WardPage::CharterSheet, link.words, description);
        frame.breadcrumb.push(above);
        Some(Draft::page(Page { frame, view }, Some(ward.name.span)))
    }
}

/// The lines of a charter as questions.
struct SheetLines<'a> {
    voice: &'a Voice<'a>,
    charter: &'a Charter,
    root: &'a str,
}

impl SheetLines<'_> {
    fn words(&self, name: &str) -> String {
        self.voice.words(&["charter_sheet", name])
    }

    fn parts(&self) -> Vec<Part> {
        let Charter { explanation, means_here, intent, support, behaviours, .. } = self.charter;
        let mut first = self.of_part("explanation", explanation.as_ref());
        first.extend(self.of_part("means_here", means_here.as_ref()));
        if means_here.is_none() {
            first.push(Question { id: "part_means_here_words".into(), ask: self.words("means_here"), ..written() });
        }
        let lines = behaviours.iter().enumerate().flat_map(|(at, behaviour)| self.of_behaviour(at + 1, behaviour));
        let heading = |name: &str| self.voice.words(&["charter", name]);
        let parts = [
            (heading("explanation"), first),
            (heading("intent"), self.of_part("intent", intent.as_ref())),
            (heading("behaviours"), lines.collect()),
            (self.words("add"), vec![self.new_lines()]),
            (heading("support"), self.of_part("support", support.as_ref())),
        ];
        let parts = parts.into_iter().filter(|(_, questions)| !questions.is_empty());
        let part = |(number, (title, questions))| Part {
            id: format!("page-part-{}", number + 1),
            title: Some(title),
            questions,
            ..Part::default()
        };
        let mut parts: Vec<Part> = parts.enumerate().map(part).collect();
        if let Some(first) = parts.first_mut() {
            (first.text, first.text_lang) = self.prompts().unzip();
            first.text_lang = first.text_lang.take().filter(|language| *language != self.voice.strings.language);
        }
        parts
    }

    /// Returns what wards of this kind may want to talk about, and the language of that: the words of the form that asks what sexual
    /// safety means there.
    fn prompts(&self) -> Option<(Arc<Piece>, String)> {
        let Voice { shared, .. } = self.voice;
        let find = |language: Option<&str>| shared.meaning.iter().find(|form| form.language.tag() == language);
        let form = find(self.voice.language()).or_else(|| find(None))?;
        let text = form.parts.first().and_then(|part| part.text.as_ref())?;
        let language = shared.language_of(form.file);
        let piece = self.voice.piece_in(language, text, self.root);
        Some((piece, language.to_owned())).filter(|(piece, _)| !piece.prose.blocks.is_empty())
    }

    /// Returns what is asked of a part that isn't a behaviour. It can't be taken away.
    fn of_part(&self, name: &str, part: Option<&LaidPart>) -> Vec<Question> {
        let title = self.voice.words(&["charter", name]);
        part.into_iter()
            .flat_map(|part| self.of_line(&format!("part_{name}"), title.clone(), None, part, &["keep", "change"]))
            .collect()
    }

    fn of_behaviour(&self, number: usize, behaviour: &CharterBehaviour) -> Vec<Question> {
        let with_number = |name: &str| self.voice.words_with(&["charter_sheet", name], "{number}", &number.to_string());
        let (line, stays) = (with_number("line"), behaviour.required.is_some());
        let choices: &[&str] = if stays { &["keep", "change"] } else { &["keep", "change", "remove"] };
        let above = if stays { with_number("stays") } else { line.clone() };
        let mut questions = self.of_line(&behaviour.id, line.clone(), Some(above), &behaviour.part, choices);
        let now = behaviour.easy_read.as_ref().map(|words| self.voice.line(words));
        let picture = behaviour.picture.as_ref().filter(|_| now.is_some());
        questions.push(Question {
            id: format!("{}_easier", behaviour.id),
            ask: self.voice.words_with(&["charter_sheet", "easier_words"], "{of}", &line),
            now: now.map(|now| self.voice.words_with(&["charter_sheet", "now"], "{words}", &now)),
            picture: picture.and_then(|picture| self.voice.shared.picture_of_row(picture, self.root)),
            ..written()
        });
        questions
    }

    /// Returns the line with what can be decided of it, and room for other words. `of` says in words which it is.
    fn of_line(&self, id: &str, of: String, above: Option<String>, part: &LaidPart, choices: &[&str]) -> Vec<Question> {
        let decided = Question {
            id: format!("{id}_keep"),
            above,
            taken: Some(self.voice.piece_in(&part.language, &part.text, self.root)),
            lang: (part.language != self.voice.strings.language).then(|| part.language.clone()),
            answer: AnswerKind::PickOne.name(),
            choices: choices.iter().map(|name| self.words(name)).collect(),
            ..Question::default()
        };
        let ask = self.voice.words_with(&["charter_sheet", "new_words"], "{of}", &of);
        vec![decided, Question { id: format!("{id}_words"), ask, ..written() }]
    }

    fn new_lines(&self) -> Question {
        Question {
            id: "new_lines".into(),
            ask: self.words("add_ask"),
            answer: AnswerKind::Table.name(),
            columns: ["new_line", "easier_line", "after"].map(|name| self.words(name)).to_vec(),
            rows: (1..=NEW_LINES).map(|number| Row { number, title: None }).collect(),
            grows: true,
            ..Question::default()
        }
    }
}

/// Returns a question that is answered in words.
fn written() -> Question {
    Question { answer: AnswerKind::LongText.name(), ..Question::default() }
}
