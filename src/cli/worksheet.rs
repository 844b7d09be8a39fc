//! `worksheet`: a lesson on paper.

use std::path::PathBuf;

use clap::Args;

use crate::export::worksheet::{Paper, pages};
use crate::export::{pdf, svg};
use crate::host::picture::Format;
use crate::scene::ground::Ground;
use crate::text::{Catalog, Key};

use super::args::Common;
use super::error::CliError;
use super::output::NewFile;
use super::words::choice;
use super::{request, teach};

const EXAMPLES: &str = "\
Examples:
  kuril-atlas worksheet border-moved -o border-moved.pdf
  kuril-atlas worksheet twenty-eight-days --lang ja --paper letter -o sheet.pdf
  kuril-atlas worksheet my-lesson.json -o sheet.svg

The answers begin on a page of their own: leave it out when you print for the class.";

#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct WorksheetArgs {
    /// The lesson: its id, or a lesson file
    #[arg(value_name = "LESSON")]
    lesson: String,
    /// The size of the paper
    #[arg(long, value_name = "PAPER", default_value = Paper::A4.id(), value_parser = choice(&Paper::ALL, Paper::id))]
    paper: Paper,
    /// The file to write, ending in .pdf or .svg (all pages below each other)
    #[arg(long, short, value_name = "FILE")]
    output: PathBuf,
    #[command(flatten)]
    common: Common,
}

/// Points of print are 1/72 inch, pixels of CSS 1/96.
const PIXELS_PER_POINT: f32 = 96.0 / 72.0;

/// Writes the worksheet of a lesson.
///
/// # Errors
/// When the file name, the lesson or the data are wrong, or the file cannot be written.
pub fn run(args: &WorksheetArgs) -> Result<(), CliError> {
    let language = args.common.language();
    let texts = Catalog::of(language);
    let format = Format::of(&args.output).filter(|format| *format != Format::Png);
    let Some(format) = format else {
        let file = args.output.to_string_lossy();
        return Err(CliError::Usage(
            texts.fill(Key::CliSheetName, &[("file", &file)]),
        ));
    };
    let file = NewFile::create(&args.output, language)?;
    let atlas = request::atlas(args.common.data.as_deref(), language)?;
    let lesson = teach::lesson(&atlas, &args.lesson, language)?;
    let ground = Ground::new(&atlas);
    let pages = pages(&atlas, &ground, &lesson, language, args.paper);
    let title = format!(
        "{}: {}",
        texts.get(Key::AppName),
        lesson.title.said(language)
    );
    let about = lesson.about.said(language);
    let bytes = if format == Format::Svg {
        svg::write(&pages, PIXELS_PER_POINT, &title, about)
    } else {
        let about = pdf::About {
            title: &title,
            subject: about,
            language: language.code(),
        };
        pdf::write(&pages, 1.0, about)
    };
    let bytes = bytes.map_err(|error| CliError::Request(error.to_string()))?;
    file.finish(&bytes)
}
