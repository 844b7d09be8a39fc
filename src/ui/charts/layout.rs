//! Where the marks of the trade chart stand. Pure geometry: nothing is painted here.

use egui::{Pos2, Rect, pos2, vec2};

use crate::model::series::Basis;
use crate::scene::charts::{Figure, Trade};

/// The radius of a mark, in points.
pub const RADIUS: f32 = 4.8;
/// The length of a whisker without an end, in points.
pub const OPEN_LENGTH: f32 = 26.0;
/// Marks of one year that are nearer than this would hide each other, in points.
const CLOSE: f32 = 2.0 * RADIUS + 3.0;
/// How far apart they are moved then, in points.
const DODGE: f32 = 15.0;
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

/// How a mark is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Form {
    /// The year is not stated.
    pub is_hollow: bool,
    /// The value is computed.
    pub is_crossed: bool,
    /// The value is not from the texts.
    pub is_small: bool,
}

impl Form {
    /// A value as the text states it.
    pub const PLAIN: Self = Self {
        is_hollow: false,
        is_crossed: false,
        is_small: false,
    };

    /// The form of a figure.
    pub fn of(figure: &Figure) -> Self {
        Self {
            is_hollow: !figure.is_year_stated,
            is_crossed: figure.is_computed(),
            is_small: figure.basis == Basis::Beyond,
        }
    }
}

/// A figure on the screen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placed {
    /// The index of its quantity; it decides shape and colour.
    pub quantity: usize,
    /// The index of the figure within the quantity.
    pub figure: usize,
    pub at: Pos2,
    pub form: Form,
    pub lower: End,
    pub upper: End,
    /// What can be pointed at.
    pub hit: Rect,
}

/// Places all figures of the quantities that are `shown`; `to_screen` takes a year and a value.
///
/// Marks of one year that would hide each other stand side by side within the year.
pub fn place(
    trade: &Trade,
    shown: impl Fn(usize) -> bool,
    to_screen: impl Fn(f64, f64) -> Pos2,
) -> Vec<Placed> {
    let mut placed = Vec::new();
    for (quantity, series) in trade
        .quantities
        .iter()
        .enumerate()
        .filter(|(index, _)| shown(*index))
    {
        for (index, figure) in series.figures.iter().enumerate() {
            let year = f64::from(figure.year);
            let at = to_screen(year, figure.value);
            let height = |value: f64| to_screen(year, value).y;
            placed.push(Placed {
                quantity,
                figure: index,
                at,
                form: Form::of(figure),
                lower: figure.low.map_or(End::Open(at.y + OPEN_LENGTH), |low| {
                    End::Closed(height(low))
                }),
                upper: figure.high.map_or(End::Open(at.y - OPEN_LENGTH), |high| {
                    End::Closed(height(high))
                }),
                hit: Rect::from_center_size(at, vec2(REACH, REACH)),
            });
        }
    }
    dodge(&mut placed);
    placed
}

/// Moves marks of one year apart that would hide each other.
fn dodge(placed: &mut [Placed]) {
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
        let mut x = placed[crowd[0]].at.x
            - DODGE * 0.5 * f32::from(u8::try_from(crowd.len() - 1).unwrap_or(u8::MAX));
        for index in crowd {
            let mark = &mut placed[*index];
            mark.at = pos2(x, mark.at.y);
            mark.hit = Rect::from_center_size(mark.at, vec2(DODGE, REACH));
            x += DODGE;
        }
    }
}

/// The straight lines between figures that may be joined.
pub fn joins<'a>(
    trade: &'a Trade,
    placed: &'a [Placed],
) -> impl Iterator<Item = (usize, [Pos2; 2])> + 'a {
    placed.windows(2).filter_map(|pair| {
        let [from, to] = [pair[0], pair[1]];
        let series = &trade.quantities[from.quantity];
        let is_joined = from.quantity == to.quantity && series.joins.contains(&from.figure);
        is_joined.then_some((from.quantity, [from.at, to.at]))
    })
}
