//! Drawings as PDF 1.7: outlines stay outlines, the letters that are used are embedded, and text
//! can be searched and copied.

mod font;

use std::collections::BTreeMap;

use pdf_writer::types::{LineJoinStyle, TextRenderingMode};
use pdf_writer::{Content, Filter, Finish, Name, Pdf, Rect, Ref, Str, TextStr};

use crate::scene::drawing::{Drawing, Item, Paint, Path, Point, Step, Text, rectangle};

use super::letters::Letters;
use super::{ExportError, hatch};

use font::Used;

/// What a document says of itself.
#[derive(Clone, Copy, Debug)]
pub struct About<'a> {
    pub title: &'a str,
    pub subject: &'a str,
    /// A BCP 47 tag.
    pub language: &'a str,
}

/// A document of one page for each drawing; `unit` is the length of a point of the drawings in
/// points of print (1/72 inch). The same drawings give the same bytes.
///
/// # Errors
/// See [`ExportError::Picture`].
pub fn write(pages: &[Drawing], unit: f32, about: About<'_>) -> Result<Vec<u8>, ExportError> {
    let mut book = Book::default();
    let contents: Vec<Vec<u8>> = pages.iter().map(|page| book.page(page, unit)).collect();
    book.assemble(pages, unit, &contents, about)
}

/// What all pages share.
#[derive(Default)]
struct Book {
    letters: Letters,
    /// The glyphs of each file that are used, and what letter each stands for.
    used: BTreeMap<usize, Used>,
    /// Opacities that occur.
    opacities: Vec<u8>,
}

fn font_name(file: usize) -> String {
    format!("F{file}")
}

fn opacity_name(opacity: u8) -> String {
    format!("A{opacity}")
}

impl Book {
    fn page(&mut self, page: &Drawing, unit: f32) -> Vec<u8> {
        let mut content = Content::new();
        // From points of the picture, y down, to those of the paper, y up.
        content.transform([unit, 0.0, 0.0, -unit, 0.0, page.size[1] * unit]);
        content.set_line_join(LineJoinStyle::RoundJoin);
        let mut is_clipped = false;
        for item in &page.items {
            match item {
                Item::Clip([min, max]) => {
                    if std::mem::replace(&mut is_clipped, true) {
                        content.restore_state();
                    }
                    content.save_state();
                    outline(&mut content, &rectangle(*min, *max, 0.0));
                    content.clip_nonzero().end_path();
                }
                Item::Fill(path, paint) => self.fill(&mut content, path, *paint),
                Item::Stroke {
                    path,
                    width,
                    paint,
                    dash,
                } => {
                    content.set_dash_pattern(dash.iter().flatten().copied(), 0.0);
                    self.stroke(&mut content, path, *width, *paint);
                    content.set_dash_pattern([], 0.0);
                }
                Item::Hatch(path, pattern, paint) => {
                    let Some(bounds) = super::bounds(path) else {
                        continue;
                    };
                    content.save_state();
                    outline(&mut content, path);
                    content.clip_even_odd().end_path();
                    for (lines, width) in hatch::lines(*pattern, bounds) {
                        if width > 0.0 {
                            self.stroke(&mut content, &lines, width, *paint);
                        } else {
                            self.fill(&mut content, &lines, *paint);
                        }
                    }
                    content.restore_state();
                }
                Item::Text(text) => self.text(&mut content, text),
            }
        }
        if is_clipped {
            content.restore_state();
        }
        content.finish().into_vec()
    }

    fn opacity(&mut self, content: &mut Content, opacity: u8) {
        if !self.opacities.contains(&opacity) {
            self.opacities.push(opacity);
        }
        content.set_parameters(Name(opacity_name(opacity).as_bytes()));
    }

    fn fill(&mut self, content: &mut Content, path: &Path, paint: Paint) {
        if path.is_empty() {
            return;
        }
        self.fill_colour(content, paint);
        outline(content, path);
        content.fill_even_odd();
    }

    fn fill_colour(&mut self, content: &mut Content, paint: Paint) {
        self.opacity(content, paint[3]);
        let [red, green, blue] = rgb(paint);
        content.set_fill_rgb(red, green, blue);
    }

    fn stroke_colour(&mut self, content: &mut Content, paint: Paint) {
        self.opacity(content, paint[3]);
        let [red, green, blue] = rgb(paint);
        content.set_stroke_rgb(red, green, blue);
    }

    fn stroke(&mut self, content: &mut Content, path: &Path, width: f32, paint: Paint) {
        if path.is_empty() {
            return;
        }
        self.stroke_colour(content, paint);
        content.set_line_width(width);
        outline(content, path);
        content.stroke();
    }

    fn text(&mut self, content: &mut Content, text: &Text) {
        if let Some((width, paint)) = text.halo {
            self.stroke_colour(content, paint);
            content.set_line_width(width);
            // The rim is the same letters once more; whoever copies the text gets them once.
            content
                .begin_marked_content_with_properties(Name(b"Span"))
                .properties()
                .actual_text(TextStr(""));
            self.runs(content, text, TextRenderingMode::Stroke);
            content.end_marked_content();
        }
        self.fill_colour(content, text.paint);
        self.runs(content, text, TextRenderingMode::Fill);
    }

    /// Shows letters in runs of one file on one baseline.
    fn runs(&mut self, content: &mut Content, text: &Text, mode: TextRenderingMode) {
        let (sine, cosine) = text.angle.sin_cos();
        content.begin_text();
        content.set_text_rendering_mode(mode);
        let mut rest = text.letters.as_slice();
        while let Some((&(letter, start), after)) = rest.split_first() {
            let Some(first) = self.letters.glyph(text.face, letter) else {
                rest = after;
                continue;
            };
            content.set_font(Name(font_name(first.file).as_bytes()), text.size);
            content.set_text_matrix([cosine, sine, sine, -cosine, start[0], start[1]]);
            let mut shown = content.show_positioned();
            let mut items = shown.items();
            let mut pen = 0.0;
            let mut length = 0;
            for &(letter, at) in rest {
                let Some(glyph) = self.letters.glyph(text.face, letter) else {
                    length += 1;
                    continue;
                };
                let off = [at[0] - start[0], at[1] - start[1]];
                let along = off[0] * cosine + off[1] * sine;
                let down = off[1] * cosine - off[0] * sine;
                if glyph.file != first.file || down.abs() > 0.01 {
                    break;
                }
                // In thousandths of an em, to the left.
                let gap = (pen - along) / text.size * 1000.0;
                if gap.abs() > 1.0 {
                    items.adjust(gap);
                    pen = along;
                }
                let new = self.used.entry(glyph.file).or_default().take(glyph, letter);
                items.show(Str(&new.to_be_bytes()));
                pen += self.letters.advance(glyph) * text.size;
                length += 1;
            }
            drop(items);
            shown.finish();
            rest = &rest[length..];
        }
        content.end_text();
    }
}

fn rgb(paint: Paint) -> [f32; 3] {
    [0, 1, 2].map(|part| f32::from(paint[part]) / 255.0)
}

/// Hundredths are finer than any printer, and shorter to write.
fn fine(value: f32) -> f32 {
    (value * 100.0).round() / 100.0
}

fn outline(content: &mut Content, path: &Path) {
    let [mut x, mut y];
    let put = |at: &Point| at.map(fine);
    for step in path {
        match step {
            Step::Move(at) => {
                [x, y] = put(at);
                content.move_to(x, y);
            }
            Step::Line(at) => {
                [x, y] = put(at);
                content.line_to(x, y);
            }
            Step::Curve(a, b, at) => {
                let ([ax, ay], [bx, by]) = (put(a), put(b));
                [x, y] = put(at);
                content.cubic_to(ax, ay, bx, by, x, y);
            }
            Step::Close => {
                content.close_path();
            }
        }
    }
}

/// Numbers objects of the file.
struct Numbers(i32);

impl Numbers {
    fn next(&mut self) -> Ref {
        self.0 += 1;
        Ref::new(self.0)
    }
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    miniz_oxide::deflate::compress_to_vec_zlib(bytes, 7)
}

impl Book {
    fn assemble(
        &self,
        pages: &[Drawing],
        unit: f32,
        contents: &[Vec<u8>],
        about: About<'_>,
    ) -> Result<Vec<u8>, ExportError> {
        let mut numbers = Numbers(0);
        let mut pdf = Pdf::new();
        let [catalog, tree, info] = [(); 3].map(|()| numbers.next());
        let page_ids: Vec<Ref> = pages.iter().map(|_| numbers.next()).collect();
        let fonts: Vec<(usize, Ref)> = self
            .used
            .keys()
            .map(|file| (*file, numbers.next()))
            .collect();
        let states: Vec<(u8, Ref)> = self
            .opacities
            .iter()
            .map(|opacity| (*opacity, numbers.next()))
            .collect();
        pdf.catalog(catalog)
            .pages(tree)
            .lang(TextStr(about.language))
            .viewer_preferences()
            .display_doc_title(true);
        let count = i32::try_from(pages.len()).unwrap_or(i32::MAX);
        pdf.pages(tree).kids(page_ids.iter().copied()).count(count);
        pdf.document_info(info)
            .title(TextStr(about.title))
            .subject(TextStr(about.subject))
            .creator(TextStr(concat!("kuril-atlas ", env!("CARGO_PKG_VERSION"))));
        for ((page, content), id) in pages.iter().zip(contents).zip(page_ids) {
            let stream = numbers.next();
            let mut leaf = pdf.page(id);
            let [width, height] = page.size.map(|side| side * unit);
            leaf.media_box(Rect::new(0.0, 0.0, width, height));
            leaf.parent(tree).contents(stream);
            let mut resources = leaf.resources();
            let mut names = resources.fonts();
            for (file, font) in &fonts {
                names.pair(Name(font_name(*file).as_bytes()), font);
            }
            names.finish();
            let mut names = resources.ext_g_states();
            for (opacity, state) in &states {
                names.pair(Name(opacity_name(*opacity).as_bytes()), state);
            }
            names.finish();
            resources.finish();
            leaf.finish();
            pdf.stream(stream, &packed(content))
                .filter(Filter::FlateDecode);
        }
        for (opacity, state) in states {
            let share = f32::from(opacity) / 255.0;
            pdf.ext_graphics(state)
                .non_stroking_alpha(share)
                .stroking_alpha(share);
        }
        for (file, font) in fonts {
            if let Some(used) = self.used.get(&file) {
                used.embed(&self.letters, &mut pdf, &mut numbers, font, file)?;
            }
        }
        Ok(pdf.finish())
    }
}
