use std::sync::{Arc, LazyLock};

use egui::{Rect, pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use super::bars;
use super::layout::{self, End};
use crate::dataset::{Atlas, Origin};
use crate::model::date::Day;
use crate::model::language::Language;
use crate::model::series::Topic;
use crate::model::shown::Chart;
use crate::scene::charts::{Charts, Figure, Origin as From, Sheet};
use crate::scene::ground::Ground;
use crate::state::ViewState;
use crate::text::{Catalog, Key};
use crate::ui::app::{App, Content};
use crate::ui::wish::{Form, Wish};

static ATLAS: LazyLock<Arc<Atlas>> =
    LazyLock::new(|| Arc::new(Atlas::load(&Origin::Embedded).unwrap()));
static GROUND: LazyLock<Arc<Ground>> = LazyLock::new(|| Arc::new(Ground::new(&ATLAS)));

#[expect(clippy::cast_possible_truncation, reason = "test values are small")]
fn point(year: f64, value: f64) -> egui::Pos2 {
    pos2(
        ((year - 1978.0) * 24.0) as f32,
        (300.0 - value * 28.0) as f32,
    )
}

#[expect(
    clippy::unnecessary_wraps,
    reason = "a logarithmic axis lacks some values"
)]
fn to_screen(year: f64, value: f64) -> Option<egui::Pos2> {
    Some(point(year, value))
}

fn trade() -> Sheet {
    Charts::new(&ATLAS, &[], Language::English).of(Topic::Trade)[0].clone()
}

fn with_figures(check: impl Fn(&Figure, &layout::Placed)) {
    let trade = trade();
    let placed = layout::place(&trade, |_| true, to_screen);
    assert_eq!(
        placed.len(),
        trade
            .quantities
            .iter()
            .map(|quantity| quantity.figures.len())
            .sum::<usize>()
    );
    for mark in &placed {
        check(&trade.quantities[mark.quantity].figures[mark.figure], mark);
    }
}

#[test]
fn an_open_bound_is_an_arrow_and_a_stated_one_a_cap() {
    with_figures(|figure, mark| {
        match (figure.low, mark.lower) {
            (None, End::Open(y)) => {
                assert!(y > mark.at.y, "the arrow points down: {}", figure.spoken);
            }
            (Some(low), End::Closed(y)) => {
                assert!((y - point(0.0, low).y).abs() < 0.01, "{}", figure.spoken);
            }
            other => panic!("{}: {other:?}", figure.spoken),
        }
        match (figure.high, mark.upper) {
            (None, End::Open(y)) => {
                assert!(y < mark.at.y, "the arrow points up: {}", figure.spoken);
            }
            (Some(high), End::Closed(y)) => {
                assert!((y - point(0.0, high).y).abs() < 0.01, "{}", figure.spoken);
            }
            other => panic!("{}: {other:?}", figure.spoken),
        }
    });
}

#[test]
fn unstated_years_are_hollow_and_computed_values_crossed() {
    with_figures(|figure, mark| {
        if figure.is_beyond() {
            assert!(
                mark.form.is_hollow && mark.form.is_small,
                "{}",
                figure.spoken
            );
            return;
        }
        assert_eq!(
            mark.form.is_hollow, !figure.is_year_stated,
            "{}",
            figure.spoken
        );
        assert_eq!(
            mark.form.is_crossed,
            figure.formula.is_some(),
            "{}",
            figure.spoken
        );
    });
}

#[test]
fn no_mark_hides_another_or_leaves_its_year() {
    let trade = trade();
    let placed = layout::place(&trade, |index| trade.is_usual(index), to_screen);
    for (index, mark) in placed.iter().enumerate() {
        let figure = &trade.quantities[mark.quantity].figures[mark.figure];
        assert!(
            (mark.at.x - point(f64::from(figure.year), 0.0).x).abs() < 12.0,
            "{}",
            figure.spoken
        );
        assert!(
            (mark.at.y - point(0.0, figure.value).y).abs() < 0.01,
            "{}",
            figure.spoken
        );
        for other in &placed[..index] {
            assert!(
                mark.at.distance(other.at) > 2.0 * layout::RADIUS,
                "{}",
                figure.spoken
            );
        }
    }
}

#[test]
fn a_hidden_quantity_places_nothing() {
    let trade = trade();
    let placed = layout::place(&trade, |index| index == 2, to_screen);
    assert!(!placed.is_empty() && placed.iter().all(|mark| mark.quantity == 2));
}

#[test]
fn a_line_is_placed_only_where_the_scene_joins() {
    let mut trade = trade();
    let placed = layout::place(&trade, |_| true, to_screen);
    let lines: usize = trade
        .quantities
        .iter()
        .map(|quantity| quantity.joins.len())
        .sum();
    assert_eq!(layout::joins(&trade, &placed).count(), lines);
    trade.quantities[1].joins = vec![0];
    let look = trade.quantities[1].look;
    let lines: Vec<_> = layout::joins(&trade, &placed)
        .filter(|(known, _)| *known == look)
        .collect();
    assert_eq!(lines.len(), 1);
}

#[test]
fn bars_are_as_long_as_their_values_and_missing_ones_have_none() {
    let polls = Charts::new(&ATLAS, &[], Language::English).polls;
    let room = Rect::from_min_size(pos2(10.0, 0.0), vec2(288.0, bars::HEIGHT));
    let scale = bars::Scale::new(&polls, room);
    for row in &polls.rows {
        let placed = bars::place(row, scale, room);
        let shares = [&row.unfavourable, &row.favourable, &row.neither];
        for (bar, share) in placed.iter().zip(shares) {
            assert_eq!(bar.is_some(), share.percent.is_some(), "{}", row.id);
            if let (Some(bar), Some(percent)) = (bar, share.percent) {
                assert!(
                    (f64::from(bar.width()) - percent * 2.0).abs() < 0.01,
                    "{}",
                    row.id
                );
                assert!(room.contains_rect(*bar), "{}", row.id);
            }
        }
        let [left, right, _] = placed;
        assert!(
            left.is_none_or(|bar| (bar.right() - scale.zero).abs() < 0.01),
            "{}",
            row.id
        );
        assert!(
            right.is_none_or(|bar| (bar.left() - scale.zero).abs() < 0.01),
            "{}",
            row.id
        );
    }
}

/// Only the charts, on the screen.
fn harness(language: Language, chart: Chart) -> Harness<'static, Option<App>> {
    let mut harness = Harness::builder()
        .with_size(vec2(1280.0, 1400.0))
        .build_ui_state(
            move |ui, app: &mut Option<App>| {
                if let Some(app) = app {
                    app.ui(ui);
                    return;
                }
                // The type faces set here hold from the next frame on.
                let mut state = ViewState::new(Day::new(1930, 12, 31).unwrap(), language);
                state.chart = chart;
                let context = ui.ctx().clone();
                let (atlas, ground) = (ATLAS.clone(), GROUND.clone());
                *app = Some(App::new(atlas, ground, state, Content::Charts, &context));
            },
            None,
        );
    harness.run();
    harness
}

fn date(harness: &Harness<'_, Option<App>>) -> String {
    harness.state().as_ref().unwrap().state().date.to_string()
}

#[test]
fn every_point_and_bar_has_a_name_in_every_language() {
    for language in Language::ALL {
        let charts = Charts::new(&ATLAS, &[], language);
        let polls = harness(language, Chart::Polls);
        let harness = harness(language, Chart::Trade);
        let sheet = &charts.of(Topic::Trade)[0];
        let shown = sheet.quantities.iter().enumerate();
        for (_, quantity) in shown.filter(|(index, _)| sheet.is_usual(*index)) {
            for spoken in quantity.figures.iter().map(|figure| &figure.spoken) {
                harness.get_by_label(spoken);
            }
            for silence in &quantity.silences {
                assert!(
                    harness.query_all_by_label(&silence.spoken).count() > 0,
                    "{}",
                    silence.spoken
                );
            }
        }
        for row in &charts.polls.rows {
            polls.get_by_label(&row.spoken);
        }
        polls.get_by_label(charts.polls.warning.as_deref().unwrap());
    }
}

#[test]
fn a_click_goes_to_the_end_of_the_year_and_hovering_does_not() {
    let mut harness = harness(Language::English, Chart::Trade);
    let label = "Japanese exports to the USSR, 1990: 2.6 (billion US dollars, current prices)";
    harness.get_by_label(label).hover();
    harness.run();
    assert_eq!(date(&harness), "1930-12-31");
    harness.get_by_label(label).click();
    harness.run();
    assert_eq!(date(&harness), "1990-12-31");
}

#[test]
fn a_quantity_can_be_switched_off_and_on() {
    let mut harness = harness(Language::English, Chart::Trade);
    let (name, figure) = (
        "Japanese imports from the USSR",
        "Japanese imports from the USSR, 1990",
    );
    for is_on in [false, true] {
        harness
            .get_by_role_and_label(egui::accesskit::Role::CheckBox, name)
            .click();
        harness.run();
        assert_eq!(
            harness.query_all_by_label_contains(figure).count() > 0,
            is_on
        );
    }
}

#[test]
fn the_table_says_what_the_chart_shows() {
    let charts = Charts::new(&ATLAS, &[], Language::English);
    let mut harness = harness(Language::English, Chart::Trade);
    harness
        .get_by_label("Trade between Japan and the Soviet Union: As a table")
        .click();
    harness.run();
    let rows = charts.of(Topic::Trade)[0]
        .quantities
        .iter()
        .filter(|quantity| quantity.origin == From::Texts)
        .flat_map(|quantity| &quantity.rows);
    for row in rows {
        for text in [&row.year, &row.value].into_iter().chain(&row.remarks) {
            assert!(harness.query_all_by_label(text).count() > 0, "{text}");
        }
    }
    let name = "Chart: Opinion";
    harness.get_by_label(name).click();
    harness.run();
    harness
        .get_by_label("What people think: As a table")
        .click();
    harness.run();
    for row in &charts.polls.rows {
        for text in [
            &row.favourable.text,
            &row.unfavourable.text,
            &row.neither.text,
            &row.group,
        ] {
            assert!(harness.query_all_by_label(text).count() > 0, "{text}");
        }
    }
}

#[test]
fn every_chart_can_be_chosen_by_its_name() {
    for language in Language::ALL {
        let texts = Catalog::of(language);
        let mut harness = harness(language, Chart::Trade);
        for (chart, key) in [
            (Chart::Polls, Key::ChartOpinion),
            (Chart::Figures, Key::ChartFigures),
            (Chart::Trade, Key::ChartTrade),
        ] {
            let name = format!("{}: {}", texts.get(Key::Chart), texts.get(key));
            harness.get_by_label(&name).click();
            harness.run();
            let state = harness.state().as_ref().unwrap().state();
            assert_eq!(state.chart, chart, "{name}");
        }
    }
}

#[test]
fn the_numbers_are_read_searched_and_lead_to_their_date() {
    let mut harness = harness(Language::English, Chart::Figures);
    let numbers = Charts::new(&ATLAS, &[], Language::English).numbers;
    harness.get_by_label(&numbers.rows[0].spoken);
    let field = Catalog::of(Language::English).get(Key::FiguresFilter);
    harness.get_by_label(field).focus();
    harness.run();
    harness.get_by_label(field).type_text("zzzz");
    harness.run();
    harness.get_by_label(Catalog::of(Language::English).get(Key::FiguresNone));
}

#[test]
fn the_menu_asks_for_each_form_of_file() {
    let mut harness = harness(Language::English, Chart::Trade);
    for (ending, form) in [("SVG", Form::Svg), ("PNG", Form::Png), ("CSV", Form::Csv)] {
        harness.get_by_label("Save this chart").click();
        harness.run();
        harness.get_by_label(&format!("Save as {ending}")).click();
        harness.run();
        let wishes = harness.state_mut().as_mut().unwrap().take_wishes();
        match wishes.as_slice() {
            [
                Wish::Chart {
                    form: asked,
                    pictures,
                    ..
                },
            ] => {
                assert_eq!((*asked, pictures.len()), (form, 1));
            }
            other => panic!("{ending}: {other:?}"),
        }
    }
}
