//! The ground the map stands on: land, water and borders, projected and triangulated once.

use std::collections::HashMap;
use std::sync::{Arc as Shared, Mutex, OnceLock, PoisonError};

use crate::dataset::Atlas;
use crate::geometry::{self, Arc, Bounds, HitIndex, Projection, ShapeMesh};
use crate::model::place::TerritoryIx;
use crate::model::shape::Shape;

/// How far the finest outline of a region may lie outside the rectangle around a coarser one.
const FINE_MARGIN_KM: f64 = 20.0;

/// The land at one level of detail.
#[derive(Debug)]
pub struct Level {
    /// Regions first, then islands.
    pub meshes: Vec<ShapeMesh>,
    /// The territory of each mesh; `None` for land outside the record.
    pub owners: Vec<Option<TerritoryIx>>,
    /// Coasts and borders, each once; owners are indices into `meshes`.
    pub arcs: Vec<Arc>,
    /// From this index on the meshes are islands of the chain.
    pub first_island: usize,
}

/// A line on the ground with its rank: the smaller, the greater.
#[derive(Debug)]
pub struct GroundLine {
    pub points: Vec<[f32; 2]>,
    pub rank: u8,
}

/// A depth band.
#[derive(Debug)]
pub struct Depth {
    pub mesh: ShapeMesh,
    /// Counted from the shallowest.
    pub band: usize,
}

/// Everything that stays the same through all years.
#[derive(Debug)]
pub struct Ground {
    pub projection: Projection,
    medium: Level,
    coarse: Level,
    fine: Shared<OnceLock<Option<Level>>>,
    /// What has been looked at more closely than the levels that are ready show it.
    asked: Mutex<Vec<Bounds>>,
    pub lakes: Vec<ShapeMesh>,
    pub rivers: Vec<GroundLine>,
    pub depths: Vec<Depth>,
    /// Approximate cuts through present-day provinces.
    pub cuts: Vec<GroundLine>,
    /// Borders and railways by their ids, in parts.
    lines: HashMap<String, Vec<GroundLine>>,
    hits: HitIndex,
    hit_owners: Vec<Option<TerritoryIx>>,
}

impl Level {
    fn build(atlas: &Atlas, regions: &[Shape], projection: &Projection) -> Self {
        let islands = &atlas.land.islands;
        let shapes: Vec<&Shape> = regions.iter().chain(islands).collect();
        let mut arcs = geometry::arcs(regions, projection, None);
        arcs.extend(
            geometry::arcs(islands, projection, None)
                .into_iter()
                .map(|arc| Arc {
                    left: arc.left + regions.len(),
                    right: arc.right.map(|right| right + regions.len()),
                    ..arc
                }),
        );
        Self {
            meshes: shapes
                .iter()
                .map(|shape| ShapeMesh::build(shape, projection))
                .collect(),
            owners: shapes
                .iter()
                .map(|shape| atlas.owner_of_shape(&shape.id))
                .collect(),
            arcs,
            first_island: regions.len(),
        }
    }
}

impl Ground {
    /// Prepares all but the finest level of detail.
    #[must_use]
    pub fn new(atlas: &Atlas) -> Self {
        let projection = Projection::of(atlas.frame.region);
        let land = &atlas.land;
        let mut shallows: Vec<f32> = land.depths.iter().map(|depth| depth.shallow_m).collect();
        shallows.sort_by(f32::total_cmp);
        shallows.dedup();
        let band = |shallow: f32| {
            shallows
                .iter()
                .position(|known| known.total_cmp(&shallow).is_eq())
                .unwrap_or(0)
        };
        let lines = |parts: &[Vec<[f64; 2]>], rank: u8| -> Vec<GroundLine> {
            let project = |part: &Vec<[f64; 2]>| geometry::project_line(part, &projection);
            parts
                .iter()
                .map(|part| GroundLine {
                    points: project(part),
                    rank,
                })
                .collect()
        };
        let hit_shapes: Vec<Shape> = land.islands.iter().chain(&land.medium).cloned().collect();
        std::thread::scope(|threads| {
            // Half of the work, for the second core.
            let levels = threads.spawn(|| {
                [&land.medium, &land.coarse].map(|land| Level::build(atlas, land, &projection))
            });
            let lakes = mesh_all(land.lakes.iter().map(|lake| &lake.shape), &projection);
            let depths = land
                .depths
                .iter()
                .map(|depth| Depth {
                    mesh: ShapeMesh::build(&depth.shape, &projection),
                    band: band(depth.shallow_m),
                })
                .collect();
            let hits = HitIndex::new(&hit_shapes);
            let [medium, coarse] = levels
                .join()
                .unwrap_or_else(|panic| std::panic::resume_unwind(panic));
            Self {
                projection,
                medium,
                coarse,
                fine: Shared::default(),
                asked: Mutex::default(),
                lakes,
                rivers: land
                    .rivers
                    .iter()
                    .flat_map(|river| lines(&river.line.parts, river.rank))
                    .collect(),
                depths,
                lines: land
                    .lines
                    .iter()
                    .map(|line| (line.line.id.clone(), lines(&line.line.parts, 0)))
                    .collect(),
                cuts: land
                    .lines
                    .iter()
                    .filter(|line| line.line.id.starts_with("cut-"))
                    .flat_map(|line| lines(&line.line.parts, 0))
                    .collect(),
                hit_owners: hit_shapes
                    .iter()
                    .map(|shape| atlas.owner_of_shape(&shape.id))
                    .collect(),
                hits,
            }
        })
    }

    /// Starts to prepare the finest level in the background; `done` is called when it is there.
    pub fn prepare_fine(&self, atlas: &Shared<Atlas>, done: impl FnOnce() + Send + 'static) {
        let (slot, atlas, projection) = (
            Shared::clone(&self.fine),
            Shared::clone(atlas),
            self.projection,
        );
        std::thread::spawn(move || {
            slot.get_or_init(|| fine_level(&atlas, &projection, &|_| true));
            done();
        });
    }

    /// Prepares the finest level now, for pictures that must not depend on a thread.
    pub fn prepare_fine_now(&self, atlas: &Atlas) {
        self.fine
            .get_or_init(|| fine_level(atlas, &self.projection, &|_| true));
    }

    /// Prepares the finest level of those regions only that have been looked at closely, if any:
    /// for a single picture. Says whether there were any.
    pub fn prepare_fine_of_seen(&self, atlas: &Atlas) -> bool {
        let asked = std::mem::take(&mut *self.asked.lock().unwrap_or_else(PoisonError::into_inner));
        if asked.is_empty() {
            return false;
        }
        let seen = |id: &str| {
            let region = atlas.land.medium.iter().position(|shape| shape.id == id);
            region.is_none_or(|region| {
                let bounds = self.medium.meshes[region].bounds.expanded(FINE_MARGIN_KM);
                asked.iter().any(|asked| asked.intersects(&bounds))
            })
        };
        self.fine
            .get_or_init(|| fine_level(atlas, &self.projection, &seen));
        true
    }

    /// The land as it is seen from afar.
    #[must_use]
    pub const fn coarse_level(&self) -> &Level {
        &self.coarse
    }

    /// For each of the atlas's territories whether it is within some bounds (kilometres).
    #[must_use]
    pub fn visible_territories(&self, bounds: &Bounds, count: usize) -> Vec<bool> {
        let mut visible = vec![false; count];
        for (owner, mesh) in self.coarse.owners.iter().zip(&self.coarse.meshes) {
            if let Some(owner) = owner.filter(|_| mesh.bounds.intersects(bounds)) {
                visible[owner.index()] = true;
            }
        }
        visible
    }

    /// The parts of a border or railway.
    #[must_use]
    pub fn line(&self, id: &str) -> &[GroundLine] {
        self.lines.get(id).map_or(&[], Vec::as_slice)
    }

    /// The land within `seen` (kilometres) as fine as a scale (kilometres a pixel) can show, of
    /// what is ready, and the level's number: 0 is the finest.
    #[must_use]
    pub fn level(&self, km_per_pixel: f64, seen: &Bounds) -> (&Level, usize) {
        match geometry::level_of_detail(km_per_pixel, &geometry::TOLERANCES_DEGREES) {
            0 => match self.fine.get() {
                Some(Some(level)) => (level, 0),
                Some(None) => (&self.medium, 1),
                None => {
                    self.ask_for_fine(seen);
                    (&self.medium, 1)
                }
            },
            1 => (&self.medium, 1),
            _ => (&self.coarse, 2),
        }
    }

    fn ask_for_fine(&self, seen: &Bounds) {
        let mut asked = self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        if asked.last() != Some(seen) && !asked.contains(seen) {
            asked.push(*seen);
        }
    }

    /// The territory at a point: longitude and latitude in degrees, WGS 84.
    ///
    /// Within `reach_km` of an island the island counts, so that small ones can be pointed at.
    #[must_use]
    pub fn territory_at(&self, point: [f64; 2], reach_km: f64) -> Option<TerritoryIx> {
        let shape = match self.hits.at(point) {
            Some(shape) => shape,
            None => self.hits.nearest(point, reach_km)?,
        };
        self.hit_owners[shape]
    }
}

fn mesh_all<'a>(
    shapes: impl Iterator<Item = &'a Shape>,
    projection: &Projection,
) -> Vec<ShapeMesh> {
    shapes
        .map(|shape| ShapeMesh::build(shape, projection))
        .collect()
}

fn fine_level(
    atlas: &Atlas,
    projection: &Projection,
    wanted: &dyn Fn(&str) -> bool,
) -> Option<Level> {
    match atlas.load_some_fine_regions(wanted) {
        Ok(regions) => Some(Level::build(atlas, &regions, projection)),
        Err(problems) => {
            log::warn!("the finest level of the map is not drawn: {problems}");
            None
        }
    }
}
