//! Input that no well-behaved program would send.

use super::*;
use egui::epaint::PaintCallback;
use proptest::prelude::*;
use std::num::NonZeroUsize;
use std::sync::Arc;

#[test]
fn triangles_without_area_draw_nothing() {
    let cases = [
        [[1.0, 1.0], [1.0, 1.0], [1.0, 1.0]],
        [[0.0, 0.0], [8.0, 8.0], [4.0, 4.0]],
        [[0.0, 2.5], [8.0, 2.5], [3.0, 2.5]],
        [[2.5, 0.0], [2.5, 8.0], [2.5, 3.0]],
        [[f32::NAN, 0.0], [8.0, 0.0], [0.0, 8.0]],
        [[0.0, 0.0], [8.0, f32::NAN], [0.0, 8.0]],
    ];
    for case in cases {
        let canvas = paint([8, 8], [flat(&case, &[0, 1, 2], COUNTER)]);
        assert!(!changed(&canvas, |_, _| true), "{case:?}");
    }
}

#[test]
fn huge_shapes_fill_the_canvas() {
    let far = [1e5, 1e9, f32::MAX, f32::INFINITY];
    for far in far {
        let corners = [[-far, -far], [far, -far], [-far, far], [far, far]];
        for order in [[0, 1, 2, 2, 1, 3], [0, 1, 2, 1, 3, 2]] {
            let canvas = paint([5, 5], [flat(&corners, &order, COUNTER)]);
            assert!(
                red(&canvas).iter().flatten().all(|&count| count == 1),
                "{far}"
            );
        }
    }
}

#[test]
fn broken_meshes_draw_what_they_can() {
    let corners = [[0.0, 0.0], [9.0, 0.0], [0.0, 9.0]];
    let cases: [(&[u32], bool); 7] = [
        (&[0, 1, 2], true),
        (&[0, 1, 3, 0, 1, 2], true),
        (&[0, 1, 2, 2, 1, u32::MAX], true),
        (&[0, 1, 2, 0, 1], true),
        (&[0, 1], false),
        (&[], false),
        (&[7, 8, 9], false),
    ];
    for (indices, drawn) in cases {
        let canvas = paint([4, 4], [flat(&corners, indices, COUNTER)]);
        assert_eq!(red(&canvas)[0][0], u8::from(drawn), "{indices:?}");
    }
    let canvas = paint([4, 4], [flat(&[], &[0, 1, 2], COUNTER)]);
    assert!(!changed(&canvas, |_, _| true));
}

#[test]
fn broken_textures_are_left_out() {
    let mut rasterizer = rasterizer();
    let mut wrong = ColorImage::filled([2, 2], Color32::WHITE);
    wrong.pixels.pop();
    let empty = ColorImage::filled([0, 3], Color32::WHITE);
    let part = ImageDelta::partial([0, 0], wrong.clone(), TextureOptions::LINEAR);
    for (id, image) in [
        (1, ImageDelta::full(wrong, TextureOptions::LINEAR)),
        (2, ImageDelta::full(empty, TextureOptions::LINEAR)),
        (3, part),
    ] {
        let mut delta = TexturesDelta::default();
        delta.push(TextureId::Managed(id), image);
        rasterizer.update_textures(&delta);
        delta.clear();
        let area = rect(0.0, 0.0, 4.0, 4.0);
        let missing = picture(area, area, TextureId::Managed(id), Color32::WHITE);
        let plain = flat(
            &[[0.0, 0.0], [1.0, 0.0], [0.0, 1.0], [1.0, 1.0]],
            &[0, 1, 2, 2, 1, 3],
            COUNTER,
        );
        let shapes = [missing, plain].map(|mesh| primitive(Rect::EVERYTHING, mesh));
        let canvas = rasterizer.paint([4, 4], 1.0, GROUND, &shapes);
        assert_eq!(
            red(&canvas)
                .concat()
                .iter()
                .map(|&count| u32::from(count))
                .sum::<u32>(),
            1
        );
    }
}

#[test]
fn callbacks_are_skipped() {
    let callback = PaintCallback {
        rect: rect(0.0, 0.0, 4.0, 4.0),
        callback: Arc::new(()),
    };
    let callback = ClippedPrimitive {
        clip_rect: Rect::EVERYTHING,
        primitive: Primitive::Callback(callback),
    };
    let canvas = rasterizer().paint([4, 4], 1.0, GROUND, &[callback.clone(), callback]);
    assert!(!changed(&canvas, |_, _| true));
}

#[test]
fn odd_canvases() {
    let shape = primitive(
        Rect::EVERYTHING,
        flat(&[[0.0, 0.0], [9.0, 0.0], [0.0, 9.0]], &[0, 1, 2], COUNTER),
    );
    for size in [[0, 0], [0, 5], [5, 0], [1, 1]] {
        for more_threads in [0, 3] {
            let threads = NonZeroUsize::MIN.saturating_add(more_threads);
            let rasterizer = rasterizer().with_threads(threads);
            let mut canvas = rasterizer.paint(size, 1.0, GROUND, std::slice::from_ref(&shape));
            assert_eq!(canvas.size(), size);
            assert_eq!(canvas.pixels().len(), size[0] * size[1]);
            let everywhere = PixelRect::new([i32::MIN; 2], [i32::MAX; 2]);
            rasterizer.paint_into(
                &mut canvas,
                everywhere,
                1.0,
                GROUND,
                std::slice::from_ref(&shape),
            );
            assert_eq!(canvas.pixel(size[0], 0), None);
        }
    }
    assert_eq!(
        Canvas::new([usize::MAX, 0], GROUND).size(),
        [crate::raster::MAX_SIDE, 0]
    );
    for scale in [0.0, -1.0, f32::NAN, f32::INFINITY, 1e-30, 1e30] {
        let _ = rasterizer().paint([4, 4], scale, GROUND, std::slice::from_ref(&shape));
    }
}

/// Mostly near the canvas, sometimes anything a float can be.
fn wild() -> impl Strategy<Value = f32> {
    prop_oneof![4 => -20.0_f32..60.0, 1 => -1e6_f32..1e6, 1 => any::<f32>()]
}

proptest! {
    #[test]
    fn anything_may_be_drawn_but_only_in_its_clip(
        vertices in proptest::collection::vec(
            ((wild(), wild()), (wild(), wild()), any::<[u8; 4]>()), 0..40),
        indices in proptest::collection::vec(0_u32..44, 0..90),
        clip in proptest::array::uniform4(-10_i16..50),
        texture in 0_u64..4,
        scale in prop_oneof![Just(1.0_f32), 0.1_f32..4.0],
    ) {
        let mut rasterizer = rasterizer();
        let texels: Vec<_> = (0..6).map(|i: u8| color([i * 40, 255 - i * 40, 9, 200])).collect();
        for (id, options) in (1..).zip([TextureOptions::LINEAR, TextureOptions::LINEAR_REPEAT, TextureOptions::NEAREST_MIRRORED_REPEAT]) {
            set_texture(&mut rasterizer, TextureId::Managed(id), [3, 2], &texels, options);
        }
        let vertices = vertices.into_iter().map(|((x, y), (u, v), bytes)| {
            Vertex { pos: pos2(x, y), uv: pos2(u, v), color: color(bytes) }
        });
        let mesh = Mesh {
            indices,
            vertices: vertices.collect(),
            texture_id: TextureId::Managed(texture),
        };
        let [left, top, right, bottom] = clip.map(f32::from);
        let clip = rect(left, top, right, bottom);
        let canvas = rasterizer.paint([40, 40], scale, GROUND, &[primitive(clip, mesh)]);
        let region = PixelRect::from_points(clip, scale);
        prop_assert!(!changed(&canvas, |x, y| !inside(region, x, y)));
    }
}
