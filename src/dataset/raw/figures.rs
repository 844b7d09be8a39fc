//! Series, polls, surveys and single figures as written.

use serde::Deserialize;

use super::{Citation, Text};

#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
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
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Gap {
    pub from: i16,
    pub to: i16,
    pub note: Text,
}

#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Series {
    pub id: String,
    pub topic: Option<String>,
    pub name: Text,
    pub unit: Text,
    pub about: Text,
    pub sources: Vec<Citation>,
    pub points: Vec<Point>,
    #[serde(default)]
    pub gaps: Vec<Gap>,
}

#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
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
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SurveyPoint {
    pub date: String,
    pub favourable: Option<f64>,
    pub unfavourable: Option<f64>,
    pub neither: Option<f64>,
    pub note: Option<Text>,
    pub sources: Vec<Citation>,
}

#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Survey {
    pub id: String,
    pub pollster: String,
    pub name: Text,
    pub population: Text,
    pub about: Text,
    pub favourable_label: Text,
    pub unfavourable_label: Text,
    pub points: Vec<SurveyPoint>,
    #[serde(default)]
    pub gaps: Vec<Gap>,
    pub sources: Vec<Citation>,
}

#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Documented {
    pub value: Option<f64>,
    pub low: Option<f64>,
    pub high: Option<f64>,
    pub text: Text,
    pub sources: Vec<Citation>,
}

#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct StatedFigure {
    pub id: String,
    pub topic: String,
    pub name: Text,
    pub value: Option<f64>,
    pub low: Option<f64>,
    pub high: Option<f64>,
    pub qualifier: String,
    pub unit: Text,
    pub date: Option<String>,
    pub at: Vec<Citation>,
    pub documented: Option<Documented>,
    pub conflict: Option<String>,
    pub series: Option<String>,
    pub poll: Option<String>,
    pub note: Option<Text>,
}
