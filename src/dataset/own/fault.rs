//! The columns of a table of the reader's own, and what can be wrong with it.

/// A column of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Column {
    Series,
    Topic,
    Unit,
    Year,
    Value,
    Low,
    High,
    Qualifier,
    Note,
    Source,
}

impl Column {
    /// All columns, in the order of the template.
    pub const ALL: [Self; 10] = [
        Self::Series,
        Self::Topic,
        Self::Unit,
        Self::Year,
        Self::Value,
        Self::Low,
        Self::High,
        Self::Qualifier,
        Self::Note,
        Self::Source,
    ];
    /// Those that a table cannot do without.
    pub(super) const NEEDED: [Self; 4] = [Self::Series, Self::Unit, Self::Year, Self::Value];

    /// The name in the heading.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Series => "series",
            Self::Topic => "topic",
            Self::Unit => "unit",
            Self::Year => "year",
            Self::Value => "value",
            Self::Low => "low",
            Self::High => "high",
            Self::Qualifier => "qualifier",
            Self::Note => "note",
            Self::Source => "source",
        }
    }
}

/// What is wrong with a table.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Wrong {
    #[error("cannot be read: {0}")]
    Unreadable(String),
    #[error("is larger than 4 MiB; a table of figures is not")]
    TooLarge,
    #[error("is not UTF-8 text; save the table as \"CSV UTF-8\"")]
    NotUtf8,
    #[error("has no rows under its heading")]
    NoRows,
    #[error("the heading lacks the column \"{0}\"")]
    ColumnMissing(&'static str),
    #[error(
        "there is no column \"{0}\"; use series, topic, unit, year, value, low, high, qualifier, note, source"
    )]
    ColumnUnknown(String),
    #[error("the column \"{0}\" stands twice")]
    ColumnTwice(&'static str),
    #[error("the row has more cells than the heading; quote a text that holds the separator")]
    TooManyCells,
    #[error("the cell is empty")]
    Empty,
    #[error("\"{0}\" is not a year of four digits")]
    NotAYear(String),
    #[error("\"{0}\" is not a number")]
    NotANumber(String),
    #[error("\"{word}\" is not known here; use one of {known}")]
    UnknownWord { word: String, known: String },
    #[error("the value lies outside its own limits")]
    OutsideLimits,
    #[error("the series \"{0}\" already has this year")]
    YearTwice(String),
    #[error("the series \"{0}\" has another unit or topic further up; one series has one")]
    Mixed(String),
}

/// A fault of a table and where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// From 1; `None` where the whole file is meant.
    pub line: Option<usize>,
    /// The number of the column from 1, and its name in the heading.
    pub column: Option<(usize, String)>,
    pub wrong: Wrong,
}
