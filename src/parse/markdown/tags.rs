//! What HTML is made of, as far as it has to be known to keep its words and leave its tags out.

use std::ops::Range;

/// A piece of HTML.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum HtmlPiece {
    Words(Range<usize>),
    Tag(Range<usize>, Sort),
    Comment(Range<usize>),
    /// A comment that never ends, or the inside of `<script>` or `<style>`.
    Open(Range<usize>),
    Program(Range<usize>),
}

/// What a tag does to the words around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// Begins a new line.
    Break,
    /// Begins or ends a paragraph, an item, a row.
    Block,
    /// Begins or ends a cell.
    Cell,
    Inline,
    /// Begins or ends what isn't meant to be read.
    Program,
    /// There is no such tag: these are words between angle brackets.
    Unknown,
}

/// Cuts HTML into its pieces.
pub(super) fn pieces(html: &str) -> Vec<HtmlPiece> {
    let mut pieces = Vec::new();
    let (mut done, mut at) = (0, 0);
    while let Some(open) = html[at..].find('<').map(|open| at + open) {
        let Some(piece) = piece(html, open) else {
            at = open + 1;
            continue;
        };
        if done < open {
            pieces.push(HtmlPiece::Words(done..open));
        }
        match &piece {
            HtmlPiece::Words(range)
            | HtmlPiece::Tag(range, _)
            | HtmlPiece::Comment(range)
            | HtmlPiece::Open(range)
            | HtmlPiece::Program(range) => (done, at) = (range.end, range.end),
        }
        pieces.push(piece);
    }
    if done < html.len() {
        pieces.push(HtmlPiece::Words(done..html.len()));
    }
    pieces
}

/// Returns the piece that begins with the bracket at `open`.
fn piece(html: &str, open: usize) -> Option<HtmlPiece> {
    let rest = &html[open..];
    if rest.starts_with("<!--") {
        let end = rest.find("-->");
        return Some(match end {
            Some(end) => HtmlPiece::Comment(open..open + end + 3),
            None => HtmlPiece::Open(open..html.len()),
        });
    }
    if rest.starts_with("<![CDATA[") {
        return Some(HtmlPiece::Tag(open..open + 9, Sort::Inline));
    }
    if rest.starts_with("<?") {
        return Some(HtmlPiece::Program(open..rest.find("?>").map_or(html.len(), |end| open + end + 2)));
    }
    if is_address(rest) {
        return None;
    }
    let end = open + tag_length(rest)?;
    let sort = sort(&html[open..end]);
    if sort == Sort::Program && !rest.starts_with("</") {
        let name = name(rest);
        let after = &html[end..];
        let close = after.match_indices("</").find(|(at, _)| {
            after.get(at + 2..at + 2 + name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name))
        });
        let close = close.map(|(at, _)| end + at + tag_length(&after[at..]).unwrap_or(after.len() - at));
        return Some(HtmlPiece::Program(open..close.unwrap_or(html.len())));
    }
    Some(HtmlPiece::Tag(open..end, sort))
}

/// Tells whether some HTML begins with an address in angle brackets, which Markdown knows as a link: `<https://www.nhs.uk>`.
fn is_address(html: &str) -> bool {
    let end = html.find(|letter: char| letter == '>' || letter.is_whitespace() || "\"'=".contains(letter));
    let inner = &html[1..end.unwrap_or(html.len()).max(1)];
    ["http:", "https:", "mailto:", "tel:", "sms:"].iter().any(|scheme| html[1..].starts_with(scheme))
        || inner.contains('@')
}

/// How far the end of a tag is looked for.
const LONGEST_TAG: usize = 4096;

/// Returns how long the tag is that some HTML begins with. An angle bracket in quotes doesn't end it.
fn tag_length(html: &str) -> Option<usize> {
    let inner = html[1..].trim_start_matches('/');
    if !inner.starts_with(|first: char| first.is_ascii_alphabetic() || first == '!' || first == '?') {
        return None;
    }
    let mut quote = None;
    for (at, letter) in html.char_indices().take(LONGEST_TAG) {
        match (quote, letter) {
            (None, '>') => return Some(at + 1),
            (None, '<') if at > 0 => return None,
            (None, '"' | '\'') => quote = Some(letter),
            (Some(open), _) if open == letter => quote = None,
            _ => {}
        }
    }
    None
}

fn name(tag: &str) -> &str {
    let inner = tag.trim_start_matches(['<', '/']);
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || "-:!?[".contains(letter);
    &inner[..inner.find(|letter| !is_part(letter)).unwrap_or(inner.len())]
}

/// Returns the words for a picture: what `<img alt="…">` has in quotes.
pub(super) fn words_of_picture(tag: &str) -> Option<&str> {
    if !name(tag).eq_ignore_ascii_case("img") {
        return None;
    }
    let start = tag.to_ascii_lowercase().match_indices("alt").find_map(|(at, _)| {
        let is_own = tag[..at].ends_with(|letter: char| letter.is_ascii_whitespace());
        let rest = tag[at + 3..].trim_start().strip_prefix('=').filter(|_| is_own)?.trim_start();
        Some(tag.len() - rest.len())
    })?;
    let value = &tag[start..];
    let quote = value.chars().next().filter(|letter| matches!(letter, '"' | '\''));
    let words = match quote {
        Some(quote) => value[1..].split(quote).next(),
        None => value.split([' ', '>', '\n']).next().map(|words| words.trim_end_matches('/')),
    };
    words.map(str::trim).filter(|words| !words.is_empty())
}

/// Tells whether a tag raises or lowers what is in it.
pub(super) fn raises(tag: &str) -> bool {
    ["sup", "sub"].iter().any(|raises| name(tag).eq_ignore_ascii_case(raises))
}

/// Returns what a tag does.
pub(super) fn sort(tag: &str) -> Sort {
    let name = name(tag).to_ascii_lowercase();
    let is_in = |names: &str| names.split(' ').any(|known| known == name);
    if name.starts_with('?') {
        Sort::Program
    } else if name == "!doctype" || name.starts_with("![") || name.contains(':') {
        // Word has tags of its own: <o:p>, <![if !supportLists]>.
        Sort::Inline
    } else if !has_only_attributes(tag) {
        Sort::Unknown
    } else if name == "br" {
        Sort::Break
    } else if is_in("script style") {
        Sort::Program
    } else if is_in("td th") {
        Sort::Cell
    } else if is_in(BLOCKS) {
        Sort::Block
    } else if is_in(INLINES) {
        Sort::Inline
    } else {
        Sort::Unknown
    }
}

/// Tells whether what stands in a tag after its name are attributes, and not words: `<p class="x">`, not `<a nurse or doctor>`.
fn has_only_attributes(tag: &str) -> bool {
    let inner = tag.trim_start_matches(['<', '/']).trim_end_matches(['>', '/']);
    let mut rest = inner.trim_start_matches(|letter: char| !letter.is_whitespace()).trim_start();
    while !rest.is_empty() {
        let end = rest.find(|letter: char| letter.is_whitespace() || letter == '=').unwrap_or(rest.len());
        let attribute = rest[..end].to_ascii_lowercase();
        let after = rest[end..].trim_start();
        rest = match after.strip_prefix('=') {
            Some(value) => skip_value(value.trim_start()),
            None if FLAGS.split(' ').any(|flag| flag == attribute) => after,
            None => return false,
        };
    }
    true
}

/// Returns what follows the value of an attribute.
fn skip_value(text: &str) -> &str {
    let quote = text.chars().next().filter(|first| matches!(first, '"' | '\''));
    let end = match quote {
        Some(quote) => text[1..].find(quote).map(|end| end + 2),
        None => text.find(char::is_whitespace),
    };
    text[end.unwrap_or(text.len())..].trim_start()
}

/// Attributes that need no value.
const FLAGS: &str = "allowfullscreen async autofocus autoplay checked compact contenteditable controls defer disabled download hidden \
     inert ismap itemscope loop multiple muted nohref noshade nowrap novalidate open readonly required reversed selected";

const BLOCKS: &str = "address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset \
     figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe legend li link \
     main menu meta nav noframes ol optgroup option p pre search section select summary table tbody template textarea \
     tfoot thead title tr ul base basefont object noscript video audio canvas";

const INLINES: &str = "a abbr acronym area b bdi bdo big button cite code data datalist del dfn em embed font i img input ins kbd label \
     map mark meter nobr output param picture progress q rp rt ruby s samp slot small source span strike strong sub sup \
     svg path g math time track tt u var wbr xml";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_and_tags_go() {
        let html = "<p class=\"a>b\"><span lang=EN-GB>Hello</span><br/>you</p><!-- x --><style>p{}</style>end";
        let words: Vec<&str> = pieces(html)
            .into_iter()
            .filter_map(|piece| match piece {
                HtmlPiece::Words(range) => Some(&html[range]),
                _ => None,
            })
            .collect();
        assert_eq!(words, ["Hello", "you", "end"]);
    }

    #[test]
    fn the_words_for_a_picture_are_found() {
        assert_eq!(words_of_picture("<img src=\"a.png\" ALT='A garden'/>"), Some("A garden"));
        assert_eq!(words_of_picture("<IMG alt=Garden>"), Some("Garden"));
        for tag in ["<img src=\"alt=x\">", "<img alt=\"\">", "<image alt=\"a\">", "<img data-alt=\"a\">"] {
            assert_eq!(words_of_picture(tag), None, "{tag}");
        }
    }

    #[test]
    fn addresses_in_angle_brackets_are_no_tags() {
        for html in ["<https://www.nhs.uk/a>", "<http://nhs.uk>", "<a@nhs.uk>", "<mailto:pals@nhs.uk>", "<tel:999>"] {
            assert_eq!(pieces(html), [HtmlPiece::Words(0..html.len())]);
        }
        assert_eq!(pieces("<a href='mailto:a@nhs.uk'>")[0], HtmlPiece::Tag(0..26, Sort::Inline));
    }

    #[test]
    fn words_in_angle_brackets_are_no_tags() {
        for words in ["<your ward>", "<insert>", "<a nurse or doctor>", "<name>", "<b and c>", "<Ann@x>", "<!stop>"] {
            assert_eq!(sort(words), Sort::Unknown, "{words}");
        }
        for tag in ["<o:p>", "</o:p>", "<![endif]>", "<b onclick=\"a(1)\">", "<input disabled />"] {
            assert_eq!(sort(tag), Sort::Inline, "{tag}");
        }
        assert_eq!(sort("<BR />"), Sort::Break);
        assert_eq!(sort("<td nowrap>"), Sort::Cell);
        assert!(matches!(pieces("a <!-- b")[..], [HtmlPiece::Words(_), HtmlPiece::Open(_)]));
        assert_eq!(pieces("1 < 2 <3"), [HtmlPiece::Words(0..8)]);
    }
}
