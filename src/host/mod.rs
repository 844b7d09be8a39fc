//! What drives [`crate::ui::app::App`]: a window, or none at all.

pub mod headless;
mod icon;
pub mod scrub;
pub mod startup;
pub mod window;
