//! A record of the atlas as other programs have it: named fields, a time, a place.

use std::borrow::Cow;

use crate::model::date::Period;
use crate::model::polity::PolityIx;
use crate::model::shape::Polygon;

/// A field of a record.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Text(String),
    Number(f64),
    Truth(bool),
    List(Vec<String>),
    Nothing,
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl<T: Into<Self>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Nothing, Into::into)
    }
}

impl Value {
    /// In one cell: lists with `; ` between, nothing as an empty text.
    #[must_use]
    pub fn cell(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Truth(truth) => truth.to_string(),
            Self::List(parts) => parts.join("; "),
            Self::Nothing => String::new(),
        }
    }
}

/// Where a record lies: degrees, WGS 84.
#[derive(Clone, Debug, Default)]
pub enum Place<'a> {
    /// Nowhere on the map.
    #[default]
    Nowhere,
    Points(Vec<[f64; 2]>),
    Lines(Vec<&'a [[f64; 2]]>),
    Polygons(Cow<'a, [Polygon]>),
}

/// One thing with its fields, its time and its place.
#[derive(Clone, Debug)]
pub struct Record<'a> {
    /// Unique in the layer.
    pub id: String,
    /// What a list calls it.
    pub name: String,
    /// In what group of a list it stands.
    pub group: String,
    pub fields: Vec<(&'static str, Value)>,
    /// The days on which it is so; the end is the first day no longer in it.
    pub period: Period,
    pub place: Place<'a>,
    /// Whose colour it has.
    pub polity: Option<PolityIx>,
}
