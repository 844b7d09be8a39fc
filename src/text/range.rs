//! From one date to another, without saying the same month or year twice. (The locale library's own
//! ranges are still marked as unfinished.)

use crate::model::date::{Certainty, HistoricalDate, Precision};
use crate::model::language::Language;

use super::format;

/// What two dates have in common.
enum Common {
    Nothing,
    Year,
    Month,
    /// Both are years.
    Years,
}

fn common(from: HistoricalDate, to: HistoricalDate) -> Common {
    let exact = from.certainty() == Certainty::Exact && to.certainty() == Certainty::Exact;
    let (first, last) = (from.first_day(), to.first_day());
    match (from.precision(), to.precision()) {
        _ if !exact => Common::Nothing,
        (Precision::Day, Precision::Day) if first.first_of_month() == last.first_of_month() => {
            Common::Month
        }
        (Precision::Day, Precision::Day) if first.year() == last.year() => Common::Year,
        (Precision::Year, Precision::Year) => Common::Years,
        _ => Common::Nothing,
    }
}

/// A stretch of time: `18 August – 5 September 1945`, `1945年8月18日〜9月5日`,
/// `18 августа – 5 сентября 1945 г.`; both ends belong to it.
#[must_use]
pub fn range(language: Language, from: HistoricalDate, to: HistoricalDate) -> String {
    let (first, last) = (from.first_day(), to.first_day());
    let (_, _, day) = first.ymd();
    let whole = |date| format::historical(language, date);
    match (language, common(from, to)) {
        (Language::English | Language::Russian, Common::Month) => format!("{day}–{}", whole(to)),
        (Language::English | Language::Russian, Common::Year) => {
            format!("{} – {}", format::day_of_year(language, first), whole(to))
        }
        (Language::English, Common::Years) => format!("{}–{}", first.year(), last.year()),
        (Language::Russian, Common::Years) => {
            format!("{}–{}\u{a0}гг.", first.year(), last.year())
        }
        (Language::Japanese, Common::Month) => {
            let (_, _, end) = last.ymd();
            format!("{}〜{end}日", whole(from))
        }
        (Language::Japanese, Common::Year) => {
            format!("{}〜{}", whole(from), format::day_of_year(language, last))
        }
        (Language::Japanese, Common::Years) => format!("{}〜{}年", first.year(), last.year()),
        (Language::Japanese, Common::Nothing) => format!("{}〜{}", whole(from), whole(to)),
        (_, Common::Nothing) => format!("{} – {}", whole(from), whole(to)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_said_twice() {
        for (from, to, expected) in [
            (
                "1945-08-18",
                "1945-09-05",
                [
                    "18 August – 5 September 1945",
                    "1945年8月18日〜9月5日",
                    "18 августа – 5 сентября 1945\u{a0}г.",
                ],
            ),
            (
                "1991-12-25",
                "1991-12-26",
                [
                    "25–26 December 1991",
                    "1991年12月25日〜26日",
                    "25–26 декабря 1991\u{a0}г.",
                ],
            ),
            (
                "1956",
                "1959",
                ["1956–1959", "1956〜1959年", "1956–1959\u{a0}гг."],
            ),
            (
                "1904-02-08",
                "1905-09-05",
                [
                    "8 February 1904 – 5 September 1905",
                    "1904年2月8日〜1905年9月5日",
                    "8 февраля 1904\u{a0}г. – 5 сентября 1905\u{a0}г.",
                ],
            ),
            (
                "1956~",
                "1959",
                [
                    "about 1956 – 1959",
                    "1956年頃〜1959年",
                    "ок. 1956\u{a0}г. – 1959\u{a0}г.",
                ],
            ),
        ] {
            for (language, expected) in Language::ALL.into_iter().zip(expected) {
                let (from, to) = (from.parse().unwrap(), to.parse().unwrap());
                assert_eq!(range(language, from, to), expected);
            }
        }
    }
}
