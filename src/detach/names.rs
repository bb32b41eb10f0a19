//! The names of a fragment: classes and ids with a prefix, so that they are no others' on the page that it is put into.

/// The names of a fragment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FragmentNames {
    prefix: String,
}

impl FragmentNames {
    /// Returns names with a prefix, such as `wardpack-`.
    pub fn of(prefix: &str) -> Self {
        FragmentNames { prefix: prefix.to_owned() }
    }

    pub(super) fn prefix(&self) -> &str {
        &self.prefix
    }

    /// Returns the class of the fragment's root.
    pub(super) fn root(&self) -> String {
        format!("{}page", self.prefix)
    }

    /// Returns a name with the prefix, as it is written; one that has it already stays.
    pub(super) fn prefixed(&self, written: &str, name: &str) -> String {
        if name.starts_with(&self.prefix) { written.to_owned() } else { format!("{}{written}", self.prefix) }
    }

    /// Returns names with spaces between them, each with the prefix.
    pub(super) fn all(&self, names: &str) -> String {
        names.split_whitespace().map(|name| self.prefixed(name, name)).collect::<Vec<_>>().join(" ")
    }
}
