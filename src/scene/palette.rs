//! The colours of states, as the screen and the files for other programs have them.

use crate::model::polity::Shade;
use crate::state::view_state::Theme;

/// Red, green and blue.
pub type Rgb = [u8; 3];

const LIGHT: [u32; 10] = [
    0xc8_553d, 0x7f_a3c7, 0x45_688f, 0xdd_ab4d, 0xd3_8a63, 0x93_ad7b, 0xa9_8bb0, 0x61_9a9a,
    0xc9_c3a6, 0xe9_e3d3,
];

const DARK: [u32; 10] = [
    0xc0_5a45, 0x78_9cc2, 0x44_688f, 0xb8_8c3c, 0xa9_6d4f, 0x72_8c5e, 0x87_6c8f, 0x4a_8080,
    0x77_745f, 0x3a_3b39,
];

/// The colour of a state: the hue of its family, lighter or darker by its tone.
#[must_use]
pub fn shade(theme: Theme, shade: Shade) -> Rgb {
    let families = match theme {
        Theme::Light => &LIGHT,
        Theme::Dark => &DARK,
    };
    let [_, hue @ ..] = families[shade.family as usize].to_be_bytes();
    match shade.tone {
        0 => hue,
        1.. => mixed(hue, [255; 3], 0.3),
        _ => mixed(hue, [0; 3], 0.28),
    }
}

/// A colour on the way from one to another.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "between two colours lies a colour"
)]
fn mixed(from: Rgb, to: Rgb, share: f32) -> Rgb {
    [0, 1, 2].map(|part| {
        let (from, to) = (f32::from(from[part]), f32::from(to[part]));
        (from + (to - from) * share + 0.5) as u8
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::polity::Family;

    #[test]
    fn tones_of_a_family_differ_and_families_do() {
        for theme in Theme::ALL {
            let tone = |tone| {
                shade(
                    theme,
                    Shade {
                        family: Family::Japan,
                        tone,
                    },
                )
            };
            let brightness = |rgb: Rgb| rgb.into_iter().map(u32::from).sum::<u32>();
            assert!(brightness(tone(-1)) < brightness(tone(0)));
            assert!(brightness(tone(0)) < brightness(tone(1)));
            let mut plain: Vec<Rgb> = Family::ALL
                .into_iter()
                .map(|family| shade(theme, Shade { family, tone: 0 }))
                .collect();
            plain.sort_unstable();
            plain.dedup();
            assert_eq!(plain.len(), Family::ALL.len());
        }
    }
}
