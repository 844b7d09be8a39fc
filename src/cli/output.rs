//! Printing, and writing files whole or not at all.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::model::language::Language;
use crate::text::{Catalog, Key};

use super::error::CliError;

/// Prints data to standard output.
///
/// A reader who stops reading, such as `head`, is no error.
///
/// # Errors
/// When standard output cannot be written for any other reason.
pub fn print(language: Language, data: &[u8]) -> Result<(), CliError> {
    let mut stdout = io::stdout().lock();
    match stdout.write_all(data).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(not_written(language, Path::new("stdout"), &error))
        }
        _ => Ok(()),
    }
}

/// Prints a message to standard error, if anybody listens there.
pub fn complain(message: &str) {
    let _ = writeln!(io::stderr().lock(), "kuril-atlas: {message}");
}

/// A file that appears under its name only when it is complete.
pub struct NewFile {
    file: Place,
    path: PathBuf,
    language: Language,
}

/// Where the contents go.
enum Place {
    /// Into a file beside the one that is asked for; the second path is that without links.
    Beside(tempfile::NamedTempFile, PathBuf),
    /// Into a device or a pipe, which must not be replaced by a file: `/dev/null`, `/dev/stdout`.
    Straight(std::fs::File),
}

impl NewFile {
    /// Opens a file beside `path`, so that a folder that is missing or closed is known before the
    /// work begins.
    ///
    /// # Errors
    /// When the folder does not exist or cannot be written, or `path` is a folder.
    pub fn create(path: &Path, language: Language) -> Result<Self, CliError> {
        let fail = |error: &io::Error| not_written(language, path, error);
        if path.is_dir() {
            return Err(fail(&io::Error::from(io::ErrorKind::IsADirectory)));
        }
        let made = |file| Self {
            file,
            path: path.to_owned(),
            language,
        };
        if std::fs::metadata(path).is_ok_and(|found| !found.is_file()) {
            let file = std::fs::OpenOptions::new().write(true).open(path);
            return file
                .map(|file| made(Place::Straight(file)))
                .map_err(|error| fail(&error));
        }
        // Where the file is a link, what it points to is replaced, not the link.
        let real = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let folder = real
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty())
            .unwrap_or(Path::new("."));
        let mut builder = tempfile::Builder::new();
        builder.prefix(".kuril-atlas-");
        // A temporary file is private by default; this one becomes an ordinary file.
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
        // The error of the crate names the temporary file, which means nothing to the reader.
        let file = builder
            .tempfile_in(folder)
            .map_err(|error| fail(&io::Error::from(error.kind())))?;
        Ok(made(Place::Beside(file, real.clone())))
    }

    /// Writes the contents and gives the file its name, replacing an older one.
    ///
    /// # Errors
    /// When the disk is full or the file cannot be replaced; the older file stays as it was then.
    pub fn finish(self, contents: &[u8]) -> Result<(), CliError> {
        self.finish_with(|out| Ok(out.write_all(contents)?))
    }

    /// As [`NewFile::finish`], with contents that are written as they are made.
    ///
    /// # Errors
    /// As there, and when the contents cannot be made.
    pub fn finish_with(
        self,
        write: impl FnOnce(&mut dyn Write) -> Result<(), Box<dyn std::error::Error>>,
    ) -> Result<(), CliError> {
        let (language, path) = (self.language, self.path);
        let pour = |file: &mut dyn Write| {
            let mut out = io::BufWriter::new(file);
            let written = write(&mut out).and_then(|()| Ok(out.flush()?));
            // What could not be flushed is not tried again.
            let _ = out.into_parts();
            written.map_err(|error| not_written(language, &path, &error))
        };
        match self.file {
            Place::Straight(mut file) => pour(&mut file),
            Place::Beside(mut file, real) => {
                pour(&mut file)?;
                file.persist(real)
                    .map(drop)
                    .map_err(|error| not_written(language, &path, &error.error))
            }
        }
    }
}

/// A file could not be written, and why.
pub fn not_written(language: Language, path: &Path, error: &dyn std::fmt::Display) -> CliError {
    let values = [
        ("file", &*path.to_string_lossy()),
        ("reason", &*error.to_string()),
    ];
    CliError::Request(Catalog::of(language).fill(Key::CliNotWritten, &values))
}
