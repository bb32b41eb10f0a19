//! What two releases of a site give away together: nothing that is starred. A reader tries every number behind what the pages show, and for one
//! set of other numbers the whole site is made again and must be the same, byte for byte: tables, drawings, titles, alternative texts and files.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

use wardpack::measure::small_numbers::{Release, ShownNumber, SmallNumbersRule, release};
use wardpack::measure::survey::{AnswerBatch, Counts, Picks, counts};

use super::Chance;
use crate::support::{Memory, build_with, files, problem_lines, sequences, small_pack, write};

/// Returns the choices of a question; few, where people pick several, since all ways to answer are tried.
fn choices(picks: Picks) -> &'static [&'static str] {
    let all = &["Not at all", "A little", "Very"];
    if picks == Picks::One { all } else { &all[..2] }
}

/// How people answered one question: of each release the people who are new in it, by what they picked.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Asked {
    picks: Picks,
    releases: Vec<AnswerBatch>,
}

/// What a page shows in the place of a number: nothing for a star.
type Seen = Option<u32>;

/// Tells whether people can have answered so.
fn can_be(picks: Picks, batch: &AnswerBatch) -> bool {
    let all: u32 = batch.picked.iter().sum();
    let answered = batch.people - batch.none;
    match picks {
        Picks::One => all == answered,
        Picks::Several => all >= answered && batch.picked.iter().all(|count| *count <= answered),
    }
}

/// Returns every way in which so many people can have answered.
fn all_answers(picks: Picks, people: u32) -> Vec<AnswerBatch> {
    let mut rows: Vec<Vec<u32>> = vec![Vec::new()];
    for _ in 0..=choices(picks).len() {
        rows = rows.iter().flat_map(|row| (0..=people).map(move |count| [&row[..], &[count]].concat())).collect();
        rows.retain(|row| picks == Picks::Several || row.iter().sum::<u32>() <= people);
    }
    let batch = |mut picked: Vec<u32>| {
        let none = picked.pop().unwrap();
        AnswerBatch { people, picked, none }
    };
    rows.into_iter().map(batch).filter(|batch| can_be(picks, batch)).collect()
}

fn cells(batch: &AnswerBatch) -> Vec<u32> {
    batch.picked.iter().copied().chain([batch.none]).collect()
}

fn is_small(rule: SmallNumbersRule, number: u32) -> bool {
    match rule {
        SmallNumbersRule::Mhsds5 => number < 5,
        SmallNumbersRule::Hes8 => (1..8).contains(&number),
        SmallNumbersRule::Fft => (1..5).contains(&number),
    }
}

/// Tells whether a number can stand behind what is seen; `truth` is what does. We let the reader know why a number is starred, though the page
/// doesn't say so.
fn fits(rule: SmallNumbersRule, seen: Seen, truth: u32, number: u32) -> bool {
    match seen {
        Some(seen) => !is_small(rule, number) && rule.rounded(number) == seen,
        None => is_small(rule, number) == is_small(rule, truth) && (number > 0 || truth == 0 || is_small(rule, 0)),
    }
}

/// Returns every pair of answers of the old and the new people that the two pages leave possible. A page without numbers is nothing.
fn possible(rule: SmallNumbersRule, asked: &Asked, seen: &[Option<Vec<Seen>>; 2]) -> Vec<[AnswerBatch; 2]> {
    let fit = |seen: &Option<Vec<Seen>>, truth: &AnswerBatch, other: &AnswerBatch| {
        let all = cells(truth).into_iter().zip(cells(other));
        seen.as_ref()
            .is_none_or(|seen| seen.iter().zip(all).all(|(seen, (truth, other))| fits(rule, *seen, truth, other)))
    };
    let [old, new] = [&asked.releases[0], &asked.releases[1]];
    let both = old.with(new);
    let mut firsts = all_answers(asked.picks, old.people);
    firsts.retain(|first| fit(&seen[0], old, first));
    let seconds = all_answers(asked.picks, new.people);
    let pairs = firsts.iter().flat_map(|first| seconds.iter().map(move |second| (first, second)));
    let pairs = pairs.filter(|(first, second)| fit(&seen[1], &both, &first.with(second)));
    pairs.map(|(first, second)| [first.clone(), second.clone()]).collect()
}

/// Asserts that whatever is starred, or is a small group by a difference, can be at least two numbers.
fn assert_hidden(rule: SmallNumbersRule, asked: &Asked, seen: &[Option<Vec<Seen>>; 2], all: &[[AnswerBatch; 2]]) {
    let parts = |[old, new]: &[AnswerBatch; 2]| [cells(old), cells(new), cells(&old.with(new))];
    let truth = [asked.releases[0].clone(), asked.releases[1].clone()];
    assert!(all.contains(&truth), "{rule:?} {asked:?}: the truth isn't possible by {seen:?}");
    let people = [truth[0].people, truth[1].people, truth[0].people + truth[1].people];
    let shown = [seen[0].as_ref(), None, seen[1].as_ref()];
    for ((part, true_cells), (people, shown)) in parts(&truth).iter().enumerate().zip(people.into_iter().zip(shown)) {
        for (cell, count) in true_cells.iter().enumerate() {
            let is_starred = shown.is_some_and(|shown| shown[cell].is_none());
            if is_starred || is_small(rule, *count) || is_small(rule, people - count) {
                let mut numbers: Vec<u32> = all.iter().map(|pair| parts(pair)[part][cell]).collect();
                numbers.sort_unstable();
                numbers.dedup();
                // A 0 that is shown as 0 is no star, and can be nothing else.
                assert!(
                    numbers.len() > 1,
                    "{rule:?} {asked:?}: cell {cell} of part {part} can only be {numbers:?}: {seen:?}"
                );
            }
        }
    }
}

/// Returns random answers of `people`.
fn answers(chance: &mut Chance, picks: Picks, people: u32) -> AnswerBatch {
    let choices = 0..choices(picks).len();
    let mut batch = AnswerBatch { people: 0, picked: vec![0; choices.len()], none: 0 };
    let favourite = usize::try_from(chance.below(2)).unwrap();
    for _ in 0..people {
        let mut chosen: Vec<usize> =
            choices.clone().filter(|choice| chance.below(if *choice == favourite { 10 } else { 30 }) < 7).collect();
        if picks == Picks::One {
            chosen.truncate(1);
        }
        batch.add(&chosen);
    }
    batch
}

/// A pack with random measures and surveys, in two releases.
struct Example {
    rule: SmallNumbersRule,
    /// A number for each month of each measure; the last month is new.
    measures: Vec<Vec<u32>>,
    surveys: Vec<Asked>,
}

impl Example {
    fn random(rule: SmallNumbersRule, chance: &mut Chance, many: u64) -> Self {
        let month = |chance: &mut Chance| u32::try_from(chance.below(14)).unwrap();
        let least = rule.smallest_group();
        let survey = |chance: &mut Chance, number: u64| {
            let picks = if number.is_multiple_of(2) { Picks::One } else { Picks::Several };
            let mut people = || least + u32::try_from(chance.below(4)).unwrap();
            let people = [people() + 1, people()];
            Asked { picks, releases: people.map(|people| answers(chance, picks, people)).to_vec() }
        };
        let measures = (0..many).map(|_| (0..3 + chance.below(2)).map(|_| month(chance)).collect()).collect();
        let surveys = (0..many).map(|number| survey(chance, number)).collect();
        Example { rule, measures, surveys }
    }

    /// Writes the pack as it is at a release, builds it, and returns the files of the site.
    fn site(&self, folder: &Path, release: usize, memory: &mut Memory) -> BTreeMap<String, Vec<u8>> {
        let pack = format!("title: Test pack\nextends: built-in\nsmall_numbers: {}\n", self.rule.name());
        write(folder, "content/pack.yaml", pack.as_bytes());
        for (number, counts) in self.measures.iter().enumerate() {
            let published = format!("published_up_to: [2026-{:02}-28]\n", counts.len() - 1);
            let measure =
                format!("title: Reports {number}\nsummary: Reports.\ndefinition: Reports.\nunit: reports\ntarget: 9\n");
            let measure = format!("{measure}{}", if release == 1 { &published } else { "" });
            write(folder, &format!("content/measures/m{number}.yaml"), measure.as_bytes());
            let months = counts.iter().enumerate().take(counts.len() - 1 + release);
            let rows: Vec<String> = months.map(|(month, count)| format!("2026-{:02},{count}\n", month + 1)).collect();
            write(
                folder,
                &format!("content/measures/m{number}.csv"),
                format!("month,count\n{}", rows.concat()).as_bytes(),
            );
        }
        for (number, asked) in self.surveys.iter().enumerate() {
            write(folder, &format!("content/forms/s{number}.yaml"), form(number, asked.picks).as_bytes());
            write(folder, &format!("content/forms/s{number}.csv"), table(asked, release).as_bytes());
        }
        let report = build_with(folder, memory).unwrap();
        assert!(!report.refused, "{:#?}", problem_lines(&report, folder));
        files(&folder.join("output"))
    }
}

fn form(at: usize, picks: Picks) -> String {
    let answer = if picks == Picks::One { "pick-one" } else { "pick-several" };
    let question =
        format!("{{id: sure, ask: How sure are you?, answer: {answer}, choices: [{}]}}", choices(picks).join(", "));
    format!(
        "title: How sure are you, {at}?\nsummary: A survey.\nsurvey: true\nparts:\n  - title: You\n    questions:\n      - {question}\n      - {{id: why, ask: Why?}}\n"
    )
}

/// Returns a table of answers as it is at a release: a person in each row, who wrote something too.
fn table(asked: &Asked, release: usize) -> String {
    let mut table = "sure,why,published\n".to_owned();
    for (number, batch) in asked.releases.iter().enumerate().take(release + 1) {
        let published = if number < release { "2026-05-01" } else { "" };
        for chosen in people(asked.picks, batch) {
            let words: Vec<&str> = chosen.iter().map(|choice| choices(asked.picks)[*choice]).collect();
            writeln!(table, "{},x,{published}", words.join("; ")).unwrap();
        }
    }
    table
}

/// Returns what each person picked, so that the counts are those of the batch.
fn people(picks: Picks, batch: &AnswerBatch) -> Vec<Vec<usize>> {
    let answered = usize::try_from(batch.people - batch.none).unwrap();
    let mut rows: Vec<Vec<usize>> = vec![Vec::new(); batch.people as usize];
    let mut next = 0;
    for (choice, count) in batch.picked.iter().enumerate() {
        // One after the other, so that each who answered has picked something.
        for _ in 0..*count {
            rows[next % answered].push(choice);
            next += 1;
        }
    }
    assert!(picks == Picks::Several || next <= answered);
    rows
}

/// Returns what a page of answers shows of its question: each choice and those who picked none, or nothing.
fn seen_answers(page: &str) -> Option<Vec<Seen>> {
    let numbers: Vec<Seen> = page
        .split("class=bar-number>")
        .skip(1)
        .map(|rest| rest.split("</span>").next().unwrap().trim().parse().ok())
        .collect();
    (!numbers.is_empty()).then_some(numbers)
}

/// Returns what a page of a measure shows: each month, and the total if there is one.
fn seen_numbers(page: &str, months: usize) -> (Vec<Seen>, Option<Seen>) {
    let table = page.split("<tbody>").nth(1).unwrap().split("</table>").next().unwrap();
    let cells: Vec<Seen> = table
        .split("<td")
        .skip(1)
        .map(|cell| cell.split_once('>').unwrap().1.split('<').next().unwrap().trim().parse().ok())
        .collect();
    assert!(cells.len() >= months, "{page}");
    (cells[..months].to_vec(), cells.get(months).copied())
}

fn number(shown: ShownNumber) -> Seen {
    shown.number()
}

fn both_counts(rule: SmallNumbersRule, asked: &Asked) -> [Option<Counts>; 2] {
    [1, 2].map(|releases| counts(rule, asked.picks, &asked.releases[..releases]))
}

fn both_releases(rule: SmallNumbersRule, months: &[u32]) -> [Release; 2] {
    let old = months.len() - 1;
    let sum = |end: usize| (end > 1).then_some(0..end).into_iter().collect::<Vec<_>>();
    let first = release(rule, &months[..old], &sum(old), &[]);
    let second = release(rule, months, &sum(months.len()), std::slice::from_ref(&first));
    [first, second]
}

/// Returns every row of numbers of which the rule would show the same in both releases.
fn same_numbers(rule: SmallNumbersRule, months: &[u32]) -> Vec<Vec<u32>> {
    let shown = both_releases(rule, months);
    let mut rows: Vec<Vec<u32>> = vec![Vec::new()];
    for (month, seen) in shown[1].cells.iter().enumerate() {
        let likely = (0..20).filter(|count| fits(rule, number(*seen), months[month], *count)).collect::<Vec<u32>>();
        rows = rows.iter().flat_map(|row| likely.iter().map(|count| [&row[..], &[*count]].concat())).collect();
    }
    rows.retain(|row| both_releases(rule, row) == shown);
    rows
}

#[test]
fn two_releases_of_a_site_give_no_starred_number_away() {
    let many = u64::from(sequences(6));
    let (mut stars, mut replaced) = (0, 0);
    for (seed, (_, rule)) in SmallNumbersRule::ALL.into_iter().enumerate() {
        let mut chance = Chance::new(u64::try_from(seed).unwrap() + 40);
        let example = Example::random(rule, &mut chance, many);
        let pack = small_pack();
        let mut memory = Memory::default();
        let sites = [0, 1].map(|release| example.site(pack.path(), release, &mut memory));
        let page = |release: usize, path: String| String::from_utf8_lossy(&sites[release][&path]).into_owned();
        let mut other = Example { rule, measures: Vec::new(), surveys: Vec::new() };
        for (at, asked) in example.surveys.iter().enumerate() {
            let seen = [0, 1].map(|release| seen_answers(&page(release, format!("forms/s{at}/answers/index.html"))));
            stars += seen.iter().flatten().flatten().filter(|seen| seen.is_none()).count();
            let all = possible(rule, asked, &seen);
            assert_hidden(rule, asked, &seen, &all);
            let shown = both_counts(rule, asked);
            let others = all.into_iter().map(|pair| Asked { picks: asked.picks, releases: pair.to_vec() });
            let mut others = others.filter(|other| other != asked && both_counts(rule, other) == shown);
            other.surveys.push(others.next_back().unwrap_or_else(|| asked.clone()));
        }
        for (at, months) in example.measures.iter().enumerate() {
            let releases = both_releases(rule, months);
            for (release, shown) in releases.iter().enumerate() {
                let path = format!("measures/m{at}/index.html");
                let (cells, total) = seen_numbers(&page(release, path), shown.cells.len());
                assert_eq!(cells, shown.cells.iter().map(|cell| number(*cell)).collect::<Vec<_>>(), "{months:?}");
                assert_eq!(total, shown.sums.first().map(|(_, sum)| number(*sum)), "{months:?}");
                assert!(shown.given_away.is_empty(), "{months:?}");
            }
            other.measures.push(same_numbers(rule, months).pop().unwrap());
        }
        replaced += example.surveys.iter().zip(&other.surveys).filter(|(one, other)| one != other).count();
        replaced += example.measures.iter().zip(&other.measures).filter(|(one, other)| one != other).count();
        for (release, site) in sites.iter().enumerate() {
            let again = other.site(pack.path(), release, &mut memory);
            let differ: Vec<&String> = site.keys().filter(|path| site.get(*path) != again.get(*path)).collect();
            assert!(
                differ.is_empty() && site.len() == again.len(),
                "{rule:?}, release {release}: {differ:?} tell numbers apart"
            );
        }
    }
    assert!(stars > 20, "only {stars} stars");
    assert!(replaced > 20, "only {replaced} tables could be replaced");
}
