//! Rules of claims, rights, views, positions, offers and border lines.

use std::collections::HashSet;

use super::Checker;
use crate::dataset::atlas::Atlas;
use crate::model::language::Language;
use crate::model::position::Position;
use crate::model::view::View;

/// How much longer one side's argument may be than the other's, in characters.
const LONGEST_SHARE: f64 = 1.2;

impl Checker<'_> {
    pub(super) fn disputes(&mut self) {
        self.claims();
        self.rights();
        self.perspectives();
        self.positions();
        self.offers();
        self.borders();
    }

    fn claims(&mut self) {
        for (index, claim) in self.atlas.disputes.claims().iter().enumerate() {
            let (file, path) = ("claims.json", format!("claims[{index}]"));
            self.text(file, &format!("{path}.ground"), &claim.ground);
            self.optional_text(file, &format!("{path}.note"), claim.note.as_ref());
            self.sourced(file, &path, &claim.citations);
            self.dated(file, &path, "from", claim.from, claim.confirmed);
            if claim.territories.is_empty() {
                self.report(
                    file,
                    format!("{path}.territories"),
                    "a claim is to at least one territory",
                );
            }
        }
    }

    fn rights(&mut self) {
        let lines = line_ids(self.atlas);
        for (index, right) in self.atlas.rights.iter().enumerate() {
            let (file, path) = ("rights.json", format!("rights[{index}]"));
            self.text(file, &format!("{path}.ground"), &right.ground);
            self.optional_text(file, &format!("{path}.note"), right.note.as_ref());
            self.sourced(file, &path, &right.citations);
            self.dated(file, &path, "from", right.from, right.confirmed);
            for (number, point) in right.points.iter().enumerate() {
                self.text(file, &format!("{path}.points[{number}].name"), &point.name);
            }
            for (number, line) in right
                .lines
                .iter()
                .enumerate()
                .filter(|(_, line)| !lines.contains(line.as_str()))
            {
                self.report(
                    file,
                    format!("{path}.lines[{number}]"),
                    format!("there is no line \"{line}\" in geo/lines.geojson"),
                );
            }
        }
    }

    fn perspectives(&mut self) {
        let all = self.atlas.disputes.perspectives();
        for (index, perspective) in all.iter().enumerate() {
            let (file, path) = ("views.json", format!("views[{index}]"));
            self.text(file, &format!("{path}.why"), &perspective.why);
            self.sourced(file, &path, &perspective.citations);
            // Views have no ids; two that speak of the same place and time are one too many.
            let period = perspective.period();
            let twice = all[..index].iter().find(|other| {
                let of_both = |place| other.territories.contains(place);
                other.view == perspective.view
                    && other.period().overlaps(period)
                    && perspective.territories.iter().any(of_both)
            });
            if let Some(other) = twice {
                let from = other.from;
                self.report(
                    file,
                    format!("{path}.territories"),
                    format!("another entry of the same view, from {from}, speaks of the same place and time"),
                );
            }
        }
    }

    /// Each side has its say, at nearly the same length in each language.
    fn positions(&mut self) {
        let atlas = self.atlas;
        for (index, position) in atlas.positions.iter().enumerate() {
            let (file, path) = ("positions.json", format!("positions[{index}]"));
            self.text(file, &format!("{path}.position"), &position.text);
            self.sourced(file, &path, &position.citations);
            if position.side != View::Japan {
                continue;
            }
            let answers = |other: &&Position| {
                other.side == View::Russia
                    && other.territories == position.territories
                    && other.period() == position.period()
            };
            let Some(answer) = atlas.positions.iter().find(answers) else {
                self.report(
                    file,
                    path,
                    "the other side\u{2019}s position on the same territories and time is missing",
                );
                continue;
            };
            for language in Language::ALL {
                #[expect(clippy::cast_precision_loss, reason = "texts are short")]
                let [one, other] =
                    [position, answer].map(|side| side.text.get(language).chars().count() as f64);
                if one.max(other) > one.min(other) * LONGEST_SHARE {
                    let path = format!("{path}.position.{}", language.code());
                    self.report(file, path, format!("both sides must have nearly equal room, not {one} and {other} characters"));
                }
            }
        }
        let is_answered = |answer: &Position| {
            atlas.positions.iter().any(|position| {
                position.side == View::Japan
                    && answer.territories == position.territories
                    && answer.period() == position.period()
            })
        };
        for (index, position) in atlas.positions.iter().enumerate() {
            if position.side == View::Russia && !is_answered(position) {
                self.report(
                    "positions.json",
                    format!("positions[{index}]"),
                    "the other side\u{2019}s position on the same territories and time is missing",
                );
            }
        }
    }

    fn offers(&mut self) {
        for (index, offer) in self.atlas.offers.iter().enumerate() {
            let (file, path) = ("offers.json", format!("offers[{index}]"));
            self.text(file, &format!("{path}.content"), &offer.content);
            self.text(file, &format!("{path}.answer"), &offer.answer);
            self.optional_text(file, &format!("{path}.condition"), offer.condition.as_ref());
            self.sourced(file, &path, &offer.citations);
            self.dated(file, &path, "date", offer.date, offer.confirmed);
        }
    }

    fn borders(&mut self) {
        let lines = line_ids(self.atlas);
        for (index, border) in self.atlas.borders.iter().enumerate() {
            let (file, path) = ("borders.json", format!("borders[{index}]"));
            self.text(file, &format!("{path}.name"), &border.name);
            self.optional_text(file, &format!("{path}.note"), border.note.as_ref());
            self.sourced(file, &path, &border.citations);
            self.dated(file, &path, "from", border.from, border.confirmed);
            if !lines.contains(border.line.as_str()) {
                self.report(
                    file,
                    format!("{path}.line"),
                    format!("there is no line \"{}\" in geo/lines.geojson", border.line),
                );
            }
        }
    }
}

/// The ids of the lines in `geo/lines.geojson`.
fn line_ids(atlas: &Atlas) -> HashSet<&str> {
    let lines = atlas.land.lines.iter();
    lines.map(|line| line.line.id.as_str()).collect()
}
