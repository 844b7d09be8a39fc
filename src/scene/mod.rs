//! What is drawn, in words and plain values: no screen, no fonts, and no colours but those of states.
//!
//! The window, the pictures and the exports are made from the same scene, so that they show the
//! same.

pub mod charts;
pub mod citations;
pub mod compare;
pub mod details;
pub mod disputes;
pub mod drawing;
pub mod events;
pub mod ground;
#[cfg(test)]
mod ground_tests;
pub mod held;
pub mod insets;
pub mod legend;
pub mod lesson;
pub mod map;
pub mod naming;
pub mod palette;
pub mod quiz;
pub mod search;
pub mod sources;
pub mod timeline;
pub mod towns;
