//! No text is cut off where nothing says the rest of it, on any screen, in any language.

#![expect(clippy::unwrap_used, reason = "a test may give up")]

#[path = "common/everywhere.rs"]
mod everywhere;
#[path = "common/raster_renderer.rs"]
mod raster_renderer;
#[path = "common/screen.rs"]
mod screen;

use std::collections::BTreeSet;

use egui::accesskit::Role;
use egui::epaint::{ClippedShape, TextShape};
use egui::{Rect, Shape, Vec2, vec2};
use egui_kittest::kittest::NodeT as _;
use kuril_atlas::model::language::Language;
use kuril_atlas::state::Command;
use kuril_atlas::state::screen::{Scale, ScreenCommand};
use screen::Screen;

/// Text may stand out by so much, in points: the shadow of a letter, not the letter.
const SLACK: f32 = 1.5;

/// All texts on the screen with the places they are cut to.
fn texts(screen: &Screen) -> Vec<(Rect, TextShape)> {
    fn walk(clip: Rect, shape: &Shape, found: &mut Vec<(Rect, TextShape)>) {
        match shape {
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| walk(clip, shape, found)),
            Shape::Text(text) if !text.galley.text().trim().is_empty() => {
                found.push((clip, text.clone()));
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    for ClippedShape {
        clip_rect, shape, ..
    } in &screen.harness.output().shapes
    {
        walk(*clip_rect, shape, &mut found);
    }
    found
}

/// All that is said of the screen to those who do not see it.
fn said(screen: &Screen) -> BTreeSet<String> {
    let nodes = screen.harness.root().children_recursive();
    nodes
        .flat_map(|node| {
            let node = node.accesskit_node();
            [node.label(), node.value(), node.description()]
        })
        .flatten()
        .collect()
}

/// What is cut off, or stands out of its button.
fn faults(screen: &Screen) -> Vec<String> {
    let said = said(screen);
    // Two names on one line are told as two.
    let is_said = |text: &str| {
        let mut parts = text.split("  ").map(str::trim);
        parts.all(|part| said.iter().any(|known| known.contains(part)))
    };
    let mut faults = Vec::new();
    let texts = texts(screen);
    for (clip, text) in &texts {
        let words = text.galley.text();
        let seen = text.visual_bounding_rect();
        if text.galley.elided && !is_said(words) {
            faults.push(format!("{words:?} is shortened and told nowhere"));
        }
        // Words on a slant follow a river or a border.
        if text.angle != 0.0 || !clip.intersects(seen) {
            continue;
        }
        let cut = (clip.left() - seen.left()).max(seen.right() - clip.right());
        if cut > SLACK {
            faults.push(format!(
                "{words:?} is cut by {cut:.0} points: {seen} in {clip}"
            ));
        }
    }
    for node in screen.harness.root().children_recursive() {
        let is_button = matches!(
            node.accesskit_node().role(),
            Role::Button | Role::RadioButton | Role::Tab | Role::CheckBox | Role::Switch
        );
        let name = node.accesskit_node().label();
        let Some(name) = name.filter(|_| is_button) else {
            continue;
        };
        let rect = node.rect();
        for (_, text) in &texts {
            let seen = text.visual_bounding_rect();
            let is_its = text.galley.text().trim() == name.trim() && rect.contains(seen.center());
            let out = (rect.left() - seen.left()).max(seen.right() - rect.right());
            if is_its && out > SLACK {
                faults.push(format!(
                    "{name:?} stands out of its button by {out:.0}: {seen}, {rect}"
                ));
            }
        }
    }
    faults
}

fn look_everywhere(language: Language, size: Vec2, percent: u16) {
    let dress = |screen: &mut Screen| {
        screen.harness.set_size(size);
        let scale = ScreenCommand::SetScale(Scale::of(percent).unwrap());
        screen.with_app(|app| {
            app.send(Command::Screen(scale));
            app.send(Command::Screen(ScreenCommand::ToggleMotion));
        });
    };
    let mut found = Vec::new();
    everywhere::visit(language, dress, |name, screen| {
        for fault in faults(screen) {
            // The line between two dates cuts what the map has there; so it is meant.
            if name == "compared Swipe" && fault.contains(" is cut by ") {
                continue;
            }
            found.push(format!("{name}: {fault}"));
        }
        if let Some(folder) = std::env::var_os("KURIL_ATLAS_PICTURES") {
            let name = format!(
                "{}-{percent}-{}.png",
                language.code(),
                name.replace(' ', "-")
            );
            let path = std::path::Path::new(&folder).join(name);
            screen.picture().save(path).unwrap();
        }
    });
    found.dedup();
    assert!(
        found.is_empty(),
        "{} faults\n{}",
        found.len(),
        found.join("\n")
    );
}

const SMALL: Vec2 = vec2(1024.0, 768.0);
const LARGE: Vec2 = vec2(1920.0, 1080.0);

#[test]
fn nothing_is_cut_off_in_english() {
    look_everywhere(Language::English, SMALL, 100);
}

#[test]
fn nothing_is_cut_off_in_japanese() {
    look_everywhere(Language::Japanese, SMALL, 100);
}

#[test]
fn nothing_is_cut_off_in_russian() {
    look_everywhere(Language::Russian, SMALL, 100);
}

#[test]
fn nothing_is_cut_off_at_twice_the_size_in_english() {
    look_everywhere(Language::English, LARGE, 200);
}

#[test]
fn nothing_is_cut_off_at_twice_the_size_in_japanese() {
    look_everywhere(Language::Japanese, LARGE, 200);
}

#[test]
fn nothing_is_cut_off_at_twice_the_size_in_russian() {
    look_everywhere(Language::Russian, LARGE, 200);
}
