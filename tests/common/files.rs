//! The files of a folder.

use std::fs;
use std::path::PathBuf;

/// All files below a folder, in no order.
pub fn files_below(folder: PathBuf) -> Vec<PathBuf> {
    let mut open = vec![folder];
    let mut files = Vec::new();
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(
                fs::read_dir(path)
                    .unwrap()
                    .map(|entry| entry.unwrap().path()),
            );
        } else {
            files.push(path);
        }
    }
    files
}
