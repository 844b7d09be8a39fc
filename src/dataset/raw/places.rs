//! Towns as written.

use serde::Deserialize;

use super::{Citation, Text};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PeriodName {
    pub name: Text,
    pub from: String,
    pub to: Option<String>,
    pub note: Option<Text>,
}

#[derive(Debug, Deserialize)]
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
