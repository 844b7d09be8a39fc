//! Reads the words and numbers of the arguments.

use std::ops::RangeInclusive;

use clap::builder::{PossibleValuesParser, TypedValueParser};

use crate::host::Content;
use crate::host::scrub;
use crate::host::window::Renderer;
use crate::lesson::quiz::Code;
use crate::model::language::{Language, Naming};
use crate::model::shown::Chart;
use crate::state::screen::Palette;
use crate::state::view_state::{Page, Preset, Theme, View};
use crate::text::{Catalog, Key};

use super::args::Maps;

/// Why a value cannot be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Wrong {
    key: Key,
    /// The bounds of what can be written.
    bounds: [String; 2],
}

impl Wrong {
    fn form(key: Key) -> Self {
        Self::range(key, &"", &"")
    }

    fn range(key: Key, least: &impl ToString, most: &impl ToString) -> Self {
        Self {
            key,
            bounds: [least.to_string(), most.to_string()],
        }
    }

    /// The reason in a language.
    pub fn told(&self, language: Language) -> String {
        let [least, most] = &self.bounds;
        Catalog::of(language).fill(self.key, &[("least", least), ("most", most)])
    }
}

impl std::fmt::Display for Wrong {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.told(Language::English))
    }
}

impl std::error::Error for Wrong {}

/// Reads one of a few words; another word is an error that lists them.
pub fn choice<T: Copy + Send + Sync + 'static>(
    all: &'static [T],
    id: fn(T) -> &'static str,
) -> impl TypedValueParser<Value = T> {
    PossibleValuesParser::new(all.iter().map(|value| id(*value))).try_map(move |word| {
        all.iter()
            .copied()
            .find(|value| id(*value) == word)
            .ok_or("is not known here")
    })
}

pub fn language_parser() -> impl TypedValueParser<Value = Language> {
    choice(&Language::ALL, Language::code)
}

pub fn view_parser() -> impl TypedValueParser<Value = View> {
    choice(&View::ALL, View::id)
}

pub fn naming_parser() -> impl TypedValueParser<Value = Naming> {
    choice(&Naming::ALL, Naming::id)
}

pub fn theme_parser() -> impl TypedValueParser<Value = Theme> {
    choice(&Theme::ALL, Theme::id)
}

pub fn palette_parser() -> impl TypedValueParser<Value = Palette> {
    choice(&Palette::ALL, Palette::id)
}

pub fn content_parser() -> impl TypedValueParser<Value = Content> {
    choice(&Content::ALL, Content::id)
}

pub fn chart_parser() -> impl TypedValueParser<Value = Chart> {
    choice(&Chart::ALL, Chart::id)
}

pub fn renderer_parser() -> impl TypedValueParser<Value = Renderer> {
    choice(&Renderer::ALL, Renderer::id)
}

pub fn scrub_renderer_parser() -> impl TypedValueParser<Value = scrub::Renderer> {
    choice(&scrub::Renderer::ALL, scrub::Renderer::id)
}

pub fn page_parser() -> impl TypedValueParser<Value = Page> {
    choice(&Page::ALL, Page::id)
}

pub fn maps_parser() -> impl TypedValueParser<Value = Maps> {
    choice(&Maps::ALL, Maps::id)
}

pub fn look_parser() -> impl TypedValueParser<Value = Preset> {
    choice(&Preset::ALL, Preset::id)
}

/// The sides a picture may have, in pixels.
const SIDES: std::ops::RangeInclusive<usize> = 64..=8192;

pub fn size(text: &str) -> Result<[usize; 2], Wrong> {
    let sides = text
        .split_once(['x', 'X', '×'])
        .and_then(|(width, height)| {
            let side = |side: &str| side.trim().parse::<usize>().ok();
            Some([side(width)?, side(height)?])
        });
    match sides {
        Some(sides) if sides.iter().all(|side| SIDES.contains(side)) => Ok(sides),
        Some(_) => Err(Wrong::range(Key::CliSizeRange, SIDES.start(), SIDES.end())),
        None => Err(Wrong::form(Key::CliSizeForm)),
    }
}

/// A number within bounds, both included.
fn within<T>(text: &str, bounds: RangeInclusive<T>) -> Result<T, Wrong>
where
    T: std::str::FromStr + PartialOrd + ToString,
{
    match text.parse::<T>() {
        Ok(number) if bounds.contains(&number) => Ok(number),
        _ => Err(Wrong::range(
            Key::CliNumberRange,
            bounds.start(),
            bounds.end(),
        )),
    }
}

pub fn scale(text: &str) -> Result<f32, Wrong> {
    within(text, 0.5..=4.0)
}

pub fn minutes(text: &str) -> Result<f64, Wrong> {
    within(text, 0.01..=600.0)
}

/// A year of the atlas.
pub fn year(text: &str) -> Result<i16, Wrong> {
    within(text, 1792..=2025)
}

pub fn times(text: &str) -> Result<u32, Wrong> {
    within(text, 1..=10_000)
}

pub fn step(text: &str) -> Result<u16, Wrong> {
    within(text, 1..=u16::MAX)
}

pub fn code(text: &str) -> Result<Code, Wrong> {
    text.parse().map_err(|_| Wrong::form(Key::CliCodeForm))
}

pub fn point(text: &str) -> Result<[f64; 2], Wrong> {
    let degrees = text.split_once(',').and_then(|(longitude, latitude)| {
        let degrees = |part: &str| part.trim().parse::<f64>().ok();
        Some([degrees(longitude)?, degrees(latitude)?])
    });
    match degrees {
        Some([longitude, latitude])
            if (-180.0..=360.0).contains(&longitude) && (-90.0..=90.0).contains(&latitude) =>
        {
            Ok([longitude, latitude])
        }
        Some(_) => Err(Wrong::form(Key::CliPointRange)),
        None => Err(Wrong::form(Key::CliPointForm)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_scales_and_points_are_held_to_their_ranges() {
        assert_eq!(size("1920x1080"), Ok([1920, 1080]));
        assert_eq!(size("64×8192"), Ok([64, 8192]));
        for text in [
            "",
            "x",
            "63x100",
            "100x8193",
            "1920",
            "1920x",
            "-1x5",
            "1e3x1e3",
            "99999999999999999999x100",
        ] {
            assert!(size(text).is_err(), "{text}");
        }
        for text in ["0", "nan", "inf", "-1", "4.1", "", "two"] {
            assert!(scale(text).is_err(), "{text}");
        }
        assert_eq!(point("-170.5, 65"), Ok([-170.5, 65.0]));
        for text in [
            "146", "44.1;146", "nan,44", "146,91", "146,44,1", ",", "361,0",
        ] {
            assert!(point(text).is_err(), "{text}");
        }
    }
}
