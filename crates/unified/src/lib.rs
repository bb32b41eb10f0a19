//! Nothing but dependencies: libraries that the site and Typst both stand on, with the features that Typst asks for. Cargo compiles a
//! library once for each set of features, and so all that stands on one; with the same set, a program with the feature `print` is built
//! from the same libraries as one without.
