//! The files of a data folder, made of areas with dates.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::dataset::template::{self, File};
use crate::dataset::{Atlas, Problem};
use crate::model::control::Kind;
use crate::model::date::{Day, HistoricalDate};
use crate::model::language::Language;
use crate::model::polity::Family;

use super::inside::point_inside;
use super::read::{Area, Areas, Names};

/// The source that everything is cited from.
const SOURCE: &str = "imported-file";
/// Who holds what the file says nothing of.
const NOBODY: &str = "unrecorded";

/// What was made.
pub struct Made {
    pub files: Vec<File>,
    pub territories: usize,
    pub phases: usize,
    pub polities: usize,
    /// Areas outside the time of the atlas.
    pub outside: usize,
}

/// Makes all files of a folder.
///
/// # Errors
/// Areas of one place that contradict each other, each with its place in the file.
pub fn folder(file: &str, areas: &Areas, language: Language) -> Result<Made, Vec<Problem>> {
    let mut maker = Maker {
        file,
        language,
        polities: Vec::new(),
        problems: Vec::new(),
        phases: 0,
        outside: 0,
    };
    let groups = groups(&areas.areas);
    let (mut territories, mut records, mut features) = (Vec::new(), Vec::new(), Vec::new());
    let mut ids = Ids::default();
    for group in &groups {
        let first = group[0];
        let name = match &first.territory {
            Some(name) => Names {
                plain: name.clone(),
                ..Names::default()
            },
            None if first.name.plain.is_empty() => first.holder.clone(),
            None => first.name.clone(),
        };
        let id = ids.of(&name, "territory");
        let Some(phases) = maker.record(group) else {
            continue;
        };
        let Some(point) = point_inside(&first.polygons) else {
            maker.fault(&first.path, "geometry", "the area has no width");
            continue;
        };
        territories.push(json!({
            "id": id, "name": maker.text(&name), "shapes": [id], "label": point,
            "test_points": [point], "about": maker.text(&name), "sources": [{ "id": SOURCE }],
        }));
        records.push(json!({ "territory": id, "phases": phases }));
        features.push(json!({
            "type": "Feature", "properties": { "id": id },
            "geometry": { "type": "MultiPolygon", "coordinates": first.polygons },
        }));
    }
    if !maker.problems.is_empty() {
        return Err(maker.problems);
    }
    let outlines = json!({ "type": "FeatureCollection", "features": features });
    Ok(Made {
        territories: territories.len(),
        phases: maker.phases,
        polities: maker.polities.len(),
        outside: maker.outside,
        files: template::around(
            maker.files(&areas.areas, &territories, &records),
            &format!("{outlines}\n"),
        ),
    })
}

/// Areas of one place, in order of time; places in the order of the file.
fn groups(areas: &[Area]) -> Vec<Vec<&Area>> {
    let key = |area: &Area| match &area.territory {
        Some(territory) => territory.clone(),
        None => json!(area.polygons).to_string(),
    };
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    let mut groups: Vec<Vec<&Area>> = Vec::new();
    for area in areas {
        let count = groups.len();
        let place = *places.entry(key(area)).or_insert(count);
        if place == count {
            groups.push(Vec::new());
        }
        groups[place].push(area);
    }
    for group in &mut groups {
        group.sort_by_key(|area| area.from.map(HistoricalDate::first_day));
    }
    groups
}

/// A holder and when its time begins.
struct Phase {
    from: String,
    holder: String,
    kind: Kind,
}

struct Maker<'a> {
    file: &'a str,
    language: Language,
    /// Names and ids.
    polities: Vec<(Names, String)>,
    problems: Vec<Problem>,
    phases: usize,
    outside: usize,
}

impl Maker<'_> {
    fn fault(&mut self, path: &str, field: &str, message: impl Into<String>) {
        self.problems.push(Problem {
            file: self.file.to_owned(),
            path: format!("{path}.{field}"),
            line: None,
            message: message.into(),
        });
    }

    /// The phases of a place; `None` where its areas contradict each other or none is of the time
    /// of the atlas.
    fn record(&mut self, group: &[&Area]) -> Option<Value> {
        let (first, last) = Atlas::range();
        let mut phases: Vec<Phase> = Vec::new();
        // Until when the area before lasts; `None` where it does not say.
        let mut until: Option<HistoricalDate> = None;
        let mut before: Option<&Area> = None;
        let faults = self.problems.len();
        for &area in group {
            let from = area.from.map_or(Day::MIN, HistoricalDate::first_day);
            let to = area.to.map(HistoricalDate::first_day);
            if to.is_some_and(|to| to <= from) {
                self.fault(&area.path, "properties", "ends before it begins");
                continue;
            }
            if from > last || to.is_some_and(|to| to <= first) {
                self.outside += 1;
                continue;
            }
            if let Some(before) = before {
                let same = before.from.map_or(Day::MIN, HistoricalDate::first_day) == from;
                if same || until.is_some_and(|until| until.first_day() > from) {
                    let message = format!("is of the same time and place as {}", before.path);
                    self.fault(&area.path, "properties", message);
                    continue;
                }
            }
            let starts = if from <= first {
                first.to_string()
            } else {
                area.from.map_or(first.to_string(), |date| date.to_string())
            };
            match (before, until) {
                (None, _) if from > first => push(&mut phases, nobody(first.to_string())),
                (Some(_), Some(until)) if until.first_day() < from => {
                    push(&mut phases, nobody(until.to_string()));
                }
                _ => {}
            }
            let holder = self.polity(&area.holder);
            push(
                &mut phases,
                Phase {
                    from: starts,
                    holder,
                    kind: area.kind,
                },
            );
            (before, until) = (Some(area), area.to);
        }
        if let Some(until) = until.filter(|until| until.first_day() <= last) {
            push(&mut phases, nobody(until.to_string()));
        }
        self.phases += phases.len();
        let is_sound = self.problems.len() == faults && !phases.is_empty();
        is_sound.then(|| phases.iter().map(phase).collect())
    }

    /// The id of a holder.
    fn polity(&mut self, names: &Names) -> String {
        let known = self.polities.iter();
        if let Some((_, id)) = known
            .into_iter()
            .find(|(known, _)| known.plain == names.plain)
        {
            return id.clone();
        }
        let mut ids = Ids(self.polities.iter().map(|(_, id)| id.clone()).collect());
        ids.0.push(NOBODY.to_owned());
        let id = ids.of(names, "state");
        self.polities.push((names.clone(), id.clone()));
        id
    }

    /// A name in the language of the file, and in those that it has tags for.
    fn text(&self, names: &Names) -> Value {
        let mut text = Map::new();
        for (language, tagged) in Language::ALL.into_iter().zip(&names.tagged) {
            let plain = (language == self.language).then_some(&names.plain);
            if let Some(name) = tagged.as_ref().or(plain) {
                text.insert(language.code().to_owned(), json!(name));
            }
        }
        Value::Object(text)
    }

    fn files(&self, areas: &[Area], territories: &[Value], records: &[Value]) -> Vec<File> {
        let first = areas.iter().filter_map(|area| area.from);
        let first = first.min_by_key(|date| date.first_day());
        let from = first.map_or("1792".to_owned(), |date| date.to_string());
        let cited = json!([{ "id": SOURCE }]);
        // Neighbours in the list differ in their hue; what no state holds has none.
        let hues = Family::ALL
            .into_iter()
            .filter(|family| *family != Family::None);
        let states = self.polities.iter().zip(hues.cycle());
        let mut polities: Vec<Value> = states
            .map(|((names, id), family)| {
                let name = self.text(names);
                json!({ "id": id, "family": family.id(), "name": name, "short": name, "from": from, "sources": cited })
            })
            .collect();
        let name = json!({ "en": "Not recorded", "ja": "記録なし", "ru": "Нет данных" });
        polities.push(json!({ "id": NOBODY, "family": Family::None.id(), "name": name, "short": name, "from": from, "sources": cited }));
        let source = json!({ "id": SOURCE, "kind": "dataset", "title": self.file, "language": self.language.code() });
        let layer = json!({ "en": "Outlines", "ja": "輪郭", "ru": "Контуры" });
        let attribution = json!({ "layer": layer, "source": self.file, "licence": "?", "notice": self.file, "credit": self.file });
        let mut title = Map::new();
        title.insert(self.language.code().to_owned(), json!(self.file));
        let frame =
            json!({ "title": title, "languages": [self.language.code()], "region": region(areas) });
        [
            ("atlas.json", frame),
            ("sources.json", json!({ "sources": [source] })),
            ("polities.json", json!({ "polities": polities })),
            ("territories.json", json!({ "territories": territories })),
            ("control.json", json!({ "control": records })),
            (
                "geo/attributions.json",
                json!({ "attributions": [attribution] }),
            ),
        ]
        .map(|(name, value)| (name.to_owned(), format!("{value:#}\n")))
        .into()
    }
}

fn nobody(from: String) -> Phase {
    Phase {
        from,
        holder: NOBODY.to_owned(),
        kind: Kind::Undefined,
    }
}

/// Adds a phase, unless nothing changes with it.
fn push(phases: &mut Vec<Phase>, phase: Phase) {
    let same = |last: &Phase| last.holder == phase.holder && last.kind == phase.kind;
    if !phases.last().is_some_and(same) {
        phases.push(phase);
    }
}

fn phase(phase: &Phase) -> Value {
    json!({
        "from": phase.from, "holder": [phase.holder], "kind": phase.kind.id(),
        "basis": {
            "en": "As the imported file has it", "ja": "取り込んだファイルによる",
            "ru": "По перенесённому файлу",
        },
        "sources": [{ "id": SOURCE }], "confirmed": true,
    })
}

/// West, south, east and north of all areas, with a rim.
fn region(areas: &[Area]) -> [f64; 4] {
    /// The rim as a share of each side, and its least width in degrees.
    const RIM: (f64, f64) = (0.08, 0.02);
    let points = areas
        .iter()
        .flat_map(|area| &area.polygons)
        .flatten()
        .flatten();
    let bounds = points.fold(
        [f64::MAX, f64::MAX, f64::MIN, f64::MIN],
        |[w, s, e, n], [x, y]| [w.min(*x), s.min(*y), e.max(*x), n.max(*y)],
    );
    let [west, south, east, north] = bounds;
    let [across, along] = [east - west, north - south].map(|side| side * RIM.0 + RIM.1);
    [
        (west - across).max(-180.0),
        (south - along).max(-85.0),
        east + across,
        (north + along).min(85.0),
    ]
}

/// Ids that were given.
#[derive(Default)]
struct Ids(Vec<String>);

impl Ids {
    /// An id made of the Latin letters of a name; a number where there are none or it is taken.
    fn of(&mut self, names: &Names, kind: &str) -> String {
        let name = names.tagged[0].as_ref().unwrap_or(&names.plain);
        let plain = name.to_lowercase();
        let words = plain.split(|letter: char| !letter.is_ascii_alphanumeric());
        let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
        let stem = if words.is_empty() {
            kind.to_owned()
        } else {
            words.join("-")
        };
        let numbered = (2..).map(|number| format!("{stem}-{number}"));
        let mut tried = std::iter::once(stem.clone()).chain(numbered);
        let id = tried
            .find(|id| !self.0.contains(id))
            .unwrap_or(stem.clone());
        self.0.push(id.clone());
        id
    }
}
