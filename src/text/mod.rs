//! What the interface says, in three languages, and how each language writes dates and numbers.

pub mod catalog;
pub mod cited;
pub mod date_words;
#[cfg(test)]
mod date_words_tests;
pub mod era;
pub mod faces;
pub mod format;
pub mod key;
pub mod lang;
pub mod range;
mod rules;

pub use catalog::Catalog;
pub use key::Key;
