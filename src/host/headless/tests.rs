//! What is kept on the canvas from frame to frame is what a full paint of the last frame makes.

use std::fmt::Write as _;
use std::sync::Arc;

use egui::{Key, Modifiers, MouseWheelSource, MouseWheelUnit, PointerButton, Pos2, TouchPhase};

use super::*;
use crate::dataset::{Atlas, Origin};
use crate::model::language::Language;
use crate::model::place::TerritoryIx;
use crate::scene::ground::Ground;
use crate::state::screen::{Palette, ScreenCommand};
use crate::state::view_state::{Layer, Page, Preset, Theme, Unit, View};
use crate::state::{Command, ViewState};
use crate::ui::app::Content;

/// The number of random steps; more of them are asked for where there is time.
const STEPS: &str = "KURIL_ATLAS_STEPS";

/// Numbers without a pattern, the same at every run (`SplitMix64`).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut word = self.0;
        word = (word ^ (word >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        word = (word ^ (word >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        word ^ (word >> 31)
    }

    fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[usize::try_from(self.below(all.len() as u64)).unwrap()]
    }

    /// From 0 to 1.
    fn share(&mut self) -> f32 {
        f32::from(u16::try_from(self.below(1001)).unwrap()) / 1000.0
    }

    fn command(&mut self, atlas: &Atlas) -> Command {
        let some = self.below(2) == 0;
        match self.below(30) {
            0 => Command::SetTheme(self.of(&Theme::ALL)),
            1 => Command::SetLanguage(self.of(&Language::ALL)),
            2 | 3 => Command::OpenPage(self.of(&Page::ALL)),
            4 => Command::SetView(self.of(&View::ALL)),
            5 => Command::Look(self.of(&Preset::ALL)),
            6 | 7 => Command::Zoom {
                factor: 0.5 + f64::from(self.share()) * 1.5,
                about: some.then_some([100.0, 80.0]),
            },
            8 | 9 => Command::Pan([self.share() * 60.0 - 30.0, self.share() * 40.0 - 20.0]),
            10 => {
                let count = atlas.territories.len() as u64;
                let place = u16::try_from(self.below(count)).unwrap();
                Command::Select(some.then_some(TerritoryIx(place)))
            }
            11 => Command::ToggleLayer(self.of(&Layer::ALL)),
            12 => Command::ToggleTracks,
            13 => Command::ShowHeld(some),
            14 => Command::ShowSearch(some),
            15 => Command::ShowAbout(some && self.below(4) == 0),
            16 => Command::SideBySide(some),
            17 => Command::Screen(ScreenCommand::SetPalette(self.of(&Palette::ALL))),
            18 => Command::SetUnit(self.of(&Unit::ALL)),
            19 => Command::ZoomTime {
                factor: 0.5 + f64::from(self.share()) * 1.5,
                about: None,
            },
            20 => Command::NextChange,
            21 => Command::PreviousChange,
            22 => Command::Back,
            23 => Command::ShowCharts(some && self.below(4) == 0),
            24 if self.below(4) == 0 => {
                Command::Screen(self.of(&[ScreenCommand::Larger, ScreenCommand::Smaller]))
            }
            _ => Command::Step(i32::try_from(self.below(41)).unwrap() - 20),
        }
    }

    fn event(&mut self, size: Vec2) -> Event {
        let pos = Pos2::new(self.share() * size.x, self.share() * size.y);
        match self.below(10) {
            0 => Event::PointerGone,
            1 | 2 => Event::PointerButton {
                pos,
                button: PointerButton::Primary,
                pressed: self.below(2) == 0,
                modifiers: Modifiers::NONE,
            },
            3 => Event::MouseWheel {
                unit: MouseWheelUnit::Point,
                delta: vec2(0.0, self.share() * 100.0 - 50.0),
                phase: TouchPhase::Move,
                source: MouseWheelSource::Unknown,
                modifiers: Modifiers::NONE,
            },
            4 => Event::Text("千島Курилы".to_owned()),
            5 => Event::Key {
                key: self.of(&[
                    Key::Tab,
                    Key::Escape,
                    Key::ArrowRight,
                    Key::Space,
                    Key::Enter,
                ]),
                physical_key: None,
                pressed: true,
                repeat: false,
                modifiers: Modifiers::NONE,
            },
            _ => Event::PointerMoved(pos),
        }
    }
}

fn screen(atlas: &Arc<Atlas>, size: [usize; 2], scale: f32) -> Headless {
    let ground = Ground::new(atlas);
    ground.prepare_fine_now(atlas);
    let mut state = ViewState::new(Atlas::range().1, Language::English);
    state.screen.hint_open = false;
    let make = |context: &Context| {
        App::new(
            Arc::clone(atlas),
            Arc::new(ground),
            state,
            Content::Page,
            context,
        )
    };
    Headless::new(size, scale, make).with_kept_canvas()
}

/// Draws a frame on the kept canvas and compares it with the whole of it.
fn check(screen: &mut Headless, events: Vec<Event>, told: &str) -> usize {
    let primitives = screen.frame(events);
    let scale = screen.context.pixels_per_point();
    let (size, clear) = (screen.size, Color32::BLACK);
    let full = screen.rasterizer.paint(size, scale, clear, &primitives);
    let kept = screen.kept.as_mut().unwrap();
    let before = kept.canvas().clone();
    let damage = kept.paint(size, scale, clear, primitives);
    let now = kept.canvas();
    assert_eq!(now.size(), full.size(), "{told}");
    let width = i32::try_from(size[0]).unwrap();
    let is_told = |column: i32, row: i32| {
        let within = |rect: &PixelRect| {
            (rect.min[0]..rect.max[0]).contains(&column)
                && (rect.min[1]..rect.max[1]).contains(&row)
        };
        damage.iter().any(within)
    };
    let pixels = now.pixels().iter().zip(full.pixels()).zip(0_i32..);
    for ((kept, full), place) in pixels {
        let (column, row) = (place % width, place / width);
        assert_eq!(kept, full, "{told}: the pixel at {column}, {row}");
    }
    if before.size() == now.size() {
        let pixels = before.pixels().iter().zip(now.pixels()).zip(0_i32..);
        for ((old, new), place) in pixels {
            let (column, row) = (place % width, place / width);
            assert!(
                old == new || is_told(column, row),
                "{told}: the pixel at {column}, {row} changed and was not told"
            );
        }
    }
    damage.iter().map(|rect| area(*rect)).sum()
}

fn area(rect: PixelRect) -> usize {
    let side = |axis: usize| usize::try_from(rect.max[axis] - rect.min[axis]).unwrap();
    side(0) * side(1)
}

/// Dates, pans, zooms, themes, languages, pages, panels, the pointer and keys, as they come.
#[test]
fn the_kept_canvas_is_what_a_full_paint_makes() {
    let steps = std::env::var(STEPS)
        .ok()
        .and_then(|steps| steps.parse().ok());
    let steps: usize = steps.unwrap_or(25);
    let atlas = Arc::new(Atlas::load(&Origin::Embedded).unwrap());
    for (seed, size, scale) in [(1, [800, 560], 1.0), (2, [900, 620], 1.25)] {
        let mut random = Random(seed);
        let mut screen = screen(&atlas, size, scale);
        let mut drawn = 0;
        for step in 0..steps {
            let mut told = format!("seed {seed}, step {step}");
            let events = if random.below(3) == 0 {
                let size = screen.points();
                vec![random.event(size)]
            } else {
                let command = random.command(&atlas);
                let _ = write!(told, ", {command:?}");
                screen.app().send(command);
                Vec::new()
            };
            drawn += check(&mut screen, events, &told);
        }
        let all = size[0] * size[1] * steps;
        assert!(drawn * 10 < all * 9, "{drawn} of {all} pixels were drawn");
    }
}

#[test]
fn a_still_frame_draws_nothing_and_a_new_size_everything() {
    let atlas = Arc::new(Atlas::load(&Origin::Embedded).unwrap());
    let mut screen = screen(&atlas, [800, 560], 1.0);
    screen.settle();
    assert_eq!(check(&mut screen, Vec::new(), "first"), 800 * 560);
    assert_eq!(check(&mut screen, Vec::new(), "still"), 0);
    // Letters that come for the first time may make the texture of the font larger, and so move all
    // letters in it.
    for years in [-1, 1] {
        screen.app().send(Command::Step(years));
        check(&mut screen, Vec::new(), "there and back");
    }
    screen.app().send(Command::Step(-1));
    let step = check(&mut screen, Vec::new(), "a year back");
    assert!(step > 0 && step < 800 * 560 / 2, "{step}");
    screen.size = [820, 580];
    assert_eq!(check(&mut screen, Vec::new(), "larger"), 820 * 580);
}
