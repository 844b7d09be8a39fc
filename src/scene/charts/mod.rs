//! The charts of trade and opinion: every figure with its wording, its limits and its source.

pub mod polls;
pub mod trade;

#[cfg(test)]
mod tests;

use crate::dataset::Atlas;
use crate::model::language::Language;
use crate::model::source::Citation;

use super::details::{SourceLine, source_line};

pub use polls::{PollRow, Polls, Share};
pub use trade::{Figure, Quantity, Silence, TableRow, Trade, worded};

/// All charts in one language. Depends on nothing else, so it is made once a language.
#[derive(Clone, Debug, PartialEq)]
pub struct Charts {
    pub trade: Trade,
    pub polls: Polls,
}

impl Charts {
    /// The charts of an atlas.
    #[must_use]
    pub fn new(atlas: &Atlas, language: Language) -> Self {
        Self {
            trade: Trade::new(atlas, language),
            polls: Polls::new(atlas, language),
        }
    }
}

/// The sources of several citations, each once, in the order of their first use.
fn source_lines<'a>(
    atlas: &Atlas,
    citations: impl IntoIterator<Item = &'a Citation>,
    language: Language,
) -> Vec<SourceLine> {
    let mut lines: Vec<SourceLine> = Vec::new();
    for citation in citations {
        let line = source_line(atlas, citation, language);
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines
}
