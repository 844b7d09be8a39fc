//! Events, people, relations, conflicts, terms and the texts' outlines as written.

use serde::Deserialize;

use super::{Citation, NamedPoint, Text};

#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Person {
    pub id: String,
    pub name: Text,
    pub note: Option<Text>,
}

#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Role {
    pub id: String,
    pub role: Text,
}

#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Event {
    pub id: String,
    pub from: String,
    pub to: Option<String>,
    pub title: Text,
    pub summary: Text,
    pub text_date: Option<Text>,
    pub category: String,
    #[serde(default)]
    pub places: Vec<String>,
    #[serde(default)]
    pub points: Vec<NamedPoint>,
    #[serde(default)]
    pub people: Vec<Role>,
    pub basis: String,
    pub sources: Vec<Citation>,
    pub confirmed: bool,
    #[serde(default)]
    pub conflicts: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Relation {
    pub id: String,
    pub from: String,
    pub to: Option<String>,
    pub field: String,
    pub quality: Text,
    pub score: i8,
    pub reason: Text,
    pub finest: bool,
    pub sources: Vec<Citation>,
}

#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Conflict {
    pub id: String,
    pub rank: u8,
    pub title: Text,
    pub text_says: Text,
    pub documents_say: Text,
    pub why: Text,
    pub at: Vec<Citation>,
    #[serde(default)]
    pub sources: Vec<Citation>,
    #[serde(default)]
    pub territories: Vec<String>,
    #[serde(default)]
    pub years: Vec<i16>,
}

#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(
    clippy::struct_field_names,
    reason = "the field of the file: a term and a note on it"
)]
pub struct Term {
    pub id: String,
    pub term: Text,
    pub note: Text,
}

#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Section {
    pub title: String,
    pub name: Text,
    pub paragraphs: u16,
}

#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Outline {
    pub id: String,
    pub sections: Vec<Section>,
}
