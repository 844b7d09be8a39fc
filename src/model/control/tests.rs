use super::*;

fn phase(from: &str, holder: u16) -> Phase {
    Phase {
        from: from.parse().unwrap(),
        holding: Holding {
            holder: PolityIx(holder),
            with: None,
            kind: Kind::Sovereign,
            under: None,
        },
        basis: Localized::new("b", "b", "b"),
        note: None,
        citations: Vec::new(),
        confirmed: true,
        variant: None,
    }
}

fn record(starts: &[&str]) -> Record {
    let phases = starts
        .iter()
        .zip(0..)
        .map(|(from, holder)| phase(from, holder))
        .collect();
    Record::new(phases).unwrap()
}

fn day(text: &str) -> Day {
    text.parse::<HistoricalDate>().unwrap().first_day()
}

#[test]
fn a_change_shows_on_its_day() {
    let record = record(&["1792", "1855-02-07", "1945-08-28"]);
    for (date, holder) in [
        ("1700", 0),
        ("1855-02-06", 0),
        ("1855-02-07", 1),
        ("1945-08-27", 1),
        ("1945-08-28", 2),
        ("2025", 2),
    ] {
        assert_eq!(
            record.at(day(date)).holding.holder,
            PolityIx(holder),
            "{date}"
        );
    }
    assert_eq!(
        record.period(1),
        Period {
            from: day("1855-02-07"),
            to: Some(day("1945-08-28"))
        }
    );
    assert_eq!(record.period(2).to, None);
}

#[test]
fn a_record_cannot_overlap() {
    assert_eq!(Record::new(Vec::new()).unwrap_err(), RecordError::Empty);
    let twice = vec![
        phase("1792", 0),
        phase("1855-02", 1),
        phase("1855-02-01", 2),
    ];
    assert_eq!(Record::new(twice).unwrap_err(), RecordError::Order(2));
}

#[test]
fn jumps_visit_every_change_once() {
    let control = Control::new(vec![
        record(&["1792", "1855", "1945"]),
        record(&["1792", "1855", "1905"]),
    ]);
    let mut found = Vec::new();
    let mut at = day("1800");
    while let Some(next) = control.next_change(at) {
        found.push(next.year());
        at = next;
    }
    assert_eq!(found, [1855, 1905, 1945]);
    assert_eq!(control.previous_change(day("1855-01-01")), None);
    assert_eq!(
        control.previous_change(day("1945-01-02")),
        Some(day("1945"))
    );
    assert_eq!(
        control.changes_within(day("1855"), day("1855-12-31")).len(),
        2
    );
    assert_eq!(
        control.epoch_at(day("1856")),
        control.epoch_at(day("1904-12-31"))
    );
    assert_ne!(
        control.epoch_at(day("1904-12-31")),
        control.epoch_at(day("1905"))
    );
}
