//! Names found places for, and what they look like there.

use std::collections::HashMap;
use std::sync::Arc;

use egui::{Color32, FontFamily, FontId, Galley, Painter, Pos2, Rect, Shape, Stroke, Vec2, vec2};

use crate::geometry::{Label, Placement, ScreenRect, offsets_around, place};

use super::super::lettering::lay_out;
use super::super::tokens::Tokens;
use super::line_names::LineName;
use super::names::{Kind, Name};

/// A name at its place, laid out.
pub(super) struct Set {
    pub name: Name,
    pub placement: Placement,
    galley: Arc<Galley>,
}

/// Names with their places.
#[derive(Default)]
pub(super) struct Arranged {
    pub names: Vec<Set>,
    pub lines: Vec<LineName>,
    /// Counts the arrangements, so that a mesh knows which one it is of.
    pub edition: u64,
}

/// Names laid out before: the same ones stand on the map through most of the years.
#[derive(Default)]
pub(super) struct LaidOut {
    /// By text, face, and the bits of the size.
    galleys: HashMap<(String, FontFamily, u32), Arc<Galley>>,
}

impl LaidOut {
    /// More than are ever on one map; beyond it all are forgotten.
    const MOST: usize = 2000;

    fn galley(&mut self, painter: &Painter, name: &Name) -> Arc<Galley> {
        if self.galleys.len() > Self::MOST {
            self.galleys.clear();
        }
        let FontId { size, family } = name.font.clone();
        let key = (name.text.clone(), family, size.to_bits());
        let galley = self.galleys.entry(key);
        Arc::clone(galley.or_insert_with(|| lay_out(painter, &name.text, name.font.clone())))
    }
}

/// A rectangle as the geometry of labels has it.
pub(super) fn screen(rect: Rect) -> ScreenRect {
    ScreenRect {
        min: rect.min.into(),
        max: rect.max.into(),
    }
}

/// Where a text may stand, from its anchor, best first.
fn offsets(name: &Name, size: [f32; 2]) -> Vec<[f32; 2]> {
    match name.kind {
        // Under the name where that stands on the place; else beside it, as there is room.
        Kind::Claim => {
            let on_place = [[0.0, 15.0], [0.0, -15.0]];
            let around = [11.0, 16.0, 22.0].map(|distance| offsets_around(size, distance));
            let own = on_place.into_iter().filter(|_| !name.beside);
            own.chain(around.into_iter().flatten()).collect()
        }
        // Off the ring of the dot.
        Kind::TownApart => offsets_around(size, 9.5),
        // A name of two lines may stand on its island rather than nowhere.
        _ if name.beside && name.text.contains('\n') => {
            let on_it = [4.0 - size[1] / 2.0, size[1] / 2.0 - 4.0].map(|y| [0.0, y]);
            let on_it = on_it.into_iter().filter(|_| !name.seaward);
            around(name, size, 7.0).into_iter().chain(on_it).collect()
        }
        _ if name.beside => around(name, size, 7.0),
        _ => vec![[0.0, 0.0], [0.0, 14.0], [0.0, -14.0]],
    }
}

/// The positions around the place that a name may have.
fn around(name: &Name, size: [f32; 2], distance: f32) -> Vec<[f32; 2]> {
    let mut around = offsets_around(size, distance);
    if name.seaward {
        // Downwards first: above one is the next.
        around.retain(|[x, _]| *x > 0.0);
        around.sort_by(|[_, one], [_, other]| other.total_cmp(one));
    }
    around
}

pub(super) fn arrange(
    painter: &Painter,
    laid_out: &mut LaidOut,
    names: Vec<Name>,
    area: Rect,
    obstacles: &[Rect],
) -> Vec<Set> {
    let galleys: Vec<Arc<Galley>> = names
        .iter()
        .map(|name| laid_out.galley(painter, name))
        .collect();
    let label = |(name, galley): (&Name, &Arc<Galley>)| {
        let size = galley.size().into();
        Label {
            anchor: name.anchor.into(),
            size,
            priority: name.priority,
            offsets: offsets(name, size),
            // A town far from its name is no help.
            leader_offsets: match name.kind {
                Kind::Claim => offsets_around(size, 36.0),
                Kind::Territory if name.beside => around(name, size, 26.0),
                Kind::Territory | Kind::Town | Kind::TownApart | Kind::Water => Vec::new(),
            },
        }
    };
    let labels: Vec<Label> = names.iter().zip(&galleys).map(label).collect();
    let inner = area.shrink(4.0);
    let obstacles: Vec<ScreenRect> = obstacles.iter().map(|rect| screen(*rect)).collect();
    let placements = place(&labels, screen(inner), &obstacles, 2.0);
    let mut names: Vec<Option<(Name, Arc<Galley>)>> =
        names.into_iter().zip(galleys).map(Some).collect();
    placements
        .into_iter()
        .filter_map(|placement| {
            let (name, galley) = names.get_mut(placement.label)?.take()?;
            Some(Set {
                name,
                placement,
                galley,
            })
        })
        .collect()
}

impl Set {
    /// The dot of a town, the line to the place, the name.
    pub(super) fn shapes(&self, tokens: &Tokens, shift: Vec2, out: &mut Vec<Shape>) {
        let Self {
            name,
            placement,
            galley,
        } = self;
        let is_water = name.kind == Kind::Water;
        let color = if is_water {
            tokens.sea_ink
        } else {
            tokens.label
        };
        if name.kind == Kind::Town {
            let at = name.anchor + shift;
            out.push(Shape::circle_filled(at, 2.4, tokens.raised));
            let rim = Stroke::new(1.3, tokens.label);
            out.push(Shape::circle_stroke(at, 2.4, rim));
        }
        if let Some([from, to]) = placement.leader {
            let ends = [from, to].map(|end| Pos2::from(end) + shift);
            out.push(Shape::line_segment(ends, Stroke::new(1.0, color)));
        }
        let halo = (!is_water).then_some(tokens.halo);
        let at = Pos2::from(placement.rect.min) + shift;
        lettered(out, halo, galley, at, 0.0, color);
    }
}

/// A text turned about its top left corner, by radians, clockwise; with a rim in the colour of the
/// paper, so that it reads on any ground.
pub(super) fn lettered(
    out: &mut Vec<Shape>,
    halo: Option<Color32>,
    galley: &Arc<Galley>,
    at: Pos2,
    angle: f32,
    color: Color32,
) {
    let text = |at: Pos2, color: Color32| {
        egui::epaint::TextShape::new(at, Arc::clone(galley), color).with_angle(angle)
    };
    if let Some(halo) = halo {
        // Six copies close the rim as eight would; each costs as much as the text itself.
        for (dx, dy) in [
            (-1.35, 0.0),
            (1.35, 0.0),
            (-0.68, -1.17),
            (0.68, -1.17),
            (-0.68, 1.17),
            (0.68, 1.17),
        ] {
            let shape = text(at + vec2(dx, dy), halo).with_override_text_color(halo);
            out.push(Shape::Text(shape));
        }
    }
    out.push(Shape::Text(text(at, color)));
}
