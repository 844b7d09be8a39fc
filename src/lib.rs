//! placeholder
#![forbid(unsafe_code)]
pub mod cli;
pub mod dataset;
pub mod geometry;
pub mod host;
pub mod model;
pub mod prefs;
pub mod raster;
pub mod scene;
pub mod state;
pub mod text;
pub mod ui;
