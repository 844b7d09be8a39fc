use std::sync::LazyLock;

use super::*;
use crate::dataset::{Atlas, Origin as Files};
use crate::model::date::Day;
use crate::model::series::Topic;
use crate::scene::charts::Charts;

static ATLAS: LazyLock<Atlas> = LazyLock::new(|| Atlas::load(&Files::Embedded).unwrap());

const COLOURS: ChartColours = ChartColours {
    paper: [255; 3],
    ink: [0; 3],
    ink_soft: [60; 3],
    hairline: [200; 3],
    accent: [160, 60, 30],
    favourable: [60, 120, 110],
    unfavourable: [170, 90, 50],
    remainder: [210; 3],
    series: [[0; 3], [60, 108, 156], [178, 79, 53], [114, 106, 30]],
};

fn pictures(language: Language) -> Vec<ChartPicture> {
    let charts = Charts::new(&ATLAS, &[], language);
    let sheet = charts.of(Topic::Trade)[0].clone();
    let drawn = Drawn::Sheet {
        shown: vec![true; sheet.quantities.len()],
        sheet,
        is_log: false,
    };
    let picture = |drawn| ChartPicture {
        title: "Trade & <opinion>".to_owned(),
        date: Day::new(1988, 12, 31).unwrap(),
        drawn,
    };
    vec![picture(drawn), picture(Drawn::Polls(charts.polls))]
}

#[test]
fn every_figure_and_share_is_named_in_the_drawing() {
    for language in Language::ALL {
        let charts = Charts::new(&ATLAS, &[], language);
        let svg = draw(&pictures(language), &COLOURS, language);
        for quantity in &charts.of(Topic::Trade)[0].quantities {
            assert!(svg.contains(&escape(&quantity.name)));
            for figure in &quantity.figures {
                let title = format!("<title>{}</title>", escape(&figure.spoken));
                assert!(svg.contains(&title), "{title}");
            }
        }
        let shares = charts
            .polls
            .rows
            .iter()
            .flat_map(|row| [&row.favourable, &row.unfavourable]);
        for share in shares {
            assert!(svg.contains(&share.text));
        }
        assert!(svg.contains("Trade &amp; &lt;opinion&gt;"));
    }
}

#[test]
fn the_drawing_is_the_same_every_time_and_all_its_tags_are_closed() {
    let [one, other] =
        [0, 1].map(|_| draw(&pictures(Language::Russian), &COLOURS, Language::Russian));
    assert_eq!(one, other);
    for tag in ["svg", "g", "text", "title"] {
        let opened =
            one.matches(&format!("<{tag}>")).count() + one.matches(&format!("<{tag} ")).count();
        assert_eq!(opened, one.matches(&format!("</{tag}>")).count(), "{tag}");
    }
    assert!(!one.contains("\"NaN") && !one.contains("\"inf") && !one.contains("\"-inf"));
}
