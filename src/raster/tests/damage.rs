//! A canvas that is kept from frame to frame against one that is painted anew.

use super::super::Repainter;
use super::*;
use proptest::prelude::*;
use std::num::NonZeroUsize;

const SIZE: [usize; 2] = [150, 110];
const HATCH: TextureId = TextureId::Managed(7);

/// Something that happens between two frames.
#[derive(Clone, Debug)]
enum Step {
    /// A primitive comes, before the one at a place.
    Insert(usize, Shape),
    Remove(usize),
    /// Triangles come into a mesh.
    Grow(usize, usize, Shape),
    /// Triangles go from a mesh.
    Shrink(usize, usize, usize),
    /// A vertex moves.
    Move(usize, usize, [f32; 2]),
    Recolor(usize, usize, [u8; 4]),
    Swap(usize, usize),
    /// Texels change, from a place on.
    Patch([usize; 2], [usize; 2], [u8; 4]),
    /// The texture changes its size.
    Retexture(usize),
    Clip(usize, [f32; 4]),
    Nothing,
}

#[derive(Clone, Debug)]
struct Shape {
    /// Rectangles with a texture, or triangles without.
    is_picture: bool,
    corners: Vec<[f32; 2]>,
    color: [u8; 4],
    clip: [f32; 4],
}

impl Shape {
    /// Adds the shape to a mesh.
    fn add(&self, mesh: &mut Mesh) {
        let color = color(self.color);
        for corners in self.corners.chunks_exact(3) {
            let [a, b, c] = [corners[0], corners[1], corners[2]].map(Pos2::from);
            if self.is_picture {
                let uv = Rect::from_two_pos(pos2(a.x / 150.0, a.y / 110.0), pos2(c.x / 150.0, 0.5));
                mesh.add_rect_with_uv(Rect::from_two_pos(a, b), uv, color);
            } else {
                let first = u32::try_from(mesh.vertices.len()).unwrap();
                for pos in [a, b, c] {
                    mesh.vertices.push(Vertex::untextured(pos, color));
                }
                mesh.add_triangle(first, first + 1, first + 2);
            }
        }
    }

    fn primitive(&self) -> ClippedPrimitive {
        let id = if self.is_picture {
            HATCH
        } else {
            TextureId::default()
        };
        let mut mesh = Mesh::with_texture(id);
        self.add(&mut mesh);
        let [left, top, right, bottom] = self.clip;
        primitive(rect(left, top, right, bottom), mesh)
    }
}

fn shape() -> impl Strategy<Value = Shape> {
    let corner = [-20.0_f32..170.0, -20.0_f32..130.0];
    // Most shapes are small, as those of a screen are.
    let small = (corner, [-9.0_f32..9.0, -9.0_f32..9.0])
        .prop_map(|([x, y], [right, down])| [[x, y], [x + right, y + down], [x + down, y - right]]);
    let corner = [-20.0_f32..170.0, -20.0_f32..130.0];
    let large = [corner.clone(), corner.clone(), corner];
    let triangle = prop_oneof![4 => small, 1 => large];
    let clip = prop_oneof![
        3 => Just([0.0, 0.0, 150.0, 110.0]),
        1 => [0.0_f32..70.0, 0.0_f32..50.0, 70.0_f32..150.0, 50.0_f32..110.0],
    ];
    let triangles = prop::collection::vec(triangle, 1..6);
    (any::<bool>(), triangles, any::<[u8; 4]>(), clip).prop_map(
        |(is_picture, triangles, [r, g, b, a], clip)| Shape {
            is_picture,
            corners: triangles.into_flattened(),
            color: [r.min(a), g.min(a), b.min(a), a],
            clip,
        },
    )
}

fn step() -> impl Strategy<Value = Step> {
    let place = any::<prop::sample::Index>().prop_map(|index| index.index(1000));
    let p = || place.clone();
    let corner = [-20.0_f32..170.0, -20.0_f32..130.0];
    prop_oneof![
        2 => (p(), shape()).prop_map(|(place, shape)| Step::Insert(place, shape)),
        1 => p().prop_map(Step::Remove),
        3 => (p(), p(), shape()).prop_map(|(a, b, shape)| Step::Grow(a, b, shape)),
        2 => (p(), p(), 1..4_usize).prop_map(|(a, b, count)| Step::Shrink(a, b, count)),
        3 => (p(), p(), corner).prop_map(|(a, b, to)| Step::Move(a, b, to)),
        3 => (p(), p(), any::<[u8; 4]>()).prop_map(|(a, b, c)| Step::Recolor(a, b, c)),
        1 => (p(), p()).prop_map(|(a, b)| Step::Swap(a, b)),
        1 => ([0..16_usize, 0..16_usize], [1..5_usize, 1..5_usize], any::<[u8; 4]>())
            .prop_map(|(at, size, color)| Step::Patch(at, size, color)),
        1 => (4..20_usize).prop_map(Step::Retexture),
        1 => (p(), [0.0_f32..70.0, 0.0_f32..50.0, 70.0_f32..150.0, 50.0_f32..110.0])
            .prop_map(|(place, clip)| Step::Clip(place, clip)),
        1 => Just(Step::Nothing),
    ]
}

/// A screen of primitives, drawn in both ways.
struct Pair {
    full: Rasterizer,
    kept: Repainter,
    primitives: Vec<ClippedPrimitive>,
    scale: f32,
}

impl Pair {
    fn new(scale: f32) -> Self {
        let mut pair = Self {
            full: Rasterizer::new(),
            kept: Repainter::new(NonZeroUsize::new(2).unwrap()),
            primitives: Vec::new(),
            scale,
        };
        let white = ColorImage::filled([1, 1], Color32::WHITE);
        let options = TextureOptions::LINEAR;
        pair.texture(TextureId::default(), ImageDelta::full(white, options));
        pair.hatch(16);
        pair
    }

    fn texture(&mut self, id: TextureId, image: ImageDelta) {
        let mut delta = TexturesDelta::default();
        delta.push(id, image);
        self.full.update_textures(&delta);
        self.kept.update_textures(&delta);
        delta.clear();
    }

    fn hatch(&mut self, side: usize) {
        let shade = |texel: usize| u8::try_from(texel * 37 % 256).unwrap();
        let pixels = (0..side * side)
            .map(|texel| color([shade(texel); 4]))
            .collect();
        let image = ColorImage::new([side, side], pixels);
        let options = TextureOptions::LINEAR_REPEAT;
        self.texture(HATCH, ImageDelta::full(image, options));
    }

    fn mesh(&mut self, place: usize) -> Option<&mut Mesh> {
        let count = self.primitives.len();
        let primitive = self.primitives.get_mut(place % count.max(1))?;
        match &mut primitive.primitive {
            Primitive::Mesh(mesh) => Some(mesh),
            Primitive::Callback(_) => None,
        }
    }

    fn take(&mut self, step: &Step) {
        let count = self.primitives.len();
        match step {
            Step::Insert(place, shape) => {
                self.primitives
                    .insert(place % (count + 1), shape.primitive());
            }
            Step::Remove(place) if count > 2 => drop(self.primitives.remove(place % count)),
            Step::Swap(a, b) if count > 0 => self.primitives.swap(a % count, b % count),
            Step::Grow(place, at, shape) => {
                let Some(mesh) = self.mesh(*place) else {
                    return;
                };
                // As egui does it: the vertices at the end, the triangles in their order.
                let behind = mesh
                    .indices
                    .split_off(at % (mesh.indices.len() / 3 + 1) * 3);
                shape.add(mesh);
                mesh.indices.extend(behind);
            }
            Step::Shrink(place, at, length) => {
                if let Some(mesh) = self.mesh(*place) {
                    let first = at % (mesh.indices.len() / 3 + 1) * 3;
                    let end = (first + length * 3).min(mesh.indices.len());
                    mesh.indices.drain(first..end);
                }
            }
            Step::Move(place, vertex, to) => {
                if let Some(mesh) = self.mesh(*place) {
                    let count = mesh.vertices.len();
                    mesh.vertices[vertex % count].pos = Pos2::from(*to);
                }
            }
            Step::Recolor(place, vertex, [r, g, b, a]) => {
                if let Some(mesh) = self.mesh(*place) {
                    let count = mesh.vertices.len();
                    mesh.vertices[vertex % count].color =
                        color([*r.min(a), *g.min(a), *b.min(a), *a]);
                }
            }
            Step::Patch(at, size, [r, g, b, a]) => {
                let image = ColorImage::filled(*size, color([*r.min(a), *g.min(a), *b.min(a), *a]));
                let options = TextureOptions::LINEAR_REPEAT;
                self.texture(HATCH, ImageDelta::partial(*at, image, options));
            }
            Step::Retexture(side) => self.hatch(*side),
            Step::Clip(place, [left, top, right, bottom]) if count > 0 => {
                self.primitives[place % count].clip_rect = rect(*left, *top, *right, *bottom);
            }
            _ => {}
        }
    }

    /// How many pixels were drawn again, if both ways agree.
    fn draw(&mut self) -> Result<i32, TestCaseError> {
        let full = self.full.paint(SIZE, self.scale, GROUND, &self.primitives);
        let primitives = self.primitives.clone();
        let damage = self.kept.paint(SIZE, self.scale, GROUND, primitives);
        prop_assert!(*self.kept.canvas() == full, "the kept canvas differs");
        let area = |rect: &PixelRect| (rect.max[0] - rect.min[0]) * (rect.max[1] - rect.min[1]);
        Ok(damage.iter().map(area).sum())
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// Some thousands of steps, of every kind.
    #[test]
    fn a_kept_canvas_is_what_a_full_paint_makes(
        shapes in prop::collection::vec(shape(), 1..6),
        steps in prop::collection::vec(step(), 1..30),
        scale in prop_oneof![Just(1.0_f32), Just(1.25), Just(0.8)],
    ) {
        let mut pair = Pair::new(scale);
        pair.primitives = shapes.iter().map(Shape::primitive).collect();
        pair.draw()?;
        for step in &steps {
            pair.take(step);
            pair.draw()?;
            let still = pair.draw()?;
            prop_assert_eq!(still, 0, "a still frame");
        }
    }
}

#[test]
fn what_moves_is_drawn_where_it_was_and_where_it_is() {
    let mut pair = Pair::new(1.0);
    let square = |left: f32| {
        let corners = [[left, 2.0], [left + 8.0, 2.0], [left, 10.0]];
        let mesh = flat(&corners, &[0, 1, 2], color([200, 10, 10, 255]));
        primitive(Rect::EVERYTHING, mesh)
    };
    pair.primitives = vec![square(4.0), square(100.0)];
    assert_eq!(pair.draw().unwrap(), 150 * 110);
    pair.primitives[0] = square(70.0);
    assert_eq!(pair.draw().unwrap(), 2 * 32 * 32, "two tiles");
    pair.primitives.reverse();
    let order = pair.draw().unwrap();
    assert!(order <= 2 * 32 * 32, "they do not overlap");
}

#[test]
fn a_glyph_that_is_added_to_the_font_redraws_nothing_else() {
    let mut pair = Pair::new(1.0);
    let old = picture(
        rect(5.0, 5.0, 9.0, 9.0),
        rect(0.1, 0.1, 0.3, 0.3),
        HATCH,
        Color32::WHITE,
    );
    pair.primitives = vec![primitive(Rect::EVERYTHING, old)];
    pair.draw().unwrap();
    let image = ColorImage::filled([4, 4], color([9, 9, 9, 255]));
    let options = TextureOptions::LINEAR_REPEAT;
    pair.texture(HATCH, ImageDelta::partial([10, 10], image.clone(), options));
    assert_eq!(pair.draw().unwrap(), 0);
    pair.texture(HATCH, ImageDelta::partial([2, 2], image, options));
    assert_eq!(pair.draw().unwrap(), 32 * 32, "this one is shown");
}
