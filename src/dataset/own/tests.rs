use super::*;
use crate::model::series::Qualifier;

type Place = (Option<usize>, Option<(usize, String)>, Wrong);

fn faults(text: &str) -> Vec<Place> {
    let faults = read_table("t.csv", text.as_bytes()).unwrap_err();
    faults
        .into_iter()
        .map(|fault| (fault.line, fault.column, fault.wrong))
        .collect()
}

#[test]
fn the_template_is_a_table() {
    let series = read_table("own-series.csv", TEMPLATE.as_bytes()).unwrap();
    assert_eq!(series.len(), 1);
    let own = &series[0];
    assert_eq!(own.series.id, "own-own-series-1");
    assert_eq!(own.series.points.len(), 2);
    assert_eq!(own.series.points[1].qualifier, Qualifier::Nearly);
    assert_eq!(
        own.series.points[1].low, None,
        "an empty cell is an open limit"
    );
    assert_eq!(own.sources, ["Where you found it"; 2]);
    let heading = TEMPLATE
        .lines()
        .find(|line| !line.starts_with('#'))
        .unwrap();
    assert_eq!(heading, Column::ALL.map(Column::name).join(","));
}

#[test]
fn tables_of_other_countries_are_read() {
    let text = "\u{feff}Year;Value;Unit;Series\r\n1990;1,5;円;米\r\n1989;\"1 200\";円;米\r\n";
    let series = read_table("米.csv", text.as_bytes()).unwrap();
    let points: Vec<(i16, f64)> = series[0]
        .series
        .points
        .iter()
        .map(|point| (point.year, point.value))
        .collect();
    assert_eq!(
        points,
        [(1989, 1200.0), (1990, 1.5)],
        "in order of the years"
    );
    assert_eq!(series[0].series.id, "own-table-1");
}

#[test]
fn every_fault_is_told_with_its_line_and_column() {
    let column = |number: usize, name: &str| Some((number, name.to_owned()));
    for (text, line, place, wrong) in [
        (
            "series,unit,year\nA,t,1990\n",
            Some(1),
            None,
            Wrong::ColumnMissing("value"),
        ),
        (
            "series,unit,year,valeu,value\n",
            Some(1),
            column(4, "valeu"),
            Wrong::ColumnUnknown("valeu".to_owned()),
        ),
        (
            "series,unit,year,value\n# remark\nA,t,1990,1\nA,t,9O,2\n",
            Some(4),
            column(3, "year"),
            Wrong::NotAYear("9O".to_owned()),
        ),
        (
            "series,unit,year,value\nA,t,1990,about 3\n",
            Some(2),
            column(4, "value"),
            Wrong::NotANumber("about 3".to_owned()),
        ),
        (
            "series;unit;year;value\nA;t;1990;1,234\n",
            Some(2),
            column(4, "value"),
            Wrong::NotANumber("1,234".to_owned()),
        ),
        (
            "series,unit,year,value\nA,,1990,3\n",
            Some(2),
            column(2, "unit"),
            Wrong::Empty,
        ),
        (
            "series,unit,year,value\nA,t,1990,3\nA,t,1990,4\n",
            Some(3),
            column(3, "year"),
            Wrong::YearTwice("A".to_owned()),
        ),
        (
            "series,unit,year,value\nA,t,1990,3\nA,kg,1991,4\n",
            Some(3),
            column(2, "unit"),
            Wrong::Mixed("A".to_owned()),
        ),
        (
            "series,unit,year,value,low\nA,t,1990,3,4\n",
            Some(2),
            column(4, "value"),
            Wrong::OutsideLimits,
        ),
        (
            "series,unit,year,value\nA,t,1990,3,4\n",
            Some(2),
            column(5, ""),
            Wrong::TooManyCells,
        ),
        ("series,unit,year,value\n", None, None, Wrong::NoRows),
    ] {
        assert_eq!(faults(text), [(line, place, wrong)], "{text}");
    }
    let twice = faults("series,unit,year,value\nA,t,x,y\n");
    assert_eq!(twice.len(), 2, "one row may have several faults: {twice:?}");
    let latin = read_table("t.csv", &[b's', 0xff, 0xfe]).unwrap_err();
    assert_eq!(latin[0].wrong, Wrong::NotUtf8);
    for text in ["", "\n", ",,,\n", "\"", "series,unit,year,value\n\"A"] {
        assert!(read_table("t.csv", text.as_bytes()).is_err(), "{text:?}");
    }
}

#[test]
fn a_folder_of_tables_is_read_and_its_faults_are_problems() {
    let folder = tempfile::tempdir().unwrap();
    let mut problems = Vec::new();
    assert!(read_folder(folder.path(), &mut problems).is_empty() && problems.is_empty());
    std::fs::create_dir(folder.path().join(FOLDER)).unwrap();
    let put = |name: &str, text: &str| {
        std::fs::write(folder.path().join(FOLDER).join(name), text).unwrap();
    };
    put("good.csv", TEMPLATE);
    put("readme.txt", "no table");
    assert_eq!(read_folder(folder.path(), &mut problems).len(), 1);
    put("bad.CSV", "series,unit,year,value\nA,t,then,3\n");
    read_folder(folder.path(), &mut problems);
    assert_eq!(
        problems[0].to_string(),
        "series/bad.CSV:2: column 3 (year): \"then\" is not a year of four digits"
    );
}
