//! The bundled type faces in egui. No system font is used, so every machine shows the same.

use std::sync::Arc;

use egui::{FontData, FontDefinitions, FontFamily};

pub use crate::text::faces::Face;
use crate::text::faces::files;

impl Face {
    /// The egui family of the face.
    #[must_use]
    pub fn family(self) -> FontFamily {
        match self {
            Self::Text => FontFamily::Proportional,
            other => FontFamily::Name(other.id().into()),
        }
    }

    /// The face of an egui family.
    #[must_use]
    pub fn of_family(family: &FontFamily) -> Self {
        Self::ALL
            .into_iter()
            .find(|face| face.family() == *family)
            .unwrap_or(Self::Text)
    }

    /// The face at a size in points.
    #[must_use]
    pub fn at(self, size: f32) -> egui::FontId {
        egui::FontId::new(size, self.family())
    }
}

/// All faces for [`egui::Context::set_fonts`].
#[must_use]
pub fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    for (name, bytes) in files() {
        fonts
            .font_data
            .insert((*name).to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    let chain = |face: Face| {
        face.chain()
            .iter()
            .map(|name| (*name).to_owned())
            .collect::<Vec<_>>()
    };
    for face in Face::ALL {
        fonts.families.insert(face.family(), chain(face));
    }
    fonts
        .families
        .insert(FontFamily::Monospace, chain(Face::Text));
    fonts
}
