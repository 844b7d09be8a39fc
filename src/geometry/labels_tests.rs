use super::{Label, Placement, ScreenRect, do_cross, offsets_around, place};
use proptest::prelude::*;

const AREA: ScreenRect = ScreenRect {
    min: [0.0, 0.0],
    max: [800.0, 600.0],
};
const SIZE: [f32; 2] = [60.0, 14.0];

fn label(anchor: [f32; 2], priority: i32) -> Label {
    Label {
        anchor,
        size: SIZE,
        priority,
        offsets: offsets_around(SIZE, 4.0),
        leader_offsets: vec![[80.0, -60.0], [-80.0, -60.0], [80.0, 60.0], [-80.0, 60.0]],
    }
}

fn rect_of(placements: &[Placement], label: usize) -> ScreenRect {
    placements
        .iter()
        .find(|placement| placement.label == label)
        .unwrap()
        .rect
}

#[test]
fn a_lone_label_gets_its_best_position() {
    let placed = place(&[label([400.0, 300.0], 0)], AREA, &[], 2.0);
    assert_eq!(placed.len(), 1);
    assert_eq!(placed[0].leader, None);
    let rect = placed[0].rect;
    assert!(
        (rect.min[0] - 404.0).abs() < 1e-3 && rect.max[1] < 300.0,
        "{rect:?}"
    );
}

#[test]
fn the_more_important_label_goes_first_and_ties_go_by_order() {
    let labels = [label([400.0, 300.0], 0), label([401.0, 300.0], 5)];
    let placed = place(&labels, AREA, &[], 2.0);
    assert!((rect_of(&placed, 1).min[0] - 405.0).abs() < 1e-3);
    assert!(rect_of(&placed, 0).max[1] > 300.0 || rect_of(&placed, 0).max[0] < 400.0);
    let equal = [label([400.0, 300.0], 0), label([401.0, 300.0], 0)];
    assert!((rect_of(&place(&equal, AREA, &[], 2.0), 0).min[0] - 404.0).abs() < 1e-3);
}

#[test]
fn texts_stay_within_the_area_and_off_obstacles() {
    let placed = place(&[label([799.0, 1.0], 0)], AREA, &[], 2.0);
    assert!(placed[0].rect.max[0] <= 800.0 && placed[0].rect.min[1] >= 0.0);
    let inset = ScreenRect {
        min: [300.0, 200.0],
        max: [800.0, 600.0],
    };
    assert!(place(&[label([550.0, 400.0], 0)], AREA, &[inset], 2.0).is_empty());
    let beside = place(&[label([299.0, 400.0], 0)], AREA, &[inset], 2.0);
    assert!(beside[0].rect.max[0] <= 298.0);
}

#[test]
fn a_crowd_falls_back_on_leaders() {
    let mut labels = vec![label([400.0, 300.0], 0); 3];
    for label in &mut labels {
        label.offsets.truncate(2);
    }
    let placed = place(&labels, AREA, &[], 1.0);
    let led: Vec<_> = placed
        .iter()
        .filter_map(|placement| placement.leader)
        .collect();
    assert_eq!((placed.len(), led.len()), (3, 2));
    for placement in &placed {
        if let Some([from, to]) = placement.leader {
            assert_eq!(from, labels[placement.label].anchor);
            assert_eq!(to, placement.rect.nearest(from));
        }
    }
}

#[test]
fn a_leader_may_begin_on_the_symbol_of_its_place() {
    let mut led = label([400.0, 300.0], 0);
    led.offsets.clear();
    let symbol = ScreenRect::around([400.0, 300.0], [10.0, 10.0]);
    let placed = place(&[led.clone()], AREA, &[symbol], 2.0);
    assert!(placed[0].leader.is_some());
    // A wall on that side sends it to the other.
    let wall = ScreenRect {
        min: [420.0, 0.0],
        max: [425.0, 600.0],
    };
    let placed = place(&[led], AREA, &[symbol, wall], 2.0);
    assert!(placed[0].rect.max[0] < 400.0);
}

#[test]
fn nonsense_is_not_placed() {
    assert!(place(&[], AREA, &[], 1.0).is_empty());
    let mut odd = label([f32::NAN, 300.0], 0);
    assert!(place(&[odd.clone()], AREA, &[], 1.0).is_empty());
    odd.anchor = [1e30, f32::INFINITY];
    assert!(place(&[odd.clone()], AREA, &[], 1.0).is_empty());
    odd = label([400.0, 300.0], 0);
    odd.size = [f32::NAN, 10.0];
    assert!(place(&[odd.clone()], AREA, &[], 1.0).is_empty());
    odd.offsets.clear();
    odd.leader_offsets.clear();
    assert!(place(&[odd], AREA, &[], 1.0).is_empty());
    let nowhere = ScreenRect {
        min: [5.0, 5.0],
        max: [5.0, 5.0],
    };
    assert!(place(&[label([5.0, 5.0], 0)], nowhere, &[nowhere], 1.0).is_empty());
}

#[test]
fn segments_cross_or_do_not() {
    let across = [[0.0, 0.0], [2.0, 2.0]];
    assert!(do_cross(across, [[0.0, 2.0], [2.0, 0.0]]));
    assert!(!do_cross(across, [[0.0, 1.0], [1.0, 2.0]]));
    assert!(!do_cross(across, [[5.0, 0.0], [5.0, 2.0]]));
    let rect = ScreenRect {
        min: [1.0, 1.0],
        max: [2.0, 2.0],
    };
    assert!(rect.is_crossed_by([[0.0, 0.0], [3.0, 3.0]]));
    assert!(rect.is_crossed_by([[1.5, 1.5], [9.0, 9.0]]));
    assert!(!rect.is_crossed_by([[0.0, 1.0], [3.0, 1.0]]));
    assert!(!rect.is_crossed_by([[0.0, 2.5], [2.5, 5.0]]));
}

proptest! {
    #[test]
    fn nothing_overlaps_whatever_the_input(
        anchors in prop::collection::vec(([0.0..800.0_f32, 0.0..600.0_f32], -3..3), 0..120),
        gap in 0.0..5.0_f32,
    ) {
        let labels: Vec<_> = anchors.iter().map(|(anchor, priority)| label(*anchor, *priority)).collect();
        let obstacle = ScreenRect { min: [600.0, 400.0], max: [800.0, 600.0] };
        let placed = place(&labels, AREA, &[obstacle], gap);
        prop_assert_eq!(&placed, &place(&labels, AREA, &[obstacle], gap));
        prop_assert!(placed.windows(2).all(|pair| pair[0].label < pair[1].label));
        for (index, one) in placed.iter().enumerate() {
            prop_assert!(one.rect.is_within(&AREA));
            prop_assert!(!one.rect.overlaps(&obstacle));
            for other in &placed[index + 1..] {
                // The gap but for rounding.
                prop_assert!(!one.rect.expanded(gap * 0.999 - 1e-3).overlaps(&other.rect));
            }
            for other in &placed {
                if let Some(leader) = other.leader.filter(|_| other.label != one.label) {
                    prop_assert!(!one.rect.expanded(-1e-3).is_crossed_by(leader));
                }
            }
        }
    }

    /// The most important label is always placed if any of its positions is in the area.
    #[test]
    fn the_first_is_served(anchor in [100.0..700.0_f32, 100.0..500.0_f32], crowd in 0_u8..50) {
        let mut labels: Vec<_> = (0..crowd).map(|_| label(anchor, 0)).collect();
        labels.push(label(anchor, 1));
        let placed = place(&labels, AREA, &[], 2.0);
        prop_assert!(placed.iter().any(|placement| placement.label == labels.len() - 1));
    }
}
