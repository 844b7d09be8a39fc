//! A data folder of the reader's own: read in the background, and read again whenever a file of it
//! is saved. What cannot be read is told, and changes nothing.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, SystemTime};

use egui::Context;

use crate::dataset::{Atlas, Origin, Problems};
use crate::scene::ground::Ground;
use crate::text::{Catalog, Key};
use crate::ui::app::App;

/// How often the files are looked at. A look costs a few dozen calls of the system.
const PAUSE: Duration = Duration::from_secs(1);
/// How long files must stay as they are before they are read: editors save in several steps.
const REST: Duration = Duration::from_millis(150);
/// The parts of a data folder.
const PARTS: [&str; 4] = ["", "geo", "lessons", "series"];
/// A folder with more files than this is not looked at further.
const MOST_FILES: usize = 1000;

/// What was read.
pub enum Fresh {
    Good(Arc<Atlas>, Arc<Ground>),
    Bad(Problems),
}

/// Somebody who watches a folder, until dropped.
pub struct Watch {
    pub origin: Origin,
    receiver: Receiver<Fresh>,
    /// The thread ends when this is gone.
    _stop: Sender<()>,
}

impl Watch {
    /// Reads the data, and goes on watching where they are a folder.
    ///
    /// # Errors
    /// When no thread can be started.
    pub fn open(origin: Origin, wake: impl Fn() + Send + 'static) -> std::io::Result<Self> {
        Self::start(origin, None, PAUSE, wake)
    }

    /// Watches a folder that has just been read.
    ///
    /// # Errors
    /// When no thread can be started.
    pub fn follow(folder: PathBuf, wake: impl Fn() + Send + 'static) -> std::io::Result<Self> {
        let seen = Some(Stamp::of(&folder));
        Self::start(Origin::Folder(folder), seen, PAUSE, wake)
    }

    fn start(
        origin: Origin,
        seen: Option<Stamp>,
        pause: Duration,
        wake: impl Fn() + Send + 'static,
    ) -> std::io::Result<Self> {
        let (send, receiver) = mpsc::channel();
        let (stop, stopped) = mpsc::channel();
        let watched = origin.clone();
        thread::Builder::new()
            .name("data folder".to_owned())
            .spawn(move || {
                let tell = |fresh| {
                    let is_heard = send.send(fresh).is_ok();
                    wake();
                    is_heard
                };
                match &watched {
                    Origin::Embedded => _ = tell(read(&watched)),
                    Origin::Folder(folder) => {
                        watch(folder, seen, pause, &stopped, |()| tell(read(&watched)));
                    }
                }
            })?;
        Ok(Self {
            origin,
            receiver,
            _stop: stop,
        })
    }

    /// What has been read since this was last called; the newest alone counts.
    #[must_use]
    pub fn fresh(&self) -> Option<Fresh> {
        self.receiver.try_iter().last()
    }
}

/// What the window knows of the data it shows.
pub struct DataFolder {
    watch: Option<Watch>,
    /// Whether the data have been asked for and not been there yet.
    is_new: bool,
    /// Whether the reader was told of problems that are not mended.
    is_bad: bool,
}

impl DataFolder {
    /// Watches the folder that an atlas has been loaded from.
    #[must_use]
    pub fn of(atlas: &Atlas, context: &Context) -> Self {
        let watch = match &atlas.origin {
            Origin::Embedded => None,
            Origin::Folder(folder) => {
                let waker = context.clone();
                Watch::follow(folder.clone(), move || waker.request_repaint())
                    .inspect_err(|error| log::warn!("saved files are not read again: {error}"))
                    .ok()
            }
        };
        Self {
            watch,
            is_new: false,
            is_bad: false,
        }
    }

    /// Opens what the reader asked for, and hands over what has been read since; problems are told,
    /// and the data stay as they are.
    pub fn follow(
        &mut self,
        app: &mut App,
        context: &Context,
    ) -> Option<(Arc<Atlas>, Arc<Ground>)> {
        let texts = Catalog::of(app.state().language);
        if let Some(origin) = app.take_origin() {
            let waker = context.clone();
            if let Origin::Folder(folder) = &origin {
                let folder = folder.display().to_string();
                app.notify(texts.fill(Key::OwnDataReading, &[("folder", &folder)]));
            }
            match Watch::open(origin, move || waker.request_repaint()) {
                Ok(watch) => (self.watch, self.is_new) = (Some(watch), true),
                Err(error) => app.notify(error.to_string()),
            }
        }
        let watch = self.watch.as_ref()?;
        let folder = match &watch.origin {
            Origin::Embedded => String::new(),
            Origin::Folder(folder) => folder.display().to_string(),
        };
        match watch.fresh()? {
            Fresh::Good(atlas, ground) => {
                app.renew(Arc::clone(&atlas), Arc::clone(&ground), context);
                let is_told = (self.is_new || self.is_bad) && watch.origin != Origin::Embedded;
                if is_told {
                    app.notify(texts.fill(Key::OwnDataOpened, &[("folder", &folder)]));
                }
                (self.is_new, self.is_bad) = (false, false);
                Some((atlas, ground))
            }
            Fresh::Bad(problems) => {
                self.is_bad = true;
                app.show_faults(folder, problems);
                context.request_repaint();
                None
            }
        }
    }
}

fn read(origin: &Origin) -> Fresh {
    match Atlas::load(origin) {
        Ok(atlas) => {
            let ground = Ground::new(&atlas);
            Fresh::Good(Arc::new(atlas), Arc::new(ground))
        }
        Err(problems) => Fresh::Bad(problems),
    }
}

fn watch(
    folder: &Path,
    mut seen: Option<Stamp>,
    pause: Duration,
    stopped: &Receiver<()>,
    changed: impl Fn(()) -> bool,
) {
    let mut now = Stamp::of(folder);
    loop {
        if seen.as_ref() != Some(&now) {
            // A file that is still being written is read when it rests.
            thread::sleep(REST);
            let later = Stamp::of(folder);
            if later == now {
                seen = Some(later);
                if !changed(()) {
                    return;
                }
            } else {
                now = later;
                continue;
            }
        }
        match stopped.recv_timeout(pause) {
            Err(RecvTimeoutError::Timeout) => now = Stamp::of(folder),
            Ok(()) | Err(RecvTimeoutError::Disconnected) => return,
        }
    }
}

/// The files of a folder, when they were saved, and their sizes.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Stamp(Vec<(PathBuf, Option<SystemTime>, u64)>);

impl Stamp {
    fn of(folder: &Path) -> Self {
        let listed = PARTS
            .iter()
            .filter_map(|part| fs::read_dir(folder.join(part)).ok());
        let entries = listed.flatten().flatten().take(MOST_FILES);
        let mut files: Vec<_> = entries
            .filter_map(|entry| {
                let metadata = fs::metadata(entry.path()).ok()?;
                let is_file = metadata.is_file();
                is_file.then(|| (entry.path(), metadata.modified().ok(), metadata.len()))
            })
            .collect();
        files.sort();
        Self(files)
    }
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use super::*;
    use crate::dataset::template;

    /// Waits for what is read next.
    fn next(watch: &Watch) -> Fresh {
        let start = Instant::now();
        loop {
            if let Some(fresh) = watch.fresh() {
                return fresh;
            }
            assert!(start.elapsed() < Duration::from_mins(1), "nothing is read");
            thread::sleep(Duration::from_millis(5));
        }
    }

    #[test]
    fn a_saved_file_is_read_again_and_a_bad_one_is_told() {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in template::example() {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        let origin = Origin::Folder(folder.path().to_owned());
        let pause = Duration::from_millis(10);
        let watch = Watch::start(origin, None, pause, || {}).unwrap();
        let Fresh::Good(atlas, _) = next(&watch) else {
            panic!("the example is right");
        };
        assert_eq!(atlas.territories.len(), 2);
        let path = folder.path().join("territories.json");
        let good = fs::read_to_string(&path).unwrap();
        fs::write(&path, good.replace("North Bay", "")).unwrap();
        let Fresh::Bad(problems) = next(&watch) else {
            panic!("a name is missing");
        };
        assert_eq!(problems.0[0].file, "territories.json");
        assert!(problems.0[0].line.is_some());
        fs::write(&path, good.replace("North Bay", "The Bay of the North")).unwrap();
        let Fresh::Good(atlas, _) = next(&watch) else {
            panic!("it is mended");
        };
        let name = &atlas.territories[0].name;
        assert!(
            name.get(crate::model::language::Language::English)
                .starts_with("The Bay")
        );
        // A clock set back: the file is older than what was read, and yet another.
        fs::write(&path, good.replace("North Bay", "The Bay of the East!")).unwrap();
        let long_ago = SystemTime::UNIX_EPOCH + Duration::from_hours(24 * 365);
        let file = fs::File::options().write(true).open(&path).unwrap();
        file.set_modified(long_ago).unwrap();
        let Fresh::Good(atlas, _) = next(&watch) else {
            panic!("it is right");
        };
        let name = &atlas.territories[0].name;
        let name = name.get(crate::model::language::Language::English);
        assert!(name.starts_with("The Bay of the East"), "{name}");
    }
}
