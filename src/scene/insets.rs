//! The insets of the map: the islands of the Kurils as sheets of one scale.
//!
//! The chain is long and narrow and lies aslant: an inset of all of it that shows more than the map
//! does would be larger than the map. So it is cut, as the maps of a road are, into three sheets of
//! one height, north up on all of them. They step up the map's right edge as the chain itself does,
//! over the open ocean: the southern and the central sheet beside each other, the northern one above
//! the latter. Frames on the map show where they lie. Where the map has no room for three, the four
//! islands alone have a sheet.

use crate::geometry::{Bounds, Projection};
use crate::model::place::Territory;
use crate::text::Key;

/// Kilometres a point beyond which islands are too small to see and get an inset.
const FROM_KM_PER_POINT: f64 = 1.7;

/// How many times larger than the map an inset must show the islands at least.
const LEAST_GAIN: f64 = 1.25;

/// The least and the greatest height of a sheet, in points, and its share of the map's.
const HEIGHT: ([f32; 2], f32) = ([110.0, 220.0], 0.29);
/// The greatest share of the map's width that two sheets beside each other may take.
const WIDTH_OF_TWO: f32 = 0.34;
/// What the northern sheet must leave free above it, for the buttons of the map, in points.
const ABOVE: f32 = 182.0;
/// The same for the four islands alone: width in points, share, and how much of the map must be
/// left, as a multiple of the inset.
const WIDTH_OF_ONE: ([f32; 2], f32) = ([150.0, 300.0], 0.25);
const LEFT: [f32; 2] = [3.0, 2.4];

/// A part of the chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sheet {
    /// Iturup, Kunashir, Shikotan and the Habomai Islands.
    South,
    /// Urup to Matua.
    Central,
    /// Raikoke to Shumshu.
    North,
}

impl Sheet {
    /// All sheets, from south to north.
    pub const ALL: [Self; 3] = [Self::South, Self::Central, Self::North];

    /// What it shows, in kilometres of the atlas's own projection.
    #[must_use]
    pub const fn bounds(self) -> Bounds {
        let (min, max) = match self {
            Self::South => ([500.0, -576.0], [965.0, -212.0]),
            Self::Central => ([855.0, -221.0], [1185.0, 143.0]),
            Self::North => ([1010.0, 130.0], [1340.0, 494.0]),
        };
        Bounds { min, max }
    }

    /// Its title.
    #[must_use]
    pub const fn title(self) -> Key {
        match self {
            Self::South => Key::FourIslands,
            Self::Central => Key::InsetCentral,
            Self::North => Key::InsetNorth,
        }
    }

    /// Whether it names a territory.
    #[must_use]
    pub fn names(self, territory: &Territory, projection: &Projection) -> bool {
        match self {
            Self::South => territory.disputed && territory.part_of.is_none(),
            Self::Central | Self::North => {
                let is_island = territory.id == "urup" || territory.part_of.is_some();
                let at = projection.project(territory.label);
                is_island && !territory.disputed && self.bounds().contains(at)
            }
        }
    }
}

/// The sheets that a map has, and where.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Insets {
    /// Kilometres for a point in all of them.
    pub km_per_point: f64,
    /// Whether they show the whole chain, or the four islands alone.
    pub whole_chain: bool,
    /// Width and height in points of the southern sheet.
    south: [f32; 2],
}

impl Insets {
    /// The insets of a map of a size in points that shows `seen` (kilometres) at a scale. None where
    /// the islands are large enough already, where there is no room, and on other maps than the
    /// atlas's own.
    #[must_use]
    pub fn of(
        map: [f32; 2],
        seen: &Bounds,
        km_per_point: f64,
        projection: &Projection,
    ) -> Option<Self> {
        if km_per_point <= FROM_KM_PER_POINT || projection.region().is_some() {
            return None;
        }
        Self::whole_chain(map, km_per_point)
            .filter(|_| {
                Sheet::ALL
                    .iter()
                    .all(|sheet| seen.contains(sheet.bounds().center()))
            })
            .or_else(|| Self::south(map))
    }

    fn whole_chain(map: [f32; 2], of_map: f64) -> Option<Self> {
        let (limits, share) = HEIGHT;
        let [south, central] = [Sheet::South, Sheet::Central].map(|sheet| sheet.bounds().size());
        let most = (map[1] * share).min((map[1] - ABOVE) / 2.0).min(limits[1]);
        if most < limits[0] {
            return None;
        }
        let room = f64::from(map[0] * WIDTH_OF_TWO);
        let km_per_point = (south[1] / f64::from(most)).max((south[0] + central[0]) / room);
        let south = south.map(|km| points(km / km_per_point));
        let is_fit = south[1] >= limits[0] && km_per_point * LEAST_GAIN <= of_map;
        is_fit.then_some(Self {
            km_per_point,
            whole_chain: true,
            south,
        })
    }

    fn south(map: [f32; 2]) -> Option<Self> {
        let (limits, share) = WIDTH_OF_ONE;
        let width = (map[0] * share).clamp(limits[0], limits[1]).round();
        let height = (map[1] * HEIGHT.1).clamp(HEIGHT.0[0], HEIGHT.0[1]).round();
        if map[0] < width * LEFT[0] || map[1] < height * LEFT[1] {
            return None;
        }
        let size = Sheet::South.bounds().size();
        let km_per_point = (size[0] / f64::from(width)).max(size[1] / f64::from(height));
        Some(Self {
            km_per_point,
            whole_chain: false,
            south: [width, height],
        })
    }

    /// The sheets, each with its left upper and its right lower corner in points from the corner of
    /// the map in which they stand, the right lower one; so all numbers are negative or zero.
    pub fn sheets(&self) -> impl Iterator<Item = (Sheet, [[f32; 2]; 2])> + use<> {
        let Self {
            km_per_point,
            whole_chain,
            south: [width, height],
        } = *self;
        let beside = if whole_chain {
            points(Sheet::Central.bounds().size()[0] / km_per_point)
        } else {
            0.0
        };
        let count = if whole_chain { Sheet::ALL.len() } else { 1 };
        let place = move |sheet| match sheet {
            Sheet::South => [[-beside - width, -height], [-beside, 0.0]],
            Sheet::Central => [[-beside, -height], [0.0, 0.0]],
            Sheet::North => [[-beside, -2.0 * height], [0.0, -height]],
        };
        let sheets = Sheet::ALL.into_iter().take(count);
        sheets.map(move |sheet| (sheet, place(sheet)))
    }
}

#[expect(clippy::cast_possible_truncation, reason = "a length on the screen")]
fn points(length: f64) -> f32 {
    length.round() as f32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::{Atlas, Origin};

    #[test]
    fn every_island_of_the_chain_lies_on_one_sheet_and_is_named_there() {
        let atlas = Atlas::load(&Origin::Embedded).unwrap();
        let projection = Projection::atlas();
        for shape in &atlas.land.islands {
            let rings = shape.polygons.iter().map(|polygon| &polygon.exterior);
            let bounds = Bounds::of(rings.flatten().map(|point| projection.project(*point)));
            let on = Sheet::ALL.into_iter().filter(|sheet| {
                let of_sheet = sheet.bounds();
                of_sheet.contains(bounds.min) && of_sheet.contains(bounds.max)
            });
            assert_eq!(on.count(), 1, "{}", shape.id);
        }
        for (index, territory) in atlas.territories() {
            let is_island = territory.id.starts_with("kurils-north-")
                || (territory.part_of.is_none() && territory.disputed)
                || territory.id == "urup";
            let named = Sheet::ALL
                .into_iter()
                .filter(|sheet| sheet.names(territory, &projection));
            let wanted = usize::from(
                is_island
                    && atlas
                        .parts_of(index)
                        .next()
                        .is_none_or(|_| territory.disputed),
            );
            assert_eq!(named.count(), wanted, "{}", territory.id);
        }
    }

    #[test]
    fn the_sheets_have_one_scale_and_leave_most_of_the_map_free() {
        let projection = Projection::atlas();
        let region = Bounds {
            min: [-2000.0, -1300.0],
            max: [1500.0, 900.0],
        };
        for (map, of_map, wanted) in [
            ([910.0, 430.0], 4.2, Some(3)),
            ([1280.0, 740.0], 3.0, Some(3)),
            ([1548.0, 617.0], 3.4, Some(3)),
            ([655.0, 410.0], 5.8, Some(1)),
            ([455.0, 430.0], 8.0, Some(1)),
            ([300.0, 430.0], 8.0, None),
            ([910.0, 200.0], 8.0, None),
            ([910.0, 430.0], 1.2, None),
        ] {
            let insets = Insets::of(map, &region, of_map, &projection);
            let count = insets.map(|insets| insets.sheets().count());
            assert_eq!(count, wanted, "{map:?}");
            let Some(insets) = insets else { continue };
            let mut covered = 0.0;
            for (sheet, [min, max]) in insets.sheets() {
                let size = [max[0] - min[0], max[1] - min[1]];
                covered += size[0] * size[1];
                let room = sheet
                    .bounds()
                    .size()
                    .map(|km| points(km / insets.km_per_point));
                assert!(
                    size[0] >= room[0] - 1.0 && size[1] >= room[1] - 1.0,
                    "{map:?}"
                );
                assert!(
                    -min[0] < map[0] * 0.4 && -min[1] < map[1] - 165.0,
                    "{map:?}"
                );
            }
            let share = covered / (map[0] * map[1]);
            assert!(share < 0.14, "{map:?}: {share} of the map is covered");
        }
    }

    #[test]
    fn the_chain_has_an_inset_only_where_it_is_in_sight() {
        let mainland = Bounds {
            min: [-2000.0, -1000.0],
            max: [100.0, 700.0],
        };
        let of = |seen| Insets::of([1280.0, 740.0], seen, 3.0, &Projection::atlas()).unwrap();
        assert!(!of(&mainland).whole_chain);
        let chain = Sheet::ALL.map(Sheet::bounds);
        let chain = chain[0].union(&chain[1]).union(&chain[2]);
        assert!(of(&chain).whole_chain);
        let half = Bounds {
            max: [900.0, 700.0],
            ..chain
        };
        assert!(!of(&half).whole_chain, "half of it is out of sight");
        let other = Projection::of(Some([0.0, 40.0, 10.0, 50.0]));
        assert_eq!(Insets::of([1280.0, 740.0], &chain, 3.0, &other), None);
    }
}
