//! JSON Schemas of the data files, made from the types that read them, so that an editor can tell a
//! wrong field while it is typed. They stand in `data/schema/`; a test keeps them as the types are.

use std::path::Path;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, SchemaGenerator};
use serde_json::{Value, json};

use crate::model::border::BorderKind;
use crate::model::claim::ClaimKind;
use crate::model::control::Kind;
use crate::model::event::Category;
use crate::model::figure::FigureTopic;
use crate::model::language::Language;
use crate::model::lesson::{Level, Maps};
use crate::model::polity::Family;
use crate::model::relation::Field;
use crate::model::right::RightKind;
use crate::model::series::{Basis, Qualifier, Topic};
use crate::model::shown::{Chart, Layer, Page, Preset};
use crate::model::source::SourceKind;

use super::*;

/// Set it to write the schemas instead of comparing them.
const RENEW: &str = "KURIL_ATLAS_WRITE_SCHEMAS";

/// Files of one list: the name of the file, of the list, and the record.
type Make = fn(&mut SchemaGenerator) -> schemars::Schema;

fn of<T: JsonSchema>(generator: &mut SchemaGenerator) -> schemars::Schema {
    generator.subschema_for::<T>()
}

const LISTS: [(&str, &str, Make); 21] = [
    ("sources", "sources", of::<Source>),
    ("polities", "polities", of::<Polity>),
    ("territories", "territories", of::<Territory>),
    ("control", "control", of::<Record>),
    ("claims", "claims", of::<Claim>),
    ("rights", "rights", of::<Right>),
    ("views", "views", of::<Perspective>),
    ("positions", "positions", of::<Position>),
    ("offers", "offers", of::<Offer>),
    ("borders", "borders", of::<Border>),
    ("towns", "towns", of::<Town>),
    ("town_control", "apart", of::<TownControl>),
    ("events", "events", of::<Event>),
    ("people", "people", of::<Person>),
    ("relations", "relations", of::<Relation>),
    ("conflicts", "conflicts", of::<Conflict>),
    ("glossary", "terms", of::<Term>),
    ("texts", "texts", of::<Outline>),
    ("series", "series", of::<Series>),
    ("figures", "figures", of::<StatedFigure>),
    ("attributions", "attributions", of::<Attribution>),
];

/// Fields that hold one word of a few: the record, the field, the words.
fn words() -> Vec<(&'static str, &'static str, Vec<&'static str>)> {
    let kinds = Kind::ALL.map(Kind::id).to_vec();
    let bases = Basis::ALL.map(Basis::id).to_vec();
    let qualifiers = Qualifier::ALL.map(Qualifier::id).to_vec();
    vec![
        (
            "Source",
            "kind",
            SourceKind::ALL.map(SourceKind::id).to_vec(),
        ),
        ("Polity", "family", Family::ALL.map(Family::id).to_vec()),
        ("Phase", "kind", kinds.clone()),
        ("TownPeriod", "kind", kinds.clone()),
        ("Perspective", "kind", kinds),
        ("Claim", "kind", ClaimKind::ALL.map(ClaimKind::id).to_vec()),
        ("Right", "kind", RightKind::ALL.map(RightKind::id).to_vec()),
        (
            "Border",
            "kind",
            BorderKind::ALL.map(BorderKind::id).to_vec(),
        ),
        (
            "Event",
            "category",
            Category::ALL.map(Category::id).to_vec(),
        ),
        ("Event", "basis", bases.clone()),
        ("Offer", "basis", bases.clone()),
        ("Poll", "basis", bases.clone()),
        ("Point", "basis", bases),
        ("Point", "qualifier", qualifiers.clone()),
        ("StatedFigure", "qualifier", qualifiers),
        (
            "StatedFigure",
            "topic",
            FigureTopic::ALL.map(FigureTopic::id).to_vec(),
        ),
        ("Series", "topic", Topic::ALL.map(Topic::id).to_vec()),
        ("Relation", "field", Field::ALL.map(Field::id).to_vec()),
        ("Lesson", "level", Level::ALL.map(Level::id).to_vec()),
        ("Step", "view", Maps::ALL.map(Maps::id).to_vec()),
        ("Step", "look", Preset::ALL.map(Preset::id).to_vec()),
        ("Step", "page", Page::ALL.map(Page::id).to_vec()),
        ("Step", "chart", Chart::ALL.map(Chart::id).to_vec()),
        (
            "Frame",
            "languages",
            Language::ALL.map(Language::code).to_vec(),
        ),
        ("Step", "layers", Layer::ALL.map(Layer::id).to_vec()),
    ]
}

/// Writes the words of a field into the schema of its record.
fn choose(record: &mut Value, field: &str, words: &[&str]) {
    let property = &mut record["properties"][field];
    assert!(property.is_object(), "there is no field {field}");
    let mut words: Vec<Value> = words.iter().map(|word| json!(word)).collect();
    let target = if property["items"].is_object() {
        &mut property["items"]
    } else {
        property
    };
    if target["type"].is_array() {
        words.push(Value::Null);
    }
    target["enum"] = Value::Array(words);
}

fn generator() -> SchemaGenerator {
    SchemaSettings::draft2020_12().into_generator()
}

/// A schema with its definitions, as the text of a file.
fn finish(mut schema: Value, mut generator: SchemaGenerator) -> String {
    let mut definitions = json!(generator.take_definitions(true));
    for (record, field, words) in words() {
        if let Some(record) = definitions.get_mut(record) {
            choose(record, field, &words);
        }
        if schema["title"] == record {
            choose(&mut schema, field, &words);
        }
    }
    schema["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
    schema["$defs"] = definitions;
    format!("{schema:#}\n")
}

fn list(name: &str, key: &str, make: Make) -> String {
    let mut generator = generator();
    let record = make(&mut generator);
    let schema = json!({
        "title": format!("{name}.json"),
        "type": "object",
        "properties": {
            "$schema": { "type": "string" },
            key: { "type": "array", "items": record },
        },
        "required": [key],
        "additionalProperties": false,
    });
    finish(schema, generator)
}

fn polls() -> String {
    let mut generator = generator();
    let [poll, survey, text] =
        [of::<Poll>, of::<Survey>, of::<Text>].map(|make| make(&mut generator));
    let schema = json!({
        "title": "polls.json",
        "type": "object",
        "properties": {
            "$schema": { "type": "string" },
            "warning": text,
            "polls": { "type": "array", "items": poll },
            "surveys": { "type": "array", "items": survey },
        },
        "required": ["polls"],
        "additionalProperties": false,
    });
    finish(schema, generator)
}

/// All layers of the map have this form.
fn layer() -> String {
    let mut generator = generator();
    let feature = of::<Feature>(&mut generator);
    let schema = json!({
        "title": "geo/*.geojson",
        "type": "object",
        "properties": {
            "type": { "const": "FeatureCollection" },
            "features": { "type": "array", "items": feature },
        },
        "required": ["type", "features"],
    });
    finish(schema, generator)
}

/// A file that is one record.
fn record(make: Make) -> String {
    let mut generator = generator();
    let schema = json!({ "$ref": make(&mut generator).as_value()["$ref"] });
    finish(schema, generator)
}

fn all() -> Vec<(String, String)> {
    let lists = LISTS
        .iter()
        .map(|(name, key, make)| ((*name).to_owned(), list(name, key, *make)));
    let others = [
        ("polls", polls()),
        ("layer", layer()),
        ("lesson", record(of::<Lesson>)),
        ("atlas", record(of::<Frame>)),
    ];
    lists
        .chain(others.map(|(name, text)| (name.to_owned(), text)))
        .collect()
}

#[test]
fn the_schemas_are_as_the_types_are() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/schema");
    let renew = std::env::var_os(RENEW).is_some();
    for (name, text) in all() {
        let path = folder.join(format!("{name}.schema.json"));
        if renew {
            std::fs::create_dir_all(&folder).unwrap();
            std::fs::write(&path, &text).unwrap();
        }
        let written = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(
            written == text,
            "{name}: the types have changed; renew the schemas with {RENEW}=1 cargo test --lib schemas"
        );
    }
    let known: Vec<String> = all().into_iter().map(|(name, _)| name).collect();
    for entry in std::fs::read_dir(folder).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let name = name.strip_suffix(".schema.json").unwrap().to_owned();
        assert!(known.contains(&name), "nothing is described by {name}");
    }
}

#[test]
fn every_data_file_has_a_schema() {
    let known: Vec<String> = all().into_iter().map(|(name, _)| name).collect();
    for name in crate::dataset::files::NAMES {
        let name = name.trim_start_matches("geo/");
        let Some(name) = name.strip_suffix(".json") else {
            continue;
        };
        assert!(known.iter().any(|known| known == name), "{name}");
    }
}
