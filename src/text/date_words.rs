//! Words of dates: short names for axes, and dates as people type them.
//!
//! Beside EDTF ([`HistoricalDate`]) a typed date may be plain: `aug 1945`, `28 August 1945`,
//! `1945年8月28日`, `昭和20年`, `август 1945`, `28.8.1945`, `1870s`, `ок. 1905`. All three languages
//! are understood whatever the language of the interface.

use crate::model::date::{DateError, Day, HistoricalDate};
use crate::model::language::Language;

use super::rules;

/// The short name of a day's month: `Aug`, `8月`, `авг.`
#[must_use]
pub fn short_month(language: Language, day: Day) -> String {
    rules::short_month(language, day)
}

/// The day of the month: `28`, `28日`.
#[must_use]
pub fn day_of_month(language: Language, day: Day) -> String {
    rules::day_of_month(language, day)
}

/// Beginnings of the names of months, longest first where one begins another.
const MONTHS: [(&str, u16); 26] = [
    ("jan", 1),
    ("feb", 2),
    ("mar", 3),
    ("apr", 4),
    ("may", 5),
    ("jun", 6),
    ("jul", 7),
    ("aug", 8),
    ("sep", 9),
    ("oct", 10),
    ("nov", 11),
    ("dec", 12),
    ("янв", 1),
    ("фев", 2),
    ("мар", 3),
    ("апр", 4),
    ("май", 5),
    ("мая", 5),
    ("мае", 5),
    ("июн", 6),
    ("июл", 7),
    ("авг", 8),
    ("сен", 9),
    ("окт", 10),
    ("ноя", 11),
    ("дек", 12),
];

/// Seasons with their EDTF numbers.
const SEASONS: [(&str, u16); 17] = [
    ("spring", 21),
    ("summer", 22),
    ("autumn", 23),
    ("fall", 23),
    ("winter", 24),
    ("春", 21),
    ("夏", 22),
    ("秋", 23),
    ("冬", 24),
    ("весна", 21),
    ("весной", 21),
    ("лето", 22),
    ("летом", 22),
    ("осень", 23),
    ("осенью", 23),
    ("зима", 24),
    ("зимой", 24),
];

/// Japanese eras with the year before their first.
const ERAS: [(&str, u16); 5] = [
    ("明治", 1867),
    ("大正", 1911),
    ("昭和", 1925),
    ("平成", 1988),
    ("令和", 2018),
];

/// Before this year Japan counted months by the moon: a Meiji month cannot be taken over.
const SOLAR_FROM: u16 = 1873;

/// Words that say nothing about the date.
const IDLE: [&str; 16] = [
    "the", "of", "in", "year", "th", "st", "nd", "rd", "г", "гг", "год", "года", "году", "в", "日",
    "月",
];

const ABOUT_BEFORE: [&str; 9] = [
    "about",
    "around",
    "circa",
    "ca",
    "c",
    "около",
    "ок",
    "примерно",
    "約",
];
const ABOUT_BEHIND: [&str; 2] = ["頃", "ごろ"];

/// Reads a date as it was typed.
///
/// # Errors
/// When the text is no date, or the date does not exist.
pub fn read(text: &str) -> Result<HistoricalDate, DateError> {
    match text.parse::<HistoricalDate>() {
        Err(DateError::Form(_)) => {}
        known => return known,
    }
    let form = || DateError::Form(text.trim().to_owned());
    let edtf = edtf_of(text).ok_or_else(form)?;
    edtf.parse::<HistoricalDate>().map_err(|error| match error {
        DateError::Form(_) => form(),
        DateError::Calendar(_) => DateError::Calendar(text.trim().to_owned()),
    })
}

/// What a piece of the text can be.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Number(u16, usize),
    Word(String),
}

/// Splits into numbers and words; each kanji or kana is a word of its own.
fn pieces(text: &str) -> Option<Vec<Piece>> {
    let mut found: Vec<Piece> = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let run = |keep: &dyn Fn(char) -> bool| rest.find(|next| !keep(next)).unwrap_or(rest.len());
        let length = if first.is_ascii_digit() {
            let length = run(&|next| next.is_ascii_digit());
            if length > 4 {
                return None;
            }
            found.push(Piece::Number(rest[..length].parse().ok()?, length));
            length
        } else if is_han_or_kana(first) {
            found.push(Piece::Word(first.to_string()));
            first.len_utf8()
        } else if first.is_alphabetic() {
            let length = run(&|next| next.is_alphabetic() && !is_han_or_kana(next));
            found.push(Piece::Word(rest[..length].to_owned()));
            length
        } else if first.is_whitespace() || ".,-/–'’".contains(first) {
            first.len_utf8()
        } else {
            return None;
        };
        rest = &rest[length..];
    }
    Some(found)
}

fn is_han_or_kana(letter: char) -> bool {
    ('\u{3040}'..='\u{30ff}').contains(&letter) || ('\u{4e00}'..='\u{9fff}').contains(&letter)
}

/// Full-width digits and signs become plain ones, capitals small ones.
fn plain(text: &str) -> String {
    let narrow = |letter: char| match letter {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
        '\u{3000}' => ' ',
        _ => letter,
    };
    text.trim()
        .chars()
        .map(narrow)
        .flat_map(char::to_lowercase)
        .collect()
}

/// What has been understood so far.
#[derive(Default)]
struct Found {
    year: Option<u16>,
    month: Option<u16>,
    day: Option<u16>,
    season: Option<u16>,
    decade: bool,
    era: Option<u16>,
    /// Numbers nobody has named, with their digits, in order.
    loose: Vec<(u16, usize)>,
}

/// The EDTF text of a plain date; `None` where it is none.
fn edtf_of(text: &str) -> Option<String> {
    let mut body = plain(text);
    let mut mark = "";
    for (sign, text) in [('?', "?"), ('~', "~"), ('%', "%")] {
        if let Some(shorter) = body.strip_suffix(sign) {
            (body, mark) = (shorter.to_owned(), text);
            break;
        }
    }
    for behind in ABOUT_BEHIND {
        if let Some(shorter) = body.strip_suffix(behind) {
            (body, mark) = (shorter.to_owned(), "~");
        }
    }
    for (era, base) in ERAS {
        if let Some(behind) = body.strip_prefix(era) {
            let behind = behind
                .strip_prefix('元')
                .map_or_else(|| behind.to_owned(), |rest| format!("1{rest}"));
            let mut found = understand(&pieces(&behind)?)?;
            found.era = Some(base);
            return found.edtf(mark);
        }
    }
    let mut pieces = pieces(&body)?;
    if let Some(Piece::Word(word)) = pieces.first()
        && ABOUT_BEFORE.contains(&word.as_str())
    {
        pieces.remove(0);
        mark = "~";
    }
    understand(&pieces)?.edtf(mark)
}

fn understand(pieces: &[Piece]) -> Option<Found> {
    let mut found = Found::default();
    let mut index = 0;
    while index < pieces.len() {
        let word_at = |at: usize| match pieces.get(at) {
            Some(Piece::Word(word)) => word.as_str(),
            _ => "",
        };
        match &pieces[index] {
            Piece::Number(number, digits) => match (word_at(index + 1), word_at(index + 2)) {
                ("年", "代") | ("s" | "е" | "х", _) => {
                    (found.year, found.decade) = (Some(*number), true);
                    index += if word_at(index + 1) == "年" { 2 } else { 1 };
                }
                ("年", _) => {
                    found.year = Some(*number);
                    index += 1;
                }
                ("月", _) => found.month = Some(*number),
                ("日", _) => found.day = Some(*number),
                _ => found.loose.push((*number, *digits)),
            },
            Piece::Word(word) => found.word(word)?,
        }
        index += 1;
    }
    Some(found)
}

impl Found {
    fn word(&mut self, word: &str) -> Option<()> {
        if let Some((_, season)) = SEASONS.iter().find(|(name, _)| *name == word) {
            self.season = Some(*season);
        } else if let Some((_, month)) = MONTHS.iter().find(|(start, _)| word.starts_with(start)) {
            if self.month.is_some() {
                return None;
            }
            self.month = Some(*month);
        } else if !IDLE.contains(&word) {
            return None;
        }
        Some(())
    }

    /// Gives the unnamed numbers their meaning: four digits are the year; a month that is not named
    /// stands beside the year.
    fn settle(&mut self) -> Option<()> {
        if self.year.is_none() {
            let at = self.loose.iter().position(|(_, digits)| *digits == 4)?;
            self.year = Some(self.loose.remove(at).0);
            if self.loose.iter().any(|(_, digits)| *digits > 2) {
                return None;
            }
            let year_first = at == 0;
            if let (None, [(one, _), (other, _)]) = (self.month, self.loose.as_slice()) {
                // The day comes first where the year comes last, as the atlas itself writes; a
                // number beyond 12 can only be a day.
                let (month, day) = if year_first || (*other > 12 && *one <= 12) {
                    (*one, *other)
                } else {
                    (*other, *one)
                };
                (self.month, self.day) = (Some(month), Some(day));
                self.loose.clear();
            }
        }
        match (self.loose.as_slice(), self.month, self.day) {
            ([], _, _) => {}
            ([(number, _)], None, None) => self.month = Some(*number),
            ([(number, _)], Some(_), None) => self.day = Some(*number),
            _ => return None,
        }
        Some(())
    }

    fn edtf(mut self, mark: &str) -> Option<String> {
        self.settle()?;
        let mut year = self.year?;
        if let Some(base) = self.era {
            year = year.checked_add(base).filter(|_| year > 0)?;
            if year < SOLAR_FROM && (self.month.is_some() || self.season.is_some()) {
                return None;
            }
        }
        let rest = (self.month, self.day, self.season);
        if self.decade {
            let plain = year.is_multiple_of(10) && year >= 1000 && rest == (None, None, None);
            return plain.then(|| format!("{:03}X{mark}", year / 10));
        }
        match rest {
            (None, None, None) => Some(format!("{year:04}{mark}")),
            (None, None, Some(season)) => Some(format!("{year:04}-{season}{mark}")),
            // Months above 20 are seasons in EDTF; whoever types a plain 21 means no season.
            (Some(month), _, None) if month > 12 => Some(format!("{year:04}-13-01")),
            (Some(month), None, None) => Some(format!("{year:04}-{month:02}{mark}")),
            (Some(month), Some(day), None) => Some(format!("{year:04}-{month:02}-{day:02}{mark}")),
            _ => None,
        }
    }
}
