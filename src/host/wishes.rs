//! Carries out what the screen asks for: pictures, worksheets, files of charts, and the template of a
//! table.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::Color32;

use crate::dataset::own::TEMPLATE;
use crate::export::charts_svg::{self, ChartColours};
use crate::export::worksheet::{Paper, pages};
use crate::export::{csv, pdf};
use crate::lesson::tour::{self, Which};
use crate::model::series::{OwnSeries, Series};
use crate::model::shown::Chart;
use crate::raster::encode_png;
use crate::scene::charts::{ChartPicture, Drawn};
use crate::scene::ground::Ground;
use crate::state::Command;
use crate::state::screen::{Scheme, Theme};
use crate::text::{Catalog, Key};
use crate::ui::app::{App, Content};
use crate::ui::tokens::Tokens;
use crate::ui::wish::{Form, PictureForm, Wish};

use super::headless::Headless;
use super::picture::{Format, Picture};

/// The size of a chart as a picture, in pixels, and its pixels per point.
const PICTURE: ([usize; 2], f32) = ([1920, 1200], 1.5);
/// How many names are tried before giving up.
const NAMES: u32 = 1000;

/// Writes what the reader asked for into the folder of documents, and says where it is.
pub fn grant(app: &mut App, ground: &Arc<Ground>) {
    for wish in app.take_wishes() {
        let language = app.state().language;
        let texts = Catalog::of(language);
        let (name, ending) = match &wish {
            Wish::Chart { chart, form, .. } => {
                let name = format!("kuril-atlas-{}-{}", chart.id(), app.state().date);
                (name, form.ending())
            }
            Wish::Map(form) => (format!("kuril-atlas-{}", app.state().date), form.ending()),
            Wish::Worksheet(which) => {
                let state = app.state();
                let lesson = tour::find(app.atlas(), &state.teaching.own, *which);
                let id = lesson.map_or("lesson", |lesson| lesson.id.as_str());
                (format!("kuril-atlas-{id}-{}", language.code()), "pdf")
            }
            Wish::Template => ("kuril-atlas-own-series".to_owned(), "csv"),
        };
        let message = match contents(app, ground, &wish) {
            Ok(contents) => match write_new(&folder(), &name, ending, &contents) {
                Ok(path) => texts.fill(Key::Exported, &[("file", &path.to_string_lossy())]),
                Err(error) => not_written(texts, &name, &error.to_string()),
            },
            Err(reason) => not_written(texts, &name, &reason),
        };
        app.notify(message);
    }
}

fn not_written(texts: &Catalog, file: &str, reason: &str) -> String {
    texts.fill(Key::CliNotWritten, &[("file", file), ("reason", reason)])
}

/// Where a reader looks for documents; the current folder where there is no such place.
fn folder() -> PathBuf {
    let documents = directories::UserDirs::new().and_then(|user| {
        let documents = user.document_dir().map(Path::to_owned);
        let folder = documents.unwrap_or_else(|| user.home_dir().to_owned());
        folder.is_dir().then_some(folder)
    });
    documents.unwrap_or_else(|| PathBuf::from("."))
}

/// Writes a file under a name that is not taken: nothing of the reader's is ever overwritten.
fn write_new(folder: &Path, name: &str, ending: &str, contents: &[u8]) -> std::io::Result<PathBuf> {
    for number in 1..NAMES {
        let file = if number == 1 {
            format!("{name}.{ending}")
        } else {
            format!("{name}-{number}.{ending}")
        };
        let path = folder.join(file);
        let opened = std::fs::OpenOptions::new()
            .write(true)
            .create_new(true)
            .open(&path);
        match opened {
            Ok(mut file) => return file.write_all(contents).map(|()| path),
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(std::io::Error::from(std::io::ErrorKind::AlreadyExists))
}

fn contents(app: &App, ground: &Arc<Ground>, wish: &Wish) -> Result<Vec<u8>, String> {
    match wish {
        Wish::Template => Ok(TEMPLATE.as_bytes().to_vec()),
        Wish::Map(form) => map(app, ground, *form),
        Wish::Worksheet(which) => worksheet(app, ground, *which),
        Wish::Chart { .. } => chart_file(app, ground, wish),
    }
}

/// The map as it is shown, at the size it has on the screen and twice as fine.
fn map(app: &App, ground: &Arc<Ground>, form: PictureForm) -> Result<Vec<u8>, String> {
    const SCALE: f32 = 2.0;
    let mut state = app.state().clone();
    let atlas = app.shared_atlas();
    // What lies over the map now, or makes it large for a class, is no part of the picture.
    let _ = state.apply(&atlas, Command::Present(false));
    (state.about_open, state.keys_open, state.search_open) = (false, false, false);
    state.terms_open = None;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a screen has few thousand points"
    )]
    let size = (state.viewport.size).map(|side| (side * SCALE).clamp(256.0, 8192.0) as usize);
    let (format, size, scale) = match form {
        PictureForm::Png => (Format::Png, size, SCALE),
        PictureForm::Svg => (Format::Svg, size.map(|side| side / 2), 1.0),
        PictureForm::Pdf => (Format::Pdf, size.map(|side| side / 2), 1.0),
    };
    let picture = Picture {
        state,
        content: Content::Map,
        size,
        scale,
    };
    let bytes = picture.bytes(format, &atlas, ground);
    bytes.map_err(|error| error.to_string())
}

/// The worksheet of a lesson, on the paper of most countries.
fn worksheet(app: &App, ground: &Arc<Ground>, which: Which) -> Result<Vec<u8>, String> {
    let (atlas, state) = (app.atlas(), app.state());
    let Some(lesson) = tour::find(atlas, &state.teaching.own, which) else {
        return Err(String::new());
    };
    let language = state.language;
    let pages = pages(atlas, ground, lesson, language, Paper::A4);
    let title = lesson.title.said(language);
    let about = pdf::About {
        title,
        subject: lesson.about.said(language),
        language: language.code(),
    };
    pdf::write(&pages, 1.0, about).map_err(|error| error.to_string())
}

fn chart_file(app: &App, ground: &Arc<Ground>, wish: &Wish) -> Result<Vec<u8>, String> {
    let Wish::Chart {
        chart,
        form,
        pictures,
        own,
        language,
    } = wish
    else {
        return Ok(Vec::new());
    };
    match form {
        Form::Svg => {
            let colours = colours(app.state().theme);
            Ok(charts_svg::draw(pictures, &colours, *language).into_bytes())
        }
        Form::Png => {
            let (size, scale) = PICTURE;
            let mut headless = Headless::new(size, scale, |context| {
                app.twin_of_charts(Arc::clone(ground), context)
            });
            headless.settle();
            let mut bytes = Vec::with_capacity(1 << 18);
            encode_png(&mut bytes, &headless.picture(), &[]).map_err(|error| error.to_string())?;
            Ok(bytes)
        }
        Form::Csv => {
            let atlas = app.atlas();
            let table = match chart {
                Chart::Polls => csv::polls(atlas, *language),
                Chart::Figures => csv::figures(atlas, *language),
                Chart::Trade | Chart::Population | Chart::Visits => {
                    let is_open = |id: &str| pictures.iter().any(|picture| holds(picture, id));
                    let series: Vec<&Series> = (atlas.series.iter())
                        .filter(|series| is_open(&series.id))
                        .collect();
                    let own: Vec<&OwnSeries> = (atlas.own.iter().chain(own))
                        .filter(|own| is_open(&own.series.id))
                        .collect();
                    csv::series(atlas, &series, &own, *language)
                }
            };
            table
                .map(String::into_bytes)
                .map_err(|error| error.to_string())
        }
    }
}

/// Whether a picture shows the quantity of an id.
fn holds(picture: &ChartPicture, id: &str) -> bool {
    match &picture.drawn {
        Drawn::Sheet { sheet, shown, .. } => {
            let mut all = sheet.quantities.iter().zip(shown);
            all.any(|(quantity, is_shown)| *is_shown && quantity.id == id)
        }
        Drawn::Polls(_) => false,
    }
}

/// The colours of a theme for drawings.
#[must_use]
pub fn colours(theme: Theme) -> ChartColours {
    let tokens = Tokens::of(Scheme::usual(theme));
    let rgb = |color: Color32| [color.r(), color.g(), color.b()];
    ChartColours {
        paper: rgb(tokens.paper),
        ink: rgb(tokens.ink),
        ink_soft: rgb(tokens.ink_soft),
        hairline: rgb(tokens.hairline),
        accent: rgb(tokens.accent),
        favourable: rgb(tokens.favourable),
        unfavourable: rgb(tokens.unfavourable),
        remainder: rgb(tokens.remainder),
        series: tokens.series.map(rgb),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::{Atlas, Origin};
    use crate::model::language::Language;
    use crate::state::ViewState;

    /// The map that is saved shows the reader's view, and nothing that lies over it.
    #[test]
    fn the_map_and_a_worksheet_are_files_of_their_form() {
        let atlas = Arc::new(Atlas::load(&Origin::Embedded).unwrap());
        let ground = Arc::new(Ground::new(&atlas));
        let mut state = ViewState::new(Atlas::range().1, Language::Russian);
        state.about_open = true;
        let context = egui::Context::default();
        let app = App::new(atlas, Arc::clone(&ground), state, Content::Page, &context);
        let file = |wish: Wish| contents(&app, &ground, &wish).unwrap();
        assert!(file(Wish::Map(PictureForm::Png)).starts_with(b"\x89PNG"));
        assert!(file(Wish::Map(PictureForm::Pdf)).starts_with(b"%PDF"));
        let svg = String::from_utf8(file(Wish::Map(PictureForm::Svg))).unwrap();
        assert!(
            svg.contains(">Курильский атлас · 31 декабря 2025"),
            "the caption"
        );
        assert!(
            !svg.contains(env!("CARGO_PKG_VERSION")),
            "no window about the program"
        );
        let lesson = Which::Shipped(0);
        assert!(file(Wish::Worksheet(lesson)).starts_with(b"%PDF"));
        let none = Wish::Worksheet(Which::Own(7));
        assert!(contents(&app, &ground, &none).is_err());
    }

    #[test]
    fn no_file_is_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        let names: Vec<String> = (0..3)
            .map(|_| write_new(folder.path(), "chart", "csv", b"a").unwrap())
            .map(|path| path.file_name().unwrap().to_string_lossy().into_owned())
            .collect();
        assert_eq!(names, ["chart.csv", "chart-2.csv", "chart-3.csv"]);
        let nowhere = folder.path().join("missing");
        assert!(write_new(&nowhere, "chart", "csv", b"a").is_err());
    }
}
