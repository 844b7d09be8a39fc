//! Polls as bars that part at zero.

use crate::scene::charts::{PollRow, Polls};
use crate::text::Key;

use super::super::svg_text::escape;
use super::{MARGIN, Pen, WIDTH, hex};

impl Pen<'_> {
    pub(super) fn polls(&mut self, polls: &Polls) {
        if let Some(warning) = &polls.warning {
            self.paragraph(warning, 15.0, self.colours.accent);
        }
        let [left, right] = polls.reach;
        let scale = (WIDTH - 2.0 * MARGIN) / (left + right).max(1.0);
        let zero = MARGIN + left * scale;
        for row in &polls.rows {
            self.poll(row, zero, scale);
        }
        self.sources(&polls.sources.iter().collect::<Vec<_>>(), &[]);
    }

    fn poll(&mut self, row: &PollRow, zero: f64, scale: f64) {
        let colours = self.colours;
        self.y += 34.0;
        let title = format!("{} · {}", row.title, row.subject_and_group);
        self.text([MARGIN, self.y], 15.0, colours.ink, "", &title);
        self.y += 8.0;
        let favourable = row.favourable.percent.unwrap_or_default();
        let bars = [
            (&row.unfavourable, Key::Unfavourable, colours.unfavourable),
            (&row.favourable, Key::Favourable, colours.favourable),
            (&row.neither, Key::NeitherShare, colours.remainder),
        ];
        let (top, height) = (self.y, 26.0);
        for (index, (share, key, fill)) in bars.into_iter().enumerate() {
            let named = format!("{}: {}", self.texts.get(key), share.text);
            let from = match index {
                0 => -share.percent.unwrap_or_default(),
                1 => 0.0,
                _ => favourable,
            };
            let Some(percent) = share.percent else {
                let (x, anchor) = match index {
                    0 => (zero - 8.0, "text-anchor=\"end\""),
                    1 => (zero + 8.0, ""),
                    _ => continue,
                };
                let at = [x, top + 18.0];
                self.text(at, 13.0, colours.ink_soft, anchor, &named);
                continue;
            };
            let (x, width) = (zero + from * scale, percent * scale);
            let fill = hex(fill);
            let title = escape(&named);
            self.put(format_args!(
                "<rect x=\"{x:.1}\" y=\"{top:.1}\" width=\"{width:.1}\" height=\"{height}\" fill=\"{fill}\"><title>{title}</title></rect>"
            ));
            let ink = if index == 2 {
                colours.ink
            } else {
                colours.paper
            };
            let at = [x + width / 2.0, top + 18.0];
            let more = "text-anchor=\"middle\" font-weight=\"600\"";
            self.text(at, 14.0, ink, more, &share.text);
        }
        let soft = hex(colours.ink_soft);
        self.line([zero, top - 3.0, zero, top + height + 3.0], &soft, 1.2);
        self.y += height;
    }
}
