//! Blending and gradients.

use super::*;

/// What blending means, in plain arithmetic.
fn over(below: [u8; 4], source: [u8; 4]) -> [u8; 4] {
    std::array::from_fn(|i| {
        let kept = (u32::from(below[i]) * u32::from(255 - source[3]) + 127) / 255;
        u8::try_from(u32::from(source[i]) + kept).unwrap_or(255)
    })
}

/// One colour over a ground, on `width` pixels at once.
fn blended(ground: [u8; 4], source: [u8; 4], width: u16) -> Vec<[u8; 4]> {
    let right = f32::from(width);
    let corners = [[0.0, 0.0], [right, 0.0], [0.0, 1.0], [right, 1.0]];
    let shape = flat(&corners, &[0, 1, 2, 2, 1, 3], color(source));
    let shape = primitive(Rect::EVERYTHING, shape);
    let canvas = rasterizer().paint([usize::from(width), 1], 1.0, color(ground), &[shape]);
    canvas.pixels().to_vec()
}

#[test]
fn blending_is_exact_at_the_ends() {
    let cases = [
        ([10, 20, 30, 255], [0, 0, 0, 0], [10, 20, 30, 255]),
        ([10, 20, 30, 255], [1, 2, 3, 255], [1, 2, 3, 255]),
        ([0, 0, 0, 0], [50, 60, 70, 80], [50, 60, 70, 80]),
        ([255, 255, 255, 255], [0, 0, 0, 128], [127, 127, 127, 255]),
        (
            [255, 255, 255, 255],
            [128, 128, 128, 128],
            [255, 255, 255, 255],
        ),
        // Additive colours are held at white.
        ([200, 100, 0, 255], [100, 100, 100, 0], [255, 200, 100, 255]),
        ([0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]),
    ];
    for (ground, source, expected) in cases {
        assert_eq!(
            blended(ground, source, 1),
            [expected],
            "{source:?} over {ground:?}"
        );
    }
}

#[test]
fn blending_is_exact_for_every_alpha_and_run_length() {
    for alpha in 0..=255 {
        for (ground, width) in [
            ([3, 127, 254, 255], 1),
            ([0, 77, 255, 9], 3),
            ([200; 4], 37),
        ] {
            let source = [alpha, alpha / 2, 0, alpha];
            let expected = vec![over(ground, source); usize::from(width)];
            assert_eq!(blended(ground, source, width), expected, "alpha {alpha}");
        }
    }
}

#[test]
fn gradients_reach_their_ends_and_stay_between() {
    // A ramp of one level a pixel: pixel i has its centre at i + 0.5.
    let mut mesh = flat(
        &[[0.0, 0.0], [256.0, 0.0], [0.0, 4.0], [256.0, 4.0]],
        &[],
        GROUND,
    );
    for vertex in &mut mesh.vertices {
        let level = if vertex.pos.x > 0.0 { 255 } else { 0 };
        vertex.color = color([level, 255 - level, 128, 255]);
    }
    mesh.indices = vec![0, 1, 2, 2, 1, 3];
    let canvas = paint([256, 4], [mesh]);
    for (i, pixel) in (0_u16..).zip(canvas.pixels()) {
        let level = (f64::from(i % 256) + 0.5) * 255.0 / 256.0;
        let [r, g, ..] = pixel.map(f64::from);
        assert!(
            (r - level).abs() <= 0.51 && (g - (255.0 - level)).abs() <= 0.51,
            "pixel {i}"
        );
        assert_eq!(pixel[2..], [128, 255], "pixel {i}");
    }
}

#[test]
fn gradients_of_slivers_and_giants_stay_in_range() {
    // Every value lies between the ends, so neither channel may wrap round.
    let shapes = [
        [[0.0, 8.0], [900.0, 8.01], [0.0, 8.6]],
        [[-60_000.0, 0.0], [60_000.0, 30.0], [-60_000.0, 60.0]],
        [[-3.0, -5.0], [60.0, 63.99], [-3.0, -4.99]],
        [[31.5, -9000.0], [32.51, 9000.0], [31.49, 9000.0]],
    ];
    for shape in shapes {
        let mut mesh = flat(&shape, &[0, 1, 2], GROUND);
        for (vertex, level) in mesh.vertices.iter_mut().zip([100, 120, 140]) {
            vertex.color = color([level, 240 - level, level, 255]);
        }
        let canvas = paint([64, 64], [mesh]);
        for pixel in canvas
            .pixels()
            .iter()
            .filter(|pixel| **pixel != GROUND.to_array())
        {
            assert!(
                pixel[..3].iter().all(|level| (100..=140).contains(level)),
                "{pixel:?}"
            );
        }
        assert!(changed(&canvas, |_, _| true), "{shape:?}");
    }
}

#[test]
fn a_rectangle_of_many_colours_keeps_them() {
    let corners = [[0.0, 0.0], [8.0, 0.0], [0.0, 8.0], [8.0, 8.0]];
    let mut mesh = flat(&corners, &[0, 1, 2, 2, 1, 3], GROUND);
    mesh.vertices[3].color = Color32::WHITE;
    let rows = red(&paint([8, 8], [mesh]));
    assert_eq!(rows[3][3], 0);
    assert!(rows[7][7] > 200 && rows[7][5] > 100);
}
