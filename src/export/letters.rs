//! Letters: which file has them, how wide they are, what they look like.

use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider};

use crate::scene::drawing::{Paint, Path, Point, Step, Text};
use crate::text::faces::{Face, files};

/// A letter as a glyph of one of the files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Glyph {
    /// A position in [`files`].
    pub file: usize,
    pub id: u16,
}

/// The bundled fonts, ready to be asked.
pub struct Letters {
    fonts: Vec<Option<FontRef<'static>>>,
}

impl Default for Letters {
    fn default() -> Self {
        let fonts = files().iter().map(|(_, bytes)| FontRef::new(bytes).ok());
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
            let file = files().iter().position(|(known, _)| known == name)?;
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

    /// A text in one line, from the left end of its baseline.
    #[must_use]
    pub fn line(&self, face: Face, size: f32, text: &str, [x, y]: Point, paint: Paint) -> Text {
        let mut pen = x;
        let mut letters = Vec::new();
        for letter in text.chars() {
            if let Some(glyph) = self.glyph(face, letter) {
                letters.push((letter, [pen, y]));
                pen += self.advance(glyph) * size;
            }
        }
        Text {
            face,
            size,
            paint,
            letters,
            halo: None,
            angle: 0.0,
        }
    }

    /// Breaks a text into lines of at most a width: after spaces, and between the characters of
    /// scripts that write none. A word that is wider stands alone.
    #[must_use]
    pub fn broken(&self, face: Face, size: f32, text: &str, width: f32) -> Vec<String> {
        let mut lines = Vec::new();
        for paragraph in text.split('\n') {
            let mut line = String::new();
            for piece in pieces(paragraph) {
                let longer =
                    self.width(face, size, &line) + self.width(face, size, piece.trim_end());
                if longer > width && !line.is_empty() {
                    lines.push(line.trim_end().to_owned());
                    line.clear();
                }
                line.push_str(piece);
            }
            lines.push(line.trim_end().to_owned());
        }
        lines
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

/// Cuts a text where a line may break; each piece keeps the space behind it.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let (mut start, mut before) = (0, None);
    for (position, letter) in text.char_indices() {
        if before.is_some_and(|before| may_break(before, letter)) {
            pieces.push(&text[start..position]);
            start = position;
        }
        before = Some(letter);
    }
    pieces.push(&text[start..]);
    pieces
}

fn may_break(before: char, after: char) -> bool {
    // Marks that close stay with what they close, those that open with what they open.
    const CLOSING: &str = "、。，．）」』】・ー！？：；々ゃゅょっャュョッ";
    const OPENING: &str = "（「『【";
    let wide = |letter: char| ('\u{3000}'..='\u{9fff}').contains(&letter) || letter >= '\u{ff00}';
    if before == ' ' {
        return after != ' ';
    }
    (wide(before) || wide(after))
        && after != ' '
        && !CLOSING.contains(after)
        && !OPENING.contains(before)
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

    #[test]
    fn lines_keep_within_the_width_and_lose_nothing() {
        let letters = Letters::default();
        for text in [
            "Colour the map: who held each place on 7 February 1855?",
            "（択捉島）は「北方領土」の一つで、最も大きな島です。一九四五年の八月に占領されました。",
            "Раскрасьте карту: кто чем владел 7 февраля 1855 года?",
        ] {
            let lines = letters.broken(Face::Text, 10.0, text, 90.0);
            assert!(lines.len() > 2);
            let bare = |text: &str| text.replace(' ', "");
            assert_eq!(bare(&lines.concat()), bare(text));
            for line in &lines {
                assert!(letters.width(Face::Text, 10.0, line) <= 90.0, "{line}");
                assert!(!line.starts_with(['。', '、', '」', '）']), "{line}");
            }
        }
    }
}
