//! Whoever works by keyboard sees where the focus is and reaches everything, at 100 and at 200 %.

#![expect(clippy::unwrap_used, reason = "a test may give up")]

#[path = "common/raster_renderer.rs"]
mod raster_renderer;
#[path = "common/screen.rs"]
mod screen;

use std::collections::BTreeSet;

use egui::accesskit::Role;
use egui::epaint::ClippedShape;
use egui::{Key as Keyboard, Rect, Vec2, vec2};
use kuril_atlas::model::language::Language;
use kuril_atlas::state::Command;
use kuril_atlas::state::screen::{Scale, ScreenCommand};
use kuril_atlas::state::view_state::Page;
use kuril_atlas::text::Key;
use screen::{ATLAS, Screen};

/// What is drawn at a place, as text; the tooltip of the focus before may lie over it.
fn drawn(screen: &Screen, place: Rect) -> Vec<String> {
    let shapes = screen.harness.output().shapes.iter();
    shapes
        .filter(
            |ClippedShape {
                 clip_rect, shape, ..
             }| {
                let seen = shape.visual_bounding_rect().intersect(*clip_rect);
                // A shape of the whole screen tells nothing of one control.
                seen.intersects(place) && seen.area() < 9.0 * place.area().max(900.0)
            },
        )
        .map(|ClippedShape { shape, .. }| format!("{shape:?}"))
        .collect()
}

/// Tabs through a screen; every stop is on the screen and looks otherwise than without the focus.
fn tab_through(mut screen: Screen, least: usize, must_meet: &[Key]) {
    let window = screen.harness.ctx.content_rect();
    let mut met = BTreeSet::new();
    let mut faults = Vec::new();
    let mut first = None;
    for _ in 0..400 {
        screen.press(Keyboard::Tab);
        let Some((role, name, place)) = screen.focus() else {
            continue;
        };
        let what = format!("{role:?} {}", name.clone().unwrap_or_default());
        let at = (what.clone(), place.min.x.to_bits(), place.min.y.to_bits());
        if first.as_ref() == Some(&at) {
            break;
        }
        first.get_or_insert(at);
        met.insert(name.unwrap_or_default());
        if !window.contains(place.center()) {
            faults.push(format!("{what} has the focus off the screen: {place}"));
            continue;
        }
        let with = drawn(&screen, place.expand(3.0));
        let id = screen.harness.ctx.memory(egui::Memory::focused);
        screen.harness.ctx.memory_mut(|memory| {
            if let Some(id) = id {
                memory.surrender_focus(id);
            }
        });
        screen.harness.step();
        let without = drawn(&screen, place.expand(3.0));
        // Edges of panels are drawn only while they are dragged.
        if with == without && role != Role::Splitter {
            faults.push(format!(
                "{what} does not show that it has the focus: {place}"
            ));
        }
        screen.harness.ctx.memory_mut(|memory| {
            if let Some(id) = id {
                memory.request_focus(id);
            }
        });
        screen.harness.step();
    }
    assert!(met.len() >= least, "{} stops: {met:?}", met.len());
    for key in must_meet {
        let name = screen.text(*key);
        if !met.iter().any(|met| met.contains(name)) {
            faults.push(format!("{name} is not reached"));
        }
    }
    assert!(
        faults.is_empty(),
        "{} faults\n{}",
        faults.len(),
        faults.join("\n")
    );
}

fn open(page: Page, size: Vec2, percent: u16) -> Screen {
    let mut screen = Screen::new("1945-08-28", Language::English);
    screen.harness.set_size(size);
    let iturup = ATLAS.find_territory("iturup");
    let scale = Scale::of(percent).unwrap_or_default();
    screen.with_app(|app| {
        app.send(Command::Screen(ScreenCommand::SetScale(scale)));
        app.send(Command::Screen(ScreenCommand::ToggleMotion));
        app.send(Command::Select(iturup));
        app.send(Command::OpenPage(page));
    });
    screen
}

/// What the bars offer, whatever page is open.
const BARS: [Key; 8] = [
    Key::Layers,
    Key::LookAt,
    Key::Display,
    Key::About,
    Key::Keys,
    Key::Teaching,
    Key::Search,
    Key::Play,
];

#[test]
fn the_focus_is_seen_on_the_page_of_a_place() {
    tab_through(open(Page::Place, vec2(1280.0, 800.0), 100), 60, &BARS);
}

#[test]
fn the_focus_is_seen_on_the_page_of_the_year() {
    tab_through(open(Page::Year, vec2(1280.0, 800.0), 100), 40, &BARS);
}

#[test]
fn all_is_reached_at_twice_the_size() {
    tab_through(open(Page::Year, vec2(1920.0, 1080.0), 200), 40, &BARS);
}
