//! Placing a text along a line, such as the name of a border.
//!
//! All positions are screen points, `[x right, y down]`; angles are radians, clockwise.

use super::labels::{ScreenRect, offsets_around};

/// Where a text goes: its centre, and how it is turned.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Along {
    pub center: [f32; 2],
    pub angle: f32,
}

/// Between two places that are tried, in points.
const STEP: f32 = 16.0;
/// No more places are tried on one line.
const TRIES: usize = 160;
/// How far a line may bend away from a straight text, in points.
const BEND: f32 = 7.0;

/// A place beside the most fitting straight stretch of a line: near its middle in sight, upright, on
/// `area`, and off everything `taken`; `None` where there is no room.
///
/// `gap` points are left between line and text. The rectangles that the text then covers are
/// [`footprint`]. The same input gives the same output.
#[must_use]
pub fn along(
    line: &[[f32; 2]],
    size: [f32; 2],
    gap: f32,
    area: ScreenRect,
    taken: &[ScreenRect],
) -> Option<Along> {
    let lengths = lengths(line);
    let (first, last) = in_sight(line, &lengths, area)?;
    let whole = *lengths.last()?;
    let (first, last) = (first.max(size[0] / 2.0), last.min(whole - size[0] / 2.0));
    // A line with one point in sight is looked at on both sides of it.
    let middle = f32::midpoint(first, last);
    // Straight stretches first.
    [BEND, 3.0 * BEND].into_iter().find_map(|bend| {
        search(&lengths, (middle, (last - first) / 2.0), size[0], |ends| {
            beside(line, &lengths, ends, size, (gap, bend))
                .into_iter()
                .flatten()
                .find(|along| is_free(*along, size, area, taken))
        })
    })
}

/// Tries stretches of a line as long as a text, from the middle outwards.
fn search(
    lengths: &[f32],
    (middle, reach): (f32, f32),
    width: f32,
    find: impl Fn([f32; 2]) -> Option<Along>,
) -> Option<Along> {
    let whole = *lengths.last()?;
    let mut away = 0.0;
    for _ in 0..TRIES {
        for at in [middle + away, middle - away] {
            let ends = [at - width / 2.0, at + width / 2.0];
            if ends[0] >= 0.0 && ends[1] <= whole {
                let found = find(ends);
                if found.is_some() {
                    return found;
                }
            }
        }
        away += STEP;
        if away > reach.abs() {
            break;
        }
    }
    None
}

/// A line of which less than this share of its name is in sight is too short to be named.
const SHORTEST: f32 = 0.25;
/// A line of which more than this many times its name is in sight is too long for a level name
/// beside it: nobody would see whose it is.
const LONGEST: f32 = 1.7;

/// A place for a level text beside a line that is too short or too bent for [`along`]: at its middle,
/// else towards its ends. Off everything `taken` and off the line itself.
#[must_use]
pub fn beside_line(
    line: &[[f32; 2]],
    size: [f32; 2],
    gap: f32,
    area: ScreenRect,
    taken: &[ScreenRect],
) -> Option<Along> {
    let lengths = lengths(line);
    let (first, last) = in_sight(line, &lengths, area)?;
    let share = (last - first) / size[0];
    if !(SHORTEST..=LONGEST).contains(&share) {
        return None;
    }
    let points = [0.5, 0.3, 0.7, 0.1, 0.9, 0.0, 1.0]
        .into_iter()
        .filter_map(|share| point_at(line, &lengths, first + (last - first) * share));
    let centers = points.flat_map(|point| {
        let offsets = offsets_around(size, gap + 2.0).into_iter();
        offsets.map(move |offset| [0, 1].map(|axis| point[axis] + offset[axis]))
    });
    let places = centers.map(|center| Along { center, angle: 0.0 });
    let off_line = |place: &Along| {
        let rect = ScreenRect::around(place.center, size);
        !line
            .windows(2)
            .any(|pair| rect.is_crossed_by([pair[0], pair[1]]))
    };
    places
        .filter(off_line)
        .find(|place| is_free(*place, size, area, taken))
}

/// The rectangles that a placed text covers, a row of squares along it.
pub fn footprint(along: Along, size: [f32; 2]) -> impl Iterator<Item = ScreenRect> {
    let [width, height] = size;
    let (sin, cos) = along.angle.sin_cos();
    // A square of this side covers the height of the text however it is turned.
    let half = height / 2.0 * (sin.abs() + cos.abs()).min(1.3);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a text has a length that fits"
    )]
    let count = (width / height).ceil().clamp(1.0, 200.0) as u16;
    (0..=count).map(move |index| {
        let share = f32::from(index) / f32::from(count) - 0.5;
        let reach = share * (width - height).max(0.0);
        let center = [along.center[0] + reach * cos, along.center[1] + reach * sin];
        ScreenRect {
            min: center.map(|value| value - half),
            max: center.map(|value| value + half),
        }
    })
}

fn is_free(along: Along, size: [f32; 2], area: ScreenRect, taken: &[ScreenRect]) -> bool {
    footprint(along, size)
        .all(|square| square.is_within(&area) && !taken.iter().any(|other| other.overlaps(&square)))
}

/// The length of the line up to each of its points.
fn lengths(line: &[[f32; 2]]) -> Vec<f32> {
    let mut length = 0.0;
    let steps = line.windows(2).map(|pair| {
        length += (pair[1][0] - pair[0][0]).hypot(pair[1][1] - pair[0][1]);
        length
    });
    let mut lengths = Vec::with_capacity(line.len());
    lengths.extend((!line.is_empty()).then_some(0.0));
    lengths.extend(steps);
    lengths
}

/// How far along the line it comes into an area, and where it leaves it for good.
fn in_sight(line: &[[f32; 2]], lengths: &[f32], area: ScreenRect) -> Option<(f32, f32)> {
    const SAMPLES: u16 = 4000;
    let whole = *lengths.last()?;
    let step = (whole / f32::from(SAMPLES)).max(STEP);
    let mut seen = (0..=SAMPLES)
        .map(|index| f32::from(index) * step)
        .take_while(|at| *at <= whole)
        .filter(|at| point_at(line, lengths, *at).is_some_and(|point| area.contains(point)));
    let first = seen.next()?;
    Some((first, seen.last().unwrap_or(first)))
}

fn point_at(line: &[[f32; 2]], lengths: &[f32], at: f32) -> Option<[f32; 2]> {
    let next = lengths.partition_point(|length| *length < at).max(1);
    let (from, to) = (line.get(next - 1)?, line.get(next)?);
    let step = lengths[next] - lengths[next - 1];
    let share = if step > 0.0 {
        (at - lengths[next - 1]) / step
    } else {
        0.0
    };
    Some([0, 1].map(|axis| from[axis] + (to[axis] - from[axis]) * share))
}

/// The two places beside a stretch of a line, above first; none where the line bends by more than
/// `most` points.
fn beside(
    line: &[[f32; 2]],
    lengths: &[f32],
    ends: [f32; 2],
    size: [f32; 2],
    (gap, most): (f32, f32),
) -> [Option<Along>; 2] {
    let (Some(start), Some(end)) = (
        point_at(line, lengths, ends[0]),
        point_at(line, lengths, ends[1]),
    ) else {
        return [None, None];
    };
    let (x, y) = (end[0] - start[0], end[1] - start[1]);
    let length = x.hypot(y);
    // A chord much shorter than the text: the line turns back.
    if length < size[0] * 0.9 {
        return [None, None];
    }
    let across = [-y / length, x / length];
    let inside = lengths
        .iter()
        .zip(line)
        .filter(|(length, _)| (ends[0]..=ends[1]).contains(*length));
    let bends = inside
        .map(|(_, point)| (point[0] - start[0]) * across[0] + (point[1] - start[1]) * across[1]);
    let (low, high) = bends.fold((0.0_f32, 0.0_f32), |(low, high), bend| {
        (low.min(bend), high.max(bend))
    });
    if high - low > most {
        return [None, None];
    }
    let angle = y.atan2(x);
    let upright = if angle > std::f32::consts::FRAC_PI_2 {
        angle - std::f32::consts::PI
    } else if angle <= -std::f32::consts::FRAC_PI_2 {
        angle + std::f32::consts::PI
    } else {
        angle
    };
    let middle = [0, 1].map(|axis| f32::midpoint(start[axis], end[axis]));
    let place = |offset: f32| {
        Some(Along {
            center: [0, 1].map(|axis| middle[axis] + across[axis] * offset),
            angle: upright,
        })
    };
    let clear = size[1] / 2.0 + gap;
    let (one, other) = (place(low - clear), place(high + clear));
    // "Across" points down for a line to the right.
    if across[1] >= 0.0 {
        [one, other]
    } else {
        [other, one]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const AREA: ScreenRect = ScreenRect {
        min: [0.0, 0.0],
        max: [400.0, 300.0],
    };

    #[test]
    fn a_text_stands_above_the_middle_of_a_straight_line() {
        for line in [
            [[0.0, 150.0], [400.0, 150.0]],
            [[400.0, 150.0], [0.0, 150.0]],
            // Neither end is in sight.
            [[-400.0, 150.0], [800.0, 150.0]],
        ] {
            let placed = along(&line, [100.0, 12.0], 3.0, AREA, &[]).unwrap();
            assert!((placed.center[0] - 200.0).abs() < 9.0, "{placed:?}");
            assert!((placed.center[1] - 141.0).abs() < 0.1, "{placed:?}");
            assert!(placed.angle.abs() < 1e-3, "{placed:?}");
        }
    }

    #[test]
    fn it_gives_way_below_and_along_the_line() {
        let line = [[0.0, 150.0], [400.0, 150.0]];
        let above = ScreenRect {
            min: [0.0, 100.0],
            max: [400.0, 149.0],
        };
        let placed = along(&line, [100.0, 12.0], 3.0, AREA, &[above]).unwrap();
        assert!((placed.center[1] - 159.0).abs() < 0.1, "{placed:?}");
        let middle = ScreenRect {
            min: [150.0, 0.0],
            max: [250.0, 300.0],
        };
        let placed = along(&line, [100.0, 12.0], 3.0, AREA, &[middle]).unwrap();
        assert!((placed.center[0] - 200.0).abs() > 100.0, "{placed:?}");
        assert!(
            footprint(placed, [100.0, 12.0]).all(|square| !square.overlaps(&middle)),
            "{placed:?}"
        );
        let all = ScreenRect {
            min: [-10.0, -10.0],
            max: [410.0, 310.0],
        };
        assert_eq!(along(&line, [100.0, 12.0], 3.0, AREA, &[all]), None);
    }

    #[test]
    fn a_short_or_bent_line_has_its_text_beside_it() {
        let size = [100.0, 12.0];
        for line in [
            vec![[180.0, 150.0], [220.0, 150.0]],
            vec![
                [200.0, 130.0],
                [210.0, 150.0],
                [190.0, 170.0],
                [215.0, 190.0],
            ],
        ] {
            assert_eq!(along(&line, size, 3.0, AREA, &[]), None);
            let placed = beside_line(&line, size, 3.0, AREA, &[]).unwrap();
            assert!(placed.angle.abs() < 1e-6);
            let rect = ScreenRect::around(placed.center, size);
            assert!(
                line.windows(2)
                    .all(|pair| !rect.is_crossed_by([pair[0], pair[1]]))
            );
            let other = beside_line(&line, size, 3.0, AREA, &[rect]).unwrap();
            assert_ne!(placed, other);
        }
        let dot = [[200.0, 150.0], [205.0, 150.0]];
        assert_eq!(beside_line(&dot, size, 3.0, AREA, &[]), None);
        let outside = [[900.0, 150.0], [905.0, 190.0]];
        assert_eq!(beside_line(&outside, size, 3.0, AREA, &[]), None);
    }

    #[test]
    fn it_is_never_upside_down_nor_outside() {
        for degrees in (0u16..360).step_by(7) {
            let (y, x) = f32::from(degrees).to_radians().sin_cos();
            let line = [
                [200.0 - 140.0 * x, 150.0 - 140.0 * y],
                [200.0 + 140.0 * x, 150.0 + 140.0 * y],
            ];
            let placed = along(&line, [90.0, 12.0], 3.0, AREA, &[]).unwrap();
            let right_angle = std::f32::consts::FRAC_PI_2 + 1e-4;
            assert!(placed.angle.abs() <= right_angle, "{degrees}: {placed:?}");
            assert!(footprint(placed, [90.0, 12.0]).all(|square| square.is_within(&AREA)));
        }
    }

    #[test]
    fn a_line_too_short_too_bent_or_empty_has_no_room() {
        let zigzag: Vec<[f32; 2]> = (0u8..40)
            .map(|index| {
                let up = if index % 2 == 0 { 140.0 } else { 160.0 };
                [f32::from(index) * 10.0, up]
            })
            .collect();
        for line in [
            vec![],
            vec![[10.0, 10.0]],
            vec![[10.0, 10.0], [60.0, 10.0]],
            vec![[10.0, 10.0], [10.0, 10.0]],
            zigzag,
        ] {
            assert_eq!(
                along(&line, [100.0, 12.0], 3.0, AREA, &[]),
                None,
                "{line:?}"
            );
        }
    }
}
