//! The bundled type faces, for the screen and for print.

macro_rules! face {
    ($file:literal) => {
        include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/fonts/", $file))
    };
}

/// The files, by the names that [`Face::chain`] uses.
pub const FILES: [(&str, &[u8]); 10] = [
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
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
    /// All faces.
    pub const ALL: [Self; 5] = [
        Self::Text,
        Self::Strong,
        Self::Title,
        Self::Water,
        Self::Note,
    ];

    /// The files to look for a letter in, the first that has it wins.
    #[must_use]
    pub const fn chain(self) -> &'static [&'static str] {
        match self {
            Self::Text => &["sans", "sans-ja", "icons"],
            Self::Strong => &["sans-bold", "sans-ja-bold", "sans-ja", "icons"],
            Self::Title => &["serif", "serif-ja", "sans-ja-bold", "sans-ja", "icons"],
            Self::Water => &["serif-italic", "serif-ja-waters", "sans-ja"],
            Self::Note => &["sans-italic", "sans", "sans-ja", "icons"],
        }
    }

    /// A name that no other face has.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Strong => "strong",
            Self::Title => "title",
            Self::Water => "water",
            Self::Note => "note",
        }
    }
}
