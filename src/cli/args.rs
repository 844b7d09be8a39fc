//! The arguments. Words of a fixed choice are read here; dates and ids by the commands, which can
//! answer in the reader's language.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use clap_complete::Shell;

use crate::host::Content;
use crate::host::scrub;
use crate::host::window::Renderer;
use crate::model::language::{Language, Naming};
use crate::model::shown::Chart;
use crate::state::screen::Palette;
use crate::state::view_state::{Page, Preset, Theme, View};
use crate::text::lang;

use super::words::{
    chart_parser, content_parser, language_parser, look_parser, maps_parser, minutes,
    naming_parser, page_parser, palette_parser, point, renderer_parser, scale,
    scrub_renderer_parser, size, theme_parser, times, view_parser, year,
};

const EXAMPLES: &str = "\
Examples:
  kuril-atlas                                   open the atlas
  kuril-atlas --date 1945-08-28 --select iturup open it on a day and a place
  kuril-atlas at 1930 --json                    who held each territory at the end of 1930
  kuril-atlas at 1945-09-02 --point 146.0,44.1  who held one point on a day
  kuril-atlas render --date 1905 -o map.png     draw a map without a window
  kuril-atlas series trade-total --csv          trade figures for a spreadsheet
  kuril-atlas export --format geojson -o c.geojson  the map through time, for QGIS
  kuril-atlas check data/                       find what is wrong in a data folder

Dates are EDTF: 1945-08-28, 1945-08, 1945, 194X (a decade), 1945-23 (a season). An imprecise
date means the last day of its unit. The atlas runs from 1792-01-01 to 2025-12-31.

Exit codes: 0 done, 1 the data or the request is wrong, 2 usage, 3 no window could be opened.";

const AT_EXAMPLES: &str = "\
Examples:
  kuril-atlas at 1930                  a table of all territories at the end of 1930
  kuril-atlas at 1945-08-28 --json     the same for one day, as JSON
  kuril-atlas at 1945 --point 146,44.1 the one territory under a point";

const RENDER_EXAMPLES: &str = "\
Examples:
  kuril-atlas render -o today.png
  kuril-atlas render --date 1945-09-02 --look kurils --lang ja --size 1600x1200 -o kurils.png
  kuril-atlas render --date 1855 --size 1587x1123 -o a3.pdf     A3, to print
  kuril-atlas render --what page --theme dark --select iturup --scale 2 --size 2560x1600 -o page.png
  kuril-atlas render --what charts --chart population --date 1945 -o population.svg";

/// An offline atlas of the Kuril Islands dispute and of relations between Japan and Russia.
#[derive(Debug, Parser)]
#[command(name = "kuril-atlas", version, args_conflicts_with_subcommands = true, after_help = EXAMPLES)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Option<Command>,
    #[command(flatten)]
    pub open: OpenArgs,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Tell who holds each territory on a date
    At(AtArgs),
    /// Draw a picture; needs neither a display nor a GPU
    Render(RenderArgs),
    /// List what happened
    Events(super::events::EventsArgs),
    /// Print the figures over the years: trade, population, visits
    Series(SeriesArgs),
    /// Print the opinion polls and surveys
    Polls(PollsArgs),
    /// Write layers of the atlas for maps, globes and spreadsheets of other programs
    Export(super::export::ExportArgs),
    /// Print a lesson on paper: maps to colour, a timeline, questions, and the answers
    Worksheet(super::worksheet::WorksheetArgs),
    /// Find everything that is wrong in a data folder
    Check(CheckArgs),
    /// Make a small atlas to begin one of your own with
    New(super::new::NewArgs),
    #[command(
        about = "Make a data folder of areas with dates, as OpenHistoricalMap has them (GeoJSON)"
    )]
    Import(super::import::ImportArgs),
    /// Step through the years as fast as it goes and print what each step took, as JSON
    Scrub(ScrubArgs),
    /// Print the manual page, or write those of all commands
    Man(super::man::ManArgs),
    /// Print a completion script for a shell
    Completions {
        #[arg(value_name = "SHELL")]
        shell: Shell,
    },
}

/// The language and the data, which every command has.
#[derive(Args, Clone, Debug)]
pub struct Common {
    /// The language of names and messages [default: that of the system]
    #[arg(long, value_name = "LANG", value_parser = language_parser())]
    lang: Option<Language>,
    /// A data folder to use instead of the built-in data
    #[arg(long, value_name = "DIR")]
    pub data: Option<PathBuf>,
}

impl Common {
    /// The language that was asked for, or else that of the system.
    pub fn language(&self) -> Language {
        self.language_or(None)
    }

    /// The language that was asked for, or else the usual one, or else that of the system.
    pub fn language_or(&self, usual: Option<Language>) -> Language {
        self.lang.or(usual).unwrap_or_else(lang::of_system)
    }
}

/// Which map, or maps, are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Maps {
    One(View),
    /// Both sides' positions beside each other.
    SideBySide,
}

impl Maps {
    pub const ALL: [Self; 4] = [
        Self::One(View::Control),
        Self::One(View::Japan),
        Self::One(View::Russia),
        Self::SideBySide,
    ];

    pub const fn id(self) -> &'static str {
        match self {
            Self::One(view) => view.id(),
            Self::SideBySide => "side-by-side",
        }
    }
}

/// What is looked at.
#[derive(Args, Clone, Debug)]
pub struct Shown {
    /// The date to show, EDTF [default: the end of the atlas]
    #[arg(long, short, value_name = "DATE")]
    pub date: Option<String>,
    /// Whose view of the borders
    #[arg(long, value_name = "VIEW", default_value = View::Control.id(), value_parser = maps_parser())]
    pub view: Maps,
    /// A second date, EDTF, to compare with, on the left
    #[arg(long, value_name = "DATE")]
    pub compare: Option<String>,
    /// Part one map between the two dates, instead of showing two maps
    #[arg(long, requires = "compare")]
    pub swipe: bool,
    /// The place to choose, by its id
    #[arg(long, value_name = "ID")]
    pub select: Option<String>,
    /// The colours [default: light]
    #[arg(long, value_name = "THEME", value_parser = theme_parser())]
    pub theme: Option<Theme>,
    /// The colours of states: usual, or told apart with any kind of colour blindness
    #[arg(long, value_name = "PALETTE", value_parser = palette_parser())]
    pub palette: Option<Palette>,
    /// The language of the names of places, or "local": as their holder of the date calls them
    /// [default: that of everything else]
    #[arg(long, value_name = "NAMES", value_parser = naming_parser())]
    pub names: Option<Naming>,
    #[command(flatten)]
    pub common: Common,
}

#[derive(Args, Debug)]
pub struct OpenArgs {
    #[command(flatten)]
    pub shown: Shown,
    #[command(flatten)]
    pub teach: super::teach::Teach,
    /// What draws the window: OpenGL, wgpu where the program was built with it, or the processor;
    /// "auto" leaves it to the processor where there is no graphics card
    #[arg(long, value_name = "RENDERER", default_value = Renderer::Auto.id(), value_parser = renderer_parser())]
    pub renderer: Renderer,
}

#[derive(Args, Debug)]
#[command(after_help = AT_EXAMPLES)]
pub struct AtArgs {
    /// The date, EDTF
    #[arg(value_name = "DATE")]
    pub date: String,
    /// Whose view of the borders
    #[arg(long, value_name = "VIEW", default_value = View::Control.id(), value_parser = view_parser())]
    pub view: View,
    /// Only the territory under a point: longitude and latitude in degrees, WGS 84
    #[arg(long, value_name = "LON,LAT", allow_hyphen_values = true, value_parser = point)]
    pub point: Option<[f64; 2]>,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    pub common: Common,
}

#[derive(Args, Debug)]
#[command(after_help = RENDER_EXAMPLES)]
pub struct RenderArgs {
    #[command(flatten)]
    pub shown: Shown,
    #[command(flatten)]
    pub teach: super::teach::Teach,
    /// Width and height of the picture in pixels, 64 to 8192 each
    #[arg(long, value_name = "WxH", default_value = "1920x1080", value_parser = size)]
    pub size: [usize; 2],
    /// Pixels per point: 2 draws everything twice as large, 0.5 to 4
    #[arg(long, value_name = "S", default_value = "1", value_parser = scale)]
    pub scale: f32,
    /// What of the atlas to draw
    #[arg(long, value_name = "WHAT", default_value = Content::Map.id(), value_parser = content_parser())]
    pub what: Content,
    /// The chart, where charts are drawn [default: trade]
    #[arg(long, value_name = "CHART", value_parser = chart_parser())]
    pub chart: Option<Chart>,
    /// The part of the world to show
    #[arg(long, value_name = "LOOK", default_value = Preset::Region.id(), value_parser = look_parser())]
    pub look: Preset,
    /// The file to write, ending in .png, .svg or .pdf
    #[arg(long, short, value_name = "FILE")]
    pub output: PathBuf,
}

#[derive(Args, Debug)]
pub struct SeriesArgs {
    /// Only the series of this id
    #[arg(value_name = "ID")]
    pub id: Option<String>,
    /// Print a table to fill in with series of your own, for the folder series/ of a data folder
    #[arg(long, conflicts_with_all = ["id", "json", "csv"])]
    pub template: bool,
    #[command(flatten)]
    pub form: Form,
    #[command(flatten)]
    pub common: Common,
}

#[derive(Args, Debug)]
pub struct PollsArgs {
    #[command(flatten)]
    pub form: Form,
    #[command(flatten)]
    pub common: Common,
}

/// How to print; a table for the eye where nothing is chosen.
#[derive(Args, Clone, Copy, Debug)]
pub struct Form {
    /// Print JSON
    #[arg(long, conflicts_with = "csv")]
    pub json: bool,
    /// Print CSV (RFC 4180, UTF-8)
    #[arg(long)]
    pub csv: bool,
}

#[derive(Args, Debug)]
pub struct CheckArgs {
    /// The data folder [default: the built-in data]
    #[arg(value_name = "DIR")]
    pub folder: Option<PathBuf>,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
    /// The language of messages [default: that of the system]
    #[arg(long, value_name = "LANG", value_parser = language_parser())]
    pub lang: Option<Language>,
}

#[derive(Args, Debug)]
pub struct ScrubArgs {
    /// How far each frame goes: to its triangles, to its pixels in memory, or to a window
    #[arg(long, value_name = "RENDERER", default_value = scrub::Renderer::None.id(), value_parser = scrub_renderer_parser())]
    pub renderer: scrub::Renderer,
    /// The first year
    #[arg(long, value_name = "Y", default_value_t = 1792, value_parser = year)]
    pub from: i16,
    /// The last year; before the first, the time runs backwards
    #[arg(long, value_name = "Y", default_value_t = 2025, value_parser = year)]
    pub to: i16,
    /// How many times over
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = times)]
    pub repeat: u32,
    /// Go on for so many minutes, 0.01 to 600, and print the memory at start, middle and end
    #[arg(long, value_name = "N", conflicts_with = "repeat", value_parser = minutes)]
    pub minutes: Option<f64>,
    /// Width and height of the screen in pixels, 64 to 8192 each
    #[arg(long, value_name = "WxH", default_value = "1920x1080", value_parser = size)]
    pub size: [usize; 2],
    /// The open page of the inspector
    #[arg(long, value_name = "PAGE", default_value = Page::Charts.id(), value_parser = page_parser())]
    pub page: Page,
    #[command(flatten)]
    pub common: Common,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_definition_holds_together() {
        <Cli as clap::CommandFactory>::command().debug_assert();
    }
}
