//! What the reader looks at, as plain data, and the commands that change it. No screen.

pub mod apply;
pub mod command;
pub mod events;
pub mod playback;
pub mod view_state;

pub use command::Command;
pub use view_state::ViewState;
