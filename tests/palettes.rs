//! Colours that can be told apart and read: states that meet, land and sea, with normal sight and
//! with each kind of colour blindness; text and marks on their grounds. `--nocapture` prints the
//! tables.

#![expect(clippy::unwrap_used, reason = "a test may give up")]

use std::collections::BTreeSet;

use egui::Color32;
use kuril_atlas::dataset::{Atlas, Origin};
use kuril_atlas::model::polity::{Family, Shade};
use kuril_atlas::model::view::View;
use kuril_atlas::scene::ground::Ground;
use kuril_atlas::scene::palette::{self, Rgb};
use kuril_atlas::state::screen::{Palette, Scheme, Theme};
use kuril_atlas::ui::tokens::Tokens;

/// How a kind of sight changes linear red, green and blue.
type Sight = (&'static str, [[f64; 3]; 3]);

/// Normal sight, then Machado, Oliveira and Fernandes (2009), severity 1.
const SIGHTS: [Sight; 4] = [
    (
        "normal",
        [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
    ),
    (
        "protanopia",
        [
            [0.152_286, 1.052_583, -0.204_868],
            [0.114_503, 0.786_281, 0.099_216],
            [-0.003_882, -0.048_116, 1.051_998],
        ],
    ),
    (
        "deuteranopia",
        [
            [0.367_322, 0.860_646, -0.227_968],
            [0.280_085, 0.672_501, 0.047_413],
            [-0.011_820, 0.042_940, 0.968_881],
        ],
    ),
    (
        "tritanopia",
        [
            [1.255_528, -0.076_749, -0.178_779],
            [-0.078_411, 0.930_809, 0.147_602],
            [0.004_733, 0.691_367, 0.303_900],
        ],
    ),
];

fn linear(rgb: Rgb) -> [f64; 3] {
    rgb.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.040_45 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    })
}

fn times(matrix: &[[f64; 3]; 3], vector: [f64; 3]) -> [f64; 3] {
    matrix.map(|row| {
        row.iter()
            .zip(vector)
            .map(|(factor, part)| factor * part)
            .sum()
    })
}

/// `OKLab` (Ottosson 2020).
fn lab(linear: [f64; 3]) -> [f64; 3] {
    const TO_CONES: [[f64; 3]; 3] = [
        [0.412_221_470_8, 0.536_332_536_3, 0.051_445_992_9],
        [0.211_903_498_2, 0.680_699_545_1, 0.107_396_956_6],
        [0.088_302_461_9, 0.281_718_837_6, 0.629_978_700_5],
    ];
    const TO_LAB: [[f64; 3]; 3] = [
        [0.210_454_255_3, 0.793_617_785_0, -0.004_072_046_8],
        [1.977_998_495_1, -2.428_592_205_0, 0.450_593_709_9],
        [0.025_904_037_1, 0.782_771_766_2, -0.808_675_766_0],
    ];
    times(&TO_LAB, times(&TO_CONES, linear).map(f64::cbrt))
}

/// How far apart two colours look, in hundredths of `OKLab`; about 2 can just be told apart.
fn distance((_, sight): &Sight, one: Rgb, other: Rgb) -> f64 {
    let [a, b] = [one, other].map(|rgb| {
        let seen = times(sight, linear(rgb)).map(|part| part.clamp(0.0, 1.0));
        lab(seen)
    });
    100.0
        * a.iter()
            .zip(b)
            .map(|(a, b)| (a - b).powi(2))
            .sum::<f64>()
            .sqrt()
}

/// Contrast as WCAG 2 has it, 1 to 21.
fn contrast(one: Rgb, other: Rgb) -> f64 {
    let [one, other] = [one, other].map(|rgb| {
        let [red, green, blue] = linear(rgb);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    });
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn rgb(color: Color32) -> Rgb {
    [color.r(), color.g(), color.b()]
}

/// What lies on one side of a line of the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Side {
    State(Shade),
    /// Land outside the record.
    Land,
    Sea,
}

impl Side {
    fn colors(self, scheme: Scheme) -> Vec<Rgb> {
        let tokens = Tokens::of(scheme);
        match self {
            Self::State(shade) => vec![palette::shade(scheme, shade)],
            Self::Land => vec![rgb(tokens.land)],
            Self::Sea => std::iter::once(tokens.sea)
                .chain(tokens.depths)
                .map(rgb)
                .collect(),
        }
    }

    /// The least distance of any of its colours from any of another's.
    fn distance(self, other: Self, scheme: Scheme, sight: &Sight) -> f64 {
        let others = other.colors(scheme);
        let pairs = self
            .colors(scheme)
            .into_iter()
            .flat_map(|one| others.iter().map(move |other| (one, *other)));
        pairs
            .map(|(one, other)| distance(sight, one, other))
            .fold(f64::INFINITY, f64::min)
    }

    fn is_state(self) -> bool {
        matches!(self, Self::State(shade) if shade.family != Family::None)
    }
}

/// All that meets on the map on any day in any view.
fn meetings() -> BTreeSet<(Side, Side)> {
    let atlas = Atlas::load(&Origin::Embedded).unwrap();
    let ground = Ground::new(&atlas);
    let level = ground.coarse_level();
    let lines: BTreeSet<_> = level
        .arcs
        .iter()
        .map(|arc| (level.owners[arc.left], arc.right.map(|it| level.owners[it])))
        .collect();
    let mut met = BTreeSet::new();
    let mut day = Some(Atlas::range().0);
    while let Some(today) = day {
        for view in View::ALL {
            let side = |owner| match owner {
                Some(place) => {
                    let holder = atlas.holding(view, place, today).holder;
                    Side::State(atlas.polity(holder).shade())
                }
                None => Side::Land,
            };
            for (left, right) in &lines {
                let pair = (side(*left), right.map_or(Side::Sea, side));
                if pair.0 != pair.1 {
                    met.insert((pair.0.min(pair.1), pair.0.max(pair.1)));
                }
            }
        }
        day = atlas.next_change(today);
    }
    met
}

/// The least distance of two states that meet, and of a state from the sea: with normal sight, with
/// colour blindness. A line, a pattern and a name help in either palette; in the safe one the
/// colours do without them.
const fn least(palette: Palette, with_sea: bool) -> (f64, f64) {
    match (palette, with_sea) {
        (Palette::Usual, false) => (8.5, 3.7),
        (Palette::Usual, true) => (9.0, 6.5),
        (Palette::Safe, false) => (9.5, 7.7),
        (Palette::Safe, true) => (9.5, 8.0),
    }
}

#[test]
fn what_meets_on_the_map_can_be_told_apart() {
    let met = meetings();
    assert!(met.len() > 50, "{} meetings", met.len());
    for scheme in Scheme::all() {
        let of_states = met
            .iter()
            .filter(|(one, other)| one.is_state() || other.is_state());
        for sight in &SIGHTS {
            let is_normal = sight.0 == SIGHTS[0].0;
            let mut closest: Vec<_> = of_states
                .clone()
                .map(|(one, other)| (one.distance(*other, scheme, sight), one, other))
                .collect();
            closest.sort_by(|one, other| one.0.total_cmp(&other.0));
            let (nearest, one, other) = closest[0];
            println!(
                "{} {} {}: {nearest:.1} {one:?} {other:?}",
                scheme.theme.id(),
                scheme.palette.id(),
                sight.0
            );
            for (apart, one, other) in closest {
                let with_sea = *other == Side::Sea;
                let (normal, blind) = least(scheme.palette, with_sea);
                let wanted = if is_normal { normal } else { blind };
                assert!(
                    apart >= wanted,
                    "{scheme:?}, {}: {one:?} and {other:?} are {apart:.1} apart, less than {wanted}",
                    sight.0
                );
            }
        }
    }
}

#[test]
fn land_outside_the_record_is_told_from_the_sea_by_its_coast() {
    for scheme in Scheme::all() {
        let tokens = Tokens::of(scheme);
        for sight in &SIGHTS {
            assert!(
                Side::Land.distance(Side::Sea, scheme, sight) >= 2.0,
                "{scheme:?}, {}",
                sight.0
            );
        }
        let coast = contrast(rgb(tokens.coast), rgb(tokens.land));
        assert!(coast >= 2.0, "{scheme:?}: {coast:.2}");
    }
}

#[test]
fn text_has_the_contrast_of_wcag_aa_and_marks_have_three_to_one() {
    for theme in Theme::ALL {
        let t = Tokens::of(Scheme::usual(theme));
        let grounds = [("paper", t.paper), ("raised", t.raised), ("note", t.note)];
        let mut rows: Vec<(&str, Color32, &str, Color32, f64)> = Vec::new();
        for (ground, color) in grounds {
            for (name, ink) in [
                ("ink", t.ink),
                ("ink_soft", t.ink_soft),
                ("accent", t.accent),
            ] {
                rows.push((name, ink, ground, color, 4.5));
            }
        }
        rows.push(("on_accent", t.on_accent, "accent", t.accent, 4.5));
        rows.push(("label", t.label, "land", t.land, 4.5));
        for depth in std::iter::once(t.sea).chain(t.depths) {
            rows.push(("sea_ink", t.sea_ink, "sea", depth, 4.5));
            rows.push(("label", t.label, "sea", depth, 4.5));
        }
        for (name, mark) in [
            ("accent", t.accent),
            ("border", t.border),
            ("favourable", t.favourable),
            ("unfavourable", t.unfavourable),
        ] {
            rows.push((name, mark, "paper", t.paper, 3.0));
            rows.push((name, mark, "raised", t.raised, 3.0));
        }
        for series in t.series {
            rows.push(("series", series, "paper", t.paper, 3.0));
        }
        if theme == Theme::Contrast {
            rows.push(("hairline", t.hairline, "paper", t.paper, 4.5));
            rows.push(("ink", t.ink, "paper", t.paper, 15.0));
        }
        for (ink, one, ground, other, wanted) in rows {
            let found = contrast(rgb(one), rgb(other));
            println!(
                "{} {ink} on {ground}: {found:.1} (at least {wanted})",
                theme.id()
            );
            assert!(
                found >= wanted,
                "{theme:?}: {ink} on {ground} has {found:.2}, less than {wanted}"
            );
        }
    }
}

#[test]
fn the_measures_are_those_of_their_authors() {
    assert!((contrast([0; 3], [255; 3]) - 21.0).abs() < 1e-9);
    assert!((contrast([118; 3], [255; 3]) - 4.54).abs() < 0.01);
    let white = lab(linear([255; 3]));
    assert!((white[0] - 1.0).abs() < 1e-3 && white[1].abs() < 1e-3);
    let [_, protan, deutan, _] = &SIGHTS;
    for sight in [protan, deutan] {
        let (red, green) = ([200, 60, 60], [120, 110, 60]);
        assert!(distance(sight, red, green) < 0.6 * distance(&SIGHTS[0], red, green));
    }
}
