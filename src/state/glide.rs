//! Moves of the map that are seen: from where the reader looks to where a command leads.

use crate::geometry::Camera;

/// How long a move takes, in seconds.
const SECONDS: f32 = 0.3;

/// A move that has begun. Where it leads is the look of the state, so that all but the picture is
/// there at once.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Glide {
    from: Camera,
    /// Seconds since it began.
    passed: f32,
}

impl Glide {
    /// A move that begins at a camera.
    #[must_use]
    pub const fn from(camera: Camera) -> Self {
        Self {
            from: camera,
            passed: 0.0,
        }
    }

    /// Lets time pass; whether the move has arrived.
    pub fn passes(&mut self, seconds: f32) -> bool {
        self.passed += seconds;
        // What is no number must not keep the screen busy for ever.
        self.passed.is_nan() || self.passed >= SECONDS
    }

    /// How much of the way lies behind, from 0 to 1: slow at both ends.
    #[must_use]
    pub fn share(&self) -> f64 {
        let time = f64::from((self.passed / SECONDS).clamp(0.0, 1.0));
        time * time * (3.0 - 2.0 * time)
    }

    /// The camera on its way to another. The scale changes by equal factors in equal shares; and so
    /// does the place, for the point that both cameras show at one spot of the screen stays there.
    #[must_use]
    pub fn camera(&self, to: Camera) -> Camera {
        let (from, share) = (self.from, self.share());
        let times = to.km_per_point / from.km_per_point;
        let growth = times.ln();
        if !growth.is_finite() {
            return to;
        }
        // Without a change of scale the point lies at infinity: the way is straight and even.
        let of_way = if growth.abs() < 1e-6 {
            share
        } else {
            (growth * share).exp_m1() / growth.exp_m1()
        };
        let center_km = [0, 1].map(|axis| {
            let (start, end) = (from.center_km[axis], to.center_km[axis]);
            start + (end - start) * of_way
        });
        Camera {
            center_km,
            km_per_point: from.km_per_point * (growth * share).exp(),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use super::*;
    use crate::dataset::{Atlas, Origin};
    use crate::geometry::{Projection, Viewport};
    use crate::model::date::Day;
    use crate::model::language::Language;
    use crate::state::screen::ScreenCommand;
    use crate::state::view_state::Preset;
    use crate::state::{Command, ViewState};

    static ATLAS: LazyLock<Atlas> = LazyLock::new(|| Atlas::load(&Origin::Embedded).unwrap());

    const FAR: Camera = Camera {
        center_km: [-300.0, 100.0],
        km_per_point: 4.0,
    };
    const NEAR: Camera = Camera {
        center_km: [700.0, -400.0],
        km_per_point: 0.25,
    };

    fn watched() -> ViewState {
        let mut state = ViewState::new(Day::new(1930, 12, 31).unwrap(), Language::English);
        state.is_watched = true;
        state
    }

    fn send(state: &mut ViewState, command: Command) {
        let _ = state.apply(&ATLAS, command);
    }

    fn seen(state: &ViewState) -> Camera {
        state.camera(&Projection::atlas())
    }

    fn is_near(one: Camera, other: Camera) -> bool {
        let apart = |axis: usize| (one.center_km[axis] - other.center_km[axis]).abs();
        (one.km_per_point / other.km_per_point - 1.0).abs() < 1e-9 && apart(0).max(apart(1)) < 1e-6
    }

    #[test]
    fn it_leads_from_one_camera_to_the_other_in_equal_factors() {
        let mut glide = Glide::from(FAR);
        assert!(is_near(glide.camera(NEAR), FAR));
        assert!(!glide.passes(SECONDS / 2.0));
        assert!((glide.share() - 0.5).abs() < 1e-6);
        let middle = glide.camera(NEAR);
        assert!(
            (middle.km_per_point - 1.0).abs() < 1e-6,
            "the geometric mean"
        );
        assert!(glide.passes(SECONDS / 2.0), "it has arrived");
        assert!(is_near(glide.camera(NEAR), NEAR));
    }

    #[test]
    fn what_both_cameras_show_at_one_spot_stays_there() {
        let viewport = Viewport {
            size: [900.0, 500.0],
        };
        // The point of the map that is at one spot at both scales.
        let fixed = [0, 1].map(|axis| {
            let share = FAR.km_per_point / (FAR.km_per_point - NEAR.km_per_point);
            FAR.center_km[axis] + share * (NEAR.center_km[axis] - FAR.center_km[axis])
        });
        let spot = FAR.to_screen(fixed, viewport);
        let mut glide = Glide::from(FAR);
        for _ in 0..9 {
            let _ = glide.passes(SECONDS / 10.0);
            let now = glide.camera(NEAR).to_screen(fixed, viewport);
            let apart = (now[0] - spot[0]).hypot(now[1] - spot[1]);
            assert!(apart < 0.01, "{now:?} {spot:?}");
        }
    }

    #[test]
    fn at_one_scale_it_goes_straight_and_nonsense_arrives() {
        let aside = Camera {
            center_km: [500.0, 100.0],
            ..FAR
        };
        let mut glide = Glide::from(FAR);
        let _ = glide.passes(SECONDS / 2.0);
        assert!((glide.camera(aside).center_km[0] - 100.0).abs() < 1e-3);
        let lost = Camera {
            km_per_point: 0.0,
            ..FAR
        };
        assert_eq!(Glide::from(lost).camera(NEAR), NEAR);
        assert!(glide.passes(f32::NAN));
    }

    #[test]
    fn presets_glide_and_arrive_in_a_third_of_a_second() {
        let mut state = watched();
        let before = seen(&state);
        send(&mut state, Command::Look(Preset::FourIslands));
        assert!(is_near(seen(&state), before), "it begins where one looked");
        let goal = state.goal(&Projection::atlas());
        let mut last = before.km_per_point;
        let mut frames = 0;
        while state.glide.is_some() {
            send(&mut state, Command::Glide(1.0 / 60.0));
            let now = seen(&state).km_per_point;
            assert!(now < last, "always nearer");
            last = now;
            frames += 1;
        }
        assert!((17..=19).contains(&frames), "{frames}");
        assert!(is_near(seen(&state), goal));
        let still = state.apply(&ATLAS, Command::Glide(1.0));
        assert!(!still.needs_repaint, "nothing moves any more");
    }

    #[test]
    fn a_hand_on_the_map_stops_it_where_it_is() {
        for command in [
            Command::Pan([10.0, 0.0]),
            Command::Zoom {
                factor: 1.1,
                about: Some([50.0, 50.0]),
            },
        ] {
            let mut state = watched();
            send(&mut state, Command::Look(Preset::FourIslands));
            send(&mut state, Command::Glide(0.15));
            let before = seen(&state);
            send(&mut state, command);
            assert_eq!(state.glide, None, "{command:?}");
            let change = seen(&state).km_per_point / before.km_per_point;
            assert!((0.9..=1.0).contains(&change), "{command:?}: {change}");
        }
        // Another place is gone to from where one is by then.
        let mut state = watched();
        send(&mut state, Command::Look(Preset::FourIslands));
        send(&mut state, Command::Glide(0.15));
        let between = seen(&state);
        send(&mut state, Command::Look(Preset::Sakhalin));
        assert!(is_near(seen(&state), between));
    }

    #[test]
    fn keys_and_double_clicks_come_nearer_by_whole_steps_however_fast() {
        let mut state = watched();
        let before = seen(&state).km_per_point;
        for _ in 0..3 {
            let nearer = Command::Zoom {
                factor: 1.25,
                about: None,
            };
            send(&mut state, nearer);
            send(&mut state, Command::Glide(0.02));
        }
        let goal = state.goal(&Projection::atlas()).km_per_point;
        assert!((before / goal - 1.25_f64.powi(3)).abs() < 1e-9);
        let mut state = watched();
        send(&mut state, Command::Closer([100.0, 100.0]));
        assert!(state.glide.is_some());
        let goal = state.goal(&Projection::atlas()).km_per_point;
        assert!((before / goal - 2.0).abs() < 1e-9);
    }

    #[test]
    fn nothing_glides_in_pictures_nor_where_motion_is_reduced() {
        let place = ATLAS.find_territory("iturup").unwrap();
        for command in [
            Command::Look(Preset::Sakhalin),
            Command::ShowPlace(place),
            Command::Closer([5.0, 5.0]),
        ] {
            let mut picture = watched();
            picture.is_watched = false;
            let mut reduced = watched();
            send(&mut reduced, Command::Screen(ScreenCommand::ToggleMotion));
            for mut state in [picture, reduced] {
                send(&mut state, command);
                assert_eq!(state.glide, None, "{command:?}");
            }
            let mut state = watched();
            send(&mut state, command);
            assert!(state.glide.is_some(), "{command:?}");
        }
        let mut state = watched();
        send(&mut state, Command::Step(1));
        assert_eq!(state.glide, None, "time does not move the map");
    }
}
