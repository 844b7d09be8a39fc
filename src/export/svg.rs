//! Drawings as SVG 1.1 that looks the same in every program: letters are outlines, kept once and
//! used often, under an unseen text that can be searched, copied and read aloud.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use crate::scene::drawing::{Drawing, Item, Paint, Path, Point, Step, Text};
use crate::text::faces::Face;

use super::letters::{Glyph, Letters};
use super::{ExportError, hatch};

/// Several pages below each other, or one picture.
///
/// `unit` is the length of a point in CSS pixels; `title` and `description` tell what it is.
///
/// # Errors
/// See [`ExportError::Picture`].
pub fn write(
    pages: &[Drawing],
    unit: f32,
    title: &str,
    description: &str,
) -> Result<Vec<u8>, ExportError> {
    let failed = |error: std::io::Error| ExportError::Picture(error.to_string());
    let mut body = Svg::default();
    let mut top = 0.0;
    let mut width: f32 = 0.0;
    for page in pages {
        body.page(page, top).map_err(failed)?;
        top += page.size[1];
        width = width.max(page.size[0]);
    }
    let mut svg = Svg {
        letters: body.letters,
        ..Svg::default()
    };
    let size = [width * unit, top * unit].map(number);
    let view = format!("0 0 {} {}", number(width), number(top));
    let attributes = [
        ("xmlns", "http://www.w3.org/2000/svg"),
        ("width", size[0].as_str()),
        ("height", size[1].as_str()),
        ("viewBox", view.as_str()),
    ];
    svg.start("svg", &attributes)
        .and_then(|()| svg.element("title", &[], title))
        .and_then(|()| svg.element("desc", &[], description))
        .and_then(|()| svg.definitions(&body.glyphs, &body.clips))
        .map_err(failed)?;
    let mut out = Vec::with_capacity(body.inner.get_ref().len() + (1 << 16));
    let mut head = Writer::new(&mut out);
    head.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))
        .map_err(failed)?;
    out.push(b'\n');
    out.extend(svg.inner.into_inner());
    out.extend(body.inner.into_inner());
    out.extend(b"</svg>\n");
    Ok(out)
}

type Written = std::io::Result<()>;

struct Svg {
    inner: Writer<Vec<u8>>,
    letters: Letters,
    /// The glyphs that are used, by the ids of their outlines.
    glyphs: BTreeMap<Glyph, String>,
    /// Outlines that clip, by number.
    clips: Vec<String>,
}

impl Default for Svg {
    fn default() -> Self {
        Self {
            inner: Writer::new(Vec::new()),
            letters: Letters::default(),
            glyphs: BTreeMap::new(),
            clips: Vec::new(),
        }
    }
}

impl Svg {
    fn start(&mut self, name: &str, attributes: &[(&str, &str)]) -> Written {
        let start = BytesStart::new(name).with_attributes(attributes.iter().copied());
        self.inner.write_event(Event::Start(start))
    }

    fn end(&mut self, name: &str) -> Written {
        self.inner.write_event(Event::End(BytesEnd::new(name)))?;
        self.inner.get_mut().push(b'\n');
        Ok(())
    }

    fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) -> Written {
        let start = BytesStart::new(name).with_attributes(attributes.iter().copied());
        self.inner.write_event(Event::Empty(start))?;
        self.inner.get_mut().push(b'\n');
        Ok(())
    }

    fn element(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) -> Written {
        self.start(name, attributes)?;
        self.inner.write_event(Event::Text(BytesText::new(text)))?;
        self.end(name)
    }

    fn definitions(&mut self, glyphs: &BTreeMap<Glyph, String>, clips: &[String]) -> Written {
        self.start("defs", &[])?;
        for (glyph, id) in glyphs {
            let outline = data(&self.letters.outline(*glyph), EM);
            self.empty("path", &[("id", id), ("d", &outline)])?;
        }
        for (index, outline) in clips.iter().enumerate() {
            self.start("clipPath", &[("id", &format!("c{index}"))])?;
            self.empty("path", &[("d", outline), ("clip-rule", "evenodd")])?;
            self.end("clipPath")?;
        }
        self.end("defs")
    }

    /// Names an outline that clips; the same outline has the same name.
    fn clip(&mut self, outline: String) -> String {
        let known = self.clips.iter().position(|clip| *clip == outline);
        let index = known.unwrap_or_else(|| {
            self.clips.push(outline);
            self.clips.len() - 1
        });
        format!("url(#c{index})")
    }

    fn page(&mut self, page: &Drawing, top: f32) -> Written {
        self.start(
            "g",
            &[("transform", &format!("translate(0 {})", number(top)))],
        )?;
        let mut is_clipped = false;
        for item in &page.items {
            match item {
                Item::Clip([min, max]) => {
                    if std::mem::replace(&mut is_clipped, true) {
                        self.end("g")?;
                    }
                    let outline = data(&crate::scene::drawing::rectangle(*min, *max, 0.0), 1.0);
                    let clip = self.clip(outline);
                    self.start("g", &[("clip-path", &clip)])?;
                }
                Item::Fill(path, paint) => {
                    let mut attributes =
                        vec![("d", data(path, 1.0)), ("fill-rule", "evenodd".into())];
                    attributes.extend(painted("fill", *paint));
                    self.shape(&attributes)?;
                }
                Item::Stroke {
                    path,
                    width,
                    paint,
                    dash,
                } => {
                    let dash = dash.map(|[dash, gap]| format!("{} {}", number(dash), number(gap)));
                    self.stroke(path, *width, *paint, dash)?;
                }
                Item::Hatch(path, pattern, paint) => {
                    let Some(bounds) = super::bounds(path) else {
                        continue;
                    };
                    let clip = self.clip(data(path, 1.0));
                    self.start("g", &[("clip-path", &clip)])?;
                    for (lines, width) in hatch::lines(*pattern, bounds) {
                        if width > 0.0 {
                            self.stroke(&lines, width, *paint, None)?;
                        } else {
                            let mut attributes = vec![("d", data(&lines, 1.0))];
                            attributes.extend(painted("fill", *paint));
                            self.shape(&attributes)?;
                        }
                    }
                    self.end("g")?;
                }
                Item::Text(text) => self.text(text)?,
            }
        }
        if is_clipped {
            self.end("g")?;
        }
        self.end("g")
    }

    fn shape(&mut self, attributes: &[(&'static str, String)]) -> Written {
        let attributes: Vec<(&str, &str)> = attributes
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        self.empty("path", &attributes)
    }

    fn stroke(&mut self, path: &Path, width: f32, paint: Paint, dash: Option<String>) -> Written {
        let mut attributes = vec![
            ("d", data(path, 1.0)),
            ("fill", "none".to_owned()),
            ("stroke-width", number(width)),
            ("stroke-linejoin", "round".to_owned()),
        ];
        attributes.extend(painted("stroke", paint));
        attributes.extend(dash.map(|dash| ("stroke-dasharray", dash)));
        self.shape(&attributes)
    }

    fn text(&mut self, text: &Text) -> Written {
        let Some(&(_, [x, y])) = text.letters.first() else {
            return Ok(());
        };
        let scale = text.size / EM;
        let turn = if text.angle == 0.0 {
            String::new()
        } else {
            format!(" rotate({})", number(text.angle.to_degrees()))
        };
        let transform = format!(
            "translate({} {}){turn} scale({} {})",
            number(x),
            number(y),
            precise(scale),
            precise(-scale)
        );
        let (sine, cosine) = text.angle.sin_cos();
        let uses: Vec<(String, [String; 2])> = text
            .letters
            .iter()
            .filter_map(|(letter, at)| {
                let glyph = self.letters.glyph(text.face, *letter)?;
                let id = format!("g{}-{}", glyph.file, glyph.id);
                self.glyphs.insert(glyph, id.clone());
                let off = [at[0] - x, at[1] - y];
                let along = off[0] * cosine + off[1] * sine;
                let down = off[1] * cosine - off[0] * sine;
                Some((format!("#{id}"), [along / scale, -down / scale].map(number)))
            })
            .collect();
        if let Some((width, paint)) = text.halo {
            let mut attributes = vec![
                ("transform", transform.clone()),
                ("stroke-width", number(width / scale)),
                ("stroke-linejoin", "round".to_owned()),
            ];
            attributes.extend(painted("stroke", paint));
            attributes.extend(painted("fill", paint));
            self.letters_of(&attributes, &uses)?;
        }
        let mut attributes = vec![("transform", transform)];
        attributes.extend(painted("fill", text.paint));
        self.letters_of(&attributes, &uses)?;
        self.unseen(text, [x, y])
    }

    fn letters_of(
        &mut self,
        attributes: &[(&'static str, String)],
        uses: &[(String, [String; 2])],
    ) -> Written {
        let attributes: Vec<(&str, &str)> = attributes
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .chain([("aria-hidden", "true")])
            .collect();
        self.start("g", &attributes)?;
        for (id, [x, y]) in uses {
            self.empty("use", &[("href", id), ("x", x), ("y", y)])?;
        }
        self.end("g")
    }

    /// The text itself, for searching, copying and reading aloud. Signs of the icon font say
    /// nothing.
    fn unseen(&mut self, text: &Text, [x, y]: Point) -> Written {
        let words: String = text
            .letters
            .iter()
            .map(|(letter, _)| *letter)
            .filter(|letter| !('\u{e000}'..='\u{f8ff}').contains(letter))
            .collect();
        let last = text.letters.last().and_then(|(letter, at)| {
            let glyph = self.letters.glyph(text.face, *letter)?;
            Some((at[0] - x).hypot(at[1] - y) + self.letters.advance(glyph) * text.size)
        });
        if words.trim().is_empty() || text.angle != 0.0 {
            return Ok(());
        }
        let length = number(last.unwrap_or(0.0));
        let size = number(text.size);
        let [x, y] = [x, y].map(number);
        let attributes = [
            ("x", x.as_str()),
            ("y", y.as_str()),
            ("font-size", size.as_str()),
            ("font-family", family(text.face)),
            ("textLength", length.as_str()),
            ("lengthAdjust", "spacingAndGlyphs"),
            ("fill-opacity", "0"),
        ];
        self.element("text", &attributes, &words)
    }
}

/// Outlines of letters are written in thousandths of an em.
const EM: f32 = 1000.0;

const fn family(face: Face) -> &'static str {
    match face {
        Face::Text | Face::Strong | Face::Note => "'Noto Sans', 'Noto Sans JP', sans-serif",
        Face::Title | Face::Water => "'Noto Serif', 'Noto Serif JP', serif",
    }
}

/// A colour, and its opacity where it has one.
fn painted(what: &'static str, [red, green, blue, opacity]: Paint) -> Vec<(&'static str, String)> {
    let mut attributes = vec![(what, format!("#{red:02x}{green:02x}{blue:02x}"))];
    if opacity < 255 {
        let name = if what == "fill" {
            "fill-opacity"
        } else {
            "stroke-opacity"
        };
        attributes.push((name, number(f32::from(opacity) / 255.0)));
    }
    attributes
}

/// An outline as path data.
fn data(path: &Path, scale: f32) -> String {
    let mut text = String::with_capacity(path.len() * 12);
    let point = |at: &Point| format!("{} {}", number(at[0] * scale), number(at[1] * scale));
    for step in path {
        let _ = match step {
            Step::Move(at) => write!(text, "M{}", point(at)),
            Step::Line(at) => write!(text, "L{}", point(at)),
            Step::Curve(a, b, at) => write!(text, "C{} {} {}", point(a), point(b), point(at)),
            Step::Close => write!(text, "Z"),
        };
    }
    text
}

/// Hundredths are finer than any printer.
fn number(value: f32) -> String {
    trimmed(&format!("{value:.2}"))
}

fn precise(value: f32) -> String {
    trimmed(&format!("{value:.5}"))
}

fn trimmed(text: &str) -> String {
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" {
        "0".to_owned()
    } else {
        text.to_owned()
    }
}
