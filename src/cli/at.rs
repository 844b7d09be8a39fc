//! `at`: who holds each territory on a date.

use serde_json::{Map, Value, json};

use crate::dataset::Atlas;
use crate::geometry::HitIndex;
use crate::model::control::Holding;
use crate::model::date::{Day, HistoricalDate, Period};
use crate::model::language::Language;
use crate::model::place::TerritoryIx;
use crate::model::polity::PolityIx;
use crate::model::source::Citation;
use crate::model::town_control::{Apart, TownRecord};
use crate::model::view::View;
use crate::scene::map::{kind_text, view_text};
use crate::text::{Catalog, Key, format};

use super::args::AtArgs;
use super::error::CliError;
use super::table::{Table, WIDTH, wrap};
use super::{json, output, request};

/// Prints who holds what.
///
/// # Errors
/// When the date or the data are wrong.
pub fn run(args: &AtArgs) -> Result<(), CliError> {
    let language = args.common.language();
    let (_, day) = request::date(&args.date, language)?;
    let atlas = request::atlas(args.common.data.as_deref(), language)?;
    let territories: Vec<TerritoryIx> = match args.point {
        Some(point) => territory_at(&atlas, point, language)?.into_iter().collect(),
        None => atlas
            .territories()
            .map(|(territory, _)| territory)
            .collect(),
    };
    let text = if args.json {
        let towns: Vec<Value> = towns_apart(&atlas, &territories, args.view, day)
            .map(|(record, apart)| town_json(&atlas, record, apart, day, language))
            .collect();
        let territories: Vec<Value> = territories
            .iter()
            .map(|territory| territory_json(&atlas, args.view, *territory, day, language))
            .collect();
        json::text(&json!({
            "date": day.to_string(),
            "view": args.view.id(),
            "territories": territories,
            "towns": towns,
        }))
    } else {
        human(&atlas, &territories, day, args.view, language)
    };
    output::print(language, text.as_bytes())
}

/// The territory that covers a point, on the finest outlines there are.
fn territory_at(
    atlas: &Atlas,
    point: [f64; 2],
    language: Language,
) -> Result<Option<TerritoryIx>, CliError> {
    let regions = atlas
        .load_fine_regions()
        .map_err(|problems| request::bad_data(problems, language))?;
    // Islands first, as on the map: they are drawn over the regions.
    let shapes = [atlas.land.islands.as_slice(), &regions].concat();
    let hit = HitIndex::new(&shapes).at(point);
    Ok(hit.and_then(|shape| atlas.owner_of_shape(&shapes[shape].id)))
}

/// The ids of holders, joined by `+` where two hold in common.
fn holder_id(atlas: &Atlas, holding: Holding) -> String {
    let first = &atlas.polity(holding.holder).id;
    match holding.with {
        Some(with) => format!("{first}+{}", atlas.polity(with).id),
        None => first.clone(),
    }
}

/// The holder in words, by the shorter names of the legend.
fn holder_name(atlas: &Atlas, holding: Holding, language: Language) -> String {
    let texts = Catalog::of(language);
    let name = |polity: PolityIx| atlas.polity(polity).short.get(language);
    let holder = name(holding.holder);
    match (holding.with, holding.under) {
        (Some(with), _) => texts.fill(
            Key::HolderBoth,
            &[("first", holder), ("second", name(with))],
        ),
        (None, Some(power)) => texts.fill(
            Key::HolderUnder,
            &[("holder", holder), ("power", name(power))],
        ),
        (None, None) => holder.to_owned(),
    }
}

/// The ids of the sources, each once.
pub fn source_ids<'a>(atlas: &'a Atlas, citations: &[Citation]) -> Vec<&'a str> {
    let mut ids: Vec<&str> = Vec::with_capacity(citations.len());
    for citation in citations {
        let id = atlas.source(citation.source).id.as_str();
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    ids
}

/// What holds on a day, as a view has it: the entry of the record and its days.
struct Entry<'a> {
    holding: Holding,
    since: HistoricalDate,
    citations: &'a [Citation],
    period: Period,
}

impl<'a> Entry<'a> {
    fn of(atlas: &'a Atlas, view: View, territory: TerritoryIx, day: Day) -> Self {
        let record = atlas.control.record(territory);
        let phase = record.at(day);
        let (holding, since, citations) = match atlas.disputes.seen(view, territory, day) {
            Some(seen) => (seen.holding, seen.from, &seen.citations),
            None => (phase.holding, phase.from, &phase.citations),
        };
        Self {
            holding,
            since,
            citations,
            period: period(atlas, view, territory, day),
        }
    }
}

/// The days around `day` on which a view keeps to the same entry of the record.
fn period(atlas: &Atlas, view: View, territory: TerritoryIx, day: Day) -> Period {
    let record = atlas.control.record(territory);
    let entry = |day: Day| match atlas.disputes.seen(view, territory, day) {
        Some(seen) => Err(std::ptr::from_ref(seen)),
        None => Ok(record.index_at(day)),
    };
    let phase = record.period(record.index_at(day));
    if view == View::Control {
        return phase;
    }
    let mut days: Vec<Day> = record
        .phases()
        .iter()
        .map(|phase| phase.from.first_day())
        .collect();
    for seen in atlas
        .disputes
        .perspectives()
        .iter()
        .filter(|seen| seen.view == view)
    {
        days.extend(
            [Some(seen.period().from), seen.period().to]
                .into_iter()
                .flatten(),
        );
    }
    days.sort_unstable();
    let next = days.partition_point(|start| *start <= day);
    let same = |other: &&Day| entry(**other) == entry(day);
    let from = days[..next]
        .iter()
        .rev()
        .take_while(same)
        .last()
        .copied()
        .unwrap_or(phase.from);
    Period {
        from,
        to: days[next..].iter().find(|start| !same(start)).copied(),
    }
}

fn dates(period: Period) -> [Value; 2] {
    [
        period.from.to_string().into(),
        period.to.map(|day| day.to_string()).into(),
    ]
}

fn territory_json(
    atlas: &Atlas,
    view: View,
    territory: TerritoryIx,
    day: Day,
    language: Language,
) -> Value {
    let place = atlas.territory(territory);
    let entry = Entry::of(atlas, view, territory, day);
    let polity = |polity: PolityIx| atlas.polity(polity).id.as_str();
    let mut fields = Map::new();
    let mut put = |name: &str, value: Value| fields.insert(name.to_owned(), value);
    put("id", place.id.as_str().into());
    put("name", place.name.get(language).into());
    if let Some(whole) = place.part_of {
        put("part_of", atlas.territory(whole).id.as_str().into());
    }
    put("holder", holder_id(atlas, entry.holding).into());
    put("kind", entry.holding.kind.id().into());
    if let Some(power) = entry.holding.under {
        put("under", polity(power).into());
    }
    let [from, to] = dates(entry.period);
    put("from", from);
    put("to", to);
    put("certainty", entry.since.certainty().name().into());
    // Nobody claims what is theirs already.
    let claims = atlas
        .disputes
        .claims_on(territory, day)
        .filter(|claim| claim.claimant != entry.holding.holder);
    let claims = claims.map(|claim| {
        let [from, to] = dates(claim.period());
        json!({ "claimant": polity(claim.claimant), "kind": claim.kind.id(), "from": from, "to": to })
    });
    put("claims", claims.collect());
    let rights = atlas.rights.iter();
    let rights = rights
        .filter(|right| right.territories.contains(&territory) && right.period().contains(day));
    let rights = rights.map(|right| {
        let [from, to] = dates(right.period());
        json!({ "holder": polity(right.holder), "kind": right.kind.id(), "from": from, "to": to })
    });
    put("rights", rights.collect());
    put("sources", source_ids(atlas, entry.citations).into());
    Value::Object(fields)
}

/// The towns of some territories that are held otherwise than the land around them; a side's view
/// of the borders knows none.
fn towns_apart<'a>(
    atlas: &'a Atlas,
    lands: &'a [TerritoryIx],
    view: View,
    day: Day,
) -> impl Iterator<Item = (&'a TownRecord, &'a Apart)> {
    let apart = atlas.town_control.on(day);
    apart.filter(move |(record, _)| view == View::Control && lands.contains(&record.land))
}

fn town_json(
    atlas: &Atlas,
    record: &TownRecord,
    apart: &Apart,
    day: Day,
    language: Language,
) -> Value {
    let town = atlas.town(record.town);
    let [from, to] = dates(apart.period());
    let mut fields = json!({
        "id": town.id,
        "name": town.called_on(day).get(language),
        "land": atlas.territory(record.land).id,
        "holder": holder_id(atlas, apart.holding),
        "kind": apart.holding.kind.id(),
        "from": from,
        "to": to,
        "certainty": apart.from.certainty().name(),
        "sources": source_ids(atlas, &apart.citations),
    });
    if let Some(power) = apart.holding.under {
        fields["under"] = atlas.polity(power).id.as_str().into();
    }
    fields
}

fn human(
    atlas: &Atlas,
    territories: &[TerritoryIx],
    day: Day,
    view: View,
    language: Language,
) -> String {
    let texts = Catalog::of(language);
    // A side's position is not what it holds.
    let key = match view {
        View::Control => Key::BannerYear,
        View::Japan | View::Russia => Key::BannerViewYear,
    };
    let date = format::day(language, day);
    let values = [
        ("date", date.as_str()),
        ("view", view_text(view, day, language)),
    ];
    let title = wrap(&texts.fill(key, &values), WIDTH).join("\n");
    if territories.is_empty() {
        return format!("{title}\n\n{}\n", texts.get(Key::CliNothingThere));
    }
    let mut table =
        Table::new([Key::PagePlace, Key::HeldBy, Key::How, Key::Since].map(|key| texts.get(key)));
    for territory in territories {
        let place = atlas.territory(*territory);
        let entry = Entry::of(atlas, view, *territory, day);
        // Parts stand under their whole; alone they need no indentation.
        let indent = if place
            .part_of
            .is_some_and(|whole| territories.contains(&whole))
        {
            "  "
        } else {
            ""
        };
        table.row([
            format!("{indent}{}", place.name.get(language)),
            holder_name(atlas, entry.holding, language),
            kind_text(entry.holding.kind, language).to_owned(),
            format::historical(language, entry.since),
        ]);
    }
    let towns = towns_text(atlas, territories, view, day, language);
    format!("{title}\n\n{}{towns}", table.text())
}

/// A table of the towns that are apart, below that of the territories; nothing where none is.
fn towns_text(
    atlas: &Atlas,
    lands: &[TerritoryIx],
    view: View,
    day: Day,
    language: Language,
) -> String {
    let texts = Catalog::of(language);
    let mut rows = towns_apart(atlas, lands, view, day).peekable();
    if rows.peek().is_none() {
        return String::new();
    }
    let mut table = Table::new(
        [
            Key::PagePlace,
            Key::HeldBy,
            Key::How,
            Key::Since,
            Key::Until,
        ]
        .map(|key| texts.get(key)),
    );
    for (record, apart) in rows {
        table.row([
            atlas
                .town(record.town)
                .called_on(day)
                .get(language)
                .to_owned(),
            holder_name(atlas, apart.holding, language),
            kind_text(apart.holding.kind, language).to_owned(),
            format::historical(language, apart.from),
            format::historical(language, apart.to),
        ]);
    }
    let title = wrap(texts.get(Key::TownsApart), WIDTH).join("\n");
    format!("\n{title}\n\n{}", table.text())
}
