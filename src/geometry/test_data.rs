//! Shapes for tests: the real data and simple figures.

use std::path::Path;

use crate::model::shape::{Polygon, Shape};

/// `data/geo/regions_lod<level>.geojson`.
pub fn regions(level: usize) -> Vec<Shape> {
    read(&format!("regions_lod{level}.geojson"))
}

/// `data/geo/kurils.geojson`.
pub fn kurils() -> Vec<Shape> {
    read("kurils.geojson")
}

/// `data/geo/lakes.geojson`.
pub fn lakes() -> Vec<Shape> {
    read("lakes.geojson")
}

/// A shape of polygons without holes.
pub fn shape(id: &str, exteriors: impl IntoIterator<Item = Vec<[f64; 2]>>) -> Shape {
    Shape {
        id: id.to_owned(),
        polygons: exteriors
            .into_iter()
            .map(|exterior| polygon(exterior, Vec::new()))
            .collect(),
    }
}

pub fn polygon(exterior: Vec<[f64; 2]>, holes: Vec<Vec<[f64; 2]>>) -> Polygon {
    Polygon { exterior, holes }
}

/// A square by its south-west corner, counter-clockwise.
pub fn square([x, y]: [f64; 2], side: f64) -> Vec<[f64; 2]> {
    vec![[x, y], [x + side, y], [x + side, y + side], [x, y + side]]
}

fn read(name: &str) -> Vec<Shape> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("data/geo")
        .join(name);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path:?}: {error}"));
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    json["features"]
        .as_array()
        .unwrap()
        .iter()
        .map(|feature| {
            let properties = &feature["properties"];
            let name = properties["id"]
                .as_str()
                .or_else(|| properties["name"].as_str());
            let coordinates = feature["geometry"]["coordinates"].clone();
            let polygons: Vec<Vec<Vec<[f64; 2]>>> = if feature["geometry"]["type"] == "MultiPolygon"
            {
                serde_json::from_value(coordinates).unwrap()
            } else {
                vec![serde_json::from_value(coordinates).unwrap()]
            };
            Shape {
                id: name.unwrap_or_default().to_owned(),
                polygons: polygons.into_iter().map(open).collect(),
            }
        })
        .collect()
}

/// Takes off the repeated closing points of `GeoJSON`.
fn open(mut rings: Vec<Vec<[f64; 2]>>) -> Polygon {
    for ring in &mut rings {
        ring.pop();
    }
    let holes = rings.split_off(1);
    polygon(rings.remove(0), holes)
}
