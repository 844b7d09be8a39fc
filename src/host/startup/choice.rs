//! Which renderer is tried next.
//!
//! OpenGL on a graphics card is the best. Where it is itself computed by the processor it takes ten
//! times the work of the atlas's own rasteriser, which draws only what has changed.

/// What draws the pixels of the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Renderer {
    /// OpenGL if a graphics card computes it; else wgpu, if the program was built with it and a
    /// graphics card computes that; else the processor.
    #[default]
    Auto,
    /// OpenGL.
    Gl,
    /// Vulkan, Metal, Direct3D or OpenGL; only if the program was built with `wgpu`.
    Wgpu,
    /// The processor, which draws again only what has changed.
    Software,
}

impl Renderer {
    /// All renderers.
    pub const ALL: [Self; 4] = [Self::Auto, Self::Gl, Self::Wgpu, Self::Software];

    /// The id used on the command line.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Gl => "gl",
            Self::Wgpu => "wgpu",
            Self::Software => "software",
        }
    }
}

/// Something that can draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Painter {
    Gl,
    Wgpu,
    Software,
}

impl Painter {
    /// Its name, for the log.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Gl => "OpenGL",
            Self::Wgpu => "wgpu",
            Self::Software => "the atlas's own rasteriser",
        }
    }
}

/// One try to open the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Attempt {
    pub painter: Painter,
    /// Give up where it turns out that no graphics card computes it.
    pub wants_card: bool,
}

/// How a try ended that did not open a window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    Failed,
    /// It would have been computed by the processor.
    HasNoCard,
}

/// What is known before anything is tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Signs {
    /// Whether there may be a graphics card that OpenGL can use.
    pub may_have_card: bool,
    /// Whether the program was built with wgpu.
    pub has_wgpu: bool,
}

impl Signs {
    /// Those of this machine.
    pub fn read() -> Self {
        let variable = |name: &str| std::env::var(name).ok();
        Self {
            may_have_card: is_told(variable).unwrap_or_else(has_device),
            has_wgpu: cfg!(feature = "wgpu"),
        }
    }
}

/// What the environment tells Mesa, the graphics library of Linux: whether there is a card to use.
fn is_told(variable: impl Fn(&str) -> Option<String>) -> Option<bool> {
    let switch = variable("LIBGL_ALWAYS_SOFTWARE").map(|value| value.to_ascii_lowercase());
    let drivers = ["GALLIUM_DRIVER", "MESA_LOADER_DRIVER_OVERRIDE"];
    let mut drivers = drivers.iter().filter_map(|name| variable(name));
    match switch.as_deref() {
        Some("1" | "true" | "yes" | "y") => Some(false),
        _ if drivers.any(|name| is_computed(&name)) => Some(false),
        Some("0" | "false" | "no" | "n") => Some(true),
        _ => None,
    }
}

/// Whether a file of a graphics card is there. Elsewhere than on Linux it is taken to be.
fn has_device() -> bool {
    if !cfg!(target_os = "linux") {
        return true;
    }
    let names = |folder: &str| {
        let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
        entries.map(|entry| entry.file_name().to_string_lossy().into_owned())
    };
    names("/dev/dri").any(|name| name.starts_with("render") || name.starts_with("card"))
        || names("/dev").any(|name| is_card(&name))
}

/// The files of cards that are not in the folder of all others: those of Nvidia, of Windows for its
/// Linux, and of the processors of telephones.
fn is_card(name: &str) -> bool {
    ["nvidia", "dxg", "mali", "kgsl", "pvr"]
        .iter()
        .any(|card| name.starts_with(card))
}

/// Whether the name of a renderer of OpenGL or Vulkan is that of one that the processor computes.
pub(super) fn is_computed(name: &str) -> bool {
    const NAMES: [&str; 9] = [
        "llvmpipe",
        "softpipe",
        "swrast",
        "lavapipe",
        "swiftshader",
        "software rasterizer",
        "apple software renderer",
        "gdi generic",
        "microsoft basic render",
    ];
    let name = name.to_ascii_lowercase();
    NAMES.iter().any(|computed| name.contains(computed))
}

/// What to try after some tries that opened no window; `None` when nothing is left.
pub(super) fn next(asked: Renderer, signs: Signs, past: &[(Attempt, Fate)]) -> Option<Attempt> {
    let order = match asked {
        Renderer::Auto if signs.may_have_card => &[
            (Painter::Gl, true),
            (Painter::Wgpu, true),
            (Painter::Software, false),
            (Painter::Gl, false),
            (Painter::Wgpu, false),
        ],
        Renderer::Auto => &[
            (Painter::Software, false),
            (Painter::Gl, false),
            (Painter::Wgpu, false),
        ][..],
        Renderer::Gl => &[(Painter::Gl, false)],
        Renderer::Wgpu => &[(Painter::Wgpu, false)],
        Renderer::Software => &[(Painter::Software, false)],
    };
    let has_no_card = past.iter().any(|(_, fate)| *fate == Fate::HasNoCard);
    let is_left = |attempt: &Attempt| {
        let same = past
            .iter()
            .filter(|(tried, _)| tried.painter == attempt.painter);
        // What could not start once does not start a second time.
        let has_failed = same.clone().any(|(_, fate)| *fate == Fate::Failed);
        let is_built =
            attempt.painter != Painter::Wgpu || signs.has_wgpu || asked == Renderer::Wgpu;
        let is_vain = attempt.wants_card && has_no_card;
        is_built && !has_failed && !is_vain
    };
    let attempts = order.iter().map(|&(painter, wants_card)| Attempt {
        painter,
        wants_card,
    });
    attempts.into_iter().find(is_left)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The painters that are tried one after the other; `ends` says how a try ends.
    fn tried(
        asked: Renderer,
        signs: Signs,
        ends: impl Fn(Attempt) -> Option<Fate>,
    ) -> Vec<(Painter, bool)> {
        let mut past = Vec::new();
        while let Some(attempt) = next(asked, signs, &past) {
            assert!(past.len() < 9, "it comes to an end: {past:?}");
            let fate = ends(attempt);
            past.push((attempt, fate.unwrap_or(Fate::Failed)));
            if fate.is_none() {
                break;
            }
        }
        let all = past.into_iter();
        all.map(|(attempt, _)| (attempt.painter, attempt.wants_card))
            .collect()
    }

    const CARD: Signs = Signs {
        may_have_card: true,
        has_wgpu: true,
    };
    const PLAIN: Signs = Signs {
        may_have_card: true,
        has_wgpu: false,
    };
    const NO_CARD: Signs = Signs {
        may_have_card: false,
        has_wgpu: true,
    };

    #[test]
    fn a_card_is_used_and_what_stands_in_for_one_is_not() {
        use Painter::{Gl, Software, Wgpu};
        let opens = |_: Attempt| None;
        assert_eq!(tried(Renderer::Auto, CARD, opens), [(Gl, true)]);
        assert_eq!(tried(Renderer::Auto, NO_CARD, opens), [(Software, false)]);
        // OpenGL turns out to be computed.
        let computed = |attempt: Attempt| attempt.wants_card.then_some(Fate::HasNoCard);
        let expected = [(Gl, true), (Software, false)];
        assert_eq!(tried(Renderer::Auto, CARD, computed), expected);
        assert_eq!(tried(Renderer::Auto, PLAIN, computed), expected);
        // OpenGL cannot start, and then wgpu is computed.
        let broken = |attempt: Attempt| match attempt.painter {
            Gl => Some(Fate::Failed),
            Wgpu => Some(Fate::HasNoCard),
            Software => None,
        };
        let expected = [(Gl, true), (Wgpu, true), (Software, false)];
        assert_eq!(tried(Renderer::Auto, CARD, broken), expected);
        assert_eq!(
            tried(Renderer::Auto, PLAIN, broken),
            [(Gl, true), (Software, false)]
        );
        let wgpu_opens = |attempt: Attempt| (attempt.painter == Gl).then_some(Fate::Failed);
        let expected = [(Gl, true), (Wgpu, true)];
        assert_eq!(tried(Renderer::Auto, CARD, wgpu_opens), expected);
    }

    #[test]
    fn everything_is_tried_before_giving_up_and_nothing_for_ever() {
        use Painter::{Gl, Software, Wgpu};
        let fails = |_: Attempt| Some(Fate::Failed);
        assert_eq!(
            tried(Renderer::Auto, CARD, fails),
            [(Gl, true), (Wgpu, true), (Software, false)]
        );
        assert_eq!(
            tried(Renderer::Auto, NO_CARD, fails),
            [(Software, false), (Gl, false), (Wgpu, false)]
        );
        // A window that is computed by OpenGL is better than none.
        let only_computed = |attempt: Attempt| match attempt {
            Attempt {
                wants_card: true, ..
            } => Some(Fate::HasNoCard),
            Attempt { painter: Gl, .. } => None,
            _ => Some(Fate::Failed),
        };
        assert_eq!(
            tried(Renderer::Auto, CARD, only_computed),
            [(Gl, true), (Software, false), (Gl, false)]
        );
    }

    #[test]
    fn what_was_asked_for_is_tried_alone() {
        let fails = |_: Attempt| Some(Fate::Failed);
        for (asked, painter) in [
            (Renderer::Gl, Painter::Gl),
            (Renderer::Wgpu, Painter::Wgpu),
            (Renderer::Software, Painter::Software),
        ] {
            for signs in [CARD, PLAIN, NO_CARD] {
                assert_eq!(tried(asked, signs, fails), [(painter, false)]);
            }
        }
    }

    #[test]
    fn names_of_renderers_tell_who_computes() {
        for name in [
            "llvmpipe (LLVM 19.1.7, 256 bits)",
            "softpipe",
            "Software Rasterizer",
            "Mesa DRI swrast",
            "virgl (LLVMPIPE (LLVM 15.0.7, 256 bits))",
            "GDI Generic",
            "Google SwiftShader",
        ] {
            assert!(is_computed(name), "{name}");
        }
        for name in [
            "Mesa Intel(R) UHD Graphics 620 (KBL GT2)",
            "AMD Radeon RX 6600 (radeonsi, navi23, LLVM 17.0.6, DRM 3.54)",
            "NVIDIA GeForce GTX 1650/PCIe/SSE2",
            "virgl (Mesa Intel(R) HD Graphics 520 (SKL GT2))",
            "V3D 4.2",
            "Apple M2",
            "",
        ] {
            assert!(!is_computed(name), "{name}");
        }
    }

    #[test]
    fn mesa_may_be_told_to_do_without_a_card() {
        let with = |name: &'static str, value: &'static str| {
            is_told(move |asked| (asked == name).then(|| value.to_owned()))
        };
        assert_eq!(with("LIBGL_ALWAYS_SOFTWARE", "1"), Some(false));
        assert_eq!(with("LIBGL_ALWAYS_SOFTWARE", "True"), Some(false));
        assert_eq!(with("GALLIUM_DRIVER", "llvmpipe"), Some(false));
        assert_eq!(with("LIBGL_ALWAYS_SOFTWARE", "0"), Some(true));
        assert_eq!(with("GALLIUM_DRIVER", "iris"), None);
        assert_eq!(with("HOME", "llvmpipe"), None);
    }
}
