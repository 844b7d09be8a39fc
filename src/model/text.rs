//! The two texts: how they are built, and where they err.

use super::language::Localized;
use super::place::TerritoryIx;
use super::source::{Citation, SourceIx};

/// A section of a text.
#[derive(Clone, Debug)]
pub struct Section {
    /// The heading as the text has it, which citations repeat.
    pub title: String,
    pub name: Localized,
    /// Body paragraphs, counted from 1.
    pub paragraphs: u16,
}

/// A text by its sections; its words are not shipped.
#[derive(Clone, Debug)]
pub struct Outline {
    pub text: SourceIx,
    pub sections: Vec<Section>,
}

/// A contradiction or error in the texts, and what the atlas makes of it.
#[derive(Clone, Debug)]
pub struct Conflict {
    pub id: String,
    /// 1 changes a map state, a date or a number; 2 needs a note.
    pub rank: u8,
    pub title: Localized,
    pub text_says: Localized,
    pub documents_say: Localized,
    pub why: Localized,
    pub at: Vec<Citation>,
    pub citations: Vec<Citation>,
    pub territories: Vec<TerritoryIx>,
    pub years: Vec<i16>,
}
