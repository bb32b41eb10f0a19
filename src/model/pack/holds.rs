//! What every noun holds, field by field: the one description by which words, references and languages are found, whatever they
//! stand in.
//!
//! Each noun is taken apart completely, so a field that is forgotten here doesn't compile, nor does one whose type doesn't say what
//! it holds. Fields stand in the order in which their words are looked at. Lists, contacts and what is said in several languages hold
//! theirs in ways of their own, which stand with them.

use crate::holds;
use crate::measure::improvement::Improvement;
use crate::measure::reading::RuleSet;
use crate::measure::small_numbers::SmallNumbersRule;
use crate::model::accessibility::{Accessibility, AccessibilityTest, Conformance, Criterion, NotAccessible, Reason};
use crate::model::address::SiteAddress;
use crate::model::ages::Ages;
use crate::model::article::{Article, Start, Statement};
use crate::model::audience::Audience;
use crate::model::benchmark::{Action, Answer, Benchmark, Confidence, Group, Level, RatedStandard, Rating};
use crate::model::brand::{Brand, Logo};
use crate::model::charter_changes::{Added, Changes, Rewording};
use crate::model::charter_format::CharterFormat;
use crate::model::charter_template::{Behaviour, Template};
use crate::model::checked::{Checked, SeenIn};
use crate::model::colour::Colour;
use crate::model::contact::{Contact, Hospital, Origin};
use crate::model::conversation_model::{ConversationModel, Step};
use crate::model::easy_read::{EasyRead, Part, Row};
use crate::model::form::{AnswerKind, Form, FormPart, Next, Question, QuestionsOf};
use crate::model::language::Language;
use crate::model::leaflet_format::LeafletFormat;
use crate::model::measure::{Change, Measure};
use crate::model::measurement_plan::{MeasurementPlan, Outcome};
use crate::model::nation::Nation;
use crate::model::numbers::{Frequency, Numbers};
use crate::model::phone::Phone;
use crate::model::piece::hold_nothing;
use crate::model::privacy::{DataProtectionOfficer, Keeping, LawfulBasis, Privacy, VisitRecord};
use crate::model::promises::{Confirmed, Promises};
use crate::model::publish_profile::PublishProfile;
use crate::model::read::single_values::Id;
use crate::model::resource::Resource;
use crate::model::review::{Review, ReviewedBase, Translation, TranslationCheck};
use crate::model::settings::{Publisher, Settings, WardKind};
use crate::model::standard::Standard;
use crate::model::support::Support;
use crate::model::term::Term;
use crate::model::test_log::IdeaTest;
use crate::model::theory_of_change::{Driver, PrimaryDriver, SecondaryDriver, TheoryOfChange};
use crate::model::trust::Trust;
use crate::model::ward::{CharterChanges, Coproduced, MeansHere, Ward};
use crate::model::withdrawn::Withdrawn;
use crate::model::young_people::YoungPeople;

holds! {
    Settings {
        title, publisher, brand, nation, ward_kinds, languages, has_broken_kinds, hospitals, contacts, contacts_checked_within_months,
        small_numbers, quick_exit, web_address, qr_codes, charter_formats, leaflet_formats, young_people, accessibility, privacy,
        publish_profiles, reviewed_base, below
    }
    Accessibility { meets, span, tested, not_accessible, answered_within, improving, written, reviewed }
    AccessibilityTest { on, by, how }
    Privacy { keeps, span, records, officer, notice, written, reviewed }
    VisitRecord { span, what, why, lawful_basis, kept_for, shared_with, outside_uk }
    DataProtectionOfficer { phone, email }
    PublishProfile { id, target, audience, wards => Ward, web_address }
    NotAccessible { span, what, reason, criterion, put_right_by, why }
    Publisher { name, phone, email, website }
    Brand { colour, logo }
    Logo { picture, words }
    YoungPeople { who_is_told, parents, consent_law, picture_law, adviser }
    WardKind { id, name, ages }
    Hospital { id, name, contacts }
    Contact { span, origin, organisation, phone, hours, email, website, seen_in, checked }
    Checked { on, by, how, is_written }
    SeenIn { source, dated }
    Template { id, language, file, span, title, ages, ward_kinds, explanation, intent, support, behaviours, review }
    Behaviour { id, text, easy_read, picture, required, standards => Standard }
    Trust { file, span, ages, changes, require, review }
    Changes { explanation, intent, support, reword, add, remove, order }
    Rewording { text, easy_read, picture }
    Added { id, after, before, text, easy_read, picture }
    Ward {
        id, named, file, name, site, kind, quiet_place, contacts, about, charter, languages, leave_out => Leaflet, promises,
        withdrawn, formerly
    }
    Promises { confirmed, not_kept }
    Confirmed { span, on, by }
    CharterChanges { coproduced, owner, review_by, signatures, means_here, changes }
    MeansHere { text, agreed }
    Coproduced { on, patients, staff, carers }
    Article {
        kind, id, language, file, title, summary, audience, audience_span, ages, ward_kinds, instead_of => Leaflet, not_for, order,
        content_note, if_something_happened, questions_under, statement, starts, body, tests, review, withdrawn, formerly, is_draft
    }
    Start { audience, title, text }
    EasyRead { kind, id, language, file, title, summary, content_note, parts, review, is_draft }
    Part { title, rows }
    Row { picture, text }
    Standard { id, language, file, domain, title, text, body, outcomes, review, withdrawn, formerly, is_draft }
    ConversationModel {
        id, language, file, title, summary, audience, order, introduction, steps_missing, stop, record, closing, steps, review, withdrawn, formerly, is_draft
    }
    Step { letter, name, purpose, say, avoid, text }
    Benchmark {
        id, language, file, title, summary, audience, level, ward => Ward, of, on, took_part, took_part_span, introduction, decided_by,
        ratings, review, withdrawn, formerly, is_draft
    }
    Rating { domain => Domain, answer, standards }
    RatedStandard { standard => Standard, answer }
    Answer { confidence, team, by_group, why, evidence, good_practice, comment, actions }
    Action { what, who, by }
    TheoryOfChange {
        id, language, file, title, summary, audience, order, ward => Ward, introduction, aim, primary_drivers, review, withdrawn, formerly, is_draft
    }
    PrimaryDriver { driver, secondary_drivers }
    SecondaryDriver { driver, ideas => ChangeIdea }
    Driver { words, is_to_fill, text, domains => Domain, standards => Standard, measures => Measure }
    MeasurementPlan { id, language, file, title, summary, audience, order, ward => Ward, introduction, outcomes, review, withdrawn, formerly, is_draft }
    Outcome { outcome, definition, how_often, tool, measure => Measure, staff_confidence }
    IdeaTest { on, ward => Ward, plan, done, study, act }
    Measure {
        id, language, file, title, summary, audience, order, definition, unit, frequency, ward => Ward, rules, improvement, target, changes,
        published_up_to, numbers, review, withdrawn, formerly, is_draft
    }
    Change { on, what, rebase }
    Form {
        id, language, file, title, summary, audience, order, survey, cards, separate_sheets, introduction, parts, sentence, closing, review,
        withdrawn, formerly, is_draft
    }
    FormPart { span, title, text, questions_of, questions }
    Question { id, ask, help, measure => Measure, answer, choices, rows, columns, blank_rows, next, example }
    Next { when, text }
    Resource { id, title, author, year, kind, url, size, summary, audience, access, licence, seen_in, checked }
    Support {
        id, span, name, audience, ages, nations, phone, text, email, website, hours, cost, urgent, note, seen_in, checked
    }
    Term { id, term, meaning, see_also => Term }
    Review { owner, written, reviewed, review_by, source => Resource, translation, file }
    Translation { by, checked }
    TranslationCheck { by, on }
    ReviewedBase { on, by }
    Withdrawn { on, why, instead }
}

hold_nothing! { Ages AnswerKind Audience CharterFormat Colour Confidence Conformance Criterion Frequency Group Id Improvement Keeping Language LawfulBasis LeafletFormat Level Nation Numbers Origin Phone QuestionsOf Reason SiteAddress SmallNumbersRule RuleSet Statement }
