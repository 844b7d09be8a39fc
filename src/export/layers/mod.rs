//! The layers of the atlas as records, of which every format is written.

mod held;
mod others;

use std::borrow::Cow;

use crate::dataset::geo::Detail;
use crate::dataset::{Atlas, Problems};
use crate::geometry::dissolve;
use crate::model::date::Period;
use crate::model::language::{Language, Localized};
use crate::model::place::TerritoryIx;
use crate::model::polity::PolityIx;
use crate::model::shape::{Polygon, Shape};
use crate::model::source::Citation;

use super::record::{Place, Record, Value};

/// A layer that can be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layer {
    /// Who holds what: a record for each territory and phase.
    Control,
    /// Who claims what: a record for each claim and territory.
    Claims,
    Rights,
    Events,
    Borders,
    /// The figures; a table without places.
    Series,
}

impl Layer {
    /// All layers.
    pub const ALL: [Self; 6] = [
        Self::Control,
        Self::Claims,
        Self::Rights,
        Self::Events,
        Self::Borders,
        Self::Series,
    ];

    /// The id used on the command line and in names of files.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Control => "control",
            Self::Claims => "claims",
            Self::Rights => "rights",
            Self::Events => "events",
            Self::Borders => "borders",
            Self::Series => "series",
        }
    }

    /// Whether its records lie on the map.
    #[must_use]
    pub const fn is_on_map(self) -> bool {
        !matches!(self, Self::Series)
    }
}

/// The outlines of all territories at one level of detail, without borders inside them.
#[derive(Debug)]
pub struct Outlines<'a> {
    atlas: &'a Atlas,
    /// In the order of the territories.
    territories: Vec<Vec<Polygon>>,
}

impl<'a> Outlines<'a> {
    /// Reads the outlines; only the finest level is not in memory yet.
    ///
    /// # Errors
    /// When the file of the finest level is missing or damaged.
    pub fn read(atlas: &'a Atlas, detail: Detail) -> Result<Self, Problems> {
        let fine;
        let regions = match detail {
            Detail::Fine => {
                fine = atlas.load_fine_regions()?;
                &fine
            }
            Detail::Medium => &atlas.land.medium,
            Detail::Coarse => &atlas.land.coarse,
        };
        let shapes: Vec<(&Shape, TerritoryIx)> = regions
            .iter()
            .chain(&atlas.land.islands)
            .filter_map(|shape| Some((shape, atlas.owner_of_shape(&shape.id)?)))
            .collect();
        let outline = |territory: TerritoryIx| {
            let its = shapes.iter().filter(|(_, owner)| {
                *owner == territory || atlas.territory(*owner).part_of == Some(territory)
            });
            dissolve(its.flat_map(|(shape, _)| &shape.polygons))
        };
        Ok(Self {
            atlas,
            territories: atlas
                .territories()
                .map(|(index, _)| outline(index))
                .collect(),
        })
    }

    /// The outline of a territory; of a whole, that of its parts.
    fn of(&self, territory: TerritoryIx) -> Place<'_> {
        Place::Polygons(Cow::Borrowed(&self.territories[territory.index()]))
    }

    fn of_all(&self, territories: &[TerritoryIx]) -> Place<'_> {
        let all = territories.iter();
        let all = all.flat_map(|territory| &self.territories[territory.index()]);
        Place::Polygons(Cow::Owned(dissolve(all)))
    }
}

/// The records of a layer; none of [`Layer::Series`], whose figures lie nowhere.
#[must_use]
pub fn records<'a>(
    outlines: &'a Outlines<'a>,
    layer: Layer,
    language: Language,
) -> Vec<Record<'a>> {
    match layer {
        Layer::Control => held::control(outlines, language),
        Layer::Claims => held::claims(outlines, language),
        Layer::Rights => others::rights(outlines, language),
        Layer::Events => others::events(outlines.atlas, language),
        Layer::Borders => others::borders(outlines.atlas, language),
        Layer::Series => Vec::new(),
    }
}

type Fields = Vec<(&'static str, Value)>;

fn named(fields: &mut Fields, names: [&'static str; 3], text: &Localized) {
    fields.extend(
        names
            .into_iter()
            .zip(text.iter())
            .map(|(name, (_, text))| (name, text.into())),
    );
}

const NAMES: [&str; 3] = ["name_en", "name_ja", "name_ru"];

fn timed(fields: &mut Fields, period: Period) {
    fields.push(("start", period.from.to_string().into()));
    fields.push(("end", period.to.map(|day| day.to_string()).into()));
}

/// `japan claimed 1946-02-02/..`: claimant, kind, first day and the first day no longer in it.
fn span(what: &[&str], period: Period) -> String {
    let to = period.to.map_or("..".to_owned(), |day| day.to_string());
    format!("{} {}/{to}", what.join(" "), period.from)
}

fn source_ids(atlas: &Atlas, citations: &[Citation]) -> Value {
    let mut ids: Vec<String> = Vec::with_capacity(citations.len());
    for citation in citations {
        let id = &atlas.source(citation.source).id;
        if !ids.contains(id) {
            ids.push(id.clone());
        }
    }
    Value::List(ids)
}

fn polity_ids(atlas: &Atlas, polities: impl IntoIterator<Item = PolityIx>) -> String {
    let ids: Vec<&str> = polities
        .into_iter()
        .map(|polity| atlas.polity(polity).id.as_str())
        .collect();
    ids.join("+")
}

fn territory_ids(atlas: &Atlas, territories: &[TerritoryIx]) -> Value {
    let id = |index: &TerritoryIx| atlas.territory(*index).id.clone();
    Value::List(territories.iter().map(id).collect())
}
