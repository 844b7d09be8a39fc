//! A chart as it is to be exported: what of it is shown, and how.

use crate::model::date::Day;

use super::{Polls, Sheet};

/// What is drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Drawn {
    /// Quantities over the years; those that are shown, by position.
    Sheet {
        sheet: Sheet,
        shown: Vec<bool>,
        is_log: bool,
    },
    Polls(Polls),
}

/// A chart with its title and the date it is looked at on.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartPicture {
    pub title: String,
    pub date: Day,
    pub drawn: Drawn,
}
