//! Words that a reader may look up.

use super::language::Localized;

/// A term of the subject, and what it means here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    pub id: String,
    /// What it is called.
    pub term: Localized,
    /// What it means, and how this atlas uses it.
    pub note: Localized,
}
