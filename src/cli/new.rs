//! `new`: a small atlas to begin one's own with.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;

use crate::dataset::template::{self, File};
use crate::model::language::Language;
use crate::text::{Catalog, Key, lang};

use super::error::CliError;
use super::output::{self, NewFile};
use super::words::language_parser;

#[derive(Args, Debug)]
pub struct NewArgs {
    /// The folder to make; it must not exist yet, or be empty
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
    /// The language of messages [default: that of the system]
    #[arg(long, value_name = "LANG", value_parser = language_parser())]
    pub lang: Option<Language>,
}

/// Writes the example and says how to go on.
///
/// # Errors
/// When the folder is not empty or cannot be written.
pub fn run(args: &NewArgs) -> Result<(), CliError> {
    let language = args.lang.unwrap_or_else(lang::of_system);
    write(&args.folder, &template::example(), language)?;
    let values = [("folder", &*args.folder.to_string_lossy())];
    let said = Catalog::of(language).fill(Key::CliNewDone, &values);
    output::print(language, format!("{said}\n").as_bytes())
}

/// Writes the files of a data folder.
///
/// # Errors
/// When the folder is not empty or cannot be written.
pub fn write(folder: &Path, files: &[File], language: Language) -> Result<(), CliError> {
    let fail = |error: std::io::Error| output::not_written(language, folder, &error);
    fs::create_dir_all(folder).map_err(fail)?;
    if fs::read_dir(folder).map_err(fail)?.next().is_some() {
        let values = [("folder", &*folder.to_string_lossy())];
        return Err(CliError::Request(
            Catalog::of(language).fill(Key::CliFolderFull, &values),
        ));
    }
    for (name, text) in files {
        let path = folder.join(name);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).map_err(fail)?;
        }
        NewFile::create(&path, language)?.finish(text.as_bytes())?;
    }
    Ok(())
}
