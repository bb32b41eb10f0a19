//! One finished page, read as a browser reads it.

use std::collections::{BTreeMap, BTreeSet};

use wardpack_html::{StartTag, Surroundings, Token, single_spaced};

use super::{Finding, Languages};
use crate::parse::link_words::say_nothing;
use crate::problem::catalogue::audit::PageMistake;

/// What a page is called, and what is wrong with it.
#[derive(Clone, Debug, Default)]
pub struct SeenPage {
    pub language: String,
    pub title: String,
    pub findings: Vec<Finding>,
}

/// Returns what is seen on a page.
pub fn look(html: &[u8], languages: &Languages) -> SeenPage {
    let mut state = ReadingState::default();
    wardpack_html::read(html, &mut |token| state.token(token, languages));
    state.finish()
}

#[derive(Default)]
struct ReadingState {
    seen: SeenPage,
    /// Elements whose words are wanted, the innermost last.
    open: Vec<OpenElement>,
    around: Surroundings,
    ids: BTreeSet<String>,
    /// Ids that a label or a link refers to.
    wanted: Vec<String>,
    last_heading: u8,
    main_headings: usize,
    landmarks: BTreeMap<String, usize>,
    /// Navigation without a name of its own.
    nameless: usize,
    /// Tables that are open: whether each has a head yet.
    tables: Vec<bool>,
    fields: Vec<Field>,
    labelled: BTreeSet<String>,
}

struct OpenElement {
    tag: String,
    words: String,
    has_name: bool,
    /// A link to a part of the same page: its words are those of a heading.
    stays: bool,
    /// A heading whose words are those of another one.
    same_words: bool,
}

struct Field {
    id: Option<String>,
    has_name: bool,
}

impl ReadingState {
    fn token(&mut self, token: Token<'_>, languages: &Languages) {
        match token {
            Token::Words(words) => self.text(words),
            Token::Start(tag) => {
                self.end_text_at(tag.name(), languages);
                self.start(tag);
            }
            Token::End(name) => {
                self.end_text_at(name, languages);
                self.end(name);
            }
        }
    }

    fn find(&mut self, mistake: PageMistake, words: &str) {
        self.seen.findings.push(Finding { mistake, words: words.trim().to_owned() });
    }

    fn text(&mut self, text: &str) {
        self.around.add(text);
        for open in &mut self.open {
            open.words.push_str(text);
        }
    }

    /// Looks at the words before a tag. A name keeps to itself in a sentence, and is still a part of it.
    fn end_text_at(&mut self, tag: &str, languages: &Languages) {
        if tag != "bdi" {
            self.end_text(languages);
        }
    }

    fn end_text(&mut self, languages: &Languages) {
        let is_foreign = |(words, language): &(&str, &str)| languages.are_foreign(words, language);
        if let Some((words, _)) = self.around.words().filter(is_foreign) {
            let words = single_spaced(words).0.into_owned();
            self.find(PageMistake::ForeignWords, &words);
        }
        self.around.forget_words();
    }

    fn start(&mut self, tag: &StartTag) {
        let name = tag.name();
        self.around.enter(name, tag.attribute("lang"));
        let same_id = tag.attribute("id").filter(|id| !self.ids.insert((*id).to_owned()));
        // The id of a heading comes of its words, and those are what its author knows; a template's own begins with `page-`.
        let same_words = same_id.as_ref().is_some_and(|id| is_heading(name) && !id.starts_with("page-"));
        if let Some(id) = same_id.filter(|_| !same_words) {
            self.find(PageMistake::SameId, id);
        }
        let has_name = || ["aria-label", "aria-labelledby", "title"].iter().any(|name| tag.attribute(name).is_some());
        self.references(tag);
        match name {
            "html" => tag.attribute("lang").unwrap_or_default().clone_into(&mut self.seen.language),
            "img" => self.picture(tag),
            "main" | "header" | "footer" => *self.landmarks.entry(name.to_owned()).or_default() += 1,
            "nav" if !has_name() => self.nameless += 1,
            "table" => self.tables.push(false),
            "th" => {
                self.tables.last_mut().into_iter().for_each(|has_head| *has_head = true);
                if tag.attribute("scope").is_none() {
                    self.find(PageMistake::HeadWithoutScope, "");
                }
            }
            "input" | "select" | "textarea" if tag.attribute("type") != Some("hidden") => {
                self.fields.push(Field { id: tag.attribute("id").map(str::to_owned), has_name: has_name() });
            }
            "label" => self.labelled.extend(tag.attribute("for").map(str::to_owned)),
            _ => {}
        }
        if is_heading(name) || matches!(name, "a" | "button" | "summary" | "title") {
            let href = tag.attribute("href");
            if name != "a" || href.is_some() {
                let stays = href.is_some_and(|href| href.starts_with('#'));
                let (tag, has_name) = (name.to_owned(), has_name());
                self.open.push(OpenElement { tag, words: String::new(), has_name, stays, same_words });
            }
        }
    }

    fn references(&mut self, tag: &StartTag) {
        tag.references(&mut |id| self.wanted.push(id.to_owned()));
    }

    fn picture(&mut self, tag: &StartTag) {
        match tag.attribute("alt") {
            Some(words) => self.text(words),
            None => self.find(PageMistake::PictureWithoutWords, tag.attribute("src").unwrap_or_default()),
        }
    }

    fn end(&mut self, name: &str) {
        self.around.leave(name);
        if name == "table" && self.tables.pop() == Some(false) {
            self.find(PageMistake::TableWithoutHead, "");
        }
        let Some(place) = self.open.iter().rposition(|open| open.tag == name) else { return };
        let OpenElement { words, has_name, stays, same_words, .. } = self.open.remove(place);
        let words = single_spaced(&words).0;
        match name {
            "title" => self.seen.title = words.into_owned(),
            _ if is_heading(name) => {
                if same_words {
                    self.find(PageMistake::SameHeading, &words);
                }
                self.heading(name.as_bytes()[1] - b'0', &words);
            }
            _ if words.is_empty() && !has_name => self.find(PageMistake::NoWords, name),
            "a" if !has_name && !stays && say_nothing(&words) => self.find(PageMistake::WordsSayNothing, &words),
            _ => {}
        }
    }

    fn heading(&mut self, level: u8, words: &str) {
        self.main_headings += usize::from(level == 1);
        if words.is_empty() {
            self.find(PageMistake::EmptyHeading, "");
        } else if level > self.last_heading + 1 {
            self.find(PageMistake::HeadingSkips, words);
        }
        self.last_heading = level;
    }

    fn finish(mut self) -> SeenPage {
        if self.seen.language.is_empty() {
            self.find(PageMistake::NoLanguage, "");
        }
        if self.seen.title.is_empty() {
            self.find(PageMistake::NoTitle, "");
        }
        if self.main_headings != 1 {
            self.find(PageMistake::MainHeadings, &self.main_headings.to_string());
        }
        if self.landmarks.get("main") != Some(&1) {
            self.find(PageMistake::NoMain, "");
        }
        if self.nameless > 1 {
            self.find(PageMistake::NamelessNavigation, "");
        }
        for id in std::mem::take(&mut self.wanted) {
            // The empty fragment is the top of the page.
            if !id.is_empty() && !self.ids.contains(&id) {
                self.find(PageMistake::NoSuchId, &id);
            }
        }
        for field in std::mem::take(&mut self.fields) {
            let is_labelled = field.id.as_ref().is_some_and(|id| self.labelled.contains(id));
            if !field.has_name && !is_labelled {
                self.find(PageMistake::FieldWithoutLabel, field.id.as_deref().unwrap_or_default());
            }
        }
        self.seen
    }
}

fn is_heading(name: &str) -> bool {
    matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = "<!doctype html><html lang=en><title>T</title><main><h1>H</h1><p id=p>Words</p><a href=#p>To the words</a>\
        <table><tr><th scope=col>A<tr><td>1</table><label for=i>L</label><input id=i><img src=x alt=''></main></html>";

    fn mistakes(html: &str) -> Vec<PageMistake> {
        look(html.as_bytes(), &Languages::default()).findings.into_iter().map(|finding| finding.mistake).collect()
    }

    #[test]
    fn a_good_page_passes() {
        assert_eq!(mistakes(GOOD), []);
        assert_eq!(look(GOOD.as_bytes(), &Languages::default()).title, "T");
    }

    #[test]
    fn each_defect_is_found() {
        let with = |from: &str, to: &str| {
            assert!(GOOD.contains(from), "{from}");
            mistakes(&GOOD.replace(from, to))
        };
        assert_eq!(with(" lang=en", ""), [PageMistake::NoLanguage]);
        assert_eq!(with("<title>T</title>", ""), [PageMistake::NoTitle]);
        assert_eq!(with("<h1>H</h1>", "<h1>H</h1><h1>I</h1>"), [PageMistake::MainHeadings]);
        assert_eq!(with("<h1>H</h1>", "<h1>H</h1><h3>I</h3>"), [PageMistake::HeadingSkips]);
        assert_eq!(with("<h1>H</h1>", "<h1>H</h1><h2> </h2>"), [PageMistake::EmptyHeading]);
        assert_eq!(with("<p id=p>", "<p id=p><b id=p>"), [PageMistake::SameId]);
        assert_eq!(with("<p id=p>", "<h2 id=p>I</h2><h2 id=p>J</h2><p>"), [PageMistake::SameHeading]);
        assert_eq!(with("href=#p", "href=#q"), [PageMistake::NoSuchId]);
        assert_eq!(with("<a href=#p>To the words", "<a href=x><b>Click</b> here"), [PageMistake::WordsSayNothing]);
        assert_eq!(with("To the words", "<img src=x alt=''>"), [PageMistake::NoWords]);
        assert_eq!(with(" alt=''", ""), [PageMistake::PictureWithoutWords]);
        assert_eq!(with(" scope=col", ""), [PageMistake::HeadWithoutScope]);
        assert_eq!(with("<th scope=col>", "<td>"), [PageMistake::TableWithoutHead]);
        assert_eq!(with("<label for=i>L</label>", ""), [PageMistake::FieldWithoutLabel]);
        assert_eq!(with("<h1>H</h1>", "<h1>یہ</h1>"), [PageMistake::ForeignWords]);
        assert_eq!(with("<h1>H</h1>", "<h1 lang=ur>یہ</h1><ul><li lang=ur>وہ<li>Words</ul>"), []);
        assert!(with("<main>", "").contains(&PageMistake::NoMain));
        assert_eq!(with("<main>", "<nav></nav><nav></nav><main>"), [PageMistake::NamelessNavigation]);
    }
}
