use super::*;

fn press(template: &str) -> Press {
    let picture = br#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><circle r="5"/></svg>"#;
    let files: [(String, Arc<[u8]>); 2] = [
        ("print/sheet.typ".to_owned(), Arc::from(template.as_bytes())),
        ("images/dot.svg".to_owned(), Arc::from(&picture[..])),
    ];
    Press::new(files.into())
}

fn order(sizes: &[f64], pages: usize, most_pages: usize) -> Order<'_> {
    let sheet = r#"{"title": "Ein Blatt", "words": "words "}"#.to_owned();
    Order {
        template: "print/sheet.typ",
        sheet,
        sizes,
        pages,
        most_pages,
        address: None,
        is_dated: false,
        folding: None,
    }
}

const HEAD: &str = "#let sheet = json(\"/sheet.json\")\n#set document(title: sheet.title, date: none)\n\
                    #set text(lang: \"en\", font: \"Atkinson Hyperlegible Next\", size: json(\"/size.json\") * 1pt)\n";

#[test]
fn a_sheet_is_a_tagged_file_of_the_same_bytes_each_time() {
    let press = press(&format!("{HEAD}= #sheet.title\n#image(\"/images/dot.svg\", alt: \"A dot\")"));
    let printed = press.print(&order(&[12.0], 1, 1)).unwrap();
    let text = String::from_utf8_lossy(&printed.pdf);
    assert!(text.contains("/StructTreeRoot") && text.contains("pdfuaid"), "tagged, and says so");
    assert_eq!(printed.pages, 1);
    assert_eq!(press.print(&order(&[12.0], 1, 1)).unwrap(), printed);
}

#[test]
fn what_not_everybody_could_read_is_refused_at_its_place() {
    for (fault, says) in [
        ("= One\n=== Three", "heading"),
        ("= One\n#image(\"/images/dot.svg\")", "alt"),
        ("= One\n#text(font: \"Comic Sans\")[Words]", "font"),
        ("= One\n#image(\"/images/gone.svg\", alt: \"Gone\")", "not found"),
    ] {
        let refused = press(&format!("{HEAD}{fault}")).print(&order(&[12.0], 1, 1)).unwrap_err();
        let Misprint::Template(mistakes) = refused else { panic!("{fault}: {refused:?}") };
        let first = &mistakes[0];
        assert!(first.message.contains(says), "{fault}: {first:?}");
        assert_eq!(first.file.as_deref(), Some("print/sheet.typ"), "{fault}: {first:?}");
        assert!(first.range.as_ref().is_some_and(|range| range.start >= HEAD.len()), "{fault}: {first:?}");
    }
}

#[test]
fn words_that_do_not_fit_are_smaller_then_on_a_second_page_then_refused() {
    let sheet =
        |words: usize| press(&format!("{HEAD}#set page(width: 100mm, height: 100mm)\n#(sheet.words * {words})"));
    let sizes = [20.0, 18.0, 16.0, 14.0, 12.0];
    let print = |words: usize| sheet(words).print(&order(&sizes, 1, 2));
    let (few, some, many) = (print(5).unwrap(), print(60).unwrap(), print(110).unwrap());
    assert_eq!((few.size, few.pages), (20.0, 1));
    assert!(some.size < 20.0 && some.pages == 1, "{} pt, {} pages", some.size, some.pages);
    assert!(many.pages == 2 && many.size > 12.0, "the second page has room for larger words: {} pt", many.size);
    assert!(matches!(print(2000), Err(Misprint::TooLong { pages: 3.., size: 12.0 })));
}

#[test]
fn a_booklet_is_two_pages_on_each_side_and_does_not_say_that_it_can_be_read_in_order() {
    let pages =
        "#set page(width: 100mm, height: 100mm)\n= One\n#pagebreak()\nTwo\n#pagebreak()\n#metadata(none) <back>\nThree";
    let press = press(&format!("{HEAD}{pages}"));
    let booklet = Some(Folding { fold: Fold::Booklet, spine: Spine::Left });
    let printed = press.print(&Order { folding: booklet, is_dated: true, ..order(&[12.0], 4, 8) }).unwrap();
    let text = String::from_utf8_lossy(&printed.pdf);
    assert_eq!(printed.pages, 2, "the two sides of a sheet");
    assert!(!text.contains("/StructTreeRoot") && !text.contains("pdfuaid") && !text.contains("pdfaid"), "{text}");
    assert!(text.contains("/MediaBox"), "{text}");
    assert_eq!(press.print(&Order { folding: None, ..order(&[12.0], 4, 8) }).unwrap().pages, 3);
}

#[test]
fn a_leaflet_that_is_folded_twice_is_one_sheet_of_a4() {
    let pages = (1..6).map(|page| format!("#pagebreak()\n{page}\n")).collect::<String>();
    let press = press(&format!("{HEAD}#set page(width: 97mm, height: 210mm)\n= One\n{pages}"));
    let folding = Some(Folding { fold: Fold::TriFold, spine: Spine::Left });
    let printed = press.print(&Order { folding, ..order(&[12.0], 6, 6) }).unwrap();
    let text = String::from_utf8_lossy(&printed.pdf);
    assert_eq!(printed.pages, 2, "its two sides");
    let sheet = text.split("/MediaBox").nth(1).unwrap();
    assert!(sheet.starts_with("[0 0 841.8"), "as wide as A4 is high: {:?}", sheet.get(..40));
}

#[test]
fn an_address_is_a_code_with_a_quiet_edge() {
    let svg = address::code("https://sexual-safety.example/wards/beach/").unwrap();
    assert!(svg.contains("M4 4h7"), "the first finder pattern stands four modules in");
    assert!(address::code(&"x".repeat(5000)).is_none());
}
