//! Says in plain words why there is no window.

/// Why there is no window.
#[derive(Debug, thiserror::Error)]
pub enum WindowError {
    #[error(
        "no window can be opened: {0}; start the program in a graphical session, or draw a picture with \"render\""
    )]
    NoDisplay(String),
    #[error(
        "no window can be opened: the library {library} is missing; install the package {package} (its name in Debian and Ubuntu)"
    )]
    MissingLibrary { library: String, package: String },
    #[error(
        "no window can be opened: {0}; install a graphics driver (libgl1-mesa-dri draws without a graphics card in Debian and Ubuntu)"
    )]
    NoGraphics(String),
    #[error("no window can be opened: {0}")]
    Other(String),
}

/// What is behind a text of the window library about why it gave up.
pub(super) fn explain(text: &str) -> WindowError {
    let text = plain(text);
    // That text lists forty properties of the wanted configuration.
    let configurations = "Found no glutin configs";
    match explain_text(&text) {
        WindowError::Other(text) if text.contains(configurations) => {
            let reason = text.rsplit_once("Error: ").map_or("", |(_, reason)| reason);
            no_graphics(format!("OpenGL cannot draw on this display ({reason})"))
        }
        // Everything else is about graphics too.
        WindowError::Other(text) => no_graphics(text),
        error => error,
    }
}

pub(super) fn no_graphics(reason: String) -> WindowError {
    missing_of(&GRAPHICS_LIBRARIES).unwrap_or(WindowError::NoGraphics(reason))
}

/// A library and its package in Debian.
type Library = (&'static str, &'static str);

/// Words in the texts of the window library and the library they mean. The first that fits holds, so
/// the more special ones come first.
const LIBRARIES: [(&str, Library); 4] = [
    (
        "libxkbcommon-x11",
        ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
    ),
    ("libxkbcommon", ("libxkbcommon.so.0", "libxkbcommon0")),
    (
        "wayland library",
        ("libwayland-client.so.0", "libwayland-client0"),
    ),
    (
        "libwayland",
        ("libwayland-client.so.0", "libwayland-client0"),
    ),
];

/// One of these is missing where the window library speaks of "one of xlib's shared libraries".
const X_LIBRARIES: [Library; 4] = [
    ("libX11.so.6", "libx11-6"),
    ("libX11-xcb.so.1", "libx11-xcb1"),
    ("libXcursor.so.1", "libxcursor1"),
    ("libXi.so.6", "libxi6"),
];

const GRAPHICS_LIBRARIES: [Library; 2] = [("libEGL.so.1", "libegl1"), ("libGL.so.1", "libgl1")];

fn missing((library, package): Library) -> WindowError {
    WindowError::MissingLibrary {
        library: library.to_owned(),
        package: package.to_owned(),
    }
}

/// Words in the texts of the window library that mean that there is no screen.
const NO_DISPLAY: [&str; 5] = [
    "neither WAYLAND_DISPLAY",
    "connection to X server",
    "wayland compositor",
    "WAYLAND_SOCKET",
    "XCB",
];

pub(super) fn explain_text(text: &str) -> WindowError {
    let text = plain(text);
    if let Some((_, library)) = LIBRARIES
        .into_iter()
        .find(|(words, _)| text.contains(words))
    {
        missing(library)
    } else if text.contains("xlib's shared libraries") {
        missing_of(&X_LIBRARIES).unwrap_or_else(|| missing(X_LIBRARIES[0]))
    } else if NO_DISPLAY.into_iter().any(|words| text.contains(words)) {
        WindowError::NoDisplay(text)
    } else {
        WindowError::Other(text)
    }
}

/// The text without the places in the source of the window library, which help no reader:
/// `winit EventLoopError: os error at /…/mod.rs:760: Failed to …`.
fn plain(text: &str) -> String {
    let behind = text
        .rsplit_once(".rs:")
        .and_then(|(_, behind)| behind.split_once(": "));
    let text = behind.map_or(text, |(_, text)| text);
    text.trim().trim_end_matches('.').to_owned()
}

/// The first library that the system does not have. The loader does not tell which one it missed,
/// so its folders are searched, but only once it has failed.
fn missing_of(libraries: &[Library]) -> Option<WindowError> {
    if !cfg!(target_os = "linux") {
        return None;
    }
    let named = std::env::var_os("LD_LIBRARY_PATH").unwrap_or_default();
    let mut folders: Vec<_> = std::env::split_paths(&named).collect();
    for folder in ["/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib"] {
        folders.push(folder.into());
        let below = std::fs::read_dir(folder).into_iter().flatten().flatten();
        // Debian keeps them in a folder for each kind of processor, as in x86_64-linux-gnu.
        folders.extend(
            below
                .map(|entry| entry.path())
                .filter(|path| path.to_string_lossy().contains("-linux-gnu")),
        );
    }
    let is_there = |name: &str| folders.iter().any(|folder| folder.join(name).exists());
    libraries
        .iter()
        .find(|(library, _)| !is_there(library))
        .map(|library| missing(*library))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(error: &WindowError) -> String {
        match error {
            WindowError::NoDisplay(_) => "display".to_owned(),
            WindowError::MissingLibrary { package, .. } => package.clone(),
            WindowError::NoGraphics(_) => "graphics".to_owned(),
            WindowError::Other(_) => "other".to_owned(),
        }
    }

    #[test]
    fn texts_of_the_window_library_are_explained() {
        for (text, expected) in [
            (
                "Library libxkbcommon-x11.so could not be loaded.",
                "libxkbcommon-x11-0",
            ),
            (
                "Library libxkbcommon.so could not be loaded.",
                "libxkbcommon0",
            ),
            (
                "Could not load compose module from libxkbcommon.so.",
                "libxkbcommon0",
            ),
            (
                "winit EventLoopError: os error at /a/b/mod.rs:760: The wayland library could not be loaded",
                "libwayland-client0",
            ),
            (
                "winit EventLoopError: os error at a/mod.rs:1: Could not find wayland compositor",
                "display",
            ),
            (
                "os error at a.rs:1: neither WAYLAND_DISPLAY nor WAYLAND_SOCKET nor DISPLAY is set.",
                "display",
            ),
            (
                "os error at a.rs:1: Failed to open connection to X server",
                "display",
            ),
            ("called `Option::unwrap()` on a `None` value", "other"),
        ] {
            let error = explain_text(text);
            assert_eq!(name(&error), expected, "{text}");
            assert!(!error.to_string().contains(".rs"), "{error}");
        }
    }

    #[test]
    fn places_in_the_source_are_cut_away() {
        assert_eq!(
            plain("x: os error at a/b/mod.rs:760: No way: none."),
            "No way: none"
        );
        assert_eq!(plain("no place here"), "no place here");
    }
}
