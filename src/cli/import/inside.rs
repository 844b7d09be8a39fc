//! A point inside an area, for its name and its test.

use super::read::Rings;

/// How many parallels are tried.
const TRIES: u8 = 15;

/// A point well inside the widest part of an area; `None` where the area has no width.
pub fn point_inside(polygons: &[Rings]) -> Option<[f64; 2]> {
    let widest = polygons.iter().filter_map(widest_of);
    let (_, point) = widest.max_by(|(a, _), (b, _)| a.total_cmp(b))?;
    Some(point.map(|degrees| (degrees * 1e5).round() / 1e5))
}

/// The widest stretch of any tried parallel within a polygon: its width and its middle.
fn widest_of(rings: &Rings) -> Option<(f64, [f64; 2])> {
    let latitudes = rings.first()?.iter().map(|point| point[1]);
    let (south, north) = latitudes.fold((f64::MAX, f64::MIN), |(south, north), latitude| {
        (south.min(latitude), north.max(latitude))
    });
    let stretches = (1..=TRIES).flat_map(|number| {
        let share = f64::from(number) / f64::from(TRIES + 1);
        let latitude = south + (north - south) * share;
        // Near the rim a stretch may be wide and yet thin.
        let worth = 1.0 - (share - 0.5).abs();
        crossings(rings, latitude)
            .chunks_exact(2)
            .map(move |pair| {
                let middle = f64::midpoint(pair[0], pair[1]);
                ((pair[1] - pair[0]) * worth, [middle, latitude])
            })
            .collect::<Vec<_>>()
    });
    stretches
        .filter(|(width, _)| *width > 0.0)
        .max_by(|(a, _), (b, _)| a.total_cmp(b))
}

/// Where a parallel crosses the rings, from west to east.
fn crossings(rings: &Rings, latitude: f64) -> Vec<f64> {
    let edges = rings.iter().flat_map(|ring| ring.windows(2));
    let mut found: Vec<f64> = edges
        .filter(|edge| (edge[0][1] > latitude) != (edge[1][1] > latitude))
        .map(|edge| {
            let [[x1, y1], [x2, y2]] = [edge[0], edge[1]];
            x1 + (x2 - x1) * (latitude - y1) / (y2 - y1)
        })
        .collect();
    found.sort_by(f64::total_cmp);
    found
}

#[cfg(test)]
mod tests {
    use super::point_inside;

    #[test]
    fn the_point_lies_beside_a_hole_and_in_the_larger_part() {
        let square = |at: f64, size: f64| {
            let far = at + size;
            vec![[at, at], [far, at], [far, far], [at, far], [at, at]]
        };
        let ringed = vec![square(0.0, 10.0), square(1.0, 7.0)];
        let [x, y] = point_inside(&[vec![square(20.0, 1.0)], ringed]).unwrap();
        assert!((0.0..10.0).contains(&x) && (0.0..10.0).contains(&y));
        assert!(
            !((1.0..8.0).contains(&x) && (1.0..8.0).contains(&y)),
            "{x} {y}"
        );
        assert_eq!(point_inside(&[vec![vec![[1.0, 1.0]; 4]]]), None);
    }
}
