//! Saves in the background, so that no frame waits for a disk.
//!
//! Several windows of the atlas may be open at once. Each saves all of its settings, and the last to
//! save wins; but a bookmark that another has added stays, and one that it has removed stays away.

use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use super::{Preferences, Store};

/// Writes the settings soon after they change, the last ones when it is dropped.
#[derive(Debug)]
pub struct Saver {
    /// `None` once closed.
    sender: Option<Sender<Preferences>>,
    worker: Option<JoinHandle<()>>,
}

impl Saver {
    /// Saves to `store`, at most once every `interval`.
    #[must_use]
    pub fn start(store: Store, interval: Duration) -> Self {
        let (sender, receiver) = mpsc::channel();
        let worker = thread::Builder::new()
            .name("settings".to_owned())
            .spawn(move || work(&store, interval, &receiver));
        if let Err(error) = &worker {
            log::warn!("the settings are not saved: no thread can be started: {error}");
        }
        Self {
            sender: Some(sender),
            worker: worker.ok(),
        }
    }

    /// Takes settings to be saved; only the latest count.
    pub fn keep(&self, preferences: Preferences) {
        if let Some(sender) = &self.sender {
            // Nobody listens only if there is no thread, which has been said.
            let _ = sender.send(preferences);
        }
    }
}

impl Drop for Saver {
    fn drop(&mut self) {
        self.sender = None;
        if let Some(worker) = self.worker.take()
            && worker.join().is_err()
        {
            log::warn!("the settings may not have been saved");
        }
    }
}

fn work(store: &Store, interval: Duration, receiver: &Receiver<Preferences>) {
    let mut saved = None;
    let mut has_failed = false;
    let mut before = store.bookmarks().unwrap_or_default();
    while let Ok(mut latest) = receiver.recv() {
        let due = Instant::now() + interval;
        let is_closed = loop {
            match receiver.recv_timeout(due.saturating_duration_since(Instant::now())) {
                Ok(preferences) => latest = preferences,
                Err(RecvTimeoutError::Timeout) => break false,
                Err(RecvTimeoutError::Disconnected) => break true,
            }
        };
        if saved.as_ref() != Some(&latest) {
            let mut merged = latest.clone();
            if let Some(theirs) = store.bookmarks() {
                merged.bookmarks = merge(&before, &latest.bookmarks, &theirs);
            }
            match store.save(&merged) {
                Ok(()) => {
                    before.clone_from(&latest.bookmarks);
                    saved = Some(latest);
                }
                // Once is enough: what keeps the file from being written seldom passes.
                Err(error) if !has_failed => {
                    has_failed = true;
                    log::warn!("{error}");
                }
                Err(_) => {}
            }
        }
        if is_closed {
            break;
        }
    }
}

type Bookmark = (String, String);

/// The bookmarks of this window, without those that another has removed from the file since `before`,
/// and then those that another has added.
fn merge(before: &[Bookmark], ours: &[Bookmark], theirs: &[Bookmark]) -> Vec<Bookmark> {
    let kept = (ours.iter()).filter(|ours| theirs.contains(ours) || !before.contains(ours));
    let added = (theirs.iter()).filter(|theirs| !before.contains(theirs) && !ours.contains(theirs));
    kept.chain(added).cloned().collect()
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;
    use crate::model::date::Day;

    #[test]
    fn the_saver_saves_the_latest_when_it_ends_and_while_it_runs() {
        let chosen = Preferences {
            maximized: true,
            ..Preferences::default()
        };
        let folder = TempDir::new().unwrap();
        let mut store = Store::in_folder(folder.path());
        let saver = Saver::start(store.clone(), Duration::from_hours(1));
        for year in 1900..1990 {
            saver.keep(Preferences {
                date: Day::new(year, 1, 1),
                ..Preferences::default()
            });
        }
        saver.keep(chosen.clone());
        drop(saver);
        assert_eq!(store.load().preferences, chosen);

        let saver = Saver::start(store.clone(), Duration::from_millis(1));
        saver.keep(Preferences::default());
        let deadline = Instant::now() + Duration::from_mins(1);
        while store.load().preferences != Preferences::default() {
            assert!(
                Instant::now() < deadline,
                "nothing is saved while the program runs"
            );
            thread::sleep(Duration::from_millis(5));
        }
        drop(saver);
    }
}
