//! An offline atlas of the Kuril Islands dispute and of relations between Japan and Russia, from
//! 1792 to today: who held each place on each day, who claimed it, and how that is known.
//!
//! The crate is a house of rooms. A room imports only rooms before it in this line:
//!
//! [`model`] ← [`dataset`], [`geometry`], [`text`] ← [`lesson`] ← [`state`] ← [`scene`] ← [`export`], [`ui`] ← [`host`] ← [`cli`]
//!
//! Data come from the files inside the program or from a folder like `data/`, which may tell of any
//! other part of the world ([`model::frame`]); the window reads such a folder again when a file of it
//! is saved ([`host::own_data`]), and an atlas with problems never takes the place of a good one.
//!
//! [`raster`] stands apart: it turns egui's triangles into pixels and knows nothing of the atlas.
//! [`packed`] holds the files inside the program.
//! [`prefs`] keeps the reader's settings for the window.
//!
//! | room | what it knows |
//! | --- | --- |
//! | [`model`] | time, places, states, control, claims, sources, as plain types |
//! | [`dataset`] | from files to the checked, indexed [`dataset::Atlas`] |
//! | [`geometry`] | the projection, meshes, hit tests, the placing of labels |
//! | [`text`] | the three languages: texts, dates, numbers |
//! | [`lesson`] | lessons that are played, without a screen |
//! | [`state`] | what is looked at, and the commands that change it |
//! | [`scene`] | what is drawn, in words and plain values |
//! | [`export`] | files for other programs and for print |
//! | [`ui`] | the screen, in egui, without a window |
//! | [`raster`] | pictures of egui's meshes, on the CPU |
//! | [`host`] | what drives the screen: a window, or none at all |
//! | [`cli`] | arguments, and one file a subcommand |
//! | [`packed`] | files inside the program, packed |
//! | [`prefs`] | settings, read leniently and written whole |
//!
//! # How things travel
//!
//! An [`dataset::Atlas`] is loaded once, whole or not at all. A [`state::ViewState`] says what is
//! looked at. Widgets read both and send [`state::Command`]s; buttons, keys, playback and the
//! command line send the same ones, and [`state::ViewState::apply`] alone carries them out.
//! Pictures are drawn by the same code as the screen, so a picture shows what the screen shows.
//!
//! # Invariants
//!
//! `tests/architecture.rs` asserts them.
//!
//! **Architecture Invariant:** imports run one way, as above. Nothing but [`host`] imports [`ui`];
//! nothing but the command line imports [`host`].
//!
//! **Architecture Invariant:** [`model`] knows the standard library and the date library only. It
//! reads no files, draws nothing, speaks no language, and its types are not serialisable: the files
//! have twins of their own in [`dataset`].
//!
//! **Architecture Invariant:** egui appears in [`ui`], [`host`] and [`raster`] only, eframe in
//! [`host`] only. Everything else runs and is tested without a screen.
//!
//! **Architecture Invariant:** the atlas never changes after loading, and a data set with a problem
//! is not loaded: no later code meets a broken record.
//!
//! **Architecture Invariant:** a phase has a beginning only and ends where the next begins. Gaps and
//! overlaps of control cannot be written down.
//!
//! **Architecture Invariant:** control, claims and rights are three layers and are never mixed. The
//! language of the interface chooses no view of a border.
//!
//! **Architecture Invariant:** every text a reader sees is a [`text::Key`] or a field of the data,
//! in all three languages.
//!
//! **Architecture Invariant:** colours and sizes are made in `ui/tokens.rs` only.
//!
//! **Architecture Invariant:** nothing panics outside tests, there is no unsafe code, and no
//! connection is opened.
#![forbid(unsafe_code)]

pub mod cli;
pub mod dataset;
pub mod export;
pub mod geometry;
pub mod host;
pub mod lesson;
pub mod model;
pub mod packed;
pub mod prefs;
pub mod raster;
pub mod scene;
pub mod state;
pub mod text;
pub mod ui;
