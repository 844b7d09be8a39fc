//! Every colour, size and spacing of the interface. Nothing else makes a colour, but for those of
//! states, which files for other programs have too: see [`palette`].

#![expect(
    clippy::disallowed_methods,
    reason = "the one place that makes colours"
)]

use egui::Color32;

use crate::model::polity::Shade;
use crate::scene::palette;
use crate::state::screen::{Palette, Scheme, Theme};

/// Multiples of one grid, in points.
pub mod space {
    pub const TINY: f32 = 4.0;
    pub const SMALL: f32 = 8.0;
    pub const MEDIUM: f32 = 12.0;
    pub const LARGE: f32 = 20.0;
}

/// Type sizes, in points.
pub mod size {
    pub const TINY: f32 = 9.0;
    pub const SMALL: f32 = 11.5;
    pub const BODY: f32 = 13.5;
    pub const LARGE: f32 = 16.0;
    pub const TITLE: f32 = 23.0;
    pub const BRAND: f32 = 18.0;
    pub const YEAR: f32 = 42.0;
    /// The year in a presentation.
    pub const NUMERAL: f32 = 88.0;
    pub const DAY: f32 = 28.0;
    pub const LABEL: f32 = 12.0;
    pub const WATER: f32 = 14.0;
}

/// Corner radii, in points.
pub mod radius {
    pub const SMALL: u8 = 4;
    pub const CARD: u8 = 8;
}

/// Widths of parts of the screen, in points.
pub mod width {
    /// What stands beside a chart that has the screen for itself.
    pub const BESIDE: f32 = 270.0;
}

/// The smallest height of something to click or touch, in points.
pub const TARGET: f32 = 28.0;
/// The width of what a finger must hit most often, and how near to a control a touch still counts
/// as one on it: so much in all, in points.
pub const TOUCH: f32 = 44.0;

/// The colours of a theme.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tokens {
    scheme: Scheme,
    pub dark: bool,
    pub paper: Color32,
    pub raised: Color32,
    /// Around an inset.
    pub rim: Color32,
    pub hairline: Color32,
    pub ink: Color32,
    pub ink_soft: Color32,
    /// The one accent: selection, focus, the playhead.
    pub accent: Color32,
    pub on_accent: Color32,
    pub note: Color32,
    pub sea: Color32,
    /// Tints of the sea floor, shallow to deep.
    pub depths: [Color32; 5],
    pub sea_ink: Color32,
    pub river: Color32,
    /// Land outside the record.
    pub land: Color32,
    pub coast: Color32,
    /// Borders between holders.
    pub border: Color32,
    /// Borders between provinces of one holder.
    pub province: Color32,
    pub graticule: Color32,
    pub label: Color32,
    pub halo: Color32,
    /// Lines of a pattern over a fill.
    pub pattern: Color32,
    pub shadow: Color32,
    pub favourable: Color32,
    pub unfavourable: Color32,
    pub remainder: Color32,
    /// One colour for each series of figures.
    pub series: [Color32; 4],
}

const fn rgb(hex: u32) -> Color32 {
    let [_, red, green, blue] = hex.to_be_bytes();
    Color32::from_rgb(red, green, blue)
}

const LIGHT: Tokens = Tokens {
    scheme: Scheme::usual(Theme::Light),
    dark: false,
    paper: rgb(0x00f6_f2e8),
    raised: rgb(0x00fb_f8f0),
    rim: rgb(0x00fb_f8f0),
    hairline: rgb(0x00dd_d4c0),
    ink: rgb(0x002e_2a25),
    ink_soft: rgb(0x0063_5a4b),
    accent: rgb(0x00a8_3f26),
    on_accent: rgb(0x00ff_fcf5),
    note: rgb(0x00ee_e4cd),
    sea: rgb(0x00dd_ebe9),
    depths: [
        rgb(0x00d0_e3e4),
        rgb(0x00c6_dce0),
        rgb(0x00ba_d3da),
        rgb(0x00ae_cad4),
        rgb(0x00a2_c0cc),
    ],
    sea_ink: rgb(0x0029_4e5d),
    river: rgb(0x008f_b4c0),
    land: rgb(0x00e9_e3d3),
    coast: rgb(0x006d_8286),
    border: rgb(0x004a_433a),
    province: Color32::from_rgba_premultiplied(120, 116, 106, 120),
    graticule: Color32::from_rgba_premultiplied(26, 40, 45, 45),
    label: rgb(0x002b_2620),
    halo: Color32::from_rgba_premultiplied(222, 220, 212, 225),
    pattern: Color32::from_rgba_premultiplied(196, 193, 184, 198),
    shadow: Color32::from_rgba_premultiplied(0, 0, 0, 34),
    favourable: rgb(0x0034_726b),
    unfavourable: rgb(0x009c_4f29),
    remainder: rgb(0x00d9_d0bd),
    series: [
        rgb(0x002e_2a25),
        rgb(0x003c_6c9c),
        rgb(0x00b2_4f35),
        rgb(0x0072_6a1e),
    ],
};

const DARK: Tokens = Tokens {
    scheme: Scheme::usual(Theme::Dark),
    dark: true,
    paper: rgb(0x001d_2023),
    raised: rgb(0x0026_2a2e),
    rim: rgb(0x0062_6d74),
    hairline: rgb(0x003b_4147),
    ink: rgb(0x00ec_e7dc),
    ink_soft: rgb(0x00b3_aea2),
    accent: rgb(0x00e8_8a68),
    on_accent: rgb(0x0020_1611),
    note: rgb(0x0037_3529),
    sea: rgb(0x0021_3038),
    depths: [
        rgb(0x001e_2c35),
        rgb(0x001b_2831),
        rgb(0x0018_242d),
        rgb(0x0015_2029),
        rgb(0x0012_1c25),
    ],
    sea_ink: rgb(0x0094_b7c4),
    river: rgb(0x0038_5460),
    land: rgb(0x003a_3b39),
    coast: rgb(0x0061_737a),
    border: rgb(0x00ec_e7dc),
    province: Color32::from_rgba_premultiplied(10, 11, 12, 110),
    graticule: Color32::from_rgba_premultiplied(26, 32, 35, 40),
    label: rgb(0x00f4_f0e6),
    halo: Color32::from_rgba_premultiplied(16, 18, 20, 215),
    pattern: Color32::from_rgba_premultiplied(18, 20, 22, 175),
    shadow: Color32::from_rgba_premultiplied(0, 0, 0, 110),
    favourable: rgb(0x0063_a89f),
    unfavourable: rgb(0x00d0_8455),
    remainder: rgb(0x004a_4a45),
    series: [
        rgb(0x00ec_e7dc),
        rgb(0x007f_b0df),
        rgb(0x00e3_8a6c),
        rgb(0x00c9_bd5c),
    ],
};

/// Black on white; what is drawn thin elsewhere is drawn in full ink.
const CONTRAST: Tokens = Tokens {
    scheme: Scheme::usual(Theme::Contrast),
    dark: false,
    paper: rgb(0x00ff_ffff),
    raised: rgb(0x00ff_ffff),
    rim: rgb(0x0000_0000),
    hairline: rgb(0x0059_5959),
    ink: rgb(0x0000_0000),
    ink_soft: rgb(0x0026_2626),
    accent: rgb(0x008f_1d08),
    on_accent: rgb(0x00ff_ffff),
    note: rgb(0x00ff_f1b8),
    sea: rgb(0x00ff_ffff),
    depths: [
        rgb(0x00f7_fafc),
        rgb(0x00f0_f6f9),
        rgb(0x00e9_f1f6),
        rgb(0x00e2_edf3),
        rgb(0x00db_e8f0),
    ],
    sea_ink: rgb(0x0012_3a52),
    river: rgb(0x0034_6c86),
    land: rgb(0x00d6_d2c8),
    coast: rgb(0x0022_2222),
    border: rgb(0x0000_0000),
    province: Color32::from_rgba_premultiplied(40, 40, 40, 200),
    graticule: Color32::from_rgba_premultiplied(40, 50, 55, 70),
    label: rgb(0x0000_0000),
    halo: Color32::from_rgba_premultiplied(245, 245, 245, 245),
    pattern: Color32::from_rgba_premultiplied(235, 235, 235, 235),
    shadow: Color32::from_rgba_premultiplied(0, 0, 0, 60),
    favourable: rgb(0x000a_5c54),
    unfavourable: rgb(0x008a_3610),
    remainder: rgb(0x00c4_bca8),
    series: [
        rgb(0x0000_0000),
        rgb(0x000d_4a86),
        rgb(0x0098_2a10),
        rgb(0x0054_4d00),
    ],
};

const fn with_safe_states(tokens: Tokens) -> Tokens {
    let scheme = Scheme {
        theme: tokens.scheme.theme,
        palette: Palette::Safe,
    };
    Tokens { scheme, ..tokens }
}

const SAFE_LIGHT: Tokens = with_safe_states(LIGHT);
const SAFE_DARK: Tokens = with_safe_states(DARK);
const SAFE_CONTRAST: Tokens = with_safe_states(CONTRAST);

impl Tokens {
    /// The colours of a scheme.
    #[must_use]
    pub const fn of(scheme: Scheme) -> &'static Self {
        match (scheme.palette, scheme.theme) {
            (Palette::Usual, Theme::Light) => &LIGHT,
            (Palette::Usual, Theme::Dark) => &DARK,
            (Palette::Usual, Theme::Contrast) => &CONTRAST,
            (Palette::Safe, Theme::Light) => &SAFE_LIGHT,
            (Palette::Safe, Theme::Dark) => &SAFE_DARK,
            (Palette::Safe, Theme::Contrast) => &SAFE_CONTRAST,
        }
    }

    /// The colour of a state.
    #[must_use]
    pub fn shade(&self, shade: Shade) -> Color32 {
        let [red, green, blue] = palette::shade(self.scheme, shade);
        Color32::from_rgb(red, green, blue)
    }

    /// The colour of relations, from -2 (hostile) to 2 (close).
    #[must_use]
    pub fn relation(&self, score: i8) -> Color32 {
        match score {
            ..=-2 => self.unfavourable,
            -1 => self.remainder.lerp_to_gamma(self.unfavourable, 0.6),
            0 => self.ink_soft,
            1 => self.remainder.lerp_to_gamma(self.favourable, 0.6),
            2.. => self.favourable,
        }
    }

    /// A colour that stands back so that others stand out.
    #[must_use]
    pub fn faded(&self, color: Color32) -> Color32 {
        color.lerp_to_gamma(self.land, 0.78)
    }

    /// A colour mixed with the land's: for what is held without settled control.
    #[must_use]
    pub fn pale(&self, color: Color32) -> Color32 {
        color.lerp_to_gamma(self.land, 0.55)
    }
}
