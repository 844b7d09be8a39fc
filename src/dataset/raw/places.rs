//! Towns as written.

use serde::Deserialize;

use super::{Citation, Text};

#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PeriodName {
    pub name: Text,
    pub from: String,
    pub to: Option<String>,
    pub note: Option<Text>,
}

#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Town {
    pub id: String,
    pub name: Text,
    #[serde(default)]
    pub names: Vec<PeriodName>,
    pub at: [f64; 2],
    pub rank: u8,
    /// What the place is; the map draws all alike.
    #[serde(rename = "kind")]
    pub _kind: Option<String>,
    pub sources: Vec<Citation>,
}

/// A period in which a town was held otherwise than its land.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TownPeriod {
    pub from: String,
    pub to: String,
    pub holder: Vec<String>,
    pub kind: String,
    pub under: Option<String>,
    pub basis: Text,
    pub end: Option<Text>,
    pub note: Option<Text>,
    pub sources: Vec<Citation>,
    pub confirmed: bool,
}

#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TownControl {
    pub town: String,
    pub land: String,
    pub periods: Vec<TownPeriod>,
}
