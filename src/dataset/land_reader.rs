//! Reads the map on a thread of its own.

use std::thread::{Builder, JoinHandle};

use super::files::Origin;
use super::geo::{Land, read_land};
use super::problem::Problem;

type Found = (Land, Vec<Problem>);

/// Reads the map beside the rest; where no thread is to be had, after it.
pub struct LandReader(Option<JoinHandle<Found>>);

impl LandReader {
    /// Begins to read.
    pub fn start(origin: &Origin) -> Self {
        let origin = origin.clone();
        let thread = Builder::new().name("land".to_owned());
        Self(thread.spawn(move || Self::read(&origin)).ok())
    }

    fn read(origin: &Origin) -> Found {
        let mut problems = Vec::new();
        (read_land(origin, &mut problems), problems)
    }

    /// The map, when it is read.
    pub fn finish(self, origin: &Origin, problems: &mut Vec<Problem>) -> Land {
        let found = self.0.map(JoinHandle::join);
        let (land, found) = match found {
            Some(Ok(found)) => found,
            Some(Err(panic)) => std::panic::resume_unwind(panic),
            None => Self::read(origin),
        };
        problems.extend(found);
        land
    }
}
