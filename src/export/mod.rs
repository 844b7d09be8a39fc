//! Files for other programs and for print, made from the scene and the atlas without a screen.

pub mod charts_svg;
pub mod csv;
pub mod geojson;
mod hatch;
pub mod kml;
pub mod layers;
pub mod letters;
pub mod pdf;
pub mod record;
pub mod svg;
mod svg_text;
pub mod tables;
pub mod worksheet;

use crate::scene::drawing::{Point, Step};

/// Why a file could not be made.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The rows of a table differ in length or are not UTF-8, which no exporter lets happen.
    #[error("the table could not be written: {0}")]
    Table(String),
    /// A record cannot be written in the format, which no exporter lets happen.
    #[error("the map layer could not be written: {0}")]
    Layer(String),
    /// A font is damaged, which none of the bundled ones is.
    #[error("the picture could not be written: {0}")]
    Picture(String),
}

/// The rectangle around an outline; none around nothing.
fn bounds(path: &[Step]) -> Option<[Point; 2]> {
    let points = path.iter().flat_map(|step| match step {
        Step::Move(at) | Step::Line(at) => vec![*at],
        Step::Curve(a, b, at) => vec![*a, *b, *at],
        Step::Close => Vec::new(),
    });
    points.fold(None, |bounds, at| {
        let [min, max] = bounds.unwrap_or([at, at]);
        Some([
            [0, 1].map(|axis| min[axis].min(at[axis])),
            [0, 1].map(|axis| max[axis].max(at[axis])),
        ])
    })
}
