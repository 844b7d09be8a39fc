//! What the reader looks at, as plain data, and the commands that change it. No screen.

pub mod apply;
pub mod bookmark;
pub mod command;
pub mod compare;
pub mod dock;
pub mod events;
pub mod glide;
pub mod history;
pub mod link;
mod looking;
mod moved;
pub mod panels;
pub mod playback;
pub mod quizzing;
pub mod screen;
pub mod teaching;
mod time;
pub mod time_axis;
#[cfg(test)]
mod time_tests;
pub mod view_state;

pub use command::Command;
pub use view_state::ViewState;
