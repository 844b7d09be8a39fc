//! What the time dock shows: ticks, lanes of control, and what changed.

pub mod lanes;
pub mod order;
pub mod points;
pub mod ticks;
pub mod tracks;
pub mod turning;
