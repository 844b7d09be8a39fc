//! The inspector: a place, and what changed in a year.

mod compare;
mod dispute;
mod events;
mod place;
mod sources;
mod towns;
mod year;

pub use events::{EventsView, events_ui};
pub use place::{place_ui, sources_ui};
pub use sources::{SourcesView, sources_page_ui};
pub use year::year_ui;

use crate::model::control::EpochIx;
use crate::model::date::Day;
use crate::model::language::Language;
use crate::model::place::TerritoryIx;
use crate::model::view::View;
use crate::scene::compare::Difference;
use crate::scene::details::{ChangeLine, PlaceDetails};
use crate::scene::events::ConflictText;
use crate::scene::naming::Names;

use super::memo::Memo;

/// The texts of the inspector, made anew only when what they tell of changes.
#[derive(Default)]
pub struct DetailsCache {
    place: Memo<(TerritoryIx, View, EpochIx, Names), PlaceDetails>,
    changes: Memo<(Day, Day, Names), Vec<ChangeLine>>,
    differences: Memo<(View, Day, Day, Names), Vec<Difference>>,
    events_here: events::EventsHere,
    conflicts: Memo<(TerritoryIx, Language), Vec<ConflictText>>,
}
