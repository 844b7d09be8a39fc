//! What the screen cannot do itself: files are written by whoever shows it.

use crate::lesson::tour::Which;
use crate::model::language::Language;
use crate::model::series::OwnSeries;
use crate::model::shown::Chart;
use crate::scene::charts::ChartPicture;

/// The form of an exported chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Svg,
    Png,
    Csv,
}

impl Form {
    /// All forms, in the order of the menu.
    pub const ALL: [Self; 3] = [Self::Svg, Self::Png, Self::Csv];

    /// The ending of a file's name.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
            Self::Csv => "csv",
        }
    }
}

/// The form of a picture of the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureForm {
    Png,
    Svg,
    Pdf,
}

impl PictureForm {
    /// All forms, in the order of the menu.
    pub const ALL: [Self; 3] = [Self::Png, Self::Svg, Self::Pdf];

    /// The ending of a file's name.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Svg => "svg",
            Self::Pdf => "pdf",
        }
    }
}

/// A file that the reader asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Wish {
    /// A chart; the pictures are those that are open, one below the other.
    Chart {
        chart: Chart,
        form: Form,
        pictures: Vec<ChartPicture>,
        /// Series that were opened from the screen.
        own: Vec<OwnSeries>,
        language: Language,
    },
    /// The map as it is shown.
    Map(PictureForm),
    /// A lesson on paper.
    Worksheet(Which),
    /// The template of a table of the reader's own.
    Template,
}
