//! The bundled type faces, for the screen and for print.

use std::sync::LazyLock;

use crate::packed::{Packed, packed};

/// The files, by the names that [`Face::chain`] uses.
static PACKED: [(&str, Packed); 10] = [
    ("sans", packed!("assets/fonts/NotoSans-Regular.ttf")),
    ("sans-bold", packed!("assets/fonts/NotoSans-SemiBold.ttf")),
    ("sans-ja", packed!("assets/fonts/NotoSansJP-Regular.ttf")),
    (
        "sans-ja-bold",
        packed!("assets/fonts/NotoSansJP-SemiBold.ttf"),
    ),
    ("serif", packed!("assets/fonts/NotoSerif-Bold.ttf")),
    ("serif-italic", packed!("assets/fonts/NotoSerif-Italic.ttf")),
    ("serif-ja", packed!("assets/fonts/NotoSerifJP-Bold.ttf")),
    (
        "serif-ja-waters",
        packed!("assets/fonts/NotoSerifJP-Waters.ttf"),
    ),
    ("sans-italic", packed!("assets/fonts/NotoSans-Italic.ttf")),
    ("icons", packed!("assets/fonts/Icons.ttf")),
];

static UNPACKED: LazyLock<Vec<(&str, Vec<u8>)>> = LazyLock::new(|| {
    let unpack = |(name, packed): &(&'static str, Packed)| match packed.unpack() {
        Ok(bytes) => Some((*name, bytes)),
        Err(error) => {
            log::error!("the type face \"{name}\" is damaged, and left out: {error}");
            None
        }
    };
    PACKED.iter().filter_map(unpack).collect()
});

/// The files of the faces, by the names that [`Face::chain`] uses.
#[must_use]
pub fn files() -> &'static [(&'static str, Vec<u8>)] {
    &UNPACKED
}

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
