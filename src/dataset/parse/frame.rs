//! What a folder says about itself in `atlas.json`, which it may leave out.

use crate::model::frame::Frame;
use crate::model::language::Language;

use super::super::files::Origin;
use super::super::raw;
use super::super::records::{File, read_whole};
use super::reader::{Place, Reader};

/// The file, relative to the data folder.
pub const NAME: &str = "atlas.json";

/// The widest region that one map shows, in degrees.
const WIDEST: f64 = 180.0;
/// The lowest region, in degrees.
const LOWEST: f64 = 0.01;

impl Reader<'_> {
    pub(super) fn frame(&mut self, origin: &Origin) -> Frame {
        match origin {
            Origin::Folder(folder) if folder.join(NAME).symlink_metadata().is_ok() => {
                self.file(origin, NAME, Self::read_frame)
            }
            Origin::Folder(_) | Origin::Embedded => Frame::default(),
        }
    }

    fn read_frame(&mut self, file: File<'_>) -> Frame {
        let Some(raw) = read_whole::<raw::Frame>(file, self.problems) else {
            return Frame::default();
        };
        let place = Place { file, path: "" };
        let mut frame = Frame {
            title: raw.title.map(Into::into),
            ..Frame::default()
        };
        if let Some(codes) = raw.languages {
            let known = Language::ALL.map(Language::code);
            let read = codes.iter().enumerate().filter_map(|(index, code)| {
                let field = format!("languages[{index}]");
                self.word(place, &field, code, Language::from_code, &known)
            });
            frame.languages = read.collect();
            if codes.is_empty() {
                self.report(place, "languages", "name at least one language".to_owned());
            }
        }
        if let Some(region) = raw.region {
            let [west, south, east, north] = region;
            let is_sound = (-180.0..=180.0).contains(&west)
                && (LOWEST..=WIDEST).contains(&(east - west))
                && (LOWEST..=WIDEST).contains(&(north - south))
                && south >= -85.0
                && north <= 85.0;
            if is_sound {
                frame.region = Some(region);
            } else {
                self.report(place, "region", "must be west, south, east and north in degrees: west from -180 to 180, at most 180 wide, between 85 south and north".to_owned());
            }
        }
        frame
    }
}
