//! Map layers as written.

use std::borrow::Cow;

use super::{List, Text};
use serde::Deserialize;

/// A `GeoJSON` (RFC 7946) feature collection; the features stay text until each is read by itself.
#[derive(Debug, Deserialize)]
pub struct FeatureCollection<'a> {
    #[serde(borrow)]
    pub features: List<'a>,
}

/// A feature's name alone, to tell whether the rest is wanted.
#[derive(Debug, Deserialize)]
pub struct Named<'a> {
    #[serde(borrow)]
    pub properties: Id<'a>,
}

#[derive(Debug, Deserialize)]
pub struct Id<'a> {
    #[serde(borrow)]
    pub id: Option<Cow<'a, str>>,
}

#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Feature {
    pub properties: Properties,
    pub geometry: Geometry,
}

/// The properties of all map layers together; each layer uses its own.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
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
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(tag = "type", content = "coordinates")]
pub enum Geometry {
    LineString(Vec<[f64; 2]>),
    MultiLineString(Vec<Vec<[f64; 2]>>),
    Polygon(Vec<Vec<[f64; 2]>>),
    MultiPolygon(Vec<Vec<Vec<[f64; 2]>>>),
}
