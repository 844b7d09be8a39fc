//! `render`: a picture without a window.

use crate::prefs::Preferences;
use crate::state::Command;
use crate::text::{Catalog, Key};

use super::args::RenderArgs;
use super::error::CliError;
use super::output::NewFile;
use super::picture::Picture;
use super::request::Wish;

/// Draws a picture into a file.
///
/// # Errors
/// When the file name, the request or the data are wrong, or the file cannot be written.
pub fn run(args: RenderArgs) -> Result<(), CliError> {
    // A picture depends on its arguments alone, not on the settings of the window.
    let wish = Wish::read(args.shown, &Preferences::default())?;
    let language = wish.language();
    let is_png = args
        .output
        .extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("png"));
    if !is_png {
        let file = args.output.to_string_lossy();
        return Err(CliError::Usage(
            Catalog::of(language).fill(Key::CliPictureName, &[("file", &file)]),
        ));
    }
    let file = NewFile::create(&args.output, language)?;
    let atlas = wish.atlas()?;
    let mut state = wish.state(&atlas)?;
    let _ = state.apply(&atlas, Command::Look(args.look));
    args.teach.start(&atlas, &mut state)?;
    let picture = Picture {
        state,
        content: args.what,
        size: args.size,
        scale: args.scale,
    };
    let png = picture
        .png(&atlas)
        .map_err(|error| CliError::Request(error.to_string()))?;
    file.finish(&png)
}
