//! What the pixels of a shape look like.

use super::blend::{CLEAR, Lanes, Pixel, WHITE, blend, modulate, over};
use super::fixed::{Point, to_i64};
use super::plane::{Ground, Plane, Steps};
use super::texture::{Place, Sampler, Texture};
use egui::epaint::Vertex;
use egui::{Color32, Pos2};

/// A run of pixels in one row, from column `start` to before `end`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Span {
    pub row: i32,
    pub start: i32,
    pub end: i32,
}

/// The colouring of one triangle or rectangle.
pub(super) enum Shade<'a> {
    Gradient(Ground<Ramp>),
    Textured {
        sampler: Sampler<'a>,
        places: Ground<Place>,
        color: Pixel,
    },
    TexturedGradient {
        sampler: Sampler<'a>,
        places: Ground<Place>,
        colors: Ground<Ramp>,
    },
}

impl<'a> Shade<'a> {
    /// The shade between three vertices, whose places on the canvas are `corners`; `area` as in
    /// [`Plane::new`]. Where it is one colour, [`Brush::flat`] is the faster way.
    pub fn new(
        brush: &mut Brush<'a>,
        vertices: [&Vertex; 3],
        corners: [Point; 3],
        area: i64,
    ) -> Self {
        let [first, second, third] = vertices.map(|vertex| vertex.color);
        if has_one(vertices, |vertex| vertex.uv) {
            let colors = [first, second, third].map(|color| brush.tint(color, vertices[0].uv));
            return Self::Gradient(gradient(corners, area, colors));
        }
        let texture = brush.texture;
        let texels = vertices.map(|vertex| texture.to_texels(vertex.uv));
        let texels = Plane::new(corners, area, texels);
        let sampler = texture.sampler(texels_per_pixel(&texels));
        let places = texels.steps(Place::new);
        if has_one(vertices, |vertex| vertex.color) {
            let color = first.to_array();
            return Self::Textured {
                sampler,
                places,
                color,
            };
        }
        let colors = [first.to_array(), second.to_array(), third.to_array()];
        let colors = gradient(corners, area, colors);
        Self::TexturedGradient {
            sampler,
            places,
            colors,
        }
    }

    /// Draws a span on the pixels it names.
    #[inline]
    pub fn draw(&self, run: &mut [Pixel], span: Span) {
        match self {
            Self::Gradient(colors) => {
                let mut color = colors.at(span.start, span.row);
                for below in run {
                    *below = over(*below, color.lanes());
                    color = color.plus(colors.right(), 1);
                }
            }
            Self::Textured {
                sampler,
                places,
                color,
            } => {
                draw_texture(run, span, sampler, places, *color);
            }
            Self::TexturedGradient {
                sampler,
                places,
                colors,
            } => {
                let mut color = colors.at(span.start, span.row);
                let mut place = places.at(span.start, span.row);
                for below in run {
                    let texel = sampler.sample(place);
                    blend(below, modulate(texel, color.lanes().into()));
                    color = color.plus(colors.right(), 1);
                    place = place.plus(places.right(), 1);
                }
            }
        }
    }
}

/// Whether three vertices agree in something.
#[inline]
fn has_one<T: PartialEq>(vertices: [&Vertex; 3], of: impl Fn(&Vertex) -> T) -> bool {
    let [first, second, third] = vertices;
    of(first) == of(second) && of(second) == of(third)
}

#[inline]
fn gradient(corners: [Point; 3], area: i64, colors: [Pixel; 3]) -> Ground<Ramp> {
    let wide = |[r, g, b, a]: Pixel| [r.into(), g.into(), b.into(), a.into()];
    let [first, second, third] = colors;
    let mut plane = Plane::new(corners, area, [wide(first), wide(second), wide(third)]);
    // The whole part of the sum is then the rounded colour. That half is also what keeps errors
    // of rounding (a quarter at most) from leaving the range of a byte.
    plane.origin = plane.origin.map(|value| value + 0.5);
    plane.steps(Ramp::new)
}

/// A texture, and the last single texel read from it: a mesh without pictures asks for the same
/// white texel with every triangle.
pub(super) struct Brush<'a> {
    texture: &'a Texture,
    last: Option<(Pos2, Pixel)>,
}

impl<'a> Brush<'a> {
    pub const fn new(texture: &'a Texture) -> Self {
        Self {
            texture,
            last: None,
        }
    }

    /// The colour of a triangle that has only one.
    #[inline]
    pub fn flat(&mut self, vertices: [&Vertex; 3]) -> Option<Pixel> {
        let flat =
            has_one(vertices, |vertex| vertex.color) && has_one(vertices, |vertex| vertex.uv);
        flat.then(|| self.tint(vertices[0].color, vertices[0].uv))
    }

    /// A vertex colour times the texel at one place.
    #[inline]
    fn tint(&mut self, color: Color32, uv: Pos2) -> Pixel {
        match self.texel(uv) {
            WHITE => color.to_array(),
            texel => modulate(color.to_array(), texel),
        }
    }

    #[inline]
    fn texel(&mut self, uv: Pos2) -> Pixel {
        if let Some((known, texel)) = self.last
            && known == uv
        {
            return texel;
        }
        let place = Place::new(self.texture.to_texels(uv));
        let texel = self.texture.sampler(0.0).sample(place);
        self.last = Some((uv, texel));
        texel
    }
}

/// The longer of the two steps that the texture makes from pixel to pixel, in texels.
fn texels_per_pixel(texels: &Plane<2>) -> f64 {
    let length = |[u, v]: [f64; 2]| (u * u + v * v).sqrt();
    // A hair of tolerance: text drawn one to one must not count as made smaller.
    length(texels.right).max(length(texels.down)) - 1e-3
}

fn draw_texture(
    run: &mut [Pixel],
    span: Span,
    sampler: &Sampler<'_>,
    places: &Ground<Place>,
    color: Pixel,
) {
    let mut place = places.at(span.start, span.row);
    if let Some(line) = sampler.aligned(place, places.right(), run.len()) {
        for (below, texel) in run.iter_mut().zip(line) {
            draw_texel(below, texel.to_array(), color);
        }
        return;
    }
    for below in run {
        draw_texel(below, sampler.sample(place), color);
        place = place.plus(places.right(), 1);
    }
}

#[inline]
fn draw_texel(below: &mut Pixel, texel: Pixel, color: Pixel) {
    // Most texels of text are empty or full.
    if texel == WHITE {
        blend(below, color);
    } else if texel != CLEAR {
        blend(below, modulate(texel, color));
    }
}

/// A colour with 16 bits after the point.
///
/// Two channels share a number: red and blue, green and alpha, the second of each in the upper
/// half. What the lower half borrows it gives back when the sum is in range again, so steps of
/// either sign add up exactly.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ramp {
    even: u64,
    odd: u64,
}

impl Ramp {
    #[inline]
    fn new([r, g, b, a]: [f64; 4]) -> Self {
        let fixed = |value: f64| to_i64(value * 65_536.0).cast_unsigned();
        let pair = |low: f64, high: f64| fixed(low).wrapping_add(fixed(high) << 32);
        Self {
            even: pair(r, b),
            odd: pair(g, a),
        }
    }

    /// The whole parts.
    #[inline]
    fn lanes(self) -> Lanes {
        let bytes = |pair: u64| {
            let [_, _, low, _, _, _, high, _] = pair.to_le_bytes();
            u32::from(low) | (u32::from(high) << 16)
        };
        Lanes {
            even: bytes(self.even),
            odd: bytes(self.odd),
        }
    }
}

impl Steps for Ramp {
    #[inline]
    fn plus(self, step: Self, count: i32) -> Self {
        let count = i64::from(count).cast_unsigned();
        Self {
            even: self.even.wrapping_add(step.even.wrapping_mul(count)),
            odd: self.odd.wrapping_add(step.odd.wrapping_mul(count)),
        }
    }
}
