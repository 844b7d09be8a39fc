//! `import`: areas with dates, as `OpenHistoricalMap` and others have them, made a data folder.
//!
//! Areas of the same place (the same `territory`, or else the same outline) become one territory;
//! each area is a phase of it, from its `start_date` to its `end_date`.

mod inside;
mod read;
mod write;

use std::path::{Path, PathBuf};

use clap::Args;

use crate::dataset::{Atlas, Origin, Problem, Problems};
use crate::model::language::Language;
use crate::text::{Catalog, Key, lang};

use super::error::CliError;
use super::words::language_parser;
use super::{new, output, request};

#[derive(Args, Debug)]
#[command(after_help = "\
Of each area these properties are read: start_date and end_date (or start and end), holder (else
sovereignty, country, operator, name), territory (else areas of one outline are one territory), name,
name:en, name:ja, name:ru, kind (sovereign, occupied, …). Time without a record is held by nobody.")]
pub struct ImportArgs {
    #[arg(value_name = "FILE", help = "A GeoJSON file of areas with dates")]
    pub file: PathBuf,
    /// The folder to make; it must not exist yet, or be empty
    #[arg(long, short, value_name = "DIR")]
    pub output: PathBuf,
    /// The language of the names in the file, and of messages [default: that of the system]
    #[arg(long, value_name = "LANG", value_parser = language_parser())]
    pub lang: Option<Language>,
}

/// Reads the areas, writes the folder, and checks it.
///
/// # Errors
/// All that is wrong with the file, or with the data it gives.
pub fn run(args: &ImportArgs) -> Result<(), CliError> {
    let language = args.lang.unwrap_or_else(lang::of_system);
    let name = file_name(&args.file);
    let wrong = |problems| request::bad_data(Problems(problems), language);
    let text = text_of(&args.file).map_err(|problem| wrong(vec![problem]))?;
    let areas = read::areas(&name, &text)
        .map_err(|problems| request::bad_data(Problems::of_text(&text, problems), language))?;
    let made = write::folder(&name, &areas, language)
        .map_err(|problems| request::bad_data(Problems::of_text(&text, problems), language))?;
    new::write(&args.output, &made.files, language)?;
    // What is wrong now can be mended in the folder.
    Atlas::load(&Origin::Folder(args.output.clone()))
        .map_err(|problems| request::bad_data(problems, language))?;
    let values = [
        ("folder", &*args.output.to_string_lossy()),
        ("territories", &*made.territories.to_string()),
        ("phases", &*made.phases.to_string()),
        ("polities", &*made.polities.to_string()),
        ("skipped", &*(areas.skipped + made.outside).to_string()),
    ];
    let said = Catalog::of(language).fill(Key::CliImported, &values);
    output::print(language, format!("{said}\n").as_bytes())
}

fn file_name(path: &Path) -> String {
    path.file_name()
        .unwrap_or(path.as_os_str())
        .to_string_lossy()
        .into_owned()
}

/// The text of a file, with the limits of every data file.
fn text_of(path: &Path) -> Result<String, Problem> {
    let folder = path
        .parent()
        .filter(|parent| !parent.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new(".")).to_owned();
    Origin::Folder(folder).read(&file_name(path))
}
