//! `check`: everything that is wrong with a data set, and where.
//!
//! Beyond what loading checks, this looks at what takes longer: whether outlines are valid, at all
//! levels of detail, and whether every test point lies in its territory.

use serde_json::{Value, json};

use crate::dataset::geo::{self, Detail, Land};
use crate::dataset::{Atlas, Origin, Problem, Problems};
use crate::geometry::{self, HitIndex};
use crate::model::language::Language;
use crate::model::shape::Shape;
use crate::text::{Catalog, Key, lang};

use super::args::CheckArgs;
use super::error::CliError;
use super::{json, output, request};

/// Prints every problem, or that there is none.
///
/// # Errors
/// When there is one.
pub fn run(args: &CheckArgs) -> Result<(), CliError> {
    let language = args.lang.unwrap_or_else(lang::of_system);
    let origin = request::origin(args.folder.as_deref(), language)?;
    let (problems, counts) = examine(&origin);
    if args.json {
        output::print(language, json::text(&report(&problems, &counts)).as_bytes())?;
    }
    if !problems.0.is_empty() {
        return Err(request::bad_data(problems, language));
    }
    if args.json {
        Ok(())
    } else {
        output::print(language, counts.text(language).as_bytes())
    }
}

/// How much there is.
struct Counts([(&'static str, usize); 8]);

impl Counts {
    fn of(atlas: &Atlas, layers: &[Layer]) -> Self {
        Self([
            ("territories", atlas.territories.len()),
            (
                "phases",
                atlas
                    .territories()
                    .map(|(index, _)| atlas.control.record(index).phases().len())
                    .sum(),
            ),
            (
                "towns",
                atlas
                    .town_control
                    .records()
                    .iter()
                    .map(|record| record.periods.len())
                    .sum(),
            ),
            (
                "shapes",
                layers.iter().map(|layer| layer.shapes.len()).sum(),
            ),
            (
                "points",
                atlas
                    .territories
                    .iter()
                    .map(|territory| territory.test_points.len())
                    .sum(),
            ),
            (
                "figures",
                atlas.series.iter().map(|series| series.points.len()).sum(),
            ),
            ("polls", atlas.polls.len()),
            ("sources", atlas.sources.len()),
        ])
    }

    fn text(&self, language: Language) -> String {
        let numbers = self.0.map(|(name, count)| (name, count.to_string()));
        let values: Vec<(&str, &str)> = numbers
            .iter()
            .map(|(name, count)| (*name, count.as_str()))
            .collect();
        format!(
            "{}\n",
            Catalog::of(language).fill(Key::CliNoProblems, &values)
        )
    }
}

fn report(problems: &Problems, counts: &Counts) -> Value {
    let list = problems.0.iter().map(|problem| {
        json!({ "file": problem.file, "line": problem.line, "path": problem.path, "message": problem.message })
    });
    let counts: serde_json::Map<_, _> = counts
        .0
        .iter()
        .map(|(name, count)| ((*name).to_owned(), json!(count)))
        .collect();
    json!({ "problems": list.collect::<Vec<_>>(), "counts": counts })
}

/// Looks at everything, and counts what could be read.
fn examine(origin: &Origin) -> (Problems, Counts) {
    let (atlas, mut problems) = Atlas::examine(origin);
    let fine = geo::regions(origin, Detail::Fine, &mut problems);
    let layers = layers(atlas.land.clone(), fine);
    for layer in &layers {
        layer.check(&mut problems);
    }
    check_points(&atlas, &layers, &mut problems);
    check_towns(&atlas, &layers, &mut problems);
    (
        Problems::sorted(origin, problems),
        Counts::of(&atlas, &layers),
    )
}

/// The outlines of one file.
struct Layer {
    file: &'static str,
    shapes: Vec<Shape>,
}

const FINE: &str = "geo/regions_lod0.geojson";
const MEDIUM: &str = "geo/regions_lod1.geojson";
const COARSE: &str = "geo/regions_lod2.geojson";
const ISLANDS: &str = "geo/kurils.geojson";

fn layers(land: Land, fine: Vec<Shape>) -> Vec<Layer> {
    let lakes = land.lakes.into_iter().map(|lake| lake.shape).collect();
    let depths = land.depths.into_iter().map(|depth| depth.shape).collect();
    [
        (FINE, fine),
        (MEDIUM, land.medium),
        (COARSE, land.coarse),
        (ISLANDS, land.islands),
        ("geo/lakes.geojson", lakes),
        ("geo/bathymetry.geojson", depths),
    ]
    .map(|(file, shapes)| Layer { file, shapes })
    .into()
}

impl Layer {
    fn check(&self, problems: &mut Vec<Problem>) {
        // Features that could not be read are missing from the shapes, and the others would be
        // counted wrongly; such a file is checked again once it can be read.
        if problems.iter().any(|problem| problem.file == self.file) {
            return;
        }
        for (index, shape) in self.shapes.iter().enumerate() {
            for message in geometry::problems(shape) {
                problems.push(Problem {
                    file: self.file.to_owned(),
                    path: format!("features[{index}].geometry"),
                    line: None,
                    message: format!("\"{}\": {message}", shape.id),
                });
            }
        }
    }
}

/// How far a port may lie off the drawn coast, in kilometres.
const OFF_COAST_KM: f64 = 3.0;

/// Every town apart must lie in the land it is told apart from.
fn check_towns(atlas: &Atlas, layers: &[Layer], problems: &mut Vec<Problem>) {
    let of = |file: &'static str| {
        let layers = layers.iter().filter(move |layer| layer.file == file);
        layers.flat_map(|layer| &layer.shapes)
    };
    let shapes: Vec<Shape> = of(ISLANDS).chain(of(FINE)).cloned().collect();
    if of(FINE).next().is_none() {
        return;
    }
    let index = HitIndex::new(&shapes);
    for (number, record) in atlas.town_control.records().iter().enumerate() {
        let town = atlas.town(record.town);
        let shape = index
            .at(town.at)
            .or_else(|| index.nearest(town.at, OFF_COAST_KM));
        let owner = shape.and_then(|shape| atlas.owner_of_shape(&shapes[shape].id));
        if owner != Some(record.land) {
            let found = owner.map_or("no territory".to_owned(), |owner| {
                format!("\"{}\"", atlas.territory(owner).id)
            });
            problems.push(Problem {
                file: "town_control.json".to_owned(),
                path: format!("apart[{number}].land"),
                line: None,
                message: format!("\"{}\" lies in {found}", town.id),
            });
        }
    }
}

/// Every test point must lie in its territory, on the outlines that a click is tested on and on the
/// finest.
fn check_points(atlas: &Atlas, layers: &[Layer], problems: &mut Vec<Problem>) {
    let of = |file: &'static str| {
        layers
            .iter()
            .filter(move |layer| layer.file == file)
            .flat_map(|layer| &layer.shapes)
    };
    for file in [FINE, MEDIUM] {
        let shapes: Vec<Shape> = of(ISLANDS).chain(of(file)).cloned().collect();
        if of(file).next().is_none() {
            continue;
        }
        let index = HitIndex::new(&shapes);
        for (territory, place) in atlas.territories() {
            for (number, point) in place.test_points.iter().enumerate() {
                let owner = index
                    .at(*point)
                    .and_then(|shape| atlas.owner_of_shape(&shapes[shape].id));
                if owner == Some(territory) {
                    continue;
                }
                let found = owner.map_or("no territory".to_owned(), |owner| {
                    format!("\"{}\"", atlas.territory(owner).id)
                });
                problems.push(Problem {
                    file: "territories.json".to_owned(),
                    path: format!("territories[{}].test_points[{number}]", territory.index()),
                    line: None,
                    message: format!(
                        "lies in {found} on the outlines of {file} and {ISLANDS}, not in \"{}\"",
                        place.id
                    ),
                });
            }
        }
    }
}
