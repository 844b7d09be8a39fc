//! The colours of states, as the screen and the files for other programs have them.

use crate::model::polity::Shade;
use crate::state::screen::{Palette, Scheme, Theme};

/// Red, green and blue.
pub type Rgb = [u8; 3];

const LIGHT: [u32; 10] = [
    0xc9_4e29, 0x25_88bc, 0x3f_608b, 0xe1_a615, 0xd3_895b, 0x91_ad7b, 0xa9_8baf, 0x0a_9d99,
    0xd2_c091, 0xe9_e3d3,
];

const DARK: [u32; 10] = [
    0xc9_4c13, 0x11_9fd0, 0x48_668c, 0xb9_8819, 0xa8_6f4a, 0x5c_8c63, 0x89_6a8b, 0x29_8182,
    0x76_7460, 0x3a_3b39,
];

const CONTRAST: [u32; 10] = with_land(LIGHT, CONTRAST_LAND);

// Vermilion, sky blue, navy, amber, brown, bluish green, mauve: apart in lightness where a reader
// with colour blindness sees one hue.
const SAFE_LIGHT: [u32; 10] = [
    0xcb_2f06, 0x05_8dd3, 0x2f_4875, 0xe5_af1c, 0x89_604d, 0x1e_bfa7, 0xb7_7b9f, 0x3f_6c6b,
    0xba_a66c, 0xe9_e3d3,
];

const SAFE_DARK: [u32; 10] = [
    0xcc_5c08, 0x0a_b0ef, 0x1d_4e98, 0xd3_a417, 0x87_511e, 0x06_a97e, 0xa5_6f9f, 0x3b_7f84,
    0x8b_8060, 0x3a_3b39,
];

const SAFE_CONTRAST: [u32; 10] = with_land(SAFE_LIGHT, CONTRAST_LAND);

/// The land of no state in high contrast, which otherwise has the colours of the light theme.
const CONTRAST_LAND: u32 = 0xd6_d2c8;

const fn with_land(mut families: [u32; 10], land: u32) -> [u32; 10] {
    families[9] = land;
    families
}

/// The colour of a state: the hue of its family, lighter or darker by its tone.
#[must_use]
pub fn shade(scheme: Scheme, shade: Shade) -> Rgb {
    let families = match (scheme.palette, scheme.theme) {
        (Palette::Usual, Theme::Light) => &LIGHT,
        (Palette::Usual, Theme::Dark) => &DARK,
        (Palette::Usual, Theme::Contrast) => &CONTRAST,
        (Palette::Safe, Theme::Light) => &SAFE_LIGHT,
        (Palette::Safe, Theme::Dark) => &SAFE_DARK,
        (Palette::Safe, Theme::Contrast) => &SAFE_CONTRAST,
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
        for scheme in Scheme::all() {
            let tone = |tone| {
                shade(
                    scheme,
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
                .map(|family| shade(scheme, Shade { family, tone: 0 }))
                .collect();
            plain.sort_unstable();
            plain.dedup();
            assert_eq!(plain.len(), Family::ALL.len());
        }
    }
}
