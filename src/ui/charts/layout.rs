//! Where the marks of a chart stand. Pure geometry: nothing is painted here.

use egui::{Pos2, Rect, pos2, vec2};

use crate::scene::charts::{Form, Look, Sheet};

/// The radius of a mark, in points.
pub const RADIUS: f32 = 4.8;
/// The length of a whisker without an end, in points.
pub const OPEN_LENGTH: f32 = 26.0;
/// Marks of one year that are nearer than this would hide each other, in points.
const CLOSE: f32 = 2.0 * RADIUS + 3.0;
/// How far apart they are moved then, in points.
const DODGE: f32 = 15.0;
/// The share of a year over which its marks may stand side by side.
const YEAR_SHARE: f32 = 0.8;
/// The side of what can be pointed at around a mark, in points.
const REACH: f32 = 24.0;

/// One end of a whisker, as a height on the screen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum End {
    /// A stated bound: a cap.
    Closed(f32),
    /// No stated bound: an arrow's tip.
    Open(f32),
}

/// A figure on the screen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placed {
    /// The index of its quantity.
    pub quantity: usize,
    pub look: Look,
    /// The index of the figure within the quantity.
    pub figure: usize,
    pub at: Pos2,
    pub form: Form,
    pub lower: End,
    pub upper: End,
    /// What can be pointed at.
    pub hit: Rect,
}

/// Places all figures of the quantities that are `shown`; `to_screen` takes a year and a value, and
/// says `None` for a value that the axis does not have, such as zero on a logarithmic one.
///
/// Marks of one year that would hide each other stand side by side within the year.
pub fn place(
    sheet: &Sheet,
    shown: impl Fn(usize) -> bool,
    to_screen: impl Fn(f64, f64) -> Option<Pos2>,
) -> Vec<Placed> {
    let mut placed = Vec::new();
    for (quantity, series) in sheet
        .quantities
        .iter()
        .enumerate()
        .filter(|(index, _)| shown(*index))
    {
        for (index, figure) in series.figures.iter().enumerate() {
            let Some(at) = to_screen(figure.x, figure.value) else {
                continue;
            };
            let height = |value: f64| to_screen(figure.x, value).map(|at| at.y);
            let low = figure.low.and_then(height);
            let high = figure.high.and_then(height);
            placed.push(Placed {
                quantity,
                look: series.look,
                figure: index,
                at,
                form: Form::of(figure),
                lower: low.map_or(End::Open(at.y + OPEN_LENGTH), End::Closed),
                upper: high.map_or(End::Open(at.y - OPEN_LENGTH), End::Closed),
                hit: Rect::from_center_size(at, vec2(REACH, REACH)),
            });
        }
    }
    let year = [0.0, 1.0].map(|year| to_screen(year, 1.0).map_or(0.0, |at| at.x));
    dodge(&mut placed, year[1] - year[0]);
    placed
}

/// Moves marks of one year apart that would hide each other, but not out of their year, which is
/// `year` points wide.
fn dodge(placed: &mut [Placed], year: f32) {
    let mut order: Vec<usize> = (0..placed.len()).collect();
    order.sort_by(|a, b| {
        let (a, b) = (placed[*a].at, placed[*b].at);
        a.x.total_cmp(&b.x).then(a.y.total_cmp(&b.y))
    });
    let hides = |a: &usize, b: &usize| {
        let (a, b) = (placed[*a].at, placed[*b].at);
        (a.x - b.x).abs() < 0.5 && (a.y - b.y).abs() < CLOSE
    };
    let mut crowds: Vec<Vec<usize>> = order
        .chunk_by(hides)
        .filter(|crowd| crowd.len() > 1)
        .map(<[_]>::to_vec)
        .collect();
    for crowd in &mut crowds {
        crowd.sort_by_key(|index| placed[*index].quantity);
        let gaps = f32::from(u8::try_from(crowd.len() - 1).unwrap_or(u8::MAX));
        let apart = DODGE.min(YEAR_SHARE * year / gaps);
        let mut x = placed[crowd[0]].at.x - apart * 0.5 * gaps;
        for index in crowd {
            let mark = &mut placed[*index];
            mark.at = pos2(x, mark.at.y);
            mark.hit = Rect::from_center_size(mark.at, vec2(DODGE, REACH));
            x += apart;
        }
    }
}

/// The straight lines between figures that may be joined.
pub fn joins<'a>(
    sheet: &'a Sheet,
    placed: &'a [Placed],
) -> impl Iterator<Item = (Look, [Pos2; 2])> + 'a {
    placed.windows(2).filter_map(|pair| {
        let [from, to] = [pair[0], pair[1]];
        let series = &sheet.quantities[from.quantity];
        let is_joined = from.quantity == to.quantity
            && to.figure == from.figure + 1
            && series.joins.contains(&from.figure);
        is_joined.then_some((from.look, [from.at, to.at]))
    })
}
