//! A site for one audience holds nothing of what is for others.

#![allow(clippy::disallowed_methods, reason = "tests touch the disk")]

mod support;

use support::{Memory, build, files, problem_lines, run, small_pack, write};
use wardpack::model::audience::Audience;
use wardpack::pipeline::Request;

const SECRET: &str = "quokka";

#[test]
fn what_is_for_staff_is_in_no_byte_of_the_patients_site() {
    let folder = small_pack();
    let folder = folder.path();
    let front = format!("---\ntitle: Title {SECRET}\nsummary: Summary {SECRET}.\naudience: [staff]\n---\n");
    let text = format!("{front}Text {SECRET}. See [[resource/own]] and [[page/for-all]].\n");
    write(folder, "content/trauma-informed-care/for-staff.md", text.as_bytes());
    write(folder, &format!("content/pages/{SECRET}.md"), text.replace("Title", "Page").as_bytes());
    let model = "title: T\nsummary: S\naudience: [staff]\nsteps:\n  - {letter: A, name: N, text: Text quokka.}\n";
    write(folder, "content/conversation-models/quokka.yaml", model.as_bytes());
    let own = "  - {id: own, title: Own quokka, kind: report, url: 'https://example.org/quokka', audience: [staff]}\n";
    let resources = format!("{}\n{own}", include_str!("../content/resources.yaml").trim_end());
    write(folder, "content/resources.yaml", resources.as_bytes());
    let page = "---\ntitle: For all\nsummary: S.\nsource: [own]\n---\nRead [[trauma-informed-care/for-staff]], [[page/quokka|words of our own]] and [[resource/own]].\n";
    write(folder, "content/pages/for-all.md", page.as_bytes());

    let everyone = build(folder).unwrap();
    assert!(!everyone.refused, "{:?}", problem_lines(&everyone, folder));
    let has_it = |(path, bytes): (&String, &Vec<u8>)| {
        path.contains(SECRET) || String::from_utf8_lossy(bytes).to_lowercase().contains(SECRET)
    };
    assert!(files(&folder.join("output")).iter().filter(|file| has_it(*file)).count() > 8, "the site for all has it");

    let request = Request { audience: Some(Audience::Patients), ..support::request(folder) };
    let patients = run(&request, &mut Memory::default()).unwrap();
    assert_eq!(problem_lines(&patients, folder), problem_lines(&everyone, folder), "a page left out is no mistake");
    let site = files(&folder.join("output"));
    let found: Vec<&String> = site.iter().filter(|file| has_it(*file)).map(|(path, _)| path).collect();
    assert!(found.is_empty(), "{found:?}");
    let for_all = String::from_utf8_lossy(&site["for-all/index.html"]).into_owned();
    assert!(for_all.contains("Read Trauma-informed care, words of our own and Resource."), "{for_all}");

    let request = Request { audience: Some(Audience::Staff), ..support::request(folder) };
    run(&request, &mut Memory::default()).unwrap();
    assert!(files(&folder.join("output")).contains_key("quokka/index.html"));
}
