//! Signs of the bundled icon face (`assets/fonts/icons.json`).

use crate::model::event::Category;

pub const PLAY: &str = "\u{F3D0}";
pub const PAUSE: &str = "\u{F39E}";
pub const CHANGE_BACK: &str = "\u{E5A4}";
pub const CHANGE_FORWARD: &str = "\u{E5A6}";
pub const STEP_BACK: &str = "\u{E138}";
pub const STEP_FORWARD: &str = "\u{E13A}";
pub const PLUS: &str = "\u{E3D4}";
pub const MINUS: &str = "\u{E32A}";
pub const RESET: &str = "\u{E2C2}";
pub const COMPARE: &str = "\u{E546}";
pub const LEFT_RIGHT: &str = "\u{E0A0}";
pub const SWAP: &str = "\u{E83C}";
pub const DISPLAY: &str = "\u{E434}";
pub const INFO: &str = "\u{E2CE}";
pub const KEYBOARD: &str = "\u{E2D8}";
pub const CLOSE: &str = "\u{E4F6}";
pub const WARNING: &str = "\u{E4E0}";
pub const LINK: &str = "\u{E5DE}";
pub const TEACHING: &str = "\u{E600}";
pub const PRESENT: &str = "\u{E654}";
pub const CHECK: &str = "\u{E182}";
pub const ARROW_UP: &str = "\u{E08E}";
pub const ARROW_DOWN: &str = "\u{E03E}";
pub const TRASH: &str = "\u{E4A6}";
pub const CARET_DOWN: &str = "\u{E136}";

/// Signs of the categories of events.
pub const TREATY: &str = "\u{EB7A}";
pub const WAR: &str = "\u{E4F6}";
pub const TERRITORY: &str = "\u{E244}";
pub const DIPLOMACY: &str = "\u{E582}";
pub const MILITARY: &str = "\u{E514}";
pub const POLITICS: &str = "\u{E0B4}";
pub const TRADE: &str = "\u{E750}";
pub const SOCIETY: &str = "\u{E4D6}";

/// The sign of a category of events.
#[must_use]
pub const fn of_category(category: Category) -> &'static str {
    match category {
        Category::Treaty => TREATY,
        Category::War => WAR,
        Category::Territory => TERRITORY,
        Category::Diplomacy => DIPLOMACY,
        Category::Military => MILITARY,
        Category::Politics => POLITICS,
        Category::Trade => TRADE,
        Category::Society => SOCIETY,
    }
}
pub const CARET_RIGHT: &str = "\u{E13A}";
pub const SEARCH: &str = "\u{E30C}";

/// Signs of the groups of search results.
pub const OF_DATE: &str = "\u{E10A}";
pub const OF_PLACE: &str = "\u{E316}";
pub const OF_PERSON: &str = "\u{E4C2}";
pub const OF_SOURCE: &str = "\u{E0E6}";
pub const OF_TERM: &str = "\u{E660}";
pub const OF_CONFLICT: &str = "\u{E750}";
pub const OF_COMMAND: &str = "\u{E2D8}";
pub const PIN: &str = "\u{E316}";
pub const REPEAT: &str = "\u{E3F6}";
pub const TIMER: &str = "\u{E492}";
pub const ROWS: &str = "\u{E5A2}";
pub const ARROW_LEFT: &str = "\u{E058}";
pub const ARROW_RIGHT: &str = "\u{E06C}";
pub const ZOOM_IN: &str = "\u{E310}";
pub const ZOOM_OUT: &str = "\u{E30E}";
pub const BOOKMARK: &str = "\u{E0EA}";
pub const CARET_UP: &str = "\u{E13C}";
pub const DOWNLOAD: &str = "\u{E20C}";
pub const LARGER: &str = "\u{E1D0}";
pub const SMALLER: &str = "\u{E1CE}";
pub const OPEN: &str = "\u{E256}";
pub const PENCIL: &str = "\u{E3B4}";
pub const SLIDERS: &str = "\u{E434}";
