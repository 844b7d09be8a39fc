//! Claims, rights, views, positions, offers and border lines as written.

use serde::Deserialize;

use super::{Citation, Text};

/// What claims and rights have in common. A macro, for serde cannot tell an unknown field of a
/// record from a field of a record within it that is written flat.
macro_rules! standing {
    ($name:ident { $($(#[$attribute:meta])* $field:ident: $type:ty),* $(,)? }) => {
        #[derive(Debug, Deserialize)]
        #[cfg_attr(test, derive(schemars::JsonSchema))]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            pub id: String,
            $($(#[$attribute])* pub $field: $type,)*
            pub kind: String,
            pub territories: Vec<String>,
            pub from: String,
            pub to: Option<String>,
            pub ground: Text,
            pub note: Option<Text>,
            pub sources: Vec<Citation>,
            pub confirmed: bool,
        }
    };
}

standing!(Claim { claimant: String });

standing!(Right {
    holder: String,
    #[serde(default)]
    lines: Vec<String>,
    #[serde(default)]
    points: Vec<NamedPoint>,
});

#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NamedPoint {
    pub name: Text,
    pub at: [f64; 2],
}

#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
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
#[cfg_attr(test, derive(schemars::JsonSchema))]
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
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Offer {
    pub id: String,
    pub date: String,
    pub by: String,
    pub to: String,
    #[serde(default)]
    pub joint: bool,
    pub content: Text,
    pub condition: Option<Text>,
    pub answer: Text,
    pub territories: Vec<String>,
    pub basis: String,
    pub sources: Vec<Citation>,
    pub confirmed: bool,
}

#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
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
