//! Claims, rights, positions, offers, border lines, and how the two sides see control.

use crate::model::border::{Border, BorderKind};
use crate::model::claim::{Claim, ClaimKind};
use crate::model::position::{Offer, Position};
use crate::model::right::{NamedPoint, Right, RightKind};
use crate::model::view::{Perspective, View};

use super::super::raw;
use super::super::records::{Entry, File, read_list};
use super::reader::{Place, Reader};

impl Reader<'_> {
    pub(super) fn claims(&mut self, file: File<'_>) -> Vec<Claim> {
        let mut claims = Vec::new();
        for Entry { raw, path } in read_list::<raw::Claim>(file, "claims", self.problems) {
            let place = Place { file, path: &path };
            let claimant = self.polity(place, "claimant", &raw.claimant);
            let kind = self.word(
                place,
                "kind",
                &raw.kind,
                ClaimKind::from_id,
                &ClaimKind::ALL.map(ClaimKind::id),
            );
            let time = self.time(place, &raw.from, raw.to.as_deref());
            let territories = self.territory_list(place, "territories", &raw.territories);
            let citations = self.citations(place, "sources", raw.sources);
            let (Some(claimant), Some(kind), Some((from, to))) = (claimant, kind, time) else {
                continue;
            };
            claims.push(Claim {
                id: raw.id,
                claimant,
                territories,
                kind,
                from,
                to,
                ground: raw.ground.into(),
                note: raw.note.map(Into::into),
                citations,
                confirmed: raw.confirmed,
            });
        }
        claims
    }

    pub(super) fn rights(&mut self, file: File<'_>) -> Vec<Right> {
        let mut rights = Vec::new();
        for Entry { raw, path } in read_list::<raw::Right>(file, "rights", self.problems) {
            let place = Place { file, path: &path };
            let holder = self.polity(place, "holder", &raw.holder);
            let kind = self.word(
                place,
                "kind",
                &raw.kind,
                RightKind::from_id,
                &RightKind::ALL.map(RightKind::id),
            );
            let time = self.time(place, &raw.from, raw.to.as_deref());
            let territories = self.territory_list(place, "territories", &raw.territories);
            let citations = self.citations(place, "sources", raw.sources);
            let points = raw.points.into_iter().map(|point| NamedPoint {
                name: point.name.into(),
                at: point.at,
            });
            let (Some(holder), Some(kind), Some((from, to))) = (holder, kind, time) else {
                continue;
            };
            rights.push(Right {
                id: raw.id,
                holder,
                kind,
                territories,
                lines: raw.lines,
                points: points.collect(),
                from,
                to,
                ground: raw.ground.into(),
                note: raw.note.map(Into::into),
                citations,
                confirmed: raw.confirmed,
            });
        }
        rights
    }

    pub(super) fn perspectives(&mut self, file: File<'_>) -> Vec<Perspective> {
        let mut perspectives = Vec::new();
        for Entry { raw, path } in read_list::<raw::Perspective>(file, "views", self.problems) {
            let place = Place { file, path: &path };
            let view = self.side(place, "view", &raw.view);
            let time = self.time(place, &raw.from, raw.to.as_deref());
            let territories = self.territory_list(place, "territories", &raw.territories);
            let holding = self.holding(place, &raw.holder, &raw.kind, raw.under.as_deref());
            let citations = self.citations(place, "sources", raw.sources);
            let (Some(view), Some((from, to)), Some(holding)) = (view, time, holding) else {
                continue;
            };
            perspectives.push(Perspective {
                view,
                territories,
                from,
                to,
                holding,
                why: raw.why.into(),
                citations,
            });
        }
        perspectives
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
        let mut positions = Vec::new();
        for Entry { raw, path } in read_list::<raw::Position>(file, "positions", self.problems) {
            let place = Place { file, path: &path };
            let side = self.side(place, "side", &raw.side);
            let time = self.time(place, &raw.from, raw.to.as_deref());
            let territories = self.territory_list(place, "territories", &raw.territories);
            let citations = self.citations(place, "sources", raw.sources);
            let (Some(side), Some((from, to))) = (side, time) else {
                continue;
            };
            positions.push(Position {
                id: raw.id,
                side,
                territories,
                from,
                to,
                text: raw.text.into(),
                citations,
            });
        }
        positions
    }

    pub(super) fn offers(&mut self, file: File<'_>) -> Vec<Offer> {
        let mut offers = Vec::new();
        for Entry { raw, path } in read_list::<raw::Offer>(file, "offers", self.problems) {
            let place = Place { file, path: &path };
            let date = self.date(place, "date", &raw.date);
            let (by, to) = (
                self.polity(place, "by", &raw.by),
                self.polity(place, "to", &raw.to),
            );
            let territories = self.territory_list(place, "territories", &raw.territories);
            let basis = self.basis(place, &raw.basis);
            let citations = self.citations(place, "sources", raw.sources);
            let (Some(date), Some(by), Some(to), Some(basis)) = (date, by, to, basis) else {
                continue;
            };
            offers.push(Offer {
                id: raw.id,
                date,
                by,
                to,
                content: raw.content.into(),
                condition: raw.condition.map(Into::into),
                answer: raw.answer.into(),
                territories,
                basis,
                citations,
                confirmed: raw.confirmed,
            });
        }
        offers
    }

    pub(super) fn borders(&mut self, file: File<'_>) -> Vec<Border> {
        let mut borders = Vec::new();
        for Entry { raw, path } in read_list::<raw::Border>(file, "borders", self.problems) {
            let place = Place { file, path: &path };
            let kind = self.word(
                place,
                "kind",
                &raw.kind,
                BorderKind::from_id,
                &BorderKind::ALL.map(BorderKind::id),
            );
            let time = self.time(place, &raw.from, raw.to.as_deref());
            let by = raw.by.iter().enumerate();
            let by = by
                .filter_map(|(index, id)| self.polity(place, &format!("by[{index}]"), id))
                .collect();
            let citations = self.citations(place, "sources", raw.sources);
            let (Some(kind), Some((from, to))) = (kind, time) else {
                continue;
            };
            borders.push(Border {
                id: raw.id,
                line: raw.line,
                kind,
                name: raw.name.into(),
                by,
                from,
                to,
                note: raw.note.map(Into::into),
                citations,
                confirmed: raw.confirmed,
            });
        }
        borders
    }
}
