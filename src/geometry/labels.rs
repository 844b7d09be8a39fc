//! Placing labels so that they cover neither each other nor what must stay visible.
//!
//! Greedy, as by hand: the most important label first, each at the best of its positions that is still
//! free. All positions are screen points, `[x right, y down]`.

/// A rectangle on the screen, points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScreenRect {
    /// Left and top.
    pub min: [f32; 2],
    /// Right and bottom.
    pub max: [f32; 2],
}

/// A text to be placed.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// The place it belongs to.
    pub anchor: [f32; 2],
    /// Width and height of the text.
    pub size: [f32; 2],
    /// Higher ones are placed first; equal ones in the order given.
    pub priority: i32,
    /// Where the centre of the text may go, from the anchor, best first; see [`offsets_around`].
    pub offsets: Vec<[f32; 2]>,
    /// Positions further away to fall back on, where a line leads from the text to the anchor.
    pub leader_offsets: Vec<[f32; 2]>,
}

/// Where a label goes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placement {
    /// Index of the label.
    pub label: usize,
    /// The rectangle of its text.
    pub rect: ScreenRect,
    /// A line from the anchor to the nearest point of the rectangle, if it needs one.
    pub leader: Option<[[f32; 2]; 2]>,
}

impl ScreenRect {
    pub(super) fn around(center: [f32; 2], size: [f32; 2]) -> Self {
        Self {
            min: [0, 1].map(|axis| center[axis] - size[axis] / 2.0),
            max: [0, 1].map(|axis| center[axis] + size[axis] / 2.0),
        }
    }

    fn expanded(self, margin: f32) -> Self {
        Self {
            min: self.min.map(|value| value - margin),
            max: self.max.map(|value| value + margin),
        }
    }

    pub(super) fn overlaps(&self, other: &Self) -> bool {
        (0..2).all(|axis| self.min[axis] < other.max[axis] && other.min[axis] < self.max[axis])
    }

    /// False for NaN.
    pub(super) fn is_within(&self, outer: &Self) -> bool {
        (0..2).all(|axis| outer.min[axis] <= self.min[axis] && self.max[axis] <= outer.max[axis])
    }

    pub(super) fn contains(&self, point: [f32; 2]) -> bool {
        (0..2).all(|axis| self.min[axis] <= point[axis] && point[axis] <= self.max[axis])
    }

    /// The point of the rectangle next to `point`.
    fn nearest(&self, point: [f32; 2]) -> [f32; 2] {
        [0, 1].map(|axis| point[axis].max(self.min[axis]).min(self.max[axis]))
    }

    /// Whether a segment runs through the inside (Liang and Barsky 1984).
    pub(super) fn is_crossed_by(&self, [a, b]: [[f32; 2]; 2]) -> bool {
        let [mut start, mut end] = [0.0_f32, 1.0_f32];
        for axis in 0..2 {
            let delta = b[axis] - a[axis];
            let sides = [self.min[axis] - a[axis], self.max[axis] - a[axis]];
            if delta.abs() > 0.0 {
                let [one, two] = sides.map(|side| side / delta);
                start = start.max(one.min(two));
                end = end.min(one.max(two));
            } else if sides[0] >= 0.0 || sides[1] <= 0.0 {
                return false;
            }
        }
        start < end
    }
}

/// The eight positions around a point, best first as cartographers have them (Imhof 1962): upper right,
/// right, lower right, above, below, and the same on the left. `distance` points are left between the
/// point and a text of this size.
#[must_use]
pub fn offsets_around(size: [f32; 2], distance: f32) -> Vec<[f32; 2]> {
    let [x, y] = size.map(|side| side / 2.0 + distance);
    // Beside a corner the text may come closer in height, as the letters do not fill their box.
    let diagonal = y - distance / 2.0;
    vec![
        [x, -diagonal],
        [x, 0.0],
        [x, diagonal],
        [0.0, -y],
        [0.0, y],
        [-x, -diagonal],
        [-x, 0.0],
        [-x, diagonal],
    ]
}

/// Places what can be placed, in the order of the labels' indices; labels without a free position
/// are absent.
///
/// Texts stay within `area`, at least `gap` points from each other and from `obstacles`, and off the
/// leaders of others; leaders cross neither texts nor
/// obstacles (but one on their anchor) nor each other. The same input gives the same
/// output. Time grows with the number of labels times those in the neighbourhood.
#[must_use]
pub fn place(
    labels: &[Label],
    area: ScreenRect,
    obstacles: &[ScreenRect],
    gap: f32,
) -> Vec<Placement> {
    let mut order: Vec<_> = (0..labels.len()).collect();
    order.sort_by_key(|index| std::cmp::Reverse(labels[*index].priority));
    let mut taken = Taken::new(area);
    for obstacle in obstacles {
        taken.add_rect(*obstacle);
    }
    taken.obstacles = taken.rects.len();
    let mut placements = Vec::new();
    for index in order {
        if let Some((rect, leader)) = find(&labels[index], &taken, gap) {
            taken.add_rect(rect);
            taken.leaders.extend(leader);
            placements.push(Placement {
                label: index,
                rect,
                leader,
            });
        }
    }
    placements.sort_by_key(|placement| placement.label);
    placements
}

type Found = (ScreenRect, Option<[[f32; 2]; 2]>);

fn find(label: &Label, taken: &Taken, gap: f32) -> Option<Found> {
    let rect_at = |offset: &[f32; 2]| {
        let center = [0, 1].map(|axis| label.anchor[axis] + offset[axis]);
        ScreenRect::around(center, label.size)
    };
    let free = |rect: &ScreenRect| taken.is_free(rect, gap);
    if let Some(rect) = label.offsets.iter().map(rect_at).find(free) {
        return Some((rect, None));
    }
    let led = label
        .leader_offsets
        .iter()
        .map(rect_at)
        .filter(free)
        .map(|rect| {
            let leader = [label.anchor, rect.nearest(label.anchor)];
            (rect, leader)
        });
    led.into_iter()
        .find(|(_, leader)| taken.is_clear(*leader))
        .map(|(rect, leader)| (rect, Some(leader)))
}

/// What is occupied already: rectangles in a grid of cells, each cell listing those that touch it.
struct Taken {
    area: ScreenRect,
    cells: Vec<Vec<u32>>,
    rects: Vec<ScreenRect>,
    /// How many of the rectangles, the first ones, are no texts.
    obstacles: usize,
    /// Few, hence in a plain list.
    leaders: Vec<[[f32; 2]; 2]>,
}

/// Cells each way: about 60 × 35 points on a large screen, the size of a label.
const CELLS: usize = 32;

impl Taken {
    fn new(area: ScreenRect) -> Self {
        Self {
            area,
            cells: vec![Vec::new(); CELLS * CELLS],
            rects: Vec::new(),
            obstacles: 0,
            leaders: Vec::new(),
        }
    }

    fn add_rect(&mut self, rect: ScreenRect) {
        let Ok(number) = u32::try_from(self.rects.len()) else {
            return;
        };
        self.rects.push(rect);
        let [columns, rows] = self.cells_of(&rect);
        for row in rows {
            for column in columns.clone() {
                self.cells[row * CELLS + column].push(number);
            }
        }
    }

    /// Columns and rows of cells a rectangle touches; what is outside counts for the outermost.
    fn cells_of(&self, rect: &ScreenRect) -> [std::ops::RangeInclusive<usize>; 2] {
        [0, 1].map(|axis| self.cell(axis, rect.min[axis])..=self.cell(axis, rect.max[axis]))
    }

    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "the cast saturates, and the result is kept within the cells"
    )]
    fn cell(&self, axis: usize, value: f32) -> usize {
        let side = self.area.max[axis] - self.area.min[axis];
        let part = (value - self.area.min[axis]) / side;
        ((part * CELLS as f32) as usize).min(CELLS - 1)
    }

    /// The rectangles in the cells around one, some of them twice; whether each is an obstacle.
    fn touching(&self, rect: &ScreenRect) -> impl Iterator<Item = (bool, &ScreenRect)> {
        let [columns, rows] = self.cells_of(rect);
        rows.flat_map(move |row| columns.clone().map(move |column| row * CELLS + column))
            .flat_map(|cell| &self.cells[cell])
            .map(|number| *number as usize)
            .map(|number| (number < self.obstacles, &self.rects[number]))
    }

    fn is_free(&self, rect: &ScreenRect, gap: f32) -> bool {
        let wide = rect.expanded(gap);
        rect.is_within(&self.area)
            && !self.touching(&wide).any(|(_, other)| other.overlaps(&wide))
            && !self
                .leaders
                .iter()
                .any(|leader| wide.is_crossed_by(*leader))
    }

    fn is_clear(&self, leader: [[f32; 2]; 2]) -> bool {
        let [a, b] = leader;
        let around = ScreenRect {
            min: [0, 1].map(|axis| a[axis].min(b[axis])),
            max: [0, 1].map(|axis| a[axis].max(b[axis])),
        };
        // A symbol on the anchor itself is where the leader has to begin.
        let in_the_way = |(is_obstacle, rect): (bool, &ScreenRect)| {
            rect.is_crossed_by(leader) && !(is_obstacle && rect.contains(a))
        };
        !self.touching(&around).any(in_the_way)
            && !self.leaders.iter().any(|other| do_cross(leader, *other))
    }
}

/// Whether two segments cross or touch, lines that only run alongside excepted.
fn do_cross([a, b]: [[f32; 2]; 2], [c, d]: [[f32; 2]; 2]) -> bool {
    let side = |p: [f32; 2], q: [f32; 2], r: [f32; 2]| {
        (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])
    };
    side(a, b, c) * side(a, b, d) <= 0.0 && side(c, d, a) * side(c, d, b) < 0.0
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "the very same numbers are expected")]
#[path = "labels_tests.rs"]
mod tests;
