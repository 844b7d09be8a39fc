//! What the inspector says of a place and of a year.

use crate::dataset::Atlas;
use crate::model::control::{Change, Holding};
use crate::model::date::Day;
use crate::model::language::{Language, Localized};
use crate::model::place::{Territory, TerritoryIx};
use crate::model::polity::Shade;
use crate::model::source::{Citation, SourceIx};
use crate::model::view::View;
use crate::scene::naming::Names;
use crate::text::{Catalog, Key, cited, format};

use super::disputes;
use super::map::{holder_text, kind_text};
use super::towns::{self, TownLine};

/// A date that can be clicked to go there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateLink {
    pub day: Day,
    pub text: String,
}

/// One source as the inspector shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceLine {
    /// How this language calls the source, and where in it.
    pub text: String,
    /// Publisher and date.
    pub detail: String,
    pub url: Option<String>,
    /// Its page among the sources.
    pub source: SourceIx,
}

/// What one of the texts says otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variant {
    pub says: String,
    pub why: String,
    pub at: Vec<SourceLine>,
}

/// Everything about a place on a day.
#[derive(Clone, Debug, PartialEq)]
pub struct PlaceDetails {
    pub territory: TerritoryIx,
    pub title: String,
    /// The names in the other languages, and other names.
    pub names: Vec<String>,
    pub holder: String,
    pub shade: Shade,
    pub kind: String,
    pub since: DateLink,
    /// Whether a source confirms the beginning.
    pub confirmed: bool,
    pub until: Option<DateLink>,
    pub basis: String,
    pub note: Option<String>,
    pub area: Option<String>,
    pub area_sources: Vec<SourceLine>,
    /// Former names and those of other languages, each with what is known of it.
    pub other_names: Vec<NameLine>,
    pub about: String,
    pub sources: Vec<SourceLine>,
    pub variant: Option<Variant>,
    pub history: Vec<HistoryLine>,
    pub part_of: Option<(TerritoryIx, String)>,
    pub parts: Vec<(TerritoryIx, String)>,
    /// How the chosen view sees it, where that differs from control, and why.
    pub seen: Option<(String, String)>,
    pub claims: Vec<ClaimLine>,
    pub rights: Vec<ClaimLine>,
    /// The towns held otherwise than the land around them.
    pub towns: Vec<TownLine>,
    /// What Japan and what Russia say of it, in this order.
    pub positions: Vec<PositionText>,
    pub offers: Vec<OfferLine>,
}

/// Another name of a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameLine {
    /// "Ainu: エト・オロ・オプ (Eto-oro-op)".
    pub name: String,
    pub note: Option<String>,
    pub sources: Vec<SourceLine>,
}

/// A claim or a right: who and what, when, and on what ground.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimLine {
    pub title: String,
    pub shade: Shade,
    pub when: String,
    pub ground: String,
    pub note: Option<String>,
    pub confirmed: bool,
    pub sources: Vec<SourceLine>,
}

/// A government's argument.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PositionText {
    pub side: String,
    pub text: String,
    pub sources: Vec<SourceLine>,
}

/// An offer with its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfferLine {
    pub date: DateLink,
    pub parties: String,
    pub content: String,
    pub condition: Option<String>,
    pub answer: String,
    pub sources: Vec<SourceLine>,
}

/// One phase in the history of a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryLine {
    pub from: DateLink,
    pub holder: String,
    pub kind: String,
    pub shade: Shade,
    pub is_current: bool,
}

/// One change of control.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeLine {
    pub date: DateLink,
    pub territory: TerritoryIx,
    pub place: String,
    pub before: String,
    pub after: String,
    pub kind: String,
    pub basis: String,
    pub shade: Shade,
    /// How many further places changed in the same way on the same day (parts of one whole).
    pub and_parts: usize,
    /// Who held it before, and who since, and how.
    pub holdings: [Holding; 2],
}

pub(super) fn source_line(atlas: &Atlas, citation: &Citation, language: Language) -> SourceLine {
    let source = atlas.source(citation.source);
    let name = source
        .name
        .as_ref()
        .map_or(source.title.as_str(), |name| name.get(language));
    let text = match &citation.at {
        Some(at) => {
            let at = cited_at(atlas, citation.source, at, language);
            match language {
                Language::Japanese => format!("{name} {at}"),
                Language::English | Language::Russian => format!("{name}, {at}"),
            }
        }
        None => name.to_owned(),
    };
    let date = source.date.map(|date| format::historical(language, date));
    let detail = match date {
        Some(date) if source.publisher.is_empty() => date,
        Some(date) => format!("{}, {date}", source.publisher),
        None => source.publisher.clone(),
    };
    SourceLine {
        text,
        detail,
        url: source.url.clone(),
        source: citation.source,
    }
}

/// A place in a source as the language cites it, sections of the texts by their names in it.
#[must_use]
pub fn cited_at(atlas: &Atlas, source: SourceIx, at: &str, language: Language) -> String {
    let outline = atlas.outlines.iter().find(|one| one.text == source);
    let section = |title: &str| {
        let sections = &outline?.sections;
        let found = sections.iter().find(|section| section.title == title)?;
        Some(found.name.get(language))
    };
    cited::place(language, at, &section)
}

pub(super) fn own(text: &Localized, language: Language) -> String {
    text.get(language).to_owned()
}

/// The details of a place on a day.
#[must_use]
pub fn place(
    atlas: &Atlas,
    territory: TerritoryIx,
    view: View,
    day: Day,
    names: Names,
) -> PlaceDetails {
    let language = names.language;
    let place = atlas.territory(territory);
    let record = atlas.control.record(territory);
    let index = record.index_at(day);
    let phase = record.at(day);
    let source_lines = |citations: &[Citation]| -> Vec<SourceLine> {
        citations
            .iter()
            .map(|citation| source_line(atlas, citation, language))
            .collect()
    };
    let until = record.period(index).to.map(|to| DateLink {
        day: to,
        text: format::historical(language, record.phases()[index + 1].from),
    });
    let history = record
        .phases()
        .iter()
        .enumerate()
        .map(|(number, phase)| HistoryLine {
            from: DateLink {
                day: phase.from.first_day(),
                text: format::historical(language, phase.from),
            },
            holder: holder_text(atlas, phase.holding, language),
            kind: kind_text(phase.holding.kind, language).to_owned(),
            shade: atlas.polity(phase.holding.holder).shade(),
            is_current: number == index,
        });
    let with_name = |index: TerritoryIx| (index, names.place(atlas, index, day).to_owned());
    PlaceDetails {
        territory,
        title: names.place(atlas, territory, day).to_owned(),
        names: other_names(place, names.place(atlas, territory, day)),
        holder: holder_text(atlas, phase.holding, language),
        shade: atlas.polity(phase.holding.holder).shade(),
        kind: kind_text(phase.holding.kind, language).to_owned(),
        since: DateLink {
            day: phase.from.first_day(),
            text: format::historical(language, phase.from),
        },
        confirmed: phase.confirmed,
        until,
        basis: own(&phase.basis, language),
        note: phase.note.as_ref().map(|note| own(note, language)),
        area: place.area_km2.map(|area| {
            Catalog::of(language).fill(
                Key::AreaValue,
                &[("area", &format::number(language, area, 1))],
            )
        }),
        area_sources: source_lines(&place.area_citations),
        other_names: name_lines(atlas, place, language),
        about: own(&place.about, language),
        sources: source_lines(&phase.citations),
        variant: phase.variant.as_ref().map(|variant| Variant {
            says: own(&variant.says, language),
            why: own(&variant.why, language),
            at: source_lines(&variant.at),
        }),
        history: history.collect(),
        part_of: place.part_of.map(with_name),
        parts: atlas.parts_of(territory).map(with_name).collect(),
        seen: disputes::seen(atlas, territory, view, day, language),
        claims: disputes::claims(atlas, territory, day, language),
        rights: disputes::rights(atlas, territory, day, language),
        towns: towns::lines(atlas, territory, day, names),
        positions: disputes::positions(atlas, territory, day, language),
        offers: disputes::offers(atlas, territory, language),
    }
}

/// What is known of each further name.
fn name_lines(atlas: &Atlas, place: &Territory, language: Language) -> Vec<NameLine> {
    let names = place.also.iter();
    names
        .map(|other| NameLine {
            name: match other.language.as_str() {
                "ain" => Catalog::of(language).fill(Key::AinuName, &[("name", &other.name)]),
                _ => other.name.clone(),
            },
            note: other.note.as_ref().map(|note| own(note, language)),
            sources: other
                .citations
                .iter()
                .map(|citation| source_line(atlas, citation, language))
                .collect(),
        })
        .collect()
}

/// The names in the other languages and all others, each once.
fn other_names(place: &Territory, title: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let in_languages = place.name.iter().map(|(_, name)| name);
    let others = place.also.iter().map(|other| other.name.as_str());
    for name in in_languages.chain(others) {
        if name != title && !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    }
    names
}

/// The changes of control from `first` to `last`, both included, of territories and of towns.
///
/// Parts that change with their whole, on the same day and in the same way, are told with it.
#[must_use]
pub fn changes(atlas: &Atlas, first: Day, last: Day, names: Names) -> Vec<ChangeLine> {
    let language = names.language;
    let all = atlas.control.changes_within(first, last);
    let whole_of = |change: &Change| {
        let whole = atlas.territory(change.territory).part_of?;
        all.iter().find(|other| {
            other.territory == whole && other.day == change.day && other.phase == change.phase
        })
    };
    let mut lines = Vec::new();
    for change in all {
        if whole_of(change).is_some() {
            continue;
        }
        let and_parts = all
            .iter()
            .filter(|other| whole_of(other).is_some_and(|whole| whole == change))
            .count();
        let record = atlas.control.record(change.territory);
        let (before, after) = (
            &record.phases()[change.phase - 1],
            &record.phases()[change.phase],
        );
        lines.push(ChangeLine {
            date: DateLink {
                day: change.day,
                text: format::historical(language, after.from),
            },
            territory: change.territory,
            place: names.place(atlas, change.territory, change.day).to_owned(),
            before: holder_text(atlas, before.holding, language),
            after: holder_text(atlas, after.holding, language),
            kind: kind_text(after.holding.kind, language).to_owned(),
            basis: own(&after.basis, language),
            shade: atlas.polity(after.holding.holder).shade(),
            and_parts,
            holdings: [before.holding, after.holding],
        });
    }
    let towns = atlas.town_control.changes_within(first, last).iter();
    lines.extend(towns.map(|change| towns::change_line(atlas, change, names)));
    // A stable sort: of one day, the lands come before their towns.
    lines.sort_by_key(|line| line.date.day);
    lines
}
