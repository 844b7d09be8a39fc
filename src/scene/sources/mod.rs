//! The page of the sources as rows: the two texts by section and paragraph with what the atlas took
//! from each, the conflicts, and the bibliography. Folded rows are left out, so that the screen
//! handles only what is open.

mod shelf;
mod shown;
#[cfg(test)]
mod tests;

pub use shelf::Shelf;
pub use shown::of_map;

use crate::model::language::Language;
use crate::model::source::{Source, SourceIx, SourceKind};
use crate::text::{Key, format};

/// A part of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Part {
    #[default]
    Texts,
    Conflicts,
    Bibliography,
}

impl Part {
    /// All parts, in order.
    pub const ALL: [Self; 3] = [Self::Texts, Self::Conflicts, Self::Bibliography];

    /// The name of the part.
    #[must_use]
    pub const fn key(self) -> Key {
        match self {
            Self::Texts => Key::SourcesTexts,
            Self::Conflicts => Key::SourcesConflicts,
            Self::Bibliography => Key::SourcesBibliography,
        }
    }
}

/// A row of the page. Numbers are positions: of a text among the outlines, of a section within its
/// text; paragraphs count from 1, and 0 stands for captions and notes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Row {
    Text(usize),
    Section {
        text: usize,
        section: usize,
        facts: usize,
    },
    Paragraph {
        text: usize,
        section: usize,
        paragraph: u16,
        facts: usize,
    },
    /// A use of a source: its position among the source's uses.
    Fact {
        source: SourceIx,
        position: usize,
    },
    /// The heading of a rank of conflicts.
    Rank {
        rank: u8,
        conflicts: usize,
    },
    Conflict(u16),
    /// What the text says, what documents say, and why.
    ConflictBody(u16),
    Kind {
        kind: SourceKind,
        sources: usize,
    },
    Source {
        source: SourceIx,
        facts: usize,
    },
    Nothing,
}

/// What of the page a reader has unfolded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fold {
    Section {
        text: usize,
        section: usize,
    },
    Paragraph {
        text: usize,
        section: usize,
        paragraph: u16,
    },
    Conflict(u16),
    Kind(SourceKind),
    Source(SourceIx),
}

impl Row {
    /// What the row folds and unfolds.
    #[must_use]
    pub const fn fold(self) -> Option<Fold> {
        match self {
            Self::Section { text, section, .. } => Some(Fold::Section { text, section }),
            Self::Paragraph {
                text,
                section,
                paragraph,
                ..
            } => Some(Fold::Paragraph {
                text,
                section,
                paragraph,
            }),
            Self::Conflict(conflict) => Some(Fold::Conflict(conflict)),
            Self::Kind { kind, .. } => Some(Fold::Kind(kind)),
            Self::Source { source, .. } => Some(Fold::Source(source)),
            _ => None,
        }
    }
}

/// How a language calls a source.
#[must_use]
pub fn source_name(source: &Source, language: Language) -> &str {
    source
        .name
        .as_ref()
        .map_or(source.title.as_str(), |name| name.get(language))
}

/// Publisher and date.
#[must_use]
pub fn source_detail(source: &Source, language: Language) -> String {
    let date = source.date.map(|date| format::historical(language, date));
    match date {
        Some(date) if source.publisher.is_empty() => date,
        Some(date) => format!("{}, {date}", source.publisher),
        None => source.publisher.clone(),
    }
}

/// The name of a kind of source, in the plural.
#[must_use]
pub const fn kind_key(kind: SourceKind) -> Key {
    match kind {
        SourceKind::Text => Key::SourcesTexts,
        SourceKind::Treaty => Key::SourcesTreaties,
        SourceKind::Document => Key::SourcesDocuments,
        SourceKind::Page => Key::SourcesPages,
        SourceKind::Book => Key::SourcesBooks,
        SourceKind::Article => Key::SourcesArticles,
        SourceKind::Dataset => Key::SourcesDatasets,
        SourceKind::Survey => Key::SourcesSurveys,
    }
}
