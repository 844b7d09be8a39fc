//! Which tiles of a canvas are to be drawn again.

use crate::raster::canvas::{MAX_SIDE, PixelRect};
use crate::raster::fixed::to_index;
use crate::raster::shade::Span;

/// The side of a tile is two to this power, in pixels: 32.
const SHIFT: i32 = 5;
/// The side of a tile, in pixels.
pub const SIDE: usize = 1 << SHIFT;
/// Tiles that share a word of bits.
const BITS: usize = 64;

/// Some tiles, from the first column and row to the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tiles {
    pub first: [usize; 2],
    pub last: [usize; 2],
}

impl Tiles {
    /// The tiles that some pixels lie in; the pixels are at least one, and on the canvas.
    #[inline]
    pub fn of(pixels: PixelRect) -> Self {
        let tile = |pixel: i32| to_index(pixel >> SHIFT);
        let ([left, top], [right, bottom]) = (pixels.min, pixels.max);
        Self {
            first: [tile(left), tile(top)],
            last: [tile(right - 1), tile(bottom - 1)],
        }
    }
}

/// How much of something lies in marked tiles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Share {
    Part,
    All,
}

/// A mark for each tile of a canvas.
#[derive(Clone, Debug, Default)]
pub struct Grid {
    /// Width and height of the canvas, in pixels.
    size: [usize; 2],
    columns: usize,
    rows: usize,
    /// Words a row of tiles has.
    words: usize,
    marks: Vec<u64>,
}

impl Grid {
    /// Without a mark, for a canvas of that many pixels.
    pub fn new(size: [usize; 2]) -> Self {
        let size = size.map(|side| side.min(MAX_SIDE));
        let [columns, rows] = size.map(|side| side.div_ceil(SIDE));
        let words = columns.div_ceil(BITS);
        Self {
            size,
            columns,
            rows,
            words,
            marks: vec![0; words * rows],
        }
    }

    /// Width and height of the canvas, in pixels.
    pub const fn size(&self) -> [usize; 2] {
        self.size
    }

    /// How many tiles there are.
    pub const fn count(&self) -> usize {
        self.columns * self.rows
    }

    /// How many tiles are marked.
    pub fn marked(&self) -> usize {
        self.marks
            .iter()
            .map(|word| word.count_ones() as usize)
            .sum()
    }

    /// The place of a tile in a list of all, row by row.
    #[inline]
    pub const fn place(&self, column: usize, row: usize) -> usize {
        row * self.columns + column
    }

    pub fn clear(&mut self) {
        self.marks.fill(0);
    }

    pub fn mark_all(&mut self) {
        if self.count() > 0 {
            self.mark(Tiles {
                first: [0, 0],
                last: [self.columns - 1, self.rows - 1],
            });
        }
    }

    /// Marks some tiles.
    pub fn mark(&mut self, tiles: Tiles) {
        for row in tiles.first[1]..=tiles.last[1].min(self.rows.saturating_sub(1)) {
            for column in tiles.first[0]..=tiles.last[0] {
                if let Some(word) = self.marks.get_mut(row * self.words + column / BITS) {
                    *word |= 1 << (column % BITS);
                }
            }
        }
    }

    /// Marks a tile by its place.
    pub fn mark_place(&mut self, place: usize) {
        if self.columns > 0 {
            let tile = [place % self.columns, place / self.columns];
            self.mark(Tiles {
                first: tile,
                last: tile,
            });
        }
    }

    #[inline]
    pub fn is_marked(&self, column: usize, row: usize) -> bool {
        let word = self.marks.get(row * self.words + column / BITS);
        word.is_some_and(|word| word >> (column % BITS) & 1 != 0)
    }

    /// Whether one of the tiles of some pixels is marked.
    #[inline]
    pub fn touches(&self, pixels: PixelRect) -> bool {
        let Tiles { first, last } = Tiles::of(pixels);
        (first[1]..=last[1])
            .any(|row| (first[0]..=last[0]).any(|column| self.is_marked(column, row)))
    }

    /// How much of some pixels lies in marked tiles; `None` where nothing does.
    #[inline]
    pub fn share(&self, pixels: PixelRect) -> Option<Share> {
        let Tiles { first, last } = Tiles::of(pixels);
        // Most shapes are smaller than a tile.
        if first == last {
            return (self.is_marked(first[0], first[1])).then_some(Share::All);
        }
        let (mut any, mut all) = (false, true);
        for row in first[1]..=last[1] {
            for column in first[0]..=last[0] {
                let is_marked = self.is_marked(column, row);
                any |= is_marked;
                all &= is_marked;
            }
        }
        any.then_some(if all { Share::All } else { Share::Part })
    }

    /// Visits the parts of a span that lie in marked tiles.
    #[inline]
    pub fn parts(&self, span: Span, mut visit: impl FnMut(Span)) {
        let row = to_index(span.row >> SHIFT);
        let mut part = Span { end: 0, ..span };
        for column in span.start >> SHIFT..=(span.end - 1) >> SHIFT {
            if self.is_marked(to_index(column), row) {
                if part.end == 0 {
                    part.start = span.start.max(column << SHIFT);
                }
                part.end = span.end.min((column + 1) << SHIFT);
            } else if part.end != 0 {
                visit(part);
                part.end = 0;
            }
        }
        if part.end != 0 {
            visit(part);
        }
    }

    /// The marked tiles as rectangles of pixels that do not overlap, from the top.
    pub fn rects(&self) -> Vec<PixelRect> {
        // Those that may still grow downwards: their columns and the row they begin in.
        let mut open: Vec<([usize; 2], usize)> = Vec::new();
        let mut rects = Vec::new();
        for row in 0..=self.rows {
            let runs = self.runs(row);
            open.retain(|&(columns, top)| {
                let goes_on = runs.contains(&columns);
                if !goes_on {
                    rects.push(self.pixels([columns[0], top], [columns[1], row]));
                }
                goes_on
            });
            for run in runs {
                if !open.iter().any(|(columns, _)| *columns == run) {
                    open.push((run, row));
                }
            }
        }
        rects
    }

    /// The marked tiles of a row, each run as its first column and the column after its last.
    fn runs(&self, row: usize) -> Vec<[usize; 2]> {
        let mut runs: Vec<[usize; 2]> = Vec::new();
        if row < self.rows {
            for column in (0..self.columns).filter(|column| self.is_marked(*column, row)) {
                match runs.last_mut() {
                    Some(run) if run[1] == column => run[1] = column + 1,
                    _ => runs.push([column, column + 1]),
                }
            }
        }
        runs
    }

    fn pixels(&self, first: [usize; 2], end: [usize; 2]) -> PixelRect {
        let pixel = |tile: usize, limit: usize| {
            let pixel = (tile * SIDE).min(limit);
            i32::try_from(pixel).unwrap_or(i32::MAX)
        };
        let [width, height] = self.size;
        PixelRect::new(
            [pixel(first[0], width), pixel(first[1], height)],
            [pixel(end[0], width), pixel(end[1], height)],
        )
    }

    /// The smallest rectangle of pixels with all marked tiles; `None` without one.
    pub fn bounds(&self) -> Option<PixelRect> {
        let rects = self.rects();
        let first = *rects.first()?;
        Some(rects.into_iter().fold(first, PixelRect::union))
    }
}
