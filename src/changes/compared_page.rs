//! What a finished page says, line by line, as somebody reads it who compares it with an earlier one.

use std::collections::BTreeSet;

use wardpack_html::{StartTag, Token};

/// A page as it is compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ComparedPage {
    pub title: String,
    pub summary: String,
    pub language: String,
    /// The ward whose page it is; empty where it is nobody's.
    pub ward: String,
    /// What stands on the page.
    pub lines: Vec<String>,
    /// What the page says of itself at its foot: when it was written and reviewed.
    pub about: Vec<String>,
    /// The help panel, and the phone numbers in it.
    pub help: Vec<String>,
    pub numbers: BTreeSet<String>,
    /// The address that the page leads on to, where it stands at one that another page had before; as it is written.
    pub leads_to: Option<String>,
}

impl ComparedPage {
    /// Reads a page as a browser would.
    pub fn read(html: &[u8]) -> Self {
        let mut state = LineState::default();
        wardpack_html::read(html, &mut |token| match token {
            Token::Words(words) => state.line.push_str(words),
            Token::Start(tag) => state.start(tag),
            Token::End(name) => state.end(name),
        });
        state.page
    }
}

#[derive(Default)]
struct LineState {
    page: ComparedPage,
    /// The parts of the page that are open, the innermost last: what is in them goes there.
    parts: Vec<(String, PagePart)>,
    line: String,
    /// Where in the line a phone number begins that is being read.
    number_from: Option<usize>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum PagePart {
    Main,
    /// Menus and lists of contents, which repeat what stands elsewhere.
    Skipped,
    About,
    Help,
    Title,
    /// The line at the top that says whose page it is, and the ward's name in it.
    Whose,
    Ward,
}

fn attribute<'t>(tag: &'t StartTag, name: &str) -> &'t str {
    tag.attribute(name).unwrap_or_default()
}

/// Elements that are part of a line, and don't end it.
const IN_A_LINE: [&str; 14] =
    ["a", "abbr", "b", "bdi", "br", "code", "del", "em", "i", "img", "ins", "span", "strong", "time"];

impl LineState {
    fn start(&mut self, tag: &StartTag) {
        let name = tag.name();
        let part = part_of(tag);
        if !IN_A_LINE.contains(&name) || name == "br" || part.is_some() {
            self.end_line();
        }
        match name {
            "html" => attribute(tag, "lang").clone_into(&mut self.page.language),
            "meta" if attribute(tag, "name") == "description" => {
                attribute(tag, "content").clone_into(&mut self.page.summary);
            }
            "a" if attribute(tag, "id") == "page-moved" => {
                self.page.leads_to = Some(attribute(tag, "href").to_owned());
            }
            "img" => self.line.push_str(attribute(tag, "alt")),
            "a" if self.part() == Some(PagePart::Help) && attribute(tag, "href").starts_with("tel:") => {
                self.number_from = Some(self.line.len());
            }
            "a" if self.part() == Some(PagePart::Whose) => {
                self.line.clear();
                self.parts.push((name.to_owned(), PagePart::Ward));
                return;
            }
            _ => {}
        }
        if let Some(part) = part {
            self.parts.push((name.to_owned(), part));
        } else if self.parts.iter().any(|(open, _)| open == name) {
            // Its end would be taken for that of the part.
            let part = self.part().unwrap_or(PagePart::Main);
            self.parts.push((name.to_owned(), part));
        }
    }

    fn end(&mut self, name: &str) {
        if let Some(from) = self.number_from.take_if(|_| name == "a") {
            self.page.numbers.insert(self.line[from..].trim().to_owned());
        }
        if !IN_A_LINE.contains(&name) || matches!(self.part(), Some(PagePart::Ward | PagePart::Skipped)) {
            self.end_line();
        }
        if self.parts.last().is_some_and(|(open, _)| open == name) {
            self.parts.pop();
        }
    }

    fn part(&self) -> Option<PagePart> {
        self.parts.last().map(|(_, part)| *part)
    }

    fn end_line(&mut self) {
        let line = self.line.split_whitespace().collect::<Vec<_>>().join(" ");
        self.line.clear();
        let page = &mut self.page;
        let lines = match self.parts.last().map(|(_, part)| *part) {
            _ if line.is_empty() => return,
            Some(PagePart::Title) => {
                page.title.clone_from(&line);
                &mut page.lines
            }
            Some(PagePart::Ward) => return page.ward = line,
            Some(PagePart::Main) => &mut page.lines,
            // The code of a version changes with every word, and says no more than that.
            Some(PagePart::About) if line.rsplit(' ').next().is_some_and(is_code) => return,
            Some(PagePart::About) => &mut page.about,
            Some(PagePart::Help) => &mut page.help,
            Some(PagePart::Skipped | PagePart::Whose) | None => return,
        };
        lines.push(line);
    }
}

fn is_code(word: &str) -> bool {
    word.len() == 7 && word.chars().all(|letter| letter.is_ascii_uppercase() || letter.is_ascii_digit())
}

/// Returns the part of a page that an element begins.
fn part_of(tag: &StartTag) -> Option<PagePart> {
    let has_class = |class: &str| attribute(tag, "class").split_whitespace().any(|one| one == class);
    match tag.name() {
        "main" => Some(PagePart::Main),
        "h1" => Some(PagePart::Title),
        "nav" | "script" | "style" => Some(PagePart::Skipped),
        _ if attribute(tag, "id") == "page-help" => Some(PagePart::Help),
        // What kind of page a list leads to.
        "span" if has_class("small") => Some(PagePart::Skipped),
        "section" if has_class("foot") => Some(PagePart::About),
        "p" if has_class("top-ward") => Some(PagePart::Whose),
        _ => None,
    }
}
