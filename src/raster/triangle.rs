//! Which pixels a triangle covers.

use super::canvas::PixelRect;
use super::edge::Edge;
use super::fixed::{Point, first_pixel};
use super::items::pixel_bounds;
use super::shade::Span;

/// A triangle that may cover pixel centres.
pub(super) struct Triangle {
    /// In the order given, which is that of the vertices.
    corners: [Point; 3],
    /// Cross product of the sides from the first corner to the second and to the third: twice
    /// the area, in (1/256 pixel)²; negative when they run counter-clockwise on the screen.
    area: i64,
}

impl Triangle {
    /// `None` when it has no area, or cannot cover a pixel of `clip`. The cheap tests come first:
    /// most triangles of a detailed map are smaller than a pixel.
    #[inline]
    pub fn new(corners: [Point; 3], clip: PixelRect) -> Option<Self> {
        pixel_bounds(corners, clip)?;
        let [a, b, c] = corners;
        let area = i64::from(b.x - a.x) * i64::from(c.y - a.y)
            - i64::from(b.y - a.y) * i64::from(c.x - a.x);
        (area != 0).then_some(Self { corners, area })
    }

    /// Twice the signed area, in (1/256 pixel)².
    pub const fn area(&self) -> i64 {
        self.area
    }

    /// Visits the covered pixels within `clip`, row by row from the top.
    #[inline]
    pub fn spans(&self, clip: PixelRect, mut visit: impl FnMut(Span)) {
        let (corners, turned) = self.sorted();
        let [upper, middle, lower] = corners;
        let first = first_pixel(upper.y).max(clip.min[1]);
        let last = first_pixel(lower.y).min(clip.max[1]);
        let bend = first_pixel(middle.y).clamp(first, last.max(first));
        if first >= last {
            return;
        }
        // The long side runs through all rows; the other two take turns at the bend.
        let middle_is_right = (self.area > 0) != turned;
        let mut long = Edge::new(upper, lower, first);
        for (from, to, rows) in [(upper, middle, first..bend), (middle, lower, bend..last)] {
            if rows.is_empty() {
                continue;
            }
            let mut short = Edge::new(from, to, rows.start);
            for row in rows {
                let (left, right) = if middle_is_right {
                    (long.column(), short.column())
                } else {
                    (short.column(), long.column())
                };
                let (start, end) = (left.max(clip.min[0]), right.min(clip.max[0]));
                if start < end {
                    visit(Span { row, start, end });
                }
                long.advance();
                short.advance();
            }
        }
    }

    /// The corners from top to bottom, and whether that order runs round the other way.
    #[inline]
    fn sorted(&self) -> ([Point; 3], bool) {
        let [mut a, mut b, mut c] = self.corners;
        let mut turned = false;
        let mut order = |upper: &mut Point, lower: &mut Point| {
            if lower.y < upper.y {
                std::mem::swap(upper, lower);
                turned = !turned;
            }
        };
        order(&mut a, &mut b);
        order(&mut b, &mut c);
        order(&mut a, &mut b);
        ([a, b, c], turned)
    }
}
