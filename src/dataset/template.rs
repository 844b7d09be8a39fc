//! The files of a small atlas to begin with, for a dispute of a reader's own.

/// Files that may begin as an empty list: their names and those of their lists.
const EMPTY: [(&str, &str); 17] = [
    ("claims.json", "claims"),
    ("rights.json", "rights"),
    ("views.json", "views"),
    ("positions.json", "positions"),
    ("offers.json", "offers"),
    ("borders.json", "borders"),
    ("towns.json", "towns"),
    ("town_control.json", "apart"),
    ("events.json", "events"),
    ("people.json", "people"),
    ("relations.json", "relations"),
    ("conflicts.json", "conflicts"),
    ("glossary.json", "terms"),
    ("texts.json", "texts"),
    ("series.json", "series"),
    ("polls.json", "polls"),
    ("figures.json", "figures"),
];

/// Layers of the map that may be empty.
const NO_FEATURES: [&str; 5] = [
    "geo/kurils.geojson",
    "geo/lakes.geojson",
    "geo/rivers.geojson",
    "geo/bathymetry.geojson",
    "geo/lines.geojson",
];

/// The outlines at every level of detail.
const OUTLINES: [&str; 3] = [
    "geo/regions_lod0.geojson",
    "geo/regions_lod1.geojson",
    "geo/regions_lod2.geojson",
];

macro_rules! texts {
    ($folder:literal: $($name:literal),+ $(,)?) => {
        [$(($name, include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/", $folder, "/", $name)))),+]
    };
}

/// The invented example.
const EXAMPLE: [(&str, &str); 9] = texts!["assets/template":
    "README.md", "atlas.json", "sources.json", "polities.json", "territories.json", "control.json",
    "claims.json", "events.json", "geo/attributions.json",
];

const EXAMPLE_OUTLINES: &str = include_str!(concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/assets/template/geo/regions.geojson"
));

/// What describes the files for editors.
const SCHEMAS: [(&str, &str); 25] = texts!["data/schema":
    "atlas.schema.json", "attributions.schema.json", "borders.schema.json", "claims.schema.json",
    "conflicts.schema.json", "control.schema.json", "events.schema.json", "figures.schema.json",
    "glossary.schema.json",    "layer.schema.json", "lesson.schema.json", "offers.schema.json", "people.schema.json",
    "polities.schema.json", "polls.schema.json", "positions.schema.json", "relations.schema.json",
    "rights.schema.json", "series.schema.json", "sources.schema.json", "territories.schema.json",
    "texts.schema.json", "town_control.schema.json", "towns.schema.json", "views.schema.json",
];

/// A file: its name relative to the data folder, and its text.
pub type File = (String, String);

/// All files of the example.
#[must_use]
pub fn example() -> Vec<File> {
    let given = EXAMPLE.map(|(name, text)| (name.to_owned(), text.to_owned()));
    around(given.into(), EXAMPLE_OUTLINES)
}

/// All files of a data folder: those that are given, the outlines at every level of detail, and
/// empty ones for the rest.
#[must_use]
pub fn around(given: Vec<File>, outlines: &str) -> Vec<File> {
    let outlines = OUTLINES.map(|name| (name.to_owned(), outlines.to_owned()));
    let lists = EMPTY.map(|(name, list)| {
        let schema = name.replace(".json", ".schema.json");
        let text = format!("{{\n  \"$schema\": \"schema/{schema}\",\n  \"{list}\": []\n}}\n");
        (name.to_owned(), text)
    });
    let layers = NO_FEATURES.map(|name| {
        let text = "{ \"type\": \"FeatureCollection\", \"features\": [] }\n";
        (name.to_owned(), text.to_owned())
    });
    let schemas = SCHEMAS.map(|(name, text)| (format!("schema/{name}"), text.to_owned()));
    let mut files = given;
    for file in outlines
        .into_iter()
        .chain(lists)
        .chain(layers)
        .chain(schemas)
    {
        if files.iter().all(|(name, _)| *name != file.0) {
            files.push(file);
        }
    }
    files
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::files::NAMES;

    #[test]
    fn no_file_is_missing_and_every_schema_is_there() {
        let files = example();
        for name in NAMES {
            assert!(files.iter().any(|(known, _)| known == name), "{name}");
        }
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/data/schema");
        for entry in std::fs::read_dir(folder).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            let name = format!("schema/{name}");
            assert!(files.iter().any(|(known, _)| *known == name), "{name}");
        }
    }
}
