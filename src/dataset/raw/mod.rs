//! Serialisable twins of the data files, exactly as written; the model knows nothing of them.

mod disputes;
mod events;
mod figures;
mod geojson;
mod lessons;
mod list;
mod places;
#[cfg(test)]
mod schemas;

pub use disputes::*;
pub use events::*;
pub use figures::*;
pub use geojson::*;
pub use lessons::*;
pub use list::*;
pub use places::*;
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// A record of a list.
pub trait Listed: DeserializeOwned {
    /// The name of the list in its file.
    const LIST: &'static str;

    /// The id, which no other record of the list has; `None` where records have none.
    fn id(&self) -> Option<&str>;
}

macro_rules! listed {
    ($($list:literal: $name:ident,)+) => {
        $(impl Listed for $name {
            const LIST: &'static str = $list;

            fn id(&self) -> Option<&str> {
                Some(&self.id)
            }
        })+
    };
}

listed! {
    "claims": Claim,
    "rights": Right,
    "positions": Position,
    "offers": Offer,
    "borders": Border,
    "events": Event,
    "relations": Relation,
    "conflicts": Conflict,
    "terms": Term,
    "texts": Outline,
    "series": Series,
    "polls": Poll,
    "surveys": Survey,
    "figures": StatedFigure,
}

impl Listed for Perspective {
    const LIST: &'static str = "views";

    fn id(&self) -> Option<&str> {
        None
    }
}

#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Text {
    pub en: Option<String>,
    pub ja: Option<String>,
    pub ru: Option<String>,
}

/// What a data folder says about itself.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Frame {
    /// For editors.
    #[serde(rename = "$schema")]
    pub _schema: Option<String>,
    /// The name of the atlas.
    pub title: Option<Text>,
    /// The languages in which every text is written; left out: all three.
    pub languages: Option<Vec<String>>,
    /// West, south, east and north of the map, in degrees.
    pub region: Option<[f64; 4]>,
}

#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Citation {
    pub id: String,
    pub at: Option<String>,
}

#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
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
#[cfg_attr(test, derive(schemars::JsonSchema))]
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
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OtherName {
    pub lang: String,
    pub name: String,
    pub note: Option<Text>,
    #[serde(default)]
    pub sources: Vec<Citation>,
}

#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
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
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Variant {
    pub says: Text,
    pub at: Vec<Citation>,
    pub why: Text,
}

#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
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
#[cfg_attr(test, derive(schemars::JsonSchema))]
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
#[cfg_attr(test, derive(schemars::JsonSchema))]
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
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Attribution {
    pub layer: Text,
    pub source: String,
    pub licence: String,
    pub notice: String,
    pub credit: String,
}
