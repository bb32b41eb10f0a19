//! Which words of a text are lost: they are neither on its page nor named by a problem.

use pulldown_cmark::{Event, Options, Parser, Tag};
use wardpack::parse::markdown;
use wardpack::plan::view::{FilledLink, Filling, Said, ShownPicture};
use wardpack::problem::{Place, Problem};
use wardpack::render::prose;
use wardpack::span::{FileId, Span};
use wardpack::text::prose::{LinkTarget, Prose};

/// Returns the words of a text that are neither on its page nor in a problem, as often as they stand in it.
pub fn lost(text: &str) -> Vec<String> {
    let mut problems = Vec::new();
    let found = markdown::prose(text, Span::new(FileId(0), 0, text.len()), text, &mut problems);
    if problems.iter().any(|problem| problem.code.id == "M006") {
        // Text nested too deeply is told once, where it begins.
        return Vec::new();
    }
    let filling = filling(&found);
    let addresses =
        filling.links.iter().map(|link| link.href.as_str()).chain(filling.images.iter().map(|one| one.href.as_str()));
    let mut kept = vec![decoded(&prose::html(&found, &filling)), signs(text), addresses.collect()];
    kept.extend(problems.iter().map(|problem| told(problem, text)));
    // Whom a passage is for is looked at once the pack is known.
    let readers = found.passages.iter().flat_map(|passage| passage.audience.iter().chain(&passage.ward_kinds));
    kept.extend(readers.map(|reader| reader.value.clone()));
    // A link that is refused is told where it stands; its address may be on a line of its own.
    if problems.iter().any(|problem| problem.code.id == "M002") {
        kept.extend(text.lines().filter(|line| line.contains("]:")).map(str::to_owned));
    }
    let count = |text: &str, word: &str| text.matches(word).count();
    let source = without_entities(text);
    // The numbers of a list are signs; they are counted anew, and M025 tells where that makes a difference.
    let has_numbers = kept[0].contains("<ol");
    let is_number = |word: &str| has_numbers && word.chars().all(|letter| letter.is_ascii_digit());
    let is_box = |word: &str| text.contains(&format!("[!{word}]"));
    let is_sign = |word: &str| is_number(word) || is_box(word);
    let is_kept = |word: &str| count(&source, word) <= kept.iter().map(|text| count(text, word)).sum::<usize>();
    words(&source).filter(|word| !is_sign(word) && !is_kept(word)).map(str::to_owned).collect()
}

/// Returns what a text is filled with where there is no pack: its own addresses, and the names of its placeholders.
fn filling(prose: &Prose) -> Filling {
    let link = |target: &LinkTarget| match target {
        LinkTarget::Reference { kind, id } => format!("{kind}/{id}"),
        LinkTarget::File { path, fragment } => format!("{path} {}", fragment.as_deref().unwrap_or_default()),
        LinkTarget::Heading(address) | LinkTarget::Outside(address) => address.clone(),
    };
    let placeholder = |name: &str, fallback: Option<&str>| Said {
        words: format!("{name} {}", fallback.unwrap_or_default()),
        lang: None,
    };
    Filling {
        placeholders: prose
            .placeholders
            .iter()
            .map(|one| placeholder(&one.name, one.fallback().map(String::as_str)))
            .collect(),
        links: (prose.links.iter())
            .map(|one| FilledLink {
                href: link(&one.target),
                words: link(&one.target),
                outside: false,
                elsewhere: None,
                file_type: None,
                file_size: None,
            })
            .collect(),
        images: prose
            .images
            .iter()
            .map(|one| ShownPicture { href: one.path.clone(), size: None, srcset: None })
            .collect(),
        passages: prose.passages.iter().map(|_| String::new()).collect(),
        ..Filling::default()
    }
}

/// Returns what a problem points at. A comment without an end takes all that follows, and says so.
fn told(problem: &Problem, text: &str) -> String {
    let Place::At(span) = problem.place else { return String::new() };
    let end = if problem.message.starts_with("this comment has no end") { text.len() } else { span.end as usize };
    // Where a setting of a passage is told, its value is too.
    let line = text[..span.start as usize].rfind('\n').map_or(0, |newline| newline + 1);
    if text[line..].trim_start().starts_with(":::") {
        return text[line..].lines().next().unwrap_or_default().to_owned();
    }
    text[span.start as usize..end].to_owned()
}

/// Returns the parts of a text that are signs and no words, as pulldown-cmark sees them.
fn signs(text: &str) -> String {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_GFM
        | Options::ENABLE_WIKILINKS
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_DEFINITION_LIST;
    let events = Parser::new_ext(text, options).into_offset_iter();
    let mut signs: Vec<String> =
        events.reference_definitions().iter().map(|(_, found)| text[found.span.clone()].to_owned()).collect();
    for (event, range) in events {
        match event {
            Event::Start(Tag::Link { dest_url, title, id, .. } | Tag::Image { dest_url, title, id, .. }) => {
                signs.push(format!("{dest_url} {title} {id}"));
            }
            Event::Start(Tag::FootnoteDefinition(label)) | Event::FootnoteReference(label) => {
                signs.push(label.into_string());
            }
            Event::InlineHtml(html) => signs.push(tags(&html)),
            Event::Start(Tag::HtmlBlock) => signs.push(tags(&text[range])),
            _ => {}
        }
    }
    signs.join(" ")
}

/// Begins what XML takes for plain words.
const CDATA: &str = "![CDATA[";

/// Returns the tags of HTML and what stands in them, and its comments.
fn tags(html: &str) -> String {
    let (mut signs, mut rest) = (String::new(), html);
    while let Some((_, part)) = rest.split_once('<') {
        let end = match part {
            comment if part.starts_with("!--") => comment.find("-->"),
            // What follows is no attribute: it is words, tags and comments of its own.
            _ if part.starts_with(CDATA) => Some(CDATA.len()),
            tag => tag_end(tag),
        };
        let (tag, after) = part.split_at(end.unwrap_or(0));
        signs.push_str(tag);
        signs.push(' ');
        rest = after;
    }
    signs
}

/// Returns where a tag ends: at the first bracket that isn't in quotes.
fn tag_end(tag: &str) -> Option<usize> {
    let mut quote = None;
    let end = tag.char_indices().find_map(|(at, letter)| match (quote, letter) {
        (None, '>') => Some(Some(at)),
        (None, '<') => Some(None),
        (None, '"' | '\'') => {
            quote = Some(letter);
            None
        }
        (Some(open), letter) if open == letter => {
            quote = None;
            None
        }
        _ => None,
    });
    end.flatten()
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// Returns what a reader of some HTML sees, tags and all.
fn decoded(html: &str) -> String {
    // What keeps a number whole in text of the other direction may begin or end inside what counts as one word here.
    let whole = html.replace("<bdi dir=ltr>", "").replace("<bdi dir=rtl>", "").replace("</bdi>", "");
    whole.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

/// Returns a text with a space in place of each entity, whose name is no word.
fn without_entities(text: &str) -> String {
    let mut parts = text.split('&');
    let mut all = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end = part.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '#').unwrap_or(part.len());
        all.push(' ');
        all.push_str(if part[end..].starts_with(';') { &part[end..] } else { part });
    }
    all
}
