//! The outline map: white for a pupil to colour, or coloured in the answers.

use crate::dataset::Atlas;
use crate::geometry::{Camera, Label, ScreenRect, Viewport, offsets_around, place};
use crate::model::date::Day;
use crate::model::language::Language;
use crate::model::lesson::{Aim, Lesson};
use crate::model::polity::PolityIx;
use crate::model::view::View;
use crate::scene::drawing::{self, Item, Paint, Path, Point};
use crate::scene::ground::{Ground, Level};
use crate::scene::map::{Fill, Pattern, fills};
use crate::scene::palette;
use crate::state::view_state::{Preset, Scheme};
use crate::text::faces::Face;

use super::sheet::{Sheet, ink, size};

/// A map on a page.
pub struct Map<'a> {
    pub atlas: &'a Atlas,
    pub ground: &'a Ground,
    pub aim: Option<Aim>,
    pub day: Day,
    pub language: Language,
}

/// The dates whose maps differ most: that of the first step, and the one that differs most from it.
pub fn days(atlas: &Atlas, lesson: &Lesson) -> Vec<(Day, Option<Aim>)> {
    let mut aim = None;
    let mut all: Vec<(Day, Option<Aim>)> = Vec::new();
    for step in &lesson.steps {
        aim = step.aim.or(aim);
        all.push((step.date.last_day(), aim));
    }
    let Some(first) = all.first().copied() else {
        return Vec::new();
    };
    let begin = fills(atlas, View::Control, first.0);
    let differing = |day: Day| {
        let then = fills(atlas, View::Control, day);
        begin.iter().zip(&then).filter(|(a, b)| a != b).count()
    };
    let other = all.into_iter().max_by_key(|(day, _)| differing(*day));
    let other = other.filter(|(day, _)| differing(*day) > 0);
    std::iter::once(first).chain(other).collect()
}

/// Places map kilometres on the page.
struct Frame {
    camera: Camera,
    viewport: Viewport,
    corner: Point,
}

impl Frame {
    fn at(&self, km: [f64; 2]) -> Point {
        let [x, y] = self.camera.to_screen(km, self.viewport);
        [self.corner[0] + x, self.corner[1] + y]
    }

    fn min(&self) -> Point {
        self.corner
    }

    fn max(&self) -> Point {
        [0, 1].map(|axis| self.corner[axis] + self.viewport.size[axis])
    }

    fn path(&self, points: &[[f32; 2]], closed: bool) -> Path {
        let points = points.iter().map(|km| self.at(km.map(f64::from)));
        if !closed {
            return drawing::line(points, false);
        }
        let far = 10.0;
        let min = self.min().map(|side| side - far);
        let max = self.max().map(|side| side + far);
        let ring = drawing::cut(points.collect(), min, max);
        if ring.len() > 2 {
            drawing::line(ring, true)
        } else {
            Path::new()
        }
    }
}

impl Map<'_> {
    /// Draws the map in a rectangle, coloured or white, and returns who is on it.
    pub fn draw(
        &self,
        sheet: &mut Sheet,
        corner: Point,
        size: [f32; 2],
        coloured: bool,
    ) -> Vec<PolityIx> {
        let viewport = Viewport { size };
        let frame = Frame {
            camera: self.camera(viewport),
            viewport,
            corner,
        };
        let seen = frame.camera.visible(viewport);
        // As fine as 144 dots to the inch can show.
        let (level, _) = self.ground.level(frame.camera.km_per_point / 2.0, &seen);
        let fills = fills(self.atlas, View::Control, self.day);
        sheet.add(Item::Clip([frame.min(), frame.max()]));
        sheet.fill(
            drawing::rectangle(frame.min(), frame.max(), 0.0),
            ink::WATER,
        );
        for (mesh, owner) in level.meshes.iter().zip(&level.owners) {
            if !mesh.bounds.intersects(&seen) {
                continue;
            }
            let path: Path = mesh
                .outlines()
                .flat_map(|ring| frame.path(ring, true))
                .collect();
            let fill = owner.map(|owner| fills[owner.index()]);
            let paint = match fill {
                Some(fill) if coloured => colour(fill),
                Some(_) => ink::WHITE,
                None => ink::GROUND,
            };
            sheet.fill(path.clone(), paint);
            if let Some(fill) = fill.filter(|fill| coloured && fill.pattern != Pattern::Plain) {
                let second = fill.second.map_or([255, 255, 255, 200], shade);
                sheet.add(Item::Hatch(path, fill.pattern, second));
            }
        }
        for lake in self
            .ground
            .lakes
            .iter()
            .filter(|lake| lake.bounds.intersects(&seen))
        {
            let path = lake
                .outlines()
                .flat_map(|ring| frame.path(ring, true))
                .collect();
            sheet.fill(path, ink::WATER);
        }
        lines(sheet, level, &frame);
        // The answers are small: colours and key tell enough.
        if !coloured {
            self.names(sheet, &frame);
        }
        sheet.unclip();
        sheet.stroke(
            drawing::rectangle(frame.min(), frame.max(), 0.0),
            0.8,
            ink::BLACK,
        );
        self.holders(&frame)
    }

    fn camera(&self, viewport: Viewport) -> Camera {
        let projection = &self.ground.projection;
        match self.aim {
            Some(Aim::Camera { center, width_km }) => Camera {
                center_km: projection.project(center),
                km_per_point: width_km / f64::from(viewport.size[0]),
            },
            Some(Aim::At(preset)) => Camera::fit(&preset.bounds(projection), viewport, 0.0),
            None => Camera::fit(&Preset::default().bounds(projection), viewport, 0.0),
        }
    }

    /// Who holds something on the map.
    fn holders(&self, frame: &Frame) -> Vec<PolityIx> {
        let seen = frame.camera.visible(frame.viewport);
        let visible = self
            .ground
            .visible_territories(&seen, self.atlas.territories.len());
        let mut holders: Vec<PolityIx> = Vec::new();
        for (index, territory) in self.atlas.territories() {
            if territory.shapes.is_empty() || !visible[index.index()] {
                continue;
            }
            let holding = self.atlas.holding(View::Control, index, self.day);
            for polity in [Some(holding.holder), holding.with].into_iter().flatten() {
                if !holders.contains(&polity) {
                    holders.push(polity);
                }
            }
        }
        holders.sort_by_key(|polity| (self.atlas.polity(*polity).family, *polity));
        holders
    }

    /// The names of the places, where there is room.
    fn names(&self, sheet: &mut Sheet, frame: &Frame) {
        let near = frame.camera.km_per_point < 0.45;
        let chosen = self.atlas.territories().filter(|(index, territory)| {
            let has_parts = self.atlas.parts_of(*index).next().is_some();
            territory.part_of.is_some() == (near && (territory.part_of.is_some() || has_parts))
        });
        let inside = |at: &Point| {
            let (min, max) = (frame.min(), frame.max());
            (0..2).all(|axis| min[axis] < at[axis] && at[axis] < max[axis])
        };
        let names: Vec<(&str, Point, bool)> = chosen
            .map(|(_, territory)| {
                let at = frame.at(self.ground.projection.project(territory.label));
                (territory.name.get(self.language), at, territory.disputed)
            })
            .filter(|(_, at, _)| inside(at))
            .collect();
        let type_size = size::SMALL - 1.0;
        let labels: Vec<Label> = names
            .iter()
            .map(|(name, at, first)| {
                let size = [
                    sheet.letters.width(Face::Text, type_size, name),
                    type_size * 1.2,
                ];
                Label {
                    anchor: *at,
                    size,
                    priority: i32::from(*first),
                    offsets: std::iter::once([0.0, 0.0])
                        .filter(|_| !*first)
                        .chain(offsets_around(size, 6.0))
                        .collect(),
                    leader_offsets: offsets_around(size, 22.0),
                }
            })
            .collect();
        let area = ScreenRect {
            min: frame.min().map(|side| side + 3.0),
            max: frame.max().map(|side| side - 3.0),
        };
        for placed in place(&labels, area, &[], 2.0) {
            let (name, ..) = names[placed.label];
            if let Some([from, to]) = placed.leader {
                sheet.rule(from, to, ink::SOFT);
            }
            let at = [placed.rect.min[0], placed.rect.max[1] - type_size * 0.3];
            let mut text = sheet
                .letters
                .line(Face::Text, type_size, name, at, ink::BLACK);
            text.halo = Some((2.4, [255, 255, 255, 215]));
            sheet.add(Item::Text(text));
        }
    }
}

fn lines(sheet: &mut Sheet, level: &Level, frame: &Frame) {
    let seen = frame.camera.visible(frame.viewport);
    for arc in level
        .arcs
        .iter()
        .filter(|arc| !arc.on_frame && arc.bounds.intersects(&seen))
    {
        let owner = |mesh: usize| level.owners[mesh];
        // Provinces of one territory would only be more to colour.
        let (width, paint) = match arc.right {
            Some(right) if owner(arc.left) == owner(right) => continue,
            Some(_) => (0.8, ink::SOFT),
            None => (0.5, ink::SOFT),
        };
        let mut points = arc.points.clone();
        if arc.closed {
            points.extend(arc.points.first());
        }
        sheet.stroke(frame.path(&points, false), width, paint);
    }
}

fn shade(shade: crate::model::polity::Shade) -> Paint {
    let [red, green, blue] = palette::shade(Scheme::default(), shade);
    [red, green, blue, 255]
}

fn colour(fill: Fill) -> Paint {
    shade(fill.shade)
}

/// The states of a map, each with a box: empty for a pupil to colour, or coloured.
pub fn key(
    sheet: &mut Sheet,
    atlas: &Atlas,
    holders: &[PolityIx],
    language: Language,
    coloured: bool,
) {
    const BOX: f32 = 11.0;
    let mut x = sheet.left();
    let mut top = sheet.take(BOX + 6.0);
    for polity in holders {
        let polity = atlas.polity(*polity);
        let name = polity.short.get(language);
        let width = BOX + 5.0 + sheet.letters.width(Face::Text, size::SMALL, name) + 16.0;
        if x + width > sheet.left() + sheet.width() {
            x = sheet.left();
            top = sheet.take(BOX + 6.0);
        }
        let square = drawing::rectangle([x, top], [x + BOX, top + BOX], 1.5);
        if coloured {
            sheet.fill(square.clone(), shade(polity.shade()));
        }
        sheet.stroke(square, 0.7, ink::SOFT);
        let at = [x + BOX + 5.0, top + BOX - 2.0];
        sheet.label(Face::Text, size::SMALL, name, at, ink::BLACK);
        x += width;
    }
}
