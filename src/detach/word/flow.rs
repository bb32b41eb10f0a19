//! The words of a page as paragraphs of a Word file, one after the other, each where the page has it.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use wardpack_html::{PageElement, PageNode};

use super::fields::{PenField, TICK, pen_field};
use super::language::word_language;
use super::lists::{Lists, STEP};
use super::paragraph::{ParagraphHead, ParagraphPart, TextMark, WordBox, WordLink, WordLook, WordPlace, paragraph};
use super::pictures::picture;
use super::places::{INLINE, PLAIN_LISTS, box_of, is_heading, is_label, style_of};
use super::relations::Relations;
use super::spaces::{as_shown, embedding};
use super::xml::XmlText;
use crate::direction::Direction;

/// What was written last. Tables that follow each other are one to Word, and a cell ends with a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LastWritten {
    Paragraph,
    Table,
}

/// A document that is being written.
pub(super) struct WordFlow {
    pub xml: XmlText,
    pub relations: Relations,
    pub lists: Lists,
    /// The bookmark of each part of the page that a link leads to, by its id.
    bookmarks: BTreeMap<String, (String, usize)>,
    /// The bookmarks that have their place.
    placed: BTreeSet<usize>,
    /// What Word calls the page's language.
    pub language: Rc<str>,
    runs: Vec<ParagraphPart>,
    head: ParagraphHead,
    pub last: Option<LastWritten>,
    boxes: usize,
    /// The box that the last paragraph stands in.
    last_box: Option<WordBox>,
    pictures: usize,
    /// How many pictures are left out.
    pub without_pictures: usize,
}

impl WordFlow {
    pub fn new(xml: XmlText, language: Rc<str>, page: &PageElement) -> Self {
        WordFlow {
            xml,
            relations: Relations::default(),
            lists: Lists::default(),
            bookmarks: bookmarks(page),
            placed: BTreeSet::new(),
            language,
            runs: Vec::new(),
            head: ParagraphHead::default(),
            last: None,
            boxes: 0,
            last_box: None,
            pictures: 0,
            without_pictures: 0,
        }
    }

    /// Writes what is in an element.
    pub fn inside(&mut self, element: &PageElement, place: &WordPlace, look: &WordLook) {
        for node in &element.inside {
            match node {
                PageNode::Words(words) => self.runs.push(ParagraphPart::Words(words.clone(), look.clone())),
                PageNode::Element(element) => self.element(element, place, look),
            }
        }
    }

    /// Writes an element.
    pub fn element(&mut self, element: &PageElement, place: &WordPlace, look: &WordLook) {
        let outer = look.direction;
        let look = spoken(element, look.clone());
        let is_inline = INLINE.contains(&&*element.name) || element.name == "label" && self.is_after_tick();
        if !is_inline {
            self.flush(place);
        }
        let bookmark = element.attribute("id").and_then(|id| self.bookmarks.get(id));
        self.head.bookmarks.extend(bookmark.filter(|(_, number)| self.placed.insert(*number)).cloned());
        match &*element.name {
            "br" => self.runs.push(ParagraphPart::Break),
            "img" => self.image(element, place, &look),
            "svg" => self.drawing(element, &look),
            "input" | "textarea" | "select" => self.field(element, place, &look),
            _ if is_inline => self.inline(element, place, look, outer),
            _ => self.block(element, &WordPlace { direction: look.direction, ..place.clone() }, look),
        }
    }

    fn inline(&mut self, element: &PageElement, place: &WordPlace, look: WordLook, outer: Direction) {
        let look = marked(element, look);
        let look = self.linked(element, look);
        let turned = (look.direction != outer).then(|| embedding(look.direction));
        let quoted = (element.name == "q").then_some(('“', '”'));
        let around = [turned, quoted];
        let mut sign = |sign: char| self.runs.push(ParagraphPart::Words(sign.to_string(), look.clone()));
        around.iter().flatten().for_each(|(begin, _)| sign(*begin));
        self.inside(element, place, &look);
        let mut sign = |sign: char| self.runs.push(ParagraphPart::Words(sign.to_string(), look.clone()));
        around.iter().rev().flatten().for_each(|(_, end)| sign(*end));
    }

    fn linked(&mut self, element: &PageElement, look: WordLook) -> WordLook {
        let Some(href) = element.attribute("href").filter(|_| element.name == "a") else { return look };
        let link = match href.strip_prefix('#') {
            Some(id) => self.bookmarks.get(id).map(|(name, _)| WordLink::Part(name.clone())),
            None => Some(WordLink::Outside(self.relations.address(href))),
        };
        WordLook { link, ..look }
    }

    fn block(&mut self, element: &PageElement, place: &WordPlace, look: WordLook) {
        let mut place = style_of(element, place.clone());
        let kind = box_of(element).filter(|_| !place.is_in_table && place.boxed.is_none());
        if let Some(kind) = kind {
            self.boxes += 1;
            place.boxed = Some(WordBox { kind, number: self.boxes });
            place.indent += 170;
            place.width -= 340;
            self.head.begins_box = true;
        }
        let is_label = is_label(element);
        place.is_kept |= is_label;
        let look = if is_label { look.with(TextMark::Strong) } else { look };
        match &*element.name {
            "ul" | "ol" if element.is_of("easy-rows") => self.easy_rows(element, &place, &look),
            "ul" | "ol" => self.list(element, &place, &look),
            "table" => self.table(element, &place, &look),
            "hr" => self.lines(1, &place),
            "li" if element.is_of("contact") => self.kept_together(element, &place, &look),
            _ => self.inside(element, &place, &look),
        }
        self.flush(&place);
        self.head.begins_box &= kind.is_none();
    }

    /// Writes what is in an element so that it stays on one page.
    fn kept_together(&mut self, element: &PageElement, place: &WordPlace, look: &WordLook) {
        let count = element.elements().count();
        for (at, inside) in element.elements().enumerate() {
            let place = WordPlace { is_kept: at + 1 < count, ..place.clone() };
            self.element(inside, &place, look);
            self.flush(&place);
        }
    }

    fn list(&mut self, list: &PageElement, place: &WordPlace, look: &WordLook) {
        let has_heading = |item: &PageElement| item.elements().any(is_heading);
        if PLAIN_LISTS.iter().any(|class| list.is_of(class)) || list.elements().any(has_heading) {
            return self.inside(list, place, look);
        }
        let first = list.attribute("start").and_then(|start| start.parse().ok()).unwrap_or(1);
        let items = match &*list.name {
            "ol" => self.lists.numbers(first, place.lists),
            _ => self.lists.bullets(place.lists),
        };
        let inner = WordPlace { lists: place.lists + 1, indent: place.indent + STEP, ..place.clone() };
        for item in list.elements() {
            self.head.item = (item.name == "li").then_some(items);
            self.element(item, &inner, look);
            self.flush(&inner);
            self.head.item = None;
        }
    }

    fn image(&mut self, image: &PageElement, place: &WordPlace, look: &WordLook) {
        self.pictures += 1;
        if let Some(picture) = picture(image, place.width, self.pictures, &mut self.relations) {
            self.runs.push(ParagraphPart::Picture(picture));
            return;
        }
        self.without_pictures += 1;
        let words = image.attribute("alt").unwrap_or_default();
        self.runs.push(ParagraphPart::Words(words.to_owned(), look.clone()));
    }

    /// Writes what is said of a drawing that stands in the page itself: its colours are those of the page's stylesheet.
    fn drawing(&mut self, drawing: &PageElement, look: &WordLook) {
        self.without_pictures += 1;
        let words = drawing.attribute("aria-label").unwrap_or_default();
        self.runs.push(ParagraphPart::Words(words.to_owned(), look.clone()));
    }

    fn field(&mut self, element: &PageElement, place: &WordPlace, look: &WordLook) {
        match pen_field(element) {
            Some(PenField::Tick) => self.runs.push(ParagraphPart::Words(TICK.to_owned(), look.clone())),
            // Cells are there to write in.
            Some(PenField::Lines(_)) if place.is_in_table => {}
            Some(PenField::Lines(count)) => {
                self.flush(place);
                self.lines(count, place);
            }
            Some(PenField::Choices(choices)) => {
                self.runs.push(ParagraphPart::Words(format!(" {choices} "), look.clone()));
            }
            None => {}
        }
    }

    fn is_after_tick(&self) -> bool {
        let words = self.runs.iter().rev().filter_map(|run| match run {
            ParagraphPart::Words(words, _) if words.trim().is_empty() => None,
            run => Some(run),
        });
        matches!(words.into_iter().next(), Some(ParagraphPart::Words(words, _)) if words == TICK)
    }

    /// Writes lines to write on.
    fn lines(&mut self, count: usize, place: &WordPlace) {
        let place = WordPlace { style: Some("Answer"), boxed: None, ..place.clone() };
        (0..count).for_each(|_| self.nothing(&place));
    }

    /// Writes a paragraph with nothing in it, which Word wants between tables, between boxes, in cells and at the end.
    pub fn nothing(&mut self, place: &WordPlace) {
        paragraph(&mut self.xml, &[], place, &ParagraphHead::default(), &self.language);
        self.last = Some(LastWritten::Paragraph);
    }

    /// Ends the paragraph, if there is one.
    pub fn flush(&mut self, place: &WordPlace) {
        let runs = as_shown(std::mem::take(&mut self.runs), place.is_as_written);
        if runs.is_empty() {
            return;
        }
        // Boxes that follow each other are one to Word.
        let is_next_box = place.boxed.is_some() && self.last_box.is_some() && place.boxed != self.last_box;
        if is_next_box && self.last == Some(LastWritten::Paragraph) {
            self.nothing(&WordPlace { boxed: None, style: None, ..place.clone() });
            self.head.begins_box = false;
        }
        self.last_box = place.boxed;
        let head = std::mem::take(&mut self.head);
        paragraph(&mut self.xml, &runs, place, &head, &self.language);
        self.last = Some(LastWritten::Paragraph);
    }
}

/// Returns the look of the words in an element that can be in another language or run another way.
fn spoken(element: &PageElement, mut look: WordLook) -> WordLook {
    if let Some(language) = element.attribute("lang") {
        look.language = word_language(language).into();
    }
    match element.attribute("dir") {
        Some("rtl") => look.direction = Direction::RightToLeft,
        Some("ltr") => look.direction = Direction::LeftToRight,
        _ => {}
    }
    look
}

fn marked(element: &PageElement, look: WordLook) -> WordLook {
    match &*element.name {
        "strong" | "b" => look.with(TextMark::Strong),
        "em" | "i" => look.with(TextMark::Emphasis),
        "code" | "kbd" | "samp" => look.with(TextMark::Code),
        "s" | "del" => look.with(TextMark::Struck),
        "ins" | "u" => look.with(TextMark::Inserted),
        "sup" => look.with(TextMark::Raised),
        "sub" => look.with(TextMark::Lowered),
        _ => look,
    }
}

/// Returns a bookmark for each part of a page that a link on it leads to.
fn bookmarks(page: &PageElement) -> BTreeMap<String, (String, usize)> {
    let (mut ids, mut led_to) = (Vec::new(), Vec::new());
    page.every(&mut |element| {
        ids.extend(element.attribute("id").map(str::to_owned));
        led_to.extend(element.attribute("href").and_then(|href| href.strip_prefix('#')).map(str::to_owned));
    });
    let wanted = ids.into_iter().filter(|id| led_to.contains(id)).enumerate();
    wanted.map(|(at, id)| (id, (format!("_part{}", at + 1), at + 1))).collect()
}
