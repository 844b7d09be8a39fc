//! Everything a reader can do. Keys, buttons, menus and the command line send these.

use crate::geometry::{Bounds, Viewport};
use crate::lesson::quiz::{Answer, Code};
use crate::lesson::tour::Which;
use crate::model::date::{Day, HistoricalDate};
use crate::model::event::EventIx;
use crate::model::language::Language;
use crate::model::place::TerritoryIx;
use crate::model::source::SourceIx;

use super::bookmark::BookmarkName;
use super::compare::CompareCommand;
use super::dock::DockCommand;
use super::events::EventFilter;
use super::history::Moment;
use super::screen::ScreenCommand;
use super::teaching::Room;
use super::time_axis::{Span, Stretch};
use super::view_state::{Highlight, Layer, Page, Preset, Terms, Theme, Unit, View};
use crate::model::shown::Chart;

/// A request to change the view.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Command {
    /// Show a day.
    SetDate(Day),
    /// Show the end of a typed date, and step by its unit.
    ShowDate(HistoricalDate),
    /// Go on by so many units (back when negative).
    Step(i32),
    /// Go to the beginning of the atlas.
    First,
    /// Go to the end of the atlas.
    Last,
    /// Go to the next day on which control changes.
    NextChange,
    /// Go to the last day before on which control changed.
    PreviousChange,
    /// Step by this unit at every zoom.
    SetUnit(Unit),
    /// Step by the unit that suits the zoom.
    UnitOfZoom,
    /// Zoom the time axis by a factor (above 1: nearer) about a share of its length; about the
    /// date where there is none.
    ZoomTime {
        factor: f64,
        about: Option<f64>,
    },
    /// Move the time axis on by a share of its length (back when negative).
    PanTime(f64),
    /// Show a stretch of time.
    ShowStretch(Stretch),
    /// Show these days on the time axis.
    SetSpan(Span),
    /// Mark, visit and rest on the changes of the chosen place only, or of all places.
    ChangesOfSelection(bool),
    /// Repeat these days while playing; `None` plays to the end of the atlas.
    LoopOver(Option<(Day, Day)>),
    /// Repeat what is in sight, or stop repeating.
    ToggleLoop,
    /// Rest on each change of control while playing, or pass over them.
    ToggleRests,
    /// Show the tracks of the time dock, or its axis only.
    ToggleTracks,
    /// Show what a link leads to.
    Show(Moment),
    /// Keep what is looked at as a bookmark, named after its date and place.
    AddBookmark,
    /// Show the bookmark at a position.
    OpenBookmark(usize),
    /// Forget the bookmark at a position.
    RemoveBookmark(usize),
    /// Give the bookmark at a position another name.
    RenameBookmark(usize, BookmarkName),
    /// Lay out the tracks of the time dock otherwise.
    Dock(DockCommand),
    /// Return to what was looked at before.
    Back,
    /// Return to what was left by going back.
    Forward,
    /// A drag or a turn of the wheel has ended: the next one is a step of its own in the history.
    Settle,
    PlayOrPause,
    Faster,
    Slower,
    /// So many seconds have passed.
    Tick(f32),
    /// Begin or end typing a date.
    TypeDate(bool),
    /// Draw the map as a view has it; one map.
    SetView(View),
    /// Draw both sides' positions beside each other, or one map again.
    SideBySide(bool),
    /// Compare two dates.
    Compare(CompareCommand),
    /// Go to the next view, in the order control, Japan, Russia, side by side.
    NextView,
    ToggleLayer(Layer),
    Select(Option<TerritoryIx>),
    /// Let the places of a line of the legend stand out; the same line again, or `None`, all.
    Highlight(Option<Highlight>),
    /// Open an event: its date, its part of the map, its page.
    OpenEvent(EventIx),
    /// Close the open event; the date stays.
    CloseEvent,
    /// List the events that pass a filter, on their page.
    FilterEvents(EventFilter),
    /// Open the next event in time that passes the filter.
    NextEvent,
    /// Open the event before it.
    PreviousEvent,
    OpenPage(Page),
    /// Open a chart on the page of charts.
    OpenChart(Chart),
    /// Draw the charts over the whole screen, for a projector, or give it back.
    ShowCharts(bool),
    /// Choose a place and look at it.
    ShowPlace(TerritoryIx),
    /// Open the page of the sources at a source.
    OpenSource(SourceIx),
    /// Open the page of the sources at a conflict: a position in the atlas's conflicts.
    OpenConflict(u16),
    /// Open or close the search.
    ShowSearch(bool),
    Look(Preset),
    /// Look at a part of the map, in kilometres.
    LookAt(Bounds),
    /// Zoom by a factor (above 1: nearer) about a point of the map, in points from its top left
    /// corner; about the centre where there is none.
    Zoom {
        factor: f64,
        about: Option<[f32; 2]>,
    },
    /// Come twice as near to a point of the map, in points from its top left corner.
    Closer([f32; 2]),
    /// So many seconds of a move of the map have passed.
    Glide(f32),
    /// Move the map by points, right and down.
    Pan([f32; 2]),
    /// The map has a new size.
    Resize(Viewport),
    /// Open the panel for teaching, or close it.
    ShowRoom(Option<Room>),
    /// Play a lesson from its first step.
    StartLesson(Which),
    /// Stop playing the lesson; what it showed stays.
    CloseLesson,
    /// Show the next step of the lesson.
    NextStep,
    PreviousStep,
    /// Show a step of the lesson, counted from 0.
    GoToStep(usize),
    /// Show the step again, after exploring.
    ReturnToStep,
    /// Tell the answer to the step's question, or hide it.
    ToggleAnswer,
    /// Open or close the teacher's notes.
    ToggleNotes,
    /// Begin the quiz of a code.
    StartQuiz(Code),
    /// Answer the question that is on; the first answer counts.
    AnswerQuiz(Answer),
    /// Go to a question of the quiz, from 0; beyond the last one is the review.
    ToQuestion(usize),
    /// Leave the quiz, for what was looked at before.
    CloseQuiz,
    /// Show the map to a class in large type, or return to what was before.
    Present(bool),
    SetLanguage(Language),
    SetTheme(Theme),
    /// Change how the screen is dressed.
    Screen(ScreenCommand),
    ShowAbout(bool),
    ShowKeys(bool),
    /// Show the words to look up: all, or one; or close them.
    ShowTerms(Option<Terms>),
    /// Show who holds what as a table, or the map alone.
    ShowHeld(bool),
}

/// What a command did.
#[must_use]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Outcome {
    /// Whether the screen has to be drawn again.
    pub needs_repaint: bool,
}
