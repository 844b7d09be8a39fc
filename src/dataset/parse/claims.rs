//! Claims, rights, positions, offers, border lines, and how the two sides see control.

use crate::model::border::{Border, BorderKind};
use crate::model::claim::{Claim, ClaimKind};
use crate::model::position::{Offer, Position};
use crate::model::right::{NamedPoint, Right, RightKind};
use crate::model::view::{Perspective, View};

use super::super::raw;
use super::super::records::File;
use super::reader::{Place, Reader};

impl Reader<'_> {
    pub(super) fn claims(&mut self, file: File<'_>) -> Vec<Claim> {
        self.list(file, |reader, place, raw: raw::Claim| {
            let claimant = reader.polity(place, "claimant", &raw.claimant);
            let known = ClaimKind::ALL.map(ClaimKind::id);
            let kind = reader.word(place, "kind", &raw.kind, ClaimKind::from_id, &known);
            let time = reader.time(place, &raw.from, raw.to.as_deref());
            let territories = reader.territory_list(place, "territories", &raw.territories);
            let citations = reader.citations(place, "sources", raw.sources);
            let (from, to) = time?;
            Some(Claim {
                id: raw.id,
                claimant: claimant?,
                territories,
                kind: kind?,
                from,
                to,
                ground: raw.ground.into(),
                note: raw.note.map(Into::into),
                citations,
                confirmed: raw.confirmed,
            })
        })
    }

    pub(super) fn rights(&mut self, file: File<'_>) -> Vec<Right> {
        self.list(file, |reader, place, raw: raw::Right| {
            let holder = reader.polity(place, "holder", &raw.holder);
            let known = RightKind::ALL.map(RightKind::id);
            let kind = reader.word(place, "kind", &raw.kind, RightKind::from_id, &known);
            let time = reader.time(place, &raw.from, raw.to.as_deref());
            let territories = reader.territory_list(place, "territories", &raw.territories);
            let citations = reader.citations(place, "sources", raw.sources);
            let points = raw.points.into_iter().map(|point| NamedPoint {
                name: point.name.into(),
                at: point.at,
            });
            let (from, to) = time?;
            Some(Right {
                id: raw.id,
                holder: holder?,
                kind: kind?,
                territories,
                lines: raw.lines,
                points: points.collect(),
                from,
                to,
                ground: raw.ground.into(),
                note: raw.note.map(Into::into),
                citations,
                confirmed: raw.confirmed,
            })
        })
    }

    pub(super) fn perspectives(&mut self, file: File<'_>) -> Vec<Perspective> {
        self.list(file, |reader, place, raw: raw::Perspective| {
            let view = reader.side(place, "view", &raw.view);
            let time = reader.time(place, &raw.from, raw.to.as_deref());
            let territories = reader.territory_list(place, "territories", &raw.territories);
            let holding = reader.holding(place, &raw.holder, &raw.kind, raw.under.as_deref());
            let citations = reader.citations(place, "sources", raw.sources);
            let (from, to) = time?;
            Some(Perspective {
                view: view?,
                territories,
                from,
                to,
                holding: holding?,
                why: raw.why.into(),
                citations,
            })
        })
    }

    /// One of the two sides; control is no position.
    fn side(&mut self, place: Place<'_>, field: &str, word: &str) -> Option<View> {
        let sides = [View::Japan, View::Russia];
        self.word(
            place,
            field,
            word,
            |id| View::from_id(id).filter(|view| sides.contains(view)),
            &sides.map(View::id),
        )
    }

    pub(super) fn positions(&mut self, file: File<'_>) -> Vec<Position> {
        self.list(file, |reader, place, raw: raw::Position| {
            let side = reader.side(place, "side", &raw.side);
            let time = reader.time(place, &raw.from, raw.to.as_deref());
            let territories = reader.territory_list(place, "territories", &raw.territories);
            let citations = reader.citations(place, "sources", raw.sources);
            let (from, to) = time?;
            Some(Position {
                id: raw.id,
                side: side?,
                territories,
                from,
                to,
                text: raw.text.into(),
                citations,
            })
        })
    }

    pub(super) fn offers(&mut self, file: File<'_>) -> Vec<Offer> {
        self.list(file, |reader, place, raw: raw::Offer| {
            let date = reader.date(place, "date", &raw.date);
            let (by, to) = (
                reader.polity(place, "by", &raw.by),
                reader.polity(place, "to", &raw.to),
            );
            let territories = reader.territory_list(place, "territories", &raw.territories);
            let basis = reader.basis(place, &raw.basis);
            let citations = reader.citations(place, "sources", raw.sources);
            Some(Offer {
                id: raw.id,
                date: date?,
                by: by?,
                to: to?,
                joint: raw.joint,
                content: raw.content.into(),
                condition: raw.condition.map(Into::into),
                answer: raw.answer.into(),
                territories,
                basis: basis?,
                citations,
                confirmed: raw.confirmed,
            })
        })
    }

    pub(super) fn borders(&mut self, file: File<'_>) -> Vec<Border> {
        self.list(file, |reader, place, raw: raw::Border| {
            let known = BorderKind::ALL.map(BorderKind::id);
            let kind = reader.word(place, "kind", &raw.kind, BorderKind::from_id, &known);
            let time = reader.time(place, &raw.from, raw.to.as_deref());
            let by = raw.by.iter().enumerate();
            let by = by
                .filter_map(|(index, id)| reader.polity(place, &format!("by[{index}]"), id))
                .collect();
            let citations = reader.citations(place, "sources", raw.sources);
            let (from, to) = time?;
            Some(Border {
                id: raw.id,
                line: raw.line,
                kind: kind?,
                name: raw.name.into(),
                by,
                from,
                to,
                note: raw.note.map(Into::into),
                citations,
                confirmed: raw.confirmed,
            })
        })
    }
}
