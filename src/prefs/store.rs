//! The file of the settings: found, read leniently, replaced as a whole.

use std::fs;
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::model::language::Language;
use crate::text::{Catalog, Key};

use super::{FOLDER_VARIABLE, Fault, Preferences};

const FILE: &str = "settings.json";

/// Names of files that are being written: `.settings-….tmp`.
const UNFINISHED: (&str, &str) = (".settings-", ".tmp");

/// After this long an unfinished file has no writer any more.
const ABANDONED: Duration = Duration::from_hours(1);

/// A settings file has some hundred bytes, and some for each bookmark: nobody makes forty thousand. Of a
/// damaged file not more than this is read.
const LARGEST_FILE: u64 = 4 * 1024 * 1024;

/// How many damaged files are kept before the last one is left where it is.
const MOST_KEPT_ASIDE: u32 = 100;

/// Where the settings are kept.
#[derive(Clone, Debug)]
pub struct Store {
    /// `None` where the system has no such folder.
    folder: Option<PathBuf>,
    /// Whether the file may be replaced: not if a later edition wrote it, or if it is damaged and
    /// could not be moved aside.
    may_write: bool,
}

/// What was read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Loaded {
    pub preferences: Preferences,
    /// For the log: what was wrong, where, and what was done about it.
    pub warnings: Vec<String>,
    /// Where a file that could not be read was moved to.
    pub kept_aside: Option<PathBuf>,
}

impl Loaded {
    /// What the reader has to be told.
    #[must_use]
    pub fn notice(&self, language: Language) -> Option<String> {
        let path = self.kept_aside.as_ref()?.display().to_string();
        Some(Catalog::of(language).fill(Key::SettingsKeptAside, &[("file", &path)]))
    }
}

/// Why the settings could not be saved.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    #[error("the system names no folder for settings; set {FOLDER_VARIABLE} to one")]
    NoFolder,
    #[error(
        "{path}: the settings are not saved, because the file there is not one of this edition; update the atlas, or move the file away"
    )]
    NotOurs { path: PathBuf },
    #[error(
        "{path}: the settings cannot be saved: {source}; make the folder writable, or set {FOLDER_VARIABLE} to another"
    )]
    Write { path: PathBuf, source: io::Error },
}

impl Store {
    /// The folder that [`FOLDER_VARIABLE`] names, or else the platform's.
    #[must_use]
    pub fn standard() -> Self {
        let named = std::env::var_os(FOLDER_VARIABLE)
            .filter(|folder| !folder.is_empty())
            .map(PathBuf::from);
        let folder = named.or_else(|| {
            let folders = directories::ProjectDirs::from("", "", "kuril-atlas")?;
            Some(folders.config_dir().to_owned())
        });
        Self {
            folder,
            may_write: true,
        }
    }

    /// A folder of one's own; it is made when something is saved.
    #[must_use]
    pub fn in_folder(folder: impl Into<PathBuf>) -> Self {
        Self {
            folder: Some(folder.into()),
            may_write: true,
        }
    }

    /// The folder of the settings; `None` where the system has none.
    #[must_use]
    pub fn folder(&self) -> Option<PathBuf> {
        self.folder.clone()
    }

    /// The settings file.
    #[must_use]
    pub fn path(&self) -> Option<PathBuf> {
        self.folder.as_ref().map(|folder| folder.join(FILE))
    }

    /// Reads the settings. A file that is damaged or cannot be read is moved aside, as
    /// `settings.json.damaged-1` or the next free number; one of a later edition is left as it is.
    pub fn load(&mut self) -> Loaded {
        self.may_write = true;
        let Some(path) = self.path() else {
            return Loaded::default();
        };
        let read = match read(&path) {
            Ok(None) => return Loaded::default(),
            Ok(Some(bytes)) => Preferences::read(&bytes),
            Err(error) => Err(Fault::Damaged(error.to_string())),
        };
        let warning = |text: &str| format!("{}: {text}", path.display());
        match read {
            Ok((preferences, warnings)) => {
                let warnings = warnings.iter().map(|text| warning(text)).collect();
                Loaded {
                    preferences,
                    warnings,
                    kept_aside: None,
                }
            }
            Err(Fault::Newer) => {
                self.may_write = false;
                let warnings = vec![warning(
                    "written by a later edition of the atlas; it is left as it is and not used",
                )];
                Loaded {
                    warnings,
                    ..Loaded::default()
                }
            }
            Err(Fault::Damaged(what)) => {
                let moved = keep_aside(&path);
                let outcome = match &moved {
                    Ok(aside) => format!("kept as {}", aside.display()),
                    Err(error) => {
                        format!("it could not be moved aside ({error}) and is left as it is")
                    }
                };
                self.may_write = moved.is_ok();
                Loaded {
                    warnings: vec![warning(&format!("{what}; {outcome}"))],
                    kept_aside: moved.ok(),
                    ..Loaded::default()
                }
            }
        }
    }

    /// The bookmarks in the file as it is now, which another window of the atlas may have written;
    /// `None` where there is no file of this edition.
    pub(super) fn bookmarks(&self) -> Option<Vec<(String, String)>> {
        let bytes = read(&self.path()?).ok()??;
        let (preferences, _) = Preferences::read(&bytes).ok()?;
        Some(preferences.bookmarks)
    }

    /// The chosen language, if there are settings that can be read; the file stays as it is.
    #[must_use]
    pub fn language(&self) -> Option<Language> {
        let bytes = read(&self.path()?).ok()??;
        Preferences::read(&bytes).ok()?.0.language
    }

    /// Replaces the settings file.
    ///
    /// # Errors
    /// When there is no folder, the folder or the disk takes no file, or the file is not ours to
    /// replace; the old file is untouched then.
    pub fn save(&self, preferences: &Preferences) -> Result<(), SaveError> {
        let folder = self.folder.as_ref().ok_or(SaveError::NoFolder)?;
        let path = folder.join(FILE);
        if !self.may_write {
            return Err(SaveError::NotOurs { path });
        }
        replace(folder, &path, preferences.written().as_bytes())
            .map_err(|source| SaveError::Write { path, source })
    }
}

/// The bytes of the file; `None` where there is no file.
fn read(path: &Path) -> io::Result<Option<Vec<u8>>> {
    let metadata = match fs::metadata(path) {
        Ok(metadata) => metadata,
        Err(error)
            if matches!(
                error.kind(),
                io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
            ) =>
        {
            return Ok(None);
        }
        Err(error) => return Err(error),
    };
    // Opening a pipe would wait for a writer, perhaps for ever.
    if !metadata.is_file() {
        return Err(io::Error::other("not a regular file"));
    }
    if metadata.len() > LARGEST_FILE {
        return Err(io::Error::other("too large for settings"));
    }
    let mut bytes = Vec::new();
    fs::File::open(path)?
        .take(LARGEST_FILE)
        .read_to_end(&mut bytes)?;
    Ok(Some(bytes))
}

/// Moves a damaged file out of the way, as `….damaged-1` or the next free number; returns where to.
///
/// # Errors
/// When it cannot be moved, or too many are kept already.
pub fn keep_aside(path: &Path) -> io::Result<PathBuf> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    for number in 1..=MOST_KEPT_ASIDE {
        let aside = path.with_file_name(format!("{name}.damaged-{number}"));
        if fs::symlink_metadata(&aside).is_err() {
            fs::rename(path, &aside)?;
            return Ok(aside);
        }
    }
    Err(io::Error::other(format!(
        "{MOST_KEPT_ASIDE} damaged files are kept already"
    )))
}

/// Replaces a file in one step: there is the old one or the new one at any moment, never half of one.
///
/// # Errors
/// When the folder or the disk takes no file; the old file is untouched then.
pub fn replace_file(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if path.is_dir() {
        return Err(io::Error::from(io::ErrorKind::IsADirectory));
    }
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    replace(folder.unwrap_or_else(|| Path::new(".")), path, bytes)
}

/// Writes beside the file, then puts the new one in its place in one step.
fn replace(folder: &Path, path: &Path, bytes: &[u8]) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    // Where the file is a link, what it points to is replaced, not the link.
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    // A device or a pipe must not be replaced by a file.
    if fs::metadata(&path).is_ok_and(|found| !found.is_file()) {
        return Err(io::Error::other("not a regular file"));
    }
    let folder = path.parent().unwrap_or(folder);
    remove_unfinished(folder);
    let mut file = unfinished_file(folder)?;
    file.write_all(bytes)?;
    // Without this a power cut may leave the new name with no content.
    file.as_file().sync_all()?;
    file.persist(&path).map_err(|error| error.error)?;
    sync_folder(folder);
    Ok(())
}

/// A new file with the rights of any other file: a folder of settings may be shared.
fn unfinished_file(folder: &Path) -> io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(UNFINISHED.0).suffix(UNFINISHED.1);
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder)
}

/// Makes the new name last. A file system that cannot has done what it can.
fn sync_folder(folder: &Path) {
    if cfg!(unix)
        && let Err(error) = fs::File::open(folder).and_then(|folder| folder.sync_all())
    {
        log::debug!("{}: cannot be synced: {error}", folder.display());
    }
}

/// Removes what a killed program left behind.
fn remove_unfinished(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let is_ours = name
            .to_str()
            .is_some_and(|name| name.starts_with(UNFINISHED.0) && name.ends_with(UNFINISHED.1));
        let age = || entry.metadata().ok()?.modified().ok()?.elapsed().ok();
        if is_ours && age().is_some_and(|age| age > ABANDONED) {
            let _ = fs::remove_file(entry.path());
        }
    }
}
