//! `GeoJSON` (RFC 7946): WGS 84, longitude first, exteriors counter-clockwise.
//!
//! Every feature has `start` and `end`, ISO days, in which QGIS's temporal controller finds its
//! time; `end` is the first day no longer in it, and null where there is none.

use std::io::Write;

use serde::Serialize;
use serde::ser::{SerializeMap, SerializeSeq, Serializer};

use crate::geometry::closed_ring;
use crate::model::shape::Polygon;

use super::ExportError;
use super::record::{Place, Record, Value};

/// Writes a layer. `attribution` goes into a member of its own beside the features.
///
/// # Errors
/// See [`ExportError::Layer`]; also when `out` fails.
pub fn write(
    mut out: impl Write,
    name: &str,
    attribution: &[&str],
    records: &[Record<'_>],
    mut done: impl FnMut(usize),
) -> Result<(), ExportError> {
    let failed = |error: &dyn std::fmt::Display| ExportError::Layer(error.to_string());
    let head = serde_json::json!({
        "type": "FeatureCollection",
        "name": name,
        "attribution": attribution,
    });
    let head = head.to_string();
    // One feature a line, written as it is made: a fine layer need not be in memory twice.
    write!(out, "{},\"features\":[", head.trim_end_matches('}')).map_err(|error| failed(&error))?;
    for (number, record) in records.iter().enumerate() {
        let separator: &[u8] = if number == 0 { b"\n" } else { b",\n" };
        out.write_all(separator).map_err(|error| failed(&error))?;
        serde_json::to_writer(&mut out, &Feature(record)).map_err(|error| failed(&error))?;
        done(number + 1);
    }
    out.write_all(b"\n]}\n").map_err(|error| failed(&error))
}

struct Feature<'a>(&'a Record<'a>);

impl Serialize for Feature<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("type", "Feature")?;
        map.serialize_entry("id", &self.0.id)?;
        map.serialize_entry("properties", &Fields(&self.0.fields))?;
        map.serialize_entry("geometry", &geometry(&self.0.place))?;
        map.end()
    }
}

struct Fields<'a>(&'a [(&'static str, Value)]);

impl Serialize for Fields<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Number(number) => serializer.serialize_f64(*number),
            Self::Truth(truth) => serializer.serialize_bool(*truth),
            // An empty list tells a reader no type; nothing does.
            Self::List(parts) if parts.is_empty() => serializer.serialize_unit(),
            Self::List(parts) => serializer.collect_seq(parts),
            Self::Nothing => serializer.serialize_unit(),
        }
    }
}

#[derive(Serialize)]
#[serde(tag = "type", content = "coordinates")]
enum Geometry<'a> {
    MultiPoint(&'a [[f64; 2]]),
    Point([f64; 2]),
    MultiLineString(&'a [&'a [[f64; 2]]]),
    MultiPolygon(Vec<Rings<'a>>),
}

fn geometry<'a>(place: &'a Place<'a>) -> Option<Geometry<'a>> {
    Some(match place {
        Place::Nowhere => return None,
        Place::Points(points) => match points.as_slice() {
            [] => return None,
            [point] => Geometry::Point(*point),
            points => Geometry::MultiPoint(points),
        },
        Place::Lines(lines) if lines.is_empty() => return None,
        Place::Lines(lines) => Geometry::MultiLineString(lines),
        Place::Polygons(polygons) if polygons.is_empty() => return None,
        Place::Polygons(polygons) => Geometry::MultiPolygon(polygons.iter().map(Rings).collect()),
    })
}

struct Rings<'a>(&'a Polygon);

impl Serialize for Rings<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut rings = serializer.serialize_seq(Some(1 + self.0.holes.len()))?;
        rings.serialize_element(&closed_ring(&self.0.exterior, true))?;
        for hole in &self.0.holes {
            rings.serialize_element(&closed_ring(hole, false))?;
        }
        rings.end()
    }
}
