//! Search over everything the atlas knows: places with all their names, events, people, sources,
//! dates and commands, in all three languages whatever the interface's.
//!
//! A query is split into words; an entry is found when one of its spellings holds them all. A word
//! matches literally or with small gaps (scored by `nucleo`), or, where little is found so, with a
//! mistake or two ([`typo`]).

mod describe;
pub mod fold;
mod index;
mod query;
#[cfg(test)]
mod tests;
pub mod typo;

pub use index::{CommandEntry, Index};
pub use query::Searcher;

use crate::model::date::Day;
use crate::model::event::{EventIx, PersonIx};
use crate::model::place::TerritoryIx;
use crate::model::source::SourceIx;
use crate::state::Command;
use crate::state::history::Moment;
use crate::state::view_state::Unit;

/// What a result leads to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Target {
    /// The end of a typed unit of time.
    Date(Day, Unit),
    /// What a typed link leads to.
    Link(Moment),
    Place(TerritoryIx),
    Event(EventIx),
    Person(PersonIx),
    Source(SourceIx),
    /// A position in the atlas's conflicts.
    Conflict(u16),
    /// A position in the atlas's terms.
    Term(u16),
    Command(Command),
}

/// A group of results.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Group {
    Dates,
    Places,
    Events,
    People,
    Conflicts,
    Terms,
    Sources,
    Commands,
}

impl Group {
    /// All groups; of two equally good ones the earlier comes first.
    pub const ALL: [Self; 8] = [
        Self::Dates,
        Self::Places,
        Self::Events,
        Self::People,
        Self::Conflicts,
        Self::Terms,
        Self::Sources,
        Self::Commands,
    ];
}

impl Target {
    /// The group of the target.
    #[must_use]
    pub const fn group(self) -> Group {
        match self {
            Self::Date(..) | Self::Link(_) => Group::Dates,
            Self::Place(_) => Group::Places,
            Self::Event(_) => Group::Events,
            Self::Person(_) => Group::People,
            Self::Source(_) => Group::Sources,
            Self::Conflict(_) => Group::Conflicts,
            Self::Term(_) => Group::Terms,
            Self::Command(_) => Group::Commands,
        }
    }
}

/// A text with the letters that matched.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marked {
    pub text: String,
    /// Positions of matched letters, counted in characters, in order.
    pub marks: Vec<u32>,
}

/// A result.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    pub target: Target,
    /// In the language of the interface.
    pub title: Marked,
    /// The spelling that matched, where it is another.
    pub also: Option<Marked>,
    /// Dates, roles, publishers; keys of a command.
    pub detail: String,
    /// The better, the higher; about 1 for a good match.
    pub score: f32,
}
