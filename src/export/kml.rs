//! KML 2.2 for Google Earth and others: a folder for each group, a placemark for each record with
//! its time and its fields, and one style for each state.
//!
//! A KML time span includes its end, so `end` there is the last day; the field `end` is, as in all
//! formats, the first day no longer in it.

use std::io::Write;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use crate::dataset::Atlas;
use crate::geometry::closed_ring;
use crate::model::polity::PolityIx;
use crate::model::shape::Polygon;
use crate::scene::palette;
use crate::state::screen::{Scheme, Theme};

use super::ExportError;
use super::record::{Place, Record, Value};

/// Writes a layer.
///
/// # Errors
/// See [`ExportError::Layer`]; also when `out` fails.
pub fn write(
    out: impl Write,
    atlas: &Atlas,
    name: &str,
    attribution: &str,
    records: &[Record<'_>],
    mut done: impl FnMut(usize),
) -> Result<(), ExportError> {
    let mut document = Document(Writer::new_with_indent(out, b' ', 1));
    document
        .write(atlas, name, attribution, records, &mut done)
        .map_err(|error| ExportError::Layer(error.to_string()))
}

struct Document<W: Write>(Writer<W>);

type Written = std::io::Result<()>;

impl<W: Write> Document<W> {
    fn write(
        &mut self,
        atlas: &Atlas,
        name: &str,
        attribution: &str,
        records: &[Record<'_>],
        done: &mut dyn FnMut(usize),
    ) -> Written {
        self.0
            .write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        self.within(
            "kml",
            &[("xmlns", "http://www.opengis.net/kml/2.2")],
            |kml| {
                kml.within("Document", &[], |kml| {
                    kml.text("name", name)?;
                    kml.text("description", attribution)?;
                    kml.styles(atlas, records)?;
                    let mut number = 0;
                    for group in groups(records) {
                        kml.within("Folder", &[], |kml| {
                            kml.text("name", group)?;
                            let its = records.iter().filter(|record| record.group == group);
                            for record in its {
                                kml.placemark(atlas, record)?;
                                number += 1;
                                done(number);
                            }
                            Ok(())
                        })?;
                    }
                    Ok(())
                })
            },
        )?;
        self.0.get_mut().write_all(b"\n")
    }

    fn within(
        &mut self,
        name: &str,
        attributes: &[(&str, &str)],
        inner: impl FnOnce(&mut Self) -> Written,
    ) -> Written {
        let start = BytesStart::new(name).with_attributes(attributes.iter().copied());
        self.0.write_event(Event::Start(start))?;
        inner(self)?;
        self.0.write_event(Event::End(BytesEnd::new(name)))
    }

    fn text(&mut self, name: &str, text: &str) -> Written {
        self.0
            .create_element(name)
            .write_text_content(BytesText::new(text))?;
        Ok(())
    }

    /// The styles of the states that occur, and one for what belongs to none.
    fn styles(&mut self, atlas: &Atlas, records: &[Record<'_>]) -> Written {
        let mut polities: Vec<Option<PolityIx>> =
            records.iter().map(|record| record.polity).collect();
        polities.sort_unstable();
        polities.dedup();
        for polity in polities {
            let (red, green, blue) = match polity {
                Some(polity) => {
                    let shade = atlas.polity(polity).shade();
                    palette::shade(Scheme::usual(Theme::Light), shade).into()
                }
                None => (0x4a, 0x43, 0x3a),
            };
            let id = style_id(atlas, polity);
            // Alpha, blue, green, red, as KML has them.
            let fill = format!("b4{blue:02x}{green:02x}{red:02x}");
            let line = format!("ff{blue:02x}{green:02x}{red:02x}");
            self.within("Style", &[("id", &id)], |kml| {
                kml.within("LineStyle", &[], |kml| {
                    kml.text("color", &line)?;
                    kml.text("width", "1.5")
                })?;
                kml.within("PolyStyle", &[], |kml| kml.text("color", &fill))
            })?;
        }
        Ok(())
    }

    fn placemark(&mut self, atlas: &Atlas, record: &Record<'_>) -> Written {
        self.within("Placemark", &[("id", &xml_id(&record.id))], |kml| {
            kml.text("name", &record.name)?;
            kml.within("TimeSpan", &[], |kml| {
                kml.text("begin", &record.period.from.to_string())?;
                match record.period.to {
                    Some(end) => kml.text("end", &end.plus_days(-1).to_string()),
                    None => Ok(()),
                }
            })?;
            kml.text("styleUrl", &format!("#{}", style_id(atlas, record.polity)))?;
            kml.within("ExtendedData", &[], |kml| {
                for (name, value) in &record.fields {
                    if *value != Value::Nothing {
                        kml.within("Data", &[("name", name)], |kml| {
                            kml.text("value", &value.cell())
                        })?;
                    }
                }
                Ok(())
            })?;
            kml.place(&record.place)
        })
    }

    fn place(&mut self, place: &Place<'_>) -> Written {
        match place {
            Place::Nowhere => Ok(()),
            Place::Points(points) => self.several(points, |kml, point| {
                kml.within("Point", &[], |kml| kml.coordinates(&[*point]))
            }),
            Place::Lines(lines) => self.several(lines, |kml, line| {
                kml.within("LineString", &[], |kml| {
                    kml.text("tessellate", "1")?;
                    kml.coordinates(line)
                })
            }),
            Place::Polygons(polygons) => self.several(polygons, |kml, polygon: &Polygon| {
                kml.within("Polygon", &[], |kml| {
                    kml.text("tessellate", "1")?;
                    kml.boundary("outerBoundaryIs", &closed_ring(&polygon.exterior, true))?;
                    for hole in &polygon.holes {
                        kml.boundary("innerBoundaryIs", &closed_ring(hole, false))?;
                    }
                    Ok(())
                })
            }),
        }
    }

    fn several<T>(
        &mut self,
        parts: &[T],
        mut write: impl FnMut(&mut Self, &T) -> Written,
    ) -> Written {
        match parts {
            [] => Ok(()),
            [one] => write(self, one),
            many => self.within("MultiGeometry", &[], |kml| {
                many.iter().try_for_each(|part| write(kml, part))
            }),
        }
    }

    fn boundary(&mut self, name: &str, ring: &[[f64; 2]]) -> Written {
        self.within(name, &[], |kml| {
            kml.within("LinearRing", &[], |kml| kml.coordinates(ring))
        })
    }

    fn coordinates(&mut self, points: &[[f64; 2]]) -> Written {
        let points: Vec<String> = points.iter().map(|[x, y]| format!("{x},{y}")).collect();
        self.text("coordinates", &points.join(" "))
    }
}

/// The groups in the order in which they first occur.
fn groups<'a>(records: &'a [Record<'_>]) -> Vec<&'a str> {
    let mut groups: Vec<&str> = Vec::new();
    for record in records {
        if !groups.contains(&record.group.as_str()) {
            groups.push(&record.group);
        }
    }
    groups
}

fn style_id(atlas: &Atlas, polity: Option<PolityIx>) -> String {
    polity.map_or("plain".to_owned(), |polity| {
        format!("polity-{}", atlas.polity(polity).id)
    })
}

/// An XML id has letters, digits, hyphens, dots and underscores, and begins with a letter.
fn xml_id(id: &str) -> String {
    let fit = |letter: char| {
        if letter.is_ascii_alphanumeric() || letter == '-' {
            letter
        } else {
            '_'
        }
    };
    format!("r-{}", id.chars().map(fit).collect::<String>())
}
