//! Sources: the texts, treaties, documents and pages behind every fact.

use super::date::HistoricalDate;
use super::language::Localized;

/// The index of a source in the atlas.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SourceIx(pub u16);

/// What a source is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SourceKind {
    /// One of the two texts the atlas is drawn from.
    Text,
    Treaty,
    Document,
    Page,
    Book,
    Article,
    Dataset,
    Survey,
}

impl SourceKind {
    /// All kinds.
    pub const ALL: [Self; 8] = [
        Self::Text,
        Self::Treaty,
        Self::Document,
        Self::Page,
        Self::Book,
        Self::Article,
        Self::Dataset,
        Self::Survey,
    ];

    /// The id used in the data.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Treaty => "treaty",
            Self::Document => "document",
            Self::Page => "page",
            Self::Book => "book",
            Self::Article => "article",
            Self::Dataset => "dataset",
            Self::Survey => "survey",
        }
    }

    /// The kind of an id in the data.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }
}

/// A source.
#[derive(Clone, Debug)]
pub struct Source {
    pub id: String,
    pub kind: SourceKind,
    /// As published, in its own language.
    pub title: String,
    /// How each language calls it; treaties, documents and texts have one.
    pub name: Option<Localized>,
    /// Empty where none is known.
    pub publisher: String,
    pub date: Option<HistoricalDate>,
    pub url: Option<String>,
    /// A BCP 47 tag.
    pub language: String,
    pub note: Option<Localized>,
}

/// A reference to a place in a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    pub source: SourceIx,
    /// Article, page, or section and paragraph.
    pub at: Option<String>,
}
