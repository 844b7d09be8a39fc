//! What drives [`crate::ui::app::App`]: a window, or none at all.

pub mod headless;
