//! Patterns as small repeating textures: lines stay even at every zoom, because the texture is laid
//! over the screen, not over the ground.

#![expect(
    clippy::disallowed_methods,
    reason = "a mask; the pattern's colour multiplies it"
)]

use egui::{
    Color32, ColorImage, Context, Mesh, Pos2, Rect, Shape, TextureHandle, TextureId,
    TextureOptions, TextureWrapMode, pos2,
};

use crate::scene::map::Pattern;

use super::vectors;

/// The textures, drawn anew when the pixel density changes so that a texel is a pixel.
#[derive(Default)]
pub struct Patterns {
    pixels_per_point: f32,
    /// Whether patterns are drawn as lines instead, for print.
    pub as_vectors: bool,
    textures: Vec<(Pattern, TextureHandle)>,
}

impl Patterns {
    /// Makes the textures for the context's pixel density, if they are not there.
    pub fn prepare(&mut self, context: &Context) {
        let pixels_per_point = context.pixels_per_point();
        if (self.pixels_per_point - pixels_per_point).abs() < f32::EPSILON
            && !self.textures.is_empty()
        {
            return;
        }
        self.pixels_per_point = pixels_per_point;
        let options = TextureOptions {
            wrap_mode: TextureWrapMode::Repeat,
            ..TextureOptions::LINEAR
        };
        self.textures = Pattern::ALL
            .into_iter()
            .filter(|pattern| *pattern != Pattern::Plain)
            .map(|pattern| {
                let image = tile(pattern, pixels_per_point);
                (
                    pattern,
                    context.load_texture(format!("pattern {pattern:?}"), image, options),
                )
            })
            .collect();
    }

    /// The texture of a pattern; none for a plain fill.
    pub fn texture(&self, pattern: Pattern) -> Option<TextureId> {
        self.textures
            .iter()
            .find(|(known, _)| *known == pattern)
            .map(|(_, texture)| texture.id())
    }

    /// Where on the texture a point of the screen lies.
    #[must_use]
    pub fn uv(pattern: Pattern, position: Pos2) -> Pos2 {
        pos2(position.x / pattern.side(), position.y / pattern.side())
    }

    /// A rectangle filled with a pattern, for legends.
    pub fn rect(&self, pattern: Pattern, rect: Rect, color: Color32) -> Option<Mesh> {
        let mut mesh = Mesh::with_texture(self.texture(pattern)?);
        mesh.add_rect_with_uv(
            rect,
            Rect::from_min_max(Self::uv(pattern, rect.min), Self::uv(pattern, rect.max)),
            color,
        );
        Some(mesh)
    }

    /// The same, fit for print too.
    pub fn rect_shape(&self, pattern: Pattern, rect: Rect, color: Color32) -> Option<Shape> {
        if self.as_vectors && pattern != Pattern::Plain {
            return Some(vectors::hatched(pattern, rect, color));
        }
        self.rect(pattern, rect, color).map(Shape::mesh)
    }
}

/// Draws a tile: white where the pattern is, with the coverage as alpha.
fn tile(pattern: Pattern, pixels_per_point: f32) -> ColorImage {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a tile has few pixels"
    )]
    let texels = ((pattern.side() * pixels_per_point).round() as usize).max(4);
    #[expect(clippy::cast_precision_loss, reason = "a tile has few pixels")]
    let unit = |pixel: usize, sub: usize| {
        (pixel as f32 + (sub as f32 + 0.5) / SUBSAMPLES as f32) / texels as f32
    };
    let pixels = (0..texels * texels).map(|index| {
        let (x, y) = (index % texels, index / texels);
        let hits = (0..SUBSAMPLES * SUBSAMPLES)
            .filter(|sub| {
                inside(
                    pattern,
                    unit(x, sub % SUBSAMPLES),
                    unit(y, sub / SUBSAMPLES),
                )
            })
            .count();
        let alpha = u8::try_from(hits * 255 / (SUBSAMPLES * SUBSAMPLES)).unwrap_or(u8::MAX);
        Color32::from_white_alpha(alpha)
    });
    ColorImage::new([texels, texels], pixels.collect())
}

const SUBSAMPLES: usize = 4;

/// Whether a point of the unit tile belongs to the pattern.
fn inside(pattern: Pattern, x: f32, y: f32) -> bool {
    pattern.bands().iter().any(|band| band.covers(x, y))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_differ_and_cover_part_of_a_tile() {
        let covers: Vec<u32> = Pattern::ALL
            .into_iter()
            .map(|pattern| {
                tile(pattern, 1.0)
                    .pixels
                    .iter()
                    .map(|pixel| u32::from(pixel.a()))
                    .sum()
            })
            .collect();
        assert_eq!(covers[0], 0, "plain is plain");
        for (cover, pattern) in covers.iter().zip(Pattern::ALL).skip(1) {
            let texels = tile(pattern, 1.0).pixels.len();
            let share = f64::from(*cover) / (f64::from(u32::try_from(texels).unwrap()) * 255.0);
            assert!((0.08..0.6).contains(&share), "{pattern:?}: {share}");
        }
        for (index, one) in Pattern::ALL.into_iter().enumerate() {
            for other in &Pattern::ALL[index + 1..] {
                assert_ne!(
                    tile(one, 1.0).pixels,
                    tile(*other, 1.0).pixels,
                    "{one:?} and {other:?}"
                );
            }
        }
    }
}
