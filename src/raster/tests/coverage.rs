//! Which pixels are drawn: edges, clips, scale, bands and regions.

use super::*;
use crate::raster::edge::Edge;
use crate::raster::fixed::Point;
use proptest::prelude::*;
use std::num::NonZeroUsize;

#[test]
fn edges_on_pixel_centres_follow_the_top_left_rule() {
    // Left, top, right, bottom in pixels, and the pixels covered.
    let cases = [
        ([0.0, 0.0, 2.0, 2.0], [0, 0, 2, 2]),
        ([0.5, 0.5, 2.5, 2.5], [0, 0, 2, 2]),
        ([0.51, 0.51, 2.51, 2.51], [1, 1, 3, 3]),
        ([0.49, 0.49, 2.49, 2.49], [0, 0, 2, 2]),
        ([1.6, 0.0, 2.4, 4.0], [2, 0, 2, 4]),
        ([-3.0, -3.0, 9.0, 9.0], [0, 0, 4, 4]),
    ];
    // The order of a quad, another order of the same rectangle, and both windings.
    let orders = [
        [0, 1, 2, 2, 1, 3],
        [0, 1, 2, 1, 3, 2],
        [0, 2, 1, 3, 1, 2],
        [0, 1, 3, 0, 3, 2],
    ];
    for ([left, top, right, bottom], [x0, y0, x1, y1]) in cases {
        for order in orders {
            let corners = [[left, top], [right, top], [left, bottom], [right, bottom]];
            let canvas = paint([4, 4], [flat(&corners, &order, COUNTER)]);
            for (y, row) in (0..).zip(red(&canvas)) {
                for (x, count) in (0..).zip(row) {
                    let expected = (x0..x1).contains(&x) && (y0..y1).contains(&y);
                    assert_eq!(
                        count,
                        u8::from(expected),
                        "{corners:?} {order:?} at {x},{y}"
                    );
                }
            }
        }
    }
}

#[test]
fn triangles_round_a_vertex_cover_each_pixel_once() {
    for centre in [[8.0, 8.0], [8.5, 8.5], [3.25, 11.125], [7.0, 0.5]] {
        let mut positions = vec![centre];
        positions.extend([
            [0.0, 0.0],
            [8.5, 0.0],
            [16.0, 0.0],
            [16.0, 9.5],
            [16.0, 16.0],
        ]);
        positions.extend([[5.5, 16.0], [0.0, 16.0], [0.0, 2.5]]);
        let fan: Vec<u32> = (1..9).flat_map(|i| [0, i, i % 8 + 1]).collect();
        let canvas = paint([16, 16], [flat(&positions, &fan, COUNTER)]);
        assert!(
            red(&canvas).iter().flatten().all(|&count| count == 1),
            "{centre:?}"
        );
    }
}

#[test]
fn clip_rects_are_rounded_to_pixels() {
    let cases = [
        (rect(1.0, 1.0, 3.0, 2.0), PixelRect::new([1, 1], [3, 2])),
        (rect(0.6, 0.4, 2.6, 2.4), PixelRect::new([1, 0], [3, 2])),
        (Rect::EVERYTHING, PixelRect::new([0, 0], [4, 4])),
        (Rect::NOTHING, PixelRect::new([0, 0], [0, 0])),
        (Rect::NAN, PixelRect::new([0, 0], [0, 0])),
        (rect(3.0, 3.0, 1.0, 1.0), PixelRect::new([0, 0], [0, 0])),
        (rect(-9.0, 2.0, 99.0, 99.0), PixelRect::new([0, 2], [4, 4])),
    ];
    for (clip, expected) in cases {
        let corners = [[-5.0, -5.0], [20.0, -5.0], [-5.0, 20.0]];
        let shape = primitive(clip, flat(&corners, &[0, 1, 2], COUNTER));
        let canvas = rasterizer().paint([4, 4], 1.0, GROUND, &[shape]);
        for (y, row) in (0..).zip(red(&canvas)) {
            for (x, count) in (0..).zip(row) {
                assert_eq!(
                    count,
                    u8::from(inside(expected, x, y)),
                    "{clip:?} at {x},{y}"
                );
            }
        }
    }
}

#[test]
fn points_are_scaled_to_pixels() {
    let corners = [[1.0, 1.0], [2.0, 1.0], [1.0, 2.0], [2.0, 2.0]];
    let shape = primitive(
        rect(0.0, 0.0, 4.0, 1.5),
        flat(&corners, &[0, 1, 2, 2, 1, 3], COUNTER),
    );
    let canvas = rasterizer().paint([8, 8], 2.0, GROUND, &[shape]);
    assert!(!changed(&canvas, |x, y| !inside(
        PixelRect::new([2, 2], [4, 3]),
        x,
        y
    )));
    assert_eq!(red(&canvas)[2][2..4], [1, 1]);
}

fn shapes() -> impl Strategy<Value = Vec<ClippedPrimitive>> {
    let number = -20.0_f32..80.0;
    let vertex = (
        number.clone(),
        number,
        -2.0_f32..3.0,
        -2.0_f32..3.0,
        any::<[u8; 4]>(),
    );
    let triangle = proptest::array::uniform3(vertex);
    let kind = prop_oneof![Just(0_u64), Just(1), Just(2)];
    let mesh = (
        proptest::collection::vec(triangle, 1..12),
        kind,
        any::<bool>(),
    );
    proptest::collection::vec(mesh, 1..4).prop_map(|meshes| {
        meshes
            .into_iter()
            .map(|(triangles, id, plain)| soup(&triangles, id, plain))
            .collect()
    })
}

type Corner = (f32, f32, f32, f32, [u8; 4]);

fn soup(triangles: &[[Corner; 3]], id: u64, plain: bool) -> ClippedPrimitive {
    let mut mesh = Mesh::with_texture(TextureId::Managed(id));
    for triangle in triangles {
        for &(x, y, u, v, bytes) in triangle {
            let uv = if id == 0 { pos2(0.0, 0.0) } else { pos2(u, v) };
            let bytes = if plain { triangle[0].4 } else { bytes };
            mesh.vertices.push(Vertex {
                pos: pos2(x, y),
                uv,
                color: color(bytes),
            });
        }
    }
    mesh.indices = (0..).take(mesh.vertices.len()).collect();
    primitive(rect(2.0, 3.0, 57.0, 60.0), mesh)
}

fn rasterizer_with_pictures() -> Rasterizer {
    let mut rasterizer = rasterizer();
    let texels: Vec<_> = (0..15)
        .map(|i: u8| color([i * 17, 255 - i * 9, i, 255]))
        .collect();
    let options = [
        TextureOptions::LINEAR_REPEAT,
        TextureOptions::NEAREST_MIRRORED_REPEAT,
    ];
    for (id, option) in (1..).zip(options) {
        set_texture(
            &mut rasterizer,
            TextureId::Managed(id),
            [5, 3],
            &texels,
            option,
        );
    }
    rasterizer
}

proptest! {
    #[test]
    fn threads_do_not_change_pixels(shapes in shapes(), height in 0_usize..64) {
        let size = [61, height];
        let expected = rasterizer_with_pictures().paint(size, 1.1, GROUND, &shapes);
        for threads in [2, 3, 7, 100].into_iter().filter_map(NonZeroUsize::new) {
            let threaded = rasterizer_with_pictures().with_threads(threads);
            prop_assert_eq!(&threaded.paint(size, 1.1, GROUND, &shapes), &expected);
        }
    }

    #[test]
    fn a_region_repainted_is_as_if_all_was_painted(
        shapes in shapes(),
        min in proptest::array::uniform2(-10_i32..70),
        side in proptest::array::uniform2(0_i32..50),
        more_threads in 0_usize..3,
    ) {
        let threads = NonZeroUsize::MIN.saturating_add(more_threads);
        let rasterizer = rasterizer_with_pictures().with_threads(threads);
        let size = [61, 64];
        let whole = rasterizer.paint(size, 1.0, GROUND, &shapes);
        let region = PixelRect::new(min, [min[0] + side[0], min[1] + side[1]]);
        let mut canvas = Canvas::new(size, Color32::RED);
        rasterizer.paint_into(&mut canvas, region, 1.0, GROUND, &shapes);
        for (i, (new, full)) in (0..).zip(canvas.pixels().iter().zip(whole.pixels())) {
            let old = Color32::RED.to_array();
            let expected = if inside(region, i % 61, i / 61) { *full } else { old };
            prop_assert_eq!(*new, expected, "at {},{}", i % 61, i / 61);
        }
    }

    #[test]
    fn edges_step_without_error(
        upper in proptest::array::uniform2(-5_000_i32..5_000),
        run in proptest::array::uniform2(-4_000_i32..4_000),
        drop in 1_i32..4_000,
        shrink in 1_i32..500,
    ) {
        let [x, y] = upper;
        follow(Point { x, y }, run[0], drop);
        // A long one through corners and centres of pixels.
        let (x, y) = (x * 128, y * 128);
        follow(Point { x, y }, run[1] / shrink * 128, (drop / shrink + 2) * 128);
    }
}

#[test]
fn edges_step_over_every_fraction() {
    for x in 0..256 {
        for run in -150..150 {
            follow(Point { x, y: 0 }, run, 401);
        }
    }
}

/// Walks an edge, and asserts that each column it gives is the first whose centre is not left of
/// the edge.
fn follow(from: Point, run: i32, drop: i32) {
    let lower = Point {
        x: from.x + run,
        y: from.y + drop,
    };
    let rows = (from.y + 127).div_euclid(256)..(lower.y + 127).div_euclid(256);
    if rows.is_empty() {
        return;
    }
    let mut edge = Edge::new(from, lower, rows.start);
    for row in rows {
        let crossing = i64::from(row * 256 + 128 - from.y) * i64::from(run);
        let is_left =
            |column: i32| i64::from(column * 256 + 128 - from.x) * i64::from(drop) < crossing;
        let column = edge.column();
        assert!(
            !is_left(column) && is_left(column - 1),
            "{from:?} {run} {drop} row {row}"
        );
        edge.advance();
    }
}
