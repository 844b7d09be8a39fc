//! Keys that are free on every platform, each for one command.

use super::super::written_keys::written;
use super::*;

/// What a system keeps for itself or a window needs: it never reaches the atlas.
fn is_taken(keys: KeyboardShortcut, is_mac: bool) -> bool {
    let (modifiers, key) = (keys.modifiers, keys.logical_key);
    if is_mac {
        let of_windows = [
            Keyboard::Q,
            Keyboard::W,
            Keyboard::H,
            Keyboard::M,
            Keyboard::Tab,
        ];
        modifiers.command && !modifiers.alt && of_windows.contains(&key)
    } else {
        let closes = modifiers.alt && !modifiers.command;
        closes && [Keyboard::F4, Keyboard::Tab, Keyboard::Space].contains(&key)
            || modifiers.command && modifiers.alt && key == Keyboard::Delete
    }
}

#[test]
fn keys_are_unique_and_free_on_every_platform() {
    for is_mac in [false, true] {
        let mut written_so_far = std::collections::HashSet::new();
        for shortcut in TABLE {
            assert!(!is_taken(shortcut.keys, is_mac), "{:?}", shortcut.command);
            let keys = written(shortcut, is_mac);
            assert!(written_so_far.insert(keys.clone()), "{keys}: mac {is_mac}");
        }
    }
}

#[test]
fn no_two_commands_share_a_key() {
    for (index, one) in TABLE.iter().enumerate() {
        for other in &TABLE[index + 1..] {
            assert!(
                one.keys != other.keys,
                "{:?} and {:?}",
                one.command,
                other.command
            );
        }
    }
}
