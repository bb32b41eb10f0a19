//! The kinds of file that a pack has, and the groups of keys in each.

/// A kind of file: its path in a pack, what it is, its example, and the groups of keys in it.
pub struct Kind {
    pub path: &'static str,
    pub what: &'static str,
    pub example: &'static str,
    pub groups: &'static [Group],
}

/// A group of keys: its heading, and a file in which `HOLE` stands for it.
pub type Group = (&'static str, &'static str);

/// The group that is the file itself.
const FILE: Group = ("", "HOLE");
const WITHDRAWN: Group = ("withdrawn", "withdrawn: {HOLE}");

pub const KINDS: &[Kind] = &[
    Kind {
        path: "pack.yaml",
        what: "The pack: whose it is, its languages, kinds of ward, hospitals and the contacts of the trust",
        example: "pack.yaml",
        groups: &[
            FILE,
            ("publisher", "publisher: {HOLE}"),
            ("ward_kinds: each kind", "ward_kinds: [{HOLE}]"),
            ("young_people", "young_people: {HOLE}"),
            ("accessibility", "accessibility: {HOLE}"),
            ("accessibility: tested", "accessibility: {tested: {HOLE}}"),
            ("accessibility: not_accessible: each part", "accessibility: {not_accessible: [{HOLE}]}"),
            ("privacy", "privacy: {HOLE}"),
            ("privacy: records: each record", "privacy: {records: [{HOLE}]}"),
            ("privacy: officer", "privacy: {officer: {HOLE}}"),
            ("publish_profiles: each profile", "publish_profiles: [{HOLE}]"),
            ("contacts", "contacts: {HOLE}"),
            ("hospitals: each hospital", "hospitals: [{HOLE}]"),
            ("reviewed_base", "reviewed_base: {HOLE}"),
            ("quick_exit", "quick_exit: {HOLE}"),
            ("brand", "brand: {HOLE}"),
            ("brand: logo", "brand: {logo: {HOLE}}"),
        ],
    },
    Kind {
        path: "wards/<id>.yaml",
        what: "A ward",
        example: "wards/beach.yaml",
        groups: &[
            FILE,
            ("contacts", "contacts: {HOLE}"),
            ("contacts: each contact", "contacts: {ward: {HOLE}}"),
            ("A phone number, wherever one stands", "contacts: {ward: {phone: {HOLE}}}"),
            ("charter", "charter: {HOLE}"),
            ("charter: coproduced", "charter: {coproduced: {HOLE}}"),
            (
                "charter: means_here",
                "charter: {means_here: {text: Words., HOLE}} or charter: {means_here: {agreed: {on: 2026-05-01}, HOLE}}",
            ),
            ("charter: means_here: agreed", "charter: {means_here: {text: Words., agreed: {HOLE}}}"),
            (
                "charter: reword: each behaviour",
                "charter: {reword: {respect-others: {text: Words., HOLE}}} or charter: {reword: {respect-others: {easy_read: Words., HOLE}}}",
            ),
            ("charter: add: each behaviour", "charter: {add: [{HOLE}]}"),
            ("leaflets", "leaflets: {HOLE}"),
            ("promises", "promises: {HOLE}"),
            ("promises: confirmed", "promises: {confirmed: {HOLE}}"),
        ],
    },
    Kind {
        path: "wards/<id>.yaml",
        what: "A ward that is no longer there",
        example: "wards/shore.yaml",
        groups: &[WITHDRAWN],
    },
    Kind {
        path: "wards/<id>.agreed.yaml",
        what: "What a ward agreed; `wardpack agree` writes it, and nobody changes it by hand",
        example: "wards/beach.agreed.yaml",
        groups: &[FILE],
    },
    Kind {
        path: "wards/<id>.sheets.yaml",
        what: "Which sheet hangs where on a ward; `wardpack round` writes it, and you may too",
        example: "wards/beach.sheets.yaml",
        groups: &[FILE, ("sheets: each sheet", "sheets: [{HOLE}]")],
    },
    Kind {
        path: "charter/template.yaml",
        what: "The charter that every ward starts from",
        example: "charter/template.yaml",
        groups: &[FILE, ("behaviours: each behaviour", "behaviours: [{HOLE}]")],
    },
    Kind {
        path: "charter/template-<id>.yaml",
        what: "The charter that wards of some kinds start from in its place, with `ward_kinds`",
        example: "charter/template-young-people.yaml",
        groups: &[FILE],
    },
    Kind {
        path: "charter/trust.yaml",
        what: "What the charters of all your wards say differently from the template",
        example: "charter/trust.yaml",
        groups: &[FILE],
    },
    Kind {
        path: "leaflets/<id>.md",
        what: "A leaflet; every ward that gives it out has its own copy",
        example: "leaflets/visiting.md",
        groups: &[FILE, ("translation", "translation: {HOLE}")],
    },
    Kind {
        path: "leaflets/<id>.easy.yaml",
        what: "The same leaflet in Easy Read; the other pages can have one too",
        example: "leaflets/visiting.easy.yaml",
        groups: &[FILE, ("parts: each part", "parts: [{HOLE}]"), ("rows: each row", "parts: [{rows: [{HOLE}]}]")],
    },
    Kind {
        path: "_index.md",
        what: "The home page",
        example: "_index.md",
        groups: &[FILE, ("starts: each start", "starts: [{HOLE}]")],
    },
    Kind {
        path: "pages/<id>.md",
        what: "Any other page, such as the accessibility statement; the foot of each page links to it",
        example: "pages/accessibility.md",
        groups: &[FILE],
    },
    Kind {
        path: "conversation-models/<id>.yaml",
        what: "A way to start a conversation, in steps",
        example: "conversation-models/steps.yaml",
        groups: &[FILE, ("steps: each step", "steps: [{HOLE}]")],
    },
    Kind {
        path: "standards/<n>-<domain>/_domain.md",
        what: "A domain of the standards",
        example: "standards/3-staff/_domain.md",
        groups: &[FILE],
    },
    Kind {
        path: "standards/<n>-<domain>/<id>.md",
        what: "A standard in it",
        example: "standards/3-staff/3.1.md",
        groups: &[FILE],
    },
    Kind {
        path: "benchmarks/<id>.yaml",
        what: "A benchmarking exercise",
        example: "benchmarks/first.yaml",
        groups: &[
            FILE,
            ("ratings: each rating", "ratings: [{HOLE}]"),
            ("standards: each rated standard", "ratings: [{standards: [{HOLE}]}]"),
            ("actions: each action", "ratings: [{actions: [{HOLE}]}]"),
        ],
    },
    Kind {
        path: "improvement/theories-of-change/<id>.yaml",
        what: "A theory of change, which is drawn as a driver diagram",
        example: "improvement/theories-of-change/northgate.yaml",
        groups: &[
            FILE,
            ("primary_drivers: each driver", "primary_drivers: [{HOLE}]"),
            ("secondary_drivers: each driver", "primary_drivers: [{secondary_drivers: [{HOLE}]}]"),
        ],
    },
    Kind {
        path: "improvement/change-ideas/<id>.tests.yaml",
        what: "The tests of the change idea beside it",
        example: "improvement/change-ideas/cards.tests.yaml",
        groups: &[FILE, ("tests: each test", "tests: [{HOLE}]")],
    },
    Kind {
        path: "improvement/measurement-plans/<id>.yaml",
        what: "A measurement plan",
        example: "improvement/measurement-plans/northgate.yaml",
        groups: &[FILE, ("outcomes: each outcome", "outcomes: [{HOLE}]")],
    },
    Kind {
        path: "measures/<id>.yaml",
        what: "A measure: what is counted; its numbers stand in `measures/<id>.csv`",
        example: "measures/reports.yaml",
        groups: &[FILE, ("changes: each change", "changes: [{HOLE}]")],
    },
    Kind {
        path: "forms/<id>.yaml",
        what: "A form to fill in on screen or by pen: a worksheet, a checklist, a plan, cards or a survey",
        example: "forms/huddle.yaml",
        groups: &[
            FILE,
            ("parts: each part", "parts: [{HOLE}]"),
            ("questions: each question", "parts: [{questions: [{HOLE}]}]"),
            ("next: each one", "parts: [{questions: [{next: [{HOLE}]}]}]"),
        ],
    },
    Kind {
        path: "resources.yaml",
        what: "Publications, tools and pages elsewhere",
        example: "resources.yaml",
        groups: &[FILE, ("resources: each resource", "resources: [{HOLE}]")],
    },
    Kind {
        path: "support.yaml",
        what: "Services that help",
        example: "support.yaml",
        groups: &[
            FILE,
            ("services: each service", "services: [{HOLE}]"),
            ("seen_in", "services: [{seen_in: {HOLE}}]"),
            ("checked", "services: [{checked: {HOLE}}]"),
        ],
    },
    Kind {
        path: "checked.yaml",
        what: "Who called or opened which services and resources, of your pack and of those below; `wardpack called` writes it",
        example: "checked.yaml",
        groups: &[FILE],
    },
    Kind {
        path: "search.yaml",
        what: "What people type into the search in words of their own, and the pages that help them",
        example: "search.yaml",
        groups: &[FILE, ("searches: each search", "searches: [{HOLE}]")],
    },
    Kind {
        path: "published.yaml",
        what: "The addresses that were published; `wardpack publish` adds to them, and a build is refused where one leads nowhere",
        example: "published.yaml",
        groups: &[FILE],
    },
    Kind {
        path: "glossary.yaml",
        what: "Words and what they mean",
        example: "glossary.yaml",
        groups: &[FILE, ("terms: each term", "terms: [{HOLE}]")],
    },
];

/// Pages with the same keys as those of another kind: their path, what they are, and the path of the other kind.
pub const ALIKE: [(&str, &str, &str); 7] = [
    ("trauma-informed-care/<id>.md", "Guidance, with the keys of a leaflet", "leaflets/<id>.md"),
    ("improvement/<id>.md", "A page on improvement work, with the keys of a leaflet", "leaflets/<id>.md"),
    ("improvement/change-ideas/<id>.md", "A change idea, with the keys of a leaflet", "leaflets/<id>.md"),
    ("stories/<id>.md", "What a ward tried and learned, with the keys of a leaflet", "leaflets/<id>.md"),
    ("pages/<id>.easy.yaml", "The Easy Read of any of these pages", "leaflets/<id>.easy.yaml"),
    (
        "support.easy.yaml",
        "The Easy Read of a section: `_index.easy.yaml`, `glossary.easy.yaml` and the index of each folder too",
        "leaflets/<id>.easy.yaml",
    ),
    (
        "leaflets/_index.md",
        "The introduction to a section, in its folder, with the keys of the home page but for `starts`",
        "_index.md",
    ),
];

/// What the examples don't show: an older way to write what `wardpack agree` writes, the layer below, parts of phone numbers that
/// don't go together, and what would take a part of the pack away.
pub const LEFT_OUT: [&str; 14] = [
    "coproduced",
    "charter: coproduced",
    "extends",
    "earlier",
    "A phone number, wherever one stands",
    "withdrawn",
    "formerly",
    "draft",
    "translation",
    "audience",
    "ages",
    "ward_kinds",
    "instead_of",
    "content_note",
];
