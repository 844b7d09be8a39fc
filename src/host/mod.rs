//! What drives [`crate::ui::app::App`]: a window, or none at all.

/// The program that is driven, and what of it a picture shows.
pub use crate::ui::app::{App, Content};

pub mod clock;
pub mod files;
pub mod headless;
pub mod icon;
pub mod memory;
pub mod own_data;
pub mod picture;
pub mod scrub;
mod software;
pub mod startup;
mod vectors;
pub mod window;
pub mod wishes;
