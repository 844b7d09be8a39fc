//! A picture of the atlas, from what is asked for to the bytes of a PNG file.

use std::sync::Arc;

use crate::dataset::Atlas;
use crate::host::headless::Headless;
use crate::host::{App, Content};
use crate::model::view::View;
use crate::raster::{PngError, encode_png};
use crate::scene::ground::Ground;
use crate::scene::map::view_text;
use crate::state::ViewState;
use crate::text::{Catalog, Key, format};

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
    /// Draws the picture. The same picture of the same atlas gives the same bytes.
    ///
    /// # Errors
    /// When the encoder refuses the picture.
    pub fn png(self, atlas: &Arc<Atlas>) -> Result<Vec<u8>, PngError> {
        let texts = self.texts(atlas);
        let texts: Vec<(&str, &str)> = texts
            .iter()
            .map(|(keyword, text)| (*keyword, text.as_str()))
            .collect();
        let ground = Arc::new(Ground::new(atlas));
        let mut headless = Headless::new(self.size, self.scale, |context| {
            let app = App::new(
                Arc::clone(atlas),
                Arc::clone(&ground),
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
        let canvas = headless.picture();
        let mut bytes = Vec::with_capacity(1 << 20);
        encode_png(&mut bytes, &canvas, &texts)?;
        Ok(bytes)
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
