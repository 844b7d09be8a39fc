//! Embeds the letters that are used, and no others.

use std::collections::BTreeMap;

use pdf_writer::types::{CidFontType, FontFlags, SystemInfo, UnicodeCmap};
use pdf_writer::{Filter, Finish, Name, Pdf, Rect, Ref, Str};
use subsetter::GlyphRemapper;

use crate::text::faces::files;

use super::super::ExportError;
use super::super::letters::{Glyph, Letters};
use super::{Numbers, packed};

/// The glyphs of one file that are used, and what letter each stands for.
#[derive(Default)]
pub struct Used {
    remapper: GlyphRemapper,
    letters: BTreeMap<u16, (Glyph, char)>,
}

impl Used {
    /// The number of a glyph in the embedded font.
    pub fn take(&mut self, glyph: Glyph, letter: char) -> u16 {
        let new = self.remapper.remap(glyph.id);
        self.letters.entry(new).or_insert((glyph, letter));
        new
    }

    /// Embeds the letters of one file that are used.
    pub fn embed(
        &self,
        letters: &Letters,
        pdf: &mut Pdf,
        numbers: &mut Numbers,
        font: Ref,
        file: usize,
    ) -> Result<(), ExportError> {
        let (name, bytes) = &files()[file];
        let subset = subsetter::subset(bytes, 0, &self.remapper)
            .map_err(|error| ExportError::Picture(format!("{name}: {error}")))?;
        let [cid, descriptor, stream, unicode] = [(); 4].map(|()| numbers.next());
        // Six letters before the name say that it is a part of a font.
        let base = format!(
            "KURIL{}+{}",
            char::from(b'A' + u8::try_from(file % 26).unwrap_or(0)),
            name
        );
        let base = Name(base.as_bytes());
        let system = SystemInfo {
            registry: Str(b"Adobe"),
            ordering: Str(b"Identity"),
            supplement: 0,
        };
        pdf.type0_font(font)
            .base_font(base)
            .encoding_predefined(Name(b"Identity-H"))
            .descendant_font(cid)
            .to_unicode(unicode);
        let mut descendant = pdf.cid_font(cid);
        descendant
            .subtype(CidFontType::Type2)
            .base_font(base)
            .system_info(system)
            .font_descriptor(descriptor)
            .cid_to_gid_map_predefined(Name(b"Identity"));
        let mut widths = descendant.widths();
        for (new, (glyph, _)) in &self.letters {
            widths.consecutive(*new, [letters.advance(*glyph) * 1000.0]);
        }
        widths.finish();
        descendant.finish();
        pdf.font_descriptor(descriptor)
            .name(base)
            .flags(FontFlags::SYMBOLIC)
            .bbox(Rect::new(-300.0, -300.0, 1300.0, 1100.0))
            .italic_angle(if name.ends_with("italic") { -12.0 } else { 0.0 })
            .ascent(1069.0)
            .descent(-293.0)
            .cap_height(714.0)
            .stem_v(80.0)
            .font_file2(stream);
        pdf.stream(stream, &packed(&subset))
            .filter(Filter::FlateDecode)
            .pair(
                Name(b"Length1"),
                i32::try_from(subset.len()).unwrap_or(i32::MAX),
            );
        let mut map = UnicodeCmap::new(Name(b"Custom"), system);
        for (new, (_, letter)) in &self.letters {
            map.pair(*new, *letter);
        }
        pdf.stream(unicode, &packed(&map.finish().into_vec()))
            .filter(Filter::FlateDecode);
        Ok(())
    }
}
