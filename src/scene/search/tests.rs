//! What a reader types, and what must come first.

use std::sync::LazyLock;
use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::*;
use crate::dataset::{Atlas, Origin};
use crate::model::language::Language;
use crate::state::view_state::Theme;
use crate::text::Key;

static ATLAS: LazyLock<Atlas> = LazyLock::new(|| Atlas::load(&Origin::Embedded).unwrap());
static INDEX: LazyLock<Index> = LazyLock::new(|| Index::new(&ATLAS, commands()));

fn commands() -> Vec<CommandEntry> {
    [
        (Key::ThemeDark, Command::SetTheme(Theme::Dark), ""),
        (Key::Play, Command::PlayOrPause, "Space"),
        (
            Key::PresetSakhalin,
            Command::Look(crate::state::view_state::Preset::Sakhalin),
            "4",
        ),
    ]
    .into_iter()
    .map(|(text, command, keys)| CommandEntry {
        text,
        command,
        keys: keys.to_owned(),
    })
    .collect()
}

fn search(typed: &str, language: Language) -> Vec<Hit> {
    Searcher::default().search(&INDEX, &ATLAS, typed, language)
}

/// The kind and id of what a result leads to.
fn id(target: Target) -> String {
    match target {
        Target::Date(day, unit) => format!("date {day} {unit:?}"),
        Target::Place(place) => format!("place {}", ATLAS.territory(place).id),
        Target::Event(event) => format!("event {}", ATLAS.event(event).id),
        Target::Person(person) => format!("person {}", ATLAS.person(person).id),
        Target::Source(source) => format!("source {}", ATLAS.source(source).id),
        Target::Conflict(conflict) => {
            format!("conflict {}", ATLAS.conflicts[usize::from(conflict)].id)
        }
        Target::Term(term) => format!("term {}", ATLAS.terms[usize::from(term)].id),
        Target::Link(moment) => format!("link {}", crate::state::link::write(&ATLAS, &moment)),
        Target::Command(command) => format!("command {command:?}"),
    }
}

#[test]
fn the_best_result_comes_first() {
    let mut wrong = Vec::new();
    for (typed, expected) in [
        // Places by old and new names, in three scripts.
        ("Etorofu", "place iturup"),
        ("etorofu-to", "place iturup"),
        ("Iturup", "place iturup"),
        ("択捉", "place iturup"),
        ("擇捉島", "place iturup"),
        ("イトゥルップ", "place iturup"),
        ("いとぅるっぷ", "place iturup"),
        ("Итуруп", "place iturup"),
        ("Эторофу", "place iturup"),
        ("eto-oro-op", "place iturup"),
        ("Kunashiri", "place kunashir"),
        ("国後", "place kunashir"),
        ("國後島", "place kunashir"),
        ("Кунашир", "place kunashir"),
        ("Шикотан", "place shikotan"),
        ("Сикотан", "place shikotan"),
        ("齒舞諸島", "place habomai"),
        ("Хабомаи", "place habomai"),
        ("Karafuto", "place sakhalin-south"),
        ("樺太", "place sakhalin-south"),
        ("Карафуто", "place sakhalin-south"),
        ("Suisho", "place habomai-tanfilyev"),
        ("зеленый", "place habomai-zelyony"),
        ("Paramushir", "place kurils-north-paramushir"),
        ("Chishima", "place kurils-north"),
        ("尼港", "place lower-amur-nikolaevsk"),
        ("奉天", "place manchuria-south"),
        ("滿洲北部", "place manchuria-north"),
        ("Приморье", "place primorye"),
        ("Dairen", "place kwantung"),
        ("Hokkaidō", "place hokkaido"),
        // Mistakes.
        ("Kanawa", "event kawana-summit"),
        ("Kawana", "event kawana-summit"),
        ("Kunashri", "place kunashir"),
        ("Paramushri", "place kurils-north-paramushir"),
        ("Gorbachv", "person mikhail-gorbachev"),
        ("Хокайдо", "place hokkaido"),
        ("Portsmuth", "event treaty-of-portsmouth"),
        ("ゴルバチョブ", "person mikhail-gorbachev"),
        // Events, people, sources.
        ("Portsmouth", "event treaty-of-portsmouth"),
        ("treaty portsmouth", "event treaty-of-portsmouth"),
        ("ポーツマス条約", "event treaty-of-portsmouth"),
        ("ポーツマス條約", "event treaty-of-portsmouth"),
        ("Портсмут", "event treaty-of-portsmouth"),
        ("Mukden", "event mukden-1905"),
        ("尼港事件", "event nikolaevsk-incident"),
        ("Gorbachev", "person mikhail-gorbachev"),
        ("Горбачёв", "person mikhail-gorbachev"),
        ("Горбачев", "person mikhail-gorbachev"),
        ("ゴルバチョフ", "person mikhail-gorbachev"),
        ("ｺﾞﾙﾊﾞﾁｮﾌ", "person mikhail-gorbachev"),
        ("Путин", "person vladimir-putin"),
        ("安倍晋三", "person shinzo-abe"),
        ("article Japan Russia relations", "source text-relations"),
        // Dates.
        ("1905", "date 1905-12-31 Year"),
        ("1945-08", "date 1945-08-31 Month"),
        ("1945-08-28", "date 1945-08-28 Day"),
        ("187X", "date 1879-12-31 Year"),
        ("１９０５", "date 1905-12-31 Year"),
        ("1945年8月28日", "date 1945-08-28 Day"),
        ("昭和20年", "date 1945-12-31 Year"),
        ("28 августа 1945", "date 1945-08-28 Day"),
        // Commands.
        ("dark", "command SetTheme(Dark)"),
        ("тёмн", "command SetTheme(Dark)"),
    ] {
        let found = search(typed, Language::English)
            .first()
            .map_or("nothing".to_owned(), |hit| id(hit.target));
        if found != expected {
            let all: Vec<String> = search(typed, Language::English)
                .iter()
                .take(4)
                .map(|hit| format!("{} {:.2}", id(hit.target), hit.score))
                .collect();
            wrong.push(format!("{typed}: {all:?}, not {expected}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn results_are_in_the_language_of_the_interface_and_show_what_matched() {
    let hit = &search("Etorofu-to", Language::Russian)[0];
    assert_eq!(hit.title.text, "Итуруп");
    let also = hit.also.as_ref().unwrap();
    assert_eq!(also.text, "Etorofu-tō");
    assert_eq!(also.marks, [0, 1, 2, 3, 4, 5, 6, 8, 9]);
    let hit = &search("ё", Language::Russian)
        .into_iter()
        .find(|hit| hit.also.is_none())
        .unwrap();
    assert!(!hit.title.marks.is_empty());
}

#[test]
fn nothing_is_found_for_nothing() {
    assert_eq!(
        search("  ", Language::English).len(),
        commands().len(),
        "all commands before anything is typed"
    );
    for typed in ["・", "'", "qqqqzzzz", "\u{301}", "0042-77-77", "3000"] {
        assert_eq!(search(typed, Language::English), [], "{typed:?}");
    }
}

#[test]
fn every_name_of_a_place_finds_it() {
    for (place, territory) in ATLAS.territories() {
        for (_, name) in territory.name.iter() {
            let found = search(name, Language::English);
            assert_eq!(found[0].target, Target::Place(place), "{name}");
        }
        for other in &territory.also {
            let found = search(&other.name, Language::Japanese);
            assert!(
                found.iter().any(|hit| hit.target == Target::Place(place)),
                "{}",
                other.name
            );
        }
    }
}

/// Prints times; they are judged in a release build.
#[test]
fn speed() {
    let atlas = &*ATLAS;
    let begin = Instant::now();
    let index = Index::new(atlas, commands());
    println!("index of {:?} in {:?}", index.size(), begin.elapsed());
    let mut searcher = Searcher::default();
    let mut slowest = (Duration::ZERO, "");
    for typed in [
        "e",
        "ka",
        "kanawa",
        "treaty of portsmouth 1905",
        "ゴルバチョブ",
        "портсмутский мирный договор",
        "qqqqqqqqzzzz",
    ] {
        let begin = Instant::now();
        let count = searcher
            .search(&index, atlas, typed, Language::English)
            .len();
        let time = begin.elapsed();
        println!("{typed}: {count} in {time:?}");
        slowest = slowest.max((time, typed));
    }
    println!("slowest: {slowest:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn odd_input_never_panics(typed in "\\PC{0,40}") {
        for language in Language::ALL {
            for hit in search(&typed, language) {
                let letters = u32::try_from(hit.title.text.chars().count()).unwrap();
                prop_assert!(hit.title.marks.iter().all(|mark| *mark < letters));
            }
        }
    }

    #[test]
    fn control_characters_and_long_words_never_panic(typed in prop_oneof![".{0,20}", "[a-zа-яア-ン択]{200,400}"]) {
        let _ = search(&typed, Language::English);
    }
}
