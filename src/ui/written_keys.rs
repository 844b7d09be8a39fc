//! Keys as they are written.

use egui::Key as Keyboard;

use super::shortcuts::Shortcut;

/// How a key is written in lists and tooltips, such as `Ctrl+→`.
#[must_use]
pub fn written(shortcut: &Shortcut, is_mac: bool) -> String {
    let key = match shortcut.keys.logical_key {
        Keyboard::ArrowRight => "→",
        Keyboard::ArrowLeft => "←",
        Keyboard::ArrowUp => "↑",
        Keyboard::ArrowDown => "↓",
        Keyboard::Questionmark => "?",
        Keyboard::Plus => "+",
        Keyboard::Minus => "−",
        Keyboard::OpenBracket => "[",
        Keyboard::CloseBracket => "]",
        other => other.name(),
    };
    let modifiers = shortcut.keys.modifiers;
    let prefix = match (modifiers.command, modifiers.shift, is_mac) {
        (true, _, false) if modifiers.alt => "Ctrl+Alt+",
        (true, _, true) if modifiers.alt => "⌥⌘",
        (false, _, false) if modifiers.alt => "Alt+",
        (false, _, true) if modifiers.alt => "⌥",
        (true, _, false) => "Ctrl+",
        (true, _, true) => "⌘",
        (false, true, false) => "Shift+",
        (false, true, true) => "⇧",
        (false, false, _) => "",
    };
    format!("{prefix}{key}")
}
