//! Pages that fill from top to bottom.

use crate::scene::drawing::{self, Drawing, Item, Paint, Path, Point};
use crate::text::faces::Face;

use super::super::letters::Letters;

/// The size of the paper, in points of print.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    A4,
    Letter,
}

impl Paper {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::A4, Self::Letter];

    /// The id used on the command line.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::A4 => "a4",
            Self::Letter => "letter",
        }
    }

    const fn size(self) -> [f32; 2] {
        match self {
            Self::A4 => [595.28, 841.89],
            Self::Letter => [612.0, 792.0],
        }
    }
}

/// Black on white, with greys that a copier keeps.
pub mod ink {
    use super::Paint;

    pub const BLACK: Paint = [0x1a, 0x1a, 0x1a, 255];
    pub const SOFT: Paint = [0x55, 0x55, 0x55, 255];
    pub const LINE: Paint = [0x99, 0x99, 0x99, 255];
    pub const FAINT: Paint = [0xd0, 0xd0, 0xd0, 255];
    pub const WATER: Paint = [0xee, 0xf2, 0xf4, 255];
    pub const GROUND: Paint = [0xe2, 0xe2, 0xe2, 255];
    pub const WHITE: Paint = [255, 255, 255, 255];
}

/// Sizes of type, in points.
pub mod size {
    pub const TITLE: f32 = 20.0;
    pub const HEADING: f32 = 13.0;
    pub const BODY: f32 = 10.5;
    pub const SMALL: f32 = 8.5;
}

const MARGIN: f32 = 50.0;
/// Room for the foot of the page.
const FOOT: f32 = 30.0;
/// From one baseline to the next, in ems.
const LEADING: f32 = 1.45;
/// Between writing lines: room for a pupil's hand.
const RULE: f32 = 21.0;

/// A worksheet in the making.
pub struct Sheet {
    pub letters: Letters,
    paper: Paper,
    pages: Vec<Drawing>,
    /// Where the next thing goes.
    y: f32,
}

impl Sheet {
    pub fn new(paper: Paper) -> Self {
        let mut sheet = Self {
            letters: Letters::default(),
            paper,
            pages: Vec::new(),
            y: 0.0,
        };
        sheet.turn();
        sheet
    }

    /// Begins a new page.
    pub fn turn(&mut self) {
        self.pages.push(Drawing {
            size: self.paper.size(),
            items: Vec::new(),
        });
        self.y = MARGIN;
    }

    /// The left edge of what is printed.
    #[expect(clippy::unused_self, reason = "belongs with the width of this paper")]
    pub const fn left(&self) -> f32 {
        MARGIN
    }

    pub fn width(&self) -> f32 {
        self.paper.size()[0] - 2.0 * MARGIN
    }

    /// How much of the page is left.
    pub fn room(&self) -> f32 {
        self.paper.size()[1] - MARGIN - FOOT - self.y
    }

    /// Goes to the next page unless there is so much room.
    pub fn need(&mut self, height: f32) {
        if self.room() < height && self.y > MARGIN {
            self.turn();
        }
    }

    pub fn space(&mut self, height: f32) {
        self.y += height;
    }

    /// Takes a stretch of the page and returns its top.
    pub fn take(&mut self, height: f32) -> f32 {
        self.need(height);
        let top = self.y;
        self.y += height;
        top
    }

    pub fn add(&mut self, item: Item) {
        if let Some(page) = self.pages.last_mut() {
            page.items.push(item);
        }
    }

    /// Ends a clip: what follows is seen on the whole page.
    pub fn unclip(&mut self) {
        self.add(Item::Clip([[0.0, 0.0], self.paper.size()]));
    }

    pub fn fill(&mut self, path: Path, paint: Paint) {
        self.add(Item::Fill(path, paint));
    }

    pub fn stroke(&mut self, path: Path, width: f32, paint: Paint) {
        self.add(Item::Stroke {
            path,
            width,
            paint,
            dash: None,
        });
    }

    pub fn rule(&mut self, from: Point, to: Point, paint: Paint) {
        self.stroke(drawing::line([from, to], false), 0.6, paint);
    }

    /// A text in one line at a place.
    pub fn label(&mut self, face: Face, size: f32, text: &str, at: Point, paint: Paint) {
        let text = self.letters.line(face, size, text, at, paint);
        self.add(Item::Text(text));
    }

    /// A text around the middle of a place.
    pub fn centred(&mut self, face: Face, size: f32, text: &str, [x, y]: Point, paint: Paint) {
        let width = self.letters.width(face, size, text);
        self.label(face, size, text, [x - width / 2.0, y], paint);
    }

    /// Lines of text across the page, `indent` from the left.
    pub fn text(&mut self, face: Face, size: f32, text: &str, indent: f32, paint: Paint) {
        let lines = self.letters.broken(face, size, text, self.width() - indent);
        for line in lines {
            let top = self.take(size * LEADING);
            self.label(face, size, &line, [self.left() + indent, top + size], paint);
        }
    }

    /// How high a text becomes.
    pub fn height(&self, face: Face, size: f32, text: &str, width: f32) -> f32 {
        let lines = self.letters.broken(face, size, text, width).len();
        let lines = u16::try_from(lines).unwrap_or(u16::MAX);
        f32::from(lines) * size * LEADING
    }

    /// Lines of text in a column; returns their height.
    pub fn column(&mut self, size: f32, text: &str, [x, y]: Point, width: f32) -> f32 {
        let lines = self.letters.broken(Face::Text, size, text, width);
        let mut top = y;
        for line in lines {
            self.label(Face::Text, size, &line, [x, top + size], ink::BLACK);
            top += size * LEADING;
        }
        top - y
    }

    /// A heading that keeps so much of what follows on its page.
    pub fn heading(&mut self, text: &str, follows: f32) {
        self.need(follows + size::HEADING * LEADING);
        self.space(8.0);
        self.text(Face::Strong, size::HEADING, text, 0.0, ink::BLACK);
        self.space(2.0);
    }

    /// Lines to write on.
    pub fn writing(&mut self, count: usize, indent: f32) {
        for _ in 0..count {
            let y = self.take(RULE) + RULE;
            let (left, right) = (self.left() + indent, self.left() + self.width());
            self.rule([left, y], [right, y], ink::LINE);
        }
        self.space(8.0);
    }

    /// The pages, with a foot on each: what it belongs to on the left, its number on the right.
    pub fn finish(mut self, foot: &str, notice: &str) -> Vec<Drawing> {
        let count = self.pages.len();
        let [width, height] = self.paper.size();
        let letters = std::mem::take(&mut self.letters);
        for (index, page) in self.pages.iter_mut().enumerate() {
            let number = format!("{} / {count}", index + 1);
            let right = width - MARGIN - letters.width(Face::Text, size::SMALL, &number);
            let y = height - MARGIN;
            let mut put = |text: &str, size: f32, at: Point| {
                let text = letters.line(Face::Text, size, text, at, ink::SOFT);
                page.items.push(Item::Text(text));
            };
            put(foot, size::SMALL, [MARGIN, y]);
            put(&number, size::SMALL, [right, y]);
            put(notice, 6.5, [MARGIN, y + 11.0]);
        }
        self.pages
    }
}
