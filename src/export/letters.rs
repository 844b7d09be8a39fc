//! Letters: which file has them, how wide they are, what they look like.

use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider};

use crate::scene::drawing::{Path, Step};
use crate::text::faces::{FILES, Face};

/// A letter as a glyph of one of the files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Glyph {
    /// A position in [`FILES`].
    pub file: usize,
    pub id: u16,
}

/// The bundled fonts, ready to be asked.
pub struct Letters {
    fonts: Vec<Option<FontRef<'static>>>,
}

impl Default for Letters {
    fn default() -> Self {
        let fonts = FILES.iter().map(|(_, bytes)| FontRef::new(bytes).ok());
        Self {
            fonts: fonts.collect(),
        }
    }
}

impl Letters {
    /// The glyph of a letter in the first file of the face that has it.
    #[must_use]
    pub fn glyph(&self, face: Face, letter: char) -> Option<Glyph> {
        face.chain().iter().find_map(|name| {
            let file = FILES.iter().position(|(known, _)| known == name)?;
            let id = self.font(file)?.charmap().map(letter)?;
            Some(Glyph {
                file,
                id: u16::try_from(id.to_u32()).ok()?,
            })
        })
    }

    fn font(&self, file: usize) -> Option<&FontRef<'static>> {
        self.fonts.get(file)?.as_ref()
    }

    /// How far a glyph moves the next one, in ems.
    #[must_use]
    pub fn advance(&self, glyph: Glyph) -> f32 {
        let width = self.font(glyph.file).and_then(|font| {
            let metrics = GlyphMetrics::new(font, Size::new(1.0), LocationRef::default());
            metrics.advance_width(GlyphId::new(glyph.id.into()))
        });
        width.unwrap_or(0.0)
    }

    /// The width of a text in one line, without kerning.
    #[must_use]
    pub fn width(&self, face: Face, size: f32, text: &str) -> f32 {
        let glyphs = text.chars().filter_map(|letter| self.glyph(face, letter));
        glyphs.map(|glyph| self.advance(glyph)).sum::<f32>() * size
    }

    /// The outline of a glyph in ems, y up.
    #[must_use]
    pub fn outline(&self, glyph: Glyph) -> Path {
        let mut pen = Pen::default();
        let outline = self
            .font(glyph.file)
            .and_then(|font| font.outline_glyphs().get(GlyphId::new(glyph.id.into())));
        if let Some(outline) = outline {
            let settings = DrawSettings::unhinted(Size::new(1.0), LocationRef::default());
            // A damaged glyph is left out; the bundled files have none.
            let _ = outline.draw(settings, &mut pen);
        }
        pen.path
    }
}

#[derive(Default)]
struct Pen {
    path: Path,
    at: [f32; 2],
}

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.at = [x, y];
        self.path.push(Step::Move(self.at));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.at = [x, y];
        self.path.push(Step::Line(self.at));
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        // The cubic that is the same curve.
        let third =
            |end: [f32; 2]| [0, 1].map(|axis| end[axis] + ([cx, cy][axis] - end[axis]) * 2.0 / 3.0);
        let (from, to) = (self.at, [x, y]);
        self.path.push(Step::Curve(third(from), third(to), to));
        self.at = to;
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        self.at = [x, y];
        self.path.push(Step::Curve([ax, ay], [bx, by], self.at));
    }

    fn close(&mut self) {
        self.path.push(Step::Close);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_face_has_letters_of_the_three_languages() {
        let letters = Letters::default();
        for face in Face::ALL {
            for letter in "Az09жЯ海 ".chars() {
                let glyph = letters.glyph(face, letter).unwrap();
                assert!(letters.advance(glyph) > 0.0, "{face:?} {letter}");
                assert_eq!(letters.outline(glyph).is_empty(), letter == ' ');
            }
        }
        assert_eq!(letters.glyph(Face::Text, '\u{10FFFF}'), None);
        let [one, two] = ["1", "11"].map(|text| letters.width(Face::Text, 10.0, text));
        assert!((two - 2.0 * one).abs() < 1e-4 && (4.0..8.0).contains(&one));
    }
}
