//! From files to the [`atlas::Atlas`]: reading, converting, checking.
//!
//! A data set is loaded whole or not at all. Every problem in every file is collected before
//! loading gives up, so that one run shows all there is to mend.

pub mod atlas;
mod check;
pub mod disputes;
pub mod files;
pub mod geo;
mod land_reader;
pub mod lessons;
mod locate;
pub mod own;
mod parse;
pub mod problem;
mod raw;
mod records;
pub mod template;

pub use atlas::Atlas;
pub use files::Origin;
pub use problem::{Problem, Problems};
pub(crate) use raw::{List, field};
