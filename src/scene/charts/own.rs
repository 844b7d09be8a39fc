//! What is wrong with a table of the reader's own, in the reader's language.

use crate::dataset::own::{Fault, Wrong};
use crate::model::language::Language;
use crate::text::{Catalog, Key};

/// How many faults are told; the first ones say enough to mend a table.
const TOLD: usize = 4;

/// Why a table was not added: its first faults, one a line, each with its line and column.
#[must_use]
pub fn failure(file: &str, faults: &[Fault], language: Language) -> String {
    let texts = Catalog::of(language);
    let mut lines = vec![texts.fill(Key::OwnFailed, &[("file", file)])];
    lines.extend(faults.iter().take(TOLD).map(|fault| told(fault, texts)));
    if let Some(more) = faults.len().checked_sub(TOLD).filter(|more| *more > 0) {
        lines.push(texts.fill(Key::FaultMore, &[("count", &more.to_string())]));
    }
    lines.join("\n")
}

/// That a table was added.
#[must_use]
pub fn success(file: &str, count: usize, language: Language) -> String {
    let values = [("file", file), ("count", &count.to_string())];
    Catalog::of(language).fill(Key::OwnJoined, &values)
}

fn told(fault: &Fault, texts: &Catalog) -> String {
    let wrong = wrong(&fault.wrong, texts);
    let Some(line) = fault.line else {
        return wrong;
    };
    let line = line.to_string();
    match &fault.column {
        Some((number, name)) => {
            let column = format!("{number} {name}");
            let values = [
                ("line", line.as_str()),
                ("column", column.trim()),
                ("wrong", &wrong),
            ];
            texts.fill(Key::FaultPlace, &values)
        }
        None => texts.fill(Key::FaultLine, &[("line", &line), ("wrong", &wrong)]),
    }
}

fn wrong(wrong: &Wrong, texts: &Catalog) -> String {
    let with = |key: Key, text: &str| texts.fill(key, &[("text", text)]);
    match wrong {
        Wrong::Unreadable(text) => with(Key::FaultUnreadable, text),
        Wrong::TooLarge => texts.get(Key::FaultTooLarge).to_owned(),
        Wrong::NotUtf8 => texts.get(Key::FaultNotUtf8).to_owned(),
        Wrong::NoRows => texts.get(Key::FaultNoRows).to_owned(),
        Wrong::ColumnMissing(name) => with(Key::FaultColumnMissing, name),
        Wrong::ColumnUnknown(name) => with(Key::FaultColumnUnknown, name),
        Wrong::ColumnTwice(name) => with(Key::FaultColumnTwice, name),
        Wrong::TooManyCells => texts.get(Key::FaultTooManyCells).to_owned(),
        Wrong::Empty => texts.get(Key::FaultEmpty).to_owned(),
        Wrong::NotAYear(text) => with(Key::FaultYear, text),
        Wrong::NotANumber(text) => with(Key::FaultNumber, text),
        Wrong::UnknownWord { word, known } => {
            texts.fill(Key::FaultWord, &[("text", word), ("known", known)])
        }
        Wrong::OutsideLimits => texts.get(Key::FaultLimits).to_owned(),
        Wrong::YearTwice(name) => with(Key::FaultYearTwice, name),
        Wrong::Mixed(name) => with(Key::FaultMixed, name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::own::read_table;

    #[test]
    fn a_failure_names_line_and_column_in_every_language() {
        let table = "series,unit,year,value\nA,t,1990,many\nA,t,x,1\nA,t,y,1\nA,t,z,1\nA,t,,1\n";
        let faults = read_table("t.csv", table.as_bytes()).unwrap_err();
        for (language, expected) in Language::ALL.into_iter().zip([
            "line 2, column 4 value: “many” is not a number",
            "2行目・列 4 value：「many」は数ではありません",
            "строка 2, столбец 4 value: «many» — не число",
        ]) {
            let text = failure("t.csv", &faults, language);
            let lines: Vec<&str> = text.lines().collect();
            assert_eq!(lines.len(), 2 + TOLD, "{text}");
            assert_eq!(lines[1], expected);
        }
    }
}
