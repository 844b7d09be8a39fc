//! The icon of the window, drawn in code: the arc of the islands in the sea.

use egui::IconData;

/// Width and height in pixels.
const SIDE: u32 = 64;

const SEA: [f32; 3] = [38.0, 84.0, 112.0];
const LAND: [f32; 3] = [246.0, 240.0, 226.0];

/// The islands as circles, from the south-west to the north-east: x, y and radius, as shares of the side.
const ISLANDS: [[f32; 3]; 6] = [
    [0.17, 0.80, 0.085],
    [0.33, 0.70, 0.075],
    [0.48, 0.58, 0.085],
    [0.62, 0.45, 0.06],
    [0.72, 0.32, 0.05],
    [0.80, 0.19, 0.06],
];

/// How far the corners are rounded, as a share of the side.
const CORNER: f32 = 0.2;

/// The icon of the window.
#[must_use]
pub fn draw() -> IconData {
    draw_at(SIDE)
}

/// The sides in pixels that desktops ask for.
pub const SIDES: [u32; 10] = [16, 22, 24, 32, 48, 64, 96, 128, 256, 512];

/// The icon as a drawing (SVG), for any size.
#[must_use]
pub fn svg() -> String {
    let hex = |colour: [f32; 3]| {
        let [red, green, blue] = colour;
        format!("rgb({red},{green},{blue})")
    };
    let islands = ISLANDS.map(|island| {
        let [x, y, radius] = island.map(|share| share * 512.0);
        format!("  <circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{radius:.1}\"/>\n")
    });
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 512 512\">\n <rect width=\"512\" height=\"512\" rx=\"{:.1}\" fill=\"{}\"/>\n <g fill=\"{}\">\n{} </g>\n</svg>\n",
        CORNER * 512.0,
        hex(SEA),
        hex(LAND),
        islands.concat()
    )
}

/// Draws the icon with a side in pixels.
#[must_use]
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "pixels of an icon and shades from 0 to 255 fit every type"
)]
pub fn draw_at(pixels: u32) -> IconData {
    let side = pixels as f32;
    let mut rgba = Vec::with_capacity((pixels * pixels * 4) as usize);
    for (y, x) in (0..pixels).flat_map(|y| (0..pixels).map(move |x| (y, x))) {
        let [x, y] = [x, y].map(|at| (at as f32 + 0.5) / side);
        // Inside is negative; an edge is one pixel wide.
        let cover = |distance: f32| (0.5 - distance * side).clamp(0.0, 1.0);
        let corner = [x, y].map(|at| ((at - 0.5).abs() - 0.5 + CORNER).max(0.0));
        let tile = cover(corner[0].hypot(corner[1]) - CORNER);
        let land = ISLANDS
            .into_iter()
            .map(|[cx, cy, radius]| cover((x - cx).hypot(y - cy) - radius))
            .fold(0.0, f32::max);
        rgba.extend(
            [0, 1, 2].map(|channel| {
                (SEA[channel] + (LAND[channel] - SEA[channel]) * land).round() as u8
            }),
        );
        rgba.push((tile * 255.0).round() as u8);
    }
    IconData {
        rgba,
        width: pixels,
        height: pixels,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn corners_are_clear_and_the_sea_and_islands_are_not() {
        let icon = draw();
        assert_eq!(icon.rgba.len(), (SIDE * SIDE * 4) as usize);
        let pixel = |x: usize, y: usize| &icon.rgba[(y * SIDE as usize + x) * 4..][..4];
        assert_eq!(pixel(0, 0)[3], 0);
        assert_eq!(pixel(32, 5), [38, 84, 112, 255]);
        assert_eq!(pixel(11, 51), [246, 240, 226, 255]);
    }
}
