//! Lines on the ground as meshes, tessellated once a camera and tinted when colours change.

use egui::epaint::{PathShape, PathStroke, TessellationOptions, Tessellator};
use egui::{Color32, Mesh, Pos2, Rect, Shape, Stroke};

/// Tessellates lines of one width in white; its alpha is the coverage of the anti-aliased edge.
pub struct StrokeMaker {
    tessellator: Tessellator,
    width: f32,
}

impl StrokeMaker {
    /// Lines of a width in points.
    pub fn new(pixels_per_point: f32, width: f32) -> Self {
        let options = TessellationOptions {
            coarse_tessellation_culling: false,
            ..TessellationOptions::default()
        };
        Self {
            tessellator: Tessellator::new(pixels_per_point, options, [1, 1], Vec::new()),
            width,
        }
    }

    /// A line as a mesh of its own.
    pub fn mesh(&mut self, points: &[Pos2], closed: bool, visible: Rect) -> Mesh {
        let mut mesh = Mesh::default();
        self.add(points, closed, visible, &mut mesh);
        mesh
    }

    /// A dashed line as a mesh of its own; lengths of dash and gap in points.
    pub fn dashed(
        &mut self,
        points: &[Pos2],
        closed: bool,
        visible: Rect,
        [dash, gap]: [f32; 2],
    ) -> Mesh {
        let mut mesh = Mesh::default();
        for run in visible_runs(points, closed, visible) {
            for shape in
                Shape::dashed_line(&run, Stroke::new(self.width, Color32::WHITE), dash, gap)
            {
                if let Shape::LineSegment { points, .. } = shape {
                    self.add(&points, false, visible, &mut mesh);
                }
            }
        }
        mesh
    }

    /// Appends a line; parts outside `visible` are left out.
    pub fn add(&mut self, points: &[Pos2], closed: bool, visible: Rect, out: &mut Mesh) {
        for points in visible_runs(points, closed, visible.expand(self.width + 2.0)) {
            let stroke = PathStroke::new(self.width, Color32::WHITE);
            // Never `closed`: egui draws long spikes at sharp corners of closed paths.
            let path = PathShape {
                points,
                closed: false,
                fill: Color32::TRANSPARENT,
                stroke,
            };
            self.tessellator.tessellate_shape(Shape::Path(path), out);
        }
    }
}

/// The line without points that are nearer to the last one than about a pixel shows; the ends of an open
/// line stay, and so does every bend that can be seen. Points that nearly coincide would also give
/// strokes wild corners.
pub fn thinned(points: Vec<Pos2>, closed: bool, pixels_per_point: f32) -> Vec<Pos2> {
    const PIXELS: f32 = 1.6;
    const STRAIGHT: f32 = 0.4;
    let least = (PIXELS / pixels_per_point).powi(2);
    let end = points.len().saturating_sub(1);
    let mut kept: Vec<Pos2> = Vec::with_capacity(points.len());
    for (index, point) in points.into_iter().enumerate() {
        if (index == end && !closed)
            || kept
                .last()
                .is_none_or(|before| before.distance_sq(point) >= least)
        {
            kept.push(point);
        }
    }
    while closed && kept.len() > 3 && kept[0].distance_sq(kept[kept.len() - 1]) < least {
        kept.pop();
    }
    straightened(kept, STRAIGHT / pixels_per_point)
}

/// The line without points that lie within `most` of the line through their neighbours.
fn straightened(points: Vec<Pos2>, most: f32) -> Vec<Pos2> {
    // So many points at most are left out in a row, which keeps the check of each one short.
    const WINDOW: usize = 12;
    let Some(last) = points.len().checked_sub(1) else {
        return points;
    };
    let mut kept = vec![points[0]];
    let mut from = 0;
    for index in 1..last {
        let is_straight = index - from < WINDOW
            && points[from + 1..=index]
                .iter()
                .all(|point| distance(*point, [points[from], points[index + 1]]) <= most);
        if !is_straight {
            kept.push(points[index]);
            from = index;
        }
    }
    if last > 0 {
        kept.push(points[last]);
    }
    kept
}

/// From a point to a segment.
fn distance(point: Pos2, [start, end]: [Pos2; 2]) -> f32 {
    let (along, to) = (end - start, point - start);
    let length = along.length_sq();
    let share = if length > 0.0 {
        (to.dot(along) / length).clamp(0.0, 1.0)
    } else {
        0.0
    };
    (to - along * share).length()
}

/// Cuts a line into the runs that can be seen; far away points would only cost. A closed line comes
/// back to its first point.
fn visible_runs(points: &[Pos2], closed: bool, visible: Rect) -> Vec<Vec<Pos2>> {
    let end = if closed { points.first() } else { None };
    let line: Vec<Pos2> = points.iter().chain(end).copied().collect();
    if line.iter().all(|point| visible.contains(*point)) {
        return vec![line];
    }
    let mut runs: Vec<Vec<Pos2>> = Vec::new();
    let mut open = false;
    for pair in line.windows(2) {
        if !Rect::from_two_pos(pair[0], pair[1]).intersects(visible) {
            open = false;
            continue;
        }
        match runs.last_mut() {
            Some(run) if open => run.push(pair[1]),
            _ => runs.push(pair.to_vec()),
        }
        open = true;
    }
    runs
}

/// Appends a white mesh in a colour.
pub fn append_tinted(out: &mut Mesh, mesh: &Mesh, color: Color32) {
    let offset = u32::try_from(out.vertices.len()).unwrap_or(u32::MAX);
    out.indices
        .extend(mesh.indices.iter().map(|index| index + offset));
    // Beside full and none, a mesh of lines of one width has one coverage more.
    let mut last = (0, Color32::TRANSPARENT);
    out.vertices.extend(mesh.vertices.iter().map(|vertex| {
        let color = match vertex.color.a() {
            u8::MAX => color,
            0 => Color32::TRANSPARENT,
            coverage if coverage == last.0 => last.1,
            coverage => {
                last = (coverage, color.gamma_multiply(f32::from(coverage) / 255.0));
                last.1
            }
        };
        egui::epaint::Vertex { color, ..*vertex }
    }));
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::pos2;

    #[test]
    fn a_thinned_line_keeps_its_ends_and_every_bend() {
        let straight: Vec<Pos2> = (0u8..=100)
            .map(|x| pos2(f32::from(x), 0.1 * f32::from(x % 2)))
            .collect();
        let thin = thinned(straight.clone(), false, 1.0);
        assert!(thin.len() < 15, "{}", thin.len());
        assert_eq!((thin[0], thin.last()), (straight[0], straight.last()));

        let round: Vec<Pos2> = (0u16..360)
            .map(|degree| f32::from(degree).to_radians().sin_cos())
            .map(|(y, x)| pos2(x * 90.0, y * 90.0))
            .collect();
        let thin = thinned(round.clone(), true, 1.0);
        assert!(thin.len() < 120, "{}", thin.len());
        for point in round {
            let next = (1..=thin.len()).map(|index| [thin[index - 1], thin[index % thin.len()]]);
            let off = next
                .map(|segment| distance(point, segment))
                .fold(f32::INFINITY, f32::min);
            assert!(off < 0.41, "{point:?} is {off} off the line");
        }
        for few in [
            vec![],
            vec![pos2(1.0, 1.0)],
            vec![pos2(1.0, 1.0), pos2(9.0, 1.0)],
        ] {
            assert_eq!(thinned(few.clone(), false, 1.0), few);
        }
    }

    #[test]
    fn only_visible_runs_are_kept() {
        let visible = Rect::from_min_max(pos2(0.0, 0.0), pos2(10.0, 10.0));
        let line = [
            pos2(-50.0, 5.0),
            pos2(-40.0, 5.0),
            pos2(5.0, 5.0),
            pos2(60.0, 5.0),
            pos2(70.0, 5.0),
        ];
        let runs = visible_runs(&line, false, visible);
        assert_eq!(runs, vec![line[1..4].to_vec()]);
        assert!(visible_runs(&line[3..], false, visible).is_empty());
        let inside = [pos2(1.0, 1.0), pos2(2.0, 2.0), pos2(1.0, 2.0)];
        assert_eq!(visible_runs(&inside, false, visible), vec![inside.to_vec()]);
        let ring = [inside.as_slice(), &inside[..1]].concat();
        assert_eq!(visible_runs(&inside, true, visible), vec![ring]);
    }
}
