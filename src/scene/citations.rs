//! What of the atlas cites which source, and how such a fact is told in a line.

use crate::dataset::Atlas;
use crate::model::claim::ClaimKind;
use crate::model::date::{Day, HistoricalDate};
use crate::model::event::EventIx;
use crate::model::language::Language;
use crate::model::place::TerritoryIx;
use crate::model::source::{Citation, SourceIx};
use crate::model::view::View;
use crate::state::Command;
use crate::state::view_state::Page;
use crate::text::{Catalog, Key, format};

use super::details::{DateLink, own};
use super::disputes::right_text;
use super::map::{holder_text, kind_text};

/// Something the atlas tells on the ground of a source. Numbers are positions in the atlas's lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Fact {
    Event(EventIx),
    /// A phase of a territory's record.
    Phase(TerritoryIx, usize),
    /// What a text states otherwise than the record.
    Variant(TerritoryIx, usize),
    Claim(usize),
    Right(usize),
    Position(usize),
    Offer(usize),
    Perspective(usize),
    Border(usize),
    Relation(usize),
    Series(usize),
    /// A point of a series.
    Figure(usize, usize),
    Poll(usize),
    /// A place named, measured or described.
    Place(TerritoryIx),
    Polity(usize),
    Conflict(u16),
}

/// A fact and where in the source it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Use {
    pub fact: Fact,
    /// Article, page, or section and paragraph; empty where the whole source is meant.
    pub at: Box<str>,
}

/// A fact in a line of the interface's language.
#[derive(Clone, Debug, PartialEq)]
pub struct FactLine {
    /// What kind of fact it is.
    pub kind: Key,
    pub date: Option<DateLink>,
    pub text: String,
    /// What shows it.
    pub commands: Vec<Command>,
}

/// All facts by source.
#[derive(Debug, Default)]
pub struct Uses {
    by_source: Vec<Vec<Use>>,
}

impl Uses {
    /// Collects all citations of an atlas; within a source they are in order of time, undated last.
    #[must_use]
    pub fn new(atlas: &Atlas) -> Self {
        let mut uses = Self {
            by_source: vec![Vec::new(); atlas.sources.len()],
        };
        for (index, event) in atlas.events() {
            uses.add(Fact::Event(index), &event.citations);
        }
        for (index, territory) in atlas.territories() {
            uses.add(Fact::Place(index), &territory.citations);
            uses.add(Fact::Place(index), &territory.area_citations);
            for name in &territory.also {
                uses.add(Fact::Place(index), &name.citations);
            }
            for (number, phase) in atlas.control.record(index).phases().iter().enumerate() {
                uses.add(Fact::Phase(index, number), &phase.citations);
                if let Some(variant) = &phase.variant {
                    uses.add(Fact::Variant(index, number), &variant.at);
                }
            }
        }
        uses.add_all(atlas.disputes.claims(), Fact::Claim, |claim| {
            &claim.citations
        });
        uses.add_all(
            atlas.disputes.perspectives(),
            Fact::Perspective,
            |perspective| &perspective.citations,
        );
        uses.add_all(&atlas.rights, Fact::Right, |right| &right.citations);
        uses.add_all(&atlas.positions, Fact::Position, |position| {
            &position.citations
        });
        uses.add_all(&atlas.offers, Fact::Offer, |offer| &offer.citations);
        uses.add_all(&atlas.borders, Fact::Border, |border| &border.citations);
        uses.add_all(&atlas.relations, Fact::Relation, |relation| {
            &relation.citations
        });
        uses.add_all(&atlas.polls, Fact::Poll, |poll| &poll.citations);
        uses.add_all(&atlas.polities, Fact::Polity, |polity| &polity.citations);
        for (index, series) in atlas.series.iter().enumerate() {
            uses.add(Fact::Series(index), &series.citations);
            for (number, point) in series.points.iter().enumerate() {
                uses.add(Fact::Figure(index, number), &point.citations);
            }
        }
        for (index, conflict) in (0u16..).zip(&atlas.conflicts) {
            uses.add(Fact::Conflict(index), &conflict.at);
            uses.add(Fact::Conflict(index), &conflict.citations);
        }
        for list in &mut uses.by_source {
            list.sort_by_cached_key(|one| {
                (
                    first_day(atlas, one.fact).unwrap_or(Day::MAX),
                    one.fact,
                    one.at.clone(),
                )
            });
            list.dedup();
        }
        uses
    }

    /// The facts that cite a source.
    #[must_use]
    pub fn of(&self, source: SourceIx) -> &[Use] {
        self.by_source
            .get(usize::from(source.0))
            .map_or(&[], Vec::as_slice)
    }

    fn add(&mut self, fact: Fact, citations: &[Citation]) {
        for citation in citations {
            let at = citation.at.as_deref().unwrap_or_default().into();
            if let Some(list) = self.by_source.get_mut(usize::from(citation.source.0)) {
                list.push(Use { fact, at });
            }
        }
    }

    fn add_all<T>(
        &mut self,
        all: &[T],
        fact: impl Fn(usize) -> Fact,
        citations: impl Fn(&T) -> &[Citation],
    ) {
        for (index, one) in all.iter().enumerate() {
            self.add(fact(index), citations(one));
        }
    }
}

/// When a fact holds from.
fn date(atlas: &Atlas, fact: Fact) -> Option<HistoricalDate> {
    match fact {
        Fact::Event(event) => Some(atlas.event(event).from),
        Fact::Phase(place, phase) | Fact::Variant(place, phase) => {
            Some(atlas.control.record(place).phases().get(phase)?.from)
        }
        Fact::Claim(index) => Some(atlas.disputes.claims().get(index)?.from),
        Fact::Right(index) => Some(atlas.rights.get(index)?.from),
        Fact::Position(index) => Some(atlas.positions.get(index)?.from),
        Fact::Offer(index) => Some(atlas.offers.get(index)?.date),
        Fact::Perspective(index) => Some(atlas.disputes.perspectives().get(index)?.from),
        Fact::Border(index) => Some(atlas.borders.get(index)?.from),
        Fact::Relation(index) => Some(atlas.relations.get(index)?.from),
        Fact::Poll(index) => Some(atlas.polls.get(index)?.date),
        Fact::Figure(series, point) => {
            let year = atlas.series.get(series)?.points.get(point)?.year;
            format!("{year:04}").parse().ok()
        }
        Fact::Series(_) | Fact::Place(_) | Fact::Polity(_) | Fact::Conflict(_) => None,
    }
}

fn first_day(atlas: &Atlas, fact: Fact) -> Option<Day> {
    date(atlas, fact).map(HistoricalDate::first_day)
}

/// Tells a fact in a line; its date leads to the end of its unit.
#[must_use]
pub fn line(atlas: &Atlas, fact: Fact, language: Language) -> FactLine {
    let (kind, text) =
        kind_and_text(atlas, fact, language).unwrap_or((Key::FactPlace, String::new()));
    let date = date(atlas, fact).map(|date| DateLink {
        day: date.last_day(),
        text: format::historical(language, date),
    });
    // An event knows its own date.
    let set_date = date.as_ref().filter(|_| !matches!(fact, Fact::Event(_)));
    let mut commands: Vec<Command> = set_date
        .map(|date| Command::SetDate(date.day))
        .into_iter()
        .collect();
    commands.extend(show(atlas, fact));
    FactLine {
        kind,
        date,
        text,
        commands,
    }
}

/// The command that shows a fact beyond its date.
fn show(atlas: &Atlas, fact: Fact) -> Option<Command> {
    let places: &[TerritoryIx] = match fact {
        Fact::Event(event) => return Some(Command::OpenEvent(event)),
        Fact::Phase(place, _) | Fact::Variant(place, _) | Fact::Place(place) => {
            return Some(Command::ShowPlace(place));
        }
        Fact::Claim(index) => &atlas.disputes.claims().get(index)?.territories,
        Fact::Right(index) => &atlas.rights.get(index)?.territories,
        Fact::Position(index) => &atlas.positions.get(index)?.territories,
        Fact::Offer(index) => &atlas.offers.get(index)?.territories,
        Fact::Perspective(index) => &atlas.disputes.perspectives().get(index)?.territories,
        Fact::Series(_) | Fact::Figure(..) | Fact::Poll(_) => {
            return Some(Command::OpenPage(Page::Charts));
        }
        Fact::Conflict(conflict) => return Some(Command::OpenConflict(conflict)),
        Fact::Border(_) | Fact::Relation(_) | Fact::Polity(_) => &[],
    };
    places.first().map(|place| Command::ShowPlace(*place))
}

fn kind_and_text(atlas: &Atlas, fact: Fact, language: Language) -> Option<(Key, String)> {
    let teller = Teller {
        atlas,
        catalog: Catalog::of(language),
        language,
    };
    match fact {
        Fact::Phase(territory, phase) => teller.phase(territory, phase),
        Fact::Variant(territory, phase) => teller.variant(territory, phase),
        Fact::Claim(index) => teller.claim(index),
        Fact::Right(index) => teller.right(index),
        Fact::Position(index) => teller.position(index),
        Fact::Perspective(index) => teller.perspective(index),
        Fact::Figure(series, point) => teller.figure(series, point),
        Fact::Poll(index) => teller.poll(index),
        named => teller.named(named),
    }
}

/// Tells what a fact is and says, in one language; `None` where there is no such fact.
struct Teller<'a> {
    atlas: &'a Atlas,
    catalog: &'static Catalog,
    language: Language,
}

impl Teller<'_> {
    fn labelled(&self, label: &str, text: &str) -> String {
        self.catalog
            .fill(Key::Labelled, &[("label", label), ("text", text)])
    }

    fn place(&self, place: TerritoryIx) -> String {
        own(&self.atlas.territory(place).name, self.language)
    }

    fn places(&self, places: &[TerritoryIx]) -> String {
        let name = |place: &TerritoryIx| self.atlas.territory(*place).name.get(self.language);
        format::list(
            self.language,
            &places.iter().map(name).collect::<Vec<&str>>(),
        )
    }

    /// Facts that a name tells.
    fn named(&self, fact: Fact) -> Option<(Key, String)> {
        let atlas = self.atlas;
        let (key, text) = match fact {
            Fact::Event(event) => (Key::FactEvent, &atlas.event(event).title),
            Fact::Offer(index) => (Key::FactOffer, &atlas.offers.get(index)?.content),
            Fact::Border(index) => (Key::FactBorder, &atlas.borders.get(index)?.name),
            Fact::Relation(index) => (Key::FactRelation, &atlas.relations.get(index)?.quality),
            Fact::Series(index) => (Key::FactFigure, &atlas.series.get(index)?.name),
            Fact::Place(territory) => (Key::FactPlace, &atlas.territory(territory).name),
            Fact::Polity(index) => (Key::FactPolity, &atlas.polities.get(index)?.name),
            Fact::Conflict(conflict) => (
                Key::FactConflict,
                &atlas.conflicts.get(usize::from(conflict))?.title,
            ),
            _ => return None,
        };
        Some((key, own(text, self.language)))
    }

    fn phase(&self, territory: TerritoryIx, phase: usize) -> Option<(Key, String)> {
        let phase = self.atlas.control.record(territory).phases().get(phase)?;
        let holder = holder_text(self.atlas, phase.holding, self.language);
        let kind = kind_text(phase.holding.kind, self.language);
        let place = self.place(territory);
        let values = [
            ("place", place.as_str()),
            ("holder", &holder),
            ("kind", kind),
        ];
        Some((Key::FactControl, self.catalog.fill(Key::FactHeld, &values)))
    }

    fn variant(&self, territory: TerritoryIx, phase: usize) -> Option<(Key, String)> {
        let phase = self.atlas.control.record(territory).phases().get(phase)?;
        let says = phase.variant.as_ref()?.says.get(self.language);
        Some((
            Key::FactVariant,
            self.labelled(&self.place(territory), says),
        ))
    }

    fn claim(&self, index: usize) -> Option<(Key, String)> {
        let claim = self.atlas.disputes.claims().get(index)?;
        let key = match claim.kind {
            ClaimKind::Claimed => Key::ClaimClaimed,
            ClaimKind::Renounced => Key::ClaimRenounced,
            ClaimKind::Undetermined => Key::ClaimUndetermined,
        };
        let claimant = self.atlas.polity(claim.claimant).short.get(self.language);
        let claimed = self.catalog.fill(key, &[("claimant", claimant)]);
        Some((
            Key::FactClaim,
            self.labelled(&self.places(&claim.territories), &claimed),
        ))
    }

    fn right(&self, index: usize) -> Option<(Key, String)> {
        let right = self.atlas.rights.get(index)?;
        let holder = self.atlas.polity(right.holder).short.get(self.language);
        let what = self.labelled(holder, right_text(right.kind, self.language));
        let at = self.places(&right.territories);
        let text = if at.is_empty() {
            what
        } else {
            format!("{what} ({at})")
        };
        Some((Key::FactRight, text))
    }

    fn position(&self, index: usize) -> Option<(Key, String)> {
        let position = self.atlas.positions.get(index)?;
        let side = if position.side == View::Japan {
            Key::SideJapan
        } else {
            Key::SideRussia
        };
        let at = self.places(&position.territories);
        Some((
            Key::FactPosition,
            self.labelled(self.catalog.get(side), &at),
        ))
    }

    fn perspective(&self, index: usize) -> Option<(Key, String)> {
        let perspective = self.atlas.disputes.perspectives().get(index)?;
        let holder = holder_text(self.atlas, perspective.holding, self.language);
        Some((
            Key::FactView,
            self.labelled(&self.places(&perspective.territories), &holder),
        ))
    }

    fn figure(&self, series: usize, point: usize) -> Option<(Key, String)> {
        let series = self.atlas.series.get(series)?;
        let value = format::number(self.language, series.points.get(point)?.value, 2);
        let text = format!("{value} ({})", series.unit.get(self.language));
        Some((
            Key::FactFigure,
            self.labelled(series.name.get(self.language), &text),
        ))
    }

    fn poll(&self, index: usize) -> Option<(Key, String)> {
        let poll = self.atlas.polls.get(index)?;
        Some((
            Key::FactPoll,
            self.labelled(&poll.pollster, poll.about.get(self.language)),
        ))
    }
}
