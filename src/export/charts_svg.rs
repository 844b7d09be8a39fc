//! Charts as SVG: the same figures, wordings and sources as on the screen, drawn for print.

mod marks;
mod polls;

use std::collections::HashMap;
use std::fmt::Write as _;

use crate::model::language::Language;
use crate::scene::charts::axes::{Axes, Window, multiples, step};
use crate::scene::charts::{ChartPicture, Drawn, Form, Ink, Origin, Quantity, Sheet, position};
use crate::scene::details::SourceLine;
use crate::text::{Catalog, Key, format};

use super::svg_text::{escape, wrap};

/// A colour: red, green and blue.
pub type Rgb = [u8; 3];

/// The colours of a chart, from the theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChartColours {
    pub paper: Rgb,
    pub ink: Rgb,
    pub ink_soft: Rgb,
    pub hairline: Rgb,
    pub accent: Rgb,
    pub favourable: Rgb,
    pub unfavourable: Rgb,
    pub remainder: Rgb,
    pub series: [Rgb; 4],
}

/// The width of the drawing, in its own units.
const WIDTH: f64 = 1200.0;
const MARGIN: f64 = 40.0;
/// Room for the labels of the value axis.
const GUTTER: f64 = 70.0;
const PLOT_HEIGHT: f64 = 520.0;
const MARK: f64 = 6.0;
const CAP: f64 = 12.0;
const OPEN: f64 = 30.0;
/// How far apart marks stand that would hide each other.
const DODGE: f64 = 20.0;

/// Draws charts one below the other.
#[must_use]
pub fn draw(pictures: &[ChartPicture], colours: &ChartColours, language: Language) -> String {
    let mut pen = Pen {
        body: String::with_capacity(1 << 15),
        y: MARGIN,
        colours,
        texts: Catalog::of(language),
        language,
    };
    for picture in pictures {
        pen.picture(picture);
        pen.y += MARGIN;
    }
    let height = pen.y;
    let title = pictures
        .first()
        .map_or("", |picture| picture.title.as_str());
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{height:.0}\" \
         viewBox=\"0 0 {WIDTH} {height:.0}\" lang=\"{}\" \
         font-family=\"'Noto Sans','Noto Sans JP',sans-serif\" font-size=\"15\">\n\
         <title>{}</title>\n<rect width=\"100%\" height=\"100%\" fill=\"{}\"/>\n{}</svg>\n",
        language.code(),
        escape(title),
        hex(colours.paper),
        pen.body
    )
}

fn hex([red, green, blue]: Rgb) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

/// Where years and values lie on the drawing.
struct Plot {
    axes: Axes,
    window: Window,
    top: f64,
}

impl Plot {
    const LEFT: f64 = MARGIN + GUTTER;
    const RIGHT: f64 = WIDTH - MARGIN;

    fn x(&self, year: f64) -> f64 {
        let [from, to] = self.window.years;
        Self::LEFT + (year - from) / (to - from) * (Self::RIGHT - Self::LEFT)
    }

    /// Of a place of the axis of values.
    fn y(&self, on_axis: f64) -> f64 {
        let [from, to] = self.window.values;
        self.top + (to - on_axis) / (to - from) * PLOT_HEIGHT
    }

    fn y_of(&self, value: f64) -> Option<f64> {
        self.axes.on_axis(value).map(|on_axis| self.y(on_axis))
    }

    fn bottom(&self) -> f64 {
        self.top + PLOT_HEIGHT
    }
}

/// How far marks of one year that would hide each other stand aside, by quantity and figure.
fn aside(plot: &Plot, quantities: &[&Quantity]) -> HashMap<(usize, usize), f64> {
    let mut placed: Vec<(usize, usize, f64, f64)> = Vec::new();
    for (order, quantity) in quantities.iter().enumerate() {
        for (index, figure) in quantity.figures.iter().enumerate() {
            let y = plot.y_of(figure.value);
            placed.extend(y.map(|y| (order, index, plot.x(figure.x), y)));
        }
    }
    placed.sort_by(|one, other| one.2.total_cmp(&other.2).then(one.3.total_cmp(&other.3)));
    let hides = |one: &(usize, usize, f64, f64), other: &(usize, usize, f64, f64)| {
        (one.2 - other.2).abs() < 0.5 && (one.3 - other.3).abs() < 2.0 * MARK + 3.0
    };
    let mut aside = HashMap::new();
    for crowd in placed.chunk_by(hides).filter(|crowd| crowd.len() > 1) {
        let mut crowd: Vec<(usize, usize)> = crowd
            .iter()
            .map(|(order, index, ..)| (*order, *index))
            .collect();
        crowd.sort_unstable();
        let mut x = -0.5 * DODGE * f64::from(u8::try_from(crowd.len() - 1).unwrap_or(u8::MAX));
        for mark in crowd {
            aside.insert(mark, x);
            x += DODGE;
        }
    }
    aside
}

/// Writes downwards.
struct Pen<'a> {
    body: String,
    y: f64,
    colours: &'a ChartColours,
    texts: &'static Catalog,
    language: Language,
}

impl Pen<'_> {
    fn put(&mut self, arguments: std::fmt::Arguments<'_>) {
        // Writing to a text cannot fail.
        let _ = self.body.write_fmt(arguments);
        self.body.push('\n');
    }

    fn ink(&self, ink: Ink) -> String {
        hex(match ink {
            Ink::Series(number) => self.colours.series[number % self.colours.series.len()],
            Ink::Favourable => self.colours.favourable,
            Ink::Unfavourable => self.colours.unfavourable,
        })
    }

    fn text(&mut self, [x, y]: [f64; 2], size: f64, fill: Rgb, more: &str, text: &str) {
        let (fill, text) = (hex(fill), escape(text));
        self.put(format_args!(
            "<text x=\"{x:.1}\" y=\"{y:.1}\" font-size=\"{size}\" fill=\"{fill}\" {more}>{text}</text>"
        ));
    }

    fn line(&mut self, [x1, y1, x2, y2]: [f64; 4], stroke: &str, width: f64) {
        self.put(format_args!(
            "<line x1=\"{x1:.1}\" y1=\"{y1:.1}\" x2=\"{x2:.1}\" y2=\"{y2:.1}\" stroke=\"{stroke}\" stroke-width=\"{width}\"/>"
        ));
    }

    /// A text over as many lines as it takes.
    fn paragraph(&mut self, text: &str, size: f64, fill: Rgb) {
        for line in wrap(text, (WIDTH - 2.0 * MARGIN) / size) {
            self.y += size * 1.4;
            self.text([MARGIN, self.y], size, fill, "", &line);
        }
    }

    fn picture(&mut self, picture: &ChartPicture) {
        self.y += 30.0;
        let serif = "font-family=\"'Noto Serif','Noto Serif JP',serif\" font-weight=\"700\"";
        self.text(
            [MARGIN, self.y],
            30.0,
            self.colours.ink,
            serif,
            &picture.title,
        );
        let date = format::day(self.language, picture.date);
        let name = self.texts.get(Key::AppName);
        let caption = format!("{name} · {date}");
        let end = "text-anchor=\"end\"";
        let at = [WIDTH - MARGIN, self.y];
        self.text(at, 13.0, self.colours.ink_soft, end, &caption);
        match &picture.drawn {
            Drawn::Sheet {
                sheet,
                shown,
                is_log,
            } => {
                let at = position(picture.date);
                self.sheet(sheet, shown, *is_log, (at, picture.date.year()));
            }
            Drawn::Polls(polls) => self.polls(polls),
        }
    }

    fn sheet(&mut self, sheet: &Sheet, shown: &[bool], is_log: bool, now: (f64, i16)) {
        let is_shown = |index: usize| shown.get(index).copied().unwrap_or_default();
        self.paragraph(&sheet.unit, 15.0, self.colours.ink_soft);
        self.y += 20.0;
        let axes = Axes::new(sheet.extent(is_shown), is_log);
        let plot = Plot {
            axes,
            window: axes.whole(),
            top: self.y,
        };
        self.frame(&plot, now);
        let quantities = || {
            let all = sheet.quantities.iter().enumerate();
            all.filter(|(index, _)| is_shown(*index))
        };
        let aside = aside(&plot, &quantities().map(|(_, one)| one).collect::<Vec<_>>());
        for (order, (_, quantity)) in quantities().enumerate() {
            self.quantity(&plot, quantity, |figure| {
                aside.get(&(order, figure)).copied().unwrap_or_default()
            });
        }
        self.y = plot.bottom() + 40.0;
        for (_, quantity) in quantities() {
            self.y += 24.0;
            let form = if quantity.origin == Origin::Texts {
                Form::PLAIN
            } else {
                Form::BEYOND
            };
            self.mark([MARGIN + 8.0, self.y - 5.0], quantity.look, form);
            let at = [MARGIN + 26.0, self.y];
            self.text(at, 16.0, self.colours.ink, "", &quantity.name);
        }
        let told = quantities().flat_map(|(_, quantity)| &quantity.silences);
        let told: Vec<&String> = told.map(|silence| &silence.spoken).collect();
        self.y += 8.0;
        for silence in told {
            self.paragraph(silence, 13.0, self.colours.ink_soft);
        }
        let figures = quantities().flat_map(|(_, quantity)| &quantity.figures);
        let formulas = figures.filter_map(|figure| {
            let formula = figure.formula.as_ref()?;
            Some(format!("{}: {formula}", figure.spoken))
        });
        for formula in formulas.collect::<Vec<String>>() {
            self.paragraph(&formula, 13.0, self.colours.ink_soft);
        }
        let used: Vec<&SourceLine> = quantities()
            .flat_map(|(_, quantity)| &quantity.figures)
            .flat_map(|figure| &figure.sources)
            .collect();
        let own: Vec<&String> = quantities()
            .flat_map(|(_, quantity)| &quantity.figures)
            .filter_map(|figure| figure.own_source.as_ref())
            .collect();
        self.sources(&used, &own);
    }

    /// Grid, labels, and the line of the date.
    fn frame(&mut self, plot: &Plot, (at, year): (f64, i16)) {
        let colours = self.colours;
        let (hairline, soft) = (hex(colours.hairline), hex(colours.ink_soft));
        let values = plot.window.values;
        let line_step = step(values[1] - values[0], 10.0);
        for value in plot.axes.lines(values, 10.0) {
            let y = plot.y(value);
            self.line([Plot::LEFT, y, Plot::RIGHT, y], &hairline, 1.0);
            let label = plot.axes.label(value, line_step, self.language);
            let at = [Plot::LEFT - 8.0, y + 5.0];
            self.text(at, 14.0, colours.ink_soft, "text-anchor=\"end\"", &label);
        }
        if let Some(zero) = plot.axes.zero() {
            let y = plot.y(zero);
            self.line([Plot::LEFT, y, Plot::RIGHT, y], &soft, 1.2);
        }
        let [first, last] = plot.window.years;
        for year in multiples(first, last, step(last - first, 18.0).max(1.0)) {
            let at = [plot.x(year), plot.bottom() + 22.0];
            let label = format!("{year:.0}");
            self.text(at, 14.0, colours.ink_soft, "text-anchor=\"middle\"", &label);
        }
        if (first..=last).contains(&at) {
            let (x, accent) = (plot.x(at), hex(colours.accent));
            self.line([x, plot.top + 6.0, x, plot.bottom()], &accent, 1.8);
            let more = "text-anchor=\"middle\" font-weight=\"600\"";
            self.text([x, plot.top], 14.0, colours.accent, more, &year.to_string());
        }
    }

    /// `aside` says how far a figure is moved from its year.
    fn quantity(&mut self, plot: &Plot, quantity: &Quantity, aside: impl Fn(usize) -> f64) {
        let ink = self.ink(quantity.look.ink);
        for join in &quantity.joins {
            let ends = [quantity.figures.get(*join), quantity.figures.get(join + 1)];
            let [Some(from), Some(to)] = ends else {
                continue;
            };
            if let (Some(y1), Some(y2)) = (plot.y_of(from.value), plot.y_of(to.value)) {
                self.line([plot.x(from.x), y1, plot.x(to.x), y2], &ink, 1.8);
            }
        }
        for (index, figure) in quantity.figures.iter().enumerate() {
            let Some(y) = plot.y_of(figure.value) else {
                continue;
            };
            let x = plot.x(figure.x) + aside(index);
            self.whisker(plot, figure, [x, y], &ink);
            let title = escape(&figure.spoken);
            self.put(format_args!("<g><title>{title}</title>"));
            self.mark([x, y], quantity.look, Form::of(figure));
            self.put(format_args!("</g>"));
        }
    }

    fn sources(&mut self, sources: &[&SourceLine], own: &[&String]) {
        self.y += 10.0;
        let mut told: Vec<String> = Vec::new();
        for source in sources {
            let parts = [
                &source.text,
                &source.detail,
                source.url.as_ref().unwrap_or(&source.text),
            ];
            let mut line = parts[0].clone();
            for part in parts[1..]
                .iter()
                .filter(|part| !part.is_empty() && **part != parts[0])
            {
                line.push_str(" · ");
                line.push_str(part);
            }
            if !told.contains(&line) {
                told.push(line);
            }
        }
        for line in own {
            if !told.contains(line) {
                told.push((*line).clone());
            }
        }
        let heading = self.texts.get(Key::Sources);
        self.paragraph(heading, 14.0, self.colours.ink);
        for line in told {
            self.paragraph(&line, 12.0, self.colours.ink_soft);
        }
    }
}

#[cfg(test)]
mod tests;
