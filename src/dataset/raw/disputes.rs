//! Claims, rights, views, positions, offers and border lines as written.

use serde::Deserialize;

use super::{Citation, Text};

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
    #[serde(rename = "position")]
    pub text: Text,
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
