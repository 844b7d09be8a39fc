//! Files for other programs and for print, made from the scene and the atlas without a screen.

pub mod charts_svg;
pub mod csv;
pub mod geojson;
pub mod kml;
pub mod layers;
pub mod record;
mod svg_text;
pub mod tables;

/// Why a file could not be made.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The rows of a table differ in length or are not UTF-8, which no exporter lets happen.
    #[error("the table could not be written: {0}")]
    Table(String),
    /// A record cannot be written in the format, which no exporter lets happen.
    #[error("the map layer could not be written: {0}")]
    Layer(String),
}
