//! Signs of the bundled icon face (`assets/fonts/icons.json`).

pub const PLAY: &str = "\u{F3D0}";
pub const PAUSE: &str = "\u{F39E}";
pub const CHANGE_BACK: &str = "\u{E5A4}";
pub const CHANGE_FORWARD: &str = "\u{E5A6}";
pub const STEP_BACK: &str = "\u{E138}";
pub const STEP_FORWARD: &str = "\u{E13A}";
pub const PLUS: &str = "\u{E3D4}";
pub const MINUS: &str = "\u{E32A}";
pub const RESET: &str = "\u{E2C2}";
pub const SUN: &str = "\u{E472}";
pub const MOON: &str = "\u{E330}";
pub const INFO: &str = "\u{E2CE}";
pub const KEYBOARD: &str = "\u{E2D8}";
pub const CLOSE: &str = "\u{E4F6}";
pub const WARNING: &str = "\u{E4E0}";
pub const LINK: &str = "\u{E5DE}";
pub const CARET_DOWN: &str = "\u{E136}";
