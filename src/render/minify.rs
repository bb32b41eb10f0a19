//! Small HTML. Templates are minified when they are loaded and each piece of prose once, so that no page costs anything.

/// Returns a template without the white space that only its author needs. Tera's own tags are kept as they are.
pub fn template(text: &str) -> String {
    minified(text, MinifyKind::Template)
}

/// Returns a finished fragment of HTML without needless white space.
pub fn fragment(html: &str) -> String {
    minified(html, MinifyKind::Fragment)
}

/// What is made small.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum MinifyKind {
    Template,
    Fragment,
}

#[cfg(feature = "minify")]
fn minified(text: &str, kind: MinifyKind) -> String {
    let cfg = minify_html::Cfg {
        keep_closing_tags: true,
        keep_html_and_head_opening_tags: true,
        keep_input_type_text_attr: true,
        preserve_brace_template_syntax: kind == MinifyKind::Template,
        ..minify_html::Cfg::default()
    };
    let bytes = minify_html::minify(text.as_bytes(), &cfg);
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

#[cfg(not(feature = "minify"))]
fn minified(text: &str, _kind: MinifyKind) -> String {
    text.to_owned()
}
