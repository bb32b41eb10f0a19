//! A site for one audience holds nothing of what is for others.

use std::collections::BTreeMap;

use wardpack::audit;
use wardpack::ledger::Ledger;
use wardpack::model::audience::Audience;
use wardpack::parse::PerFile;
use wardpack::pipeline::Request;
use wardpack::render::LoadedTemplates;
use wardpack::resolve::left_out;
use wardpack::resolve::readers::Readers;
use wardpack::{plan, render};

use crate::support::{self, Memory, build, files, problem_lines, run, small_pack, write};

const SECRET: &str = "quokka";

#[test]
fn what_is_for_staff_is_in_no_byte_of_the_patients_site() {
    let folder = small_pack();
    let folder = folder.path();
    let front = format!("---\ntitle: Title {SECRET}\nsummary: Summary {SECRET}.\naudience: [staff]\n---\n");
    let text = format!("{front}Text {SECRET}. See [[resource/own]] and [[page/for-all]].\n");
    write(folder, "content/trauma-informed-care/for-staff.md", text.as_bytes());
    write(folder, &format!("content/pages/{SECRET}.md"), text.replace("Title", "Page").as_bytes());
    write(folder, "content/images/Quokka.SVG", b"<svg xmlns='http://www.w3.org/2000/svg'/>");
    write(
        folder,
        "content/pages/with-picture.md",
        format!("{}![A sign on a door](../images/quokka.svg)\n", front.replace("Title", "Picture")).as_bytes(),
    );
    let model = "title: T\nsummary: S\naudience: [staff]\nsteps:\n  - {letter: A, name: N, purpose: For a quokka., text: Text quokka., \
                 say: [Say quokka.], avoid: [No quokka.]}\nstop: [Stop quokka.]\nrecord: [Record quokka.]\n";
    write(folder, "content/conversation-models/quokka.yaml", model.as_bytes());
    let own = "  - {id: own, title: Own quokka, kind: report, url: 'https://example.org/quokka', audience: [staff]}\n";
    let resources = format!("{}\n{own}", include_str!("../../content/resources.yaml").trim_end());
    write(folder, "content/resources.yaml", resources.as_bytes());
    let page = "---\ntitle: For all\nsummary: S.\nsource: [own]\n---\nRead [[trauma-informed-care/for-staff]], [[page/quokka|words of our own]] and [[resource/own]].\n";
    write(folder, "content/pages/for-all.md", page.as_bytes());

    let everyone = build(folder).unwrap();
    assert!(!everyone.refused, "{:?}", problem_lines(&everyone, folder));
    let has_it = |(path, bytes): (&String, &Vec<u8>)| {
        path.contains(SECRET) || String::from_utf8_lossy(bytes).to_lowercase().contains(SECRET)
    };
    let for_everyone = files(&folder.join("output"));
    assert!(for_everyone.iter().filter(|file| has_it(*file)).count() > 8, "the site for all has it");
    let of_staff =
        ["conversation-models/quokka/on-shift", "conversation-models/side-by-side", "wards/beach/charter/sheet"];
    let is_there = |site: &BTreeMap<String, Vec<u8>>, page: &str| site.contains_key(&format!("{page}/index.html"));
    assert!(of_staff.iter().all(|page| is_there(&for_everyone, page)));

    let request = Request { audience: Some(Audience::Patients), ..support::request(folder) };
    let patients = run(&request, &mut Memory::default()).unwrap();
    assert_eq!(problem_lines(&patients, folder), problem_lines(&everyone, folder), "a page left out is no mistake");
    let site = files(&folder.join("output"));
    let found: Vec<&String> = site.iter().filter(|file| has_it(*file)).map(|(path, _)| path).collect();
    assert!(found.is_empty(), "{found:?}");
    assert!(!of_staff.iter().any(|page| is_there(&site, page)), "what staff use is on no other site");
    let for_all = String::from_utf8_lossy(&site["for-all/index.html"]).into_owned();
    assert!(for_all.contains("Read Trauma-informed care, words of our own and Resource."), "{for_all}");

    let request = Request { audience: Some(Audience::Staff), ..support::request(folder) };
    run(&request, &mut Memory::default()).unwrap();
    assert!(files(&folder.join("output")).contains_key("quokka/index.html"));
}

/// Builds the site of the request. Returns the paths of the files that have the secret in their name or their bytes.
fn secrets(request: &Request) -> Vec<String> {
    let report = run(request, &mut Memory::default()).unwrap();
    assert!(!report.refused, "{:?}", report.problems);
    let site = files(request.output.as_deref().unwrap());
    let has_it = |bytes: &[u8]| String::from_utf8_lossy(bytes).to_lowercase().contains(SECRET);
    site.into_iter().filter(|(path, bytes)| path.contains(SECRET) || has_it(bytes)).map(|(path, _)| path).collect()
}

#[test]
fn a_form_for_staff_is_in_no_byte_of_the_patients_site() {
    let pack = small_pack();
    let folder = pack.path();
    let form = "title: The quokka form\nsummary: Quokka summary.\nintroduction: Quokka before.\nparts:\n  - title: Quokka part\n    text: Quokka text.\n    \
                questions:\n      - {id: quokka, ask: Which quokka?, help: A quokka hint., answer: pick-one, choices: [Quokka one, Quokka two], \
                next: [{when: Quokka two, text: Quokka next.}], example: Quokka sample.}\n      - {id: b, ask: B?, answer: table, columns: [Quokka \
                column], rows: [Quokka row]}\nsentence: Quokkas (quokka).\nclosing: Quokka end.\n";
    write(folder, "content/forms/quokka.yaml", form.as_bytes());
    let card = "title: A card\nsummary: S.\naudience: [patients]\ncards: 8\nparts:\n  - text: Please ask. [[form/quokka|Words of our own]].\n";
    write(folder, "content/forms/own-card.yaml", card.as_bytes());
    let page = "---\ntitle: For all\nsummary: S.\n---\nRead [[form/quokka]] and [[form/own-card]].\n";
    write(folder, "content/pages/for-all.md", page.as_bytes());
    let survey = "title: A survey\nsummary: S.\naudience: [patients]\nsurvey: true\nparts:\n  - questions:\n      - {id: a, ask: A?, measure: of-staff, answer: \
                  pick-one, choices: [Red, Blue]}\n      - {id: b, ask: B?}\n";
    write(folder, "content/forms/own-survey.yaml", survey.as_bytes());
    let measure = "title: Of staff\nsummary: S.\ndefinition: What a wombat counts.\nunit: answers\n";
    write(folder, "content/measures/of-staff.yaml", measure.as_bytes());
    write(folder, "content/forms/own-survey.csv", format!("a,b\n{}", "Red,A quokka told me\n".repeat(9)).as_bytes());
    let found = secrets(&support::request(folder));
    assert!(found.len() > 4 && !found.iter().any(|path| path.contains("own-survey/answers")), "{found:?}");
    let defines = |site: &BTreeMap<String, Vec<u8>>, page: &str| {
        String::from_utf8_lossy(&site[page]).contains("What a wombat counts.")
    };
    let for_everyone = files(&folder.join("output"));
    assert!(defines(&for_everyone, "forms/own-survey/index.html"));
    assert!(defines(&for_everyone, "forms/own-survey/answers/index.html"));
    let patients = Request { audience: Some(Audience::Patients), ..support::request(folder) };
    assert_eq!(secrets(&patients), Vec::<String>::new());
    let site = files(&folder.join("output"));
    assert!(String::from_utf8_lossy(&site["forms/own-card/index.html"]).contains("Please ask."));
    assert!(!site.contains_key("forms/care-plan/index.html"));
    assert!(!defines(&site, "forms/own-survey/index.html"), "the measure is for staff");
    assert!(!site.contains_key("forms/own-survey/answers/index.html"), "answers are for staff");
    let staff = Request { audience: Some(Audience::Staff), ..support::request(folder) };
    assert!(!secrets(&staff).is_empty());
}

#[test]
fn a_passage_for_others_is_in_no_byte() {
    let pack = small_pack();
    let folder = pack.path();
    let quiet = support::WARD.replace("Beach", "Quiet").replace("kind: acute", "kind: rehabilitation");
    write(folder, "content/wards/quiet.yaml", quiet.as_bytes());
    write(folder, "content/images/quokka.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>");
    let leaflet = "---\ntitle: Plain\nsummary: S.\n---\nFor all [[page/seen]].\n\n::: {audience: staff}\n## The quokka\n\nSee [[page/seen]] and \
                   ![A quokka](../images/quokka.svg) on {ward.name}.\n:::\n\nAnd all again.\n";
    write(folder, "content/leaflets/plain.md", leaflet.as_bytes());
    let kinds = "---\ntitle: Kinds\nsummary: S.\n---\nFor all.\n\n::: {ward_kinds: [acute]}\nThe acute numbat, {ward.phone}.\n:::\n";
    write(folder, "content/leaflets/kinds.md", kinds.as_bytes());
    write(folder, "content/pages/seen.md", b"---\ntitle: Seen\nsummary: S.\n---\nText.\n");
    let other = "---\ntitle: The numbat page\nsummary: S.\nward_kinds: [acute]\n---\nThe numbats of acute wards.\n";
    write(folder, "content/trauma-informed-care/other.md", other.as_bytes());
    let with_phone = support::WARD.replace("contacts:\n", "contacts:\n  ward: {phone: '01632 960 002'}\n");
    write(folder, "content/wards/beach.yaml", with_phone.as_bytes());

    let everyone = support::request(folder);
    assert!(secrets(&everyone).len() > 3, "the site for all has it");
    let patients = Request { audience: Some(Audience::Patients), ..support::request(folder) };
    assert_eq!(secrets(&patients), Vec::<String>::new());
    let page = |path: &str| String::from_utf8_lossy(&files(&folder.join("output"))[path]).into_owned();
    assert!(page("leaflets/plain/index.html").contains("And all again."));
    assert!(page("seen/index.html").contains("Plain"), "the rest of the leaflet refers to it still");

    // Each ward has the passages for its kind; outside wards they are said to be for it.
    run(&everyone, &mut Memory::default()).unwrap();
    assert!(page("leaflets/kinds/index.html").contains("For: Acute ward"));
    let beach = page("wards/beach/leaflets/kinds/index.html");
    assert!(beach.contains("The acute numbat, 01632 960 002.") && !beach.contains("For: "), "{beach}");
    assert!(!page("wards/quiet/leaflets/kinds/index.html").contains("numbat"));
    let quiet = Request { wards: vec!["quiet".into()], ..support::request(folder) };
    assert!(!run(&quiet, &mut Memory::default()).unwrap().refused);
    let numbats = files(&folder.join("output"));
    let numbats: Vec<_> =
        numbats.iter().filter(|(_, bytes)| String::from_utf8_lossy(bytes).contains("numbat")).collect();
    assert!(numbats.is_empty(), "a site of other wards has nothing for acute wards");
}

/// Returns the template of the start page with some words of its own at the end.
fn home_with(words: &str) -> String {
    let home = include_str!("../../themes/ward/templates/home.html");
    let leaky = home.replace("{% endblock content %}", &format!("{words}{{% endblock content %}}"));
    assert_ne!(leaky, home);
    leaky
}

/// A template that has words of its own is what a filter would look like that lets something through.
#[test]
fn a_leak_refuses_the_build() {
    let folder = small_pack();
    let folder = folder.path();
    let text =
        "---\ntitle: For staff & nobody else\nsummary: S.\naudience: [staff]\n---\nThe code's 4711, “so” to say.\n";
    write(folder, "content/pages/for-staff.md", text.as_bytes());
    let request = Request { audience: Some(Audience::Patients), ..support::request(folder) };
    let lines = || problem_lines(&run(&request, &mut Memory::default()).unwrap(), folder);
    assert!(lines().is_empty());
    for (words, place) in [("For staff &amp; nobody else", "2:8"), ("The code&#39;s 4711, “so” to say.", "6:1")] {
        let leaky = home_with(&format!("<p>{words}</p>"));
        write(folder, "themes/ward/templates/home.html", leaky.as_bytes());
        let lines = lines();
        assert_eq!(lines.len(), 1, "{words}: {lines:?}");
        assert!(lines[0].starts_with(&format!("A010 error content/pages/for-staff.md:{place}: ")), "{lines:?}");
        assert!(lines[0].ends_with("but index.html has it"), "{lines:?}");
    }
    assert!(run(&support::request(folder), &mut Memory::default()).unwrap().problems.is_empty(), "everyone's site may");
}

/// A name, a place, a drug: one word can be all there is to a leak.
#[test]
fn a_single_word_that_only_staff_may_read_refuses_the_build() {
    let pack = small_pack();
    let folder = pack.path();
    let page = "---\ntitle: For staff\nsummary: S.\naudience: [staff]\n---\nAsk for “Quokkazepam”, see the callout and region in English.\n";
    write(folder, "content/pages/for-staff.md", page.as_bytes());
    let all = "---\ntitle: For all\nsummary: S.\n---\nSee [their site](https://quokkas.example.org/quokkazepams).\n";
    write(folder, "content/pages/for-all.md", all.as_bytes());
    let request = Request { audience: Some(Audience::Patients), ..support::request(folder) };
    let lines = || problem_lines(&run(&request, &mut Memory::default()).unwrap(), folder);
    assert_eq!(lines(), Vec::<String>::new(), "a longer word, an address and the theme's own words are no leak");
    let leaky = home_with("<p>Take QUOKKAZEPAM.</p>");
    write(folder, "themes/ward/templates/home.html", leaky.as_bytes());
    assert_eq!(
        lines(),
        [
            "A010 error content/pages/for-staff.md:6:1: “quokkazepam” isn't for the readers of this site, but index.html has it"
        ]
    );
}

/// The proof doesn't go by what the filter has taken away: without a filter it finds everything that should have been.
#[test]
fn a_filter_that_takes_nothing_away_is_found_out() {
    let pack = small_pack();
    let folder = pack.path();
    write(folder, "content/images/quokka.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>");
    let page = "---\ntitle: Plain\nsummary: S.\n---\nWords.\n\n::: {audience: staff}\nQuokkazepam ![Q](../images/quokka.svg)\n:::\n";
    write(folder, "content/pages/plain.md", page.as_bytes());
    let staff = "---\ntitle: For staff\nsummary: S.\naudience: [staff]\n---\nNumbats here.\n";
    write(folder, "content/pages/for-staff.md", staff.as_bytes());
    let (site, report) = wardpack::pipeline::site(&support::request(folder)).unwrap();
    let site = site.unwrap();
    let readers = Readers { audience: Some(Audience::Patients), ..Readers::default() };
    let left_out = left_out::of(&site, &readers, &report.sources);
    let sources = &report.sources;
    let (ledger, mut problems) = (Ledger::default(), Vec::new());
    let plan = plan::plan(&site, plan::PlannedFor::default(), sources, &ledger, &mut PerFile::default(), &mut problems);
    let rendered = render::render(&plan, sources, &mut LoadedTemplates::default(), &ledger, &mut problems, &|_| {});
    assert!(problems.is_empty());
    let told: Vec<String> =
        audit::leaks(&left_out, &plan, &rendered, sources).into_iter().map(|one| one.message).collect();
    for leak in ["“Numbats here.”", "page/for-staff isn't", "images/quokka.svg isn't", "“quokkazepam”"] {
        assert!(told.iter().any(|line| line.contains(leak)), "{leak}: {told:#?}");
    }
}

/// A picture can be all there is to a leak: one that is only linked, that a withdrawn page shows, or that nothing refers to.
#[test]
fn a_picture_that_nothing_on_the_site_shows_or_links_to_is_in_no_file_of_it() {
    let pack = small_pack();
    let folder = pack.path();
    let svg = b"<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>";
    let secret =
        ["linked", "in-a-passage", "7", "withdrawn", "of-another-ward", "of-another-charter", "a file", "in-easy-read"];
    let kept = ["shown", "only-linked", "in-both", "of-the-ward", "of-the-charter", "of-the-theme", "the-logo"];
    for name in secret {
        write(folder, &format!("content/images/quokka-{name}.svg"), svg);
    }
    for name in kept {
        write(folder, &format!("content/images/{name}.svg"), svg);
    }
    let staff = "---\ntitle: For staff\nsummary: S.\naudience: [staff]\n---\n[The plan](../images/quokka-linked.svg), \
                 [another](<../images/quokka-a file.svg>) and ![both](../images/in-both.svg).\n";
    write(folder, "content/leaflets/for-staff.md", staff.as_bytes());
    let easy = "title: Easy\nsummary: S.\nparts:\n  - {title: P, rows: [{picture: ../images/quokka-in-easy-read.svg, text: Words.}]}\n";
    write(folder, "content/leaflets/for-staff.easy.yaml", easy.as_bytes());
    let all = "---\ntitle: For all\nsummary: S.\n---\n![One](../images/shown.svg), [two](../images/only-linked.svg), [three](../images/in-both.svg).\n\n\
               ::: {audience: staff}\n[Four](../images/quokka-in-a-passage.svg)\n:::\n";
    write(folder, "content/pages/for-all.md", all.as_bytes());
    let gone =
        "---\ntitle: Gone\nsummary: S.\nwithdrawn: {on: 2026-11-01}\n---\n![Five](../images/quokka-withdrawn.svg)\n";
    write(folder, "content/pages/gone.md", gone.as_bytes());
    let ward = |about: &str, charter: &str| {
        let line = format!("{{id: door, text: I knock., easy_read: I knock., picture: ../images/{charter}.svg}}");
        format!("{}about: '[Six](../images/{about}.svg)'\ncharter: {{add: [{line}]}}\n", support::WARD)
    };
    write(folder, "content/wards/beach.yaml", ward("of-the-ward", "of-the-charter").as_bytes());
    let dune = ward("quokka-of-another-ward", "quokka-of-another-charter").replace("Beach", "Dune");
    write(folder, "content/wards/dune.yaml", dune.as_bytes());
    write(
        folder,
        "content/pack.yaml",
        b"title: Test pack\nextends: built-in\nbrand: {logo: {picture: images/the-logo.svg, words: Logo}}\n",
    );
    let home = home_with("<img src=\"{{ frame.root }}images/of-the-theme.svg\" alt=\"\">");
    write(folder, "themes/ward/templates/home.html", home.as_bytes());

    let everyone = support::request(folder);
    assert!(secrets(&everyone).len() > secret.len(), "the site for all has every picture");
    let beach = || vec!["beach".to_owned()];
    let patients = Request { audience: Some(Audience::Patients), wards: beach(), ..support::request(folder) };
    assert_eq!(secrets(&patients), Vec::<String>::new());
    let site = files(&folder.join("output"));
    for name in kept {
        assert!(site.contains_key(&format!("images/{name}.svg")), "{name}");
    }
    // A ward's own pack has what is for staff, and of what nothing refers to nobody knows whose it is.
    let ward = Request { wards: beach(), ..support::request(folder) };
    assert!(!run(&ward, &mut Memory::default()).unwrap().refused);
    let site = files(&folder.join("output"));
    let has = |name: &str| site.contains_key(&format!("images/quokka-{name}.svg"));
    assert!(has("linked") && has("in-a-passage") && has("in-easy-read") && has("a-file"));
    assert!(!has("7") && !has("withdrawn") && !has("of-another-ward") && !has("of-another-charter"));

    // The proof looks for addresses of pictures that were left out.
    // Put together while the page is drawn, so that the theme doesn't name the picture.
    for written in [
        "<a href=\"{{ frame.root }}images/quokka-{{ 7 }}.svg\">x</a>",
        "<img alt=\"\" src=\"images/quokka-{{ 7 }}.svg\">",
    ] {
        let leaky = home_with(written);
        write(folder, "themes/ward/templates/home.html", leaky.as_bytes());
        let lines = problem_lines(&run(&patients, &mut Memory::default()).unwrap(), folder);
        let told = "images/quokka-7.svg isn't for the readers of this site, but index.html is of it";
        assert!(lines.iter().any(|line| line.ends_with(told)), "{written}: {lines:?}");
    }
}

/// A pack with a section for staff, and links to it from everywhere.
fn with_a_section_for_staff(section: &str, extra: &str) -> tempfile::TempDir {
    let pack = small_pack();
    let folder = pack.path();
    let index = format!(
        "---\ntitle: The quokkas\nsummary: Quokka summary.\n{extra}\n---\nAll about quokkas. {{ward.name|x}}\n"
    );
    write(folder, &format!("content/{section}/_index.md"), index.as_bytes());
    write(folder, &format!("content/{section}/_index.cy.md"), index.replace("quokkas", "quokkas Cymru").as_bytes());
    write(folder, "content/pack.yaml", b"title: Test pack\nextends: built-in\nlanguages: [en, cy]\n");
    let id = section.rsplit('/').next().unwrap();
    let links = format!(
        "---\ntitle: Links\nsummary: S.\n---\n[[section/{id}]], [[section/{id}|words]], [file](../{section}/_index.md).\n"
    );
    write(folder, "content/pages/links.md", links.as_bytes());
    pack
}

#[test]
fn a_section_for_staff_is_gone_from_the_patients_site_with_all_that_stands_in_it() {
    for section in [
        "conversation-models",
        "trauma-informed-care",
        "standards",
        "benchmarks",
        "improvement",
        "improvement/change-ideas",
        "stories",
        "leaflets",
        "pages",
    ] {
        let pack = with_a_section_for_staff(section, "audience: [staff]");
        let folder = pack.path();
        if section == "leaflets" {
            // Its leaflets are for others: that is told, and put right here.
            for leaflet in [
                "for-carers",
                "for-parents-and-carers",
                "how-safe-do-you-feel",
                "keeping-safe",
                "keeping-safe-young-people",
                "relationships-and-privacy",
                "visiting",
            ] {
                let text = "---\ntitle: Own\nsummary: S.\n---\nText.\n".replace("Own", leaflet);
                write(folder, &format!("content/leaflets/{leaflet}.md"), text.as_bytes());
            }
        }
        let everyone = support::request(folder);
        assert!(!secrets(&everyone).is_empty(), "{section}");
        let patients = Request { audience: Some(Audience::Patients), ..support::request(folder) };
        assert_eq!(secrets(&patients), Vec::<String>::new(), "{section}");
        let site = files(&folder.join("output"));
        let below =
            |path: &&String| path.starts_with(&format!("{section}/")) || path.starts_with(&format!("cy/{section}/"));
        let left: Vec<&String> = site.keys().filter(below).collect();
        assert!(left.is_empty(), "{section}: {left:?}");
        if section != "pages" {
            assert!(site.contains_key("links/index.html"));
        }
        let staff = Request { audience: Some(Audience::Staff), ..support::request(folder) };
        assert!(!secrets(&staff).is_empty(), "{section}");
    }
}

/// A section for some kinds of ward isn't in a ward's own pack of another kind.
#[test]
fn a_section_for_other_kinds_of_ward_is_gone_from_a_wards_own_site() {
    for section in ["trauma-informed-care", "improvement", "standards"] {
        let pack = with_a_section_for_staff(section, "ward_kinds: [rehabilitation]");
        let folder = pack.path();
        assert!(!secrets(&support::request(folder)).is_empty(), "{section}");
        let beach = Request { wards: vec!["beach".into()], ..support::request(folder) };
        assert_eq!(secrets(&beach), Vec::<String>::new(), "{section}");
        assert!(
            !files(&folder.join("output")).keys().any(|path| path.starts_with(&format!("{section}/"))),
            "{section}"
        );
    }
}

#[test]
fn no_page_of_a_site_leads_to_a_section_or_domain_that_was_left_out() {
    for section in ["improvement", "standards", "benchmarks", "leaflets", "pages", "standards/3-staff"] {
        let pack = with_a_section_for_staff(
            section.split("/3").next().unwrap(),
            "audience: [patients, carers, visitors, staff]",
        );
        let folder = pack.path();
        let (name, links) = if section.contains("/3") { ("_domain.md", "[[domain/staff]]") } else { ("_index.md", "") };
        let index = format!("---\ntitle: For others\nsummary: S.\naudience: [visitors]\n---\n{links}Text.\n");
        write(folder, &format!("content/{section}/{name}"), index.as_bytes());
        let request = Request { audience: Some(Audience::Carers), ..support::request(folder) };
        let report = run(&request, &mut Memory::default()).unwrap();
        let mistakes: Vec<String> =
            problem_lines(&report, folder).into_iter().filter(|line| !line.starts_with("R009")).collect();
        assert_eq!(mistakes, Vec::<String>::new(), "{section}");
        if report.refused {
            continue;
        }
        let site = files(&folder.join("output"));
        for (path, bytes) in site.iter().filter(|(path, _)| path.ends_with(".html") && *path != "404.html") {
            let text = String::from_utf8_lossy(bytes);
            let base = url_folder(path);
            for href in text.split("href=").skip(1).map(|rest| rest.trim_start_matches('"')) {
                let href = href.split(['"', '>', ' ', '#']).next().unwrap();
                if href.is_empty() || href.contains(':') {
                    continue;
                }
                assert!(site.contains_key(&joined(&base, href)), "{section}: {path} leads to {href}");
            }
        }
    }
}

fn url_folder(path: &str) -> Vec<&str> {
    let mut parts: Vec<&str> = path.split('/').collect();
    parts.pop();
    parts
}

fn joined(folder: &[&str], href: &str) -> String {
    let mut parts = folder.to_vec();
    for part in href.split('/') {
        match part {
            ".." => drop(parts.pop()),
            "." => {}
            part => parts.push(part),
        }
    }
    parts.join("/")
}
