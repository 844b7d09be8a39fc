//! Files for other programs, made from the scene and the atlas without a screen.

pub mod csv;

/// Why a file could not be made.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The rows of a table differ in length or are not UTF-8, which no exporter lets happen.
    #[error("the table could not be written: {0}")]
    Table(String),
}
