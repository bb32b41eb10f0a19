//! The words of a new pack's files, for people who have never seen YAML. Notes and lines to be used look as those of a ward's file do.

use jiff::ToSpan;
use jiff::civil::Date;

use super::{PackAnswers, PackQuestion};
use crate::model::nation::Nation;
use crate::new::KnownWards;
use crate::new::file::{quoted, text};
use crate::new::question::{WardAnswers, WardQuestion};

pub(super) const IGNORED: &str =
    "# What wardpack makes of content/, and can make again.\n/output/\n/output-*/\n/bundles/\n/.wardpack-links.json\n";

pub(super) fn pack(answers: &PackAnswers) -> String {
    let value = |question| answers.get(&question).map_or("", String::as_str);
    format!(
        "\
# Your pack: what the site is called, who publishes it, and what it stands on. Lines that start with # are notes for you, and are
# on no page. Change what you like and save. Then run: wardpack check

title: {}

# Who answers for the pack. To say how to reach you, take the # away at the start of a line and write between the quotes.
publisher:
  name: {}
#  phone: \"\"
#  email: \"\"

# The pack inside wardpack. All text that you don't write yourself comes from it. To change one of its files, take it up with
# wardpack adopt leaflets/visiting.md
extends: built-in

# The nation whose services are listed: {}
nation: {}

# The languages of the site. Files without a language in their name are in the first one.
languages: [{}]

# The address of the site, once it has one on the web.
#web_address: \"\"

# The colour of your trust, as it writes it for the web. Keep the quotes.
#brand:
#  colour: \"#005eb8\"
",
        quoted(value(PackQuestion::Title)),
        quoted(value(PackQuestion::Publisher)),
        Nation::choices().map(|(word, _)| word).collect::<Vec<_>>().join(", "),
        value(PackQuestion::Nation),
        value(PackQuestion::Languages),
    )
}

/// Returns a leaflet that shows what a leaflet can hold. Its words are true of any ward, in case it is published by mistake.
pub(super) fn leaflet(today: Date) -> String {
    let review_by = today.checked_add(1.year()).unwrap_or(today);
    format!(
        "\
---
# Settings of the leaflet. Lines that start with # are notes for you, and are on no page.
title: Sample leaflet
summary: A sample, to be changed or deleted.
# Who it is for: patients, carers, staff or visitors.
audience: [patients, carers]
written: {today}
review_by: {review_by}
---
This leaflet is a sample. Write your own words in its place, or delete the file.

<!-- Notes like this one are on no page. Values in braces are each ward's own: write them where its name or number goes. -->

## If you want to talk

On {{ward.name}}, you can ask any member of staff for a quiet talk. You choose what to say, and when to stop.

- You can bring someone with you.
- You can ask for a break.

## If you want to talk to someone else

The numbers are at the end of this page. See also [Visiting the ward](visiting.md).
"
    )
}

const SAMPLE: &str = "\
# This ward is made up, to show what a ward's file holds. Its numbers are ones that nobody has. When wardpack new ward has
# written a file for a ward of yours, delete this one.
";

pub(super) fn ward(known: &KnownWards) -> String {
    let kind = known.kinds.first().map_or("", |(id, _)| id.as_str());
    let answers: WardAnswers = [
        (WardQuestion::Name, "Sample ward"),
        (WardQuestion::Site, "Sample hospital"),
        (WardQuestion::Kind, kind),
        (WardQuestion::SupportOrganisation, "Sample advocacy service"),
        (WardQuestion::SupportPhone, "01632 960 002"),
        (WardQuestion::SupportHours, "Monday to Friday, 9am to 5pm"),
    ]
    .into_iter()
    .map(|(question, answer)| (question, answer.to_owned()))
    .chain([(WardQuestion::CheckedOn, known.today.to_string())])
    .collect();
    format!("{SAMPLE}{}", text(&answers, known))
}
