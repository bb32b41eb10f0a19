//! Numbers → what they say: limits, signals and stars, before anything is worded or drawn.
//!
//! Values come in the order of time and without gaps; where a line is broken (a rebase), a new group begins. A rule that people name
//! has its source in the doc of its file. Nothing here knows of a month, a ward or a language.
//!
//! - `arithmetic.rs`: Means, medians, and numbers that count as the same
//! - `assurance.rs`: Whether a target will be met, by the limits of the last group
//! - `binomial.rs`: How many heads even an unlucky row of coins shows
//! - `groups.rs`: Where a series is broken into groups
//! - `improvement.rs`: Which way is better, and what a signal then means
//! - `limits.rs`: The mean and the limits of an XmR chart
//! - `reading.rs`: One reading of a series: what its chart, its sentence and its table all go by
//! - `survey.rs`: What may be shown of a survey: nothing of a group that is too small, and no count that would give a small one away
//! - `xmr.rs`: XmR charts: each point with what it says

mod arithmetic;
pub mod assurance;
mod binomial;
pub mod groups;
pub mod improvement;
pub mod limits;
pub mod reading;
pub mod run_chart;
pub mod small_numbers;
pub mod special_cause;
pub mod survey;
pub mod xmr;
