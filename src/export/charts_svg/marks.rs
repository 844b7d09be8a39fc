//! Marks and whiskers of a drawn chart.

use crate::scene::charts::{Figure, Form, Look, Shape};

use super::{CAP, MARK, OPEN, Pen, Plot, hex};

impl Pen<'_> {
    /// A cap at a stated bound, an arrow where none is stated.
    pub(super) fn whisker(&mut self, plot: &Plot, figure: &Figure, [x, y]: [f64; 2], ink: &str) {
        for (bound, away) in [(figure.low, OPEN), (figure.high, -OPEN)] {
            match bound.and_then(|bound| plot.y_of(bound)) {
                Some(end) if (end - y).abs() < 0.2 && figure.low == figure.high => {}
                Some(end) => {
                    self.line([x, y, x, end], ink, 1.4);
                    self.line([x - CAP, end, x + CAP, end], ink, 1.4);
                }
                None => {
                    let (tip, back) = (y + away, away.signum() * -7.0);
                    self.line([x, y, x, tip], ink, 1.4);
                    self.line([x, tip, x - 4.5, tip + back], ink, 1.4);
                    self.line([x, tip, x + 4.5, tip + back], ink, 1.4);
                }
            }
        }
    }

    pub(super) fn mark(&mut self, [x, y]: [f64; 2], look: Look, form: Form) {
        let ink = self.ink(look.ink);
        let fill = if form.is_hollow || form.is_crossed {
            hex(self.colours.paper)
        } else {
            ink.clone()
        };
        let r = if form.is_small { MARK * 0.8 } else { MARK };
        let style = format!("fill=\"{fill}\" stroke=\"{ink}\" stroke-width=\"1.8\"");
        match look.shape {
            Shape::Circle => self.put(format_args!(
                "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{r:.1}\" {style}/>"
            )),
            Shape::Square => {
                let (side, half) = (r * 1.8, r * 0.9);
                let (left, top) = (x - half, y - half);
                self.put(format_args!(
                    "<rect x=\"{left:.1}\" y=\"{top:.1}\" width=\"{side:.1}\" height=\"{side:.1}\" {style}/>"
                ));
            }
            Shape::Triangle => {
                let (up, down) = (r * 1.15, r * 0.92);
                self.put(format_args!(
                    "<path d=\"M{x:.1} {:.1}l{up:.1} {:.1}h{:.1}z\" {style}/>",
                    y - up,
                    up + down,
                    -2.0 * up
                ));
            }
            Shape::Diamond => {
                let far = r * 1.3;
                self.put(format_args!(
                    "<path d=\"M{x:.1} {:.1}l{far:.1} {far:.1}l{:.1} {far:.1}l{:.1} {:.1}z\" {style}/>",
                    y - far,
                    -far,
                    -far,
                    -far
                ));
            }
        }
        if form.is_crossed {
            let arm = r * 0.6;
            self.line([x - arm, y - arm, x + arm, y + arm], &ink, 1.4);
            self.line([x - arm, y + arm, x + arm, y - arm], &ink, 1.4);
        }
    }
}
