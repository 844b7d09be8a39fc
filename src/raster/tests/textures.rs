//! Texture reading and updates.

use super::*;
use egui::{TextureFilter, TextureWrapMode};

const PICTURE: TextureId = TextureId::Managed(7);

fn greys(levels: &[u8]) -> Vec<Color32> {
    levels
        .iter()
        .map(|&level| color([level, level, level, 255]))
        .collect()
}

fn options(filter: TextureFilter, wrap_mode: TextureWrapMode) -> TextureOptions {
    TextureOptions {
        magnification: filter,
        minification: filter,
        wrap_mode,
        mipmap_mode: None,
    }
}

/// One row of texels, drawn with `uv` over `width` pixels.
fn strip(levels: &[u8], options: TextureOptions, uv: [f32; 2], width: u16) -> Vec<u8> {
    let mut rasterizer = rasterizer();
    set_texture(
        &mut rasterizer,
        PICTURE,
        [levels.len(), 1],
        &greys(levels),
        options,
    );
    let area = rect(0.0, 0.0, f32::from(width), 1.0);
    let mesh = picture(area, rect(uv[0], 0.0, uv[1], 1.0), PICTURE, Color32::WHITE);
    let shape = primitive(Rect::EVERYTHING, mesh);
    red(&rasterizer.paint([usize::from(width), 1], 1.0, GROUND, &[shape])).concat()
}

#[test]
fn wrap_modes() {
    use TextureFilter::{Linear, Nearest};
    use TextureWrapMode::{ClampToEdge, MirroredRepeat, Repeat};
    // Three texels (not a power of two) and four; from one width left of the image to two right.
    let three = [10, 20, 30];
    let four = [10, 20, 30, 40];
    for filter in [Nearest, Linear] {
        let row =
            |levels: &[u8], wrap, width| strip(levels, options(filter, wrap), [-1.0, 2.0], width);
        assert_eq!(
            row(&three, ClampToEdge, 9),
            [10, 10, 10, 10, 20, 30, 30, 30, 30]
        );
        assert_eq!(row(&three, Repeat, 9), [10, 20, 30, 10, 20, 30, 10, 20, 30]);
        assert_eq!(
            row(&three, MirroredRepeat, 9),
            [30, 20, 10, 10, 20, 30, 30, 20, 10]
        );
        assert_eq!(row(&four, Repeat, 12), [four, four, four].concat());
    }
}

#[test]
fn linear_filter_mixes_neighbours() {
    use TextureFilter::{Linear, Nearest};
    use TextureWrapMode::{ClampToEdge, Repeat};
    let two = [0, 200];
    // Pixel centres lie at eighths of the image: -0.25, 0.25, 0.75 and 1.25 texels from the first.
    let cases = [
        (Linear, ClampToEdge, [0, 50, 150, 200]),
        (Linear, Repeat, [50, 50, 150, 150]),
        (Nearest, ClampToEdge, [0, 0, 200, 200]),
    ];
    for (filter, wrap, expected) in cases {
        assert_eq!(
            strip(&two, options(filter, wrap), [0.0, 1.0], 4),
            expected,
            "{filter:?}"
        );
    }
}

#[test]
fn the_filter_depends_on_the_direction_of_scaling() {
    use TextureFilter::{Linear, Nearest};
    let mixed = |magnification, minification| TextureOptions {
        magnification,
        minification,
        ..TextureOptions::default()
    };
    let levels = [0, 100, 200, 40];
    // Two pixels for four texels (made smaller), then four for two. Each pixel of the first lies
    // between two texels, so the filters differ.
    assert_eq!(
        strip(&levels, mixed(Linear, Nearest), [0.0, 1.0], 2),
        [100, 40]
    );
    assert_eq!(
        strip(&levels, mixed(Nearest, Linear), [0.0, 1.0], 2),
        [50, 120]
    );
    assert_eq!(
        strip(&[0, 200], mixed(Nearest, Linear), [0.0, 1.0], 4),
        [0, 0, 200, 200]
    );
    assert_eq!(
        strip(&[0, 200], mixed(Linear, Nearest), [0.0, 1.0], 4),
        [0, 50, 150, 200]
    );
}

#[test]
fn colours_multiply() {
    let mut rasterizer = rasterizer();
    let texels = [
        color([255; 4]),
        color([128; 4]),
        color([0; 4]),
        color([10, 20, 30, 255]),
    ];
    set_texture(
        &mut rasterizer,
        PICTURE,
        [4, 1],
        &texels,
        TextureOptions::LINEAR,
    );
    let tint = color([100, 50, 255, 255]);
    let uv = rect(0.0, 0.0, 1.0, 1.0);
    let mesh = picture(rect(0.0, 0.0, 4.0, 1.0), uv, PICTURE, tint);
    let shape = primitive(Rect::EVERYTHING, mesh);
    let canvas = rasterizer.paint([4, 1], 1.0, Color32::TRANSPARENT, &[shape]);
    let expected = [
        [100, 50, 255, 255],
        [50, 25, 128, 128],
        [0; 4],
        [4, 4, 30, 255],
    ];
    assert_eq!(canvas.pixels(), expected);
}

#[test]
fn pictures_may_be_turned_and_sheared() {
    let levels: Vec<u8> = (0..144).map(|i: u8| i.wrapping_mul(91)).collect();
    // The texel under a pixel, as column and row.
    let maps: [fn(i16, i16) -> [i16; 2]; 5] = [
        |x, y| [y, x],
        |x, y| [11 - x, y],
        |x, y| [x, x + y],
        |x, y| [x - y, 5 + x],
        |x, y| [7 * x, y - 2 * x],
    ];
    for (map, filter) in maps
        .iter()
        .flat_map(|map| [(map, TextureFilter::Linear), (map, TextureFilter::Nearest)])
    {
        let mut rasterizer = rasterizer();
        let options = options(filter, TextureWrapMode::Repeat);
        set_texture(&mut rasterizer, PICTURE, [12, 12], &greys(&levels), options);
        let mut mesh = Mesh::with_texture(PICTURE);
        for (x, y) in [(0, 0), (8, 0), (0, 8), (8, 8)] {
            // The map holds for pixel centres; corners are half a pixel and half a texel off.
            let [u, v] = map(2 * x - 1, 2 * y - 1);
            let [u0, v0] = map(0, 0);
            let texels = [u - u0, v - v0].map(|twice| f32::from(twice) / 2.0 + 0.5);
            let uv = pos2(
                (texels[0] + f32::from(u0)) / 12.0,
                (texels[1] + f32::from(v0)) / 12.0,
            );
            let pos = pos2(f32::from(x), f32::from(y));
            mesh.vertices.push(Vertex {
                pos,
                uv,
                color: Color32::WHITE,
            });
        }
        mesh.indices = vec![0, 1, 2, 2, 1, 3];
        let shape = primitive(Rect::EVERYTHING, mesh);
        let canvas = rasterizer.paint([8, 8], 1.0, GROUND, &[shape]);
        for (y, row) in (0..).zip(red(&canvas)) {
            for (x, level) in (0..).zip(row) {
                let [column, row] = map(x, y).map(|texel| texel.rem_euclid(12));
                let expected = levels[usize::from((12 * row + column).unsigned_abs())];
                assert_eq!(level, expected, "{filter:?} at {x},{y}");
            }
        }
    }
}

#[test]
fn a_scale_near_one_is_not_taken_for_one() {
    let levels = [0, 20, 40, 60, 80, 100, 120, 140];
    // The first pixel lies on the centre of a texel, each later one a little farther off.
    let step = 1.05;
    let first = (0.5 - step / 2.0) / 8.0;
    let clamp = options(TextureFilter::Linear, TextureWrapMode::ClampToEdge);
    let row = strip(&levels, clamp, [first, first + step], 8);
    for (level, expected) in row.into_iter().zip([0_u8, 21, 42, 63, 84, 105, 126, 140]) {
        assert!(level.abs_diff(expected) <= 1, "{level} {expected}");
    }
}

#[test]
fn a_rectangle_is_drawn_as_its_two_triangles() {
    let mut rasterizer = rasterizer();
    let texels = greys(&[0, 90, 250, 30, 160, 70, 20, 210, 110]);
    set_texture(
        &mut rasterizer,
        PICTURE,
        [3, 3],
        &texels,
        TextureOptions::LINEAR_REPEAT,
    );
    let areas = [
        rect(1.0, 1.0, 10.0, 10.0),
        rect(0.5, 2.5, 14.5, 9.5),
        rect(12.3, 11.7, 1.1, 2.9),
        rect(-40.0, -3.0, 50.0, 30.0),
    ];
    for area in areas {
        for uv in [rect(0.0, 0.0, 1.0, 1.0), rect(1.5, -0.25, 0.5, 3.0)] {
            let quad = picture(area, uv, PICTURE, color([200, 100, 50, 220]));
            let mut triangles = quad.clone();
            triangles.indices = vec![1, 2, 0, 3, 2, 1];
            let [quad, triangles] = [quad, triangles].map(|mesh| {
                let shape = primitive(Rect::EVERYTHING, mesh);
                rasterizer.paint([16, 16], 1.0, GROUND, &[shape])
            });
            for (left, right) in quad.pixels().iter().zip(triangles.pixels()) {
                let apart = (0..4).map(|i| left[i].abs_diff(right[i])).max();
                assert!(apart <= Some(1), "{area:?} {uv:?}: {left:?} {right:?}");
            }
        }
    }
}

#[test]
fn parts_of_a_texture_are_updated() {
    let old = greys(&[0; 16]);
    // Position and size of the patch, and the texels it reaches; some stick out.
    let cases: [([usize; 2], [usize; 2], &[usize]); 5] = [
        ([1, 1], [2, 2], &[5, 6, 9, 10]),
        ([3, 3], [4, 4], &[15]),
        ([0, 0], [4, 1], &[0, 1, 2, 3]),
        ([4, 0], [1, 1], &[]),
        ([0, usize::MAX], [1, 1], &[]),
    ];
    for (position, size, reached) in cases {
        let mut rasterizer = rasterizer();
        set_texture(
            &mut rasterizer,
            PICTURE,
            [4, 4],
            &old,
            TextureOptions::LINEAR,
        );
        let patch = ColorImage::filled(size, Color32::WHITE);
        let mut delta = TexturesDelta::default();
        delta.push(
            PICTURE,
            ImageDelta::partial(position, patch, TextureOptions::LINEAR),
        );
        rasterizer.update_textures(&delta);
        delta.clear();
        let area = rect(0.0, 0.0, 4.0, 4.0);
        let mesh = picture(area, rect(0.0, 0.0, 1.0, 1.0), PICTURE, Color32::WHITE);
        let shape = primitive(Rect::EVERYTHING, mesh);
        let canvas = rasterizer.paint([4, 4], 1.0, GROUND, &[shape]);
        let white: Vec<_> = (0..16).filter(|&i| canvas.pixels()[i][0] == 255).collect();
        assert_eq!(white, reached, "{size:?} at {position:?}");
    }
}

#[test]
fn a_freed_texture_is_gone() {
    let mut rasterizer = rasterizer();
    let mesh = || {
        primitive(
            Rect::EVERYTHING,
            flat(&[[0.0, 0.0], [9.0, 0.0], [0.0, 9.0]], &[0, 1, 2], COUNTER),
        )
    };
    assert!(changed(
        &rasterizer.paint([4, 4], 1.0, GROUND, &[mesh()]),
        |_, _| true
    ));
    let mut delta = TexturesDelta::default();
    delta.free(TextureId::default());
    rasterizer.free_textures(&delta);
    delta.clear();
    assert!(!changed(
        &rasterizer.paint([4, 4], 1.0, GROUND, &[mesh()]),
        |_, _| true
    ));
}
