//! What a chart's axes run over, and how the reader moves within them. Pure arithmetic.

use crate::model::language::Language;
use crate::text::format;

use super::Extent;

/// Years of room before the first and after the last.
const MARGIN_YEARS: f64 = 0.7;
/// Room below and above the values, as a share of their range.
const BELOW: f64 = 0.03;
const ABOVE: f64 = 0.09;
/// The shortest window, in years.
const SHORTEST: f64 = 2.0;

/// The part of the axes that is seen; values as they stand on the axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Window {
    pub years: [f64; 2],
    pub values: [f64; 2],
}

/// The axes of a chart: years across; values upward, from zero or as their logarithms.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Axes {
    extent: Extent,
    is_log: bool,
}

impl Axes {
    /// Axes that hold all of an extent; logarithmic only where every value is above zero.
    #[must_use]
    pub fn new(extent: Extent, is_log: bool) -> Self {
        let is_log = is_log && extent.values[0] >= 0.0 && extent.least.is_finite();
        Self { extent, is_log }
    }

    /// Whether the axis of values is logarithmic.
    #[must_use]
    pub const fn is_log(&self) -> bool {
        self.is_log
    }

    /// Whether a label may have four digits or more.
    #[must_use]
    pub const fn has_long_numbers(&self) -> bool {
        self.extent.values[1] >= 1000.0
    }

    /// Where a value stands on its axis; `None` where the axis does not have it.
    #[must_use]
    pub fn on_axis(&self, value: f64) -> Option<f64> {
        if !self.is_log {
            return Some(value);
        }
        (value > 0.0).then(|| value.log10())
    }

    /// The value at a place of the axis.
    #[must_use]
    pub fn value(&self, on_axis: f64) -> f64 {
        if self.is_log {
            10.0_f64.powf(on_axis)
        } else {
            on_axis
        }
    }

    /// Where zero is.
    #[must_use]
    pub const fn zero(&self) -> Option<f64> {
        if self.is_log { None } else { Some(0.0) }
    }

    /// All there is, with some room around it.
    #[must_use]
    pub fn whole(&self) -> Window {
        let [first, last] = self.extent.years;
        let [lowest, highest] = if self.is_log {
            [self.extent.least.log10(), self.extent.values[1].log10()]
        } else {
            self.extent.values
        };
        let range = (highest - lowest).max(0.2);
        Window {
            years: [first - MARGIN_YEARS, last + MARGIN_YEARS],
            values: [lowest - range * BELOW, highest + range * ABOVE],
        }
    }

    /// A window a factor nearer (above 1) about a point, or its middle; `None` is the whole.
    #[must_use]
    pub fn zoomed(&self, window: Window, factor: f64, about: Option<[f64; 2]>) -> Option<Window> {
        let whole = self.whole();
        let middle = |[from, to]: [f64; 2]| f64::midpoint(from, to);
        let [x, y] = about.unwrap_or([middle(window.years), middle(window.values)]);
        let longest = whole.years[1] - whole.years[0];
        let length = (window.years[1] - window.years[0]) / factor;
        if length >= longest - 1e-6 {
            return None;
        }
        let factor = (window.years[1] - window.years[0]) / length.max(SHORTEST.min(longest));
        let about =
            |[from, to]: [f64; 2], at: f64| [at + (from - at) / factor, at + (to - at) / factor];
        let nearer = Window {
            years: about(window.years, x),
            values: about(window.values, y),
        };
        Some(self.panned(nearer, [0.0; 2]))
    }

    /// A window moved by years and values, but not beyond what there is.
    #[must_use]
    pub fn panned(&self, window: Window, by: [f64; 2]) -> Window {
        let whole = self.whole();
        let moved = |[from, to]: [f64; 2], by: f64, [first, last]: [f64; 2]| {
            let length = to - from;
            let from = (from + by).min(last - length).max(first);
            [from, from + length]
        };
        Window {
            years: moved(window.years, by[0], whole.years),
            values: moved(window.values, by[1], whole.values),
        }
    }

    /// The lines of the axis of values between two places, in steps of at most so many parts.
    #[must_use]
    pub fn lines(&self, [bottom, top]: [f64; 2], parts: f64) -> Vec<f64> {
        if self.is_log {
            return Self::log_lines(bottom, top);
        }
        multiples(bottom, top, step(top - bottom, parts))
    }

    /// The text of a line of the axis of values.
    #[must_use]
    pub fn label(&self, on_axis: f64, step: f64, language: Language) -> String {
        let value = self.value(on_axis);
        let decimals = if step < 0.1 {
            2
        } else {
            usize::from(step < 1.0 || (self.is_log && value < 1.0))
        };
        format::number(language, value, decimals)
    }

    /// The lines of a logarithmic axis: powers of ten, and twice and five times as much.
    fn log_lines(bottom: f64, top: f64) -> Vec<f64> {
        let mut lines = Vec::new();
        let mut power = bottom.floor();
        while power <= top {
            for part in [1.0_f64, 2.0, 5.0] {
                let value = power + part.log10();
                if (bottom..=top).contains(&value) {
                    lines.push(value);
                }
            }
            power += 1.0;
        }
        lines
    }
}

/// The finest of 1, 2, 5, 10, 20 … and of their tenths that cuts `range` into at most `parts`.
#[must_use]
pub fn step(range: f64, parts: f64) -> f64 {
    let least = range / parts.max(1.0);
    let power = 10.0_f64.powf(least.log10().floor());
    [1.0, 2.0, 5.0, 10.0]
        .into_iter()
        .map(|factor| factor * power)
        .find(|step| *step >= least)
        .unwrap_or(10.0 * power)
}

/// The multiples of a step from one value to another.
#[must_use]
pub fn multiples(from: f64, to: f64, step: f64) -> Vec<f64> {
    let first = (from / step).ceil() * step;
    (0..1000)
        .map(|number: u32| first + f64::from(number) * step)
        .take_while(|value| *value <= to)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn axes(is_log: bool) -> Axes {
        let extent = Extent {
            years: [1979.0, 1990.0],
            values: [0.0, 6.0],
            least: 1.5,
        };
        Axes::new(extent, is_log)
    }

    #[test]
    fn zooming_out_ends_at_the_whole_and_panning_at_its_edges() {
        for is_log in [false, true] {
            let axes = axes(is_log);
            let whole = axes.whole();
            let near = axes.zoomed(whole, 2.0, None).unwrap();
            let length = |window: Window| window.years[1] - window.years[0];
            assert!((length(near) * 2.0 - length(whole)).abs() < 1e-9);
            assert_eq!(axes.zoomed(near, 0.5, None), None);
            let far = axes.panned(near, [-100.0, 100.0]);
            assert!((far.years[0] - whole.years[0]).abs() < 1e-9);
            assert!((far.values[1] - whole.values[1]).abs() < 1e-9);
            let nearest = axes.zoomed(whole, 1e6, Some([1985.0, 3.0])).unwrap();
            assert!(length(nearest) >= SHORTEST - 1e-9);
        }
    }

    #[test]
    fn a_logarithmic_axis_has_no_zero_and_comes_back() {
        let axes = axes(true);
        assert_eq!((axes.zero(), axes.on_axis(0.0)), (None, None));
        assert!((axes.value(axes.on_axis(4.4).unwrap()) - 4.4).abs() < 1e-9);
        let whole = axes.whole();
        assert!(axes.lines(whole.values, 10.0).len() >= 2);
        let below_zero = Extent {
            years: [1979.0, 1990.0],
            values: [-0.8, 6.0],
            least: 1.5,
        };
        assert!(!Axes::new(below_zero, true).is_log());
    }
}
