pub mod check;
pub mod model;
pub mod parse;
pub mod problem;
pub mod read;
pub mod resolve;
pub mod span;
