//! What the atlas knows, as plain types: time, places, states, control, claims, rights, sources,
//! figures.
//!
//! Nothing here reads files, draws or speaks a language; it knows the standard library and the
//! date library only.

pub mod border;
pub mod claim;
pub mod control;
pub mod date;
pub mod event;
pub mod figure;
pub mod frame;
pub mod language;
pub mod lesson;
pub mod place;
pub mod polity;
pub mod poll;
pub mod position;
pub mod relation;
pub mod right;
pub mod series;
pub mod shape;
pub mod shown;
pub mod source;
pub mod term;
pub mod text;
pub mod town;
pub mod town_control;
pub mod view;
