//! Which lines of a text are code or comments: nothing in them is markup.

/// Goes through a text line by line, and knows whether it is inside code or a comment.
#[derive(Default)]
pub struct Verbatim {
    /// The run of backticks or tildes that opened the code.
    code: Option<String>,
    is_comment: bool,
}

impl Verbatim {
    /// Tells whether a line is code or a comment, or begins or ends one.
    pub fn holds(&mut self, line: &str) -> bool {
        if let Some(opened) = &self.code {
            // It is closed by as many of the same, and nothing after them.
            if line.starts_with(opened.as_str()) && line.chars().all(|letter| opened.starts_with(letter)) {
                self.code = None;
            }
            return true;
        }
        if self.is_comment || line.starts_with("<!--") {
            self.is_comment = !line.contains("-->");
            return true;
        }
        let first = line.chars().next().filter(|letter| matches!(letter, '`' | '~'));
        let run: String = line.chars().take_while(|letter| Some(*letter) == first).collect();
        // A line that begins with words in backticks isn't the beginning of code.
        if run.len() >= 3 && !(run.starts_with('`') && line[run.len()..].contains('`')) {
            self.code = Some(run);
        }
        self.code.is_some()
    }
}
