//! What the program says to wrong arguments, and the headings of its help, in three languages.

#![expect(clippy::unwrap_used, reason = "a test may give up")]

mod common;

use common::{finish, program, run};

/// The arguments, and what must be said in English, Japanese and Russian.
const CASES: [(&[&str], [&str; 3]); 12] = [
    (
        &["at", "1930", "--frobnicate"],
        [
            "“--frobnicate” is not known here.",
            "「--frobnicate」はここでは使えません。",
            "«--frobnicate» здесь не предусмотрено.",
        ],
    ),
    (
        &["at"],
        [
            "Missing: <DATE>",
            "必要な指定がありません：<DATE>",
            "Не указано: <DATE>",
        ],
    ),
    (
        &["at", "1930", "--view"],
        [
            "--view <VIEW> needs a value.",
            "--view <VIEW> には値が必要です。",
            "Для --view <VIEW> нужно значение.",
        ],
    ),
    (
        &["at", "1930", "--view", "mine"],
        [
            "possible values: control, japan, russia",
            "指定できる値: control, japan, russia",
            "допустимые значения: control, japan, russia",
        ],
    ),
    (
        &["series", "--json", "--csv"],
        [
            "--json cannot be used together with --csv.",
            "--json と --csv は同時に使えません。",
            "--json нельзя указывать вместе с --csv.",
        ],
    ),
    (
        &["at", "1930", "--json", "--json"],
        [
            "--json can be given only once.",
            "--json は一度しか指定できません。",
            "--json можно указать только один раз.",
        ],
    ),
    (
        &["at", "1930", "--jsn"],
        [
            "Did you mean --json?",
            "--json のことですか。",
            "Возможно, имелось в виду --json.",
        ],
    ),
    (
        &["at", "1930", "--point", "146"],
        [
            "Write longitude and latitude",
            "経度と緯度を度で",
            "Напишите долготу и широту",
        ],
    ),
    (
        &["scrub", "--from", "1700"],
        [
            "from 1792 to 2025",
            "1792から2025までの数",
            "от 1792 до 2025",
        ],
    ),
    (
        &["render", "-o", "x.png", "--size", "9x9"],
        [
            "64 to 8192 pixels",
            "64～8192ピクセル",
            "от 64 до 8192 пикселей",
        ],
    ),
    (&["--quiz", "9"], ["six digits", "6桁", "шесть цифр"]),
    (
        &["render", "-o", "x.txt"],
        [
            "For more information: kuril-atlas --help",
            "くわしくは：kuril-atlas --help",
            "Подробнее: kuril-atlas --help",
        ],
    ),
];

#[test]
fn wrong_arguments_are_told_in_the_language_asked_for() {
    for (arguments, expected) in CASES {
        for (code, expected) in ["en", "ja", "ru"].into_iter().zip(expected) {
            let mut arguments = arguments.to_vec();
            // Before what lacks its value, which would take it.
            let at = usize::from(!arguments[0].starts_with('-'));
            arguments.splice(at..at, ["--lang", code]);
            let answer = run(&arguments).expect_code(2);
            answer.says(&[expected]);
            assert_eq!(answer.stdout, "");
        }
    }
    run(&["seize", "--lang", "ja"])
        .expect_code(2)
        .says(&["「seize」", "使い方: kuril-atlas"]);
}

#[test]
fn no_word_of_another_language_is_left_in_an_error() {
    for (arguments, _) in CASES {
        for code in ["ja", "ru"] {
            let mut arguments = arguments.to_vec();
            let at = usize::from(!arguments[0].starts_with('-'));
            arguments.splice(at..at, ["--lang", code]);
            let told = run(&arguments).stderr;
            for word in ["error", "Usage", "argument", "value ", "tip", "information"] {
                assert!(!told.contains(word), "{arguments:?}: {word}: {told}");
            }
        }
    }
}

#[test]
fn without_a_wish_the_language_is_that_of_the_system() {
    for (locale, expected) in [
        ("ru_RU.UTF-8", "Не указано"),
        ("ja_JP.UTF-8", "指定がありません"),
    ] {
        finish(program().arg("at").env("LC_ALL", locale))
            .expect_code(2)
            .says(&[expected]);
    }
}

#[test]
fn the_headings_of_the_help_are_in_the_language_asked_for() {
    for (code, headings) in [
        (
            "en",
            [
                "Usage: kuril-atlas",
                "Options:",
                "Arguments:",
                "[default: control]",
                "Print help",
            ],
        ),
        (
            "ja",
            [
                "使い方: kuril-atlas",
                "オプション:",
                "引数:",
                "[既定値: control]",
                "使い方を表示する",
            ],
        ),
        (
            "ru",
            [
                "Использование: kuril-atlas",
                "Параметры:",
                "Аргументы:",
                "[по умолчанию: control]",
                "Показать справку",
            ],
        ),
    ] {
        let help = run(&["at", "--lang", code, "--help"]).expect_code(0).stdout;
        for heading in headings {
            assert!(help.contains(heading), "{heading}: {help}");
        }
        assert!(
            !help.contains("[default: control]") || code == "en",
            "{help}"
        );
    }
    for (code, heading) in [("en", "Commands:"), ("ja", "コマンド:"), ("ru", "Команды:")]
    {
        let help = run(&["--lang", code, "--help"]).expect_code(0).stdout;
        assert!(help.contains(heading), "{help}");
        assert!(help.contains("Examples:"), "{help}");
    }
}

#[test]
fn the_window_answers_in_the_language_it_was_left_in() {
    let folder = tempfile::tempdir().unwrap();
    let settings = folder.path().join("settings.json");
    std::fs::write(&settings, r#"{"version": 1, "language": "ja"}"#).unwrap();
    finish(
        program()
            .arg("--bogus")
            .env("KURIL_ATLAS_CONFIG_DIR", folder.path()),
    )
    .expect_code(2)
    .says(&["「--bogus」はここでは使えません。"]);
}
