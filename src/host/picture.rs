//! A picture of the atlas, from what is asked for to the bytes of a file.

use std::path::Path;
use std::sync::Arc;

use crate::dataset::Atlas;
use crate::export::{ExportError, pdf, svg};
use crate::model::view::View;
use crate::raster::{PngError, encode_png};
use crate::scene::ground::Ground;
use crate::scene::map::view_text;
use crate::state::ViewState;
use crate::text::{Catalog, Key, format};

use super::headless::Headless;
use super::{App, Content};

/// The kind of file a picture becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Png,
    Svg,
    Pdf,
}

impl Format {
    /// The format that the name of a file ends in.
    #[must_use]
    pub fn of(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?.to_ascii_lowercase();
        match ending.as_str() {
            "png" => Some(Self::Png),
            "svg" => Some(Self::Svg),
            "pdf" => Some(Self::Pdf),
            _ => None,
        }
    }
}

/// Why there is no picture.
#[derive(Debug, thiserror::Error)]
pub enum PictureError {
    #[error(transparent)]
    Png(#[from] PngError),
    #[error(transparent)]
    Vectors(#[from] ExportError),
}

/// Outlines are placed to this share of a point.
const PIXELS_FOR_PRINT: usize = 2;
/// CSS has 96 pixels to the inch, print 72 points.
const POINTS_PER_PIXEL: f32 = 0.75;

/// What to draw.
#[derive(Debug)]
pub struct Picture {
    pub state: ViewState,
    pub content: Content,
    /// Width and height in pixels.
    pub size: [usize; 2],
    /// Pixels per point.
    pub scale: f32,
}

impl Picture {
    /// Draws the picture on a ground of its atlas. The same picture of the same atlas gives the same bytes.
    ///
    /// # Errors
    /// When the encoder refuses the picture.
    pub fn bytes(
        self,
        format: Format,
        atlas: &Arc<Atlas>,
        ground: &Arc<Ground>,
    ) -> Result<Vec<u8>, PictureError> {
        match format {
            Format::Png => Ok(self.png(atlas, ground)?),
            Format::Svg | Format::Pdf => Ok(self.vectors(format, atlas, ground)?),
        }
    }

    /// The same as outlines and letters; a pixel of the size is one of CSS, 1/96 inch.
    fn vectors(
        self,
        format: Format,
        atlas: &Arc<Atlas>,
        ground: &Arc<Ground>,
    ) -> Result<Vec<u8>, ExportError> {
        let [(_, title), _, (_, notices), _] = self.texts(atlas);
        let (language, scale) = (self.state.language, self.scale);
        let fine = Self {
            size: self.size.map(|side| side * PIXELS_FOR_PRINT),
            #[expect(clippy::cast_precision_loss, reason = "a small number")]
            scale: scale * PIXELS_FOR_PRINT as f32,
            ..self
        };
        let drawing = fine.settled(atlas, ground).drawing();
        if format == Format::Svg {
            return svg::write(&[drawing], scale, &title, &notices);
        }
        let about = pdf::About {
            title: &title,
            subject: &notices,
            language: language.code(),
        };
        pdf::write(&[drawing], scale * POINTS_PER_PIXEL, about)
    }

    fn png(self, atlas: &Arc<Atlas>, ground: &Arc<Ground>) -> Result<Vec<u8>, PngError> {
        let texts = self.texts(atlas);
        let texts: Vec<(&str, &str)> = texts
            .iter()
            .map(|(keyword, text)| (*keyword, text.as_str()))
            .collect();
        let canvas = self.settled(atlas, ground).picture();
        let mut bytes = Vec::with_capacity(1 << 20);
        encode_png(&mut bytes, &canvas, &texts)?;
        Ok(bytes)
    }

    /// The program showing what is asked for, with nothing left to come.
    fn settled(self, atlas: &Arc<Atlas>, ground: &Arc<Ground>) -> Headless {
        let mut headless = Headless::new(self.size, self.scale, |context| {
            let app = App::new(
                Arc::clone(atlas),
                Arc::clone(ground),
                self.state,
                self.content,
                context,
            );
            if self.content == Content::Charts {
                app.for_print()
            } else {
                app
            }
        });
        headless.settle();
        // Here and now: a picture must not depend on how far a thread has come.
        if ground.prepare_fine_of_seen(atlas) {
            headless.settle();
        }
        headless
    }

    /// What the picture says of itself; no time of making, which would differ from run to run.
    fn texts(&self, atlas: &Atlas) -> [(&'static str, String); 4] {
        let language = self.state.language;
        let texts = Catalog::of(language);
        let date = self.state.date;
        let view = if self.state.side_by_side {
            "side-by-side"
        } else {
            self.state.view.id()
        };
        let title = format::day(language, date);
        let named = if self.state.side_by_side {
            [View::Japan, View::Russia]
                .map(|view| view_text(view, date, language))
                .join(" / ")
        } else {
            view_text(self.state.view, date, language).to_owned()
        };
        let notices: Vec<&str> = atlas
            .attributions
            .iter()
            .map(|attribution| attribution.notice.as_str())
            .collect();
        [
            (
                "Title",
                format!("{}: {title} · {named}", texts.get(Key::AppName)),
            ),
            ("Description", format!("date={date} view={view}")),
            ("Copyright", notices.join("\n")),
            (
                "Software",
                concat!("kuril-atlas ", env!("CARGO_PKG_VERSION")).to_owned(),
            ),
        ]
    }
}
