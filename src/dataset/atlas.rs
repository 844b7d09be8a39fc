//! The loaded atlas: everything the program shows, checked, indexed and never changed.

use std::collections::HashMap;

use crate::model::border::Border;
use crate::model::control::{Control, EpochIx, Holding};
use crate::model::date::Day;
use crate::model::event::{Event, EventIx, Person, PersonIx};
use crate::model::figure::StatedFigure;
use crate::model::frame::Frame;
use crate::model::language::{Language, Localized};
use crate::model::lesson::Lesson;
use crate::model::place::{Territory, TerritoryIx};
use crate::model::polity::{Polity, PolityIx};
use crate::model::poll::{Poll, Survey};
use crate::model::position::{Offer, Position};
use crate::model::relation::Relation;
use crate::model::right::Right;
use crate::model::series::{OwnSeries, Series};
use crate::model::source::{Source, SourceIx};
use crate::model::term::Term;
use crate::model::text::{Conflict, Outline};
use crate::model::town::{Town, TownIx};
use crate::model::town_control::TownControl;
use crate::model::view::View;

use super::disputes::Disputes;
use super::files::Origin;
use super::geo::{self, Detail, Land};
use super::problem::{Problem, Problems};
use super::{check, parse};
use crate::model::shape::Shape;

/// Who must be named where a map layer is shown.
#[derive(Clone, Debug)]
pub struct Attribution {
    pub layer: Localized,
    pub source: String,
    pub licence: String,
    pub notice: String,
    /// Who is named in small print on the map itself.
    pub credit: String,
}

/// Everything the atlas knows.
#[derive(Debug)]
pub struct Atlas {
    pub origin: Origin,
    /// What it says about itself.
    pub frame: Frame,
    pub sources: Vec<Source>,
    pub polities: Vec<Polity>,
    pub territories: Vec<Territory>,
    pub control: Control,
    pub disputes: Disputes,
    pub rights: Vec<Right>,
    pub positions: Vec<Position>,
    pub offers: Vec<Offer>,
    pub borders: Vec<Border>,
    pub towns: Vec<Town>,
    /// Towns held otherwise than the land around them.
    pub town_control: TownControl,
    /// In order of time.
    pub events: Vec<Event>,
    pub people: Vec<Person>,
    pub relations: Vec<Relation>,
    pub conflicts: Vec<Conflict>,
    /// Words to look up, in the order in which they are best read.
    pub terms: Vec<Term>,
    pub outlines: Vec<Outline>,
    pub series: Vec<Series>,
    pub polls: Vec<Poll>,
    /// What a reader must know before comparing polls.
    pub poll_warning: Option<Localized>,
    /// In the order of their ids.
    pub lessons: Vec<Lesson>,
    pub surveys: Vec<Survey>,
    /// The single numbers of the texts.
    pub figures: Vec<StatedFigure>,
    /// The series of the folder `series/` of a data folder.
    pub own: Vec<OwnSeries>,
    pub attributions: Vec<Attribution>,
    pub land: Land,
    pub(super) owners: HashMap<String, TerritoryIx>,
    /// Every day on which a territory or a town changes hands.
    pub(super) steps: Vec<Day>,
    /// Every day on which anything on the map changes.
    pub(super) epochs: Vec<Day>,
}

impl Atlas {
    /// The first and the last day of the atlas.
    #[must_use]
    pub fn range() -> (Day, Day) {
        (
            Day::new(1792, 1, 1).unwrap_or(Day::MIN),
            Day::new(2025, 12, 31).unwrap_or(Day::MAX),
        )
    }

    /// Loads and checks a data set.
    ///
    /// # Errors
    /// All problems of all files, in order of file and line; nothing is loaded then.
    pub fn load(origin: &Origin) -> Result<Self, Problems> {
        match Self::examine(origin) {
            (atlas, problems) if problems.is_empty() => Ok(atlas),
            (_, problems) => Err(Problems::sorted(origin, problems)),
        }
    }

    /// Reads and checks a data set as far as it can be read, for those who look for further
    /// problems. These are in no order yet: see [`Problems::sorted`]. Where there are any, the atlas
    /// is incomplete, and its indices may point nowhere.
    #[must_use]
    pub fn examine(origin: &Origin) -> (Self, Vec<Problem>) {
        let mut problems = Vec::new();
        let (atlas, unread) = parse::parse(origin, &mut problems);
        check::check(&atlas, &unread, &mut problems);
        (atlas, problems)
    }

    /// Reads the finest level of the land, which no first picture needs.
    ///
    /// # Errors
    /// When the file is missing or damaged.
    pub fn load_fine_regions(&self) -> Result<Vec<Shape>, Problems> {
        self.load_some_fine_regions(&|_| true)
    }

    /// Reads the finest level of detail of the regions whose ids are wanted.
    ///
    /// # Errors
    /// When the file is missing or damaged.
    pub fn load_some_fine_regions(
        &self,
        wanted: &dyn Fn(&str) -> bool,
    ) -> Result<Vec<Shape>, Problems> {
        let mut problems = Vec::new();
        let shapes = geo::some_regions(&self.origin, Detail::Fine, wanted, &mut problems);
        if problems.is_empty() {
            Ok(shapes)
        } else {
            Err(Problems::sorted(&self.origin, problems))
        }
    }

    /// The name it gives itself; `None` for the atlas that the program is built with.
    #[must_use]
    pub fn title(&self, language: Language) -> Option<&str> {
        let title = self.frame.title.as_ref()?;
        Some(title.get(language))
    }

    /// A territory.
    #[must_use]
    pub fn territory(&self, index: TerritoryIx) -> &Territory {
        &self.territories[index.index()]
    }

    /// All territories with their indices.
    pub fn territories(&self) -> impl Iterator<Item = (TerritoryIx, &Territory)> {
        (0u16..).map(TerritoryIx).zip(&self.territories)
    }

    /// The territory of an id.
    #[must_use]
    pub fn find_territory(&self, id: &str) -> Option<TerritoryIx> {
        self.territories()
            .find(|(_, territory)| territory.id == id)
            .map(|(index, _)| index)
    }

    /// The parts of a territory.
    pub fn parts_of(&self, whole: TerritoryIx) -> impl Iterator<Item = TerritoryIx> {
        self.territories()
            .filter(move |(_, territory)| territory.part_of == Some(whole))
            .map(|(index, _)| index)
    }

    /// The territory that a shape of the map belongs to; `None` for land outside the record.
    #[must_use]
    pub fn owner_of_shape(&self, shape: &str) -> Option<TerritoryIx> {
        self.owners.get(shape).copied()
    }

    /// A polity.
    #[must_use]
    pub fn polity(&self, index: PolityIx) -> &Polity {
        &self.polities[usize::from(index.0)]
    }

    /// Who holds a territory on a day as a view has it.
    #[must_use]
    pub fn holding(&self, view: View, territory: TerritoryIx, day: Day) -> Holding {
        match self.disputes.seen(view, territory, day) {
            Some(perspective) => perspective.holding,
            None => self.control.record(territory).at(day).holding,
        }
    }

    /// A number that is the same for two days on which the whole map, with its claims, lines and
    /// views, is the same.
    #[must_use]
    pub fn epoch_at(&self, day: Day) -> EpochIx {
        EpochIx::at(&self.epochs, day)
    }

    /// The next day after `day` on which a territory or a town changes hands.
    #[must_use]
    pub fn next_change(&self, day: Day) -> Option<Day> {
        let index = self.steps.partition_point(|step| *step <= day);
        self.steps.get(index).copied()
    }

    /// The last day before `day` on which a territory or a town changed hands.
    #[must_use]
    pub fn previous_change(&self, day: Day) -> Option<Day> {
        let index = self.steps.partition_point(|step| *step < day);
        index.checked_sub(1).map(|index| self.steps[index])
    }

    /// A town.
    #[must_use]
    pub fn town(&self, index: TownIx) -> &Town {
        &self.towns[usize::from(index.0)]
    }

    /// All events with their indices, in order of time.
    pub fn events(&self) -> impl Iterator<Item = (EventIx, &Event)> {
        (0u16..).map(EventIx).zip(&self.events)
    }

    /// An event.
    #[must_use]
    pub fn event(&self, index: EventIx) -> &Event {
        &self.events[index.index()]
    }

    /// A person.
    #[must_use]
    pub fn person(&self, index: PersonIx) -> &Person {
        &self.people[usize::from(index.0)]
    }

    /// A source.
    #[must_use]
    pub fn source(&self, index: SourceIx) -> &Source {
        &self.sources[usize::from(index.0)]
    }
}
