//! What a data set of a reader's own says about itself: its name, its languages, its part of the world.

use super::language::{Language, Localized};

/// About a data set as a whole.
#[derive(Clone, Debug, PartialEq)]
pub struct Frame {
    /// What it is called; `None` where it is the atlas itself.
    pub title: Option<Localized>,
    /// The languages in which every text is written.
    pub languages: Vec<Language>,
    /// West, south, east and north in degrees, WGS 84; `None` is the region of the atlas itself.
    pub region: Option<[f64; 4]>,
}

impl Default for Frame {
    fn default() -> Self {
        Self {
            title: None,
            languages: Language::ALL.to_vec(),
            region: None,
        }
    }
}
