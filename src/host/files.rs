//! The files of lessons that readers write: saved whole or not at all, and a draft kept while it is
//! written.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use crate::dataset::lessons;
use crate::prefs;
use crate::ui::files::{Kept, LessonFiles};

const DRAFT: &str = "lesson-draft.json";

/// How long a draft waits for the next change before it is written.
const WAIT: Duration = Duration::from_secs(1);

/// Lessons in the file system, the draft among the settings.
#[derive(Debug)]
pub struct Files {
    /// `None` where the system has no folder for settings.
    draft: Option<PathBuf>,
    documents: PathBuf,
    /// `None` once closed.
    sender: Option<Sender<String>>,
    worker: Option<JoinHandle<()>>,
}

impl Files {
    /// Keeps the draft in the folder of the settings.
    #[must_use]
    pub fn standard() -> Self {
        Self::in_folder(prefs::Store::standard().folder(), WAIT)
    }

    /// Keeps the draft in a folder of one's own.
    #[must_use]
    pub fn in_folder(folder: Option<PathBuf>, wait: Duration) -> Self {
        let draft = folder.map(|folder| folder.join(DRAFT));
        let users = directories::UserDirs::new();
        let documents = users.and_then(|users| users.document_dir().map(Path::to_owned));
        let (sender, receiver) = mpsc::channel();
        let worker = draft.clone().map(|path| {
            thread::Builder::new()
                .name("draft".to_owned())
                .spawn(move || work(&path, wait, &receiver))
        });
        let worker = worker.and_then(|started| {
            started
                .inspect_err(|error| log::warn!("drafts are not kept: no thread: {error}"))
                .ok()
        });
        Self {
            draft,
            documents: documents.unwrap_or_default(),
            sender: Some(sender),
            worker,
        }
    }
}

impl LessonFiles for Files {
    fn keep_draft(&self, text: String) {
        if let Some(sender) = &self.sender {
            // Nobody listens only if there is no thread, which has been said.
            let _ = sender.send(text);
        }
    }

    fn kept_draft(&self) -> Option<Kept> {
        let path = self.draft.clone()?;
        let text = lessons::text_of(&path).ok();
        (text.is_some() || path.exists()).then_some(Kept { path, text })
    }

    fn keep_aside(&self, path: &Path) -> Result<PathBuf, String> {
        prefs::keep_aside(path).map_err(|error| error.to_string())
    }

    fn save(&self, path: &Path, text: &str) -> Result<(), String> {
        prefs::replace_file(path, text.as_bytes())
            .map_err(|error| format!("{}: {error}", path.display()))
    }

    fn suggested(&self, id: &str) -> PathBuf {
        // The ending by which desktops know a lesson from other JSON.
        self.documents.join(format!("{id}.kuril-lesson.json"))
    }
}

impl Drop for Files {
    fn drop(&mut self) {
        self.sender = None;
        if let Some(worker) = self.worker.take()
            && worker.join().is_err()
        {
            log::warn!("the draft of a lesson may not have been kept");
        }
    }
}

fn work(path: &Path, wait: Duration, receiver: &Receiver<String>) {
    while let Ok(mut latest) = receiver.recv() {
        let due = Instant::now() + wait;
        let is_closed = loop {
            match receiver.recv_timeout(due.saturating_duration_since(Instant::now())) {
                Ok(text) => latest = text,
                Err(RecvTimeoutError::Timeout) => break false,
                Err(RecvTimeoutError::Disconnected) => break true,
            }
        };
        if let Err(error) = prefs::replace_file(path, latest.as_bytes()) {
            log::warn!("{}: the draft is not kept: {error}", path.display());
        }
        if is_closed {
            break;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_latest_draft_is_on_disk_soon_and_at_the_end() {
        let folder = tempfile::tempdir().unwrap();
        let files = Files::in_folder(Some(folder.path().join("new")), Duration::from_millis(5));
        assert_eq!(files.kept_draft(), None);
        for number in 0..50 {
            files.keep_draft(number.to_string());
        }
        let path = folder.path().join("new").join(DRAFT);
        let until = Instant::now() + Duration::from_mins(1);
        while std::fs::read_to_string(&path).unwrap_or_default() != "49" {
            assert!(
                Instant::now() < until,
                "the draft is not kept while one writes"
            );
            thread::sleep(Duration::from_millis(5));
        }
        files.keep_draft("the end".to_owned());
        drop(files);
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "the end");
    }

    #[test]
    fn a_lesson_is_saved_whole_or_not_at_all() {
        let folder = tempfile::tempdir().unwrap();
        let files = Files::in_folder(None, WAIT);
        let path = folder.path().join("lesson.json");
        files.save(&path, "one").unwrap();
        files.save(&path, "two").unwrap();
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "two");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
        let error = files.save(folder.path(), "no").unwrap_err();
        assert!(error.contains(&*folder.path().to_string_lossy()), "{error}");
        let aside = files.keep_aside(&path).unwrap();
        assert!(!path.exists() && aside.exists());
    }
}
