//! The plain command: the window, or a picture of it where there is no display.

use std::path::Path;
use std::sync::Arc;

use crate::dataset::Atlas;
use crate::host::Content;
use crate::host::picture::{Format, Picture};
use crate::host::window::{self, Options, WindowError};
use crate::model::language::Language;
use crate::prefs::Store;
use crate::scene::ground::Ground;
use crate::state::ViewState;
use crate::text::{Catalog, Key};

use super::args::OpenArgs;
use super::error::CliError;
use super::output::{self, NewFile};
use super::request::{self, Wish};

/// The size of the picture that stands in for the window.
const SIZE: [usize; 2] = [1280, 800];

/// Opens the window and returns when it is closed.
///
/// # Errors
/// When the request or the data are wrong, or there is neither a window nor a picture.
pub fn run(args: OpenArgs) -> Result<(), CliError> {
    let loaded = Store::standard().load();
    for warning in &loaded.warnings {
        log::warn!("{warning}");
    }
    let wish = Wish::read(args.shown, &loaded.preferences)?;
    let language = wish.language();
    let (atlas, broken) = match wish.atlas() {
        Ok(atlas) => (atlas, None),
        Err(problems @ CliError::Data { .. }) => (request::atlas(None, language)?, Some(problems)),
        Err(error) => return Err(error),
    };
    let mut state = if broken.is_some() {
        // What was asked for may be in the data that cannot be read alone.
        let usual = ViewState::new(Atlas::range().1, language);
        wish.state(&atlas).unwrap_or(usual)
    } else {
        wish.state(&atlas)?
    };
    if broken.is_none() {
        args.teach.start(&atlas, &mut state)?;
    }
    // A damaged file has been moved aside by now, so that the window would not hear of it.
    let notice = loaded.notice(language);
    let options = Options {
        atlas: Arc::clone(&atlas),
        state: state.clone(),
        renderer: args.renderer,
        notice,
        data: broken.as_ref().and_then(|_| wish.folder()),
    };
    match window::run(options) {
        Ok(()) => Ok(()),
        // The window may have been open for hours; a picture is no answer to that.
        Err(failure @ WindowError::Other(_)) => Err(CliError::Window(text(&failure, language))),
        Err(failure) => {
            if let Some(problems) = broken {
                return Err(problems);
            }
            output::complain(&text(&failure, language));
            draw_instead(state, &atlas, language)
        }
    }
}

/// Why there is no window, in the reader's language.
pub fn text(failure: &WindowError, language: Language) -> String {
    let texts = Catalog::of(language);
    match failure {
        WindowError::NoDisplay(reason) => texts.fill(Key::CliNoDisplay, &[("reason", reason)]),
        WindowError::MissingLibrary { library, package } => texts.fill(
            Key::CliMissingLibrary,
            &[("library", library), ("package", package)],
        ),
        WindowError::NoGraphics(reason) => texts.fill(Key::CliNoGraphics, &[("reason", reason)]),
        WindowError::Other(reason) => texts.fill(Key::CliNoWindow, &[("reason", reason)]),
    }
}

/// Draws what the window would have shown into the current folder, and says so.
fn draw_instead(
    mut state: ViewState,
    atlas: &Arc<Atlas>,
    language: Language,
) -> Result<(), CliError> {
    let name = format!("./kuril-atlas-{}.png", state.date);
    state.screen.hint_open = false;
    let picture = Picture {
        state,
        content: Content::Page,
        size: SIZE,
        scale: 1.0,
    };
    let drawn = NewFile::create(Path::new(&name), language).and_then(|file| {
        let png = picture
            .bytes(Format::Png, atlas, &Arc::new(Ground::new(atlas)))
            .map_err(|error| CliError::Request(error.to_string()))?;
        file.finish(&png)
    });
    drawn.map_err(|error| CliError::Window(error.to_string()))?;
    output::complain(&Catalog::of(language).fill(Key::CliDrawn, &[("file", &name)]));
    Ok(())
}
