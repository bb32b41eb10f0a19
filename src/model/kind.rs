//! The kinds of item a pack has, by the names that authors, addresses and this program share.

/// A kind of item that has an id and can be referred to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    Section,
    Domain,
    Standard,
    Leaflet,
    ConversationModel,
    TraumaInformedCare,
    Benchmark,
    Improvement,
    ChangeIdea,
    TheoryOfChange,
    MeasurementPlan,
    Measure,
    Form,
    Story,
    Page,
    Resource,
    Support,
    Term,
    Ward,
}

impl Kind {
    pub const ALL: [Kind; 19] = [
        Kind::Section,
        Kind::Domain,
        Kind::Standard,
        Kind::Leaflet,
        Kind::ConversationModel,
        Kind::TraumaInformedCare,
        Kind::Benchmark,
        Kind::Improvement,
        Kind::ChangeIdea,
        Kind::TheoryOfChange,
        Kind::MeasurementPlan,
        Kind::Measure,
        Kind::Form,
        Kind::Story,
        Kind::Page,
        Kind::Resource,
        Kind::Support,
        Kind::Term,
        Kind::Ward,
    ];

    /// Returns the word used in references: `leaflet` of `[[leaflet/keeping-safe]]`.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Section => "section",
            Kind::Domain => "domain",
            Kind::Standard => "standard",
            Kind::Leaflet => "leaflet",
            Kind::ConversationModel => "conversation-model",
            Kind::TraumaInformedCare => "trauma-informed-care",
            Kind::Benchmark => "benchmark",
            Kind::Improvement => "improvement",
            Kind::ChangeIdea => "change-idea",
            Kind::TheoryOfChange => "theory-of-change",
            Kind::MeasurementPlan => "measurement-plan",
            Kind::Measure => "measure",
            Kind::Form => "form",
            Kind::Story => "story",
            Kind::Page => "page",
            Kind::Resource => "resource",
            Kind::Support => "support",
            Kind::Term => "term",
            Kind::Ward => "ward",
        }
    }

    pub fn named(name: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Returns the section that lists items of this kind; a section itself stands at the top.
    pub fn section(self) -> &'static str {
        match self {
            Kind::Section => "home",
            Kind::Domain | Kind::Standard => "standards",
            Kind::Leaflet => "leaflets",
            Kind::ConversationModel => "conversation-models",
            Kind::TraumaInformedCare => "trauma-informed-care",
            Kind::Benchmark => "benchmarks",
            Kind::Improvement | Kind::TheoryOfChange | Kind::MeasurementPlan => "improvement",
            Kind::ChangeIdea => "change-ideas",
            Kind::Measure => "measures",
            Kind::Form => "forms",
            Kind::Story => "stories",
            Kind::Page => "pages",
            Kind::Resource => "resources",
            Kind::Support => "support",
            Kind::Term => "glossary",
            Kind::Ward => "wards",
        }
    }
}

/// The sections in the order of the page of contents.
pub const SECTIONS: [&str; 15] = [
    "support",
    "leaflets",
    "charter",
    "wards",
    "conversation-models",
    "trauma-informed-care",
    "standards",
    "benchmarks",
    "improvement",
    "change-ideas",
    "measures",
    "forms",
    "stories",
    "resources",
    "glossary",
];

/// The sections that staff come for. Their pages are for staff where they don't say for whom they are.
pub const FOR_STAFF: [&str; 9] = [
    "conversation-models",
    "trauma-informed-care",
    "standards",
    "benchmarks",
    "improvement",
    "change-ideas",
    "measures",
    "forms",
    "stories",
];

/// The sections that stand beside the menu where there is room: the ones patients come for.
pub const DIRECT: [&str; 2] = ["support", "leaflets"];

/// The sections of the menu by who they are for, in words of the theme. Every section is in one of them.
pub const MENU: [(&str, &[&str]); 2] = [
    ("patients", &["support", "leaflets", "wards", "charter", "glossary"]),
    (
        "staff",
        &[
            "conversation-models",
            "trauma-informed-care",
            "standards",
            "benchmarks",
            "improvement",
            "change-ideas",
            "measures",
            "forms",
            "stories",
            "resources",
        ],
    ),
];

/// The section of pages that belong nowhere else, such as the accessibility statement. It stands in the foot of the page.
pub const PAGES: &str = "pages";

/// What a site has at its root besides sections: pages that wardpack makes, and the folders of what pages load.
pub const OF_THE_SITE: [&str; 11] =
    ["404", "a-to-z", "blank", "css", "easy-read", "files", "fonts", "images", "js", "search", "sitemap"];

/// The sections of whose items every site has a page that leads to the rest, whoever the site is for, in words.
pub const FOR_EVERYONE: [(&str, &str); 3] =
    [(HOME, "the home page"), ("wards", "the list of wards"), ("charter", "the page on charters")];

/// Returns the section that another one stands in.
pub fn section_above(section: &str) -> Option<&'static str> {
    (section == "change-ideas").then_some("improvement")
}

/// The page at the top.
pub const HOME: &str = "home";
