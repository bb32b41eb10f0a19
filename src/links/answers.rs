//! What sites answered, kept with the day, so that none is asked again too soon.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::Date;
use serde_json::{Map, Value, json};

/// What became of an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkAnswer {
    Opens,
    /// Its site says that it has another address now, for good.
    Moved(String),
    /// Its site says that it isn't there, with this status.
    Gone(u16),
    /// Nobody can tell; why not.
    Unknown(String),
    /// The site asks not to be asked so much.
    TooManyAsked,
}

/// What was answered, by the addresses, each with its day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LinkAnswers(BTreeMap<String, (Date, LinkAnswer)>);

impl LinkAnswers {
    /// Returns the answers that were kept. A file that can't be read holds none: then everybody is asked.
    pub fn read(bytes: &[u8]) -> Self {
        let kept: Value = serde_json::from_slice(bytes).unwrap_or_default();
        let answer = |(address, kept): (&String, &Value)| {
            let day = kept["on"].as_str()?.parse().ok()?;
            let answer = kept["moved_to"].as_str().map_or(LinkAnswer::Opens, |to| LinkAnswer::Moved(to.to_owned()));
            Some((address.clone(), (day, answer)))
        };
        LinkAnswers(kept["answers"].as_object().into_iter().flatten().filter_map(answer).collect())
    }

    /// Returns the bytes to keep: that a page opens or has moved. What else was answered is asked again each time.
    pub fn bytes(&self) -> Vec<u8> {
        let kept = self.0.iter().filter_map(|(address, (on, answer))| {
            let kept = match answer {
                LinkAnswer::Opens => json!({ "on": on.to_string() }),
                LinkAnswer::Moved(to) => json!({ "on": on.to_string(), "moved_to": to }),
                LinkAnswer::Gone(_) | LinkAnswer::Unknown(_) | LinkAnswer::TooManyAsked => return None,
            };
            Some((address.clone(), kept))
        });
        let kept: Map<String, Value> = kept.collect();
        format!("{:#}\n", json!({ "made_by": "wardpack", "answers": kept })).into_bytes()
    }

    /// Keeps the answers that are of so few days before today, and of these addresses.
    pub fn keep_fresh(&mut self, days: u16, today: Date, addresses: &[&str]) {
        let oldest = today.checked_sub(i64::from(days).days()).unwrap_or(Date::MIN);
        // A day that hasn't come was written by a clock that went wrong.
        self.0.retain(|address, (on, _)| (oldest..=today).contains(on) && addresses.contains(&address.as_str()));
    }

    /// Adds what was answered on a day.
    pub fn add(&mut self, answers: impl IntoIterator<Item = (String, LinkAnswer)>, on: Date) {
        self.0.extend(answers.into_iter().map(|(address, answer)| (address, (on, answer))));
    }

    /// Returns the answer of an address, where there is one.
    pub fn of(&self, address: &str) -> Option<&LinkAnswer> {
        self.0.get(address).map(|(_, answer)| answer)
    }

    /// Returns the day on which an address opened; nothing where it didn't.
    pub fn opened_on(&self, address: &str) -> Option<Date> {
        self.0.get(address).filter(|(_, answer)| *answer == LinkAnswer::Opens).map(|(on, _)| *on)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn what_opens_or_has_moved_is_kept_for_some_days_and_nothing_else() {
        let mut answers = LinkAnswers::default();
        let all = [
            ("https://a.example/", LinkAnswer::Opens),
            ("https://b.example/", LinkAnswer::Moved("https://c.example/".to_owned())),
            ("https://d.example/", LinkAnswer::Gone(404)),
            ("https://e.example/", LinkAnswer::Unknown("nobody answers there".to_owned())),
        ];
        answers.add(all.map(|(address, answer)| (address.to_owned(), answer)), date(2026, 11, 20));
        let mut kept = LinkAnswers::read(&answers.bytes());
        assert_eq!(kept.0.keys().collect::<Vec<_>>(), ["https://a.example/", "https://b.example/"]);
        assert_eq!(kept.of("https://b.example/"), answers.of("https://b.example/"));
        assert_eq!(kept.opened_on("https://a.example/"), Some(date(2026, 11, 20)));
        kept.keep_fresh(7, date(2026, 11, 26), &["https://a.example/"]);
        assert_eq!(kept.0.len(), 1, "one is in the pack no more");
        kept.keep_fresh(5, date(2026, 11, 26), &["https://a.example/"]);
        assert_eq!(kept, LinkAnswers::default());
        assert_eq!(LinkAnswers::read(b"{ broken"), LinkAnswers::default());
    }
}
