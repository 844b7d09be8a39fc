//! Tracks beside control: how relations stood, and where events crowd.

use crate::dataset::Atlas;
use crate::model::date::{Day, HistoricalDate};
use crate::model::event::EventIx;
use crate::model::language::Language;
use crate::model::relation::Field;
use crate::state::time_axis::Span;
use crate::text::{Catalog, Key, format};

/// A stretch of time on the relations ribbon.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stage {
    pub from: Day,
    /// The first day after it.
    pub to: Day,
    pub field: Field,
    /// From -2 (hostile) to 2 (close).
    pub score: i8,
    /// The quality in a word or two, and for one field only, which.
    pub quality: String,
    pub reason: String,
    pub when: String,
}

/// How relations stood, by the finest description of each time.
#[must_use]
pub fn stages(atlas: &Atlas, language: Language) -> Vec<Stage> {
    let (first, last) = Atlas::range();
    let end = last.plus_days(1);
    let catalog = Catalog::of(language);
    let finest = atlas.relations.iter().filter(|relation| relation.finest);
    finest
        .map(|relation| {
            let period = relation.period();
            let quality = relation.quality.get(language);
            let field = match relation.field {
                Field::All => None,
                Field::Politics => Some(Key::FieldPolitics),
                Field::Economy => Some(Key::FieldEconomy),
            };
            let from = format::historical(language, relation.from);
            let to = relation.to.map(|to| format::historical(language, to));
            let when = match to {
                Some(to) => catalog.fill(Key::FromTo, &[("from", &from), ("to", &to)]),
                None => catalog.fill(Key::FromOn, &[("from", &from)]),
            };
            Stage {
                from: period.from.max(first),
                to: period.to.unwrap_or(end).min(end),
                field: relation.field,
                score: relation.score,
                quality: match field {
                    Some(field) => catalog.fill(
                        Key::FieldQuality,
                        &[("field", catalog.get(field)), ("quality", quality)],
                    ),
                    None => quality.to_owned(),
                },
                reason: relation.reason.get(language).to_owned(),
                when,
            }
        })
        .collect()
}

/// Events that stand too close together to be told apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bin {
    /// The day of the first one.
    pub day: Day,
    pub events: Vec<EventIx>,
}

/// The events in sight, gathered wherever they stand closer than `gap` points.
#[must_use]
pub fn bins(atlas: &Atlas, span: Span, width: f32, gap: f32) -> Vec<Bin> {
    let mut found: Vec<(i64, Bin)> = Vec::new();
    let cells = f64::from((width / gap).max(1.0));
    for (index, event) in atlas.events() {
        let day = event.from.first_day();
        let share = span.share(day);
        if !(0.0..=1.0).contains(&share) {
            continue;
        }
        #[expect(clippy::cast_possible_truncation, reason = "a cell of the screen")]
        let cell = (share * cells) as i64;
        match found.iter_mut().rev().find(|(known, _)| *known == cell) {
            Some((_, bin)) => bin.events.push(index),
            None => found.push((
                cell,
                Bin {
                    day,
                    events: vec![index],
                },
            )),
        }
    }
    found.sort_by_key(|(cell, _)| *cell);
    found.into_iter().map(|(_, bin)| bin).collect()
}

/// An event in a line: its date and title.
#[must_use]
pub fn event_line(
    atlas: &Atlas,
    event: EventIx,
    language: Language,
) -> (HistoricalDate, [String; 2]) {
    let event = atlas.event(event);
    (
        event.from,
        [
            format::historical(language, event.from),
            event.title.get(language).to_owned(),
        ],
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::Origin;
    use crate::state::time_axis::Stretch;

    #[test]
    fn every_event_in_sight_is_in_one_bin() {
        let atlas = Atlas::load(&Origin::Embedded).unwrap();
        for stretch in Stretch::ALL {
            let span = stretch.span();
            let in_sight = atlas.events().filter(|(_, event)| {
                let share = span.share(event.from.first_day());
                (0.0..=1.0).contains(&share)
            });
            let bins = bins(&atlas, span, 1090.0, 7.0);
            let gathered: usize = bins.iter().map(|bin| bin.events.len()).sum();
            assert_eq!(gathered, in_sight.count(), "{stretch:?}");
            assert!(
                bins.windows(2).all(|pair| pair[0].day < pair[1].day),
                "{stretch:?}"
            );
        }
    }

    #[test]
    fn the_ribbon_covers_the_atlas_and_never_twice_in_one_field() {
        let atlas = Atlas::load(&Origin::Embedded).unwrap();
        let stages = stages(&atlas, Language::English);
        for year in 1793..=2025 {
            let day = Day::new(year, 6, 15).unwrap();
            let at: Vec<_> = stages
                .iter()
                .filter(|stage| stage.from <= day && day < stage.to)
                .collect();
            let political = at
                .iter()
                .filter(|stage| stage.field != Field::Economy)
                .count();
            assert!(political <= 1, "{year}: {at:?}");
            assert!(!at.is_empty(), "{year}");
        }
    }
}
