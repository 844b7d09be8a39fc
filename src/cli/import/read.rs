//! Areas with dates, read from `GeoJSON`.

use serde_json::value::RawValue;
use serde_json::{Map, Value};

use crate::dataset::{List, Problem, field};
use crate::model::control::Kind;
use crate::model::date::HistoricalDate;

/// The rings of one polygon: the outer one first, each closed.
pub type Rings = Vec<Vec<[f64; 2]>>;

/// Kinds that need neither a second holder nor a power behind the first.
const KINDS: [Kind; 5] = [
    Kind::Sovereign,
    Kind::Administered,
    Kind::Occupied,
    Kind::Leased,
    Kind::Undefined,
];

/// Numbers, lists and objects of a file. A position is three of them; more than a million of those
/// are no outlines of territories, and a value in memory takes many times its size in the file.
const MOST_VALUES: usize = 3_000_000;

/// The most features that cannot be read and are told one by one.
const MOST_FAULTS: usize = 100;

/// What a file holds.
pub struct Areas {
    pub areas: Vec<Area>,
    /// Features that are no areas.
    pub skipped: usize,
}

/// An area, and who held it when.
pub struct Area {
    /// Its place in the file, such as `features[3]`.
    pub path: String,
    pub polygons: Vec<Rings>,
    pub from: Option<HistoricalDate>,
    pub to: Option<HistoricalDate>,
    pub territory: Option<String>,
    pub name: Names,
    pub holder: Names,
    pub kind: Kind,
}

/// A name as the file has it, and in the languages it names: English, Japanese, Russian.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Names {
    pub plain: String,
    pub tagged: [Option<String>; 3],
}

/// Reads all areas.
///
/// # Errors
/// Everything that cannot be read, with its place.
pub fn areas(file: &str, text: &str) -> Result<Areas, Vec<Problem>> {
    let problem = |path: &str, line, message: String| Problem {
        file: file.to_owned(),
        path: path.to_owned(),
        line,
        message,
    };
    let values = text.bytes().filter(|byte| b",[{".contains(byte)).count();
    if values > MOST_VALUES {
        let message = format!(
            "has about {values} values; at most {MOST_VALUES} are read: simplify the outlines, or take a part of the file"
        );
        return Err(vec![problem("", None, message)]);
    }
    let whole: &RawValue = serde_json::from_str(text).map_err(|error| {
        vec![problem(
            "",
            Some(error.line()),
            format!("not valid JSON: {error}"),
        )]
    })?;
    let features = field(whole.get(), "features").ok().flatten();
    let features = features.map(|list| serde_json::from_str::<List<'_>>(list.get()));
    let Some(Ok(features)) = features else {
        let message = "is no GeoJSON feature collection: it has no list \"features\"".to_owned();
        return Err(vec![problem("", None, message)]);
    };
    if features.count > features.values.len() {
        let message = format!(
            "has {} features; at most {} are read",
            features.count,
            features.values.len()
        );
        return Err(vec![problem("features", None, message)]);
    }
    let mut found = Areas {
        areas: Vec::new(),
        skipped: 0,
    };
    let mut problems = Vec::new();
    let mut faults = 0;
    for (index, feature) in features.values.iter().enumerate() {
        let path = format!("features[{index}]");
        match area(&path, feature) {
            Ok(Some(area)) => found.areas.push(area),
            Ok(None) => found.skipped += 1,
            Err(_) if faults >= MOST_FAULTS => faults += 1,
            Err((field, message)) => {
                faults += 1;
                problems.push(problem(&format!("{path}.{field}"), None, message));
            }
        }
    }
    if faults > MOST_FAULTS {
        let message = format!("{} more features cannot be read", faults - MOST_FAULTS);
        problems.push(problem("features", None, message));
    }
    if problems.is_empty() && found.areas.is_empty() {
        let message = "has no areas: no feature is a Polygon or a MultiPolygon".to_owned();
        problems.push(problem("features", None, message));
    }
    if problems.is_empty() {
        Ok(found)
    } else {
        Err(problems)
    }
}

/// What is wrong with a feature: the field, and why.
type Fault = (String, String);

/// Reads a feature; nothing where it is no area.
fn area(path: &str, feature: &RawValue) -> Result<Option<Area>, Fault> {
    let geometry = part(feature, "geometry");
    let coordinates = geometry.and_then(|geometry| part(geometry, "coordinates"));
    let kind = geometry.and_then(|geometry| part(geometry, "type"));
    let kind: Option<String> = kind.and_then(|kind| serde_json::from_str(kind.get()).ok());
    let polygons = match kind.as_deref() {
        Some("Polygon") => coordinates.and_then(|one| Some(vec![polygon(one)?])),
        Some("MultiPolygon") => coordinates.and_then(|all| list(all, polygon)),
        _ => return Ok(None),
    };
    let Some(polygons) = polygons else {
        let message = "must be rings of at least three points [longitude, latitude] in degrees";
        return Err(("geometry.coordinates".to_owned(), message.to_owned()));
    };
    let tags = part(feature, "properties");
    let tags: Option<Map<String, Value>> =
        tags.and_then(|tags| serde_json::from_str(tags.get()).ok());
    let tags = &tags.unwrap_or_default();
    let name = names(tags, "name");
    let holder = ["holder", "sovereignty", "country", "operator"]
        .into_iter()
        .map(|key| names(tags, key))
        .find(|names| !names.plain.is_empty())
        .unwrap_or_else(|| name.clone());
    if holder.plain.is_empty() {
        let message = "needs a \"holder\", or at least a \"name\"".to_owned();
        return Err(("properties".to_owned(), message));
    }
    let kind = match text(tags, "kind") {
        Some(word) => KINDS
            .into_iter()
            .find(|kind| kind.id() == word)
            .ok_or_else(|| {
                let known = KINDS.map(Kind::id).join(", ");
                let message = format!("\"{word}\" is not known here; use one of {known}");
                ("properties.kind".to_owned(), message)
            })?,
        None => Kind::Sovereign,
    };
    Ok(Some(Area {
        path: path.to_owned(),
        polygons,
        from: date(tags, &["start_date", "start"])?,
        to: date(tags, &["end_date", "end"])?,
        territory: text(tags, "territory"),
        name,
        holder,
        kind,
    }))
}

fn text(tags: &Map<String, Value>, key: &str) -> Option<String> {
    let text = match tags.get(key)? {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        _ => return None,
    };
    (!text.is_empty()).then_some(text)
}

fn names(tags: &Map<String, Value>, key: &str) -> Names {
    let tagged = ["en", "ja", "ru"].map(|code| text(tags, &format!("{key}:{code}")));
    let first = tagged.iter().flatten().next().cloned();
    Names {
        plain: text(tags, key).or(first).unwrap_or_default(),
        tagged,
    }
}

fn date(tags: &Map<String, Value>, keys: &[&str]) -> Result<Option<HistoricalDate>, Fault> {
    let given = keys.iter().find_map(|key| Some((key, text(tags, key)?)));
    // Open ends are written in several ways.
    let Some((key, text)) = given.filter(|(_, text)| text != "..") else {
        return Ok(None);
    };
    match text.parse() {
        Ok(date) => Ok(Some(date)),
        Err(_) => Err((
            format!("properties.{key}"),
            format!("\"{text}\" is not a date; write it as 1945-08-28, 1945-08, 1945 or 1945~"),
        )),
    }
}

/// A field as it is written; outlines are large, and so are the values they would become.
fn part<'a>(whole: &'a RawValue, key: &str) -> Option<&'a RawValue> {
    field(whole.get(), key).ok().flatten()
}

fn list<T>(raw: &RawValue, read: impl Fn(&RawValue) -> Option<T>) -> Option<Vec<T>> {
    let values: Vec<&RawValue> = serde_json::from_str(raw.get()).ok()?;
    values.into_iter().map(read).collect()
}

fn polygon(raw: &RawValue) -> Option<Rings> {
    list(raw, ring).filter(|rings| !rings.is_empty())
}

fn ring(raw: &RawValue) -> Option<Vec<[f64; 2]>> {
    let points: Vec<Vec<f64>> = serde_json::from_str(raw.get()).ok()?;
    let points: Vec<[f64; 2]> = points.iter().map(|at| point(at)).collect::<Option<_>>()?;
    (points.len() >= 4 && points.first() == points.last()).then_some(points)
}

/// Longitude and latitude; a height behind them is left out.
fn point(at: &[f64]) -> Option<[f64; 2]> {
    let [longitude, latitude] = [*at.first()?, *at.get(1)?];
    let is_sound = (-180.0..=360.0).contains(&longitude) && (-90.0..=90.0).contains(&latitude);
    is_sound.then_some([longitude, latitude])
}
