//! `export`: layers of the atlas for other programs.

use std::fmt::Display;
use std::io::{IsTerminal, Write, stderr};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use clap::Args;

use crate::dataset::Atlas;
use crate::dataset::geo::Detail;
use crate::export::layers::{Layer, Outlines, records};
use crate::export::record::Place;
use crate::export::{geojson, kml, tables};
use crate::model::language::Language;
use crate::text::{Catalog, Key};

use super::args::Common;
use super::error::CliError;
use super::output::{NewFile, not_written};
use super::request;
use super::words::choice;

const EXAMPLES: &str = "\
Examples:
  kuril-atlas export --format geojson -o control.geojson
  kuril-atlas export --format kml --detail fine --lang ja -o control.kml
  kuril-atlas export --format csv --layer events -o events.csv
  kuril-atlas export --format csv -o tables/       every layer, a file each

Each record has start and end, ISO days; end is the first day no longer in it, empty where there is
none. Coordinates are longitude and latitude in degrees, WGS 84.";

#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct ExportArgs {
    /// The format of the file
    #[arg(long, value_name = "FORMAT", value_parser = choice(&Format::ALL, Format::id))]
    format: Format,
    /// What to write [default: control, or into a folder every layer]
    #[arg(long, value_name = "LAYER", value_parser = choice(&Layer::ALL, Layer::id))]
    layer: Option<Layer>,
    /// How finely the land is drawn
    #[arg(long, value_name = "DETAIL", default_value = "medium", value_parser = choice(&DETAILS, detail_id))]
    detail: Detail,
    /// The file to write, or a folder: one that exists, or a name with / behind it
    #[arg(long, short, value_name = "FILE")]
    output: PathBuf,
    #[command(flatten)]
    common: Common,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    GeoJson,
    Kml,
    Csv,
}

impl Format {
    const ALL: [Self; 3] = [Self::GeoJson, Self::Kml, Self::Csv];

    const fn id(self) -> &'static str {
        match self {
            Self::GeoJson => "geojson",
            Self::Kml => "kml",
            Self::Csv => "csv",
        }
    }

    const fn has(self, layer: Layer) -> bool {
        matches!(self, Self::Csv) || layer.is_on_map()
    }
}

const DETAILS: [Detail; 3] = [Detail::Fine, Detail::Medium, Detail::Coarse];

const fn detail_id(detail: Detail) -> &'static str {
    match detail {
        Detail::Fine => "fine",
        Detail::Medium => "medium",
        Detail::Coarse => "coarse",
    }
}

/// Writes one layer into a file, or all of a format into a folder.
///
/// # Errors
/// When the layer has no place in the format, the data are wrong, or a file cannot be written.
pub fn run(args: &ExportArgs) -> Result<(), CliError> {
    let language = args.common.language();
    let names_folder = args.output.to_string_lossy().ends_with(['/', '\\']);
    let into_folder = names_folder || args.output.is_dir();
    if let Some(layer) = args.layer.filter(|layer| !args.format.has(*layer)) {
        let values = [("layer", layer.id()), ("format", args.format.id())];
        return Err(CliError::Usage(
            Catalog::of(language).fill(Key::CliLayerNowhere, &values),
        ));
    }
    let files: Vec<(Layer, PathBuf)> = if into_folder {
        std::fs::create_dir_all(&args.output)
            .map_err(|error| not_written(language, &args.output, &error))?;
        Layer::ALL
            .into_iter()
            .filter(|layer| args.layer.is_none_or(|only| only == *layer))
            .filter(|layer| args.format.has(*layer))
            .map(|layer| {
                let name = format!("{}.{}", layer.id(), args.format.id());
                (layer, args.output.join(name))
            })
            .collect()
    } else {
        vec![(args.layer.unwrap_or(Layer::Control), args.output.clone())]
    };
    // All are opened before the work begins, so that a closed folder is known at once.
    let files = files
        .into_iter()
        .map(|(layer, path)| Ok((layer, NewFile::create(&path, language)?, path)))
        .collect::<Result<Vec<_>, CliError>>()?;
    let atlas = request::atlas(args.common.data.as_deref(), language)?;
    let outlines = Outlines::read(&atlas, args.detail)
        .map_err(|problems| request::bad_data(problems, language))?;
    for (layer, file, path) in files {
        file.finish_with(|out| {
            let mut progress = Progress::new(&path);
            write(
                out,
                args.format,
                &atlas,
                &outlines,
                layer,
                language,
                &mut progress,
            )
        })?;
    }
    Ok(())
}

fn write(
    out: &mut dyn Write,
    format: Format,
    atlas: &Atlas,
    outlines: &Outlines<'_>,
    layer: Layer,
    language: Language,
    progress: &mut Progress<'_>,
) -> Result<(), Box<dyn std::error::Error>> {
    let mut records = records(outlines, layer, language);
    if format != Format::Csv && layer == Layer::Control {
        // The parts of a whole carry its outline; a map has no use for the whole.
        records.retain(|record| !matches!(record.place, Place::Nowhere));
    }
    let all = records.len();
    let notices: Vec<&str> = atlas
        .attributions
        .iter()
        .map(|attribution| attribution.notice.as_str())
        .collect();
    let done = |number| progress.tell(number, all);
    match format {
        Format::GeoJson => geojson::write(out, layer.id(), &notices, &records, done)?,
        Format::Kml => {
            let title = format!(
                "{}: {}",
                Catalog::of(language).get(Key::AppName),
                layer.id()
            );
            kml::write(out, atlas, &title, &notices.join("\n"), &records, done)?;
        }
        Format::Csv if layer == Layer::Series => {
            out.write_all(tables::series(atlas, language)?.as_bytes())?;
        }
        Format::Csv => out.write_all(tables::records(&records)?.as_bytes())?,
    }
    Ok(())
}

/// Tells a reader at a terminal how far a long export has come.
struct Progress<'a> {
    file: &'a Path,
    last: Instant,
    told: bool,
}

impl<'a> Progress<'a> {
    const EVERY: Duration = Duration::from_millis(500);

    fn new(file: &'a Path) -> Self {
        Self {
            file,
            last: Instant::now(),
            told: false,
        }
    }

    fn tell(&mut self, number: usize, all: usize) {
        if self.last.elapsed() >= Self::EVERY && stderr().is_terminal() {
            self.last = Instant::now();
            self.told = true;
            self.line(&format!("{}: {number} / {all}", self.file.display()));
        }
    }

    #[expect(clippy::unused_self, reason = "the line belongs to the one who tells")]
    fn line(&self, text: &dyn Display) {
        // The line is written over; a closed terminal is no reason to stop.
        let _ = write!(stderr().lock(), "\r\x1b[K{text}");
    }
}

impl Drop for Progress<'_> {
    fn drop(&mut self) {
        if self.told {
            self.line(&"");
        }
    }
}
