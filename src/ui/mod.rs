//! The screen: reads a scene, draws it with egui, and sends commands. Knows no window.

pub mod app;
mod caption;
mod charts;
mod data;
mod details;
mod display;
pub mod files;
pub mod fonts;
mod held;
mod hint;
mod icons;
mod lesson;
mod lettering;
mod map;
mod memo;
mod overlays;
mod palette;
mod shell;
mod shortcuts;
mod splitter;
mod style;
mod terms;
mod timeline;
pub mod tokens;
mod widgets;
pub mod wish;
mod written_keys;
