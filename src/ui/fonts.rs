//! The bundled type faces. No system font is used, so every machine shows the same.

use std::sync::Arc;

use egui::{FontData, FontDefinitions, FontFamily};

macro_rules! face {
    ($file:literal) => {
        include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/fonts/", $file))
    };
}

const FACES: [(&str, &[u8]); 10] = [
    ("sans", face!("NotoSans-Regular.ttf")),
    ("sans-bold", face!("NotoSans-SemiBold.ttf")),
    ("sans-ja", face!("NotoSansJP-Regular.ttf")),
    ("sans-ja-bold", face!("NotoSansJP-SemiBold.ttf")),
    ("serif", face!("NotoSerif-Bold.ttf")),
    ("serif-italic", face!("NotoSerif-Italic.ttf")),
    ("serif-ja", face!("NotoSerifJP-Bold.ttf")),
    ("serif-ja-waters", face!("NotoSerifJP-Waters.ttf")),
    ("sans-italic", face!("NotoSans-Italic.ttf")),
    ("icons", face!("Icons.ttf")),
];

/// A family of faces for one use; each falls back to the others for what it lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// Running text.
    Text,
    /// Emphasis within the interface.
    Strong,
    /// Titles and the year.
    Title,
    /// Seas and waters.
    Water,
    /// Notes.
    Note,
}

impl Face {
    const ALL: [Self; 5] = [
        Self::Text,
        Self::Strong,
        Self::Title,
        Self::Water,
        Self::Note,
    ];

    const fn chain(self) -> &'static [&'static str] {
        match self {
            Self::Text => &["sans", "sans-ja", "icons"],
            Self::Strong => &["sans-bold", "sans-ja-bold", "sans-ja", "icons"],
            Self::Title => &["serif", "serif-ja", "sans-ja-bold", "icons"],
            Self::Water => &["serif-italic", "serif-ja-waters", "sans-ja"],
            Self::Note => &["sans-italic", "sans", "sans-ja", "icons"],
        }
    }

    /// The egui family of the face.
    #[must_use]
    pub fn family(self) -> FontFamily {
        match self {
            Self::Text => FontFamily::Proportional,
            Self::Strong => FontFamily::Name("strong".into()),
            Self::Title => FontFamily::Name("title".into()),
            Self::Water => FontFamily::Name("water".into()),
            Self::Note => FontFamily::Name("note".into()),
        }
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
    for (name, bytes) in FACES {
        fonts
            .font_data
            .insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
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
