//! Serialisable twins of the data files, exactly as written; the model knows nothing of them.

use serde::Deserialize;
use serde_json::value::RawValue;

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    pub en: String,
    pub ja: String,
    pub ru: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Citation {
    pub id: String,
    pub at: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    pub id: String,
    pub kind: String,
    pub title: String,
    pub name: Option<Text>,
    pub publisher: Option<String>,
    pub date: Option<String>,
    pub url: Option<String>,
    pub language: String,
    pub note: Option<Text>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Polity {
    pub id: String,
    pub family: String,
    #[serde(default)]
    pub tone: i8,
    pub name: Text,
    pub short: Text,
    pub from: String,
    pub to: Option<String>,
    pub sources: Vec<Citation>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OtherName {
    pub lang: String,
    pub name: String,
    pub note: Option<Text>,
    #[serde(default)]
    pub sources: Vec<Citation>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Territory {
    pub id: String,
    pub part_of: Option<String>,
    pub name: Text,
    #[serde(default)]
    pub also: Vec<OtherName>,
    #[serde(default)]
    pub shapes: Vec<String>,
    pub area_km2: Option<f64>,
    #[serde(default)]
    pub area_sources: Vec<Citation>,
    pub label: [f64; 2],
    #[serde(default)]
    pub test_points: Vec<[f64; 2]>,
    #[serde(default)]
    pub disputed: bool,
    pub about: Text,
    pub sources: Vec<Citation>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Variant {
    pub says: Text,
    pub at: Vec<Citation>,
    pub why: Text,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phase {
    pub from: String,
    pub holder: Vec<String>,
    pub kind: String,
    pub under: Option<String>,
    pub basis: Text,
    pub note: Option<Text>,
    pub sources: Vec<Citation>,
    pub confirmed: bool,
    pub text: Option<Variant>,
}

/// A change of a part that comes on another day than that of the whole.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Move {
    pub from: String,
    pub to: String,
    pub basis: Option<Text>,
    pub note: Option<Text>,
    pub sources: Vec<Citation>,
    pub confirmed: bool,
    pub text: Option<Variant>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    pub territory: String,
    #[serde(default)]
    pub phases: Vec<Phase>,
    /// The territory whose phases this one shares.
    pub like: Option<String>,
    #[serde(default)]
    pub moves: Vec<Move>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Point {
    pub year: i16,
    pub value: f64,
    pub low: Option<f64>,
    pub high: Option<f64>,
    pub qualifier: String,
    pub year_stated: bool,
    pub basis: String,
    pub formula: Option<Text>,
    pub note: Option<Text>,
    pub sources: Vec<Citation>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gap {
    pub from: i16,
    pub to: i16,
    pub note: Text,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Series {
    pub id: String,
    pub name: Text,
    pub unit: Text,
    pub about: Text,
    pub sources: Vec<Citation>,
    pub points: Vec<Point>,
    #[serde(default)]
    pub gaps: Vec<Gap>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Poll {
    pub id: String,
    pub pollster: String,
    pub date: String,
    pub published: Option<String>,
    pub population: Text,
    pub about: Text,
    pub group: Text,
    pub favourable: Option<f64>,
    pub unfavourable: Option<f64>,
    pub neither: Option<f64>,
    pub basis: String,
    pub question: Option<Text>,
    pub note: Option<Text>,
    pub sources: Vec<Citation>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attribution {
    pub layer: Text,
    pub source: String,
    pub licence: String,
    pub notice: String,
    pub credit: String,
}

/// A GeoJSON (RFC 7946) feature collection; the features stay text until each is read by itself.
#[derive(Debug, Deserialize)]
pub struct FeatureCollection<'a> {
    #[serde(borrow)]
    pub features: Vec<&'a RawValue>,
}

#[derive(Debug, Deserialize)]
pub struct Feature {
    pub properties: Properties,
    pub geometry: Geometry,
}

/// The properties of all map layers together; each layer uses its own.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Properties {
    pub id: Option<String>,
    pub name: Option<Text>,
    pub rank: Option<u8>,
    pub from: Option<f32>,
    pub to: Option<f32>,
    pub approximate: Option<bool>,
}

/// Rings and lines of longitude and latitude, degrees, WGS 84.
#[derive(Debug, Deserialize)]
#[serde(tag = "type", content = "coordinates")]
pub enum Geometry {
    LineString(Vec<[f64; 2]>),
    MultiLineString(Vec<Vec<[f64; 2]>>),
    Polygon(Vec<Vec<[f64; 2]>>),
    MultiPolygon(Vec<Vec<Vec<[f64; 2]>>>),
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    pub id: String,
    pub claimant: String,
    pub territories: Vec<String>,
    pub kind: String,
    pub from: String,
    pub to: Option<String>,
    pub ground: Text,
    pub note: Option<Text>,
    pub sources: Vec<Citation>,
    pub confirmed: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NamedPoint {
    pub name: Text,
    pub at: [f64; 2],
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Right {
    pub id: String,
    pub holder: String,
    pub kind: String,
    pub territories: Vec<String>,
    #[serde(default)]
    pub lines: Vec<String>,
    #[serde(default)]
    pub points: Vec<NamedPoint>,
    pub from: String,
    pub to: Option<String>,
    pub ground: Text,
    pub note: Option<Text>,
    pub sources: Vec<Citation>,
    pub confirmed: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Perspective {
    pub view: String,
    pub territories: Vec<String>,
    pub from: String,
    pub to: Option<String>,
    pub holder: Vec<String>,
    pub kind: String,
    pub under: Option<String>,
    pub why: Text,
    pub sources: Vec<Citation>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Position {
    pub id: String,
    pub side: String,
    pub territories: Vec<String>,
    pub from: String,
    pub to: Option<String>,
    pub position: Text,
    pub sources: Vec<Citation>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Offer {
    pub id: String,
    pub date: String,
    pub by: String,
    pub to: String,
    pub content: Text,
    pub condition: Option<Text>,
    pub answer: Text,
    pub territories: Vec<String>,
    pub basis: String,
    pub sources: Vec<Citation>,
    pub confirmed: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Border {
    pub id: String,
    pub line: String,
    pub kind: String,
    pub name: Text,
    pub by: Vec<String>,
    pub from: String,
    pub to: Option<String>,
    pub note: Option<Text>,
    pub sources: Vec<Citation>,
    pub confirmed: bool,
}
